"""From paid enrolments to the entries of a list, and what keeps people off it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ssdesk.domain import checks
from ssdesk.domain.desk import DeskProfile
from ssdesk.domain.enrolment import ChangeType
from ssdesk.domain.forms import Heading
from ssdesk.domain.groups import PUPIL
from ssdesk.domain.identifiers import CONTRADICTIONS
from ssdesk.domain.money import format_dong, format_percent
from ssdesk.domain.premium import listed_salary
from ssdesk.domain.problems import Problem
from ssdesk.domain.remittance import MatchLine, ThreeWayMatch
from ssdesk.domain.rulebook import RuleBook
from ssdesk.domain.stopping import list_note
from ssdesk.domain.submission import ListEntry, check_entry, share_of
from ssdesk.errors import UserError
from ssdesk.storage.stops import Stop
from ssdesk.storage.submissions import Candidate, Money

_PAYER = "Người tham gia đóng, ngân sách nhà nước hỗ trợ"
_SUB_UNIT_LENGTH = 6
_NO_MONEY = Money(0, 0, 0, (), None)


@dataclass(frozen=True, slots=True)
class ListProblem:
    """What is wrong with one person for a list; a blocking one leaves them out."""

    enrolment_id: str
    full_name: str
    class_name: str
    problem: Problem
    blocking: bool


def entries_of(
    rules: RuleBook,
    profile: DeskProfile,
    candidates: Iterable[Candidate],
    money: dict[str, Money],
) -> tuple[ListEntry, ...]:
    """The entries in the order of the candidates."""
    salaries: dict[date, int] = {}
    levels: dict[tuple[str, date], str] = {}
    entries = []
    for one in candidates:
        day = one.rule_date
        if day not in salaries:
            salaries[day] = listed_salary(rules, day)
        group = (one.group_code, day)
        if group not in levels:
            levels[group] = _benefit_level(rules, *group)
        behind = money.get(one.enrolment_id)
        entries.append(_entry(one, behind, profile, salaries[day], levels[group]))
    return tuple(entries)


def _benefit_level(rules: RuleBook, group_code: str, on: date) -> str:
    try:
        return rules.group(group_code, on).value.benefit_level
    except UserError:
        return ""


def _entry(
    one: Candidate, behind: Money | None, profile: DeskProfile, salary: int, level: str
) -> ListEntry:
    sub_unit = one.sub_unit_code or "".join(one.class_name.split())[:_SUB_UNIT_LENGTH]
    return ListEntry(
        enrolment_id=one.enrolment_id,
        full_name=one.full_name,
        birth_date=one.birth_date.iso() if one.birth_date else "",
        sex=one.sex,
        personal_id=one.personal_id,
        insurance_number=one.insurance_number,
        phone=one.phone,
        address=one.address,
        ethnicity=one.ethnicity,
        parent_name=one.parent_name,
        registered_hospital=one.registered_hospital or profile.usual_hospital,
        class_name=one.class_name,
        sub_unit_code=sub_unit,
        change_type=one.change_type,
        group_code=one.group_code,
        benefit_level=level,
        starts_on=one.starts_on,
        ends_on=one.ends_on,
        months=one.months,
        gross=one.gross,
        state_support=one.state_support,
        local_support=one.local_support,
        other_support=one.other_support,
        own_share=one.own_share,
        base_salary=salary,
        receipt_number=", ".join(behind.receipt_numbers) if behind else "",
        receipt_date=behind.receipted_on if behind else None,
        collector_code=profile.collector_code,
        province_code=profile.province_code,
        identity_override=one.identity_override,
        paper_card=one.paper_card,
        proof=one.proof,
    )


def stopped_entries(listed: Iterable[ListEntry], stops: dict[str, Stop]) -> tuple[ListEntry, ...]:
    """Entries as rows of `Giảm`: months and money are what the office owes back."""
    rows = []
    for entry in listed:
        stop = stops[entry.enrolment_id]
        row = replace(
            entry,
            change_type=ChangeType.STOPPED.value,
            starts_on=max(entry.starts_on, stop.effective_on),
            months=stop.months,
            gross=0,
            state_support=0,
            local_support=0,
            other_support=0,
            own_share=0,
            stop_id=stop.id,
            stop_note=list_note(
                stop.reason,
                stop.effective_on,
                (stop.months, stop.amount),
                stop.account,
                stop.evidence,
            ),
            refund=stop.amount,
        )
        rows.append(row)
    return tuple(rows)


def checked(
    everyone: Sequence[ListEntry],
) -> tuple[tuple[ListEntry, ...], tuple[ListProblem, ...]]:
    """Those who can be listed, and every problem by name (ruling 19)."""
    owners: dict[str, list[ListEntry]] = {}
    for entry in everyone:
        for number in {entry.personal_id, entry.insurance_number} - {""}:
            owners.setdefault(number, []).append(entry)
    problems: list[ListProblem] = []
    listed: list[ListEntry] = []
    for entry in everyone:
        found = [_about(entry, problem) for problem in check_entry(entry)]
        found += [_about(entry, problem) for problem in _shared_numbers(entry, owners)]
        problems += found
        if not any(problem.blocking for problem in found):
            listed.append(entry)
    return tuple(listed), tuple(problems)


def _shared_numbers(entry: ListEntry, owners: dict[str, list[ListEntry]]) -> Iterable[Problem]:
    for number in (entry.personal_id, entry.insurance_number):
        others = [other for other in owners.get(number, ()) if other is not entry]
        if others:
            yield Problem(
                "personal_id",
                "LIST_NUMBER_TWICE",
                {
                    "value": number,
                    "name": entry.full_name,
                    "school_class": entry.class_name,
                    "other": f"{others[0].full_name} ({others[0].class_name})",
                },
            )


def _about(entry: ListEntry, problem: Problem) -> ListProblem:
    refused = checks.severity(problem.code) is checks.Severity.REFUSE
    blocking = refused or problem.code in CONTRADICTIONS
    return ListProblem(entry.enrolment_id, entry.full_name, entry.class_name, problem, blocking)


def match_entries(entries: Iterable[ListEntry], money: dict[str, Money]) -> ThreeWayMatch:
    """List, receipts and transfer of those who are added; other rows have no money to pay."""
    lines = []
    for entry in entries:
        if not entry.added:
            continue
        behind = money.get(entry.enrolment_id, _NO_MONEY)
        lines.append(
            MatchLine(
                entry.enrolment_id,
                entry.full_name,
                entry.class_name,
                entry.own_share,
                True,
                behind.received,
                behind.transferred,
                behind.confirmed,
            )
        )
    return ThreeWayMatch(tuple(lines))


def heading_of(
    rules: RuleBook, profile: DeskProfile, list_date: date, entries: Sequence[ListEntry]
) -> Heading:
    """The lines around the table, as the desk and its people say."""
    codes = sorted({entry.group_code for entry in entries}) or [PUPIL]
    added = [entry for entry in entries if entry.added]
    salaries = {entry.base_salary for entry in added}
    shares = {share_of(entry.state_support, entry.gross) for entry in added}
    return Heading(
        unit_name=profile.school_name,
        unit_code=profile.school_code,
        list_date=list_date,
        collector_name=profile.collector_name,
        collector_code=profile.collector_code,
        address=profile.address,
        phone=profile.phone,
        email=profile.email,
        group_name=", ".join(_group_name(rules, code, list_date) for code in codes),
        group_code=", ".join(codes),
        payer=_PAYER,
        # Where people differ the line stays open: their own rows say it.
        base_salary=salaries.pop() if len(salaries) == 1 else 0,
        state_percent=format_percent(shares.pop()) if len(shares) == 1 else "",
        principal_name=profile.principal_name,
        people=len(added),
    )


def _group_name(rules: RuleBook, code: str, on: date) -> str:
    try:
        return rules.group(code, on).value.name
    except UserError:
        return code


def unpaid_of(owing: Iterable[Candidate], money: dict[str, Money]) -> tuple[ListProblem, ...]:
    """Who is signed up but has not paid in full, with what is missing."""
    found = []
    for one in owing:
        behind = money.get(one.enrolment_id)
        paid = behind.received if behind else 0
        params: dict[str, str | int] = {
            "paid": format_dong(paid),
            "due": format_dong(one.own_share - paid),
        }
        problem = Problem("own_share", "LIST_PART_PAID" if paid else "LIST_NOT_PAID", params)
        found.append(
            ListProblem(one.enrolment_id, one.full_name, one.class_name, problem, blocking=True)
        )
    return tuple(found)
