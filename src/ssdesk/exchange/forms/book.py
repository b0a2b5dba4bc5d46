"""Writes an XLSX of one sheet straight into its file, row after row.

Libraries hold every cell as an object; lists of a province would take them minutes. Text
goes in as text, never as a formula, whatever it begins with.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import IO
from xml.sax.saxutils import escape

from ssdesk.exchange.forms.styles import MAIN, Style, Styles
from ssdesk.exchange.formulas import FORMULA_STARTS

Value = str | int | float | Fraction

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NEEDS_CARE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff&<>]")
_ROWS_AT_ONCE = 500
_EARLIEST = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """How the sheet looks and prints; rows and columns count from 0.

    Args:
        name: at most 31 characters, without `[]:*?/\\`.
        widths: of the columns, in digits.
        frozen: rows and columns that stay in sight.
        repeated: first and last row printed on every page, None for none.
        print_area: whether all that is written is the printed area.
        margins: left, right, top, bottom in points.
    """

    name: str
    widths: tuple[float, ...]
    frozen: tuple[int, int] = (0, 0)
    repeated: tuple[int, int] | None = None
    print_area: bool = True
    landscape: bool = True
    margins: tuple[float, float, float, float] = (40, 40, 40, 50)


@dataclass(frozen=True, slots=True)
class Maker:
    """A column's way to write its cells: the beginnings of a text, of a number, of nothing."""

    text: str
    quoted: str
    number: str
    empty: str


class SheetWriter:
    """Takes rows from the top; made by `writing`."""

    def __init__(self, part: IO[bytes], sheet: Sheet) -> None:
        self.styles = Styles()
        self.rows_written = 0
        self._part, self._sheet = part, sheet
        self._merged: list[str] = []
        self._waiting: list[str] = []
        self._write(_sheet_head(sheet))

    def maker(self, style: Style) -> Maker:
        """What writes cells of one look."""
        plain = self.styles.number(style)
        quoted = self.styles.number(replace(style, quoted=True))
        return Maker(
            f'<c s="{plain}" t="inlineStr"><is><t xml:space="preserve">',
            f'<c s="{quoted}" t="inlineStr"><is><t xml:space="preserve">',
            f'<c s="{plain}"><v>',
            f'<c s="{plain}"/>',
        )

    def row(self, values: Iterable[Value], makers: Sequence[Maker], height: float = 0) -> None:
        """Writes the next row; `height` in points, 0 for as high as needed."""
        cells = [_cell(value, maker) for value, maker in zip(values, makers, strict=True)]
        size = f' ht="{height:g}" customHeight="1"' if height else ""
        self.rows_written += 1
        self._waiting.append(f'<row r="{self.rows_written}"{size}>{"".join(cells)}</row>')
        if len(self._waiting) >= _ROWS_AT_ONCE:
            self._flush()

    def merge(self, row: int, column: int, rows: int, columns: int) -> None:
        """Joins cells into one; a single cell stays as it is."""
        if rows * columns > 1:
            last = reference(row + rows - 1, column + columns - 1)
            self._merged.append(f"{reference(row, column)}:{last}")

    def _flush(self) -> None:
        self._write("".join(self._waiting))
        self._waiting.clear()

    def _write(self, text: str) -> None:
        self._part.write(text.encode())

    def finish(self) -> None:
        """Writes what stands below the rows."""
        self._flush()
        merged = "".join(f'<mergeCell ref="{place}"/>' for place in self._merged)
        if merged:
            merged = f'<mergeCells count="{len(self._merged)}">{merged}</mergeCells>'
        self._write(f"</sheetData>{merged}{_page(self._sheet)}</worksheet>")


def reference(row: int, column: int) -> str:
    """The cell's name: 0, 27 is AB1."""
    letters, left = "", column + 1
    while left:
        left, letter = divmod(left - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row + 1}"


def _cell(value: Value, maker: Maker) -> str:
    if value.__class__ is str:
        text: str = value
        if not text:
            return maker.empty
        start = maker.quoted if text.startswith(FORMULA_STARTS) else maker.text
        if _NEEDS_CARE.search(text):
            text = escape(_UNPRINTABLE.sub("\ufffd", text))
        return f"{start}{text}</t></is></c>"
    if isinstance(value, Fraction):
        value = value.numerator if value.denominator == 1 else round(float(value), 6)
    return f"{maker.number}{value}</v></c>"


@contextmanager
def writing(file: Path | BytesIO, sheet: Sheet, created: date) -> Iterator[SheetWriter]:
    """Makes the file, or nothing where writing it fails.

    Args:
        file: replaced only once the new one is whole; or bytes to fill.
        created: written into the file; the clock is not asked, so that the same list gives
            the same bytes.

    Raises:
        OSError: the file cannot be written.
    """
    if isinstance(file, BytesIO):
        with _packing(file, sheet, created) as writer:
            yield writer
        return
    half = file.with_name(f".{file.name}.part")
    try:
        with _packing(half, sheet, created) as writer:
            yield writer
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)


@contextmanager
def _packing(target: Path | BytesIO, sheet: Sheet, created: date) -> Iterator[SheetWriter]:
    with zipfile.ZipFile(target, "w") as stream:
        with stream.open(_entry("xl/worksheets/sheet1.xml"), "w", force_zip64=True) as part:
            writer = SheetWriter(part, sheet)
            yield writer
            writer.finish()
        for name, text in _parts(writer, sheet, created):
            stream.writestr(_entry(name), _DECLARATION + text)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EARLIEST)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _sheet_head(sheet: Sheet) -> str:
    columns = "".join(
        f'<col min="{place}" max="{place}" width="{width:.2f}" customWidth="1"/>'
        for place, width in enumerate(sheet.widths, start=1)
    )
    return (
        f'{_DECLARATION}<worksheet xmlns="{MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView workbookViewId="0" showGridLines="0">{_pane(sheet)}</sheetView>'
        f'</sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols><sheetData>'
    )


def _pane(sheet: Sheet) -> str:
    rows, columns = sheet.frozen
    if not rows and not columns:
        return ""
    x_split = f'xSplit="{columns}" ' if columns else ""
    y_split = f'ySplit="{rows}" ' if rows else ""
    pane = "bottomRight" if rows and columns else "bottomLeft" if rows else "topRight"
    return (
        f'<pane {x_split}{y_split}topLeftCell="{reference(rows, columns)}"'
        f' activePane="{pane}" state="frozen"/>'
    )


def _page(sheet: Sheet) -> str:
    names = ("left", "right", "top", "bottom")
    margins = " ".join(
        f'{name}="{size / 72:.3f}"' for name, size in zip(names, sheet.margins, strict=True)
    )
    turned = "landscape" if sheet.landscape else "portrait"
    return (
        f'<printOptions horizontalCentered="1"/><pageMargins {margins} header="0.3" footer="0.3"/>'
        f'<pageSetup paperSize="9" orientation="{turned}" fitToWidth="1" fitToHeight="0"/>'
        '<headerFooter differentFirst="1"><oddHeader>&amp;C&amp;P</oddHeader></headerFooter>'
    )


def _parts(writer: SheetWriter, sheet: Sheet, created: date) -> Iterator[tuple[str, str]]:
    """The small parts around the sheet."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    yield (
        "[Content_Types].xml",
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>',
    )
    yield (
        "_rels/.rels",
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="r2" '
        f'Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        "</Relationships>",
    )
    yield (
        "xl/_rels/workbook.xml.rels",
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" '
        f'Type="{_RELATIONS}/styles" Target="styles.xml"/></Relationships>',
    )
    yield (
        "docProps/core.xml",
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dcterms:created '
        f'xsi:type="dcterms:W3CDTF">{created.isoformat()}T00:00:00Z</dcterms:created>'
        "</cp:coreProperties>",
    )
    yield (
        "xl/workbook.xml",
        f'<workbook xmlns="{MAIN}" xmlns:r="{_RELATIONS}"><bookViews><workbookView/></bookViews>'
        f'<sheets><sheet name="{escape(sheet.name)}" sheetId="1" r:id="r1"/></sheets>'
        f"{_names(writer, sheet)}</workbook>",
    )
    yield "xl/styles.xml", writer.styles.xml()


def _names(writer: SheetWriter, sheet: Sheet) -> str:
    """The printed area and the rows repeated on every page."""
    quoted = escape(sheet.name.replace("'", "''"))
    names = ""
    if sheet.print_area and writer.rows_written:
        last = reference(writer.rows_written - 1, len(sheet.widths) - 1)
        letters = last.rstrip("0123456789")
        area = f"'{quoted}'!$A$1:${letters}${writer.rows_written}"
        names += f'<definedName name="_xlnm.Print_Area" localSheetId="0">{area}</definedName>'
    if sheet.repeated:
        first, last_row = sheet.repeated
        area = f"'{quoted}'!${first + 1}:${last_row + 1}"
        names += f'<definedName name="_xlnm.Print_Titles" localSheetId="0">{area}</definedName>'
    return f"<definedNames>{names}</definedNames>" if names else ""
