"""How the window looks to this person; every change is seen at once."""

from __future__ import annotations

from ssdesk.settings import Theme, UiLanguage
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.settings.section import Section
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.labels import label
from ssdesk.ui.widgets.parts import Choices

PERCENTS = (100, 115, 130, 150, 175, 200)


class AppearanceSection(Section):
    """Language, colours, text size."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        tr = self.tr
        self.put_heading(tr("Giao diện"), tr("Chỉ đổi trên máy này; thay đổi có hiệu lực ngay."))
        now = page.bench.preferences.now
        self.language = self._choices(
            tr("Ngôn ngữ"),
            [(UiLanguage.VI.value, "Tiếng &Việt", ""), (UiLanguage.EN.value, "&English", "")],
            now.language.value,
        )
        self.theme = self._choices(
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
            tr("Cỡ chữ"), [(str(n), f"{n} %", "") for n in PERCENTS], str(nearest)
        )
        self.column.addStretch(1)
        self.language.chosen.connect(self._on_language)
        self.theme.chosen.connect(self._on_appearance)
        self.text_size.chosen.connect(self._on_appearance)

    def _choices(self, words: str, offered: list[tuple[str, str, str]], now: str) -> Choices:
        self.column.addWidget(label(words, "section", self))
        made = Choices(self)
        made.set(offered)
        made.choose(now)
        made.setAccessibleName(words)
        made.setMaximumWidth(worn().px(760))
        self.column.addWidget(made)
        return made

    def _on_language(self, value: str) -> None:
        self.page.bench.preferences.set_language(UiLanguage(value))

    def _on_appearance(self, _: str) -> None:
        preferences = self.page.bench.preferences
        preferences.set_appearance(Theme(self.theme.value()), int(self.text_size.value()))
