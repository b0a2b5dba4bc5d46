"""The window of the first start: steps left, questions right, keyboard all the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ssdesk.domain.desk import DeskKind
from ssdesk.ui.forms.form import Form
from ssdesk.ui.icons import icon
from ssdesk.ui.messages import Messages
from ssdesk.ui.pages.first_start.answers import (
    CheckProfile,
    Choice,
    FirstStartAnswers,
    Step,
    answers_of,
    check_step,
    steps,
)
from ssdesk.ui.pages.page import scrolled
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.labels import label, restyle
from ssdesk.ui.widgets.parts import Choices, Note


@dataclass(frozen=True, slots=True)
class Recovery:
    """What the last step shows: the code and the sheet it is printed on."""

    code: str
    sheet: bytes


class FirstStart(QWidget):
    """Asks what the desk is.

    Signals:
        answered: everything is answered (FirstStartAnswers); the desk may be made.
        edited: something was typed.
        finished: the recovery sheet is safe; the desk may be opened.
        demo_wanted: the person wants to look at a demo school first.
        restore_wanted: the person has a backup of a desk.
    """

    answered = Signal(object)
    edited = Signal()
    finished = Signal()
    demo_wanted = Signal()
    restore_wanted = Signal()

    def __init__(
        self,
        provinces: Sequence[Choice],
        check: CheckProfile,
        messages: Messages,
        show_sheet: Callable[[QWidget, bytes], None],
    ) -> None:
        super().__init__()
        self._check = check
        self._messages = messages
        self._show_sheet = show_sheet
        self._steps: tuple[Step, ...] = steps(provinces)
        self._forms: dict[str, Form] = {}
        self._sheet = b""
        self.setObjectName("first_start")
        self.setWindowTitle(self.tr("ssdesk · bắt đầu"))
        self.setMinimumSize(1024, 640)
        self._lay_out()
        self._go(0)

    def form(self, step: str) -> Form:
        """The form of a step."""
        return self._forms[step]

    @property
    def place(self) -> int:
        """Number of the step shown, from 0."""
        return self._stack.currentIndex()

    # Layout ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail())
        right = QVBoxLayout()
        right.setContentsMargins(48, 36, 48, 20)
        right.setSpacing(16)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._kind_step())
        for step in self._steps:
            self._stack.addWidget(self._form_step(step))
        self._stack.addWidget(self._recovery_step())
        right.addWidget(self._stack, 1)
        right.addLayout(self._buttons())
        row.addLayout(right, 1)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.go_on)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.go_back)

    def _rail(self) -> QWidget:
        rail = QFrame(self)
        rail.setProperty("kind", "steps")
        rail.setFixedWidth(min(worn().px(300), 460))
        column = QVBoxLayout(rail)
        column.setContentsMargins(20, 32, 20, 20)
        column.setSpacing(2)
        column.addWidget(label("ssdesk", "brand", rail))
        column.addWidget(label(self.tr("Năm phút để bắt đầu"), "muted", rail))
        column.addSpacing(20)
        titles = [
            self.tr("Bàn làm việc"),
            *(step.title for step in self._steps),
            self.tr("Phiếu khôi phục"),
        ]
        self._titles = [f"{n}.  {words}" for n, words in enumerate(titles, start=1)]
        self._marks = [label(words, "step", rail) for words in self._titles]
        for mark in self._marks:
            mark.setWordWrap(True)
            column.addWidget(mark)
        column.addStretch(1)
        return rail

    def _sheet_of(self, title: str, text: str) -> tuple[QWidget, QVBoxLayout]:
        holder = QWidget(self._stack)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(6)
        column.addWidget(label(title, "title", holder))
        column.addWidget(label(text, "muted", holder))
        column.addSpacing(14)
        return holder, column

    def _kind_step(self) -> QWidget:
        holder, column = self._sheet_of(
            self.tr("Máy này dùng cho việc gì?"),
            self.tr("Mỗi bàn làm việc chỉ hiện phần việc của mình. Chọn một lần khi bắt đầu."),
        )
        self._kinds = Choices(holder, upright=True)
        self._kinds.set(
            [
                (
                    DeskKind.SCHOOL.value,
                    self.tr("&Trường học"),
                    self.tr("thu BHYT học sinh, phiếu thu, danh sách Mẫu số 3"),
                ),
            ]
        )
        self._kinds.setMaximumWidth(worn().px(560))
        column.addWidget(self._kinds)
        column.addSpacing(24)
        column.addWidget(
            label(self.tr("Chỉ muốn xem thử, hoặc đã có bản sao lưu?"), "muted", holder)
        )
        column.addLayout(self._other_ways(holder))
        column.addStretch(1)
        return holder

    def _other_ways(self, holder: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        demo = QPushButton(icon("school"), " " + self.tr("Mở trường &mẫu"), holder)
        demo.setObjectName("open_demo")
        demo.setIconSize(QSize(worn().px(16), worn().px(16)))
        demo.clicked.connect(self.demo_wanted)
        back = QPushButton(icon("backup"), " " + self.tr("&Khôi phục từ bản sao lưu"), holder)
        back.setObjectName("restore")
        back.setIconSize(QSize(worn().px(16), worn().px(16)))
        back.clicked.connect(self.restore_wanted)
        row.addWidget(demo)
        row.addWidget(back)
        row.addStretch(1)
        return row

    def _form_step(self, step: Step) -> QWidget:
        holder, column = self._sheet_of(step.title, step.text)
        form = Form(f"first_start_{step.name}", step.fields, holder, columns=2)
        form.setMaximumWidth(worn().px(820))
        form.saved.connect(self._on_saved)
        form.edited.connect(self._on_edited)
        self._forms[step.name] = form
        if step.name == "school":
            form.fill({"budget": "local", "first_grade": "10", "last_grade": "12"})
        column.addWidget(form)
        column.addStretch(1)
        return scrolled(holder, self._stack)

    def _recovery_step(self) -> QWidget:
        holder, column = self._sheet_of(
            self.tr("Phiếu khôi phục"),
            self.tr(
                "Khi quên mật khẩu hoặc máy hỏng, chỉ mã này mở được dữ liệu. In hoặc lưu phiếu, "
                "cất cùng hồ sơ quan trọng, không để trong máy này."
            ),
        )
        self._code = QLabel(holder)
        self._code.setProperty("role", "code")
        self._code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._code.setAccessibleName(self.tr("Mã khôi phục"))
        self._code.setMaximumWidth(worn().px(640))
        column.addWidget(self._code)
        row = QHBoxLayout()
        self._show = QPushButton(icon("print"), " " + self.tr("&Xem, in hoặc lưu phiếu"), holder)
        self._show.setObjectName("recovery_sheet")
        self._show.clicked.connect(self._on_show_sheet)
        row.addWidget(self._show)
        row.addStretch(1)
        column.addSpacing(8)
        column.addLayout(row)
        column.addSpacing(8)
        self._kept = QCheckBox(self.tr("Tôi đã in hoặc &lưu phiếu và cất ở nơi an toàn"), holder)
        self._kept.toggled.connect(self._on_kept)
        column.addWidget(self._kept)
        self._note = Note(holder)
        column.addWidget(self._note)
        column.addStretch(1)
        return holder

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._back = QPushButton(self.tr("&Quay lại"), self)
        self._back.clicked.connect(self.go_back)
        self._next = QPushButton(self)
        self._next.setObjectName("next")
        self._next.setProperty("kind", "primary")
        self._next.clicked.connect(self.go_on)
        row.addWidget(label(self.tr("Enter: ô kế · Shift+Enter: ô trước"), "small", self), 1)
        row.addWidget(self._back)
        row.addWidget(self._next)
        return row

    # Steps ----------------------------------------------------------------------------------

    def go_on(self) -> None:
        """The next step, if this one is answered."""
        place = self.place
        if place == 0:
            self._go(1)
        elif place <= len(self._steps):
            self._forms[self._steps[place - 1].name].save()
        elif self._kept.isChecked():
            self.finished.emit()
        else:
            self._note.set(self.tr("Hãy in hoặc lưu phiếu rồi đánh dấu vào ô trên."), "act")
            self._kept.setFocus()

    def go_back(self) -> None:
        """The step before; not from the recovery sheet, the desk exists by then."""
        if 0 < self.place <= len(self._steps):
            self._go(self.place - 1)

    def show_recovery(self, recovery: Recovery) -> None:
        """The desk was made: show how it can be saved."""
        self._sheet = recovery.sheet
        self._code.setText(recovery.code)
        self._go(len(self._steps) + 1)

    def show_problem(self, error: Exception) -> None:
        """The desk could not be made."""
        self._next.setEnabled(True)
        form = self._forms[self._steps[-1].name]
        if not form.show_error(error):
            self._messages.error(self, error)

    def texts(self) -> dict[str, str]:
        """What was typed so far, without secrets, to be offered again after a crash."""
        return {
            f"{step}.{name}": text
            for step, form in self._forms.items()
            for name, text in form.raw_values().items()
            if text
        }

    def set_texts(self, texts: dict[str, str]) -> None:
        """Put back what was typed before."""
        for path, text in texts.items():
            step, _, name = path.partition(".")
            if step in self._forms:
                self._forms[step].set_raw_values({name: text})

    def _on_edited(self) -> None:
        self.edited.emit()

    def _on_saved(self) -> None:
        step = self._steps[self.place - 1]
        form = self._forms[step.name]
        values = {name: each.values() for name, each in self._forms.items()}
        problems = check_step(step, values, self._check)
        if problems:
            form.show_problems(problems)
        elif self.place < len(self._steps):
            self._go(self.place + 1)
        else:
            self._next.setEnabled(False)
            answers: FirstStartAnswers = answers_of(values)
            self.answered.emit(answers)

    def _go(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        for number, mark in enumerate(self._marks):
            tone = "now" if number == place else "done" if number < place else ""
            words = self._titles[number]
            mark.setText("✓" + words[words.index(".") + 1 :] if tone == "done" else words)
            restyle(mark, "tone", tone)
        last = place > len(self._steps)
        self._back.setVisible(place > 0 and not last)
        self._next.setEnabled(True)
        words = self.tr("&Mở bàn làm việc") if last else self.tr("Tiếp t&ục · Ctrl+Enter")
        self._next.setText(words)
        if place == 0:
            self._kinds.button(DeskKind.SCHOOL.value).setFocus()
        elif last:
            self._show.setFocus()
        else:
            form = self._forms[self._steps[place - 1].name]
            form.focus_first()
            if form is self._forms["safety"]:
                self._offer_own_name()

    def _offer_own_name(self) -> None:
        """Whoever prepares the lists or takes the money has said the name already."""
        form = self._forms["safety"]
        if form.values().text("full_name"):
            return
        known = (
            self._forms[step].values().text(name)
            for step, name in (("people", "preparer_name"), ("office", "collector_name"))
        )
        form.fill({"full_name": next(filter(None, known), "")})
        form.focus_first_empty()

    def _on_show_sheet(self) -> None:
        self._show_sheet(self, self._sheet)
        self._kept.setFocus()

    def _on_kept(self, kept: bool) -> None:
        if kept:
            self._note.set("")
