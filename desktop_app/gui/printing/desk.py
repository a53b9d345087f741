"""Joins printing to the window: the item shown, and what a search found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.archive_desk import ArchiveDesk
from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.look import Look
from desktop_app.gui.settings import Settings
from desktop_app.items import Item
from desktop_app.search.engine import Matches
from desktop_app.together import Searched

if TYPE_CHECKING:
    from desktop_app.gui.printing.preview import PrintPreview


class PrintDesk(QObject):
    """Opens the preview. One at a time."""

    failed = Signal(object)  # the exception

    def __init__(
        self,
        look: Look,
        settings: Settings,
        pool: QThreadPool,
        actions: ActionRegistry,
        desk: ArchiveDesk,
        article: ArticlePane,
        matches: Callable[[], Matches | None],
        window: QWidget,
    ) -> None:
        """Print what `article` shows and `matches` gives, of the archive that `desk` holds."""
        super().__init__(window)
        self._look, self._settings, self._pool, self._actions = look, settings, pool, actions
        self._desk, self._article, self._matches, self._over = desk, article, matches, window
        self.preview: PrintPreview | None = None
        actions.connect({"print": self.print_item, "print_hits": self.print_hits})
        article.item_shown.connect(self._offer)
        self._offer()

    @property
    def busy(self) -> bool:
        """Whether pages are laid out or written."""
        return self.preview is not None and self.preview.busy

    def print_item(self) -> None:
        """Show the pages of the item shown, beside its counterpart where that is shown too."""
        item, archive = self._article.item, self._desk.archive
        if item is not None and archive is not None:
            self._open(archive, [item], 0, self._article.twin is not None)

    def print_hits(self) -> None:
        """Show the pages of what the present search found, of the first `MOST` at least."""
        from desktop_app.gui.printing.gathering import MOST, of_hits  # noqa: PLC0415 (see _open)

        archive, matches = self._desk.searched, self._matches()
        if archive is not None and matches is not None and len(matches.numbers):
            more = max(0, len(matches.numbers) - MOST)
            self._open(archive, of_hits(archive, matches), more, None)

    def stop(self) -> None:
        """Before the window closes: let no thread work on."""
        if self.preview is not None:
            self.preview.stop()

    def _open(
        self, archive: Searched, items: Sequence[Item], more: int, pairs: bool | None
    ) -> None:
        """Open the preview on `items` of `archive`, with `pairs` side by side or as last chosen."""
        # What writes PDF takes 90 ms to read: not at the start of the window.
        from desktop_app.gui.printing.preview import PrintPreview  # noqa: PLC0415
        from desktop_app.gui.printing.work import Job  # noqa: PLC0415

        if self.preview is not None:
            self.preview.close()
        columns = not self._actions["interleaved"].isChecked()
        job = Job(archive, items, more, columns)
        preview = self.preview = PrintPreview(
            self._look, self._settings, self._pool, job, self._over
        )
        if pairs is not None:
            preview.bar.pairs.setChecked(pairs)
        preview.failed.connect(self.failed)
        preview.finished.connect(lambda _result: self._closed(preview))
        preview.show()

    def _closed(self, preview: PrintPreview) -> None:
        preview.stop()
        preview.deleteLater()
        if self.preview is preview:
            self.preview = None

    def _offer(self) -> None:
        self._actions["print"].setEnabled(self._article.item is not None)
