"""What a reader's marks say of an archive's items: the answers that a search asks for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from desktop_app.language.folding import fold_letters
from desktop_app.marks.marks import Marks
from desktop_app.marks.schema import FAVOURITES
from desktop_app.messages import Message, message
from desktop_app.search.finders import finder_of
from desktop_app.search.nodes import Mark, Node, Prefix, Text
from desktop_app.search.outside import unknown_marks
from desktop_app.search.query_problems import Problem

_MOST_ANSWERS = 50  # remembered while someone types
_MOST_NAMED = 12  # collections or tags that a complaint names
_PAIR = Mark("has", "pair")
Numbers = Callable[[Iterable[str]], dict[str, int]]
"""The number of each of these items that there is, also by the id of a copy."""


class MarkedItems:
    """Implements `search.outside.Outside` for one archive. Safe for several threads."""

    def __init__(
        self,
        archive_id: str,
        numbers_of: Numbers,
        last_change: Callable[[], int],
        paired: Callable[[], Collection[int]] = frozenset,
    ) -> None:
        """Know no marks yet; `last_change` tells whether numbers are still right.

        `paired` gives the numbers of items that have a counterpart in the other language.
        """
        self._paired = paired
        self._archive_id, self._numbers_of, self._last_change = archive_id, numbers_of, last_change
        self._marks: Marks | None = None
        self._own: Callable[[], Marks] | None = None
        self._lock = threading.Lock()
        self._known: dict[str, int | None] = {}
        self._known_at = -1
        self._answers: dict[Mark, tuple[object, list[int]]] = {}  # each of which version

    def use(self, marks: Marks | None) -> None:
        """Answer by `marks` from now on; whoever opened them closes them."""
        self._marks = marks

    def use_own(self, open_marks: Callable[[], Marks]) -> None:
        """Answer by marks that are opened when first asked for, and closed with the archive."""
        self._own = open_marks

    def close(self) -> None:
        """Close the marks that were opened here."""
        if self._own is not None and self._marks is not None:
            self._marks.close()
            self._marks = None

    @property
    def marks(self) -> Marks | None:
        """The marks answered by; raises `MarksError` where they cannot be opened."""
        with self._lock:
            if self._marks is None and self._own is not None:
                self._marks = self._own()
            return self._marks

    def numbers(self, mark: Mark) -> Collection[int]:
        """The numbers of the items that `mark` asks for."""
        if mark == _PAIR:
            return self._paired()
        marks = self.marks
        if marks is None:
            return ()
        version = id(marks), marks.version(), self._last_change()
        answer = self._answers.get(mark)
        if answer is None or answer[0] != version:
            if len(self._answers) >= _MOST_ANSWERS:
                self._answers.clear()
            answer = self._answers[mark] = version, self._as_numbers(self._ids(marks, mark))
        return answer[1]

    def why_not(self, mark: Mark) -> Message | None:
        """Why a collection or tag is not known, and which there are."""
        marks = self.marks
        if marks is None:
            return None
        if mark.field == "in" and marks.collections.named(mark.value) is None:
            names = [each.name for each in marks.collections.all() if each.name]
            return _no_collection(mark.value, names)
        if mark.field == "tag" and not any(_tagged(marks, mark.value, "")):
            return _no_tag(mark.value, list(marks.tags.all()))
        return None

    def problems(self, node: Node) -> tuple[Problem, ...]:
        """What of the marks in a query is not known."""
        return tuple(unknown_marks(node, self))

    def names(self, field: str) -> tuple[str, ...]:
        """The collections (``in``) or tags (``tag``) there are."""
        marks = self.marks
        if marks is None:
            return ()
        if field == "tag":
            return tuple(marks.tags.all())
        return tuple(each.name for each in marks.collections.all() if each.name)

    def _ids(self, marks: Marks, mark: Mark) -> Collection[str]:
        if mark.field == "in":
            number = marks.collections.named(mark.value)
            return () if number is None else marks.collections.items(number, self._archive_id)
        if mark.field == "tag":
            return set(_tagged(marks, mark.value, self._archive_id))
        if mark.field == "note":
            return set(_noted(marks, mark.value, self._archive_id))
        return self._kept(marks, mark.value)

    def _kept(self, marks: Marks, value: str) -> Collection[str]:
        """The ids of items that have something, or are something."""
        if value == "read":
            return marks.reading.read_items(self._archive_id)
        if value == "tag":
            return marks.tags.tagged(self._archive_id)
        if value == "bookmark":
            return marks.collections.items(FAVOURITES, self._archive_id)
        return marks.highlights.items(self._archive_id, with_note=value == "note")

    def _as_numbers(self, ids: Collection[str]) -> list[int]:
        """The numbers of items; those once looked up are remembered until the archive changes."""
        with self._lock:
            now = self._last_change()
            if now != self._known_at:
                self._known, self._known_at = {}, now
            missing = [each for each in ids if each not in self._known]
            if missing:
                self._known |= dict.fromkeys(missing) | self._numbers_of(missing)
            found = (self._known[each] for each in ids)
            return [number for number in found if number is not None]


class MarkedTogether:
    """Implements `Outside` for several archives, whose numbers lie `span` apart."""

    def __init__(self, parts: Sequence[MarkedItems], span: int) -> None:
        """Ask all `parts`."""
        self._parts, self._span = parts, span

    def numbers(self, mark: Mark) -> Collection[int]:
        """The numbers of the items that `mark` asks for, in whichever archive."""
        found = ((place, part.numbers(mark)) for place, part in enumerate(self._parts))
        return [place * self._span + number for place, numbers in found for number in numbers]

    def why_not(self, mark: Mark) -> Message | None:
        """Why no archive knows what `mark` names; None where one does."""
        reasons = [part.why_not(mark) for part in self._parts]
        return None if None in reasons else reasons[0]

    def problems(self, node: Node) -> tuple[Problem, ...]:
        """What of the marks in a query is not known."""
        return tuple(unknown_marks(node, self))

    def names(self, field: str) -> tuple[str, ...]:
        """The collections (``in``) or tags (``tag``) there are."""
        return tuple(dict.fromkeys(name for part in self._parts for name in part.names(field)))


def _tagged(marks: Marks, name: str, archive_id: str) -> Iterator[str]:
    """The ids of the items with a tag, or with any that begins so where a ``*`` ends it."""
    yield from marks.tags.items(archive_id, name.removesuffix("*"), name.endswith("*"))


def _noted(marks: Marks, words: str, archive_id: str) -> Iterator[str]:
    """The ids of the items with `words` in a note or in what is highlighted."""
    begins = words.endswith("*") and len(words.split()) == 1
    find = finder_of(Prefix(words.rstrip("*")) if begins else Text(words))
    for each in marks.highlights.all(archive_id):
        texts = (each.note, each.anchor.exact)
        if any(next(find(fold_letters(text)[0]), None) for text in texts):
            yield each.subject.item


def _no_collection(name: str, names: list[str]) -> Message:
    if not names:
        return message(
            "there is no collection “{name}”, as none was made yet; bookmarks are in:favourites",
            name=name,
        )
    known = ", ".join(names[:_MOST_NAMED])
    return message("there is no collection “{name}”; there are {known}", name=name, known=known)


def _no_tag(name: str, names: list[str]) -> Message:
    if not names:
        return message("no item has the tag “{name}”; none has a tag yet", name=name)
    known = ", ".join(names[:_MOST_NAMED])
    return message("no item has the tag “{name}”; there are {known}", name=name, known=known)
