"""Giving a family its money back before the pupil went on a list."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from ssdesk.domain.dates import format_date
from ssdesk.domain.enrolment import EnrolmentState, step
from ssdesk.domain.names import clean_name, clean_text
from ssdesk.domain.receipt import MOST_REASON, Holder, Tender
from ssdesk.domain.refund import MOST_RECEIVER, RefundData
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.services.cash_counts import open_day, posting_day
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.services.receipts import holder_now
from ssdesk.storage import enrolments, receipts, refunds
from ssdesk.storage.enrolments import Enrolment
from ssdesk.storage.queries import pupils as queries
from ssdesk.storage.receipts import Payment
from ssdesk.storage.refunds import Refund
from ssdesk.storage.store import Reader

__all__ = [
    "GiveBack",
    "GivenBack",
    "Refund",
    "RefundPreview",
    "get_refund",
    "give_back",
    "list_refunds",
    "preview_refund",
    "refunds_of_pupil",
]

_LISTED = frozenset({EnrolmentState.SUBMITTED, EnrolmentState.ACCEPTED})


@dataclass(frozen=True, slots=True)
class RefundPreview:
    """What would be given back, in dong, and who has it now.

    Args:
        receipts: numbers of the receipts that it came in on.
        from_teacher: still with the homeroom teacher, who gives it back.
        first_day: the earliest day that the refund can bear.
        last_day: the latest; what is given back now counts to it.
        receiver: whom the receipts name.
    """

    full_name: str
    class_name: str
    receiver: str
    receipts: tuple[str, ...]
    from_teacher: int
    from_cash: int
    from_bank: int
    first_day: date
    last_day: date

    @property
    def amount(self) -> int:
        """All of it: what was not listed comes back whole."""
        return self.from_teacher + self.from_cash + self.from_bank


@dataclass(frozen=True, slots=True)
class GiveBack:
    """All money of an enrolment back to the family.

    Args:
        receiver_name: who signs for it; empty for whom the receipts name.
        tender: how it reaches them; it leaves the till or the account where it lies.
        account: holder, number and bank for a transfer, as on the paper.
        refunded_on: None for the day that money counts to now.
    """

    enrolment_id: str
    reason: str
    receiver_name: str = ""
    tender: Tender = Tender.CASH
    account: str = ""
    refunded_on: date | None = None


@dataclass(frozen=True, slots=True)
class GivenBack:
    """The refund posted; the enrolment has ended."""

    refund: Refund
    changes: Changes = field(
        default=Changes(frozenset({Kind.PAYMENT, Kind.ENROLMENT, Kind.ROSTER, Kind.REMITTANCE}))
    )


def preview_refund(ctx: Context, enrolment_id: str) -> RefundPreview:
    """What would be given back; nothing is stored.

    Raises:
        UserError: ENROLMENT_UNKNOWN, REFUND_AFTER_LIST, REFUND_NOTHING, REFUND_REMITTED.
    """
    reader = ctx.store.reader
    return _preview(ctx, reader, *_refundable(reader, enrolment_id))


def _refundable(reader: Reader, enrolment_id: str) -> tuple[Enrolment, tuple[Payment, ...]]:
    item = enrolments.get(reader, enrolment_id)
    if item is None:
        raise UserError("ENROLMENT_UNKNOWN")
    name = item.premium.who
    if item.state in _LISTED:
        raise UserError("REFUND_AFTER_LIST", name=name)
    found = refunds.standing_payments(reader, enrolment_id)
    if not found:
        raise UserError("REFUND_NOTHING", name=name)
    order = refunds.order_holding(reader, [each.id for each in found])
    if order is not None:
        raise UserError("REFUND_REMITTED", name=name, order=order)
    return item, found


def _preview(
    ctx: Context, reader: Reader, item: Enrolment, found: tuple[Payment, ...]
) -> RefundPreview:
    row = queries.pupil(reader, item.entry_id, ctx.clock.today())
    assert row is not None
    at = dict.fromkeys(Holder, 0)
    papers = []
    for payment in found:
        at[holder_now(reader, payment)] += payment.amount
        paper = receipts.get(reader, payment.receipt_id)
        assert paper is not None
        papers.append(paper)
    last = open_day(reader, ctx.clock.today())
    return RefundPreview(
        full_name=row.full_name,
        class_name=row.class_name,
        receiver=papers[-1].payer_name,
        receipts=tuple(paper.data.number for paper in papers),
        from_teacher=at[Holder.TEACHER],
        from_cash=at[Holder.CASHIER],
        from_bank=at[Holder.BANK],
        first_day=min(last, max(payment.paid_on for payment in found)),
        last_day=last,
    )


def give_back(ctx: Context, command: GiveBack) -> GivenBack:
    """Posts the refund with a counter-entry for each payment, and ends the enrolment.

    Raises:
        UserError: as `preview_refund`; REASON_MISSING, REASON_TOO_LONG, REFUND_RECEIVER_LONG,
            REFUND_IN_FUTURE, REFUND_BEFORE_PAYMENT, REFUND_ACCOUNT_MISSING, DAY_CLOSED_NEXT_OPEN,
            NOT_ALLOWED.
    """
    reason = clean_text(command.reason)
    if not reason:
        raise UserError("REASON_MISSING")
    if len(reason) > MOST_REASON:
        raise UserError("REASON_TOO_LONG", most=MOST_REASON, letters=len(reason))
    with ctx.write(Act.TAKE_MONEY) as unit:
        item, found = _refundable(unit, command.enrolment_id)
        seen = _preview(ctx, unit, item, found)
        day = command.refunded_on or seen.last_day
        _check_day(unit, seen, day)
        number = refunds.next_number(unit)
        data = replace(_data(ctx, seen, command, number), refunded_on=day, reason=reason)
        refund = Refund(ctx.clock.new_id(), item.id, data)
        undone = [
            replace(
                payment,
                id=ctx.clock.new_id(),
                amount=-payment.amount,
                paid_on=day,
                held_by=holder_now(unit, payment),
                voids=payment.id,
            )
            for payment in found
        ]
        for payment in undone:
            receipts.insert_payment(unit, payment)
        refunds.insert(unit, refund, [payment.id for payment in undone])
        state = step(item.state, EnrolmentState.ENDED)
        enrolments.update(
            unit, replace(item, state=state, note=reason, fixed=False, promised_on=None)
        )
        unit.audit("refund_posted", refund.id, {"number": number, "amount": data.amount})
    return GivenBack(refund)


def _check_day(reader: Reader, seen: RefundPreview, day: date) -> None:
    if day > seen.last_day:
        raise UserError("REFUND_IN_FUTURE", day=format_date(day))
    posting_day(reader, seen.last_day, day)
    if day < seen.first_day:
        raise UserError(
            "REFUND_BEFORE_PAYMENT", day=format_date(day), paid_on=format_date(seen.first_day)
        )


def _data(ctx: Context, seen: RefundPreview, command: GiveBack, number: int) -> RefundData:
    receiver = clean_name(command.receiver_name) or seen.receiver
    if len(receiver) > MOST_RECEIVER:
        raise UserError("REFUND_RECEIVER_LONG", most=MOST_RECEIVER, letters=len(receiver))
    account = clean_text(command.account)
    if command.tender is Tender.TRANSFER and not account:
        raise UserError("REFUND_ACCOUNT_MISSING")
    profile = ctx.profile()
    return RefundData(
        number=number,
        refunded_on=seen.last_day,
        unit_name=profile.school_name,
        unit_code=profile.school_code,
        full_name=seen.full_name,
        school_class=seen.class_name,
        receiver_name=receiver,
        reason="",
        receipts=seen.receipts,
        amount=seen.amount,
        tender=command.tender,
        account=account if command.tender is Tender.TRANSFER else "",
        principal_name=profile.principal_name,
        preparer_name=profile.preparer_name,
        cashier_name=profile.cashier_name,
    )


def get_refund(ctx: Context, refund_id: str) -> Refund:
    """One refund.

    Raises:
        UserError: REFUND_UNKNOWN.
    """
    found = refunds.get(ctx.store.reader, refund_id)
    if found is None:
        raise UserError("REFUND_UNKNOWN")
    return found


def list_refunds(ctx: Context, first: date, last: date) -> tuple[Refund, ...]:
    """Refunds from a first to a last day, the newest first."""
    return refunds.between(ctx.store.reader, first, last)


def refunds_of_pupil(ctx: Context, entry_id: str) -> tuple[Refund, ...]:
    """Refunds of a pupil of the roster, the newest first."""
    return refunds.of_entry(ctx.store.reader, entry_id)
