"""What pointer, keys and menu do with the links and pictures of the sheet shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QUrl, Signal
from PySide6.QtGui import QGuiApplication

from desktop_app.gui.article_pane.link_sign import LinkSign
from desktop_app.gui.article_pane.sheet import Sheet
from desktop_app.gui.article_pane.text_menu import TextMenu
from desktop_app.gui.article_pane.view import ArticleView
from desktop_app.gui.links.web_address import read_address
from desktop_app.gui.look import Look
from desktop_app.gui.tabs.where import Where, where_of


class LinkHandling(QObject):
    """Tells which address or picture is wanted; nothing is opened here."""

    wanted = Signal(str)  # an address, as the item has it
    wanted_apart = Signal(str, object)  # an address, and `Where` it should be opened
    picture_wanted = Signal(int)  # its number in the item
    menu_made = Signal(object, QPoint)  # the `TextMenu`, and where on the screen it will open

    def __init__(self, look: Look, view: ArticleView) -> None:
        """Serve `view`."""
        super().__init__(view)
        self._look, self._view = look, view
        self._sheet: Sheet | None = None
        self.sign = LinkSign(look, view.viewport())
        view.anchorClicked.connect(self._follow)
        view.link_middle_clicked.connect(lambda href: self._open(href, Where.BEHIND))
        view.highlighted.connect(lambda url: self._tell(url.toString()))
        view.link_focused.connect(self._tell)
        view.menu_wanted.connect(self.open_menu)

    def show(self, sheet: Sheet | None) -> None:
        """Serve the links of `sheet`."""
        self._sheet = sheet
        self.sign.show_address("")

    def open_menu(self, href: str, place: QPoint) -> None:
        """Open the menu of the link `href`, or of the text where it is "", at `place`."""
        address = self._address(href)
        menu = TextMenu(self._look, bool(address), bool(self._view.selected_text()), self._view)
        menu.open_link.triggered.connect(lambda: self.wanted.emit(address))
        menu.open_in_tab.triggered.connect(lambda: self.wanted_apart.emit(address, Where.BEHIND))
        menu.open_in_window.triggered.connect(lambda: self.wanted_apart.emit(address, Where.WINDOW))
        menu.copy_link.triggered.connect(lambda: copy_address(address))
        menu.copy.triggered.connect(self._view.copy)
        menu.select_all.triggered.connect(self._view.selectAll)
        self.menu_made.emit(menu, place)
        menu.popup(place)

    def _address(self, href: str) -> str:
        return self._sheet.address(href) if self._sheet is not None else ""

    def _follow(self, url: QUrl) -> None:
        if url.scheme() == "photo":
            self.picture_wanted.emit(int(url.path()))
        else:
            self._open(url.toString(), where_of(QGuiApplication.keyboardModifiers()))

    def _open(self, href: str, where: Where) -> None:
        address = self._address(href)
        if address and where is Where.HERE:
            self.wanted.emit(address)
        elif address:
            self.wanted_apart.emit(address, where)

    def _tell(self, href: str) -> None:
        self.sign.show_address(self._address(href))


def copy_address(address: str) -> None:
    """Put `address` on the clipboard, as it would be opened."""
    QGuiApplication.clipboard().setText(read_address(address).whole)
