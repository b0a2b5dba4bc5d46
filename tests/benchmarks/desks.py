"""Desks for benchmarks: made fast, with as many people or pupils as wanted."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from random import Random

from ssdesk.clock import FixedClock
from ssdesk.domain.desk import Account, Role
from ssdesk.domain.identifiers import REGISTRATION_PROVINCES
from ssdesk.domain.person import BirthDate, Person, Sex
from ssdesk.services.context import Context, create_desk
from ssdesk.storage import people, roster
from tests.conftest import LOGIN, PASSWORD, PROFILE, QUICK
from tests.services.collecting import YEAR

NOW = datetime(2026, 9, 5, 8, 0)
_PLACES = sorted(REGISTRATION_PROVINCES)


def _words(text: str) -> list[str]:
    return text.split()


_FAMILY = _words("Nguyễn Nguyễn Nguyễn Nguyễn Trần Lê Phạm Hoàng Vi Nông Lương Lò Đặng Bùi Đỗ Hà")
_MIDDLE = _words("Văn Thị Quốc Ngọc Thanh Minh Hữu Đức Thu Gia Kim Xuân Bảo Hồng Công Đình")
_GIVEN = _words(
    "An Ánh Bảo Bình Chi Cường Dũng Duyên Dương Đào Đạt Giang Hà Hạnh Hiếu Hoà Hùng Hương "
    "Khánh Lan Linh Long Mai Minh Nam Nga Ngân Nhung Oanh Phong Phúc Phương Quân Quyên Sơn "
    "Tâm Thảo Thuỷ Trang Trung Tuấn Uyên Việt Vinh Vy Yến"
)


def new_desk(folder: Path) -> Context:
    """An empty school's desk."""
    account = Account("", LOGIN, "Nông Thị Hạnh", Role.ADMINISTRATOR)
    ctx, _ = create_desk(folder / "desk", PROFILE, account, PASSWORD, FixedClock(NOW), QUICK)
    return ctx


def made_up(count: int, seed: int = 1) -> list[Person]:
    """People with names and personal ids as in life; other numbers only look right."""
    chance = Random(seed)
    return [_person(chance, number) for number in range(count)]


def _person(chance: Random, number: int) -> Person:
    girl = chance.random() < 0.5
    place = chance.choice(_PLACES)
    middle = chance.choices(_MIDDLE, k=chance.choice((1, 1, 2)))
    return Person(
        f"{number:08}",
        " ".join((chance.choice(_FAMILY), *middle, chance.choice(_GIVEN))),
        birth_date=BirthDate(date(2010, chance.randint(1, 12), chance.randint(1, 28))),
        sex=Sex.FEMALE if girl else Sex.MALE,
        personal_id=f"{place:03}{3 if girl else 2}10{number % 10**6:06}",
        insurance_number=f"{chance.randrange(10**10):010}",
        phone=f"09{chance.randrange(10**8):08}",
    )


def add_pupils(ctx: Context, count: int) -> None:
    """Puts so many pupils on the roster, 40 in a class."""
    persons = made_up(count)
    with ctx.store.write(LOGIN, NOW) as unit:
        people.insert_many(unit, persons, NOW)
        classes = [
            roster.ensure_class(unit, ctx.clock, YEAR, f"10A{number + 1}")
            for number in range(-(-count // 40))
        ]
        roster.insert_entries(
            unit,
            [
                roster.RosterEntry(
                    ctx.clock.new_id(), YEAR, classes[at // 40], person.id, "", date(2026, 9, 1)
                )
                for at, person in enumerate(persons)
            ],
        )
