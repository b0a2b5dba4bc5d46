"""Receipts on paper: what is read from them, and that they fit."""

from __future__ import annotations

import io
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from pypdf import PdfReader

from ssdesk.documents.receipt import ReceiptPaper, qr_text, receipts_pdf
from ssdesk.domain.receipt import MOST_PUPILS, MOST_REASON, ReceiptData, ReceiptLine, Tender

NAMES = ("Đàm Thị Ngọc Ánh", "Nguyễn Hoàng Bảo Khuyên", "H'Linh Niê Kdăm", "Vi Quốc Cường")


def receipt(number: int = 7, siblings: int = 1) -> ReceiptData:
    lines = tuple(
        ReceiptLine(
            NAMES[place % len(NAMES)],
            f"1{place % 3}A1",
            "020310004512",
            date(2026, 10, 1),
            date(2027, 9, 30),
            12,
            683_100,
        )
        for place in range(siblings)
    )
    return ReceiptData(
        serial="BH26-20/08907/E",
        book_number="01",
        number=f"{number:07d}",
        issued_on=date(2026, 9, 5),
        office_name="BẢO HIỂM XÃ HỘI CƠ SỞ KỲ LỪA",
        unit_name="Trường THPT Chu Văn An",
        unit_code="HS0201",
        payer_name="Đàm Văn Thưởng",
        payer_address="Khối 6, phường Kỳ Lừa, tỉnh Lạng Sơn",
        lines=lines,
        amount=683_100 * siblings,
        tender=Tender.CASH,
        collector_name="Nông Thị Quỳnh",
        collector_code="NVT0042",
    )


def words(pdf: bytes, page: int = 0) -> str:
    return " ".join(PdfReader(io.BytesIO(pdf)).pages[page].extract_text().split())


def picture(pdf: bytes, name: str, page: int = 0, scale: float = 100 / 72) -> object:
    made = pypdfium2.PdfDocument(pdf)[page].render(scale=scale).to_pil()
    folder = os.environ.get("SSDESK_PICTURES")
    if folder:
        made.save(Path(folder) / f"{name}.png")
    return made


def test_says_who_paid_what_for_whom_and_when() -> None:
    data = receipt()
    pdf = receipts_pdf([ReceiptPaper(data)])
    assert pdf == receipts_pdf([ReceiptPaper(data)])
    assert b"Helvetica" not in pdf
    said = words(pdf)
    for part in (
        "BIÊN LAI THU TIỀN",
        "Mẫu số: C45-BB",
        "Ký hiệu: BH26-20/08907/E",
        "Số: 0000007",
        "Ngày 05 tháng 9 năm 2026",
        "Đàm Văn Thưởng",
        "Đàm Thị Ngọc Ánh, lớp 10A1",
        "12 tháng, 01/10/2026 – 30/09/2027",
        "683.100 đồng (tiền mặt)",
        "Sáu trăm tám mươi ba nghìn một trăm đồng./.",
        "NGƯỜI NỘP TIỀN",
        "NGƯỜI THU TIỀN",
        data.verification_code,
    ):
        assert part in said
    for mark in ("BẢN SAO", "ĐÃ HỦY", "chưa đối chiếu"):
        assert mark not in said


def test_the_code_on_a_printed_receipt_is_read_back() -> None:
    data = receipt()
    (read,) = zxingcpp.read_barcodes(picture(receipts_pdf([ReceiptPaper(data)]), "receipt"))
    assert read.text == qr_text(data)
    assert read.text.split("|")[2:] == ["0000007", "2026-09-05", "683100", data.verification_code]


@pytest.mark.parametrize(
    ("copy", "reason", "marks"),
    [
        (True, "", ("BẢN SAO",)),
        (False, "ghi nhầm tên học sinh", ("ĐÃ HỦY", "Đã hủy: ghi nhầm tên học sinh")),
        (True, "ghi nhầm tên học sinh", ("BẢN SAO", "ĐÃ HỦY")),
    ],
)
def test_a_copy_and_a_void_receipt_say_so(copy: bool, reason: str, marks: tuple[str, ...]) -> None:
    data = receipt()
    pdf = receipts_pdf([ReceiptPaper(data, copy, reason)])
    said = words(pdf)
    assert all(mark in said for mark in marks)
    (read,) = zxingcpp.read_barcodes(picture(pdf, f"marked-{copy}-{bool(reason)}"))
    assert read.text == qr_text(data)


def test_the_marks_of_a_void_copy_do_not_cover_each_other() -> None:
    text = pypdfium2.PdfDocument(receipts_pdf([ReceiptPaper(receipt(), True, "nhầm")]))[0]
    page = text.get_textpage()
    boxes = []
    for mark in ("BẢN SAO", "ĐÃ HỦY"):
        found = page.search(mark, match_case=True).get_next()
        assert found is not None
        first, count = found
        boxes.append((page.get_charbox(first), page.get_charbox(first + count - 1)))
    assert boxes[0][1][2] < boxes[1][0][0]


@pytest.mark.parametrize("siblings", [2, 4, 6, MOST_PUPILS])
def test_siblings_stand_above_the_signatures(siblings: int) -> None:
    pdf = receipts_pdf([ReceiptPaper(receipt(siblings=siblings))])
    picture(pdf, f"siblings-{siblings}")
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    places: dict[str, tuple[float, float, float, float]] = {}
    for part in ("Viết bằng chữ", "NGƯỜI NỘP TIỀN"):
        found = text.search(part).get_next()
        assert found is not None
        places[part] = text.get_charbox(found[0])
    assert places["Viết bằng chữ"][1] > places["NGƯỜI NỘP TIỀN"][3]


def test_the_most_pupils_with_the_longest_names_fit() -> None:
    data = receipt(siblings=MOST_PUPILS)
    long = "Công Tằng Tôn Nữ Huyền Trân Thị Ngọc Phương Khuyên"
    lines = tuple(
        replace(line, full_name=long, school_class="12 Chuyên Anh 2", instalment=True)
        for line in data.lines
    )
    pdf = receipts_pdf([ReceiptPaper(replace(data, lines=lines))])
    picture(pdf, "siblings-long")
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    foot, sign = text.search("Viết bằng chữ").get_next(), text.search("NGƯỜI NỘP TIỀN").get_next()
    assert foot is not None
    assert sign is not None
    assert text.get_charbox(foot[0])[1] > text.get_charbox(sign[0])[3]
    assert words(pdf).count("Huyền Trân") == MOST_PUPILS


def test_the_longest_reason_is_printed_whole() -> None:
    reason = ("ghi nhầm học sinh, phụ huynh xin chuyển sang lớp khác " * 5)[:MOST_REASON].strip()
    pdf = receipts_pdf([ReceiptPaper(receipt(), void_reason=reason)])
    picture(pdf, "void-long")
    assert reason in words(pdf)


def test_a_class_is_one_file_with_two_receipts_on_a_page() -> None:
    papers = [ReceiptPaper(receipt(number)) for number in range(1, 42)]
    pdf = receipts_pdf(papers, two_on_a4=True)
    reader = PdfReader(io.BytesIO(pdf))
    assert len(reader.pages) == 21
    assert "0000001" in words(pdf)
    assert "0000002" in words(pdf)
    assert "0000041" in words(pdf, 20)
    read = zxingcpp.read_barcodes(picture(pdf, "two-on-a4"))
    assert {code.text for code in read} == {qr_text(paper.data) for paper in papers[:2]}


def test_forty_receipts_each_on_its_own_page() -> None:
    papers = [ReceiptPaper(replace(receipt(number), payer_name="")) for number in range(1, 41)]
    assert len(PdfReader(io.BytesIO(receipts_pdf(papers))).pages) == 40
