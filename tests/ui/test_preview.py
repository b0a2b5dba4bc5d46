"""Preview, print and save of a finished PDF."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ssdesk.documents.recovery_sheet import RecoveryData, draw
from ssdesk.ui.dialogs.preview import PreviewDialog
from tests.ui.conftest import RecordedMessages, picture, press

CTRL = Qt.KeyboardModifier.ControlModifier
PDF = draw(
    RecoveryData("Trường THPT Chu Văn An", "van.thu", "ABCD-EFGH-JKMN-PQRT-VWXY-2345",
                 date(2026, 9, 5))
)  # fmt: skip


@pytest.fixture
def dialog(qtbot: QtBot, messages: RecordedMessages) -> PreviewDialog:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = PreviewDialog("Phiếu khôi phục", PDF, parent)
    made.propose("phieu.pdf", messages)
    made.host = parent  # type: ignore[attr-defined]
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_shows_the_pages_whole_and_grows(dialog: PreviewDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog._zoom < 100, timeout=1000)
    picture(dialog, "preview")
    assert dialog.page_count == 1
    area = dialog.findChild(QScrollArea)
    assert area is not None
    assert area.horizontalScrollBar().maximum() == 0
    before = dialog._zoom
    assert area.findChildren(QLabel)[-1].pixmap().width() > 500
    press(dialog, Qt.Key.Key_Plus, CTRL)
    assert dialog._zoom == before + 25


def test_saves_the_very_bytes(
    dialog: PreviewDialog, messages: RecordedMessages, tmp_path: Path
) -> None:
    place = tmp_path / "phieu.pdf"
    messages.answers.append(place)
    press(dialog, Qt.Key.Key_S, CTRL)
    assert place.read_bytes() == PDF
    assert "phieu.pdf" in dialog._note._text.text()
    assert dialog._note.isVisible()


def test_a_place_that_cannot_be_written_is_told(
    dialog: PreviewDialog, messages: RecordedMessages, tmp_path: Path
) -> None:
    messages.answers.append(tmp_path / "không có" / "phieu.pdf")
    dialog.save()
    assert "phieu.pdf" in messages.told[0]


def test_prints_at_full_size(dialog: PreviewDialog, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setPageLayout(dialog._page_layout())
    dialog.print_on(printer)
    assert (tmp_path / "out.pdf").stat().st_size > 10_000


def test_nothing_comes_out_before_it_is_allowed_and_only_once(
    qtbot: QtBot, messages: RecordedMessages, tmp_path: Path
) -> None:
    asked: list[Callable[[], None]] = []
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = PreviewDialog("Biên lai", PDF, parent, asked.append)
    dialog.propose("bien-lai.pdf", messages)
    places = [tmp_path / "mot.pdf", tmp_path / "hai.pdf"]
    messages.answers += places
    dialog.save()
    assert len(asked) == 1
    assert not places[0].exists()
    asked[0]()
    assert places[0].read_bytes() == PDF
    dialog.save()
    assert len(asked) == 1
    assert places[1].read_bytes() == PDF


def _pages(count: int) -> bytes:
    made = pdfium.PdfDocument.new()
    for _ in range(count):
        made.new_page(595, 842)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def test_keys_without_ctrl_reach_the_last_page_and_zoom_in_place(
    qtbot: QtBot, messages: RecordedMessages
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = PreviewDialog("Danh sách", _pages(3), parent)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    area = dialog.findChild(QScrollArea)
    assert area is not None
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=1000)
    qtbot.wait(20)
    press(area, Qt.Key.Key_End)
    last = next(page for page in area.findChildren(QLabel) if page.accessibleName() == "Trang 3")
    seen = last.visibleRegion().boundingRect()
    assert seen.top() <= 0 < seen.height()
    before = dialog._zoom
    press(area, Qt.Key.Key_Plus)
    assert dialog._zoom == before + 25
    qtbot.wait(30)
    last = next(page for page in area.findChildren(QLabel) if page.accessibleName() == "Trang 3")
    assert not last.visibleRegion().isEmpty()
    press(area, Qt.Key.Key_Minus)
    assert dialog._zoom == before
    press(area, Qt.Key.Key_Home)
    assert bar.value() == 0
