"""What a list to the office is: its people, and their cells in each form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ssdesk.domain.dates import format_date
from ssdesk.domain.forms import (
    Cell,
    CellKind,
    FilledForm,
    FormLayout,
    FormRow,
    Group,
    Heading,
    RowKind,
)
from ssdesk.domain.identifiers import (
    CONTRADICTIONS,
    check_insurance_number,
    check_personal_id,
    is_hospital_code,
)
from ssdesk.domain.money import format_percent, round_half_up
from ssdesk.domain.person import BirthDate, Precision, Sex
from ssdesk.domain.problems import Problem

_NEW, _STOPPED = "TM", "GH"
_CENTIPERCENT = 10_000


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One person of a list with all that any form asks of them; frozen with the list.

    Args:
        birth_date: ISO, whole or in part.
        sex: M, F or empty.
        registered_hospital: code of 5 characters, else its name.
        base_salary: base salary × the share of the rank, dong (ruling 16).
        receipt_number: numbers of the receipts, as printed.
        receipt_date: day of the last receipt.
        identity_override: why a contradiction in the numbers was kept (ruling 19).
        paper_card: whether the card is wanted on paper.
        proof: paper that shows the right to a higher benefit, or why the hospital changes.
        stop_id: the stop behind a row of `Giảm`; its own amounts are 0, so that no sum of money
            to be paid holds it, `months` and `refund` are what the office owes back.
        stop_note: whom to pay it to.
        old_hospital: the one that the office knows, where the row only tells another one of
            somebody already sent: no money and no months are on it. None for all other rows.
    """

    enrolment_id: str
    full_name: str
    birth_date: str
    sex: str
    personal_id: str
    insurance_number: str
    phone: str
    address: str
    ethnicity: str
    parent_name: str
    registered_hospital: str
    class_name: str
    sub_unit_code: str
    change_type: str
    group_code: str
    benefit_level: str
    starts_on: date
    ends_on: date
    months: int
    gross: int
    state_support: int
    local_support: int
    other_support: int
    own_share: int
    base_salary: int
    receipt_number: str
    receipt_date: date | None
    collector_code: str
    province_code: str
    identity_override: str = ""
    rank: int = 1
    paper_card: bool = False
    proof: str = ""
    stop_id: str = ""
    stop_note: str = ""
    refund: int = 0
    old_hospital: str | None = None

    @property
    def stopped(self) -> bool:
        """Whether the row stands under `Giảm`."""
        return self.change_type == _STOPPED

    @property
    def moved(self) -> bool:
        """Whether the row only tells another hospital."""
        return self.old_hospital is not None

    @property
    def added(self) -> bool:
        """Whether the row asks for a card, so that it is counted and its money with it."""
        return not self.stopped and not self.moved

    @property
    def born(self) -> BirthDate | None:
        """The birth date, as exactly as it is known."""
        if not self.birth_date:
            return None
        parts = [int(part) for part in self.birth_date.split("-")]
        precision = (Precision.YEAR, Precision.MONTH, Precision.FULL)[len(parts) - 1]
        return BirthDate(date(*[*parts, 1, 1][:3]), precision)


def share_of(part: int, gross: int) -> Fraction:
    """The share that an amount is of the premium, to a hundredth of a per cent.

    Amounts are rounded to the dong, so that is as exact as they can tell it.
    """
    if gross == 0:
        return Fraction(0)
    return Fraction(round_half_up(Fraction(part * _CENTIPERCENT, gross)), _CENTIPERCENT)


def _share_cell(part: int, gross: int) -> Cell:
    return share_of(part, gross) if part else ""


def _public_support(entry: ListEntry, _: int) -> Cell:
    return _share_cell(entry.state_support + entry.local_support, entry.gross)


def _other_note(entry: ListEntry) -> str:
    if not entry.other_support:
        return ""
    return f"hỗ trợ khác {format_percent(share_of(entry.other_support, entry.gross))}"


def _months_note(entry: ListEntry, _: int) -> Cell:
    if entry.stopped or entry.moved:
        return _note(entry, 0)
    parts = (f"{entry.months} tháng", _other_note(entry), entry.proof)
    return "; ".join(part for part in parts if part)


def _note(entry: ListEntry, _: int) -> Cell:
    if entry.old_hospital is not None:
        before = f" từ {entry.old_hospital}" if entry.old_hospital else ""
        said = f"Thay đổi nơi KCB ban đầu{before} thành {entry.registered_hospital}"
        return "; ".join(filter(None, (said, entry.proof)))
    return entry.stop_note or "; ".join(filter(None, (_other_note(entry), entry.proof)))


def _hospital(entry: ListEntry) -> tuple[str, str]:
    """Province part and own part of the hospital's code; empty where only a name is known."""
    text = entry.registered_hospital
    return (text[:2], text[2:]) if is_hospital_code(text) else ("", "")


def _hospital_name(entry: ListEntry, _: int) -> Cell:
    return "" if any(_hospital(entry)) else entry.registered_hospital


def _sex(entry: ListEntry, _: int) -> Cell:
    return {"M": "Nam", "F": "Nữ"}.get(entry.sex, "")


def _sex_digit(entry: ListEntry, _: int) -> Cell:
    return {"M": 1, "F": 0}.get(entry.sex, "")


def _birth_date(entry: ListEntry, _: int) -> Cell:
    return "/".join(reversed(entry.birth_date.split("-")))


def _receipt_date(entry: ListEntry, _: int) -> Cell:
    return format_date(entry.receipt_date) if entry.receipt_date else ""


FIELDS: dict[str, Callable[[ListEntry, int], Cell]] = {
    "order": lambda _, order: order,
    "full_name": lambda entry, _: entry.full_name,
    "insurance_number": lambda entry, _: entry.insurance_number,
    "personal_id": lambda entry, _: entry.personal_id,
    "registered_hospital": lambda entry, _: entry.registered_hospital,
    "base_salary": lambda entry, _: entry.base_salary,
    "start_month": lambda entry, _: f"{entry.starts_on.month:02d}/{entry.starts_on.year}",
    "start_date": lambda entry, _: format_date(entry.starts_on),
    "public_support": _public_support,
    "local_support": lambda entry, _: _share_cell(entry.local_support, entry.gross),
    "other_support": lambda entry, _: _share_cell(entry.other_support, entry.gross),
    # A card is electronic unless somebody asks for paper (CV 168/BHXH-QLT 2025).
    "electronic_card": lambda entry, _: "" if entry.paper_card else "x",
    "paper_card": lambda entry, _: "x" if entry.paper_card else "",
    "months_note": _months_note,
    "note": _note,
    "birth_date": _birth_date,
    "sex": _sex,
    "sex_digit": _sex_digit,
    "address": lambda entry, _: entry.address,
    "phone": lambda entry, _: entry.phone,
    "ethnicity": lambda entry, _: entry.ethnicity,
    "parent_name": lambda entry, _: entry.parent_name,
    "receipt_date": _receipt_date,
    "receipt_number": lambda entry, _: entry.receipt_number,
    # A donor's money counts as the participant's own (QĐ 595/2017, guide to D03-TS).
    "paid_amount": lambda entry, _: entry.own_share + entry.other_support,
    "months": lambda entry, _: entry.months,
    "collector_code": lambda entry, _: entry.collector_code,
    "sub_unit_code": lambda entry, _: entry.sub_unit_code,
    "direction": lambda entry, _: 2 if entry.stopped else 1,
    "change_type": lambda entry, _: entry.change_type,
    "rank": lambda entry, _: entry.rank,
    "benefit_level": lambda entry, _: int(entry.benefit_level) if entry.benefit_level else "",
    "province_code": lambda entry, _: entry.province_code,
    "hospital_province": lambda entry, _: _hospital(entry)[0],
    "hospital_code": lambda entry, _: _hospital(entry)[1],
    "hospital_name": _hospital_name,
    "declaration_mark": lambda entry, _: "x" if entry.change_type == _NEW else "",
    "nationality_name": lambda _, __: "Việt Nam",
    "nationality_code": lambda _, __: "VN",
}
"""What a form may ask of a line: its name in `resources/forms`, and the cell."""


_OF_STOPPED = frozenset(
    {"order", "full_name", "insurance_number", "personal_id", "months_note", "note"}
)
"""What a signed form asks of a row of `Giảm`: who, and where the money goes (QĐ 595 D03-TS)."""

_OF_MOVED = frozenset(
    {"full_name", "insurance_number", "registered_hospital", "months_note", "note"}
)
"""What a signed form asks of another hospital: columns B, 1, 3 and 13, no other (Mẫu số 3)."""


def _blank(_: ListEntry, __: int) -> Cell:
    return ""


def _makers(
    layout: FormLayout, asked: frozenset[str] | None
) -> list[Callable[[ListEntry, int], Cell]]:
    """What makes a row's cells; on a signed form only of the fields asked."""
    return [
        FIELDS.get(column.field, _blank)
        if asked is None or column.field in asked or not layout.printed
        else _blank
        for column in layout.leaves
    ]


def fill(layout: FormLayout, heading: Heading, entries: Sequence[ListEntry]) -> FilledForm:
    """The form with a row a person, in the order given, under the groups of the form."""
    makers, leavers, movers = (_makers(layout, asked) for asked in (None, _OF_STOPPED, _OF_MOVED))
    rows: list[FormRow] = []
    order = 0
    for group in layout.groups:
        if group.mark:
            rows.append(_titled(layout, group.mark, group.title))
        if group.part:
            rows.append(_titled(layout, *group.part))
        members = [entry for entry in entries if entry.change_type in group.change_types]
        class_name = ""
        for entry in members:
            if entry.moved and layout.printed:
                rows.append(FormRow(RowKind.NOTICE, tuple(make(entry, 0) for make in movers)))
                continue
            if layout.class_rows and entry.class_name != class_name:
                class_name = entry.class_name
                title = f"Lớp {class_name} (mã {entry.sub_unit_code})"
                rows.append(_titled(layout, "", title))
            order += 1
            chosen = leavers if entry.stopped else makers
            cells = tuple(make(entry, order) for make in chosen)
            rows.append(FormRow(RowKind.PERSON, cells))
        rows += [_titled(layout, *part) for part in group.empty_parts]
        if group.total:
            rows.append(_total(layout, group, members))
    return FilledForm(layout, heading, tuple(rows))


def _titled(layout: FormLayout, mark: str, title: str) -> FormRow:
    blanks: tuple[Cell, ...] = ("",) * (len(layout.leaves) - 2)
    return FormRow(RowKind.GROUP, (mark, title, *blanks))


def _total(layout: FormLayout, group: Group, members: Iterable[ListEntry]) -> FormRow:
    """The sums of what each person pays; other columns of money hold no amounts that add up."""
    cells: list[Cell] = ["", group.total]
    for column in layout.leaves[2:]:
        adds_up = column.kind is CellKind.DONG and column.field == "paid_amount"
        cells.append(sum(e.own_share + e.other_support for e in members) if adds_up else "")
    return FormRow(RowKind.TOTAL, tuple(cells))


def check_entry(entry: ListEntry) -> tuple[Problem, ...]:
    """What keeps a person off a list, and what is only unusual (ruling 19).

    A contradiction that was overridden with a reason passes; a malformed number never does.
    """
    who: dict[str, str | int] = {"name": entry.full_name, "school_class": entry.class_name}
    problems: list[Problem] = []
    if entry.personal_id:
        sex = Sex(entry.sex) if entry.sex else None
        found = check_personal_id(entry.personal_id, entry.born, sex)
        if not entry.identity_override:
            problems += found
        else:
            problems += [problem for problem in found if problem.code not in CONTRADICTIONS]
    if entry.insurance_number:
        problems += check_insurance_number(entry.insurance_number)
    if entry.moved and not entry.insurance_number:
        problems.append(Problem("insurance_number", "LIST_MOVE_NUMBER_MISSING", dict(who)))
    elif not entry.personal_id and not entry.insurance_number:
        problems.append(Problem("personal_id", "LIST_NUMBER_MISSING", dict(who)))
    if not entry.registered_hospital and not entry.stopped:
        problems.append(Problem("registered_hospital", "LIST_HOSPITAL_MISSING", dict(who)))
    return tuple(problems)
