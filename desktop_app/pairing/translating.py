"""Words of both languages as Chinese words, by the bilingual lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.language.folding import fold
from desktop_app.language.lexicon.lexicon import Lexicon
from desktop_app.language.tokens import HAN
from desktop_app.pairing.latin import is_telling

MOST_CHINESE, MOST_ENGLISH = 160, 320  # terms of one item
_CHARACTERS = 2500  # of a text: the beginning of a story says what it is about
_TRANSLATIONS = 4  # of an English word
_LEAST = 0.25  # weight of a translation, of 1
_KNOWN = 200_000  # words and beginnings remembered at most, some 40 MB
_ENGLISH = re.compile(r"[A-Za-z]{3,}")


class Translator:
    """Asks the lexicon once for each word, as a whole archive's words repeat.

    For one thread. English words alone take 0.3 ms each, of which a text has hundreds.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        """Ask `lexicon`."""
        self._lexicon = lexicon
        self._chinese: dict[str, tuple[str, ...]] = {}
        self._beginning: dict[str, tuple[str, ...]] = {}

    def words(self, text: str, is_chinese: bool) -> Iterator[str]:
        """Yield Chinese words of two characters or more, simplified: a text's, or for its words."""
        if is_chinese:
            for run in HAN.findall(fold(text[:_CHARACTERS])):
                yield from self._in_run(run)
            return
        told = (word.lower() for word in _ENGLISH.findall(text[: 2 * _CHARACTERS]))
        for word in dict.fromkeys(filter(is_telling, told)):
            yield from self._translated(word)

    def _in_run(self, run: str) -> Iterator[str]:
        """The words of a run of Chinese characters, by longest match.

        Half of the time it takes to read a Chinese item is spent here.
        """
        place, known = 0, self._beginning
        while place + 1 < len(run):
            start = run[place : place + 2]
            words = known.get(start)
            for word in self._from(start) if words is None else words:
                if run.startswith(word, place):
                    yield word
                    place += len(word)
                    break
            else:
                place += 1

    def _from(self, start: str) -> tuple[str, ...]:
        """The words that begin with these two characters, the longest first."""
        _make_room(self._beginning)
        known = self._beginning[start] = self._lexicon.beginning_with(start)
        return known

    def _translated(self, word: str) -> tuple[str, ...]:
        known = self._chinese.get(word)
        if known is None:
            _make_room(self._chinese)
            found = self._lexicon.chinese_of(word, _TRANSLATIONS)
            known = tuple(
                each.word for each in found if len(each.word) > 1 and each.weight >= _LEAST
            )
            self._chinese[word] = known
        return known


def _make_room(known: dict[str, tuple[str, ...]]) -> None:
    if len(known) >= _KNOWN:
        known.clear()
