"""Ctrl+K: find a pupil, a page or a command from anywhere, without tone marks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ssdesk.domain.dates import format_date
from ssdesk.domain.money import format_dong
from ssdesk.domain.names import search_key
from ssdesk.services.context import Context
from ssdesk.services.receipts import Receipt, find_receipts
from ssdesk.services.search import PersonHit, find_people
from ssdesk.ui.actions import Action, plain
from ssdesk.ui.icons import icon
from ssdesk.ui.jobs import JobRunner
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.labels import label

MOST_SHOWN = 12
# Longer ones are ids and phones; no book has so many receipts.
MOST_DIGITS = 8
# Lines kept for pages and commands below many people, and pixels to the window's edges.
_HOLDING, _EDGE = 3, 16
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


@dataclass(frozen=True, slots=True)
class _Hit:
    """One thing that can be found.

    Args:
        kind: person, page or command.
        key: told when chosen; of a receipt the receipt itself.
        words: its line.
        detail: what tells it apart from others of the same name.
        found_by: words without tone marks.
    """

    kind: str
    key: str | Receipt
    words: str
    detail: str
    icon: str
    found_by: str

    def matches(self, wanted: str) -> bool:
        """Whether all words are in it."""
        return all(f" {part}" in f" {self.found_by}" for part in wanted.split())

    def begins(self, wanted: str) -> bool:
        """Whether its own name was typed, as far as it was typed."""
        return bool(wanted) and self.found_by.startswith(wanted)


class Palette(QDialog):
    """The field and its hits.

    Signals:
        chosen: a hit was chosen (person, page, command or receipt; its key, or the receipt).
    """

    chosen = Signal(str, object)

    def __init__(self, ctx: Context, jobs: JobRunner, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._ctx = ctx
        self._jobs = jobs
        self._hits: list[_Hit] = []
        self._people: tuple[_Hit, ...] = ()
        self._asked = ""
        theme = worn()
        self.setProperty("kind", "sheet")
        self.setFixedWidth(min(theme.px(620), parent.width() - 2 * _EDGE))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        frame = QFrame(self)
        frame.setProperty("kind", "popup")
        layout.addWidget(frame)
        column = QVBoxLayout(frame)
        column.setContentsMargins(1, 1, 1, 8)
        column.setSpacing(4)
        self.line = QLineEdit(frame)
        self.line.setProperty("kind", "palette")
        self.line.setPlaceholderText(self.tr("Gõ tên, 4 số cuối CCCD, lớp hoặc một lệnh…"))
        self.line.setAccessibleName(self.tr("Tìm mọi thứ"))
        self.line.textChanged.connect(self._on_text)
        self.line.installEventFilter(self)
        self.list = QListWidget(frame)
        self.list.setProperty("kind", "flat")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._on_item)
        hint = label(self.tr("↑ ↓ chọn · Enter mở · Esc đóng"), "small", frame)
        hint.setContentsMargins(16, 0, 0, 0)
        for widget in (self.line, self.list, hint):
            column.addWidget(widget)

    def offer_page(self, name: str, words: str, icon_name: str) -> None:
        """Let a page be found."""
        detail = self.tr("trang")
        self._hits.append(_Hit("page", name, words, detail, icon_name, search_key(words)))

    def offer_command(self, key: str, action: Action) -> None:
        """Let a command be found."""
        words, detail = plain(action.text), action.shortcut or self.tr("lệnh")
        found_by = search_key(words)
        self._hits.append(_Hit("command", key, words, detail, action.icon or "right", found_by))

    def open_over(self, window: QWidget) -> None:
        """Show it below the window's top bar, and within the window."""
        left, top = window.width() // 2 - self.width() // 2, worn().px(60)
        self._fill("")
        self.list.setFixedHeight(0)
        room = window.height() - top - _EDGE - self.sizeHint().height()
        line = self.list.sizeHintForRow(0)
        self.list.setFixedHeight(min(line * MOST_SHOWN + 4, room))
        self.adjustSize()
        self.move(window.mapToGlobal(window.rect().topLeft()) + QPoint(left, top))
        self.show()
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in _MOVES:
            step = -1 if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_PageUp) else 1
            row = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
            self.list.setCurrentRow(row)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_item(self.list.currentItem())
            return True
        return super().eventFilter(watched, event)

    def _on_text(self, text: str) -> None:
        self._people = ()
        self._fill(text)
        if search_key(text):
            self._asked = text
            ctx = self._ctx
            found = partial(self._on_people, text)
            self._jobs.run(self, lambda: _find(ctx, text), found)

    def _on_people(self, text: str, hits: tuple[_Hit, ...]) -> None:
        if text == self._asked:
            chosen, moved = self._chosen(), self.list.currentRow() > 0
            self._people = hits
            self._fill(text)
            if moved:
                self._choose(chosen)

    def _fill(self, text: str) -> None:
        found = self._found(search_key(text))
        self.list.clear()
        for hit in found:
            item = QListWidgetItem(self._icon(hit), f"{hit.words}   ·  {hit.detail}")
            item.setData(Qt.ItemDataRole.UserRole, (hit.kind, hit.key))
            self.list.addItem(item)
        if not found:
            nothing = QListWidgetItem(self.tr("Không tìm thấy gì"))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        self.list.setCurrentRow(0)

    def _found(self, wanted: str) -> list[_Hit]:
        """Pages and commands whose name was typed, then people, then what holds the words."""
        named = [hit for hit in self._hits if hit.begins(wanted)]
        holding = [hit for hit in self._hits if hit not in named and hit.matches(wanted)]
        room = MOST_SHOWN - len(named) - min(len(holding), _HOLDING)
        people = self._people[: max(room, 0)]
        return [*named, *people, *holding][:MOST_SHOWN]

    def _chosen(self) -> object:
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item is not None else None

    def _choose(self, wanted: object) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == wanted:
                self.list.setCurrentRow(row)

    def _icon(self, hit: _Hit) -> QIcon:
        return icon(hit.icon, "muted")

    def _on_item(self, item: QListWidgetItem | None) -> None:
        chosen = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if chosen is None:
            return
        self.close()
        self.chosen.emit(*chosen)
        self.deleteLater()


def _find(ctx: Context, text: str) -> tuple[_Hit, ...]:
    """People, and receipts where the text is a number; read on the database thread."""
    people = tuple(_person(hit) for hit in find_people(ctx, text, MOST_SHOWN) if hit.entry_id)
    if not text.strip().isdigit() or len(text.strip()) > MOST_DIGITS:
        return people
    today = ctx.clock.today()
    return (*people, *(_receipt(item) for item in find_receipts(ctx, text.strip(), today, today)))


def _receipt(found: Receipt) -> _Hit:
    detail = f"{format_date(found.issued_on)} · {format_dong(found.amount)} đ"
    words = f"{found.data.serial}/{found.data.book_number} · {found.data.number}"
    return _Hit("receipt", found, f"{words} · {found.payer_name}", detail, "receipts", "")


def _person(hit: PersonHit) -> _Hit:
    born = hit.birth_date.display() if hit.birth_date else ""
    detail = " · ".join(part for part in (hit.class_name, born) if part)
    return _Hit("person", hit.entry_id or "", hit.full_name, detail, "user", "")
