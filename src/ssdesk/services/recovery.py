"""The recovery sheet, printed at first start and whenever the code is renewed."""

from __future__ import annotations

from ssdesk.services.context import Context


def sheet(ctx: Context, code: str, language: str = "vi") -> bytes:
    """The sheet of a recovery code as a PDF; the code itself is kept nowhere."""
    # Imported here: reportlab is slow to load and wanted twice in a desk's life.
    from ssdesk.documents.recovery_sheet import RecoveryData, draw

    profile = ctx.profile()
    name = profile.school_name or profile.office_name
    return draw(RecoveryData(name, ctx.account.login, code, ctx.clock.today()), language)
