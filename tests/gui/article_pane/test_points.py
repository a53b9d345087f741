"""Places as code points of the item's text."""

from __future__ import annotations

import pytest

from desktop_app.gui.article_pane.history import Place
from desktop_app.gui.article_pane.lines import LONGEST_LINE, lines_of
from desktop_app.gui.article_pane.points import Points
from desktop_app.i18n.catalog import Catalog
from desktop_app.items import Photo
from tests.material import item

TEXT = "The harbor.\n𠀀𠀁港口開放。\n" + "Many ships came. " * (LONGEST_LINE // 8) + "\nEnd."


@pytest.fixture(scope="module")
def points() -> Points:
    given = item(text=TEXT, photos=(Photo("a.jpg", "A caption", after=1),))
    return Points(lines_of(given, Catalog("en"), [True]))


@pytest.mark.parametrize("point", [1, 5, 12, 13, 14, 20, 30, LONGEST_LINE + 50, len(TEXT) - 2])
def test_every_point_comes_back(points: Points, point: int) -> None:
    place = points.place(point)
    assert points.point(place.line, place.character) == point


def test_the_top_is_the_top(points: Points) -> None:
    assert points.place(0) == Place()
    assert points.point(0, 3) == 0  # in the title


def test_a_caption_stands_for_the_paragraph_after_it(points: Points) -> None:
    assert points.point(4, 0) == TEXT.index("𠀀")


def test_the_length_is_that_of_the_text(points: Points) -> None:
    assert points.length == len(TEXT)
    assert Points([]).length == 0
    assert Points([]).place(7) == Place()
