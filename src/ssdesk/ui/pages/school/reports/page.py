"""Reports: chosen at the left, seen at the right, printed, written as Excel."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ssdesk.domain.dates import format_date
from ssdesk.domain.figures import Report
from ssdesk.domain.school import SchoolYear
from ssdesk.services import reports
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.reports import ReportRequest, ReportWritten
from ssdesk.ui.actions import Action
from ssdesk.ui.bench import Bench
from ssdesk.ui.forms.dialog import FormRequest
from ssdesk.ui.forms.field import Field, FieldKind
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.school.reports.view import ReportView
from ssdesk.ui.pages.school.reports.words import ReportWords
from ssdesk.ui.theme import worn
from ssdesk.ui.translation import current_language
from ssdesk.ui.widgets.labels import label
from ssdesk.ui.widgets.side_list import SideList

_MONEY = "money"
_HOUSEHOLD = "household"


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What was asked for, and its figures."""

    request: ReportRequest
    report: Report


class ReportsPage(Page):
    """The reports of the school year; what is seen, in its language, is what is printed."""

    name = "reports"
    interests: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.PEOPLE,
            Kind.ROSTER,
            Kind.COVER,
            Kind.ENROLMENT,
            Kind.PAYMENT,
            Kind.REMITTANCE,
            Kind.DESK,
        }
    )

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        self._request = ReportRequest(reports.REPORTS[0], bench.school_year)
        self._seen: _Chosen | None = None
        super().__init__(bench, parent)

    def title(self) -> str:
        return self.tr("Báo cáo")

    def subtitle(self) -> str:
        if self._seen is None:
            return self.tr("Xem, in để ký, xuất Excel")
        report = self._seen.report
        as_of = self.tr("số liệu đến {time} ngày {day}").format(
            time=f"{report.as_of:%H:%M}", day=format_date(report.as_of.date())
        )
        return f"{report.subtitle} · {as_of}"

    def actions_of_page(self) -> tuple[Action, ...]:
        return (
            Action("period", self.tr("&Khoảng ngày"), "choose_period", "F4"),
            Action("source", self.tr("&Chọn tệp"), "choose_source", "Ctrl+O"),
            Action("close", self.tr("Khóa sổ &năm học"), "open_close", "F9"),
            Action("excel", self.tr("Xuất &Excel"), "export", "F6"),
            Action("print", self.tr("&In"), "print_report", "F8", primary=True),
        )

    def build(self, body: QVBoxLayout) -> None:
        self._words = ReportWords(self)
        content = QWidget(self)
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.list = SideList(self.tr("BÁO CÁO"), content)
        self.list.setFixedWidth(worn().px(176))
        self.list.set(self._words.gallery(reports.REPORTS), self._request.name)
        self.list.chosen.connect(self._on_chosen)
        row.addWidget(self.list)
        column = QVBoxLayout()
        column.setSpacing(10)
        self._purpose = label("", "muted", content)
        self.view = ReportView(self.bench.preferences, content)
        column.addWidget(self._purpose)
        column.addWidget(self.view, 1)
        row.addLayout(column, 1)
        body.addWidget(content)
        self._show()

    def first_focus(self) -> QWidget | None:
        return self.list

    def open_at(self, argument: object) -> None:
        if isinstance(argument, str) and argument in reports.REPORTS:
            self.list.choose(argument)

    # Reading --------------------------------------------------------------------------------

    def refresh(self, changes: Changes | None) -> None:  # noqa: ARG002 - everything is read
        self._read()

    def _on_chosen(self, name: str) -> None:
        if name != self._request.name:
            self._request = ReportRequest(name, self.bench.school_year)
            self._read()

    def _read(self) -> None:
        self._request = replace(self._request, language=current_language().value)
        self.run(partial(self._make, self._request), self._on_made)

    def _make(self, request: ReportRequest) -> _Chosen:
        return _Chosen(request, reports.make_report(self.ctx, request))

    def _on_made(self, seen: _Chosen) -> None:
        # Arrows are faster than reports: only the one that is still chosen is shown.
        if seen.request == self._request:
            self._seen = seen
            self._show()
            self.update_header()

    def _show(self) -> None:
        seen = self._seen
        self.enable("print", seen is not None)
        self.enable("excel", seen is not None)
        self.enable("period", seen is not None and seen.request.name == _MONEY)
        self.enable("source", seen is not None and seen.request.name == _HOUSEHOLD)
        if seen is not None:
            self._purpose.setText(self._words.purpose(seen.request.name))
            self.view.set(seen.report)

    # What one does --------------------------------------------------------------------------

    def choose_period(self) -> None:
        """F4: other days of the money report."""
        year, today = SchoolYear(self.bench.school_year), self.bench.ctx.clock.today()
        first = self._request.first or year.starts_on
        last = self._request.last or min(today, year.ends_on)
        fields = (
            Field("first", self.tr("&Từ ngày"), FieldKind.DATE, required=True),
            Field("last", self.tr("Đế&n ngày"), FieldKind.DATE, required=True),
        )
        asked = FormRequest(
            self.tr("Khoảng ngày"),
            fields,
            save=self.tr("&Xem"),
            values={"first": first, "last": last},
        )
        values = self.bench.messages.form(self, asked)
        if values is None:
            return
        request = replace(self._request, first=values.day("first"), last=values.day("last"))
        self.run(partial(self._make, request), self._on_period)

    def choose_source(self) -> None:
        """Ctrl+O: the household list that pupils are looked for in."""
        kinds = self.tr("Danh sách (*.xlsx *.xls *.ods *.csv *.txt)")
        file = self.bench.messages.open_file(self, self.tr("Danh sách hộ gia đình"), kinds)
        if file is not None:
            request = replace(self._request, source=file)
            self.run(partial(self._make, request), self._on_period)

    def _on_period(self, seen: _Chosen) -> None:
        self._request = seen.request
        self._on_made(seen)

    def open_close(self) -> None:
        """F9: the end of the year."""
        self.go("year_close")

    def print_report(self) -> None:
        """F8: the paper that is signed."""
        if self._seen is not None:
            report, language = self._seen.report, self._seen.request.language
            work = partial(reports.report_pdf, self.ctx, report, language)
            self.run(work, partial(self._on_pdf, report))

    def _on_pdf(self, report: Report, pdf: bytes) -> None:
        self.bench.printing.show(self, report.title, pdf, f"{_file_name(report)}.pdf")

    def export(self) -> None:
        """F6: the same figures to work on."""
        if self._seen is None:
            return
        name = f"{_file_name(self._seen.report)}.xlsx"
        path = self.bench.messages.save_file(self, self.tr("Xuất Excel"), name, "*.xlsx")
        if path is not None:
            work = partial(reports.write_report, self.ctx, self._seen.request, path)
            self.run(work, partial(self._on_exported, path))

    def _on_exported(self, path: Path, _: ReportWritten) -> None:
        self.toast(self.tr("Đã lưu {name}").format(name=path.name))


def _file_name(report: Report) -> str:
    return f"bao-cao-{report.name}-{report.as_of:%Y%m%d}"
