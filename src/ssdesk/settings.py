"""What one person likes on this machine: language, theme, text size, last store."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields
from enum import Enum
from pathlib import Path
from typing import TypeVar

_E = TypeVar("_E", bound=Enum)
_FILE = "settings.json"
MIN_TEXT_PERCENT = 100
MAX_TEXT_PERCENT = 200


class Theme(Enum):
    """Colours of the window."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


class UiLanguage(Enum):
    """Language of the window."""

    VI = "vi"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one person.

    Args:
        language: language of the window.
        theme: colours of the window.
        text_percent: text size, 100 to 200.
        last_store: folder of the store opened last, empty at first.
        last_login: login used last, so that only the password is typed.
        table_columns: shown columns by table name, comma separated.
        window_place: where the window was, as the window itself says it.
    """

    language: UiLanguage = UiLanguage.VI
    theme: Theme = Theme.LIGHT
    text_percent: int = MIN_TEXT_PERCENT
    last_store: str = ""
    last_login: str = ""
    table_columns: tuple[tuple[str, str], ...] = ()
    window_place: str = ""


def load(folder: Path) -> Settings:
    """Settings kept in `folder`; what is missing, unknown or damaged has its usual value."""
    try:
        kept = json.loads((folder / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(kept, dict):
        return Settings()
    usual = Settings()
    return Settings(
        language=_member(UiLanguage, kept.get("language"), usual.language),
        theme=_member(Theme, kept.get("theme"), usual.theme),
        text_percent=_percent(kept.get("text_percent")),
        last_store=_text(kept.get("last_store")),
        last_login=_text(kept.get("last_login")),
        table_columns=_pairs(kept.get("table_columns")),
        window_place=_text(kept.get("window_place")),
    )


def save(folder: Path, settings: Settings) -> None:
    """Keep `settings` in `folder`, the old file whole until the new one is complete.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    values = asdict(settings)
    for field in fields(settings):
        value = values[field.name]
        if isinstance(value, Enum):
            values[field.name] = value.value
    new = folder / (_FILE + ".new")
    with new.open("w", encoding="utf-8") as out:
        json.dump(values, out, ensure_ascii=False, indent=1)
        out.flush()
        os.fsync(out.fileno())
    new.replace(folder / _FILE)


def _member(kind: type[_E], value: object, usual: _E) -> _E:
    return next((member for member in kind if member.value == value), usual)


def _percent(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        return MIN_TEXT_PERCENT
    return min(max(value, MIN_TEXT_PERCENT), MAX_TEXT_PERCENT)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _pairs(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, list):
        return ()
    return tuple(
        (pair[0], pair[1])
        for pair in value
        if isinstance(pair, list) and len(pair) == 2 and all(isinstance(x, str) for x in pair)
    )
