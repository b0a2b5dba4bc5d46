"""Backups: what there is, one more now, and how one comes back."""

from __future__ import annotations

from functools import partial

from ssdesk.domain.money import format_number
from ssdesk.services import backups
from ssdesk.services.backups import BackupFile, BackupMade, Reason
from ssdesk.ui import error_text
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.rows import Column, RowsModel
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.settings.section import Section
from ssdesk.ui.widgets.parts import Note


class BackupsSection(Section):
    """The list, newest first."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.put_heading(
            self.tr("Sao lưu"),
            self.tr(
                "Tự động mỗi 30 phút khi có thay đổi và mỗi lần đóng; mỗi bản đều được mở thử. "
                "Khôi phục: ở màn hình bắt đầu của máy mới, chọn “Khôi phục từ bản sao lưu”."
            ),
        )
        self.model: RowsModel[BackupFile] = RowsModel(self._columns(), _key, self)
        self.grid = GridView("backups", page.bench.preferences, self)
        self.grid.set_model(self.model)
        self._note = Note(self)
        self.column.addWidget(self._note)
        self.column.addWidget(self.grid, 1)

    def primary_words(self) -> str:
        return self.tr("Sao lưu n&gay")

    def do_primary(self) -> None:
        self.page.run(partial(backups.back_up, self.page.ctx), self._on_made)

    def read(self) -> None:
        self.page.run(partial(backups.list_backups, self.page.ctx), self.model.set_rows)

    def _on_made(self, made: BackupMade) -> None:
        if made.problem is not None:
            self._note.set(error_text.of_problem(made.problem), "waiting")
        else:
            self._note.set("")
        self.page.toast(self.tr("Đã sao lưu và mở thử thành công"))
        self.read()

    def _columns(self) -> tuple[Column[BackupFile], ...]:
        tr = self.tr
        words = {
            Reason.HAND: tr("bấm sao lưu"),
            Reason.SCHEDULE: tr("theo lịch"),
            Reason.CLOSE: tr("khi đóng"),
            Reason.MIGRATION: tr("trước khi nâng cấp"),
        }

        def reason(file: BackupFile) -> str:
            return words.get(file.reason, file.reason.value)

        return (
            Column("made_at", tr("Lúc"), _moment, width=150, sort=_sort, whole=True),
            Column("reason", tr("Vì sao"), reason, width=150, whole=True),
            Column("size", tr("Dung lượng"), _size, width=110, whole=True),
            Column("place", tr("Tệp"), _place, width=0),
        )


def _key(file: BackupFile) -> str:
    return str(file.path)


def _moment(file: BackupFile) -> str:
    return file.made_at.strftime("%d/%m/%Y %H:%M")


def _sort(file: BackupFile) -> str:
    return file.made_at.isoformat()


def _size(file: BackupFile) -> str:
    try:
        kilobytes = file.path.stat().st_size // 1024
    except OSError:
        return ""
    return f"{format_number(kilobytes)} KB"


def _place(file: BackupFile) -> str:
    return str(file.path)
