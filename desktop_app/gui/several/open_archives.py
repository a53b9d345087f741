"""The archives a window has open, and what each is for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop_app.archive import Archive
from desktop_app.together import Searched, names_of, searched


class OpenArchives:
    """In the order in which they were opened. Used by the window's thread alone.

    Those that are on are searched together, one at least; the `chosen` one takes imports;
    the item that is read is in `archive`.
    """

    def __init__(self) -> None:
        """None is open."""
        self._opened: list[Archive] = []
        self._off: set[Path] = set()
        self._held_back: set[Path] = set()
        self._read: Archive | None = None
        self.chosen: Archive | None = None
        self.searched: Searched | None = None

    @property
    def all(self) -> tuple[Archive, ...]:
        """All that are open."""
        return tuple(self._opened)

    @property
    def archive(self) -> Archive | None:
        """The one whose item is read, or else the chosen one."""
        return self._read or self.chosen

    @property
    def chosen_or_on(self) -> Archive | None:
        """The archive that hits without a home are of: the only one that is searched."""
        return self.searched if isinstance(self.searched, Archive) else self.chosen

    @property
    def reads(self) -> bool:
        """Whether the archive of the item that was read last is still open."""
        return self._read is not None

    @property
    def names(self) -> dict[Path, str]:
        """Folder -> what to call each."""
        return names_of(self._opened)

    def is_on(self, archive: Archive) -> bool:
        """Whether `archive` is searched."""
        return archive.folder not in self._off

    def hold_back(self, archive: Archive, held_back: bool) -> None:
        """Note whether `archive` should be caught up with but cannot be written."""
        (self._held_back.add if held_back else self._held_back.discard)(archive.folder)

    @property
    def held_back(self) -> tuple[Archive, ...]:
        """Those whose statements or pairs are as earlier rules found them."""
        return tuple(each for each in self._opened if each.folder in self._held_back)

    def at(self, folder: Path) -> Archive | None:
        """The archive in `folder`, where that is open."""
        return next((each for each in self._opened if each.folder == folder), None)

    def replace(self, archive: Archive) -> Sequence[Archive]:
        """Have only `archive` open; those that were are given, to be closed."""
        former, self._opened = self._opened, [archive]
        self._off, self._read, self.chosen = set(), None, archive
        self._join()
        return former

    def add(self, archive: Archive) -> None:
        """Have `archive` open beside the others, and searched with them."""
        self._opened.append(archive)
        self.chosen = self.chosen or archive
        self._join()

    def remove(self, archive: Archive) -> None:
        """Let go of `archive`, which is then to be closed; another is chosen where it was."""
        self._opened.remove(archive)
        self._off.discard(archive.folder)
        if self._opened and not any(map(self.is_on, self._opened)):
            self._off.clear()
        if self._read is archive:
            self._read = None
        if self.chosen is archive:
            self.chosen = self._opened[0] if self._opened else None
        self._join()

    def switch(self, archive: Archive, on: bool) -> None:
        """Search `archive` or not; the only one that is on stays on."""
        if on:
            self._off.discard(archive.folder)
        elif any(self.is_on(each) for each in self._opened if each is not archive):
            self._off.add(archive.folder)
        self._join()

    def only(self, archive: Archive) -> None:
        """Search `archive` alone."""
        self._off = {each.folder for each in self._opened if each is not archive}
        self._join()

    def read(self, archive: Archive | None) -> None:
        """An item of `archive` is read now."""
        self._read = archive if archive in self._opened else None

    def with_item(self, item_id: str) -> Archive | None:
        """The archive in which to look for an item: where one is read, where one is found."""
        if len(self._opened) < 2:
            return self.chosen
        wanted = [self._read, *filter(self.is_on, self._opened), *self._opened]
        having = (each for each in wanted if each is not None and each.has(item_id))
        return next(having, self.archive)

    def _join(self) -> None:
        on = [each for each in self._opened if self.is_on(each)]
        before = getattr(self.searched, "archives", (self.searched,))
        if not on:
            self.searched = None
        elif tuple(on) != before:
            self.searched = searched(on)
