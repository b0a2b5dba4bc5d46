"""The kinds of records that desks exchange, and how one travels.

Ids are those of the desk where the record was made; money is whole dong; empty text is unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ssdesk.domain.bundle import AnswerState, Version


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A human being; `birth_date` is ISO, whole or in part."""

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
    identity_override: str


@dataclass(frozen=True, slots=True)
class ClassRecord:
    """A class of a school year."""

    school_year: str
    name: str
    grade: int
    sub_unit_code: str


@dataclass(frozen=True, slots=True)
class RosterRecord:
    """A pupil's place in a class."""

    person_id: str
    class_id: str
    school_year: str
    joined_on: date
    left_on: date | None
    left_over_reason: str


@dataclass(frozen=True, slots=True)
class CoverRecord:
    """A card by another group, or a higher support while paying here."""

    roster_entry_id: str
    kind: str
    group_code: str
    card_number: str
    valid_to: date | None
    evidence: str
    proven: bool
    ended: bool


@dataclass(frozen=True, slots=True)
class EnrolmentRecord:
    """A person in a scheme for a period."""

    person_id: str
    roster_entry_id: str
    scheme: str
    group_code: str
    change_type: str
    starts_on: date
    ends_on: date
    months: int
    rule_date: date
    gross: int
    state_support: int
    local_support: int
    other_support: int
    own_share: int
    state: str


@dataclass(frozen=True, slots=True)
class ReceiptRecord:
    """A receipt as issued; a void one keeps its number."""

    serial: str
    book_number: str
    number: str
    issued_on: date
    payer_name: str
    amount: int
    tender: str
    void: bool


@dataclass(frozen=True, slots=True)
class PaymentRecord:
    """Money of one person, one enrolment and one receipt; a void is a negative amount."""

    receipt_id: str
    enrolment_id: str
    person_id: str
    scheme: str
    amount: int
    tender: str
    paid_on: date


@dataclass(frozen=True, slots=True)
class RemittanceRecord:
    """A transfer to the office's collection account."""

    number: int
    ordered_on: date
    amount: int
    account_number: str
    memo: str
    bank_reference: str
    payment_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListRecord:
    """The head of an official list."""

    form: str
    number: int
    list_date: date
    people: int
    own_share: int
    complete: bool


@dataclass(frozen=True, slots=True)
class ListLineRecord:
    """One line of an official list as it was signed; the office answers each."""

    list_id: str
    position: int
    enrolment_id: str
    full_name: str
    birth_date: str
    sex: str
    personal_id: str
    insurance_number: str
    registered_hospital: str
    class_name: str
    change_type: str
    group_code: str
    starts_on: date
    ends_on: date
    months: int
    gross: int
    own_share: int


@dataclass(frozen=True, slots=True)
class CorrectionRecord:
    """A fact of a person already sent that the office is asked to correct; values as printed."""

    person_id: str
    field: str
    old_value: str
    new_value: str
    evidence: str
    filed_on: date


@dataclass(frozen=True, slots=True)
class AnswerRecord:
    """The answer to one line of a list.

    Args:
        line_id: id of the line's record in the sender's bundle.
        code: of the table of checks where refused, else empty.
        remedy: what to do, in the office's words.
        insurance_number, card_number, valid_from, valid_to: where they were completed.
    """

    line_id: str
    list_id: str
    enrolment_id: str
    state: AnswerState
    code: str = ""
    remedy: str = ""
    insurance_number: str = ""
    card_number: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class RefundRecord:
    """Money that a school gave back to a family; the payments hold the counter-entries."""

    enrolment_id: str
    number: int
    refunded_on: date
    amount: int
    tender: str
    reason: str


@dataclass(frozen=True, slots=True)
class StopRecord:
    """Somebody on an earlier list stops: what the sender computed that is owed, and whom to pay.

    Args:
        months: paid for and not used.
    """

    enrolment_id: str
    reason: str
    effective_on: date
    evidence: str
    months: int
    amount: int
    account_holder: str
    account_number: str
    account_bank: str


def line_place(line_id: str) -> tuple[str, int]:
    """The list of a line and its place on it, from the id under which the line travels."""
    list_id, _, position = line_id.rpartition(":")
    return list_id, int(position) if position.isdecimal() else 0


Record = (
    PersonRecord
    | ClassRecord
    | RosterRecord
    | CoverRecord
    | EnrolmentRecord
    | ReceiptRecord
    | PaymentRecord
    | RemittanceRecord
    | RefundRecord
    | StopRecord
    | ListRecord
    | ListLineRecord
    | CorrectionRecord
    | AnswerRecord
)

LASTING = frozenset({"list", "list_line", "answer"})
"""Kinds that stay as they were signed or given, also when everything else is told anew."""

KINDS: dict[str, type[Record]] = {
    "person": PersonRecord,
    "school_class": ClassRecord,
    "roster_entry": RosterRecord,
    "cover": CoverRecord,
    "enrolment": EnrolmentRecord,
    "receipt": ReceiptRecord,
    "payment": PaymentRecord,
    "remittance": RemittanceRecord,
    "refund": RefundRecord,
    "stop": StopRecord,
    "correction": CorrectionRecord,
    "list": ListRecord,
    "list_line": ListLineRecord,
    "answer": AnswerRecord,
}
"""Each kind by the name of its part, in the order that parts stand in a bundle."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One record as it travels.

    Args:
        id: where the record was made.
        version: of the bundle in which it last changed.
        record: None where the sender has withdrawn it.
    """

    kind: str
    id: str
    version: Version
    record: Record | None
