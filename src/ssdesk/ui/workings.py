"""Workings in the window's language; what is stored and printed stays Vietnamese."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication


def worded(workings: Iterable[str]) -> str:
    """The lines of a computation, each with its title and unit in the window's language."""
    return "\n".join(map(_line, workings))


def _line(working: str) -> str:
    titles = {
        "Số tiền phải đóng": _tr("Số tiền phải đóng"),
        "NSNN hỗ trợ": _tr("NSNN hỗ trợ"),
        "NSĐP hỗ trợ": _tr("NSĐP hỗ trợ"),
        "Hỗ trợ khác": _tr("Hỗ trợ khác"),
        "Người tham gia đóng": _tr("Người tham gia đóng"),
        "Cơ quan BHXH hoàn trả": _tr("Cơ quan BHXH hoàn trả"),
        "Số tháng chưa dùng": _tr("Số tháng chưa dùng"),
    }
    title, colon, computed = working.partition(": ")
    return titles.get(title, title) + colon + computed.replace("tháng", _tr("tháng"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Workings", text)
