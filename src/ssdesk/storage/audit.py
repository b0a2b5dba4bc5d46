"""The audit: who did what, chained by hash so that a tampered line is found."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ssdesk.errors import Param


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the audit.

    Args:
        seq: place in the chain, from 1 without a gap.
        detail: canonical JSON.
        previous_hash: hash of the line before, empty for the first.
    """

    seq: int
    at: str
    account: str
    action: str
    subject: str
    detail: str
    previous_hash: str

    def hash(self) -> str:
        """SHA-256 over the canonical JSON of all values, the previous hash included."""
        values = {name: getattr(self, name) for name in self.__slots__}
        text = json.dumps(values, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


def detail_text(detail: Mapping[str, Param]) -> str:
    """The detail of a line as canonical JSON."""
    return json.dumps(dict(detail), ensure_ascii=False, sort_keys=True)


def first_break(rows: Iterable[Mapping[str, Any]]) -> int | None:
    """Place of the first line that does not follow from the one before; None if all do."""
    previous = ""
    for seq, row in enumerate(rows, 1):
        entry = AuditEntry(*(row[name] for name in AuditEntry.__slots__))
        if (entry.seq, entry.previous_hash) != (seq, previous) or row["hash"] != entry.hash():
            return seq
        previous = row["hash"]
    return None
