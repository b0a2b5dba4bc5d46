"""Columns and chips of the lists' page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from ssdesk.domain.money import format_dong, format_number
from ssdesk.services.submissions import ListPreview, ListProblem, SubmissionRow
from ssdesk.ui import error_text
from ssdesk.ui.models.rows import CellKind, Column
from ssdesk.ui.widgets.chip import Chip, Tone


class ListWords(QObject):
    """How a list and what is wrong with it read."""

    def problem_columns(self) -> tuple[Column[ListProblem], ...]:
        """Who has what problem."""
        blocks, warns = self.tr("ở lại"), self.tr("xem lại")

        def weight(found: ListProblem) -> Chip:
            if found.blocking:
                return Chip(blocks, Tone.ACT)
            return Chip(warns, Tone.WAITING)

        return (
            Column("full_name", self.tr("Họ và tên"), _name, width=170, whole=True),
            Column("class_name", self.tr("Lớp"), _class_name, width=56, whole=True),
            Column("weight", self.tr("Mức"), weight, CellKind.CHIP, width=80),
            Column("message", self.tr("Vì sao và cách sửa"), _message, width=0, wraps=True),
        )

    def made_columns(self) -> tuple[Column[SubmissionRow], ...]:
        """The lists made."""
        return (
            Column("number", self.tr("Số"), _number, CellKind.INT, width=36),
            Column("form", self.tr("Mẫu"), _form, width=0, whole=True),
            Column("list_date", self.tr("Ngày lập"), _list_date, CellKind.DATE, width=94),
            Column("people", self.tr("Số em"), _people, CellKind.DONG, width=64, leaves=1),
            Column("stopped", self.tr("Giảm"), _stopped, CellKind.DONG, width=46, leaves=2),
            Column("own_share", self.tr("Số tiền"), _own_share, CellKind.DONG, width=98),
            Column("state", self.tr("Tiền"), self.made_chip, CellKind.CHIP, width=122),
        )

    def stopped_facts(self, preview: ListPreview) -> list[tuple[str, str]]:
        """Who stands under `Giảm`, what the office is asked to give back, who changes hospital."""
        facts = []
        if preview.stopped:
            people = self.tr("{n} em").format(n=format_number(len(preview.stopped)))
            facts.append((self.tr("Phần Giảm"), people))
        if preview.moved:
            people = self.tr("{n} em").format(n=format_number(len(preview.moved)))
            facts.append((self.tr("Chỉ đổi nơi khám"), people))
        if preview.refund:
            facts.append((self.tr("Đề nghị hoàn trả"), f"{format_dong(preview.refund)} đ"))
        return facts

    def made_chip(self, row: SubmissionRow) -> Chip:
        """Whether the money of a list is all with the office."""
        if row.settled:
            return Chip(self.tr("đủ tiền"), Tone.DONE)
        return Chip(self.tr("chờ thanh toán"), Tone.WAITING)

    def money_chip(self, preview: ListPreview) -> Chip:
        """List = receipts = transfer, or by how many people not."""
        if preview.complete:
            return Chip(self.tr("danh sách = biên lai = chuyển khoản"), Tone.DONE)
        count = len(preview.match.differences)
        return Chip(self.tr("{n} em chưa khớp tiền").format(n=format_number(count)), Tone.WAITING)


def _name(found: ListProblem) -> str:
    return found.full_name


def _class_name(found: ListProblem) -> str:
    return found.class_name


def _message(found: ListProblem) -> str:
    return error_text.of_problem(found.problem)


def _number(row: SubmissionRow) -> int:
    return row.number


def _form(row: SubmissionRow) -> str:
    return row.form_name


def _list_date(row: SubmissionRow) -> date:
    return row.list_date


def _people(row: SubmissionRow) -> int:
    return row.people


def _stopped(row: SubmissionRow) -> int | None:
    return row.stopped or None


def _own_share(row: SubmissionRow) -> int:
    return row.own_share
