"""The same child twice: named with what speaks for it; twins and namesakes are left in peace."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ssdesk.domain.alike import Entry, Evidence
from ssdesk.domain.person import BirthDate, Sex
from ssdesk.services import duplicates, household_check, reports
from ssdesk.services.context import Context
from ssdesk.services.duplicates import evidence_of, find_alike
from ssdesk.services.pupils import PupilFacts, SavePupil, save_pupils
from ssdesk.services.reports import ReportRequest
from tests import printed
from tests.services.collecting import YEAR

E = Evidence
BORN = "2010-09-15"


def _entry(
    name: str, born: str = BORN, personal_id: str = "", number: str = "", key: str = ""
) -> Entry:
    return Entry(key or name + born + personal_id, name, born, personal_id, number)


@pytest.mark.parametrize(
    ("one", "other", "evidence"),
    [
        (_entry("a", "", "020310000012"), _entry("b", "", "020310000012"), [E.SAME_PERSONAL_ID]),
        (_entry("a", "", "", "20201"), _entry("b", "", "", "20201"), [E.SAME_INSURANCE_NUMBER]),
        (_entry("vi thi anh"), _entry("vi thi anh", key="2"), [E.SAME_NAME_AND_BIRTH]),
        (_entry("vi thi anh", "2010-09-05"), _entry("vi thi anh", "2010-05-09"), [E.BIRTH_ALIKE]),
        (_entry("vi thi anh"), _entry("vi thi anh", "2011-09-15"), [E.BIRTH_ALIKE]),
        (_entry("vi thi anh"), _entry("vi thi oanh"), [E.NAME_ALIKE]),
        (_entry("vi thi anh"), _entry("anh vi thi"), [E.NAME_ALIKE]),
        (
            _entry("vi thi anh", BORN, "020310000012"),
            _entry("vi thi anh", BORN, "020310000021"),
            [E.SAME_NAME_AND_BIRTH, E.PERSONAL_ID_ONE_OFF],
        ),
    ],
)  # fmt: skip
def test_what_speaks_for_one_person(one: Entry, other: Entry, evidence: list[Evidence]) -> None:
    assert list(evidence_of(one, other)) == evidence
    assert [pair.evidence for pair in find_alike([one, other])] == [tuple(evidence)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_entry("vi van an", BORN, "020210000017"), _entry("vi van am", BORN, "020210000955")),
        (_entry("vi van an", BORN, "020210000017"), _entry("vi van an", BORN, "020210000955")),
        (_entry("nguyen van an", "2010-01-01"), _entry("nguyen van an", "2009-12-31")),
        (_entry("nguyen van an", ""), _entry("nguyen van an", "", key="2")),
        (_entry("ha an"), _entry("ha ay")),
        (_entry("vi van an", BORN, "020210000017"), _entry("ma thi dung", BORN, "020210000018")),
        (_entry("hoang gia bao"), _entry("nong van bao")),
    ],
)
def test_twins_namesakes_and_strangers_are_left_in_peace(one: Entry, other: Entry) -> None:
    assert evidence_of(one, other) == ()
    assert find_alike([one, other]) == []


def _sex(number: str) -> Sex:
    return Sex.FEMALE if number[3:4] == "3" else Sex.MALE


def _school(ctx: Context) -> None:
    known = (
        ("Đàm Thị Ngọc Ánh", date(2010, 9, 15), "020310004512", "10A1"),
        ("Dam Thi Ngoc Anh", date(2010, 9, 15), "", "10A2"),
        ("Hoàng Gia Bảo", date(2010, 3, 4), "020210001127", "10A1"),
        ("Hoàng Gia Bảo", date(2010, 4, 3), "", "10A2"),
        ("Vi Thị Diệp", date(2010, 1, 1), "020310000955", "10A2"),
    )
    commands = tuple(
        SavePupil(
            PupilFacts(name, BirthDate(born), _sex(number), number or None),
            class_name=room,
            joined_on=date(2026, 9, 1),
        )
        for name, born, number, room in known
    )
    save_pupils(ctx, YEAR, commands)


def test_pairs_of_a_school_come_with_the_surest_first(desk: Context) -> None:
    _school(desk)
    found = duplicates.pupils_alike(desk, YEAR)
    assert [(pair.one.full_name, pair.other.class_name, pair.evidence) for pair in found] == [
        ("Đàm Thị Ngọc Ánh", "10A2", (E.SAME_NAME_AND_BIRTH,)),
        ("Hoàng Gia Bảo", "10A2", (E.BIRTH_ALIKE,)),
    ]


def test_a_pupil_in_a_household_file_is_named_with_the_line(desk: Context, tmp_path: Path) -> None:
    _school(desk)
    file = tmp_path / "ho-gia-dinh.csv"
    file.write_text(
        "STT;Họ và tên;Ngày sinh;Số CCCD;Quan hệ với chủ hộ\n"
        "1;Vi Văn Nam;02/03/1980;020080000011;Chủ hộ\n"
        "2;Vi Thị Diệp;01/01/2010;020310000955;Con\n"
        "3;Đàm Thị Ngọc Ánh;15/09/2010;020310004512;Cháu\n",
        "utf-8",
    )
    found = household_check.pupils_in_file(desk, file, YEAR)
    assert [(each.pupil.class_name, each.said_name, each.row) for each in found] == [
        ("10A1", "Đàm Thị Ngọc Ánh", 4),
        ("10A2", "Vi Thị Diệp", 3),
    ]


def test_both_checks_are_reports_that_are_printed_and_worked_on(
    desk: Context, tmp_path: Path
) -> None:
    _school(desk)
    pairs = reports.make_report(desk, ReportRequest("duplicates", YEAR))
    assert [row.cells[1] for row in pairs.tables[0].rows] == [
        "Đàm Thị Ngọc Ánh",
        "Dam Thi Ngoc Anh",
        "Hoàng Gia Bảo",
        "Hoàng Gia Bảo",
    ]
    file = tmp_path / "ho.csv"
    file.write_text("Họ và tên;Ngày sinh\nVi Thị Diệp;01/01/2010\n", "utf-8")
    named = reports.make_report(desk, ReportRequest("household", YEAR, source=file))
    assert [row.cells[1] for row in named.tables[0].rows] == ["Vi Thị Diệp"]
    assert "ho.csv" in named.tables[0].title
    for report in (pairs, named):
        paper = reports.report_pdf(desk, report)
        assert printed.untidy(paper) == []
    asked = reports.make_report(desk, ReportRequest("household", YEAR))
    assert "Ctrl+O" in asked.tables[0].empty
