"""`check-id` and `scan`: numbers and cards, without a store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import click

from ssdesk.cli.options import json_option
from ssdesk.cli.output import emit, finish, message
from ssdesk.domain.dates import format_date
from ssdesk.domain.identifiers import bare_number, check_personal_id, personal_id_malformed
from ssdesk.domain.person import BirthDate, Sex, parse_birth_date, parse_sex
from ssdesk.domain.problems import Problem
from ssdesk.domain.scanned import ScannedCard
from ssdesk.errors import UserError
from ssdesk.services import scans


@dataclass(frozen=True, slots=True)
class _Finding:
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class _Checked:
    personal_id: str
    consistent: bool
    problems: tuple[_Finding, ...]


@dataclass(frozen=True, slots=True)
class _Scanned:
    kind: str
    full_name: str
    birth_date: str | None
    sex: str | None
    personal_id: str | None
    old_number: str | None
    card_number: str | None
    insurance_number: str | None
    benefit_level: str
    address: str
    parent_name: str
    registered_hospital: str
    issued_on: date | None
    valid_from: date | None
    valid_to: date | None
    five_years_from: date | None
    doubtful: tuple[str, ...]
    problems: tuple[_Finding, ...]


def _findings(problems: tuple[Problem, ...]) -> tuple[_Finding, ...]:
    return tuple(_Finding(problem.code, message(problem)) for problem in problems)


def _refused(problem: Problem) -> UserError:
    return UserError(problem.code, **problem.params)


@click.command("check-id")
@click.argument("number", metavar="ID")
@click.option("--birth-date", required=True, help="15/09/2010, 2010-09-15, 09/2010 or 2010.")
@click.option("--sex", required=True, help="M or F.")
@json_option
def check_id(number: str, birth_date: str, sex: str, as_json: bool) -> None:
    """Check a personal id against birth date and sex: 0 consistent, 1 contradicts, 2 malformed."""
    born, said = parse_birth_date(birth_date), parse_sex(sex)
    if isinstance(born, Problem):
        raise _refused(born)
    if isinstance(said, Problem):
        raise _refused(said)
    digits = bare_number(number)
    malformed = personal_id_malformed(digits)
    if malformed:
        raise _refused(malformed)
    findings = _findings(check_personal_id(digits, born, said))
    emit(_Checked(digits, not findings, findings), as_json, lambda: _verdict(digits, findings))
    finish(bool(findings))


def _verdict(digits: str, findings: tuple[_Finding, ...]) -> Iterator[str]:
    if not findings:
        yield f"{digits}: khớp với ngày sinh và giới tính."
    yield from (finding.message for finding in findings)


@click.command("scan")
@click.argument("payload")
@json_option
def scan(payload: str, as_json: bool) -> None:
    """Say what the QR code of a citizen or health card holds."""
    card = scans.read(payload)
    shown = _shown(card)
    emit(shown, as_json, lambda: _card_lines(card))
    finish(bool(card.problems))


def _shown(card: ScannedCard) -> _Scanned:
    return _Scanned(
        card.kind.value,
        card.full_name,
        card.birth_date.iso() if card.birth_date else None,
        card.sex.value if card.sex else None,
        card.personal_id,
        card.old_number,
        card.card_number,
        card.insurance_number,
        card.benefit_level,
        card.address,
        card.parent_name,
        card.registered_hospital,
        card.issued_on,
        card.valid_from,
        card.valid_to,
        card.five_years_from,
        card.doubtful,
        _findings(card.problems),
    )


_TITLES = {
    "full_name": "Họ và tên",
    "birth_date": "Ngày sinh",
    "sex": "Giới tính",
    "personal_id": "Số định danh",
    "old_number": "Số CMND cũ",
    "card_number": "Số thẻ BHYT",
    "insurance_number": "Mã số BHXH",
    "benefit_level": "Mức hưởng",
    "address": "Địa chỉ",
    "parent_name": "Cha, mẹ hoặc người giám hộ",
    "registered_hospital": "Nơi đăng ký KCB ban đầu",
    "issued_on": "Ngày cấp",
    "valid_from": "Giá trị từ",
    "valid_to": "Giá trị đến",
    "five_years_from": "Đủ 5 năm liên tục từ",
}


def _in_words(value: object) -> str:
    if isinstance(value, BirthDate):
        return value.display()
    if isinstance(value, Sex):
        return "Nam" if value is Sex.MALE else "Nữ"
    return format_date(value) if isinstance(value, date) else str(value or "")


def _card_lines(card: ScannedCard) -> Iterator[str]:
    for name, title in _TITLES.items():
        value = _in_words(getattr(card, name))
        if value or name in card.doubtful:
            mark = "  (cần đối chiếu với thẻ)" if name in card.doubtful else ""
            yield f"{title}: {value}{mark}"
    yield from map(message, card.problems)


commands: list[click.Command] = [check_id, scan]
