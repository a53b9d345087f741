"""``python3 -m tests.pictures OUT``: every screen, for people to look at.

    OUT/SCREEN/LANGUAGE-THEME-SIZE.png

in each language of the interface, each theme, and three sizes: 1024x700, 1440x900 and
1280x800 at twice the scale. ``--only SCREEN``, ``--language``, ``--theme`` and ``--size``
draw fewer; ``--archive DIR`` draws another archive than the sample.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from desktop_app.gui.application import make_application, make_look
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.settings import Settings
from desktop_app.gui.theme import CHOICES, SYSTEM
from desktop_app.i18n.languages import SOURCE, languages
from desktop_app.sample import sample_archive
from tests.pictures.screens import PASSING, SCREENS, Stage, close_all, rest

SIZES = {"1024x700": (1024, 700, 1), "1440x900": (1440, 900, 1), "200%": (1280, 800, 2)}
"""Name -> width and height in pixels of the interface, and how many of a screen each has."""


def main(arguments: Sequence[str]) -> None:
    """Draw what was asked for, one process a scale: Qt takes it at its start."""
    parser = argparse.ArgumentParser("python3 -m tests.pictures", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", action="append", choices=list(SCREENS), metavar="SCREEN")
    parser.add_argument("--language", action="append", choices=list(languages()))
    parser.add_argument("--theme", action="append", choices=_themes())
    parser.add_argument("--size", action="append", choices=list(SIZES))
    parser.add_argument("--archive", type=Path)
    given = parser.parse_args(arguments)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sizes = given.size or list(SIZES)
    scales = {SIZES[size][2] for size in sizes}
    if len(scales) > 1 or scales != {int(os.environ.get("QT_SCALE_FACTOR", "1"))}:
        _by_scale(arguments, sizes)
        return
    looks = list(product(given.language or languages(), given.theme or _themes(), sizes))
    archive = given.archive or sample_archive()
    for name in given.only or SCREENS:
        for path in draw(archive, SCREENS[name], given.out / name, looks):
            print(path)


def _by_scale(arguments: Sequence[str], sizes: Sequence[str]) -> None:
    for scale in sorted({SIZES[size][2] for size in sizes}):
        chosen = [f"--size={size}" for size in sizes if SIZES[size][2] == scale]
        words = [sys.executable, "-m", "tests.pictures.every", *_without_sizes(arguments), *chosen]
        subprocess.run(words, check=True, env={**os.environ, "QT_SCALE_FACTOR": str(scale)})


def _without_sizes(arguments: Sequence[str]) -> Iterator[str]:
    skip = False
    for word in arguments:
        if not skip and word != "--size" and not word.startswith("--size="):
            yield word
        skip = word == "--size"


def _themes() -> list[str]:
    return [theme for theme in CHOICES if theme != SYSTEM]


def draw(
    archive: Path, stage: Stage, folder: Path, looks: Sequence[tuple[str, str, str]]
) -> Iterator[Path]:
    """Bring a window to a stage and draw it in each (language, theme, size); yield the files."""
    language, theme, size = looks[0]
    folder.mkdir(parents=True, exist_ok=True)
    with opened(archive, language, theme, size) as (window, look):
        stage(window)
        for language, theme, size in looks:
            look.set_language(language)
            look.set_theme(theme)
            window.resize(*SIZES[size][:2])
            if folder.name in PASSING:
                stage(window)
            rest(window)
            path = folder / f"{language}-{theme}-{size.rstrip('%')}.png"
            if not picture(window).save(str(path)):
                raise OSError(f"{path} cannot be written")
            yield path


@contextmanager
def opened(
    archive: Path, language: str, theme: str, size: str
) -> Iterator[tuple[MainWindow, Look]]:
    """A window on `archive`, at rest."""
    application = make_application()
    look = make_look(application, language, theme)
    with tempfile.TemporaryDirectory() as home:
        window = MainWindow(look, Settings(Path(home) / "settings.toml"))
        window.resize(*SIZES[size][:2])
        window.show()
        window.open_folder(archive)
        rest(window)
        try:
            yield window, look
        finally:
            close_all(window)
            look.set_language(SOURCE)  # or Qt's own words stay in the last language
            window.close()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(None, 0)


def picture(window: MainWindow) -> QPixmap:
    """The window, and over it whatever windows of its own it has opened."""
    drawn = window.grab()
    painter = QPainter(drawn)
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            # Without a window manager a dialog lies where Qt thinks it fits.
            place = other.pos() - window.pos()
            inside = window.rect().contains(place)
            painter.drawPixmap(place if inside else _middle(window, other.size()), other.grab())
    painter.end()
    return drawn


def _middle(window: MainWindow, size: object) -> QPoint:
    width, height = getattr(size, "width", int)(), getattr(size, "height", int)()
    return QPoint((window.width() - width) // 2, (window.height() - height) // 2)


if __name__ == "__main__":
    main(sys.argv[1:])
