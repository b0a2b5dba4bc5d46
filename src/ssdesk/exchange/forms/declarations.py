"""Declarations as a plain sheet: a row a person, the fields' own numbers as headings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ssdesk.domain.declaration import FIELDS, Declaration, DeclarationLayout
from ssdesk.exchange.plain_sheet import write_plain_sheet


def write_declaration_sheet(
    file: Path, layout: DeclarationLayout, said: Sequence[Declaration]
) -> None:
    """Writes the sheet.

    Raises:
        OSError: the file cannot be written.
    """
    fields = (layout.number_line, *layout.fields)
    header = ["STT", "Lớp", *(_heading(each.number, each.label) for each in fields)]
    rows: list[list[str | int]] = [
        [place, each.class_name, *(FIELDS[item.field](each) for item in fields)]
        for place, each in enumerate(said, start=1)
    ]
    write_plain_sheet(file, layout.code, [" ".join(layout.title)], header, rows)


def _heading(number: str, label: str) -> str:
    words = label.rstrip(":").strip()
    return f"[{number}] {words}" if number else words
