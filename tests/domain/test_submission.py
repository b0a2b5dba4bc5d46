"""What stands in each column of a list, and who cannot stand on it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssdesk.domain.forms import Cell, RowKind
from ssdesk.domain.money import round_half_up
from ssdesk.domain.submission import FIELDS, ListEntry, check_entry, share_of
from tests.listed_people import filled, people


def _cells(name: str, entry: ListEntry) -> dict[str, Cell]:
    form = filled(name, (entry,))
    row = next(row for row in form.rows if row.kind is RowKind.PERSON)
    return {column.number: cell for column, cell in zip(form.layout.leaves, row.cells, strict=True)}


@pytest.fixture
def pupil() -> ListEntry:
    return replace(
        people(1)[0],
        months=12,
        gross=1_366_200,
        state_support=683_100,
        local_support=68_310,
        other_support=0,
        own_share=614_790,
    )


def test_mau_so_3_of_a_pupil(pupil: ListEntry) -> None:
    cells = _cells("mau-so-3", pupil)
    assert cells["4"] == 2_530_000
    assert cells["9"] == "10/2026"
    assert cells["10"] == Fraction(55, 100)
    assert cells["13"] == "12 tháng"
    assert (cells["11"], cells["12"]) == ("x", "")
    assert [cells[number] for number in "5678"] == [""] * 4


def test_help_of_others_is_a_note_not_public_support(pupil: ListEntry) -> None:
    helped = replace(pupil, other_support=136_620, own_share=478_170)
    cells = _cells("mau-so-3", helped)
    assert cells["10"] == Fraction(55, 100)
    assert cells["13"] == "12 tháng; hỗ trợ khác 10%"


def test_half_per_cents_are_kept(pupil: ListEntry) -> None:
    half = replace(pupil, local_support=34_155, own_share=648_945)
    assert _cells("mau-so-3", half)["10"] == Fraction(525, 1000)


def test_a_donors_money_counts_as_the_participants_in_d03(pupil: ListEntry) -> None:
    helped = replace(pupil, other_support=136_620, own_share=478_170)
    cells = _cells("d03-ts", helped)
    assert cells["9"] == 614_790
    assert (cells["10"], cells["11"]) == (Fraction(5, 100), Fraction(10, 100))


@pytest.mark.parametrize(
    ("iso", "shown"),
    [("2010-09-15", "15/09/2010"), ("2010-09", "09/2010"), ("2010", "2010"), ("", "")],
)
def test_birth_dates_as_far_as_known(pupil: ListEntry, iso: str, shown: str) -> None:
    assert FIELDS["birth_date"](replace(pupil, birth_date=iso), 1) == shown


@pytest.mark.parametrize(
    ("hospital", "cells"),
    [("20001", ("20", "", "001")), ("Bệnh viện huyện", ("", "Bệnh viện huyện", ""))],
)
def test_vendor_sheet_splits_the_hospitals_code(
    pupil: ListEntry, hospital: str, cells: tuple[str, str, str]
) -> None:
    found = _cells("vendor-d03", replace(pupil, registered_hospital=hospital))
    assert (found["MaTinhBenhVien"], found["TenBenhVien"], found["MaBenhVien"]) == cells


def test_people_leaving_stand_under_decrease(pupil: ListEntry) -> None:
    leaving = replace(pupil, change_type="GH", full_name="Người Giảm")
    rows = filled("mau-so-3", (pupil, leaving)).rows
    shown = [(row.cells[0], row.cells[1]) for row in rows]
    assert shown == [
        ("(1)", "Tăng"),
        (1, pupil.full_name),
        ("(2)", "Giảm"),
        (2, "Người Giảm"),
    ]


def test_d03_has_classes_and_sums(pupil: ListEntry) -> None:
    other = replace(pupil, class_name="10A2", sub_unit_code="02")
    rows = filled("d03-ts", (pupil, other)).rows
    marks = [(row.cells[0], row.cells[1]) for row in rows if row.kind is not RowKind.PERSON]
    assert marks[:4] == [
        ("I", "Tăng"),
        ("I.1", "Người tham gia"),
        ("", "Lớp 10A1 (mã 10A1)"),
        ("", "Lớp 10A2 (mã 02)"),
    ]
    total = next(row for row in rows if row.cells[1] == "Cộng tăng")
    assert total.cells[10] == 2 * 614_790


@given(
    st.integers(1, 12),
    st.sampled_from([1_490_000, 1_800_000, 2_340_000, 2_530_000]),
    st.integers(0, 200),
    st.integers(0, 200),
)
def test_amounts_give_back_the_per_cents_that_made_them(
    months: int, base: int, state: int, local: int
) -> None:
    gross = Fraction(base * 45 * months, 1000)
    parts = [round_half_up(gross * Fraction(part, 400)) for part in (state, local)]
    assert share_of(sum(parts), round_half_up(gross)) == Fraction(state + local, 400)


def test_a_contradicting_number_passes_only_with_a_reason(pupil: ListEntry) -> None:
    wrong = replace(pupil, sex="F" if pupil.sex == "M" else "M")
    assert "PERSONAL_ID_SEX" in {problem.code for problem in check_entry(wrong)}
    kept = replace(wrong, identity_override="Giấy khai sinh số 12")
    assert check_entry(kept) == ()


def test_a_malformed_number_never_passes(pupil: ListEntry) -> None:
    wrong = replace(pupil, personal_id="12345", identity_override="Có giấy")
    assert {problem.code for problem in check_entry(wrong)} == {"PERSONAL_ID_MALFORMED"}


def test_without_any_number_nobody_is_listed(pupil: ListEntry) -> None:
    nameless = replace(pupil, personal_id="", insurance_number="")
    assert {problem.code for problem in check_entry(nameless)} == {"LIST_NUMBER_MISSING"}
    assert check_entry(replace(nameless, insurance_number="2012345678")) == ()


def test_a_missing_hospital_is_only_a_warning(pupil: ListEntry) -> None:
    found = check_entry(replace(pupil, registered_hospital=""))
    assert [problem.code for problem in found] == ["LIST_HOSPITAL_MISSING"]
