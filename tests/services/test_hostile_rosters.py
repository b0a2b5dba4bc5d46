"""Wrong, huge, cut, locked and hostile rosters: a sentence with its remedy, and the same store."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ssdesk.domain import checks
from ssdesk.domain.checks import Language
from ssdesk.errors import BadFile, UserError
from ssdesk.services import rosters
from ssdesk.services.context import Context
from ssdesk.services.rosters import Heal, PastedText, RosterFile, RosterPlan

YEAR = "2026-2027"
HEAD = ("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Lớp")
AN = (1, "Vi Thị An", "15/09/2010", "Nữ", "020310004512", "10A1")
TABLES = ("person", "roster_entry", "school_class", "card", "import_batch", "audit_entry")
Page = Callable[[Any, Any], None]


def xlsx(*rows: tuple[object, ...], more: Page | None = None, **options: object) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, options) as book:
        page = book.add_worksheet("10A1")
        for at, row in enumerate(rows):
            for index, cell in enumerate(row):
                if isinstance(cell, str):
                    page.write_string(at, index, cell)
                elif cell is not None:
                    page.write(at, index, cell)
        if more:
            more(book, page)
    return stream.getvalue()


def text(*rows: tuple[object, ...]) -> str:
    return "\n".join("\t".join(map(str, row)) for row in rows)


def changed(data: bytes, member: str, change: Callable[[bytes], bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            new.writestr(info.filename, change(content) if info.filename == member else content)
    return stream.getvalue()


def with_name(name: object) -> tuple[object, ...]:
    return (1, name, *AN[2:])


def entities(declared: str) -> bytes:
    """A workbook whose shared strings bring a DTD; the name is an entity of it."""

    def change(content: bytes) -> bytes:
        dtd = f"<!DOCTYPE sst [{declared}]><sst".encode()
        return content.replace(b"<sst", dtd, 1).replace("Vi Thị An".encode(), b"&e;")

    return changed(xlsx(HEAD, AN), "xl/sharedStrings.xml", change)


LAUGHS = '<!ENTITY a0 "ha">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
)
DENSE = 'r="1"><c r="ZZ1"/></row>' + "".join(f'<row r="{n}"/>' for n in range(1, 30_000))


def _preview(ctx: Context, folder: Path, data: bytes, name: str) -> RosterPlan:
    file = folder / name
    file.write_bytes(data)
    return rosters.preview_roster(ctx, RosterFile(file), YEAR)


def _content(ctx: Context) -> list[list[tuple[object, ...]]]:
    reader = ctx.store.reader
    return [sorted(tuple(row) for row in reader.rows(f"SELECT * FROM {name}")) for name in TABLES]


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "rong.xlsx", "FILE_EMPTY"),
        (xlsx(HEAD, AN)[:700], "cut.xlsx", "FILE_DAMAGED"),
        (xlsx(HEAD, AN)[:-200], "cut.xlsx", "FILE_DAMAGED"),
        (xlsx(HEAD), "head.xlsx", "FILE_NO_PUPILS"),
        (xlsx((1, 2), (3, 4)), "numbers.xlsx", "FILE_NOT_A_ROSTER"),
        (entities('<!ENTITY e SYSTEM "file:///etc/passwd">'), "xxe.xlsx", "FILE_DAMAGED"),
        (entities(LAUGHS + '<!ENTITY e "&a9;">'), "laughs.xlsx", "FILE_DAMAGED"),
        (
            changed(
                xlsx(HEAD, AN),
                "xl/worksheets/sheet1.xml",
                lambda content: content.replace(b'r="1"', DENSE.encode(), 1),
            ),
            "wide.xlsx",
            "FILE_TOO_LARGE",
        ),
        (text(HEAD, AN).encode() + b"\0" * 4000, "nul.csv", "FILE_NOT_A_SPREADSHEET"),
        (bytes(range(256)) * 20, "noise.csv", "FILE_NOT_A_SPREADSHEET"),
        (b"<html><body><table><tr><td>x", "vnedu.xls", "FILE_IS_WEB_PAGE"),
    ],
    ids=lambda value: value if isinstance(value, str) else len(value),
)
def test_a_file_that_cannot_be_read_is_named_and_changes_nothing(
    desk: Context, tmp_path: Path, data: bytes, name: str, code: str
) -> None:
    before = _content(desk)
    with pytest.raises(BadFile) as refused:
        _preview(desk, tmp_path, data, name)
    assert refused.value.code == code
    for language in Language:
        assert name in checks.sentence(code, refused.value.params, language)
    assert _content(desk) == before


def _at(plan: RosterPlan) -> list[tuple[str, str]]:
    return [(f"{found.column}{found.row}", found.problem.code) for found in plan.problems]


@pytest.mark.parametrize(
    ("row", "place", "code"),
    [
        (with_name("A" * 5000), "B2", "TEXT_TOO_LONG"),
        (with_name("123 456"), "B2", "NAME_WITHOUT_LETTERS"),
        (with_name(""), "B2", "NAME_MISSING"),
        ((1, "Vi An", -5, *AN[3:]), "C2", "DATE_UNREADABLE"),
        ((1, "Vi An", 1e30, *AN[3:]), "C2", "DATE_UNREADABLE"),
        ((1, "Vi An", "09/15/2010", *AN[3:]), "C2", "DATE_MONTH_FIRST"),
        ((1, "Vi An", "31/02/2010", *AN[3:]), "C2", "DATE_IMPOSSIBLE"),
        ((*AN[:3], "?", *AN[4:]), "D2", "SEX_UNREADABLE"),
        ((*AN[:4], "2,03E+11", "10A1"), "E2", "NUMBER_CUT"),
        ((*AN[:4], "02031000", "10A1"), "E2", "PERSONAL_ID_MALFORMED"),
        ((*AN[:4], "０２０３１０００４５１２", "10A1"), "E2", "PERSONAL_ID_MALFORMED"),
    ],
)
def test_a_bad_cell_is_refused_at_its_place_and_nothing_is_taken_in(
    desk: Context, tmp_path: Path, row: tuple[object, ...], place: str, code: str
) -> None:
    before = _content(desk)
    plan = _preview(desk, tmp_path, xlsx(HEAD, row), "a.xlsx")
    assert (place, code) in _at(plan)
    with pytest.raises(UserError, match="IMPORT_HAS_PROBLEMS"):
        rosters.apply_roster(desk, plan)
    assert _content(desk) == before


def _one(plan: RosterPlan) -> tuple[str, str, str]:
    (row,) = plan.rows
    born = row.facts.birth_date.iso() if row.facts.birth_date else ""
    return row.facts.full_name, born, row.facts.personal_id or ""


RIGHT = ("Vi Thị An", "2010-09-15", "020310004512")


def _formulas(book: Any, page: Any) -> None:
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    page.write_formula(1, 1, '="Vi Thị "&"An"', None, "Vi Thị An")
    page.write_formula(1, 2, "=DATE(2010,9,15)", day, 40436)


def _day(book: Any, page: Any) -> None:
    page.write_datetime(1, 2, date(2010, 9, 15), book.add_format({"num_format": "dd/mm/yyyy"}))


def _merged(_: Any, page: Any) -> None:
    page.merge_range(2, 0, 4, 5, "")
    page.merge_range(1, 6, 4000, 20, "")


NO_DAY = (*AN[:2], None, *AN[3:])


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (xlsx(HEAD, with_name("Vi\nThị\r\n An")), "newlines.xlsx"),
        (xlsx(HEAD, with_name("  Vi   Thị\tAn ")), "spaces.xlsx"),
        (xlsx((*HEAD, "Họ và tên", "Ngày sinh"), (*AN, "Khác", "1/1/2000")), "twice.xlsx"),
        (xlsx(HEAD, NO_DAY, more=_day), "1900.xlsx"),
        (xlsx(HEAD, NO_DAY, more=_day, date_1904=True), "1904.xlsx"),
        (xlsx(HEAD, (1, None, None, *AN[3:]), more=_formulas), "formulas.xlsx"),
        (xlsx(HEAD, AN, more=_merged), "merged.xlsx"),
        (text(HEAD, AN).encode("utf-16"), "utf16.txt"),
        (text(HEAD, AN).encode("utf-16-be"), "utf16be.csv"),
        (text(HEAD, AN).encode("utf-8-sig"), "bom.csv"),
        (text(HEAD, AN).replace("\n", "\r").encode(), "old-mac.csv"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_odd_files_that_say_enough_come_in_right(
    desk: Context, tmp_path: Path, data: bytes, name: str
) -> None:
    plan = _preview(desk, tmp_path, data, name)
    assert _one(plan) == RIGHT
    assert _at(plan) == []
    assert rosters.apply_roster(desk, plan).new == 1


@pytest.mark.parametrize(
    "name", ["Vi\u202e Thị\u2066 An", "Vi\u200b Thị An\ufeff", "Vi\x07 Thị An"]
)
def test_signs_that_nobody_sees_are_left_out_and_said(desk: Context, name: str) -> None:
    plan = rosters.preview_roster(desk, PastedText(text(HEAD, with_name(name))), YEAR)
    assert _one(plan) == RIGHT
    (healed,) = plan.healed
    assert (healed.kind, healed.row, healed.column) == (Heal.INVISIBLE, 2, "B")
    assert healed.before.isprintable(), "what is shown does not turn the line around"


EVERY = (*HEAD, "Điện thoại", "Mã số BHXH", "Số thẻ BHYT", "Hạn thẻ", "Ngày vào trường")
WHOLE = (*AN, "0912345678", "2012345678", "HS4202012345678", "31/12/2026", "1/9/2026")


@pytest.mark.parametrize("column", range(len(EVERY)), ids=EVERY)
@pytest.mark.parametrize("sign", ["²", "①", "٣", "፩", "𝟎", "Ⅷ"])
def test_digits_of_other_scripts_are_never_taken_for_numbers(
    desk: Context, sign: str, column: int
) -> None:
    for length in (1, 5, 8, 10, 12, 15):
        row = (*WHOLE[:column], sign * length, *WHOLE[column + 1 :])
        plan = rosters.preview_roster(desk, PastedText(text(EVERY, row, row)), YEAR)
        for found in rosters.findings(plan):
            assert checks.sentence(found.problem.code, found.problem.params)


def test_what_looks_like_code_stays_text(desk: Context, tmp_path: Path) -> None:
    evil = ("Robert'); DROP TABLE person;--", '=HYPERLINK("http://x")', "<b>Vi</b> & An")
    lines = [(*with_name(name)[:4], "", "10A1") for name in evil]
    rosters.apply_roster(desk, _preview(desk, tmp_path, xlsx(HEAD, *lines), "a.xlsx"))
    stored = desk.store.reader.rows("SELECT full_name FROM person ORDER BY full_name")
    assert {row["full_name"] for row in stored} == set(evil)


def test_hidden_sheets_are_named_and_left_out(desk: Context, tmp_path: Path) -> None:
    def more(book: Any, _: Any) -> None:
        hidden = book.add_worksheet("Nháp")
        hidden.write_row(0, 0, HEAD)
        hidden.write_row(1, 0, AN)
        hidden.hide()

    plan = _preview(desk, tmp_path, xlsx(HEAD, AN, more=more), "a.xlsx")
    assert plan.source.hidden == ("Nháp",)
    assert len(plan.rows) == 1


CELLS = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.sampled_from(["Vi An", "Nữ", "15/9/2010", "020310004512", "10A1", "=1+1", "\u202ex"]),
    st.integers(-(10**15), 10**15),
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=st.lists(st.lists(CELLS, max_size=8), max_size=8))
def test_any_table_is_planned_or_refused_with_a_sentence(
    desk: Context, rows: list[list[object]]
) -> None:
    pasted = text(HEAD, *(tuple("" if cell is None else cell for cell in row) for row in rows))
    said: list[tuple[str, dict[str, str | int]]] = []
    try:
        plan = rosters.preview_roster(desk, PastedText(pasted), YEAR)
    except BadFile as error:
        said.append((error.code, error.params))
    else:
        said += [(item.problem.code, dict(item.problem.params)) for item in rosters.findings(plan)]
        assert len(plan.rows) <= len(rows)
    assert all(checks.sentence(code, params) for code, params in said)
