"""Enrolments through a household: health insurance by order, and voluntary insurance."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from ssdesk.domain.enrolment import ChangeType, EnrolmentState
from ssdesk.domain.period import Period
from ssdesk.domain.receipt import Scheme
from ssdesk.domain.rulebook import SupportCategory
from ssdesk.domain.settlement import PremiumLine
from ssdesk.domain.voluntary import Method
from ssdesk.storage.enrolments import premium_of, premium_text
from ssdesk.storage.store import Reader, Row, Unit


@dataclass(frozen=True, slots=True)
class VoluntaryTerms:
    """What was agreed on for a voluntary period; `income` in dong a month."""

    income: int
    category: SupportCategory
    method: Method
    supported_months: int


@dataclass(frozen=True, slots=True)
class MemberEnrolment:
    """One member in one scheme for one period; `paid` is what came in so far, in dong.

    Args:
        order: among those who joined as household in the financial year, None outside it.
        terms: of voluntary insurance, None for health insurance.
    """

    id: str
    member_id: str
    person_id: str
    collector_id: str | None
    group_code: str
    change_type: ChangeType
    period: Period
    months: int
    rule_date: date
    order: int | None
    premium: PremiumLine
    state: EnrolmentState
    terms: VoluntaryTerms | None = None
    note: str = ""
    paid: int = 0

    @property
    def scheme(self) -> Scheme:
        """Which insurance it is."""
        return Scheme.HEALTH if self.terms is None else Scheme.VOLUNTARY

    @property
    def still_due(self) -> int:
        """What of the own share has not come in yet, in dong."""
        return self.premium.own_share - self.paid


def insert(unit: Unit, item: MemberEnrolment) -> None:
    """Writes a new enrolment; its amounts are fixed, for money comes with it."""
    line = item.premium
    unit.insert(
        "enrolment",
        id=item.id,
        member_id=item.member_id,
        person_id=item.person_id,
        collector_id=item.collector_id,
        scheme=item.scheme.value,
        group_code=item.group_code,
        change_type=item.change_type.value,
        starts_on=item.period.starts_on.isoformat(),
        ends_on=item.period.ends_on.isoformat(),
        months=item.months,
        rule_date=item.rule_date.isoformat(),
        fixed=1,
        member_order=item.order,
        gross=line.gross,
        state_support=line.state_support,
        local_support=line.local_support,
        other_support=line.other_support,
        own_share=line.own_share,
        quote=premium_text(line),
        state=item.state.value,
        terms=_terms_text(item.terms),
        note=item.note,
    )


_SELECT = """
SELECT n.*, coalesce((SELECT sum(m.amount) FROM payment m WHERE m.enrolment_id = n.id), 0) AS paid
FROM enrolment n
"""


def get(reader: Reader, enrolment_id: str) -> MemberEnrolment | None:
    """One enrolment of a household's member with what was paid on it."""
    row = reader.one(f"{_SELECT} WHERE n.id = ? AND n.member_id IS NOT NULL", (enrolment_id,))
    return None if row is None else _enrolment(row)


def of_household(reader: Reader, household_id: str) -> tuple[MemberEnrolment, ...]:
    """Enrolments of a household's members, past ones too, the newest first."""
    rows = reader.rows(
        f"{_SELECT} JOIN household_member w ON w.id = n.member_id"
        " WHERE w.household_id = ? ORDER BY n.starts_on DESC, n.id DESC",
        (household_id,),
    )
    return tuple(_enrolment(row) for row in rows)


def supported_months(reader: Reader, person_id: str) -> int:
    """Months of voluntary insurance that the state supported: known before, and paid here."""
    before = reader.value(
        "SELECT supported_before FROM voluntary_participant WHERE person_id = ?", (person_id,)
    )
    rows = reader.rows(
        "SELECT terms FROM enrolment WHERE person_id = ? AND scheme = 'VI' AND state <> 'ended'",
        (person_id,),
    )
    here = sum(json.loads(row["terms"])["supported_months"] for row in rows)
    return int(before or 0) + int(here)


def voluntary_until(reader: Reader, person_id: str) -> date | None:
    """Last day paid for in voluntary insurance."""
    value = reader.value(
        "SELECT max(ends_on) FROM enrolment WHERE person_id = ? AND scheme = 'VI'"
        " AND state <> 'ended'",
        (person_id,),
    )
    return date.fromisoformat(value) if value else None


def _terms_text(terms: VoluntaryTerms | None) -> str | None:
    if terms is None:
        return None
    values = {
        "income": terms.income,
        "category": terms.category.value,
        "method": terms.method.value,
        "supported_months": terms.supported_months,
    }
    return json.dumps(values, sort_keys=True)


def _terms(text: str | None) -> VoluntaryTerms | None:
    if text is None:
        return None
    values = json.loads(text)
    return VoluntaryTerms(
        values["income"],
        SupportCategory(values["category"]),
        Method(values["method"]),
        values["supported_months"],
    )


def _enrolment(row: Row) -> MemberEnrolment:
    return MemberEnrolment(
        id=row["id"],
        member_id=row["member_id"],
        person_id=row["person_id"],
        collector_id=row["collector_id"],
        group_code=row["group_code"],
        change_type=ChangeType(row["change_type"]),
        period=Period(date.fromisoformat(row["starts_on"]), date.fromisoformat(row["ends_on"])),
        months=row["months"],
        rule_date=date.fromisoformat(row["rule_date"]),
        order=row["member_order"],
        premium=premium_of(row["quote"]),
        state=EnrolmentState(row["state"]),
        terms=_terms(row["terms"]),
        note=row["note"],
        paid=row["paid"],
    )
