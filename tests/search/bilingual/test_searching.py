"""Searching an archive in both languages."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from desktop_app.archive import Archive
from desktop_app.language.lexicon.lexicon import Translation
from desktop_app.search.bilingual.expanding import Bilingual, BilingualQuery
from desktop_app.search.bilingual.sources import best
from desktop_app.search.engine import Sort
from desktop_app.search.nodes import OwnFirst


def found(archive: Archive, query: BilingualQuery, sort: Sort = Sort.RELEVANCE) -> list[str]:
    matches = archive.search(query.node, sort)
    return [hit.item.id for hit in archive.hits(matches, 0, 100)]


def ids(archive: Archive, query: str) -> list[str]:
    return found(archive, archive.bilingual.read(query))


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("cooperation", {"long", "short", "both", "chinese"}),
        ("合作", {"long", "short", "both", "chinese"}),
        ("climate change", {"warming", "climate"}),
        ("「气候变化」", {"warming", "climate"}),
        ('"supply chain" crisis', {"chain"}),
        ("the price of oil", {"oil"}),
        ("cooperation OR steel", {"long", "short", "both", "chinese", "steel"}),
        ("title:cooperation", {"chinese"}),
        ("石油价格", {"oil", "steel"}),
        ("cooperation^2 lang:en", {"long", "short"}),
    ],
)
def test_words_and_their_translations_are_found(
    archive: Archive, query: str, wanted: set[str]
) -> None:
    assert set(ids(archive, query)) == wanted


@pytest.mark.parametrize(
    "query", ["=cooperation", "coop*", "coöperation~", "speaker:cooperation", '"oil price"~3', ""]
)
def test_what_stands_for_itself_is_not_translated(archive: Archive, query: str) -> None:
    read = archive.bilingual.read(query)
    assert read.expansions == ()
    assert not isinstance(read.node, OwnFirst)


def test_what_is_left_out_is_left_out_in_its_own_language(archive: Archive) -> None:
    assert set(ids(archive, "oil -steel")) == {"oil"}
    assert set(ids(archive, "steel -cooperation")) == {"steel"}


def test_items_with_own_words_come_first_however_well_others_match(archive: Archive) -> None:
    plain = [hit.item.id for hit in archive.hits(archive.search("cooperation"), 0, 9)]
    assert plain[-1] == "long"
    order = ids(archive, "cooperation")
    assert order == [*plain, "chinese"]
    scores = archive.search(archive.bilingual.read("cooperation").node).scores[:]
    assert scores == sorted(scores, reverse=True)
    assert scores[len(plain) - 1] > 1 > scores[-1] > 0


def test_a_boost_does_not_put_translations_first(archive: Archive) -> None:
    assert ids(archive, "cooperation^0.1")[-1] == "chinese"


def test_by_day_own_words_and_translations_stand_together(archive: Archive) -> None:
    read = archive.bilingual.read("cooperation")
    assert found(archive, read, Sort.OLDEST) == ["long", "short", "chinese", "both"]


def test_each_hit_tells_the_language_of_its_words(archive: Archive) -> None:
    matches = archive.search(archive.bilingual.read("合作").node)
    told = {hit.item.id: hit.matched_language for hit in archive.hits(matches, 0, 9)}
    assert told == {"long": "en", "short": "en", "chinese": "zh", "both": "mul"}
    assert archive.hits(archive.search("合作"), 0, 1)[0].matched_language == ""


def test_translations_are_marked(archive: Archive) -> None:
    matches = archive.search(archive.bilingual.read("climate change").node)
    hits = {hit.item.id: hit for hit in archive.hits(matches, 0, 9)}
    assert "<mark>气候变化</mark>" in hits["climate"].snippet.to_html()


def test_expansions_name_words_of_the_archive_only(archive: Archive) -> None:
    (expansion,) = archive.bilingual.read("cooperation").expansions
    assert (expansion.word, expansion.translations) == ("cooperation", ("合作",))
    assert archive.bilingual.read("elephant").expansions == ()


def test_a_translation_that_is_switched_off_is_not_looked_for(archive: Archive) -> None:
    read = archive.bilingual.read("cooperation", frozenset({("cooperation", "合作")}))
    assert not isinstance(read.node, OwnFirst)
    (expansion,) = read.expansions
    assert (expansion.all, expansion.translations) == (("合作",), ())


def test_what_a_word_is_called_goes_before_what_it_means() -> None:
    told = [Translation("head of a department", 0.9), Translation("minister", 0.8)]
    assert [word for word, _weight in best(told)] == ["minister"]
    assert [word for word, _weight in best(told[:1])] == ["head of a department"]
    name = Translation("State of the Union", 0.9)
    assert best([name, told[1]]) == [name, told[1]]


def test_what_is_far_behind_the_best_is_left_out() -> None:
    found = [Translation(word, weight) for word, weight in (("贸易", 0.8), ("行业", 0.3))]
    assert best(found) == found[:1]
    assert len(best(Translation(f"贸易{place}", 0.8) for place in range(9))) == 4


def test_one_character_only_where_there_is_no_longer_word() -> None:
    lone, longer = Translation("税", 0.8), Translation("税收", 0.7)
    assert best([lone, longer]) == [longer]
    assert best([lone]) == [lone]


class Pairs:
    """What an archive's own pairs might know."""

    def translations(self, text: str) -> Sequence[Translation]:
        return [Translation("steel", 0.9)] if text == "碑林" else []


def test_other_sources_than_the_lexicon_are_asked_too(archive: Archive) -> None:
    bilingual = Bilingual(archive._engine.vocabulary, Pairs())
    assert found(archive, bilingual.read("碑林")) == ["steel"]


@pytest.mark.parametrize(
    "query", ["合作" * 5000, "cooperation " * 5000, "(" * 500 + "石油", "a b c"]
)
def test_any_query_is_read(archive: Archive, query: str) -> None:
    read = archive.bilingual.read(query)
    archive.search(read.node)
    assert len(read.expansions) <= 24
