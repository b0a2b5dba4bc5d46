"""Which pupil of the store a row of a roster is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ssdesk.domain.identifiers import personal_id_malformed
from ssdesk.domain.names import same_name_key, search_key
from ssdesk.domain.person import BirthDate, Person, Precision, Sex
from ssdesk.domain.problems import Problem
from ssdesk.domain.pupil import HeldCard, PupilFacts
from ssdesk.errors import Param
from ssdesk.services.rosters.plan import Difference, KnownBy
from ssdesk.storage import cards, people, roster
from ssdesk.storage.roster import RosterEntry
from ssdesk.storage.store import Reader

_TEXTS = ("phone", "address", "ethnicity", "parent_name", "registered_hospital", "note")
_ALSO_IN_DOUBT = {
    "PERSONAL_ID_SEX": "sex",
    "PERSONAL_ID_BIRTH_YEAR": "birth_date",
    "PERSONAL_ID_CENTURY": "birth_date",
}


@dataclass(frozen=True, slots=True)
class Match:
    """A stored person, or why the likeliest is not the one."""

    person: Person | None = None
    problem: Problem | None = None
    by: KnownBy | None = None


_NOBODY = Match()


@dataclass(slots=True)
class KnownPupils:
    """Persons, lines and classes of the store, ready to be asked.

    Args:
        classes: names of the year's classes by id.
        entries: lines of the year's roster by person.
        names: full names by person.
        cards: cards by person, the one that ends last at the end; left empty unless asked for.
    """

    classes: dict[str, str] = field(default_factory=dict)
    entries: dict[str, RosterEntry] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    cards: dict[str, list[HeldCard]] = field(default_factory=dict)
    _by_personal_id: dict[str, Person] = field(default_factory=dict)
    _by_insurance_number: dict[str, Person] = field(default_factory=dict)
    _by_name: dict[str, list[Person]] = field(default_factory=dict)

    @classmethod
    def load(cls, reader: Reader, school_year: str, *, with_cards: bool = False) -> KnownPupils:
        """Reads them all."""
        known = cls()
        if with_cards:
            for person_id, number, valid_to in cards.held(reader):
                known.cards.setdefault(person_id, []).append(HeldCard(number, None, valid_to))
        known.classes = {item.id: item.name for item in roster.list_classes(reader, school_year)}
        known.entries = {
            entry.person_id: entry for entry in roster.entries_of_year(reader, school_year)
        }
        for person in people.everyone(reader):
            known.names[person.id] = person.full_name
            if person.personal_id:
                known._by_personal_id.setdefault(person.personal_id, person)
            if person.insurance_number:
                known._by_insurance_number.setdefault(person.insurance_number, person)
            known._by_name.setdefault(same_name_key(person.full_name), []).append(person)
        return known

    def class_of(self, person: Person) -> str:
        """Class of a person this year, empty if not on the roster."""
        entry = self.entries.get(person.id)
        return self.classes[entry.class_id] if entry else ""

    def new_card(self, person: Person | None, card: HeldCard | None) -> HeldCard | None:
        """The card if it tells more than those the store has of the person."""
        for held in self.cards.get(person.id, ()) if person and card else ():
            if card and held.number == card.number and card.valid_to in {None, held.valid_to}:
                return None
        return card

    def find(self, facts: PupilFacts, class_name: str) -> Match:
        """The person by personal id, then insurance number, then name and birth date."""
        if not self._by_name:
            return _NOBODY
        for number, known, by in (
            (facts.personal_id, self._by_personal_id, KnownBy.PERSONAL_ID),
            (facts.insurance_number, self._by_insurance_number, KnownBy.INSURANCE_NUMBER),
        ):
            person = known.get(number) if number else None
            if person is None:
                continue
            if _is_another(person, facts):
                if number == facts.personal_id:
                    return Match(problem=_of_another(person, str(number), "personal_id"))
                return Match(problem=_of_another(person, str(number), "insurance_number"))
            return self._checked(person, facts, by)
        person = self._by_name_and_birth(facts, class_name)
        return self._checked(person, facts, KnownBy.NAME_AND_BIRTH) if person else Match()

    def _by_name_and_birth(self, facts: PupilFacts, class_name: str) -> Person | None:
        if not facts.full_name:
            return None
        found = [
            person
            for person in self._by_name.get(same_name_key(facts.full_name), ())
            if _births_agree(person.birth_date, facts.birth_date, exactly=True)
        ]
        if len(found) > 1 and class_name:
            found = [person for person in found if self.class_of(person) == class_name]
        if len(found) != 1:
            return None
        person = found[0]
        if person.personal_id and facts.personal_id and person.personal_id != facts.personal_id:
            same_class = bool(class_name) and self.class_of(person) == class_name
            return person if same_class else None
        return person

    def _checked(self, person: Person, facts: PupilFacts, by: KnownBy) -> Match:
        """The match, with a warning where its personal id would be replaced."""
        before, after = person.personal_id, facts.personal_id
        if not before or not after or before == after or personal_id_malformed(after):
            return Match(person, by=by)
        params: dict[str, Param] = {"value": after, "before": before, "name": person.full_name}
        return Match(person, Problem("personal_id", "PERSONAL_ID_REPLACED", params), by)


def _of_another(person: Person, number: str, name: str) -> Problem:
    born = person.birth_date.display() if person.birth_date else "?"
    params: dict[str, Param] = {"value": number, "name": person.full_name, "born": born}
    return Problem(name, "NUMBER_OF_ANOTHER", params)


def _is_another(person: Person, facts: PupilFacts) -> bool:
    """Whether name and birth date both speak against this being the person."""
    if not facts.full_name or search_key(person.full_name) == search_key(facts.full_name):
        return False
    if facts.birth_date is None or person.birth_date is None:
        return False
    return not _births_agree(person.birth_date, facts.birth_date, exactly=False)


def _births_agree(one: BirthDate | None, two: BirthDate | None, *, exactly: bool) -> bool:
    """Whether two birth dates can be one; `exactly` asks that both are full."""
    if one is None or two is None:
        return False
    if one.precision is Precision.FULL and two.precision is Precision.FULL:
        return one.value == two.value
    return not exactly and one.year == two.year


def as_known(person: Person, entry: RosterEntry | None) -> PupilFacts:
    """The facts of a person as the store has them."""
    return PupilFacts(
        full_name=person.full_name,
        birth_date=person.birth_date,
        sex=person.sex,
        personal_id=person.personal_id,
        insurance_number=person.insurance_number,
        phone=person.phone,
        address=person.address,
        ethnicity=person.ethnicity,
        parent_name=person.parent_name,
        registered_hospital=person.registered_hospital,
        student_code=entry.student_code if entry else "",
        note=person.note,
    )


def merged(known: PupilFacts, read: PupilFacts, problems: tuple[Problem, ...]) -> PupilFacts:
    """The facts after the source is taken in.

    An empty cell never erases, a vaguer birth date never replaces a fuller one, and a value
    with a problem never replaces one without.
    """
    doubtful = {item.field for item in problems}
    doubtful |= {_ALSO_IN_DOUBT[item.code] for item in problems if item.code in _ALSO_IN_DOUBT}
    if any(item.code == "PERSONAL_ID_REPLACED" for item in problems):
        doubtful.discard("personal_id")
    values = {
        name: getattr(read, name) or getattr(known, name)
        for name in (*_TEXTS, "student_code", "sex", "personal_id", "insurance_number")
    }
    for name in doubtful & values.keys():
        values[name] = getattr(known, name) or getattr(read, name)
    name = known.full_name
    if read.full_name and same_name_key(read.full_name) != same_name_key(name):
        name = read.full_name
    born = _fuller(known.birth_date, read.birth_date, doubtful="birth_date" in doubtful)
    return replace(known, full_name=name, birth_date=born, **values)


def _fuller(known: BirthDate | None, read: BirthDate | None, *, doubtful: bool) -> BirthDate | None:
    if known is None or read is None:
        return known or read
    if doubtful:
        return known
    vaguer = read.precision is not Precision.FULL and known.iso().startswith(read.iso())
    return known if vaguer else read


def differences(before: PupilFacts, after: PupilFacts) -> tuple[Difference, ...]:
    """The fields in which two states of a pupil differ."""
    return tuple(
        Difference(name, _shown(getattr(before, name)), _shown(getattr(after, name)))
        for name in PupilFacts.__dataclass_fields__
        if getattr(before, name) != getattr(after, name)
    )


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, BirthDate):
        return value.display()
    if isinstance(value, Sex):
        return "Nam" if value is Sex.MALE else "Nữ"
    return str(value)
