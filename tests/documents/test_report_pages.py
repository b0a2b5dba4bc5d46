"""Reports and papers on A4, read back from the PDF."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date, datetime

import pytest
from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ssdesk.documents.report_pages import report_pages
from ssdesk.domain.figures import (
    Bar,
    BarChart,
    ColumnChart,
    Fact,
    FigureColumn,
    FigureKind,
    FigureRow,
    FigureTable,
    Report,
    RingChart,
    RowKind,
    Series,
    SumCheck,
    SumPart,
    Tone,
)
from ssdesk.domain.heading import Heading, Signer
from tests.printed import pages, untidy, words

NAMES = ("Nguyễn Thị Ỷ", "Đặng Hoàng Phương Uyên", "Tạ Quỳnh Ngữ", "Ẩn Ỡm", "Vi Thuỳ Đường")
HEADING = Heading(
    issuer="Trường THPT Chu Văn An",
    day=date(2026, 2, 5),
    signers=(
        Signer("NGƯỜI GIAO TIỀN", "(Ký, ghi rõ họ tên)", "Lê Thị Nhài"),
        Signer("NGƯỜI NHẬN TIỀN", "(Ký, ghi rõ họ tên)", "Đỗ Thủ Quỹ"),
    ),
    place="Đông Kinh",
)
COLUMNS = (
    FigureColumn("STT", FigureKind.INT, 6),
    FigureColumn("Họ và tên", FigureKind.TEXT, 34),
    FigureColumn("Ngày thu", FigureKind.DATE, 16),
    FigureColumn("Số tiền (đồng)", FigureKind.DONG, 20),
)


def _table(rows: int, **more: object) -> FigureTable:
    lines = tuple(
        FigureRow((place, f"{NAMES[place % 5]} {place}", date(2026, 9, 5), 683_100))
        for place in range(1, rows + 1)
    )
    table = FigureTable("", COLUMNS, lines, (None, "Cộng", None, 683_100 * rows))
    return replace(table, **more)  # type: ignore[arg-type]


def _report(*tables: FigureTable, **more: object) -> Report:
    moment = datetime(2026, 9, 5, 7, 30)
    report = Report("slip", "Phiếu giao nhận tiền", "Lớp 10A1 · số 003", moment, tables)
    return replace(report, **more)  # type: ignore[arg-type]


def _names_on(page: str) -> int:
    return sum(page.count(name) for name in NAMES)


def test_the_head_follows_the_rules_of_office_papers() -> None:
    said = pages(report_pages(_report(_table(3)), HEADING))[0]
    for part in (
        "TRƯỜNG THPT CHU VĂN AN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
        "Đông Kinh, ngày 05 tháng 02 năm 2026",
        "PHIẾU GIAO NHẬN TIỀN",
        "Lớp 10A1 · số 003",
        "Số liệu đến 07:30 ngày 05/09/2026",
    ):
        assert part in said
    assert not re.match(r"1\b", said)


def test_a_paper_of_one_act_says_its_day_and_no_hour() -> None:
    heading = replace(HEADING, as_of=False, place="", above="Sở Giáo dục và Đào tạo")
    said = words(report_pages(_report(_table(3)), heading))
    assert "07:30" not in said
    assert "Ngày 05 tháng 02 năm 2026" in said
    assert "SỞ GIÁO DỤC VÀ ĐÀO TẠO TRƯỜNG THPT" in said


@pytest.mark.parametrize("closing", [(), ("Bằng chữ: Một triệu đồng./.",) * 3])
def test_signatures_never_stand_without_the_last_rows(closing: tuple[str, ...]) -> None:
    for rows in (*range(1, 5), *range(18, 34), 56, 57, 58):
        found = pages(report_pages(_report(_table(rows), closing=closing), HEADING))
        assert sum(map(_names_on, found)) == rows
        signed = [page for page in found if "NGƯỜI NHẬN TIỀN" in page]
        assert signed == [found[-1]]
        assert _names_on(found[-1]) >= min(rows, 2), rows
        assert "Cộng" in found[-1]
        assert all(text in found[-1] for text in closing)
        numbers = [page.split()[0] for page in found[1:]]
        assert numbers == [str(number) for number in range(2, len(found) + 1)]


def test_every_page_repeats_the_columns_and_the_warning() -> None:
    heading = replace(HEADING, warning="Trường trình diễn")
    found = pages(report_pages(_report(_table(90)), heading))
    assert len(found) == 3
    for page in found:
        assert "STT Họ và tên Ngày thu Số tiền (đồng)" in page
        assert "Trường trình diễn" in page


def test_nothing_is_clipped_by_long_words_and_great_sums() -> None:
    columns = tuple(replace(column, width=1) for column in COLUMNS)
    lines = (
        FigureRow((1_024, "Hoàng Nguyễn Phương Bảo Quỳnh " * 3, date(2026, 9, 5), 9_999_999_999)),
        FigureRow((1_025, "x" * 120, None, None)),
    )
    totals = (None, "Cộng cả trường trong năm học", None, 99_999_999_999)
    table = FigureTable("Bảng", columns, lines, totals, notes=("Ghi chú dài " * 30,))
    signers = tuple(
        Signer(title, "(Ký, ghi rõ họ tên, đóng dấu)", "Nguyễn Hoàng Phương Bảo Uyên")
        for title in ("NGƯỜI LẬP", "THỦ QUỸ", "THỦ TRƯỞNG ĐƠN VỊ")
    )
    heading = replace(HEADING, issuer="Trường Trung học phổ thông " * 3, signers=signers)
    facts = (Fact("Đơn vị nhận", "Bảo hiểm xã hội tỉnh " * 8), Fact("Số tài khoản", "12345"))
    pdf = report_pages(_report(table, facts=facts), heading)
    said = words(pdf)
    for part in ("9.999.999.999", "99.999.999.999", "1.024", "Cộng cả trường trong năm học"):
        assert part in said
    assert untidy(pdf) == []


def test_sums_stay_on_one_line_where_columns_are_too_many() -> None:
    money = tuple(FigureColumn(f"Khoản {place}", FigureKind.DONG, 8) for place in range(5))
    texts = (FigureColumn("Họvàtênhọcsinh", FigureKind.TEXT, 20), FigureColumn("Kýghirõhọtên"))
    row = FigureRow(("Hoàngphuquỳnh", "Nhàtrường", *(29_373_300,) * 5))
    totals = (None, None, *(1_029_373_300,) * 5)
    pdf = report_pages(_report(FigureTable("", (*texts, *money), (row,), totals)), HEADING)
    assert words(pdf).count("1.029.373.300") == 5
    assert words(pdf).count(" 29.373.300") == 5


def test_more_columns_than_the_paper_can_hold_are_still_drawn() -> None:
    columns = tuple(FigureColumn("Cột" + "x" * 20, FigureKind.DONG) for _ in range(12))
    table = FigureTable("", columns, (FigureRow((1,) * 12),))
    assert "Cộtx" in words(report_pages(_report(table), HEADING))


def _by_class(rows: tuple[int, ...], *, new_page: bool = False) -> FigureTable:
    lines: list[FigureRow] = []
    for number, count in enumerate(rows):
        lines.append(FigureRow((f"Lớp {number}A",), RowKind.GROUP, new_page and number > 0))
        lines += _table(count).rows
        lines.append(FigureRow((None, f"Cộng {number}A", None, count), RowKind.SUBTOTAL))
    return FigureTable("Theo lớp", COLUMNS, tuple(lines), (None, "Cả trường", None, sum(rows)))


def test_headings_stay_with_their_rows_and_sums_with_what_they_add_up() -> None:
    for first in range(20, 32):
        found = pages(report_pages(_report(_by_class((first, 6, 4))), HEADING))
        for page in found:
            lines = re.findall(r"Lớp \dA|Cộng \dA|05/09/2026|Cả trường", page)
            assert lines[0] in ("05/09/2026", "Lớp 0A", "Lớp 1A", "Lớp 2A"), first
            assert not lines[-1].startswith("Lớp"), first


def test_a_class_may_begin_a_page_of_its_own() -> None:
    found = pages(report_pages(_report(_by_class((2, 1, 3), new_page=True)), HEADING))
    assert [re.findall(r"Lớp \dA(?= \d)", page) for page in found] == [
        ["Lớp 0A"],
        ["Lớp 1A"],
        ["Lớp 2A"],
    ]


def test_a_full_class_has_a_page_of_its_own_in_smaller_letters() -> None:
    found = pages(report_pages(_report(_by_class((38, 43, 40, 34), new_page=True)), HEADING))
    assert len(found) == 4
    assert all(f"Cộng {place}A" in page for place, page in enumerate(found))


def test_a_short_table_is_never_parted() -> None:
    for rows in range(8, 30, 2):
        first = _table(rows, title="Thứ nhất", totals=())
        second = _table(8, title="Thứ hai", notes=("Ghi chú.",))
        found = pages(report_pages(_report(first, second), HEADING))
        with_title = [page for page in found if "Thứ hai" in page]
        assert "Cộng" in with_title[0], rows
        assert "Ghi chú." in with_title[0], rows


def test_an_empty_table_says_why() -> None:
    table = _table(0, totals=(), empty="Không còn em nào.", title="Còn nợ")
    pdf = report_pages(_report(table), HEADING)
    said = words(pdf)
    assert "Còn nợ Không còn em nào." in said
    assert "STT" not in said
    assert "NGƯỜI GIAO TIỀN" in said


def test_sums_say_whether_they_hold_and_by_how_much_they_differ() -> None:
    sums = (
        SumCheck("Sĩ số", 1_024, (SumPart("Đã có thẻ", 125), SumPart("Tại trường", 899)), "em"),
        SumCheck("Tiền", 10, (SumPart("Thu", 12), SumPart("Trả", -5)), "đồng", "Xem lại sổ."),
    )
    said = words(report_pages(_report(_table(2), sums=sums), HEADING))
    assert "Sĩ số: 1.024 em = đã có thẻ 125 + tại trường 899; khớp." in said
    assert "Tiền: 10 đồng = thu 12 − trả 5; chênh 3 đồng. Xem lại sổ." in said


SERIES = (Series("Đã đóng", Tone.DONE), Series("Chưa", Tone.ACT))


def test_bars_of_many_classes_go_on_on_the_next_page() -> None:
    bars = tuple(Bar(f"Lớp-{n}", (40, n % 3), "95,2%", "còn 1 em") for n in range(1, 121))
    chart = BarChart("Tham gia theo lớp", SERIES, bars)
    pdf = report_pages(_report(_table(10), charts=(chart,)), HEADING)
    found = pages(pdf)
    assert all(f"Lớp-{n} " in " ".join(found) for n in range(1, 121))
    assert sum("Tham gia theo lớp" in page for page in found) == len(found) - 1
    assert "NGƯỜI NHẬN TIỀN" in found[-1]
    assert "Lớp-120" in found[-1]
    assert untidy(pdf) == []


def test_a_report_with_sums_opens_with_its_chart() -> None:
    ring = RingChart("Vòng tròn", SERIES, (842, 0), "94,4%", "967 / 1.024 em")
    columns = ColumnChart(
        "Cột", SERIES, (Bar("05/09", (683_100, 0)), Bar("06/09", (0, 900_000))), "triệu đồng"
    )
    check = SumCheck("Sĩ số", 2, (SumPart("Có", 2),), "em")
    said = words(report_pages(_report(_table(2), charts=(ring, columns), sums=(check,)), HEADING))
    order = ["Sĩ số: 2", "Vòng tròn", "94,4%", "Cột", "triệu đồng", "Họ và tên", "NGƯỜI GIAO"]
    assert sorted(order, key=said.index) == order


def test_a_summary_has_one_page_unless_nobody_could_read_it() -> None:
    ring = RingChart("Vòng tròn", SERIES, (842, 54), "94,4%", "967 / 1.024 em")
    check = SumCheck("Sĩ số", 2, (SumPart("Có", 2),), "em")
    parts = {"charts": (ring,), "sums": (check,) * 8}
    assert len(pages(report_pages(_report(_table(5), **parts), HEADING))) == 2
    small = report_pages(_report(_table(5), **parts, one_page=True), HEADING)
    assert len(pages(small)) == 1
    assert untidy(small) == []
    long = _report(_table(40), **parts)
    assert report_pages(replace(long, one_page=True), HEADING) == report_pages(long, HEADING)


def test_the_days_of_a_term_are_labelled_so_far_apart_that_no_label_touches_another() -> None:
    days = tuple(Bar(f"{n % 28 + 1:02d}/09", (n * 900_000, 400_000)) for n in range(70))
    chart = ColumnChart("Cột", SERIES, days, "triệu đồng")
    pdf = report_pages(_report(_table(2), charts=(chart,)), HEADING)
    assert untidy(pdf) == []
    assert 10 < words(pdf).count("/09 ") < 70


def test_the_name_of_a_sum_runs_over_empty_cells_and_shares_have_a_comma() -> None:
    columns = (
        FigureColumn("Lớp", FigureKind.TEXT, 5),
        FigureColumn("Giáo viên chủ nhiệm", FigureKind.TEXT, 60),
        FigureColumn("Tỷ lệ", FigureKind.PER_MILLE, 10),
    )
    rows = (
        FigureRow(("10A1", "Đinh Quang Hiếu", 953)),
        FigureRow(("Cộng cả khối 10", None, 953), RowKind.SUBTOTAL),
        FigureRow(("Cộng cả khối 11", "có tên", 953), RowKind.SUBTOTAL),
    )
    pdf = report_pages(_report(FigureTable("", columns, rows)), HEADING)
    said = words(pdf)
    assert "Cộng cả khối 10 95,3%" in said
    assert said.count("95,3%") == 3
    assert untidy(pdf) == []


def test_tone_marks_come_back_as_they_went_in_and_every_font_is_embedded() -> None:
    ring = RingChart("Vòng tròn", SERIES, (1, 1), "50%", "1 / 2 em")
    pdf = report_pages(_report(_table(10), charts=(ring,), facts=(Fact("Người", "Ỡm Ờ"),)), HEADING)
    said = words(pdf)
    assert all(name in said for name in (*NAMES, "Ỡm Ờ"))
    fonts = [
        font.get_object()
        for page in PdfReader(io.BytesIO(pdf)).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    ]
    assert fonts
    assert all("+" in str(font["/BaseFont"]) for font in fonts)
    assert pdf == report_pages(
        _report(_table(10), charts=(ring,), facts=(Fact("Người", "Ỡm Ờ"),)), HEADING
    )


def test_an_unsigned_english_report() -> None:
    said = words(report_pages(_report(_table(2)), replace(HEADING, signers=()), "en"))
    assert "SOCIALIST REPUBLIC OF VIET NAM Independence - Freedom - Happiness" in said
    assert "Đông Kinh, 05/02/2026" in said
    assert "Figures of 07:30" in said


def test_the_reader_of_these_tests_sees_what_is_clipped_or_overprinted() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.drawString(100, 700, "one")
    canvas.drawString(105, 702, "two")
    canvas.drawString(580, 600, "clipped")
    canvas.save()
    assert len(untidy(out.getvalue())) == 2
