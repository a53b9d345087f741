"""Picture files as the window reads them: every kind, turned, in other colours."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from pillow_heif import from_pillow
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QColorSpace, QImage

from desktop_app.gui.article_pane.photo_images import decode, natural_size
from desktop_app.gui.photo_pane.picture_file import read_overview, read_region, read_thumbnail
from desktop_app.pictures.faults import PictureError

KINDS = ("jpg", "png", "webp", "tif", "avif", "heic")


def saved(path: Path, image: Image.Image, **given: object) -> Path:
    if path.suffix == ".heic":
        from_pillow(image).save(str(path), quality=100, **given)
    else:
        image.save(path, quality=100, **given)
    return path


def near(colour: QColor, expected: tuple[int, int, int]) -> bool:
    got = (colour.red(), colour.green(), colour.blue())
    return all(abs(a - b) <= 8 for a, b in zip(got, expected, strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_shown_in_the_colours_its_profile_means(tmp_path: Path, kind: str) -> None:
    """Adobe RGB against sRGB; Qt and Little CMS work out the same colour, each by itself."""
    profile = bytes(QColorSpace(QColorSpace.NamedColorSpace.AdobeRgb).iccProfile().data())
    image = Image.new("RGB", (64, 48), (150, 200, 120))
    path = saved(tmp_path / f"a.{kind}", image, icc_profile=profile)
    thumbnail = read_thumbnail(path, QSize(32, 32))
    assert thumbnail.size() == QSize(32, 24)
    assert near(thumbnail.pixelColor(9, 9), (124, 201, 116))
    plain = read_thumbnail(saved(tmp_path / f"b.{kind}", image), QSize(32, 32))
    assert near(plain.pixelColor(9, 9), (150, 200, 120))


def test_inks_are_shown_as_light(tmp_path: Path) -> None:
    Image.new("CMYK", (64, 64), (0, 255, 255, 0)).save(tmp_path / "a.jpg", quality=95)
    picture = read_region(tmp_path / "a.jpg", 0, QRect())
    assert picture.image.format() == QImage.Format.Format_RGB32
    assert near(picture.image.pixelColor(9, 9), (255, 0, 0))


@pytest.mark.parametrize("kind", ["tif", "avif"])
def test_a_turned_one_is_read_upright_at_every_size(tmp_path: Path, kind: str) -> None:
    given = Image.Exif()
    given[0x0112] = 6
    image = Image.new("RGB", (400, 300), "white")
    image.paste("red", (0, 0, 200, 150))
    path = saved(tmp_path / f"a.{kind}", image, exif=given)
    assert natural_size(path) == QSize(300, 400)
    overview = read_overview(path, QSize(150, 200), 1_000_000)
    assert (overview.full, overview.image.size()) == (QSize(300, 400), QSize(150, 200))
    assert overview.level == 1
    region = read_region(path, 1, QRect(160, 20, 100, 100))
    assert region.image.size() == QSize(50, 50)
    assert near(region.image.pixelColor(25, 25), (255, 0, 0))
    assert decode(path, 150).size() == QSize(150, 200)


def test_transparency_stays(tmp_path: Path) -> None:
    Image.new("RGBA", (20, 20), (200, 100, 50, 128)).save(tmp_path / "a.tif")
    image = read_thumbnail(tmp_path / "a.tif", QSize(20, 20))
    assert image.pixelColor(5, 5).alpha() == 128


def test_what_is_damaged_is_an_error_that_names_it_and_no_picture(tmp_path: Path) -> None:
    for kind in ("tif", "avif", "heic"):
        path = saved(tmp_path / f"a.{kind}", Image.effect_noise((80, 80), 50).convert("RGB"))
        path.write_bytes(path.read_bytes()[:300])
        with pytest.raises(PictureError, match=rf"a\.{kind}"):
            read_thumbnail(path, QSize(20, 20))
        assert decode(path, 20).isNull()
