"""A person's declaration on A4: numbered fields over dotted lines, one person a page."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ssdesk.documents.fonts import SERIF, SERIF_BOLD, SERIF_ITALIC, register_fonts
from ssdesk.documents.letterhead import centred
from ssdesk.documents.wrapping import Wrapper
from ssdesk.domain.declaration import FIELDS, Declaration, DeclarationField, DeclarationLayout

_LEFT, _RIGHT = float(25 * mm), float(A4[0] - 18 * mm)
_MIDDLE, _ROOM = (_LEFT + _RIGHT) / 2, _RIGHT - _LEFT
_TOP = float(A4[1] - 20 * mm)
_STEP: float = 19.0
_LABEL = (SERIF, 12.5)
_VALUE = (SERIF_BOLD, 12.5)
_GAP = 4.0
_BOX = 10.0
_BLANK = "..."
_NUMBER_DOTS = "." * 24


def declarations_pdf(
    layout: DeclarationLayout, said: Sequence[Declaration], place: str, day: date
) -> bytes:
    """The declarations, a page each; the same ones give the same bytes.

    Args:
        layout: the paper's words.
        said: one a person.
        place: of the date line, dots where unknown.
        day: of the date line.
    """
    register_fonts()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, initialFontName=SERIF, invariant=1)
    canvas.setTitle(" ".join(layout.title))
    canvas.setAuthor("ssdesk")
    for each in said:
        _page(canvas, layout, each, _date_line(layout, place, day))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _date_line(layout: DeclarationLayout, place: str, day: date) -> str:
    return layout.date_line.format(
        place=place or _BLANK, day=f"{day.day:02d}", month=f"{day.month:02d}", year=day.year
    )


def _page(canvas: Canvas, layout: DeclarationLayout, said: Declaration, dated: str) -> None:
    y = _head(canvas, layout)
    y = _number_line(canvas, layout.number_line, said, y) - _STEP
    for section in layout.sections:
        y -= 8
        canvas.setFont(SERIF_BOLD, 12.5)
        canvas.drawString(_LEFT, y, section.title)
        y -= _STEP
        for line in section.lines:
            y = _line(canvas, line, said, y)
    _foot(canvas, layout, dated, y)


def _head(canvas: Canvas, layout: DeclarationLayout) -> float:
    canvas.setFont(SERIF_BOLD, 12)
    canvas.drawRightString(_RIGHT, _TOP + 14, layout.code)
    y = _TOP - 6
    centred(canvas, _MIDDLE, y, layout.motto[0], (SERIF_BOLD, 13))
    y -= 17
    centred(canvas, _MIDDLE, y, layout.motto[1], (SERIF_BOLD, 13))
    half = float(Wrapper(SERIF_BOLD, 13).wide(layout.motto[1])) / 2
    canvas.setLineWidth(0.7)
    canvas.line(_MIDDLE - half, y - 4, _MIDDLE + half, y - 4)
    y -= 34
    for title in layout.title:
        centred(canvas, _MIDDLE, y, title, (SERIF_BOLD, 14))
        y -= 18
    return y


def _number_line(canvas: Canvas, field: DeclarationField, said: Declaration, y: float) -> float:
    """The number below the title: in the middle of the page, as the original has it."""
    value = FIELDS[field.field](said) or _NUMBER_DOTS
    centred(canvas, _MIDDLE, y, f"{field.label} {value}", _VALUE)
    return y


def _line(canvas: Canvas, fields: Sequence[DeclarationField], said: Declaration, y: float) -> float:
    x, low = _LEFT, y
    for field in fields:
        right = min(x + _ROOM * field.share, _RIGHT)
        low = min(low, _field(canvas, field, said, (x, right - (_GAP if right < _RIGHT else 0)), y))
        x = right
    return low - _STEP


def _field(
    canvas: Canvas,
    field: DeclarationField,
    said: Declaration,
    between: tuple[float, float],
    y: float,
) -> float:
    left, right = between
    label = f"[{field.number}]. {field.label}" if field.number else field.label
    canvas.setFont(*_LABEL)
    canvas.drawString(left, y, label)
    start = left + Wrapper(*_LABEL).wide(label) + _GAP
    if not field.field:
        return y
    value = FIELDS[field.field](said)
    if field.box:
        _box(canvas, start, y, ticked=bool(value))
        return y
    return _dotted(canvas, field.rows, value, (start, left, right), y)


def _box(canvas: Canvas, x: float, y: float, *, ticked: bool) -> None:
    canvas.setLineWidth(0.8)
    canvas.rect(x + 2, y - 1.5, _BOX, _BOX)
    if ticked:
        canvas.setFont(*_VALUE)
        canvas.drawCentredString(x + 2 + _BOX / 2, y, "x")


def _dotted(
    canvas: Canvas, rows: int, value: str, places: tuple[float, float, float], y: float
) -> float:
    """The value over its dotted lines; more lines than the paper has where it needs them."""
    start, left, right = places
    wrapper = Wrapper(*_VALUE)
    first = wrapper.lines(value, right - start)[0] if value else ""
    rest = value[len(first) :].strip()
    lines = [first, *(wrapper.lines(rest, right - left) if rest else ())]
    lines += [""] * (rows - len(lines))
    for number, text in enumerate(lines):
        x = start if number == 0 else left
        canvas.saveState()
        canvas.setDash(0.6, 2.2)
        canvas.setLineWidth(0.6)
        canvas.line(x, y - 2.5, right, y - 2.5)
        canvas.restoreState()
        canvas.setFont(*_VALUE)
        canvas.drawString(x + 2, y, text)
        if number < len(lines) - 1:
            y -= _STEP
    return y


def _foot(canvas: Canvas, layout: DeclarationLayout, dated: str, y: float) -> None:
    middle = _LEFT + _ROOM * 0.75
    centred(canvas, middle, y - 8, dated, (SERIF_ITALIC, 12.5))
    centred(canvas, middle, y - 25, layout.signer, (SERIF_BOLD, 12.5))
    centred(canvas, middle, y - 41, layout.signer_hint, (SERIF_ITALIC, 12))
    face = (SERIF_ITALIC, 9.5)
    lines = [line for note in layout.notes for line in Wrapper(*face).lines(note, _ROOM)]
    top = 12 * mm + 11.5 * (len(lines) - 1)
    for number, line in enumerate(lines):
        canvas.setFont(*face)
        canvas.drawString(_LEFT, top - number * 11.5, line)
