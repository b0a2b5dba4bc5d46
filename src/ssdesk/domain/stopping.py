"""Why somebody stops who was sent to the office, and what the office owes back for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from ssdesk.domain.dates import add_months, format_date, next_day
from ssdesk.domain.identifiers import bare_number
from ssdesk.domain.money import format_dong, format_percent, round_half_up
from ssdesk.domain.period import Period, whole_months_between
from ssdesk.domain.problems import Problem
from ssdesk.domain.rulebook import Source

CASES = Source("QĐ 595/QĐ-BHXH", "Đ20")
"""Who gets money back, and from which day."""
NOTED = Source("QĐ 366/QĐ-BHXH", "Đ5 khoản 1.3.2 b")
"""The account goes into the note of the list."""
_SHORTEST, _LONGEST = 6, 19


class StopReason(Enum):
    """Why; the first three are the cases in which the office pays back."""

    OTHER_CARD = "other_card"
    """A card of a group that comes earlier in the law."""
    SUPPORT_RAISED = "support_raised"
    """The budget pays a larger share from a decision on."""
    DIED = "died"
    """Paid back only where the card was not valid yet."""
    MOVED = "moved"
    """Left the school; the card stays valid to its end."""


class StopState(Enum):
    """Where a stop is on its way to the office; `REFUNDED` once the office accepted it."""

    OPEN = "open"
    LISTED = "listed"
    REFUNDED = "refunded"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class RefundAccount:
    """Where the office pays to."""

    holder: str = ""
    number: str = ""
    bank: str = ""


NO_ACCOUNT = RefundAccount()


@dataclass(frozen=True, slots=True)
class PaidTerm:
    """What was paid for: the card's term, and its amounts in dong."""

    period: Period
    months: int
    gross: int
    state_support: int
    own_share: int


@dataclass(frozen=True, slots=True)
class Owed:
    """What the office owes the family.

    Args:
        months: paid for and not used; whole months, one begun counts as used.
        amount: dong.
        workings: the computation in words.
        sources: where it is written.
    """

    months: int
    amount: int
    workings: tuple[str, ...]
    sources: tuple[Source, ...] = (CASES, NOTED)


def owed(
    term: PaidTerm, reason: StopReason, effective_on: date, support: Fraction | None = None
) -> Owed:
    """What is owed from the day on which the stop takes effect; rounded once (ruling 1).

    Args:
        term: what was paid for.
        reason: decides whether anything is owed.
        effective_on: first day of the other card, day of the decision or of death.
        support: the state's new share; only for SUPPORT_RAISED.
    """
    if reason is StopReason.MOVED:
        return Owed(0, 0, ("Chuyển trường, thôi học: thẻ dùng đến hết hạn, không hoàn trả",))
    if reason is StopReason.DIED and effective_on >= term.period.starts_on:
        return Owed(0, 0, ("Thẻ đã có giá trị sử dụng: không hoàn trả",))
    first = max(effective_on, term.period.starts_on)
    months = min(term.months, whole_months_between(first, term.period.ends_on))
    counted = _counted(first, term.period.ends_on, months)
    part = Fraction(months, term.months)
    if reason is not StopReason.SUPPORT_RAISED:
        amount = round_half_up(term.own_share * part)
        base = f"{format_dong(term.own_share)} × {months}/{term.months} tháng"
    else:
        raised = _raised(term, support)
        exact = min(term.gross * raised, Fraction(term.own_share)) * part
        amount = round_half_up(exact)
        base = (
            f"{format_dong(term.gross)} × {format_percent(raised)} tăng thêm"
            f" × {months}/{term.months} tháng"
        )
    return Owed(
        months, amount, (*counted, f"Cơ quan BHXH hoàn trả: {base} = {format_dong(amount)}")
    )


def _counted(first: date, ends_on: date, months: int) -> tuple[str, ...]:
    """From which day unused months count: a month that has begun is used."""
    if not months:
        return (f"Từ {format_date(first)} không còn tháng trọn nào chưa dùng: 0 tháng",)
    since = add_months(next_day(ends_on), -months)
    counted = f"Số tháng chưa dùng: {format_date(since)} – {format_date(ends_on)} = {months} tháng"
    if since == first:
        return (counted,)
    begun = f"Tháng có ngày {format_date(first)} đã bắt đầu nên tính là đã dùng"
    return (f"{begun}; hoàn trả từ {format_date(since)}", counted)


def _raised(term: PaidTerm, support: Fraction | None) -> Fraction:
    before = Fraction(term.state_support, term.gross) if term.gross else Fraction(0)
    # Amounts are whole dong, so the share in force is known to a hundredth of a per cent.
    before = Fraction(round_half_up(before * 10_000), 10_000)
    return max((support or Fraction(0)) - before, Fraction(0))


def covered_until(ends_on: date, reason: StopReason, effective_on: date) -> date:
    """Last day of cover through the school once somebody has stopped; may be before its first."""
    if reason in {StopReason.SUPPORT_RAISED, StopReason.MOVED}:
        return ends_on
    return min(ends_on, date.fromordinal(effective_on.toordinal() - 1))


def check_account(account: RefundAccount) -> tuple[Problem, ...]:
    """What keeps the office from paying to an account."""
    problems = []
    if not account.holder:
        problems.append(Problem("account_holder", "REFUND_HOLDER_MISSING"))
    number = bare_number(account.number)
    if not (number.isascii() and number.isalnum() and _SHORTEST <= len(number) <= _LONGEST):
        params: dict[str, str | int] = {"value": account.number}
        problems.append(Problem("account_number", "REFUND_ACCOUNT_WRONG", params))
    if not account.bank:
        problems.append(Problem("account_bank", "REFUND_BANK_MISSING"))
    return tuple(problems)


_WORDS = {
    StopReason.OTHER_CARD: "có thẻ theo nhóm khác",
    StopReason.SUPPORT_RAISED: "được ngân sách hỗ trợ thêm",
    StopReason.DIED: "qua đời",
    StopReason.MOVED: "chuyển trường, thôi học",
}


def list_note(
    reason: StopReason,
    effective_on: date,
    back: tuple[int, int],
    account: RefundAccount,
    evidence: str,
) -> str:
    """The note on the list (Mẫu số 3 column 13): from when and why, how much to pay whom.

    Args:
        reason: of the stop.
        effective_on: first day of the other card, day of the decision or of death.
        back: months not used, and dong owed for them.
        account: where the office pays to.
        evidence: papers that show it.
    """
    months, amount = back
    proof = f"; căn cứ: {evidence}" if evidence else ""
    why = f"Giảm từ {format_date(effective_on)}: {_WORDS[reason]}{proof}"
    if not amount:
        return why
    where = f"{account.holder}, số TK {account.number}, {account.bank}"
    return f"Hoàn trả {format_dong(amount)} đ: {where}, {months} tháng. {why}"
