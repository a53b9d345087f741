"""The font of the interface, whose Chinese has the forms of the interface's script."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from desktop_app.gui.article_pane.faces import faces
from desktop_app.gui.article_pane.text_style import SANS

_POINTS = 10
_FORMS = {"zh_TW": "Hant", "zh_CN": "Hans"}


def interface_font(forms: str) -> QFont:
    """The font for the forms ``"Hans"`` or ``"Hant"``."""
    font = QFont()
    font.setFamilies(list(faces(SANS, forms).text))
    font.setPointSize(_POINTS)
    return font


def fit_font(application: QApplication, language: str) -> None:
    """Have the interface in the forms of `language`; others leave those there are."""
    forms = _FORMS.get(language)
    if forms is not None:
        wanted = interface_font(forms)
        if application.font().families() != wanted.families():
            application.setFont(wanted)
