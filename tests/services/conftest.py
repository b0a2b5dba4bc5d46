"""A small school with a round, a book and a signed-up class."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from ssdesk.domain.person import BirthDate, Precision, Sex
from ssdesk.domain.pupil import PupilFacts
from ssdesk.domain.receipt import BookKind
from ssdesk.services.context import Context
from ssdesk.services.enrolments import SignUp, sign_up
from ssdesk.services.pupils import SavePupil, save_pupils
from ssdesk.services.receipt_books import RegisterBook, register_book
from ssdesk.services.rounds import OpenRound, open_round

YEAR = "2026-2027"
PUPILS = (
    ("Đàm Thị Ngọc Ánh", date(2010, 9, 15), Sex.FEMALE, "020310004512", "10A1"),
    ("Hoàng Gia Bảo", date(2010, 1, 2), Sex.MALE, "020210001127", "10A1"),
    ("H'Linh Niê", date(2010, 8, 22), Sex.FEMALE, "066310004411", "10A1"),
    ("Nông Quốc Cường", date(2009, 5, 11), Sex.MALE, "020209007731", "11A1"),
    ("Vi Thị Diệp", date(2008, 7, 30), Sex.FEMALE, "020308002298", "12A1"),
)


@dataclass(frozen=True, slots=True)
class School:
    ctx: Context
    entries: dict[str, str]
    round_id: str
    book_id: str
    paper_book_id: str

    def enrolment(self, name: str) -> str:
        from ssdesk.services.pupils import get_pupil

        found = get_pupil(self.ctx, self.entries[name]).enrolment
        assert found is not None
        return found.id


def facts(name: str, born: date, sex: Sex, number: str) -> PupilFacts:
    return PupilFacts(name, BirthDate(born, Precision.FULL), sex, number)


@pytest.fixture
def school(desk: Context) -> School:
    saved = save_pupils(
        desk,
        YEAR,
        tuple(
            SavePupil(facts(name, born, sex, number), class_name=room, joined_on=date(2026, 9, 1))
            for name, born, sex, number, room in PUPILS
        ),
    )
    opened = open_round(
        desk,
        OpenRound(
            YEAR,
            "Đợt 1",
            date(2026, 10, 1),
            date(2027, 9, 30),
            date(2026, 9, 5),
            date(2026, 9, 30),
        ),
    )
    own = register_book(desk, RegisterBook(BookKind.PROGRAM_PRINTED, "BH26-CVA", "01", 1, 200))
    paper = register_book(desk, RegisterBook(BookKind.PRE_PRINTED, "C45", "07", 301, 350))
    sign_up(desk, SignUp(opened.round.id))
    names = [row[0] for row in PUPILS]
    return School(
        desk,
        dict(zip(names, saved.entry_ids, strict=True)),
        opened.round.id,
        own.book.id,
        paper.book.id,
    )
