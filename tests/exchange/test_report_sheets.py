"""A report as a sheet, read back as a clerk's Excel reads it."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from ssdesk.domain.figures import (
    FigureColumn,
    FigureKind,
    FigureRow,
    FigureTable,
    Report,
    RowKind,
    SumCheck,
    SumPart,
)
from ssdesk.exchange.report_sheets import report_sheet

WORDS = {
    "as_of": "Số liệu đến {time} ngày {day}",
    "holds": "khớp",
    "differs": "chênh {difference} {unit}",
}
COLUMNS = (
    FigureColumn("Họ và tên", FigureKind.TEXT, 40),
    FigureColumn("Điện thoại", FigureKind.TEXT, 20),
    FigureColumn("Phải đóng", FigureKind.DONG, 15),
    FigureColumn("Tỷ lệ", FigureKind.PER_MILLE, 10),
    FigureColumn("Hẹn đóng", FigureKind.DATE, 15),
)
TABLE = FigureTable(
    "Còn phải đóng: 10A1/10A2",
    COLUMNS,
    (
        FigureRow(("Lớp 10A1",), RowKind.GROUP),
        FigureRow(("=HYPERLINK(1)", "0900059173", 683_100, 944, date(2026, 9, 28))),
        FigureRow(("Vi Thị Ánh", "+84900059173", 0, 1000, None)),
    ),
    ("Cộng", None, 683_100, None, None),
    notes=("Ghi chú",),
)
CHECK = SumCheck(
    "Sĩ số",
    1024,
    (SumPart("Đã có thẻ khác", 125), SumPart("Tham gia tại trường", 896)),
    "em",
)
AS_OF = datetime(2026, 9, 22, 16, 5)
REPORT = Report("x", "Báo cáo thử", "Năm học 2026-2027", AS_OF, (TABLE,), (), (CHECK,))
TOP = 8


@pytest.fixture(scope="module")
def sheet() -> Worksheet:
    data = report_sheet(REPORT, "Trường THPT Chu Văn An", WORDS)
    found = openpyxl.load_workbook(io.BytesIO(data)).active
    assert isinstance(found, Worksheet)
    return found


def test_the_head_says_whose_what_and_when(sheet: Worksheet) -> None:
    said = [sheet.cell(row, 1).value for row in range(1, 7)]
    assert said == [
        "Trường THPT Chu Văn An",
        "Báo cáo thử",
        "Năm học 2026-2027",
        "Số liệu đến 16:05 ngày 22/09/2026",
        None,
        "Sĩ số: 1.024 em = đã có thẻ khác 125 + tham gia tại trường 896; chênh 3 em.",
    ]
    assert sheet.cell(TOP, 1).value == TABLE.title


def test_numbers_and_dates_can_be_worked_on(sheet: Worksheet) -> None:
    row = TOP + 3
    amount, share, day = (sheet.cell(row, column) for column in (3, 4, 5))
    assert (amount.value, amount.number_format) == (683_100, "#,##0")
    assert share.value == pytest.approx(0.944)
    assert share.number_format == "0.0%"
    assert isinstance(day.value, datetime)
    assert day.value.date() == date(2026, 9, 28)


def test_text_stays_text(sheet: Worksheet) -> None:
    name, phone = sheet.cell(TOP + 3, 1), sheet.cell(TOP + 3, 2)
    assert (name.value, name.data_type) == ("=HYPERLINK(1)", "s")
    assert name.quotePrefix, "typing in the cell does not wake it either"
    assert (phone.value, phone.data_type, phone.number_format) == ("0900059173", "s", "@")
    assert sheet.cell(TOP + 4, 2).data_type == "s"


def test_the_heading_stays_in_sight_and_on_every_page(sheet: Worksheet) -> None:
    assert sheet.freeze_panes == f"A{TOP + 2}"
    assert sheet.print_title_rows == f"${TOP + 1}:${TOP + 1}"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_area.endswith(f"$E${TOP + 7}")


def test_the_total_and_the_notes_close_the_table(sheet: Worksheet) -> None:
    assert sheet.cell(TOP + 5, 1).value == "Cộng"
    assert sheet.cell(TOP + 5, 3).font.bold
    assert sheet.cell(TOP + 7, 1).value == "Ghi chú"


def test_a_name_that_excel_forbids_is_mended(sheet: Worksheet) -> None:
    assert "/" not in sheet.title
    assert len(sheet.title) <= 31


def test_the_same_report_gives_the_same_bytes() -> None:
    assert report_sheet(REPORT, "A", WORDS) == report_sheet(REPORT, "A", WORDS)


def test_an_empty_table_says_why() -> None:
    empty = FigureTable("Trống", COLUMNS, (), empty="Không còn em nào phải đóng.")
    data = report_sheet(Report("x", "T", "S", AS_OF, (empty,)), "A", WORDS)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert any("Không còn em nào phải đóng." in row for row in sheet.iter_rows(values_only=True))


def test_a_long_sum_wraps_over_the_table_and_says_where_to_look() -> None:
    parts = tuple(SumPart(f"Đã chuyển cơ quan BHXH lần {n}", 564_431_440) for n in range(4))
    check = SumCheck("Tiền trên mọi biên lai", 1, parts, "đồng", "Đối chiếu lại biên lai.")
    report = replace(REPORT, sums=(check,))
    page = openpyxl.load_workbook(io.BytesIO(report_sheet(report, "Trường", WORDS))).active
    assert isinstance(page, Worksheet)
    cell = page.cell(6, 1)
    assert str(cell.value).endswith("chênh -2.257.725.759 đồng. Đối chiếu lại biên lai.")
    assert "A6:E6" in page.merged_cells
    assert cell.alignment.wrap_text
    assert page.row_dimensions[6].height >= 30
