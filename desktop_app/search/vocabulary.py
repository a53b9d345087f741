"""The words of one field over all segments, for suggestions and corrections."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from desktop_app.search.codec.blocks import Array
from desktop_app.search.codec.patterns import WordFinder
from desktop_app.search.engine import Term
from desktop_app.search.finders import has_forms
from desktop_app.search.snapshot import Snapshot

# Words looked at in each segment for one that is asked for: a word common in all of
# the archive is among the commonest of some segment.
_SPARE = 4


class IndexVocabulary:
    """Implements `Vocabulary`."""

    def __init__(self, snapshot: Snapshot, field: str) -> None:
        """Read the words of `field`."""
        self._snapshot, self._field = snapshot, field

    def documents(self, word: str) -> int:
        """How many documents hold `word`, those deleted since the last merge too."""
        return self._snapshot.word(self._field, word).documents

    def beginning(self, prefix: str, limit: int) -> list[Term]:
        """The `limit` words in most documents that begin with `prefix`, most first."""
        return self._terms(lambda finder: finder.beginning(prefix), limit)[:limit]

    def similar(self, word: str, distance: int) -> list[Term]:
        """Words at most `distance` edits from `word`, most documents first."""
        terms = self._terms(lambda finder: finder.similar(word, distance), None)
        return [term for term in terms if term.text != word]

    def forms(self, word: str) -> list[str]:
        """The forms of an English word that are indexed, sorted; none for another word."""
        return self._snapshot.forms(self._field, word) if has_forms(word) else []

    def _terms(self, find: Callable[[WordFinder], range | Array], limit: int | None) -> list[Term]:
        words = {word for each in self._commonest(find, limit) for word in each}
        terms = (Term(word, self.documents(word)) for word in words)
        return sorted(terms, key=lambda term: (-term.documents, term.text))

    def _commonest(
        self, find: Callable[[WordFinder], range | Array], limit: int | None
    ) -> Iterable[list[str]]:
        """In each segment the commonest of the words that `find` gives the numbers of."""
        for view in self._snapshot.views:
            finder, held = view.finder(self._field), view.segment.field(self._field)
            if finder is None or held is None:
                continue
            numbers = np.asarray(find(finder), np.int64)
            most = len(numbers) if limit is None else limit * _SPARE
            if len(numbers) > most:
                counts = held.posting_starts[numbers + 1] - held.posting_starts[numbers]
                numbers = numbers[np.argsort(counts)[-most:]]
            yield [finder.words[number].decode() for number in numbers.tolist()]
