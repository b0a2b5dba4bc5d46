"""Lists to the office: checked, matched with the money, made, printed, written as Excel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QVBoxLayout, QWidget

from ssdesk.domain.money import format_dong, format_number
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.services import submissions
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.enrolments import get_enrolment
from ssdesk.services.submissions import (
    FormChoice,
    ListMade,
    ListPreview,
    ListProblem,
    ListRequest,
    MakeList,
    SubmissionRow,
)
from ssdesk.ui import error_text
from ssdesk.ui.actions import Action
from ssdesk.ui.bench import Bench
from ssdesk.ui.forms.field import Field, FieldKind
from ssdesk.ui.forms.form import Form
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.rows import RowsModel
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.school.lists.words import ListWords
from ssdesk.ui.theme import LARGE_TEXT, worn
from ssdesk.ui.widgets.card import Card
from ssdesk.ui.widgets.chip import StatusChip
from ssdesk.ui.widgets.labels import FactList, Figure, label
from ssdesk.ui.widgets.parts import Note


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one reading found; no preview where nobody can be listed."""

    request: ListRequest
    made: tuple[SubmissionRow, ...]
    forms: tuple[FormChoice, ...]
    preview: ListPreview | None
    why_not: UserError | None


class ListsPage(Page):
    """The next list at the left with its checks, the lists made at the right."""

    name = "lists"
    interests: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.PEOPLE, Kind.ENROLMENT, Kind.PAYMENT, Kind.REMITTANCE, Kind.SUBMISSION, Kind.DESK}
    )
    changing: ClassVar[Mapping[Act, tuple[str, ...]]] = {
        Act.MAKE_LISTS: ("make",),
    }

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        self._seen: _Seen | None = None
        super().__init__(bench, parent)

    def title(self) -> str:
        return self.tr("Hồ sơ")

    def subtitle(self) -> str:
        return self.tr("Danh sách gửi cơ quan BHXH: kiểm tra, ký, in, xuất Excel")

    def actions_of_page(self) -> tuple[Action, ...]:
        return (
            Action("look", self.tr("&Xem trước"), "look", "F5"),
            Action("print", self.tr("&In để ký"), "print_made", "F8"),
            Action("excel", self.tr("Xuất &Excel"), "export_made", "F6"),
            Action("declarations", self.tr("Mẫu số &2"), "show_declarations", "F3"),
            Action("cards", self.tr("&Thẻ BHYT"), "show_cards", "F4"),
            Action("bundles", self.tr("&Gói gửi đi"), "show_bundles", "F7"),
            Action("make", self.tr("&Lập danh sách"), "make", "Ctrl+Return", primary=True),
            Action("vendor", self.tr("Xuất D03+TK1"), "export_vendor", "Shift+F6", hidden=True),
        )

    def build(self, body: QVBoxLayout) -> None:
        self._words = ListWords(self)
        content = QWidget(self)
        beside = worn().percent < LARGE_TEXT
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        row = QBoxLayout(way, content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        card = self._next_card(content)
        if beside:
            card.setFixedWidth(worn().px(340))
        row.addWidget(card)
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addWidget(self._problem_card(content), 1)
        column.addWidget(self._made_card(content), 1)
        row.addLayout(column, 1)
        body.addWidget(content)
        self._show()

    def _next_card(self, parent: QWidget) -> Card:
        card = Card(self.tr("Danh sách sắp lập"), parent)
        self.form = Form(
            "lists",
            (
                Field(
                    "list_date",
                    self.tr("&Ngày lập"),
                    FieldKind.DATE,
                    required=True,
                    help=self.tr("Ngày lập quyết định mẫu nào có hiệu lực."),
                ),
                Field("form", self.tr("&Mẫu"), FieldKind.CHOICE, choices=self._form_choices()),
            ),
            card,
        )
        self.form.fill({"list_date": self.bench.ctx.clock.today()})
        self.form.edited.connect(self._on_edited)
        for name in ("list_date", "form"):
            self._tell_when_left(self.form.editor(name))
        self._form_name = label("", "strong", card)
        self._form_name.setWordWrap(True)
        self._chip = StatusChip(card)
        self._figure = Figure(card)
        self._facts = FactList(card)
        self._why = Note(card)
        for widget in (
            self.form,
            self._form_name,
            self._chip,
            self._figure,
            self._facts,
            self._why,
        ):
            # A card as wide as the page would pull words and figures far apart.
            widget.setMaximumWidth(worn().px(340))
            card.body.addWidget(widget)
        card.body.addStretch(1)
        return card

    def _form_choices(self) -> tuple[tuple[str, str], ...]:
        known = submissions.list_forms(self.bench.ctx.clock.today())
        printed = ((item.form, item.name) for item in known if item.printed)
        return ("", self.tr("Đúng theo ngày lập")), *printed

    def _tell_when_left(self, editor: QWidget) -> None:
        if isinstance(editor, QLineEdit):
            editor.editingFinished.connect(self._on_asked)
        elif isinstance(editor, QComboBox):
            editor.currentIndexChanged.connect(self._on_asked)

    def _problem_card(self, parent: QWidget) -> Card:
        self._problems = Card(self.tr("Phải xem trước khi gửi"), parent)
        self.problem_model: RowsModel[ListProblem] = RowsModel(
            self._words.problem_columns(), _problem_key, self
        )
        self.problem_grid = GridView("list_problems", self.bench.preferences, self._problems)
        self.problem_grid.set_model(self.problem_model)
        self.problem_grid.row_activated.connect(self._on_problem)
        self._problems.body.addWidget(self.problem_grid, 1)
        hint = self.tr("Enter mở hồ sơ của em. Em còn lỗi chặn thì ở lại, gửi ở danh sách sau.")
        self._problems.body.addWidget(label(hint, "small", self._problems))
        return self._problems

    def _made_card(self, parent: QWidget) -> Card:
        card = Card(self.tr("Đã lập"), parent)
        self.model: RowsModel[SubmissionRow] = RowsModel(self._words.made_columns(), _key, self)
        self.grid = GridView("lists", self.bench.preferences, card)
        self.grid.set_model(self.model)
        self.grid.row_activated.connect(self._on_made_activated)
        card.body.addWidget(self.grid, 1)
        self._none = label(
            self.tr("Chưa lập danh sách nào. Thu đủ tiền, rồi Ctrl+Enter."), "muted", card
        )
        card.body.addWidget(self._none, 0, Qt.AlignmentFlag.AlignTop)
        return card

    # Reading --------------------------------------------------------------------------------

    def refresh(self, changes: Changes | None) -> None:  # noqa: ARG002 - everything is read
        self.reload()

    def reload(self) -> None:
        """Reads the list of the day typed."""
        self.run(partial(self._read, self._request()), self._on_seen)

    def _request(self) -> ListRequest:
        values = self.form.values()
        day = values.day("list_date") or self.bench.ctx.clock.today()
        return ListRequest(day, values.text("form"))

    def _on_edited(self, _: str) -> None:
        # Another day may well have its list: Ctrl+Enter right after typing looks for it.
        self.enable("make", True)

    def _on_asked(self) -> None:
        if self._seen is not None and self._request() != self._seen.request:
            self.reload()

    def _read(self, request: ListRequest) -> _Seen:
        made = submissions.list_submissions(self.ctx)
        forms = submissions.list_forms(request.list_date)
        try:
            preview = submissions.preview_list(self.ctx, request)
            return _Seen(request, made, forms, preview, None)
        except UserError as error:
            return _Seen(request, made, forms, None, error)

    def _on_seen(self, seen: _Seen) -> None:
        self._seen = seen
        self._show()

    def _show(self) -> None:
        seen = self._seen
        preview = seen.preview if seen else None
        self.enable("look", preview is not None)
        self.enable("make", bool(preview and preview.entries))
        self.enable("print", bool(seen and seen.made))
        self.enable("excel", bool(seen and seen.made))
        if seen is None:
            return
        self.model.set_rows(seen.made)
        self.grid.setVisible(bool(seen.made))
        self._none.setVisible(not seen.made)
        asked = seen.request.form
        used = (form for form in seen.forms if (form.form == asked if asked else form.right))
        self._form_name.setText(next((form.name for form in used), ""))
        self._why.set(error_text.of_error(seen.why_not) if seen.why_not else "", "waiting")
        self._figure.setVisible(preview is not None)
        stays = (*preview.problems, *preview.unpaid) if preview else ()
        self.problem_model.set_rows(stays)
        self._problems.setVisible(bool(stays))
        if preview is None:
            self._chip.set(None)
            self._facts.set([])
            return
        self._chip.set(self._words.money_chip(preview))
        self._show_sums(preview)

    def _show_sums(self, preview: ListPreview) -> None:
        match = preview.match
        people = self.tr("{count} em vào danh sách")
        self._figure.set(
            f"{format_dong(match.listed)} đ",
            people.format(count=format_number(match.people_listed)),
        )
        facts = [
            (self.tr("Danh sách"), format_dong(match.listed)),
            (self.tr("Biên lai"), format_dong(match.receipted)),
            (self.tr("Đã chuyển"), format_dong(match.transferred)),
        ]
        facts += self._words.stopped_facts(preview)
        if preview.left_out:
            names = {item.enrolment_id for item in preview.left_out}
            facts.append((self.tr("Ở lại"), self.tr("{n} em").format(n=format_number(len(names)))))
        if preview.unpaid:
            count = self.tr("{n} em").format(n=format_number(len(preview.unpaid)))
            facts.append((self.tr("Chưa đóng đủ"), count))
        self._facts.set(facts)

    def said(self) -> str:
        """The form's name and why no list can be made, as shown."""
        return f"{self._form_name.text()}\n{self._why.text()}"

    def first_focus(self) -> QWidget | None:
        return self.form.editor("list_date")

    # What one does --------------------------------------------------------------------------

    def look(self) -> None:
        """F5: the paper as it would be, without its number."""
        preview = self._seen.preview if self._seen else None
        if preview is not None:
            form = preview.form
            name = f"{form.layout.form}-xem-truoc-{form.heading.list_date:%Y%m%d}"
            self.run(partial(submissions.preview_pdf, preview), partial(self._on_pdf, name))

    def make(self) -> None:
        """Ctrl+Enter: freezes the list; one whose money is not all there only as waiting."""
        if not self.form.check():
            return
        if self._seen is None or self._seen.request != self._request():
            # The day was typed and Ctrl+Enter pressed at once: first see that day's list.
            self.run(partial(self._read, self._request()), self._on_seen_to_make)
        else:
            self._ask_to_make(self._seen)

    def _on_seen_to_make(self, seen: _Seen) -> None:
        self._on_seen(seen)
        self._ask_to_make(seen)

    def _ask_to_make(self, seen: _Seen) -> None:
        preview = seen.preview
        if preview is None or not preview.entries:
            return
        if preview.complete:
            text = self.tr("Lập {form} gồm {count} em, {money} đ. Lập rồi thì không sửa dòng nào.")
        else:
            text = self.tr(
                "Tiền của {differ} em chưa chuyển đủ. Lập {form} gồm {count} em, {money} đ và ghi "
                "“chờ thanh toán”?"
            )
        said = text.format(
            form=preview.form.layout.name,
            count=format_number(preview.people),
            money=format_dong(preview.match.listed),
            differ=format_number(len(preview.match.differences)),
        )
        title = self.tr("Lập danh sách")
        if self.bench.messages.ask(self, title, said, self.tr("&Lập danh sách")):
            command = MakeList(seen.request, waiting=not preview.complete)
            self.run(partial(submissions.make_list, self.ctx, command), self._on_made)

    def _on_made(self, done: ListMade) -> None:
        text = self.tr("Đã lập {form} số {number}, {people} em · F8 in để ký · F6 xuất Excel")
        row = done.submission
        self.grid.stand_at((row.id, 0))
        people = format_number(row.people)
        self.toast(text.format(form=row.form_name, number=row.number, people=people))

    def _on_made_activated(self, row: object) -> None:
        if isinstance(row, SubmissionRow):
            work = partial(submissions.submission_pdf, self.ctx, row.id)
            self.run(work, partial(self._on_pdf, _file_name(row)))

    def show_cards(self) -> None:
        """F4: the cards of the classes, and the office's lists of cards."""
        self.go("cards")

    def show_declarations(self) -> None:
        """F3: who needs Mẫu số 2."""
        self.go("declarations")

    def show_bundles(self) -> None:
        """F7: the lists as sealed bundles, and the office's answers."""
        self.go("bundles")

    def print_made(self) -> None:
        """F8."""
        row = self._chosen()
        if row is not None:
            self._on_made_activated(row)

    def _on_pdf(self, name: str, pdf: bytes) -> None:
        self.bench.printing.show(self, self.tr("Danh sách"), pdf, f"{name}.pdf")

    def export_made(self) -> None:
        """F6: the list as Excel, to upload."""
        self._export("")

    def export_vendor(self) -> None:
        """Shift+F6: the vendor's sheet by field names, so that nobody types it twice."""
        self._export("vendor-d03")

    def _export(self, form: str) -> None:
        row = self._chosen()
        if row is None:
            return
        name = f"{_file_name(row, form)}.xlsx"
        path = self.bench.messages.save_file(self, self.tr("Xuất Excel"), name, "*.xlsx")
        if path is not None:
            work = partial(submissions.export_submission, self.ctx, row.id, path, form)
            self.run(work, partial(self._on_exported, path))

    def _on_exported(self, path: Path, _: None) -> None:
        self.toast(self.tr("Đã lưu {name}").format(name=path.name))

    def _on_problem(self, found: object) -> None:
        if isinstance(found, ListProblem):
            self.run(partial(self._entry_of, found.enrolment_id), self._on_entry)

    def _entry_of(self, enrolment_id: str) -> str:
        return get_enrolment(self.ctx, enrolment_id).entry_id

    def _on_entry(self, entry_id: str) -> None:
        self.go("pupils", entry_id)

    def _chosen(self) -> SubmissionRow | None:
        row = self.grid.current_row()
        if isinstance(row, SubmissionRow):
            return row
        return self._seen.made[0] if self._seen and self._seen.made else None


def _file_name(row: SubmissionRow, form: str = "") -> str:
    return f"{form or row.form}-{row.number:02d}-{row.list_date:%Y%m%d}"


def _key(row: SubmissionRow) -> str:
    return row.id


def _problem_key(found: ListProblem) -> tuple[str, str, str]:
    return found.enrolment_id, found.problem.field, found.problem.code
