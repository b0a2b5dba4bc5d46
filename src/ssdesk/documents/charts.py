"""Charts as papers show them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing, Group, Line, Polygon, Rect, String
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from ssdesk.documents.fonts import SANS, SANS_BOLD, register_fonts
from ssdesk.domain.figures import Bar, BarChart, Chart, ColumnChart, RingChart, Series, Tone
from ssdesk.domain.money import format_number

_COLOURS = {
    Tone.OTHER: HexColor(0x7F9CC4),
    Tone.DONE: HexColor(0x0B6E74),
    Tone.WAITING: HexColor(0xE0B155),
    Tone.ACT: HexColor(0xC0392B),
}
_INK, _QUIET, _RULE = HexColor(0x16202A), HexColor(0x55606B), HexColor(0xD5DCE2)
_SIZE = 9.0
_BAR_STEP, _BAR_HEIGHT, _BARS_HEAD = 14.0, 8.0, 22.0
_MILLION = 1_000_000


def chart_drawing(chart: Chart, width: float) -> Drawing:
    """The chart, `width` points wide and as high as it needs."""
    register_fonts()
    if isinstance(chart, RingChart):
        return _ring(chart, width)
    if isinstance(chart, BarChart):
        return _bars(chart, width)
    return _columns(chart, width)


def draw_chart(
    canvas: Canvas, chart: Chart, corner: tuple[float, float], width: float, scale: float = 1.0
) -> float:
    """Draw the chart below its upper left corner; gives the height it took."""
    drawing = chart_drawing(chart, width)
    # ReportLab begins each drawing in a face of its own, which would enter the file unembedded.
    drawing.contents.insert(0, String(0, 0, "", fontName=SANS, fontSize=_SIZE))
    height = float(drawing.height) * scale
    canvas.saveState()
    canvas.translate(corner[0], corner[1] - height)
    canvas.scale(scale, scale)
    _Embedded().draw(drawing, canvas, 0, 0)
    canvas.restoreState()
    return height


def chart_pieces(chart: Chart, height: float) -> tuple[Chart, ...]:
    """The chart in pieces that fit a height in points: bars of many classes need several."""
    if not isinstance(chart, BarChart):
        return (chart,)
    most = max(1, int((height - _BARS_HEAD) / _BAR_STEP))
    return tuple(
        replace(chart, bars=chart.bars[start : start + most])
        for start in range(0, max(len(chart.bars), 1), most)
    )


class _Embedded(renderPDF._PDFRenderer):  # type: ignore[misc]
    """Draws without naming a face that is not embedded."""

    def applyStateChanges(  # noqa: N802 - name of ReportLab
        self, delta: dict[str, object], new_state: dict[str, object]
    ) -> None:
        """Leave ReportLab's own default face out."""
        if str(delta.get("fontName", "")).startswith(("Times", "Helvetica")):
            delta = {key: value for key, value in delta.items() if not key.startswith("font")}
        super().applyStateChanges(delta, new_state)


def _text(x: float, y: float, text: str, **how: object) -> String:
    style: dict[str, object] = {"fontName": SANS, "fontSize": _SIZE, "fillColor": _INK}
    return String(x, y, text, **{**style, **how})


def _box(x: float, y: float, width: float, height: float, colour: Color) -> Rect:
    return Rect(x, y, width, height, fillColor=colour, strokeColor=None, strokeWidth=0)


def _legend(series: Sequence[Series], x: float, y: float) -> Group:
    group = Group()
    for item in series:
        group.add(_box(x, y, 7, 7, _COLOURS[item.tone]))
        group.add(_text(x + 11, y, item.label, fillColor=_QUIET))
        x += 11 + stringWidth(item.label, SANS, _SIZE) + 16
    return group


def _ring(chart: RingChart, width: float) -> Drawing:
    height, outer, inner = 132.0, 62.0, 42.0
    drawing = Drawing(width, height)
    middle_x, middle_y = outer + 4, height / 2
    whole = sum(chart.values)
    start = 90.0
    for item, value in zip(chart.series, chart.values, strict=True):
        if not value:
            continue
        sweep = 360.0 * value / whole
        slice_ = Polygon(_slice((middle_x, middle_y), (outer, inner), (start, sweep)))
        slice_.fillColor = _COLOURS[item.tone]
        slice_.strokeColor, slice_.strokeWidth = HexColor(0xFFFFFF), 0.8
        drawing.add(slice_)
        start -= sweep
    figure = {"fontName": SANS_BOLD, "fontSize": 20, "textAnchor": "middle"}
    drawing.add(_text(middle_x, middle_y - 1, chart.centre, **figure))
    note = {"fontSize": 8, "fillColor": _QUIET, "textAnchor": "middle"}
    drawing.add(_text(middle_x, middle_y - 14, chart.centre_note, **note))
    left, right = 2 * outer + 44, min(width - 4, 2 * outer + 250)
    step = 24.0
    y = middle_y + step * (len(chart.series) - 1) / 2 - 4
    for item, value in zip(chart.series, chart.values, strict=True):
        drawing.add(_box(left, y, 8, 8, _COLOURS[item.tone]))
        act = item.tone is Tone.ACT and value > 0
        face = {"fontName": SANS_BOLD if act else SANS, "fontSize": 10}
        drawing.add(_text(left + 14, y, item.label, **face))
        drawing.add(_text(right, y, format_number(value), textAnchor="end", **face))
        drawing.add(Line(left, y - 7, right, y - 7, strokeColor=_RULE, strokeWidth=0.5))
        y -= step
    return drawing


def _slice(
    middle: tuple[float, float], radii: tuple[float, float], turn: tuple[float, float]
) -> list[float]:
    """The outline of a slice of a ring, clockwise from `turn[0]` degrees over `turn[1]`."""
    start, sweep = turn
    steps = max(2, round(sweep / 2))
    angles = [math.radians(start - sweep * step / steps) for step in range(steps + 1)]
    outline = [(radii[0], angle) for angle in angles]
    outline += [(radii[1], angle) for angle in reversed(angles)]
    return [
        value
        for radius, angle in outline
        for value in (middle[0] + radius * math.cos(angle), middle[1] + radius * math.sin(angle))
    ]


def _bars(chart: BarChart, width: float) -> Drawing:
    labels = max((stringWidth(bar.label, SANS, _SIZE) for bar in chart.bars), default=0) + 8
    remarks = max((stringWidth(bar.remark, SANS_BOLD, _SIZE) for bar in chart.bars), default=0)
    room = width - labels - 30 - 44 - remarks - 10
    height = _BAR_STEP * len(chart.bars) + _BARS_HEAD
    drawing = Drawing(width, height)
    drawing.add(_legend(chart.series, 0, height - 9))
    y = height - _BARS_HEAD - _BAR_STEP + 3
    for bar in chart.bars:
        drawing.add(_text(0, y, bar.label))
        whole = sum(bar.values)
        drawing.add(_text(labels + 22, y, format_number(whole), textAnchor="end"))
        x = labels + 30
        for item, value in zip(chart.series, bar.values, strict=True):
            if value:
                long = room * value / whole
                drawing.add(_box(x, y - 1, long, _BAR_HEIGHT, _COLOURS[item.tone]))
                x += long
        drawing.add(_text(labels + 30 + room + 40, y, bar.figure, textAnchor="end"))
        red = {"fontName": SANS_BOLD, "fillColor": _COLOURS[Tone.ACT]}
        drawing.add(_text(labels + 30 + room + 50, y, bar.remark, **red))
        y -= _BAR_STEP
    return drawing


def _columns(chart: ColumnChart, width: float) -> Drawing:
    height, low, left = 170.0, 22.0, 34.0
    drawing = Drawing(width, height)
    drawing.add(_legend(chart.series, left, height - 9))
    unit = {"fillColor": _QUIET, "textAnchor": "end"}
    drawing.add(_text(width, height - 9, chart.unit, **unit))
    most = max((sum(bar.values) for bar in chart.bars), default=0)
    room = height - low - 30
    top, step = _scale(most)
    for line in range(0, top + 1, step):
        y = low + room * line / top
        drawing.add(Line(left, y, width, y, strokeColor=_RULE, strokeWidth=0.5))
        said = format_number(line // _MILLION) if step >= _MILLION else _tenths(line)
        drawing.add(_text(left - 5, y - 3, said, **unit))
    _stand(drawing, chart.bars, chart.series, (left, width, low, room / top))
    return drawing


def _stand(
    drawing: Drawing,
    bars: Sequence[Bar],
    series: Sequence[Series],
    place: tuple[float, float, float, float],
) -> None:
    """The columns; every nth one is labelled, so that labels never touch."""
    left, right, low, scale = place
    step = (right - left) / max(len(bars), 1)
    wide = min(step * 0.66, 34)
    every = max(1, -(-30 // int(max(step, 1))))
    for number, bar in enumerate(bars):
        x = left + step * (number + 0.5)
        y = low
        for item, value in zip(series, bar.values, strict=True):
            if value > 0:
                drawing.add(_box(x - wide / 2, y, wide, value * scale, _COLOURS[item.tone]))
                y += value * scale
        if number % every == 0:
            drawing.add(_text(x, low - 13, bar.label, textAnchor="middle", fillColor=_QUIET))


def _scale(most: int) -> tuple[int, int]:
    """The top of the scale and its step: 1, 2 or 5 times a power of ten, at most 6 steps."""
    steps = (digit * 10**power for power in range(5, 16) for digit in (1, 2, 5))
    step = next(each for each in steps if each * 5 >= most)
    return max(step, -(-most // step) * step), step


def _tenths(dong: int) -> str:
    return f"{dong // _MILLION},{dong % _MILLION // 100_000}"
