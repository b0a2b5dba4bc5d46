"""What this desk says of lines that came in, until it goes back in an answer bundle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ssdesk.storage.store import Reader, Row, Unit


@dataclass(frozen=True, slots=True)
class LineAnswer:
    """The answer to one line; `content` is the answer record's text, `sent_in` its bundle."""

    id: str
    intake_id: str
    line_id: str
    content: str
    sent_in: str | None = None


def put(unit: Unit, answer: LineAnswer) -> None:
    """Writes an answer, or changes one; a changed answer goes back again."""
    unit.execute(
        "INSERT INTO line_answer (id, intake_id, line_id, content, posted_at, posted_by)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (intake_id, line_id) DO UPDATE SET"
        " content = excluded.content, posted_at = excluded.posted_at,"
        " posted_by = excluded.posted_by,"
        " bundle_id = CASE WHEN content = excluded.content THEN bundle_id END",
        (
            answer.id,
            answer.intake_id,
            answer.line_id,
            answer.content,
            unit.at.isoformat(),
            unit.actor,
        ),
    )


def of_intake(reader: Reader, intake_id: str) -> tuple[LineAnswer, ...]:
    """The answers to one case."""
    rows = reader.rows(
        "SELECT * FROM line_answer WHERE intake_id = ? ORDER BY line_id", (intake_id,)
    )
    return tuple(_answer(row) for row in rows)


def unsent(reader: Reader, sender: str) -> tuple[LineAnswer, ...]:
    """Answers to a sender that no bundle has carried yet."""
    rows = reader.rows(
        "SELECT a.* FROM line_answer a JOIN intake i ON i.id = a.intake_id"
        " WHERE i.sender = ? AND a.bundle_id IS NULL ORDER BY a.id",
        (sender,),
    )
    return tuple(_answer(row) for row in rows)


def mark_sent(unit: Unit, answer_ids: Iterable[str], bundle_id: str) -> None:
    """Notes the bundle that carries the answers."""
    unit.executemany(
        "UPDATE line_answer SET bundle_id = ? WHERE id = ?",
        [(bundle_id, each) for each in answer_ids],
    )


def _answer(row: Row) -> LineAnswer:
    return LineAnswer(row["id"], row["intake_id"], row["line_id"], row["content"], row["bundle_id"])
