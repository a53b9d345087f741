"""Colours of the window: light, dark, sepia, and both at high contrast.

Each pair of text and ground that the style sheet or a painter uses stands at a contrast of
4.5 : 1 at least (WCAG 2.2, 1.4.3), at high contrast of 7 : 1 (1.4.6); the tests hold that.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as ``#rrggbb``. `quiet` is for secondary text, `mark` grounds matches.

    `place` grounds a passage one was led to; `grip` is for scroll bars, bars of the
    histogram, and what is disabled. `first`, `second` and `third` are the words that lines
    of a concordance are sorted by.
    """

    name: str
    window: str
    page: str
    text: str
    quiet: str
    line: str
    grip: str
    button: str
    accent: str
    on_accent: str
    place: str
    mark: str
    mark_now: str
    on_mark: str
    error: str
    first: str
    second: str
    third: str


# Paper, ink and the vermilion of a seal.
LIGHT = Theme(
    name="light",
    window="#f4f1ea",
    page="#fffdf8",
    text="#1f1d1a",
    quiet="#625c52",
    line="#d9d2c4",
    grip="#8c8376",
    button="#ebe6da",
    accent="#a3342a",
    on_accent="#ffffff",
    place="#efe6cf",
    mark="#ffe08a",
    mark_now="#f4a742",
    on_mark="#1f1d1a",
    error="#9a1c1c",
    first="#1c5a94",
    second="#2a6a32",
    third="#7a3b91",
)
# A rubbing: pale strokes on stone.
DARK = Theme(
    name="dark",
    window="#1d1c1a",
    page="#242320",
    text="#ece7dc",
    quiet="#aaa294",
    line="#3d3a34",
    grip="#767064",
    button="#33312c",
    accent="#e58578",
    on_accent="#1d1c1a",
    place="#3a352a",
    mark="#5c4710",
    mark_now="#966414",
    on_mark="#fff6dd",
    error="#f09a90",
    first="#86b7e8",
    second="#8fca8d",
    third="#cfa3e2",
)


# A page read by a lamp: nothing blue in it.
SEPIA = Theme(
    name="sepia",
    window="#e9ddc3",
    page="#f5ebd6",
    text="#392c1c",
    quiet="#63523c",
    line="#cfbd99",
    grip="#8a7551",
    button="#dfd0b0",
    accent="#8c3a1e",
    on_accent="#fff8ea",
    place="#e8d6ab",
    mark="#f5cf72",
    mark_now="#e79f45",
    on_mark="#2b2012",
    error="#8f1d12",
    first="#1f5578",
    second="#3d5a1c",
    third="#7a3570",
)
# Ink on white, and nothing in between.
CONTRAST_LIGHT = Theme(
    name="contrast-light",
    window="#ffffff",
    page="#ffffff",
    text="#000000",
    quiet="#2b2b2b",
    line="#595959",
    grip="#595959",
    button="#e6e6e6",
    accent="#8a0000",
    on_accent="#ffffff",
    place="#fff0b3",
    mark="#ffe14d",
    mark_now="#ffb000",
    on_mark="#000000",
    error="#8a0000",
    first="#00407a",
    second="#0b4d14",
    third="#5b1a75",
)
CONTRAST_DARK = Theme(
    name="contrast-dark",
    window="#000000",
    page="#000000",
    text="#ffffff",
    quiet="#e0e0e0",
    line="#9a9a9a",
    grip="#a6a6a6",
    button="#262626",
    accent="#ffd34d",
    on_accent="#000000",
    place="#3d3000",
    mark="#ffe14d",
    mark_now="#ff9d2e",
    on_mark="#000000",
    error="#ffb3a8",
    first="#8fd0ff",
    second="#9df09a",
    third="#f0b8ff",
)
_BY_NAME = {theme.name: theme for theme in (LIGHT, DARK, SEPIA, CONTRAST_LIGHT, CONTRAST_DARK)}
SYSTEM = "system"
CHOICES = (SYSTEM, *_BY_NAME)


def theme_of(choice: str) -> Theme:
    """The theme called `choice`; the one that fits the system for anything but a name."""
    return _BY_NAME.get(choice) or system_theme()


def system_theme() -> Theme:
    """The theme that fits the colours the system is set to, and the contrast it is set to."""
    hints = QGuiApplication.styleHints()
    dark = hints.colorScheme() is Qt.ColorScheme.Dark
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return CONTRAST_DARK if dark else CONTRAST_LIGHT
    return DARK if dark else LIGHT
