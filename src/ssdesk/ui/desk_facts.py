"""What the frame of the window says of the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ssdesk.domain.desk import Role
from ssdesk.domain.money import format_number
from ssdesk.domain.school import SchoolYear
from ssdesk.errors import UserError
from ssdesk.services import backups, desk
from ssdesk.services.context import Context
from ssdesk.services.overview import unsent
from ssdesk.services.year_close import closed_years
from ssdesk.ui.frame.status_bar import StatusFacts
from ssdesk.ui.role_words import role_words


@dataclass(frozen=True, slots=True)
class DeskFacts:
    """Read in one job, shown in the top bar and the status bar.

    Args:
        unsent: pupils who have paid and are in no list yet.
        years: school years that have a roster.
        closed_years: those of them that are closed.
    """

    desk: str
    full_name: str
    role: Role
    rule_pack: str
    base_salary: int | None
    backup_at: datetime | None
    unsent: int
    years: tuple[str, ...]
    closed_years: frozenset[str] = frozenset()

    def user(self) -> str:
        """Who sits here, in the window's language."""
        return f"{self.full_name} · {role_words(self.role)}"

    def status(self) -> StatusFacts:
        """The sentences of the status bar in the window's language."""
        unsent = ""
        if self.unsent:
            unsent = "● " + _tr("{count} em đã đóng chưa gửi").format(count=self.unsent)
        return StatusFacts(unsent=unsent, backup=self._backup(), rules=self._rules())

    def _backup(self) -> str:
        if self.backup_at is None:
            return _tr("Chưa sao lưu lần nào")
        moment = self.backup_at.strftime("%H:%M %d/%m")
        return _tr("Sao lưu {moment} ✓ phục hồi thử đạt").format(moment=moment)

    def _rules(self) -> str:
        pack = _tr("Bộ quy định {version}").format(version=self.rule_pack)
        if self.base_salary is None:
            return pack
        salary = _tr("lương cơ sở {amount}").format(amount=format_number(self.base_salary))
        return f"{pack} · {salary}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("DeskFacts", text)


def read_facts(ctx: Context) -> DeskFacts:
    """Read on the database thread."""
    profile = ctx.profile()
    newest = backups.newest_backup(ctx)
    try:
        salary: int | None = ctx.rules.base_salary.at(ctx.clock.today())
    except UserError:
        salary = None
    return DeskFacts(
        desk=profile.school_name or profile.office_name,
        full_name=ctx.account.full_name,
        role=ctx.account.role,
        rule_pack=ctx.rules.version,
        base_salary=salary,
        backup_at=newest.made_at if newest else None,
        unsent=unsent(ctx, SchoolYear.containing(ctx.clock.today()).name),
        years=tuple(year.name for year in desk.list_school_years(ctx)),
        closed_years=closed_years(ctx),
    )
