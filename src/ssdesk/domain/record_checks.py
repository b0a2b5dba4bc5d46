"""What makes a single record unfit to be taken in; the rest of its bundle is."""

from __future__ import annotations

from ssdesk.domain.identifiers import CONTRADICTIONS, check_insurance_number, check_personal_id
from ssdesk.domain.person import check_name
from ssdesk.domain.problems import Problem
from ssdesk.domain.records import EnrolmentRecord, ListLineRecord, PersonRecord, Record

_FOR_A_PERSON = CONTRADICTIONS | {"NAME_WITH_DIGITS"}


def check_record(record: Record) -> Problem | None:
    """The problem that refuses a record, or None.

    A contradiction between a number and a birth date is for a person to settle; a malformed
    number or amounts that do not add up are not taken.
    """
    if isinstance(record, PersonRecord | ListLineRecord):
        return _check_identity(record)
    if isinstance(record, EnrolmentRecord):
        return _check_amounts(record)
    return None


def _check_identity(record: PersonRecord | ListLineRecord) -> Problem | None:
    found = check_name(record.full_name.strip())
    if record.personal_id:
        found += check_personal_id(record.personal_id, None, None)
    if record.insurance_number:
        found += check_insurance_number(record.insurance_number)
    return next((each for each in found if each.code not in _FOR_A_PERSON), None)


def _check_amounts(record: EnrolmentRecord) -> Problem | None:
    parts = record.state_support + record.local_support + record.other_support + record.own_share
    if parts != record.gross or record.ends_on < record.starts_on:
        params: dict[str, str | int] = {"gross": record.gross, "parts": parts}
        return Problem("gross", "RECORD_AMOUNTS_DISAGREE", params)
    return None
