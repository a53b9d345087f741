"""The corpus: the same at every run, half Chinese, and the beginning of every larger one."""

from __future__ import annotations

from collections import Counter
from itertools import islice

import pytest

from desktop_app.language.detect import detect_language
from desktop_app.language.tokens import tokens
from tests.benchmarks.classes import CLASSES, choose
from tests.benchmarks.corpus import Corpus, Pool, RawItem, Story, newer, placed, real_items


@pytest.fixture(scope="module")
def items() -> list[RawItem]:
    return real_items()


@pytest.fixture(scope="module")
def stories(items: list[RawItem]) -> list[Story]:
    return list(islice(Pool(items).stories(), 300))


def test_it_is_the_same_again(items: list[RawItem], stories: list[Story]) -> None:
    assert list(islice(Pool(items).stories(), 300)) == stories
    assert choose(stories) == choose(stories)


def test_half_of_it_is_chinese(stories: list[Story]) -> None:
    assert Counter(story.language for story in stories) == {"zh": 150, "en": 150}
    as_said = [story for story in stories if detect_language(story.text) == story.language]
    assert len(as_said) > 290
    assert [story.number for story in stories] == list(range(1, 301))


def test_its_dates_are_spread_over_decades(stories: list[Story]) -> None:
    years = Counter(story.day.year for story in stories)
    assert len(years) > 30
    assert min(years) >= 1980
    assert max(years) <= 2023
    late = sum(count for year, count in years.items() if year >= 2001)
    assert 0.6 < late / 300 < 0.9


def test_beyond_the_real_items_new_ones_are_made_of_their_paragraphs(items: list[RawItem]) -> None:
    few = [item for item in items if item.paragraphs][:60] + items[-60:]
    known = {paragraph for item in few for paragraph in item.paragraphs}
    titles = {item.title for item in few}
    made = list(islice(Pool(few).stories(1_000_001), 200))
    for story in made:
        title, *paragraphs = story.text.split("\n")
        assert title in titles
        assert paragraphs
        assert set(paragraphs) <= known
    assert len({story.text for story in made}) > 150
    assert len({story.source for story in made}) > 5
    # The same whether or not those before were made too.
    assert next(Pool(few).stories(1_000_101)) == made[100]


def test_tokens_keep_their_positions(stories: list[Story]) -> None:
    for story in stories:
        made = [(token.position, token.text) for token in tokens(story.text)]
        assert list(placed(story.tokens)) == made


def test_a_story_is_read_from_the_file_by_number(
    stories: list[Story], monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path_factory.mktemp("scratch")))
    corpus = Corpus(50)
    assert list(corpus) == stories[:50]
    assert list(Corpus(50)) == stories[:50]
    assert corpus.story(37) == stories[36]
    assert corpus.bytes == sum(len(story.text.encode()) for story in stories[:50])


def test_newer_stories_follow_and_are_marked(stories: list[Story]) -> None:
    fresh = newer(5, 20, "marker")
    assert [story.number for story in fresh] == [21, 22, 23, 24, 25]
    assert fresh[0].text == f"{stories[20].text}\nmarker"
    assert fresh[0].tokens.split()[-1] == "marker"


def test_every_class_has_several_questions(stories: list[Story]) -> None:
    asked = Counter(query.group for query in choose(stories))
    assert list(asked) == list(CLASSES)
    assert min(asked.values()) >= 5
    assert max(asked.values()) <= 12
