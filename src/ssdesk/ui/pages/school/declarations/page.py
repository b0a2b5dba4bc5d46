"""Mẫu số 2: who needs one and why, printed or saved, corrections noted as filed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ssdesk.domain.dates import format_date
from ssdesk.domain.declaration import Why
from ssdesk.domain.money import format_number
from ssdesk.domain.roles import Act, may
from ssdesk.services import declarations, hospitals
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.declaration_evidence import note_evidence
from ssdesk.services.declarations import (
    Correction,
    CorrectionsFiled,
    DeclarationRequest,
    DeclarationsWritten,
    NeedsDeclaration,
)
from ssdesk.ui.actions import Action
from ssdesk.ui.bench import Bench
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.rows import RowsModel
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.school.declarations import forms
from ssdesk.ui.pages.school.declarations.words import DeclarationWords
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.card import Card
from ssdesk.ui.widgets.labels import FactList, label
from ssdesk.ui.widgets.parts import EmptyState

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one reading found; names of hospitals by code."""

    rows: tuple[NeedsDeclaration, ...]
    filed: tuple[Correction, ...]
    hospitals: Mapping[str, str]


class DeclarationsPage(Page):
    """Those who need a declaration left; the one in front and what was filed lately right."""

    name = "declarations"
    interests: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.PEOPLE, Kind.ROSTER, Kind.ENROLMENT, Kind.SUBMISSION, Kind.PAYMENT}
    )
    changing: ClassVar[Mapping[Act, tuple[str, ...]]] = {
        Act.MAKE_LISTS: ("evidence", "file", "back")
    }

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        self._rows: tuple[NeedsDeclaration, ...] | None = None
        self._filed: tuple[Correction, ...] = ()
        super().__init__(bench, parent)

    def title(self) -> str:
        return self.tr("Mẫu số 2")

    def subtitle(self) -> str:
        if not self._rows:
            return self.tr("Cho em tham gia lần đầu, hoặc có thông tin khác danh sách đã gửi")
        first = sum(row.why is Why.FIRST_TIME for row in self._rows)
        return self.tr("{first} em lần đầu · {changed} em cần điều chỉnh").format(
            first=format_number(first), changed=format_number(len(self._rows) - first)
        )

    def actions_of_page(self) -> tuple[Action, ...]:
        return (
            Action("save", self.tr("&Lưu tệp"), "save", "F6"),
            Action("evidence", self.tr("&Hồ sơ kèm theo"), "note_evidence", "F4"),
            Action("file", self.tr("Đã &gửi điều chỉnh"), "file_corrections", "F7"),
            Action("print", self.tr("Xem và &in"), "show_paper", "F8", primary=True),
            Action("back", self.tr("Lấy lại điều chỉnh"), "withdraw", "Shift+F7", hidden=True),
            Action("return", self.tr("Về hồ sơ"), "go_back", "Escape", hidden=True),
        )

    def build(self, body: QVBoxLayout) -> None:
        self._words = DeclarationWords(self)
        self._empty = EmptyState(
            "ok",
            self.tr("Không em nào cần Mẫu số 2"),
            self.tr(
                "Em đăng ký mà chưa có mã số bảo hiểm, và em có họ tên, ngày sinh, số định danh "
                "hay nơi khám khác với danh sách đã gửi, sẽ tự hiện ở đây."
            ),
            self,
        )
        self._empty.add_button(self.tr("&Về hồ sơ"), self.go_back)
        self._content = QWidget(self)
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(self._grid_part(), 1)
        row.addWidget(self._side())
        body.addWidget(self._empty)
        body.addWidget(self._content)
        self._show()

    def _grid_part(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        self.model: RowsModel[NeedsDeclaration] = RowsModel(self._words.columns(), _key, self)
        self.grid = GridView("declarations", self.bench.preferences, self._content)
        self.grid.set_model(self.model)
        self.grid.row_activated.connect(self._on_activated)
        self.grid.row_current.connect(self._on_current)
        column.addWidget(self.grid, 1)
        keys = self.tr(
            "Enter mở hồ sơ của em · Shift+↑↓ chọn vài em để in, ghi riêng · Ctrl+F tìm · Esc về "
            "hồ sơ"
        )
        column.addWidget(label(keys, "small", self._content))
        return column

    def _side(self) -> Card:
        card = Card(self.tr("Em đang chọn"), self._content)
        card.setFixedWidth(worn().px(280))
        self._name = label("", "strong", card)
        self._name.setWordWrap(True)
        self._changes = label("", "wrap", card)
        self._sent_words = label(self.tr("Đã gửi gần đây"), "section", card)
        self._sent = FactList(card)
        for widget in (self._name, self._changes, self._sent_words, self._sent):
            card.body.addWidget(widget)
        card.body.addStretch(1)
        return card

    # Reading --------------------------------------------------------------------------------

    def _request(self, rows: tuple[NeedsDeclaration, ...] = ()) -> DeclarationRequest:
        today = self.bench.ctx.clock.today()
        chosen = tuple(row.entry_id for row in rows)
        return DeclarationRequest(today, self.bench.school_year, chosen)

    def refresh(self, changes: Changes | None) -> None:  # noqa: ARG002 - everything is read
        self.run(partial(self._read, self._request()), self._on_seen)

    def _read(self, request: DeclarationRequest) -> _Seen:
        return _Seen(
            declarations.who_needs(self.ctx, request),
            declarations.list_corrections(self.ctx),
            hospitals.hospital_names(self.ctx),
        )

    def _on_seen(self, seen: _Seen) -> None:
        first = self._rows is None
        self._rows, self._filed = seen.rows, seen.filed
        self._words.hospitals = seen.hospitals
        self._show()
        self.update_header()
        if first and self.isVisible():
            self.take_focus()

    def first_focus(self) -> QWidget | None:
        return self.grid if self._rows else None

    def _show(self) -> None:
        rows = self._rows
        filled = bool(rows or self._filed)
        self._empty.setVisible(rows is not None and not filled)
        self._content.setVisible(filled)
        for action in ("save", "evidence", "print"):
            self.enable(action, bool(rows))
        self.enable("file", any(row.changes for row in rows or ()))
        self.enable("back", self._last_filed() is not None)
        self._sent_words.setVisible(bool(self._filed))
        self.model.set_rows(rows or ())
        self._sent.set([self._words.filed(each) for each in self._filed[:_SHOWN]])
        if not rows:
            self._on_current(None)

    def _on_current(self, row: object) -> None:
        if not isinstance(row, NeedsDeclaration):
            self._name.setText("")
            self._changes.setText("")
            return
        self._name.setText(f"{row.full_name} · {row.class_name}")
        said = "\n".join(self._words.change(each) for each in row.changes)
        if row.changes:
            none = self.tr("chưa ghi, F4")
            said += "\n" + self.tr("Hồ sơ kèm theo: {what}").format(what=row.evidence or none)
        self._changes.setText(said or self.tr("Chưa có mã số bảo hiểm: kê khai mục I."))

    def _on_activated(self, row: object) -> None:
        if isinstance(row, NeedsDeclaration):
            self.go("pupils", row.entry_id)

    # What one does --------------------------------------------------------------------------

    def _marked(self) -> tuple[NeedsDeclaration, ...]:
        rows = self.grid.selected_rows()
        return tuple(row for row in rows if isinstance(row, NeedsDeclaration))

    def _chosen_rows(self) -> tuple[NeedsDeclaration, ...]:
        """Those marked, where several are; else everybody."""
        rows = self._marked()
        return rows if len(rows) > 1 else self._rows or ()

    def _chosen(self) -> DeclarationRequest:
        rows = self._marked()
        return self._request(rows if len(rows) > 1 else ())

    def note_evidence(self) -> None:
        """F4: the papers and hospitals of those marked, or of the one in front."""
        rows = self._marked()
        corrected = tuple(row for row in rows if row.changes)
        named = {code: self._name_of(code) for code in declarations.hospital_codes(rows)}
        if corrected or named:
            self._ask(corrected, named, self.take_focus)
        else:
            self.toast(self.tr("Tờ khai của em này không có gì để ghi thêm"), "waiting")

    def _name_of(self, code: str) -> str:
        return self._words.hospitals.get(code, "")

    def _completed(self, then: Callable[[], object]) -> None:
        """Goes on once what the papers lack was asked; who may only look is not asked."""
        rows = self._chosen_rows()
        lacking = tuple(row for row in rows if row.changes and not row.evidence)
        codes = declarations.hospital_codes(rows)
        nameless = {code: "" for code in codes if not self._name_of(code)}
        if (lacking or nameless) and may(self.ctx.account.role, Act.MAKE_LISTS):
            self._ask(lacking, nameless, then)
        else:
            then()

    def _ask(
        self,
        rows: tuple[NeedsDeclaration, ...],
        named: Mapping[str, str],
        then: Callable[[], object],
    ) -> None:
        values = self.bench.messages.form(self, forms.completing(rows, named))
        if values is None:
            return
        people = tuple(row.person_id for row in rows)
        said = values.text("evidence") if rows else ""
        work = partial(self._keep, people, said, forms.hospitals_of(values, named))
        self.run(work, lambda _: then())

    def _keep(self, people: tuple[str, ...], evidence: str, named: Mapping[str, str]) -> object:
        if any(named.values()):
            hospitals.name_hospitals(self.ctx, named)
        return note_evidence(self.ctx, people, evidence)

    def show_paper(self) -> None:
        """F8: a page a person, to be signed."""
        request = self._chosen()
        work = partial(declarations.declarations_paper, self.ctx, request)
        self._completed(lambda: self.run(work, self._on_paper))

    def _on_paper(self, pdf: bytes) -> None:
        self.bench.printing.show(self, self.title(), pdf, f"{self._file_name()}.pdf")

    def save(self) -> None:
        """F6: as PDF, or as a sheet with a row a person."""
        self._completed(partial(self._save, self._chosen()))

    def _save(self, request: DeclarationRequest) -> None:
        kinds = self.tr("Bảng tính (*.xlsx);;PDF (*.pdf)")
        name = f"{self._file_name()}.xlsx"
        file = self.bench.messages.save_file(self, self.tr("Lưu Mẫu số 2"), name, kinds)
        if file is not None:
            work = partial(declarations.write_declarations, self.ctx, request, file)
            self.run(work, self._on_written)

    def _file_name(self) -> str:
        return f"mau-so-2-{self.ctx.clock.today():%Y%m%d}"

    def _on_written(self, done: DeclarationsWritten) -> None:
        text = self.tr("Đã lưu tờ khai của {count} em")
        self.toast(text.format(count=format_number(done.first_time + done.corrections)))

    def file_corrections(self) -> None:
        """F7: the corrections went to the office; they are no to-do any more."""
        request = self._chosen()
        rows = tuple(row for row in self._chosen_rows() if row.changes)
        values = self.bench.messages.form(self, forms.filing(rows))
        if values is not None:
            request = replace(request, evidence=values.text("evidence"))
            self.run(partial(declarations.file_corrections, self.ctx, request), self._on_filed)

    def _on_filed(self, done: CorrectionsFiled) -> None:
        text = self.tr("Đã ghi {facts} điều chỉnh của {people} em")
        self.toast(text.format(facts=done.facts, people=done.people))

    def _last_filed(self) -> Correction | None:
        """The newest that can be taken back, else the newest that no list carries."""
        found = [each for each in self._filed if not each.listed]
        return next((each for each in found if not each.sent), found[0] if found else None)

    def withdraw(self) -> None:
        """Shift+F7: the person filed last was not filed after all."""
        last = self._last_filed()
        if last is None:
            return
        text = self.tr("Lấy lại điều chỉnh của {name}, ngày {day}: việc này chờ làm lại.").format(
            name=last.full_name, day=format_date(last.filed_on)
        )
        if self.bench.messages.ask(self, self.title(), text, self.tr("&Lấy lại")):
            work = partial(declarations.withdraw_corrections, self.ctx, last.person_id)
            self.run(work, self._on_withdrawn)

    def _on_withdrawn(self, _: CorrectionsFiled) -> None:
        self.toast(self.tr("Đã lấy lại; em lại nằm trong danh sách cần Mẫu số 2"))

    def go_back(self) -> None:
        """Esc."""
        self.go("lists")


def _key(row: NeedsDeclaration) -> str:
    return row.entry_id
