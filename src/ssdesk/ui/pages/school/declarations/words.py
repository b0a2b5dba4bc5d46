"""Columns of those who need a declaration."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ssdesk.domain.declaration import FieldChange, Why
from ssdesk.services.declarations import NeedsDeclaration
from ssdesk.ui.models.rows import CellKind, Column
from ssdesk.ui.widgets.chip import Chip, Tone


class DeclarationWords(QObject):
    """How somebody who needs a declaration reads."""

    def columns(self) -> tuple[Column[NeedsDeclaration], ...]:
        """The grid's columns."""
        return (
            Column("full_name", self.tr("Họ và tên"), _full_name, width=220),
            Column("class_name", self.tr("Lớp"), _class_name, width=76),
            Column("why", self.tr("Vì sao"), self.chip, CellKind.CHIP, width=118),
            Column("changes", self.tr("Từ danh sách đã gửi → nay"), self.changes, width=0),
        )

    def chip(self, row: NeedsDeclaration) -> Chip:
        """First-timer or correction."""
        if row.why is Why.FIRST_TIME:
            return Chip(self.tr("lần đầu"), Tone.INFO)
        return Chip(self.tr("điều chỉnh"), Tone.WAITING)

    def changes(self, row: NeedsDeclaration) -> str:
        """What differs, all in one line."""
        return "; ".join(self.change(each) for each in row.changes)

    def change(self, each: FieldChange) -> str:
        """One fact, as sent and as it is."""
        names = {
            "full_name": self.tr("họ tên"),
            "birth_date": self.tr("ngày sinh"),
            "sex": self.tr("phái"),
            "personal_id": self.tr("số định danh"),
            "registered_hospital": self.tr("nơi khám"),
        }
        return f"{names[each.field]}: {each.old or '–'} → {each.new}"


def _full_name(row: NeedsDeclaration) -> str:
    return row.full_name


def _class_name(row: NeedsDeclaration) -> str:
    return row.class_name
