"""The seal of a rule pack: which files it has and what is in them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from ssdesk.errors import BadFile
from ssdesk.rulepacks.schema import Manifest

MANIFEST = "manifest.json"


def _digests(folder: Path) -> dict[str, str]:
    return {
        file.name: hashlib.sha256(file.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
        for file in sorted(folder.glob("*.toml"))
    }


def seal(folder: Path) -> None:
    """Write the manifest after a person has edited the pack."""
    text = msgspec.json.format(msgspec.json.encode(Manifest(_digests(folder))), indent=2)
    (folder / MANIFEST).write_bytes(text + b"\n")


def verify(folder: Path) -> None:
    """Check every file against the manifest.

    Raises:
        BadFile: a file is missing, was added or was changed.
    """
    try:
        sealed = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest).files
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        raise BadFile("RULE_PACK_DAMAGED", file=MANIFEST) from None
    present = _digests(folder)
    for name in sorted(sealed.keys() | present.keys()):
        if sealed.get(name) != present.get(name):
            raise BadFile("RULE_PACK_DAMAGED", file=name)
