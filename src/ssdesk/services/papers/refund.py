"""The paper that a family signs when the school gives money back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from ssdesk.assets import Words, texts
from ssdesk.domain.figures import Fact, Report
from ssdesk.domain.heading import Signer
from ssdesk.domain.money import format_dong
from ssdesk.domain.receipt import Tender
from ssdesk.domain.refund import RefundData
from ssdesk.domain.spelling import spelled
from ssdesk.services import letterheads, refunds
from ssdesk.services.context import Context
from ssdesk.services.papers.paper import Paper, draw


def refund_paper(ctx: Context, refund_id: str, language: str = "vi") -> Paper:
    """Who gets how much back for whom and why, with the signatures of all who answer for it.

    Raises:
        UserError: REFUND_UNKNOWN.
    """
    data = refunds.get_refund(ctx, refund_id).data
    said, profile = texts(language), ctx.profile()
    report = Report(
        name=f"phieu-chi-hoan-tra-{data.number:03d}",
        title=said["refund"]["title"],
        subtitle=said["refund"]["subtitle"].format(number=data.display_number),
        as_of=datetime.combine(data.refunded_on, time.min),
        tables=(),
        facts=tuple(_facts(data, said)),
        closing=(
            said["paper"]["in_words"].format(
                words=spelled(data.amount, said["common"]["language"])
            ),
            said["refund"]["received"],
        ),
    )
    signers = (
        letterheads.preparer(profile, language),
        letterheads.cashier(profile, language),
        Signer(said["refund"]["receiver_signs"], said["paper"]["sign"], data.receiver_name),
        Signer(said["paper"]["account_holder"], said["paper"]["seal"], data.principal_name),
    )
    head = letterheads.heading(ctx, data.refunded_on, signers, language, as_of=False)
    return draw(report, head, language)


def _facts(data: RefundData, said: Words) -> Iterator[Fact]:
    refund = said["refund"]
    yield Fact(refund["receiver"], data.receiver_name)
    yield Fact(
        refund["pupil"],
        refund["of_class"].format(name=data.full_name, school_class=data.school_class),
    )
    yield Fact(refund["reason"], data.reason)
    yield Fact(refund["receipts"], ", ".join(data.receipts))
    yield Fact(refund["amount"], said["paper"]["amount"].format(amount=format_dong(data.amount)))
    way = refund["transfer" if data.tender is Tender.TRANSFER else "cash"]
    yield Fact(refund["way"], way.format(account=data.account))
