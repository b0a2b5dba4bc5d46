"""Which form is valid when, where headings stand, how cells and lines are read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssdesk.domain.checks import sentence
from ssdesk.domain.forms import (
    DOTS,
    CellKind,
    cell_text,
    form_on,
    header_cells,
    header_depth,
    right_form,
)
from ssdesk.errors import UserError
from ssdesk.rulepacks.form_layouts import load_forms
from tests.listed_people import filled, people

FORMS = load_forms()
LAST_OF_D03 = date(2026, 4, 30)


def test_each_form_on_its_side_of_the_change() -> None:
    assert right_form(FORMS, LAST_OF_D03).form == "d03-ts"
    assert right_form(FORMS, LAST_OF_D03 + timedelta(days=1)).form == "mau-so-3"
    assert form_on(FORMS, "d03-ts", LAST_OF_D03).form == "d03-ts"
    assert form_on(FORMS, "mau-so-3", date(2026, 5, 1)).form == "mau-so-3"


@pytest.mark.parametrize(
    ("form", "day", "right"),
    [
        ("d03-ts", date(2026, 5, 1), "Mẫu số 3 (NĐ 188/2025/NĐ-CP)"),
        ("mau-so-3", LAST_OF_D03, "D03-TS (QĐ 490/QĐ-BHXH)"),
    ],
)
def test_the_wrong_form_is_refused_with_the_right_ones_name(
    form: str, day: date, right: str
) -> None:
    with pytest.raises(UserError) as refused:
        form_on(FORMS, form, day)
    assert refused.value.code == "FORM_NOT_VALID_ON_DATE"
    assert refused.value.params["right"] == right
    assert right in sentence(refused.value.code, refused.value.params)


@given(st.dates(date(2023, 4, 1), date(2040, 12, 31)))
def test_exactly_one_printed_form_a_day(day: date) -> None:
    assert sum(layout.printed and layout.valid_on(day) for layout in FORMS) == 1


def test_no_form_is_known_before_the_first() -> None:
    with pytest.raises(UserError, match="FORM_UNKNOWN_ON_DATE"):
        right_form(FORMS, date(2019, 9, 1))


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UserError) as refused:
        form_on(FORMS, "mau-so-99", date(2026, 9, 1))
    assert refused.value.params["known"] == "mau-so-3, d03-ts, vendor-d03"


@pytest.mark.parametrize("layout", FORMS, ids=lambda layout: layout.form)
def test_headings_cover_the_head_exactly_once(layout) -> None:  # type: ignore[no-untyped-def]
    covered = [
        (row, column)
        for cell in header_cells(layout)
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    ]
    assert len(covered) == len(set(covered)) == header_depth(layout) * len(layout.leaves)


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (2_530_000, CellKind.DONG, "2.530.000"),
        (Fraction(55, 100), CellKind.PERCENT, "55"),
        (Fraction(525, 1000), CellKind.PERCENT, "52,5"),
        (12, CellKind.COUNT, "12"),
        (1024, CellKind.ORDER, "1024"),
        ("020210000001", CellKind.ID, "020210000001"),
        ("", CellKind.PERCENT, ""),
    ],
)
def test_cells_read_as_on_paper(value: str | int | Fraction, kind: CellKind, text: str) -> None:
    assert cell_text(value, kind) == text


def test_lines_take_the_headings_words_and_dots_where_there_are_none() -> None:
    form = filled("mau-so-3", people(1))
    assert form.line("Số: {number}") == "Số: 07/HS0020A"
    assert form.line(form.layout.number_line) == "Số: 07/HS0020A ; ngày 20 tháng 9 năm 2026"
    bare = replace(form, heading=replace(form.heading, collector_name="", number=0))
    assert bare.line("{collector_name}") == DOTS
    assert "07" not in bare.line("{number}")


def test_small_days_and_months_have_a_leading_zero() -> None:
    form = filled("mau-so-3", people(1))
    early = replace(form, heading=replace(form.heading, list_date=date(2027, 2, 5)))
    assert early.line("ngày {day} tháng {month}") == "ngày 05 tháng 02"
    march = replace(form, heading=replace(form.heading, list_date=date(2027, 3, 5)))
    assert march.line("ngày {day} tháng {month}") == "ngày 05 tháng 3"
