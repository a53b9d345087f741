"""“Did you mean”: words that the index knows in place of words that it does not.

A Latin word becomes the most frequent one a letter or two away. A Chinese word becomes
the most frequent row of characters that sounds the same, its pairs all indexed: 和作 is
合作, 王书国 is 王树国. Whoever offers a correction tries first whether it finds anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log

from desktop_app.language.folding import fold
from desktop_app.language.pinyin import homophones
from desktop_app.language.tokens import HAN, runs
from desktop_app.search.engine import Vocabulary
from desktop_app.search.query_lexer import Kind, lexemes

_SHORTEST, _SHORT = 3, 5  # letters: shorter words have no neighbours, or only near ones
_LONGEST = 12  # characters of a Chinese run that is corrected
_PAIRS = 2000  # indexed pairs looked at that begin with one character
_CHANGE = 3.0  # what a change costs: twenty times as many documents
_SIGNS = "*?~^="


def corrected(query: str, vocabulary: Vocabulary) -> str | None:
    """`query` with each word the index does not know as one it knows; None if none is."""
    parts, place = [], 0
    for start, end in _words(query):
        better = _better(query[start:end], vocabulary)
        if better:
            parts += [query[place:start], better]
            place = end
    return "".join([*parts, query[place:]]) if parts else None


def _words(query: str) -> Iterator[tuple[int, int]]:
    """The places of plain words, which have no sign on them, and of phrases."""
    for lexeme in lexemes(query):
        if lexeme.kind is Kind.WORD and not set(lexeme.text) & set(_SIGNS):
            yield lexeme.start, lexeme.end
        elif lexeme.kind is Kind.PHRASE and not lexeme.suffix and not lexeme.missing:
            yield lexeme.start + 1, lexeme.end - 1


def _better(words: str, vocabulary: Vocabulary) -> str | None:
    """What may have been meant by one word, or by each word of a phrase."""
    pieces = runs(words)
    better = [_piece(piece, vocabulary) for piece in pieces]
    if not any(better):
        return None
    chosen = [new or old for new, old in zip(better, pieces, strict=True)]
    return chosen[0] if len(chosen) == 1 else " ".join(chosen)


def _piece(piece: str, vocabulary: Vocabulary) -> str | None:
    if HAN.match(piece):
        return _same_sound(piece, vocabulary) if 2 <= len(piece) <= _LONGEST else None
    if len(piece) < _SHORTEST or vocabulary.documents(piece):
        return None
    near = vocabulary.similar(piece, 1)
    if not near and len(piece) >= _SHORT:
        near = vocabulary.similar(piece, 2)
    found = [term.text for term in near if not HAN.match(term.text)]
    return found[0] if found else None


def _same_sound(run: str, vocabulary: Vocabulary) -> str | None:
    """The best row of characters read like `run`: few changes, frequent pairs.

    The best row up to each character that may stand in each place is worked out from
    those up to the place before (Viterbi), so that a long run takes no longer by far.
    """
    best = {one: (0.0 if one == run[0] else -_CHANGE, one) for one in _candidates(run[0])}
    for character in run[1:]:
        following = _candidates(character)
        reached: dict[str, tuple[float, str]] = {}
        for last, (worth, row) in best.items():
            for term in vocabulary.beginning(last, _PAIRS):
                one = term.text[1:]
                if one in following:
                    cost = 0.0 if one == character else _CHANGE
                    path = worth + log(term.documents + 1) - cost, row + one
                    reached[one] = max(reached.get(one, path), path)
        best = reached
    found = max(best.values(), default=(0.0, run))[1]
    return found if found != run else None


def _candidates(character: str) -> frozenset[str]:
    return frozenset(homophones(fold(character))) | {character}
