"""How each kind of line is set: sizes, spacing, indents, colours.

All lengths are in em of the body text. Lines have a fixed height, so that Chinese
and Latin faces in one paragraph keep one rhythm.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QTextBlockFormat, QTextCharFormat

from desktop_app.gui.article_pane.faces import Faces, faces
from desktop_app.gui.article_pane.lines import Line, Role
from desktop_app.gui.article_pane.text_style import JUSTIFIED, SERIF, USUAL, USUAL_STYLE, TextStyle
from desktop_app.gui.theme import Theme
from desktop_app.language.likely_script import likely_script
from desktop_app.language.rewriting import AS_PUBLISHED, SIMPLIFIED, TRADITIONAL
from desktop_app.language.tokens import HAN

SIZES: Mapping[str, float] = {"S": 11.0, "M": 12.5, "L": 15.5}  # points at a zoom of 100%
_LATIN_WORD = re.compile(r"[!-~]{5}| ")
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


@dataclass(frozen=True, slots=True)
class Setting:
    """`size` in em of the body; `height` of a line in its own size; the rest in body em."""

    size: float
    height: float
    above: float
    below: float
    indent: float = 0.0
    quiet: bool = False


_SETTINGS: Mapping[Role, Setting] = {
    Role.TITLE: Setting(1.65, 1.35, 0.0, 0.55),
    Role.FACTS: Setting(0.85, 1.5, 0.0, 0.15, quiet=True),
    Role.LINK: Setting(0.85, 1.5, 0.0, 0.15),
    Role.CHINESE: Setting(1.0, 1.75, 0.0, 0.35, indent=2.0),
    Role.ENGLISH: Setting(1.0, 1.5, 0.8, 0.8),
    Role.PICTURE: Setting(1.0, 0.0, 0.9, 0.35),
    Role.MISSING: Setting(0.8, 1.5, 0.9, 0.2, quiet=True),
    Role.CAPTION: Setting(0.88, 1.5, 0.0, 0.1),
    Role.COPIES: Setting(0.8, 1.5, 1.2, 0.1, quiet=True),
    Role.CREDIT: Setting(0.8, 1.5, 0.0, 0.1, quiet=True),
    Role.GAP: Setting(0.1, 1.0, 0.0, 0.0),
}
PINYIN_SPACING = 0.42  # em put between characters with pinyin over them
PINYIN_ROOM = 0.7  # em over a line
_BODY = (Role.CHINESE, Role.ENGLISH)
_SPOKEN = (Role.TITLE, Role.CHINESE, Role.ENGLISH, Role.CAPTION)
_LOOKED_AT = 40  # lines that tell in which forms characters are
_AFTER_PART = 1.3  # em below the head of an item and below a photo with its words
_INSET = 1.0  # em by which the words of an absent photo stand in


@dataclass(frozen=True, slots=True)
class Typography:
    """A size of body text in a theme. `em` is in pixels; `pinyin` leaves room for it.

    `script` is the one Chinese is shown in, one of `SCRIPTS`; `forms` are those of its
    characters, ``"Hans"`` or ``"Hant"``. `families` are the interface's.
    """

    points: float
    em: float
    theme: Theme
    families: tuple[str, ...]
    pinyin: bool = False
    script: str = AS_PUBLISHED
    style: TextStyle = USUAL_STYLE
    forms: str = "Hans"

    def of(self, lines: Sequence[Line]) -> Typography:
        """The same, with the forms of characters that `lines` are shown in."""
        known = {SIMPLIFIED: "Hans", TRADITIONAL: "Hant"}.get(self.script)
        sample = "".join(line.text for line in lines[:_LOOKED_AT] if line.role in _SPOKEN)
        return replace(self, forms=known or likely_script(sample))

    @property
    def faces(self) -> Faces:
        """The faces of paragraphs."""
        return faces(self.style.face, self.forms)

    def faces_of(self, line: Line) -> Faces:
        """The faces of `line`."""
        return faces(SERIF, self.forms) if line.role is Role.TITLE else self.faces

    def spoken(self, line: Line) -> bool:
        """Whether pinyin stands over the Chinese of `line`."""
        return self.pinyin and line.role in _SPOKEN and HAN.search(line.text) is not None

    def em_of(self, line: Line) -> float:
        """The pixels of an em of `line`."""
        return self.em * _SETTINGS[line.role].size

    def body_font(self) -> QFont:
        """The face of paragraphs."""
        font = QFont()
        font.setFamilies(list(self.faces.text))
        font.setPointSizeF(self.points)
        return font

    def block(self, line: Line, last_of_part: bool) -> QTextBlockFormat:
        """How the block of `line` is set; more room follows the last of a head or figure.

        Between two blocks is the larger of the room below one and above the other.
        """
        setting, made = _SETTINGS[line.role], QTextBlockFormat()
        if setting.height:
            height = setting.height * (self.style.height if line.role in _BODY else 1)
            height += PINYIN_ROOM if self.spoken(line) else 0
            made.setLineHeight(round(self.em * setting.size * height), _FIXED)
        made.setTopMargin(0 if line.continues else round(self.em * setting.above))
        below = _AFTER_PART if last_of_part else 0.0 if line.goes_on else setting.below
        made.setBottomMargin(round(self.em * below))
        indented = not (line.continues or line.text.startswith("\u3000"))
        made.setTextIndent(round(self.em * setting.indent) if indented else 0)
        made.setLeftMargin(round(self.em * _INSET) if line.absent or line.other else 0)
        made.setRightMargin(round(self.em * _INSET) if line.absent else 0)
        if self._justified(line):
            made.setAlignment(Qt.AlignmentFlag.AlignJustify)
        made.setHeadingLevel(1 if line.role is Role.TITLE else 0)
        return made

    def _justified(self, line: Line) -> bool:
        if self.style.alignment == USUAL:
            # A line before a long Latin word would be pulled apart to fill the column.
            return line.role is Role.CHINESE and not _LATIN_WORD.search(line.text)
        return self.style.alignment == JUSTIFIED and line.role in _BODY

    def text(self, line: Line) -> QTextCharFormat:
        """How the characters of `line` look; paragraphs take everything from the document."""
        setting, made = _SETTINGS[line.role], QTextCharFormat()
        if setting.size != 1.0:
            made.setFontPointSize(self.points * setting.size)
        if line.role is Role.TITLE:
            made.setFontFamilies(list(self.faces_of(line).text))
            made.setFontWeight(QFont.Weight.Bold)
        if setting.quiet:
            made.setForeground(QBrush(QColor(self.theme.quiet)))
        if self.spoken(line):
            made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            made.setFontLetterSpacing(self.em_of(line) * PINYIN_SPACING)
        if line.role is Role.LINK:
            made.setForeground(QBrush(QColor(self.theme.quiet)))
        return made

    def closed_up(self) -> QTextCharFormat:
        """How letters and digits look among characters with pinyin: not spaced."""
        made = QTextCharFormat()
        made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        made.setFontLetterSpacing(0)
        return made

    def link(self, href: str) -> QTextCharFormat:
        """How a link looks over what its line looks like; `href` is what a click tells."""
        made = QTextCharFormat()
        made.setAnchor(True)
        made.setAnchorHref(href)
        made.setForeground(QBrush(QColor(self.theme.accent)))
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        return made
