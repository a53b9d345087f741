"""``python3 -m tests.pictures.references``: draws the references of `test_references` anew."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

from desktop_app.sample import sample_archive
from tests.pictures.every import opened, picture
from tests.pictures.screens import SCREENS, rest

HOME = Path(__file__).parent / "references"
_WIDTH = 320  # pixels: enough to see with bare eyes what moved


@dataclass(frozen=True, slots=True)
class Chosen:
    """One screen in one look."""

    screen: str
    language: str
    theme: str
    size: str = "1440x900"

    @property
    def file(self) -> str:
        """The name of its reference."""
        return f"{self.screen}-{self.language}-{self.theme}.png"

    def draw(self, folder: Path) -> None:
        """Draw it into `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        with opened(sample_archive(), self.language, self.theme, self.size) as (window, _look):
            SCREENS[self.screen](window)
            rest(window)
            small(picture(window), folder / self.file)


CHOSEN = (
    Chosen("hits", "en", "light"),
    Chosen("parallel", "zh_CN", "sepia"),
    Chosen("photos", "zh_TW", "dark"),
    Chosen("concordance", "en", "contrast-light", "1024x700"),
)


def small(drawn: QPixmap, file: Path) -> None:
    """Write a picture at the size of references."""
    mode = Qt.TransformationMode.SmoothTransformation
    if not drawn.scaledToWidth(_WIDTH, mode).save(str(file)):
        raise OSError(f"{file} cannot be written")


def main() -> None:
    """Draw them all."""
    for chosen in CHOSEN:
        chosen.draw(HOME)


if __name__ == "__main__":
    main()
