"""Lists of cards as offices send them: every card at its person, every fault at its cell."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ssdesk.errors import BadFile
from ssdesk.exchange import roster_layout
from ssdesk.exchange.card_list import CardListRead, read_card_list
from ssdesk.exchange.card_list_columns import for_cards
from ssdesk.exchange.roster_cells import Heal
from ssdesk.exchange.sheets import Source, read_bytes, read_file
from tests.card_lists import d09_ts, row_of
from tests.exchange.test_same_kinds import Sheets, as_csv, as_ods, as_xls, as_xlsx

TODAY = date(2026, 10, 5)
END = date(2026, 12, 31)


def read(source: Source) -> CardListRead:
    mapping = for_cards(roster_layout.propose(source, lambda key: None))
    return read_card_list(source, mapping, TODAY)


def text(content: str) -> CardListRead:
    return read(read_bytes(content.encode(), "the-sap-het-han.csv"))


def test_the_monthly_list_gives_numbers_and_ends_from_its_remarks(tmp_path: Path) -> None:
    file = d09_ts(
        tmp_path / "d09.xlsx",
        (
            "Đang tham gia",
            [
                ("Vi Thị Ánh", "2012345678", "15/09/2010", "31/12/2026"),
                ("Hoàng Gia Bảo", "0120878837", date(2010, 3, 2), "Hạn thẻ: 31/12/2026"),
                ("Lý Văn Cường", 120878838, "020310", date(2026, 12, 31)),
                ("Nông Thị Dung", "2012345679", "2010-05-04", "01/01/2026 - 31/12/2026"),
                ("Lê Gia", "2012345670", "4.5.2010", "hạn 12/2026"),
                ("Mã Thị Hoa", "2012345671", "2010", "BHXH TN đóng đến 11/2026"),
            ],
        ),
        ("Tăng mới", [("Tăng Minh", "2012345672", "1-2-2011", "311226")]),
        ("Giảm", [("Đặng Nam", "2012345673", "03/04/2010", "Chuyển trường")]),
    )
    found = read(read_file(file))
    told = [(line.full_name, line.insurance_number, line.valid_to) for line in found.lines]
    assert told == [
        ("Vi Thị Ánh", "2012345678", END),
        ("Hoàng Gia Bảo", "0120878837", END),
        ("Lý Văn Cường", "0120878838", END),
        ("Nông Thị Dung", "2012345679", END),
        ("Lê Gia", "2012345670", END),
        ("Mã Thị Hoa", "2012345671", None),
        ("Tăng Minh", "2012345672", END),
        ("Đặng Nam", "2012345673", None),
    ]
    assert found.lines[3].valid_from == date(2026, 1, 1)
    assert [line.stopped for line in found.lines] == [False] * 7 + [True]
    born = [line.birth_date.iso() for line in found.lines if line.birth_date]
    assert born[:5] == ["2010-09-15", "2010-03-02", "2010-03-02", "2010-05-04", "2010-05-04"]
    assert [line.problems for line in found.lines] == [()] * 8
    assert found.lines[0].row == row_of(file, "Vi Thị Ánh")
    assert [healing.kind for healing in found.healed] == [Heal.LOST_ZERO]


def test_a_family_name_is_no_heading_of_a_group() -> None:
    found = text(
        "STT;Họ và tên;Mã số BHXH;Hạn thẻ\nIII. Giảm trong tháng 10;;;\n1;Lý Chi;0120878838;\n"
        "Tăng;;;\n2;Tăng Văn Mới;0120878837;31/12/2026\n;Tăng Thị Thẻ;0120878836;\n"
    )
    assert [(line.full_name, line.stopped) for line in found.lines] == [
        ("Lý Chi", True),
        ("Tăng Văn Mới", False),
        ("Tăng Thị Thẻ", False),
    ]


@pytest.mark.parametrize(
    "headings",
    [
        "STT;Hạn thẻ;Số thẻ BHYT;Họ và tên;Lớp;Ngày sinh",
        "TT;Ngày hết hạn;Mã thẻ;Họ tên;Lớp;Năm sinh",
        "No;Đến ngày;Số thẻ;Họ và tên học sinh;Tên lớp;Ngày tháng năm sinh",
        "STT;Thẻ có giá trị đến;Mã số thẻ BHYT;Họ, tên;Lớp;Sinh ngày",
    ],
)
def test_a_list_of_cards_about_to_end_in_any_order_of_columns(headings: str) -> None:
    (line,) = text(f"{headings}\n1;15/10/2026;HS4010120878837;Vi Thị Ánh;10A1;15/09/2010\n").lines
    assert (line.full_name, line.class_name) == ("Vi Thị Ánh", "10A1")
    assert (line.card_number, line.insurance_number) == ("HS4010120878837", "0120878837")
    assert (line.valid_from, line.valid_to) == (None, date(2026, 10, 15))
    assert line.problems == ()


def test_first_and_last_day_under_one_heading() -> None:
    found = text(
        "STT;Họ và tên;Số thẻ;Thời hạn sử dụng;\n"
        ";;;Từ ngày;Đến ngày\n"
        "A;B;1;2;3\n"
        "1;Vi Thị Ánh;HS4010120878837;01/10/2026;31/12/2026\n"
        "Tổng cộng: 1 người;;;;\n"
    )
    (line,) = found.lines
    assert (line.valid_from, line.valid_to) == (date(2026, 10, 1), END)


def test_numbers_that_lost_their_zeros_in_text() -> None:
    found = text(
        "Họ và tên,Mã số BHXH,CCCD,Hạn thẻ\n"
        "Vi Thị Ánh,120878837,20210000017,31/12/2026\n"
        "Hoàng Gia Bảo,120878838,20210000018,31/12/2026\n"
    )
    assert [line.insurance_number for line in found.lines] == ["0120878837", "0120878838"]
    assert [line.personal_id for line in found.lines] == ["020210000017", "020210000018"]
    assert {(each.kind, each.column, each.count) for each in found.healed} == {
        (Heal.LOST_ZERO, "B", 2),
        (Heal.LOST_ZERO, "C", 2),
    }


@pytest.mark.parametrize(
    ("cells", "column", "code", "value"),
    [
        ("0120878837;31/02/2026", "C", "CARD_LIST_DAY_UNREADABLE", "31/02/2026"),
        ("0120878837;cuối năm", "C", "CARD_LIST_DAY_UNREADABLE", "cuối năm"),
        ("01208788;31/12/2026", "B", "INSURANCE_NUMBER_MALFORMED", "01208788"),
        ("1,20E+09;31/12/2026", "B", "NUMBER_CUT", "1,20E+09"),
        ("#N/A;31/12/2026", "B", "CELL_FORMULA_ERROR", "#N/A"),
    ],
)
def test_what_cannot_be_read_is_named_at_its_cell(
    cells: str, column: str, code: str, value: str
) -> None:
    found = text(
        f"Họ và tên;Mã số BHXH;Hạn thẻ\nLý Chi;0120878838;31/12/2026\nVi Thị Ánh;{cells}\n"
    )
    good, bad = found.lines
    assert (good.problems, good.refused, bad.refused) == ((), False, True)
    (problem,) = bad.problems
    assert (problem.row, problem.column, problem.problem.code) == (3, column, code)
    assert problem.value == value


def test_a_card_that_ends_before_it_begins() -> None:
    found = text("Họ tên;Số thẻ;Từ ngày;Đến ngày\nVi Ánh;HS4010120878837;01/10/2026;30/09/2026\n")
    (line,) = found.lines
    assert [each.problem.code for each in line.problems] == ["CARD_PERIOD_EMPTY"]
    assert line.problems[0].column == "D"


@pytest.mark.parametrize("make", [as_xlsx, as_xls, as_ods, as_csv("utf-8-sig", ",")])
def test_the_same_list_in_every_kind_of_file(make: object) -> None:
    sheets: Sheets = [
        (
            "T10",
            [
                ["DANH SÁCH THẺ BHYT SẮP HẾT HẠN", "", "", ""],
                ["Họ và tên", "Mã số BHXH", "Ngày sinh", "Hạn thẻ"],
                ["Vi Thị Ánh", "0120878837", "15/09/2010", "31/12/2026"],
                ["Lý Chi", "0120878838", "01/02/2010", "31/12/2026"],
            ],
        )
    ]
    assert callable(make)
    found = read(read_bytes(make(sheets), "the" + (".csv" if make not in _BOOKS else ".xlsx")))
    assert [(line.full_name, line.insurance_number, line.valid_to) for line in found.lines] == [
        ("Vi Thị Ánh", "0120878837", END),
        ("Lý Chi", "0120878838", END),
    ]


_BOOKS = (as_xlsx, as_xls, as_ods)


@pytest.mark.parametrize("make", [as_xls, as_ods, as_csv("utf-8-sig", ";"), as_csv("utf-16", "\t")])
def test_a_monthly_list_says_the_same_in_another_format(make: object, tmp_path: Path) -> None:
    file = d09_ts(
        tmp_path / "d09.xlsx",
        ("Đang tham gia", [("Vi Thị Ánh", "2012345678", "15/09/2010", "Hạn thẻ 31/12/2026")]),
        ("Tăng mới", [("Lý Văn Cường", 120878838, date(2010, 3, 2), date(2026, 12, 31))]),
        ("Giảm", [("Đặng Nam", "2012345673", "2010", "Chuyển trường")]),
    )
    source = read_file(file)
    (page,) = source.sheets
    cells = [(page.name, [list(row) for row in page.rows])]
    assert callable(make)
    again = read(read_bytes(make(cells), "d09.csv"))
    told = [(line.row, line.full_name, line.insurance_number) for line in again.lines]
    known = read(source).lines
    assert told == [(line.row, line.full_name, line.insurance_number) for line in known]
    assert [(line.birth_date, line.valid_to, line.stopped) for line in again.lines] == [
        (line.birth_date, line.valid_to, line.stopped) for line in known
    ]


def test_a_file_that_tells_of_no_cards_is_refused() -> None:
    with pytest.raises(BadFile) as refused:
        text("Họ và tên;Lớp;Điện thoại\nVi Thị Ánh;10A1;0912345678\n")
    assert refused.value.code == "CARD_LIST_NO_COLUMNS"
    with pytest.raises(BadFile) as refused:
        text("Họ và tên;Mã số BHXH;Hạn thẻ\n")
    assert refused.value.code == "CARD_LIST_EMPTY"
