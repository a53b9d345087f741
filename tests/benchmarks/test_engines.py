"""Every engine that is here answers every question with the same count of hits."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pytest

from tests.benchmarks.classes import CLASSES, Query, choose
from tests.benchmarks.corpus import Pool, Story, real_items, spaced
from tests.benchmarks.engines import MODULES, Contestant, load

_STORIES = 300


@pytest.fixture(scope="module")
def stories() -> list[Story]:
    return list(islice(Pool(real_items()).stories(), _STORIES))


@pytest.fixture(scope="module")
def queries(stories: list[Story]) -> list[Query]:
    return choose(stories)


@pytest.fixture(scope="module", params=[name for name in MODULES if name != "stock"])
def pair(
    request: pytest.FixtureRequest, stories: list[Story], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Contestant, Contestant]]:
    """An engine and stock Whoosh, both with all stories."""
    made = []
    for name in (request.param, "stock"):
        maker = load(name)
        if isinstance(maker, str):
            pytest.skip(maker)
        engine = maker(tmp_path_factory.mktemp(name), lambda number: stories[number - 1])
        engine.build(stories)
        engine.open()
        made.append(engine)
    yield made[0], made[1]
    for engine in made:
        engine.close()


@pytest.mark.parametrize("group", CLASSES)
def test_counts_agree(
    pair: tuple[Contestant, Contestant],
    queries: list[Query],
    stories: list[Story],
    group: str,
) -> None:
    engine, stock = pair
    asked = [query for query in queries if query.group == group]
    assert asked
    for query in asked:
        expected, answer = stock.ask(query), engine.ask(query)
        assert expected is not None
        if answer is None:
            assert group == "fuzzy"
            assert engine.name in ("fts5", "xapian")
            continue
        assert (query.label, answer.count) == (query.label, expected.count)
        assert len(answer.ids) == min(expected.count, 20)
        assert len(set(answer.ids)) == len(answer.ids)
        for name, counts in expected.facets.items():
            assert dict(answer.facets[name]) == counts
        if query.snippets:
            assert len(answer.snippets) == len(answer.ids)
            if engine.name == "xapian" and not query.text.isascii():
                continue  # Xapian 1.4 marks no pairs of Chinese characters
            for number, snippet in zip(answer.ids, answer.snippets, strict=True):
                assert "<" in snippet or not _in_one_line(stories[number - 1], query)


def _in_one_line(story: Story, query: Query) -> bool:
    """Whether the words stand in one paragraph: Beilin makes its snippets of paragraphs."""
    wanted = f" {' '.join(query.words)} "
    return any(wanted in f" {spaced(line)} " for line in story.text.split("\n"))


def test_added_stories_are_found(pair: tuple[Contestant, Contestant], stories: list[Story]) -> None:
    engine, _stock = pair
    word = "zzqqvx"
    fresh = Story(**{name: getattr(stories[0], name) for name in Story.__slots__} | {
        "number": _STORIES + 1, "text": f"{stories[0].text}\n{word}",
        "tokens": f"{stories[0].tokens} {word}",
    })  # fmt: skip
    asked = Query("rare term", "row", (word,), word)
    before = engine.ask(asked)
    assert before is not None
    assert before.count == 0
    engine.append([fresh])
    after = engine.ask(asked)
    assert after is not None
    assert list(after.ids) == [_STORIES + 1]
