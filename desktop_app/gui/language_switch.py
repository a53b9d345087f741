"""The toolbar's switch between English and another language; menus of language and theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.theme import CHOICES
from desktop_app.gui.theme_names import theme_names
from desktop_app.i18n.catalog import Catalog
from desktop_app.i18n.languages import SOURCE, languages, short_name
from desktop_app.language.name_order import PINYIN, STROKES


class LanguageSwitch(QToolButton):
    """One button that names the other language, in that language."""

    def __init__(self, look: Look, other: str, parent: QWidget | None = None) -> None:
        """Switch between English and `other`, until a third language is chosen."""
        super().__init__(parent)
        self._look = look
        self._other = other
        self.setObjectName("languageSwitch")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.clicked.connect(lambda: look.set_language(self.other()))
        self.retranslate()

    def other(self) -> str:
        """The language a click switches to."""
        return self._other if self._look.catalog.language == SOURCE else SOURCE

    def retranslate(self) -> None:
        """Name the other language; which one stood beside English last is remembered."""
        if self._look.catalog.language != SOURCE:
            self._other = self._look.catalog.language
        self.setText(short_name(self.other()))
        text = self._look.catalog.text("Switch the language of the interface")
        self.setToolTip(text)
        self.setAccessibleName(f"{text}: {self.text()}")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class ChoiceMenu(QMenu):
    """A menu of which exactly one entry is chosen."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: tuple[str, ...], parent: QWidget | None = None) -> None:
        """Offer `choices`, without words yet."""
        super().__init__(parent)
        self.setObjectName(f"menu:{name}")
        group = QActionGroup(self)
        self._actions = {choice: QAction(self) for choice in choices}
        for choice, action in self._actions.items():
            action.setObjectName(f"action:{name}:{choice}")
            action.setCheckable(True)
            action.triggered.connect(lambda _checked, choice=choice: self.chosen.emit(choice))
            group.addAction(action)
            self.addAction(action)

    def write(self, title: str, names: dict[str, str], current: str) -> None:
        """Set the words, and check `current`."""
        self.setTitle(title)
        for choice, action in self._actions.items():
            action.setText(names[choice])
            action.setChecked(choice == current)


class LookMenus(QObject):
    """The menus of a window, with which they go: language, order of Chinese names, theme."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Steer `look`."""
        super().__init__(parent)
        self._look = look
        self._languages = languages()  # read once: a switch has no time for the disk
        self.language = ChoiceMenu("language", tuple(self._languages), parent)
        self.theme = ChoiceMenu("theme", CHOICES, parent)
        self.names = ChoiceMenu("names", ("", PINYIN, STROKES), parent)
        self.names.chosen.connect(look.set_names_by)
        self.language.chosen.connect(look.set_language)
        self.theme.chosen.connect(look.set_theme)
        look.theme_changed.connect(self.retranslate)
        self.retranslate()

    def join(self, menu: QMenu) -> None:
        """Stand at the end of `menu`."""
        menu.addSeparator()
        for each in (self.language, self.names, self.theme):
            menu.addMenu(each)

    def retranslate(self) -> None:
        """Write both; each language is named in itself."""
        catalog = self._look.catalog
        self.language.write(catalog.text("Language"), self._languages, catalog.language)
        title = catalog.text("Order of Chinese names")
        self.names.write(title, name_orders(catalog), self._look.names_by)
        self.theme.write(catalog.text("Theme"), theme_names(catalog), self._look.theme_choice)


def name_orders(catalog: Catalog) -> dict[str, str]:
    """What the orders of Chinese names are called."""
    return {
        "": catalog.text("As in the interface's language"),
        PINYIN: catalog.text("By pinyin"),
        STROKES: catalog.text("By strokes"),
    }
