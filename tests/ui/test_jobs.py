"""The one database thread."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ssdesk.errors import Cancelled, UserError
from ssdesk.services.changes import Changes, Kind
from ssdesk.ui.jobs import JobRunner, Progress


@dataclass(frozen=True)
class Saved:
    changes: Changes


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[JobRunner]:
    runner = JobRunner()
    yield runner
    runner.stop()


def test_runs_off_the_window_and_comes_home(qtbot: QtBot, jobs: JobRunner) -> None:
    owner, threads = QObject(jobs), []

    def work() -> threading.Thread:
        return threading.current_thread()

    with qtbot.waitSignal(jobs.idle):
        jobs.run(owner, work, lambda there: threads.extend([there, threading.current_thread()]))
    assert threads[0] is not threads[1]
    assert threads[1] is threading.main_thread()


def test_one_after_the_other(qtbot: QtBot, jobs: JobRunner) -> None:
    running: list[int] = []
    most: list[int] = []

    def work() -> None:
        running.append(1)
        most.append(len(running))
        time.sleep(0.01)
        running.pop()

    with qtbot.waitSignal(jobs.idle):
        for _ in range(8):
            jobs.run(jobs, work)
    assert max(most) == 1


def test_tells_what_changed_and_who_asked(qtbot: QtBot, jobs: JobRunner) -> None:
    owner = QObject(jobs)
    with qtbot.waitSignal(jobs.changed) as told:
        jobs.run(owner, lambda: Saved(Changes(frozenset({Kind.PAYMENT}))))
    assert told.args == [Changes(frozenset({Kind.PAYMENT})), owner]


def test_an_error_goes_to_whoever_asked_or_to_the_window(qtbot: QtBot, jobs: JobRunner) -> None:
    def refuse() -> None:
        raise UserError("FIELD_EMPTY", field="x")

    taken: list[Exception] = []
    with qtbot.waitSignal(jobs.idle):
        jobs.run(jobs, refuse, None, taken.append)
    assert isinstance(taken[0], UserError)
    with qtbot.waitSignal(jobs.failed) as told:
        jobs.run(jobs, refuse)
    assert isinstance(told.args[0], UserError)


def test_counts_and_stops_when_asked(qtbot: QtBot, jobs: JobRunner) -> None:
    seen: list[tuple[str, int, int]] = []
    jobs.busy.connect(lambda *facts: seen.append(facts))
    failed: list[Exception] = []

    def work(progress: Progress) -> None:
        for done in range(1000):
            progress(done, 1000)
            time.sleep(0.01)

    jobs.run_long(jobs, work, None, "Đang đọc", failed.append)
    qtbot.waitUntil(lambda: bool(seen), timeout=3000)
    jobs.cancel()
    qtbot.waitUntil(lambda: bool(failed), timeout=3000)
    assert isinstance(failed[0], Cancelled)
    assert seen[0][0] == "Đang đọc"
    assert seen[-1][2] == 1000


def test_nothing_is_brought_to_one_who_left(qtbot: QtBot, jobs: JobRunner) -> None:
    owner, told = QObject(), []
    jobs.run(owner, lambda: time.sleep(0.05), told.append, told.append)
    shiboken6.delete(owner)
    qtbot.waitUntil(lambda: jobs.is_idle, timeout=3000)
    assert told == []


def test_the_last_job_runs_before_the_thread_ends() -> None:
    runner, order = JobRunner(), []
    runner.run(runner, lambda: order.append("work"))
    runner.finish(lambda: order.append("last"))
    assert order == ["work", "last"]


class _Mark:
    """Says on which thread the collector found it."""

    found_on: ClassVar[list[threading.Thread]] = []

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        self.found_on.append(threading.current_thread())


def test_nothing_is_collected_on_the_database_thread(qtbot: QtBot, jobs: JobRunner) -> None:
    _Mark.found_on.clear()
    for _ in range(50):
        _Mark()

    def work() -> int:
        return len([[n] for n in range(200_000)])

    with qtbot.waitSignal(jobs.idle):
        jobs.run(jobs, work)
    qtbot.waitUntil(lambda: bool(_Mark.found_on) or bool(gc.collect()), timeout=5000)
    assert set(_Mark.found_on) <= {threading.main_thread()}
    jobs.stop()
    assert gc.isenabled()
