"""The view of photos: a contact sheet, the words of the chosen photo, a time line."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.newest import Newest
from desktop_app.gui.photo_pane.cached_thumbnails import CachedThumbnails
from desktop_app.gui.photo_pane.details import DetailsPanel
from desktop_app.gui.photo_pane.photo_list import PhotoList
from desktop_app.gui.photo_pane.shown_photo import ShownPhoto
from desktop_app.gui.photo_pane.thumbnails import ThumbnailLoader
from desktop_app.gui.photo_pane.viewer import PhotoViewer
from desktop_app.gui.tell_box import Words
from desktop_app.gui.views.concordance.notices import error_text
from desktop_app.gui.views.concordance.wait_line import WaitLine
from desktop_app.gui.views.explanation import Explanation
from desktop_app.gui.views.sheet.bar import SIZES, SheetBar
from desktop_app.gui.views.sheet.both import SheetAndFacts
from desktop_app.gui.views.sheet.covers import Covers
from desktop_app.gui.views.sheet.grid import SheetGrid
from desktop_app.gui.views.sheet.menu import SheetMenu
from desktop_app.gui.views.sheet.nothing import title_of, why_nothing
from desktop_app.gui.views.sheet.paged_photos import PagedPhotos
from desktop_app.gui.views.sheet.scope import Answered, Asked, Scope, answer
from desktop_app.gui.views.sheet.takeaway import Takeaway
from desktop_app.gui.views.sheet.timeline import Timeline
from desktop_app.pictures.thumbnail_cache import thumbnail_cache
from desktop_app.search.bilingual.expanding import Off
from desktop_app.sheets.people import Named
from desktop_app.together import Searched

_PATIENCE_MS = 200  # before captions are read through for names


class SheetPage(QWidget):
    """A `ViewPage`. The sheet is made when the view comes into sight."""

    place_wanted = Signal(str, int, int)
    query_wanted = Signal(str)
    person_wanted = Signal(str)

    def __init__(self, look: Look, pool: QThreadPool, parent: QWidget | None = None) -> None:
        """Show no photos yet."""
        super().__init__(parent)
        self._look, self._pool = look, pool
        self._newest, self._naming = Newest(pool, self), Newest(pool, self)
        self._name_soon = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._name_soon.timeout.connect(self._name_people)
        self._archive: Searched | None = None
        self._item_id = self._query = ""
        self._off: Off | None = None
        self._answered: Answered | None = None
        self._error: Exception | None = None
        self.setObjectName("sheetPage")
        self.thumbnails = ThumbnailLoader(pool, self, CachedThumbnails(thumbnail_cache()).read)
        self.bar, self.grid = SheetBar(look, self), SheetGrid(look, self.thumbnails, self)
        self.timeline, self.details = Timeline(look, self), DetailsPanel(look, pool, self)
        self.nothing = Explanation(self)
        self.nothing.clicked.connect(self._ask)
        self.menu, self.wait = SheetMenu(look, self.bar.menu), WaitLine(look, self)
        self.takeaway, self.covers = Takeaway(look, pool, self), Covers(look, pool, self)
        self._told: Words | None = None  # what came of the last deed
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.grid.set_box(SIZES["M"])
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.nothing)
        self.stack.addWidget(self.grid)
        self.both = SheetAndFacts(self.stack, self.details, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 6)
        layout.setSpacing(6)
        layout.addWidget(self.bar)
        layout.addWidget(self.timeline)
        layout.addWidget(self.both, 1)
        layout.addWidget(self.wait)
        line = [self.timeline.years, self.timeline.bars, self.timeline.undated, self.grid]
        for one, other in pairwise([self.bar.sizes["L"], *line]):
            self.setTabOrder(one, other)  # as they stand

    def _connect(self) -> None:
        self.bar.changed.connect(self._ask)
        self.timeline.changed.connect(self._ask)
        self.details.item_wanted.connect(self._go_to_item)
        self.menu.wanted.connect(self._do)
        self.grid.copy_wanted.connect(lambda: self._do("copy_picture"))
        self.covers.returned.connect(self._return)
        self.bar.slideshow.clicked.connect(lambda: self._do("slideshow"))
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(
            lambda at: self.menu.menu.popup(self.grid.viewport().mapToGlobal(at))
        )
        self.takeaway.began.connect(lambda words: self.wait.begin(words, self.takeaway.stop))
        self.takeaway.advanced.connect(self.wait.advance)
        self.takeaway.told.connect(self._tell)
        self.takeaway.failed.connect(
            lambda error: self._tell(lambda catalog: error_text(catalog, error))
        )
        self.grid.photo_chosen.connect(lambda _place: self._show_details())
        self.bar.size_chosen.connect(self.grid.set_box)
        self.grid.photo_activated.connect(self.enlarge)
        self.grid.selectionModel().selectionChanged.connect(lambda *_: self._describe())

    # -- what a view is to the window

    @property
    def busy(self) -> bool:
        """Whether photos are being found, read or drawn."""
        parts = (
            self._newest,
            self._naming,
            self.thumbnails,
            self.details,
            self.takeaway,
            self.covers,
        )
        reading = isinstance(self.photos, PagedPhotos) and self.photos.busy
        return reading or self._name_soon.isActive() or any(part.busy for part in parts)

    def set_archive(self, archive: Searched | None) -> None:
        """Show photos of `archive`."""
        self.stop()
        if archive is not self._archive:
            self._item_id = ""
            self.timeline.clear()
        self._archive, self._answered = archive, None
        self._show_photos(PhotoList(parent=self))
        if self.isVisible():
            self._ask()
        self._describe()

    def set_item(self, item_id: str) -> None:
        """The item being read is now another; "" for none."""
        if item_id != self._item_id:
            self._item_id = item_id
            if self.isVisible() and self.bar.scope is Scope.ITEM:
                self._ask()

    def set_both(self, off: Off | None) -> None:
        """What the next query means in the other language too, but for `off`; None: not."""
        self._off = off

    def show_query(self, query: str) -> None:
        """The view has come into sight, or the query in the search box is now `query`."""
        if query != self._query:
            self._query = query
            self.bar.choose_scope(Scope.SEARCH if query.strip() else Scope.ARCHIVE)
            self._ask()
        elif self._answered is None or self.bar.scope is Scope.ITEM:
            self._ask()

    def stop(self) -> None:
        """Read no more."""
        for each in (self._newest, self._naming, self._name_soon):
            each.stop()
        for part in (self.details, self.takeaway):
            part.stop()
        self.wait.end()
        self.thumbnails.clear()
        if isinstance(self.photos, PagedPhotos):
            self.photos.stop()
        self.covers.close()

    # -- the sheet

    @property
    def photos(self) -> PhotoList:
        """What the grid shows."""
        return self.grid.photos

    def _asked(self) -> Asked:
        bar = self.bar
        query, item, months = self._query, self._item_id, self.timeline.chosen
        return Asked(bar.scope, item, query, self._off, bar.order, bar.named, months)

    def _ask(self) -> None:
        """Make the sheet that the bar asks for."""
        archive, asked, before = self._archive, self._asked(), self._answered
        if archive is None:
            return

        self._newest.run(
            lambda task: answer(archive, asked, task.cancelled, before), self._show, self._fail
        )

    def _show(self, answered: Answered) -> None:
        before, self._answered = self._answered, answered
        self._error = self._told = None
        if before is None or before.whole is not answered.whole:
            self._naming.stop()
            self._name_soon.start()
        self.grid.delegate.marked = answered.marked
        every, months = answered.every_month, answered.asked.months
        self.timeline.show_months(every.months, every.undated, months)
        self._show_photos(PagedPhotos(answered.sheet, self._pool, self))
        self._describe()

    def _name_people(self) -> None:
        """Find who is named in captions, once the pictures in sight are there.

        10,000 captions take a second, in which Python would let pictures wait.
        """
        archive, answered = self._archive, self._answered
        if self.thumbnails.busy:
            self._name_soon.start()
        elif archive is not None and answered is not None:
            self._naming.run(
                lambda task: archive.sheets.people(answered.whole, task.cancelled),
                self._take_people,
                self._fail,
            )

    def _take_people(self, people: list[Named]) -> None:
        """Offer `people`; one who was chosen and is named here no more is forgotten."""
        chosen = self.bar.named
        self.bar.show_people(people, chosen)
        if chosen is not None and self.bar.named is None:
            self._ask()

    def _show_photos(self, photos: PhotoList) -> None:
        former = self.grid.photos
        if isinstance(former, PagedPhotos):
            former.stop()
        self.grid.show_photos(photos)
        photos.arrived.connect(self._arrive)
        self.grid.choose(0)
        self._show_details()
        if former.parent() is self:
            former.deleteLater()

    def _fail(self, error: Exception) -> None:
        self._answered, self._error = None, error
        self._show_photos(PhotoList(parent=self))
        self._describe()

    # -- photos

    def chosen(self) -> ShownPhoto | None:
        """The photo now current."""
        return self.photos.photo(self.grid.current_place())

    def _arrive(self, first: int, count: int) -> None:
        if first <= self.grid.current_place() < first + count:
            self._show_details()

    def _show_details(self) -> None:
        self.details.show_photo(self.chosen(), self.grid.delegate.marked)

    def _go_to_item(self) -> None:
        """Lead to where the photo stands in its item."""
        photo = self.chosen()
        if self._archive is None or photo is None:
            return
        before = self._archive.item(photo.item_id).paragraphs[: photo.after]
        at = sum(len(paragraph) + 1 for paragraph in before[:-1])
        self.place_wanted.emit(photo.item_id, at, at)

    def enlarge(self, place: int) -> PhotoViewer:
        """Cover the window with the photo at `place`."""
        return self.covers.enlarge(self.photos, place, self.grid.delegate.marked)

    def compare(self, left: int, right: int) -> None:
        """Cover the window with the photos at these places, side by side."""
        one, other = self.photos.photo(left), self.photos.photo(right)
        if one is not None and other is not None:
            self.covers.compare(one, other)

    def _return(self, photos: PhotoList, place: int) -> None:
        """Choose the photo that was looked at last."""
        if photos is self.photos:
            self.grid.choose(place)

    # -- what can be done

    def _do(self, name: str) -> None:
        """What the menu says."""
        photo, places = self.chosen(), self.grid.chosen()
        if name == "slideshow" and len(self.photos):
            viewer = self.enlarge(max(self.grid.current_place(), 0))
            viewer.slideshow.toggle()
        elif name == "compare" and len(places) == 2:
            self.compare(*places)
        elif name == "pdf" and self._answered is not None:
            wanted = places if len(places) > 1 else range(len(self.photos))
            title = title_of(self._archive, self._answered, self.photos.photo(0))
            self.takeaway.ask_pdf(self._answered.sheet, wanted, title)
        elif name in ("save", "save_all") and self._answered is not None:
            wanted = places if name == "save" else range(len(self.photos))
            self.takeaway.ask_save(self._answered.sheet, wanted, photo)
        elif photo is not None:
            self._do_with(name, photo)

    def _do_with(self, name: str, photo: ShownPhoto) -> None:
        if name == "enlarge":
            self.enlarge(self.grid.current_place())
        elif name == "copy_picture":
            self.takeaway.copy_picture(photo)
        elif name == "copy_caption":
            self.takeaway.copy_caption(photo)
        elif name == "item":
            self._go_to_item()

    def _tell(self, words: Words) -> None:
        self.wait.end()
        self._told = words
        self._describe()

    # -- words

    def _describe(self) -> None:
        some = len(self.photos) > 0
        self.stack.setCurrentWidget(self.grid if some else self.nothing)
        self.both.show_facts(some)
        again = self._look.catalog.text("Try again") if self._error is not None else ""
        self.nothing.say(*why_nothing(self._look.catalog, self._answered, self._error), again)
        self.bar.count.setText(self._counted() if some else "")
        self.bar.slideshow.setEnabled(some)
        self.menu.offer(len(self.photos), len(self.grid.chosen()))

    def _counted(self) -> str:
        catalog = self._look.catalog
        told = catalog.plural("{count} photo", "{count} photos", len(self.photos))
        chosen = len(self.grid.chosen())
        if chosen > 1:
            told += " · " + catalog.plural("{count} chosen", "{count} chosen", chosen)
        return f"{told} · {self._told(catalog)}" if self._told else told

    def retranslate(self) -> None:
        """Write every word anew."""
        catalog = self._look.catalog
        self.setAccessibleName(catalog.text("Photos"))
        self.grid.setAccessibleName(catalog.text("Contact sheet"))
        self.both.setAccessibleName(catalog.text("Photos"))
        self.menu.retranslate()
        self._describe()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
