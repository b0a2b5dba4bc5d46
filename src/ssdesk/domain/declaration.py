"""A person's declaration to the office: joins for the first time, or corrects what a card says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ssdesk.domain.dates import format_date
from ssdesk.errors import UserError


class Why(Enum):
    """Why a person needs a declaration."""

    FIRST_TIME = "first_time"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One fact as the office was told, and as it is.

    Args:
        field: glossary's name.
        old, new: as people read them; empty where nothing was known.
    """

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Declaration:
    """All that a declaration says; texts as they are printed.

    Args:
        address: where a card on paper is sent; parts with commas between.
        changes: what is corrected, a sentence each.
        evidence: papers that go along.
    """

    person_id: str
    class_name: str
    why: Why
    insurance_number: str
    full_name: str
    sex: str
    birth_date: str
    ethnicity: str
    personal_id: str
    phone: str
    registered_hospital: str
    address: str
    changes: tuple[str, ...] = ()
    evidence: str = ""
    paper_card: bool = False


def _address(place: int) -> Callable[[Declaration], str]:
    def part(said: Declaration) -> str:
        parts = [each.strip() for each in said.address.split(",") if each.strip()]
        street, commune, province = ", ".join(parts[:-2]), "", ""
        if len(parts) >= 2:
            commune, province = parts[-2:]
        elif parts:
            street = parts[0]
        return (street, commune, province)[place]

    return part


def _first_time(read: Callable[[Declaration], str]) -> Callable[[Declaration], str]:
    return lambda said: read(said) if said.why is Why.FIRST_TIME else ""


FIELDS: dict[str, Callable[[Declaration], str]] = {
    "insurance_number": lambda said: said.insurance_number,
    "full_name": lambda said: said.full_name.upper(),
    "sex": lambda said: said.sex,
    "birth_date": lambda said: said.birth_date,
    "ethnicity": _first_time(lambda said: said.ethnicity),
    "nationality": _first_time(lambda _: "Việt Nam"),
    "personal_id": lambda said: said.personal_id,
    "phone": lambda said: said.phone,
    "email": lambda _: "",
    "registered_hospital": _first_time(lambda said: said.registered_hospital),
    "by_vssid": _first_time(lambda said: "" if said.paper_card else "x"),
    "by_email": lambda _: "",
    "by_paper": _first_time(lambda said: "x" if said.paper_card else ""),
    "street": _first_time(_address(0)),
    "commune": _first_time(_address(1)),
    "province": _first_time(_address(2)),
    "changes": lambda said: "; ".join(said.changes),
    "evidence": lambda said: said.evidence,
}
"""What a declaration's line may ask: its name in `resources/forms`, and the words."""


@dataclass(frozen=True, slots=True)
class DeclarationField:
    """One numbered field of the paper.

    Args:
        number: `01`, `10.2a`; empty for none.
        share: of the line's width.
        rows: lines of dots it has.
        box: a box to tick instead of dots.
    """

    label: str
    field: str
    number: str = ""
    share: float = 1.0
    rows: int = 1
    box: bool = False


@dataclass(frozen=True, slots=True)
class DeclarationSection:
    """A part of the paper under its title."""

    title: str
    lines: tuple[tuple[DeclarationField, ...], ...]


@dataclass(frozen=True, slots=True)
class DeclarationLayout:
    """A declaration's paper, its words to the letter.

    Args:
        before: name of the form that holds until the day before `starts_on`.
    """

    form: str
    code: str
    document: str
    name: str
    starts_on: date
    before: str
    motto: tuple[str, ...]
    title: tuple[str, ...]
    number_line: DeclarationField
    sections: tuple[DeclarationSection, ...]
    date_line: str
    signer: str
    signer_hint: str
    notes: tuple[str, ...]

    @property
    def fields(self) -> tuple[DeclarationField, ...]:
        """Every field that is filled in, in the order of the paper."""
        lines = (line for section in self.sections for line in section.lines)
        return tuple(each for line in (*lines,) for each in line if each.field)

    def check_day(self, day: date) -> None:
        """Refuses a day on which another form holds (ruling 15).

        Raises:
            UserError: FORM_NOT_VALID_ON_DATE with the name of the right one.
        """
        if day < self.starts_on:
            raise UserError(
                "FORM_NOT_VALID_ON_DATE", form=self.name, day=format_date(day), right=self.before
            )
