"""Made-up people whose numbers agree with their birth, sex and province."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from ssdesk.domain.names import clean_name
from ssdesk.domain.person import BirthDate, Sex
from ssdesk.services.demo import words

# Serials from here on, so that a made-up number is easily told from one in use.
_FIRST_SERIAL = 900_000
_OTHER_PROVINCES = (1, 4, 6, 19, 22, 24)
_RARE = 0.012
_DAO = 0.06
_TAY_NUNG = 0.52


@dataclass(frozen=True, slots=True)
class MadeUpPerson:
    """One made-up pupil; every number is well formed and consistent."""

    full_name: str
    sex: Sex
    birth_date: BirthDate
    personal_id: str
    insurance_number: str
    phone: str
    address: str
    ethnicity: str
    parent_name: str
    registered_hospital: str
    student_code: str


@dataclass(slots=True)
class PeopleMaker:
    """Makes people one after the other; the same seed makes the same people.

    Args:
        random: the seeded source of every choice.
        province: number in which births of the place are registered.
    """

    random: Random
    province: int
    _count: int = field(default=0, init=False)

    def pupil(self, birth_year: int) -> MadeUpPerson:
        """A pupil born in the year, now and then in the year before."""
        draw = self.random
        sex = draw.choice((Sex.MALE, Sex.FEMALE))
        year = birth_year - (1 if draw.random() < 0.04 else 0)
        born = date(year, 1, 1) + timedelta(days=draw.randrange(365))
        name, ethnicity = self._name(sex)
        self._count += 1
        return MadeUpPerson(
            full_name=name,
            sex=sex,
            birth_date=BirthDate(born),
            personal_id=self._personal_id(born, sex),
            insurance_number=f"{self.province:02}{90_000_000 + self._count}",
            phone=f"09000{draw.randrange(100_000):05}",
            address=", ".join(
                (draw.choice(words.HAMLETS), draw.choice(words.COMMUNES), words.PROVINCE_NAME)
            ),
            ethnicity=ethnicity,
            parent_name=self._parent(name),
            registered_hospital=draw.choice(words.HOSPITALS),
            student_code=f"{self.province:02}{100_000 + self._count}",
        )

    def adult(self, sex: Sex | None = None) -> str:
        """Name of a grown-up: a teacher, a parent, an official."""
        return self._name(sex or self.random.choice((Sex.MALE, Sex.FEMALE)), rare=False)[0]

    def _personal_id(self, born: date, sex: Sex) -> str:
        away = self.random.random() < 0.08
        province = self.random.choice(_OTHER_PROVINCES) if away else self.province
        digit = (born.year // 100 - 19) * 2 + (1 if sex is Sex.FEMALE else 0)
        return f"{province:03}{digit}{born.year % 100:02}{_FIRST_SERIAL + self._count}"

    def _name(self, sex: Sex, *, rare: bool = True) -> tuple[str, str]:
        draw = self.random
        girl = sex is Sex.FEMALE
        if rare and draw.random() < _RARE:
            name, ethnicity = draw.choice(words.RARE_GIRLS if girl else words.RARE_BOYS)
            return clean_name(name), ethnicity
        family, ethnicity = self._family()
        middle = draw.choice(words.GIRLS_MIDDLE if girl else words.BOYS_MIDDLE)
        given = draw.choice(words.GIRLS_GIVEN if girl else words.BOYS_GIVEN)
        if middle.split()[-1] == given:
            middle = "Thị" if girl else "Văn"
        return clean_name(f"{family} {middle} {given}"), ethnicity

    def _family(self) -> tuple[str, str]:
        people = self.random.random()
        if people < _DAO:
            return _weighted(self.random, words.DAO_FAMILIES), "Dao"
        if people < _DAO + _TAY_NUNG:
            ethnicity = self.random.choice(("Tày", "Nùng"))
            return _weighted(self.random, words.TAY_NUNG_FAMILIES), ethnicity
        return _weighted(self.random, words.KINH_FAMILIES), "Kinh"

    def _parent(self, child: str) -> str:
        parts = child.split()
        sex = self.random.choice((Sex.MALE, Sex.FEMALE))
        own = self._name(sex, rare=False)[0]
        if sex is Sex.MALE and len(parts) > 2:
            return " ".join((parts[0], *own.split()[1:]))
        return own


def _weighted(random: Random, choices: Sequence[tuple[str, int]]) -> str:
    names = [name for name, _ in choices]
    return random.choices(names, weights=[weight for _, weight in choices])[0]
