"""Text with separators: CSV of any usual encoding, and what a spreadsheet copies."""

from __future__ import annotations

import csv
import io
from collections import Counter

from ssdesk.errors import BadFile

MAX_ROWS = 1_048_576
MAX_CELLS = 12_000_000
_DELIMITERS = "\t;,|"
_SAMPLE_LINES = 30
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(data: bytes, name: str) -> list[list[str]]:
    """Rows of a text file; encoding and separator are told by its content.

    Raises:
        BadFile: FILE_NOT_A_SPREADSHEET, FILE_TOO_LARGE, FILE_DAMAGED.
    """
    text = _decode(data, name)
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return [[first.strip()], *split_rows(rest, first.strip()[4], name)]
    return split_rows(text, _delimiter(text), name)


def split_rows(text: str, delimiter: str, name: str) -> list[list[str]]:
    """Rows of text with a separator; a quoted cell may hold line ends.

    Raises:
        BadFile: FILE_TOO_LARGE, FILE_DAMAGED.
    """
    rows: list[list[str]] = []
    cells = 0
    try:
        for row in csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter):
            rows.append(row)
            cells += len(row)
            if len(rows) > MAX_ROWS or cells > MAX_CELLS:
                raise BadFile("FILE_TOO_LARGE", file=name)
    except csv.Error:
        raise BadFile("FILE_DAMAGED", file=name, row=len(rows) + 1) from None
    return rows


def _decode(data: bytes, name: str) -> str:
    if data.startswith(_UTF16):
        return data.decode("utf-16", "replace")
    if b"\0" in data[:4096]:
        return _decode_bare_utf16(data, name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Windows' own page for Vietnamese; marks come apart and are joined by the cells' NFC.
        text = data.decode("cp1258", "replace")
    controls = sum(1 for character in text[:4096] if character < " " and character not in "\t\r\n")
    if controls * 20 > min(len(text), 4096):
        raise BadFile("FILE_NOT_A_SPREADSHEET", file=name)
    return text


def _decode_bare_utf16(data: bytes, name: str) -> str:
    sample = data[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 4 < len(sample) // 2 or min(even, odd) * 4 > max(even, odd):
        raise BadFile("FILE_NOT_A_SPREADSHEET", file=name)
    return data.decode("utf-16-be" if even > odd else "utf-16-le", "replace")


def _delimiter(text: str) -> str:
    """The separator that cuts most lines into the same number of cells."""
    lines = [line for line in text.splitlines()[: _SAMPLE_LINES * 3] if line.strip()]
    best, best_score = "\t", 0
    for delimiter in _DELIMITERS:
        counts = Counter(_count(line, delimiter) for line in lines[:_SAMPLE_LINES])
        counts.pop(0, None)
        if not counts:
            continue
        cuts, agreeing = counts.most_common(1)[0]
        score = agreeing * 100 + min(cuts, 50)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _count(line: str, delimiter: str) -> int:
    return sum(part.count(delimiter) for part in line.split('"')[::2])
