"""From the tree of a query to the steps that answer it on one snapshot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Union

import numpy as np

from desktop_app.language.folding import fold
from desktop_app.language.syllables import split_pinyin
from desktop_app.language.tokens import HAN, Token, tokens
from desktop_app.search.codec.blocks import Array
from desktop_app.search.codec.patterns import WordFinder
from desktop_app.search.language_column import languages_in
from desktop_app.search.nodes import (
    All,
    AnyOf,
    Boost,
    DateRange,
    Everything,
    Fuzzy,
    Keyword,
    Mark,
    Near,
    Node,
    Not,
    OwnFirst,
    Prefix,
    Text,
    Wildcard,
)
from desktop_app.search.outside import Outside
from desktop_app.search.plan.combining import AllStep, AnyStep, BonusStep, BoostStep
from desktop_app.search.plan.filters import EverythingStep, FilterStep, having, in_range, numbered
from desktop_app.search.plan.nearness import BodyStep, NearStep
from desktop_app.search.plan.own_first import FirstStep
from desktop_app.search.plan.step import Step
from desktop_app.search.plan.words import ManyWords, PhraseStep, WordStep
from desktop_app.search.snapshot import Snapshot

LANGUAGES = {"zh": ("zh", "chinese", "中文", "汉语"), "en": ("en", "english", "英文", "英语")}
# A word that more texts hold as it is typed than this is a word, not pinyin: at most
# so many, or this share of all.
_RARE, _RARE_SHARE = 5, 0.001
_LONGEST_PINYIN = 8  # syllable rows tried for one word or run of words

Leaf = Union[Near, Prefix, Wildcard, Fuzzy, DateRange, Keyword, Mark, Everything]  # noqa: UP007 (3.10)
Placed = Union[WordStep, PhraseStep]  # noqa: UP007 (3.10)


class Compiler:
    """Makes the steps of queries against one snapshot."""

    def __init__(self, snapshot: Snapshot, outside: Outside) -> None:
        """Look words up in `snapshot`; `outside` knows what is marked."""
        self._snapshot, self._outside = snapshot, outside

    def compile(self, node: Node) -> Step:
        """The steps that answer `node`."""
        if isinstance(node, Text):
            return self._or_pinyin([node])
        if isinstance(node, All):
            return self._all(node.parts)
        if isinstance(node, OwnFirst):
            return FirstStep(*map(self.compile, node.parts))
        if isinstance(node, AnyOf):
            return AnyStep([self.compile(part) for part in node.parts])
        if isinstance(node, Not):
            return AllStep([EverythingStep()], (), [self.compile(node.part)])
        if isinstance(node, Boost):
            return BoostStep(self.compile(node.part), node.factor)
        return self._leaf(node)

    def _leaf(self, node: Leaf) -> Step:
        if isinstance(node, Near):
            return self._near(node)
        if isinstance(node, (Prefix, Wildcard, Fuzzy)):
            return self._many(node)
        if isinstance(node, DateRange):
            return in_range("date", node.first, node.last)
        if isinstance(node, Mark):
            return numbered(node.field, node.value, self._outside.numbers(node))
        return _keyword(node) if isinstance(node, Keyword) else EverythingStep()

    def _all(self, nodes: Sequence[Node]) -> Step:
        """All of `nodes`: the excluding ones and the filters act on what the rest finds."""
        excluded = [self.compile(node.part) for node in nodes if isinstance(node, Not)]
        wanted = [node for node in nodes if not isinstance(node, Not)]
        steps = [
            step
            for latin, run in groupby(wanted, _may_be_pinyin)
            for step in self._run(list(run), latin)
        ]
        filters = [step for step in steps if isinstance(step, FilterStep)]
        parts = [step for step in steps if not isinstance(step, FilterStep)]
        if not parts and filters:
            parts, filters = [filters[0]], filters[1:]
        return AllStep(parts or [EverythingStep()], filters, excluded)

    def _run(self, nodes: list[Node], latin: bool) -> Iterator[Step]:
        """Neighbouring words may be pinyin together."""
        words = [node for node in nodes if isinstance(node, Text)]
        if latin and len(words) > 1:
            yield self._or_pinyin(words)
        else:
            yield from (self.compile(node) for node in nodes)

    # Words

    def _or_pinyin(self, nodes: Sequence[Text]) -> Step:
        """The words as they are, or Chinese names in titles and among speakers read so."""
        steps = [self._text(node) for node in nodes]
        plain = steps[0] if len(steps) == 1 else AllStep(steps)
        if not all(map(_may_be_pinyin, nodes)):
            return plain
        spoken = list(self._pinyin([node.text for node in nodes]))
        return AnyStep([plain, *spoken]) if spoken else plain

    def _pinyin(self, words: list[str]) -> Iterator[Step]:
        """The ways to read `words` as pinyin that are indexed."""
        rows = split_pinyin(" ".join(words))
        if rows is None or not any(self._is_rare(word) for word in words):
            return
        for row in rows[:_LONGEST_PINYIN]:
            found = [self._snapshot.word("pinyin", syllable) for syllable in row]
            if len(row) > 1 and all(word.documents for word in found):
                yield PhraseStep(found, range(len(found)))

    def _is_rare(self, word: str) -> bool:
        """Whether `word` may be pinyin: of several syllables, and seldom found as typed."""
        rows = split_pinyin(word)
        if rows is None or max(map(len, rows)) < 2:
            return False
        held = self._snapshot.word("text", fold(word)).documents
        return held <= max(_RARE, _RARE_SHARE * self._snapshot.count)

    def _text(self, node: Text) -> Step:
        """Words side by side; those in a title count once more."""
        words = list(tokens(node.text))
        if node.field == "body":
            return self._body(words, node.exact)
        found = self._words(node.field, words, node.exact)
        if node.field != "text":
            return found
        bonus = self._words("title", words, node.exact)
        return BonusStep(found, bonus) if any(map(bonus.size, self._snapshot.views)) else found

    def _words(self, field: str, words: Sequence[Token], exact: bool) -> Step:
        if len(words) == 1:
            return self._word(field, words[0].text, exact)
        return self._placed(field, words)

    def _word(self, field: str, word: str, exact: bool) -> Step:
        if len(word) == 1 and HAN.match(word):
            return self._found(field, f"*{word}*", lambda finder: finder.with_character(word))
        forms = [word] if exact else self._forms(field, word)
        steps = [WordStep(self._snapshot.word(field, form)) for form in forms]
        return steps[0] if len(steps) == 1 else AnyStep(steps)

    def _placed(self, field: str, words: Sequence[Token]) -> Placed:
        """The words at exactly their distances."""
        found = [self._snapshot.word(field, word.text) for word in words]
        if len(found) == 1:
            return WordStep(found[0])
        return PhraseStep(found, [word.position - words[0].position for word in words])

    def _forms(self, field: str, word: str) -> list[str]:
        """The forms of a Latin word in any segment, or the word alone."""
        if not word.isascii() or not word.isalpha() or len(word) < 3:
            return [word]
        return self._snapshot.forms(field, word) or [word]

    def _body(self, words: Sequence[Token], exact: bool) -> Step:
        """Words in a paragraph: where all text holds them more often than its other parts."""
        word = words[0].text
        forms = [word] if exact or len(words) > 1 else self._forms("text", word)
        if forms != [word]:
            return AnyStep([self._body(list(tokens(form)), True) for form in forms])
        if len(words) == 1 and len(word) == 1 and HAN.match(word):
            return self._word("text", word, exact)
        elsewhere = [self._placed(field, words) for field in ("title", "caption")]
        return BodyStep(self._placed("text", words), elsewhere)

    def _near(self, node: Near) -> Step:
        field = "text" if node.field == "body" else node.field
        rows = [list(tokens(part)) for part in node.parts]
        parts = [self._placed(field, row) for row in rows]
        lengths = [row[-1].position - row[0].position + 1 for row in rows]
        return parts[0] if len(parts) == 1 else NearStep(parts, lengths, node.distance)

    def _many(self, node: Prefix | Wildcard | Fuzzy) -> Step:
        """All words of a kind; a kind of several words is those words side by side."""
        field = "text" if node.field == "body" else node.field
        if isinstance(node, Wildcard):
            pattern = fold(node.pattern)
            return self._found(field, pattern, lambda finder: finder.like(pattern))
        words = list(tokens(node.text))
        if len(words) > 1:
            return self._text(Text(node.text, node.field))
        word = words[0].text
        if isinstance(node, Prefix):
            return self._found(field, f"{word}*", lambda finder: finder.beginning(word))
        distance = node.distance
        return self._found(field, f"{word}~{distance}", lambda f: f.similar(word, distance))

    def _found(
        self, field: str, name: str, find: Callable[[WordFinder], range | Array]
    ) -> ManyWords:
        """The words that `find` gives the numbers of in each segment."""
        finders = [view.finder(field) for view in self._snapshot.views]
        nothing = np.empty(0, np.int64)
        return ManyWords(field, name, [nothing if each is None else find(each) for each in finders])


def _may_be_pinyin(node: Node) -> bool:
    """Whether `node` is a Latin word looked for in all text or among speakers."""
    if not isinstance(node, Text) or node.exact or node.field not in ("text", "title", "speaker"):
        return False
    return not HAN.search(node.text) and split_pinyin(node.text) is not None


def _keyword(node: Keyword) -> FilterStep:
    if node.field == "has":
        return in_range("has", 1, 1)
    value = fold(node.value)
    if node.field == "lang":
        code = next((code for code, names in LANGUAGES.items() if value in names), value)
        return having("language", code, lambda stored: code in languages_in(stored))
    if node.field == "kind":
        return having("kind", value, value.__eq__)
    return having("source", value, lambda source: value in fold(source))
