"""From the password to a window that works, beside a bare window with the store open."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.desks import NOW, add_pupils, new_desk
from tests.benchmarks.measuring import Figure
from tests.conftest import PASSWORD

SIZES = (1_024, 20_000, 154_489)

# Each runs in an interpreter of its own, which loads modules, rules and fonts while the password is
# typed: the clock starts with the password and ends when the overview has been read.
_BOTH = f"""
import sys, time
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QMainWindow
from ssdesk.clock import FixedClock
from ssdesk.rulepacks.loader import load_rule_book
from ssdesk.services.context import open_desk
from ssdesk.ui import theme
from ssdesk.ui.bench import Bench
from ssdesk.ui.jobs import JobRunner
from ssdesk.ui.main_window import MainWindow
from ssdesk.ui.messages import WindowMessages
from ssdesk.ui.pages.school import SCHOOL_PAGES
from ssdesk.ui.preferences import Preferences
from ssdesk.ui.printing import WindowPrinting
from ssdesk.ui.rehearsal import rehearse
app = QApplication([])
app.setStyle("Fusion")
theme.load_fonts()
messages, jobs, store = WindowMessages(), JobRunner(), Path(sys.argv[1])
preferences = Preferences(store.parent / "settings")
load_rule_book()
rehearse(SCHOOL_PAGES, preferences)
start = time.perf_counter()
ctx = open_desk(store, None, {PASSWORD!r}, FixedClock(datetime({NOW.year}, 9, 5, 8)))
"""
_BARE = (
    _BOTH
    + """
window = QMainWindow()
window.show()
app.processEvents()
print(time.perf_counter() - start)
jobs.stop()
ctx.close()
"""
)
_OURS = (
    _BOTH
    + """
bench = Bench(ctx, jobs, messages, preferences, WindowPrinting(messages))
window = MainWindow(bench, SCHOOL_PAGES)
window.show()
loop = QEventLoop()
jobs.idle.connect(loop.quit)
if not jobs.is_idle:
    loop.exec()
app.processEvents()
print(time.perf_counter() - start)
jobs.stop()
ctx.close()
"""
)


def measure(folder: Path, size: int) -> Figure:
    """A school of `size` pupils."""
    ctx = new_desk(folder)
    add_pupils(ctx, size)
    ctx.close()

    def fastest(script: str) -> float:
        return min(_run(script, folder / "desk") for _ in range(3))

    return Figure(
        "password to window with its overview",
        size,
        fastest(_OURS),
        limit=fastest(_BARE),
        limit_name="bare window, store open",
        goal="≤ 1.5 x limit",
    )


def _run(script: str, store: Path) -> float:
    done = subprocess.run(
        [sys.executable, "-c", script, str(store)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        timeout=300,
        text=True,
        check=True,
    )
    return float(done.stdout)
