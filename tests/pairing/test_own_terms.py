"""Translations learned from real pairs: what no dictionary has is found in the other language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app import own_terms
from desktop_app.archive import Archive, open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.importing.pipeline import Importer
from desktop_app.language.lexicon.lexicon import Lexicon
from desktop_app.pairing.associations import associations


@pytest.fixture(scope="module")
def folder(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the 19 posts in both languages, paired."""
    folder = tmp_path_factory.mktemp("own") / "a"
    with open_for_import(folder) as archive:
        Importer(archive).run([shared_data / "bilingual"])
    return folder


@pytest.fixture(scope="module")
def archive(folder: Path) -> Iterator[Archive]:
    with open_archive(folder) as opened:
        assert opened.is_current()
        yield opened


def translations(archive: Archive, query: str) -> tuple[str, ...]:
    found = archive.bilingual.read(query).expansions
    return found[0].translations if found else ()


@pytest.mark.parametrize(
    ("english", "chinese"),
    [("sensetime", "商汤"), ("member clusters", "成员集群"), ("end users", "最终用户")],
)
def test_what_the_dictionary_lacks_is_found_in_the_other_language(
    archive: Archive, english: str, chinese: str
) -> None:
    assert chinese not in [each.word for each in Lexicon.open().chinese_of(english, 12)]
    assert chinese in translations(archive, english)
    assert english in [each.lower() for each in translations(archive, chinese)]
    matches = archive.search(archive.bilingual.read(english).node)
    languages = {hit.item.language for hit in archive.hits(matches, 0, 100)}
    assert languages == {"en", "zh"}


def test_only_pairs_that_changed_are_aligned_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aligned: list[int] = []
    align = own_terms.align

    def counted(*texts: object) -> object:
        aligned.append(1)
        return align(*texts)  # type: ignore[arg-type]

    monkeypatch.setattr(own_terms, "align", counted)
    with open_for_import(folder) as archive:
        item = archive.item(archive.pairing.pairs()[0].en)
        archive.put([(replace(item, byline="Somebody"), archive.origin(item.id), False)])
        assert not archive.is_current()
        archive.catch_up()
        assert archive.is_current()
    assert len(aligned) == 1


def test_what_stands_together_by_chance_is_no_translation() -> None:
    words = Lexicon.open().words
    once = [("The Karolinska prize went to Anna.", "卡罗林斯卡奖授予安娜。")]
    other = [(f"Report number {n} on steel.", f"关于钢铁的第{n}号报告。") for n in range(60)]
    found = {(each.english, each.chinese) for each in associations(once * 2 + other, words)}
    assert not any("karolinska" in english for english, _chinese in found)
