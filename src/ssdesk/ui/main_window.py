"""The window: a stack of pages and a table of actions, nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ssdesk.services.changes import Changes, Kind
from ssdesk.settings import UiLanguage
from ssdesk.ui.actions import Action, ActionTable
from ssdesk.ui.bench import Bench
from ssdesk.ui.desk_facts import DeskFacts, read_facts
from ssdesk.ui.dialogs.help_keys import HelpKeys
from ssdesk.ui.dialogs.keys import KeysDialog, keys_inside, keys_of
from ssdesk.ui.dialogs.palette import Palette
from ssdesk.ui.forms.dialog import FormDialog
from ssdesk.ui.frame.rail import Rail, page_words
from ssdesk.ui.frame.status_bar import StatusBar
from ssdesk.ui.frame.top_bar import TopBar
from ssdesk.ui.help import HelpDialog
from ssdesk.ui.pages import Page, PageEntry
from ssdesk.ui.scanner import ScannerFilter
from ssdesk.ui.theme import worn
from ssdesk.ui.translation import is_language_change
from ssdesk.ui.widgets.scroll import scrolled
from ssdesk.ui.widgets.toast import Toast


class MainWindow(QMainWindow):
    """The window of one desk.

    Signals:
        lock_wanted: Ctrl+L; the person goes away for a while.
        closed: the window was closed.
    """

    lock_wanted = Signal()
    closed = Signal()

    def __init__(self, bench: Bench, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        self._bench = bench
        self._entries = {entry.page.name: entry for entry in entries}
        self._pages: dict[str, Page] = {}
        self._areas: dict[str, QScrollArea] = {}
        self.setWindowTitle("ssdesk")
        self.setMinimumSize(1024, 640)
        self._frame()
        self._table = ActionTable(self, self._actions())
        self._toast = Toast(self, self.top)
        self._scanner = ScannerFilter(self)
        self._scanner.scanned.connect(self._on_scanned)
        HelpKeys(self._topic, self)
        bench.jobs.changed.connect(self._on_changed)
        bench.jobs.failed.connect(self._on_failed)
        bench.jobs.busy.connect(self.status.show_busy)
        bench.jobs.idle.connect(self._on_idle)
        worn().changing.connect(self._undress_hidden)
        worn().changed.connect(self._on_dressed)
        self._read_facts()
        self.show_page(next(iter(self._entries)))

    def _frame(self) -> None:
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.top = TopBar(middle)
        self.rail = Rail(tuple(self._entries.values()), middle)
        self.stack = QStackedWidget(middle)
        self.status = StatusBar(middle)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        column.addWidget(self.top)
        column.addLayout(row, 1)
        column.addWidget(self.status)
        self.setCentralWidget(middle)
        self.top.search_wanted.connect(self.open_palette)
        self.top.language_wanted.connect(self.switch_language)
        self.top.help_wanted.connect(self.open_help)
        self.top.year_wanted.connect(self._choose_year)
        self._bench.years.changed.connect(self._on_year)
        self.rail.page_chosen.connect(self.show_page)
        self.status.lock_wanted.connect(self.lock_wanted)
        self.status.cancel_wanted.connect(self._bench.jobs.cancel)

    def _actions(self) -> tuple[Action, ...]:
        return (
            Action("palette", self.tr("Tìm mọi thứ"), "open_palette", "Ctrl+K", hidden=True),
            Action("help", self.tr("Trợ giúp"), "open_help", "F1", hidden=True),
            Action("keys", self.tr("Phím trên trang này"), "open_keys", "Shift+F1", hidden=True),
            Action("lock", self.tr("Khóa máy"), "lock", "Ctrl+L", hidden=True),
            Action("next_page", self.tr("Trang sau"), "next_page", "Ctrl+Tab", hidden=True),
            Action("last_page", self.tr("Trang trước"), "last_page", "Ctrl+Shift+Tab", hidden=True),
            Action("language", self.tr("Đổi ngôn ngữ"), "switch_language", hidden=True),
            Action("year", self.tr("Chọn năm học"), "choose_year", "Ctrl+Y", hidden=True),
            Action("rail", self.tr("Đến danh sách trang"), "focus_rail", "Alt+0", hidden=True),
            Action("stop", self.tr("Dừng việc đang chạy"), "stop_work", hidden=True),
        )

    # Pages ----------------------------------------------------------------------------------

    def page(self, name: str) -> Page:
        """The page of that name, made when first wanted."""
        if name not in self._pages:
            made = self._entries[name].page(self._bench, self.stack)
            made.page_wanted.connect(self.show_page)
            made.toast_wanted.connect(self._toast.tell)
            self._pages[name] = made
            # With large text a page may need more room than the window has.
            self._areas[name] = scrolled(made, self.stack, sideways=True)
            self.stack.addWidget(self._areas[name])
        return self._pages[name]

    def current_page(self) -> Page | None:
        """The page in front."""
        found = self.stack.currentWidget()
        page = found.widget() if isinstance(found, QScrollArea) else None
        return page if isinstance(page, Page) else None

    def show_page(self, name: str, argument: object = None) -> None:
        """Bring a page to the front, and there what the argument asks for."""
        before = self.current_page()
        if name not in self._entries:
            return
        if before is not None and before.name != name and not before.may_leave():
            self.rail.mark(before.name)
            return
        page = self.page(name)
        self.rail.mark(name)
        self.stack.setCurrentWidget(self._areas[name])
        page.enter()
        if argument is not None:
            page.open_at(argument)

    def next_page(self) -> None:
        """The page below in the rail."""
        self._step(1)

    def last_page(self) -> None:
        """The page above in the rail."""
        self._step(-1)

    def _step(self, step: int) -> None:
        names, current = self.rail.names, self.current_page()
        place = names.index(self.rail.line_of(current.name)) if current is not None else 0
        self.show_page(names[(place + step) % len(names)])

    # Actions --------------------------------------------------------------------------------

    def open_palette(self) -> None:
        """Find a person, a page or a command."""
        palette = Palette(self._bench.ctx, self._bench.jobs, self)
        for entry in self._entries.values():
            palette.offer_page(entry.page.name, page_words(entry), entry.icon)
        current = self.current_page()
        if current is not None and current.table is not None:
            for action in current.table.actions:
                if current.table.is_enabled(action.name):
                    palette.offer_command(f"page:{action.name}", action)
        for action in self._table.actions:
            if action.name != "palette":
                palette.offer_command(f"window:{action.name}", action)
        palette.chosen.connect(self._on_palette)
        palette.open_over(self)

    def _on_palette(self, kind: str, key: object) -> None:
        current = self.current_page()
        if kind == "receipt":
            self.show_page("receipts", key)
        elif not isinstance(key, str):
            return
        elif kind == "page":
            self.show_page(key)
        elif kind == "person":
            self.show_page("pupils", key)
        elif kind == "command" and key.startswith("window:"):
            self._table.trigger(key.removeprefix("window:"))
        elif kind == "command" and current is not None and current.table is not None:
            current.table.trigger(key.removeprefix("page:"))

    def open_help(self) -> None:
        """Help for the page in front."""
        dialog = HelpDialog(self._topic(), self)
        dialog.exec()
        dialog.deleteLater()

    def _topic(self) -> str:
        current = self.current_page()
        return current.name if current else "overview"

    def open_keys(self) -> None:
        """Every key that works here: on the page, in its grids and forms, in the window."""
        current = self.current_page()
        groups = [keys_of(self.tr("Ở mọi trang"), self._table.actions)]
        if current is not None and current.table is not None:
            groups[:0] = [keys_of(current.title(), current.table.actions), *keys_inside(current)]
        dialog = KeysDialog(groups, self)
        dialog.exec()
        dialog.deleteLater()

    def switch_language(self) -> None:
        """The other language, at once."""
        now = self._bench.preferences.now.language
        other = UiLanguage.EN if now is UiLanguage.VI else UiLanguage.VI
        self._bench.preferences.set_language(other)

    def lock(self) -> None:
        """Hide everything until the password is typed."""
        self.lock_wanted.emit()

    def choose_year(self) -> None:
        """The list of school years."""
        self.top.open_years()

    def _choose_year(self, name: str) -> None:
        current = self.current_page()
        if current is None or current.may_leave():
            self._bench.years.choose(name, self._bench.year_of_today)

    def _on_year(self) -> None:
        """Pages are made anew: what they hold is of the year that was shown."""
        current = self.current_page()
        for name, page in self._pages.items():
            self.stack.removeWidget(self._areas[name])
            self._areas[name].deleteLater()
            page.hide()
        self._pages.clear()
        self._areas.clear()
        self._show_year()
        self.show_page(current.name if current is not None else next(iter(self._entries)))

    def _show_year(self) -> None:
        bench = self._bench
        years = bench.years
        self.top.set_years(bench.school_year, years.known, bench.year_of_today, years.closed)

    def focus_rail(self) -> None:
        """The keyboard goes to the list of pages."""
        self.rail.take_focus()

    def stop_work(self) -> None:
        """Ask the background work to stop."""
        self._bench.jobs.cancel()

    def tell(self, text: str, tone: str) -> None:
        """Say one line that goes away by itself."""
        self._toast.tell(text, tone)

    def focusNextPrevChild(self, forward: bool) -> bool:
        self.status.come_last()
        return super().focusNextPrevChild(forward)

    # Events ---------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        if is_language_change(event) and hasattr(self, "_table"):
            self._rename()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        current = self.current_page()
        if current is not None and not current.may_leave():
            event.ignore()
            return
        self.closed.emit()
        super().closeEvent(event)

    def _rename(self) -> None:
        for action in self._actions():
            self._table.set_text(action.name, action.text)
        self._on_dressed()

    def _on_dressed(self) -> None:
        for part in (self.top, self.rail, self.status):
            part.restyle()
        self._undress_hidden()
        current = self.current_page()
        if current is not None:
            current.rebuild()
        self._read_facts()

    def _undress_hidden(self) -> None:
        # Qt gives every widget its new look at once, which takes seconds: there are fewer now.
        current = self.current_page()
        for page in self._pages.values():
            if page is not current:
                page.undress()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        for page in self._pages.values():
            page.take_changes(changes)
        if changes.touches(*Kind):
            self._read_facts()

    def _on_idle(self) -> None:
        self.status.show_idle()
        current = self.current_page()
        if current is not None and current.waits_for_focus:
            current.take_focus()

    def _on_failed(self, error: Exception) -> None:
        self._bench.messages.error(self, error)

    def _on_scanned(self, payload: str) -> None:
        open_dialog = QApplication.activeModalWidget()
        if open_dialog is not None:
            if isinstance(open_dialog, FormDialog):
                open_dialog.take_card(payload)
            return
        current = self.current_page()
        if current is not None and current.scanned(payload):
            return
        if "pupils" in self._entries:
            self.show_page("pupils")
            self.page("pupils").scanned(payload)

    def _read_facts(self) -> None:
        bench = self._bench
        bench.jobs.run(self, lambda: read_facts(bench.ctx), self._on_facts)

    def _on_facts(self, facts: DeskFacts) -> None:
        self.top.set_desk(facts.desk, facts.user())
        self._bench.years.set_known(facts.years, self._bench.year_of_today)
        self._bench.years.closed = facts.closed_years
        self._show_year()
        self.status.set_facts(facts.status())
        self.setWindowTitle(f"{facts.desk} – ssdesk" if facts.desk else "ssdesk")
