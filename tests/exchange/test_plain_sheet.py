"""Plain lists as XLSX: codes keep their zeros, formulas stay dead, widths fit."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from ssdesk.exchange.plain_sheet import write_plain_sheet


def test_text_stays_text_below_titles_and_headings(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    write_plain_sheet(
        file,
        "Biên lai",
        ("TRƯỜNG THPT CHU VĂN AN", "Danh sách"),
        ("Số", "Họ và tên", "Tiền"),
        [("0000123", "Vi An", 683_100), ("-1", "=1+1", 0), ("0000124", "x" * 90, 5)],
    )
    page = openpyxl.load_workbook(file)["Biên lai"]
    assert [cell.value for cell in page["A"]][:4] == [
        "TRƯỜNG THPT CHU VĂN AN",
        "Danh sách",
        "Số",
        "0000123",
    ]
    assert (page["B5"].value, page["B5"].data_type) == ("=1+1", "s")
    quoted = {cell.coordinate for row in page for cell in row if cell.quotePrefix}
    assert quoted == {"A5", "B5"}
    assert (page["C4"].value, page["C4"].data_type) == (683_100, "n")
    assert page.freeze_panes == "A4"
    assert page.column_dimensions["B"].width < 45, "a long cell does not push the rest away"
