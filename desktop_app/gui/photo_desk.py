"""Gives the photo pane its photos: those of the item shown, and those of all hits."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.archive import Archive
from desktop_app.gui.photo_pane.pane import PhotoPane
from desktop_app.gui.photo_pane.shown_photo import ShownPhoto
from desktop_app.gui.search_pane.pane import SearchPane
from desktop_app.items import Item
from desktop_app.search.engine import Matches
from desktop_app.together import Searched


class PhotoDesk(QObject):
    """Follows the item and the hits of a window."""

    def __init__(self, pane: PhotoPane, search: SearchPane, parent: QWidget) -> None:
        """Fill `pane` from what `search` finds."""
        super().__init__(parent)
        self._pane, self._search = pane, search
        self._archive: Searched | None = None
        self._item: Item | None = None
        search.results_shown.connect(self._show_hits)

    def search_in(self, archive: Searched) -> None:
        """Take the photos of hits from `archive`."""
        self._archive = archive

    def clear(self) -> None:
        """Show no item's photos."""
        self._item = None
        self._pane.show_item_photos([])

    def show_item(self, item: Item, archive: Archive) -> None:
        """Show the photos of `item` of `archive`."""
        self._item = item
        self._pane.show_item_photos(shown_photos(archive, item))

    def enlarge(self, index: int) -> None:
        """Show the photo at `index` of the item's own in the large view."""
        self._pane.open_item_photo(index)

    def _show_hits(self, matches: Matches) -> None:
        archive = self._archive
        self._pane.set_marked(self._search.highlighter())
        if archive is None:
            return

        def photos(start: int, count: int) -> list[ShownPhoto]:
            hits = archive.hits(matches, start, start + count)
            return [
                photo
                for hit in hits
                for photo in shown_photos(archive.at_home(hit.home, hit.item.id), hit.item)
            ]

        self._pane.show_hit_photos(photos, len(matches.numbers))


def shown_photos(archive: Archive, item: Item) -> list[ShownPhoto]:
    """The photos of `item` as the pane shows them, captions without a file included."""
    return [
        ShownPhoto(
            path=archive.photos.path(photo.file) if photo.file else None,
            caption=photo.caption,
            credit=photo.credit,
            taken=photo.taken,
            item_id=item.id,
            item_title=item.title,
            index=index,
            after=photo.after,
            day=item.date.isoformat() if item.date else "",
            source=item.source,
        )
        for index, photo in enumerate(item.photos)
    ]
