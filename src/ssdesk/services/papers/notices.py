"""Payment notices for whoever still owes, with the QR code of a bank transfer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ssdesk.domain.banks import bank_of
from ssdesk.domain.desk import DeskProfile
from ssdesk.domain.notice import PaymentNotice
from ssdesk.errors import UserError
from ssdesk.exchange.vietqr import Transfer, encode_transfer, plain_memo
from ssdesk.services.collecting import CollectRow, read_collecting
from ssdesk.services.context import Context
from ssdesk.services.papers.paper import Paper
from ssdesk.services.statements import slip_codes


def payment_notices(
    ctx: Context, school_year: str, round_id: str, entry_ids: Sequence[str] = ()
) -> Paper:
    """Notices for pupils who still owe in a round, by class and given name.

    Args:
        ctx: the open desk.
        school_year: of the round.
        round_id: the round.
        entry_ids: only these pupils; everybody who owes where empty.

    Raises:
        UserError: NOTHING_TO_PRINT where none of them owes anything, NOT_ALLOWED.
    """
    from ssdesk.documents.payment_notice import payment_notices_pdf

    seen = read_collecting(ctx, school_year, round_id)
    wanted = set(entry_ids)
    rows = [row for row in seen.rows if row.owes and (not wanted or row.pupil.entry_id in wanted)]
    if not rows or seen.round is None:
        raise UserError("NOTHING_TO_PRINT")
    codes = slip_codes(ctx, tuple(row.enrolment.id for row in rows if row.enrolment))
    profile, due_on = ctx.profile(), seen.round.due_on
    notices = [_notice(profile, row, codes, due_on) for row in rows]
    name = f"giay-bao-{ctx.clock.today():%Y%m%d}.pdf"
    return Paper("Giấy báo đóng bảo hiểm y tế", name, payment_notices_pdf(notices))


def _notice(
    profile: DeskProfile, row: CollectRow, codes: dict[str, str], due_on: date
) -> PaymentNotice:
    item = row.enrolment
    assert item is not None
    code, amounts = codes[item.id], item.premium
    number = profile.parent_account_number
    memo = plain_memo(f"{code} {row.pupil.full_name} {row.pupil.class_name}") if number else ""
    return PaymentNotice(
        school_name=profile.school_name,
        full_name=row.pupil.full_name,
        school_class=row.pupil.class_name,
        starts_on=item.period.starts_on,
        ends_on=item.period.ends_on,
        months=item.months,
        gross=amounts.gross,
        state_support=amounts.state_support,
        local_support=amounts.local_support,
        other_support=amounts.other_support,
        own_share=amounts.own_share,
        paid=item.paid,
        due_on=due_on,
        code=code,
        memo=memo,
        account=_account(profile) if number else (),
        transfer=_transfer(profile, row.owes, memo),
    )


def _account(profile: DeskProfile) -> tuple[str, ...]:
    return (
        f"Số tài khoản: {profile.parent_account_number}",
        *((f"Chủ tài khoản: {profile.parent_account_name}",) * bool(profile.parent_account_name)),
        *((profile.parent_bank_name,) * bool(profile.parent_bank_name)),
    )


def _transfer(profile: DeskProfile, amount: int, memo: str) -> str:
    bank = bank_of(profile.parent_bank_name)
    if bank is None or not memo:
        return ""
    return encode_transfer(Transfer(bank.bin, profile.parent_account_number, amount, memo))
