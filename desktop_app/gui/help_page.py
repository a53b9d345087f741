"""The help page: how to search, and every shortcut, drawn from the registry of actions."""

from __future__ import annotations

import html
from collections.abc import Iterator

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.look import Look


class HelpPage(QDialog):
    """A window of its own that may stay open beside the main one."""

    def __init__(self, look: Look, actions: ActionRegistry, parent: QWidget | None = None) -> None:
        """List the shortcuts of `actions`."""
        super().__init__(parent)
        self._look = look
        self._actions = actions
        self.setObjectName("helpPage")
        self.page = QTextBrowser(self)
        self.page.setObjectName("helpText")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.page)
        layout.addWidget(buttons)
        self.resize(620, 640)
        look.theme_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the whole page anew."""
        catalog = self._look.catalog
        self.setWindowTitle(catalog.text("Help and shortcuts"))
        self.page.setAccessibleName(catalog.text("Help and shortcuts"))
        place = self.page.verticalScrollBar().value()
        self.page.setHtml(
            f"<h2>{html.escape(catalog.text('Searching'))}</h2>{_table(self._queries())}"
            f"<h2>{html.escape(catalog.text('Shortcuts'))}</h2>{_table(self._shortcuts())}"
        )
        self.page.verticalScrollBar().setValue(place)

    def _queries(self) -> Iterator[tuple[str, str]]:
        """Examples of the query language and what each finds."""
        text = self._look.catalog.text
        yield text("harbor customs"), text("items with both words, anywhere")
        yield text("“prime minister”"), text("the words side by side")
        yield text("oil OR gas"), text("either word")
        yield text("trade -steel"), text("the first word without the second")
        yield text("(oil OR gas) price"), text("brackets group")
        yield text("title:summit"), text("only in titles")
        yield "date:2021-08..2021-09", text("from August to September 2021; a year or a day too")
        yield "lang:zh", text("Chinese items; lang:en for English ones")
        yield "kind:speech", text("speeches; also news, bulletin, document")
        yield "source:Reuters", text("items of one source")
        yield "has:photo", text("items with a photo")

    def _shortcuts(self) -> Iterator[tuple[str, str]]:
        for _menu, action, keys in self._actions.shortcuts():
            yield keys, action
        text = self._look.catalog.text
        yield (
            text("Down, in the search box"),
            text("Go to the hits; in an empty box, earlier searches"),
        )
        yield text("Escape"), text("Clear the box; leave find, photo or full screen")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _table(rows: Iterator[tuple[str, str]]) -> str:
    cells = "".join(
        f"<tr><td><code>{html.escape(left)}</code></td>"
        f"<td style='padding-left: 18px'>{html.escape(right)}</td></tr>"
        for left, right in rows
    )
    return f"<table cellpadding='3'>{cells}</table>"
