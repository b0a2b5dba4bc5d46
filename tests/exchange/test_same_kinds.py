"""The schools' own files written again in other formats, encodings and orders: same result."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import pytest
import xlsxwriter
import xlwt
from odf import opendocument, table, text

from ssdesk.exchange.columns_content import as_text
from ssdesk.exchange.roster import RosterRead, read_roster
from ssdesk.exchange.roster_layout import propose
from ssdesk.exchange.sheets import Cell, Source, read_bytes, read_file

DATA = Path(__file__).parents[1] / "data" / "rosters"
STARTS = date(2026, 9, 1)
TRUTH = json.loads((DATA / "truth.json").read_text("utf-8"))
PEOPLE = {
    (p["full_name"], p["birth_date"], p["sex"], p["personal_id"], p["school_class"])
    for p in TRUTH["people"]
}
Sheets = list[tuple[str, list[list[Cell]]]]


def as_xlsx(sheets: Sheets) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets:
            page = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for index, cell in enumerate(row):
                    if isinstance(cell, date):
                        page.write_datetime(at, index, cell, day)
                    elif cell != "":
                        page.write(at, index, cell)
    return stream.getvalue()


def as_xls(sheets: Sheets) -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    day = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    for name, rows in sheets:
        page = book.add_sheet(name)
        for at, row in enumerate(rows):
            for index, cell in enumerate(row):
                if isinstance(cell, date):
                    page.write(at, index, cell, day)
                elif cell != "":
                    page.write(at, index, cell)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_ods(sheets: Sheets) -> bytes:
    document = opendocument.OpenDocumentSpreadsheet()
    for name, rows in sheets:
        page = table.Table(name=name)
        for row in rows:
            line = table.TableRow()
            for cell in row:
                line.addElement(_ods_cell(cell))
            page.addElement(line)
        document.spreadsheet.addElement(page)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _ods_cell(cell: Cell) -> table.TableCell:
    if isinstance(cell, date):
        return table.TableCell(valuetype="date", datevalue=cell.isoformat())
    if isinstance(cell, float):
        return table.TableCell(valuetype="float", value=cell)
    made = table.TableCell(valuetype="string")
    made.addElement(text.P(text=str(cell)))
    return made


def as_csv(encoding: str, delimiter: str) -> Callable[[Sheets], bytes]:
    def write(sheets: Sheets) -> bytes:
        ((_, rows),) = sheets
        lines = [delimiter.join(as_text(cell) for cell in row) for row in rows]
        return "\r\n".join(lines).encode(encoding)

    return write


def read(source: Source, class_name: str = "") -> RosterRead:
    return read_roster(source, propose(source, lambda key: None), STARTS, class_name)


def people(found: RosterRead) -> set[tuple[object, ...]]:
    return {
        (
            row.facts.full_name,
            row.facts.birth_date.iso() if row.facts.birth_date else None,
            row.facts.sex.value if row.facts.sex else None,
            row.facts.personal_id,
            row.class_name,
        )
        for row in found.rows
    }


def cells_of(name: str) -> Sheets:
    source = read_file(DATA / name)
    return [(sheet.name, [list(row) for row in sheet.rows]) for sheet in source.sheets]


def shuffled(sheets: Sheets, seed: int) -> Sheets:
    turned: Sheets = []
    for name, rows in sheets:
        order = list(range(max(len(row) for row in rows)))
        Random(seed).shuffle(order)
        turned.append((name, [[row[at] for at in order] for row in rows]))
    return turned


WRITERS = {
    "xlsx": as_xlsx,
    "xls": as_xls,
    "ods": as_ods,
    "csv": as_csv("utf-8", ","),
    "csv-excel": as_csv("utf-8-sig", ";"),
    "csv-unicode": as_csv("utf-16", "\t"),
}


@pytest.mark.parametrize("kind", WRITERS)
def test_faults_are_found_in_every_format(kind: str) -> None:
    expected = {
        (item.row, item.problem.code) for item in read(read_file(DATA / "mat-so-0.xlsx")).problems
    }
    sheets = cells_of("mat-so-0.xlsx")
    for seed in (0, 1, 2):
        data = WRITERS[kind](shuffled(sheets, seed))
        found = read(read_bytes(data, f"a.{kind[:3]}"))
        assert len(found.rows) == 124
        assert {(item.row, item.problem.code) for item in found.problems} == expected
    assert {row for row, _ in expected} == {row for row, _ in TRUTH["faults_in_mat-so-0"]}


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_titles_and_two_headings_in_every_workbook(kind: str) -> None:
    found = read(read_bytes(WRITERS[kind](cells_of("danh-sach-3-lop.xlsx")), "a.xls"))
    assert people(found) == PEOPLE
    assert found.problems == ()


def test_one_class_as_csv_keeps_its_class_by_the_title() -> None:
    sheets = cells_of("danh-sach-3-lop.xlsx")[2:]
    found = read(read_bytes(as_csv("utf-8-sig", ";")(sheets), "a.csv"))
    assert people(found) == {person for person in PEOPLE if person[4] == "11A5"}
    assert found.problems == ()


def test_three_classes_below_each_other_in_one_sheet() -> None:
    rows = [row for _, part in cells_of("danh-sach-3-lop.xlsx") for row in part]
    found = read(read_bytes(as_xlsx([("Toàn trường", rows)]), "a.xlsx"))
    assert people(found) == PEOPLE
    assert found.problems == ()


def test_pasted_with_a_heading_and_shuffled() -> None:
    lines = (DATA / "dan-tu-excel.txt").read_text("utf-8").splitlines()
    rows: list[list[Cell]] = [list(line.split("\t")) for line in lines]
    expected = {person for person in PEOPLE if person[4] == "10A1"}
    for seed in range(5):
        ((_, turned),) = shuffled([("", rows)], seed)
        pasted = "\n".join("\t".join(map(str, row)) for row in turned)
        found = read(read_bytes(pasted.encode(), "a.txt"), "10A1")
        assert people(found) == expected
        assert found.problems == ()
