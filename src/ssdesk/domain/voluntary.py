"""Voluntary insurance: methods of paying, support, interest, refunds (Law 41/2024 Đ31–36)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from fractions import Fraction

from ssdesk.domain.dates import add_months, last_day_of_month
from ssdesk.domain.money import format_dong, format_percent, round_half_up
from ssdesk.domain.period import YearMonths, split_by_year
from ssdesk.domain.person import BirthDate, Precision
from ssdesk.domain.rulebook import (
    NO_EXTRA,
    Dated,
    Extra,
    RuleBook,
    Source,
    SupportCategory,
    VoluntaryTerms,
)
from ssdesk.domain.settlement import (
    PremiumLine,
    YearParts,
    check_extra,
    check_months,
    settle,
)
from ssdesk.errors import UserError

YOUNGEST = 15


class Method(Enum):
    """How the months are paid for."""

    REGULAR = "regular"
    YEARS_AHEAD = "years_ahead"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class VoluntaryRequest:
    """What a voluntary premium is asked for.

    Args:
        paid_on: day of payment; it decides rate, limits, poverty line, support and interest.
        income: declared monthly income in dong.
        months: months paid for: 1, 3, 6 or 12; 12 for each year ahead; the missing months.
        category: whom the state supports.
        method: regular, years ahead or missing time.
        supported_months: months with support before, of 120.
        who: name to print on the line.
        local: what the place adds; a share is of the premium on the poverty line.
        other: help of an organisation or person; a share as above.
    """

    paid_on: date
    income: int
    months: int
    category: SupportCategory = SupportCategory.OTHER
    method: Method = Method.REGULAR
    supported_months: int = 0
    who: str = ""
    local: Extra = NO_EXTRA
    other: Extra = NO_EXTRA


@dataclass(frozen=True, slots=True)
class _Rules:
    """The dated values that one quote uses."""

    rate: Dated[Fraction]
    poverty_line: Dated[int]
    support: Dated[Fraction]
    terms: Dated[VoluntaryTerms]
    interest: Dated[Fraction] | None

    def sources(self) -> list[Source]:
        rows = (self.rate, self.poverty_line, self.support, self.terms)
        return [row.source for row in rows] + ([self.interest.source] if self.interest else [])


def check_income(book: RuleBook, income: int, on: date) -> None:
    """Refuse a declared income outside its limits on a day.

    Raises:
        UserError: below the poverty line, above 20 base salaries, or not on a step.
    """
    floor = book.voluntary.poverty_line.at(on)
    limits = book.voluntary.income.at(on)
    ceiling = limits.ceiling * book.base_salary.at(on)
    if income < floor:
        raise UserError("INCOME_FLOOR", income=format_dong(income), limit=format_dong(floor))
    if income > ceiling:
        raise UserError("INCOME_CEILING", income=format_dong(income), limit=format_dong(ceiling))
    if limits.step and (income - floor) % limits.step:
        raise UserError(
            "INCOME_STEP",
            income=format_dong(income),
            floor=format_dong(floor),
            limit=format_dong(limits.step),
        )


def check_age(name: str, birth_date: BirthDate | None, on: date) -> None:
    """Refuse who is too young for voluntary insurance (Law 41/2024 Đ2 k4).

    Raises:
        UserError: VOLUNTARY_TOO_YOUNG; a birth date that is not known is no obstacle here.
    """
    if birth_date is None:
        return
    grown_up = add_months(birth_date.value, 12 * YOUNGEST)
    known = birth_date.precision is Precision.FULL
    if (grown_up > on) if known else (grown_up.year > on.year):
        raise UserError(
            "VOLUNTARY_TOO_YOUNG", name=name, value=birth_date.display(), limit=YOUNGEST
        )


def _check_method(terms: VoluntaryTerms, request: VoluntaryRequest) -> None:
    if request.method is Method.MISSING:
        check_months(request.months, 1, terms.missing_months)
    elif request.method is Method.YEARS_AHEAD:
        lowest, highest = terms.years_ahead
        years, rest = divmod(request.months, 12)
        if rest or not lowest <= years <= highest:
            raise UserError("YEARS_AHEAD_LIMIT", years=years, lowest=lowest, highest=highest)
    elif request.months not in terms.months:
        limit = ", ".join(map(str, terms.months))
        raise UserError("METHOD_UNKNOWN", months=request.months, limit=limit)


def months_of_support(already: int, months: int, limit: int) -> int:
    """How many of the next months the state still supports.

    Raises:
        UserError: the months supported before are not 0 to the limit.
    """
    if not 0 <= already <= limit:
        raise UserError("SUPPORTED_MONTHS_LIMIT", months=already, limit=limit)
    return min(months, limit - already)


def support_stops_on(first_month: date, already: int, limit: int) -> date:
    """First day of the month from which a continuous participant has no support any more."""
    return add_months(first_month.replace(day=1), limit - already)


def _weight(method: Method, interest: Fraction, place: int, months: int) -> Fraction:
    """What a month counts: less the later it is due, more the longer it has been missing."""
    if method is Method.YEARS_AHEAD:
        return (1 + interest) ** -place
    if method is Method.MISSING:
        return (1 + interest) ** (months - place)
    return Fraction(1)


def _monthly_parts(rules: _Rules, request: VoluntaryRequest) -> list[tuple[Fraction, Fraction]]:
    """Exact premium and state support of each month, the earliest first."""
    interest = rules.interest.value if rules.interest else Fraction(0)
    premium = request.income * rules.rate.value
    support = rules.poverty_line.value * rules.rate.value * rules.support.value
    supported = _supported(rules, request)
    parts = []
    for place in range(request.months):
        weight = _weight(request.method, interest, place, request.months)
        # Support of years ahead is not discounted: QĐ 595 example 8 counts it month by month.
        helped = support * (weight if request.method is Method.MISSING else 1)
        parts.append((premium * weight, helped if place < supported else Fraction(0)))
    return parts


def _supported(rules: _Rules, request: VoluntaryRequest) -> int:
    limit = rules.terms.value.supported_months
    return months_of_support(request.supported_months, request.months, limit)


def _years(rules: _Rules, request: VoluntaryRequest) -> list[YearParts]:
    base = rules.poverty_line.value * rules.rate.value
    parts = _monthly_parts(rules, request)
    # Missing months lie before the payment; their money belongs to the year of paying.
    missing = [YearMonths(request.paid_on.year, request.months)]
    ahead = split_by_year(request.paid_on.replace(day=1), request.months)
    years, first = [], 0
    for year in missing if request.method is Method.MISSING else ahead:
        own = parts[first : first + year.months]
        first += year.months
        local, other = (
            base * extra.percent * year.months
            + Fraction(extra.amount * year.months, request.months)
            for extra in (request.local, request.other)
        )
        gross = sum((premium for premium, _ in own), Fraction(0))
        state = sum((support for _, support in own), Fraction(0))
        years.append(YearParts(year.year, year.months, gross, state, local, other))
    return years


def _interest_words(rules: _Rules, method: Method) -> str:
    if rules.interest is None:
        return ""
    word = "chiết khấu" if method is Method.YEARS_AHEAD else "cộng lãi"
    return f", {word} {format_percent(rules.interest.value)}/tháng"


def _workings(rules: _Rules, request: VoluntaryRequest, line: PremiumLine) -> tuple[str, ...]:
    rate = format_percent(rules.rate.value)
    base = f"{format_dong(rules.poverty_line.value)} × {rate}"
    words = _interest_words(rules, request.method)
    lines = [
        f"Số tiền phải đóng: {format_dong(request.income)} × {rate} × {request.months} tháng"
        f"{words} = {format_dong(line.gross)}"
    ]
    if line.state_support:
        share = format_percent(rules.support.value)
        interest = words if request.method is Method.MISSING else ""
        lines.append(
            f"NSNN hỗ trợ: {base} × {share} × {_supported(rules, request)} tháng{interest}"
            f" = {format_dong(line.state_support)}"
        )
    extras = (
        ("NSĐP hỗ trợ", request.local, line.local_support),
        ("Hỗ trợ khác", request.other, line.other_support),
    )
    for title, extra, amount in extras:
        if extra.percent:
            share = format_percent(extra.percent)
            lines.append(
                f"{title}: {base} × {share} × {request.months} tháng = {format_dong(amount)}"
            )
        elif extra.amount:
            lines.append(f"{title}: {format_dong(amount)}")
    parts = (line.gross, line.state_support, line.local_support, line.other_support)
    left = " − ".join(format_dong(part) for part in parts if part)
    lines.append(f"Người tham gia đóng: {left} = {format_dong(line.own_share)}")
    return tuple(lines)


def quote_voluntary(book: RuleBook, request: VoluntaryRequest) -> PremiumLine:
    """The premium of one participant (Law 41/2024 Đ36; NĐ 159/2025 Đ5–7; QĐ 595 Đ10, Đ12).

    Raises:
        UserError: income, months, supports outside their limits, or a value not known for the
            day, the interest rate among them.
    """
    voluntary, on = book.voluntary, request.paid_on
    check_extra(request.local, "local_support")
    check_extra(request.other, "other_support")
    rules = _Rules(
        voluntary.rate.on(on),
        voluntary.poverty_line.on(on),
        voluntary.support[request.category].on(on),
        voluntary.terms.on(on),
        None if request.method is Method.REGULAR else voluntary.interest.on(on),
    )
    check_income(book, request.income, on)
    _check_method(rules.terms.value, request)
    sources = rules.sources()
    sources += [extra.source for extra in (request.local, request.other) if extra.source]
    line = settle(request.who, _years(rules, request), sources)
    return replace(line, workings=_workings(rules, request, line))


def catch_up(book: RuleBook, total: int, months_late: int, paid_on: date) -> int:
    """What a late payment of so many dong comes to with interest (QĐ 595 Đ11 k3).

    Raises:
        UserError: not known on that day whether late months can be caught up, or at what rate.
    """
    check_months(months_late, 0, 12)
    book.voluntary.catch_up.on(paid_on)
    return round_half_up(total * (1 + book.voluntary.interest.at(paid_on)) ** months_late)


@dataclass(frozen=True, slots=True)
class PaidAhead:
    """Years paid ahead, as they were paid.

    Args:
        monthly: premium of a month in dong, before the discount.
        months: months paid for.
        interest: monthly rate at which they were discounted.
    """

    monthly: Fraction
    months: int
    interest: Fraction


def refund_of_years_ahead(paid: PaidAhead, months_left: int, state_support: int) -> int:
    """What goes back of years paid ahead, in dong, the state's support of those months kept.

    Source: QĐ 595 Đ10 k6, example 8.

    Raises:
        UserError: more months are left than were paid.
    """
    check_months(months_left, 0, paid.months)
    places = range(paid.months - months_left, paid.months)
    left = (paid.monthly * (1 + paid.interest) ** -place for place in places)
    return max(round_half_up(sum(left, Fraction(0)) - state_support), 0)


def last_day_to_pay(terms: VoluntaryTerms, months: int, starts_on: date) -> date:
    """The last day on which a regular method can be paid (Law 41/2024 Đ36 k3).

    Raises:
        UserError: there is no such method.
    """
    for method, within in zip(terms.months, terms.due_within, strict=True):
        if method == months:
            return last_day_of_month(add_months(starts_on, within - 1))
    raise UserError("METHOD_UNKNOWN", months=months, limit=", ".join(map(str, terms.months)))
