"""Official forms from their files (`resources/forms/*.json`)."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from ssdesk import assets
from ssdesk.domain.forms import (
    CellKind,
    Column,
    FormLayout,
    Group,
    Paper,
    Signature,
)
from ssdesk.domain.submission import FIELDS
from ssdesk.errors import BadFile

_ORDER = ("mau-so-3", "d03-ts", "vendor-d03")


class _ColumnFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    number: str = ""
    field: str = ""
    kind: CellKind = CellKind.TEXT
    width: float = 0.0
    required: bool = False
    children: tuple[_ColumnFile, ...] = ()


class _GroupFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    mark: str
    title: str
    change_types: frozenset[str]
    part: tuple[str, str] | None = None
    empty_parts: tuple[tuple[str, str], ...] = ()
    total: str = ""


class _FormFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    form: str
    code: str
    document: str
    name: str
    confirmed: bool
    title: str
    number_line: str
    columns: tuple[_ColumnFile, ...]
    groups: tuple[_GroupFile, ...]
    starts_on: date | None = None
    ends_on: date | None = None
    printed: bool = True
    head: tuple[str, ...] = ()
    motto: tuple[str, ...] = ()
    class_rows: bool = False
    closing: tuple[str, ...] = ()
    left_note: str = ""
    signatures: tuple[Signature, ...] = ()
    paper: Paper = Paper()


@cache
def load_forms() -> tuple[FormLayout, ...]:
    """Every form that ships with the program, the one in force first.

    Raises:
        BadFile: a file is missing or is no form.
    """
    return tuple(read_form(assets.path(f"forms/{name}.json")) for name in _ORDER)


def read_form(file: Path) -> FormLayout:
    """One form.

    Raises:
        BadFile: RULE_PACK_DAMAGED, RULE_PACK_INVALID.
    """
    try:
        read = msgspec.json.decode(file.read_bytes(), type=_FormFile)
    except OSError:
        raise BadFile("RULE_PACK_DAMAGED", file=file.name) from None
    except msgspec.DecodeError as error:
        reason, _, place = str(error).partition(" - at ")
        raise BadFile(
            "RULE_PACK_INVALID", file=file.name, column=place.strip("`"), value=reason
        ) from None
    return FormLayout(
        form=read.form,
        code=read.code,
        document=read.document,
        name=read.name,
        starts_on=read.starts_on,
        ends_on=read.ends_on,
        confirmed=read.confirmed,
        printed=read.printed,
        title=read.title,
        number_line=read.number_line,
        head=read.head,
        motto=read.motto,
        columns=tuple(_column(column, file.name) for column in read.columns),
        groups=tuple(_group(group) for group in read.groups),
        class_rows=read.class_rows,
        closing=read.closing,
        left_note=read.left_note,
        signatures=read.signatures,
        paper=read.paper,
    )


def _column(read: _ColumnFile, file: str) -> Column:
    if read.field and read.field not in FIELDS:
        raise BadFile("RULE_PACK_INVALID", file=file, column=read.title, value=read.field)
    children = tuple(_column(child, file) for child in read.children)
    return Column(
        read.title, read.number, read.field, read.kind, read.width, read.required, children
    )


def _group(read: _GroupFile) -> Group:
    return Group(read.mark, read.title, read.change_types, read.part, read.empty_parts, read.total)
