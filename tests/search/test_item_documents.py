from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.archive import Archive, open_archive
from desktop_app.items import Statement
from desktop_app.sample import sample_archive
from desktop_app.search.item_documents import document_of
from tests.material import item


def test_all_of_a_speech_is_said_by_whoever_gives_it() -> None:
    speech = item("one", "First.\nSecond.", kind="speech", byline="Harry S. Truman")
    made = document_of(7, speech)
    assert (made.number, made.speakers) == (7, ("Harry S. Truman",))
    assert made.said == ("First.", "Second.")


def test_elsewhere_only_statements_are_said() -> None:
    said = Statement("王树国", "校长", "说", "合作共赢", True, 0, 4)
    news = replace(item("two", "合作共赢。别的。"), statements=(said, replace(said, text="再见")))
    made = document_of(1, news)
    assert (made.speakers, made.said) == (("王树国",), ("合作共赢", "再见"))
    assert document_of(1, item("three")).said == ()


def found(archive: Archive, query: str) -> set[str]:
    matches = archive.search(query)
    return {hit.item.id for hit in archive.hits(matches, 0, len(matches.numbers))}


def test_speeches_of_the_sample_are_found_by_speaker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    with open_archive(sample_archive()) as archive:
        truman = found(archive, "speaker:truman")
        assert truman
        assert all("truman" in each for each in truman)
        assert found(archive, "讲话人:truman said:congress") <= truman
