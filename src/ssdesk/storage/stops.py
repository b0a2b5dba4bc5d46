"""Who stops after being sent to the office, and what the office owes back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ssdesk.domain.stopping import RefundAccount, StopReason, StopState
from ssdesk.storage.store import Reader, Row, Unit


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop as it was filed; amounts in dong.

    Args:
        support_percent: the state's new share as typed, empty where it is not about that.
        covered_until: last day of cover through the school.
    """

    id: str
    enrolment_id: str
    reason: StopReason
    effective_on: date
    evidence: str
    support_percent: str
    months: int
    amount: int
    workings: tuple[str, ...]
    account: RefundAccount
    covered_until: date
    state: StopState
    filed_on: date


@dataclass(frozen=True, slots=True)
class StopRow:
    """A stop in force, by name."""

    stop: Stop
    entry_id: str
    round_id: str
    full_name: str
    class_name: str
    school_year: str
    person_id: str = ""


def insert(unit: Unit, item: Stop) -> None:
    """Writes a stop; only its state changes afterwards."""
    unit.insert(
        "stop",
        id=item.id,
        enrolment_id=item.enrolment_id,
        reason=item.reason.value,
        effective_on=item.effective_on.isoformat(),
        evidence=item.evidence,
        support_percent=item.support_percent,
        months=item.months,
        amount=item.amount,
        workings=json.dumps(item.workings, ensure_ascii=False),
        account_holder=item.account.holder,
        account_number=item.account.number,
        account_bank=item.account.bank,
        covered_until=item.covered_until.isoformat(),
        state=item.state.value,
        filed_on=item.filed_on.isoformat(),
        posted_at=unit.at.isoformat(),
        posted_by=unit.actor,
    )


def set_state(unit: Unit, stop_ids: Iterable[str], state: StopState) -> None:
    """Moves stops on."""
    unit.executemany(
        "UPDATE stop SET state = ? WHERE id = ?", [(state.value, each) for each in stop_ids]
    )


def withdraw(unit: Unit, stop_id: str, reason: str) -> None:
    """Takes a stop back: the pupil goes on as before."""
    unit.update("stop", stop_id, withdrawn_at=unit.at.isoformat(), withdrawal_reason=reason)


def get(reader: Reader, stop_id: str) -> Stop | None:
    """One stop that was not taken back."""
    row = reader.one("SELECT * FROM stop WHERE id = ? AND withdrawn_at IS NULL", (stop_id,))
    return None if row is None else _stop(row)


def of_enrolment(reader: Reader, enrolment_id: str) -> Stop | None:
    """The stop in force of an enrolment."""
    row = reader.one(
        "SELECT * FROM stop WHERE enrolment_id = ? AND withdrawn_at IS NULL", (enrolment_id,)
    )
    return None if row is None else _stop(row)


def every(reader: Reader, states: Iterable[StopState] = tuple(StopState)) -> tuple[StopRow, ...]:
    """Stops in force in any of the states, by class and given name."""
    wanted = tuple(state.value for state in states)
    rows = reader.rows(
        "SELECT t.*, e.id AS entry_id, n.round_id, n.person_id, p.full_name,"
        " c.name AS class_name, e.school_year"
        " FROM stop t JOIN enrolment n ON n.id = t.enrolment_id"
        " JOIN roster_entry e ON e.id = n.roster_entry_id"
        " JOIN school_class c ON c.id = e.class_id JOIN person p ON p.id = n.person_id"
        f" WHERE t.withdrawn_at IS NULL AND t.state IN ({', '.join('?' * len(wanted))})"
        " ORDER BY c.sort_key, c.name, p.sort_key, t.id",
        wanted,
    )
    return tuple(
        StopRow(
            _stop(row),
            row["entry_id"],
            row["round_id"],
            row["full_name"],
            row["class_name"],
            row["school_year"],
            row["person_id"],
        )
        for row in rows
    )


def _stop(row: Row) -> Stop:
    return Stop(
        id=row["id"],
        enrolment_id=row["enrolment_id"],
        reason=StopReason(row["reason"]),
        effective_on=date.fromisoformat(row["effective_on"]),
        evidence=row["evidence"],
        support_percent=row["support_percent"],
        months=row["months"],
        amount=row["amount"],
        workings=tuple(json.loads(row["workings"])),
        account=RefundAccount(row["account_holder"], row["account_number"], row["account_bank"]),
        covered_until=date.fromisoformat(row["covered_until"]),
        state=StopState(row["state"]),
        filed_on=date.fromisoformat(row["filed_on"]),
    )
