"""The help page: how to search, and every shortcut, drawn from the registry of actions."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.look import Look

_TABLE = "border-collapse: collapse; margin-bottom: 10px;"
_ABOVE = {2: 14, 3: 8}  # pixels above a heading


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
        self.page.document().setDocumentMargin(18)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.page)
        layout.addWidget(buttons)
        self.resize(680, 700)
        look.theme_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the whole page anew."""
        catalog = self._look.catalog
        self.setWindowTitle(catalog.text("Help and shortcuts"))
        self.page.setAccessibleName(catalog.text("Help and shortcuts"))
        place = self.page.verticalScrollBar().value()
        # Outside the f-strings, in which Babel sees no sentences.
        searching, shortcuts = catalog.text("Searching"), catalog.text("Shortcuts")
        parts = [_heading(searching, 2), self._table(self.queries()), _heading(shortcuts, 2)]
        for menu, rows in groupby(self._shortcuts(), key=itemgetter(0)):
            parts += [_heading(menu, 3), self._table(row[1:] for row in rows)]
        self.page.setHtml("".join(parts))
        self.page.verticalScrollBar().setValue(place)

    def _table(self, rows: Iterable[tuple[str, str]]) -> str:
        """Two columns, the left of one width in all tables, a hair line under each row."""
        line = self._look.theme.line
        style = f"border-bottom: 1px solid {line}; padding: 5px 14px 5px 0;"
        cells = "".join(
            f"<tr><td width='38%' style='{style}'><code>{html.escape(left)}</code></td>"
            f"<td style='{style}'>{html.escape(right)}</td></tr>"
            for left, right in rows
        )
        return f"<table width='100%' cellspacing='0' style='{_TABLE}'>{cells}</table>"

    def queries(self) -> Iterator[tuple[str, str]]:
        """Examples of the query language and what each finds."""
        text = self._look.catalog.text
        yield text("harbor customs"), text("items with both words, anywhere")
        yield text("“prime minister”"), text("the words side by side")
        yield text("oil OR gas"), text("either word")
        yield text("trade -steel"), text("the first word without the second; NOT does the same")
        yield text("(oil OR gas) price"), text("brackets group")
        yield text("“oil prices”~5"), text("the words in any order, at most five others between")
        yield "sign", text("signed and signing too; =sign finds this form only")
        yield "harbo*", text("words that begin so; harbo?r and h*r leave letters open")
        yield "colour~", text("words one letter off; colour~2 two letters")
        yield text("oil^2 gas"), text("the first word counts twice in the order of the hits")
        yield "wang shuguo", text("the Chinese name read so, in titles and among speakers")
        yield text("title:summit"), text("only in titles; title:(oil OR gas) takes several words")
        yield text("body: caption: speaker: said:"), text("only in that part of the items")
        yield (
            text("date:2021-08..2021-09"),
            text("from August to September 2021; a year or a day too"),
        )
        yield text("date:last week"), text("also today, yesterday, last month, this year …")
        yield text("lang:zh"), text("Chinese items; lang:en for English ones")
        yield text("lang:mixed"), text("items in both; lang:zh and lang:en find them too")
        yield text("kind:speech"), text("speeches; also news, bulletin, document")
        yield text("source:Reuters"), text("items of one source")
        yield text("has:photo"), text("items with a photo")
        yield text("in:favourites"), text("bookmarked items; in:Name for a collection of yours")
        yield text("tag:climate"), text("items with this tag of yours; has:tag for any")
        yield text("note:check"), text("with the word in a note or a highlight of yours; has:note")
        yield text("is:unread"), text("items you have not read yet; also is:read")

    def _shortcuts(self) -> Iterator[tuple[str, str, str]]:
        """Menu, keys and what they do; last what is in no menu."""
        for menu, action, keys in self._actions.shortcuts():
            yield menu, keys, action
        text = self._look.catalog.text
        box, viewer = text("In the search box"), text("In the large view of a photo")
        yield box, text("Down"), text("Go to the hits; in an empty box, earlier searches")
        yield box, text("Escape"), text("Clear the box; leave find, photo or full screen")
        marks = text("In the list of marks")
        yield marks, "Shift+Alt+↑ ↓", text("Put the row elsewhere")
        yield marks, "Delete", text("Remove from this list")
        yield viewer, "← →", text("Previous photo, next photo")
        yield viewer, "+ −", text("Zoom in, zoom out")
        yield viewer, "0", text("Fit the photo to the window")
        yield viewer, "1", text("Actual size")
        yield viewer, text("Escape"), text("Back to the window")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _heading(text: str, level: int) -> str:
    return f"<h{level} style='margin: {_ABOVE[level]}px 0 4px 0'>{html.escape(text)}</h{level}>"
