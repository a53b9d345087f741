"""Follows links: into the archive where it has the page, else outside after a question."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop_app.errors import BeilinError
from desktop_app.gui.archive_desk import ArchiveDesk
from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.links.link_dialog import LinkDialog
from desktop_app.gui.links.web_address import WebAddress, read_address
from desktop_app.gui.look import Look
from desktop_app.gui.tabs.where import Where
from desktop_app.messages import message


class LinkDesk(QObject):
    """Answers the links of a pane. Nothing leaves the program without a question."""

    item_wanted = Signal(str)  # the id
    item_wanted_apart = Signal(str, object)  # the id, and `Where` to open it
    failed = Signal(object)  # the exception

    def __init__(
        self,
        look: Look,
        desk: ArchiveDesk,
        pane: ArticlePane,
        window: QWidget,
        open_outside: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        """Follow the links clicked in `pane`; ask over `window`."""
        super().__init__(window)
        self._look, self._desk, self._pane, self._over = look, desk, pane, window
        self.open_outside = open_outside
        self.dialog: LinkDialog | None = None
        pane.link_wanted.connect(self.follow)
        pane.links.wanted_apart.connect(self.follow)

    def follow(self, address: str, where: Where = Where.HERE) -> None:
        """Show the item of the archive at `address`, or ask about going there."""
        here, archive = self._pane.item, self._desk.archive
        try:
            found = archive.item_at(address, here.id if here else "") if archive else None
        except BeilinError as error:
            self.failed.emit(error)
            return
        if found is not None and where is Where.HERE:
            self.item_wanted.emit(found.id)
        elif found is not None:
            self.item_wanted_apart.emit(found.id, where)
        else:
            self._ask(read_address(address))

    def _ask(self, address: WebAddress) -> None:
        dialog = self.dialog = LinkDialog(self._look, address, self._over)
        dialog.accepted.connect(lambda: self._go(address))
        dialog.finished.connect(self._asked)
        dialog.open()

    def _asked(self) -> None:
        self.dialog = None

    def _go(self, address: WebAddress) -> None:
        if address.can_open and not self.open_outside(QUrl(address.whole)):
            fault = message(
                "No program on this computer opens {address}; copy the address instead",
                address=address.whole,
            )
            self.failed.emit(BeilinError(fault))
