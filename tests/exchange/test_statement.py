"""Statements as five banks give them out: the right lines, the right dong, faults at their cell."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from ssdesk.errors import BadFile
from ssdesk.exchange.sheets import Source, read_bytes, read_file
from ssdesk.exchange.statement import Columns, read_statement

AGRIBANK = """NGAN HANG NONG NGHIEP,,,,,
SAO KE TAI KHOAN 1234567890,,,,,
Ngày giao dịch,Số bút toán,Diễn giải,Phát sinh nợ,Phát sinh có,Số dư
(1),(2),(3),(4),(5),(6)
05/09/2026,FT1,"BHYT HS0000194, Vi Thi Anh",,"683,100","1,000,000"
06/09/2026,FT2,Rut tien mat,"500,000",,"500,000"
07/09/2026,FT3,HS0000291 chuyen tien,,512.325,"1,012,325"
Tổng cộng,,,"500,000","1,195,425",
"""
SIGNED = """Transaction Date;Description;Amount;Transaction ID
2026-09-05 08:15:00;HS0000194 BHYT;+683100;A1
2026-09-05 09:15:00;Phi dich vu;-11000;A2
"""


def _csv(text: str, name: str = "sao-ke.csv") -> Source:
    return read_bytes(text.encode(), name)


def test_a_statement_with_debit_and_credit_columns() -> None:
    read = read_statement(_csv(AGRIBANK))
    found = [(line.row, line.booked_on, line.amount, line.reference) for line in read.lines]
    assert found == [
        (5, date(2026, 9, 5), 683_100, "FT1"),
        (7, date(2026, 9, 7), 512_325, "FT3"),
    ]
    assert read.lines[0].memo == "BHYT HS0000194, Vi Thi Anh"
    assert read.problems == ()


def test_a_statement_with_one_signed_column() -> None:
    (line,) = read_statement(_csv(SIGNED)).lines
    assert (line.booked_on, line.amount, line.reference) == (date(2026, 9, 5), 683_100, "A1")


def test_a_workbook_with_real_dates_and_numbers(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["VIETCOMBANK - SAO KÊ"])
    sheet.append(["STT", "Ngày hạch toán", "Số tiền ghi có", "Nội dung giao dịch"])
    sheet.append([1, date(2026, 9, 5), 683100, "HS0000194"])
    sheet.append([2, date(2026, 9, 6), 683100.5, "lẻ"])
    file = tmp_path / "vcb.xlsx"
    book.save(file)
    read = read_statement(read_file(file))
    assert [(line.row, line.amount) for line in read.lines] == [(3, 683_100)]
    ((row, column, problem),) = read.problems
    assert (row, column, problem.code) == (4, "C", "AMOUNT_UNREADABLE")


def test_a_date_that_cannot_be_is_told_at_its_cell() -> None:
    wrong = AGRIBANK.replace("07/09/2026", "31/09/2026")
    ((row, column, _),) = read_statement(_csv(wrong)).problems
    assert (row, column) == (7, "A")


def test_the_same_bank_is_known_by_its_headings() -> None:
    one, again = read_statement(_csv(AGRIBANK)), read_statement(_csv(AGRIBANK, "thang-10.csv"))
    assert one.signature == again.signature != read_statement(_csv(SIGNED)).signature


def test_columns_can_be_said_where_the_headings_do_not() -> None:
    bare = "x,y,z\n05/09/2026,683100,HS0000194\n"
    with pytest.raises(BadFile, match="STATEMENT_NO_COLUMNS"):
        read_statement(_csv(bare))
    (line,) = read_statement(_csv(bare), Columns(1, 0, 1, 2)).lines
    assert line.amount == 683_100
