"""Whose a row of a list of cards is, and by what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ssdesk.domain.names import same_name_key, search_key
from ssdesk.domain.person import BirthDate, Person, Precision
from ssdesk.domain.problems import Problem
from ssdesk.domain.school import class_key
from ssdesk.errors import Param
from ssdesk.exchange.card_list import CardLine
from ssdesk.services.card_lists.plan import Evidence
from ssdesk.storage import people
from ssdesk.storage.store import Reader


@dataclass(frozen=True, slots=True)
class Match:
    """A person with what shows it, and what speaks against it."""

    person: Person | None = None
    evidence: Evidence | None = None
    problems: tuple[Problem, ...] = ()


NOBODY = Match()


@dataclass(slots=True)
class KnownPeople:
    """Everybody in the store, by what a list may say of them."""

    _by_insurance_number: dict[str, Person] = field(default_factory=dict)
    _by_personal_id: dict[str, Person] = field(default_factory=dict)
    _by_name: dict[str, list[Person]] = field(default_factory=dict)

    @classmethod
    def load(cls, reader: Reader) -> KnownPeople:
        """Reads them all."""
        known = cls()
        for person in people.everyone(reader):
            if person.insurance_number:
                known._by_insurance_number.setdefault(person.insurance_number, person)
            if person.personal_id:
                known._by_personal_id.setdefault(person.personal_id, person)
            known._by_name.setdefault(same_name_key(person.full_name), []).append(person)
        return known

    def find_all(self, lines: Sequence[CardLine], class_of: Callable[[Person], str]) -> list[Match]:
        """Whose each row is; what one row shows of a number holds for the others too."""
        found = [self.find(line, class_of) for line in lines]
        for line, match in zip(lines, found, strict=True):
            if match.person and not match.problems:
                self._learn(line, match.person)
        return [
            self._settled(line, match, class_of) for line, match in zip(lines, found, strict=True)
        ]

    def _learn(self, line: CardLine, person: Person) -> None:
        for number, known in (
            (line.insurance_number, self._by_insurance_number),
            (line.personal_id, self._by_personal_id),
        ):
            if number:
                known.setdefault(number, person)

    def _settled(self, line: CardLine, match: Match, class_of: Callable[[Person], str]) -> Match:
        """Nobody's row is somebody's where another row gave them its number; two share none."""
        if match.person is None:
            return match if match.problems else self.find(line, class_of)
        for name, known in (
            ("insurance_number", self._by_insurance_number),
            ("personal_id", self._by_personal_id),
        ):
            number = getattr(line, name)
            bearer = known.get(number) if number else None
            if bearer and bearer.id != match.person.id:
                return Match(problems=(_of_another(bearer, str(number), name),))
        return match

    def find(self, line: CardLine, class_of: Callable[[Person], str]) -> Match:
        """The person by insurance number, then personal id, then name and whole birth date."""
        number, citizen_id = line.insurance_number, line.personal_id
        insured = self._by_insurance_number.get(number) if number else None
        citizen = self._by_personal_id.get(citizen_id) if citizen_id else None
        if insured and citizen and insured.id != citizen.id:
            return Match(problems=(_two_people(line, insured, citizen),))
        if insured:
            return _by_number(line, insured, Evidence.INSURANCE_NUMBER)
        if citizen:
            return _by_number(line, citizen, Evidence.PERSONAL_ID)
        return self._by_name_and_birth(line, class_of)

    def _by_name_and_birth(self, line: CardLine, class_of: Callable[[Person], str]) -> Match:
        born = line.birth_date
        if not line.full_name or born is None or born.precision is not Precision.FULL:
            return NOBODY
        named = self._by_name.get(same_name_key(line.full_name), ())
        found = [person for person in named if person.birth_date == born]
        params: dict[str, Param]
        if len(found) > 1 and line.class_name:
            wanted = class_key(line.class_name)
            found = [person for person in found if class_key(class_of(person)) == wanted]
        if not found:
            return NOBODY
        if len(found) > 1:
            params = {"value": line.full_name, "count": len(found)}
            return Match(problems=(Problem("full_name", "CARD_ROW_SEVERAL", params),))
        person = found[0]
        for name in ("insurance_number", "personal_id"):
            before, value = getattr(person, name), getattr(line, name)
            if before and value and before != value:
                params = {"name": person.full_name, "before": before, "value": value}
                return Match(problems=(Problem(name, "CARD_ROW_OTHER_NUMBER", params),))
        return Match(person, Evidence.NAME_AND_BIRTH)


def _by_number(line: CardLine, person: Person, evidence: Evidence) -> Match:
    """The number's bearer, unless the name is another's and no birth date speaks for them."""
    number = str(getattr(line, evidence.value))
    born = person.birth_date
    params: dict[str, Param]
    same_name = search_key(line.full_name) == search_key(person.full_name)
    same_birth = _agree(line.birth_date, born)
    if not same_name and (same_birth is False or (line.full_name and not same_birth)):
        return Match(problems=(_of_another(person, number, evidence.value),))
    found = []
    if line.full_name and not same_name:
        params = {"value": line.full_name, "name": person.full_name, "number": number}
        found.append(Problem("full_name", "CARD_ROW_NAME_DIFFERS", params))
    if same_birth is False and line.birth_date and born:
        params = {
            "value": line.birth_date.display(),
            "before": born.display(),
            "name": person.full_name,
            "number": number,
        }
        found.append(Problem("birth_date", "CARD_ROW_BIRTH_DIFFERS", params))
    if line.personal_id and person.personal_id and line.personal_id != person.personal_id:
        params = {"value": line.personal_id, "before": person.personal_id}
        found.append(Problem("personal_id", "CARD_ROW_PERSONAL_ID_DIFFERS", params))
    return Match(person, evidence, tuple(found))


def _agree(one: BirthDate | None, two: BirthDate | None) -> bool | None:
    """Whether two birth dates can be one; None where one of them is not known."""
    if one is None or two is None:
        return None
    if one.precision is Precision.FULL and two.precision is Precision.FULL:
        return one.value == two.value
    return one.year == two.year


def _of_another(person: Person, number: str, name: str) -> Problem:
    born = person.birth_date.display() if person.birth_date else "?"
    params: dict[str, Param] = {"value": number, "name": person.full_name, "born": born}
    return Problem(name, "NUMBER_OF_ANOTHER", params)


def _two_people(line: CardLine, insured: Person, citizen: Person) -> Problem:
    params: dict[str, Param] = {
        "value": line.insurance_number or "",
        "name": insured.full_name,
        "number": line.personal_id or "",
        "other": citizen.full_name,
    }
    return Problem("insurance_number", "CARD_ROW_TWO_PEOPLE", params)
