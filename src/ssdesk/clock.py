"""Time and time-ordered ids, from one place (ruling 22)."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """What the program asks for the time and for new ids."""

    def now(self) -> datetime:
        """Local time, without zone, to the second."""

    def today(self) -> date:
        """Local date."""

    def new_id(self) -> str:
        """A time-ordered id, unique on every desk (UUID version 7, as text)."""


def _uuid7(milliseconds: int, tail: int) -> str:
    bits = (milliseconds & ((1 << 48) - 1)) << 80
    bits |= 0x7 << 76
    bits |= ((tail >> 62) & 0xFFF) << 64
    bits |= 0b10 << 62
    bits |= tail & ((1 << 62) - 1)
    text = f"{bits:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


@dataclass(slots=True)
class SystemClock:
    """The machine's own time; `--today` shifts the date and keeps the hour."""

    today_is: date | None = None

    def now(self) -> datetime:
        moment = datetime.now().replace(microsecond=0)
        if self.today_is is None:
            return moment
        return datetime.combine(self.today_is, moment.time())

    def today(self) -> date:
        return self.now().date()

    def new_id(self) -> str:
        return _uuid7(time.time_ns() // 1_000_000, secrets.randbits(74))


@dataclass(slots=True)
class FixedClock:
    """A clock that stands still, with ids that count up: for tests and seeded demos."""

    moment: datetime
    seed: int = 0
    _count: int = field(default=0, init=False)

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()

    def new_id(self) -> str:
        self._count += 1
        milliseconds = int(self.moment.timestamp() * 1000)
        return _uuid7(milliseconds, (self._count << 12) ^ (self.seed & 0xFFF))
