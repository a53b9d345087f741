"""What is copied from an article with its citation."""

from __future__ import annotations

import json

import pytest

from desktop_app.citing.passage import cited_passage
from desktop_app.citing.styles import STYLES
from desktop_app.i18n.catalog import Catalog
from tests.material import item


@pytest.mark.parametrize("style", list(STYLES))
def test_words_stand_in_marks_above_the_citation(style: str) -> None:
    made = cited_passage(item(title="Harbor opens"), "The harbor", style, Catalog("zh_TW"))
    first, cited = made.text.split("\n")
    assert first == "「The harbor」"
    assert "harbor opens" in cited.lower()
    assert made.html.startswith("<blockquote><bdi>「The harbor」</bdi></blockquote><p>")


def test_without_words_it_is_the_citation_alone() -> None:
    made = cited_passage(item(title="Harbor opens"), "", "gbt7714", Catalog("en"))
    assert "\n" not in made.text
    assert "blockquote" not in made.html


def test_records_carry_the_words_as_their_note() -> None:
    words = "Two\nlines"
    for form, mark in (("bibtex", "annote = {“Two lines”}"), ("ris", "N1  - “Two lines”")):
        assert mark in cited_passage(item(), words, form, Catalog("en")).text
    (entry,) = json.loads(cited_passage(item(), words, "csl-json", Catalog("en")).text)
    assert entry["note"] == "“Two lines”"
    assert entry["title"] == "Title of one"
    (bare,) = json.loads(cited_passage(item(), "", "csl-json", Catalog("en")).text)
    assert "note" not in bare
