"""Qt's own dialog for a folder, as it stands where the system has none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QTreeView
from pytestqt.qtbot import QtBot

from ssdesk.settings import UiLanguage
from ssdesk.ui import translation


def test_the_folder_dialog_speaks_vietnamese(qtbot: QtBot, tmp_path: Path) -> None:
    translation.speak(UiLanguage.VI)
    dialog = QFileDialog(None, "Chọn thư mục", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.show()
    kinds = dialog.findChild(QComboBox, "fileTypeCombo")
    assert isinstance(kinds, QComboBox)
    assert kinds.currentText() == "Thư mục"
    assert "Thư mục:" in [each.text().replace("&", "") for each in dialog.findChildren(QLabel)]
    head = dialog.findChild(QTreeView).header()
    assert head.model().headerData(1, Qt.Orientation.Horizontal) == "Cỡ"
