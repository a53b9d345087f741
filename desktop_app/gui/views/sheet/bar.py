"""The bar above a contact sheet: which photos, in which order, how large, who is named."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.inner_names import name_box
from desktop_app.gui.look import Look
from desktop_app.gui.views.sheet.scope import Scope
from desktop_app.i18n.catalog import Catalog
from desktop_app.sheets.people import Named
from desktop_app.sheets.sheet import SheetSort

SIZES = {"S": QSize(108, 84), "M": QSize(172, 130), "L": QSize(276, 208)}
_SORTS = tuple(SheetSort)


class SheetBar(QWidget):
    """Choices about a sheet.

    `changed` says that other photos, or another order, are wanted; `size_chosen` carries the
    box of a thumbnail in logical pixels.
    """

    changed = Signal()
    size_chosen = Signal(QSize)

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Begin with the whole archive, newest first, in the middle size."""
        super().__init__(parent)
        self._look = look
        self._people: Sequence[Named] = ()
        self.setObjectName("sheetBar")
        self.scopes = {scope: QToolButton(self) for scope in Scope}
        self.sizes = {name: QToolButton(self) for name in SIZES}
        self.sort, self.person = QComboBox(self), QComboBox(self)
        self.slideshow, self.more = QPushButton(self), QToolButton(self)
        self.count = QLabel(self)
        self.menu = QMenu(self.more)
        self._groups = (self._group(self.scopes, "sheet"), self._group(self.sizes, "size"))
        self._set_up()
        self._lay_out()
        self.scopes[Scope.ARCHIVE].setChecked(True)
        self.sizes["M"].setChecked(True)
        self.retranslate()

    def _group(
        self, buttons: dict[Scope, QToolButton] | dict[str, QToolButton], start: str
    ) -> QButtonGroup:
        group = QButtonGroup(self)
        for key, button in buttons.items():
            name = key.value if isinstance(key, Scope) else key
            button.setObjectName(f"{start}:{name}")
            button.setCheckable(True)
            button.setProperty("chip", True)
            group.addButton(button)
        return group

    def _set_up(self) -> None:
        self.count.setObjectName("sheetCount")
        self.sort.setObjectName("sheetSort")
        self.person.setObjectName("sheetPerson")
        self.person.setEditable(True)
        entry = self.person.lineEdit()
        assert entry is not None  # it has been made editable
        self.entry = entry
        self.entry.setObjectName("sheetPersonEntry")
        self.person.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.person.setProperty("entry", True)
        self.person.setMinimumContentsLength(18)
        self.person.setMaxVisibleItems(20)
        self.slideshow.setObjectName("sheetSlideshow")
        self.more.setObjectName("sheetMore")
        self.more.setProperty("chip", True)
        self.more.setMenu(self.menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu.setObjectName("sheetMenu")
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.person.setCompleter(completer)
        self.person.activated.connect(lambda _row: self.changed.emit())
        self.sort.activated.connect(lambda _row: self.changed.emit())
        self._groups[0].buttonClicked.connect(lambda _button: self.changed.emit())
        for name, button in self.sizes.items():
            button.clicked.connect(lambda _on=False, name=name: self.size_chosen.emit(SIZES[name]))

    def _lay_out(self) -> None:
        above, below, whole = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for button in self.scopes.values():
            above.addWidget(button)
        above.addStretch(1)
        for part in (self.slideshow, self.more):
            above.addWidget(part)
        below.addWidget(self.count, 1)
        for choice in (self.person, self.sort, *self.sizes.values()):
            below.addWidget(choice)
        for line in (above, below):
            line.setSpacing(6)
            whole.addLayout(line)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)

        order = [*self.scopes.values(), self.slideshow, self.more, self.person, self.sort]
        for one, other in pairwise([*order, *self.sizes.values()]):
            self.setTabOrder(one, other)  # as they stand

    # -- choices

    @property
    def scope(self) -> Scope:
        """Which photos are wanted."""
        return next(scope for scope, button in self.scopes.items() if button.isChecked())

    def choose_scope(self, scope: Scope) -> None:
        """Want other photos."""
        self.scopes[scope].setChecked(True)

    @property
    def order(self) -> SheetSort:
        """The order wanted."""
        return _SORTS[max(self.sort.currentIndex(), 0)]

    @property
    def named(self) -> Named | None:
        """The person wanted; None for everybody."""
        row = self.person.currentIndex() - 1
        return self._people[row] if 0 <= row < len(self._people) else None

    def show_people(self, people: Sequence[Named], chosen: Named | None) -> None:
        """Offer who is named in captions."""
        self._people = people
        self._write_people(chosen)

    def _write_people(self, chosen: Named | None) -> None:
        catalog = self._look.catalog
        names = [_offered(catalog, each) for each in self._people]
        self.person.blockSignals(True)
        self.person.clear()
        self.person.addItems([catalog.text("Anybody in the captions"), *names])
        kept = [each.name for each in self._people]
        row = kept.index(chosen.name) + 1 if chosen is not None and chosen.name in kept else 0
        self.person.setCurrentIndex(row)
        self.entry.home(False)  # the beginning of a name is in sight
        self.person.blockSignals(False)
        self.person.setEnabled(bool(self._people))
        self._names.setStringList(names)

    # -- words

    def retranslate(self) -> None:
        """Write every word anew; choices stay."""
        catalog = self._look.catalog
        text = catalog.text
        self.setAccessibleName(text("Which photos"))
        scopes = {
            Scope.ITEM: (text("This item"), text("Photos of the item being read")),
            Scope.SEARCH: (text("This search"), text("Photos of all that the search finds")),
            Scope.ARCHIVE: (text("Whole archive"), text("All photos of the archive")),
        }
        for scope, (words, tip) in scopes.items():
            _name(self.scopes[scope], words, tip)
        sizes = {
            "S": text("Small pictures"),
            "M": text("Middle-sized pictures"),
            "L": text("Large pictures"),
        }
        for name, tip in sizes.items():
            _name(self.sizes[name], name, tip)
            self.sizes[name].setAccessibleName(tip)
        row = max(self.sort.currentIndex(), 0)
        self.sort.clear()
        self.sort.addItems(
            [text("Latest taken first"), text("Earliest taken first"), text("By item")]
        )
        self.sort.setCurrentIndex(row)
        name_box(self.sort, text("Order of the photos"), self._look.catalog)
        self.count.setAccessibleDescription(text("Number of photos"))
        name_box(self.person, text("Who is named in the captions"), self._look.catalog)
        self.entry.setAccessibleName(text("Who is named in the captions"))
        self.person.setToolTip(text("People are found by the captions; faces are not recognised"))
        self._write_people(self.named)
        self.slideshow.setText(text("Slideshow"))
        self.slideshow.setAccessibleName(text("Slideshow"))
        _name(self.more, text("More"), text("Copy, save, print as PDF"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _name(button: QToolButton, words: str, tip: str) -> None:
    button.setText(words)
    button.setAccessibleName(words)
    button.setToolTip(tip)


def _offered(catalog: Catalog, named: Named) -> str:
    return f"{named.name} · {catalog.number(named.photos)}"
