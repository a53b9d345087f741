"""What the operating system lacks: libraries for Qt, a Chinese font, a virtual screen."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass

from desktop_app.bootstrap.fonts import font_folders, has_chinese_font
from desktop_app.bootstrap.libraries import QT, WINDOW, missing
from desktop_app.display import has_display

FONT_PACKAGE = "fonts-wqy-microhei"
_SCREEN = {"Xvfb": "xvfb", "xauth": "xauth"}


@dataclass(frozen=True)
class Lacking:
    """Missing things by the name a person knows, each with its Debian package."""

    libraries: dict[str, str]
    font: bool
    programs: dict[str, str]

    def stops(self, apt: bool) -> bool:
        """Whether the start cannot go on; a font only where `apt` can bring it."""
        return bool(self.libraries or self.programs or (self.font and apt))

    def packages(self) -> list[str]:
        """The Debian packages that bring it all."""
        font = [FONT_PACKAGE] if self.font else []
        return [*self.libraries.values(), *font, *self.programs.values()]


def find_lacking(dev: bool) -> Lacking:
    """Look what is missing; `dev` adds the virtual screen that tests open windows on."""
    if not sys.platform.startswith("linux"):
        return Lacking({}, font=False, programs={})
    window = missing(WINDOW)
    # Asking the display takes longest, so only where the answer matters.
    if window and not dev and not has_display():
        window = {}
    return Lacking(
        libraries={**missing(QT), **window},
        font=not has_chinese_font(font_folders()),
        programs=_missing_programs() if dev else {},
    )


def _missing_programs() -> dict[str, str]:
    return {name: package for name, package in _SCREEN.items() if shutil.which(name) is None}
