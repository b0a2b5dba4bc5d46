"""A second bookkeeping of a school's money, in plain Python, and random histories for it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

import pytest

from ssdesk.clock import FixedClock
from ssdesk.domain.receipt import Tender
from ssdesk.domain.remittance import DENOMINATIONS, NoteCount
from ssdesk.errors import UserError
from ssdesk.services import (
    cash_counts,
    enrolments,
    handovers,
    payments,
    pupils,
    receipt_books,
    receipts,
    refunds,
    remittances,
    rounds,
)
from ssdesk.services.payments import BANK, CASHIER, TEACHER, PaymentItem, RecordPayment
from tests.services.collecting import YEAR, Desk

REMITTED, RETURNED = "remitted", "returned"
_GONE = (REMITTED, RETURNED)


@dataclass(slots=True)
class Part:
    """One pupil's money on one receipt, and where it is.

    A class id, CASHIER, BANK, REMITTED or RETURNED.
    """

    enrolment_id: str
    amount: int
    place: object
    cash: bool


@dataclass(slots=True)
class Paper:
    receipt_id: str
    parts: list[Part]
    void: bool = False


@dataclass(slots=True)
class History:
    """What the desk did, kept twice: in the store through the services, and here."""

    desk: Desk
    clock: FixedClock
    random: Random
    owing: dict[str, int] = field(default_factory=dict)
    paid: Counter[str] = field(default_factory=Counter)
    unpaid: dict[str, None] = field(default_factory=dict)
    classes: dict[str, str] = field(default_factory=dict)
    papers: list[Paper] = field(default_factory=list)
    pending: list[Paper] = field(default_factory=list)
    remitted: int = 0
    orders: list[tuple[remittances.Remittance, list[Part], int]] = field(default_factory=list)
    shortages: Counter[str] = field(default_factory=Counter)
    till: int = 0
    closed: date | None = None
    closed_days: tuple[cash_counts.DayMoney, ...] = ()
    done: Counter[str] = field(default_factory=Counter)
    round_no: int = 1

    def __post_init__(self) -> None:
        self.take_over(self.desk.round_id)

    # --- what can be done

    def step(self) -> None:
        """One thing that a desk does, chosen at random among those possible."""
        weights = {
            self.pay: 12,
            self.pay_part: 6,
            self.pay_siblings: 3,
            self.void: 4,
            self.give_back: 2,
            self.hand_over: 4,
            self.remit: 1,
            self.take_back_order: 1,
            self.refused: 2,
            self.evening: 1,
        }
        action = self.random.choices(list(weights), list(weights.values()))[0]
        self.done[action.__name__] += action()
        if len(self.open()) < 5:
            self.next_round()

    def pay(self) -> bool:
        return self._pay([(self.random.choice(self.open()), None)])

    def pay_part(self) -> bool:
        chosen = self.random.choice(self.open())
        left = self.owing[chosen] - self.paid[chosen]
        return self._pay([(chosen, self.random.randint(1, left))])

    def pay_siblings(self) -> bool:
        return self._pay([(chosen, None) for chosen in self.random.sample(self.open(), 2)])

    def _pay(self, items: list[tuple[str, int | None]]) -> bool:
        tender = self.random.choice([Tender.CASH, Tender.CASH, Tender.TRANSFER])
        holder = self.random.choice([TEACHER, CASHIER])
        done = payments.record_payment(
            self.desk.ctx,
            RecordPayment(
                tuple(PaymentItem(chosen, amount) for chosen, amount in items),
                self.desk.book_id,
                tender,
                paid_on=self.some_open_day(),
                held_by=holder,
            ),
        )
        parts = []
        for chosen, amount in items:
            whole = self.owing[chosen] - self.paid[chosen] if amount is None else amount
            place: object = self.classes[chosen] if holder is TEACHER else CASHIER
            if tender is Tender.TRANSFER:
                place = BANK
            parts.append(Part(chosen, whole, place, tender is Tender.CASH))
            self.book(chosen, whole)
            self.till += whole if place is CASHIER else 0
        self.papers.append(Paper(done.receipt_id, parts))
        self.pending.append(self.papers[-1])
        return True

    def void(self) -> bool:
        free = [p for p in self.pending if all(part.place not in _GONE for part in p.parts)]
        if not free or self.today_is_closed():
            return False
        paper = self.random.choice(free[-20:])
        receipts.void_receipt(self.desk.ctx, receipts.VoidReceipt(paper.receipt_id, "nhầm"))
        paper.void = True
        self.pending.remove(paper)
        for part in paper.parts:
            self.book(part.enrolment_id, -part.amount)
            self.till -= part.amount if part.place is CASHIER else 0
        return True

    def give_back(self) -> bool:
        """All money of a pupil, who then leaves the round, out of wherever it lies."""
        live = self.live_parts()
        sent = {
            part.enrolment_id
            for paper in self.papers
            for part in paper.parts
            if part.place == REMITTED and not paper.void
        }
        free = sorted({part.enrolment_id for part in live} - sent)
        if not free or self.today_is_closed():
            return False
        chosen = self.random.choice(free)
        back = [part for part in live if part.enrolment_id == chosen]
        done = refunds.give_back(self.desk.ctx, refunds.GiveBack(chosen, "có thẻ khác"))
        assert done.refund.data.amount == sum(part.amount for part in back)
        for part in back:
            self.till -= part.amount if part.place is CASHIER else 0
            part.place = RETURNED
        del self.owing[chosen], self.paid[chosen]
        self.unpaid.pop(chosen, None)
        return True

    def hand_over(self) -> bool:
        class_id = self.random.choice(sorted(set(self.classes.values())))
        parts = [part for part in self.live_parts() if part.place == class_id]
        expected = sum(part.amount for part in parts) + self.shortages[class_id]
        if self.today_is_closed() or (not parts and not expected):
            return False
        off = self.random.choice([0, 0, 0, -1000, 2000, -expected])
        counted = max(0, expected + off)
        note = "lệch" if counted != expected else ""
        handovers.hand_over(
            self.desk.ctx, handovers.HandOver(class_id, counted, "Cô Lan", note=note)
        )
        for part in parts:
            part.place = CASHIER
        self.shortages[class_id] = expected - counted
        self.till += counted
        return True

    def remit(self) -> bool:
        ready = [
            part
            for part in self.live_parts()
            if part.place in (CASHIER, BANK)
            and self.paid[part.enrolment_id] == self.owing[part.enrolment_id]
        ]
        cash = sum(part.amount for part in ready if part.cash)
        order = remittances.OrderRemittance()
        if not ready or cash > self.till:
            self.refuses("CASH_SHORT" if ready else "NOTHING_TO_REMIT", order)
            return False
        saved = remittances.order_remittance(self.desk.ctx, order).remittance
        assert saved.amount == sum(part.amount for part in ready)
        for part in ready:
            part.place = REMITTED
        self.orders.append((saved, ready, cash))
        self.remitted += saved.amount
        self.till -= cash
        self.pending = [
            paper for paper in self.pending if any(part.place not in _GONE for part in paper.parts)
        ]
        return True

    def take_back_order(self) -> bool:
        """The newest order, while the bank has not done it and today is not counted."""
        if not self.orders or self.closed == self.desk.ctx.clock.today():
            return False
        saved, parts, cash = self.orders.pop()
        remittances.withdraw_remittance(self.desk.ctx, saved.id, "ngân hàng trả lại")
        for part in parts:
            part.place = CASHIER if part.cash else BANK
        self.remitted -= saved.amount
        self.till += cash
        held, back = {id(paper) for paper in self.pending}, {id(part) for part in parts}
        self.pending += [
            paper
            for paper in self.papers
            if id(paper) not in held and any(id(part) in back for part in paper.parts)
        ]
        return True

    def refuses(self, code: str, order: remittances.OrderRemittance) -> None:
        with pytest.raises(UserError, match=code):
            remittances.order_remittance(self.desk.ctx, order)

    def refused(self) -> bool:
        """Money on a closed day and too much money leave everything as it was."""
        chosen = self.random.choice(self.open())
        left = self.owing[chosen] - self.paid[chosen]
        wrong = [(left + 1, None, "AMOUNT_TOO_HIGH"), (0, None, "AMOUNT_NOT_POSITIVE")]
        if self.closed:
            wrong.append((left, self.closed, "DAY_CLOSED"))
        amount, day, code = self.random.choice(wrong)
        day = day or self.some_open_day()
        item = (PaymentItem(chosen, amount),)
        command = RecordPayment(item, self.desk.book_id, paid_on=day)
        with pytest.raises(UserError, match=code):
            payments.record_payment(self.desk.ctx, command)
        return True

    def evening(self) -> bool:
        notes, rest = as_notes(max(0, self.till))
        note = "thiếu tiền lẻ" if rest or self.till < 0 else ""
        done = cash_counts.count_cash(self.desk.ctx, cash_counts.CountCash(notes, note))
        assert done.count.expected == self.till
        self.closed = self.clock.today()
        self.closed_days = self.money_until(self.closed)
        self.clock.moment += timedelta(days=self.random.randint(1, 3))
        return True

    def next_round(self) -> None:
        first = date(2026 + self.round_no, 10, 1)
        self.round_no += 1
        # A round for the months after the card just paid; who still owes keeps owing.
        opened = rounds.open_round(
            self.desk.ctx,
            rounds.OpenRound(
                YEAR,
                f"Đợt {self.round_no}",
                first,
                date(first.year + 1, 9, 30),
                date(2026, 9, 1),
                date(2026, 9, 30),
            ),
        )
        enrolments.sign_up(self.desk.ctx, enrolments.SignUp(opened.round.id))
        self.take_over(opened.round.id)

    # --- what must hold

    def check(self) -> None:
        """Receipts, ledger and places agree with each other and with this bookkeeping."""
        ctx = self.desk.ctx
        where = cash_counts.cash_position(ctx)
        live = self.live_parts()
        held = Counter(self.shortages)
        for part in live:
            if isinstance(part.place, str):
                held[part.place] += part.amount
        assert {item.class_id: item.amount for item in where.classes} == {
            class_id: amount for class_id, amount in held.items() if amount
        }
        assert where.with_teachers == sum(held.values())
        assert where.with_cashier == self.till == cash_counts.expected_cash(ctx)
        assert where.in_bank == sum(part.amount for part in live if part.place is BANK)
        assert where.remitted == self.remitted
        assert where.total == self.remitted + sum(part.amount for part in live)
        assert where.total == sum(day.net for day in self.money_until(self.clock.today()))
        assert receipt_books.missing_numbers(ctx, self.desk.book_id) == ()
        if self.closed:
            assert self.money_until(self.closed) == self.closed_days

    def check_people(self) -> None:
        """Each pupil's money and state, and each receipt, as kept here."""
        for chosen, owed in self.owing.items():
            item = enrolments.get_enrolment(self.desk.ctx, chosen)
            assert item.paid == self.paid[chosen]
            assert (item.state is enrolments.EnrolmentState.PAID) == (self.paid[chosen] == owed)
        found = receipts.receipts_of_book(self.desk.ctx, self.desk.book_id)
        assert [item.number for item in found] == list(range(1, len(self.papers) + 1))
        assert [item.voided_on is not None for item in found] == [p.void for p in self.papers]
        assert [item.amount for item in found] == [
            sum(part.amount for part in paper.parts) for paper in self.papers
        ]

    # --- helpers of both

    def take_over(self, round_id: str) -> None:
        here = {row.entry_id: row.class_id for row in pupils.list_pupils(self.desk.ctx, YEAR)}
        for item in enrolments.list_enrolments(self.desk.ctx, round_id):
            self.owing[item.id] = item.premium.own_share
            self.unpaid[item.id] = None
            self.classes[item.id] = here[item.entry_id]

    def open(self) -> list[str]:
        return list(self.unpaid)

    def book(self, chosen: str, amount: int) -> None:
        """Notes money of a pupil, or takes it back."""
        self.paid[chosen] += amount
        if self.paid[chosen] < self.owing[chosen]:
            self.unpaid[chosen] = None
        else:
            self.unpaid.pop(chosen, None)

    def live_parts(self) -> list[Part]:
        """Money on valid receipts that no transfer order holds."""
        parts = [part for paper in self.pending for part in paper.parts]
        return [part for part in parts if part.place not in _GONE]

    def some_open_day(self) -> date:
        first = self.closed + timedelta(days=1) if self.closed else date(2026, 9, 1)
        return first + timedelta(days=self.random.randint(0, (self.clock.today() - first).days))

    def today_is_closed(self) -> bool:
        return self.closed == self.clock.today()

    def money_until(self, day: date) -> tuple[cash_counts.DayMoney, ...]:
        return cash_counts.money_by_day(self.desk.ctx, date(2026, 1, 1), day)


def as_notes(amount: int) -> tuple[tuple[NoteCount, ...], int]:
    """The fewest notes of an amount, and what no note can pay."""
    notes = []
    for denomination in DENOMINATIONS:
        pieces, amount = divmod(amount, denomination)
        if pieces:
            notes.append(NoteCount(denomination, pieces))
    return tuple(notes), amount
