"""Roles in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ssdesk.domain.desk import Role

_ROLES = {
    Role.ADMINISTRATOR: str(QT_TRANSLATE_NOOP("Roles", "Quản trị")),
    Role.CASHIER: str(QT_TRANSLATE_NOOP("Roles", "Thủ quỹ")),
    Role.CLERK: str(QT_TRANSLATE_NOOP("Roles", "Văn thư")),
    Role.READER: str(QT_TRANSLATE_NOOP("Roles", "Chỉ xem")),
}


def role_words(role: Role) -> str:
    """A role in the window's language."""
    return QCoreApplication.translate("Roles", _ROLES[role])
