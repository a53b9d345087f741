"""Makes contact sheets: of one item, of what was found, of a whole archive."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from desktop_app.errors import Cancelled
from desktop_app.search.highlight import Highlighter
from desktop_app.sheets.people import CaptionNames, Named
from desktop_app.sheets.sheet import PathOf, Sheet, SheetSort, in_order
from desktop_app.speech_search.speakers import Speakers
from desktop_app.store.photo_shelf import PhotoHead
from desktop_app.store.reading import PhotoReading

Stop = Callable[[], bool]
_EACH = 200  # captions between two looks at whether to stop


def never() -> bool:
    """What is never cancelled."""
    return False


class Sheets:
    """Reads the photos of an archive. Safe for several threads."""

    def __init__(
        self, shelf: PhotoReading, path_of: PathOf, speakers: Callable[[], Speakers]
    ) -> None:
        """Read `shelf`; `speakers` tells who speaks in the archive, for names in captions."""
        self._shelf, self._path_of, self._speakers = shelf, path_of, speakers

    def all(self, sort: SheetSort = SheetSort.NEWEST) -> Sheet:
        """All photos."""
        return self._sheet(self._shelf.heads(), sort)

    def of_item(self, item_id: str, sort: SheetSort = SheetSort.ITEM) -> Sheet:
        """The photos of the item with this id."""
        return self._sheet(self._shelf.heads_of(item_id), sort)

    def of_items(
        self,
        numbers: Collection[int],
        sort: SheetSort = SheetSort.NEWEST,
        marked: Highlighter | None = None,
        cancelled: Stop = never,
    ) -> Sheet:
        """The photos of the items with these numbers.

        Where `marked` looks for words in captions alone (``caption:``), only those photos whose
        caption has some of them: the others of an item are not what was asked for. Raises
        `Cancelled`.
        """
        wanted = frozenset(numbers)
        heads = [head for head in self._shelf.heads() if head.item in wanted]
        if marked is not None and _in_captions_alone(marked):
            heads = [
                head
                for head, caption in self._captions(heads, cancelled)
                if marked.in_caption(caption)
            ]
        return self._sheet(heads, sort)

    def people(self, sheet: Sheet, cancelled: Stop = never) -> list[Named]:
        """Who is named in the captions of `sheet`, most photos first. Raises `Cancelled`."""
        names = CaptionNames.of(self._speakers())
        return names.count(caption for _head, caption in self._captions(sheet.heads, cancelled))

    def showing(self, sheet: Sheet, person: Named, cancelled: Stop = never) -> Sheet:
        """The photos of `sheet` whose caption names `person`. Raises `Cancelled`."""
        kept = [
            head
            for head, caption in self._captions(sheet.heads, cancelled)
            if person.is_in(caption)
        ]
        return Sheet.of(kept, self._shelf, self._path_of)

    def _sheet(self, heads: Sequence[PhotoHead], sort: SheetSort) -> Sheet:
        return Sheet.of(in_order(heads, sort), self._shelf, self._path_of)

    def _captions(
        self, heads: Sequence[PhotoHead], cancelled: Stop
    ) -> Iterator[tuple[PhotoHead, str]]:
        for number, each in enumerate(self._shelf.captions(heads)):
            if number % _EACH == 0 and cancelled():
                raise Cancelled
            yield each


def _in_captions_alone(marked: Highlighter) -> bool:
    return bool(marked.terms("caption")) and not (marked.terms("body") or marked.terms("title"))
