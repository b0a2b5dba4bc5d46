"""From the password to a window that works, beside a bare window with the store open."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.desks import NOW, add_pupils, new_desk
from tests.benchmarks.measuring import Figure, best
from tests.conftest import PASSWORD

SIZES = (1_024, 20_000, 154_489)

# Each runs in a fresh interpreter, whose start is part of the time.
_BARE = f"""
import sys
from datetime import datetime
from pathlib import Path
from PySide6.QtWidgets import QApplication, QMainWindow
from ssdesk.clock import FixedClock
from ssdesk.services.context import open_desk
app = QApplication([])
ctx = open_desk(Path(sys.argv[1]), None, {PASSWORD!r}, FixedClock(datetime({NOW.year}, 9, 5, 8)))
window = QMainWindow()
window.show()
app.processEvents()
ctx.close()
"""
_OURS = f"""
import sys
from datetime import datetime
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ssdesk.clock import FixedClock
from ssdesk.services.context import open_desk
from ssdesk.ui import theme
from ssdesk.ui.bench import Bench
from ssdesk.ui.jobs import JobRunner
from ssdesk.ui.main_window import MainWindow
from ssdesk.ui.messages import WindowMessages
from ssdesk.ui.pages.school import SCHOOL_PAGES
from ssdesk.ui.preferences import Preferences
from ssdesk.ui.printing import WindowPrinting
app = QApplication([])
app.setStyle("Fusion")
theme.load_fonts()
messages, jobs = WindowMessages(), JobRunner()
store = Path(sys.argv[1])
ctx = open_desk(store, None, {PASSWORD!r}, FixedClock(datetime({NOW.year}, 9, 5, 8)))
preferences = Preferences(store.parent / "settings")
window = MainWindow(Bench(ctx, jobs, messages, preferences, WindowPrinting(messages)), SCHOOL_PAGES)
window.show()
while not jobs.is_idle:
    app.processEvents()
app.processEvents()
jobs.stop()
ctx.close()
"""


def measure(folder: Path, size: int) -> Figure:
    """A school of `size` pupils; its overview has been read when the clock stops."""
    ctx = new_desk(folder)
    add_pupils(ctx, size)
    ctx.close()

    def run(script: str) -> None:
        subprocess.run(
            [sys.executable, "-c", script, str(folder / "desk")],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            check=True,
        )

    return Figure(
        "window with its overview opened",
        size,
        best(lambda: run(_OURS)),
        limit=best(lambda: run(_BARE)),
        limit_name="bare window, store open",
        goal="≤ 1.5 x limit",
    )
