"""The slip of a class's money, from the homeroom teacher to the cashier."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from ssdesk.assets import Words, texts
from ssdesk.domain.figures import Fact, FigureColumn, FigureKind, FigureRow, FigureTable, Report
from ssdesk.domain.heading import Signer
from ssdesk.domain.money import format_dong
from ssdesk.domain.spelling import spelled
from ssdesk.services import handovers
from ssdesk.services.context import Context
from ssdesk.services.handovers import Handover, HeldLine
from ssdesk.services.letterheads import heading
from ssdesk.services.papers.paper import Paper, draw


def handover_slip(ctx: Context, handover_id: str, language: str = "vi") -> Paper:
    """Names, receipts, amounts, what was short before and is now, both signatures.

    Raises:
        UserError: HANDOVER_UNKNOWN.
    """
    item = handovers.get_handover(ctx, handover_id)
    said = texts(language)
    report = Report(
        name=f"giao-nhan-{item.number:03d}",
        title=said["slip"]["title"],
        subtitle=said["slip"]["subtitle"].format(name=item.class_name, number=f"{item.number:03d}"),
        as_of=datetime.combine(item.handed_on, time.min),
        tables=(_table(handovers.handover_lines(ctx, handover_id), said),),
        facts=tuple(_facts(item, said)),
        closing=tuple(_closing(item, said)),
    )
    hint = said["paper"]["sign"]
    signers = (
        Signer(said["slip"]["giver_signs"], hint, item.teacher_name),
        Signer(said["slip"]["receiver_signs"], hint, item.cashier_name),
    )
    return draw(report, heading(ctx, item.handed_on, signers, language, as_of=False), language)


def _table(lines: tuple[HeldLine, ...], said: Words) -> FigureTable:
    titles, slip = said["columns"], said["slip"]
    receipts = len({line.receipt_number for line in lines})
    count = slip["receipts"].format(count=receipts)
    return FigureTable(
        "",
        (
            FigureColumn(titles["place"], FigureKind.INT, 6),
            FigureColumn(titles["pupil"], FigureKind.TEXT, 34),
            FigureColumn(titles["receipt"], FigureKind.TEXT, 16),
            FigureColumn(titles["paid_on"], FigureKind.DATE, 16),
            FigureColumn(titles["amount"], FigureKind.DONG, 20),
        ),
        tuple(
            FigureRow((place, line.full_name, line.receipt_number, line.paid_on, line.amount))
            for place, line in enumerate(lines, start=1)
        ),
        (None, said["common"]["sum"], count, None, sum(line.amount for line in lines)),
        empty=slip["empty"],
    )


def _facts(item: Handover, said: Words) -> Iterator[Fact]:
    slip, dong = said["slip"], said["paper"]["amount"]

    def amount(label: str, value: int) -> Fact:
        return Fact(slip[label], dong.format(amount=format_dong(value)))

    yield Fact(slip["giver"], item.teacher_name)
    yield Fact(slip["receiver"], item.cashier_name)
    if item.carried:
        yield amount("by_receipts", item.amount)
        yield amount("carried_short" if item.carried > 0 else "carried_over", abs(item.carried))
    if item.carried or item.difference:
        yield amount("expected", item.expected)
    yield amount("counted", item.counted)


def _closing(item: Handover, said: Words) -> Iterator[str]:
    slip = said["slip"]
    yield said["paper"]["in_words"].format(words=spelled(item.counted, said["common"]["language"]))
    if item.difference:
        said_so = slip["short" if item.difference < 0 else "over"]
        yield said_so.format(amount=format_dong(abs(item.difference)), reason=item.note)
    elif item.note:
        yield slip["note"].format(note=item.note)
