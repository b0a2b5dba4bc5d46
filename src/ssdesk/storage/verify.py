"""Whether a store says the truth: pages, links, audit, and the books of money."""

from __future__ import annotations

from ssdesk.domain.problems import Problem
from ssdesk.errors import Param
from ssdesk.storage.audit import first_break
from ssdesk.storage.unit import Reader

_RECEIPT_SUMS = """
SELECT b.serial || '/' || b.book_number AS book, r.number, r.amount,
  coalesce((SELECT sum(p.amount) FROM payment p
    WHERE p.receipt_id = r.id AND p.voids IS NULL), 0) AS paid
FROM receipt r JOIN receipt_book b ON b.id = r.book_id
WHERE r.amount <> paid
ORDER BY book, r.number
"""
# A void receipt's payments each have their counter-entry; any other one belongs to a refund.
_VOIDS = """
SELECT b.serial || '/' || b.book_number AS book, r.number
FROM payment p JOIN receipt r ON r.id = p.receipt_id JOIN receipt_book b ON b.id = r.book_id
LEFT JOIN payment c ON c.voids = p.id LEFT JOIN receipt_void v ON v.receipt_id = r.id
LEFT JOIN refund_payment f ON f.payment_id = c.id
WHERE p.voids IS NULL AND (
  (v.receipt_id IS NULL AND f.refund_id IS NULL) <> (c.id IS NULL)
  OR (c.id IS NOT NULL AND (c.amount + p.amount <> 0 OR c.receipt_id <> p.receipt_id
    OR c.enrolment_id <> p.enrolment_id)))
GROUP BY r.id ORDER BY book, r.number
"""
_ENROLMENTS = """
SELECT e.id, p.full_name, e.state, e.fixed, e.own_share,
  coalesce((SELECT sum(m.amount) FROM payment m WHERE m.enrolment_id = e.id), 0) AS paid
FROM enrolment e JOIN person p ON p.id = e.person_id
WHERE paid < 0
  OR (e.state IN ('paid', 'submitted', 'accepted', 'returned') AND paid < e.own_share)
  OR (paid > 0 AND e.fixed = 0)
ORDER BY e.id
"""
# Numbers of our own books run without a gap; those printed before a restore are known lost.
_GAPS = """
SELECT serial || '/' || book_number AS book, before + 1 AS first, number - 1 AS last FROM (
  SELECT b.id, b.serial, b.book_number, r.number,
    coalesce(lag(r.number) OVER (PARTITION BY b.id ORDER BY r.number), b.first_number - 1) AS before
  FROM receipt_book b JOIN receipt r ON r.book_id = b.id WHERE b.kind = 'program_printed') g
WHERE number > before + 1 AND NOT EXISTS (
  SELECT 1 FROM epoch_book e
  WHERE e.book_id = g.id AND e.last_printed = g.number - 1
    AND coalesce(e.last_in_backup, g.before) = g.before)
ORDER BY book, first
"""
_HANDOVERS = """
SELECT h.number, h.amount, coalesce(sum(p.amount), 0) AS paid
FROM handover h LEFT JOIN handover_payment l ON l.handover_id = h.id
LEFT JOIN payment p ON p.id = l.payment_id
GROUP BY h.id HAVING h.amount <> paid ORDER BY h.number
"""
_REMITTANCES = """
SELECT h.number, h.amount, coalesce(sum(p.amount), 0) AS paid
FROM remittance h LEFT JOIN remittance_line l ON l.remittance_id = h.id
LEFT JOIN payment p ON p.id = l.payment_id
GROUP BY h.id HAVING h.amount <> paid ORDER BY h.number
"""
_REFUNDS = """
SELECT f.number, f.amount, coalesce(-sum(p.amount), 0) AS paid
FROM refund f LEFT JOIN refund_payment l ON l.refund_id = f.id
LEFT JOIN payment p ON p.id = l.payment_id
GROUP BY f.id HAVING f.amount <> paid ORDER BY f.number
"""
# What triggers keep beside the payments is what the payments say.
_HELD = """
WITH truth AS (
  SELECT m.id, CASE WHEN h.payment_id IS NULL THEN m.held_by ELSE 'cashier' END, m.amount
  FROM payment m LEFT JOIN handover_payment h ON h.payment_id = m.id
  WHERE m.voids IS NULL
    AND NOT EXISTS (SELECT 1 FROM payment v WHERE v.voids = m.id)
    AND NOT EXISTS (SELECT 1 FROM remittance_payment x WHERE x.payment_id = m.id)),
wrong AS (
  SELECT * FROM (SELECT * FROM payment_held EXCEPT SELECT * FROM truth)
  UNION ALL SELECT * FROM (SELECT * FROM truth EXCEPT SELECT * FROM payment_held))
SELECT DISTINCT b.serial || '/' || b.book_number AS book, r.number
FROM wrong w JOIN payment m ON m.id = w.payment_id JOIN receipt r ON r.id = m.receipt_id
JOIN receipt_book b ON b.id = r.book_id ORDER BY book, r.number
"""
_MONEY = (
    ("VERIFY_RECEIPT_SUM", _RECEIPT_SUMS, ("book", "number", "amount", "paid")),
    ("VERIFY_VOID", _VOIDS, ("book", "number")),
    ("VERIFY_ENROLMENT", _ENROLMENTS, ("full_name", "own_share", "paid")),
    ("VERIFY_GAP", _GAPS, ("book", "first", "last")),
    ("VERIFY_HANDOVER", _HANDOVERS, ("number", "amount", "paid")),
    ("VERIFY_HELD", _HELD, ("book", "number")),
    ("VERIFY_REFUND", _REFUNDS, ("number", "amount", "paid")),
    ("VERIFY_REMITTANCE", _REMITTANCES, ("number", "amount", "paid")),
)
_AUDIT = (
    "SELECT seq, at, account, action, subject, detail, previous_hash, hash"
    " FROM audit_entry ORDER BY seq"
)


def basics(reader: Reader) -> tuple[Problem, ...]:
    """Pages, links between rows, and the chain of the audit."""
    found = list(pages(reader))
    if found:
        # What stands on damaged pages cannot be asked about.
        return tuple(found)
    for row in reader.rows(
        'SELECT "table" AS name, count(*) AS rows FROM pragma_foreign_key_check GROUP BY 1'
    ):
        params: dict[str, Param] = {"table": row["name"], "rows": row["rows"]}
        found.append(Problem("", "VERIFY_LINKS", params))
    line = first_break(reader.rows(_AUDIT))
    if line is not None:
        found.append(Problem("", "VERIFY_AUDIT", {"line": line}))
    return tuple(found)


def pages(reader: Reader) -> tuple[Problem, ...]:
    """The seal of every page, and how they hang together."""
    if reader.rows("PRAGMA cipher_integrity_check") or _malformed(reader):
        return (Problem("", "VERIFY_PAGES"),)
    return ()


def _malformed(reader: Reader) -> bool:
    return [row[0] for row in reader.rows("PRAGMA integrity_check(1)")] != ["ok"]  # type: ignore[index]


def money(reader: Reader) -> tuple[Problem, ...]:
    """Receipts, payments, enrolments, slips and orders agree; no number of ours is missing."""
    return tuple(
        Problem("", code, {name: row[name] for name in names})
        for code, sql, names in _MONEY
        for row in reader.rows(sql)
    )


def audit_holds(reader: Reader, seq: int, line_hash: str) -> tuple[Problem, ...]:
    """Whether the audit still holds a line that a backup remembers."""
    if seq == 0 or reader.value("SELECT hash FROM audit_entry WHERE seq = ?", (seq,)) == line_hash:
        return ()
    return (Problem("", "VERIFY_AUDIT_SHORTENED", {"line": seq}),)
