"""``python3 -m tests.benchmarks photos``: the view of photos with 10,000 of them.

The JSON of ``photos --json``::

    {"photos", "platform", "first": {"cold", "warm"}, "painted": {"cold", "warm"},
     "frames": {way: {"p50", "p95", "worst", "own_worst", "frames"}}, "met"}

All times in milliseconds. `painted` is from the key to the first paint of the sheet, `first`
until every thumbnail of the first screen is there, with an empty cache and with a full one.
A frame is all that the window's thread does between two moves of the scroll bar, painting and
what came from the disk meanwhile among it: `wheel` moves by a notch, `page` by a screen, `leap`
to anywhere. `own_worst` is the most time that a frame had the processor for, whatever else the
machine did. Met where no frame took more than 100 ms.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest

from desktop_app.archive_writer import open_for_import
from desktop_app.gui.application import make_application, make_look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.settings import Settings
from desktop_app.gui.views.sheet.page import SheetPage
from desktop_app.gui.views.sheet.paged_photos import PagedPhotos
from desktop_app.items import Item, Origin, Photo
from tests.benchmarks.basics import DATA
from tests.benchmarks.corpus import scratch
from tests.benchmarks.window import percentile, settle

_WIDTHS = (1600, 1200, 1000, 800, 640, 480)  # pixels that real photos are scaled down to
_OF_AN_ITEM = 10
_FRAMES = 300
_BETWEEN = 8  # milliseconds between two moves, in which the window works
LIMIT = 100.0


def archive_of_photos(count: int) -> Path:
    """An archive with so many photos, no two files alike, made once."""
    folder = scratch() / f"photos-{count}.beilin"
    with open_for_import(folder, f"{count} photos") as archive:
        if archive.info().photos < count:
            started = time.perf_counter()
            (folder / "photos").mkdir(exist_ok=True)
            files = list(_files(folder / "photos", count))
            items = [_item(start, files[start : start + _OF_AN_ITEM])
                     for start in range(0, count, _OF_AN_ITEM)]  # fmt: skip
            archive.put([(each, Origin("benchmark"), False) for each in items])
            archive.catch_up()
            print(f"made {count} photos in {time.perf_counter() - started:.0f} s")
    return folder


def _files(folder: Path, count: int) -> Iterator[str]:
    """Write `count` files and yield their names.

    Each is a real photo scaled down to one of a few widths; a comment (T.81, B.2.4.5) with a
    number tells those of one photo and width apart.
    """
    pictures = list(_scaled())
    for number in range(count):
        picture = pictures[number % len(pictures)]
        comment = f"photo {number}".encode()
        segment = b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment
        content = picture[:2] + segment + picture[2:]
        name = f"{hashlib.sha256(content).hexdigest()}.jpg"
        (folder / name).write_bytes(content)
        yield name


def _scaled() -> Iterator[bytes]:
    for path in sorted((DATA / "photos").glob("*.jpg")):
        with Image.open(path) as image:
            whole = image.convert("RGB")
        for width in (each for each in _WIDTHS if each <= max(whole.width, _WIDTHS[-1])):
            small = whole.copy()
            small.thumbnail((width, width))
            written = io.BytesIO()
            small.save(written, "JPEG", quality=88)
            yield written.getvalue()


def _item(start: int, files: Sequence[str]) -> Item:
    day = date(1990, 1, 1) + timedelta(days=start)
    photos = tuple(
        Photo(
            file,
            f"Photo number {start + n}: ships and people in the harbor 港口的船",
            "Somebody",
            (day + timedelta(days=n)).isoformat(),
        )
        for n, file in enumerate(files)
    )
    return Item(f"item-{start}", f"Item {start}", day, "en", "Benchmark", paragraphs=("Ships.",),
                photos=photos)  # fmt: skip


Frame = tuple[float, float]
"""Milliseconds that a frame took, and for which it had the processor."""


class Measured:
    """A window on the archive, with a home of its own."""

    def __init__(self, folder: Path, home: Path) -> None:
        application = make_application()
        self.platform = application.platformName()
        self.window = MainWindow(
            make_look(application, "en", "light"), Settings(home / "window.ini")
        )
        self.window.resize(1440, 900)
        self.window.show()
        self.window.open_folder(folder)
        settle(self.window)
        self.page: SheetPage | None = None

    def first_screen(self) -> tuple[float, float]:
        """Milliseconds to the first paint of the sheet, and to its last thumbnail."""
        started = time.perf_counter()
        self.window.actions_["photos"].trigger()
        page = self.window.views.currentWidget()
        assert isinstance(page, SheetPage)
        self.page = page
        while not len(page.photos):
            QCoreApplication.processEvents()
        page.grid.viewport().repaint()
        painted = time.perf_counter()
        photos = page.photos
        assert isinstance(photos, PagedPhotos)
        while photos.busy or page.thumbnails.busy:
            QCoreApplication.processEvents()
            page.grid.viewport().repaint()
        return (painted - started) * 1000, (time.perf_counter() - started) * 1000

    def frames(self, way: str) -> list[Frame]:
        """The frames of a ride through all photos."""
        assert self.page is not None
        grid, chance = self.page.grid, random.Random(7)
        bar = grid.verticalScrollBar()
        bar.setValue(0)
        settle(self.window)
        taken = []
        for _frame in range(_FRAMES):
            step = {"wheel": grid.cell().height() // 3, "page": grid.viewport().height()}.get(way)
            to = chance.randrange(bar.maximum() + 1) if step is None else bar.value() + step
            taken.append(_frame_of(lambda to=to: bar.setValue(to if to <= bar.maximum() else 0)))
            QTest.qSleep(_BETWEEN)
            taken.append(_frame_of(lambda: None))  # what has come from the disk meanwhile
        return taken


def _frame_of(move: Callable[[], object]) -> Frame:
    started, own = time.perf_counter(), time.thread_time()
    move()
    QCoreApplication.processEvents()
    return (time.perf_counter() - started) * 1000, (time.thread_time() - own) * 1000


def main(arguments: Sequence[str]) -> None:
    """Measure, print, and write the figures down."""
    parser = argparse.ArgumentParser("python3 -m tests.benchmarks photos", description=__doc__)
    parser.add_argument("--photos", type=int, default=10_000, help="how many (10000)")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write all figures to OUT")
    given = parser.parse_args(arguments)
    folder = archive_of_photos(given.photos)
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["XDG_CACHE_HOME"] = str(Path(home) / "cache")
        told = figures(folder, Path(home), given.photos)
    show(told)
    if given.json:
        given.json.write_text(json.dumps(told, indent=1), encoding="utf-8")


def figures(folder: Path, home: Path, photos: int) -> dict[str, object]:
    """The shape told at the head of this file."""
    first: dict[str, float] = {}
    painted: dict[str, float] = {}
    frames: dict[str, dict[str, float]] = {}
    platform = ""
    for cache in ("cold", "warm"):
        measured = Measured(folder, home)
        platform = measured.platform
        painted[cache], first[cache] = measured.first_screen()
        if cache == "cold":
            frames = {way: _summary(measured.frames(way)) for way in ("wheel", "page", "leap")}
        measured.window.close()
        measured.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, 0)
    worst = max(each["worst"] for each in frames.values())
    return {
        "photos": photos, "platform": platform, "first": first, "painted": painted,
        "frames": frames, "met": worst <= LIMIT,
    }  # fmt: skip


def _summary(frames: Sequence[Frame]) -> dict[str, float]:
    taken = [took for took, _own in frames]
    return {
        "p50": statistics.median(taken),
        "p95": percentile(taken, 95),
        "worst": max(taken),
        "own_worst": max(own for _took, own in frames),
        "frames": len(taken),
    }


def show(told: dict[str, object]) -> None:
    """Print all figures."""
    print(f"\n{told['photos']} photos, {told['platform']}: milliseconds")
    for name, words in (("painted", "sheet painted"), ("first", "first screen of thumbnails")):
        cold, warm = told[name]["cold"], told[name]["warm"]  # type: ignore[index]
        print(f"{words:<28} cold {cold:>8.0f}   cached {warm:>8.0f}")
    print(f"{'scrolling, frame':<28}{'p50':>9}{'p95':>9}{'worst':>9}{'own worst':>11}")
    for way, of in told["frames"].items():  # type: ignore[attr-defined]
        print(
            f"{way:<28}{of['p50']:>9.1f}{of['p95']:>9.1f}{of['worst']:>9.1f}{of['own_worst']:>11.1f}"
        )
    print(f"no frame over {LIMIT:.0f} ms: {'met' if told['met'] else 'NOT MET'}")
