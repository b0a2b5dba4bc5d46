"""The status bar: unsent changes, last backup, rule pack, lock, and the work in the background."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class StatusFacts:
    """Sentences of the status bar, ready to be shown; an empty one is left out."""

    unsent: str = ""
    backup: str = ""
    rules: str = ""


class StatusBar(QFrame):
    """The bar.

    Signals:
        cancel_wanted: the person wants the background work to stop.
        lock_wanted: the lock was pressed.
    """

    cancel_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "status")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 8, 0)
        self._row.setSpacing(24)
        self._parts: dict[str, QLabel] = {}
        for name in ("unsent", "backup", "rules"):
            self._parts[name] = label("", "small", self)
            self._parts[name].setWordWrap(False)
            self._row.addWidget(self._parts[name], 0, Qt.AlignmentFlag.AlignVCenter)
        self.lock = QPushButton(self)
        self.lock.setProperty("kind", "status")
        self.lock.setObjectName("status_lock")
        self.lock.clicked.connect(self.lock_wanted)
        self._row.addWidget(self.lock, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        self._job = label("", "small", self)
        self._job.setWordWrap(False)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self.stop = QPushButton(self)
        self.stop.setProperty("kind", "small")
        self.stop.clicked.connect(self.cancel_wanted)
        for widget in (self._job, self._bar, self.stop):
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.restyle()
        self.show_idle()

    def restyle(self) -> None:
        """Show words in the language and theme of now."""
        theme = worn()
        self.setFixedHeight(theme.px(30))
        self._bar.setFixedWidth(theme.px(140))
        self._bar.setAccessibleName(self.tr("Tiến độ"))
        self.stop.setText(self.tr("Dừng"))
        self.lock.setText(self.tr("Ctrl+L khóa"))

    def come_last(self) -> None:
        """Let Tab come here behind every page: Qt goes by age, and pages are made later."""
        last = self.window().previousInFocusChain()
        while last is not None and not last.focusPolicy() & Qt.FocusPolicy.TabFocus:
            last = last.previousInFocusChain()
        if last is not None and last is not self.stop:
            self.setTabOrder(last, self.lock)
            self.setTabOrder(self.lock, self.stop)

    def set_facts(self, facts: StatusFacts) -> None:
        """Show these sentences."""
        for name, part in self._parts.items():
            part.setText(getattr(facts, name))
            part.setVisible(bool(part.text()))

    def show_busy(self, text: str, done: int, total: int) -> None:
        """Show how far the background work is; a total of 0 is unknown."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        count = f" {done}/{total}" if total else ""
        self._job.setText((text or self.tr("Đang làm…")) + count)
        for widget in (self._job, self._bar, self.stop):
            widget.show()

    def show_idle(self) -> None:
        """Nothing is running."""
        for widget in (self._job, self._bar, self.stop):
            widget.hide()
