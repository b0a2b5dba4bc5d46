"""Spreadsheets of every usual kind, and files that are none."""

from __future__ import annotations

import io
import os
import random
import unicodedata
import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st
from odf import opendocument, table, text

from ssdesk.errors import BadFile
from ssdesk.exchange import sheets, sheets_guard, sheets_text
from ssdesk.exchange.sheets import column_letter, read_bytes, read_file, read_pasted

DATA = Path(__file__).parents[1] / "data" / "rosters"
ROWS = [["STT", "Họ và tên", "Ngày sinh"], [1, "Đặng Thị Hằng", "5/9/2010"], [2, "Y Khŏt Mlô", ""]]


def xlsx(rows: list[list[object]], **options: object) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, options) as book:
        page = book.add_worksheet("10A1")
        for at, row in enumerate(rows):
            page.write_row(at, 0, row)
    return stream.getvalue()


def xls(rows: list[list[object]]) -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    page = book.add_sheet("10A1")
    for at, row in enumerate(rows):
        for index, value in enumerate(row):
            page.write(at, index, value)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def ods(rows: list[list[object]]) -> bytes:
    document = opendocument.OpenDocumentSpreadsheet()
    page = table.Table(name="10A1")
    for row in rows:
        line = table.TableRow()
        for value in row:
            if isinstance(value, int):
                cell = table.TableCell(valuetype="float", value=value)
            else:
                cell = table.TableCell(valuetype="string")
                cell.addElement(text.P(text=str(value)))
            line.addElement(cell)
        page.addElement(line)
    document.spreadsheet.addElement(page)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def plain(source: sheets.Source) -> list[list[str]]:
    return [
        [str(int(cell)) if isinstance(cell, float) else str(cell) for cell in row]
        for row in source.sheets[0].rows
        if any(cell != "" for cell in row)
    ]


EXPECTED = [[str(cell) for cell in row] for row in ROWS]


@pytest.mark.parametrize(("maker", "suffix"), [(xlsx, "xlsx"), (xls, "xls"), (ods, "ods")])
def test_workbooks_are_told_by_content(maker: object, suffix: str, tmp_path: Path) -> None:
    data = maker(ROWS)  # type: ignore[operator]
    for name in (f"a.{suffix}", "a.txt", "wrong.csv"):
        file = tmp_path / name
        file.write_bytes(data)
        source = read_file(file)
        assert source.sheets[0].name == "10A1"
        assert plain(source) == EXPECTED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_text_is_told_by_content(encoding: str, delimiter: str) -> None:
    lines = "\r\n".join(delimiter.join(row) for row in EXPECTED)
    assert plain(read_bytes(lines.encode(encoding), "a.csv")) == EXPECTED


TONES = "\u0300\u0301\u0303\u0309\u0323"


def in_windows_page(words: str) -> bytes:
    """Letters with their hat, breve or horn; tones as marks of their own."""
    apart = ""
    for letter in words:
        marks = unicodedata.normalize("NFD", letter)
        shape = "".join(mark for mark in marks if mark not in TONES)
        apart += unicodedata.normalize("NFC", shape)
        apart += "".join(mark for mark in marks if mark in TONES)
    return apart.encode("cp1258")


def test_windows_page_for_vietnamese() -> None:
    lines = "Họ và tên;Ngày sinh\nĐặng Thị Hằng;5/9/2010\nNguyễn Hữu Quyền;6/9/2010\n"
    rows = read_bytes(in_windows_page(lines), "a.csv").sheets[0].rows
    assert [unicodedata.normalize("NFC", str(row[0])) for row in rows] == [
        "Họ và tên",
        "Đặng Thị Hằng",
        "Nguyễn Hữu Quyền",
    ]


def test_quoted_cells_keep_line_ends_and_rows_count_as_in_excel() -> None:
    source = read_bytes('sep=;\nTên;Ghi chú\n"Vi\nAn";"a;b"\n\nVi Ba;c\n'.encode(), "a.csv")
    assert [list(row) for row in source.sheets[0].rows] == [
        ["sep=;"],
        ["Tên", "Ghi chú"],
        ["Vi\nAn", "a;b"],
        [],
        ["Vi Ba", "c"],
    ]


def test_pasted_text() -> None:
    source = read_pasted('Vi An\t"a\nb"\t10A1\r\nVi Ba\t\t10A1\r\n')
    assert [list(row) for row in source.sheets[0].rows] == [
        ["Vi An", "a\nb", "10A1"],
        ["Vi Ba", "", "10A1"],
    ]
    with pytest.raises(BadFile, match="FILE_EMPTY"):
        read_pasted(" \n\t ")


def test_dates_errors_merges_and_hidden_sheets() -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        page = book.add_worksheet("Lớp & bạn")
        page.write_datetime(1, 1, date(2010, 9, 5), book.add_format({"num_format": "dd/mm/yyyy"}))
        page.write_formula(2, 0, "=B99", None, "#REF!")
        page.write_formula(3, 2, "=1/0", None, "#DIV/0!")
        page.write_formula(3, 1, '="Vi "&"An"', None, "Vi An")
        page.merge_range(4, 0, 6, 0, "10A1")
        book.add_worksheet("ẩn").hide()
    source = read_bytes(stream.getvalue(), "a.xlsx")
    (sheet,) = source.sheets
    assert source.hidden == ("ẩn",)
    assert sheet.rows[1][1] == date(2010, 9, 5)
    assert sheet.rows[2][0] == "#REF!"
    assert (sheet.rows[3][1], sheet.rows[3][2]) == ("Vi An", "#DIV/0!")
    assert sheet.merges == (sheets.Merge(4, 0, 6, 0),)


@pytest.mark.parametrize("suffix", [".xlsx", ".xls"])
def test_a_list_that_starts_in_the_middle_of_its_sheet_keeps_its_place(suffix: str) -> None:
    if suffix == ".xlsx":
        stream = io.BytesIO()
        with xlsxwriter.Workbook(stream) as book:
            page = book.add_worksheet("10A1")
            for at, row in enumerate(ROWS):
                page.write_row(at + 2, 2, row)
        data = stream.getvalue()
    else:
        data = xls([[], [], *([None, None, *row] for row in ROWS)])
    (sheet,) = read_bytes(data, f"a{suffix}").sheets
    assert [set(row) for row in sheet.rows[:2]] == [{""}, {""}]
    assert [list(row) for row in sheet.rows[2:]] == [["", "", *row] for row in ROWS]


def test_column_letters() -> None:
    assert [column_letter(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def far_cell(row: int, column: int) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        page = book.add_worksheet()
        page.write(0, 0, "x")
        page.write(row, column, "y")
    return stream.getvalue()


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<x/>")
        package.writestr("xl/workbook.xml", "<x/>")
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as member:
            for _ in range(900):
                member.write(b"0" * (1 << 20))
    return stream.getvalue()


def long_text(length: int, *, inline: bool) -> bytes:
    """A workbook whose one cell holds a text of this length, beside or among the shared ones."""
    stream, again = io.BytesIO(), io.BytesIO()
    with xlsxwriter.Workbook(stream, {"constant_memory": inline}) as book:
        book.add_worksheet("a").write(0, 0, "LONG")
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info, old.read(info).replace(b"LONG", b"&amp;" * length))
    return again.getvalue()


def zipped(**members: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in members.items():
            package.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WIDE = "Tên\t" * 40_000


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.xlsx", "FILE_EMPTY"),
        (b"\0\0\0\0", "a.xls", "FILE_EMPTY"),
        (b"  \n", "a.csv", "FILE_EMPTY"),
        (b"%PDF-1.7 ...", "a.xlsx", "FILE_NOT_A_SPREADSHEET"),
        (b"\x89PNG\r\n", "a.csv", "FILE_NOT_A_SPREADSHEET"),
        (b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0" * 40, "a.csv", "FILE_NOT_A_SPREADSHEET"),
        (b"<html><table><tr><td>a", "a.xls", "FILE_IS_WEB_PAGE"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', "a.xls", "FILE_IS_WEB_PAGE"),
        (b"Ho ten", "a.docx", "FILE_NOT_A_SPREADSHEET"),
        (zipped(word__document="x"), "a.docx", "FILE_NOT_A_SPREADSHEET"),
        (b"PK\x03\x04" + b"abc" * 200, "a.xlsx", "FILE_DAMAGED"),
        (OLE + b"\0" * 600, "a.xls", "FILE_DAMAGED"),
        (OLE + "WordDocument".encode("utf-16-le"), "a.doc", "FILE_NOT_A_SPREADSHEET"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "FILE_ENCRYPTED"),
        (far_cell(1_048_575, 16_383), "a.xlsx", "FILE_TOO_LARGE"),
        (far_cell(1_048_575, 0), "a.xlsx", "FILE_TOO_LARGE"),
        (far_cell(900_000, 0), "a.xlsx", "FILE_TOO_LARGE"),
        (far_cell(0, 16_000), "a.xlsx", "FILE_TOO_LARGE"),
        (bomb(), "a.xlsx", "FILE_TOO_LARGE"),
        (long_text(200_000, inline=True), "a.xlsx", "FILE_DAMAGED"),
        (long_text(200_000, inline=False), "a.xlsx", "FILE_DAMAGED"),
    ],
    ids=lambda value: value if isinstance(value, str) else value[:4].hex(),
)
def test_what_cannot_be_read_is_named(data: bytes, name: str, code: str) -> None:
    with pytest.raises(BadFile) as refused:
        read_bytes(data, name)
    assert refused.value.code == code
    assert refused.value.params["file"] == name


def test_a_cell_far_to_the_right_but_within_bounds_is_read() -> None:
    assert read_bytes(far_cell(9000, 300), "a.xlsx").sheets[0].rows[9000][300] == "y"


@pytest.mark.parametrize("inline", [True, False])
def test_the_longest_text_of_a_cell_is_read(inline: bool) -> None:
    source = read_bytes(long_text(32_767, inline=inline), "a.xlsx")
    assert source.sheets[0].rows[0][0] == "&" * 32_767


def test_an_ods_that_unfolds_is_refused() -> None:
    data = ods(ROWS)
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename == "content.xml":
                content = content.replace(
                    b"<table:table-row>",
                    b'<table:table-row table:number-rows-repeated="900000">',
                    1,
                ).replace(
                    b'<table:table-cell office:value-type="string"',
                    b'<table:table-cell table:number-columns-repeated="900" '
                    b'office:value-type="string"',
                    1,
                )
            new.writestr(info, content)
    with pytest.raises(BadFile, match="FILE_TOO_LARGE"):
        read_bytes(stream.getvalue(), "a.ods")


def test_a_folder_a_missing_and_a_locked_file(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="FILE_NOT_A_SPREADSHEET"):
        read_file(tmp_path)
    with pytest.raises(BadFile, match="FILE_MISSING"):
        read_file(tmp_path / "a.xlsx")
    with pytest.raises(BadFile, match="FILE_MISSING"):
        read_file(Path("a\0.xlsx"))
    if os.geteuid() == 0:
        return
    file = tmp_path / "b.xlsx"
    file.write_bytes(xlsx(ROWS))
    file.chmod(0)
    with pytest.raises(BadFile, match="FILE_LOCKED"):
        read_file(file)


def test_a_name_that_the_machine_refuses(tmp_path: Path) -> None:
    with pytest.raises(BadFile) as refused:
        read_file(tmp_path / ("a" * 300 + ".xlsx"))
    assert refused.value.code == "FILE_LOCKED"


def test_an_ods_with_a_password() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("content.xml", "x")
        package.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    with pytest.raises(BadFile, match="FILE_ENCRYPTED"):
        read_bytes(stream.getvalue(), "a.ods")


def test_a_workbook_without_its_list_of_parts() -> None:
    with pytest.raises(BadFile, match="FILE_DAMAGED"):
        read_bytes(zipped(**{"xl__workbook.xml": "x"}), "a.xlsx")


def test_sheets_of_charts_are_passed_over() -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        page = book.add_worksheet("a")
        page.write(0, 0, 1)
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=a!$A$1:$A$1"})
        book.add_chartsheet("b").set_chart(chart)
    assert [sheet.name for sheet in read_bytes(stream.getvalue(), "a.xlsx").sheets] == ["a"]


def test_text_beyond_the_limit_and_endless_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadFile, match="FILE_DAMAGED"):
        read_bytes(b'a;b\n"' + b"x" * 200_000, "a.csv")
    monkeypatch.setattr(sheets_text, "MAX_ROWS", 3)
    with pytest.raises(BadFile, match="FILE_TOO_LARGE"):
        read_bytes(b"a;b\n" * 5, "a.csv")


def test_a_file_beyond_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MAX_FILE_BYTES", 100)
    file = tmp_path / "a.xlsx"
    file.write_bytes(xlsx(ROWS))
    with pytest.raises(BadFile, match="FILE_TOO_LARGE"):
        read_file(file)
    monkeypatch.setattr(sheets_guard, "MAX_CELLS", 5)
    with pytest.raises(BadFile, match="FILE_TOO_LARGE"):
        read_bytes(xlsx(ROWS), "a.xlsx")


def read_or_refuse(data: bytes, name: str) -> None:
    try:
        read_bytes(data, name)
    except BadFile:
        return


@pytest.mark.parametrize("maker", [xlsx, xls, ods])
def test_cut_and_spoilt_files_never_crash(maker: object) -> None:
    data = maker(ROWS)  # type: ignore[operator]
    chance = random.Random(7)
    for _ in range(60):
        read_or_refuse(data[: chance.randrange(len(data))], "a.xlsx")
        spoilt = bytearray(data)
        for _ in range(chance.choice((1, 10, 100))):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        read_or_refuse(bytes(spoilt), "a.xlsx")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.xlsx", "a.xls", "a.ods"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    read_or_refuse(data, name)
