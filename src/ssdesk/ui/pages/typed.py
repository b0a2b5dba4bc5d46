"""What a person has typed on a page and not saved, carried over while the page is made anew."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ssdesk.ui.forms.form import Form
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.editable import EditableRows


class Typed:
    """Texts of forms, cells of grids and the place of the keyboard, by the names of their owners.

    What finds no owner yet waits: some forms are made only when their values have been read.
    """

    def __init__(self) -> None:
        self._forms: dict[str, dict[str, str]] = {}
        self._models: dict[str, EditableRows[object]] = {}
        self._places: dict[str, tuple[object, int]] = {}
        self._focused = ""

    def take(self, page: QWidget) -> None:
        """Remember everything before the page is made anew."""
        focused = QApplication.focusWidget()
        for grid in page.findChildren(GridView):
            if focused is not None and grid.isAncestorOf(focused):
                # A cell still being typed is closed, which puts its text into the model.
                grid.setFocus()
                focused = grid
        inside = focused is not None and page.isAncestorOf(focused)
        self._focused = focused.objectName() if focused is not None and inside else ""
        for form in page.findChildren(Form):
            if texts := form.typed():
                self._forms[form.name] = texts
        for model in page.findChildren(EditableRows):
            # It outlives the grid it belongs to.
            model.setParent(None)
            self._models[model.objectName()] = model
        for grid in page.findChildren(GridView):
            if (place := grid.place()) is not None:
                self._places[grid.name] = place

    def give_back(self, page: QWidget) -> None:
        """Put back what has its owner again."""
        for form in page.findChildren(Form):
            if texts := self._forms.pop(form.name, None):
                form.put_typed(texts)
        for model in page.findChildren(EditableRows):
            before = self._models.get(model.objectName())
            if before is not None and before is not model:
                del self._models[model.objectName()]
                model.take_over(before)
                before.deleteLater()
        for grid in page.findChildren(GridView):
            if place := self._places.pop(grid.name, None):
                grid.stand_at(place)

    def give_focus(self, page: QWidget) -> bool:
        """Put the keyboard where it was; False where that is no more."""
        name, self._focused = self._focused, ""
        found = page.findChild(QWidget, name) if name else None
        if not isinstance(found, QWidget) or not found.isVisible() or not found.isEnabled():
            return False
        found.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
