"""What taking a bundle in would do with each of its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ssdesk.domain.bundle import Manifest, Outcome, Version
from ssdesk.domain.record_checks import check_record
from ssdesk.domain.records import LASTING, ListLineRecord, PersonRecord, Record, Sent
from ssdesk.exchange.bundle.parts import content_of, record_of
from ssdesk.storage import inbox
from ssdesk.storage.inbox import Received
from ssdesk.storage.store import Reader


@dataclass(frozen=True, slots=True)
class IntakeLine:
    """What taking in does with one row; `name` is empty for rows that are no person's."""

    kind: str
    id: str
    name: str
    outcome: Outcome
    code: str = ""


def compare(reader: Reader, manifest: Manifest, records: Sequence[Sent]) -> tuple[IntakeLine, ...]:
    """The rows in their order, then those that a bundle telling everything leaves out."""
    sender = manifest.sender.desk_id
    retold = inbox.newest_whole(reader, sender, manifest.period)
    lines = []
    for kind, group in groupby(records, key=lambda each: each.kind):
        rows = list(group)
        own, others = _said(reader, sender, kind, [each.id for each in rows])
        told = None if kind in LASTING else retold
        for each in rows:
            outcome, code = _outcome(each, own.get(each.id), others.get(each.id, ()), told)
            lines.append(IntakeLine(kind, each.id, name_of(each.record), outcome, code))
    if manifest.whole:
        lines += _left_out(reader, manifest, {(each.kind, each.id) for each in records})
    return tuple(lines)


def _said(
    reader: Reader, sender: str, kind: str, record_ids: list[str]
) -> tuple[dict[str, Received], dict[str, list[Received]]]:
    own: dict[str, Received] = {}
    others: dict[str, list[Received]] = {}
    for each in inbox.said_of(reader, kind, record_ids):
        if each.sender == sender:
            own[each.id] = each
        else:
            others.setdefault(each.id, []).append(each)
    return own, others


def _outcome(
    sent: Sent, before: Received | None, others: Sequence[Received], retold: Version | None
) -> tuple[Outcome, str]:
    problem = None if sent.record is None else check_record(sent.record)
    if problem is not None:
        return Outcome.REFUSED, problem.code
    if before is None and not others and (retold is None or retold <= sent.version):
        return (Outcome.SAME if sent.record is None else Outcome.NEW), ""
    content = None if sent.record is None else content_of(sent.record)
    if before is not None and before.version >= sent.version:
        return (Outcome.SAME if before.content == content else Outcome.OLDER), ""
    if retold is not None and retold > sent.version:
        return Outcome.OLDER, ""
    if any(other.content != content for other in others):
        return Outcome.CONFLICT, ""
    if before is None or before.content is None:
        return (Outcome.SAME if content is None else Outcome.NEW), ""
    if content is None:
        return Outcome.WITHDRAWN, ""
    return (Outcome.SAME if before.content == content else Outcome.CHANGED), ""


def _left_out(
    reader: Reader, manifest: Manifest, told: set[tuple[str, str]]
) -> Iterator[IntakeLine]:
    for each in inbox.told_in(reader, manifest.sender.desk_id, manifest.period):
        if each.content is None or each.version > manifest.version:
            continue
        if (each.kind, each.id) not in told:
            name = name_of(record_of(each.kind, each.content))
            yield IntakeLine(each.kind, each.id, name, Outcome.WITHDRAWN)


def name_of(record: Record | None) -> str:
    """Whose record it is, where it names a person."""
    return record.full_name if isinstance(record, PersonRecord | ListLineRecord) else ""
