"""Joins pairs to the window: button, parallel reading, copying, exporting, deciding."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.archive_desk import ArchiveDesk
from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.article_pane.parallel.twin import Twin
from desktop_app.gui.look import Look
from desktop_app.gui.newest import Newest
from desktop_app.gui.pairs.aligning import Aligner
from desktop_app.gui.pairs.choice import ChoiceDialog
from desktop_app.gui.pairs.deciding import Decision, PairDecider, apart, together
from desktop_app.gui.pairs.table import table_data
from desktop_app.gui.pairs.undo_line import UndoLine
from desktop_app.gui.pairs.writing import choose_target
from desktop_app.gui.photo_desk import PhotoDesk
from desktop_app.items import Item, Pair
from desktop_app.pairing.traits import side
from desktop_app.places import documents_folder

_OF_A_PAIR = ("counterpart", "copy_pair", "export_pair", "confirm_pair", "reject_pair")
_MENU = (
    ("parallel", "interleaved", "counterpart"),
    ("copy_pair", "export_pair", "export_pairs"),
    ("confirm_pair", "reject_pair", "choose_pair", "undo_pair"),
)


class PairDesk(QObject):
    """Knows the pair of the item shown, and shows its counterpart beside it where wanted."""

    item_wanted = Signal(str)  # the id
    failed = Signal(object)  # the exception
    columns_wanted = Signal(bool)  # whether the item shown is to be read in two columns

    def __init__(
        self,
        look: Look,
        pool: QThreadPool,
        actions: ActionRegistry,
        desk: ArchiveDesk,
        article: ArticlePane,
        photos: PhotoDesk,
        window: QWidget,
    ) -> None:
        """Serve the item that `article` shows, of the archive that `desk` holds."""
        super().__init__(window)
        self._look, self._pool, self._actions, self._desk = look, pool, actions, desk
        self._article, self._photos, self._over = article, photos, window
        self.pair: Pair | None = None
        self.dialog: ChoiceDialog | None = None
        self._seen = ""  # the item whose pair is shown or looked for
        self._undoing = False
        self._copies = False  # whether the table is to be copied once it is there
        self._looks = Newest(pool, self)
        self.aligner = Aligner(pool, self)
        self.decider = PairDecider(pool, self)
        self.undo_line = UndoLine(look, article)
        self.undo_line.wanted.connect(self.undo)
        article.add_line(self.undo_line)
        article.bar.pair.offer([actions[name] for name in names] for names in _MENU)
        article.bar.pair.wanted.connect(actions["parallel"].setChecked)
        article.item_shown.connect(lambda: self.undo_line.tell(None))
        article.item_shown.connect(self.look_again)
        desk.opened.connect(lambda _archive: self._opened())
        desk.joined.connect(self._opened)
        self.aligner.aligned.connect(self._aligned)
        for part in (self.aligner, self.decider):
            part.failed.connect(self.failed)
        self.decider.written.connect(self._written)
        for name in ("parallel", "interleaved"):
            actions[name].toggled.connect(lambda _on: self._show())
        actions.connect(
            {
                "counterpart": self.open_counterpart,
                "copy_pair": self.copy,
                "export_pair": lambda: self._export(self._article.item),
                "export_pairs": lambda: self._export(None),
                "confirm_pair": lambda: self._decide(together),
                "reject_pair": lambda: self._decide(apart),
                "choose_pair": self.choose,
                "undo_pair": self.undo,
            }
        )
        self._offer()

    @property
    def busy(self) -> bool:
        """Whether something is being aligned or written."""
        choosing = self.dialog is not None and self.dialog.busy
        return self._looks.busy or self.aligner.busy or self.decider.busy or choosing

    @property
    def other(self) -> str:
        """The id of the counterpart, "" for none."""
        item, pair = self._article.item, self.pair
        if item is None or pair is None:
            return ""
        return pair.zh if item.id == pair.en else pair.en

    def look_again(self) -> None:
        """Find the pair of the item shown, and show what is to be seen of it."""
        item, archive = self._article.item, self._desk.archive
        self._copies, self.pair = False, None
        if archive is None or item is None:
            self._looks.stop()
            self._found(None)
            return
        pairing, item_id = archive.pairing, item.id
        if item_id != self._seen:
            self._seen = item_id
            self._article.bar.pair.show_pair(None, item_id)
        self._looks.run(lambda _task: pairing.of(item_id), self._found, self._lost)
        self._offer()

    def _found(self, pair: Pair | None) -> None:
        item, self.pair = self._article.item, pair
        self._article.bar.pair.show_pair(pair, item.id if item else "")
        self._offer()
        self._show()

    def _lost(self, error: Exception) -> None:
        self._found(None)
        self.failed.emit(error)

    def stop(self) -> None:
        """Before the window closes: let no thread work on."""
        self._looks.stop()
        self.aligner.stop()
        if self.dialog is not None:
            self.dialog.reject()

    def open_counterpart(self) -> None:
        """Show the counterpart in place of the item."""
        if self.other:
            self.item_wanted.emit(self.other)

    def copy(self) -> None:
        """Copy both texts as a table, aligned first where they are not yet."""
        self._copies = True
        self._want()

    def choose(self) -> None:
        """Ask which item is the counterpart."""
        item, archive = self._article.item, self._desk.archive
        if item is None or archive is None:
            return
        dialog = self.dialog = ChoiceDialog(self._look, self._pool, archive, item, self._over)
        dialog.decided.connect(
            lambda other: self.decider.decide(archive.folder, together, item, other)
        )
        dialog.failed.connect(self.failed)
        dialog.finished.connect(self._chosen)
        dialog.open()

    def _chosen(self) -> None:
        self.dialog = None

    def _decide(self, decision: Decision) -> None:
        item, archive = self._article.item, self._desk.archive
        if item is not None and archive is not None and self.other:
            self.decider.decide(archive.folder, decision, item, self.other)

    def undo(self) -> None:
        """Have all be as before the last decision about a pair."""
        self._undoing = self.decider.undo()

    def _written(self) -> None:
        self.undo_line.tell(None if self._undoing else self.decider.last)
        self._undoing = False
        self.look_again()

    def _opened(self) -> None:
        self.aligner.forget()
        self.decider.forget_but([each.folder for each in self._desk.archives.all])
        if self.decider.last is None:
            self.undo_line.tell(None)
        QTimer.singleShot(0, self, self.look_again)  # once the window shows an item of it

    # -- what is shown

    def _show(self) -> None:
        """Show the counterpart beside the item, or the item alone."""
        parallel = self.pair is not None and self._actions["parallel"].isChecked()
        self._article.bar.pair.setChecked(self._actions["parallel"].isChecked())
        self.columns_wanted.emit(parallel and not self._actions["interleaved"].isChecked())
        if not parallel:
            self.aligner.stop()
            self._put(None)
        else:
            self._want()

    def _want(self) -> None:
        item, archive = self._article.item, self._desk.archive
        if item is not None and archive is not None and self.pair is not None:
            self.aligner.want(archive, item, self.pair)

    def _aligned(self, item_id: str, twin: Twin) -> None:
        item = self._article.item
        if item is None or item.id != item_id:
            return
        if self._copies:
            self._copies = False
            QGuiApplication.clipboard().setMimeData(table_data(item, twin))
        if self._actions["parallel"].isChecked():
            self._put(twin)

    def _put(self, twin: Twin | None) -> None:
        self._article.show_twin(twin, not self._actions["interleaved"].isChecked())
        if self._article.photo_item is not None and self._desk.archive is not None:
            self._photos.show_item(self._article.photo_item, self._desk.archive)

    def _offer(self) -> None:
        """Offer what can be done now."""
        item, archive = self._article.item, self._desk.archive
        for name in _OF_A_PAIR:
            self._actions[name].setEnabled(self.pair is not None)
        found = self.pair is not None and self.pair.by != "reader"
        self._actions["confirm_pair"].setEnabled(found)
        both = item is not None and side(item.language) is not None
        self._actions["choose_pair"].setEnabled(both)
        self._actions["export_pairs"].setEnabled(archive is not None)
        self._actions["undo_pair"].setEnabled(self.decider.last is not None)

    # -- exporting

    def _export(self, item: Item | None) -> None:
        """Write the pair of `item`, or all pairs, to a file to be chosen."""
        target = choose_target(self._look, str(documents_folder()), self._over)
        if target is not None:
            self._desk.export_pairs(target, item)
