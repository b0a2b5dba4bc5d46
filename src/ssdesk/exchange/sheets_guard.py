"""What is looked at before a workbook is unpacked: its kind, its size, its error cells.

The reader allocates every cell between the first and the last, and ends the whole program
where memory does not suffice; it also shows the result of a failed formula as an empty cell.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from ssdesk.errors import BadFile

MAX_UNPACKED = 800 << 20
MAX_CELLS = 12_000_000
MAX_COLUMNS = 702
_CHUNK = 1 << 20
# More than a cell can hold: 32,767 characters, each escaped.
_LONGEST_TEXT = 1 << 18
_SHARED = "xl/sharedStrings.xml"
_OVERLAP = 512
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLE_DOCUMENTS = tuple(
    name.encode("utf-16-le") for name in ("WordDocument", "PowerPoint Document", "__substg1.0_")
)
_BOOK_STREAMS = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book"))

_NO_SHEETS = ("sharedStrings.xml", "styles.xml", "workbook.xml", "[Content_Types].xml")

# Each starts with plain letters, by which `re` skips through a sheet six times as fast; what must
# stand before them is looked back for.
_ROW_TAG = re.compile(rb"row\b(?<=[<:]row)[^>]*?\br=[\"'](\d+)")
_FAR_CELL = re.compile(rb"r=[\"'](?<=\br=.)(?:[A-Z]{3,}\d|[A-Z]{1,2}\d{7})")
_WIDE_CELL = re.compile(rb"r=[\"'](?<=\br=.)[A-Z]{2}\d")
_LOW_CELL = re.compile(rb"r=[\"'](?<=\br=.)[A-Z]{1,2}\d{6}")
# Any of the three; most sheets have none, and one look finds that out.
_ODD_CELL = re.compile(rb"r=[\"'](?<=\br=.)(?:[A-Z]{2,}\d|[A-Z]\d{6})")
_ANY_CELL = re.compile(rb"r=[\"'](?<=\br=.)([A-Z]{1,2})(\d+)")
_ERROR_CELL = re.compile(
    rb"<(?:\w+:)?c\b(?=[^>]*\bt=[\"']e[\"'])[^>]*?\br=[\"']([A-Z]{1,3})(\d{1,7})[\"'][^>]*>"
    rb"(?:(?!</(?:\w+:)?c>).){0,4000}?<(?:\w+:)?v>([^<]{1,20})<",
    re.DOTALL,
)
_SHEET = re.compile(r"<(?:\w+:)?sheet\b([^>]*)>")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b([^>]*)>")
_ODS_REPEAT = re.compile(rb"number-(rows|columns)-repeated=[\"'](\d+)[\"']")


@dataclass(frozen=True, slots=True)
class ErrorCell:
    """A cell whose formula failed; row and column count from 0."""

    sheet: str
    row: int
    column: int
    value: str


def check_workbook(data: bytes, name: str) -> tuple[ErrorCell, ...]:
    """Refuses what must not be unpacked; gives the failed formulas of an XLSX.

    Raises:
        BadFile: FILE_ENCRYPTED, FILE_NOT_A_SPREADSHEET, FILE_TOO_LARGE, FILE_DAMAGED.
    """
    if not data.startswith(b"PK"):
        _check_ole(data, name)
        return ()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _check_zip(package, name)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        KeyError,
        NotImplementedError,
        ValueError,
    ):
        raise BadFile("FILE_DAMAGED", file=name) from None
    except RuntimeError:
        # zipfile says so of members that ask for a password.
        raise BadFile("FILE_ENCRYPTED", file=name) from None


def _check_ole(data: bytes, name: str) -> None:
    if _ENCRYPTED in data:
        raise BadFile("FILE_ENCRYPTED", file=name)
    if not any(stream in data for stream in _BOOK_STREAMS):
        known = any(stream in data for stream in _OLE_DOCUMENTS)
        code = "FILE_NOT_A_SPREADSHEET" if known else "FILE_DAMAGED"
        raise BadFile(code, file=name)


def _check_zip(package: zipfile.ZipFile, name: str) -> tuple[ErrorCell, ...]:
    members = {info.filename: info for info in package.infolist()}
    if sum(info.file_size for info in members.values()) > MAX_UNPACKED:
        raise BadFile("FILE_TOO_LARGE", file=name)
    if "content.xml" in members:
        manifest = members.get("META-INF/manifest.xml")
        if manifest and b"encryption-data" in package.read(manifest):
            raise BadFile("FILE_ENCRYPTED", file=name)
        _check_ods(package, name)
        return ()
    if not any(member.startswith("xl/workbook.") for member in members):
        raise BadFile("FILE_NOT_A_SPREADSHEET", file=name)
    if members.get("[Content_Types].xml") is None:
        raise BadFile("FILE_DAMAGED", file=name)
    errors: list[tuple[str, int, int, str]] = []
    if _SHARED in members:
        for chunk in _chunks(package, _SHARED, name):
            _check_texts(chunk, name)
    for member in members:
        if member.endswith(".xml") and not member.endswith(_NO_SHEETS):
            errors += _check_sheet(package, member, name)
    if not errors:
        return ()
    titles = _sheet_titles(package)
    return tuple(ErrorCell(titles.get(item[0], ""), *item[1:]) for item in errors)


def _chunks(package: zipfile.ZipFile, member: str, name: str) -> Iterator[bytes]:
    """The member's bytes in pieces that overlap, so that no reference is cut in two."""
    tail, unpacked = b"", 0
    with package.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            unpacked += len(chunk)
            if unpacked > MAX_UNPACKED:
                raise BadFile("FILE_TOO_LARGE", file=name)
            yield tail + chunk
            tail = chunk[-_OVERLAP:]


def _check_texts(chunk: bytes, name: str) -> None:
    """Refuses a text that no spreadsheet holds; looking at one of 300 MB takes minutes."""
    for start in range(0, len(chunk) - _LONGEST_TEXT + 1, _LONGEST_TEXT):
        if chunk.find(b"<", start, start + _LONGEST_TEXT) < 0:
            raise BadFile("FILE_DAMAGED", file=name)


def _check_sheet(
    package: zipfile.ZipFile, member: str, name: str
) -> list[tuple[str, int, int, str]]:
    last_row, first_wide, wide, low = 0, 0, False, False
    errors: dict[tuple[int, int], str] = {}
    for chunk in _chunks(package, member, name):
        _check_texts(chunk, name)
        odd = _ODD_CELL.search(chunk) is not None
        if odd and _FAR_CELL.search(chunk):
            raise BadFile("FILE_TOO_LARGE", file=name)
        last_row = max(last_row, max(map(int, _ROW_TAG.findall(chunk)), default=0))
        if odd and not wide and _WIDE_CELL.search(chunk):
            wide, first_wide = True, _widest(chunk)
        if last_row * first_wide > MAX_CELLS:
            raise BadFile("FILE_TOO_LARGE", file=name)
        low = low or (odd and _LOW_CELL.search(chunk) is not None)
        if b't="e"' in chunk or b"t='e'" in chunk:
            for match in _ERROR_CELL.finditer(chunk):
                place = (int(match[2]) - 1, _column(match[1]))
                errors[place] = html.unescape(match[3].decode("utf-8", "replace"))
    rows, columns = last_row, 26
    if wide or (low and last_row < 100_000):
        rows, columns = _extent(package, member, name)
    if max(rows, last_row) * columns > MAX_CELLS:
        raise BadFile("FILE_TOO_LARGE", file=name)
    return [(member, row, column, value) for (row, column), value in errors.items()]


def _widest(chunk: bytes) -> int:
    """How many columns the cells of a piece reach over."""
    return max(_column(letters) + 1 for letters, _ in set(_ANY_CELL.findall(chunk)))


def _extent(package: zipfile.ZipFile, member: str, name: str) -> tuple[int, int]:
    rows, columns = 0, 0
    for chunk in _chunks(package, member, name):
        for letters, number in set(_ANY_CELL.findall(chunk)):
            rows = max(rows, int(number))
            columns = max(columns, _column(letters) + 1)
        if rows * columns > MAX_CELLS:
            raise BadFile("FILE_TOO_LARGE", file=name)
    return rows, columns


def _column(letters: bytes) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + letter - 64
    return index - 1


def _check_ods(package: zipfile.ZipFile, name: str) -> None:
    """Refuses repeats that would unfold beyond the limit; empty ends of a sheet are usual."""
    total = 0
    for chunk in _chunks(package, "content.xml", name):
        _check_texts(chunk, name)
        rows, columns = 1, 1
        for what, number in _ODS_REPEAT.findall(chunk):
            count = int(number)
            if what == b"rows":
                rows = count
            elif count <= 16_384:
                columns = count
            if 1000 < rows < 1_000_000:
                total += rows * columns
    if total > MAX_CELLS:
        raise BadFile("FILE_TOO_LARGE", file=name)


def _sheet_titles(package: zipfile.ZipFile) -> dict[str, str]:
    """Name of the sheet by the member that holds it."""
    relations = package.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    targets = {}
    for match in _RELATION.finditer(relations):
        values = _attributes(match[1])
        target = values.get("Target", "").removeprefix("/")
        member = target if target.startswith("xl/") else f"xl/{target}"
        targets[values.get("Id", "")] = member
    titles = {}
    for match in _SHEET.finditer(package.read("xl/workbook.xml").decode("utf-8", "replace")):
        values = _attributes(match[1])
        ids = [value for key, value in values.items() if key.endswith(":id")]
        if ids and ids[0] in targets:
            titles[targets[ids[0]]] = values.get("name", "")
    return titles


def _attributes(text: str) -> dict[str, str]:
    return {
        match[1]: html.unescape(match[2] if match[2] is not None else match[3])
        for match in _ATTRIBUTE.finditer(text)
    }
