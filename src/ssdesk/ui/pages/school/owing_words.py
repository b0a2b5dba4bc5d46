"""What is said where a typed name does not mean exactly one pupil who owes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from ssdesk.services.collecting import CollectRow

_NAMED = 3


class OwingWords(QObject):
    """Sentences for pages on which pupils are named in a hurry."""

    def unclear(self, typed: str, matches: Sequence[CollectRow]) -> str:
        """Nobody is meant, or several are, the first of them by name."""
        if not matches:
            text = self.tr("Không có em nào còn phải đóng khớp với “{typed}”.")
            return text.format(typed=typed)
        names = ", ".join(
            f"{row.pupil.full_name} {row.pupil.class_name}" for row in matches[:_NAMED]
        )
        text = self.tr("{count} em khớp: {names}… Hãy gõ thêm lớp hoặc số CCCD.")
        return text.format(count=len(matches), names=names)
