"""Backups when they are due, a second copy, and a restore that starts a new epoch."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ssdesk.clock import FixedClock
from ssdesk.errors import UserError
from ssdesk.services import accounts, backups, drafts
from ssdesk.services import desk as desks
from ssdesk.services.backups import BackupFile, Reason, RestorePlan
from ssdesk.services.context import Context, open_desk
from ssdesk.services.receipt_books import list_books
from ssdesk.services.search import find_people
from ssdesk.services.verification import verify_desk
from ssdesk.storage.store import Store
from tests.conftest import LOGIN, PASSWORD
from tests.services.collecting import Desk, collecting


def _touch(ctx: Context) -> None:
    drafts.save(ctx, "form", "", {"name": "Đàm"})


def _later(clock: FixedClock, **time: int) -> None:
    clock.moment += timedelta(**time)


def test_a_backup_is_due_half_an_hour_after_a_change(desk: Context, clock: FixedClock) -> None:
    first = backups.back_up_if_due(desk)
    assert first is not None
    assert first.made.reason is Reason.SCHEDULE
    _later(clock, hours=2)
    assert backups.back_up_if_due(desk) is None, "nothing has changed"
    _touch(desk)
    assert backups.back_up_if_due(desk) is not None
    _touch(desk)
    _later(clock, minutes=29)
    assert backups.back_up_if_due(desk) is None, "too early"
    _later(clock, minutes=1)
    assert backups.back_up_if_due(desk) is not None
    _touch(desk)
    _later(clock, days=-400)
    assert backups.back_up_if_due(desk) is not None, "a clock set back does not stop backups"


def test_closing_backs_up_what_changed(desk: Context, clock: FixedClock) -> None:
    made = backups.close_desk(desk)
    assert made is not None
    assert made.made.reason is Reason.CLOSE
    again = open_desk(desk.store.directory, LOGIN, PASSWORD, clock)
    assert backups.close_desk(again) is None
    again = open_desk(desk.store.directory, LOGIN, PASSWORD, clock)
    desks.save_profile(again, replace(again.profile(), phone="02053812345"))
    again.close()
    again = open_desk(desk.store.directory, LOGIN, PASSWORD, clock)
    assert backups.close_desk(again) is not None, "changed before a crash"


def test_a_second_copy_goes_to_the_folder_of_the_desk(desk: Context, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    desks.save_profile(desk, replace(desk.profile(), backup_folder=str(stick)))
    made = backups.back_up(desk)
    assert made.second is not None
    assert made.second.path.read_bytes() == made.made.path.read_bytes()
    assert len(backups.list_backups(desk)) == 2
    shutil.rmtree(stick)
    made = backups.back_up(desk)
    assert made.second is None
    assert made.problem is not None
    assert made.problem.code == "BACKUP_FOLDER_UNAVAILABLE"
    assert made.made.path.exists()


def test_an_older_store_is_backed_up_before_it_is_migrated(
    desk: Context, monkeypatch: pytest.MonkeyPatch, clock: FixedClock
) -> None:
    desk.close()
    folder = desk.store.directory
    with monkeypatch.context() as patched:
        patched.setattr(
            "ssdesk.storage.migrations.pending",
            lambda _: ["m9998_new"],
        )
        open_desk(folder, LOGIN, PASSWORD, clock).close()
    ctx = open_desk(folder, LOGIN, PASSWORD, clock)
    assert [file.reason for file in backups.list_backups(ctx)] == [Reason.MIGRATION]
    ctx.close()


@pytest.fixture
def paid(desk: Context) -> Desk:
    """Two pupils have paid, receipts 1 and 2; the third pays after the backup."""
    made = collecting(desk, ("Đàm Thị Ngọc Ánh", "Hoàng Gia Bảo", "Vi Thị Diệp"))
    made.pay(0)
    made.pay(1, 100_000)
    return made


def _plan(ctx: Context, made: BackupFile) -> RestorePlan:
    return backups.preview_restore(made.path, None, PASSWORD, ctx.clock)


def test_a_restore_continues_after_what_was_printed(paid: Desk, tmp_path: Path) -> None:
    ctx = paid.ctx
    made = backups.back_up(ctx).made
    plan = _plan(ctx, made)
    assert (plan.school_name, plan.people, plan.epoch) == ("Trường THPT Chu Văn An", 3, 2)
    known = {book.book_id: book.last_in_backup for book in plan.books}
    assert known == {paid.book_id: 2, paid.paper_id: None}
    lost = paid.pay(2)
    assert lost
    restored = backups.apply_restore(
        plan, tmp_path / "new", {paid.book_id: 3, paid.paper_id: None}, ctx.clock
    )
    again = replace(paid, ctx=restored)
    numbers = [u.book.next_number for u in list_books(restored) if u.book.id == paid.book_id]
    assert numbers == [4]
    again.pay(2)
    assert verify_desk(restored) == ()
    assert desks.read_desk(restored).epoch == 2
    assert [row["number"] for row in restored.store.reader.rows("SELECT number FROM receipt")] == [
        1,
        2,
        4,
    ]
    second = _plan(restored, backups.back_up(restored).made)
    assert second.epoch == 3
    assert next(b.last_in_backup for b in second.books if b.book_id == paid.book_id) == 4
    restored.close()


def test_nothing_printed_since_the_backup(paid: Desk, tmp_path: Path) -> None:
    plan = _plan(paid.ctx, backups.back_up(paid.ctx).made)
    numbers = {paid.book_id: 2, paid.paper_id: 120}
    restored = backups.apply_restore(plan, tmp_path / "new", numbers, paid.ctx.clock)
    replace(paid, ctx=restored).pay(2)
    assert verify_desk(restored) == ()
    restored.close()


@pytest.mark.parametrize(
    ("own", "paper", "code"),
    [
        (1, None, "LAST_PRINTED_TOO_LOW"),
        (None, None, "LAST_PRINTED_TOO_LOW"),
        (501, None, "BOOK_RANGE_LAST_PRINTED"),
        (3, 100, "BOOK_RANGE_LAST_PRINTED"),
        (3, "missing", "LAST_PRINTED_MISSING"),
    ],
)
def test_numbers_that_cannot_be_are_refused(
    paid: Desk, tmp_path: Path, own: int | None, paper: int | str | None, code: str
) -> None:
    plan = _plan(paid.ctx, backups.back_up(paid.ctx).made)
    numbers = {paid.book_id: own}
    if not isinstance(paper, str):
        numbers[paid.paper_id] = paper
    with pytest.raises(UserError) as refused:
        backups.apply_restore(plan, tmp_path / "new", numbers, paid.ctx.clock)
    assert refused.value.code == code
    assert not (tmp_path / "new").exists()


def test_a_restore_never_writes_over_a_store(desk: Context) -> None:
    plan = _plan(desk, backups.back_up(desk).made)
    with pytest.raises(UserError) as refused:
        backups.apply_restore(plan, desk.store.directory, {}, desk.clock)
    assert refused.value.code == "FOLDER_NOT_EMPTY"


def test_a_backup_opens_with_the_password_of_its_day_only(desk: Context) -> None:
    made = backups.back_up(desk).made
    with pytest.raises(UserError) as refused:
        backups.preview_restore(made.path, LOGIN, "mat-khau-khac", desk.clock)
    assert refused.value.code == "PASSWORD_WRONG"


def test_the_recovery_code_opens_an_old_backup_and_sets_a_password(
    paid: Desk, tmp_path: Path
) -> None:
    ctx = paid.ctx
    code = accounts.renew_recovery_code(ctx)
    made = backups.back_up(ctx).made
    accounts.change_password(ctx, PASSWORD, "mat-khau-doi-sau")
    with pytest.raises(UserError) as refused:
        backups.preview_restore(made.path, None, "ngan", ctx.clock, code)
    assert refused.value.code == "PASSWORD_TOO_SHORT"
    plan = backups.preview_restore(made.path, None, "mot-cau-moi-hoan-toan", ctx.clock, code)
    assert code not in repr(plan)
    numbers = {paid.book_id: 2, paid.paper_id: None}
    restored = backups.apply_restore(plan, tmp_path / "new", numbers, ctx.clock)
    assert verify_desk(restored) == ()
    restored.close()
    open_desk(tmp_path / "new", LOGIN, "mot-cau-moi-hoan-toan", ctx.clock).close()
    with pytest.raises(UserError):
        open_desk(tmp_path / "new", LOGIN, PASSWORD, ctx.clock)


def test_half_typed_forms_come_back(desk: Context, clock: FixedClock) -> None:
    drafts.save(desk, "pupil", "", {"full_name": "H'Hen Ni"})
    drafts.save(desk, "pupil", "", {"full_name": "H'Hen Niê", "sex": ""})
    directory = desk.store.directory
    desk.store._held.release()
    other = open_desk(directory, LOGIN, PASSWORD, clock)
    found = drafts.load(other, "pupil", "")
    assert found is not None
    assert found.data == {"full_name": "H'Hen Niê", "sex": ""}
    assert found.saved_at == datetime(2026, 9, 5, 8, 0)
    assert drafts.load(other, "pupil", "another") is None
    drafts.discard(other, "pupil", "")
    assert drafts.load(other, "pupil", "") is None
    other.close()


def _spoil(store: Store, *statements: str) -> None:
    """What only somebody with the key and bad intent can do: past the triggers."""
    with store.write("x", datetime(2026, 9, 5)) as unit:
        for row in unit.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            unit.execute(f"DROP TRIGGER {row['name']}")
        for statement in statements:
            unit.execute(statement)


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE audit_entry SET detail = '{}' WHERE seq = 3", "VERIFY_AUDIT"),
        ("UPDATE audit_entry SET account = 'x' WHERE seq = 1", "VERIFY_AUDIT"),
        ("DELETE FROM audit_entry WHERE seq = 2", "VERIFY_AUDIT"),
        ("UPDATE receipt SET amount = amount + 1 WHERE number = 1", "VERIFY_RECEIPT_SUM"),
        ("UPDATE payment SET amount = 1", "VERIFY_RECEIPT_SUM"),
        ("UPDATE receipt SET number = 7 WHERE number = 2", "VERIFY_GAP"),
        ("UPDATE receipt SET number = number + 100", "VERIFY_GAP"),
        ("UPDATE enrolment SET state = 'paid'", "VERIFY_ENROLMENT"),
        ("UPDATE enrolment SET fixed = 0", "VERIFY_ENROLMENT"),
        (
            "INSERT INTO remittance "
            "VALUES ('r', 1, '2026-09-05', 5, '1', 'a', 'b', 'm', 'x', 'y', 1)",
            "VERIFY_REMITTANCE",
        ),
        (
            "INSERT INTO handover (id, class_id, number, handed_on, teacher_name, cashier_name,"
            " amount, counted, note, posted_at, posted_by) SELECT 'h', id, 1,"
            " '2026-09-05', 'a', 'b', 5, 5, '', 'x', 'y' FROM school_class",
            "VERIFY_HANDOVER",
        ),
        ("UPDATE payment_held SET place = 'bank'", "VERIFY_HELD"),
        ("DELETE FROM payment_held", "VERIFY_HELD"),
        (
            "INSERT INTO receipt_void SELECT id, 'x', issued_on, posted_at, posted_by"
            " FROM receipt WHERE number = 1",
            "VERIFY_VOID",
        ),
    ],
)
def test_what_was_tampered_with_is_found(paid: Desk, statement: str, code: str) -> None:
    assert verify_desk(paid.ctx) == ()
    _spoil(paid.ctx.store, statement)
    assert code in {problem.code for problem in verify_desk(paid.ctx)}


def test_an_audit_cut_at_its_end_is_found_by_the_last_backup(paid: Desk) -> None:
    backups.back_up(paid.ctx)
    assert verify_desk(paid.ctx) == ()
    _spoil(
        paid.ctx.store,
        "DELETE FROM audit_entry WHERE seq = (SELECT max(seq) FROM audit_entry)",
    )
    assert {problem.code for problem in verify_desk(paid.ctx)} == {"VERIFY_AUDIT_SHORTENED"}


def test_rows_that_point_at_nothing_are_found(paid: Desk) -> None:
    """What another program may do: it need not switch foreign keys on."""
    writer = paid.ctx.store._writer
    writer.execute("PRAGMA foreign_keys = OFF")
    writer.execute("UPDATE roster_entry SET class_id = 'none'")
    found = verify_desk(paid.ctx)
    assert "VERIFY_LINKS" in {problem.code for problem in found}


def test_a_damaged_backup_is_told_and_made_anew(desk: Context) -> None:
    made = backups.back_up(desk).made
    made.path.write_bytes(b"PK")
    assert [problem.code for problem in verify_desk(desk)] == ["BACKUP_DAMAGED"]
    again = backups.close_desk(desk)
    assert again is not None


def test_people_are_found_from_a_page(paid: Desk) -> None:
    found = find_people(paid.ctx, "dam thi ngoc")
    assert [(hit.full_name, hit.class_name) for hit in found] == [("Đàm Thị Ngọc Ánh", "10A1")]
    assert found[0].entry_id == paid.entries[0]


def test_a_page_that_rots_while_the_desk_is_open_is_found(paid: Desk) -> None:
    store = paid.ctx.store
    store._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    path = store.directory / "desk.db"
    content = bytearray(path.read_bytes())
    content[-2000] ^= 1
    path.write_bytes(content)
    assert [problem.code for problem in verify_desk(paid.ctx)] == ["VERIFY_PAGES"]
