"""One state of an index, open for searching: its segments and their common figures."""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from pathlib import Path

from desktop_app.search.codec.contents import Contents
from desktop_app.search.codec.segment_reader import SegmentColumns
from desktop_app.search.indexed_word import IndexedWord
from desktop_app.search.twins import NO_TWINS, Twins
from desktop_app.search.view import K1, View

_REMEMBERED = 4096  # words whose places are kept, so that typing on looks up one word anew


class Snapshot:
    """The segments of one commit, or of several indexes' together.

    Safe to use from several threads at once.
    """

    def __init__(self, views: Sequence[View], count: int, twins: Twins = NO_TWINS) -> None:
        """Use `views`, each at its place, in which `count` documents are not deleted.

        Of documents that are `twins`, a search shows one.
        """
        self.views, self.count, self.twins = views, count, twins
        self._all = sum(view.count for view in self.views)
        self._words: dict[tuple[str, str], IndexedWord] = {}
        self._averages: dict[str, float] = {}
        self._forms: dict[tuple[str, str], list[str]] = {}

    @classmethod
    def open(cls, folder: Path, contents: Contents) -> Snapshot:
        """Open the segments of `contents`; raises `IndexDamaged`."""
        views = [
            View(place, SegmentColumns(folder, record), record.living())
            for place, record in enumerate(contents.segments)
        ]
        return cls(views, sum(record.doc_count() for record in contents.segments))

    def places(self, field: str, word: bytes) -> tuple[int, ...]:
        """The number of `word` in each segment's `field`, -1 where it is not."""
        fields = [view.segment.field(field) for view in self.views]
        return tuple(-1 if held is None else held.find(word) for held in fields)

    def word(self, field: str, text: str) -> IndexedWord:
        """The folded word `text` in every segment's `field`."""
        found = self._words.get((field, text))
        if found is None:
            places = self.places(field, text.encode())
            documents = self.documents_with(field, places)
            weight = self.idf(documents) * (K1 + 1)
            average = self.average_length(field)
            found = IndexedWord(field, text, places, documents, weight, average)
            if len(self._words) >= _REMEMBERED:
                self._words.clear()
            self._words[field, text] = found
        return found

    def documents_with(self, field: str, places: Sequence[int]) -> int:
        """How many documents, deleted ones too, hold the word at `places`."""
        total = 0
        for view, place in zip(self.views, places):  # noqa: B905 (hot)
            held = view.segment.field(field) if place >= 0 else None
            if held is not None:
                start, stop = held.span(place)
                total += stop - start
        return total

    def idf(self, documents: int) -> float:
        """The weight of a word that so many documents hold, as Whoosh reckons it."""
        return log((self._all or 1) / (documents + 1)) + 1

    def average_length(self, field: str) -> float:
        """The tokens of `field` a document, over all documents, deleted ones too."""
        average = self._averages.get(field)
        if average is None:
            held = [view.segment.field(field) for view in self.views]
            total = sum(each.record.length for each in held if each is not None)
            average = self._averages[field] = total / (self._all or 1)
        return average

    def forms(self, field: str, word: str) -> list[str]:
        """The forms of an English word that any segment's `field` holds, sorted."""
        found = self._forms.get((field, word))
        if found is None:
            finders = [view.finder(field) for view in self.views]
            forms = {form for finder in finders if finder for form in finder.forms(word)}
            if len(self._forms) >= _REMEMBERED:
                self._forms.clear()
            found = self._forms[field, word] = sorted(forms)
        return found
