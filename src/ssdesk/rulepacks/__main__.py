"""`python -m ssdesk.rulepacks FOLDER`: check an edited rule pack and seal it."""

from __future__ import annotations

import sys
from pathlib import Path

from ssdesk.rulepacks.loader import read_pack
from ssdesk.rulepacks.manifest import seal


def main(folder: Path) -> str:
    """Check and seal the pack; gives its name and version."""
    book = read_pack(folder)
    seal(folder)
    return f"{book.name} {book.version}"


if __name__ == "__main__":
    sys.stdout.write(main(Path(sys.argv[1])) + "\n")
