"""Joins a reader's marks to the window: star, tags, unread, highlights, history."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.errors import BeilinError
from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.archive_desk import ArchiveDesk
from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.look import Look
from desktop_app.gui.marks.head import StarButton, TagsButton
from desktop_app.gui.marks.highlighting import Highlighting
from desktop_app.gui.marks.keeping import Keeping
from desktop_app.gui.marks.sorting_dialog import SortingDialog
from desktop_app.gui.search_pane.pane import SearchPane
from desktop_app.marks.highlights import Highlight
from desktop_app.marks.marks import Marks
from desktop_app.marks.schema import FAVOURITES
from desktop_app.marks.subjects import Subject

_READ_AFTER = 1500  # milliseconds an item is shown before it counts as read
_LOOKED_AT = 2000  # milliseconds between looks at what other windows have marked
_OF_AN_ITEM = ("bookmark", "sort_item", "highlight", "note", "unread", "remove_highlight")


class MarksDesk(QObject):
    """Keeps the marks of the window; `changed` follows every change, also by other windows."""

    failed = Signal(object)  # the exception
    changed = Signal()

    def __init__(
        self,
        look: Look,
        pool: QThreadPool,
        actions: ActionRegistry,
        desk: ArchiveDesk,
        search: SearchPane,
        article: ArticlePane,
        marks: Marks,
        window: QWidget,
    ) -> None:
        """Serve the item that `article` shows and the hits that `search` shows."""
        super().__init__(window)
        self._look, self._actions, self._desk, self._over = look, actions, desk, window
        self._article, self._search = article, search
        self.marks = marks
        self._version = self.marks.version()
        self._signs_of: object = None
        self._visit: tuple[int, float] | None = None  # its number, and since when (seconds)
        self.keeping = Keeping(look, pool, marks, window)
        self._gone: Highlight | None = None
        self.dialog: SortingDialog | None = None
        self.highlighting = Highlighting(look, article, self.marks, self.subject)
        self.star, self.tags = StarButton(look, article.bar), TagsButton(look, article.bar)
        for button in (self.star, self.tags):
            article.bar.add(button)
        self._reads = QTimer(self, singleShot=True, interval=_READ_AFTER)
        self._looks = QTimer(self, interval=_LOOKED_AT)
        self._connect()
        self._looks.start()
        self.look_again()

    def _connect(self) -> None:
        self._desk.opened.connect(lambda _archive: self._use())
        self._desk.joined.connect(self._use)
        self._article.item_shown.connect(self._arrive)
        self._reads.timeout.connect(self._note_visit)
        self._looks.timeout.connect(self._check)
        self.star.clicked.connect(lambda _on: self.toggle_bookmark())
        self.tags.clicked.connect(lambda _on: self.sort_item())
        self.tags.changed.connect(self._article.bar.make_room)
        self.highlighting.changed.connect(self._tell)
        self.highlighting.failed.connect(self.failed)
        self.keeping.failed.connect(self.failed)
        self.keeping.restored.connect(self._tell)
        self.highlighting.removed.connect(self._keep_gone)
        self._actions.connect(
            {
                "bookmark": self.toggle_bookmark,
                "sort_item": self.sort_item,
                "highlight": self.highlighting.highlight,
                "note": self.highlighting.note,
                "remove_highlight": self.highlighting.remove,
                "put_back_highlight": self._put_back,
                "unread": self._put_unread,
                "export_marks": self.keeping.export,
                "back_up_marks": self.keeping.back_up,
                "restore_marks": self.keeping.restore,
            }
        )

    # -- what is shown

    def subject(self) -> Subject | None:
        """The item that the article shows."""
        item, archive = self._article.item, self._desk.archive
        if item is None or archive is None:
            return None
        return Subject(archive.manifest.id, item.id, item.title)

    def look_again(self) -> None:
        """Show what is marked now."""
        subject = self.subject()
        self._version = self.marks.version()
        for name in _OF_AN_ITEM:
            self._actions[name].setEnabled(subject is not None)
        self._actions["put_back_highlight"].setEnabled(self._gone is not None)
        for button in (self.star, self.tags):
            button.setEnabled(subject is not None)
        self._article.bar.make_room()
        with self._complaining():
            self._show(subject)
            self.highlighting.show()
            self._show_signs()

    def _show(self, subject: Subject | None) -> None:
        marks, place = self.marks, (subject.archive, subject.item) if subject else ("", "")
        within = marks.collections.having(*place)
        own = [
            each.name for each in marks.collections.all() if each.number in within - {FAVOURITES}
        ]
        self.star.setChecked(FAVOURITES in within)
        self._actions["bookmark"].setChecked(FAVOURITES in within)
        self._actions["unread"].setChecked(
            subject is not None and not marks.reading.is_read(*place)
        )
        self.tags.show_names([*marks.tags.of(*place), *own])

    def _show_signs(self) -> None:
        ids = [each.manifest.id for each in self._desk.archives.all]
        if (self._version, ids) == self._signs_of:
            return
        self._signs_of = self._version, ids
        starred = {item for each in ids for item in self.marks.collections.items(FAVOURITES, each)}
        read = {item for each in ids for item in self.marks.reading.read_items(each)}
        if self._search.items.rows.signs.show(starred, read):
            self._search.hits.viewport().update()

    def _use(self) -> None:
        """Have searches in the archives that are open answered by the marks."""
        with self._complaining():
            for each in self._desk.archives.all:
                each.marked.use(self.marks)
                self.marks.subjects.note_archive(each.manifest.id, each.manifest.name, each.folder)
        QTimer.singleShot(0, self, self.look_again)

    def _check(self) -> None:
        """Take over what other windows have marked."""
        with self._complaining():
            if self.marks.version() != self._version:
                self._tell()

    def _tell(self) -> None:
        self.look_again()
        self.changed.emit()

    # -- reading

    def _arrive(self) -> None:
        """Another item is shown: that read before was read so long."""
        self._leave()
        self._reads.start()
        self.look_again()

    def _note_visit(self) -> None:
        subject = self.subject()
        if subject is not None:
            with self._complaining():
                number = self.marks.visit(subject.archive, subject.item, subject.title)
                self._visit = number, time.monotonic()
                self._tell()

    def _leave(self) -> None:
        self._reads.stop()
        if self._visit is not None:
            number, since = self._visit
            self._visit = None
            with self._complaining():
                self.marks.reading.put_time(number, round(time.monotonic() - since))

    # -- what is done

    def toggle_bookmark(self) -> None:
        """Bookmark the item, or take its bookmark away."""
        subject, collections = self.subject(), self.marks.collections
        if subject is None:
            return
        place = (subject.archive, subject.item)
        with self._complaining():
            if FAVOURITES in collections.having(*place):
                collections.remove(FAVOURITES, *place)
            else:
                collections.add(FAVOURITES, subject)
        self._tell()

    def sort_item(self) -> None:
        """Ask for the tags of the item and the collections it is to be in."""
        subject, marks = self.subject(), self.marks
        if subject is None:
            return
        place = (subject.archive, subject.item)
        within = marks.collections.having(*place)
        named = [
            (each.name, each.number in within) for each in marks.collections.all() if each.name
        ]
        dialog = self.dialog = SortingDialog(
            self._look, marks.tags.of(*place), marks.tags.all(), named, self._over
        )
        dialog.decided.connect(lambda tags, ticked: self._sort(subject, tags, ticked))
        dialog.open()

    def _sort(self, subject: Subject, tags: list[str], ticked: list[str]) -> None:
        collections = self.marks.collections
        with self._complaining():
            self.marks.tags.put(subject, tags)
            wanted = {collections.make(name) for name in ticked}
            within = collections.having(subject.archive, subject.item) - {FAVOURITES}
            for number in wanted - within:
                collections.add(number, subject)
            for number in within - wanted:
                collections.remove(number, subject.archive, subject.item)
        self._tell()

    def _put_unread(self) -> None:
        subject, unread = self.subject(), self._actions["unread"].isChecked()
        if subject is None:
            return
        self._leave()
        with self._complaining():
            self.marks.reading.put_read(subject.archive, subject.item, not unread, subject.title)
        self._tell()

    def _keep_gone(self, highlight: Highlight) -> None:
        self._gone = highlight
        self._actions["put_back_highlight"].setEnabled(True)

    def _put_back(self) -> None:
        if self._gone is not None:
            with self._complaining():
                self.marks.highlights.put(self._gone)
                self._gone = None
            self._tell()

    def _complaining(self) -> _Complaining:
        return _Complaining(self.failed.emit)

    def stop(self) -> None:
        """Before the window closes: note how long the item was read."""
        self._leave()
        self._looks.stop()


class _Complaining:
    """A context in which what hinders keeping a mark is told, and no more."""

    def __init__(self, tell: Callable[[object], object]) -> None:
        self._tell = tell

    def __enter__(self) -> None:
        return

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        if isinstance(error, BeilinError):
            self._tell(error)
            return True
        return False
