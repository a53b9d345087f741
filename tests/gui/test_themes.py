"""Every theme: what is written can be read on what it is written on."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app import screenshot_command
from desktop_app.gui.look import Look
from desktop_app.gui.photo_pane import style
from desktop_app.gui.stylesheet import stylesheet
from desktop_app.gui.theme import CHOICES, SYSTEM, Theme, theme_of
from desktop_app.gui.views.trend.marks import colours
from desktop_app.places import resources

_NAMES = [name for name in CHOICES if name != SYSTEM]
_INKS = ("text", "quiet", "accent", "error", "first", "second", "third")
_GROUNDS = ("page", "window", "button", "place")
_PAIRS = (
    *((ink, ground) for ink in _INKS for ground in _GROUNDS),
    *(("on_accent", "accent"), ("on_mark", "mark"), ("on_mark", "mark_now")),
)
# What only bounds or fills: told from its ground, or there for the eye alone.
_UNWRITTEN = {"line", "grip"}
_ON_PAPER = "sheet_pdf.py"
# Parts that bear no words.
_WORDLESS = re.compile("QScrollBar|QProgressBar|QSplitter|::separator")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")


def contrast(first: str, second: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""
    lights = sorted((_light(first), _light(second)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def least(theme: Theme) -> float:
    """What text must have: AAA at high contrast, AA elsewhere."""
    return 7 if theme.name.startswith("contrast") else 4.5


def sheet_pairs(theme: Theme) -> Iterator[tuple[str, str, str]]:
    """Selector, ink and ground of each rule of the style sheets; inactive parts are exempt."""
    for selector, body in _RULE.findall(stylesheet(theme) + style.sheet(theme)):
        if ":disabled" in selector:
            continue
        ink, ground = (
            re.search(rf"(?:^|;)\s*{name}:\s*(#\w{{6}})", body) for name in ("color", "background")
        )
        if ink or ground:
            grounds = (ground[1],) if ground else (theme.page, theme.window)
            for each in grounds:
                yield selector.strip(), ink[1] if ink else theme.text, each


@pytest.mark.parametrize("name", _NAMES)
def test_text_of_the_style_sheet_can_be_read(name: str) -> None:
    theme = theme_of(name)
    written = [each for each in sheet_pairs(theme) if not _WORDLESS.search(each[0])]
    assert len(written) > 60
    weak = [each for each in written if contrast(*each[1:]) < least(theme)]
    assert weak == []


@pytest.mark.parametrize("name", _NAMES)
def test_what_painters_write_can_be_read(name: str) -> None:
    theme = theme_of(name)
    weak = [
        (ink, ground, round(contrast(getattr(theme, ink), getattr(theme, ground)), 2))
        for ink, ground in _PAIRS
        if contrast(getattr(theme, ink), getattr(theme, ground)) < least(theme)
    ]
    assert weak == []


def test_painters_use_no_colour_but_those_whose_contrast_is_held() -> None:
    held = {name for pair in _PAIRS for name in pair} | _UNWRITTEN | {"name"}
    assert {field.name for field in fields(Theme)} == held
    on_screen = (each for each in Path("desktop_app/gui").rglob("*.py") if each.name != _ON_PAPER)
    for path in on_screen:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "QColor":
                given = [each.value for each in node.args if isinstance(each, ast.Constant)]
                assert not any(isinstance(each, str) for each in given), (path, given)


@pytest.mark.parametrize("name", _NAMES)
def test_bounds_and_curves_are_told_from_their_ground(name: str) -> None:
    """WCAG 2.2, 1.4.11: 3 : 1 for what must be seen to be used."""
    theme = theme_of(name)
    for ground in (theme.page, theme.window):
        assert contrast(theme.grip, ground) >= 3
        assert contrast(theme.accent, ground) >= 3
    wanted = 7 if name.startswith("contrast") else 3
    assert all(contrast(colour, theme.page) >= wanted for colour in colours(theme))
    assert len(set(colours(theme))) == 8


@pytest.mark.parametrize("name", _NAMES)
def test_drawings_of_the_style_sheet_have_the_colours_of_the_theme(name: str) -> None:
    theme = theme_of(name)
    for drawing, colour in (("check", theme.accent), ("down", theme.quiet)):
        text = (resources() / "icons" / f"{drawing}-{name}.svg").read_text("utf-8")
        assert f'stroke="{colour}"' in text


def test_every_theme_can_be_chosen_and_shown(look: Look) -> None:
    shown = []
    look.theme_changed.connect(lambda: shown.append(look.theme.name))
    for name in _NAMES:
        look.set_theme(name)
    assert shown == _NAMES
    look.set_theme("no such theme")
    assert look.theme.name in _NAMES


def test_every_theme_can_be_drawn_by_the_command() -> None:
    assert list(screenshot_command._THEMES) == _NAMES


def test_chinese_of_the_interface_has_the_forms_of_its_script(
    qapp: QApplication, look: Look
) -> None:
    for language, script in (("zh_TW", "TC"), ("en", "TC"), ("zh_CN", "SC"), ("en", "SC")):
        look.set_language(language)
        chinese = [each for each in qapp.font().families() if "CJK" in each]
        assert [each.split()[-1] for each in chinese] == [script]
