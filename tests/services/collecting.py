"""A class or two signed up in a round, ready to pay: for tests of money."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ssdesk.domain.pupil import PupilFacts
from ssdesk.domain.receipt import BookKind
from ssdesk.services import enrolments, payments, pupils, receipt_books, rounds
from ssdesk.services.context import Context

YEAR = "2026-2027"
OWN_SHARE = 683_100
"""Of a pupil for 12 months from 1/10/2026, half of it supported."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk with pupils who owe money; ids in the order of the names given."""

    ctx: Context
    round_id: str
    entries: tuple[str, ...]
    owing: tuple[str, ...]
    book_id: str
    paper_id: str

    def pay(self, place: int, amount: int | None = None, **more: object) -> str:
        """Takes money of one pupil; the receipt's id."""
        command = payments.RecordPayment(
            (payments.PaymentItem(self.owing[place], amount),),
            self.book_id,
            **more,  # type: ignore[arg-type]
        )
        return payments.record_payment(self.ctx, command).receipt_id

    def enrolment(self, place: int) -> enrolments.Enrolment:
        """One pupil's enrolment as it is now."""
        return enrolments.get_enrolment(self.ctx, self.owing[place])

    def class_id(self, place: int = 0) -> str:
        """The class of one pupil."""
        return pupils.get_pupil(self.ctx, self.entries[place]).class_id


def open_round(ctx: Context, name: str = "Đợt 1") -> str:
    """A round of the school year 2026-2027 from 1/10/2026 to 30/9/2027."""
    command = rounds.OpenRound(
        YEAR,
        name,
        date(2026, 10, 1),
        date(2027, 9, 30),
        opens_on=date(2026, 9, 1),
        due_on=date(2026, 9, 30),
    )
    return rounds.open_round(ctx, command).round.id


def register_book(
    ctx: Context, kind: BookKind, serial: str, first: int = 1, last: int = 500
) -> str:
    """A book of numbers."""
    command = receipt_books.RegisterBook(kind, serial, "01", first, last)
    return receipt_books.register_book(ctx, command).book.id


def add_pupils(ctx: Context, names: tuple[str, ...], class_name: str) -> tuple[str, ...]:
    """Pupils of a class since the first school day; their lines of the roster."""
    saved = pupils.save_pupils(
        ctx,
        YEAR,
        tuple(
            pupils.SavePupil(PupilFacts(name), class_name=class_name, joined_on=date(2026, 9, 1))
            for name in names
        ),
    )
    return tuple(saved.entry_ids)


def collecting(ctx: Context, first: tuple[str, ...], second: tuple[str, ...] = ()) -> Desk:
    """Two classes signed up, a book of each kind."""
    entries = add_pupils(ctx, first, "10A1")
    if second:
        entries += add_pupils(ctx, second, "11A1")
    round_id = open_round(ctx)
    enrolments.sign_up(ctx, enrolments.SignUp(round_id))
    of_entry = {item.entry_id: item.id for item in enrolments.list_enrolments(ctx, round_id)}
    return Desk(
        ctx=ctx,
        round_id=round_id,
        entries=entries,
        owing=tuple(of_entry[entry] for entry in entries),
        book_id=register_book(ctx, BookKind.PROGRAM_PRINTED, "HS/26E"),
        paper_id=register_book(ctx, BookKind.PRE_PRINTED, "AB/26P", 101, 150),
    )
