"""The views there are beside reading, by name, in the order of the toolbar.

Each is imported when it is first shown, or the window would start later for all of them.
"""

from __future__ import annotations

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.views.page import MakesView


def _home(look: Look, pool: QThreadPool, parent: QWidget) -> QWidget:
    from desktop_app.gui.views.home.page import HomePage  # noqa: PLC0415

    return HomePage(look, pool, parent)


def _concordance(look: Look, pool: QThreadPool, parent: QWidget) -> QWidget:
    from desktop_app.gui.views.concordance.view import ConcordanceView  # noqa: PLC0415

    return ConcordanceView(look, pool, parent)


def _speakers(look: Look, pool: QThreadPool, parent: QWidget) -> QWidget:
    from desktop_app.gui.views.speakers.page import SpeakersPage  # noqa: PLC0415

    return SpeakersPage(look, pool, parent)


def _trend(look: Look, pool: QThreadPool, parent: QWidget) -> QWidget:
    from desktop_app.gui.views.trend.page import TrendPage  # noqa: PLC0415 (charts take 0.3 s)

    return TrendPage(look, pool, parent)


def _comparison(look: Look, pool: QThreadPool, parent: QWidget) -> QWidget:
    from desktop_app.gui.views.comparison.page import ComparisonPage  # noqa: PLC0415

    return ComparisonPage(look, pool, parent)


def _photos(look: Look, pool: QThreadPool, parent: QWidget) -> QWidget:
    from desktop_app.gui.views.sheet.page import SheetPage  # noqa: PLC0415

    return SheetPage(look, pool, parent)


def _marks(look: Look, pool: QThreadPool, parent: QWidget) -> QWidget:
    from desktop_app.gui.views.marks.page import MarksPage  # noqa: PLC0415

    return MarksPage(look, pool, parent)


VIEWS: dict[str, MakesView] = {
    "home": _home,
    "concordance": _concordance,
    "speakers": _speakers,
    "trend": _trend,
    "comparison": _comparison,
    "photos": _photos,
    "marks": _marks,
}
