"""Who may open the desk; passwords and the recovery sheet."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QPushButton

from ssdesk.domain.desk import Role
from ssdesk.services import accounts, recovery
from ssdesk.services.accounts import AccountRow, AccountSaved, AddAccount
from ssdesk.ui.forms.dialog import FormRequest
from ssdesk.ui.forms.field import Field, FieldKind
from ssdesk.ui.forms.passwords import check_new_password
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.rows import Column, RowsModel
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.settings.section import Section
from ssdesk.ui.role_words import role_words
from ssdesk.ui.theme import worn
from ssdesk.ui.translation import current_language
from ssdesk.ui.widgets.page_header import ButtonRow


class AccountsSection(Section):
    """The accounts and what can be done with the chosen one."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.put_heading(
            self.tr("Tài khoản"),
            self.tr("Mỗi người một tài khoản: mọi khoản thu và sửa đổi đều ghi tên người làm."),
        )
        self.model: RowsModel[AccountRow] = RowsModel(self._columns(), _key, self)
        self.grid = GridView("accounts", page.bench.preferences, self)
        self.grid.set_model(self.model)
        self.grid.setMinimumHeight(worn().px(180))
        self.column.addWidget(self.grid, 1)
        row = ButtonRow(self)
        self._own = QPushButton(self.tr("Đổi &mật khẩu của tôi"), row)
        self._own.clicked.connect(self.change_own_password)
        self._set = QPushButton(self.tr("Đặt lại mật &khẩu"), row)
        self._set.clicked.connect(self.set_password)
        self._stop = QPushButton(self.tr("&Ngừng hoặc mở lại"), row)
        self._stop.clicked.connect(self.stop_or_start)
        self._sheet = QPushButton(self.tr("Phiếu khôi phục mớ&i"), row)
        self._sheet.clicked.connect(self.renew_recovery)
        buttons = (self._own, self._set, self._stop, self._sheet)
        row.put(buttons)
        for button in buttons:
            button.setEnabled(button is self._own or self._may_change())
        self.column.addWidget(row)

    def primary_words(self) -> str:
        return self.tr("&Thêm tài khoản") if self._may_change() else ""

    def do_primary(self) -> None:
        roles = tuple((role.value, role_words(role)) for role in Role)
        tr = self.tr
        fields = (
            Field("full_name", tr("&Họ tên"), FieldKind.NAME, required=True),
            Field("login", tr("Tên đăng nhậ&p"), required=True, max_length=40),
            Field("role", tr("&Vai trò"), FieldKind.CHOICE, choices=roles),
            *self._passwords(),
        )
        request = FormRequest(
            tr("Thêm tài khoản"),
            fields,
            save=tr("&Thêm"),
            values={"role": Role.CLERK.value},
            check=check_new_password,
        )
        values = self.page.bench.messages.form(self, request)
        if values is not None:
            command = AddAccount(
                values.text("login"),
                values.text("full_name"),
                Role(values.text("role")),
                values.text("password"),
            )
            self.page.run(partial(accounts.add_account, self.page.ctx, command), self._on_saved)

    def read(self) -> None:
        self.page.run(partial(accounts.list_accounts, self.page.ctx), self.model.set_rows)

    def change_own_password(self) -> None:
        """Ask for the old password and a new one."""
        tr = self.tr
        old = Field("old", tr("Mật khẩu &hiện tại"), FieldKind.PASSWORD, required=True)
        request = FormRequest(
            tr("Đổi mật khẩu"), (old, *self._passwords()), check=check_new_password
        )
        values = self.page.bench.messages.form(self, request)
        if values is not None:
            ctx, before, new = self.page.ctx, values.text("old"), values.text("password")
            self.page.run(lambda: accounts.change_password(ctx, before, new), self._on_password)

    def set_password(self) -> None:
        """A new password for somebody who forgot theirs."""
        row = self._chosen()
        if row is None:
            return
        title = self.tr("Đặt lại mật khẩu của {name}").format(name=row.account.full_name)
        request = FormRequest(title, self._passwords(), check=check_new_password)
        values = self.page.bench.messages.form(self, request)
        if values is not None:
            ctx, account, new = self.page.ctx, row.account.id, values.text("password")
            self.page.run(lambda: accounts.set_password(ctx, account, new), self._on_password)

    def stop_or_start(self) -> None:
        """Take a key away, or give it back with a new password."""
        row = self._chosen()
        if row is None:
            return
        ctx, tr, account = self.page.ctx, self.tr, row.account
        if row.disabled_at is None:
            text = tr("{name} sẽ không mở được bàn làm việc nữa; việc đã làm vẫn giữ tên.")
            title = tr("Ngừng tài khoản")
            words = text.format(name=account.full_name)
            if self.page.bench.messages.ask(self, title, words, tr("&Ngừng")):
                work = partial(accounts.disable_account, ctx, account.id)
                self.page.run(work, self._on_saved)
            return
        request = FormRequest(tr("Mở lại tài khoản"), self._passwords(), check=check_new_password)
        values = self.page.bench.messages.form(self, request)
        if values is not None:
            new = values.text("password")
            self.page.run(lambda: accounts.enable_account(ctx, account.id, new), self._on_saved)

    def renew_recovery(self) -> None:
        """A new recovery sheet; the old one opens nothing any more."""
        tr, ctx = self.tr, self.page.ctx
        title = tr("Lập phiếu khôi phục mới")
        text = tr("Mã trên phiếu cũ sẽ hết hiệu lực ngay. In phiếu mới và hủy phiếu cũ.")
        if not self.page.bench.messages.ask(self, title, text, tr("&Lập phiếu mới")):
            return

        language = current_language().value

        def work() -> bytes:
            return recovery.sheet(ctx, accounts.renew_recovery_code(ctx), language)

        self.page.run(work, self._on_sheet)

    def _passwords(self) -> tuple[Field, Field]:
        tr = self.tr
        return (
            Field("password", tr("Mật khẩu mớ&i"), FieldKind.PASSWORD, required=True),
            Field("password_again", tr("Mật khẩu mới &lần nữa"), FieldKind.PASSWORD, required=True),
        )

    def _columns(self) -> tuple[Column[AccountRow], ...]:
        tr = self.tr
        open_words, stopped = tr("đang dùng"), tr("đã ngừng")

        def state(row: AccountRow) -> str:
            return open_words if row.disabled_at is None else stopped

        return (
            Column("login", tr("Tên đăng nhập"), _login, width=160),
            Column("full_name", tr("Họ tên"), _full_name, width=240),
            Column("role", tr("Vai trò"), _role, width=140),
            Column("state", tr("Trạng thái"), state, width=0),
        )

    def _may_change(self) -> bool:
        return self.page.ctx.account.role is Role.ADMINISTRATOR

    def _chosen(self) -> AccountRow | None:
        row = self.grid.current_row()
        return row if isinstance(row, AccountRow) else None

    def _on_saved(self, saved: AccountSaved) -> None:
        words = self.tr("Đã lưu tài khoản {login}")
        self.page.toast(words.format(login=saved.account.login))

    def _on_password(self, _: AccountSaved) -> None:
        self.page.toast(self.tr("Đã đổi mật khẩu"))

    def _on_sheet(self, sheet: bytes) -> None:
        title = self.tr("Phiếu khôi phục")
        self.page.bench.printing.show(self, title, sheet, "phieu-khoi-phuc.pdf")


def _key(row: AccountRow) -> str:
    return row.account.id


def _login(row: AccountRow) -> str:
    return row.account.login


def _full_name(row: AccountRow) -> str:
    return row.account.full_name


def _role(row: AccountRow) -> str:
    return role_words(row.account.role)
