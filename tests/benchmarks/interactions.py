"""What a person does in the window besides typing: start, clicks, long items, scrolling, memory.

Milliseconds of the window's own thread (``time.thread_time``), which other work of the machine
does not add to, and by the clock. What is painted is painted at once, by `repaint`.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop_app.gui.main_window import MainWindow
from desktop_app.i18n.languages import SOURCE, languages
from desktop_app.items import Item
from tests.event_loop import wait

Taken = list[tuple[float, float]]
"""Milliseconds of each time: of the window's thread, and by the clock."""

_TIMES = 40
_LONG = 20_000  # characters
_FRAMES = 200
# A window from nothing: how long until its list shows rows. The clock begins before Python does.
_START = """
import os, sys, time
from pathlib import Path
from desktop_app.gui.application import make_application, make_look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.settings import Settings
application = make_application()
window = MainWindow(make_look(application, "en", "light"), Settings(Path(sys.argv[2])))
window.resize(1280, 800)
window.show()
window.open_folder(Path(sys.argv[1]))
while window.search_pane.model.rowCount() == 0 or window.search_pane.busy:
    application.processEvents()
    time.sleep(0.0005)
window.repaint()
print((time.time() - float(os.environ["STARTED"])) * 1000)
window.search_pane.box.setText("oil OR 合作")
rested = time.time() + 5
while time.time() < rested or window.busy:
    application.processEvents()
    time.sleep(0.002)
print(Path("/proc/self/status").read_text(), flush=True)
os._exit(0)
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one thing done; milliseconds."""

    name: str
    thread: tuple[float, float, float]  # p50, p95, worst
    clock: tuple[float, float, float]


def starts(folder: Path, home: Path, times: int = 5) -> tuple[Figures, dict[str, int]]:
    """From the start of the process to the first rows, and its megabytes after a search.

    The first start, which is cold, is left out. Memory is what is resident, and of that its
    own, which no file lies behind.
    """
    told = [_started(folder, home) for _ in range(times + 1)]
    taken = [float(each[0]) for each in told[1:]]
    rows = dict(row.split(":", 1) for row in told[-1] if row.startswith(("VmRSS", "RssAnon")))
    megabytes = {name: int(value.split()[0]) // 1024 for name, value in rows.items()}
    return _figures("start to rows, warm", [(each, each) for each in taken]), megabytes


def _started(folder: Path, home: Path) -> list[str]:
    return subprocess.run(
        [sys.executable, "-c", _START, str(folder), str(home / "start.toml")],
        env={**os.environ, "STARTED": repr(time.time())},
        capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip


def interactions(window: MainWindow, query: str) -> Iterator[Figures]:
    """Each thing done, in a window with an archive open and at rest."""
    pane = window.search_pane
    pane.box.setText(query)
    settle(window)
    page = window.article_pane.view.viewport()
    rows = cycle(range(min(pane.model.rowCount(), _TIMES)))
    yield _figures(
        "click to article", _timed(window, page, lambda: pane.hits.choose_row(next(rows)))
    )
    long = _long_items(window)
    show = window.following.show_item
    for item in long:
        show(item.id)
        settle(window)
    wanted = cycle(long)
    if long:
        name = f"item of {_LONG:,} characters and more"
        yield _figures(name, _timed(window, page, lambda: show(next(wanted).id)))
    others = cycle([*(code for code in languages() if code != SOURCE), SOURCE])
    look = window._look
    yield _figures("language", _timed(window, window, lambda: look.set_language(next(others))))
    look.set_language(SOURCE)
    yield _figures("scrolling the hits, a frame", _scrolled(window))


def _long_items(window: MainWindow) -> list[Item]:
    """Some of the longest items, the same text again and again where none is long enough."""
    archive = window.desk.archive
    assert archive is not None
    found: list[Item] = []
    for item in archive.items():
        if sum(map(len, item.paragraphs)) >= _LONG:
            found.append(item)
        if len(found) == 4:
            break
    return found


def _timed(window: MainWindow, painted: QWidget, work: Callable[[], object]) -> Taken:
    taken = []
    for _ in range(_TIMES):
        thread, clock = time.thread_time(), time.perf_counter()
        work()
        painted.repaint()
        ended = time.thread_time(), time.perf_counter()
        taken.append(((ended[0] - thread) * 1000, (ended[1] - clock) * 1000))
        settle(window)
    return taken


def _scrolled(window: MainWindow) -> Taken:
    """Frames of the list of hits while it is scrolled, notch by notch and page by page."""
    hits = window.search_pane.hits
    bar, taken = hits.verticalScrollBar(), []
    bar.setValue(0)
    for frame in range(_FRAMES):
        thread, clock = time.thread_time(), time.perf_counter()
        bar.setValue(bar.value() + (bar.pageStep() if frame % 4 == 0 else bar.singleStep() * 3))
        QCoreApplication.processEvents()
        hits.viewport().repaint()
        ended = time.thread_time(), time.perf_counter()
        taken.append(((ended[0] - thread) * 1000, (ended[1] - clock) * 1000))
        wait(4)
    return taken


def settle(window: MainWindow) -> None:
    """Wait until the window has been idle for a moment."""
    idle = 0
    while idle < 3:
        wait(10)
        idle = 0 if window.busy else idle + 1


def _figures(name: str, taken: Sequence[tuple[float, float]]) -> Figures:
    thread, clock = (list(each) for each in zip(*taken, strict=True))
    return Figures(name, _spread(thread), _spread(clock))


def _spread(values: Sequence[float]) -> tuple[float, float, float]:
    return statistics.median(values), statistics.quantiles(values, n=20)[-1], max(values)


def line(figures: Figures) -> str:
    """One line of the table."""
    shown = (
        f"{p50:8.1f}{p95:8.1f}{worst:8.1f}" for p50, p95, worst in (figures.thread, figures.clock)
    )
    return f"{figures.name:<36}{'   '.join(shown)}"


_COLUMNS = "".join(f"{each:>8}" for each in ("p50", "p95", "worst"))
HEAD = (
    f"{'ms':<36}{'of the window thread':>24}   {'by the clock':>24}\n"
    f"{'':<36}{_COLUMNS}   {_COLUMNS}"
)
