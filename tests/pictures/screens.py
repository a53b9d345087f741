"""The screens of the program: how a person comes to each, in a window on the sample archive."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QApplication

from desktop_app.errors import ArchiveError
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.search_pane.hit_list import SPEECHES
from desktop_app.gui.views.sheet.page import SheetPage
from desktop_app.importing.report import Reason, Report
from desktop_app.messages import message
from tests.event_loop import wait

Stage = Callable[[MainWindow], None]

PAIRED = "xjtu-paristech-2021-08-31"  # an item of the sample whose counterpart is there
_IDLE = 5  # times in a row that nothing is under way


def rest(window: MainWindow) -> None:
    """Let the window come to rest."""
    idle = 0
    while idle < _IDLE:
        wait(10)
        idle = 0 if window.busy else idle + 1


def search(window: MainWindow, query: str) -> None:
    """Search for `query` and read the first hit."""
    window.search_pane.box.setText(query)
    rest(window)
    window.search_pane.hits.choose_row(0)
    rest(window)


def reading(window: MainWindow) -> None:
    """An item as it is opened."""
    window.show_item(PAIRED)


def hits(window: MainWindow) -> None:
    """A search, its first hit, its words marked."""
    search(window, "cooperation OR 合作")


def both_languages(window: MainWindow) -> None:
    """A search that finds the other language too, with what was added to it."""
    window.actions_["both_languages"].setChecked(True)
    search(window, "cooperation")


def nothing_found(window: MainWindow) -> None:
    """A search in vain."""
    window.search_pane.box.setText("zebra")


def mistyped(window: MainWindow) -> None:
    """A query that cannot be read as it stands."""
    window.search_pane.box.setText('date:9999 "open')


def speeches(window: MainWindow) -> None:
    """The list of what was said."""
    window.search_pane.show_list(SPEECHES)
    search(window, "")


def parallel(window: MainWindow) -> None:
    """A pair side by side."""
    reading(window)
    rest(window)
    window.actions_["parallel"].setChecked(True)


def interleaved(window: MainWindow) -> None:
    """A pair paragraph by paragraph."""
    reading(window)
    rest(window)
    window.actions_["interleaved"].setChecked(True)
    window.actions_["parallel"].setChecked(True)


def pinyin(window: MainWindow) -> None:
    """Pinyin over the text."""
    search(window, "合作")
    window.actions_["pinyin"].setChecked(True)


def view(name: str, query: str) -> Stage:
    """One of the views, for a query."""

    def stage(window: MainWindow) -> None:
        search(window, query)
        window.views.show_view(name)

    return stage


def enlarged(window: MainWindow) -> None:
    """A photo large."""
    window.views.show_view("photos")
    rest(window)
    page = cast(SheetPage, window.views.currentWidget())
    page.bar.slideshow.click()


def compared(window: MainWindow) -> None:
    """Two photos side by side."""
    window.views.show_view("photos")
    rest(window)
    cast(SheetPage, window.views.currentWidget()).compare(0, 1)


def action(name: str) -> Stage:
    """What an action opens, over an item."""

    def stage(window: MainWindow) -> None:
        reading(window)
        rest(window)
        window.actions_[name].trigger()

    return stage


def report(window: MainWindow) -> None:
    """The report of an import that failed in part."""
    words = message("{path} cannot be written ({reason})", path="news.warc", reason="5")
    window.dialogs.show_report(Report(imported=2, failed=[Reason("news.warc", words)]))


def error(window: MainWindow) -> None:
    """An error that a person can mend."""
    window.dialogs.show_error(
        ArchiveError(message("{path} is no archive", path="/media/usb/news.beilin"))
    )


def problem(window: MainWindow) -> None:
    """A bug, told calmly."""
    window.dialogs.show_error(ZeroDivisionError("division by zero"))


SCREENS: dict[str, Stage] = {
    "reading": reading,
    "hits": hits,
    "both-languages": both_languages,
    "nothing-found": nothing_found,
    "mistyped": mistyped,
    "speeches": speeches,
    "parallel": parallel,
    "interleaved": interleaved,
    "pinyin": pinyin,
    "concordance": view("concordance", "合作"),
    "speakers": view("speakers", ""),
    "trend": view("trend", "合作"),
    "comparison": view("comparison", "合作"),
    "photos": view("photos", ""),
    "marks": view("marks", ""),
    "photo": enlarged,
    "two-photos": compared,
    "palette": action("palette"),
    "settings": action("settings"),
    "appearance": action("appearance"),
    "print": action("print"),
    "details": action("details"),
    "import-log": action("import_log"),
    "help": action("help"),
    "about": action("about"),
    "report": report,
    "error": error,
    "problem": problem,
}

PASSING = ("palette",)  # what closes with any change of the window


def close_all(window: MainWindow) -> None:
    """Close whatever a stage opened beside the window."""
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            other.close()
