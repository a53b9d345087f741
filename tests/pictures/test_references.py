"""Some screens look as they did when people last looked at them and were content.

The references are small, and compared in coarse blocks: other fonts or another Qt move
letters, not panes. After a change that is meant: ``python3 -m tests.pictures.references``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageOps, ImageStat

from desktop_app.sample import sample_archive
from tests.pictures.every import opened, picture
from tests.pictures.references import CHOSEN, HOME, small
from tests.pictures.screens import SCREENS, rest

# Greys of 255, on average over the picture. The same screen with other fonts differs by
# 1 to 2, one without its photo pane by 6 or more (see the second test).
_TOLERANCE = 4.0


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The chosen screens as they are now."""
    folder = tmp_path_factory.mktemp("now")
    for chosen in CHOSEN:
        chosen.draw(folder)
    yield folder


def difference(one: Path, other: Path) -> float:
    """The mean difference of two pictures, in greys, after blurring letters into lines."""
    blocks = [ImageOps.grayscale(Image.open(each)).resize((64, 40)) for each in (one, other)]
    return float(ImageStat.Stat(ImageChops.difference(*blocks)).mean[0])


@pytest.mark.parametrize("chosen", CHOSEN, ids=lambda chosen: chosen.file)
def test_a_screen_looks_as_it_did(drawn: Path, chosen: object) -> None:
    file = getattr(chosen, "file", "")
    assert difference(HOME / file, drawn / file) < _TOLERANCE


def test_a_pane_that_is_gone_is_noticed(tmp_path: Path) -> None:
    chosen = CHOSEN[0]
    with opened(sample_archive(), chosen.language, chosen.theme, chosen.size) as (window, _look):
        SCREENS[chosen.screen](window)
        window.actions_["photo_pane"].setChecked(False)
        rest(window)
        small(picture(window), tmp_path / chosen.file)
    assert difference(HOME / chosen.file, tmp_path / chosen.file) > _TOLERANCE
