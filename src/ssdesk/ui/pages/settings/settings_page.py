"""Settings: the desk's profile, accounts, backups, appearance."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ssdesk.services.changes import Changes, Kind
from ssdesk.ui.actions import Action
from ssdesk.ui.bench import Bench
from ssdesk.ui.pages.page import Page, scrolled
from ssdesk.ui.pages.settings.accounts_section import AccountsSection
from ssdesk.ui.pages.settings.appearance_section import AppearanceSection
from ssdesk.ui.pages.settings.backups_section import BackupsSection
from ssdesk.ui.pages.settings.desks_section import DesksSection
from ssdesk.ui.pages.settings.profile_section import ProfileSection
from ssdesk.ui.pages.settings.section import Section
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.side_list import SideList, SideRow


class SettingsPage(Page):
    """Sections left, the chosen one right."""

    name: ClassVar[str] = "settings"
    interests: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.DESK, Kind.ACCOUNT, Kind.BACKUP, Kind.PEER}
    )

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        self._section = "profile"
        super().__init__(bench, parent)

    def title(self) -> str:
        return self.tr("Cài đặt")

    def subtitle(self) -> str:
        return self.tr("Hồ sơ đơn vị, tài khoản, sao lưu, giao diện")

    def actions_of_page(self) -> tuple[Action, ...]:
        return (Action("primary", self.tr("&Lưu hồ sơ"), "do_primary", "Ctrl+S", primary=True),)

    def build(self, body: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(24)
        self.list = SideList(self.tr("MỤC"), self)
        self.list.setFixedWidth(worn().px(180))
        self.stack = QStackedWidget(self)
        self.sections: dict[str, Section] = {
            "profile": ProfileSection(self),
            "accounts": AccountsSection(self),
            "backups": BackupsSection(self),
            "desks": DesksSection(self),
            "appearance": AppearanceSection(self),
        }
        words = (
            self.tr("Hồ sơ đơn vị"),
            self.tr("Tài khoản"),
            self.tr("Sao lưu"),
            self.tr("Bàn khác"),
            self.tr("Giao diện"),
        )
        names = list(self.sections)
        for name, section in self.sections.items():
            self.stack.addWidget(scrolled(section, self.stack) if name == "profile" else section)
        pairs = zip(names, words, strict=True)
        self.list.set([SideRow(name, each) for name, each in pairs], self._section)
        self.list.chosen.connect(self._on_chosen)
        row.addWidget(self.list)
        row.addWidget(self.stack, 1)
        body.addLayout(row)
        self._show_section(self._section)

    def refresh(self, changes: Changes | None) -> None:
        for name, section in self.sections.items():
            if changes is None or name != "profile" or changes.touches(Kind.DESK):
                section.read()

    def open_at(self, argument: object) -> None:
        self.list.choose(str(argument))

    def first_focus(self) -> QWidget | None:
        return self.list

    def do_primary(self) -> None:
        """Ctrl+S."""
        self.sections[self._section].do_primary()

    def _on_chosen(self, name: str) -> None:
        self._show_section(name)

    def _show_section(self, name: str) -> None:
        self._section = name
        self.stack.setCurrentIndex(list(self.sections).index(name))
        words = self.sections[name].primary_words()
        if self.table is not None:
            button = self.table.button("primary")
            button.setVisible(bool(words))
            self.table.set_enabled("primary", bool(words))
            if words:
                self.table.set_text("primary", words)
