"""From the first start to the window of the desk: door, lock, and the way out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ssdesk.errors import SsdeskError
from ssdesk.services.backups import RestorePlan
from ssdesk.services.context import Context
from ssdesk.ui import door_work, error_text, window_place
from ssdesk.ui.bench import Bench
from ssdesk.ui.dialogs.login import LoginWindow
from ssdesk.ui.dialogs.waiting import WaitingWindow
from ssdesk.ui.door_work import Doors
from ssdesk.ui.enter_key import EnterPresses
from ssdesk.ui.jobs import JobRunner, Progress
from ssdesk.ui.main_window import MainWindow
from ssdesk.ui.messages import Messages
from ssdesk.ui.pages import PageEntry
from ssdesk.ui.pages.first_start.answers import FirstStartAnswers
from ssdesk.ui.pages.first_start.wizard import FirstStart, Recovery
from ssdesk.ui.preferences import Preferences
from ssdesk.ui.printing import Printing
from ssdesk.ui.rehearsal import rehearse
from ssdesk.ui.theme import worn
from ssdesk.ui.translation import speak

BACKUP_MS = 5 * 60 * 1000
LOAD_AFTER_MS = 150


@dataclass(frozen=True, slots=True)
class Hands:
    """The window's long-lived hands, given by the composition root."""

    jobs: JobRunner
    messages: Messages
    preferences: Preferences
    printing: Printing


class Shell(QObject):
    """Shows one window at a time: first start, door, desk, lock.

    Signals:
        ended: the last window was closed; the program may end.
    """

    ended = Signal()

    def __init__(
        self,
        hands: Hands,
        doors: Doors,
        pages: Callable[[], Sequence[PageEntry]],
    ) -> None:
        super().__init__()
        self._hands, self._doors = hands, doors
        self._pages = pages
        self._enter_presses = EnterPresses(self)
        self._store = Path()
        self._ctx: Context | None = None
        self._window: MainWindow | None = None
        self._front: QWidget | None = None
        hands.preferences.changed.connect(self._dress)
        self._backups = QTimer(self)
        self._backups.setInterval(BACKUP_MS)
        self._backups.timeout.connect(self._on_backup_time)
        self._dress()

    # Ways in --------------------------------------------------------------------------------

    def open_store(self, store: Path) -> None:
        """The door of a store, or the first start where there is none yet."""
        self._store = store
        if not door_work.has_store(store):
            self._show_first_start()
        else:
            self._show_door()

    def open_demo(self, store: Path) -> None:
        """The demo school, made when first wanted."""
        self._store = store
        doors = self._doors
        if door_work.has_store(store):
            self._hands.jobs.run(
                self, lambda: doors.open_demo(store), self._on_opened, self._on_demo_refused
            )
            return
        waiting = WaitingWindow(self.tr("Đang dựng trường mẫu…"))
        self._put_in_front(waiting)
        self._hands.jobs.busy.connect(waiting.show_progress)

        def make(progress: Progress) -> Context:
            return doors.make_demo(store, progress)

        self._hands.jobs.run_long(self, make, self._on_opened, "", self._on_broken)

    def _show_first_start(self) -> None:
        wizard = FirstStart(
            self._doors.provinces(), self._doors.check, self._hands.messages, self._show_sheet
        )
        wizard.set_texts(self._hands.preferences.first_start())
        wizard.edited.connect(self._on_first_start_edited)
        wizard.answered.connect(self._on_answered)
        wizard.finished.connect(self._on_first_finished)
        wizard.demo_wanted.connect(self._on_demo_wanted)
        wizard.restore_wanted.connect(self._on_restore_wanted)
        self._put_in_front(wizard)

    def _show_door(self) -> None:
        window = LoginWindow()
        card = window.card
        card.entered.connect(self._enter)
        card.recovery_wanted.connect(self._on_recovery_wanted)
        card.other_wanted.connect(self._on_other_wanted)
        self._put_in_front(window)
        login = door_work.usual_login(self._store, self._hands.preferences.now.last_login)
        card.greet(self.tr("Mở bàn làm việc"), str(self._store), login)
        QTimer.singleShot(LOAD_AFTER_MS, self, self._load_ahead)

    def _load_ahead(self) -> None:
        """Loads the pages and the rules while the password is being typed."""
        rehearse(self._pages(), self._hands.preferences)
        # What is wrong with the rules is told when the desk opens.
        with suppress(SsdeskError):
            self._doors.rules()

    def _enter(self, login: str, password: str) -> None:
        store, doors = self._store, self._doors
        self._hands.jobs.run(
            self, lambda: doors.open(store, login, password), self._on_opened, self._on_refused
        )

    # Results --------------------------------------------------------------------------------

    def _on_opened(self, ctx: Context) -> None:
        self._ctx = ctx
        if self._store != self._doors.demo_place:
            self._hands.preferences.set_last(str(self._store), ctx.account.login)
        hands = self._hands
        bench = Bench(ctx, hands.jobs, hands.messages, hands.preferences, hands.printing)
        self._window = MainWindow(bench, self._pages())
        self._window.lock_wanted.connect(self._lock)
        self._window.closed.connect(self._on_window_closed)
        self._put_in_front(self._window)
        self._backups.start()

    def _on_backup_time(self) -> None:
        ctx, doors = self._ctx, self._doors
        if ctx is not None:
            self._hands.jobs.run(
                self, lambda: doors.back_up_if_due(ctx), None, self._on_backup_failed
            )

    def _on_backup_failed(self, error: Exception) -> None:
        if self._window is not None:
            self._window.tell(error_text.of_error(error), "act")

    def _on_refused(self, error: Exception) -> None:
        if isinstance(self._front, LoginWindow):
            self._front.card.refuse(error_text.of_error(error))
        else:
            self._on_broken(error)

    def _on_broken(self, error: Exception) -> None:
        parent = self._front or QWidget()
        self._hands.messages.error(parent, error)
        self._show_first_start()

    def _on_demo_refused(self, error: Exception) -> None:
        self._hands.messages.error(self._front or QWidget(), error)
        if self._front is None:
            self.ended.emit()

    def _on_answered(self, answers: FirstStartAnswers) -> None:
        store, doors = self._store, self._doors
        self._hands.jobs.run(
            self, lambda: doors.create(store, answers), self._on_created, self._on_not_created
        )

    def _on_created(self, made: tuple[Context, Recovery]) -> None:
        self._ctx, recovery = made
        self._hands.preferences.keep_first_start({})
        if isinstance(self._front, FirstStart):
            self._front.show_recovery(recovery)

    def _on_first_start_edited(self) -> None:
        if isinstance(self._front, FirstStart):
            self._hands.preferences.keep_first_start(self._front.texts())

    def _on_not_created(self, error: Exception) -> None:
        if isinstance(self._front, FirstStart):
            self._front.show_problem(error)

    def _on_first_finished(self) -> None:
        if self._ctx is not None:
            self._on_opened(self._ctx)

    def _on_demo_wanted(self) -> None:
        self.open_demo(self._doors.demo_place)

    def _on_restore_wanted(self) -> None:
        parent = self._front or QWidget()
        request = door_work.restore_request()
        kinds = self.tr("Bản sao lưu (*.zip)")
        start = door_work.backup_folder(Path(self._hands.preferences.now.last_store))
        backup = self._hands.messages.open_file(parent, request.title, kinds, start)
        if backup is None:
            return
        values = self._hands.messages.form(parent, request)
        if values is None:
            return
        doors = self._doors
        self._hands.jobs.run(
            self,
            lambda: doors.preview_restore(backup, values),
            self._on_restore_previewed,
            self._on_restore_failed,
        )

    def _on_restore_previewed(self, plan: RestorePlan) -> None:
        request = door_work.restore_plan_request(plan)
        values = self._hands.messages.form(self._front or QWidget(), request)
        if values is None:
            return
        numbers = {book.book_id: values.number(book.book_id) for book in plan.books}
        store, doors = self._store, self._doors
        self._hands.jobs.run(
            self,
            lambda: doors.restore(plan, store, numbers),
            self._on_opened,
            self._on_restore_failed,
        )

    def _on_restore_failed(self, error: Exception) -> None:
        self._hands.messages.error(self._front or QWidget(), error)

    def _on_recovery_wanted(self) -> None:
        parent = self._front or QWidget()
        login = door_work.usual_login(self._store, self._hands.preferences.now.last_login)
        values = self._hands.messages.form(parent, door_work.recovery_request(login))
        if values is None:
            return
        store, doors = self._store, self._doors
        login, code = values.text("login"), values.text("code")
        password = values.text("password")
        self._hands.jobs.run(
            self,
            lambda: doors.recover(store, code, (login, password)),
            self._on_opened,
            self._on_refused,
        )

    def _on_other_wanted(self) -> None:
        parent = self._front or QWidget()
        found = self._hands.messages.choose_folder(parent, self.tr("Thư mục của bàn làm việc"))
        if found is not None:
            self.open_store(found)

    # Lock -----------------------------------------------------------------------------------

    def _lock(self) -> None:
        ctx, window = self._ctx, self._window
        if ctx is None or window is None:
            return
        lock = LoginWindow(locked=True)
        lock.card.entered.connect(self._unlock)
        lock.card.other_wanted.connect(self._on_back_to_door)
        lock.closed.connect(self._on_lock_closed)
        self._put_in_front(lock)
        lock.card.greet(self.tr("Đã khóa"), ctx.account.full_name, ctx.account.login)

    def _unlock(self, _login: str, password: str) -> None:
        ctx, doors = self._ctx, self._doors
        if ctx is not None:
            self._hands.jobs.run(
                self, lambda: doors.unlock(ctx, password), self._on_unlocked, self._on_refused
            )

    def _on_back_to_door(self) -> None:
        """Somebody else comes, or the password is forgotten: close the desk as at the day's end."""
        ctx, self._ctx = self._ctx, None
        window, self._window = self._window, None
        if ctx is None or window is None:
            return
        self._backups.stop()
        window.deleteLater()
        doors = self._doors
        self._hands.jobs.run(self, lambda: doors.leave(ctx), self._on_left, self._on_left_so)

    def _on_left(self, _: object) -> None:
        self._show_door()

    def _on_left_so(self, error: Exception) -> None:
        # Closed all the same; only the backup failed.
        self._show_door()
        self._hands.messages.error(self._front or QWidget(), error)

    def _on_unlocked(self, _: object) -> None:
        if self._window is not None:
            self._put_in_front(self._window)

    def _on_lock_closed(self) -> None:
        if self._window is not None:
            self._window.close()

    # Windows --------------------------------------------------------------------------------

    @property
    def front(self) -> QWidget | None:
        """The window shown now."""
        return self._front

    def _put_in_front(self, window: QWidget) -> None:
        before, self._front = self._front, window
        place = self._hands.preferences.now.window_place
        window_place.put(window, place if before is None else window_place.place_of(before))
        window.show()
        window.activateWindow()
        if before is not None and before is not window:
            before.hide()
            if before is not self._window:
                before.deleteLater()

    def _on_window_closed(self) -> None:
        if self._front is not None:
            self._hands.preferences.set_window_place(window_place.place_of(self._front))
        ctx = self._ctx
        self._ctx = None
        if ctx is not None:
            doors = self._doors
            self._hands.jobs.finish(lambda: doors.leave(ctx))
        self.ended.emit()

    def close(self) -> None:
        """Close the store if it is still open; called when the program ends."""
        ctx, self._ctx = self._ctx, None
        if ctx is not None:
            doors = self._doors
            self._hands.jobs.finish(lambda: doors.leave(ctx))
        else:
            self._hands.jobs.stop()

    def _show_sheet(self, parent: QWidget, sheet: bytes) -> None:
        title = self.tr("Phiếu khôi phục")
        self._hands.printing.show(parent, title, sheet, "phieu-khoi-phuc.pdf")

    def _dress(self) -> None:
        now = self._hands.preferences.now
        worn().wear(now.theme, now.text_percent)
        speak(now.language)
