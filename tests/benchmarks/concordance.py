"""``python3 -m tests.benchmarks concordance``: scrolling a long concordance, in the window.

Scrolls through all lines of a common Chinese character, by the wheel and by pages, and
jumps to places all over it. The JSON: ``{"items", "word", "lines", "found_ms",
"sorted_ms", "rows": [{"what", "steps", "p50", "p95", "most", "own_p50", "own_p95",
"complete_p50", "complete_p95"}]}``. A step's milliseconds are what the window's thread is
busy with it, painting included; ``own`` is the processor's time of that thread, which other
work on the machine does not add to; ``complete``, from the step until a paint in which every
line in sight had been read.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QApplication

from desktop_app.gui.application import make_application, make_look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.settings import Settings
from desktop_app.gui.views.concordance.view import ConcordanceView
from tests.benchmarks import report
from tests.benchmarks.archive import archive_of
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.window import percentile, settle

_STEPS = 300
_LINES_A_NOTCH = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One way of moving; see the head of this file."""

    what: str
    steps: int
    p50: float
    p95: float
    most: float
    own_p50: float
    own_p95: float
    complete_p50: float
    complete_p95: float


def main(arguments: Sequence[str]) -> None:
    """Measure, print, and write the figures down."""
    parser = argparse.ArgumentParser("python3 -m tests.benchmarks concordance", description=__doc__)
    parser.add_argument("--items", type=int, default=100_000, help="how many items (100000)")
    parser.add_argument("--word", default="的", help="the word, a common one (的)")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write all figures to OUT")
    given = parser.parse_args(arguments)
    folder = archive_of(Corpus(given.items))
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        told = _in_window(folder, Path(home), given.word)
    show({"items": given.items, **told})
    report.write(given.json, {"items": given.items, **told})


def _in_window(folder: Path, home: Path, word: str) -> dict[str, object]:
    window = MainWindow(make_look(make_application(), "en", "light"), Settings(home / "window.ini"))
    window.resize(1280, 800)
    window.show()
    window.open_folder(folder)
    settle(window)
    window.views.show_view("concordance")
    view = cast(ConcordanceView, window.views.currentWidget())
    window.search_pane.box.setText(word)
    settle(window)
    found = view.took_ms
    rows = [measure(view, what, places(view)) for what, places in WAYS.items()]
    view.sort.choose("R1", "L1", "date")
    settle(window)
    sorted_ms = view.took_ms
    rows += [measure(view, f"{what}, sorted", places(view)) for what, places in WAYS.items()]
    lines = view.model.rowCount()
    window.close()
    plain = [asdict(row) for row in rows]
    return {
        "word": word, "lines": lines, "found_ms": found, "sorted_ms": sorted_ms, "rows": plain,
    }  # fmt: skip


def _notches(view: ConcordanceView) -> Iterator[int]:
    bar = view.lines.verticalScrollBar()
    return (n * _LINES_A_NOTCH * bar.singleStep() for n in range(1, _STEPS + 1))


def _pages(view: ConcordanceView) -> Iterator[int]:
    bar = view.lines.verticalScrollBar()
    return (n * bar.pageStep() for n in range(1, _STEPS + 1))


def _jumps(view: ConcordanceView) -> Iterator[int]:
    chance = random.Random(5)
    most = view.lines.verticalScrollBar().maximum()
    return (chance.randrange(most) for _ in range(_STEPS // 3))


WAYS: dict[str, Callable[[ConcordanceView], Iterator[int]]] = {
    "a notch of the wheel": _notches,
    "a page": _pages,
    "a jump": _jumps,
}


def measure(view: ConcordanceView, what: str, places: Iterator[int]) -> Row:
    """Scroll to each of `places`, as fast as it goes."""
    bar, busy, own, complete = view.lines.verticalScrollBar(), [], [], []
    bar.setValue(0)
    while view.busy:
        QApplication.processEvents()
    for place in places:
        started, own_started = time.perf_counter(), time.thread_time()
        bar.setValue(place)
        spent = time.perf_counter() - started
        while True:
            turn = time.perf_counter()
            QApplication.processEvents()
            spent += time.perf_counter() - turn
            if not missing(view):
                break
            time.sleep(0.0002)
        QApplication.processEvents()  # what was read last is painted
        complete.append((time.perf_counter() - started) * 1000)
        busy.append(spent * 1000)
        own.append((time.thread_time() - own_started) * 1000)
    return Row(
        what, len(busy), statistics.median(busy), percentile(busy, 95), max(busy),
        statistics.median(own), percentile(own, 95),
        statistics.median(complete), percentile(complete, 95),
    )  # fmt: skip


def missing(view: ConcordanceView) -> bool:
    """Whether a line in sight has not been read."""
    table = view.lines
    first = table.rowAt(0)
    last = table.rowAt(table.viewport().height() - 1)
    last = view.model.rowCount() - 1 if last < 0 else last
    return any(view.model.shown(row) is None for row in range(first, last + 1))


def show(told: dict[str, object]) -> None:
    """Print the figures as a table."""
    print(f"\n{told['items']} items, {told['lines']} lines of {told['word']}: "
          f"found in {told['found_ms']:.0f} ms, sorted by R1, L1, date in "
          f"{told['sorted_ms']:.0f} ms")  # fmt: skip
    columns = ("p50", "p95", "most", "own_p50", "own_p95", "complete_p50", "complete_p95")
    print(f"{'ms':<30}" + "".join(f"{name:>13}" for name in columns))
    for row in cast(list[dict[str, float]], told["rows"]):
        print(f"{row['what']:<30}" + "".join(f"{row[name]:>13.1f}" for name in columns))
