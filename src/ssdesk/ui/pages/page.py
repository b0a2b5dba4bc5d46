"""What every page is: a title, one line about it, actions, a body that is built and refreshed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from shiboken6 import delete

from ssdesk.domain.roles import Act, may
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.ui.actions import Action, ActionTable
from ssdesk.ui.bench import Bench
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.jobs import Progress
from ssdesk.ui.pages.typed import Typed
from ssdesk.ui.role_words import who_may
from ssdesk.ui.widgets.card import Card
from ssdesk.ui.widgets.page_header import PageHeader
from ssdesk.ui.widgets.scroll import scrolled

_T = TypeVar("_T")


CHOOSE_FILE = "choose file"
"""Opens a page that takes a file in, and asks for the file at once."""


class Page(QWidget):
    """Base of all pages; `ssdesk.ui.pages` says how to write one.

    Signals:
        page_wanted: show another page (its name, the argument of its `open_at`).
        toast_wanted: one line that goes away by itself (text, tone's value).
    """

    name: ClassVar[str] = ""
    interests: ClassVar[frozenset[Kind]] = frozenset(Kind)
    # Names of the actions that change something: forbidden where the account's role may not.
    changing: ClassVar[Mapping[Act, tuple[str, ...]]] = {}

    page_wanted = Signal(str, object)
    toast_wanted = Signal(str, str)

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        # True while nothing on the page can take the keyboard yet, as before the first rows came.
        self.waits_for_focus = False
        self._stale = True
        self._shown_before = False
        self.setObjectName(f"page_{self.name}")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 16, 24, 12)
        outer.setSpacing(12)
        self.header = PageHeader(self)
        outer.addWidget(self.header)
        self._holder = QVBoxLayout()
        outer.addLayout(self._holder, 1)
        self._body: QWidget | None = None
        self._typed = Typed()
        self.table: ActionTable | None = None
        self._make_body()

    # What a page says of itself -------------------------------------------------------------

    def title(self) -> str:
        """The page's name as its heading."""
        raise NotImplementedError

    def subtitle(self) -> str:
        """One line of what is shown; `update_header()` after it changed."""
        return ""

    def actions_of_page(self) -> tuple[Action, ...]:
        """The table of what can be done here, one of them primary."""
        return ()

    def build(self, body: QVBoxLayout) -> None:
        """Make the widgets; called again after another language, theme or text size."""
        raise NotImplementedError

    def refresh(self, changes: Changes | None) -> None:
        """Read anew through `run`; None: everything, else only what these changes touch."""

    def open_at(self, argument: object) -> None:
        """Show one thing, as asked by another page, the search or a to-do."""

    def first_focus(self) -> QWidget | None:
        """Where the keyboard is when the page opens, None for the first widget that takes it."""
        return None

    def scanned(self, payload: str) -> bool:  # noqa: ARG002 - the page that wants cards overrides
        """A card was scanned while this page was shown; True when the page took it."""
        return False

    def may_leave(self) -> bool:
        """False keeps the person on this page; half-typed forms need not ask, they are kept."""
        return True

    # What a page is given -------------------------------------------------------------------

    @property
    def ctx(self) -> Context:
        """The open desk, to be handed to services inside `run`."""
        return self.bench.ctx

    def run(
        self,
        work: Callable[[], _T],
        done: Callable[[_T], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Run a service on the database thread; without `failed` the error's sentence is shown."""
        self.bench.jobs.run(self, work, self._keeping_focus(done), failed or self.show_error)

    def run_long(
        self,
        work: Callable[[Progress], _T],
        done: Callable[[_T], object] | None,
        label: str,
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Run a service of more than half a second with a bar that counts and a way to stop."""
        then = self._keeping_focus(done)
        self.bench.jobs.run_long(self, work, then, label, failed or self.show_error)

    def _keeping_focus(self, done: Callable[[_T], object] | None) -> Callable[[_T], object] | None:
        # What a result hides may have had the keyboard; Qt would hand it to another page part
        # or to the search above, and the page's keys would be dead.
        if done is None:
            return None

        def then(result: _T) -> None:
            self._dress()
            had = self._has_focus()
            done(result)
            self._typed.give_back(self)
            if had and self.isVisible() and not self._has_focus():
                self.take_focus()

        return then

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def show_error(self, error: Exception) -> None:
        """The sentence of an error, with its remedy."""
        self.bench.messages.error(self, error)

    def toast(self, text: str, tone: str = "done") -> None:
        """One line that goes away by itself: what was done needs no pressing of OK."""
        self.toast_wanted.emit(text, tone)

    def go(self, page: str, argument: object = None) -> None:
        """Show another page of this desk."""
        self.page_wanted.emit(page, argument)

    def update_header(self) -> None:
        """Show the title and subtitle as they are now."""
        title = self.title()
        self.header.set_texts(title, self.subtitle())
        for grid in self.findChildren(GridView):
            grid.call(_card_title(grid) or title)

    def enable(self, action: str, enabled: bool) -> None:
        """Allow or forbid one of the page's actions."""
        if self.table is not None:
            self.table.set_enabled(action, enabled)

    # How the window drives it ---------------------------------------------------------------

    def take_changes(self, changes: Changes) -> None:
        """The store changed: refresh now, or when shown next."""
        if not changes.kinds & self.interests:
            return
        if self.isVisible():
            self.refresh(changes)
        else:
            self._stale = True

    def enter(self) -> None:
        """The page comes to the front."""
        self._dress()
        self.update_header()
        if self._stale:
            self._stale = False
            self.refresh(None)
        # The stack shows the page after this call; only then can it take the keyboard.
        QTimer.singleShot(0, self, self.take_focus)

    def take_focus(self) -> None:
        """Put the keyboard where work starts."""
        target = self.first_focus()
        if target is not None and (self._is_put_away(target) or not target.isEnabled()):
            target = None
        if target is None and self._body is not None:
            target = self._first_with_keys(self._body)
        self.waits_for_focus = target is None
        # Without the keyboard on the page its keys would be dead.
        target = target or self._first_button()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_with_keys(self, body: QWidget) -> QWidget | None:
        widget = body.nextInFocusChain()
        while widget is not None and widget is not body:
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            inside = body.isAncestorOf(widget) and not self._is_put_away(widget)
            if takes and inside and widget.isEnabled():
                return widget
            widget = widget.nextInFocusChain()
        return None

    def _is_put_away(self, widget: QWidget) -> bool:
        # What was made just now is not visible yet, but nobody has hidden it.
        above: QWidget | None = widget
        while above is not None and above is not self:
            said = above.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
            if said and above.isHidden():
                return True
            above = above.parentWidget()
        return False

    def _first_button(self) -> QWidget | None:
        buttons = self.header.findChildren(QPushButton)
        shown = (each for each in buttons if not self._is_put_away(each))
        return next((each for each in shown if each.isEnabled()), None)

    def undress(self) -> None:
        """Drop the widgets of a page nobody sees; they are made anew when it is wanted."""
        if self._body is None:
            return
        self._typed.take(self)
        self._stale = True
        self._holder.removeWidget(self._body)
        delete(self._body)
        self._body = None

    def _dress(self) -> None:
        if self._body is None:
            self._make_body()
            self._typed.give_back(self)

    def rebuild(self) -> None:
        """Make the page anew in the language and theme of now; what was typed stays."""
        self._typed.take(self)
        self._make_body()
        self._typed.give_back(self)
        self.update_header()
        if self._shown_before or self.isVisible():
            self._stale = False
            self.refresh(None)
        if self.isVisible():
            QTimer.singleShot(0, self, self._take_focus_back)

    def _take_focus_back(self) -> None:
        if not self._typed.give_focus(self):
            self.take_focus()

    def _make_body(self) -> None:
        if self._body is not None:
            self._shown_before = not self._stale
            self._holder.removeWidget(self._body)
            self._body.hide()
            self._body.setParent(None)
            self._body.deleteLater()
        if self.table is not None:
            self.table.drop()
        self._body = QWidget(self)
        layout = QVBoxLayout(self._body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self.table = ActionTable(self, self.actions_of_page(), self._refused())
        self.header.set_buttons(self.table.button_row(self.header))
        self.build(layout)
        self._holder.addWidget(self._body)
        self.update_header()

    def _refused(self) -> dict[str, str]:
        role = self.ctx.account.role
        return {
            name: who_may(act)
            for act, names in self.changing.items()
            if not may(role, act)
            for name in names
        }


def _card_title(grid: QWidget) -> str:
    above = grid.parentWidget()
    while above is not None and not isinstance(above, Card):
        above = above.parentWidget()
    return above.title() if isinstance(above, Card) else ""


__all__ = ["Page", "scrolled"]
