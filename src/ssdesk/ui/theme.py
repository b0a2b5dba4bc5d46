"""Colours, sizes and fonts of the window: tokens from resources, a style sheet of them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, fields
from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from ssdesk import assets
from ssdesk.settings import Theme

FAMILY = "Be Vietnam Pro"
# From this text size on, what stands beside each other stands below each other.
LARGE_TEXT = 150
TEXT_SIZE = 14
SPACE = 4
_FONTS = ("Regular", "Medium", "SemiBold", "Bold")
_TOKEN = re.compile(r"\$([a-z_]+)")
_SCALED = re.compile(r"\b(\d+)sp\b")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme; each has its twin in every other theme."""

    window: str
    surface: str
    sunken: str
    header: str
    border: str
    border_strong: str
    row_line: str
    text: str
    muted: str
    faint: str
    disabled: str
    brand: str
    brand_hover: str
    brand_pressed: str
    on_brand: str
    brand_soft: str
    brand_text: str
    selection: str
    focus: str
    done: str
    done_soft: str
    waiting: str
    waiting_soft: str
    act: str
    act_soft: str
    info: str
    info_soft: str
    neutral: str
    neutral_soft: str
    chart_covered: str
    chart_paid: str
    chart_waiting: str
    chart_left: str
    chart_ground: str
    shadow: str

    def colour(self, name: str) -> QColor:
        """The colour of that name.

        Raises:
            AttributeError: there is no such token.
        """
        return QColor(getattr(self, name))


@cache
def tokens_of(theme: Theme) -> Tokens:
    """The tokens of a theme, from `resources/styles`."""
    kept = json.loads(assets.path(f"styles/{theme.value}.json").read_text(encoding="utf-8"))
    return Tokens(**{field.name: kept[field.name] for field in fields(Tokens)})


def style_sheet(tokens: Tokens, percent: int) -> str:
    """The window's style sheet: `$token` becomes its colour, `14sp` a size at `percent`."""
    template = assets.path("styles/window.qss").read_text(encoding="utf-8")
    icons = assets.path("icons").as_posix()
    coloured = _TOKEN.sub(
        lambda found: icons if found[1] == "icons" else getattr(tokens, found[1]), template
    )
    return _SCALED.sub(lambda found: f"{int(found[1]) * percent // 100}px", coloured)


def load_fonts() -> None:
    """Make the program's own fonts known to Qt."""
    for weight in _FONTS:
        QFontDatabase.addApplicationFont(str(assets.path(f"fonts/BeVietnamPro-{weight}.ttf")))


class ThemeState(QObject):
    """The theme the window wears now; every painter asks here.

    Signals:
        changing: the tokens or the text size will be others in a moment.
        changed: the tokens or the text size are others now.
    """

    changing = Signal()
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = Theme.LIGHT
        self.percent = 100
        self._worn = False

    @property
    def tokens(self) -> Tokens:
        """The tokens worn now."""
        return tokens_of(self.theme)

    def px(self, size: int) -> int:
        """A size in pixels of 100 % text at the text size worn now."""
        return size * self.percent // 100

    def font(self, size: int = TEXT_SIZE, weight: int = 400) -> QFont:
        """The window's font in tabular figures; `size` in pixels of 100 % text."""
        made = QFont(FAMILY)
        made.setPixelSize(self.px(size))
        made.setWeight(QFont.Weight(weight))
        made.setFeature(QFont.Tag("tnum"), 1)
        return made

    def wear(self, theme: Theme, percent: int) -> None:
        """Dress the whole program; the program's QApplication must exist."""
        if self._worn and (theme, percent) == (self.theme, self.percent):
            return
        self._worn = True
        self.changing.emit()
        self.theme, self.percent = theme, percent
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(_palette(self.tokens))
            app.setFont(self.font())
            app.setStyleSheet(style_sheet(self.tokens, percent))
        self.changed.emit()


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.window,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.header,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.ToolTipBase: tokens.surface,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.faint,
        QPalette.ColorRole.Highlight: tokens.selection,
        QPalette.ColorRole.HighlightedText: tokens.text,
        QPalette.ColorRole.Link: tokens.brand_text,
        QPalette.ColorRole.LinkVisited: tokens.brand_text,
        QPalette.ColorRole.Accent: tokens.brand,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    disabled = QColor(tokens.disabled)
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, disabled)
    return palette


@cache
def worn() -> ThemeState:
    """The one theme state of this process, as there is one QApplication."""
    return ThemeState()
