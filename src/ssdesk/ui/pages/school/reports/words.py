"""What the reports page calls each report, and how its figures become widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from ssdesk.domain.figures import (
    BarChart,
    Figure,
    FigureColumn,
    FigureKind,
    FigureRow,
    RingChart,
    RowKind,
    Series,
    SumCheck,
    Tone,
)
from ssdesk.domain.money import format_number
from ssdesk.ui.models.rows import CellKind, Column
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.bars import BarRow
from ssdesk.ui.widgets.chip import Chip
from ssdesk.ui.widgets.chip import Tone as ChipTone
from ssdesk.ui.widgets.ring import Segment
from ssdesk.ui.widgets.side_list import SideRow

_COLOURS = {
    Tone.OTHER: "chart_covered",
    Tone.DONE: "chart_paid",
    Tone.WAITING: "chart_waiting",
    Tone.ACT: "chart_left",
}
_KINDS = {
    FigureKind.TEXT: CellKind.TEXT,
    # Counts of a large school need their dots as much as money does.
    FigureKind.INT: CellKind.DONG,
    FigureKind.DONG: CellKind.DONG,
    FigureKind.PER_MILLE: CellKind.PERCENT,
    FigureKind.DATE: CellKind.DATE,
}
_LETTER = 5
# Letters of a heading that stays in one line.
_SHORT_TITLE = 6
_NARROW = 22


class ReportWords(QObject):
    """Names of the reports and one line of what each is for."""

    def gallery(self, names: Sequence[str]) -> list[SideRow]:
        """The reports as lines of the list at the left."""
        words = self._names()
        return [SideRow(name, words.get(name, ("", name))[1]) for name in names]

    def purpose(self, name: str) -> str:
        """What a report is for."""
        return self._names().get(name, ("", ""))[0]

    def _names(self) -> dict[str, tuple[str, str]]:
        return {**self._of_the_year(), **self._of_checks()}

    def _of_the_year(self) -> dict[str, tuple[str, str]]:
        return {
            "participation": (
                self.tr("Mỗi lớp bao nhiêu em đã có thẻ, đã đóng, chưa đóng, chưa tham gia."),
                self.tr("Tham gia theo lớp"),
            ),
            "money": (
                self.tr("Tiền mặt và chuyển khoản từng ngày, trừ khoản trả lại; chọn được ngày."),
                self.tr("Tiền theo ngày"),
            ),
            "left-over": (
                self.tr("Tên từng em chưa ai rõ, theo lớp, có chỗ ghi kết quả hỏi thăm."),
                self.tr("Chưa tham gia"),
            ),
            "still-owing": (
                self.tr("Mỗi lớp một trang cho giáo viên chủ nhiệm: ai còn phải đóng bao nhiêu."),
                self.tr("Còn phải đóng"),
            ),
            "follow-up": (
                self.tr("Em hẹn đóng hoặc đóng dở, quá hẹn trước; mỗi lớp một trang để nhắc."),
                self.tr("Nhắc đóng tiếp"),
            ),
            "card-handout": (
                self.tr("Thẻ của từng lớp, có chỗ ký nhận; mỗi lớp một trang."),
                self.tr("Phát thẻ BHYT"),
            ),
            "summary": (
                self.tr("Cả năm trên một tờ cho hiệu trưởng, mọi tổng đều được đối chiếu."),
                self.tr("Tổng hợp năm học"),
            ),
        }

    def _of_checks(self) -> dict[str, tuple[str, str]]:
        return {
            "duplicates": (
                self.tr(
                    "Hai dòng có thể là cùng một em: cùng số, hoặc tên và ngày sinh gần giống."
                ),
                self.tr("Trùng trong trường"),
            ),
            "household": (
                self.tr("Em nào cũng có trong danh sách hộ gia đình; Ctrl+O chọn tệp."),
                self.tr("Trùng với hộ gia đình"),
            ),
            "health-fund": (
                self.tr("Kinh phí quỹ BHYT chuyển về trường: mọi em có thẻ, tách theo năm."),
                self.tr("Kinh phí y tế trường"),
            ),
        }

    def sum_line(self, check: SumCheck) -> tuple[str, Chip]:
        """A sum with its parts, and whether it holds."""
        text = f"{check.label} {format_number(check.total)} {check.unit} = {check.workings()}"
        if not check.difference:
            return text, Chip(self.tr("khớp"), ChipTone.DONE)
        words = self.tr("chênh {count} {unit}").format(
            count=format_number(check.difference), unit=check.unit
        )
        return text, Chip(words, ChipTone.ACT)


def segments(chart: RingChart) -> list[Segment]:
    """The slices of a ring."""
    return [
        Segment(item.tone.value, item.label, value, _COLOURS[item.tone], item.tone is Tone.ACT)
        for item, value in zip(chart.series, chart.values, strict=True)
    ]


def legend(series: Sequence[Series]) -> str:
    """What the colours of a chart say, as rich text."""
    tokens = worn().tokens
    return "&nbsp;&nbsp;&nbsp; ".join(
        f'<span style="color: {tokens.colour(_COLOURS[item.tone]).name()}">■</span> {item.label}'
        for item in series
    )


def bar_rows(chart: BarChart) -> list[BarRow]:
    """The bars of a chart."""
    return [
        BarRow(
            bar.label,
            bar.label,
            sum(bar.values),
            tuple(
                (value, _COLOURS[item.tone])
                for item, value in zip(chart.series, bar.values, strict=True)
            ),
            bar.figure,
            Chip(bar.remark, ChipTone.ACT) if bar.remark else None,
        )
        for bar in chart.bars
    ]


def grid_columns(columns: Sequence[FigureColumn]) -> tuple[Column[tuple[int, FigureRow]], ...]:
    """Columns of a grid over numbered rows; the widest column of text takes what is left."""
    widest = max(
        range(len(columns)),
        key=lambda place: (columns[place].kind is FigureKind.TEXT, columns[place].width),
    )
    return tuple(
        Column(
            f"c{place}",
            column.title if place == widest else _in_two_lines(column.title),
            _reader(place),
            _KINDS[column.kind],
            width=0 if place == widest else column.width * _LETTER + _NARROW,
            whole=True,
        )
        for place, column in enumerate(columns)
    )


def _in_two_lines(title: str) -> str:
    """A long heading broken at the space nearest its middle: sums are shorter than their names."""
    spaces = [place for place, sign in enumerate(title) if sign == " "]
    if len(title) <= _SHORT_TITLE or not spaces:
        return title
    middle = min(reversed(spaces), key=lambda place: abs(2 * place - len(title)))
    return f"{title[:middle]}\n{title[middle + 1 :]}"


def _reader(place: int) -> Callable[[tuple[int, FigureRow]], Figure]:
    def read(row: tuple[int, FigureRow]) -> Figure:
        cells = row[1].cells
        return cells[place] if place < len(cells) else None

    return read


def is_strong(row: tuple[int, FigureRow]) -> bool:
    """Whether a row is a heading or a sum."""
    return row[1].kind is not RowKind.LINE
