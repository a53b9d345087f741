"""How the window looks now: language, theme, script of texts, in one object all share."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QObject, QTranslator, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app.gui.palette import palette
from desktop_app.gui.qt_words import QtWords
from desktop_app.gui.theme import LIGHT, SYSTEM, Theme, theme_of
from desktop_app.i18n.catalog import Catalog
from desktop_app.language.name_order import collation
from desktop_app.language.rewriting import AS_PUBLISHED, rewritten, spans_in


class Look(QObject):
    """Holds the interface's `catalog` and `theme`, and the `script` Chinese texts are shown in.

    A change of language reaches every widget as one `LanguageChange` event, whereupon
    each runs its `retranslate()`; a change of theme is announced by `theme_changed`, one
    of script by `script_changed`.
    """

    theme_changed = Signal()
    script_changed = Signal()
    language_changed = Signal(str)

    def __init__(self, language: str, theme: str = SYSTEM) -> None:
        """Start with `language`, a key of `languages()`, and `theme`, one of `CHOICES`."""
        super().__init__()
        self.catalog = Catalog(language)
        self._qt_translator = QTranslator(self)
        self._qt_words = QtWords(self)
        self.theme_choice = theme
        self.theme: Theme = LIGHT
        self.script = AS_PUBLISHED
        self.reduced_motion = False  # whether nothing is to move by itself
        self.names_by = ""  # PINYIN, STROKES, or as the language has them
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)
        self._translate_qt()
        self.set_theme(theme)

    @property
    def collation(self) -> str:
        """The language in whose order names stand: for `order_of`."""
        return collation(self.catalog.language, self.names_by)

    def set_names_by(self, by: str) -> None:
        """Have Chinese names stand by `PINYIN` or `STROKES`, or as the interface's language has.

        Lists are put in order where they are written, so they are told as of a language.
        """
        if by != self.names_by:
            self.names_by = by
            self._tell_language()

    def set_language(self, language: str) -> None:
        """Switch the whole interface to `language`, live."""
        if language == self.catalog.language:
            return
        self.catalog = Catalog(language)
        self._translate_qt()
        self._tell_language()
        self.language_changed.emit(language)

    @staticmethod
    def _tell_language() -> None:
        application = QCoreApplication.instance()
        if application is not None:
            QCoreApplication.sendEvent(application, QEvent(QEvent.Type.LanguageChange))
            # The application posts it on to its windows; now is when they are to change.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)

    def set_theme(self, choice: str) -> None:
        """Switch to the theme called `choice`, or to follow the desktop to ``system``."""
        self.theme_choice = choice
        self.theme = theme_of(choice)
        QApplication.setPalette(palette(self.theme))
        self.theme_changed.emit()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Have nothing move by itself, or have it move again."""
        if reduced != self.reduced_motion:
            self.reduced_motion = reduced
            self.theme_changed.emit()  # the style sheet says so too

    def set_script(self, script: str) -> None:
        """Show Chinese texts in `script`, one of `SCRIPTS`; have its tables read before."""
        if script != self.script:
            self.script = script
            self.script_changed.emit()

    def shown(self, text: str) -> str:
        """A text of the archive as it is shown: in the script chosen."""
        return rewritten(text, self.script)

    def shown_marked(
        self, text: str, marks: Iterable[tuple[int, int]]
    ) -> tuple[str, list[tuple[int, int]]]:
        """A text as it is shown, and where its `marks`, in code points, are in that."""
        shown = self.shown(text)
        return shown, spans_in(shown, text, marks)

    def _follow_system(self) -> None:
        if self.theme_choice == SYSTEM:
            self.set_theme(SYSTEM)

    def _translate_qt(self) -> None:
        """Have Qt's own dialogs speak the language too."""
        # What is installed last is asked first.
        QCoreApplication.removeTranslator(self._qt_words.translator)
        self._qt_words.set_catalog(self.catalog)
        QCoreApplication.installTranslator(self._qt_words.translator)
        QCoreApplication.removeTranslator(self._qt_translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._qt_translator.load(f"qtbase_{self.catalog.language}", folder):
            QCoreApplication.installTranslator(self._qt_translator)
