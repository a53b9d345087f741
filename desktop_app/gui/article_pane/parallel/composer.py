"""What is set for reading: an item alone, or with its counterpart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QSize

from desktop_app.gui.article_pane.history import Place
from desktop_app.gui.article_pane.lines import Line, lines_of
from desktop_app.gui.article_pane.parallel.arrangement import (
    Arrangement,
    in_columns,
    interleaved,
)
from desktop_app.gui.article_pane.parallel.columns import ColumnSheet
from desktop_app.gui.article_pane.parallel.parts import merged_photos
from desktop_app.gui.article_pane.parallel.twin import Twin
from desktop_app.gui.article_pane.sheet import Sheet
from desktop_app.gui.article_pane.typography import Typography
from desktop_app.i18n.catalog import Catalog
from desktop_app.items import Item, Origin


class Composer:
    """Makes sheets of one item at a time."""

    def __init__(self) -> None:
        """Without an item."""
        self.item: Item | None = None
        self.copies: tuple[Origin, ...] = ()
        self.twin: Twin | None = None
        self.columns = True
        self.arrangement: Arrangement | None = None

    def set_item(self, item: Item | None, copies: Sequence[Origin] = ()) -> None:
        """Take `item`, alone; `copies` are where else it was found."""
        self.item, self.copies = item, tuple(copies)
        self.twin = self.arrangement = None

    def set_twin(self, twin: Twin | None, columns: bool) -> None:
        """Take the item's counterpart: in two columns, or paragraph by paragraph."""
        self.twin, self.columns, self.arrangement = twin, columns, None

    @property
    def with_photos(self) -> Item | None:
        """The item, with the photos of its counterpart behind its own."""
        if self.item is None or self.twin is None:
            return self.item
        return replace(self.item, photos=merged_photos(self.item, self.twin.item)[0])

    def lines(self, catalog: Catalog, shown: Sequence[bool]) -> list[Line]:
        """The lines to set; `shown` says of each photo of `with_photos` whether it can be."""
        if self.item is None:
            return []
        own = lines_of(self.item, catalog, shown, self.copies)
        if self.twin is None:
            return own
        numbers = merged_photos(self.item, self.twin.item)[1]
        theirs = [shown[numbers[number]] for number in range(len(self.twin.item.photos))]
        other = lines_of(self.twin.item, catalog, theirs)
        arrange = in_columns if self.columns else interleaved
        self.arrangement = arrange(own, other, self.item, self.twin)
        return self.arrangement.lines

    def sheet(
        self, lines: Sequence[Line], typography: Typography, sizes: dict[int, QSize], over: QObject
    ) -> Sheet:
        """A sheet of the `lines` given last."""
        if self.arrangement is not None and self.arrangement.tables:
            return ColumnSheet(self.arrangement, typography, sizes, over)
        return Sheet(lines, typography, sizes, over)

    # -- places are remembered as they are in the item alone

    def alone(self, place: Place) -> Place:
        """Where `place` of what is set is in the item alone."""
        if self.arrangement is None:
            return place
        for spot in reversed(self.arrangement.spots[: place.line + 1]):
            if not spot.side and spot.piece.own >= 0:
                return replace(place, line=spot.piece.own)
        return Place()

    def together(self, place: Place) -> Place:
        """Where `place` of the item alone is in what is set."""
        if self.arrangement is None or place == Place():
            return place
        lines = (
            number
            for number, spot in enumerate(self.arrangement.spots)
            if not spot.side and spot.piece.own == place.line
        )
        return replace(place, line=next(lines, 0))
