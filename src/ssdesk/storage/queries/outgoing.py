"""The records of a school year as another desk is told of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from ssdesk.domain.records import (
    ClassRecord,
    CorrectionRecord,
    CoverRecord,
    EnrolmentRecord,
    PaymentRecord,
    PersonRecord,
    ReceiptRecord,
    Record,
    RefundRecord,
    RemittanceRecord,
    RosterRecord,
    StopRecord,
)
from ssdesk.storage.people import birth_date_of
from ssdesk.storage.store import Reader, Row

_ON_ROSTER = "SELECT id FROM roster_entry WHERE school_year = :year"
_ENROLLED = f"SELECT id FROM enrolment WHERE roster_entry_id IN ({_ON_ROSTER})"
_PAID = f"SELECT id FROM payment WHERE enrolment_id IN ({_ENROLLED})"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One record with its kind and id."""

    kind: str
    id: str
    record: Record


def outgoing(reader: Reader, school_year: str) -> Iterator[Outgoing]:
    """All records of a school year, kind by kind, each kind by id."""
    for kind, (sql, make) in _SOURCES.items():
        for row in reader.rows(sql.replace(":year", "?1"), (school_year,)):
            yield Outgoing(kind, row["id"], make(row))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _person(row: Row) -> PersonRecord:
    born = birth_date_of(row)
    return PersonRecord(
        full_name=row["full_name"],
        birth_date=born.iso() if born else "",
        sex=row["sex"] or "",
        personal_id=row["personal_id"] or "",
        insurance_number=row["insurance_number"] or "",
        phone=row["phone"],
        address=row["address"],
        ethnicity=row["ethnicity"],
        parent_name=row["parent_name"],
        registered_hospital=row["registered_hospital"],
        identity_override=row["identity_override"],
    )


def _class(row: Row) -> ClassRecord:
    return ClassRecord(row["school_year"], row["name"], row["grade"], row["sub_unit_code"])


def _entry(row: Row) -> RosterRecord:
    return RosterRecord(
        person_id=row["person_id"],
        class_id=row["class_id"],
        school_year=row["school_year"],
        joined_on=date.fromisoformat(row["joined_on"]),
        left_on=_day(row["left_on"]),
        left_over_reason=row["left_over_reason"],
    )


def _cover(row: Row) -> CoverRecord:
    return CoverRecord(
        roster_entry_id=row["roster_entry_id"],
        kind=row["kind"],
        group_code=row["group_code"],
        card_number=row["card_number"],
        valid_to=_day(row["valid_to"]),
        evidence=row["evidence"],
        proven=bool(row["proven"]),
        ended=row["ended_at"] is not None,
    )


def _enrolment(row: Row) -> EnrolmentRecord:
    return EnrolmentRecord(
        person_id=row["person_id"],
        roster_entry_id=row["roster_entry_id"],
        scheme=row["scheme"],
        group_code=row["group_code"],
        change_type=row["change_type"],
        starts_on=date.fromisoformat(row["starts_on"]),
        ends_on=date.fromisoformat(row["ends_on"]),
        months=row["months"],
        rule_date=date.fromisoformat(row["rule_date"]),
        gross=row["gross"],
        state_support=row["state_support"],
        local_support=row["local_support"],
        other_support=row["other_support"],
        own_share=row["own_share"],
        state=row["state"],
    )


def _receipt(row: Row) -> ReceiptRecord:
    return ReceiptRecord(
        serial=row["serial"],
        book_number=row["book_number"],
        number=str(row["number"]).zfill(row["number_width"]),
        issued_on=date.fromisoformat(row["issued_on"]),
        payer_name=row["payer_name"],
        amount=row["amount"],
        tender=row["tender"],
        void=bool(row["void"]),
    )


def _payment(row: Row) -> PaymentRecord:
    return PaymentRecord(
        receipt_id=row["receipt_id"],
        enrolment_id=row["enrolment_id"],
        person_id=row["person_id"],
        scheme=row["scheme"],
        amount=row["amount"],
        tender=row["tender"],
        paid_on=date.fromisoformat(row["paid_on"]),
    )


def _remittance(row: Row) -> RemittanceRecord:
    return RemittanceRecord(
        number=row["number"],
        ordered_on=date.fromisoformat(row["ordered_on"]),
        amount=row["amount"],
        account_number=row["account_number"],
        memo=row["memo"],
        bank_reference=row["bank_reference"] or "",
        payment_ids=tuple(row["payment_ids"].split(",")),
    )


def _correction(row: Row) -> CorrectionRecord:
    return CorrectionRecord(
        person_id=row["person_id"],
        field=row["field"],
        old_value=row["old_value"],
        new_value=row["new_value"],
        evidence=row["evidence"],
        filed_on=date.fromisoformat(row["filed_on"]),
    )


def _refund(row: Row) -> RefundRecord:
    return RefundRecord(
        enrolment_id=row["enrolment_id"],
        number=row["number"],
        refunded_on=date.fromisoformat(row["refunded_on"]),
        amount=row["amount"],
        tender=row["tender"],
        reason=row["reason"],
    )


def _stop(row: Row) -> StopRecord:
    return StopRecord(
        enrolment_id=row["enrolment_id"],
        reason=row["reason"],
        effective_on=date.fromisoformat(row["effective_on"]),
        evidence=row["evidence"],
        months=row["months"],
        amount=row["amount"],
        account_holder=row["account_holder"],
        account_number=row["account_number"],
        account_bank=row["account_bank"],
    )


_SOURCES: dict[str, tuple[str, Callable[[Row], Record]]] = {
    "person": (
        "SELECT * FROM person WHERE id IN"
        " (SELECT person_id FROM roster_entry WHERE school_year = :year) ORDER BY id",
        _person,
    ),
    "school_class": ("SELECT * FROM school_class WHERE school_year = :year ORDER BY id", _class),
    "roster_entry": ("SELECT * FROM roster_entry WHERE school_year = :year ORDER BY id", _entry),
    "cover": (f"SELECT * FROM cover WHERE roster_entry_id IN ({_ON_ROSTER}) ORDER BY id", _cover),
    "enrolment": (
        f"SELECT * FROM enrolment WHERE roster_entry_id IN ({_ON_ROSTER}) ORDER BY id",
        _enrolment,
    ),
    "receipt": (
        "SELECT r.*, b.serial, b.book_number, b.number_width, v.receipt_id IS NOT NULL AS void"
        " FROM receipt r JOIN receipt_book b ON b.id = r.book_id"
        " LEFT JOIN receipt_void v ON v.receipt_id = r.id"
        f" WHERE r.id IN (SELECT receipt_id FROM payment WHERE enrolment_id IN ({_ENROLLED}))"
        " ORDER BY r.id",
        _receipt,
    ),
    "payment": (
        "SELECT m.*, n.scheme FROM payment m JOIN enrolment n ON n.id = m.enrolment_id"
        f" WHERE m.enrolment_id IN ({_ENROLLED}) ORDER BY m.id",
        _payment,
    ),
    "remittance": (
        "SELECT t.*, c.bank_reference,"
        " (SELECT group_concat(payment_id) FROM (SELECT x.payment_id FROM remittance_payment x"
        f" WHERE x.remittance_id = t.id AND x.payment_id IN ({_PAID})"
        " ORDER BY x.payment_id)) AS payment_ids"
        " FROM remittance t LEFT JOIN remittance_confirmation c ON c.remittance_id = t.id"
        " WHERE t.id IN (SELECT remittance_id FROM remittance_payment"
        f" WHERE payment_id IN ({_PAID})) ORDER BY t.id",
        _remittance,
    ),
    "refund": (
        f"SELECT * FROM refund WHERE enrolment_id IN ({_ENROLLED}) ORDER BY id",
        _refund,
    ),
    "stop": (
        f"SELECT * FROM stop WHERE enrolment_id IN ({_ENROLLED}) AND withdrawn_at IS NULL"
        " ORDER BY id",
        _stop,
    ),
    "correction": (
        # What a row of a list tells is answered there.
        "SELECT * FROM correction WHERE withdrawn_at IS NULL AND id NOT IN"
        " (SELECT correction_id FROM submission_line WHERE correction_id IS NOT NULL)"
        " AND person_id IN (SELECT person_id FROM roster_entry WHERE school_year = :year)"
        " ORDER BY id",
        _correction,
    ),
}
