"""Wavy underlines in a line edit, which has no formats of its own."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QColor, QInputMethodEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QLineEdit


def underline(box: QLineEdit, spans: Iterable[tuple[int, int]], colour: QColor) -> None:
    """Underline the `spans` of code points of the text in `box`, and nothing else.

    Qt draws the formats of an input method's event in a line edit; an event that inputs
    nothing carries nothing but them. It would end a composition: not to be called while
    something is being composed.
    """
    text = box.text()
    wave = QTextCharFormat()
    wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    wave.setUnderlineColor(colour)
    attributes = [
        QInputMethodEvent.Attribute(
            QInputMethodEvent.AttributeType.TextFormat,
            _utf16(text[:start]) - box.cursorPosition(),
            _utf16(text[start:end]),
            wave,
        )
        for start, end in spans
    ]
    QApplication.sendEvent(box, QInputMethodEvent("", attributes))


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
