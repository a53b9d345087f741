"""The bilingual lexicon: words to entries, and translations both ways, with weights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import NamedTuple

from desktop_app.errors import BeilinError
from desktop_app.language.folding import fold_character
from desktop_app.language.lexicon import tables, weights
from desktop_app.language.lexicon.entries import Entry, read_line, referred
from desktop_app.language.lexicon.glosses import acronym_of, glosses, words_of
from desktop_app.language.lexicon.segmenting import Beginning, cost, segments
from desktop_app.language.lexicon.tables import BLOCK, HIGHEST, WEIGHT_BITS, ZIPF_STEPS
from desktop_app.language.lexicon.word_forms import base_forms, verbs_of
from desktop_app.messages import message
from desktop_app.places import resources

LONGEST = 20  # characters; the longest word has 19
_AROUND = 12  # characters before and after one that say which word it is part of
_LONGEST_PHRASE = 200  # characters of English
_LATER_ENTRY, _INFLECTED, _DERIVED = 0.9, 0.97, 0.8


class LexiconError(BeilinError):
    """The lexicon's file is missing or is none."""


class Translation(NamedTuple):
    """A word or phrase of the other language, and how well it answers, from 0 to 1."""

    word: str
    weight: float


@dataclass(frozen=True, slots=True)
class Found:
    """A word of the lexicon in a text, between two code points of it."""

    start: int
    end: int
    entries: tuple[Entry, ...]


def lexicon_file() -> Path:
    """Where the lexicon lies."""
    return resources() / "lexicon" / "cedict.lexicon"


class Lexicon:
    """Answers from a mapped file; may be shared by threads."""

    def __init__(self, source: tables.Bytes) -> None:
        """Read the head of `source`; raises `tables.Malformed` for another file."""
        found = tables.sections(source)
        self._facts = found["facts"]
        self._blocks = tables.pieces(found, "entries")
        self._words = tables.pieces(found, "words")
        self._of_word = tables.lists(found, "of_word")
        self._common = found["common"]
        self._glosses = tables.pieces(found, "glosses")
        self._terms = tables.pieces(found, "terms")
        self._of_term = tables.lists(found, "of_term")
        self._lines = lru_cache(maxsize=128)(self._lines_of)
        self._beginning = lru_cache(maxsize=8192)(self._words_beginning)

    @staticmethod
    def open() -> Lexicon:
        """The program's lexicon, mapped when first asked for; raises `LexiconError`."""
        return _opened(lexicon_file())

    @cached_property
    def facts(self) -> Mapping[str, str]:
        """What the dictionary says of itself: its ``date``, ``entries``, ``license``."""
        lines = self._facts.cut(0, self._facts.length).decode().split("\n")
        return {name: value for name, _, value in (line.partition("=") for line in lines)}

    def entries(self, word: str) -> tuple[Entry, ...]:
        """The entries of a word in either script or a mixture, the likeliest first."""
        return tuple(dict.fromkeys(entry for _number, entry in self._numbered(word)))

    def longest_at(self, text: str, place: int) -> Found | None:
        """The longest Chinese word that starts at `place` in `text`; None without one."""
        length = self._longest(text[place : place + LONGEST]) if place >= 0 else 0
        return self._found(text, place, place + length)

    def word_at(self, text: str, place: int) -> Found | None:
        """The Chinese word of `text` that the character at `place` is part of, or None."""
        start = max(place - _AROUND, 0)
        near = text[start : place + _AROUND]
        for first, last in self.words(near):
            if first <= place - start < last:
                return self._found(text, start + first, start + last)
        return None

    def words(self, text: str) -> Iterator[tuple[int, int]]:
        """The words of a Chinese text, as places; what is none, and Latin, is left out.

        All words that begin with a character are read when it is first met and kept: some
        20 MB where every character has been met.
        """
        return segments(text, _folded(text), self._beginning)

    def beginning_with(self, start: str) -> tuple[str, ...]:
        """The words, in either script, that begin with `start`, the longest first."""
        wanted, found = _bytes(start), []
        place = self._words.place(wanted)
        while place < len(self._words) and self._words[place].startswith(wanted):
            found.append(self._words[place].decode())
            place += 1
        return tuple(sorted(found, key=len, reverse=True))

    def zipf(self, word: str) -> float:
        """How common a Chinese word is: 3 is once in a million words; 0 where not known."""
        place = self._words.find(_bytes(word))
        return self._common.cut(place, place + 1)[0] / ZIPF_STEPS if place >= 0 else 0.0

    def chinese_of(self, english: str, limit: int = 20) -> tuple[Translation, ...]:
        """Simplified words for an English word or phrase in any form, the best first."""
        words = words_of(english) if len(english) <= _LONGEST_PHRASE else ()
        if not words:
            return ()
        best: dict[int, float] = {}
        for term, worth in self._asked(words, acronym_of(english)):
            for packed in self._term(term):
                place, weight = packed >> WEIGHT_BITS, (packed & HIGHEST) * worth / HIGHEST
                best[place] = max(weight, best.get(place, 0.0))
        order = sorted(best.items(), key=lambda each: -each[1])[:limit]
        return tuple(
            Translation(self._words[place].decode(), round(weight, 3)) for place, weight in order
        )

    def english_of(self, chinese: str, limit: int = 20) -> tuple[Translation, ...]:
        """English words and phrases for a word in either script, the best first."""
        best: dict[str, float] = {}
        for place, (number, entry) in enumerate(self._numbered(chinese)):
            own = _LATER_ENTRY**place
            for gloss, weight in zip(glosses(entry), self._glosses[number], strict=True):
                best[gloss.text] = max(own * weight / HIGHEST, best.get(gloss.text, 0.0))
            for each in self.english_of(self._referred(entry)):
                best.setdefault(each.word, each.weight * own * weights.referred_weight(entry))
        return _ranked(best.items(), limit)

    def _referred(self, entry: Entry) -> str:
        """The word that `entry` points to, where that points no further; "" else."""
        word = referred(entry)
        return "" if any(map(referred, self.entries(word))) else word

    def _asked(self, words: tuple[str, ...], acronym: str) -> Iterator[tuple[str, float]]:
        """The terms that a phrase is looked up by, and what each is worth."""
        *before, last = words
        if acronym and self._term("=" + acronym):
            yield "=" + acronym, 1.0
            return
        yield "=" + " ".join(words), 1.0
        if all(map(str.isdigit, words)):  # a year stands in the glosses of many a name
            return
        yield weights.stems(words), 1.0
        for base in base_forms(last):
            yield "=" + " ".join((*before, base)), _INFLECTED
        for noun in (last, *base_forms(last)):
            for verb in verbs_of(noun):
                yield "=" + " ".join((*before, verb)), _DERIVED

    def _longest(self, text: str) -> int:
        """How many characters the longest word has that `text` begins with."""
        written, folded = self._prefix(text), _folded(text)
        return written if folded == text else max(written, self._prefix(folded))

    def _prefix(self, text: str) -> int:
        """The same of a text as it is.

        The words that a text begins with come before it in the order, and all between one
        of them and the text begin with that word: so the last word before it has what they
        have in common.
        """
        wanted = _bytes(text)
        while wanted:
            place = self._words.place(wanted + b"\0") - 1
            before = self._words[place] if place >= 0 else b""
            if before and wanted.startswith(before):
                return len(before.decode())
            wanted = _common_start(before, wanted)
        return 0

    def _found(self, text: str, start: int, end: int) -> Found | None:
        word = text[start:end]
        return None if word.isascii() else Found(start, end, self.entries(word))

    def _words_beginning(self, character: str) -> Beginning:
        """The words that begin with `character`."""
        start = _bytes(character)
        first, last = self._words.place(start), self._words.place(start + b"\xff")
        common = self._common.cut(first, last)
        costs = {
            self._words[place].decode(): cost(common[place - first] / ZIPF_STEPS)
            for place in range(first, last)
        }
        return Beginning(costs, tuple(set(map(len, costs))))

    def _term(self, term: str) -> tuple[int, ...]:
        number = self._terms.find(_bytes(term))
        return self._of_term[number] if number >= 0 else ()

    def _numbered(self, word: str) -> list[tuple[int, Entry]]:
        """The entries of a word with their numbers, the likeliest first."""
        if not 0 < len(word) <= LONGEST:
            return []
        place = self._words.find(_bytes(word))
        if place < 0:  # perhaps in a mixture of both scripts
            place = self._words.find(_bytes(_folded(word)))
        return [(each, self._entry(each)) for each in self._of_word[place]] if place >= 0 else []

    def _entry(self, number: int) -> Entry:
        entry = read_line(self._lines(number // BLOCK)[number % BLOCK])
        if entry is None:
            raise tables.Malformed
        return entry

    def _lines_of(self, block: int) -> list[str]:
        return tables.inflated(self._blocks[block])


@lru_cache(maxsize=1)
def _opened(path: Path) -> Lexicon:
    """The lexicon in `path`, mapped once a process."""
    try:
        with path.open("rb") as file:
            return Lexicon(mmap(file.fileno(), 0, access=ACCESS_READ))
    except (OSError, ValueError, KeyError) as error:
        words = message("{file}: the dictionary is missing or damaged; install Beilin again",
                        file=path)  # fmt: skip
        raise LexiconError(words) from error


def _ranked(weighed: Iterable[tuple[str, float]], limit: int) -> tuple[Translation, ...]:
    order = sorted(weighed, key=lambda each: -each[1])[:limit]
    return tuple(Translation(word, round(weight, 3)) for word, weight in order)


def _folded(text: str) -> str:
    """`text` in simplified characters, each where it was."""
    return "".join(
        folded if len(folded := fold_character(ord(each))) == 1 else each for each in text
    )


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _common_start(one: bytes, other: bytes) -> bytes:
    length = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        length += 1
    return one[:length]
