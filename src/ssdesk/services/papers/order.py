"""The order to the bank: from the school to the office's collection account."""

from __future__ import annotations

from datetime import datetime, time

from ssdesk.assets import texts
from ssdesk.domain.figures import Fact, FigureColumn, FigureKind, FigureRow, FigureTable, Report
from ssdesk.domain.heading import Signer
from ssdesk.domain.money import in_words
from ssdesk.errors import UserError
from ssdesk.services import letterheads, remittances
from ssdesk.services.context import Context
from ssdesk.services.papers.paper import Paper, draw


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
    order, titles = said["order"], said["columns"]
    table = FigureTable(
        "",
        (
            FigureColumn(titles["memo"], FigureKind.TEXT, 60),
            FigureColumn(titles["receipts_with"], FigureKind.INT, 18),
            FigureColumn(titles["amount"], FigureKind.DONG, 22),
        ),
        (FigureRow((item.memo, item.receipts, item.amount)),),
        (said["common"]["sum"], item.receipts, item.amount),
    )
    reference = order["confirmed" if item.bank_reference else "reference"]
    report = Report(
        name=f"lenh-chuyen-{item.number:03d}",
        title=order["title"],
        subtitle=order["subtitle"].format(number=f"{item.number:03d}"),
        as_of=datetime.combine(item.ordered_on, time.min),
        tables=(table,),
        facts=(
            Fact(order["payer"], _name(profile.school_name, profile.school_code, order["code"])),
            Fact(order["payee"], item.account_name),
            Fact(order["account"], item.account_number),
            Fact(order["bank"], item.bank_name),
        ),
        closing=(
            said["paper"]["in_words"].format(words=in_words(item.amount)),
            reference.format(reference=item.bank_reference),
        ),
    )
    signers = (
        letterheads.preparer(profile, language),
        letterheads.cashier(profile, language),
        Signer(said["paper"]["account_holder"], said["paper"]["seal"], profile.principal_name),
    )
    head = letterheads.heading(ctx, item.ordered_on, signers, language, as_of=False)
    return draw(report, head, language)


def _name(name: str, code: str, with_code: str) -> str:
    return with_code.format(name=name, code=code) if code else name
