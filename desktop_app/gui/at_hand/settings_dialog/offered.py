"""The settings there are, each joined to the part of the window that it steers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from desktop_app.gui.appearance import words
from desktop_app.gui.appearance.window_scale import KEY as SCALE
from desktop_app.gui.appearance.window_scale import STEPS, chosen_scale
from desktop_app.gui.at_hand.settings_dialog.setting import (
    GENERAL,
    LOOKS,
    READING,
    SEARCHING,
    Setting,
)
from desktop_app.gui.language_switch import name_orders
from desktop_app.gui.look import Look
from desktop_app.gui.motion import FULL, REDUCED, SYSTEM
from desktop_app.gui.settings import Settings
from desktop_app.gui.theme_names import theme_names
from desktop_app.i18n.catalog import Catalog
from desktop_app.i18n.languages import languages
from desktop_app.messages import Message, message

if TYPE_CHECKING:
    from desktop_app.gui.main_window import MainWindow

Names = Callable[[Catalog], Mapping[str, str]]
# Actions that are settings too: they are on or off, and remembered.
_TOGGLES: tuple[tuple[str, str, Message, Message], ...] = (
    ("search_pane", LOOKS, message("Search pane"), message("Show search and hits at the left.")),
    ("photo_pane", LOOKS, message("Photo pane"), message("Show the photos at the right.")),
    ("reading_aid", READING, message("Reading aid"), message(
        "Explain the word on which the pointer rests, by the dictionary.")),
    ("pinyin", READING, message("Pinyin"), message("Write pinyin over Chinese characters.")),
    ("parallel", READING, message("Parallel reading"), message(
        "Show an item beside its counterpart in the other language, where there is one.")),
    ("interleaved", READING, message("Paragraph by paragraph"), message(
        "Show both texts one under the other rather than side by side.")),
    ("caret", READING, message("Caret browsing"), message(
        "Show a caret in texts, and move and select with the arrow keys.")),
    ("both_languages", SEARCHING, message("Search in both languages"), message(
        "Find the translations of the words that are searched for too.")),
    ("look_first", SEARCHING, message("Look before importing"), message(
        "Before each import, list what would be imported, and wait.")),
)  # fmt: skip


def offered(look: Look, settings: Settings, window: MainWindow) -> tuple[Setting, ...]:
    """All settings but shortcuts, in their order."""
    return (
        *_of_language(look),
        *_of_moving(window),
        *_of_looks(look, window),
        *_of_texts(settings, window),
        *_of_reading(window),
        *(_toggle(window, *each) for each in _TOGGLES),
    )


def _toggle(window: MainWindow, name: str, group: str, text: Message, help_: Message) -> Setting:
    action = window.actions_[name]
    check = action.setChecked
    return Setting(name, group, text, help_, action.isChecked, lambda on: check(bool(on)))


def _of_language(look: Look) -> tuple[Setting, ...]:
    return (
        Setting(
            "language",
            GENERAL,
            message("Language"),
            message("What the window, its menus and dates are written in; texts stay as they are."),
            lambda: look.catalog.language,
            lambda code: look.set_language(str(code)),
            lambda _catalog: languages(),
        ),
        Setting(
            "names_by",
            GENERAL,
            message("Order of Chinese names"),
            message("How lists of people are sorted."),
            lambda: look.names_by,
            lambda by: look.set_names_by(str(by)),
            name_orders,
        ),
    )


def _of_moving(window: MainWindow) -> tuple[Setting, ...]:
    desk = window.at_hand
    return (
        Setting(
            "vi_keys",
            GENERAL,
            message("Keys as in vi"),
            message("j k h l move, gg and G go to the ends, n and N to the next match."),
            lambda: desk.vi_keys.on,
            lambda on: desk.set_vi_keys(bool(on)),
        ),
        Setting(
            "motion",
            GENERAL,
            message("Motion"),
            message("With less motion nothing fades, slides or blinks."),
            lambda: desk.motion.choice,
            lambda choice: desk.set_motion(str(choice)),
            _motions,
        ),
    )


def _of_texts(settings: Settings, window: MainWindow) -> tuple[Setting, ...]:
    """What the panel "Aa" has too."""
    scale, desk = window.article_pane.scale, window.appearance

    def of_style(field: str, text: Message, help_: Message, names: Names) -> Setting:
        return Setting(
            field,
            LOOKS,
            text,
            help_,
            lambda: str(getattr(scale.style, field)),
            lambda choice: desk.choose(field, str(choice)),
            names,
        )

    return (
        of_style("face", message("Face of texts"), message(
            "With or without strokes at the ends of letters."), words.faces),
        of_style("leading", message("Height of lines"), message(
            "The room between one line and the next."), words.leadings),
        of_style("alignment", message("Ends of lines"), message(
            "As usual is flush in Chinese and ragged in other languages."), words.alignments),
        Setting(
            SCALE,
            LOOKS,
            message("Scale of the window"),
            message("Everything larger, from the next start on."),
            lambda: chosen_scale(settings),
            lambda percent: desk.set_scale(int(percent)),
            steps=STEPS,
        ),
    )  # fmt: skip


def _motions(catalog: Catalog) -> dict[str, str]:
    return {
        SYSTEM: catalog.text("Like the system"),
        REDUCED: catalog.text("Less motion"),
        FULL: catalog.text("All motion"),
    }


def _of_looks(look: Look, window: MainWindow) -> tuple[Setting, ...]:
    return (
        Setting(
            "theme",
            LOOKS,
            message("Theme"),
            message("The colours of the whole window. High contrast keeps 7 to 1 or more."),
            lambda: look.theme_choice,
            lambda choice: look.set_theme(str(choice)),
            theme_names,
        ),
        Setting(
            "text_size",
            LOOKS,
            message("Size of texts"),
            message("How large articles are set, before zooming."),
            lambda: window.article_pane.scale.size,
            lambda size: window.article_pane.scale.set_size(str(size)),
            _sizes,
        ),
    )


def _of_reading(window: MainWindow) -> tuple[Setting, ...]:
    return (
        Setting(
            "script",
            READING,
            message("Chinese script in texts"),
            message("Show all texts in one script. Copies and exports stay as published."),
            lambda: window.reading_desk.script,
            lambda script: window.reading_desk.set_script(str(script)),
            _scripts,
        ),
    )


def _sizes(catalog: Catalog) -> dict[str, str]:
    return {"S": catalog.text("Small"), "M": catalog.text("Medium"), "L": catalog.text("Large")}


def _scripts(catalog: Catalog) -> dict[str, str]:
    text = catalog.text
    return {
        "published": text("As published"),
        "simplified": text("Simplified"),
        "traditional": text("Traditional"),
    }
