"""Which faces a text is set in, by what is installed on each system.

Latin faces have no Chinese characters, so those of the Chinese face behind them are taken.
The forms of a character differ between the scripts, so each has a face of its own; so do
marks that both kinds of face have (the curly quotation marks, dashes and dots), which are
as wide as a character in the one and narrow in the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.gui.article_pane.text_style import SANS, SERIF

_LATIN: Mapping[str, tuple[str, ...]] = {
    SANS: ("Segoe UI", "SF Pro Text", "Helvetica Neue", "Noto Sans", "DejaVu Sans"),
    SERIF: ("Georgia", "Charter", "Noto Serif", "DejaVu Serif"),
}
_SANS_HANS = (
    "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC",
    "Source Han Sans CN", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei",
)  # fmt: skip
_SANS_HANT = (
    "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC",
    "Source Han Sans TW", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei",
)  # fmt: skip
_CHINESE: Mapping[tuple[str, str], tuple[str, ...]] = {
    (SANS, "Hans"): _SANS_HANS,
    (SANS, "Hant"): _SANS_HANT,
    (SERIF, "Hans"): (
        "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Source Han Serif CN",
        "Songti SC", "STSong", "SimSun", "AR PL UMing CN", *_SANS_HANS,
    ),
    (SERIF, "Hant"): (
        "Noto Serif CJK TC", "Noto Serif TC", "Source Han Serif TC", "Source Han Serif TW",
        "Songti TC", "PMingLiU", "AR PL UMing TW", *_SANS_HANT,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Faces:
    """Families of a text, in the order in which they are asked for each character.

    `text` has Latin faces first, `marks` Chinese ones, for marks that both have.
    """

    text: tuple[str, ...]
    marks: tuple[str, ...]


def faces(face: str, script: str) -> Faces:
    """The families for ``sans`` or ``serif`` and a script, ``"Hans"`` or ``"Hant"``."""
    kind = SERIF if face == SERIF else SANS
    latin, chinese = _LATIN[kind], _CHINESE[kind, script]
    return Faces((*latin, *chinese), (*chinese, *latin))
