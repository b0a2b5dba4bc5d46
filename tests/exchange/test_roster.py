"""Rows of rosters: what is read, healed and reported at its cell."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssdesk.domain import checks
from ssdesk.errors import BadFile
from ssdesk.exchange import roster_cells
from ssdesk.exchange.roster import RosterRead, read_roster
from ssdesk.exchange.roster_layout import propose
from ssdesk.exchange.sheets import Cell, Merge, Sheet, Source, read_pasted

STARTS = date(2026, 9, 1)
HEAD: list[Cell] = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Lớp", "CCCD"]


def read(
    rows: list[list[Cell]], name: str = "", merges: tuple[Merge, ...] = (), class_name: str = ""
) -> RosterRead:
    source = Source("a.xlsx", "", (Sheet(name, rows, merges),))
    found = read_roster(source, propose(source, lambda key: None), STARTS, class_name)
    for item in found.problems:
        assert checks.sentence(item.problem.code, item.problem.params)
    for healed in found.healed:
        assert checks.sentence(healed.problem.code, healed.problem.params)
    return found


def codes(found: RosterRead) -> list[tuple[str, str]]:
    return [(f"{item.column}{item.row}", item.problem.code) for item in found.problems]


def births(*cells: Cell) -> list[str | None]:
    rows: list[list[Cell]] = [HEAD[:3]]
    rows += [[float(at), "Vi Văn An", cell] for at, cell in enumerate(cells, 1)]
    return [row.facts.birth_date.iso() if row.facts.birth_date else None for row in read(rows).rows]


def test_birth_dates_as_people_type_them() -> None:
    assert (
        births(
            date(2010, 9, 5),
            datetime(2010, 9, 5, 0, 0),
            "5/9/2010",
            "05-09-2010",
            " 5.9.2010 ",
            "050910",
            "05092010",
            5092010.0,
            "2010-09-05",
            40426.0,
        )
        == ["2010-09-05"] * 10
    )
    assert births("2010", 2010.0, "9/2010", "00/00/2010") == ["2010", "2010", "2010-09", "2010"]


def test_birth_dates_that_are_none() -> None:
    rows: list[list[Cell]] = [HEAD[:3]]
    rows += [
        [float(n), f"Vi Văn {chr(64 + n)}", cell]
        for n, cell in enumerate(
            ["31/02/2010", "09/25/2010", "mai hỏi", "", "5/9/1910", "#REF!"], 1
        )
    ]
    assert codes(read(rows)) == [
        ("C2", "DATE_IMPOSSIBLE"),
        ("C3", "DATE_MONTH_FIRST"),
        ("C4", "DATE_UNREADABLE"),
        ("C5", "BIRTH_DATE_MISSING"),
        ("C6", "AGE_UNUSUAL"),
        ("C7", "CELL_FORMULA_ERROR"),
    ]


def sexes(heading: str, cells: list[Cell], *, ids: bool = True) -> list[str | None]:
    rows: list[list[Cell]] = [["Họ và tên", "Ngày sinh", heading, "CCCD"]]
    for at, cell in enumerate(cells):
        number = f"0202100000{at:02d}" if at % 2 == 0 else f"0203100000{at:02d}"
        rows.append([f"Vi {chr(65 + at)}", "5/9/2010", cell, number if ids else ""])
    return [row.facts.sex.value if row.facts.sex else None for row in read(rows).rows]


def test_sexes_as_people_mark_them() -> None:
    assert sexes("Giới tính", ["Nam", "Nữ", "nam", "NU", "M", "F"]) == ["M", "F"] * 3
    assert sexes("Nữ", ["", "x", "", "X", "", "1"]) == ["M", "F"] * 3
    assert sexes("Nữ", ["", "x", "Nam", "Nữ", "0", 1.0]) == ["M", "F"] * 3
    assert sexes("Nam", ["x", "", "x", "", "x", ""]) == ["M", "F"] * 3
    assert sexes("Giới tính", ["1", "0"] * 3) == ["M", "F"] * 3, "told by the numbers"
    assert sexes("Giới tính", [0.0, 1.0] * 3) == ["M", "F"] * 3, "the other way round too"
    assert sexes("Giới tính", ["", "x"] * 3) == ["M", "F"] * 3
    assert sexes("Ghi chú", [""] * 4) == ["M", "F"] * 2, "no column: by the number"


def test_sexes_that_are_not_known() -> None:
    assert sexes("Giới tính", ["1", "0", "1", "0"], ids=False) == [None] * 4
    assert sexes("Nữ", [""] * 4, ids=False) == [None] * 4
    rows: list[list[Cell]] = [["Họ và tên", "Giới tính"], ["Vi A", "Nam"], ["Vi B", ""]]
    rows += [["Vi C", "không rõ"]]
    assert codes(read(rows)) == [("B3", "SEX_MISSING"), ("B4", "SEX_UNREADABLE")]
    rows = [["Họ và tên", "Nam", "Nữ"], ["Vi A", "x", ""], ["Vi B", "x", "x"], ["Vi C", "", "?"]]
    assert codes(read(rows)) == [("C3", "SEX_MISSING"), ("C4", "SEX_UNREADABLE")]


def test_numbers_that_lost_their_zeros() -> None:
    rows: list[list[Cell]] = [["Họ và tên", "Ngày sinh", "GT", "CCCD", "SĐT", "Mã BHXH"]]
    rows += [["Vi A", "5/9/2010", "Nam", 20210000011.0, 912345678.0, 120000012.0]]
    rows += [["Vi B", "5/9/2010", "Nam", 1210000012.0, "0912 345 679", "2 012 345 678"]]
    found = read(rows)
    assert codes(found) == []
    facts = [row.facts for row in found.rows]
    assert [item.personal_id for item in facts] == ["020210000011", "001210000012"]
    assert [item.phone for item in facts] == ["0912345678", "0912345679"]
    assert [item.insurance_number for item in facts] == ["0120000012", "2012345678"]
    healed = {item.column: item.count for item in found.healed if item.kind.value == "lost_zero"}
    assert healed == {"D": 2, "E": 1, "F": 1}


def test_one_short_number_among_whole_ones_is_mended_only_when_it_agrees() -> None:
    rows: list[list[Cell]] = [["Họ và tên", "Ngày sinh", "GT", "CCCD"]]
    rows += [[f"Vi {chr(65 + n)}", "5/9/2010", "Nam", f"0202100000{n:02d}"] for n in range(4)]
    rows += [["Vi X", "5/9/2010", "Nam", "20210000077"], ["Vi Y", "5/9/2010", "Nam", "02021000078"]]
    found = read(rows)
    assert found.rows[4].facts.personal_id == "020210000077"
    assert codes(found) == [("D7", "PERSONAL_ID_LOST_ZERO")]


def test_numbers_that_are_none() -> None:
    rows: list[list[Cell]] = [["Họ và tên", "Ngày sinh", "GT", "CCCD", "SĐT", "Mã BHXH"]]
    rows += [
        ["Vi A", "5/9/2010", "Nam", "123456789", "12", "12345"],
        ["Vi B", "5/9/2010", "Nam", "2,02E+11", "", ""],
        ["Vi C", "5/9/2009", "Nam", "020210000013", "", ""],
        ["Vi D", "5/9/2010", "Nữ", "020210000014", "", ""],
        ["Vi E", "5/9/2009", "Nữ", "020210000015", "", ""],
        ["Vi G", "5/9/2010", "Nam", "999210000016", "", ""],
        ["Vi H", "5/9/2010", "Nam", "", "", "020210000017"],
        ["Vi K", "5/9/2010", "Nam", "", "", ""],
        ["Vi I", "5/9/2010", "Nam", "020210000018", "0912345678/0987654321", ""],
    ]
    found = read(rows)
    assert sorted(codes(found), key=lambda item: (item[0][1:], item)) == [
        ("D2", "PERSONAL_ID_OLD_NUMBER"),
        ("E2", "PHONE_MALFORMED"),
        ("F2", "INSURANCE_NUMBER_MALFORMED"),
        ("D3", "NUMBER_CUT"),
        ("D4", "PERSONAL_ID_BIRTH_YEAR"),
        ("C5", "PERSONAL_ID_SEX"),
        ("D6", "PERSONAL_ID_BIRTH_YEAR"),
        ("D6", "PERSONAL_ID_SEX"),
        ("D7", "PERSONAL_ID_PROVINCE"),
        ("D9", "PERSONAL_ID_MISSING"),
    ]
    assert found.rows[6].facts.personal_id == "020210000017"
    assert found.rows[8].facts.phone == "0912345678"


def test_the_card_gives_the_insurance_number() -> None:
    rows: list[list[Cell]] = [["Họ và tên", "Số thẻ BHYT"], ["Vi A", "HS4202012345678"]]
    rows += [["Vi B", "2012345679"], ["Vi C", "HS42020"]]
    found = read(rows)
    numbers = [row.facts.insurance_number for row in found.rows]
    assert numbers == ["2012345678", "2012345679", None]
    assert codes(found) == [("B4", "CARD_NUMBER_MALFORMED")]


def test_titles_totals_signatures_and_repeated_headings_are_no_pupils() -> None:
    rows: list[list[Cell]] = [
        ["TRƯỜNG THPT MẪU", "", "", "", "", ""],
        ["Lớp: 10A1", "", "", "", "", ""],
        HEAD[:4],
        ["(1)", "(2)", "(3)", "(4)"],
        [1.0, "Vi Minh An", "5/9/2010", "Nam"],
        [2.0, "Tống Thị Công", "6/9/2010", "Nữ"],
        ["", "Cộng: 2 học sinh", "", ""],
        ["", "", "", ""],
        ["Lớp: 10A2", "", "", ""],
        HEAD[:4],
        [1.0, "Trương Văn Ký", "7/9/2010", "Nam"],
        [2.0, "", "8/9/2010", "Nam"],
        [3.0, "", "", ""],
        ["Tổng cộng", "", "2", ""],
        ["", "", "Lạng Sơn, ngày 5 tháng 9 năm 2026", ""],
        ["", "Giáo viên chủ nhiệm", "", ""],
        ["", "Lý Văn Thầy", "", ""],
    ]
    found = read(rows)
    assert [(row.row, row.facts.full_name, row.class_name) for row in found.rows] == [
        (5, "Vi Minh An", "10A1"),
        (6, "Tống Thị Công", "10A1"),
        (11, "Trương Văn Ký", "10A2"),
        (12, "", "10A2"),
    ]
    assert codes(found) == [("B12", "NAME_MISSING")]


def test_classes_by_merged_empty_and_spoilt_cells() -> None:
    rows: list[list[Cell]] = [["Lớp", "Họ và tên", "Ngày sinh"]]
    rows += [["10 a1", "Vi A", "1/1/2010"], ["", "Vi B", "2/1/2010"], ["10A2", "Vi C", "3/1/2010"]]
    rows += [["", "Vi D", "4/1/2010"], [date(2026, 2, 6), "Vi E", "5/1/2010"]]
    found = read(rows, merges=(Merge(1, 0, 2, 0),))
    assert [row.class_name for row in found.rows] == ["10A1", "10A1", "10A2", "10A2", ""]
    assert codes(found) == [("A6", "CLASS_IS_DATE")]
    carried = [item for item in found.healed if item.kind.value == "carried_down"]
    assert [(item.row, item.count) for item in carried] == [(5, 1)]


def test_the_class_of_a_sheet_or_of_the_page() -> None:
    rows: list[list[Cell]] = [["Họ và tên", "Ngày sinh"], ["Vi A", "1/1/2010"]]
    assert read(rows, "11B2").rows[0].class_name == "11B2"
    assert read(rows, "11B2", class_name="10A1").rows[0].class_name == "11B2"
    assert read(rows, "Sheet1", class_name="lớp 10a1").rows[0].class_name == "10A1"
    assert [item.kind.value for item in read(rows).healed] == ["no_class"]


def test_the_same_pupil_twice_and_one_number_for_two() -> None:
    rows: list[list[Cell]] = [["Họ và tên", "Ngày sinh", "CCCD", "Mã BHXH"]]
    rows += [
        ["Vi Minh An", "1/1/2010", "020210000011", "2012345671"],
        ["vi minh an", "1/1/2010", "020210000011", ""],
        ["Lý Thị Hoà", "2/1/2010", "", ""],
        ["Lý Thị Hoà", "2/1/2010", "", ""],
        ["Hà Văn Tú", "3/1/2010", "020210000012", "2012345671"],
        ["Đỗ Văn Tú", "4/1/2010", "020210000012", ""],
        ["Nguyễn Thị Hà", "5/1/2010", "020310000013", ""],
        ["Nguyễn Thị Hà", "5/1/2010", "020310000014", ""],
    ]
    found = [item for item in codes(read(rows, "10A1")) if "TWICE" in item[1]]
    assert found == [
        ("C3", "SAME_PUPIL_TWICE"),
        ("A5", "SAME_PUPIL_TWICE"),
        ("D6", "SAME_NUMBER_TWICE"),
        ("C7", "SAME_NUMBER_TWICE"),
    ]


def test_stray_spaces_look_alikes_and_long_texts() -> None:
    rows: list[list[Cell]] = [["Họ và tên", "Ngày sinh", "Ghi chú"]]
    rows += [["  Ðinh\u00a0 Thị\u200b Hoa ", " 1/1/2010", "x" * 501]]
    rows += [["A" * 130, "2/1/2010", ""]]
    found = read(rows)
    assert found.rows[0].facts.full_name == "Đinh Thị Hoa"
    assert codes(found) == [("C2", "TEXT_TOO_LONG"), ("A3", "TEXT_TOO_LONG")]
    assert found.healed[0].kind.value == "lookalike"


def test_names_of_all_peoples_are_no_old_font() -> None:
    names = ["H'Hen Niê", "Y Khŏt Mlô", "Čư M'gar", "Thạch Sô Phia", "Ksơr H'Ñul", "A Ơ"]
    rows: list[list[Cell]] = [["Họ và tên", "Ngày sinh"]]
    rows += [[name, f"{n}/1/2010"] for n, name in enumerate(names, 1)]
    assert codes(read(rows)) == []


def test_old_fonts_of_both_kinds() -> None:
    rows: list[list[Cell]] = [["Họ và tên", "Ngày sinh"], ["NguyÔn V¨n B¶o", "1/1/2010"]]
    rows += [["Nguyeãn Vaên Baûo", "2/1/2010"], ["TrÇn ThÞ Lan", "3/1/2010"]]
    assert codes(read(rows)) == [("A2", "OLD_FONT")]


def test_shuffled_columns_give_the_same_pupils() -> None:
    cells: list[list[Cell]] = [
        HEAD,
        [1.0, "Vi Minh An", "5/9/2010", "Nam", "10A1", "020210000011"],
        [2.0, "Lý Thị Na", "6/9/2010", "Nữ", "10A2", "020310000012"],
    ]
    expected = [(row.facts, row.class_name) for row in read(cells).rows]
    for turn in range(1, 6):
        turned = [row[turn:] + row[:turn] for row in cells]
        assert [(row.facts, row.class_name) for row in read(turned).rows] == expected


def test_a_source_without_names_or_pupils() -> None:
    with pytest.raises(BadFile, match="FILE_NOT_A_ROSTER"):
        read([["a", "b"], ["1", "2"]])
    with pytest.raises(BadFile, match="FILE_NO_PUPILS"):
        read([HEAD, ["", "Tổng cộng", "", "", "", ""]])


CELLS = st.one_of(
    st.text(max_size=12),
    st.floats(allow_nan=True),
    st.booleans(),
    st.dates(),
    st.sampled_from(["Nữ", "x", "Tổng cộng", "10A1", "Lớp 6/2", "#REF!", "2010", "(1)", ""]),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=8), max_size=8), st.booleans())
def test_any_cells_are_read_or_refused(rows: list[list[Cell]], headed: bool) -> None:
    try:
        read([HEAD, *rows] if headed else rows)
    except BadFile:
        return


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_pasted_text_is_read_or_refused(text: str) -> None:
    try:
        source = read_pasted(text)
        read_roster(source, propose(source, lambda key: None), STARTS)
    except BadFile:
        return


def test_birth_dates_in_three_columns_and_one_for_each_sex() -> None:
    rows: list[list[Cell]] = [
        ["Họ tên", "Ngày tháng năm sinh", "", ""],
        ["", "Ngày", "Tháng", "Năm"],
        ["Vi A", 5.0, 9.0, 2010.0],
        ["Vi B", "", "9", "2010"],
        ["Vi C", "", "", "2010"],
        ["Vi D", "31", "2", "2010"],
        ["Vi E", "31", "2", ""],
        ["Vi G", "", "", ""],
    ]
    found = read(rows, "10A1")
    assert [row.facts.birth_date and row.facts.birth_date.iso() for row in found.rows] == [
        "2010-09-05",
        "2010-09",
        "2010",
        None,
        None,
    ]
    assert codes(found) == [("B6", "DATE_IMPOSSIBLE"), ("B7", "DATE_UNREADABLE")]
    rows = [
        ["STT", "Họ tên", "Năm sinh", ""],
        ["", "", "Nam", "Nữ"],
        [1.0, "Vi A", 2010.0, ""],
        [2.0, "Vi B", "", "5/9/2010"],
        [3.0, "Vi C", "", ""],
    ]
    found = read(rows, "10A1", merges=(Merge(0, 2, 0, 3),))
    assert [(row.facts.sex and row.facts.sex.value) for row in found.rows] == ["M", "F", None]
    assert codes(found) == [("D5", "BIRTH_DATE_MISSING")]


def test_family_and_given_names_in_two_columns() -> None:
    rows: list[list[Cell]] = [["STT", "Họ đệm", "Tên", "Ngày sinh"]]
    rows += [[1.0, "Nguyễn Văn ", "An", "1/1/2010"], [2.0, "", "Bình", "2/1/2010"]]
    rows += [[3.0, "", "", "3/1/2010"], [4.0, "TrÇn ThÞ", "Lan", "4/1/2010"]]
    found = read(rows, "10A1")
    assert [row.facts.full_name for row in found.rows][:3] == ["Nguyễn Văn An", "Bình", ""]
    assert codes(found) == [("B4", "NAME_MISSING"), ("B5", "OLD_FONT")]


def test_a_cross_alone_marks_the_girls() -> None:
    assert sexes("Giới tính", ["", "x"] * 3, ids=False) == ["M", "F"] * 3


def test_merged_ranges_beyond_the_sheet_do_no_harm() -> None:
    rows: list[list[Cell]] = [["Lớp", "Họ và tên", "Ngày sinh"], ["10A1", "Vi A", "1/1/2010"]]
    merges = (Merge(50, 0, 90, 0), Merge(1, 0, 1_048_575, 0), Merge(0, 90, 0, 95))
    assert read(rows, merges=merges).rows[0].class_name == "10A1"


def test_what_is_remembered_of_words_stays_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roster_cells, "_REMEMBERED_WORDS", 3)
    names = [f"Vi Đức {letter}" for letter in "ABCDEGHIK"]
    rows: list[list[Cell]] = [["Họ và tên", "Ngày sinh"]]
    rows += [[name, f"{n}/1/2010"] for n, name in enumerate(names, 1)]
    assert [row.facts.full_name for row in read(rows, "10A1").rows] == names


def test_headings_end_where_the_data_begin() -> None:
    found = read(
        [["Họ và tên", "Ngày sinh", "Lớp"], ["Vi A", "", "10A1"], ["Vi B", "1/1/2010", "10A1"]]
    )
    assert [row.facts.full_name for row in found.rows] == ["Vi A", "Vi B"]
    found = read([["Họ và tên", "Ngày sinh"], ["", "Toàn trường"], ["Vi B", "1/1/2010"]], "10A1")
    assert [row.facts.full_name for row in found.rows] == ["Vi B"]
    found = read([["Tên", "Ngày sinh"], ["An", "1/1/2010"]], "10A1")
    assert [row.facts.full_name for row in found.rows] == ["An"]
    found = read([["Họ và tên", "Tên", "Ngày sinh"], ["Vi Văn", "An", "1/1/2010"]], "10A1")
    assert [row.facts.full_name for row in found.rows] == ["Vi Văn An"]
    found = read([["Họ và tên", "BHYT"], ["Vi An", "HS4202012345678"]], "10A1")
    assert [row.facts.insurance_number for row in found.rows] == ["2012345678"]
