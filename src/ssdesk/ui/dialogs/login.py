"""The password at the door, and the lock."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ssdesk.ui.forms.field import Field, FieldKind
from ssdesk.ui.forms.form import Form
from ssdesk.ui.icons import pixmap
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.labels import label
from ssdesk.ui.widgets.parts import Note
from ssdesk.ui.widgets.scroll import scrolled


class LoginCard(QFrame):
    """Login and password on a surface.

    Signals:
        entered: login and password were typed.
        recovery_wanted: the password is forgotten.
        other_wanted: another desk is wanted; at a lock, the door with its other ways in.
    """

    entered = Signal(str, str)
    recovery_wanted = Signal()
    other_wanted = Signal()

    def __init__(self, parent: QWidget, *, locked: bool = False) -> None:
        super().__init__(parent)
        self._locked = locked
        theme = worn()
        self.setProperty("kind", "card")
        self.setFixedWidth(theme.px(400))
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(10)
        picture = QLabel(self)
        name = "lock" if locked else "school"
        picture.setPixmap(pixmap(name, theme.tokens.brand_text, theme.px(32)))
        self._title = label("", "title", self)
        self._title.setWordWrap(True)
        self._text = label("", "muted", self)
        for widget in (picture, self._title, self._text):
            column.addWidget(widget)
        column.addSpacing(6)
        self.form = Form(
            "login",
            (
                Field("login", self.tr("Tên đăng nhậ&p"), required=True),
                Field("password", self.tr("&Mật khẩu"), FieldKind.PASSWORD, required=True),
            ),
            self,
            enter_saves=True,
        )
        self.form.saved.connect(self._on_saved)
        self._note = Note(self)
        column.addWidget(self.form)
        column.addWidget(self._note)
        column.addLayout(self._buttons())

    def _buttons(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        words = self.tr("Mở &khóa · Enter") if self._locked else self.tr("Đăng &nhập · Enter")
        self._open = QPushButton(words, self)
        self._open.setProperty("kind", "primary")
        self._open.setObjectName("login_open")
        self._open.clicked.connect(self.form.save)
        column.addWidget(self._open)
        row = QHBoxLayout()
        recover = QPushButton(self.tr("&Quên mật khẩu"), self)
        recover.setProperty("kind", "flat")
        recover.setObjectName("login_recover")
        recover.clicked.connect(self.recovery_wanted)
        words = self.tr("&Người khác, hoặc quên mật khẩu…")
        if not self._locked:
            words = self.tr("&Bàn làm việc khác…")
        other = QPushButton(words, self)
        other.setObjectName("login_other")
        other.setProperty("kind", "flat")
        other.clicked.connect(self.other_wanted)
        recover.setVisible(not self._locked)
        row.addWidget(recover)
        row.addStretch(1)
        row.addWidget(other)
        column.addLayout(row)
        return column

    def greet(self, title: str, text: str, login: str) -> None:
        """Say whose door this is; the login used last is filled in."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.form.fill({"login": login, "password": ""})
        self.form.editor("login").setEnabled(not self._locked)
        self.form.editor("password" if login else "login").setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        """Say why the door stays shut."""
        self.set_waiting(False)
        self._note.set(sentence, "act")
        self.form.fill({"password": ""})
        self.form.editor("password").setFocus(Qt.FocusReason.OtherFocusReason)

    def set_waiting(self, waiting: bool) -> None:
        """The key is being tried."""
        self._open.setEnabled(not waiting)
        self.form.setEnabled(not waiting)

    def _on_saved(self) -> None:
        values = self.form.values()
        self._note.set("")
        self.set_waiting(True)
        self.entered.emit(values.text("login"), values.text("password"))


class LoginWindow(QWidget):
    """The card in the middle of an empty window.

    Signals:
        closed: the window was closed by its frame.
    """

    closed = Signal()

    def __init__(self, *, locked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("login")
        self.setWindowTitle("ssdesk")
        self.setAutoFillBackground(True)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        self.card = LoginCard(middle, locked=locked)
        brand = label("ssdesk", "brand", middle)
        column.addStretch(2)
        column.addWidget(brand, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addWidget(self.card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        # The largest text and a refusal need more room than a small screen has.
        outer.addWidget(scrolled(middle, self))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A lock must not be closed by Esc, nor pass keys to what it covers.
        event.accept()
