"""How curves look: a colour and a sign each, so that colours alone tell nothing apart."""

from __future__ import annotations

from desktop_app.gui.theme import Theme

# Okabe and Ito's colours for all kinds of sight ("Color Universal Design", 2008), darker on
# paper and paler on stone until each has a contrast of 3 : 1 to the page (WCAG 2.2, 1.4.11).
# Where contrast is high, 7 : 1.
_COLOURS = {
    "light": (
        *("#a3342a", "#00609c", "#007a58", "#b3558b"),
        *("#a86400", "#3d7ea6", "#6b6500", "#4a463f"),
    ),
    "dark": (
        *("#e58578", "#56b4e9", "#2fc49a", "#dd93bb"),
        *("#e69f00", "#8fd0ff", "#d8cf45", "#c9c2b4"),
    ),
    "sepia": (
        *("#8c3a1e", "#0a5a8a", "#00694c", "#9c3f76"),
        *("#8f5200", "#346f93", "#5d5800", "#4a3f2e"),
    ),
    "contrast-light": (
        *("#8a0000", "#003f7d", "#00553c", "#7d1d5c"),
        *("#6b3d00", "#22516e", "#4a4500", "#000000"),
    ),
    "contrast-dark": (
        *("#ffd34d", "#6fc6ff", "#3fe0b0", "#ffb0d8"),
        *("#ffab1a", "#b5e2ff", "#f0e85a", "#ffffff"),
    ),
}
SIGNS = ("o", "s", "t1", "d", "t", "p", "star", "+")  # pyqtgraph's names


def colours(theme: Theme) -> tuple[str, ...]:
    """The colours of curves on the page of `theme`, in their order."""
    return _COLOURS[theme.name]
