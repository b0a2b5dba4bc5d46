"""The sheet that opens a desk whose password is forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ssdesk.documents.recovery_sheet import RecoveryData, draw
from ssdesk.services import recovery
from ssdesk.services.context import Context
from tests.printed import pages, untidy, words

DATA = RecoveryData(
    "Trường THPT Chu Văn An", "van.thu", "ABCD-EFGH-JKMN-PQRT-VWXY-2345", date(2026, 9, 5)
)


def test_says_code_school_and_steps_on_one_page_with_embedded_fonts() -> None:
    pdf = draw(DATA)
    assert pdf == draw(DATA)
    (said,) = pages(pdf)
    for part in (DATA.code, DATA.school, "05/09/2026", "1. Quên mật khẩu", "3. Mất máy"):
        assert part in said
    assert b"Helvetica" not in pdf
    assert untidy(pdf) == []


def test_says_the_same_in_english_on_one_page() -> None:
    pdf = draw(DATA, "en")
    (said,) = pages(pdf)
    for part in (DATA.code, "DATA RECOVERY SHEET", "1. Forgotten password", "Lost or stolen"):
        assert part in said
    assert untidy(pdf) == []


def test_a_long_name_is_not_clipped() -> None:
    name = "Trường Phổ thông dân tộc nội trú Trung học cơ sở và Trung học phổ thông huyện " * 2
    pdf = draw(replace(DATA, school=name.strip(), login="nguyen.thi.hoang.phuong.bao.quynh"))
    assert name.strip() in words(pdf)
    assert untidy(pdf) == []


def test_a_desk_names_its_school_and_who_holds_the_code(desk: Context) -> None:
    assert "Đơn vị: Trường THPT Chu Văn An Lập ngày" in words(recovery.sheet(desk, DATA.code))
    english = words(recovery.sheet(desk, DATA.code, "en"))
    assert f"Unit: Trường THPT Chu Văn An Made on 05/09/2026 · login: {desk.account.login}" in (
        english
    )
