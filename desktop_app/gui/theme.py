"""Colours of the window, light and dark, each pair of text and ground at AA contrast."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette


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
    grip="#a0978a",
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
    grip="#6f695f",
    button="#33312c",
    accent="#e0796d",
    on_accent="#1d1c1a",
    place="#3a352a",
    mark="#6b5413",
    mark_now="#a9741a",
    on_mark="#fff6dd",
    error="#f09a90",
    first="#86b7e8",
    second="#8fca8d",
    third="#cfa3e2",
)


def system_theme() -> Theme:
    """The theme that fits the system's colour scheme."""
    scheme = QGuiApplication.styleHints().colorScheme()
    return DARK if scheme is Qt.ColorScheme.Dark else LIGHT


def palette(theme: Theme) -> QPalette:
    """The Qt palette of `theme`."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, theme.window),
        (roles.WindowText, theme.text),
        (roles.Base, theme.page),
        (roles.AlternateBase, theme.window),
        (roles.Text, theme.text),
        (roles.PlaceholderText, theme.quiet),
        (roles.Button, theme.button),
        (roles.ButtonText, theme.text),
        (roles.BrightText, theme.on_accent),
        (roles.ToolTipBase, theme.page),
        (roles.ToolTipText, theme.text),
        (roles.Highlight, theme.accent),
        (roles.HighlightedText, theme.on_accent),
        (roles.Accent, theme.accent),
        (roles.Link, theme.accent),
        (roles.LinkVisited, theme.accent),
        (roles.Mid, theme.line),
        (roles.Midlight, theme.line),
        (roles.Dark, theme.line),
        (roles.Light, theme.page),
        (roles.Shadow, theme.line),
    ):
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.quiet))
    return made
