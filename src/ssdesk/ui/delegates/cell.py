"""Paints the grid's cells: chips, faulty cells, the cell the keyboard stands on."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from ssdesk.ui.models.rows import CHIP_ROLE, CHOICES_ROLE, TONE_ROLE, Index
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.chip import Chip, chip_width, paint_chip

# Sizes of a cell's letters, and of a text that has no room otherwise.
LETTERS, SMALL_LETTERS = 14, 12
# Height of a line over that of its letters.
_LINE = 1.3


class CellDelegate(QStyledItemDelegate):
    """The one delegate of `GridView`."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = worn()
        area = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        ground = _ground(index, selected)
        if ground is not None:
            painter.fillRect(area, ground)
        painter.setPen(QPen(theme.tokens.colour("row_line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        inner = area.adjusted(theme.px(8), 0, -theme.px(8), 0)
        chip = index.data(CHIP_ROLE)
        if isinstance(chip, Chip):
            paint_chip(painter, inner, chip)
        else:
            self._text(painter, inner, index)
        if selected and _is_current(option, index):
            painter.setPen(QPen(theme.tokens.colour("focus"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1.5))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        chip = index.data(CHIP_ROLE)
        if isinstance(chip, Chip):
            return QSize(chip_width(chip.text) + worn().px(18), worn().px(27))
        return super().sizeHint(option, index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002 - signature of Qt
        choices = index.data(CHOICES_ROLE)
        if isinstance(choices, tuple) and choices:
            box = QComboBox(parent)
            box.setEditable(True)
            box.addItems(list(choices))
            return box
        made = QLineEdit(parent)
        made.setFrame(False)
        made.setProperty("kind", "cell")
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setEditText(text)
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        text = ""
        if isinstance(editor, QComboBox):
            text = editor.currentText()
        elif isinstance(editor, QLineEdit):
            text = editor.text()
        if text != str(index.data(Qt.ItemDataRole.EditRole) or ""):
            model.setData(index, text)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        # A text cut for want of room is read whole under the mouse.
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        plain = event.type() is QEvent.Type.ToolTip and not index.data(Qt.ItemDataRole.ToolTipRole)
        room = option.rect.width() - 2 * worn().px(8)
        if plain and QFontMetrics(worn().font(LETTERS)).horizontalAdvance(text) > room:
            QToolTip.showText(event.globalPos(), text, view, option.rect)
            return True
        return super().helpEvent(event, view, option, index)

    def _text(self, painter: QPainter, area: QRectF, index: Index) -> None:
        theme = worn()
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        given_font = index.data(Qt.ItemDataRole.FontRole)
        tall = area.height() > 2 * theme.px(SMALL_LETTERS) * _LINE
        font = given_font if isinstance(given_font, QFont) else theme.font(LETTERS)
        painter.setFont(fitting(text, font, int(area.width()) + 1))
        faulty = index.data(TONE_ROLE) == "act"
        painter.setPen(theme.tokens.colour("act" if faulty else "text"))
        given = index.data(Qt.ItemDataRole.TextAlignmentRole)
        align = given if given is not None else Qt.AlignmentFlag.AlignLeft
        if tall and painter.fontMetrics().horizontalAdvance(text) > area.width():
            painter.setFont(theme.font(SMALL_LETTERS))
            wrapped = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area, int(wrapped), text)
            return
        shown = painter.fontMetrics().elidedText(
            text.replace("\n", " "), Qt.TextElideMode.ElideRight, int(area.width()) + 1
        )
        painter.drawText(area, int(align) | int(Qt.AlignmentFlag.AlignVCenter), shown)


def fitting(text: str, font: QFont, room: int) -> QFont:
    """The font itself, or small letters where only they have room for the whole text."""
    if QFontMetrics(font).horizontalAdvance(text) <= room:
        return font
    small = QFont(font)
    small.setPixelSize(worn().px(SMALL_LETTERS))
    return small if QFontMetrics(small).horizontalAdvance(text) <= room else font


def _ground(index: Index, selected: bool) -> QColor | None:
    tokens = worn().tokens
    tone = index.data(TONE_ROLE)
    if tone:
        return tokens.colour(f"{tone}_soft")
    return tokens.colour("selection") if selected else None


def _is_current(option: QStyleOptionViewItem, index: Index) -> bool:
    view = option.widget
    return isinstance(view, QAbstractItemView) and view.hasFocus() and view.currentIndex() == index
