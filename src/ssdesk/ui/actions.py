"""What a page can do: a table of actions, each with its words, its key and its handler's name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from ssdesk.ui.icons import icon
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.page_header import ButtonRow


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the person can do on a page.

    Args:
        name: stable name, for tests and for enabling it.
        text: translated words with their mnemonic, `self.tr("Đón&g tiền")`.
        handler: name of the page's method without arguments.
        shortcut: key such as `F9` or `Ctrl+Return`; shown on the button where short.
        icon: name of an icon, empty for none.
        primary: the one filled button of the page.
        hidden: reached by its key and by Ctrl+K only, without a button.
    """

    name: str
    text: str
    handler: str
    shortcut: str = ""
    icon: str = ""
    primary: bool = False
    hidden: bool = False


class ActionTable:
    """The actions of one owner as QActions, with their buttons.

    Args:
        refused: why the account's role may not do an action, by its name.
    """

    def __init__(
        self,
        owner: QWidget,
        actions: Sequence[Action],
        refused: Mapping[str, str] | None = None,
    ) -> None:
        self._owner = owner
        self._refused = refused or {}
        self.actions = tuple(actions)
        self._qt: dict[str, QAction] = {}
        self._buttons: dict[str, QPushButton] = {}
        for action in actions:
            self._qt[action.name] = self._make(action)

    def button_row(self, parent: QWidget) -> ButtonRow:
        """A row of buttons, the primary one last."""
        row = ButtonRow(parent)
        shown = [action for action in self.actions if not action.hidden]
        shown.sort(key=lambda item: item.primary)
        row.put([self._button(action, row) for action in shown])
        return row

    def set_enabled(self, name: str, enabled: bool) -> None:
        """Allow or forbid an action; its key is dead while forbidden, and a role stays a role."""
        enabled = enabled and name not in self._refused
        self._qt[name].setEnabled(enabled)
        if name in self._buttons:
            self._buttons[name].setEnabled(enabled)

    def set_text(self, name: str, text: str) -> None:
        """Other words on an action and its button."""
        self._qt[name].setText(text)
        if name in self._buttons:
            action = next(item for item in self.actions if item.name == name)
            self._buttons[name].setText(_with_key(text, action.shortcut))

    def only_on(self, name: str, widget: QWidget) -> None:
        """Let the key act only while a widget has the keyboard: for keys that others need too."""
        made = self._qt[name]
        self._owner.removeAction(made)
        made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        widget.addAction(made)

    def trigger(self, name: str) -> None:
        """Do it as if its button were pressed; nothing where it is forbidden."""
        self._qt[name].trigger()

    def is_enabled(self, name: str) -> bool:
        """Whether the action can be done now."""
        return self._qt[name].isEnabled()

    def button(self, name: str) -> QPushButton:
        """The button of an action that has one."""
        return self._buttons[name]

    def drop(self) -> None:
        """Take the actions away from their owner again."""
        for made in self._qt.values():
            self._owner.removeAction(made)
            made.deleteLater()
        self._qt.clear()
        self._buttons.clear()

    def _make(self, action: Action) -> QAction:
        made = QAction(action.text, self._owner)
        made.setObjectName(action.name)
        if action.shortcut:
            made.setShortcut(QKeySequence(action.shortcut))
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        handler: Callable[[], object] = getattr(self._owner, action.handler)
        # Drops the `checked` flag that Qt would pass to the handler.
        made.triggered.connect(_Call(handler))
        if action.name in self._refused:
            made.setEnabled(False)
            made.setToolTip(self._refused[action.name])
        self._owner.addAction(made)
        return made

    def _button(self, action: Action, parent: QWidget) -> QPushButton:
        button = QPushButton(_with_key(action.text, action.shortcut), parent)
        button.setObjectName(f"action_{action.name}")
        button.setProperty("kind", "primary" if action.primary else "plain")
        button.setAccessibleName(plain(action.text))
        if action.icon:
            # The style sheet knows no gap between icon and words.
            button.setText(" " + button.text())
            button.setIconSize(QSize(worn().px(16), worn().px(16)))
            button.setIcon(icon(action.icon, "on_brand" if action.primary else "text"))
        button.setEnabled(self._qt[action.name].isEnabled())
        button.setToolTip(self._refused.get(action.name, ""))
        button.setAccessibleDescription(self._refused.get(action.name, ""))
        button.clicked.connect(self._qt[action.name].trigger)
        self._buttons[action.name] = button
        return button


class _Call:
    """Calls a handler without the arguments of the signal."""

    def __init__(self, handler: Callable[[], object]) -> None:
        self._handler = handler

    def __call__(self, *_: object) -> None:
        self._handler()


def plain(text: str) -> str:
    """The words without the mark of their mnemonic."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _with_key(text: str, shortcut: str) -> str:
    if not shortcut:
        return text
    shown = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    shown = shown.replace("Return", "Enter")
    return f"{text}  {shown}" if len(shown) <= 3 else f"{text} · {shown}"
