"""Money on to the office: the transfer order, the bank's answer, the three-way match."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ssdesk.domain.dates import format_date
from ssdesk.domain.money import format_dong
from ssdesk.domain.names import clean_text, search_key
from ssdesk.domain.receipt import Tender
from ssdesk.domain.remittance import Difference, MatchLine, ThreeWayMatch
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.services.cash_counts import posting_day
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.storage import remittances
from ssdesk.storage.queries import money
from ssdesk.storage.remittances import ReadyPayment, Remittance
from ssdesk.storage.store import Unit

__all__ = [
    "ConfirmRemittance",
    "Difference",
    "MatchLine",
    "OrderRemittance",
    "ReadyPayment",
    "Remittance",
    "RemittanceSaved",
    "ThreeWayMatch",
    "confirm_remittance",
    "list_remittances",
    "match_round",
    "order_remittance",
    "ready_payments",
    "suggested_memo",
]

_CHANGED = Changes(frozenset({Kind.PAYMENT, Kind.REMITTANCE}))


@dataclass(frozen=True, slots=True)
class OrderRemittance:
    """A transfer order; an empty memo stands for the usual one.

    Args:
        payment_ids: money to be transferred; empty for all that is ready.
        round_ids: where no money is named, only that of these rounds; empty for all rounds.
    """

    payment_ids: tuple[str, ...] = ()
    round_ids: tuple[str, ...] = ()
    memo: str = ""
    ordered_on: date | None = None


@dataclass(frozen=True, slots=True)
class ConfirmRemittance:
    """What the bank said of an order."""

    remittance_id: str
    bank_reference: str
    transferred_on: date


@dataclass(frozen=True, slots=True)
class RemittanceSaved:
    """The order as it now is."""

    remittance: Remittance
    changes: Changes = field(default=_CHANGED)


def ready_payments(ctx: Context) -> tuple[ReadyPayment, ...]:
    """Money of whole enrolments with the cashier or in the bank that no order holds yet."""
    return remittances.ready(ctx.store.reader)


def list_remittances(ctx: Context) -> tuple[Remittance, ...]:
    """All orders, the newest first."""
    return remittances.every(ctx.store.reader)


def suggested_memo(ctx: Context, on: date) -> str:
    """Unit code, name and month, in the plain capitals that every bank takes."""
    profile = ctx.profile()
    text = f"{profile.school_code} {profile.school_name} nop BHYT HSSV thang {on:%m %Y}"
    return " ".join(search_key(text).upper().split())


def order_remittance(ctx: Context, command: OrderRemittance) -> RemittanceSaved:
    """Posts a transfer order.

    Raises:
        UserError: NOTHING_TO_REMIT, PAYMENT_NOT_READY, CASH_SHORT where teachers or the
            cashier lack cash, PAID_IN_FUTURE, DAY_CLOSED_NEXT_OPEN, NOT_ALLOWED,
            ACCOUNT_MISSING when the desk has no collection account yet.
    """
    profile = ctx.profile()
    if not profile.account_number:
        raise UserError("ACCOUNT_MISSING")
    with ctx.write(Act.TAKE_MONEY) as unit:
        ordered_on = posting_day(unit, ctx.clock.today(), command.ordered_on)
        chosen = _chosen(unit, command)
        item = Remittance(
            id=ctx.clock.new_id(),
            number=remittances.next_number(unit),
            ordered_on=ordered_on,
            amount=sum(payment.amount for payment in chosen),
            receipts=len({payment.receipt_id for payment in chosen}),
            account_number=profile.account_number,
            account_name=profile.account_name,
            bank_name=profile.bank_name,
            memo=clean_text(command.memo) or suggested_memo(ctx, ordered_on),
        )
        remittances.insert(unit, item, tuple(payment.payment_id for payment in chosen))
        unit.audit("remittance_ordered", item.id, {"number": item.number, "amount": item.amount})
        saved = remittances.get(unit, item.id)
    assert saved is not None
    return RemittanceSaved(saved)


def _chosen(unit: Unit, command: OrderRemittance) -> list[ReadyPayment]:
    ready = remittances.ready(unit)
    wanted, in_rounds = set(command.payment_ids), set(command.round_ids)
    if not wanted <= {payment.payment_id for payment in ready}:
        raise UserError("PAYMENT_NOT_READY")
    chosen = [
        payment
        for payment in ready
        if (
            payment.payment_id in wanted
            if wanted
            else not in_rounds or payment.round_id in in_rounds
        )
    ]
    if not chosen:
        raise UserError("NOTHING_TO_REMIT")
    cash = sum(payment.amount for payment in chosen if payment.tender is Tender.CASH)
    there = money.cash_until(unit, date.max)
    if cash > there:
        raise UserError(
            "CASH_SHORT",
            cash=format_dong(cash),
            there=format_dong(there),
            difference=format_dong(cash - there),
        )
    return chosen


def confirm_remittance(ctx: Context, command: ConfirmRemittance) -> RemittanceSaved:
    """Notes the bank's reference of an order.

    Raises:
        UserError: REMITTANCE_UNKNOWN, BANK_REFERENCE_MISSING, REMITTANCE_CONFIRMED,
            REMITTANCE_WITHDRAWN, TRANSFERRED_BEFORE_ORDER, PAID_IN_FUTURE, NOT_ALLOWED.
    """
    if command.transferred_on > ctx.clock.today():
        raise UserError("PAID_IN_FUTURE", day=format_date(command.transferred_on))
    reference = clean_text(command.bank_reference)
    if not reference:
        raise UserError("BANK_REFERENCE_MISSING")
    with ctx.write(Act.TAKE_MONEY) as unit:
        item = _waiting(unit, command.remittance_id)
        if command.transferred_on < item.ordered_on:
            raise UserError("TRANSFERRED_BEFORE_ORDER", ordered_on=format_date(item.ordered_on))
        remittances.confirm(unit, item.id, reference, command.transferred_on)
        unit.audit("remittance_confirmed", item.id, {"bank_reference": reference})
        saved = remittances.get(unit, item.id)
    assert saved is not None
    return RemittanceSaved(saved)


def withdraw_remittance(ctx: Context, remittance_id: str, reason: str) -> RemittanceSaved:
    """Takes back an order that the bank never did; its money is with the cashier again.

    Raises:
        UserError: REASON_MISSING, REMITTANCE_UNKNOWN, REMITTANCE_CONFIRMED,
            REMITTANCE_WITHDRAWN, NOT_ALLOWED.
    """
    why = clean_text(reason)
    if not why:
        raise UserError("REASON_MISSING")
    with ctx.write(Act.TAKE_MONEY) as unit:
        item = _waiting(unit, remittance_id)
        remittances.withdraw(unit, item.id, why, posting_day(unit, ctx.clock.today()))
        unit.audit("remittance_withdrawn", item.id, {"number": item.number, "reason": why})
        saved = remittances.get(unit, item.id)
    assert saved is not None
    return RemittanceSaved(saved)


def _waiting(unit: Unit, remittance_id: str) -> Remittance:
    """An order that the bank has not done and nobody took back."""
    item = remittances.get(unit, remittance_id)
    if item is None:
        raise UserError("REMITTANCE_UNKNOWN")
    if item.bank_reference:
        raise UserError("REMITTANCE_CONFIRMED", number=item.number)
    if item.withdrawn_on is not None:
        raise UserError("REMITTANCE_WITHDRAWN", number=item.number)
    return item


def match_round(ctx: Context, round_id: str) -> ThreeWayMatch:
    """List = receipts = transfer of a round, or the difference by name (ruling 10)."""
    return money.match(ctx.store.reader, round_id)
