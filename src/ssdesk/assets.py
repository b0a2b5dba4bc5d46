"""Where the files that people edit (`resources/`) lie on this machine."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

Words = Mapping[str, Mapping[str, str]]

_HERE = Path(__file__).resolve().parent


def _candidates() -> tuple[Path, ...]:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None or getattr(sys, "frozen", False):
        beside = Path(sys.executable).resolve().parent / "resources"
        return (beside,) if frozen is None else (Path(frozen) / "resources", beside)
    return (_HERE.parent.parent / "resources", _HERE / "resources")


@cache
def root() -> Path:
    """Folder of all resources: of the checkout, of the installed wheel or of the frozen folder.

    Raises:
        FileNotFoundError: the program was installed without its resources.
    """
    for folder in _candidates():
        if (folder / "fonts").is_dir():
            return folder
    raise FileNotFoundError(str(_candidates()[0]))


def path(name: str) -> Path:
    """The resource `name`, for example `"fonts/LiberationSerif-Regular.ttf"`.

    Raises:
        FileNotFoundError: there is no such resource.
    """
    found = root().joinpath(*name.split("/"))
    if not found.exists():
        raise FileNotFoundError(str(found))
    return found


@cache
def help_words() -> Mapping[str, str]:
    """What the command line's help says in Vietnamese, by its English."""
    text = path("texts/help-vi.json").read_text(encoding="utf-8")
    return MappingProxyType(json.loads(text))


@cache
def texts(language: str) -> Words:
    """What papers and reports say, by section and key; `language` is `vi` or `en`."""
    text = path(f"texts/{language}.json").read_text(encoding="utf-8")
    return MappingProxyType(json.loads(text))
