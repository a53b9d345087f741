"""Makes the Qt application and runs the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, qInstallMessageHandler
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QApplication

from desktop_app.errors import BeilinError, MarksError
from desktop_app.gui.appearance.window_scale import apply_scale
from desktop_app.gui.icons import program_icon
from desktop_app.gui.interface_font import fit_font, interface_font
from desktop_app.gui.look import Look
from desktop_app.gui.problems.catching import Catching, log_qt
from desktop_app.gui.settings import Settings
from desktop_app.gui.stylesheet import stylesheet
from desktop_app.gui.windows import Windows
from desktop_app.i18n.languages import languages
from desktop_app.i18n.system import preferred
from desktop_app.marks.marks import Marks
from desktop_app.messages import Message, message
from desktop_app.places import portable
from desktop_app.problem_log import SOMETHING_WRONG, start_log, watch_for_crashes

_TOLD = "told_read_only"  # a setting
# Megabytes one picture may take when decoded; a larger one is not shown.
_IMAGE_LIMIT = 512


def make_application() -> QApplication:
    """Return the one `QApplication`, set up for Beilin."""
    qInstallMessageHandler(log_qt)
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(["beilin"])
    application.setApplicationName("beilin")
    application.setApplicationDisplayName("Beilin 碑林")
    application.setDesktopFileName("beilin")
    application.setStyle("Fusion")
    application.setFont(interface_font("Hans"))
    application.setWindowIcon(program_icon())
    QImageReader.setAllocationLimit(_IMAGE_LIMIT)
    return application


def make_look(application: QApplication, language: str, theme: str) -> Look:
    """The look of the whole application, its style sheet following the theme."""
    look = Look(language, theme)
    fit_font(application, language)
    look.language_changed.connect(lambda spoken: fit_font(application, spoken))

    def restyle() -> None:
        application.setStyleSheet(stylesheet(look.theme, still=look.reduced_motion))

    look.theme_changed.connect(restyle)
    restyle()
    return look


def first_language(settings: Settings) -> str:
    """The language last chosen, or the system's."""
    chosen = settings.string("language")
    return chosen if chosen in languages() else preferred(QLocale.system().uiLanguages())


def words_at_start(settings: Settings) -> list[Message]:
    """What a person should know of where things are kept, each told once."""
    words = [settings.problem] if settings.problem else []
    carried = portable()
    if carried and carried.read_only and not settings.flag(_TOLD, False):
        settings.put(_TOLD, True)
        words.append(
            message(
                "{path} cannot be written: what you set and mark now is kept on this computer, "
                "and only until its temporary files are removed",
                path=carried.folder,
            )
        )
    return words


def run_window(
    folders: Sequence[Path], language: str | None = None, files: Sequence[Path] = ()
) -> int:
    """Open the window on the archives in `folders`, or the sample; return when all are closed.

    It speaks `language`, or the one last chosen, and imports `files`.
    """
    if start_log():
        watch_for_crashes()
    settings = Settings()
    apply_scale(settings)
    application = make_application()
    spoken = language or first_language(settings)
    look = make_look(application, spoken, settings.string("theme", "system"))
    words = words_at_start(settings)
    marks = _opened_marks(words)
    windows = Windows(look, settings, marks)
    catching = Catching(look.catalog.text(SOMETHING_WRONG))
    catching.install()
    catching.caught.connect(windows.show_error)
    windows.open_first(folders, files)
    for word in words:
        windows.show_error(BeilinError(word))
    with marks:
        return application.exec()


def _opened_marks(words: list[Message]) -> Marks:
    """The reader's marks; where they cannot be used, `words` say so and none are kept."""
    try:
        return Marks.open()
    except MarksError as error:
        words.append(error.text)
        return Marks.in_memory()
