"""Lists of cards in the layouts in which offices send them, with invented people."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl

Cell = str | int | date | None
D09_HEADINGS = (
    "STT",
    "Họ và tên",
    "Mã số BHXH",
    "Ngày tháng năm sinh",
    "Địa chỉ",
    "Nơi đăng ký KCB",
    "Chức vụ, chức danh nghề",
    "Tiền lương đóng",
    None,
    None,
    None,
    "Ghi chú",
)


def d09_ts(file: Path, *groups: tuple[str, list[tuple[Cell, ...]]]) -> Path:
    """A D09-TS as the office makes it.

    Args:
        groups: heading and people: name, insurance number, birth date, remark.
    """
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "D09-TS"
    sheet["A1"], sheet["A2"] = "BẢO HIỂM XÃ HỘI TỈNH LẠNG SƠN", "BẢO HIỂM XÃ HỘI CƠ SỞ SỐ 1"
    sheet["A4"] = "DANH SÁCH THAM GIA BHXH, BHYT, BHTN, BHTNLĐ, BNN"
    sheet["A6"] = "Mã đơn vị: HS0012A; Tên đơn vị: THPT Mẫu Sơn"
    sheet["A7"] = "Địa chỉ: xã Mẫu Sơn, tỉnh Lạng Sơn"
    for column, text in enumerate(D09_HEADINGS, start=1):
        sheet.cell(9, column, text)
    for column, text in enumerate(("BHXH", "BHYT", "BHTN", "BHTNLĐ, BNN"), start=8):
        sheet.cell(10, column, text)
    for column, cell in enumerate(("A", "B", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), start=1):
        sheet.cell(11, column, cell)
    for merged in ("H9:K9", "A9:A10", "B9:B10", "C9:C10", "D9:D10", "E9:E10", "L9:L10"):
        sheet.merge_cells(merged)
    row, place = 12, 0
    for letter, (heading, people) in zip(("I", "II", "III", "IV"), groups, strict=False):
        sheet.cell(row, 1, letter)
        sheet.cell(row, 2, heading)
        row += 1
        for name, number, born, remark in people:
            place += 1
            cells = (place, name, number, born, "xã Mẫu Sơn", "20001", None)
            for column, cell in enumerate(cells, start=1):
                sheet.cell(row, column, cell)
            sheet.cell(row, 12, remark)
            row += 1
    sheet.cell(row, 2, "Cộng")
    sheet.cell(row, 3, place)
    sheet.cell(row + 2, 8, "Lạng Sơn, ngày 05 tháng 10 năm 2026")
    sheet.cell(row + 3, 8, "GIÁM ĐỐC")
    book.save(file)
    return file


def row_of(file: Path, name: str) -> int:
    """Excel's row of a person in a file that was made here."""
    sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    return next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == name)
