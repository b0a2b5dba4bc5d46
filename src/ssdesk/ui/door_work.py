"""What is done at the door: opening, making, recovering and restoring a desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from ssdesk.clock import Clock
from ssdesk.domain.desk import Account, DeskProfile, Role
from ssdesk.domain.problems import Problem
from ssdesk.domain.rulebook import RuleBook
from ssdesk.errors import SsdeskError
from ssdesk.services import accounts, backups, context, desk, recovery
from ssdesk.services.backups import BackupMade, RestorePlan
from ssdesk.services.context import Context
from ssdesk.services.progress import Progress
from ssdesk.ui.forms.dialog import FormRequest
from ssdesk.ui.forms.field import Field, FieldKind, FormValues
from ssdesk.ui.forms.passwords import check_new_password
from ssdesk.ui.pages.first_start.answers import Choice, FirstStartAnswers
from ssdesk.ui.pages.first_start.wizard import Recovery
from ssdesk.ui.translation import current_language


@dataclass(frozen=True, slots=True)
class Doors:
    """Every way into and out of a desk, to be run on the database thread.

    Args:
        clock: time and ids.
        demo_clock: gives the same on the demo school's own day.
        rules: gives the rule pack shipped, for what is asked before a desk is open.
        demo_place: folder of the demo school.
    """

    clock: Clock
    demo_clock: Callable[[], Clock]
    rules: Callable[[], RuleBook]
    demo_place: Path

    def provinces(self) -> tuple[Choice, ...]:
        """Provinces of today for a choice."""
        found = desk.list_provinces(self.rules(), self.clock.today())
        return tuple((code, f"{code} · {name}") for code, name in found)

    def check(self, profile: DeskProfile) -> tuple[Problem, ...]:
        """What is wrong with a profile."""
        return desk.check_profile(profile, self.rules(), self.clock.today())

    def open(self, store: Path, login: str, password: str) -> Context:
        """Open by password."""
        return context.open_desk(store, login, password, self.clock)

    def create(self, store: Path, answers: FirstStartAnswers) -> tuple[Context, Recovery]:
        """Make a desk, and the sheet that saves it one day."""
        account = Account("", answers.login, answers.full_name, Role.ADMINISTRATOR)
        ctx, code = context.create_desk(
            store, answers.profile, account, answers.password, self.clock
        )
        return ctx, Recovery(code, recovery.sheet(ctx, code, current_language().value))

    def make_demo(self, store: Path, progress: Progress) -> Context:
        """Make the demo school and open it as its clerk would."""
        # Read late: a desk that is no demo must not wait for it.
        from ssdesk.services.demo.school import make_school

        make_school(store, progress=progress).ctx.close()
        return self.open_demo(store)

    def open_demo(self, store: Path) -> Context:
        """Open the demo school on its own day."""
        from ssdesk.services.demo.school import DEMO_LOGIN, DEMO_PASSWORD

        return context.open_desk(store, DEMO_LOGIN, DEMO_PASSWORD, self.demo_clock())

    def back_up_if_due(self, ctx: Context) -> BackupMade | None:
        """A backup where something changed and the last one is old enough."""
        return backups.back_up_if_due(ctx)

    def recover(self, store: Path, code: str, account: tuple[str, str]) -> Context:
        """Open by the recovery code; the account gets the new password."""
        return accounts.open_by_recovery_code(store, code, *account, self.clock)

    def preview_restore(self, backup: Path, values: FormValues) -> RestorePlan:
        """What a backup would bring back, opened as `restore_request` was answered."""
        code, login = values.text("code"), values.text("login")
        password = values.text("password" if code else "old_password")
        return backups.preview_restore(backup, login, password, self.clock, code)

    def restore(
        self, plan: RestorePlan, store: Path, last_printed: Mapping[str, int | None]
    ) -> Context:
        """Make a desk of a backup."""
        return backups.apply_restore(plan, store, last_printed, self.clock)

    def unlock(self, ctx: Context, password: str) -> None:
        """Confirm the password of whoever went away."""
        accounts.confirm_password(ctx, password)

    def leave(self, ctx: Context) -> None:
        """Back up what changed and close."""
        backups.close_desk(ctx)


def has_store(store: Path) -> bool:
    """Whether a folder holds anything: a door that refuses says more than a first start."""
    return store.is_dir() and any(store.iterdir())


def backup_folder(store: Path) -> Path | None:
    """Where a desk keeps its backups, None where there is no such desk on this machine."""
    folder = backups.folder_in(store)
    return folder if folder.is_dir() else None


def usual_login(store: Path, last: str) -> str:
    """The login to be filled in: the last one, or the only one."""
    try:
        known = context.logins(store)
    except (SsdeskError, OSError):
        # The door itself says what is wrong with the store.
        return last
    if last in known:
        return last
    return known[0] if len(known) == 1 else ""


_CODE = "XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Doors", text)


def recovery_request(login: str) -> FormRequest:
    """Asks for the recovery code and a new password."""
    return FormRequest(
        _tr("Quên mật khẩu"),
        (
            Field("login", _tr("Tên đăng nhậ&p"), required=True),
            Field("code", _tr("&Mã trên phiếu khôi phục"), required=True,
                  placeholder=_CODE),
            Field("password", _tr("Mật khẩu mớ&i"), FieldKind.PASSWORD, required=True),
            Field("password_again", _tr("Mật khẩu mới &lần nữa"), FieldKind.PASSWORD,
                  required=True),
        ),
        text=_tr("Gõ mã in trên phiếu khôi phục, rồi đặt mật khẩu mới. Dữ liệu không thay đổi."),
        save=_tr("Đặt mật khẩu và &mở"),
        values={"login": login},
        check=check_new_password,
    )  # fmt: skip


def restore_request() -> FormRequest:
    """Asks how a backup is to be opened: by the password of its day or by the recovery code."""
    return FormRequest(
        _tr("Khôi phục từ bản sao lưu"),
        (
            Field("login", _tr("Tên đăng nhậ&p"), required=True),
            Field("old_password", _tr("&Mật khẩu lúc sao lưu"), FieldKind.PASSWORD),
            Field("code", _tr("Mã trên &phiếu khôi phục"),
                  group=_tr("Nếu quên mật khẩu ấy"), placeholder=_CODE),
            Field("password", _tr("Mật khẩu mớ&i"), FieldKind.PASSWORD),
            Field("password_again", _tr("Mật khẩu mới &lần nữa"), FieldKind.PASSWORD),
        ),
        text=_tr("Mở bằng mật khẩu lúc sao lưu, hoặc bằng mã in trên phiếu khôi phục cùng một "
                 "mật khẩu mới. Bản sao lưu không bị thay đổi."),
        save=_tr("&Xem bản sao lưu"),
        check=_check_way_in,
    )  # fmt: skip


def _check_way_in(values: FormValues) -> tuple[Problem, ...]:
    if values.text("code"):
        return check_new_password(values)
    if values.text("old_password"):
        return ()
    return (Problem("old_password", "FIELD_EMPTY", {"field": _tr("Mật khẩu lúc sao lưu")}),)


def restore_plan_request(plan: RestorePlan) -> FormRequest:
    """Shows what a backup holds, and asks for the last printed number of each open book."""
    fields = tuple(
        Field(
            book.book_id,
            _tr("Quyển {book}: số phiếu in sau cùng").format(
                book=f"{book.serial}/{book.book_number}"
            ),
            FieldKind.NUMBER,
            lowest=book.first_number,
            highest=book.last_number,
            help=_tr("Xem trên phiếu giấy; để trống nếu chưa in phiếu nào."),
        )
        for book in plan.books
    )
    made = plan.made_at.strftime("%H:%M %d/%m/%Y")
    text = _tr(
        "{school}, {people} người, sao lưu lúc {made}. Phiếu mới sẽ tiếp theo số đã in trên giấy."
    ).format(school=plan.school_name, people=plan.people, made=made)
    known = {book.book_id: book.last_in_backup for book in plan.books}
    title = _tr("Khôi phục bàn làm việc")
    return FormRequest(title, fields, text=text, save=_tr("&Khôi phục"), values=known)
