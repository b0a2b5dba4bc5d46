"""A list given back with its faults marked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from ssdesk.exchange.marked_sheet import Mark, MarkedList, defused, write_marked
from ssdesk.exchange.sheets import Sheet, Source

ROWS = [
    ["Họ và tên", "Ngày sinh", "Đã nộp", "Số", "CCCD"],
    ["Vi An", date(2010, 9, 5), True, 1.5, 20210000011.0],
    ["", date(2010, 9, 6), False, float("inf"), ""],
]


def saved(file: Path, marks: list[Mark], *names: str) -> openpyxl.Workbook:
    sheets = tuple(Sheet(name, ROWS) for name in names)
    heads = dict.fromkeys(names[:1], 1)
    write_marked(
        file, MarkedList(Source("a.xlsx", "", sheets), marks, {}, ("Cần sửa", "Đọc giúp"), heads)
    )
    return openpyxl.load_workbook(file)


def test_cells_keep_their_kind_and_faults_their_colour(tmp_path: Path) -> None:
    marks = [
        Mark("10A1", 3, ("A",), "Chưa có tên."),
        Mark("10A1", 3, ("B", "E"), "Ngày lạ."),
        Mark("10A1", 2, ("",), "Cả dòng."),
    ]
    page = saved(tmp_path / "a.xlsx", marks, "10A1")["10A1"]
    assert page["B2"].value.date() == date(2010, 9, 5)
    assert page["B2"].number_format == "dd/mm/yyyy"
    assert (page["C2"].value, page["D2"].value, page["E2"].value) == (True, 1.5, "20210000011")
    red = {cell.coordinate for row in page for cell in row if cell.fill.fill_type == "solid"}
    assert red == {"A3", "B3", "E3"}
    assert page["F1"].value == "Cần sửa"
    assert page["F3"].value == "A3: Chưa có tên. B3: Ngày lạ."
    assert page["F2"].value == "Cả dòng."
    assert page["B3"].comment.text == "Ngày lạ."
    assert page.freeze_panes == "A2"


def test_what_was_put_right_has_a_colour_and_a_column_of_its_own(tmp_path: Path) -> None:
    marks = [
        Mark("10A1", 2, ("E",), "Thêm số 0.", healed=True),
        Mark("10A1", 2, ("B",), "Ngày lạ."),
        Mark("10A1", 3, ("B",), "Số ngày.", healed=True),
        Mark("10A1", 3, ("B",), "Ngày sai."),
    ]
    page = saved(tmp_path / "a.xlsx", marks, "10A1")["10A1"]
    fills = {
        cell.coordinate: cell.fill.fgColor.rgb
        for row in page
        for cell in row
        if cell.fill.fill_type == "solid"
    }
    assert fills["B2"] == fills["B3"] == "FFFFD7D3", "wrong comes before put right"
    assert fills["E2"] == "FFDDF0E3"
    assert (page["F1"].value, page["G1"].value) == ("Cần sửa", "Đọc giúp")
    assert (page["F3"].value, page["G3"].value) == ("B3: Ngày sai.", "B3: Số ngày.")
    assert page["E2"].comment is None, "only what is to be mended opens by itself"
    assert page.auto_filter.ref == "A1:G3"


def test_names_that_excel_refuses_and_sheets_without_faults(tmp_path: Path) -> None:
    names = ("Lớp 6/2 [mới]", "x" * 40, "X" * 40, "", "History")
    book = saved(tmp_path / "a.xlsx", [], *names)
    assert book.sheetnames == ["Lớp 6 2  mới", "x" * 31, "Sheet3", "Sheet4", "Sheet5"]
    assert book.worksheets[0]["F1"].value is None


def test_a_place_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    file = tmp_path / "none" / "a.xlsx"
    with pytest.raises(OSError, match="none"):
        saved(file, [], "10A1")
    assert list(tmp_path.iterdir()) == []


def test_text_that_would_be_a_formula_is_defused() -> None:
    assert defused("=1+1") == "'=1+1"
    assert defused("@SUM(A1)") == "'@SUM(A1)"
    assert defused("-cmd|x") == "'-cmd|x"
    assert defused("+84 912 345 678") == "+84 912 345 678"
    assert defused("Vi An") == "Vi An"
