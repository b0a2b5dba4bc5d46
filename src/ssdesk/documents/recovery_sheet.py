"""The sheet with the recovery code, to be kept in a locked cupboard (rulings 12 and 14)."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ssdesk import assets
from ssdesk.documents.fonts import SERIF, SERIF_BOLD, SERIF_ITALIC, register_fonts
from ssdesk.documents.letterhead import stacked
from ssdesk.documents.wrapping import Wrapper
from ssdesk.domain.dates import format_date

LEFT, RIGHT = 62.0, A4[0] - 62.0
_SIZE = 12.5
_LEADING = 17.0
_MISHAPS = ("password", "machine", "theft")


@dataclass(frozen=True, slots=True)
class RecoveryData:
    """What the sheet says."""

    school: str
    login: str
    code: str
    made_on: date


def draw(data: RecoveryData, language: str = "vi") -> bytes:
    """The sheet as a PDF of one page A4."""
    register_fonts()
    texts = assets.texts(language)["recovery"]
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, initialFontName=SERIF, invariant=1)
    canvas.setTitle(texts["title"])
    canvas.setAuthor("ssdesk")
    middle, room = A4[0] / 2, RIGHT - LEFT
    y = stacked(canvas, middle, A4[1] - 68, texts["title"], (SERIF_BOLD, 18), room) - 8
    for text in (
        texts["school"].format(school=data.school),
        texts["made"].format(day=format_date(data.made_on), login=data.login),
    ):
        y = stacked(canvas, middle, y, text, (SERIF, _SIZE), room) - 2
    y = _box(canvas, texts["code"], data.code, y - 18)
    y = _paragraph(canvas, SERIF, texts["keep"], y - 30)
    for number, mishap in enumerate(_MISHAPS, start=1):
        y = _paragraph(canvas, SERIF_BOLD, f"{number}. {texts[mishap]}", y - 12)
        y = _paragraph(canvas, SERIF, texts[f"{mishap}_steps"], y)
    canvas.setFont(SERIF_BOLD, _SIZE)
    canvas.drawCentredString(RIGHT - 90, y - 30, texts["signed"])
    canvas.setFont(SERIF_ITALIC, _SIZE)
    canvas.drawCentredString(RIGHT - 90, y - 46, texts["sign_hint"])
    _paragraph(canvas, SERIF_ITALIC, texts["footer"], 96)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _box(canvas: Canvas, heading: str, code: str, top: float) -> float:
    height = 74.0
    canvas.setLineWidth(1.2)
    canvas.roundRect(LEFT, top - height, RIGHT - LEFT, height, 6)
    canvas.setFont(SERIF_BOLD, 11)
    canvas.drawCentredString(A4[0] / 2, top - 22, heading)
    canvas.setFont(SERIF_BOLD, 22)
    canvas.drawCentredString(A4[0] / 2, top - 54, code)
    return top - height


def _paragraph(canvas: Canvas, font: str, words: str, y: float) -> float:
    canvas.setFont(font, _SIZE)
    for line in Wrapper(font, _SIZE).lines(words, RIGHT - LEFT):
        canvas.drawString(LEFT, y, line)
        y -= _LEADING
    return y
