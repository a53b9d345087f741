"""The sign at the foot of the text that tells where the link under pointer or focus leads."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.gui.links.web_address import read_address
from desktop_app.gui.look import Look

_SHARE = 0.9  # of the view's width


class LinkSign(QLabel):
    """An address, as much as there is room for from its host on; hidden without one."""

    def __init__(self, look: Look, over: QWidget) -> None:
        """Stand in the lower left corner of `over`."""
        super().__init__(over)
        self._look = look
        self.address = ""
        self.setObjectName("linkSign")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        over.installEventFilter(self)
        self.retranslate()
        self.hide()

    def show_address(self, address: str) -> None:
        """Tell of `address`; "" hides the sign."""
        self.address = address
        self.setVisible(bool(address))
        self._write()

    def _write(self) -> None:
        over = self.parentWidget()
        if not self.address or over is None:
            return
        parts = read_address(self.address)
        scheme, _user, _at = parts.before.rpartition("@")[0].partition("//")
        before = f"{scheme}//…@" if _user else parts.before
        shown = f"{before}{parts.host}{parts.after}"
        room = int(over.width() * _SHARE)
        elide = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(shown, elide, room))
        self.adjustSize()
        self.move(0, over.height() - self.height())
        self.raise_()

    def retranslate(self) -> None:
        """Write its name anew."""
        self.setAccessibleName(self._look.catalog.text("Where the link leads"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the corner."""
        if event.type() == QEvent.Type.Resize:
            self._write()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
