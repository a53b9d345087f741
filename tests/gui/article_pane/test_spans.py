"""Where a span of an item's text stands in the lines set."""

from __future__ import annotations

import pytest

from desktop_app.gui.article_pane.lines import LONGEST_LINE, lines_of
from desktop_app.gui.article_pane.spans import span_matches
from desktop_app.i18n.catalog import Catalog
from desktop_app.items import Photo
from tests.material import item


@pytest.mark.parametrize("wanted", ["第二段", "third 😀 one", "end.\n第二段", "x. y", "first"])
def test_a_span_is_found_in_the_lines_that_show_it(wanted: str) -> None:
    long = "x. " * LONGEST_LINE
    text = f"The first\nThe end.\n第二段\n{long}y\nA third 😀 one"
    made = item("a", text, photos=(Photo(None, "The first", after=1),))
    lines = lines_of(made, Catalog("en"), [False])
    start = made.text.index(wanted)
    places = list(span_matches(lines, start, start + len(wanted)))
    shown = [
        lines[place.line]
        .text.encode("utf-16-le")[2 * place.start : 2 * place.end]
        .decode("utf-16-le")
        for place in places
    ]
    assert "".join(shown) == wanted.replace("\n", "")


def test_a_span_beyond_the_text_is_nowhere() -> None:
    made = item("a", "The first")
    assert list(span_matches(lines_of(made, Catalog("en"), []), 50, 60)) == []
