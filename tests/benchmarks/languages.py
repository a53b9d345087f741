"""``python3 -m tests.benchmarks languages``: how long the window takes to speak another language.

With the hits of a query shown and the first of them read, as many `switches` are made, from
one language to the next. The JSON of ``languages --json``::

    {"items", "hits", "platform", "p50", "p95", "limit", "met",
     "switches": [{"to", "told", "painted", "worked"}]}

`told` are the milliseconds until every widget has its new words, `painted` until the window
has been painted with them, and `worked` those of the processor in this thread, to which other
work of the machine does not add. `hits` are at most 500: those whose pages of the list have
been read.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import cycle, islice
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop_app.gui.application import make_application, make_look
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.settings import Settings
from desktop_app.i18n.languages import languages
from tests.benchmarks.archive import archive_of
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.window import percentile, settle
from tests.event_loop import wait

_LIMIT = 100.0  # ms at p95
_HITS = 500
_QUERY = "oil OR 合作"


@dataclass(frozen=True, slots=True)
class Switch:
    """One switch; see the head of this file."""

    to: str
    told: float
    painted: float
    worked: float


def switch(window: MainWindow, look: Look, to: str) -> Switch:
    """Switch to the language `to` and have everything painted that is out of date."""
    before, worked = time.perf_counter(), time.thread_time()
    look.set_language(to)
    told = time.perf_counter()
    # What asked to be laid out or painted anew is, as when the event loop comes round.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    QApplication.processEvents()
    painted = time.perf_counter()
    steps = (told - before, painted - before, time.thread_time() - worked)
    return Switch(to, *(step * 1000 for step in steps))


def switches(window: MainWindow, look: Look, most: int) -> Iterator[Switch]:
    """Switch `most` times; the first of each language, which reads its catalog, counts too."""
    for to in islice(cycle(code for code in languages() if code != "en"), most // 2):
        for language in (to, "en"):
            yield switch(window, look, language)
            settle(window)


def show_hits(window: MainWindow) -> int:
    """Search, read the first hits, and choose one; return how many were read."""
    pane = window.search_pane
    pane.box.setText(_QUERY)
    settle(window)
    model, bar = pane.model, pane.hits.verticalScrollBar()
    count = min(_HITS, model.rowCount())
    for row in range(0, count, 25):
        pane.hits.scrollTo(model.index(row, 0))
        settle_briefly(window)
    bar.setValue(0)
    pane.step(1)
    settle(window)
    return count


def settle_briefly(window: MainWindow) -> None:
    """Let the pages of the list that came into sight be read."""
    QApplication.processEvents()
    while window.search_pane.busy:
        wait(2)


def main(arguments: Sequence[str]) -> None:
    """Measure, print, and write the figures down."""
    parser = argparse.ArgumentParser("python3 -m tests.benchmarks languages", description=__doc__)
    parser.add_argument("--items", type=int, default=100_000, help="how many items (100000)")
    parser.add_argument("--switches", type=int, default=40, help="how many switches (40)")
    parser.add_argument("--views", action="store_true", help="with every view loaded")
    parser.add_argument("--profile", action="store_true", help="print where the time goes")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write all figures to OUT")
    given = parser.parse_args(arguments)
    folder = archive_of(Corpus(given.items))
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        told = _in_window(folder, Path(home), given)
    _show(told)
    if given.json:
        given.json.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")


def _in_window(folder: Path, home: Path, given: argparse.Namespace) -> dict[str, object]:
    application = make_application()
    look = make_look(application, "en", "light")
    window = MainWindow(look, Settings(home / "window.ini"))
    window.resize(1280, 800)
    window.show()
    window.open_folder(folder)
    settle(window)
    hits = show_hits(window)
    if given.views:
        _load_views(window)
    profile = cProfile.Profile()
    if given.profile:
        profile.enable()
    made = list(switches(window, look, given.switches))
    if given.profile:
        profile.disable()
        pstats.Stats(profile).sort_stats("cumulative").print_stats(45)
    window.close()
    return figures(given.items, hits, application.platformName(), made)


def _load_views(window: MainWindow) -> None:
    """Show each view once, then the text again."""
    for name in (*window.views.names[1:], window.views.names[0]):
        window.actions_[name].trigger()
        settle(window)


def figures(items: int, hits: int, platform: str, made: Sequence[Switch]) -> dict[str, object]:
    """The shape told at the head of this file."""
    painted = [each.painted for each in made]
    return {
        "items": items,
        "hits": hits,
        "platform": platform,
        "p50": statistics.median(painted),
        "p95": percentile(painted, 95),
        "limit": _LIMIT,
        "met": percentile(painted, 95) <= _LIMIT,
        "switches": [asdict(each) for each in made],
    }


def _show(told: dict[str, object]) -> None:
    made = [Switch(**each) for each in told["switches"]]  # type: ignore[attr-defined]
    print(f"\n{told['items']} items, {told['hits']} hits, {told['platform']}: ms of a switch")
    print(f"{'':<28}{'p50':>9}{'p95':>9}{'most':>9}")
    for step in ("told", "painted", "worked"):
        values = [getattr(each, step) for each in made]
        row = (statistics.median(values), percentile(values, 95), max(values))
        print(f"{step:<28}" + "".join(f"{value:>9.1f}" for value in row))
    print(f"p95 at most {told['limit']} ms: {'met' if told['met'] else 'NOT MET'}")
