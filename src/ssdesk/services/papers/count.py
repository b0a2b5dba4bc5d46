"""The sheet of an evening's count by notes."""

from __future__ import annotations

from datetime import date, datetime, time

from ssdesk.assets import Words, texts
from ssdesk.domain.dates import format_date
from ssdesk.domain.figures import Fact, FigureColumn, FigureKind, FigureRow, FigureTable, Report
from ssdesk.domain.money import format_dong
from ssdesk.domain.spelling import spelled
from ssdesk.errors import UserError
from ssdesk.services import cash_counts, letterheads, refunds
from ssdesk.services.cash_counts import CashCount
from ssdesk.services.context import Context
from ssdesk.services.papers.paper import Paper, draw


def cash_count_sheet(ctx: Context, day: date, language: str = "vi", *, copy: bool = False) -> Paper:
    """The evening's count by notes, with what the books say; a later print is marked a copy.

    Raises:
        UserError: COUNT_UNKNOWN.
    """
    count = cash_counts.get_count(ctx, day)
    if count is None:
        raise UserError("COUNT_UNKNOWN", day=format_date(day))
    said, profile = texts(language), ctx.profile()
    subtitle = said["count"]["copy" if copy else "subtitle"]
    dong = said["paper"]["amount"]
    report = Report(
        name=f"kiem-quy-{day:%Y%m%d}",
        title=said["count"]["title"],
        subtitle=subtitle.format(day=format_date(day)),
        as_of=datetime.combine(day, time.min),
        tables=(_table(count, said),),
        facts=(
            Fact(said["count"]["expected"], dong.format(amount=format_dong(count.expected))),
            Fact(said["count"]["counted"], dong.format(amount=format_dong(count.counted))),
            Fact(said["count"]["by"], count.counted_by),
            *_given_back(ctx, day, said),
        ),
        closing=_closing(count, said),
    )
    signers = (
        letterheads.cashier(profile, language),
        letterheads.preparer(profile, language),
        letterheads.principal(profile, language),
    )
    head = letterheads.heading(ctx, day, signers, language, as_of=False)
    return draw(report, head, language)


def _given_back(ctx: Context, day: date, said: Words) -> tuple[Fact, ...]:
    """What families got back that day; the books have it taken off already."""
    found = [each.data.amount for each in refunds.list_refunds(ctx, day, day)]
    if not found:
        return ()
    text = said["count"]["refunds"].format(count=len(found), amount=format_dong(sum(found)))
    return (Fact(said["count"]["given_back"], text),)


def _table(count: CashCount, said: Words) -> FigureTable:
    titles = said["columns"]
    return FigureTable(
        "",
        (
            FigureColumn(titles["denomination"], FigureKind.DONG, 30),
            FigureColumn(titles["pieces"], FigureKind.INT, 20),
            FigureColumn(titles["amount"], FigureKind.DONG, 30),
        ),
        tuple(
            FigureRow((note.denomination, note.pieces, note.denomination * note.pieces))
            for note in count.notes
        ),
        (said["common"]["sum"], sum(note.pieces for note in count.notes), count.counted),
        empty=said["count"]["empty"],
    )


def _closing(count: CashCount, said: Words) -> tuple[str, ...]:
    words = said["paper"]["in_words"].format(
        words=spelled(count.counted, said["common"]["language"])
    )
    if not count.difference:
        return (words,)
    difference = said["count"]["over" if count.difference > 0 else "short"]
    amount = format_dong(abs(count.difference))
    return words, difference.format(amount=amount, reason=count.note)
