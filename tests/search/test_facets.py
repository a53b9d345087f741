"""Counts by year, language, kind and source over documents named by their numbers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desktop_app.search.whoosh_engine import WhooshEngine
from tests.material import document


def test_a_document_counts_as_often_as_its_number_stands_there(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path / "index")
    engine.add([document(1, "a", language="en"), document(2, "b", date=date(1987, 1, 1))], 1)
    engine.add([document(3, "c", date=None, source="Reuters")], 2)
    facets = engine.facets([3, 2, 1, 2, 2])
    assert facets["language"] == {"zh": 4, "en": 1}
    assert facets["year"] == {"1987": 3, "2021": 1}
    assert facets["source"] == {"Test": 4, "Reuters": 1}


def test_a_document_added_again_counts_as_it_is_now_and_an_unknown_number_for_nothing(
    tmp_path: Path,
) -> None:
    engine = WhooshEngine(tmp_path / "index")
    engine.add([document(1, "a", language="en"), document(2, "b")], 1)
    engine.add([document(1, "a", language="zh", kind="speech")], 2)
    assert engine.facets([1, 99])["language"] == {"zh": 1}
    assert engine.facets([1])["kind"] == {"speech": 1}
    assert engine.facets([99])["language"] == engine.facets([])["kind"] == {}
