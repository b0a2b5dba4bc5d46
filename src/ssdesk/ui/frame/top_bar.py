"""The top bar: the program's name, search, the desk, its user, language and help."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ssdesk.settings import UiLanguage
from ssdesk.ui.frame.search_button import SearchButton
from ssdesk.ui.theme import worn
from ssdesk.ui.translation import current_language
from ssdesk.ui.widgets.labels import label


class TopBar(QFrame):
    """The bar.

    Signals:
        search_wanted: the search was pressed.
        language_wanted: the other language was pressed.
        help_wanted: help was pressed.
        year_wanted: another school year was chosen (its name).
    """

    search_wanted = Signal()
    language_wanted = Signal()
    help_wanted = Signal()
    year_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "top")
        self._shown = self._today = ""
        self._closed = False
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        self._brand = label("ssdesk", "brand", self)
        row.addWidget(self._brand)
        self.search = SearchButton(self)
        self.search.clicked.connect(self.search_wanted)
        row.addWidget(self.search, 10)
        row.addStretch(1)
        self.year = self._small("top_year")
        self._years = QMenu(self.year)
        self._years.triggered.connect(self._on_year)
        self.year.setMenu(self._years)
        row.addWidget(self.year)
        row.addSpacing(8)
        row.addLayout(self._whose())
        row.addSpacing(8)
        self.language = self._small("top_language")
        self.language.clicked.connect(self.language_wanted)
        self.help = self._small("top_help")
        self.help.clicked.connect(self.help_wanted)
        row.addWidget(self.language)
        row.addWidget(self.help)
        self.restyle()

    def _whose(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        self._desk = label("", "strong", self)
        self._user = label("", "small", self)
        self._user.setWordWrap(False)
        for each in (self._desk, self._user):
            each.setAlignment(Qt.AlignmentFlag.AlignRight)
            words.addWidget(each)
        words.addStretch(1)
        return words

    def set_desk(self, desk: str, user: str) -> None:
        """Show whose desk this is and who sits at it."""
        self._desk.setText(desk)
        self._user.setText(user)

    def set_years(
        self, shown: str, known: Sequence[str], today: str, closed: frozenset[str] = frozenset()
    ) -> None:
        """Show which school year is worked on; one not today's, or closed, stands out."""
        self._shown, self._today, self._closed = shown, today, shown in closed
        self._years.clear()
        for name in known:
            text = self.tr("{year} · đã khóa").format(year=name) if name in closed else name
            action = self._years.addAction(text)
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(name == shown)
        self.year.setVisible(bool(known))
        self._name_year()

    def open_years(self) -> None:
        """The list of years, for the keyboard."""
        if self.year.isVisible():
            self.year.showMenu()

    def _on_year(self, action: QAction) -> None:
        self.year_wanted.emit(action.data())

    def _name_year(self) -> None:
        words = self.tr("Năm học {year}").format(year=self._shown)
        if self._closed:
            words = self.tr("Năm học {year} · đã khóa").format(year=self._shown)
        self.year.setText(words)
        self.year.setAccessibleName(words)
        self.year.setToolTip(self.tr("Chọn năm học (Ctrl+Y)"))
        self.year.setProperty(
            "tone", "waiting" if self._closed or self._shown != self._today else ""
        )
        self.year.style().polish(self.year)

    def restyle(self) -> None:
        """Show words in the language and theme of now."""
        theme = worn()
        self.setFixedHeight(theme.px(52))
        self._brand.setFixedWidth(max(172, theme.px(90)))
        self.search.set_words(self.tr("Tìm học sinh, lớp, phiếu thu, lệnh…"))
        self.search.setAccessibleName(self.tr("Tìm mọi thứ (Ctrl+K)"))
        self._name_year()
        shown = "VI" if current_language() is UiLanguage.VI else "EN"
        self.language.setText(shown)
        self.language.setAccessibleName(self.tr("Ngôn ngữ: đổi sang tiếng Anh"))
        self.language.setToolTip(self.language.accessibleName())
        self.help.setText("F1")
        self.help.setAccessibleName(self.tr("Trợ giúp của trang này"))
        self.help.setToolTip(self.help.accessibleName())

    def _small(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setProperty("kind", "small")
        return button
