"""Members whose card or voluntary method ends, in the order in which they are visited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ssdesk.domain.receipt import Scheme
from ssdesk.storage.store import Reader, Row
from ssdesk.storage.visits import Visit, visit_of


@dataclass(frozen=True, slots=True)
class EndingRow:
    """One member in one scheme whose cover ends on a day.

    Args:
        months: of the last method in voluntary insurance, 0 for health insurance.
        visit: the newest one about this very end, None for none yet.
    """

    member_id: str
    household_id: str
    household_number: int
    head: str
    hamlet_id: str
    hamlet: str
    commune: str
    collector_id: str | None
    position: int
    address: str
    full_name: str
    phone: str
    away: str
    scheme: Scheme
    ends_on: date
    months: int
    visit: Visit | None


# The last day of each person is found in one pass over cards and payments, not person by person.
_ENDS = """
WITH ends AS (
  SELECT person_id, max(ends) AS ends_on FROM (
    SELECT k.person_id, k.valid_to AS ends FROM card k WHERE k.valid_to IS NOT NULL
    UNION ALL
    SELECT n.person_id, coalesce(t.covered_until, n.ends_on) FROM enrolment n
    LEFT JOIN stop t ON t.enrolment_id = n.id AND t.withdrawn_at IS NULL
    WHERE n.scheme = 'HI' AND n.state IN ('paid', 'submitted', 'accepted', 'returned'))
  GROUP BY person_id),
dues AS (
  SELECT person_id, 'HI' AS scheme, ends_on, 0 AS months FROM ends
  UNION ALL
  SELECT person_id, 'VI', max(ends_on), months FROM enrolment
  WHERE scheme = 'VI' AND state <> 'ended' GROUP BY person_id)
SELECT m.id AS member_id, m.household_id, m.away, h.number, h.position, h.address, h.hamlet_id,
  k.name AS hamlet, k.commune, k.collector_id AS hamlet_collector, p.full_name,
  CASE WHEN p.phone <> '' THEN p.phone ELSE h.phone END AS phone,
  coalesce(q.full_name, '') AS head, d.scheme AS due_scheme, d.ends_on AS due_ends_on, d.months,
  v.id, v.scheme, v.ends_on, v.visited_on, v.outcome, v.promised_on, v.note, v.collector_id
FROM dues d
JOIN household_member m ON m.person_id = d.person_id AND m.left_on IS NULL
JOIN household h ON h.id = m.household_id
JOIN hamlet k ON k.id = h.hamlet_id
JOIN person p ON p.id = m.person_id
LEFT JOIN household_member c
  ON c.household_id = h.id AND c.left_on IS NULL AND c.relation = '00'
LEFT JOIN person q ON q.id = c.person_id
LEFT JOIN cover o ON o.member_id = m.id AND o.ended_at IS NULL AND o.kind = 'elsewhere'
  AND o.proven = 1 AND (o.valid_to IS NULL OR o.valid_to >= ?)
LEFT JOIN visit v ON v.id = (
  SELECT x.id FROM visit x WHERE x.member_id = m.id AND x.withdrawn_at IS NULL
    AND x.scheme = d.scheme AND x.ends_on = d.ends_on ORDER BY x.posted_at DESC, x.id DESC LIMIT 1)
WHERE d.ends_on BETWEEN ? AND ? AND (d.scheme = 'VI' OR o.id IS NULL)
ORDER BY k.position, k.commune, k.name, h.position, h.number, m.position, d.scheme
"""


def ending(reader: Reader, today: date, first: date, last: date) -> tuple[EndingRow, ...]:
    """Who ends between two days, in walking order; those another group covers are left out."""
    rows = reader.rows(_ENDS, (today.isoformat(), first.isoformat(), last.isoformat()))
    return tuple(_ending(row) for row in rows)


def _ending(row: Row) -> EndingRow:
    return EndingRow(
        member_id=row["member_id"],
        household_id=row["household_id"],
        household_number=row["number"],
        head=row["head"],
        hamlet_id=row["hamlet_id"],
        hamlet=row["hamlet"],
        commune=row["commune"],
        collector_id=row["hamlet_collector"],
        position=row["position"],
        address=row["address"],
        full_name=row["full_name"],
        phone=row["phone"],
        away=row["away"],
        scheme=Scheme(row["due_scheme"]),
        ends_on=date.fromisoformat(row["due_ends_on"]),
        months=row["months"],
        visit=visit_of(row) if row["id"] is not None else None,
    )
