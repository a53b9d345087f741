"""Suggestions while typing: titles, speakers, frequent words, and what was asked before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice

from desktop_app.errors import Cancelled
from desktop_app.items import Item
from desktop_app.language.folding import fold
from desktop_app.language.syllables import split_pinyin
from desktop_app.language.tokens import HAN, runs
from desktop_app.search.corrections import corrected
from desktop_app.search.engine import Searches
from desktop_app.search.mark_names import NamesOf, named_at, no_names
from desktop_app.search.nodes import AnyOf, Node, Prefix, Text
from desktop_app.search.query import parse
from desktop_app.search.query_lexer import Kind, Lexeme, lexemes, quoted

MOST = 8
_MOST_OF_A_KIND = {"history": 3, "term": 4, "speaker": 3, "title": 3}
_LOOKED_AT = 30  # items, for titles and speakers
_USUAL = 0.2  # the share of items in which a Chinese word goes on so
_LONGEST_SYLLABLE = 6  # letters
_SIGNS = "*?~^="

ItemsOf = Callable[[Sequence[int]], Sequence[Item]]


def _never() -> bool:
    return False


class Source(str, Enum):
    """Where a suggestion comes from."""

    HISTORY = "history"
    TERM = "term"
    SPEAKER = "speaker"
    TITLE = "title"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What may be meant: `text` for people, `query` to ask instead of what is typed.

    `cursor` is the place in `query`, in code points, where typing would go on.
    """

    text: str
    source: Source
    query: str
    cursor: int


class Suggester:
    """Suggests from one archive's index. Safe to use from any thread."""

    def __init__(
        self,
        engine: Searches,
        items: ItemsOf,
        person: Callable[[str], str] = str,
        names: NamesOf = no_names,
    ) -> None:
        """Look words up in `engine`; `items` gives the items of document numbers.

        `person` gives what the person behind a speaker's name is called, `names` the
        collections and tags there are.
        """
        self._names = names
        self._engine = engine
        self._items = items
        self._person = person

    def suggest(
        self,
        query: str,
        cursor: int,
        history: Iterable[str] = (),
        cancelled: Callable[[], bool] = _never,
    ) -> list[Suggestion]:
        """What the word at `cursor` may become, and earlier queries like the whole.

        At most `MOST`, frequent words first, then names, titles and the past. Raises
        `Cancelled`, as `did_you_mean` does.
        """
        named = named_at(query, cursor, self._names)
        found = [Suggestion(each[0], Source.NAME, *each[1:]) for each in named]
        word = _word_at(query, cursor)
        for suggestion in self._for_word(query, *word) if word is not None else ():
            if cancelled():
                raise Cancelled
            found.append(suggestion)
        found += _past(query, history)
        distinct = {each.query: each for each in found if each.query != query}
        return list(distinct.values())[:MOST]

    def did_you_mean(self, query: str, cancelled: Callable[[], bool] = _never) -> str | None:
        """`query` with words the index knows, where that finds something."""
        better = corrected(query, self._engine.vocabulary())
        if better is None:
            return None
        found = self._engine.search(parse(better).node, cancelled=cancelled)
        return better if len(found.numbers) else None

    def _for_word(self, query: str, word: Lexeme, field: str) -> Iterator[Suggestion]:
        for source, texts in (
            (Source.TERM, self._terms(word.text, field)),
            (Source.SPEAKER, self._speakers(word.text) if field in ("text", "speaker") else ()),
            (Source.TITLE, self._titles(word.text) if field in ("text", "title") else ()),
        ):
            for text in islice(texts, _MOST_OF_A_KIND[source.value]):
                yield _in_place(query, word, text, source, field)

    def _terms(self, typed: str, field: str) -> Iterator[str]:
        """Indexed words that begin as the last word typed does."""
        pieces = runs(typed)
        if field in ("speaker", "said") or len(pieces) != 1:
            return
        vocabulary = self._engine.vocabulary("text" if field == "body" else field)
        if not HAN.match(pieces[0]):
            yield from (term.text for term in vocabulary.beginning(pieces[0], MOST))
            return
        before, last = pieces[0][:-1], pieces[0][-1]
        longer = [before + term.text for term in vocabulary.beginning(last, MOST)
                  if len(term.text) == 2]  # fmt: skip
        yield from longer if not before else self._usual(pieces[0], longer, field)

    def _usual(self, run: str, longer: Iterable[str], field: str) -> Iterator[str]:
        """Those of `longer` that a good part of the items with `run` hold.

        Pairs that are indexed need not stand side by side, and any word may follow.
        """
        least = self._count(Text(run, field)) * _USUAL
        return (each for each in longer if self._count(Text(each, field)) > least)

    def _count(self, node: Node) -> int:
        return len(self._engine.search(node).numbers)

    def _titles(self, typed: str) -> Iterator[str]:
        return (item.title for item in self._items_with(typed, "title") if item.title)

    def _speakers(self, typed: str) -> Iterator[str]:
        """The speakers, most frequent first, of items with a speaker like what is typed.

        Several names of one person are that person once.
        """
        wanted, counts = fold(typed), dict[str, int]()
        for item in self._items_with(typed, "speaker"):
            for name in {statement.speaker for statement in item.statements}:
                counts[name] = counts.get(name, 0) + 1
        ranked = sorted(counts, key=lambda name: (wanted not in fold(name), -counts[name], name))
        yield from dict.fromkeys(map(self._person, ranked))

    def _items_with(self, typed: str, field: str) -> Sequence[Item]:
        if not any(runs(typed)):
            return ()
        word: Node = Text(typed, field)
        if not HAN.search(typed) and len(runs(typed)) == 1:
            spoken = (Text(each, field) for each in (typed, *_whole_syllables(typed)))
            word = AnyOf((Prefix(typed, field), *spoken))
        matches = self._engine.search(word)
        return self._items(list(matches.numbers[:_LOOKED_AT]))


def _whole_syllables(typed: str) -> Iterator[str]:
    """The beginnings of `typed`, its last syllable left out, that are pinyin of several."""
    for end in range(len(typed) - 1, max(len(typed) - _LONGEST_SYLLABLE, 3), -1):
        ways = split_pinyin(typed[:end])
        if ways and len(ways[-1]) > 1:
            yield typed[:end]


def _word_at(query: str, cursor: int) -> tuple[Lexeme, str] | None:
    """The plain word that ends at or holds `cursor`, and the field it stands in."""
    field: Lexeme | None = None
    for lexeme in lexemes(query):
        if lexeme.start < cursor <= lexeme.end and lexeme.kind is Kind.WORD:
            plain = not set(lexeme.text) & set(_SIGNS)
            name = field.text if field is not None and field.end == lexeme.start else "text"
            filtered = name not in ("text", "title", "body", "caption", "speaker", "said")
            return None if filtered or not plain else (lexeme, name)
        field = lexeme if lexeme.kind is Kind.FIELD else None
    return None


def _in_place(query: str, word: Lexeme, text: str, source: Source, field: str) -> Suggestion:
    """`query` with `text` in place of `word`, quoted where it is more than a word."""
    new = text
    if source is not Source.TERM:
        new = quoted(text)
        if source is Source.SPEAKER and field != "speaker":
            new = f"speaker:{new}"
    whole = query[: word.start] + new + query[word.end :]
    return Suggestion(text, source, whole, word.start + len(new))


def _past(query: str, history: Iterable[str]) -> Iterator[Suggestion]:
    """Earlier queries that hold what is typed, those that begin so first."""
    typed = fold(query.strip())
    if not typed:
        return
    like = [past for past in history if typed in fold(past) and past != query.strip()]
    like.sort(key=lambda past: not fold(past).startswith(typed))
    for past in like[: _MOST_OF_A_KIND["history"]]:
        yield Suggestion(past, Source.HISTORY, past, len(past))
