"""Names typed for fonts from before Unicode read as they were meant; right ones stay."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from ssdesk.exchange.legacy_text import (
    Font,
    columns_in_old_fonts,
    in_unicode,
    reading_of,
    to_unicode,
)
from ssdesk.exchange.sheets import read_file

ROSTERS = Path(__file__).parents[1] / "data" / "rosters"
TRUTH = [
    person["full_name"]
    for person in json.loads((ROSTERS / "truth.json").read_text("utf-8"))["people"]
]
# Typed by hand from the keyboard tables of VNI, so that the table is not its own judge.
VNI = {
    "Nguyeãn Vaên Duõng": "Nguyễn Văn Dũng",
    "Traàn Thò Ngoïc AÙnh": "Trần Thị Ngọc Ánh",
    "Ñaëng Höõu Phöôùc": "Đặng Hữu Phước",
    "Leâ Quyønh Höông": "Lê Quỳnh Hương",
    "PHAÏM THÒ THUYÛ": "PHẠM THỊ THUỶ",
    "Ñoã Vónh Khöông": "Đỗ Vĩnh Khương",
    "Nguyeãn Thuyø Trang": "Nguyễn Thuỳ Trang",
    "Lyù Thò Myõ": "Lý Thị Mỹ",
    "Huyønh Coâng Nghóa": "Huỳnh Công Nghĩa",
}
TCVN3 = {
    "§Æng H÷u Ph­íc": "Đặng Hữu Phước",
    "TrÇn ThÞ Ngäc ¸nh": "Trần Thị Ngọc ánh",
    "NGUYÔN V¡N DòNG": "NGUYỄN VĂN DŨNG",
    "Hµ ThÞ Th­¬ng": "Hà Thị Thương",
    "Vò §×nh Nghi": "Vũ Đình Nghi",
}


def _names_in_old_font() -> list[str]:
    sheet = CalamineWorkbook.from_path(ROSTERS / "phong-chu-cu.xlsx").get_sheet_by_name("DS")
    return [str(row[1]) for row in sheet.to_python()[1:]]


def test_a_real_roster_in_tcvn3_reads_as_it_was_meant() -> None:
    names = _names_in_old_font()
    reading = reading_of(names)
    assert reading is not None
    assert reading.font is Font.TCVN3
    assert [to_unicode(name, reading.font) for name in names] == TRUTH
    assert reading.samples[2] == ("NguyÔn V¨n B¶o", "Nguyễn Văn Bảo")


@pytest.mark.parametrize(("typed", "meant"), VNI.items())
def test_vni(typed: str, meant: str) -> None:
    assert to_unicode(typed, Font.VNI) == meant


@pytest.mark.parametrize(("typed", "meant"), TCVN3.items())
def test_tcvn3(typed: str, meant: str) -> None:
    assert to_unicode(typed, Font.TCVN3) == meant


@pytest.mark.parametrize(("names", "font"), [(VNI, Font.VNI), (TCVN3, Font.TCVN3)])
def test_the_font_of_a_column_is_found(names: dict[str, str], font: Font) -> None:
    reading = reading_of(names)
    assert reading is not None
    assert reading.font is font


@pytest.mark.parametrize(
    "column",
    [
        TRUTH,
        ["Nam", "Nữ", "Nam"],
        ["Lê Hồng Lan", "Vi Ngọc Bình", "H'Hen Niê", "Y Khŏt Mlô", "K'Brêp"],
        ["10A1", "", "25/12/2010"],
        ["José", "Müller", "Zoë"],
        [],
    ],
)
def test_what_reads_well_is_left_alone(column: list[str]) -> None:
    assert reading_of(column) is None


@pytest.mark.parametrize("font", Font)
def test_a_right_name_in_an_old_column_stays(font: Font) -> None:
    for name in ("Nguyễn Tiến Lâm", "Lê Hồng Lan", "Vi Đức Tú", "Hoàng Văn Bình"):
        assert to_unicode(name, font) == name


def test_a_whole_file_is_offered_by_column_and_read_with_its_headings() -> None:
    source = read_file(ROSTERS / "phong-chu-cu.xlsx")
    columns = columns_in_old_fonts(source)
    assert {(each.sheet, each.column) for each in columns} == {("DS", 1), ("DS", 3)}
    (sheet,) = in_unicode(source, columns).sheets
    assert list(sheet.rows[0]) == ["Stt", "Họ và tên", "Ngày sinh", "Giới tính", "Lớp"]
    assert [row[1] for row in sheet.rows[1:]] == TRUTH
    assert {row[3] for row in sheet.rows[1:]} == {"Nam", "Nữ"}
    assert source == read_file(ROSTERS / "phong-chu-cu.xlsx")


def test_a_file_in_unicode_offers_nothing() -> None:
    for name in ("danh-sach-3-lop.xlsx", "mat-so-0.xlsx"):
        assert columns_in_old_fonts(read_file(ROSTERS / name)) == ()
