"""Parents' transfers: the right pupil, the right dong, nothing twice, the rest by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ssdesk.domain.receipt import Tender
from ssdesk.domain.slip import MatchState
from ssdesk.errors import BadFile, Conflict, UserError
from ssdesk.services import statements
from ssdesk.services.cash_counts import expected_cash
from ssdesk.services.context import Context
from ssdesk.services.payments import PaymentItem
from ssdesk.services.receipts import VoidReceipt, receipts_of_book, void_receipt
from ssdesk.services.statements import LinesSettled, SettleLine, StatementPlan
from tests.services.collecting import OWN_SHARE, Desk, collecting

HEADINGS = "Ngày giao dịch;Số tham chiếu;Nội dung;Ghi có\n"


@pytest.fixture
def school(desk: Context) -> Desk:
    return collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo"), ("Hoàng Chi",))


def _codes(school: Desk) -> list[str]:
    codes = statements.slip_codes(school.ctx, school.owing)
    return [codes[each] for each in school.owing]


def _file(tmp_path: Path, *rows: tuple[str, str, int], name: str = "sao-ke.csv") -> Path:
    file = tmp_path / name
    lines = [f"05/09/2026;{reference};{memo};{amount}" for reference, memo, amount in rows]
    file.write_text(HEADINGS + "\n".join(lines) + "\n", "utf-8")
    return file


def _plan(school: Desk, file: Path) -> StatementPlan:
    return statements.preview_statement(school.ctx, file)


def _settle(school: Desk, *commands: SettleLine) -> LinesSettled:
    return statements.settle_lines(school.ctx, commands, school.book_id)


def test_a_slip_keeps_its_code(school: Desk) -> None:
    assert _codes(school) == ["HS0000194", "HS0000291", "HS0000388"]
    assert _codes(school) == ["HS0000194", "HS0000291", "HS0000388"]


def test_clear_lines_are_posted_and_the_others_wait(school: Desk, tmp_path: Path) -> None:
    one, two, three = _codes(school)
    file = _file(
        tmp_path,
        ("A1", f"MBVCB {one} BHYT", OWN_SHARE),
        ("A2", f"{two}", 300_000),
        ("A3", "me be Chi nop tien", OWN_SHARE),
        ("A4", f"{three} va {one}", 1),
        ("A5", "HS9999907", 5),
    )
    plan = _plan(school, file)
    assert [match.state for match in plan.matches][:2] == [MatchState.WHOLE, MatchState.PART]
    done = statements.apply_statement(school.ctx, plan, school.book_id)
    assert (done.posted, done.amount, done.open) == (2, OWN_SHARE + 300_000, 3)
    receipts = receipts_of_book(school.ctx, school.book_id)
    assert [(row.amount, row.tender) for row in receipts] == [
        (OWN_SHARE, Tender.TRANSFER),
        (300_000, Tender.TRANSFER),
    ]
    assert [school.enrolment(place).paid for place in range(3)] == [OWN_SHARE, 300_000, 0]
    assert expected_cash(school.ctx, date(2026, 9, 5)) == 0


def test_the_same_money_is_never_posted_twice(school: Desk, tmp_path: Path) -> None:
    one, two, _ = _codes(school)
    first = _file(tmp_path, ("A1", one, OWN_SHARE))
    statements.apply_statement(school.ctx, _plan(school, first), school.book_id)
    longer = _file(tmp_path, ("A1", one, OWN_SHARE), ("A2", two, OWN_SHARE), name="thang.csv")
    plan = _plan(school, longer)
    assert [match.state for match in plan.matches] == [MatchState.SEEN, MatchState.WHOLE]
    done = statements.apply_statement(school.ctx, plan, school.book_id)
    assert (done.posted, done.open) == (1, 0)
    assert len(statements.list_lines(school.ctx)) == 2


def test_two_transfers_for_one_slip_are_not_both_whole(school: Desk, tmp_path: Path) -> None:
    one = _codes(school)[0]
    plan = _plan(school, _file(tmp_path, ("A1", one, OWN_SHARE), ("A2", one, OWN_SHARE)))
    assert [match.state for match in plan.matches] == [MatchState.WHOLE, MatchState.PAID]
    parts = _file(tmp_path, ("B1", one, 400_000), ("B2", one, OWN_SHARE - 400_000), name="b.csv")
    assert [match.state for match in _plan(school, parts).matches] == [
        MatchState.PART,
        MatchState.WHOLE,
    ]


def test_more_than_is_due_waits_for_a_person(school: Desk, tmp_path: Path) -> None:
    one = _codes(school)[0]
    plan = _plan(school, _file(tmp_path, ("A1", one, OWN_SHARE + 1)))
    assert plan.matches[0].state is MatchState.OVER
    done = statements.apply_statement(school.ctx, plan, school.book_id)
    assert (done.posted, done.open) == (0, 1)


def test_one_transfer_of_siblings_is_divided_by_hand(school: Desk, tmp_path: Path) -> None:
    _codes(school)
    plan = _plan(school, _file(tmp_path, ("A1", "hai con nop tien", 2 * OWN_SHARE)))
    statements.apply_statement(school.ctx, plan, school.book_id)
    (kept,) = statements.list_lines(school.ctx, only_open=True)
    shares = tuple(PaymentItem(each, OWN_SHARE) for each in school.owing[:2])
    with pytest.raises(UserError, match="STATEMENT_LINE_DIFFERS"):
        _settle(school, SettleLine(kept.id, shares[:1]))
    _settle(school, SettleLine(kept.id, shares))
    assert statements.list_lines(school.ctx, only_open=True) == ()
    assert [school.enrolment(place).paid for place in range(2)] == [OWN_SHARE] * 2
    with pytest.raises(UserError, match="STATEMENT_LINE_ENDED"):
        _settle(school, SettleLine(kept.id, reason="nhầm"))


def test_what_was_sent_too_much_is_explained(school: Desk, tmp_path: Path) -> None:
    one = _codes(school)[0]
    plan = _plan(school, _file(tmp_path, ("A1", one, OWN_SHARE + 16_900)))
    statements.apply_statement(school.ctx, plan, school.book_id)
    (kept,) = statements.list_lines(school.ctx, only_open=True)
    whole = (PaymentItem(school.owing[0], OWN_SHARE),)
    done = _settle(school, SettleLine(kept.id, whole, "trả lại phụ huynh 16.900"))
    assert (done.lines, done.amount, len(done.receipt_ids)) == (1, OWN_SHARE, 1)
    (kept,) = statements.list_lines(school.ctx)
    assert (kept.receipt_id, kept.reason) == (done.receipt_ids[0], "trả lại phụ huynh 16.900")


def test_a_line_whose_receipt_was_voided_waits_again(school: Desk, tmp_path: Path) -> None:
    one = _codes(school)[0]
    plan = _plan(school, _file(tmp_path, ("A1", one, OWN_SHARE)))
    statements.apply_statement(school.ctx, plan, school.book_id)
    (kept,) = statements.list_lines(school.ctx)
    assert (kept.open, kept.pupils) == (False, "Vi Thị Ánh")
    void_receipt(school.ctx, VoidReceipt(kept.receipt_id, "nhầm em"))
    (kept,) = statements.list_lines(school.ctx, only_open=True)
    _settle(school, SettleLine(kept.id, (PaymentItem(school.owing[1], OWN_SHARE),)))
    assert [school.enrolment(place).paid for place in range(2)] == [0, OWN_SHARE]
    assert statements.list_lines(school.ctx, only_open=True) == ()


def test_the_columns_of_an_unknown_bank_are_said_once(school: Desk, tmp_path: Path) -> None:
    one, two, _ = _codes(school)
    file = tmp_path / "la.csv"
    file.write_text(f"x;y;z\n05/09/2026;{OWN_SHARE};{one}\n", "utf-8")
    with pytest.raises(BadFile, match="STATEMENT_NO_COLUMNS"):
        _plan(school, file)
    seen = statements.statement_columns(file)
    assert next((each.letter, each.sample) for each in seen) == ("A", "x · 05/09/2026")
    said = statements.Columns(1, 0, 1, 2)
    plan = statements.preview_statement(school.ctx, file, said)
    statements.apply_statement(school.ctx, plan, school.book_id)
    file.write_text(f"x;y;z\n06/09/2026;{OWN_SHARE};{two}\n", "utf-8")
    assert _plan(school, file).counts[MatchState.WHOLE] == 1


def test_several_lines_are_settled_all_or_none(school: Desk, tmp_path: Path) -> None:
    plan = _plan(school, _file(tmp_path, ("A1", "me Anh", OWN_SHARE), ("A2", "quy lop", 50_000)))
    statements.apply_statement(school.ctx, plan, school.book_id)
    by_amount = {kept.line.amount: kept.id for kept in statements.list_lines(school.ctx)}
    share = (PaymentItem(school.owing[0], OWN_SHARE),)
    good = SettleLine(by_amount[OWN_SHARE], share)
    with pytest.raises(UserError, match="REASON_MISSING"):
        _settle(school, good, SettleLine(by_amount[50_000]))
    assert school.enrolment(0).paid == 0
    _settle(school, good, SettleLine(by_amount[50_000], reason="quỹ lớp"))
    assert school.enrolment(0).paid == OWN_SHARE


def test_a_line_for_something_else_is_set_aside_with_a_reason(school: Desk, tmp_path: Path) -> None:
    plan = _plan(school, _file(tmp_path, ("A1", "tien an ban tru", 500_000)))
    statements.apply_statement(school.ctx, plan, school.book_id)
    (kept,) = statements.list_lines(school.ctx)
    with pytest.raises(UserError, match="REASON_MISSING"):
        _settle(school, SettleLine(kept.id, reason=" "))
    _settle(school, SettleLine(kept.id, reason="tiền ăn bán trú"))
    assert statements.list_lines(school.ctx)[0].reason == "tiền ăn bán trú"
    assert statements.list_lines(school.ctx, only_open=True) == ()


def test_a_statement_with_an_unreadable_cell_posts_nothing(school: Desk, tmp_path: Path) -> None:
    one = _codes(school)[0]
    file = _file(tmp_path, ("A1", one, OWN_SHARE))
    file.write_text(file.read_text("utf-8") + "31/09/2026;A2;x;5\n", "utf-8")
    plan = _plan(school, file)
    with pytest.raises(UserError) as refused:
        statements.apply_statement(school.ctx, plan, school.book_id)
    assert refused.value.code == "STATEMENT_HAS_PROBLEMS"
    assert (refused.value.params["row"], refused.value.params["column"]) == (3, "A")
    assert statements.list_lines(school.ctx) == ()


def test_money_that_came_in_since_the_preview_is_seen(school: Desk, tmp_path: Path) -> None:
    plan = _plan(school, _file(tmp_path, ("A1", _codes(school)[0], OWN_SHARE)))
    school.pay(0)
    with pytest.raises(Conflict, match="STATEMENT_CHANGED"):
        statements.apply_statement(school.ctx, plan, school.book_id)


def test_a_file_that_is_no_statement_is_refused(school: Desk, tmp_path: Path) -> None:
    file = tmp_path / "lop.csv"
    file.write_text("Họ tên;Lớp\nVi Thị Ánh;10A1\n", "utf-8")
    with pytest.raises(BadFile, match="STATEMENT_NO_COLUMNS"):
        _plan(school, file)
