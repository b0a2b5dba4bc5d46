"""The end of a school year: a check list, closed with one key, opened again with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ssdesk.domain.roles import Act
from ssdesk.services import desk, reports, year_close
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.reports import ReportRequest
from ssdesk.services.year_close import OpenKind, YearClose, YearClosed
from ssdesk.ui.actions import Action
from ssdesk.ui.bench import Bench
from ssdesk.ui.pages.page import Page, scrolled
from ssdesk.ui.pages.school.year_close.words import PAGES, CloseWords
from ssdesk.ui.theme import worn
from ssdesk.ui.translation import current_language
from ssdesk.ui.widgets.card import Card
from ssdesk.ui.widgets.chip import Chip, StatusChip, Tone
from ssdesk.ui.widgets.labels import label
from ssdesk.ui.widgets.parts import EmptyState
from ssdesk.ui.widgets.todo_list import TodoList


class YearClosePage(Page):
    """What is open left, what closing means right."""

    name = "year_close"
    interests: ClassVar[frozenset[Kind]] = frozenset(Kind)
    changing: ClassVar[Mapping[Act, tuple[str, ...]]] = {Act.KEEP_DESK: ("close", "open")}

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        self._seen: YearClose | None = None
        self._nobody = False
        super().__init__(bench, parent)

    def title(self) -> str:
        return self.tr("Khóa sổ năm học")

    def subtitle(self) -> str:
        if self._seen is None:
            return self.tr("Việc còn lại của năm, rồi khóa để không gì đổi nữa")
        open_items = len(self._seen.open_items)
        words = self.tr("Năm học {year}: còn {n} việc")
        if not open_items:
            words = self.tr("Năm học {year}: mọi việc đã xong")
        return words.format(year=self._seen.school_year, n=open_items)

    def actions_of_page(self) -> tuple[Action, ...]:
        return (
            Action("summary", self.tr("&Tổng hợp năm học"), "show_summary", "F8"),
            Action("open", self.tr("&Mở lại"), "reopen", "Shift+F9"),
            Action("close", self.tr("&Khóa năm học"), "close_year", "Ctrl+Return", primary=True),
            Action("back", self.tr("Về báo cáo"), "go_back", "Escape", hidden=True),
        )

    def build(self, body: QVBoxLayout) -> None:
        self._words = CloseWords(self)
        self._empty = EmptyState(
            "calendar",
            self.tr("Năm học này chưa có học sinh"),
            self.tr("Có danh sách rồi, trang này kể việc còn lại trước khi khóa sổ cuối năm."),
            self,
        )
        self._empty.add_button(self.tr("Đến trang &Học sinh"), self._to_pupils)
        self._content = QWidget(self)
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        card = Card(self.tr("Trước khi khóa"), self._content)
        self.items = TodoList(card)
        self.items.setAccessibleName(card.title())
        self.items.activated.connect(self._on_item)
        card.body.addWidget(scrolled(self.items, card), 1)
        card.body.addWidget(label(self.tr("Enter đến nơi làm việc ấy."), "small", card))
        row.addWidget(card, 1)
        row.addWidget(self._side())
        body.addWidget(self._empty)
        body.addWidget(self._content)
        self._show()

    def _side(self) -> Card:
        card = Card(self.tr("Năm học"), self._content)
        card.setFixedWidth(worn().px(340))
        self._chip = StatusChip(card)
        self._who = label("", "wrap", card)
        about = self.tr(
            "Khóa rồi thì không thu, không đăng ký, không đổi danh sách của năm ấy nữa; trả lời "
            "của cơ quan BHXH và xác nhận của ngân hàng vẫn nhận được. Mở lại cần lý do, lý do "
            "được giữ."
        )
        for widget in (self._chip, self._who, label(about, "wrap", card)):
            card.body.addWidget(widget)
        card.body.addStretch(1)
        return card

    # Reading --------------------------------------------------------------------------------

    def refresh(self, changes: Changes | None) -> None:  # noqa: ARG002 - everything is read
        self.run(partial(self._read, self.bench.school_year), self._on_seen)

    def _read(self, school_year: str) -> YearClose | None:
        known = {year.name for year in desk.list_school_years(self.ctx)}
        return year_close.read_close(self.ctx, school_year) if school_year in known else None

    def _on_seen(self, seen: YearClose | None) -> None:
        first = self._seen is None
        self._seen, self._nobody = seen, seen is None
        self._show()
        self.update_header()
        if first and self.isVisible():
            self.take_focus()

    def first_focus(self) -> QWidget | None:
        return self.items if self._seen else None

    def _show(self) -> None:
        seen = self._seen
        self._empty.setVisible(self._nobody)
        self._content.setVisible(seen is not None)
        self.enable("close", seen is not None and not seen.closed)
        self.enable("open", seen is not None and seen.closed)
        self.enable("summary", seen is not None)
        if seen is None:
            return
        self.items.set(self._words.rows(seen.items))
        if seen.closed:
            self._chip.set(Chip(self.tr("đã khóa"), Tone.DONE))
        else:
            self._chip.set(Chip(self.tr("đang mở"), Tone.INFO))
        said = self._last_word(seen)
        self._who.setText(said)
        self._who.setVisible(bool(said))

    def _last_word(self, seen: YearClose) -> str:
        if seen.closed_at is None:
            return ""
        text = self.tr("{who} khóa {when}") if seen.closed else self.tr("{who} mở lại {when}")
        said = text.format(who=seen.closed_by, when=f"{seen.closed_at:%H:%M %d/%m/%Y}")
        return f"{said}: {seen.note}" if seen.note else said

    # What one does --------------------------------------------------------------------------

    def _on_item(self, key: str) -> None:
        self.go(PAGES[OpenKind(key)])

    def close_year(self) -> None:
        """Ctrl+Enter: closes the year; with something open it wants a reason."""
        seen = self._seen
        if seen is None:
            return
        if seen.open_items:
            text = self.tr("Còn {n} việc chưa xong. Vì sao vẫn khóa?")
            text = text.format(n=len(seen.open_items))
            note = self.bench.messages.ask_reason(self, self.title(), text, self.tr("&Khóa"))
            if note is None:
                return
        elif self.bench.messages.ask(
            self,
            self.title(),
            self.tr("Khóa năm học {year}?").format(year=seen.school_year),
            self.tr("&Khóa"),
        ):
            note = ""
        else:
            return
        work = partial(year_close.close_year, self.ctx, seen.school_year, note)
        self.run(work, self._on_settled)

    def reopen(self) -> None:
        """Shift+F9: opens the year again, with a reason."""
        seen = self._seen
        if seen is None:
            return
        text = self.tr("Mở lại năm học {year}. Vì sao?").format(year=seen.school_year)
        reason = self.bench.messages.ask_reason(self, self.title(), text, self.tr("&Mở lại"))
        if reason:
            work = partial(year_close.reopen_year, self.ctx, seen.school_year, reason)
            self.run(work, self._on_settled)

    def _on_settled(self, done: YearClosed) -> None:
        year = done.year
        text = self.tr("Đã khóa năm học {year}") if year.closed else self.tr("Đã mở lại {year}")
        self.toast(text.format(year=year.school_year))

    def show_summary(self) -> None:
        """F8: the year on paper for the principal."""
        if self._seen is not None:
            self.run(partial(self._summary, self._seen.school_year), self._on_paper)

    def _summary(self, school_year: str) -> tuple[str, bytes]:
        language = current_language().value
        request = ReportRequest("summary", school_year, language=language)
        report = reports.make_report(self.ctx, request)
        return report.title, reports.report_pdf(self.ctx, report, language)

    def _on_paper(self, paper: tuple[str, bytes]) -> None:
        self.bench.printing.show(self, *paper, "tong-hop-nam-hoc.pdf")

    def _to_pupils(self) -> None:
        self.go("pupils")

    def go_back(self) -> None:
        """Esc."""
        self.go("reports")
