"""What the preview has done on other threads: texts gathered, pages laid out, files written."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QThread

from desktop_app.gui.printing.command import title_of
from desktop_app.gui.printing.composition import Composition, compose
from desktop_app.gui.printing.gathering import Found, gathered
from desktop_app.gui.printing.paper import PrintChoices
from desktop_app.gui.printing.pdf import Progress, write_pdf
from desktop_app.i18n.catalog import Catalog

Cancelled = Callable[[], bool]
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_LONGEST = 60  # characters of a file's name


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be printed: items `found`; `more` is how many there are beyond them.

    `columns` has pairs side by side rather than paragraph by paragraph.
    """

    found: Sequence[Found]
    more: int = 0
    columns: bool = True
    has_pairs: bool = False

    @classmethod
    def of(cls, found: Sequence[Found], more: int, columns: bool) -> Job:
        """The job, having looked whether a counterpart is known of any item."""
        has_pairs = any(archive.pairing.of(item.id) is not None for archive, item in found)
        return cls(found, more, columns, has_pairs)

    @property
    def title(self) -> str:
        """What the print is called."""
        names = dict.fromkeys(archive.manifest.name for archive, _item in self.found)
        return title_of(self.found[0][1], len(self.found), " + ".join(names))

    @property
    def file(self) -> str:
        """A name for its file, without what some system does not take in names."""
        plain = " ".join(_NOT_IN_NAMES.sub(" ", self.title).split())
        return plain[:_LONGEST].strip(" .") or "Beilin"

    def composed(
        self, choices: PrintChoices, pairs: bool, catalog: Catalog, cancelled: Cancelled
    ) -> Composition:
        """The pages, laid out on this thread. Raises `Cancelled` and `ArchiveError`."""
        printed = [
            replace(each, columns=self.columns) for each in gathered(self.found, pairs, cancelled)
        ]
        return compose(printed, catalog, choices, cancelled)

    def composed_for(
        self,
        thread: QThread,
        choices: PrintChoices,
        pairs: bool,
        catalog: Catalog,
        cancelled: Cancelled,
    ) -> Composition:
        """The same, to be painted on another `thread`."""
        made = self.composed(choices, pairs, catalog, cancelled)
        made.move_to(thread)
        return made

    def write(
        self,
        path: Path,
        choices: PrintChoices,
        pairs: bool,
        catalog: Catalog,
        progress: Progress,
        cancelled: Cancelled,
    ) -> int:
        """Write the PDF file `path`; the number of pages. Raises as `write_pdf` does."""
        made = self.composed(choices, pairs, catalog, cancelled)
        write_pdf(made, path, self.title, catalog, progress, cancelled)
        return made.count
