"""What is to be printed: an item, alone or beside its counterpart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.gui.article_pane.lines import Line, Role, clean, facts_of, lines_of
from desktop_app.gui.article_pane.parallel.arrangement import (
    Arrangement,
    in_columns,
    interleaved,
)
from desktop_app.gui.article_pane.parallel.parts import merged_photos
from desktop_app.gui.article_pane.parallel.twin import Twin
from desktop_app.i18n.catalog import Catalog
from desktop_app.items import Item, Origin


@dataclass(frozen=True, slots=True)
class PrintedItem:
    """`copies` are where else it was found; `twin` stands beside it, in `columns` or not.

    `archive` is the name of the one it is in, whose photos `photo_path` finds.
    """

    item: Item
    copies: tuple[Origin, ...] = ()
    twin: Twin | None = None
    columns: bool = True
    archive: str = ""
    photo_path: Callable[[str], Path] = Path

    @property
    def with_photos(self) -> Item:
        """The item, with the photos of its counterpart behind its own."""
        if self.twin is None:
            return self.item
        return replace(self.item, photos=merged_photos(self.item, self.twin.item)[0])

    def lines(self, catalog: Catalog, shown: Sequence[bool], photos: bool) -> list[Line]:
        """The lines of the item alone; `shown` says of each photo whether it can be.

        Without `photos` their words are left out with them.
        """
        lines = lines_of(self.item, catalog, shown, self.copies)
        return _on_paper(self.item, lines, catalog, photos)

    def arrangement(self, catalog: Catalog, shown: Sequence[bool], photos: bool) -> Arrangement:
        """The lines of both items; `shown` is of the photos of `with_photos`."""
        assert self.twin is not None
        numbers = merged_photos(self.item, self.twin.item)[1]
        theirs = [shown[numbers[number]] for number in range(len(self.twin.item.photos))]
        lines = lines_of(self.twin.item, catalog, theirs)
        other = _on_paper(self.twin.item, lines, catalog, photos)
        own = self.lines(catalog, shown, photos)
        arrange = in_columns if self.columns else interleaved
        return arrange(own, other, self.item, self.twin)


def _on_paper(item: Item, lines: Sequence[Line], catalog: Catalog, photos: bool) -> list[Line]:
    """On paper an address must be there to the last letter, and nobody counts minutes."""
    texts = {Role.LINK: item.url, Role.FACTS: facts_of(item, catalog)}
    return [
        replace(line, text=clean(texts[line.role])) if line.role in texts else line
        for line in lines
        if photos or line.photo < 0
    ]
