"""What one row of the table of checks is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """Refuse: the law or the books forbid it. Warn: unusual, can be kept with a note."""

    REFUSE = "refuse"
    WARN = "warn"


class Language(Enum):
    """A language that every sentence exists in."""

    VI = "vi"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Check:
    """One condition that is refused or warned of.

    Args:
        code: stable upper-case name, the same in code, files and command line.
        field: field of the glossary it is about, empty for a whole record or file.
        severity: refuse or warn.
        vi: Vietnamese sentence with `{params}`, naming the remedy.
        en: English sentence with the same params.
        source: decree and article, ruling number, or empty for a matter of form.
    """

    code: str
    field: str
    severity: Severity
    vi: str
    en: str
    source: str = ""
