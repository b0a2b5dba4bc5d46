"""Enrolments of pupils in a round, with the quote in force."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date

from ssdesk.domain.enrolment import ChangeType, EnrolmentState
from ssdesk.domain.period import Period
from ssdesk.domain.problems import Problem
from ssdesk.domain.rulebook import Confidence, Source
from ssdesk.domain.settlement import PremiumLine, YearShare
from ssdesk.storage.store import Reader, Row, Unit


@dataclass(frozen=True, slots=True)
class Enrolment:
    """One pupil signed up in one round; `paid` is what came in so far, in dong."""

    id: str
    round_id: str
    entry_id: str
    person_id: str
    group_code: str
    change_type: ChangeType
    period: Period
    months: int
    rule_date: date
    fixed: bool
    premium: PremiumLine
    state: EnrolmentState
    promised_on: date | None = None
    note: str = ""
    paid: int = 0
    paper_card: bool = False

    @property
    def still_due(self) -> int:
        """What of the own share has not come in yet, in dong."""
        return self.premium.own_share - self.paid


def insert(unit: Unit, item: Enrolment) -> None:
    """Writes a new enrolment."""
    unit.insert(
        "enrolment",
        id=item.id,
        round_id=item.round_id,
        roster_entry_id=item.entry_id,
        person_id=item.person_id,
        group_code=item.group_code,
        state=item.state.value,
        promised_on=item.promised_on.isoformat() if item.promised_on else None,
        note=item.note,
        **_amounts(item),
    )


def update(unit: Unit, item: Enrolment) -> None:
    """Writes a changed enrolment; amounts of a fixed one are refused by the store."""
    unit.update(
        "enrolment",
        item.id,
        group_code=item.group_code,
        fixed=int(item.fixed),
        state=item.state.value,
        promised_on=item.promised_on.isoformat() if item.promised_on else None,
        note=item.note,
        **_amounts(item),
    )
    unit.execute("UPDATE enrolment SET version = version + 1 WHERE id = ?", (item.id,))


def set_state(unit: Unit, enrolment_id: str, state: EnrolmentState) -> None:
    """Moves an enrolment on without touching its amounts."""
    unit.execute(
        "UPDATE enrolment SET state = ?, version = version + 1 WHERE id = ?",
        (state.value, enrolment_id),
    )


def set_paper_card(unit: Unit, enrolment_id: str, *, paper: bool) -> None:
    """Notes whether the card is wanted on paper."""
    unit.execute(
        "UPDATE enrolment SET paper_card = ?, version = version + 1 WHERE id = ?",
        (int(paper), enrolment_id),
    )


def paid_until(reader: Reader, school_year: str) -> dict[str, date]:
    """Last day that people have paid for in earlier school years, by person."""
    rows = reader.rows(
        "SELECT n.person_id, max(coalesce(t.covered_until, n.ends_on)) AS ends_on FROM enrolment n"
        " JOIN collection_round r ON r.id = n.round_id"
        " LEFT JOIN stop t ON t.enrolment_id = n.id AND t.withdrawn_at IS NULL"
        " WHERE r.school_year < ? AND n.state IN ('paid', 'submitted', 'accepted', 'returned')"
        " GROUP BY n.person_id",
        (school_year,),
    )
    return {row["person_id"]: date.fromisoformat(row["ends_on"]) for row in rows}


def fix(unit: Unit, enrolment_id: str, *, fixed: bool) -> None:
    """Fixes the amounts at the first payment, or frees them when all of it was voided."""
    unit.execute("UPDATE enrolment SET fixed = ? WHERE id = ?", (int(fixed), enrolment_id))


def get(reader: Reader, enrolment_id: str) -> Enrolment | None:
    """One enrolment with what was paid on it."""
    row = reader.one(f"{_SELECT} WHERE n.id = ?", (enrolment_id,))
    return None if row is None else _enrolment(row)


def of_entry(reader: Reader, round_id: str, entry_id: str) -> Enrolment | None:
    """A pupil's enrolment in a round."""
    row = reader.one(
        f"{_SELECT} WHERE n.round_id = ? AND n.roster_entry_id = ?", (round_id, entry_id)
    )
    return None if row is None else _enrolment(row)


def of_round(reader: Reader, round_id: str) -> tuple[Enrolment, ...]:
    """All enrolments of a round."""
    rows = reader.rows(f"{_SELECT} WHERE n.round_id = ? ORDER BY n.id", (round_id,))
    return tuple(_enrolment(row) for row in rows)


def open_of_class(reader: Reader, round_id: str, class_id: str) -> tuple[str, ...]:
    """Enrolments of a class that still owe money, by given name."""
    rows = reader.rows(
        "SELECT n.id FROM enrolment n JOIN roster_entry e ON e.id = n.roster_entry_id"
        " JOIN person p ON p.id = n.person_id"
        " WHERE n.round_id = ? AND e.class_id = ? AND n.state IN ('due', 'promised')"
        " ORDER BY p.sort_key, n.id",
        (round_id, class_id),
    )
    return tuple(row["id"] for row in rows)


_SELECT = """
SELECT n.*, coalesce((SELECT sum(m.amount) FROM payment m WHERE m.enrolment_id = n.id), 0) AS paid
FROM enrolment n
"""


def _amounts(item: Enrolment) -> dict[str, str | int]:
    line = item.premium
    return {
        "change_type": item.change_type.value,
        "starts_on": item.period.starts_on.isoformat(),
        "ends_on": item.period.ends_on.isoformat(),
        "months": item.months,
        "rule_date": item.rule_date.isoformat(),
        "gross": line.gross,
        "state_support": line.state_support,
        "local_support": line.local_support,
        "other_support": line.other_support,
        "own_share": line.own_share,
        "quote": premium_text(line),
    }


def premium_text(line: PremiumLine) -> str:
    """A premium as the store keeps it."""
    values = asdict(line)
    for source in values["sources"]:
        source["confidence"] = source["confidence"].value
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def premium_of(text: str) -> PremiumLine:
    """The premium that was stored."""
    values = json.loads(text)
    values["by_year"] = tuple(YearShare(**year) for year in values["by_year"])
    values["workings"] = tuple(values["workings"])
    values["sources"] = tuple(
        Source(item["citation"], item["article"], Confidence(item["confidence"]))
        for item in values["sources"]
    )
    values["warnings"] = tuple(Problem(**item) for item in values["warnings"])
    return PremiumLine(**values)


def _enrolment(row: Row) -> Enrolment:
    promised = row["promised_on"]
    return Enrolment(
        id=row["id"],
        round_id=row["round_id"],
        entry_id=row["roster_entry_id"],
        person_id=row["person_id"],
        group_code=row["group_code"],
        change_type=ChangeType(row["change_type"]),
        period=Period(date.fromisoformat(row["starts_on"]), date.fromisoformat(row["ends_on"])),
        months=row["months"],
        rule_date=date.fromisoformat(row["rule_date"]),
        fixed=bool(row["fixed"]),
        premium=premium_of(row["quote"]),
        state=EnrolmentState(row["state"]),
        promised_on=date.fromisoformat(promised) if promised else None,
        note=row["note"],
        paid=row["paid"],
        paper_card=bool(row["paper_card"]),
    )
