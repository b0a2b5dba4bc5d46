"""The parts of a bundle: one JSON line a record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from ssdesk.domain.bundle import MoneySum, Totals, Version
from ssdesk.domain.names import heal
from ssdesk.domain.records import KINDS, PaymentRecord, Record, Sent
from ssdesk.errors import BadFile

SUFFIX = ".ndjson"


class _Line(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    epoch: int
    sequence: int
    data: msgspec.Raw


_WITHDRAWN = b"null"
_ENCODER = msgspec.json.Encoder()
_LINES = msgspec.json.Decoder(_Line)
_DECODERS = {kind: msgspec.json.Decoder(of) for kind, of in KINDS.items()}


def content_of(record: Record) -> str:
    """A record as text; equal records have equal texts."""
    return _ENCODER.encode(record).decode()


def record_of(kind: str, content: str) -> Record:
    """The record of a text that `content_of` made."""
    record: Record = _DECODERS[kind].decode(content)
    return record


def encode_part(records: Iterable[Sent]) -> bytes:
    """The records of one kind, a line each."""
    return b"".join(_encode(each) + b"\n" for each in records)


def _encode(sent: Sent) -> bytes:
    data = msgspec.Raw(_WITHDRAWN if sent.record is None else _ENCODER.encode(sent.record))
    return _ENCODER.encode(_Line(sent.id, sent.version.epoch, sent.version.sequence, data))


def decode_part(name: str, content: bytes, file: str) -> tuple[Sent, ...]:
    """The records of a part; texts arrive in one Unicode form.

    Raises:
        BadFile: BUNDLE_PART_UNKNOWN, BUNDLE_ROW_MALFORMED with its line.
    """
    kind = name.removesuffix(SUFFIX)
    decoder = _DECODERS.get(kind)
    if decoder is None or not name.endswith(SUFFIX):
        raise BadFile("BUNDLE_PART_UNKNOWN", file=file, part=name)
    found: list[Sent] = []
    try:
        for text in heal(content.decode()).removesuffix("\n").split("\n") if content else ():
            line = _LINES.decode(text)
            withdrawn = bytes(line.data) == _WITHDRAWN
            record = None if withdrawn else decoder.decode(line.data)
            found.append(Sent(kind, line.id, Version(line.epoch, line.sequence), record))
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        raise BadFile("BUNDLE_ROW_MALFORMED", file=file, part=name, row=row) from error
    except msgspec.DecodeError as error:
        row = len(found) + 1
        raise BadFile("BUNDLE_ROW_MALFORMED", file=file, part=name, row=row) from error
    return tuple(found)


def totals_of(records: Sequence[Sent]) -> Totals:
    """The control totals of what a bundle holds; withdrawn records count for nothing."""
    kinds = Counter(each.kind for each in records if each.record is not None)
    money: Counter[tuple[str, str]] = Counter()
    for each in records:
        if isinstance(each.record, PaymentRecord):
            money[each.record.scheme, each.record.tender] += each.record.amount
    return Totals(
        people=kinds["person"],
        enrolments=kinds["enrolment"],
        receipts=kinds["receipt"],
        list_lines=kinds["list_line"],
        answers=kinds["answer"],
        money=tuple(MoneySum(*key, amount) for key, amount in sorted(money.items())),
    )
