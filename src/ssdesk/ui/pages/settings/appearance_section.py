"""How the window looks to this person; every change is seen at once."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from ssdesk.settings import Theme, UiLanguage
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.settings.section import Section
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.labels import label
from ssdesk.ui.widgets.parts import Choices

# Arrows pass over what lies between; only where they stop is the window made anew.
PAUSE_MS = 250
PERCENTS = (100, 115, 130, 150, 175, 200)


class AppearanceSection(Section):
    """Language, colours, text size."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        tr = self.tr
        self.put_heading(tr("Giao diện"), tr("Chỉ đổi trên máy này; thay đổi có hiệu lực ngay."))
        now = page.bench.preferences.now
        self.language = self._choices(
            "language",
            tr("Ngôn ngữ"),
            [(UiLanguage.VI.value, "Tiếng &Việt", ""), (UiLanguage.EN.value, "&English", "")],
            now.language.value,
        )
        self.theme = self._choices(
            "theme",
            tr("Màu"),
            [
                (Theme.LIGHT.value, tr("&Sáng"), ""),
                (Theme.DARK.value, tr("&Tối"), ""),
                (Theme.HIGH_CONTRAST.value, tr("Tương &phản cao"), ""),
            ],
            now.theme.value,
        )
        nearest = min(PERCENTS, key=lambda percent: abs(percent - now.text_percent))
        self.text_size = self._choices(
            "text_size", tr("Cỡ chữ"), [(str(n), f"{n} %", "") for n in PERCENTS], str(nearest)
        )
        self.column.addStretch(1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._take)
        for choices in (self.language, self.theme, self.text_size):
            choices.chosen.connect(self._on_chosen)

    def _choices(
        self, name: str, words: str, offered: list[tuple[str, str, str]], now: str
    ) -> Choices:
        self.column.addWidget(label(words, "section", self))
        made = Choices(self)
        made.setObjectName(f"choose_{name}")
        made.set(offered)
        made.choose(now)
        made.setAccessibleName(words)
        made.setMaximumWidth(worn().px(760))
        self.column.addWidget(made)
        return made

    def _on_chosen(self, _: str) -> None:
        self._pause.start()

    def _take(self) -> None:
        preferences = self.page.bench.preferences
        theme, percent = Theme(self.theme.value()), int(self.text_size.value())
        language = UiLanguage(self.language.value())
        # Either makes this section anew.
        preferences.set_appearance(theme, percent)
        preferences.set_language(language)
