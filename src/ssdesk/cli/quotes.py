"""`quote pupil`, `quote household`, `quote voluntary`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import TypedDict, Unpack

import click

from ssdesk.cli.options import DATE, json_option
from ssdesk.cli.output import emit, message
from ssdesk.domain.money import format_dong, parse_dong, parse_percent
from ssdesk.domain.premium import MAX_HOUSEHOLD, HouseholdRequest, PremiumRequest
from ssdesk.domain.problems import Problem
from ssdesk.domain.rulebook import Extra, SupportCategory
from ssdesk.domain.voluntary import Method, VoluntaryRequest
from ssdesk.errors import UserError
from ssdesk.services import quotes


class PercentParam(click.ParamType[Fraction]):
    """A share in per cent, as a share of 1."""

    name = "percent"

    def convert(
        self,
        value: str,
        param: click.Parameter | None,  # noqa: ARG002 - signature of click
        ctx: click.Context | None,  # noqa: ARG002 - signature of click
    ) -> Fraction:
        """The share, or a refusal."""
        share = parse_percent(value)
        if isinstance(share, Problem):
            raise UserError(share.code, **share.params)
        return share


class DongParam(click.ParamType[int]):
    """Whole dong: 100000 or 100.000."""

    name = "dong"

    def convert(
        self,
        value: str,
        param: click.Parameter | None,  # noqa: ARG002 - signature of click
        ctx: click.Context | None,  # noqa: ARG002 - signature of click
    ) -> int:
        """The amount, or a refusal."""
        dong = parse_dong(value)
        if isinstance(dong, Problem):
            raise UserError(dong.code, **dong.params)
        return dong


PERCENT, DONG = PercentParam(), DongParam()
paid_on_option = click.option(
    "--paid-on", type=DATE, required=True, help="Day of payment; it decides the rules."
)
months_option = click.option("--months", type=int, required=True, help="Whole months.")


def _lines(quote: quotes.Quote) -> Iterator[str]:
    for line in quote.lines:
        if line.who:
            yield line.who
        yield from (f"  {working}" for working in line.workings)
        if len(line.by_year) > 1:
            yield from (
                f"  Năm {year.year} ({year.months} tháng): {format_dong(year.own_share)}"
                for year in line.by_year
            )
        yield f"  Căn cứ: {line.source}"
    yield f"Tổng người tham gia đóng: {format_dong(quote.own_share_total)} đồng"


def _show(quoted: quotes.Quoted, as_json: bool) -> None:
    for warning in quoted.warnings:
        click.echo(message(warning), err=True)
    emit(quoted.quote, as_json, lambda: _lines(quoted.quote))


class _VoluntaryOptions(TypedDict):
    paid_on: date
    income: int
    months: int | None
    support: str
    supported_months: int
    years_ahead: int | None
    missing_months: int | None
    as_json: bool


def _method(given: _VoluntaryOptions) -> tuple[Method, int]:
    """The method asked for and its months; `--months` counts only for a regular one."""
    ahead, missing = given["years_ahead"], given["missing_months"]
    if ahead is not None and missing is not None:
        raise UserError("TWO_METHODS")
    if ahead is not None:
        return Method.YEARS_AHEAD, ahead * 12
    if missing is not None:
        return Method.MISSING, missing
    return Method.REGULAR, given["months"] or 0


@click.group("quote")
def quote() -> None:
    """What somebody pays, with the workings and the law. Needs no store."""


@quote.command("pupil")
@paid_on_option
@click.option("--from", "starts_on", type=DATE, required=True, help="First day of the card.")
@months_option
@click.option("--local-percent", type=PERCENT, default="0", help="Local support in per cent.")
@click.option("--local-amount", type=DONG, default="0", help="Local support in dong, in all.")
@json_option
def quote_pupil(
    paid_on: date,
    starts_on: date,
    months: int,
    local_percent: Fraction,
    local_amount: int,
    as_json: bool,
) -> None:
    """What a pupil pays."""
    local = Extra(local_percent, local_amount)
    request = PremiumRequest(paid_on, starts_on, months, who="Học sinh", local=local)
    _show(quotes.person(quotes.rule_book(), request), as_json)


@quote.command("household")
@paid_on_option
@months_option
@click.option("--members", type=int, required=True, help="Members who pay as this household.")
@click.option("--from", "starts_on", type=DATE, default=None, help="First day of the cards.")
@json_option
def quote_household(
    paid_on: date, months: int, members: int, starts_on: date | None, as_json: bool
) -> None:
    """What each member of a household pays, in the order of joining."""
    if not 1 <= members <= MAX_HOUSEHOLD:
        raise UserError("HOUSEHOLD_SIZE_LIMIT", size=members, limit=MAX_HOUSEHOLD)
    ranks = tuple(range(1, members + 1))
    request = HouseholdRequest(paid_on, starts_on or paid_on, months, ranks)
    _show(quotes.household(quotes.rule_book(), request), as_json)


@quote.command("voluntary")
@paid_on_option
@click.option("--income", type=DONG, required=True, help="Declared monthly income in dong.")
@click.option("--months", type=int, default=None, help="1, 3, 6 or 12; not for the two below.")
@click.option(
    "--support",
    type=click.Choice([category.value for category in SupportCategory]),
    default=SupportCategory.OTHER.value,
    help="Whom the state supports.",
)
@click.option("--supported-months", type=int, default=0, help="Months supported before, of 120.")
@click.option("--years-ahead", type=int, default=None, help="Pay this many years at once.")
@click.option("--missing-months", type=int, default=None, help="Buy the months still missing.")
@json_option
def quote_voluntary(**given: Unpack[_VoluntaryOptions]) -> None:
    """What a voluntary participant pays."""
    method, months = _method(given)
    request = VoluntaryRequest(
        given["paid_on"],
        given["income"],
        months,
        SupportCategory(given["support"]),
        method,
        given["supported_months"],
        who="Người tham gia",
    )
    _show(quotes.voluntary(quotes.rule_book(), request), given["as_json"])


commands: list[click.Command] = [quote]
