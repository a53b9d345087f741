"""``python3 -m tests.benchmarks window``: from a key press to the painted hits, in the window.

Then what else a person does in it (`interactions.py`), and its memory. The JSON of
``window --json``::

    {"items", "platform", "p50", "p95", "limit", "met",
     "keys": [{"box", "hits", "started", "found", "painted"}],
     "interactions": [{"name", "thread": [p50, p95, worst], "clock": [p50, p95, worst]}],
     "memory": {"VmRSS", "RssAnon"}}

The last three of a key are milliseconds since the key press: until the search began (what the
window waits for the next key is in it), until it had answered, and until the list that
shows that answer's first hits had been painted.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import chain, islice
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest

from desktop_app.gui.application import make_application, make_look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.settings import Settings
from tests.benchmarks.archive import archive_of
from tests.benchmarks.classes import SAMPLE, choose
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.interactions import HEAD, Figures, interactions, line, starts
from tests.event_loop import wait

KEYS = 60
_PATIENCE = 120.0  # seconds to wait for one answer
_LIMITS = ((100_000, 50.0), (1_000_000, 100.0))  # up to so many items, ms at p95


@dataclass(frozen=True, slots=True)
class Key:
    """One key press; see the head of this file."""

    box: str
    hits: int
    started: float
    found: float
    painted: float


class Stopwatch(QObject):
    """Sees the key, the search and the paint."""

    def __init__(self, window: MainWindow) -> None:
        """Watch the list of hits, and the count: all that changes from no hits to no hits."""
        super().__init__(window)
        self._pane = window.search_pane
        self._painting = False
        self._answered: str | None = None
        self._stamps: dict[str, float] = {}
        self._pane.runner.started.connect(lambda: self._stamp("started"))
        self._pane.runner.found.connect(self._found)
        self._list = self._pane.hits.viewport()
        for seen in (self._list, self._pane.count):
            seen.installEventFilter(self)

    def _stamp(self, what: str) -> None:
        self._stamps[what] = time.perf_counter()

    def _found(self, query: str, _matches: object) -> None:
        self._answered = query
        self._stamp("found")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a paint happen, then look at what it showed."""
        if event.type() != QEvent.Type.Paint or self._painting:
            return False
        self._painting = True
        QCoreApplication.sendEvent(watched, event)
        self._painting = False
        model = self._pane.model
        there = watched is self._list and model.row(0) is not None
        shown = there if model.rowCount() else watched is self._pane.count
        if shown and self._answered == self._pane.query and "painted" not in self._stamps:
            self._stamp("painted")
        return True

    def press(self, character: str) -> Key:
        """Type `character` (Chinese through the input method) and wait for the hits."""
        self._answered, self._stamps = None, {}
        pressed = time.perf_counter()
        if character.isascii():
            QTest.keyClicks(self._pane.box, character)
        else:
            event = QInputMethodEvent()
            event.setCommitString(character)
            QCoreApplication.sendEvent(self._pane.box, event)
        while "painted" not in self._stamps:
            QCoreApplication.processEvents()
            if time.perf_counter() - pressed > _PATIENCE:
                raise TimeoutError(f"nothing was painted for {self._pane.query!r}")
            time.sleep(0.0002)
        after = {name: (stamp - pressed) * 1000 for name, stamp in self._stamps.items()}
        return Key(self._pane.box.text(), self._pane.model.rowCount(), **after)


def texts(corpus: Corpus) -> Iterator[str]:
    """What is typed: English words and Chinese phrases by turns."""
    queries = choose(list(islice(corpus, SAMPLE)))
    english = [q.text for q in queries if q.group in ("middling term", "English phrase")]
    chinese = [q.text for q in queries if q.group.startswith("Chinese")]
    # About as many keys of each language: two Chinese phrases for an English word.
    return chain.from_iterable(
        (word, *chinese[place * 2 % len(chinese) :][:2]) for place, word in enumerate(english)
    )


def type_all(window: MainWindow, typed: Iterable[str], most: int) -> Iterator[Key]:
    """Type each text into an empty box, up to `most` keys in all."""
    watch, box, done = Stopwatch(window), window.search_pane.box, 0
    box.setFocus()
    for text in typed:
        box.clear()
        settle(window)
        for character in text:
            if done == most:
                return
            yield watch.press(character)
            done += 1


def settle(window: MainWindow) -> None:
    """Wait until the window has been idle for a moment."""
    idle = 0
    while idle < 5:
        wait(20)
        idle = 0 if window.busy else idle + 1


def main(arguments: Sequence[str]) -> None:
    """Measure, print, and write the figures down."""
    parser = argparse.ArgumentParser("python3 -m tests.benchmarks window", description=__doc__)
    parser.add_argument("--items", type=int, default=10_000, help="how many items (10000)")
    parser.add_argument("--keys", type=int, default=KEYS, help=f"keys pressed ({KEYS})")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write all figures to OUT")
    given = parser.parse_args(arguments)
    corpus = Corpus(given.items)
    folder = archive_of(corpus)
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        started, memory = starts(folder, Path(home))
        keys, done, platform = _in_window(folder, Path(home), corpus, given.keys)
    told = figures(corpus.count, platform, keys)
    told |= {"interactions": [asdict(each) for each in (started, *done)], "memory": memory}
    show(told, keys)
    print(f"\n{HEAD}")
    for each in (started, *done):
        print(line(each))
    print("memory, MB: " + ", ".join(f"{name} {size}" for name, size in memory.items()))
    if given.json:
        given.json.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")


def _in_window(
    folder: Path, home: Path, corpus: Corpus, most: int
) -> tuple[list[Key], list[Figures], str]:
    application = make_application()
    window = MainWindow(make_look(application, "en", "light"), Settings(home / "window.ini"))
    window.resize(1280, 800)
    window.show()
    window.open_folder(folder)
    settle(window)
    keys = list(type_all(window, texts(corpus), most))
    done = list(interactions(window, "oil OR 合作"))
    window.close()
    return keys, done, application.platformName()


def figures(items: int, platform: str, keys: Sequence[Key]) -> dict[str, object]:
    """The shape told at the head of this file."""
    painted = [key.painted for key in keys]
    limit = next((ms for most, ms in _LIMITS if items <= most), _LIMITS[-1][1])
    return {
        "items": items,
        "platform": platform,
        "p50": statistics.median(painted),
        "p95": percentile(painted, 95),
        "limit": limit,
        "met": percentile(painted, 95) <= limit,
        "keys": [asdict(key) for key in keys],
    }


def percentile(values: Sequence[float], share: int) -> float:
    """The least of `values` that at least `share` percent do not exceed."""
    ordered = sorted(values)
    return ordered[max(-(-len(ordered) * share // 100), 1) - 1]


def show(told: dict[str, object], keys: Sequence[Key]) -> None:
    """Print p50 and p95 of each step, and the slowest keys."""
    where = told["platform"]
    print(f"\n{told['items']} items, {len(keys)} keys, {where}: ms since the key")
    print(f"{'':<28}{'p50':>9}{'p95':>9}")
    for step in ("started", "found", "painted"):
        values = [getattr(key, step) for key in keys]
        print(f"{step:<28}{statistics.median(values):>9.1f}{percentile(values, 95):>9.1f}")
    for name, own in (
        ("painted, Latin keys", [key.painted for key in keys if key.box.isascii()]),
        ("painted, Chinese keys", [key.painted for key in keys if not key.box.isascii()]),
    ):
        print(f"{name:<28}{statistics.median(own):>9.1f}{percentile(own, 95):>9.1f}")
    slowest = sorted(keys, key=lambda key: -key.painted)[:5]
    print("slowest: " + ", ".join(f"{k.box} {k.painted:.0f} ({k.hits} hits)" for k in slowest))
    print(f"p95 at most {told['limit']} ms: {'met' if told['met'] else 'NOT MET'}")
