"""The table of lines, the key word in its middle."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.views.concordance.line_delegate import GAP, LineDelegate
from desktop_app.gui.views.concordance.line_model import Column, Index, LineModel, ShownLine
from desktop_app.speeches.concordance import Line

_OPEN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NARROW, _NARROWER = 620, 460  # pixels below which speaker, and date too, make room
_WHO = (90, 190)  # pixels at least and at most for speaker or source
# Widths of a context are read for characters this much narrower than the average.
_NARROWEST = 0.7


class LineView(QTableView):
    """Shows a `LineModel`; the contexts take all the width that is left."""

    line_wanted = Signal(object)  # the Line, to be read where it stands
    speaker_wanted = Signal(str)
    copy_wanted = Signal(list)  # ranges of rows, first and last of each
    order_wanted = Signal(int)  # the Column whose head was clicked

    def __init__(self, look: Look, model: LineModel, parent: QWidget | None = None) -> None:
        """Show `model`."""
        super().__init__(parent)
        self._look, self._lines = look, model
        self._key_width = 0  # of the widest key met so far
        self.setObjectName("concordanceLines")
        self.setModel(model)
        self.delegate = LineDelegate(look, model, self)
        self.setItemDelegate(self.delegate)
        self._set_up()
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self.clicked.connect(self._try_again)
        self.horizontalHeader().sectionClicked.connect(self.order_wanted)
        model.page_loaded.connect(self._make_room)
        model.modelReset.connect(self._forget_width)
        look.theme_changed.connect(self.viewport().update)

    def _set_up(self) -> None:
        rows, heads = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(self.delegate.row_height(self.font()))
        heads.setObjectName("concordanceHeads")
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setMinimumSectionSize(1)
        heads.setSectionsClickable(True)
        heads.setHighlightSections(False)
        heads.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(self.delegate.row_height(self.font()))
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)

    # -- columns

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the contexts the width there is."""
        super().resizeEvent(event)
        self.lay_columns()

    def lay_columns(self) -> None:
        """Share the width out: key, day and name take what they need, contexts the rest."""
        whole, metrics = self.viewport().width(), QFontMetrics(self.font())
        head = metrics.horizontalAdvance(self._lines.name(Column.KEY))
        key = min(max(self._key_width, head) + 2 * GAP + 2, whole // 3)
        day = 0 if whole < _NARROWER else self._day_width(metrics)
        who = 0 if whole < _NARROW else min(max(whole // 6, _WHO[0]), _WHO[1])
        side = max((whole - key - day - who) // 2, 1)
        widths = {Column.LEFT: side, Column.KEY: key, Column.RIGHT: whole - key - day - who - side,
                  Column.DATE: day, Column.WHO: who}  # fmt: skip
        for column, width in widths.items():
            self.setColumnHidden(column, not width)
            self.setColumnWidth(column, max(width, 1))
        self._lines.set_width(int(side / (metrics.averageCharWidth() * _NARROWEST)) + 1)
        self.viewport().update()

    def _day_width(self, metrics: QFontMetrics) -> int:
        days = map(self._look.catalog.date, (date(2020, 9, 28), date(2020, 12, 28)))
        return max(map(metrics.horizontalAdvance, days)) + 18

    def _make_room(self, lines: Sequence[ShownLine]) -> None:
        """Widen the column of keys for what has been read."""
        metrics = QFontMetrics(self.font())
        keys = {shown.line.key for shown in lines}
        widest = max(map(metrics.horizontalAdvance, keys), default=0)
        if widest > self._key_width:
            self._key_width = widest
            self.lay_columns()

    def _forget_width(self) -> None:
        self._key_width = 0

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint anew for lines that are in sight; Qt would for those read ahead too."""
        top, bottom = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        if first.row() <= (bottom if bottom >= 0 else last.row()) and last.row() >= top:
            super().dataChanged(first, last, list(roles))

    # -- what a person does

    def chosen_ranges(self) -> list[tuple[int, int]]:
        """The chosen rows as ranges, first and last of each, in the order of the table."""
        chosen = self.selectionModel().selection()
        ranges = (chosen.at(place) for place in range(chosen.count()))
        return sorted({(each.top(), each.bottom()) for each in ranges})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the line, Ctrl+C copies what is chosen."""
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _OPEN_KEYS and bare:
            self._open(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit(self.chosen_ranges())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Have Ctrl+C mean these lines while they have the focus, not the article."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            event.accept()
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the chosen lines."""
        if self.currentIndex().isValid():
            menu = self.menu()
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """The menu for the lines that are chosen."""
        text, menu = self._look.catalog.text, QMenu(self)
        menu.setObjectName("concordanceMenu")
        shown = self._lines.shown(self.currentIndex().row())
        chosen = sum(last - first + 1 for first, last in self.chosen_ranges())
        copying = self._look.catalog.plural("Copy {count} line", "Copy {count} lines", chosen)
        _offer(menu, text("Open at this place"), lambda: self._open(self.currentIndex().row()))
        _offer(menu, copying, lambda: self.copy_wanted.emit(self.chosen_ranges()))
        menu.addSeparator()
        speaker = shown.line.speaker if shown else ""
        only = _offer(menu, text("Only this speaker"), lambda: self.speaker_wanted.emit(speaker))
        only.setEnabled(bool(speaker))
        return menu

    def _open(self, row: int) -> None:
        if row >= 0 and self._lines.failed(row):
            self._lines.retry()
            return
        shown = self._lines.shown(row) if row >= 0 else None
        if shown is not None:
            self.line_wanted.emit(shown.line)

    def _try_again(self, index: Index) -> None:
        """A click on a line that could not be read reads it again."""
        if self._lines.failed(index.row()):
            self._lines.retry()

    def current_line(self) -> Line | None:
        """The line in the current row, where there is one and it has been read."""
        row = self.currentIndex().row()
        shown = self._lines.shown(row) if row >= 0 else None
        return shown.line if shown else None


def _offer(menu: QMenu, text: str, slot: object) -> QAction:
    action = menu.addAction(text)
    action.triggered.connect(slot)
    return action
