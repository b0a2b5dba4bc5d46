"""A school and an office, both real, with a stick between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest

from ssdesk.clock import FixedClock
from ssdesk.domain.bundle import AnswerState
from ssdesk.domain.desk import Account, DeskKind, DeskProfile, Role
from ssdesk.services import submissions
from ssdesk.services.bundles import answering, desk_cards, making, sending, taking
from ssdesk.services.bundles.answering import AnswerLine
from ssdesk.services.bundles.making import MakeBundle
from ssdesk.services.bundles.taking import IntakeDone
from ssdesk.services.context import Context, Setup, create_desk
from ssdesk.services.submissions import ListRequest, MakeList
from ssdesk.storage.keys import Strength
from tests.services.collecting import Desk
from tests.services.listed_school import listed_school

OFFICE = DeskProfile(kind=DeskKind.OFFICE, office_name="BHXH cơ sở Lạng Sơn", office_code="02001")


@dataclass(frozen=True)
class Two:
    """A school with three paid pupils, an office, and a stick between them."""

    school: Desk
    office: Context
    stick: Path

    def listed(self) -> str:
        """The school's next list."""
        request = ListRequest(date(2026, 9, 5))
        return submissions.make_list(self.school.ctx, MakeList(request, waiting=True)).submission.id

    def sent(self, **more: object) -> Path:
        """The school's next bundle on the stick."""
        made = making.make_bundle(self.school.ctx, MakeBundle(**more))  # type: ignore[arg-type]
        return sending.write_bundle(self.school.ctx, made.bundle.id, self.stick)

    def taken(self, file: Path) -> IntakeDone:
        """The office takes a file in."""
        return taking.apply_intake(self.office, taking.preview_intake(self.office, file))

    def answered(self, intake_id: str, *said: AnswerLine) -> Path:
        """The office answers; all other lines are accepted."""
        answering.answer_lines(self.office, intake_id, said, rest=AnswerState.ACCEPTED)
        made = answering.make_answer(self.office, "HS0020A")
        return sending.write_bundle(self.office, made.bundle.id, self.stick)

    def answer_taken(self, file: Path) -> IntakeDone:
        """The school takes the answer in."""
        ctx = self.school.ctx
        return taking.apply_intake(ctx, taking.preview_intake(ctx, file))


def introduce(one: Context, other: Context) -> None:
    shown = desk_cards.own_card(one)
    read = desk_cards.read_card(other, shown.text.encode(), "card.ssdesk-card")
    assert read.words == shown.words
    desk_cards.accept_card(other, read)


@pytest.fixture
def make_office(tmp_path: Path) -> Iterator[Callable[[str], Context]]:
    made: list[Context] = []

    def make(name: str) -> Context:
        clock = FixedClock(datetime(2026, 9, 6, 8, 0), seed=77 + len(made))
        account = Account("", "can.bo", "Lê Thị Hoa", Role.ADMINISTRATOR)
        quick = Setup(strength=Strength(time=1, memory=8), ballast=0)
        ctx, _ = create_desk(tmp_path / name, OFFICE, account, "mat-khau-456", clock, quick)
        made.append(ctx)
        return ctx

    yield make
    for ctx in made:
        ctx.close()


@pytest.fixture
def two(desk: Context, make_office: Callable[[str], Context], tmp_path: Path) -> Two:
    school = listed_school(desk)
    office = make_office("office")
    introduce(desk, office)
    introduce(office, desk)
    stick = tmp_path / "stick"
    stick.mkdir()
    return Two(school, office, stick)
