"""The page of marks: sections on the left, the rows of one beside them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QThreadPool, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.archive import Archive
from desktop_app.errors import ArchiveError, BeilinError, MarksError
from desktop_app.gui.look import Look
from desktop_app.gui.views.explanation import Explanation
from desktop_app.gui.views.marks.changes import Undo, dropped, forgotten, moved, removed
from desktop_app.gui.views.marks.row_bar import RowBar
from desktop_app.gui.views.marks.row_list import RowList
from desktop_app.gui.views.marks.row_model import RowModel
from desktop_app.gui.views.marks.sections import Kind, Row, Section, having, rows_of, sections
from desktop_app.gui.views.marks.words import nothing_in, query_of, section_name
from desktop_app.marks.anchors import place_of
from desktop_app.marks.marks import Marks
from desktop_app.together import Searched

_LOOKED_AT = 1000  # milliseconds between looks at what has changed, while in sight
_SECTIONS_WIDTH = 210  # pixels


class MarksPage(QWidget):
    """Implements `ViewPage`: what is marked in one archive."""

    place_wanted = Signal(str, int, int)
    query_wanted = Signal(str)
    person_wanted = Signal(str)

    def __init__(self, look: Look, pool: QThreadPool, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._look = look
        self._archive: Archive | None = None
        self._sections: list[Section] = []
        self._section = Section(Kind.COLLECTION)
        self._version: object = None
        self._undo: Undo | None = None
        self.setObjectName("marksPage")
        self.list = QListWidget(self)
        self.list.setObjectName("markSections")
        self.list.setFixedWidth(_SECTIONS_WIDTH)
        self.bar = RowBar(look, self)
        self.model = RowModel(look, self)
        self.rows = RowList(look, self.model, self)
        self.empty = Explanation(self)
        self._stack = QStackedWidget(self)
        self._looks = QTimer(self, interval=_LOOKED_AT)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self.empty)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.bar)
        right.addWidget(self._stack, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addLayout(right, 1)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._choose_section)
        self.rows.wanted.connect(self._open)
        self.rows.remove_wanted.connect(self._remove)
        self.rows.step_wanted.connect(self._step)
        self.rows.chosen.connect(self._offer)
        self.model.moved.connect(self._move)
        self._looks.timeout.connect(self._look_again)
        bar = self.bar
        bar.filter.textChanged.connect(lambda _text: self._show_rows())
        bar.stepped.connect(self._step)
        bar.remove_wanted.connect(self._remove)
        bar.undo_wanted.connect(self._undo_last)
        bar.search_wanted.connect(lambda: self.query_wanted.emit(query_of(self._section)))
        bar.name_given.connect(self._name)
        bar.drop_wanted.connect(self._drop)

    # -- what a view is

    @property
    def busy(self) -> bool:
        """Never: marks are few."""
        return False

    def set_archive(self, archive: Searched | None) -> None:
        """Show what is marked in `archive`."""
        self._archive = archive if isinstance(archive, Archive) else None
        self._forget_undo()
        self._show()

    def show_query(self, _query: str) -> None:
        """It is shown now; the query is none of its business."""
        self._look_again()

    def stop(self) -> None:
        """Look no more."""
        self._looks.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Look for changes while in sight."""
        super().showEvent(event)
        self._looks.start()
        self._look_again()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while out of sight."""
        super().hideEvent(event)
        self._looks.stop()

    # -- what is shown

    @property
    def marks(self) -> Marks | None:
        """The marks shown."""
        return self._archive.marked.marks if self._archive else None

    @property
    def section(self) -> Section:
        """The section shown."""
        return self._section

    def _id(self) -> str:
        return self._archive.manifest.id if self._archive else ""

    def _look_again(self) -> None:
        if self.marks is not None and self.marks.version() != self._version:
            self._show()

    def _show(self) -> None:
        """Show sections and rows as they are now; what is chosen stays so."""
        marks, before = self.marks, self._section
        self._version = marks.version() if marks else None
        self._sections = sections(marks, self._id()) if marks else []
        same = (each for each in self._sections if (each.kind, each.number)
                == (before.kind, before.number))  # fmt: skip
        self._section = next(same, self._sections[0] if self._sections else before)
        self.list.blockSignals(True)
        self.list.clear()
        number = self._look.catalog.number
        for each in self._sections:
            count = f"  {number(each.size)}" if each.size else ""
            self.list.addItem(f"{section_name(each, self._look.catalog)}{count}")
        if self._sections:
            self.list.setCurrentRow(self._sections.index(self._section))
        self.list.blockSignals(False)
        self._show_rows()

    def _choose_section(self, number: int) -> None:
        if 0 <= number < len(self._sections):
            self._section = self._sections[number]
            self.bar.filter.clear()
            self._show_rows()

    def _show_rows(self) -> None:
        marks, at = self.marks, max(self.rows.currentIndex().row(), 0)
        every = rows_of(self._section, marks, self._id(), self._look) if marks else []
        wanted = self.bar.filter.text()
        found = list(having(every, wanted))
        can_move = self._section.kind is Kind.COLLECTION and not wanted.strip()
        self.model.show(found, can_move)
        self._stack.setCurrentWidget(self.rows if found else self.empty)
        self.empty.say(*nothing_in(self._section, bool(wanted.strip()), self._look.catalog))
        self.bar.show_section(self._section, len(every))
        self.rows.choose(at)

    def _offer(self) -> None:
        number, count = self.rows.currentIndex().row(), self.model.rowCount()
        self.bar.offer(
            chosen=self.rows.row is not None,
            up=self.model.can_move and number > 0,
            down=self.model.can_move and 0 <= number < count - 1,
        )

    # -- what is done

    def _open(self, row: Row) -> None:
        """Read what the row is of; a tag is searched for."""
        if row.tag:
            self.query_wanted.emit(query_of(self._section, row.tag))
        elif row.subject is not None and self._archive is not None:
            start, stop = self._place(row)
            self.place_wanted.emit(row.subject.item, start, stop)

    def _place(self, row: Row) -> tuple[int, int]:
        """Where a highlight is now; the beginning of the item where it is not found."""
        if row.highlight is None or self._archive is None:
            return 0, 0
        try:
            text = self._archive.item(row.highlight.subject.item).text
        except ArchiveError:  # the window tells it when it comes to show the item
            return 0, 0
        return place_of(row.highlight.anchor, text) or (0, 0)

    def _remove(self) -> None:
        row, marks = self.rows.row, self.marks
        if row is not None and marks is not None:
            self._do(lambda: removed(marks, self._id(), self._section, row))

    def _drop(self) -> None:
        """Take the collection shown away, or empty the history."""
        marks, section = self.marks, self._section
        if marks is None:
            return
        if section.kind is Kind.HISTORY:
            self._do(lambda: forgotten(marks, self._id()))
        elif section.is_own:
            self._do(lambda: dropped(marks, section))

    def _name(self, name: str, new: bool) -> None:
        """Make a collection called `name`, or call the one shown so."""
        marks, section = self.marks, self._section
        if marks is None:
            return
        try:
            if new:
                self._section = Section(Kind.COLLECTION, marks.collections.make(name))
            else:
                marks.collections.rename(section.number, name)
        except MarksError as error:
            self.bar.complain(error)
            return
        self.bar.end_naming()
        self._show()

    def _step(self, by: int) -> None:
        number = self.rows.currentIndex().row()
        if self.model.can_move and 0 <= number + by < self.model.rowCount():
            self._move(number, number + by + (by > 0))
            self.rows.choose(number + by)

    def _move(self, number: int, target: int) -> None:
        row, before, marks = self.model.row(number), self.model.row(target), self.marks
        if row is not None and marks is not None:
            moved(marks, self._section, row, before)
            self._show()
            self.rows.choose(target - (target > number))

    def _do(self, change: Callable[[], Undo | None]) -> None:
        """Do what can be undone."""
        try:
            self._undo = change()
        except BeilinError as error:
            self.bar.complain(error)
            return
        self.bar.offer_undo(self._undo is not None)
        self._show()

    def _undo_last(self) -> None:
        if self._undo is not None:
            self._undo()
        self._forget_undo()
        self._show()

    def _forget_undo(self) -> None:
        self._undo = None
        self.bar.offer_undo(False)

    # -- language

    def retranslate(self) -> None:
        """Write every word anew."""
        text = self._look.catalog.text
        self.setAccessibleName(text("Marks"))
        self.list.setAccessibleName(text("Kinds of marks"))
        self.rows.setAccessibleName(text("What is marked"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
