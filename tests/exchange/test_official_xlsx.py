"""Official lists as XLSX, read back by two readers that people's programs use too."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from ssdesk.domain.forms import FilledForm, header_cells
from ssdesk.domain.submission import ListEntry
from ssdesk.exchange.forms.official import write_form
from ssdesk.exchange.forms.vendor import write_vendor_sheet
from tests.listed_people import filled, people

HEADING_ROW = 9
EVIL = (
    "=1+1",
    '=cmd|" /C calc"!A0',
    "@SUM(A1:A9)",
    "+84912345678",
    "-2+3",
    "\t=1+1",
    "<b>&amp;</b>",
    "]]>",
)


def _written(form: FilledForm, folder: Path) -> Path:
    file = folder / f"{form.layout.form}.xlsx"
    (write_form if form.layout.printed else write_vendor_sheet)(file, form)
    return file


@pytest.fixture
def sheet(tmp_path: Path) -> Iterator[Worksheet]:
    book = openpyxl.load_workbook(_written(filled("mau-so-3", people(30)), tmp_path))
    yield book.active  # type: ignore[misc]
    book.close()


def test_above_the_table_stand_the_originals_lines(sheet: Worksheet) -> None:
    said = [cell.value for row in sheet.iter_rows(max_row=8) for cell in row if cell.value]
    assert said == [
        "Tên cơ quan/tổ chức: Trường THPT Chu Văn An",
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Mã cơ quan,tổ chức: HS0020A",
        "Độc lập - Tự do - Hạnh phúc",
        "Họ và tên nhân viên thu: Nông Thị Hạnh",
        "Mẫu số 3",
        "Mã nhân viên thu: NVT020300001234",
        "DANH SÁCH ĐỐI TƯỢNG THAM GIA BẢO HIỂM Y TẾ",
        "Số: 07/HS0020A ; ngày 20 tháng 9 năm 2026",
    ]


def test_headings_are_merged_as_in_the_layout(sheet: Worksheet) -> None:
    layout = filled("mau-so-3", ()).layout
    merged = {str(area) for area in sheet.merged_cells.ranges}
    for cell in header_cells(layout):
        first = sheet.cell(HEADING_ROW + cell.row, cell.column + 1)
        assert first.value == cell.title
        if cell.rows * cell.columns > 1:
            last = sheet.cell(
                HEADING_ROW + cell.row + cell.rows - 1, cell.column + cell.columns
            ).coordinate
            assert f"{first.coordinate}:{last}" in merged
    numbers = [cell.value for cell in sheet[HEADING_ROW + 3]]
    assert numbers == [column.number for column in layout.leaves]


def test_people_stand_in_both_readers_as_given(tmp_path: Path) -> None:
    entries = people(30)
    form = filled("mau-so-3", entries)
    file = _written(form, tmp_path)
    sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    first = HEADING_ROW + 5
    seen = [[cell.value for cell in sheet[first + place]] for place in range(len(entries))]
    rows = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()
    for entry, one, other in zip(entries, seen, rows[first - 1 :], strict=False):
        assert one[1] == other[1] == entry.full_name
        assert (one[2] or "") == other[2] == entry.insurance_number
        assert one[3] == other[3] == entry.personal_id
        assert one[5] == other[5] == entry.base_salary
        assert one[9] == other[9] or one[9] is None
        assert one[10] == other[10] == "10/2026"
        assert one[11] == other[11]
        assert one[14] == other[14]
        assert one[14].startswith(f"{entry.months} tháng")


def test_the_sheet_is_ready_to_read_and_print(sheet: Worksheet) -> None:
    assert sheet.freeze_panes == f"C{HEADING_ROW + 4}"
    assert sheet.print_title_rows == f"${HEADING_ROW}:${HEADING_ROW + 3}"
    assert sheet.print_area == f"'Mẫu số 3'!$A$1:$O${sheet.max_row}"
    assert sheet.page_setup.orientation == "landscape"
    assert str(sheet.page_setup.paperSize) == "9"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.column_dimensions["B"].width > sheet.column_dimensions["A"].width
    salary, number = sheet[f"F{HEADING_ROW + 5}"], sheet[f"D{HEADING_ROW + 5}"]
    assert (salary.data_type, salary.number_format) == ("n", "#,##0")
    assert (number.data_type, number.number_format) == ("s", "@")
    assert number.border.left.style == "thin"


def test_below_stand_the_signatures(sheet: Worksheet) -> None:
    said = [
        cell.value
        for row in sheet.iter_rows(min_row=HEADING_ROW + 35)
        for cell in row
        if cell.value
    ]
    assert said == [
        "(2)",
        "Giảm",
        "Đề nghi cơ quan BHXH thanh toán thù lao theo quy định.",
        "CƠ QUAN/TỔ CHỨC LẬP DANH SÁCH",
        "(Ký, ghi rõ họ tên, đóng dấu)",
        "Hoàng Văn Thụ",
    ]


@pytest.mark.parametrize("name", ["mau-so-3", "d03-ts", "vendor-d03"])
def test_no_text_becomes_a_formula(tmp_path: Path, name: str) -> None:
    entries = tuple(
        replace(people(1)[0], full_name=text, address=text, parent_name=text) for text in EVIL
    )
    file = _written(filled(name, entries), tmp_path)
    with zipfile.ZipFile(file) as package:
        written = package.read("xl/worksheets/sheet1.xml").decode()
        styles = ElementTree.fromstring(package.read("xl/styles.xml"))
    assert "<f>" not in written
    sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    seen = [cell.value for cell in cells if cell.column == 2]
    assert [text for text in EVIL if text not in seen] == []
    formats = styles.find("{*}cellXfs")
    assert formats is not None
    for cell in cells:
        if cell.column == 2 and str(cell.value)[:1] in set("=+-@\t"):
            assert formats[cell._style.xfId or 0] is not None
            assert cell.quotePrefix


def test_unprintable_letters_do_not_break_the_file(tmp_path: Path) -> None:
    entry = replace(people(1)[0], full_name="Vi\x00 Thị\x1f Ánh\ufffe")
    sheet = openpyxl.load_workbook(_written(filled("mau-so-3", (entry,)), tmp_path)).active
    assert sheet is not None
    assert sheet[f"B{HEADING_ROW + 5}"].value == "Vi\ufffd Thị\ufffd Ánh\ufffd"


@pytest.mark.parametrize("name", ["mau-so-3", "d03-ts", "vendor-d03"])
def test_the_same_list_gives_the_same_bytes(tmp_path: Path, name: str) -> None:
    form = filled(name, people(20))
    first = _written(form, tmp_path).read_bytes()
    assert _written(form, tmp_path).read_bytes() == first


def test_a_waiting_list_says_so(tmp_path: Path) -> None:
    file = _written(filled("mau-so-3", people(3), waiting=True), tmp_path)
    rows = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()
    assert "(Chờ thanh toán)" in [row[0] for row in rows[:10]]


def test_vendor_sheet_has_names_in_row_3_and_people_from_row_4(tmp_path: Path) -> None:
    entries = people(12)
    file = _written(filled("vendor-d03", entries), tmp_path)
    sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    names = [cell.value for cell in sheet[3]]
    assert names[:3] == ["STT", "HoTen", "MasoBHXH"]
    assert sheet.max_row == 3 + len(entries)
    for place, entry in enumerate(entries):
        row = dict(zip(names, [cell.value for cell in sheet[4 + place]], strict=True))
        assert row["HoTen"] == entry.full_name
        assert row["GioiTinh"] == (1 if entry.sex == "M" else 0)
        assert row["Tiendong"] == 2_530_000
        assert row["TienDongThucTe"] == entry.own_share + entry.other_support
        assert row["Sothang"] == entry.months
        assert row["TuNgay"] == "01/10/2026"
        assert row["SoBienLai"] == entry.receipt_number
        assert row["Tk1_Save"] == ("x" if entry.change_type == "TM" else None)
    assert sheet["B3"].fill.fgColor.rgb == "FF9DC3E6"
    assert sheet["C3"].fill.fgColor.rgb != "FF9DC3E6"


def test_d03_shows_classes_sums_and_count(tmp_path: Path) -> None:
    entries = people(50)
    file = _written(filled("d03-ts", entries), tmp_path)
    rows = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()
    second = [row[1] for row in rows]
    assert "Lớp 10A1 (mã 10A1)" in second
    assert "Lớp 10A2 (mã 10A2)" in second
    total = rows[second.index("Cộng tăng")]
    assert total[10] == sum(entry.own_share + entry.other_support for entry in entries)
    assert "Tổng số thẻ BHYT đề nghị cấp: 50" in [row[0] for row in rows]


def test_where_writing_fails_nothing_is_left(tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    file.write_bytes(b"what was there before")
    broken = filled("mau-so-3", people(3))
    rows = (*broken.rows[:2], replace(broken.rows[2], cells=broken.rows[2].cells[:3]))
    with pytest.raises((ValueError, IndexError)):
        write_form(file, replace(broken, rows=rows))
    assert file.read_bytes() == b"what was there before"
    assert list(tmp_path.iterdir()) == [file]


def test_every_part_is_well_formed(tmp_path: Path) -> None:
    entries: tuple[ListEntry, ...] = people(700)
    data = _written(filled("mau-so-3", entries), tmp_path).read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            ElementTree.fromstring(package.read(name))
        written = package.read("xl/worksheets/sheet1.xml").decode()
    numbers = [int(number) for number in re.findall(r'<row r="(\d+)"', written)]
    assert numbers == list(range(1, len(numbers) + 1))
