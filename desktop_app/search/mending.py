"""An engine whose index is built anew where it turns out to be damaged.

Files are checked as they are read, so that damage may come to light at any moment:
when the index is opened, in the midst of a search, or when page ten of its matches is
read. Whatever was asked is then asked once more of the new index.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar, overload

from desktop_app.messages import Message
from desktop_app.search.codec.damage import IndexDamaged
from desktop_app.search.column_engine import ColumnEngine
from desktop_app.search.engine import Document, Matches, Searches, Sort, Term, Vocabulary
from desktop_app.search.explained import Explained
from desktop_app.search.figures import By, Counted, Frequencies, Row, Trend
from desktop_app.search.nodes import Node
from desktop_app.search.snapshot import Snapshot
from desktop_app.workers import ALONE, Workers

Value = TypeVar("Value")
Result = TypeVar("Result")
Engine = TypeVar("Engine", bound=Searches)


class MendingSearches(Generic[Engine]):
    """Implements `Searches`. Safe to use from several threads at once."""

    def __init__(self, engine: Engine, mend: Callable[[IndexDamaged], Engine]) -> None:
        """Ask `engine`; on damage, the engine that `mend` gives.

        That builds a new index; its engine may be the same one or another.
        """
        self._engine: Engine = engine
        self._renew: Callable[[IndexDamaged], Engine] = mend
        self._mending = threading.Lock()
        self.mended = 0  # how often

    def whole(self, work: Callable[[Engine], Result]) -> Result:
        """What `work` gives, done again on a new index where this one is damaged."""
        before = self.mended
        try:
            return work(self._engine)
        except IndexDamaged as error:
            self.mend(error, before)
        return work(self._engine)

    def mend(self, error: IndexDamaged, before: int) -> None:
        """Have a new index, unless there is one since `mended` was `before`."""
        with self._mending:
            if self.mended == before:
                self._engine = self._renew(error)
                self.mended += 1

    def search(
        self,
        query: Node,
        sort: Sort = Sort.RELEVANCE,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Matches:
        """Find all matches of `query`."""
        before = self.mended
        found = self.whole(lambda engine: engine.search(query, sort, cancelled))
        return MendingMatches(self, found, sort, before)

    def explain(self, query: Node) -> Explained:
        """How `query` is worked out."""
        return self.whole(lambda engine: engine.explain(query))

    def trend(self, rows: Sequence[Row], base: Node, by: By) -> Trend:
        """How many items match, by period."""
        return self.whole(lambda engine: engine.trend(rows, base, by))

    def frequencies(self, field: str, words: Sequence[str]) -> Frequencies:
        """The tokens of words."""
        return self.whole(lambda engine: engine.frequencies(field, words))

    def counted(self, field: str, numbers: Sequence[int], least: int) -> Counted:
        """The words of some documents."""
        return self.whole(lambda engine: engine.counted(field, numbers, least))

    def facets(self, numbers: Sequence[int]) -> Mapping[str, Mapping[str, int]]:
        """Counts over documents."""
        return self.whole(lambda engine: engine.facets(numbers))

    def vocabulary(self, field: str = "text") -> Vocabulary:
        """The words indexed in `field`."""
        return MendingVocabulary(self, field)


class MendingMatches:
    """Implements `Matches`; looks once more where reading them comes upon damage."""

    def __init__(
        self, engine: MendingSearches[Any], found: Matches, sort: Sort, before: int
    ) -> None:
        """Read `found`, in the order `sort`, by an engine mended `before` times or more."""
        self.query = found.query
        self._engine, self._found, self._sort, self._before = engine, found, sort, before

    def whole(self, read: Callable[[Matches], Result]) -> Result:
        """What `read` gives of the matches, found again where the index was damaged."""
        try:
            return read(self._found)
        except IndexDamaged as error:
            self._engine.mend(error, self._before)
        self._before = self._engine.mended
        self._found = self._engine.whole(lambda engine: engine.search(self.query, self._sort))
        return read(self._found)

    @property
    def numbers(self) -> Sequence[int]:
        """The documents' numbers, best first."""
        return _Mending(self, lambda matches: matches.numbers)

    @property
    def scores(self) -> Sequence[float]:
        """The score of each."""
        return _Mending(self, lambda matches: matches.scores)

    @property
    def facets(self) -> Mapping[str, Mapping[str, int]]:
        """Counts over all of them."""
        return self.whole(lambda matches: matches.facets)

    @property
    def took_ms(self) -> float:
        """The engine's own time."""
        return self._found.took_ms


class _Mending(Sequence[Value]):
    """A sequence of matches, read through `MendingMatches.whole`."""

    def __init__(self, matches: MendingMatches, of: Callable[[Matches], Sequence[Value]]) -> None:
        self._matches = matches
        self._of: Callable[[Matches], Sequence[Value]] = of

    def __len__(self) -> int:
        return self._matches.whole(lambda matches: len(self._of(matches)))

    @overload
    def __getitem__(self, place: int) -> Value: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Value]: ...
    def __getitem__(self, place: int | slice) -> Value | Sequence[Value]:
        return self._matches.whole(lambda matches: self._of(matches)[place])


class MendingVocabulary:
    """Implements `Vocabulary`."""

    def __init__(self, engine: MendingSearches[Any], field: str) -> None:
        """Read the words of `field`."""
        self._engine, self._field = engine, field

    def documents(self, word: str) -> int:
        """How many documents hold `word`."""
        return self._whole(lambda words: words.documents(word))

    def beginning(self, prefix: str, limit: int) -> Sequence[Term]:
        """The `limit` words in most documents that begin with `prefix`."""
        return self._whole(lambda words: words.beginning(prefix, limit))

    def similar(self, word: str, distance: int) -> Sequence[Term]:
        """Words at most `distance` edits from `word`."""
        return self._whole(lambda words: words.similar(word, distance))

    def forms(self, word: str) -> Sequence[str]:
        """The forms of an English word that are indexed."""
        return self._whole(lambda words: words.forms(word))

    def _whole(self, read: Callable[[Vocabulary], Result]) -> Result:
        return self._engine.whole(lambda engine: read(engine.vocabulary(self._field)))


class MendingEngine(MendingSearches[ColumnEngine]):
    """Implements `ColumnEngine`."""

    def snapshot(self) -> Snapshot:
        """What searches look at now."""
        return self.whole(lambda engine: engine.snapshot())

    @property
    def covered(self) -> int:
        """The change number the index stands at."""
        return self.whole(lambda engine: engine.covered)

    @property
    def count(self) -> int:
        """How many documents the index holds."""
        return self.whole(lambda engine: engine.count)

    def add(self, documents: Iterable[Document], covered: int, workers: Workers = ALONE) -> None:
        """Index `documents` in one commit; raises `IndexDamaged` and `WorkersLost`."""
        self._engine.add(documents, covered, workers)

    def faults(self) -> Sequence[Message]:
        """What is wrong with the index's files; mends nothing."""
        return self._engine.faults()

    def refresh(self) -> None:
        """Look at the newest commit from now on."""
        self._engine.refresh()

    def clear(self) -> None:
        """Drop the whole index."""
        self._engine.clear()

    def close(self) -> None:
        """Let go of all files."""
        self._engine.close()
