"""``python3 -m tests.benchmarks tabs ARCHIVE``: from a click to the painted article, with tabs.

Milliseconds of the window's own thread (`time.thread_time`), so that what else the machine
does is not in them, and on the clock. Painting is forced at once by `repaint`.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from desktop_app.gui.application import make_application, make_look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.settings import Settings
from desktop_app.gui.tabs.where import Where
from tests.event_loop import wait

TABS, TIMES = 20, 60
_FIRST_HITS = 400  # that are clicked
_LONGEST = 4  # items, opened by turns
_SEED = 3


def main(arguments: Sequence[str]) -> None:
    """Open the archive that `arguments` name, and print a line for each thing done."""
    parser = argparse.ArgumentParser(prog="python3 -m tests.benchmarks tabs")
    parser.add_argument("archive", type=Path, help="the folder of an archive of some size")
    parser.add_argument("--query", default="government", help="whose hits are opened")
    chosen = parser.parse_args(arguments)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    look = make_look(make_application(), "en", "light")
    with tempfile.TemporaryDirectory() as scratch:
        window = MainWindow(look, Settings(Path(scratch) / "settings.toml"))
        window.resize(1280, 800)
        window.show()
        window.open_folder(chosen.archive)
        _settle(window)
        window.search_pane.box.setText(chosen.query)
        _settle(window)
        for name, work in _works(window):
            print(_line(name, list(work)), flush=True)
        window.close()


def _works(window: MainWindow) -> Iterator[tuple[str, Iterable[tuple[float, float]]]]:
    """What is done, and the milliseconds of each time: of the thread, and by the clock."""
    tabs, model = window.tabs, window.search_pane.model
    yield "click to article, 1 tab", _clicks(window)
    for row in range(min(TABS - 1, model.rowCount())):
        tabs.open_item(model.row(row).item.id, Where.BEHIND)
    yield f"click to article, {TABS} tabs", _clicks(window)
    yield "from tab to tab", _repeated(window, lambda: tabs.go(tabs.row.beside(1)))
    yield "next place of the search", _repeated(window, lambda: window.room.steps.step(1))
    longest = _longest(window)
    characters = f"{min(length for length, _id in longest):,}"
    wanted = cycle(item_id for _length, item_id in longest)
    yield (
        f"items of {characters} characters and more",
        _repeated(window, lambda: window.show_item(next(wanted))),
    )


def _clicks(window: MainWindow) -> Iterator[tuple[float, float]]:
    hits, model, dice = window.search_pane.hits, window.search_pane.model, random.Random(_SEED)
    for _ in range(TIMES):
        row = dice.randrange(min(model.rowCount(), _FIRST_HITS))
        hits.scrollTo(model.index(row, 0))
        _settle(window)
        yield _timed(window, partial(hits.choose_row, row))


def _repeated(window: MainWindow, work: Callable[[], object]) -> Iterator[tuple[float, float]]:
    return (_timed(window, work) for _ in range(TIMES))


def _longest(window: MainWindow) -> list[tuple[int, str]]:
    archive = window.desk.archive
    assert archive is not None
    lengths = ((sum(map(len, item.paragraphs)), item.id) for item in archive.items())
    return list(islice(sorted(lengths, reverse=True), _LONGEST))


def _timed(window: MainWindow, work: Callable[[], object]) -> tuple[float, float]:
    thread, clock = time.thread_time(), time.perf_counter()
    work()
    window.article_pane.view.viewport().repaint()
    taken = (time.thread_time() - thread) * 1000, (time.perf_counter() - clock) * 1000
    _settle(window)
    return taken


def _settle(window: MainWindow) -> None:
    idle = 0
    while idle < 3:
        wait(12)
        idle = 0 if window.busy else idle + 1


def _line(name: str, taken: Sequence[tuple[float, float]]) -> str:
    figures = (
        f"p50 {statistics.median(each):6.1f}  p95 {statistics.quantiles(each, n=20)[-1]:6.1f}"
        f"  worst {max(each):6.1f}"
        for each in zip(*taken, strict=True)
    )
    thread, clock = figures
    return f"{name:40}  thread: {thread}   clock: {clock} ms"
