"""Payment notices to parents, four on one A4, to be cut apart."""

from __future__ import annotations

import io
from collections.abc import Sequence

import segno
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ssdesk.documents.fonts import SERIF, SERIF_BOLD, SERIF_ITALIC, register_fonts
from ssdesk.documents.wrapping import Wrapper
from ssdesk.domain.dates import format_date
from ssdesk.domain.money import format_dong, in_words
from ssdesk.domain.notice import PaymentNotice

_WIDE, _HIGH = A4[0] / 2, A4[1] / 2
_LEFT, _RIGHT, _TOP = 26.0, _WIDE - 22.0, _HIGH - 28.0
_QR = 96.0
_ON_PAGE = 4
_ANSWERS = (
    "Nộp đủ ngày ……/……/…………",
    "Nộp nhiều lần, nộp hết trước ……/……/…………",
    "Đã có thẻ BHYT khác, số ……………………………",
)


def payment_notices_pdf(notices: Sequence[PaymentNotice]) -> bytes:
    """The notices, four on a page; the same notices give the same bytes."""
    register_fonts()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, initialFontName=SERIF, invariant=1)
    canvas.setTitle("Giấy báo đóng bảo hiểm y tế")
    canvas.setAuthor("ssdesk")
    for number, notice in enumerate(notices):
        place = number % _ON_PAGE
        if place == 0:
            _cut_lines(canvas)
        canvas.saveState()
        canvas.translate(_WIDE * (place % 2), _HIGH * (1 - place // 2))
        _draw(canvas, notice)
        canvas.restoreState()
        if place == _ON_PAGE - 1 or number == len(notices) - 1:
            canvas.showPage()
    canvas.save()
    return out.getvalue()


def _cut_lines(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.setDash(3, 3)
    canvas.setLineWidth(0.4)
    canvas.line(_WIDE, 14, _WIDE, A4[1] - 14)
    canvas.line(14, _HIGH, A4[0] - 14, _HIGH)
    canvas.restoreState()


def _draw(canvas: Canvas, notice: PaymentNotice) -> None:
    middle = (_LEFT + _RIGHT) / 2
    canvas.setFont(SERIF_BOLD, 9.5)
    canvas.drawCentredString(middle, _TOP, notice.school_name)
    canvas.setFont(SERIF_BOLD, 13)
    canvas.drawCentredString(middle, _TOP - 22, "GIẤY BÁO ĐÓNG BẢO HIỂM Y TẾ")
    y = _TOP - 46
    y = _field(canvas, "Học sinh", notice.full_name, y)
    y = _field(canvas, "Lớp", notice.school_class, y)
    term = f"{format_date(notice.starts_on)} – {format_date(notice.ends_on)}"
    y = _field(canvas, "Thời hạn thẻ", f"{term} ({notice.months} tháng)", y)
    y = _sums(canvas, notice, y - 4)
    y = _field(canvas, "Hạn nộp", format_date(notice.due_on), y - 4)
    _way(canvas, notice, y - 6)


def _sums(canvas: Canvas, notice: PaymentNotice, y: float) -> float:
    rows = [("Số tiền phải đóng", notice.gross)]
    rows += [
        (words, -amount)
        for words, amount in (
            ("Ngân sách nhà nước hỗ trợ", notice.state_support),
            ("Địa phương hỗ trợ", notice.local_support),
            ("Hỗ trợ khác", notice.other_support),
            ("Đã nộp", notice.paid),
        )
        if amount
    ]
    canvas.setFont(SERIF, 10)
    for words, amount in rows:
        canvas.drawString(_LEFT, y, words)
        canvas.drawRightString(_RIGHT, y, format_dong(amount))
        y -= 14
    canvas.setLineWidth(0.5)
    canvas.line(_LEFT, y + 9, _RIGHT, y + 9)
    y -= 6
    canvas.setFont(SERIF_BOLD, 13)
    canvas.drawString(_LEFT, y, "Gia đình nộp")
    canvas.drawRightString(_RIGHT, y, f"{format_dong(notice.still_due)} đồng")
    y -= 14
    canvas.setFont(SERIF_ITALIC, 9)
    for line in Wrapper(SERIF_ITALIC, 9).lines(f"({in_words(notice.still_due)})", _RIGHT - _LEFT):
        canvas.drawString(_LEFT, y, line)
        y -= 11
    return y


def _way(canvas: Canvas, notice: PaymentNotice, y: float) -> None:
    if not notice.account:
        canvas.setFont(SERIF, 10)
        canvas.drawString(_LEFT, y, "Nộp tại trường, nhận biên lai ngay khi nộp.")
        _answer(canvas, y - 22)
        _code(canvas, notice)
        return
    room = _RIGHT - _LEFT - (_QR + 8 if notice.transfer else 0)
    canvas.setFont(SERIF_BOLD, 9.5)
    canvas.drawString(_LEFT, y, "Chuyển khoản")
    y -= 13
    for text in (*notice.account, f"Nội dung: {notice.memo}"):
        for line in Wrapper(SERIF, 9.5).lines(text, room):
            canvas.setFont(SERIF, 9.5)
            canvas.drawString(_LEFT, y, line)
            y -= 12
    canvas.setFont(SERIF_ITALIC, 8.5)
    canvas.drawString(_LEFT, y - 1, "Ghi đúng nội dung để tiền vào đúng em.")
    if notice.transfer:
        _qr(canvas, notice.transfer)
    _code(canvas, notice)


def _answer(canvas: Canvas, y: float) -> None:
    """What the family tells the school, in the room that an account would take."""
    canvas.setFont(SERIF_BOLD, 10)
    canvas.drawString(_LEFT, y, "Gia đình trả lời nhà trường")
    for words in _ANSWERS:
        y -= 17
        canvas.setLineWidth(0.7)
        canvas.rect(_LEFT, y - 1, 8, 8)
        canvas.setFont(SERIF, 10)
        canvas.drawString(_LEFT + 14, y, words)
    y -= 20
    canvas.setFont(SERIF_BOLD, 9.5)
    canvas.drawRightString(_RIGHT, y, "Phụ huynh")
    canvas.setFont(SERIF_ITALIC, 8.5)
    canvas.drawRightString(_RIGHT, y - 11, "(ký, ghi rõ họ tên)")


def _code(canvas: Canvas, notice: PaymentNotice) -> None:
    canvas.setFont(SERIF, 8.5)
    canvas.drawString(_LEFT, 20, f"Mã giấy báo: {notice.code}")


def _qr(canvas: Canvas, text: str) -> None:
    matrix = segno.make(text, micro=False, mask=3, error="m").matrix
    step = _QR / len(matrix)
    left, bottom = _RIGHT - _QR, 22.0
    path = canvas.beginPath()
    for row, cells in enumerate(matrix):
        for column, dark in enumerate(cells):
            if dark:
                y = bottom + _QR - (row + 1) * step
                path.rect(left + column * step, y, step, step)
    canvas.drawPath(path, stroke=0, fill=1)


def _field(canvas: Canvas, words: str, value: str, y: float) -> float:
    canvas.setFont(SERIF, 10.5)
    canvas.drawString(_LEFT, y, f"{words}: ")
    start = _LEFT + Wrapper(SERIF, 10.5).wide(f"{words}: ")
    for line in Wrapper(SERIF_BOLD, 10.5).lines(value, _RIGHT - start):
        canvas.setFont(SERIF_BOLD, 10.5)
        canvas.drawString(start, y, line)
        y -= 14
    return y
