"""The registry of everything a menu, a shortcut or the help page offers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop_app.gui.at_hand.action_help import HELP
from desktop_app.gui.look import Look
from desktop_app.messages import Message, message


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: its name in the code, menu, sentence, shortcuts and icon.

    `apart` draws a line above it in the menu.
    """

    name: str
    menu: str
    text: Message
    shortcuts: tuple[str, ...] = ()
    checkable: bool = False
    icon: str = ""
    apart: bool = False


MENUS = {
    "archive": message("&Archive"),
    "edit": message("&Edit"),
    "view": message("&View"),
    "go": message("&Go"),
    "marks": message("&Marks"),
    "window": message("&Window"),
    "help": message("&Help"),
}

ACTIONS = (
    ActionSpec("open", "archive", message("Open archive…"), ("Ctrl+O",), icon="open"),
    ActionSpec("open_beside", "archive", message("Open another archive beside…"), ("Ctrl+Alt+O",)),
    ActionSpec("open_sample", "archive", message("Open the sample archive")),
    ActionSpec("close_archive", "archive", message("Close this archive")),
    ActionSpec(
        "import_files", "archive", message("Import files…"), ("Ctrl+I",), icon="import", apart=True
    ),
    ActionSpec("import_folder", "archive", message("Import a folder…"), ("Ctrl+Shift+I",)),
    ActionSpec("import_table", "archive", message("Import a table…"), icon="table"),
    ActionSpec("look_first", "archive", message("Look before importing"), checkable=True),
    ActionSpec("watch", "archive", message("Watch a folder…"), checkable=True, icon="watch"),
    ActionSpec("import_log", "archive", message("Import log"), icon="log"),
    ActionSpec("export", "archive", message("Export…"), ("Ctrl+E",), apart=True, icon="export"),
    ActionSpec("export_pair", "archive", message("Export this pair…")),
    ActionSpec("export_pairs", "archive", message("Export all pairs…")),
    ActionSpec("print", "archive", message("Print…"), ("Ctrl+P",), apart=True, icon="print"),
    ActionSpec("print_hits", "archive", message("Print the hits…"), ("Ctrl+Alt+P",)),
    ActionSpec("quit", "archive", message("Quit"), ("Ctrl+Q",), apart=True, icon="quit"),
    ActionSpec("search", "edit", message("Search"), ("Ctrl+K", "/"), icon="find"),
    ActionSpec(
        "both_languages", "edit", message("Search in both languages"), ("Ctrl+B",), checkable=True
    ),
    ActionSpec("copy", "edit", message("Copy"), ("Ctrl+C",), apart=True, icon="copy"),
    ActionSpec("copy_item", "edit", message("Copy the whole item"), ("Ctrl+Shift+C",)),
    ActionSpec("copy_pair", "edit", message("Copy both texts as a table")),
    ActionSpec("find", "edit", message("Find in this item"), ("Ctrl+F",), apart=True, icon="find"),
    ActionSpec("next_match", "edit", message("Next match"), ("F3", "Ctrl+G")),
    ActionSpec("previous_match", "edit", message("Previous match"), ("Shift+F3", "Ctrl+Shift+G")),
    ActionSpec(
        "look_up", "edit", message("Look up the word"), ("Ctrl+D",), apart=True, icon="dictionary"
    ),
    ActionSpec("settings", "edit", message("Settings…"), ("Ctrl+,",), icon="settings", apart=True),
    ActionSpec("home", "view", message("Home"), ("Alt+Home",), checkable=True, icon="home"),
    ActionSpec("reading", "view", message("Reading"), ("Ctrl+1",), checkable=True, icon="book"),
    ActionSpec(
        "concordance", "view", message("Concordance"), ("Ctrl+2",), checkable=True, icon="lines"
    ),
    ActionSpec("speakers", "view", message("Speakers"), ("Ctrl+3",), checkable=True, icon="people"),
    ActionSpec("trend", "view", message("Over time"), ("Ctrl+4",), checkable=True, icon="trend"),
    ActionSpec(
        "comparison", "view", message("Compare"), ("Ctrl+5",), checkable=True, icon="compare"
    ),
    ActionSpec("photos", "view", message("Photos"), ("Ctrl+6",), checkable=True, icon="photo"),
    ActionSpec("marks", "view", message("Marks"), ("Ctrl+7",), checkable=True, icon="marks"),
    ActionSpec(
        "parallel",
        "view",
        message("Parallel reading"),
        ("Ctrl+L",),
        checkable=True,
        apart=True,
        icon="parallel",
    ),
    ActionSpec(
        "interleaved", "view", message("Paragraph by paragraph"), ("Ctrl+Shift+L",), checkable=True
    ),
    ActionSpec(
        "zoom_in", "view", message("Larger text"), ("Ctrl+=", "Ctrl++"), apart=True, icon="zoom-in"
    ),
    ActionSpec("zoom_out", "view", message("Smaller text"), ("Ctrl+-",), icon="zoom-out"),
    ActionSpec("zoom_reset", "view", message("Normal text"), ("Ctrl+0",)),
    ActionSpec("appearance", "view", message("Appearance of the text…"), ("Ctrl+Shift+A",)),
    ActionSpec("reading_aid", "view", message("Reading aid"), checkable=True, apart=True),
    ActionSpec("pinyin", "view", message("Pinyin"), checkable=True),
    ActionSpec("caret", "view", message("Caret browsing"), ("F7",), checkable=True),
    ActionSpec(
        "speeches",
        "view",
        message("List speeches"),
        ("Ctrl+Shift+S",),
        checkable=True,
        apart=True,
        icon="quotation",
    ),
    ActionSpec("search_pane", "view", message("Search pane"), ("F8",), checkable=True, apart=True),
    ActionSpec("photo_pane", "view", message("Photo pane"), ("F9",), checkable=True),
    ActionSpec(
        "full_screen", "view", message("Full screen"), ("F11",), checkable=True, icon="full-screen"
    ),
    ActionSpec("back", "go", message("Back"), ("Alt+Left",), icon="back"),
    ActionSpec("forward", "go", message("Forward"), ("Alt+Right",), icon="forward"),
    ActionSpec("next_hit", "go", message("Next hit"), ("Alt+Down",), apart=True),
    ActionSpec("previous_hit", "go", message("Previous hit"), ("Alt+Up",)),
    ActionSpec("next_place", "go", message("Next place of the search"), ("Alt+N",), icon="read-on"),
    ActionSpec("previous_place", "go", message("Previous place of the search"), ("Alt+P",)),
    ActionSpec("page_on", "go", message("Read on"), ("Alt+PgDown",), apart=True),
    ActionSpec("page_back", "go", message("Read back"), ("Alt+PgUp",)),
    ActionSpec("outline", "go", message("Outline of the item"), ("Ctrl+J",), icon="outline"),
    ActionSpec("next_paragraph", "go", message("Next paragraph"), ("Ctrl+Down",), apart=True),
    ActionSpec("previous_paragraph", "go", message("Previous paragraph"), ("Ctrl+Up",)),
    ActionSpec("other_text", "go", message("Same passage in the counterpart"), ("F6",)),
    ActionSpec("counterpart", "go", message("Open the counterpart"), ("Ctrl+Shift+O",), apart=True),
    ActionSpec("confirm_pair", "go", message("Confirm this pair")),
    ActionSpec("reject_pair", "go", message("These two are not a pair")),
    ActionSpec("choose_pair", "go", message("Pair by hand…")),
    ActionSpec("undo_pair", "go", message("Undo the last pairing decision"), ("Ctrl+Z",)),
    ActionSpec(
        "details", "go", message("About this item"), ("Alt+Return",), apart=True, icon="details"
    ),
    ActionSpec(
        "large_photo", "go", message("Look at the photos"), ("F4",), apart=True, icon="photo"
    ),
    ActionSpec(
        "palette", "go", message("Commands…"), ("Ctrl+Shift+P",), icon="palette", apart=True
    ),
    ActionSpec("new_tab", "window", message("New tab"), ("Ctrl+T",), icon="tab-new"),
    ActionSpec(
        "close_tab", "window", message("Close the tab"), ("Ctrl+W", "Ctrl+F4"), icon="close"
    ),
    ActionSpec("reopen_tab", "window", message("Reopen the closed tab"), ("Ctrl+Shift+T",)),
    ActionSpec("next_tab", "window", message("Next tab"), ("Ctrl+Tab", "Ctrl+PgDown"), apart=True),
    ActionSpec("previous_tab", "window", message("Previous tab"), ("Ctrl+Shift+Tab", "Ctrl+PgUp")),
    ActionSpec(
        "new_window", "window", message("New window"), ("Ctrl+N",), icon="window-new", apart=True
    ),
    ActionSpec(
        "bookmark", "marks", message("Bookmark"), ("Ctrl+Shift+B",), checkable=True, icon="star"
    ),
    ActionSpec(
        "sort_item", "marks", message("Tags and collections…"), ("Ctrl+Shift+K",), icon="tag"
    ),
    ActionSpec("unread", "marks", message("Unread"), ("Ctrl+U",), checkable=True),
    ActionSpec(
        "highlight", "marks", message("Highlight"), ("Ctrl+H",), apart=True, icon="highlight"
    ),
    ActionSpec("note", "marks", message("Note…"), ("Ctrl+Alt+M",), icon="note"),
    ActionSpec("remove_highlight", "marks", message("Remove the highlight"), icon="remove"),
    ActionSpec("put_back_highlight", "marks", message("Put the highlight back")),
    ActionSpec("export_marks", "marks", message("Export marks…"), apart=True),
    ActionSpec("back_up_marks", "marks", message("Back up marks…")),
    ActionSpec("restore_marks", "marks", message("Restore marks…")),
    ActionSpec("help", "help", message("Help and shortcuts"), ("F1",), icon="help"),
    ActionSpec("about", "help", message("About Beilin")),
)


class ActionRegistry:
    """The `QAction`s of a window, by name."""

    def __init__(self, look: Look, window: QWidget) -> None:
        """Make all of `ACTIONS`, at work anywhere in `window`."""
        self._look = look
        self._actions = {spec.name: _made(spec, window) for spec in ACTIONS}
        self.menus: dict[str, QMenu] = {}

    def __getitem__(self, name: str) -> QAction:
        """The action called `name`."""
        return self._actions[name]

    def connect(self, slots: dict[str, Callable[[], object]]) -> None:
        """Have each named action call its slot when triggered."""
        for name, slot in slots.items():
            self._actions[name].triggered.connect(lambda _checked, slot=slot: slot())

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus of `bar`."""
        for name in MENUS:
            menu = self.menus[name] = QMenu(bar)
            menu.setObjectName(f"menu:{name}")
            bar.addMenu(menu)
        for spec in ACTIONS:
            if spec.apart:
                self.menus[spec.menu].addSeparator()
            self.menus[spec.menu].addAction(self._actions[spec.name])

    def shortcuts(self) -> Iterator[tuple[str, str, str]]:
        """Yield menu, action and keys, all as the person reads them, for the help page."""
        catalog = self._look.catalog
        for spec in ACTIONS:
            keys = self.keys(spec.name)
            if keys:
                menu = plain(catalog.message(MENUS[spec.menu]))
                yield menu, plain(catalog.message(spec.text)), keys

    def keys(self, name: str) -> str:
        """The shortcuts that the action called `name` has now, as the person reads them."""
        form = QKeySequence.SequenceFormat.NativeText
        return " · ".join(keys.toString(form) for keys in self._actions[name].shortcuts())

    def icons(self) -> Iterator[tuple[str, str]]:
        """Yield the actions that have an icon, each with the icon's name."""
        return ((spec.name, spec.icon) for spec in ACTIONS if spec.icon)

    def retranslate(self) -> None:
        """Write menus and actions in the language of the interface."""
        catalog = self._look.catalog
        for name, menu in self.menus.items():
            menu.setTitle(catalog.message(MENUS[name]))
        for spec in ACTIONS:
            action, text = self._actions[spec.name], catalog.message(spec.text)
            action.setText(text)
            action.setStatusTip("")
        self.write_tips()

    def write_tips(self) -> None:
        """Name every action in its tip, with the shortcut it has now and what it is for."""
        catalog = self._look.catalog
        for spec in ACTIONS:
            action, name = self._actions[spec.name], plain(catalog.message(spec.text))
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{name} ({keys})" if keys else name)
            action.setWhatsThis(catalog.message(HELP[spec.name]) if spec.name in HELP else "")


def plain(text: str) -> str:
    """A menu's sentence without its mnemonic: ``&Edit`` or ``编辑(&E)``."""
    head, mark, tail = text.partition("(&")
    return head if mark and tail.endswith(")") else text.replace("&", "")


def _made(spec: ActionSpec, window: QWidget) -> QAction:
    action = QAction(window)
    action.setObjectName(f"action:{spec.name}")
    action.setShortcuts([QKeySequence(key) for key in spec.shortcuts])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setCheckable(spec.checkable)
    action.setIconVisibleInMenu(not spec.checkable)  # where its tick stands
    window.addAction(action)
    return action
