"""The audit: who did what, chained by hash so that a tampered line is found."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ssdesk.storage.store import Unit


def append(unit: Unit, action: str, subject: str, detail: Mapping[str, str | int]) -> None:
    """Adds one entry after the last."""
    last = unit.one("SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1")
    seq = last["seq"] + 1 if last else 1
    previous = last["hash"] if last else ""
    values = {
        "seq": seq,
        "at": unit.at.isoformat(),
        "account": unit.actor,
        "action": action,
        "subject": subject,
        "detail": json.dumps(dict(detail), ensure_ascii=False, sort_keys=True),
        "previous_hash": previous,
    }
    text = json.dumps(values, ensure_ascii=False, sort_keys=True)
    unit.insert("audit_entry", **values, hash=hashlib.sha256(text.encode()).hexdigest())
