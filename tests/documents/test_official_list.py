"""The paper to sign: text, pages, fonts, and the same bytes each time."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pypdfium2
import pytest
from pypdf import PdfReader

from ssdesk.documents.official_list import official_list_pdf
from ssdesk.domain.forms import FilledForm
from tests.listed_people import filled, people


def _pages(form: FilledForm) -> list[str]:
    document = pypdfium2.PdfDocument(official_list_pdf(form))
    try:
        return [re.sub(r"\s+", " ", page.get_textpage().get_text_bounded()) for page in document]
    finally:
        document.close()


@pytest.fixture(scope="module")
def pages() -> list[str]:
    return _pages(filled("mau-so-3", people(120)))


def test_first_page_says_what_the_original_says(pages: list[str]) -> None:
    for line in (
        "Tên cơ quan/tổ chức: Trường THPT Chu Văn An",
        "Mã cơ quan,tổ chức: HS0020A",
        "Họ và tên nhân viên thu: Nông Thị Hạnh",
        "Mã nhân viên thu: NVT020300001234",
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Mẫu số 3",
        "DANH SÁCH ĐỐI TƯỢNG THAM GIA BẢO HIỂM Y TẾ",
        "Số: 07/HS0020A ; ngày 20 tháng 9 năm 2026",
        "(1) Tăng",
    ):
        assert line in pages[0]


def test_headings_and_column_numbers_on_every_page(pages: list[str]) -> None:
    assert len(pages) > 3
    for page in pages:
        assert "STT" in page
        assert "Mức đóng" in page
        assert "A B 1 2 3 4 5 6 7 8 9 10 11 12 13" in page


def test_pages_are_numbered_from_the_second(pages: list[str]) -> None:
    document = PdfReader(io.BytesIO(official_list_pdf(filled("mau-so-3", people(120)))))
    tops: list[list[str]] = []
    for page in document.pages:
        found: list[str] = []

        def note(text: str, _: object, at: list[float], *rest: object, into=found) -> None:  # type: ignore[no-untyped-def]
            if at[5] > 552 and text.strip():
                into.append(text.strip())

        page.extract_text(visitor_text=note)
        tops.append(found)
    assert [top[-1:] for top in tops[1:]] == [[str(n)] for n in range(2, len(tops) + 1)]
    assert "1" not in tops[0]


def test_everybody_stands_on_it_once(pages: list[str]) -> None:
    text = " ".join(pages)
    for entry in people(120):
        assert text.count(entry.personal_id) == 1


def test_people_are_counted_by_page(pages: list[str]) -> None:
    counts = [re.search(r"Trang này: (\d+) người; cộng dồn: (\d+)", page) for page in pages]
    assert all(counts)
    here = [int(count[1]) for count in counts if count]
    assert sum(here) == 120
    assert counts[-1] is not None
    assert counts[-1][2] == "120"


def test_signatures_stand_once_and_never_without_people() -> None:
    for count in range(1, 60):
        pages = _pages(filled("mau-so-3", people(count)))
        assert sum("CƠ QUAN/TỔ CHỨC LẬP DANH SÁCH" in page for page in pages) == 1
        last = pages[-1]
        assert "Đề nghi cơ quan BHXH thanh toán thù lao theo quy định." in last
        assert "(Ký, ghi rõ họ tên, đóng dấu)" in last
        assert "Hoàng Văn Thụ" in last
        for entry in people(count)[-3:]:
            assert entry.personal_id in last, count


def test_per_cents_have_a_comma_and_money_has_dots() -> None:
    half = replace(
        people(1)[0], gross=1_366_200, state_support=683_100, local_support=34_155, other_support=0
    )
    text = _pages(filled("mau-so-3", (half,)))[0]
    assert "2.530.000" in text
    assert "52,5" in text


def test_a_waiting_list_says_so() -> None:
    assert "(Chờ thanh toán)" in _pages(filled("mau-so-3", people(2), waiting=True))[0]
    assert "Chờ thanh toán" not in _pages(filled("mau-so-3", people(2)))[0]


def test_d03_has_its_groups_classes_and_sums() -> None:
    entries = people(60)
    text = " ".join(_pages(filled("d03-ts", entries)))
    for line in (
        "DANH SÁCH NGƯỜI CHỈ THAM GIA BHYT",
        "I.1 Người tham gia",
        "Lớp 10A2 (mã 10A2)",
        "I.2 Tiền lương",
        "II.1 Người tham gia",
        "Tổng số thẻ BHYT đề nghị cấp: 60",
    ):
        assert line in text
    total = sum(entry.own_share + entry.other_support for entry in entries)
    assert f"Cộng tăng {total:,}".replace(",", ".") in text


@pytest.mark.parametrize("name", ["mau-so-3", "d03-ts"])
def test_the_same_list_gives_the_same_bytes(name: str) -> None:
    form = filled(name, people(40))
    assert official_list_pdf(form) == official_list_pdf(form)


def test_only_embedded_fonts_on_a4_landscape() -> None:
    document = PdfReader(io.BytesIO(official_list_pdf(filled("mau-so-3", people(60)))))
    fonts = set()

    def collect(resources) -> None:  # type: ignore[no-untyped-def]
        for font in (resources.get("/Font") or {}).values():
            seen = font.get_object()
            fonts.add((str(seen["/BaseFont"]), "/FontFile2" in seen["/FontDescriptor"]))
        for part in (resources.get("/XObject") or {}).values():
            collect(part.get_object().get("/Resources") or {})

    for page in document.pages:
        assert [round(float(side)) for side in page.mediabox] == [0, 0, 842, 595]
        collect(page["/Resources"])
    assert fonts
    assert all("LiberationSerif" in name and embedded for name, embedded in fonts)


def test_the_heading_of_a_class_stands_above_its_pupils() -> None:
    for first in range(1, 16):
        entries = tuple(
            replace(entry, class_name=name, sub_unit_code=name, address="Xã Hoàng Đồng")
            for place, entry in enumerate(people(20))
            for name in ("10A1" if place < first else "10A2",)
        )
        (page,) = (page for page in _pages(filled("d03-ts", entries)) if "Lớp 10A2" in page)
        assert entries[first].personal_id in page.partition("Lớp 10A2")[2]


def test_nothing_leaves_its_place() -> None:
    """Long names, hospitals and notes are wrapped inside their columns and the page."""
    entry = replace(
        people(1)[0],
        full_name="Hoàng Phủ Ngọc Tường Công Tằng Tôn Nữ Thị Thuý Hồng Quỳnh Anh",
        registered_hospital="Bệnh viện đa khoa khu vực Đồng Đăng",
        other_support=68_310,
    )
    form = filled("mau-so-3", (entry,) * 3)
    form = replace(form, heading=replace(form.heading, unit_name="Trường " + "rất dài " * 30))
    document = PdfReader(io.BytesIO(official_list_pdf(form)))
    places: list[float] = []
    document.pages[0].extract_text(
        visitor_text=lambda text, _, at, *rest: places.append(at[4]) if text.strip() else None
    )
    assert min(places) >= 0
    assert max(places) < 842
    assert "Quỳnh" in _pages(form)[0]
