"""What the window asks and tells in windows of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop_app import __version__
from desktop_app.errors import BeilinError
from desktop_app.exporting.exporters import exporters
from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.export_dialog import ExportDialog
from desktop_app.gui.help_page import HelpPage
from desktop_app.gui.icons import program_icon
from desktop_app.gui.look import Look
from desktop_app.gui.problems.problem_dialog import ProblemDialog
from desktop_app.gui.report_dialog import ReportDialog
from desktop_app.gui.tell_box import TellBox, Words
from desktop_app.gui.text_dialog import TextDialog
from desktop_app.i18n.catalog import Catalog
from desktop_app.importing.foreseen import Foreseen
from desktop_app.importing.log_lines import Logged, log_lines
from desktop_app.importing.report import Report
from desktop_app.item_facts import item_facts
from desktop_app.items import Item, Origin
from desktop_app.places import documents_folder


class Dialogs(QObject):
    """The dialogs of one window. None stops the program but those that ask for a file."""

    def __init__(self, look: Look, actions: ActionRegistry, parent: QWidget) -> None:
        """Show dialogs over `parent`."""
        super().__init__(parent)
        self._look = look
        self._over = parent
        self._actions = actions
        self.help_page: HelpPage | None = None
        self.problem: ProblemDialog | None = None

    def choose_archive(self) -> Path | None:
        """Ask for the folder of an archive."""
        title = self._look.catalog.text("Open archive")
        return _path(QFileDialog.getExistingDirectory(self._over, title, _documents()))

    def choose_files(self) -> list[Path]:
        """Ask for files to import."""
        title = self._look.catalog.text("Import files")
        files, _filter = QFileDialog.getOpenFileNames(self._over, title, _documents())
        return [Path(file) for file in files]

    def choose_tables(self) -> list[Path]:
        """Ask for tables to import."""
        catalog = self._look.catalog
        kinds = catalog.text("Tables (*.csv *.tsv *.tab *.txt *.xlsx *.xlsm)")
        files, _filter = QFileDialog.getOpenFileNames(
            self._over, catalog.text("Import a table"), _documents(), kinds
        )
        return [Path(file) for file in files]

    def choose_watched(self) -> Path | None:
        """Ask for a folder to watch."""
        title = self._look.catalog.text("Watch a folder")
        return _path(QFileDialog.getExistingDirectory(self._over, title, _documents()))

    def choose_folder(self) -> list[Path]:
        """Ask for a folder to import."""
        title = self._look.catalog.text("Import a folder")
        folder = _path(QFileDialog.getExistingDirectory(self._over, title, _documents()))
        return [folder] if folder else []

    def new_archive(self) -> Path | None:
        """Ask where to make the archive that an import is to fill."""
        catalog = self._look.catalog
        title = catalog.text("Name the archive to import into")
        kinds = catalog.text("Beilin archives (*.beilin)")
        start = str(Path(_documents()) / (catalog.text("My archive") + ".beilin"))
        options = QFileDialog.Option.DontConfirmOverwrite
        name, _filter = QFileDialog.getSaveFileName(
            self._over, title, start, kinds, options=options
        )
        path = _path(name)
        return path.with_suffix(".beilin") if path and not path.suffix else path

    def ask_export(
        self, items: int, hits: int | None, then: Callable[[Path, str, bool], object]
    ) -> None:
        """Ask what to export and where; call `then` with place, format, only the hits or all."""
        dialog = ExportDialog(self._look, exporters(), items, hits, self._over)

        def go_on() -> None:
            only_hits, out = dialog.only_hits.isChecked(), self._export_place(dialog.format_name)
            if out is not None:
                then(out, dialog.format_name, only_hits)

        dialog.accepted.connect(go_on)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _export_place(self, format_: str) -> Path | None:
        """Ask for the file or new folder to export to."""
        catalog, suffix = self._look.catalog, exporters()[format_].suffix
        start = str(Path(_documents()) / (catalog.text("Export from Beilin") + suffix))
        kinds = f"{format_.upper()} (*{suffix})" if suffix else ""
        # A folder that is there is replaced only where an export wrote it.
        options = QFileDialog.Option(0) if suffix else QFileDialog.Option.DontConfirmOverwrite
        name, _filter = QFileDialog.getSaveFileName(
            self._over, catalog.text("Export"), start, kinds, options=options
        )
        path = _path(name)
        named = path is None or path.name.lower().endswith(suffix)
        return path if path is None or named else path.with_name(path.name + suffix)

    def show_error(self, error: BaseException) -> None:
        """Say what went wrong: what a person can mend in full, a bug calmly."""
        if isinstance(error, BeilinError):
            known = error.text
            self._say(QMessageBox.Icon.Warning, lambda catalog: catalog.message(known))
        else:
            self.problem = self.problem or ProblemDialog(self._look, self._over)
            self.problem.tell(error)

    def show_report(self, report: Report) -> None:
        """Show the report of an import."""
        dialog = ReportDialog(self._look, report, self._over)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_foreseen(self, foreseen: Foreseen, then: Callable[[], object]) -> None:
        """Show what an import would do; `then` does it, if a person says so."""
        dialog = ReportDialog(self._look, foreseen.report, self._over, foreseen)
        dialog.accepted.connect(then)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_no_place(self) -> None:
        """Say that a watched folder needs an archive to fill."""
        self._say(
            QMessageBox.Icon.Information,
            lambda catalog: catalog.text(
                "Open an archive of your own first, or import something into a new one; "
                "the sample archive is not for filling."
            ),
        )

    def show_details(self, item: Item, origin: Origin, copies: Sequence[Origin] = ()) -> None:
        """Show what is known of an item beside its text."""

        def lines(catalog: Catalog) -> str:
            facts = item_facts(catalog, item, origin, copies)
            named = (catalog.text("{name}: {value}", name=n, value=v) for n, v in facts)
            return "\n".join((item.title, "", *named))

        def title(catalog: Catalog) -> str:
            return catalog.text("About this item")

        TextDialog(self._look, "detailsDialog", title, lines, self._over).open()

    def show_log(self, imports: Sequence[Logged]) -> None:
        """Show the imports that filled the archive, the latest first."""

        def lines(catalog: Catalog) -> str:
            told = "\n".join(log_lines(catalog, imports[::-1]))
            return told or catalog.text("Nothing has been imported yet")

        def title(catalog: Catalog) -> str:
            return catalog.text("Import log")

        TextDialog(self._look, "logDialog", title, lines, self._over).open()

    def show_export(self, count: int, out: Path) -> None:
        """Say that an export is complete."""
        self._say(
            QMessageBox.Icon.Information,
            lambda catalog: catalog.plural(
                "{count} item was written to {path}", "{count} items were written to {path}",
                count, path=out,
            ),
        )  # fmt: skip

    def show_pairs_export(self, count: int, out: Path) -> None:
        """Say that an export of pairs is complete."""
        self._say(
            QMessageBox.Icon.Information,
            lambda catalog: catalog.plural(
                "{count} pair was written to {path}", "{count} pairs were written to {path}",
                count, path=out,
            ),
        )  # fmt: skip

    def show_help(self) -> None:
        """Show the help page, or bring it to the front."""
        if self.help_page is None:
            self.help_page = HelpPage(self._look, self._actions, self._over)
        self.help_page.show()
        self.help_page.raise_()

    def show_about(self) -> None:
        """Say what this program is."""
        box = self._say(QMessageBox.Icon.NoIcon, _about)
        box.setIconPixmap(program_icon().pixmap(64, 64))

    def _say(self, icon: QMessageBox.Icon, words: Words) -> TellBox:
        box = TellBox(self._look, icon, words, self._over)
        box.open()
        return box


def choose_csv(look: Look, name: str, over: QWidget) -> Path | None:
    """Ask for the CSV file to write, at first one called `name`."""
    text = look.catalog.text
    start = str(Path(_documents()) / f"{name}.csv")
    kinds = text("CSV tables (*.csv)")
    file, _filter = QFileDialog.getSaveFileName(over, text("Save as CSV"), start, kinds)
    path = _path(file)
    return path.with_name(f"{path.name}.csv") if path and not path.suffix else path


def _about(catalog: Catalog) -> str:
    text = catalog.text("A viewer for offline news archives in Chinese and English.")
    version = catalog.text("Version {version}", version=__version__)
    return f"Beilin 碑林\n\n{text}\n{version}\n\n" + catalog.text(
        "Dictionary: CC-CEDICT, licensed under CC BY-SA 4.0"
    )


def _path(name: str) -> Path | None:
    return Path(name) if name else None


def _documents() -> str:
    return str(documents_folder())
