"""The classes at the left of the pupils' page."""

from __future__ import annotations

from collections.abc import Sequence

from ssdesk.domain.money import format_number
from ssdesk.services.pupils import ClassRow
from ssdesk.ui.pages.school.pupils.choice import ALL
from ssdesk.ui.widgets.side_list import SideList, SideRow


class ClassSide(SideList):
    """Each class with how many are insured; red where somebody is left over."""

    def show_classes(self, classes: Sequence[ClassRow], chosen: str) -> None:
        """Show these classes, standing on the chosen one."""
        insured, pupils = (
            format_number(sum(getattr(item.count, name) for item in classes))
            for name in ("insured", "pupils")
        )
        rows = [SideRow(ALL, self.tr("Tất cả"), f"{insured}/{pupils}")]
        for item in classes:
            value = f"{item.count.insured}/{item.count.pupils}"
            rows.append(SideRow(item.id, item.name, value, "act" if item.count.left_over else ""))
        self.set(rows, chosen)
