"""Looks of cells, and the part of an XLSX that names them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from xml.sax.saxutils import quoteattr

FONT = "Times New Roman"


class Format(Enum):
    """How a value is shown; the values are Excel's own numbers."""

    GENERAL = 0
    WHOLE = 1
    DONG = 3
    TEXT = 49


@dataclass(frozen=True, slots=True)
class Style:
    """One look. A quoted cell stays text when somebody edits it, whatever it begins with."""

    size: float = 11
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    border: bool = False
    align: str = "left"
    wrap: bool = False
    format: Format = Format.GENERAL
    quoted: bool = False
    fill: str = ""


@dataclass(slots=True)
class Styles:
    """The looks of one book, numbered in order of first use."""

    _known: dict[Style, int] = field(default_factory=lambda: {Style(): 0})

    def number(self, style: Style) -> int:
        """The number that cells refer to the style by."""
        return self._known.setdefault(style, len(self._known))

    def xml(self) -> str:
        """The part of the file that describes the looks."""
        fonts = list(dict.fromkeys(_font(style) for style in self._known))
        fills = list(dict.fromkeys(_fill(style) for style in self._known if style.fill))
        fills = ['<fill><patternFill patternType="none"/></fill>', _GRAY, *fills]
        formats = [_format(style, fonts, fills) for style in self._known]
        return (
            f'<styleSheet xmlns="{MAIN}">'
            f"{_counted('fonts', fonts)}{_counted('fills', fills)}"
            f"{_counted('borders', ['<border/>', _BORDER])}"
            '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
            f"{_counted('cellXfs', formats)}"
            '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
            "</styleSheet>"
        )


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_GRAY = '<fill><patternFill patternType="gray125"/></fill>'
_SIDES = ("left", "right", "top", "bottom")
_BORDER = "<border>" + "".join(f'<{side} style="thin"/>' for side in _SIDES) + "</border>"


def _counted(name: str, items: list[str]) -> str:
    return f'<{name} count="{len(items)}">{"".join(items)}</{name}>'


def _font(style: Style) -> str:
    marks = "<b/>" * style.bold + "<i/>" * style.italic + "<u/>" * style.underlined
    return f"<font>{marks}<sz val={quoteattr(str(style.size))}/><name val='{FONT}'/></font>"


def _fill(style: Style) -> str:
    return (
        f'<fill><patternFill patternType="solid"><fgColor rgb="{style.fill}"/></patternFill></fill>'
    )


def _format(style: Style, fonts: list[str], fills: list[str]) -> str:
    fill = fills.index(_fill(style)) if style.fill else 0
    wrap = ' wrapText="1"' if style.wrap else ""
    quoted = ' quotePrefix="1"' if style.quoted else ""
    return (
        f'<xf numFmtId="{style.format.value}" fontId="{fonts.index(_font(style))}" fillId="{fill}"'
        f' borderId="{int(style.border)}" xfId="0" applyNumberFormat="1" applyFont="1"'
        f' applyFill="1" applyBorder="1" applyAlignment="1"{quoted}>'
        f'<alignment horizontal="{style.align}" vertical="center"{wrap}/></xf>'
    )
