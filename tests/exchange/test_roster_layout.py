"""Headings as schools write them, and columns without any."""

from __future__ import annotations

import pytest

from ssdesk.exchange.columns import Field, field_of
from ssdesk.exchange.roster_headings import Evidence
from ssdesk.exchange.roster_layout import (
    Layout,
    class_of_sheet_name,
    class_of_text,
    propose,
    to_text,
)
from ssdesk.exchange.sheets import Cell, Merge, Sheet, Source


def layout_of(
    rows: list[list[Cell]], name: str = "", merges: tuple[Merge, ...] = ()
) -> Layout | None:
    source = Source("a.xlsx", "", (Sheet(name, rows, merges),))
    found = propose(source, lambda key: None).layouts
    return found[0] if found else None


def fields(layout: Layout | None) -> dict[str, str]:
    assert layout is not None
    return {
        column.letter: column.field.value
        for column in layout.columns
        if column.field is not Field.IGNORED
    }


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("STT", Field.ORDER),
        ("Số TT", Field.ORDER),
        ("Họ và tên", Field.FULL_NAME),
        ("HỌ VÀ TÊN HỌC SINH", Field.FULL_NAME),
        ("Ho ten hoc sinh", Field.FULL_NAME),
        ("Họ, chữ đệm và tên", Field.FULL_NAME),
        ("Họ và tên đệm", Field.FAMILY_NAME),
        ("Họ đệm", Field.FAMILY_NAME),
        ("Tên", Field.GIVEN_NAME),
        ("Ngày, tháng, năm sinh", Field.BIRTH_DATE),
        ("Ngày sinh (dd/mm/yyyy)", Field.BIRTH_DATE),
        ("Năm sinh", Field.BIRTH_DATE),
        ("Nơi sinh", Field.IGNORED),
        ("Giới tính", Field.SEX),
        ("GT", Field.SEX),
        ("Phái", Field.SEX),
        ("Nam/Nữ", Field.SEX),
        ("Nữ", Field.FEMALE_MARK),
        ("Nữ (đánh dấu x)", Field.FEMALE_MARK),
        ("Lớp", Field.SCHOOL_CLASS),
        ("Tên lớp", Field.SCHOOL_CLASS),
        ("Khối", Field.IGNORED),
        ("CCCD", Field.PERSONAL_ID),
        ("Số CCCD/ĐDCN", Field.PERSONAL_ID),
        ("Số định danh cá nhân", Field.PERSONAL_ID),
        ("Mã định danh cá nhân", Field.PERSONAL_ID),
        ("Mã định danh Bộ GD&ĐT", Field.STUDENT_CODE),
        ("Mã học sinh", Field.STUDENT_CODE),
        ("Mã HS", Field.STUDENT_CODE),
        ("Mã số BHXH", Field.INSURANCE_NUMBER),
        ("Ma BHXH", Field.INSURANCE_NUMBER),
        ("Mã số BHYT", Field.INSURANCE_NUMBER),
        ("Số thẻ BHYT", Field.CARD_NUMBER),
        ("Nơi đăng ký KCB ban đầu", Field.REGISTERED_HOSPITAL),
        ("Điện thoại phụ huynh", Field.PHONE),
        ("SĐT", Field.PHONE),
        ("Họ tên cha", Field.PARENT_NAME),
        ("Họ tên mẹ", Field.PARENT_NAME),
        ("CCCD cha", Field.IGNORED),
        ("Năm sinh mẹ", Field.IGNORED),
        ("Nghề nghiệp bố", Field.IGNORED),
        ("Chỗ ở hiện nay", Field.ADDRESS),
        ("Hộ khẩu thường trú", Field.ADDRESS),
        ("Dân tộc", Field.ETHNICITY),
        ("Ghi chú", Field.NOTE),
        ("Số tiền BHYT", Field.IGNORED),
        ("Vi Minh An", None),
        ("", None),
    ],
)
def test_headings_in_their_spellings(heading: str, field: Field | None) -> None:
    assert field_of(heading) is field
    assert field_of(heading.upper()) is field


def test_three_columns_of_a_birth_date_below_one_heading() -> None:
    layout = layout_of(
        [
            ["TT", "Họ tên", "", "Ngày tháng năm sinh", "", "", "Giới tính", ""],
            ["", "Họ đệm", "Tên", "Ngày", "Tháng", "Năm", "Nam", "Nữ"],
            ["A", "B", "C", "1", "2", "3", "4", "5"],
            [1.0, "Vi Minh", "An", 5.0, 9.0, 2010.0, "x", ""],
        ],
        merges=(Merge(0, 0, 1, 0), Merge(0, 1, 0, 2), Merge(0, 3, 0, 5), Merge(0, 6, 0, 7)),
    )
    assert fields(layout) == {
        "A": "order",
        "B": "family_name",
        "C": "given_name",
        "D": "birth_day",
        "E": "birth_month",
        "F": "birth_year",
        "G": "male_mark",
        "H": "female_mark",
    }
    assert layout is not None
    assert layout.first_row == 3


def test_the_same_without_merged_cells() -> None:
    layout = layout_of(
        [
            ["TT", "Họ tên", "", "Năm sinh", "", "Lớp"],
            ["", "Họ đệm", "Tên", "Nam", "Nữ", ""],
            [1.0, "Vi Minh", "An", "2010", "", "10A1"],
        ]
    )
    assert fields(layout) == {
        "A": "order",
        "B": "family_name",
        "C": "given_name",
        "D": "birth_if_male",
        "E": "birth_if_female",
        "F": "school_class",
    }


def test_one_heading_over_family_and_given_names() -> None:
    rows: list[list[Cell]] = [["STT", "Họ và tên", "", "Ngày sinh"]]
    rows += [[float(n), "Nguyễn Văn", "An", f"{n}/9/2010"] for n in range(1, 9)]
    found = fields(layout_of(rows))
    assert (found["B"], found["C"]) == ("family_name", "given_name")


def test_a_second_column_of_a_kind_is_left_alone() -> None:
    rows: list[list[Cell]] = [["Họ và tên", "SĐT cha", "SĐT mẹ", "Họ tên cha", "Họ tên mẹ"]]
    rows += [["Vi An", "0912345678", "0912345679", "Vi Ba", "Vi Na"]]
    assert fields(layout_of(rows)) == {"A": "full_name", "B": "phone", "D": "parent_name"}


def test_an_identity_number_of_the_ministry_is_no_personal_id() -> None:
    rows: list[list[Cell]] = [["Họ và tên", "Mã định danh"], ["Vi An", "2013562206"]]
    assert fields(layout_of(rows))["B"] == "student_code"
    rows = [["Họ và tên", "Mã định danh"], ["Vi An", "020211141134"]]
    assert fields(layout_of(rows))["B"] == "personal_id"
    rows = [["Họ và tên", "Mã số BHXH/Số ĐDCN"], ["Vi An", "020211141134"]]
    assert fields(layout_of(rows))["B"] == "personal_id"
    rows = [["Họ và tên", "Mã số BHXH/Số ĐDCN"], ["Vi An", "2013562206"]]
    assert fields(layout_of(rows))["B"] == "insurance_number"


def test_a_ten_digit_column_without_heading_is_never_an_insurance_number() -> None:
    rows: list[list[Cell]] = [
        [float(n), f"Vi Văn {letter}", f"{n}/9/2010", "Nam", f"20135622{n:02d}", "10A1"]
        for n, letter in enumerate("ABCDEFGH", 1)
    ]
    layout = layout_of(rows)
    found = fields(layout)
    assert found == {
        "A": "order",
        "B": "full_name",
        "C": "birth_date",
        "D": "sex",
        "F": "school_class",
    }
    assert layout is not None
    assert layout.columns[1].evidence is Evidence.CONTENT
    assert layout.columns[1].samples[0] == "Vi Văn A"


def test_addresses_in_parts_are_joined_and_whole_ones_are_not() -> None:
    rows: list[list[Cell]] = [
        ["Họ và tên", "Thôn", "Xã", "Tỉnh"],
        ["Vi An", "Nà Pàn", "Tân Mỹ", "Lạng Sơn"],
    ]
    layout = layout_of(rows)
    assert layout is not None
    assert [column.part for column in layout.columns] == [False, True, True, True]
    rows = [["Họ và tên", "Thường trú", "Chỗ ở hiện nay"], ["Vi An", "Nà Pàn", "Đông Kinh"]]
    assert fields(layout_of(rows)) == {"A": "full_name", "B": "address"}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("DANH SÁCH HỌC SINH LỚP 10A1 NĂM HỌC 2026-2027", "10A1"),
        ("Lớp: 6/2", "6/2"),
        ("Danh sách lớp 9.3", "9.3"),
        ("LỚP 10 A 1", "10A1"),
        ("DS LOP 12 NAM HOC 2026", "12"),
        ("DANH SÁCH HỌC SINH KHỐI 10", ""),
        ("DANH SÁCH HỌC SINH LỚP 10", "10"),
    ],
)
def test_the_class_in_a_title(title: str, name: str) -> None:
    assert class_of_text(title) == name


@pytest.mark.parametrize(
    ("sheet", "name"),
    [("10A1", "10A1"), ("Lớp 6b", "6B"), ("lop 9/2", "9/2"), ("Sheet1", ""), ("10 A1", "10A1")],
)
def test_the_class_in_a_sheet_name(sheet: str, name: str) -> None:
    assert class_of_sheet_name(sheet) == name


def test_sheets_that_are_no_rosters_are_named() -> None:
    source = Source(
        "a.xlsx",
        "",
        (
            Sheet("Tổng hợp", [["Lớp", "Sĩ số"], ["10A1", 42.0]]),
            Sheet("trống", []),
            Sheet("10A1", [["Họ và tên", "Ngày sinh"], ["Vi An", "1/1/2010"]]),
        ),
    )
    mapping = propose(source, lambda key: None)
    assert mapping.unread == ("Tổng hợp",)
    assert [layout.class_name for layout in mapping.layouts] == ["10A1"]


def test_a_choice_is_written_and_recalled() -> None:
    rows: list[list[Cell]] = [["Họ và tên", "Ngày sinh", "Mã"], ["Vi An", "1/1/2010", "10A1"]]
    source = Source("a.xlsx", "", (Sheet("", rows),))
    mapping = propose(source, lambda key: None)
    signature = mapping.layouts[0].signature
    chosen = mapping.with_field(signature, 2, Field.BIRTH_DATE)
    assert [column.field for column in chosen.layouts[0].columns] == [
        Field.FULL_NAME,
        Field.IGNORED,
        Field.BIRTH_DATE,
    ]
    kept = {signature: to_text(chosen.layouts[0])}
    again = propose(source, kept.get).layouts[0]
    assert again.columns[2].field is Field.BIRTH_DATE
    assert again.columns[2].evidence is Evidence.REMEMBERED
    for spoilt in ("{", '{"x":"y"}', '{"2":"nonsense"}'):
        assert propose(source, lambda key, text=spoilt: text) == mapping


VENDOR = (
    "STT HoTen MasoBHXH MaPhongBan Loai PA TyleNSDP NgayBienLai SoBienLai NguoiThamGiaThu Tiendong "
    "TuNgay NgayChet Diachi_DangSS Sothang Ghichu NgaySinh GioiTinh TenTinhBenhVien MaTinhBenhVien "
    "TenBenhVien MaBenhVien MavungSS CMND TenDanToc DanToc Diachi_NN Ten_ChaMe_Giamho "
    "Dienthoai_LH Email_LH SoCCCD MaNhanvienThu"
)
OFFICE = (
    "STT SOBHXH SOKCB HOTEN NGAYSINH NAMSINH GIOITINH NOIKHAI TINH_NK SOCMND NGAYCMND NOICAP "
    "DANTOC QUOCTICH DIACHI MAPB MADT TUNGAY SOTHANG TYLE PA MA_TINH MA_BV SOBL NGAYBL SDT"
)


def named(names: str) -> dict[str, str]:
    heads = names.split()
    layout = layout_of([list(heads), [""] * len(heads)], "import")
    assert layout is not None
    return {
        column.heading: column.field.value
        for column in layout.columns
        if column.field not in {Field.IGNORED, Field.ORDER}
    }


def test_sheets_by_field_names() -> None:
    assert named(VENDOR) == {
        "HoTen": "full_name",
        "MasoBHXH": "insurance_number",
        "MaPhongBan": "school_class",
        "Ghichu": "note",
        "NgaySinh": "birth_date",
        "GioiTinh": "sex",
        "MaBenhVien": "registered_hospital",
        "CMND": "personal_id",
        "TenDanToc": "ethnicity",
        "Diachi_NN": "address",
        "Ten_ChaMe_Giamho": "parent_name",
        "Dienthoai_LH": "phone",
    }
    assert named(OFFICE) == {
        "SOBHXH": "insurance_number",
        "SOKCB": "registered_hospital",
        "HOTEN": "full_name",
        "NGAYSINH": "birth_date",
        "GIOITINH": "sex",
        "SOCMND": "personal_id",
        "DANTOC": "ethnicity",
        "DIACHI": "address",
        "MAPB": "school_class",
        "SDT": "phone",
    }
    household = Sheet(
        "phu_luc_tk1", [["STT_D02", "HOTEN_CHUHO", "HOTEN_THANHVIEN"], ["1", "a", "b"]]
    )
    people = Sheet("import", [["HOTEN", "NGAYSINH"], ["Vi An", "1/1/2010"]])
    mapping = propose(Source("a.xlsx", "", (people, household)), lambda key: None)
    assert mapping.unread == ("phu_luc_tk1",)


def test_the_fuller_of_two_columns_of_a_kind_is_taken() -> None:
    rows: list[list[Cell]] = [["HoTen", "CMND", "SoCCCD"], ["Vi An", "", "020211141134"]]
    assert fields(layout_of(rows)) == {"A": "full_name", "C": "personal_id"}
