"""The order to the bank: from the school to the office's collection account."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time

from ssdesk.assets import Words, texts
from ssdesk.domain.desk import DeskProfile
from ssdesk.domain.figures import Fact, FigureColumn, FigureKind, FigureRow, FigureTable, Report
from ssdesk.domain.heading import Signer
from ssdesk.domain.spelling import spelled
from ssdesk.errors import UserError
from ssdesk.services import letterheads, remittances
from ssdesk.services.context import Context
from ssdesk.services.papers.paper import Paper, draw
from ssdesk.services.remittances import Remittance


def transfer_order(ctx: Context, remittance_id: str, language: str = "vi") -> Paper:
    """Account, sum in figures and words, and what to write on the transfer.

    Raises:
        UserError: REMITTANCE_UNKNOWN.
    """
    found = (item for item in remittances.list_remittances(ctx) if item.id == remittance_id)
    item = next(found, None)
    if item is None:
        raise UserError("REMITTANCE_UNKNOWN")
    said, profile = texts(language), ctx.profile()
    order = said["order"]
    reference = order["confirmed" if item.bank_reference else "reference"]
    if item.withdrawn_on is not None:
        reference = order["withdrawn"]
    report = Report(
        name=f"lenh-chuyen-{item.number:03d}",
        title=order["title"],
        subtitle=order["subtitle"].format(number=f"{item.number:03d}"),
        as_of=datetime.combine(item.ordered_on, time.min),
        tables=(_table(item, said),),
        facts=_facts(item, profile, order),
        closing=(
            said["paper"]["in_words"].format(
                words=spelled(item.amount, said["common"]["language"])
            ),
            reference.format(reference=item.bank_reference, reason=item.withdrawal_reason),
        ),
    )
    signers = (
        letterheads.preparer(profile, language),
        letterheads.cashier(profile, language),
        Signer(said["paper"]["account_holder"], said["paper"]["seal"], profile.principal_name),
    )
    head = letterheads.heading(ctx, item.ordered_on, signers, language, as_of=False)
    return draw(report, head, language)


def _facts(item: Remittance, profile: DeskProfile, order: Mapping[str, str]) -> tuple[Fact, ...]:
    payer = profile.school_name
    if profile.school_code:
        payer = order["code"].format(name=payer, code=profile.school_code)
    return (
        Fact(order["payer"], payer),
        Fact(order["payee"], item.account_name),
        Fact(order["account"], item.account_number),
        Fact(order["bank"], item.bank_name),
    )


def _table(item: Remittance, said: Words) -> FigureTable:
    titles = said["columns"]
    return FigureTable(
        "",
        (
            FigureColumn(titles["memo"], FigureKind.TEXT, 60),
            FigureColumn(titles["receipts_with"], FigureKind.INT, 18),
            FigureColumn(titles["amount"], FigureKind.DONG, 22),
        ),
        (FigureRow((item.memo, item.receipts, item.amount)),),
        (said["common"]["sum"], item.receipts, item.amount),
    )
