"""Receipts in the layout of C45-BB as described: A5, or two on one A4."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import segno
from reportlab.lib.pagesizes import A4, A5, landscape
from reportlab.pdfgen.canvas import Canvas

from ssdesk import assets
from ssdesk.documents.fonts import SERIF, SERIF_BOLD, SERIF_ITALIC, register_fonts
from ssdesk.documents.wrapping import Wrapper
from ssdesk.domain.dates import format_date
from ssdesk.domain.money import format_dong, in_words
from ssdesk.domain.receipt import ReceiptData, ReceiptLine, Tender

_WIDE, _HIGH = (float(side) for side in landscape(A5))
_LEFT, _RIGHT = 34.0, _WIDE - 34.0
_QR = 62.0
_REASON_SIZES, _REASON_LINES = (10, 8.5, 7, 6), (20, 9)
_LINE_SIZES = (10.5, 9.5, 8.0, 6.5)
# What amount, words in two lines and the signatures need below the last line.
_FREE = 150.0


@dataclass(frozen=True, slots=True)
class ReceiptPaper:
    """A receipt to be drawn: its frozen data and what became of it.

    Args:
        copy: printed before, so this print is marked BẢN SAO.
        void_reason: why it is void, empty where it is valid.
    """

    data: ReceiptData
    copy: bool = False
    void_reason: str = ""


def receipts_pdf(papers: Sequence[ReceiptPaper], *, two_on_a4: bool = False) -> bytes:
    """The receipts, each on its own A5 or two on one A4; the same papers give the same bytes."""
    register_fonts()
    out = io.BytesIO()
    size = A4 if two_on_a4 else landscape(A5)
    canvas = Canvas(out, pagesize=size, initialFontName=SERIF, invariant=1)
    canvas.setTitle(_said("title"))
    canvas.setAuthor("ssdesk")
    for number, paper in enumerate(papers):
        upper = two_on_a4 and number % 2 == 0
        if upper:
            canvas.saveState()
            canvas.setDash(3, 3)
            canvas.line(20, A4[1] / 2, A4[0] - 20, A4[1] / 2)
            canvas.restoreState()
        canvas.saveState()
        canvas.translate(0, A4[1] / 2 if upper else 0)
        _draw(canvas, paper)
        canvas.restoreState()
        if not upper or number == len(papers) - 1:
            canvas.showPage()
    canvas.save()
    return out.getvalue()


def _said(key: str, **places: object) -> str:
    # An official form: Vietnamese, whatever the window speaks.
    return assets.texts("vi")["receipt"][key].format(**places)


def _draw(canvas: Canvas, paper: ReceiptPaper) -> None:
    data = paper.data
    _head(canvas, data)
    y = _fields(canvas, data)
    y = _lines(canvas, data, y)
    _sum(canvas, data, y)
    _foot(canvas, data)
    marks = [_said("copy")] * paper.copy + [_said("void")] * bool(paper.void_reason)
    for place, mark in enumerate(marks, start=1):
        _stamp(canvas, mark, _WIDE * place / (len(marks) + 1))
    if paper.void_reason:
        _reason(canvas, _said("void_reason", reason=paper.void_reason))


def _head(canvas: Canvas, data: ReceiptData) -> None:
    y = _HIGH - 34
    for size, font, text in ((9.5, SERIF, data.office_name), (9.5, SERIF_BOLD, data.unit_name)):
        for line in Wrapper(font, size).lines(text, 190):
            canvas.setFont(font, size)
            canvas.drawString(_LEFT, y, line)
            y -= 12
    canvas.setFont(SERIF, 9.5)
    canvas.drawString(_LEFT, y, _said("unit_code", code=data.unit_code))
    for number, text in enumerate(
        (
            _said("form"),
            _said("serial", serial=data.serial),
            _said("book", book=data.book_number),
        )
    ):
        canvas.drawRightString(_RIGHT - _QR - 8, _HIGH - 34 - 12 * number, text)
    canvas.setFont(SERIF_BOLD, 12)
    canvas.drawRightString(_RIGHT - _QR - 8, _HIGH - 74, _said("number", number=data.number))
    _draw_qr(canvas, data)
    canvas.setFont(SERIF_BOLD, 15)
    canvas.drawCentredString(_WIDE / 2, _HIGH - 96, _said("title").upper())
    day = data.issued_on
    canvas.setFont(SERIF_ITALIC, 10.5)
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    canvas.drawCentredString(
        _WIDE / 2, _HIGH - 111, _said("day", day=f"{day.day:02d}", month=month, year=day.year)
    )


def _fields(canvas: Canvas, data: ReceiptData) -> float:
    y = _HIGH - 132
    for words, value in (
        (_said("payer"), data.payer_name),
        (_said("address"), data.payer_address),
    ):
        if value:
            y = _field(canvas, words, value, y)
    return y


def _field(canvas: Canvas, words: str, value: str, y: float) -> float:
    canvas.setFont(SERIF, 11)
    canvas.drawString(_LEFT, y, f"{words}: ")
    start = _LEFT + Wrapper(SERIF, 11).wide(f"{words}: ")
    canvas.setFont(SERIF_BOLD, 11)
    for line in Wrapper(SERIF_BOLD, 11).lines(value, _RIGHT - start):
        canvas.drawString(start, y, line)
        y -= 14.5
    return y


def _lines(canvas: Canvas, data: ReceiptData, y: float) -> float:
    canvas.setFont(SERIF, 11)
    canvas.drawString(_LEFT, y, _said("purpose"))
    y -= 15
    texts = [_line_text(line) for line in data.lines]
    room = y - _FREE
    for size in _LINE_SIZES:
        wrapper, step = Wrapper(SERIF, size), size * 1.27
        wrapped = [wrapper.lines(text, _RIGHT - _LEFT - 72) for text in texts]
        if sum(map(len, wrapped)) * step <= room:
            break
    for line, parts in zip(data.lines, wrapped, strict=True):
        canvas.setFont(SERIF_BOLD, size)
        canvas.drawRightString(_RIGHT, y, format_dong(line.amount))
        canvas.setFont(SERIF, size)
        for part in parts:
            canvas.drawString(_LEFT + 8, y, part)
            y -= step
    # The sum below is larger than small lines and keeps its distance.
    return y - (_LINE_SIZES[0] - size) * 1.27


def _line_text(line: ReceiptLine) -> str:
    term = f"{format_date(line.starts_on)} – {format_date(line.ends_on)}"
    kind = _said("instalment") if line.instalment else ""
    return _said(
        "pupil",
        name=line.full_name,
        school_class=line.school_class,
        number=f" · {line.number}" if line.number else "",
        months=line.months,
        term=term,
        kind=kind,
    )


def _sum(canvas: Canvas, data: ReceiptData, y: float) -> None:
    tender = _said("cash" if data.tender is Tender.CASH else "transfer")
    amount = _said("amount", amount=format_dong(data.amount), tender=tender)
    y = _field(canvas, _said("sum"), amount, y - 3)
    _field(canvas, _said("words"), f"{in_words(data.amount)}./.", y)


def _foot(canvas: Canvas, data: ReceiptData) -> None:
    for middle, title, name in (
        (_LEFT + 90, _said("payer_signs"), data.payer_name),
        (_RIGHT - 110, _said("collector_signs"), data.collector_name),
    ):
        canvas.setFont(SERIF_BOLD, 10.5)
        canvas.drawCentredString(middle, 100, title)
        canvas.setFont(SERIF_ITALIC, 9.5)
        canvas.drawCentredString(middle, 88, _said("sign"))
        canvas.setFont(SERIF_BOLD, 10.5)
        canvas.drawCentredString(middle, 44, name)
    canvas.setFont(SERIF, 8.5)
    canvas.drawCentredString(_RIGHT - 110, 32, _said("collector_code", code=data.collector_code))
    canvas.drawString(_LEFT, 32, _said("verification", code=data.verification_code))


def _reason(canvas: Canvas, text: str) -> None:
    for size in _REASON_SIZES:
        lines = Wrapper(SERIF_ITALIC, size).lines(text, _RIGHT - _LEFT)
        if len(lines) <= len(_REASON_LINES):
            break
    canvas.setFont(SERIF_ITALIC, size)
    for line, y in zip(lines, _REASON_LINES, strict=False):
        canvas.drawString(_LEFT, y, line)


def _stamp(canvas: Canvas, text: str, middle: float) -> None:
    canvas.saveState()
    canvas.setFillGray(0.72)
    canvas.setFont(SERIF_BOLD, 44)
    canvas.translate(middle, _HIGH / 2 - 30)
    canvas.rotate(18)
    canvas.setFillAlpha(0.55)
    canvas.drawCentredString(0, 0, text)
    canvas.restoreState()


@lru_cache(maxsize=4096)
def _modules(text: str) -> tuple[tuple[int, ...], ...]:
    # A fixed mask is five times as fast and reads as well.
    made = segno.make(text, error="m", micro=False, mask=3)
    return tuple(tuple(row) for row in made.matrix)


def qr_text(data: ReceiptData) -> str:
    """What the code on a receipt says."""
    parts = (
        data.serial,
        data.book_number,
        data.number,
        data.issued_on.isoformat(),
        str(data.amount),
        data.verification_code,
    )
    return "|".join(parts)


def _draw_qr(canvas: Canvas, data: ReceiptData) -> None:
    matrix = _modules(qr_text(data))
    side = _QR / len(matrix)
    left, top = _RIGHT - _QR, _HIGH - 24
    path = canvas.beginPath()
    for row, modules in enumerate(matrix):
        for column, dark in enumerate(modules):
            if dark:
                path.rect(left + column * side, top - (row + 1) * side, side, side)
    canvas.drawPath(path, stroke=0, fill=1)
