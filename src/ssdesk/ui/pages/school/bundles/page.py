"""Bundles to the office: sealed here, carried on a stick, answered row by row."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ssdesk.domain.money import format_number
from ssdesk.domain.roles import Act
from ssdesk.services.bundles import board, making, sending, taking
from ssdesk.services.bundles.answers_in import AnswerRow
from ssdesk.services.bundles.board import AnswerSeen, Board, SentRow
from ssdesk.services.bundles.making import BundleMade, MakeBundle
from ssdesk.services.bundles.taking import IntakeDone, IntakePlan
from ssdesk.services.changes import Changes, Kind
from ssdesk.ui import error_text
from ssdesk.ui.actions import Action
from ssdesk.ui.bench import Bench
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.rows import RowsModel
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.school.bundles.words import BundleWords
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.card import Card
from ssdesk.ui.widgets.labels import FactList, Figure, label

_Seen = tuple[IntakePlan, tuple[AnswerSeen, ...]]


class BundlesPage(Page):
    """The next bundle left; what was sent and what has to be mended right.

    A file that came in is shown row by row in the place of both; Ctrl+Enter then takes it in.
    """

    name = "bundles"
    interests: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.BUNDLE, Kind.INTAKE, Kind.PEER, Kind.SUBMISSION, Kind.PEOPLE, Kind.PAYMENT, Kind.DESK}
    )
    changing: ClassVar[Mapping[Act, tuple[str, ...]]] = {
        Act.MAKE_LISTS: ("take", "make"),
    }

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        self._board: Board | None = None
        self._coming_in: _Seen | None = None
        super().__init__(bench, parent)

    def title(self) -> str:
        return self.tr("Gói gửi cơ quan BHXH")

    def subtitle(self) -> str:
        return self.tr("Niêm phong trên máy này, mang đi bằng USB hoặc thư, trả lời từng dòng")

    def actions_of_page(self) -> tuple[Action, ...]:
        return (
            Action("save", self.tr("Ghi lại &tệp"), "save_again", "F6"),
            Action("take", self.tr("&Nhận tệp trả lời"), "take", "Ctrl+O"),
            Action("make", self.tr("Tạo &gói"), "act", "Ctrl+Return", primary=True),
            Action("back", self.tr("Về hồ sơ"), "go_back", "Escape", hidden=True),
        )

    def build(self, body: QVBoxLayout) -> None:
        self._words = BundleWords(self)
        content = QWidget(self)
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._next_card(content))
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addWidget(self._seen_card(content), 1)
        column.addWidget(self._mend_card(content), 1)
        column.addWidget(self._sent_card(content), 1)
        row.addLayout(column, 1)
        body.addWidget(content)
        self._show()

    def _next_card(self, parent: QWidget) -> Card:
        card = Card(self.tr("Gói sắp gửi"), parent)
        card.setFixedWidth(worn().px(340))
        self._to = label("", "strong", card)
        self._to.setWordWrap(True)
        self._figure = Figure(card)
        self._facts = FactList(card)
        self._why = label("", "wrap", card)
        self._introduce = QPushButton(self.tr("Nhận thẻ bàn ở &Cài đặt"), card)
        self._introduce.clicked.connect(self.open_desks)
        self._older = QCheckBox(card)
        self._whole = QCheckBox(self.tr("Gửi lại t&oàn bộ, kể cả điều đã báo"), card)
        for box in (self._older, self._whole):
            box.toggled.connect(self._on_chosen)
            box.hide()
        self._held = label("", "small", card)
        above = (self._to, self._figure, self._facts, self._why, self._introduce)
        for widget in (*above, self._older, self._held, self._whole):
            card.body.addWidget(widget)
        card.body.addStretch(1)
        hint = self.tr("Gói chỉ cơ quan BHXH mở được. Mất USB thì F6 ghi lại, không lập gói mới.")
        card.body.addWidget(label(hint, "small", card))
        return card

    def _seen_card(self, parent: QWidget) -> Card:
        self._seen = Card("", parent)
        self.seen_model: RowsModel[AnswerSeen] = RowsModel(
            self._words.seen_columns(), _seen_key, self
        )
        self.seen_grid = GridView("bundle_answers", self.bench.preferences, self._seen)
        self.seen_grid.set_model(self.seen_model)
        self._seen_sum = label("", "wrap", self._seen)
        self._seen.body.addWidget(self._seen_sum)
        self._seen.body.addWidget(self.seen_grid, 1)
        return self._seen

    def _mend_card(self, parent: QWidget) -> Card:
        self._mend = Card(self.tr("Cơ quan BHXH trả về, phải sửa"), parent)
        self.mend_model: RowsModel[AnswerRow] = RowsModel(
            self._words.mend_columns(), _mend_key, self
        )
        self.mend_grid = GridView("bundle_mend", self.bench.preferences, self._mend)
        self.mend_grid.set_model(self.mend_model)
        self.mend_grid.row_activated.connect(self._on_mend)
        self._mend.body.addWidget(self.mend_grid, 1)
        hint = self.tr("Enter mở hồ sơ của em. Sửa xong, em vào danh sách và gói kế tiếp.")
        self._mend.body.addWidget(label(hint, "small", self._mend))
        return self._mend

    def _sent_card(self, parent: QWidget) -> Card:
        self._sent = Card(self.tr("Đã gửi"), parent)
        self.model: RowsModel[SentRow] = RowsModel(self._words.sent_columns(), _key, self)
        self.grid = GridView("bundles", self.bench.preferences, self._sent)
        self.grid.set_model(self.model)
        self._sent.body.addWidget(self.grid, 1)
        self._none = label(
            self.tr("Chưa gửi gói nào. Lập danh sách ở trang Hồ sơ, rồi Ctrl+Enter."),
            "muted",
            self._sent,
        )
        self._sent.body.addWidget(self._none, 0, Qt.AlignmentFlag.AlignTop)
        return self._sent

    # Reading --------------------------------------------------------------------------------

    def refresh(self, changes: Changes | None) -> None:  # noqa: ARG002 - everything is read
        self.run(partial(board.read_board, self.ctx, self._wanted()), self._on_board)

    def _wanted(self) -> MakeBundle:
        return MakeBundle(
            school_year=self.bench.school_year,
            whole=self._whole.isChecked(),
            older=self._older.isChecked(),
        )

    def _on_chosen(self, _: bool) -> None:
        self.refresh(None)

    def _on_board(self, found: Board) -> None:
        self._board = found
        self._show()

    def _show(self) -> None:
        self._show_coming_in()
        found = self._board
        coming = found.coming if found else None
        self.enable("make", self._coming_in is not None or coming is not None)
        self.enable("save", bool(found and found.sent) and self._coming_in is None)
        if found is None:
            return
        self.model.set_rows(found.sent)
        self.mend_model.set_rows(found.to_mend)
        previewing = self._coming_in is not None
        self._mend.setVisible(bool(found.to_mend) and not previewing)
        self._sent.setVisible(not previewing)
        self.grid.setVisible(bool(found.sent))
        self._none.setVisible(not found.sent)
        self._why.setText(error_text.of_error(found.why_not) if found.why_not else "")
        self._why.setVisible(found.why_not is not None)
        alone = found.why_not is not None and found.why_not.code == "PEER_NONE"
        self._introduce.setVisible(alone)
        self._figure.setVisible(coming is not None)
        self._facts.setVisible(coming is not None)
        self._to.setVisible(coming is not None)
        self._to.setText(coming.addressee.name if coming else "")
        if coming is not None:
            self._figure.set(*self._words.coming_figure(coming))
            self._facts.set(self._words.coming_facts(coming, self.bench.school_year))
        held = bool(found.older) and not self._older.isChecked()
        self._older.setVisible(held or self._older.isChecked())
        self._older.setText(self._words.older_choice(found.older) if held else self._older.text())
        self._held.setVisible(held)
        self._held.setText(self._words.held_back(self.bench.school_year) if held else "")
        self._whole.setVisible(bool(found.sent))

    def _show_coming_in(self) -> None:
        self._seen.setVisible(self._coming_in is not None)
        words = self.tr("Tạo &gói") if self._coming_in is None else self.tr("Nhận &vào")
        if self.table is not None:
            self.table.set_text("make", words)
        if self._coming_in is None:
            return
        plan, seen = self._coming_in
        self._seen.set_title(plan.bundle.file)
        refused = sum(one.answer.state.value == "refused" for one in seen)
        text = self.tr("{sender} trả lời {n} dòng, {refused} dòng phải sửa. Esc để thôi.").format(
            sender=plan.manifest.sender.name,
            n=format_number(len(seen)),
            refused=format_number(refused),
        )
        if plan.known is not None:
            text = self.tr("Tệp này đã nhận rồi; nhận lại không thay đổi gì. Esc để thôi.")
        self._seen_sum.setText(text)
        self.seen_model.set_rows(seen)

    def first_focus(self) -> QWidget | None:
        if self._coming_in is not None:
            return self.seen_grid
        if self._board and self._board.to_mend:
            return self.mend_grid
        if self._introduce.isVisible():
            return self._introduce
        if self._board and not self._board.sent and self.table is not None:
            # Not the box beside it: a key pressed at random would tick it.
            return self.table.button("make")
        return self.grid

    # What one does --------------------------------------------------------------------------

    def act(self) -> None:
        """Ctrl+Enter: seals the next bundle, or takes in the file that is shown."""
        if self._coming_in is not None:
            plan = self._coming_in[0]
            self.run(partial(taking.apply_intake, self.ctx, plan), self._on_taken)
            return
        folder = self.bench.messages.choose_folder(self, self.tr("Ghi gói vào thư mục hoặc USB"))
        if folder is not None:
            self.run(partial(self._make, self._wanted(), folder), self._on_made)

    def _make(self, wanted: MakeBundle, folder: Path) -> tuple[BundleMade, Path]:
        made = making.make_bundle(self.ctx, wanted)
        return made, sending.write_bundle(self.ctx, made.bundle.id, folder)

    def _on_made(self, done: tuple[BundleMade, Path]) -> None:
        made, file = done
        self.toast(self._words.made(made.bundle, file.name))
        for box in (self._older, self._whole):
            with QSignalBlocker(box):
                box.setChecked(False)
        self.grid.stand_at((made.bundle.id, 0))
        self.refresh(None)

    def open_desks(self) -> None:
        """Where the card of the office is accepted, and one's own is written."""
        self.go("settings", "desks")

    def save_again(self) -> None:
        """F6: the same bundle on another stick."""
        row = self.grid.current_row()
        if not isinstance(row, SentRow):
            row = self._board.sent[0] if self._board and self._board.sent else None
        if row is None:
            return
        folder = self.bench.messages.choose_folder(self, self.tr("Ghi gói vào thư mục hoặc USB"))
        if folder is not None:
            work = partial(sending.write_bundle, self.ctx, row.bundle.id, folder)
            self.run(work, self._on_saved)

    def _on_saved(self, file: Path) -> None:
        self.toast(self.tr("Đã lưu {name}").format(name=file.name))

    def take(self) -> None:
        """Ctrl+O: a file that came back, shown before anything is stored."""
        kinds = self.tr("Gói dữ liệu (*.ssdesk)")
        file = self.bench.messages.open_file(self, self.tr("Nhận tệp trả lời"), kinds)
        if file is not None:
            self.run(partial(self._open, file), self._on_opened)

    def _open(self, file: Path) -> _Seen:
        plan = taking.preview_intake(self.ctx, file)
        return plan, board.preview_answers(self.ctx, plan)

    def _on_opened(self, seen: _Seen) -> None:
        self._coming_in = seen
        self._show()
        self.seen_grid.setFocus()

    def _on_taken(self, done: IntakeDone) -> None:
        self._coming_in = None
        text = self.tr("Đã nhận trả lời, hồ sơ số {number}")
        if done.again:
            text = self.tr("Tệp này đã nhận trước đây ở hồ sơ số {number}; không có gì thay đổi")
        self.toast(text.format(number=done.intake.number))
        self.refresh(None)

    def go_back(self) -> None:
        """Esc: leaves the file that is shown, else back to the lists."""
        if self._coming_in is not None:
            self._coming_in = None
            self._show()
            self.take_focus()
        else:
            self.go("lists")

    def _on_mend(self, row: object) -> None:
        if isinstance(row, AnswerRow):
            self.go("pupils", row.entry_id)


def _key(row: SentRow) -> str:
    return row.bundle.id


def _mend_key(row: AnswerRow) -> str:
    return row.answer.line_id


def _seen_key(seen: AnswerSeen) -> str:
    return seen.answer.line_id
