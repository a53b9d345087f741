"""Spaces the characters of a line for the eye: the text itself stays as it is.

Qt takes such formats beside those of the document when it lays a block out. What is
selected, sought and copied knows nothing of them.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

from desktop_app.gui.article_pane.lines import Line, Role
from desktop_app.gui.article_pane.marks import measured
from desktop_app.gui.article_pane.matches import to_utf16
from desktop_app.gui.article_pane.spacing import Spacing, spacings
from desktop_app.gui.article_pane.typography import Typography
from desktop_app.language.tokens import HAN

_LEFT = (Role.PICTURE, Role.GAP, Role.LINK)


def tuned(
    line: Line, shown: str, typography: Typography, em: float
) -> list[QTextLayout.FormatRange]:
    """The formats of `line`, `shown` in some script, whose characters are `em` pixels wide."""
    if line.role in _LEFT or not HAN.search(shown):
        return []
    marks = typography.faces_of(line).marks
    found = list(spacings(shown, measured(marks, line.role is Role.TITLE)))
    spans = to_utf16(shown, ((each.start, each.end) for each in found))
    spaced = not typography.spoken(line)  # room for pinyin puts them all apart
    return [
        _range(span, _format(each, marks, em, spaced))
        for span, each in zip(spans, found, strict=True)
    ]


def _format(each: Spacing, marks: tuple[str, ...], em: float, spaced: bool) -> QTextCharFormat:
    made = QTextCharFormat()
    if spaced and each.em:
        made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        made.setFontLetterSpacing(each.em * em)
    if each.chinese:
        made.setFontFamilies(list(marks))
    return made


def _range(span: tuple[int, int], format_: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = span[0], span[1] - span[0], format_
    return made
