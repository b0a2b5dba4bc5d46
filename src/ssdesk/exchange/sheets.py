"""Spreadsheets and pasted text as rows of raw cells, each at its own row and column."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from ssdesk.errors import BadFile
from ssdesk.exchange import sheets_guard, sheets_text

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Cell = str | int | float | bool | date | datetime | time | timedelta
Rows = Sequence[Sequence[Cell]]

MAX_FILE_BYTES = 200 << 20
PASTED = "văn bản dán"
"""What stands for the file's name where text was pasted."""
_SHARED_TEXTS = 16_384
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER_KINDS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf", b"GIF8", b"Rar!", b"7z\xbc\xaf")
_TEXT_SUFFIXES = frozenset({".csv", ".tsv", ".txt", ".tab", ""})


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range; rows and columns count from 0, ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; `rows[i]` is the row that Excel numbers `i + 1`."""

    name: str
    rows: Rows
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A file or pasted text as read.

    Args:
        file: its name without folder, PASTED for pasted text.
        sha256: of its bytes.
        sheets: visible sheets in order.
        hidden: names of sheets left unread because they are hidden.
    """

    file: str
    sha256: str
    sheets: tuple[Sheet, ...]
    hidden: tuple[str, ...] = ()


def column_letter(index: int) -> str:
    """Excel's letter of a column counted from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def read_file(path: Path) -> Source:
    """Reads XLSX, XLSM, XLSB, XLS, ODS, CSV or tab-separated text, told by content.

    Raises:
        BadFile: FILE_MISSING, FILE_LOCKED, FILE_EMPTY, FILE_TOO_LARGE, FILE_ENCRYPTED,
            FILE_DAMAGED, FILE_IS_WEB_PAGE, FILE_NOT_A_SPREADSHEET.
    """
    return read_bytes(_load(path), path.name)


def read_pasted(text: str) -> Source:
    """Reads text as a spreadsheet puts it on the clipboard: cells between tabs, rows as lines.

    Raises:
        BadFile: FILE_EMPTY, FILE_TOO_LARGE, FILE_DAMAGED.
    """
    data = text.encode("utf-8", "replace")
    if not text.strip():
        raise BadFile("FILE_EMPTY", file=PASTED)
    rows = sheets_text.split_rows(text, "\t", PASTED)
    return Source(PASTED, hashlib.sha256(data).hexdigest(), (Sheet("", rows),))


def read_bytes(data: bytes, name: str) -> Source:
    """Reads the bytes of a file named `name`; errors as `read_file`."""
    if not data.strip(b"\0 \t\r\n"):
        raise BadFile("FILE_EMPTY", file=name)
    digest = hashlib.sha256(data).hexdigest()
    if data.startswith((_ZIP, _OLE)):
        sheets, hidden = _read_workbook(data, name)
        return Source(name, digest, sheets, hidden)
    if data.startswith(_OTHER_KINDS):
        raise BadFile("FILE_NOT_A_SPREADSHEET", file=name)
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta", b"mime-version")):
        raise BadFile("FILE_IS_WEB_PAGE", file=name)
    if Path(name).suffix.lower() not in _TEXT_SUFFIXES:
        raise BadFile("FILE_NOT_A_SPREADSHEET", file=name)
    return Source(name, digest, (Sheet("", sheets_text.read_text(data, name)),))


def _load(path: Path) -> bytes:
    name = path.name
    try:
        if path.is_dir():
            raise BadFile("FILE_NOT_A_SPREADSHEET", file=name)
        if path.stat().st_size > MAX_FILE_BYTES:
            raise BadFile("FILE_TOO_LARGE", file=name)
        with path.open("rb") as stream:
            data = stream.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError:
        raise BadFile("FILE_MISSING", file=name) from None
    except OSError as error:
        raise BadFile("FILE_LOCKED", file=name) from error
    except ValueError:
        raise BadFile("FILE_MISSING", file=name) from None
    if name.startswith("~$"):
        raise BadFile("FILE_IS_LOCK_FILE", file=name, real=name[2:])
    if len(data) > MAX_FILE_BYTES:
        raise BadFile("FILE_TOO_LARGE", file=name)
    return data


def _read_workbook(data: bytes, name: str) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    import python_calamine

    errors = sheets_guard.check_workbook(data, name)
    visible = python_calamine.SheetVisibleEnum.Visible
    sheets: list[Sheet] = []
    hidden: list[str] = []
    try:
        with python_calamine.load_workbook(io.BytesIO(data)) as book:
            for meta in book.sheets_metadata:
                if meta.typ is not python_calamine.SheetTypeEnum.WorkSheet:
                    continue
                if meta.visible is not visible:
                    hidden.append(meta.name)
                    continue
                sheet = book.get_sheet_by_name(meta.name)
                rows = list(_rows(sheet))
                merges = tuple(
                    Merge(*start, *end) for start, end in (sheet.merged_cell_ranges or ())
                )
                sheets.append(Sheet(meta.name, _with_errors(rows, errors, meta.name), merges))
    except python_calamine.PasswordError:
        raise BadFile("FILE_ENCRYPTED", file=name) from None
    except (python_calamine.CalamineError, OSError, ValueError, OverflowError):
        raise BadFile("FILE_DAMAGED", file=name) from None
    except BaseException as error:
        # A panic of the reader's own is no Exception; nothing else may pass as one.
        if type(error).__name__ != "PanicException":
            raise
        raise BadFile("FILE_DAMAGED", file=name) from None
    return tuple(sheets), tuple(hidden)


def _rows(sheet: CalamineSheet) -> Iterator[list[Cell]]:
    """The rows from A1 on; equal texts near each other are one object in memory."""
    left: list[Cell] = [""] * (sheet.start[1] if sheet.start else 0)
    known: dict[str, str] = {}
    for row in sheet.iter_rows():
        if len(known) > _SHARED_TEXTS:
            known.clear()
        yield left + [
            known.setdefault(cell, cell) if isinstance(cell, str) else cell for cell in row
        ]


def _with_errors(
    rows: list[list[Cell]], errors: Sequence[sheets_guard.ErrorCell], name: str
) -> list[list[Cell]]:
    for error in errors:
        if error.sheet == name and error.row < len(rows) and error.column < len(rows[error.row]):
            rows[error.row][error.column] = error.value
    return rows
