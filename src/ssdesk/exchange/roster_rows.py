"""Rows of a roster, each read into a pupil's facts with what is wrong at which cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ssdesk.domain.identifiers import (
    CONTRADICTIONS,
    card_parts,
    check_card_number,
    check_hospital,
    check_insurance_number,
    check_personal_id,
    check_phone,
    personal_id_malformed,
)
from ssdesk.domain.identifiers import sex_of as sex_inside
from ssdesk.domain.names import search_key
from ssdesk.domain.person import BirthDate, Sex, check_name
from ssdesk.domain.problems import Problem
from ssdesk.domain.pupil import OLDEST, YOUNGEST, HeldCard, PupilFacts
from ssdesk.domain.school import SchoolYear
from ssdesk.errors import Param
from ssdesk.exchange.columns import Field
from ssdesk.exchange.roster_cells import (
    LONGEST_NAME,
    Heal,
    Healings,
    birth_of,
    is_marked,
    is_mobile,
    joined,
    number_of,
    old_font,
    phone_of,
    sex_of,
    text_of,
)
from ssdesk.exchange.roster_habits import Habits
from ssdesk.exchange.roster_layout import Layout
from ssdesk.exchange.roster_line_cells import CellProblem, LineCells
from ssdesk.exchange.roster_lines import Line
from ssdesk.exchange.roster_terms import CardCells, read_card, read_joining_day
from ssdesk.exchange.sheets import Cell

_SEX_FIELDS = (Field.SEX, Field.FEMALE_MARK, Field.MALE_MARK)


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One pupil as read.

    Args:
        class_name: empty where the source names none.
        card: the card already held, as far as the source tells.
        joined_on: day of coming to the school this year, None where no column says it.
    """

    sheet: str
    row: int
    class_name: str
    facts: PupilFacts
    problems: tuple[CellProblem, ...] = ()
    card: HeldCard | None = None
    joined_on: date | None = None


class RowReader(LineCells):
    """Reads the lines of one sheet.

    Args:
        habits: how this sheet writes sexes and numbers.
        starts_on: first day of the school year, by which ages are judged.
    """

    def __init__(self, layout: Layout, habits: Habits, starts_on: date, healings: Healings) -> None:
        super().__init__(layout, healings)
        self._habits = habits
        self._starts_on = starts_on
        self._year = SchoolYear.containing(starts_on)
        self._address = tuple(
            column.index for column in layout.columns if column.field is Field.ADDRESS
        )
        first = Field.FULL_NAME if Field.FULL_NAME in self._index else Field.FAMILY_NAME
        self._name_parts = tuple(
            self._index[field]
            for field in (first, Field.MIDDLE_NAME, Field.GIVEN_NAME)
            if field in self._index
        )

    def read(self, line: Line) -> RosterRow:
        """One pupil."""
        self._begin(line)
        name = self._name()
        birth = self._birth()
        sex = self._sex()
        personal_id = self._personal_id(birth, sex)
        insurance_number, personal_id = self._insurance(personal_id)
        if sex is None and personal_id:
            sex = self._sex_from_id(personal_id)
        self._check_identity(personal_id, birth, sex)
        self._check_class()
        card = self._card(insurance_number)
        joined_on = self._joined_on()
        facts = PupilFacts(
            full_name=name,
            birth_date=birth,
            sex=sex,
            personal_id=personal_id,
            insurance_number=insurance_number,
            phone=self._phone(),
            address=_joined_cells(self._cells, self._address),
            ethnicity=self._text(Field.ETHNICITY),
            parent_name=self._text(Field.PARENT_NAME),
            registered_hospital=self._hospital(),
            student_code=self._text(Field.STUDENT_CODE),
            note=self._text(Field.NOTE),
        )
        place = self._layout.sheet, line.row, line.class_name
        return RosterRow(*place, facts, tuple(self._problems), card, joined_on)

    def _name(self) -> str:
        size = len(self._cells)
        parts = [text_of(self._cells[at]) for at in self._name_parts if at < size]
        name = parts[0] if len(parts) == 1 else " ".join(filter(None, parts))
        field = Field.FULL_NAME if Field.FULL_NAME in self._index else Field.FAMILY_NAME
        if not name:
            if not self._is_reported(field):
                self._report(field, Problem("full_name", "NAME_MISSING"))
        elif old_font(name, column_is=self._habits.old_font):
            self._report(field, Problem("full_name", "OLD_FONT", {"value": name[:60], "count": 1}))
        else:
            for problem in _name_problems(name):
                self._report(field, problem)
        return name

    def _birth(self) -> BirthDate | None:
        field, cell = Field.BIRTH_DATE, self._cell(Field.BIRTH_DATE)
        if Field.BIRTH_DATE not in self._index:
            field, cell = self._split_birth()
        if field not in self._index:
            return None
        if cell == "" or (isinstance(cell, str) and not cell.strip()):
            if not self._is_reported(field):
                self._report(field, Problem("birth_date", "BIRTH_DATE_MISSING"))
            return None
        birth, was_number = birth_of(cell)
        if isinstance(birth, Problem):
            self._report(field, birth)
            return None
        if was_number:
            place = self._place(field)
            self._healings.add(Heal.DATE_NUMBER, place, text_of(cell), birth.display())
        age = self._starts_on.year - birth.year
        if not YOUNGEST <= age <= OLDEST:
            params: dict[str, str | int] = {"value": birth.display(), "age": age}
            self._report(field, Problem("birth_date", "AGE_UNUSUAL", params))
        return birth

    def _split_birth(self) -> tuple[Field, Cell]:
        """The birth date from columns of its own: day, month, year, or one for each sex."""
        if Field.BIRTH_IF_FEMALE in self._index or Field.BIRTH_IF_MALE in self._index:
            cell = self._cell(Field.BIRTH_IF_MALE)
            if cell != "":
                return Field.BIRTH_IF_MALE, cell
            field = Field.BIRTH_IF_FEMALE
            return (field if field in self._index else Field.BIRTH_IF_MALE), self._cell(field)
        fields = (Field.BIRTH_DAY, Field.BIRTH_MONTH, Field.BIRTH_YEAR)
        parts = [text_of(self._cell(item)) for item in fields]
        first = next((item for item in fields if item in self._index), Field.BIRTH_YEAR)
        if not parts[2]:
            return first, "/".join(part for part in parts if part)
        return first, "/".join(part for part in parts if part not in {"", "0"})

    def _sex(self) -> Sex | None:
        cell = self._cell(Field.SEX)
        if Field.SEX in self._index:
            if cell == "" or (isinstance(cell, str) and not cell.strip()):
                if self._habits.blank_sex is None and not self._is_reported(Field.SEX):
                    self._report(Field.SEX, Problem("sex", "SEX_MISSING"))
                return self._habits.blank_sex
            sex = sex_of(cell, self._habits.sex_marks)
            if not isinstance(sex, Problem):
                return sex
            if not old_font(text_of(cell), column_is=self._habits.old_font):
                self._report(Field.SEX, sex)
            return None
        if Field.FEMALE_MARK in self._index or Field.MALE_MARK in self._index:
            return self._marked_sex()
        if Field.BIRTH_IF_FEMALE in self._index and self._cell(Field.BIRTH_IF_FEMALE) != "":
            return Sex.FEMALE
        if Field.BIRTH_IF_MALE in self._index and self._cell(Field.BIRTH_IF_MALE) != "":
            return Sex.MALE
        return None

    def _marked_sex(self) -> Sex | None:
        found: list[Sex] = []
        for field, sex in ((Field.FEMALE_MARK, Sex.FEMALE), (Field.MALE_MARK, Sex.MALE)):
            cell = self._cell(field)
            if field not in self._index or cell == "":
                continue
            text = search_key(text_of(cell))
            if field is Field.FEMALE_MARK and text == "nam":
                found.append(Sex.MALE)
                continue
            ticked = is_marked(cell)
            if ticked is None:
                self._report(field, Problem("sex", "SEX_UNREADABLE", {"value": text[:40]}))
                return None
            if ticked:
                found.append(sex)
        if len(found) == 1:
            return found[0]
        field = Field.FEMALE_MARK if Field.FEMALE_MARK in self._index else Field.MALE_MARK
        if found or self._habits.blank_sex is None:
            code = "SEX_MISSING"
            if found or self._habits.marks_used:
                self._report(field, Problem("sex", code))
            return None
        return self._habits.blank_sex

    def _sex_from_id(self, number: str) -> Sex | None:
        if any(field in self._index for field in _SEX_FIELDS) and self._habits.marks_used:
            return None
        if personal_id_malformed(number):
            return None
        sex = sex_inside(number)
        word = "Nam" if sex is Sex.MALE else "Nữ"
        self._healings.add(Heal.SEX_FROM_ID, self._place(Field.PERSONAL_ID), number, word)
        return sex

    def _personal_id(self, birth: BirthDate | None, sex: Sex | None) -> str | None:
        if Field.PERSONAL_ID not in self._index:
            return None
        cell = self._cell(Field.PERSONAL_ID)
        number = number_of(cell) if cell != "" else ""
        if not number:
            return None
        if len(number) in {10, 11} and number.isdecimal():
            padded = number.zfill(12)
            alone = birth and sex and not check_personal_id(padded, birth, sex)
            if self._habits.personal_ids_lost_zeros or alone:
                place = self._place(Field.PERSONAL_ID)
                self._healings.add(Heal.LOST_ZERO, place, number, padded)
                return padded
        return number

    def _insurance(self, personal_id: str | None) -> tuple[str | None, str | None]:
        """The insurance number by its own or the card's column, and the personal id."""
        for field in (Field.INSURANCE_NUMBER, Field.CARD_NUMBER):
            cell = self._cell(field)
            number = number_of(cell) if cell != "" else ""
            if not number:
                continue
            if len(number) == 12 and number.isdecimal() and personal_id in {None, number}:
                self._healings.add(Heal.ID_AS_INSURANCE, self._place(field), number, number)
                return None, number
            if len(number) == 15 and not check_card_number(number, self._starts_on):
                inside = card_parts(number).insurance_number
                self._healings.add(Heal.FROM_CARD, self._place(field), number, inside)
                return inside, personal_id
            if len(number) == 9 and isinstance(cell, float):
                padded = "0" + number
                self._healings.add(Heal.LOST_ZERO, self._place(field), number, padded)
                return padded, personal_id
            return self._own_number(field, number), personal_id
        return None, personal_id

    def _own_number(self, field: Field, number: str) -> str | None:
        found = check_insurance_number(number)
        if field is Field.CARD_NUMBER and found:
            found = (Problem("card_number", "CARD_NUMBER_MALFORMED", {"value": number[:20]}),)
        for problem in found:
            self._report(field, problem)
        return None if found else number

    def _card(self, insurance_number: str | None) -> HeldCard | None:
        """The card by its own column, or by the insurance number where the file tells its end."""
        if Field.CARD_NUMBER in self._index:
            number = number_of(self._cell(Field.CARD_NUMBER))
            if number and self._is_reported(Field.CARD_NUMBER):
                return None
            malformed = check_card_number(number, self._starts_on) if number else ()
            if len(number) == 9 and isinstance(self._cell(Field.CARD_NUMBER), float):
                number, malformed = "0" + number, ()
            for problem in malformed:
                self._report(Field.CARD_NUMBER, problem)
        else:
            has_end = Field.CARD_TO in self._index and self._cell(Field.CARD_TO) != ""
            number = insurance_number if insurance_number and has_end else ""
        if not number:
            return None
        starts, ends = self._cell(Field.CARD_FROM), self._cell(Field.CARD_TO)
        cells = CardCells(number, insurance_number, starts, ends)
        card, found = read_card(cells, self._starts_on)
        for field, problem in found:
            self._report(field, problem)
        return card

    def _joined_on(self) -> date | None:
        if Field.JOINED_ON not in self._index:
            return None
        day = read_joining_day(self._cell(Field.JOINED_ON), self._year)
        if isinstance(day, Problem):
            self._report(Field.JOINED_ON, day)
            return None
        return day

    def _check_identity(
        self, personal_id: str | None, birth: BirthDate | None, sex: Sex | None
    ) -> None:
        """Reports a contradiction at the cell that stands alone against the others."""
        if not personal_id:
            if Field.PERSONAL_ID in self._index and not self._is_reported(Field.PERSONAL_ID):
                self._report(Field.PERSONAL_ID, Problem("personal_id", "PERSONAL_ID_MISSING"))
            return
        found = check_personal_id(personal_id, birth, sex)
        if not found:
            return
        contradicted = [item.code for item in found if item.code in CONTRADICTIONS]
        sex_field = next((field for field in _SEX_FIELDS if field in self._index), None)
        for problem in found:
            if problem.code == "PERSONAL_ID_SEX" and len(contradicted) == 1 and birth and sex_field:
                self._report(sex_field, problem, (Field.PERSONAL_ID,))
            elif problem.code == "PERSONAL_ID_SEX" and sex_field:
                self._report(Field.PERSONAL_ID, problem, (sex_field,))
            elif problem.code in {"PERSONAL_ID_BIRTH_YEAR", "PERSONAL_ID_CENTURY"}:
                self._report(Field.PERSONAL_ID, problem, (Field.BIRTH_DATE,))
            else:
                self._report(Field.PERSONAL_ID, problem)

    def _phone(self) -> str:
        cell = self._cell(Field.PHONE)
        if cell == "" or (isinstance(cell, str) and not cell.strip()):
            return ""
        number, healed = phone_of(cell)
        if healed:
            self._healings.add(healed, self._place(Field.PHONE), text_of(cell), number)
        elif not is_mobile(number) and (found := check_phone(number)):
            self._report(Field.PHONE, found[0])
        return number

    def _hospital(self) -> str:
        text = self._text(Field.REGISTERED_HOSPITAL)
        for problem in check_hospital(text):
            self._report(Field.REGISTERED_HOSPITAL, problem)
        return text

    def _check_class(self) -> None:
        if self._line.spoilt_class:
            value = text_of(self._cell(Field.SCHOOL_CLASS))
            problem = Problem("school_class", "CLASS_IS_DATE", {"value": value})
            self._report(Field.SCHOOL_CLASS, problem)
        elif self._line.carried:
            place = self._place(Field.SCHOOL_CLASS)
            self._healings.add(Heal.CARRIED_DOWN, place, "", self._line.class_name)


def _joined_cells(cells: Sequence[Cell], places: Sequence[int]) -> str:
    texts = [text_of(cells[index]) for index in places if index < len(cells)]
    return texts[0] if len(texts) == 1 else joined(texts)


def _name_problems(name: str) -> tuple[Problem, ...]:
    if len(name) <= LONGEST_NAME:
        return check_name(name)
    params: dict[str, Param] = {"value": name[:60], "limit": LONGEST_NAME}
    return (Problem("full_name", "TEXT_TOO_LONG", params),)
