"""Where all money is, what came in by day, and list, receipts and transfers side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ssdesk.domain.receipt import Tender
from ssdesk.domain.remittance import CashPosition, ClassCash, MatchLine, ThreeWayMatch
from ssdesk.storage.store import Reader


@dataclass(frozen=True, slots=True)
class DayMoney:
    """One day's money by way of handing in, in dong.

    Args:
        received: posted that day on receipts, void ones included.
        given_back: counter-entries of receipts voided that day, as a positive amount.
        receipts: receipts that money came in on.
    """

    day: date
    tender: Tender
    received: int
    given_back: int
    receipts: int

    @property
    def net(self) -> int:
        """What remained of the day."""
        return self.received - self.given_back


@dataclass(frozen=True, slots=True)
class RoundClass:
    """One class in one round; amounts in dong.

    Args:
        pupils: signed up and not withdrawn.
        paid_pupils: with the whole own share in.
        own_share: what they owe together.
        paid: what came in of it.
    """

    class_id: str
    class_name: str
    pupils: int
    paid_pupils: int
    own_share: int
    paid: int

    @property
    def still_due(self) -> int:
        """What has not come in yet."""
        return self.own_share - self.paid


_PLACES = """
SELECT
  (SELECT coalesce(sum(h.amount), 0) FROM payment_held h WHERE h.place = 'bank') AS in_bank,
  coalesce(sum(o.amount), 0) AS remitted,
  coalesce(sum(o.amount) FILTER (WHERE f.remittance_id IS NOT NULL), 0) AS confirmed
FROM remittance o
LEFT JOIN remittance_confirmation f ON f.remittance_id = o.id
WHERE NOT EXISTS (SELECT 1 FROM remittance_withdrawal w WHERE w.remittance_id = o.id)
"""

_TEACHERS = """
SELECT c.id, c.name, coalesce(sum(t.amount), 0) AS amount, coalesce(sum(t.shortage), 0) AS shortage
FROM (
  SELECT e.class_id, h.amount, 0 AS shortage
  FROM payment_held h
  JOIN payment m ON m.id = h.payment_id
  JOIN enrolment n ON n.id = m.enrolment_id
  JOIN roster_entry e ON e.id = n.roster_entry_id
  WHERE h.place = 'teacher'
  UNION ALL
  SELECT h.class_id, h.amount - h.counted, h.amount - h.counted
  FROM handover h WHERE h.amount <> h.counted
) t
JOIN school_class c ON c.id = t.class_id
GROUP BY c.id
HAVING sum(t.amount) <> 0
ORDER BY c.school_year DESC, c.sort_key
"""

_LAST_BALANCE = """
SELECT counted_on, amount FROM cash_balance WHERE counted_on <= ? ORDER BY counted_on DESC LIMIT 1
"""

_CASH_BETWEEN = """
SELECT
  (SELECT coalesce(sum(m.amount), 0) FROM payment m
    WHERE m.held_by = 'cashier' AND m.paid_on > ? AND m.paid_on <= ?)
  + (SELECT coalesce(sum(h.counted), 0) FROM handover h
      WHERE h.handed_on > ? AND h.handed_on <= ?)
  - (SELECT coalesce(sum(m.amount), 0) FROM remittance o
      CROSS JOIN remittance_line x ON x.remittance_id = o.id
      CROSS JOIN payment m ON m.id = x.payment_id
      WHERE m.held_by <> 'bank' AND o.ordered_on > ? AND o.ordered_on <= ?)
  + (SELECT coalesce(sum(m.amount), 0) FROM remittance_withdrawal w
      CROSS JOIN remittance_line x ON x.remittance_id = w.remittance_id
      CROSS JOIN payment m ON m.id = x.payment_id
      WHERE m.held_by <> 'bank' AND w.withdrawn_on > ? AND w.withdrawn_on <= ?)
"""

_MATCH = """
SELECT n.id, p.full_name, c.name AS class_name, n.own_share,
  CASE WHEN ? THEN n.state NOT IN ('returned', 'ended')
      AND EXISTS (SELECT 1 FROM submission_line s WHERE s.enrolment_id = n.id)
    ELSE n.state IN ('paid', 'submitted', 'accepted') END AS on_list,
  coalesce(sum(m.amount), 0) AS receipted,
  coalesce(sum(m.amount) FILTER (WHERE x.payment_id IS NOT NULL), 0) AS transferred,
  coalesce(sum(m.amount) FILTER (WHERE f.remittance_id IS NOT NULL), 0) AS confirmed
FROM enrolment n
JOIN person p ON p.id = n.person_id
JOIN roster_entry e ON e.id = n.roster_entry_id
JOIN school_class c ON c.id = e.class_id
LEFT JOIN payment m ON m.enrolment_id = n.id
LEFT JOIN remittance_payment x ON x.payment_id = m.id
LEFT JOIN remittance_confirmation f ON f.remittance_id = x.remittance_id
WHERE n.round_id = ?
GROUP BY n.id
ORDER BY c.sort_key, p.sort_key, n.id
"""

_LIST_MADE = """
SELECT 1 FROM submission_line s JOIN enrolment n ON n.id = s.enrolment_id
WHERE n.round_id = ? LIMIT 1
"""

_DAYS = """
SELECT paid_on, tender,
  coalesce(sum(amount) FILTER (WHERE amount > 0), 0) AS received,
  -coalesce(sum(amount) FILTER (WHERE amount < 0), 0) AS given_back,
  count(DISTINCT receipt_id) FILTER (WHERE amount > 0) AS receipts
FROM payment
WHERE paid_on BETWEEN ? AND ?
GROUP BY paid_on, tender
ORDER BY paid_on, tender
"""

_CLASSES = """
SELECT c.id, c.name, count(*) AS pupils, sum(t.paid >= t.own_share) AS paid_pupils,
  sum(t.own_share) AS own_share, sum(t.paid) AS paid
FROM (
  SELECT e.class_id, n.own_share,
    coalesce((SELECT sum(m.amount) FROM payment m WHERE m.enrolment_id = n.id), 0) AS paid
  FROM enrolment n JOIN roster_entry e ON e.id = n.roster_entry_id
  WHERE n.round_id = ? AND n.state <> 'ended'
) t
JOIN school_class c ON c.id = t.class_id
GROUP BY c.id
ORDER BY c.sort_key, c.name
"""


def position(reader: Reader) -> CashPosition:
    """Where every dong is now; the parts add up to all posted money."""
    row = reader.one(_PLACES)
    assert row is not None
    classes = _classes(reader)
    return CashPosition(
        with_teachers=sum(item.amount for item in classes),
        with_cashier=cash_until(reader, date.max),
        in_bank=row["in_bank"],
        remitted=row["remitted"],
        confirmed=row["confirmed"],
        classes=classes,
    )


def class_cash(reader: Reader, class_id: str) -> ClassCash:
    """What the teacher of one class still has to hand in."""
    found = (item for item in _classes(reader) if item.class_id == class_id)
    return next(found, ClassCash(class_id, "", 0))


def posted(reader: Reader) -> int:
    """All money ever posted, counter-entries taken off, in dong."""
    return int(reader.value("SELECT coalesce(sum(amount), 0) FROM payment"))


def _classes(reader: Reader) -> tuple[ClassCash, ...]:
    return tuple(
        ClassCash(row["id"], row["name"], row["amount"], row["shortage"])
        for row in reader.rows(_TEACHERS)
    )


def cash_until(reader: Reader, day: date) -> int:
    """Cash the cashier answers for at the end of a day, in dong: the last count's and since."""
    last = reader.one(_LAST_BALANCE, (day.isoformat(),))
    since, before = ("", 0) if last is None else (last["counted_on"], last["amount"])
    return int(before + reader.value(_CASH_BETWEEN, (since, day.isoformat()) * 4))


def match(reader: Reader, round_id: str) -> ThreeWayMatch:
    """What is listed, receipted and transferred of each enrolment of a round."""
    made = reader.value(_LIST_MADE, (round_id,)) is not None
    lines = tuple(
        MatchLine(
            enrolment_id=row["id"],
            full_name=row["full_name"],
            class_name=row["class_name"],
            own_share=row["own_share"],
            on_list=bool(row["on_list"]),
            receipted=row["receipted"],
            transferred=row["transferred"],
            confirmed=row["confirmed"],
        )
        for row in reader.rows(_MATCH, (int(made), round_id))
    )
    return ThreeWayMatch(lines, made)


def days(reader: Reader, first: date, last: date) -> tuple[DayMoney, ...]:
    """Money from a first to a last day, a line a day and way of handing in."""
    return tuple(
        DayMoney(
            day=date.fromisoformat(row["paid_on"]),
            tender=Tender(row["tender"]),
            received=row["received"],
            given_back=row["given_back"],
            receipts=row["receipts"],
        )
        for row in reader.rows(_DAYS, (first.isoformat(), last.isoformat()))
    )


def round_classes(reader: Reader, round_id: str) -> tuple[RoundClass, ...]:
    """What each class owes and has paid in a round."""
    return tuple(
        RoundClass(
            class_id=row["id"],
            class_name=row["name"],
            pupils=row["pupils"],
            paid_pupils=row["paid_pupils"],
            own_share=row["own_share"],
            paid=row["paid"],
        )
        for row in reader.rows(_CLASSES, (round_id,))
    )
