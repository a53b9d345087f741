"""The style sheet: what the palette alone cannot say."""

from __future__ import annotations

from desktop_app.gui.theme import Theme

_SHEET = """
QToolTip {{ color: {text}; background: {page}; border: 1px solid {line}; padding: 4px; }}
QToolBar {{ border: none; border-bottom: 1px solid {line}; padding: 4px; spacing: 4px; }}
QToolBar QToolButton {{ padding: 4px 8px; border-radius: 4px; }}
QToolBar QToolButton:hover {{ background: {button}; }}
QToolBar QToolButton:focus {{ border: 1px solid {accent}; }}
QStatusBar {{ border-top: 1px solid {line}; }}
QSplitter::handle {{ background: {line}; }}
QLineEdit {{ padding: 5px 7px; border: 1px solid {line}; border-radius: 5px;
    background: {page}; color: {text}; }}
QLineEdit:focus {{ border: 1px solid {accent}; }}
QToolButton[chip="true"] {{ padding: 2px 9px; border: 1px solid {line}; border-radius: 10px;
    background: {page}; color: {text}; }}
QToolButton[chip="true"]:hover {{ border-color: {quiet}; }}
QToolButton[chip="true"]:focus {{ border-color: {accent}; }}
QToolButton[chip="true"]:checked {{ background: {accent}; color: {on_accent};
    border-color: {accent}; }}
QLabel#hitCount, QLabel#noticeText {{ color: {quiet}; }}
QLabel#noticeHeading {{ font-size: 14pt; padding: 12px 20px 4px 20px; }}
QLabel#noticeText {{ padding: 0 20px 10px 20px; }}
"""


def stylesheet(theme: Theme) -> str:
    """The style sheet of `theme`."""
    return _SHEET.format(
        text=theme.text,
        page=theme.page,
        line=theme.line,
        button=theme.button,
        quiet=theme.quiet,
        accent=theme.accent,
        on_accent=theme.on_accent,
    )
