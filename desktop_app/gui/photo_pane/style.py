"""Style sheet of the photo pane and the large view."""

from __future__ import annotations

from desktop_app.gui.theme import Theme

_SHEET = """
QLabel#photoCount, QLabel#photoSource, QLabel#photoItem, QLabel#photoNotice,
QLabel#viewerPlace, QLabel#viewerSource {{ color: {quiet}; }}
QFrame#photoWords {{ border: none; border-top: 1px solid {line}; background: {window}; }}
QWidget#photoWordsPage, QScrollArea#photoWordsScroll {{ background: {window}; }}
QLabel#photoNotice {{ padding: 20px; }}
QWidget#photoViewer, QWidget#comparedPhotos {{ background: {window}; }}
QFrame#viewerBar {{ border: none; border-bottom: 1px solid {line}; background: {window}; }}
QFrame#viewerWords {{ border: none; border-top: 1px solid {line}; background: {window}; }}
QFrame#viewerBar QToolButton {{ padding: 4px 9px; border: 1px solid transparent;
    border-radius: 5px; color: {text}; background: transparent; }}
QFrame#viewerBar QToolButton:hover {{ background: {button}; }}
QFrame#viewerBar QToolButton:focus {{ border-color: {accent}; }}
QFrame#viewerBar QToolButton:checked {{ border-color: {line}; background: {button}; }}
QFrame#viewerBar QToolButton[sign="true"] {{ font-size: 13pt; padding: 1px 9px 3px 9px; }}
QFrame#viewerBar QToolButton:disabled {{ color: {grip}; }}
"""


def sheet(theme: Theme) -> str:
    """The style sheet in the colours of `theme`."""
    return _SHEET.format(
        quiet=theme.quiet,
        line=theme.line,
        grip=theme.grip,
        window=theme.window,
        button=theme.button,
        text=theme.text,
        accent=theme.accent,
    )
