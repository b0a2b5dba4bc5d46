"""Work off the window's thread: one database thread, progress, cancel, results by signal."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from queue import SimpleQueue
from threading import Event
from typing import Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QThread, QTimer, Signal

from ssdesk.errors import Cancelled
from ssdesk.services.changes import Changes
from ssdesk.ui.garbage import Collector

_T = TypeVar("_T")
Progress = Callable[[int, int], None]
SHOW_AFTER_MS = 500


class _Work(Protocol):
    def __call__(self, progress: Progress, /) -> object: ...


@dataclass(frozen=True, slots=True)
class _Job:
    number: int
    work: _Work
    stop: Event


@dataclass(slots=True)
class _Waiting:
    """Whom to tell when a job ends."""

    owner: QObject
    done: Callable[..., object] | None
    failed: Callable[[Exception], object] | None
    label: str
    stop: Event


class _DatabaseThread(QThread):
    """Takes one job after the other; the store is only ever touched here."""

    def __init__(self, runner: JobRunner) -> None:
        super().__init__(runner)
        self.setObjectName("database")
        self._runner = runner
        self.queue: SimpleQueue[_Job | None] = SimpleQueue()

    def run(self) -> None:
        while (job := self.queue.get()) is not None:
            self._do(job)

    def _do(self, job: _Job) -> None:
        def progress(done: int, total: int) -> None:
            if job.stop.is_set():
                raise Cancelled
            self._runner.job_progressed.emit(job.number, done, total)

        try:
            progress(0, 0)
            result = job.work(progress)
        except Exception as error:  # noqa: BLE001 - an outer door
            # Whatever happened is told on the window's thread.
            self._runner.job_failed.emit(job.number, error)
        else:
            self._runner.job_done.emit(job.number, result)


class JobRunner(QObject):
    """Runs services on the one database thread and brings their results home.

    Signals:
        changed: a service changed the store (Changes, the page that asked or None).
        busy: a job has run for half a second (label, items done, items in all; total 0: unknown).
        idle: nothing is running or waiting any more.
        failed: a job failed and its owner did not take the error.
    """

    changed = Signal(object, object)
    busy = Signal(str, int, int)
    idle = Signal()
    failed = Signal(object)
    job_done = Signal(int, object)
    job_failed = Signal(int, object)
    job_progressed = Signal(int, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = count(1)
        self._waiting: dict[int, _Waiting] = {}
        self._progress = (0, 0)
        self._stopped = False
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SHOW_AFTER_MS)
        self._slow.timeout.connect(self._on_slow)
        self.job_done.connect(self._on_done)
        self.job_failed.connect(self._on_failed)
        self.job_progressed.connect(self._on_progressed)
        self._collector = Collector(self)
        self._thread = _DatabaseThread(self)
        self._thread.start()

    @property
    def is_idle(self) -> bool:
        """Whether nothing is running or waiting."""
        return not self._waiting

    def run(
        self,
        owner: QObject,
        work: Callable[[], _T],
        done: Callable[[_T], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Run a service; `done` or `failed` is called on the window's thread.

        A result with `.changes` is announced by `changed`, with `owner` as initiator. Nothing
        is called when the owner was closed meanwhile.
        """
        self._submit(lambda _progress: work(), _Waiting(owner, done, failed, "", Event()))

    def run_long(
        self,
        owner: QObject,
        work: Callable[[Progress], _T],
        done: Callable[[_T], object] | None,
        label: str,
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Run a service that counts its items and can be stopped; `label` says what it does."""
        self._submit(work, _Waiting(owner, done, failed, label, Event()))

    def cancel(self) -> None:
        """Ask everything that runs or waits to stop at its next item."""
        for waiting in self._waiting.values():
            waiting.stop.set()

    def stop(self) -> None:
        """Finish what is running and end the thread; to be called before the program ends."""
        if self._stopped:
            return
        self._stopped = True
        self._waiting.clear()
        self._slow.stop()
        self._thread.queue.put(None)
        self._thread.wait()
        self._collector.stop()

    def finish(self, last: Callable[[], object]) -> None:
        """Run `last` on the database thread after everything else, then end the thread."""
        if not self._stopped:
            self._thread.queue.put(_Job(0, lambda _progress: last(), Event()))
            self.stop()

    def _submit(self, work: _Work, waiting: _Waiting) -> None:
        if self._stopped:
            return
        number = next(self._numbers)
        self._waiting[number] = waiting
        self._thread.queue.put(_Job(number, work, waiting.stop))
        if not self._slow.isActive():
            self._slow.start()

    def _on_progressed(self, number: int, done: int, total: int) -> None:
        self._progress = (done, total)
        if number in self._waiting and not self._slow.isActive():
            self.busy.emit(self._waiting[number].label, done, total)

    def _on_slow(self) -> None:
        if self._waiting:
            first = next(iter(self._waiting.values()))
            self.busy.emit(first.label, *self._progress)

    def _on_done(self, number: int, result: object) -> None:
        waiting = self._take(number)
        if waiting is None:
            return
        changes = getattr(result, "changes", None)
        alive = shiboken6.isValid(waiting.owner)
        if alive and waiting.done is not None:
            waiting.done(result)
        if isinstance(changes, Changes):
            self.changed.emit(changes, waiting.owner if alive else None)
        self._rest()

    def _on_failed(self, number: int, error: Exception) -> None:
        waiting = self._take(number)
        if waiting is None:
            if number == 0:
                logging.getLogger("ssdesk.ui.jobs").error("last job failed", exc_info=error)
            return
        if shiboken6.isValid(waiting.owner) and waiting.failed is not None:
            waiting.failed(error)
        else:
            self.failed.emit(error)
        self._rest()

    def _take(self, number: int) -> _Waiting | None:
        waiting = self._waiting.pop(number, None)
        self._progress = (0, 0)
        return waiting

    def _rest(self) -> None:
        if not self._waiting:
            self._slow.stop()
            self.idle.emit()
