"""A PDF as pages on the screen: read, print, save."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pypdfium2 as pdfium
from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QImage,
    QKeySequence,
    QPageLayout,
    QPageSize,
    QPainter,
    QPixmap,
    QShortcut,
    QShowEvent,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ssdesk.services.whole_files import write_whole
from ssdesk.ui.icons import icon
from ssdesk.ui.messages import Messages
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.labels import label
from ssdesk.ui.widgets.parts import Note
from ssdesk.ui.window_place import bounded

Before = Callable[[Callable[[], None]], None]
"""Makes sure that a paper may come out, then calls what it was given."""

POINTS = 72
SHOWN_DPI = 96
PRINT_DPI = 300
_MARGIN = 12


class PreviewDialog(QDialog):
    """Pages below each other; PgUp/PgDn, Home/End, plus and minus, Ctrl+P, Ctrl+S, Esc."""

    def __init__(
        self, title: str, pdf: bytes, parent: QWidget | None, before: Before | None = None
    ) -> None:
        super().__init__(parent)
        self._pdf = pdf
        self._before = before
        self._document = pdfium.PdfDocument(pdf)
        self._zoom = 100
        self._name = "ssdesk.pdf"
        self._messages: Messages | None = None
        self.setWindowTitle(title)
        self.resize(bounded(QSize(worn().px(1000), worn().px(720)), self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(self._head(title))
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._area.setAccessibleName(title)
        layout.addWidget(self._area, 1)
        self._note = Note(self)
        layout.addWidget(self._note)
        self._keys()
        self._render()
        self._fitted = False
        self._area.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._fitted:
            self._fitted = True
            # The area has its size only once the dialog is shown.
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        self._set_zoom(min(100, self._fitting()))

    def _fitting(self) -> int:
        """Percent at which the widest page is seen whole from side to side."""
        widest = max(self._document[n].get_size()[0] for n in range(self.page_count))
        bar = self._area.verticalScrollBar().sizeHint().width()
        room = self._area.viewport().width() - bar - 2 * _MARGIN
        return int(room * POINTS * 100 / (widest * SHOWN_DPI))

    @property
    def page_count(self) -> int:
        """Pages of the document."""
        return len(self._document)

    def propose(self, file_name: str, messages: Messages) -> None:
        """The name proposed when saving, and who asks for the place."""
        self._name = file_name
        self._messages = messages

    def print_pages(self) -> None:
        """The system's print dialog, then the pages."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(PRINT_DPI)
        printer.setPageLayout(self._page_layout())
        printer.setFromTo(1, self.page_count)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._let_out(partial(self.print_on, printer))
        dialog.deleteLater()

    def _let_out(self, then: Callable[[], None]) -> None:
        if self._before is None:
            then()
            return

        def go_on() -> None:
            # Printed and saved from one preview is one paper.
            self._before = None
            then()

        self._before(go_on)

    def print_on(self, printer: QPrinter) -> None:
        """Draw the pages the person asked for, at full resolution."""
        first = max(printer.fromPage(), 1)
        last = printer.toPage() or self.page_count
        painter = QPainter(printer)
        for number in range(first, min(last, self.page_count) + 1):
            if number > first:
                printer.newPage()
            image = self._image(number - 1, PRINT_DPI)
            area = printer.paperRect(QPrinter.Unit.DevicePixel)
            offset = printer.pageRect(QPrinter.Unit.DevicePixel).topLeft()
            painter.drawImage(QRectF(-offset, area.size()), image)
        painter.end()

    def save(self) -> None:
        """Ask for a place and write the PDF as it is."""
        if self._messages is None:
            return
        place = self._messages.save_file(
            self, self.tr("Lưu PDF"), self._name, self.tr("Tệp PDF (*.pdf)")
        )
        if place is not None:
            self._let_out(partial(self._write, place, self._messages))

    def _write(self, place: Path, messages: Messages) -> None:
        try:
            write_whole(place, self._pdf)
        except OSError as error:
            messages.error(self, error)
            return
        said = self.tr("Đã lưu {name} vào {folder}")
        self._note.set(said.format(name=place.name, folder=place.parent), "done")

    def zoom_in(self) -> None:
        """Larger."""
        self._set_zoom(self._zoom + 25)

    def zoom_out(self) -> None:
        """Smaller."""
        self._set_zoom(self._zoom - 25)

    def _set_zoom(self, percent: int) -> None:
        before = self._place()
        self._zoom = min(max(percent, 50), 300)
        self._render()
        # The bar has its new length only after the next layout.
        QTimer.singleShot(0, self, partial(self._go_to_place, before))

    def _place(self) -> float:
        bar = self._area.verticalScrollBar()
        return bar.value() / (bar.maximum() + bar.pageStep() or 1)

    def _go_to_place(self, place: float) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(round(place * (bar.maximum() + bar.pageStep())))

    def _head(self, title: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        count = self.tr("%n trang", "", self.page_count)
        row.addWidget(label(f"{title} · {count}", "section", self), 1)
        for words, slot, picture in (
            (self.tr("Thu nhỏ"), self.zoom_out, "remove"),
            (self.tr("Phóng to"), self.zoom_in, "add"),
        ):
            button = QPushButton(icon(picture), "", self)
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            row.addWidget(button)
        save = QPushButton(icon("save"), self.tr("&Lưu PDF"), self)
        save.setAutoDefault(False)
        save.clicked.connect(self.save)
        printed = QPushButton(icon("print", "on_brand"), self.tr("&In · Ctrl+P"), self)
        printed.setProperty("kind", "primary")
        printed.setAutoDefault(False)
        printed.clicked.connect(self.print_pages)
        row.addWidget(save)
        row.addWidget(printed)
        return row

    def _keys(self) -> None:
        for keys, slot in (
            ("Ctrl+P", self.print_pages),
            ("Ctrl+S", self.save),
            ("+ = Ctrl++ Ctrl+=", self.zoom_in),
            ("- Ctrl+-", self.zoom_out),
            ("0 Ctrl+0", self._fit),
            ("Home Ctrl+Home", self._go_first),
            ("End Ctrl+End", self._go_last),
        ):
            for key in keys.split():
                QShortcut(QKeySequence(key), self).activated.connect(slot)

    def told_keys(self) -> tuple[tuple[str, str], ...]:
        """Its keys with what they do."""
        return (
            ("PgUp / PgDn", self.tr("lên, xuống")),
            ("Home / End", self.tr("trang đầu / trang cuối")),
            ("+ / −", self.tr("phóng to / thu nhỏ")),
            ("0", self.tr("vừa bề ngang")),
            ("Ctrl+P", self.tr("in")),
            ("Ctrl+S", self.tr("lưu PDF")),
        )

    def _go_first(self) -> None:
        self._area.verticalScrollBar().setValue(0)

    def _go_last(self) -> None:
        """The head of the last page: what is below it follows with PgDn."""
        last = self._area.findChildren(QLabel)[-1]
        self._area.verticalScrollBar().setValue(last.y() - _MARGIN)

    def _render(self) -> None:
        sheet = QWidget(self)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(16)
        ratio = self.devicePixelRatioF()
        dpi = round(SHOWN_DPI * self._zoom / 100 * ratio)
        for number in range(self.page_count):
            picture = QPixmap.fromImage(self._image(number, dpi))
            picture.setDevicePixelRatio(ratio)
            page = QLabel(sheet)
            page.setPixmap(picture)
            page.setAccessibleName(self.tr("Trang {number}").format(number=number + 1))
            column.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._area.setWidget(sheet)

    def _image(self, number: int, dpi: int) -> QImage:
        bitmap = self._document[number].render(scale=dpi / POINTS, rev_byteorder=True)
        form = {3: QImage.Format.Format_RGB888, 4: QImage.Format.Format_RGBX8888}
        data = bytes(ctypes.string_at(bitmap.buffer, bitmap.stride * bitmap.height))
        made = QImage(data, bitmap.width, bitmap.height, bitmap.stride, form[bitmap.n_channels])
        return made.copy()

    def _page_layout(self) -> QPageLayout:
        width, height = self._document[0].get_size()
        made = QPageLayout()
        made.setMode(QPageLayout.Mode.FullPageMode)
        long = max(width, height)
        size = QPageSize.PageSizeId.A5 if long < 700 else QPageSize.PageSizeId.A4
        made.setPageSize(QPageSize(size))
        lying = width > height
        made.setOrientation(
            QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
        )
        return made
