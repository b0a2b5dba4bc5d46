"""F1: the help of the page one is on, in an inside viewer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QTextBrowser, QVBoxLayout, QWidget

from ssdesk import assets
from ssdesk.ui.theme import worn
from ssdesk.ui.translation import current_language
from ssdesk.ui.widgets.labels import label
from ssdesk.ui.window_place import bounded


def topics() -> tuple[tuple[str, str], ...]:
    """Name and heading of every help page, the general one first."""
    files = sorted(_folder().glob("*.md"), key=_place)
    return tuple((file.stem, _heading(file)) for file in files)


def _folder() -> Path:
    return assets.path(f"help/{current_language().value}")


# As in the rail; what is not named comes after, by its name.
_ORDER = (
    "start", "overview", "pupils", "roster_in", "rollover", "collection", "receipts", "stack",
    "money_on", "statement", "lists", "declarations", "cards", "cards_in", "bundles", "reports",
    "settings",
)  # fmt: skip


def _place(file: Path) -> tuple[int, str]:
    return _ORDER.index(file.stem) if file.stem in _ORDER else len(_ORDER), file.stem


def _heading(file: Path) -> str:
    first = file.read_text(encoding="utf-8").split("\n", 1)[0]
    return first.removeprefix("#").strip()


class _HelpPage(QTextBrowser):
    """A page whose pictures are as wide as it has room for.

    Signals:
        widened: there is more or less room; what is shown must be set again.
    """

    widened = Signal()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        found = super().loadResource(kind, name)
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return found
        picture = QImage.fromData(found) if isinstance(found, QByteArray) else QImage(found)
        room = self.viewport().width() - 2 * int(self.document().documentMargin())
        if picture.isNull() or room < 1:
            return found
        ratio = self.devicePixelRatioF()
        wide = round(min(room, picture.width()) * ratio)
        scaled = picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        return scaled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.widened.emit()


class HelpDialog(QDialog):
    """Topics left, the page right; Esc closes."""

    def __init__(self, topic: str, parent: QWidget) -> None:
        super().__init__(parent)
        theme = worn()
        self._topics = topics()
        self.setWindowTitle(self.tr("Trợ giúp"))
        self.resize(bounded(QSize(theme.px(980), theme.px(620)), self))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 16)
        outer.addWidget(label(self.tr("Trợ giúp"), "heading", self))
        row = QHBoxLayout()
        row.setSpacing(12)
        self._list = QListWidget(self)
        self._list.setFixedWidth(theme.px(220))
        self._list.setAccessibleName(self.tr("Các mục trợ giúp"))
        self._list.addItems([heading for _, heading in self._topics])
        self._page = _HelpPage(self)
        # Else a long page makes less room for its pictures the moment they are there.
        self._page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._page.widened.connect(self._show_again)
        self._page.setOpenLinks(False)
        self._page.anchorClicked.connect(self._on_link)
        self._page.document().setDocumentMargin(16)
        row.addWidget(self._list)
        row.addWidget(self._page, 1)
        outer.addLayout(row, 1)
        self._list.currentRowChanged.connect(self._on_chosen)
        self.show_topic(topic)
        self._page.setFocus()

    def show_topic(self, topic: str) -> None:
        """Show a page, the general one where it does not exist."""
        names = [name for name, _ in self._topics]
        self._list.setCurrentRow(names.index(topic) if topic in names else 0)

    def text(self) -> str:
        """What is shown now, as plain text."""
        return self._page.toPlainText()

    def _on_chosen(self, row: int) -> None:
        if not 0 <= row < len(self._topics):
            return
        folder = _folder()
        words = (folder / f"{self._topics[row][0]}.md").read_text(encoding="utf-8")
        # The pictures show the window in Vietnamese, whichever language explains them.
        self._page.setSearchPaths([str(assets.path("help/vi"))])
        features = QTextDocument.MarkdownFeature.MarkdownDialectGitHub
        self._page.document().setMarkdown(words, features)
        _air(self._page.document())
        self._page.moveCursor(QTextCursor.MoveOperation.Start)

    def _show_again(self) -> None:
        self._on_chosen(self._list.currentRow())

    def _on_link(self, link: QUrl) -> None:
        self.show_topic(Path(link.path()).stem)


def _air(document: QTextDocument) -> None:
    """Room between lines and paragraphs, which Markdown does not ask for."""
    room = worn().px(6)
    block = document.firstBlock()
    while block.isValid():
        shape = QTextBlockFormat(block.blockFormat())
        shape.setLineHeight(room / 2, QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
        shape.setBottomMargin(room)
        if shape.headingLevel():
            shape.setTopMargin(room * 2)
        QTextCursor(block).setBlockFormat(shape)
        block = block.next()
