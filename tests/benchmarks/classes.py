"""The questions the engines are asked, chosen from the corpus by how many stories they find.

Nothing is picked by hand: for each class all candidates are counted in the first stories
of the corpus, those within a band of document frequency are put in order, and some at
even distances are taken. The same corpus gives the same questions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from desktop_app.language.folding import fold
from desktop_app.language.tokens import HAN, tokens
from tests.benchmarks.corpus import Story

SAMPLE = 5_000  # stories looked at to choose the questions
PER_CLASS = 7
CLASSES = (
    "common term",
    "middling term",
    "rare term",
    "two-word and",
    "three-word or",
    "English phrase",
    "prefix of 2",
    "prefix of 3",
    "fuzzy",
    "Chinese word of 2",
    "Chinese phrase of 4",
    "Chinese phrase of 6",
    "dates, newest first",
    "facets",
    "top 20, ids",
    "top 20, snippets",
)


@dataclass(frozen=True, slots=True)
class Query:
    """One question. All engines answer with the exact count and the ids of the best 20.

    `op` is how `words` (tokens) are joined: ``row`` (side by side; of one word: that
    word), ``and``, ``or``, ``prefix``, ``fuzzy`` (distance 1). `first` and `last` are
    yyyymmdd, 0 for any date; with `newest` the hits come newest first. `facets` asks
    for counts by year and language over all hits, `snippets` for marked passages.
    """

    group: str
    op: str
    words: tuple[str, ...]
    text: str
    first: int = 0
    last: int = 0
    newest: bool = False
    facets: bool = False
    snippets: bool = False

    @property
    def label(self) -> str:
        """The question as a person would write it."""
        joined = {"and": " ", "or": " OR "}.get(self.op)
        words = joined.join(self.words) if joined else self.text
        form = {"prefix": "{}*", "fuzzy": "{}~"}.get(self.op, "{}").format(words)
        return f"{form} {self.first}..{self.last}" if self.first else form


def row(group: str, text: str) -> Query:
    """`text` side by side."""
    return Query(group, "row", tuple(token.text for token in tokens(text)), text)


@dataclass(frozen=True, slots=True)
class _Counts:
    """Document frequencies in the sample."""

    stories: Sequence[Story]
    words: Mapping[str, int]

    def band(
        self, counts: Mapping[str, int], low: float, high: float, take: int = PER_CLASS
    ) -> list[str]:
        """Some of `counts` found in a share of `low` to `high` of the stories."""
        total = len(self.stories)
        wide = [text for text, found in counts.items() if found >= 2]
        inside = [text for text in wide if low <= counts[text] / total <= high]
        # A tiny corpus may have none in the band: then those nearest to it.
        middle = (low + high) / 2 * total
        near = sorted(wide, key=lambda text: (abs(counts[text] - middle), text))
        chosen = inside if len(inside) >= take else near[:take]
        return spread(sorted(chosen, key=lambda text: (-counts[text], text)), take)


def spread(values: Sequence[str], take: int) -> list[str]:
    """`take` of `values`, at even distances, the first and the last among them."""
    if len(values) <= take:
        return list(values)
    return [values[place * (len(values) - 1) // (take - 1)] for place in range(take)]


def choose(stories: Sequence[Story]) -> list[Query]:
    """The questions of all classes, in the order of `CLASSES`."""
    counts = _Counts(stories, _frequencies(set(story.tokens.split()) for story in stories))
    latin = {word: n for word, n in counts.words.items() if word.isascii() and word.isalpha()}
    middling = counts.band({w: n for w, n in latin.items() if len(w) > 3}, 0.03, 0.08, 60)
    chinese = {length: _runs(counts, length) for length in (2, 4, 6)}
    by_group = {
        "common term": _rows("common term", counts.band(latin, 0.15, 1.0)),
        "middling term": _rows("middling term", spread(middling, PER_CLASS)),
        "rare term": _rows("rare term", counts.band(latin, 0.001, 0.004)),
        "two-word and": _together(counts, middling),
        "three-word or": _either(middling),
        "English phrase": _rows("English phrase", _phrases(counts)),
        "prefix of 2": _prefixes(counts, 2, 0.15, 0.45),
        "prefix of 3": _prefixes(counts, 3, 0.05, 0.30),
        "fuzzy": [_misspelt(word) for word in _long(counts, latin)],
    }
    for length, name in ((2, "word"), (4, "phrase"), (6, "phrase")):
        group = f"Chinese {name} of {length}"
        by_group[group] = _rows(group, chinese[length])
    mixed = [*by_group["middling term"][::2], *by_group["Chinese word of 2"][::2]]
    by_group["dates, newest first"] = _dated(stories, mixed)
    wide = [*by_group["common term"][::2], *by_group["Chinese word of 2"][::2]]
    by_group["facets"] = [replace(q, group="facets", facets=True) for q in wide]
    shown = [*mixed[::2], *by_group["Chinese phrase of 4"][::3], *by_group["English phrase"][::3]]
    by_group["top 20, ids"] = [replace(q, group="top 20, ids") for q in shown]
    by_group["top 20, snippets"] = [
        replace(q, group="top 20, snippets", snippets=True) for q in shown
    ]
    return [query for group in CLASSES for query in by_group[group]]


def _frequencies(sets: Iterable[set[str]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for each in sets:
        counts.update(each)
    return counts


def _rows(group: str, texts: Iterable[str]) -> list[Query]:
    return [row(group, text) for text in texts]


def _together(counts: _Counts, words: Sequence[str]) -> list[Query]:
    wanted = set(words)
    pairs: Counter[str] = Counter()
    for story in counts.stories:
        here = sorted(wanted.intersection(story.tokens.split()))
        pairs.update(" ".join(pair) for pair in combinations(here, 2))
    chosen = counts.band(pairs, 0.005, 0.02)
    return [Query("two-word and", "and", tuple(pair.split()), pair) for pair in chosen]


def _either(words: Sequence[str]) -> list[Query]:
    triples = [words[place::PER_CLASS][:3] for place in range(PER_CLASS)]
    return [Query("three-word or", "or", tuple(each), " ".join(each)) for each in triples]


def _phrases(counts: _Counts) -> list[str]:
    """Two English words of four letters or more that often stand side by side."""
    pairs = _frequencies(
        {
            f"{first} {second}"
            for first, second in pairwise(story.tokens.split(" "))
            if min(len(first), len(second)) > 3 and (first + second).isascii()
            if (first + second).isalpha()
        }
        for story in counts.stories
    )
    return counts.band(pairs, 0.003, 0.03)


def _prefixes(counts: _Counts, length: int, low: float, high: float) -> list[Query]:
    beginnings = _frequencies(
        {word[:length] for word in story.tokens.split() if len(word) >= length}
        for story in counts.stories
    )
    latin = {text: n for text, n in beginnings.items() if text.isascii() and text.isalpha()}
    chosen = counts.band(latin, low, high)
    return [Query(f"prefix of {length}", "prefix", (text,), text) for text in chosen]


def _long(counts: _Counts, latin: Mapping[str, int]) -> list[str]:
    return counts.band({word: n for word, n in latin.items() if len(word) > 6}, 0.01, 0.08)


def _misspelt(word: str) -> Query:
    """`word` with the letter in its middle left out."""
    wrong = word[: len(word) // 2] + word[len(word) // 2 + 1 :]
    return Query("fuzzy", "fuzzy", (wrong,), wrong)


def _runs(counts: _Counts, length: int) -> list[str]:
    """Chinese of `length` characters that stands by itself somewhere, so that it is words."""
    folded = [fold(story.text) for story in counts.stories if story.language == "zh"]
    alone = _frequencies(
        {run for run in HAN.findall(text) if len(run) == length} for text in folded
    )
    often = sorted(alone, key=lambda run: (-alone[run], run))[:80]
    found = {run: sum(run in text for text in folded) for run in often}
    low, high = (0.02, 0.12) if length == 2 else (0.002, 0.05)
    return counts.band(found, low, high)


def _dated(stories: Sequence[Story], queries: Sequence[Query]) -> list[Query]:
    """Each question within a span that holds the middle half of its language's stories."""
    by_language: dict[bool, list[int]] = {True: [], False: []}
    for story in stories:
        by_language[story.language == "en"].append(story.date)
    spans = {key: _quartiles(sorted(days)) for key, days in by_language.items()}
    return [
        replace(query, group="dates, newest first", newest=True, first=first, last=last)
        for query in queries
        for first, last in [spans[query.text.isascii()]]
    ]


def _quartiles(days: Sequence[int]) -> tuple[int, int]:
    return days[len(days) // 4], days[len(days) * 3 // 4]
