"""Notices to parents: who still owes, how much, and a code that a bank program reads."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp

from ssdesk.errors import UserError
from ssdesk.exchange.vietqr import checksum
from ssdesk.services import papers
from ssdesk.services.context import Context
from ssdesk.services.desk import save_profile
from ssdesk.services.statements import slip_codes
from tests import printed
from tests.services.collecting import OWN_SHARE, YEAR, Desk, collecting

NAMES = ("Vi Thị Ánh", "Nông Văn Bảo", "H'Hen Niê", "Hoàng Chi", "Đặng Hữu Phước")


@pytest.fixture
def school(desk: Context) -> Desk:
    profile = replace(
        desk.profile(),
        parent_account_number="8408205001234",
        parent_account_name="Trường THPT Chu Văn An",
        parent_bank_name="Agribank chi nhánh Lạng Sơn",
    )
    save_profile(desk, profile)
    return collecting(desk, NAMES)


def _codes(pdf: bytes) -> list[str]:
    found = []
    for page in pypdfium2.PdfDocument(pdf):
        found += [each.text for each in zxingcpp.read_barcodes(page.render(scale=3).to_pil())]
    return found


def test_only_those_who_owe_get_a_notice_four_on_a_page(school: Desk) -> None:
    school.pay(0)
    school.pay(1, 300_000)
    paper = papers.payment_notices(school.ctx, YEAR, school.round_id)
    pages = printed.pages(paper.pdf)
    assert len(pages) == 1
    assert "Vi Thị Ánh" not in pages[0]
    for name in NAMES[1:]:
        assert name in pages[0]
    assert "383.100 đồng" in pages[0]
    assert "-300.000" in pages[0]
    assert "683.100 đồng" in pages[0]


def test_the_code_pays_exactly_what_is_due_to_the_school(school: Desk) -> None:
    school.pay(1, 300_000)
    paper = papers.payment_notices(school.ctx, YEAR, school.round_id)
    codes = slip_codes(school.ctx, school.owing)
    read = _codes(paper.pdf)
    assert len(read) == len(NAMES)
    for place, name in enumerate(("VI THI ANH", "NONG VAN BAO", "HHEN NIE")):
        memo = f"{codes[school.owing[place]]} {name} 10A1"
        (text,) = (each for each in read if memo in each)
        due = OWN_SHARE - (300_000 if place == 1 else 0)
        assert f"54{len(str(due)):02}{due}" in text
        assert "01138408205001234" in text
        assert "0006970405" in text
        assert int(text[-4:], 16) == checksum(text[:-4].encode())


def test_without_an_account_the_notice_has_no_code(desk: Context) -> None:
    school = collecting(desk, NAMES[:1])
    paper = papers.payment_notices(desk, YEAR, school.round_id)
    assert _codes(paper.pdf) == []
    (words,) = printed.pages(paper.pdf)
    assert "Nộp tại trường" in words
    assert "Gia đình trả lời nhà trường" in words
    assert printed.untidy(paper.pdf, margin=15) == []
    assert paper.file_name == "giay-bao-20260905.pdf"


def test_an_unknown_bank_prints_the_account_and_no_code(school: Desk) -> None:
    profile = replace(school.ctx.profile(), parent_bank_name="Quỹ tín dụng xã")
    save_profile(school.ctx, profile)
    paper = papers.payment_notices(school.ctx, YEAR, school.round_id)
    assert _codes(paper.pdf) == []
    assert "8408205001234" in printed.pages(paper.pdf)[0]


def test_nobody_who_owes_is_said_so(school: Desk) -> None:
    school.pay(0)
    with pytest.raises(UserError, match="NOTHING_TO_PRINT"):
        papers.payment_notices(school.ctx, YEAR, school.round_id, school.entries[:1])


def test_the_same_notices_give_the_same_bytes(school: Desk) -> None:
    one, again = (papers.payment_notices(school.ctx, YEAR, school.round_id) for _ in range(2))
    assert one.pdf == again.pdf


def test_an_account_with_blanks_is_refused_in_the_settings(school: Desk) -> None:
    with pytest.raises(UserError, match="TRANSFER_ACCOUNT"):
        save_profile(school.ctx, replace(school.ctx.profile(), parent_account_number="84 08"))
