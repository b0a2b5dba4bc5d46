"""Columns of those who need a declaration."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from ssdesk.domain.dates import format_date
from ssdesk.domain.declaration import FieldChange, Why
from ssdesk.services.declarations import Correction, NeedsDeclaration
from ssdesk.services.hospitals import with_name
from ssdesk.ui.models.rows import CellKind, Column
from ssdesk.ui.widgets.chip import Chip, Tone


class DeclarationWords(QObject):
    """How somebody who needs a declaration reads.

    Args:
        parent: the owner.
        hospitals: their names by code.
    """

    def __init__(self, parent: QObject, hospitals: Mapping[str, str] | None = None) -> None:
        super().__init__(parent)
        self.hospitals = hospitals or {}

    def columns(self) -> tuple[Column[NeedsDeclaration], ...]:
        """The grid's columns."""
        return (
            Column("full_name", self.tr("Họ và tên"), _full_name, width=180, whole=True),
            Column("class_name", self.tr("Lớp"), _class_name, width=76, whole=True),
            Column("why", self.tr("Vì sao"), self.chip, CellKind.CHIP, width=118),
            Column("changes", self.tr("Từ danh sách đã gửi → nay"), self.changes, width=0),
            Column("evidence", self.tr("Hồ sơ kèm theo"), _evidence, width=160, leaves=1),
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
        old, new = self._read(each.field, each.old), self._read(each.field, each.new)
        return f"{self.fact(each.field)}: {old or '–'} → {new}"

    def filed(self, each: Correction) -> tuple[str, str]:
        """Whose correction was filed when, and what it says now."""
        said = f"{self.fact(each.field)} {self._read(each.field, each.new_value)}"
        return f"{each.full_name}, {format_date(each.filed_on)}", said

    def _read(self, field: str, value: str) -> str:
        return with_name(value, self.hospitals) if field == "registered_hospital" else value

    def fact(self, field: str) -> str:
        """What a field is called."""
        names = {
            "full_name": self.tr("họ tên"),
            "birth_date": self.tr("ngày sinh"),
            "sex": self.tr("phái"),
            "personal_id": self.tr("số định danh"),
            "registered_hospital": self.tr("nơi khám"),
        }
        return names[field]


def _full_name(row: NeedsDeclaration) -> str:
    return row.full_name


def _evidence(row: NeedsDeclaration) -> str:
    return row.evidence


def _class_name(row: NeedsDeclaration) -> str:
    return row.class_name
