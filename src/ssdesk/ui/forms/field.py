"""What one line of a form is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ssdesk.domain.person import BirthDate

Value = str | int | bool | date | BirthDate | None


class FieldKind(Enum):
    """How a field is typed and read."""

    TEXT = "text"
    NAME = "name"
    LONG_TEXT = "long_text"
    DATE = "date"
    BIRTH_DATE = "birth_date"
    MONEY = "money"
    NUMBER = "number"
    CHOICE = "choice"
    FLAG = "flag"
    PASSWORD = "password"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a form.

    Args:
        name: glossary's name, the same as in problems.
        label: translated words with their mnemonic.
        kind: how it is typed and read.
        required: shown with a mark; an empty one is a problem FIELD_EMPTY.
        help: one line under the field.
        placeholder: example inside the empty field.
        choices: (value, words) of a CHOICE; the value "" stands for not chosen.
        lowest: least number of a NUMBER.
        highest: greatest number of a NUMBER.
        span: takes all columns of the form.
        group: heading above it, starting a new group.
        max_length: most characters that can be typed.
    """

    name: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    help: str = ""
    placeholder: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    lowest: int = 0
    highest: int = 999_999_999
    span: bool = False
    group: str = ""
    max_length: int = 250


@dataclass(frozen=True, slots=True)
class FormValues:
    """What a form says, read as domain types; an empty field is None or an empty text."""

    values: Mapping[str, Value]

    def text(self, name: str) -> str:
        """Text of a TEXT, NAME, LONG_TEXT, CHOICE, PASSWORD or FOLDER."""
        value = self.values[name]
        return value if isinstance(value, str) else ""

    def text_or_none(self, name: str) -> str | None:
        """Text, None where empty."""
        return self.text(name) or None

    def day(self, name: str) -> date | None:
        """Day of a DATE."""
        value = self.values[name]
        return value if isinstance(value, date) else None

    def birth_date(self, name: str) -> BirthDate | None:
        """Date of a BIRTH_DATE."""
        value = self.values[name]
        return value if isinstance(value, BirthDate) else None

    def dong(self, name: str) -> int | None:
        """Dong of a MONEY."""
        return self.number(name)

    def number(self, name: str) -> int | None:
        """Number of a NUMBER."""
        value = self.values[name]
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def flag(self, name: str) -> bool:
        """Whether a FLAG is set."""
        return self.values[name] is True
