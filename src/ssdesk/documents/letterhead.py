"""Margins, head and signatures of an office paper on A4 (NĐ 30/2020/NĐ-CP, Phụ lục I)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ssdesk.documents.fonts import SERIF, SERIF_BOLD, SERIF_ITALIC
from ssdesk.documents.wrapping import Wrapper
from ssdesk.domain.heading import Heading, Signer

LEFT, RIGHT = 30 * mm, float(A4[0]) - 15 * mm
TOP, BOTTOM = float(A4[1]) - 20 * mm, 20 * mm
MIDDLE, ROOM = (LEFT + RIGHT) / 2, RIGHT - LEFT
SIGNING = 116.0
_NUMBER_DOWN = 13 * mm
_LEFT_SHARE = 0.44


def centred(canvas: Canvas, x: float, y: float, text: str, face: tuple[str, float]) -> None:
    """One line of text in a face and size."""
    canvas.setFont(*face)
    canvas.drawCentredString(x, y, text)


def stacked(
    canvas: Canvas, x: float, top: float, text: str, face: tuple[str, float], room: float
) -> float:
    """A text centred in as many lines as it needs; gives the height it ends at."""
    for line in Wrapper(*face).lines(text, room) if text else ():
        top -= face[1] * 1.25
        centred(canvas, x, top + face[1] * 0.25, line, face)
    return top


def draw_head(canvas: Canvas, heading: Heading, words: Mapping[str, str]) -> float:
    """Issuer, country and motto, place and day; gives the height it ends at."""
    issuer_room = ROOM * _LEFT_SHARE
    left, right = LEFT + issuer_room / 2, LEFT + (ROOM + issuer_room) / 2
    low = stacked(canvas, left, TOP, heading.above.upper(), (SERIF, 12), issuer_room - 8)
    issuer = (SERIF_BOLD, 12.0)
    low = stacked(canvas, left, low, heading.issuer.upper(), issuer, issuer_room - 8)
    last = Wrapper(*issuer).lines(heading.issuer.upper(), issuer_room - 8)[-1]
    _rule(canvas, left, low - 3.5, Wrapper(*issuer).wide(last) * 0.4)
    y = stacked(canvas, right, TOP, words["state"], (SERIF_BOLD, 12), ROOM - issuer_room)
    motto = (SERIF_BOLD, 13.0)
    y = stacked(canvas, right, y, words["motto"], motto, ROOM - issuer_room)
    _rule(canvas, right, y - 2.5, Wrapper(*motto).wide(words["motto"]))
    said = place_and_day(heading.place, heading.day, words)
    y = stacked(canvas, right, y - 10, said, (SERIF_ITALIC, 13), ROOM - issuer_room)
    return min(low, y)


def draw_title(canvas: Canvas, title: str, subtitle: str, top: float) -> float:
    """The kind of paper, and what it is about with its rule; gives the height it ends at."""
    y = stacked(canvas, MIDDLE, top, title.upper(), (SERIF_BOLD, 14), ROOM)
    face = (SERIF_BOLD, 13.0)
    y = stacked(canvas, MIDDLE, y - 1, subtitle, face, ROOM)
    _rule(canvas, MIDDLE, y - 3.5, min(Wrapper(*face).wide(subtitle), ROOM) * 0.4)
    return y - 6


def place_and_day(place: str, day: date, words: Mapping[str, str]) -> str:
    """The date line; days below 10 and the months 1 and 2 get a nought before them."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    said = words["day"].format(day=f"{day.day:02d}", month=month, year=day.year)
    return f"{place}, {said}" if place else said[:1].upper() + said[1:]


def draw_page_number(canvas: Canvas, page: int) -> None:
    """The number in the middle of the upper margin; the first page has none."""
    centred(canvas, MIDDLE, float(A4[1]) - _NUMBER_DOWN, str(page), (SERIF, 13))


def draw_signers(canvas: Canvas, signers: tuple[Signer, ...], top: float) -> float:
    """The places to sign side by side; gives the height they end at."""
    step = ROOM / len(signers)
    for number, signer in enumerate(signers):
        middle = LEFT + step * (number + 0.5)
        y = stacked(canvas, middle, top, signer.title, (SERIF_BOLD, 12.5), step - 6)
        stacked(canvas, middle, y, signer.hint, (SERIF_ITALIC, 11), step - 6)
        stacked(canvas, middle, top - SIGNING + 36, signer.name, (SERIF_BOLD, 12.5), step - 6)
    return top - SIGNING


def _rule(canvas: Canvas, middle: float, y: float, long: float) -> None:
    canvas.setLineWidth(0.7)
    canvas.line(middle - long / 2, y, middle + long / 2, y)
