"""Roles in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ssdesk.domain.desk import Role
from ssdesk.domain.roles import Act, may

_ROLES = {
    Role.ADMINISTRATOR: str(QT_TRANSLATE_NOOP("Roles", "Quản trị")),
    Role.CASHIER: str(QT_TRANSLATE_NOOP("Roles", "Thủ quỹ")),
    Role.CLERK: str(QT_TRANSLATE_NOOP("Roles", "Văn thư")),
    Role.READER: str(QT_TRANSLATE_NOOP("Roles", "Chỉ xem")),
}


def role_words(role: Role) -> str:
    """A role in the window's language."""
    return QCoreApplication.translate("Roles", _ROLES[role])


def who_may(act: Act) -> str:
    """The sentence for somebody whose role may not do something."""
    roles = ", ".join(role_words(role).lower() for role in Role if may(role, act))
    sentence = QCoreApplication.translate(
        "Roles", "Việc này chỉ dành cho: {roles}. Hãy nhờ người có vai trò đó."
    )
    return sentence.format(roles=roles)
