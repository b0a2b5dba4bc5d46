"""Shift+F1: every key that works on the page in front, at one glance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ssdesk.ui.actions import Action, plain
from ssdesk.ui.forms.form import Form
from ssdesk.ui.forms.told import told_of_field
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.editable import EditableRows
from ssdesk.ui.theme import LARGE_TEXT, worn
from ssdesk.ui.widgets.card import Card
from ssdesk.ui.widgets.labels import label
from ssdesk.ui.widgets.scroll import scrolled


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys that belong together: each with what it does."""

    title: str
    keys: tuple[tuple[str, str], ...]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Keys", text)


def keys_of(title: str, actions: Sequence[Action]) -> KeyGroup:
    """The actions that have a key."""
    return KeyGroup(
        title,
        tuple((_shown(each.shortcut), plain(each.text)) for each in actions if each.shortcut),
    )


def keys_inside(page: QWidget) -> tuple[KeyGroup, ...]:
    """Keys of the grids and forms that a page has."""
    told = (told_of_field(form) for form in page.findChildren(Form) if form.isVisible())
    groups = [KeyGroup(*each) for each in told if each is not None]
    grids = page.findChildren(GridView)
    if grids:
        typed = any(isinstance(grid.model(), EditableRows) for grid in grids)
        groups.append(
            KeyGroup(_tr("Trong bảng"), (*_grid_keys(), *(_cell_keys() if typed else ())))
        )
    if page.findChildren(Form):
        groups.append(KeyGroup(_tr("Trong phiếu"), _form_keys()))
    return tuple(groups)


def _grid_keys() -> tuple[tuple[str, str], ...]:
    return (
        ("Enter", _tr("mở dòng")),
        ("Shift+↑ ↓", _tr("chọn nhiều dòng")),
        ("Ctrl+F", _tr("lọc cột đang đứng")),
        ("Ctrl+Shift+L", _tr("chọn cột để xem")),
        ("Ctrl+C", _tr("chép ra Excel")),
        ("F8 / Shift+F8", _tr("ô phải xem kế tiếp / trước")),
    )


def _cell_keys() -> tuple[tuple[str, str], ...]:
    return (
        ("F2", _tr("sửa ô")),
        ("Ctrl+V", _tr("dán khối từ Excel")),
        ("Ctrl+D", _tr("điền xuống")),
        ("Ctrl+Z", _tr("hoàn tác, cho đến khi lưu")),
        ("Delete", _tr("xóa trắng ô")),
    )


def _form_keys() -> tuple[tuple[str, str], ...]:
    return (
        ("Enter / Shift+Enter", _tr("ô kế / ô trước")),
        ("F4", _tr("mở danh sách chọn")),
        ("Ctrl+Enter", _tr("lưu")),
    )


def _shown(shortcut: str) -> str:
    text = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return text.replace("Return", "Enter")


def _spread(groups: Sequence[KeyGroup], count: int) -> list[list[KeyGroup]]:
    """Columns of about the same number of keys."""
    columns: list[list[KeyGroup]] = [[] for _ in range(count)]
    for group in groups:
        min(columns, key=lambda each: sum(len(one.keys) for one in each)).append(group)
    return columns


class KeysDialog(QDialog):
    """Groups of keys in two columns; Esc closes."""

    def __init__(self, groups: Sequence[KeyGroup], parent: QWidget) -> None:
        super().__init__(parent)
        theme = worn()
        self._groups = [group for group in groups if group.keys]
        self.setWindowTitle(self.tr("Phím trên trang này"))
        self.resize(theme.px(860), theme.px(600))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 16)
        outer.addWidget(label(self.tr("Phím trên trang này"), "heading", self))
        holder = QWidget(self)
        columns = QHBoxLayout(holder)
        columns.setContentsMargins(0, 0, 8, 0)
        columns.setSpacing(12)
        for stack in _spread(self._groups, 2 if theme.percent < LARGE_TEXT else 1):
            column = QVBoxLayout()
            column.setSpacing(12)
            for group in stack:
                column.addWidget(self._card(group, holder))
            column.addStretch(1)
            columns.addLayout(column, 1)
        self._area = scrolled(holder, self)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(self.text())
        outer.addWidget(self._area, 1)
        self._area.setFocus()

    def text(self) -> str:
        """All keys as a screen reader says them."""
        lines = (line for group in self._groups for line in group.keys)
        return "; ".join(f"{key}: {words}" if key else words for key, words in lines)

    def _card(self, group: KeyGroup, parent: QWidget) -> Card:
        card = Card(group.title, parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(worn().px(14))
        grid.setVerticalSpacing(worn().px(6))
        grid.setColumnStretch(1, 1)
        for line, (key, words) in enumerate(group.keys):
            if key:
                top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
                grid.addWidget(label(key, "key", card), line, 0, top)
            grid.addWidget(label(words, "wrap", card), line, int(bool(key)), 1, 1 if key else 2)
        card.body.addLayout(grid)
        return card
