"""Thumbnails read through the cache on disk."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from desktop_app.gui.photo_pane.cached_thumbnails import CachedThumbnails
from desktop_app.pictures.faults import PictureError
from desktop_app.pictures.thumbnail_cache import ThumbnailCache


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A picture of 800 by 400 pixels, named by its hash."""
    image = QImage(800, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("#a03020"))
    image.save(str(tmp_path / "a.png"))
    name = hashlib.sha256((tmp_path / "a.png").read_bytes()).hexdigest()
    return (tmp_path / "a.png").rename(tmp_path / f"{name}.png")


def kept(folder: Path) -> list[Path]:
    return list(folder.glob("*/*"))


def test_a_photo_is_decoded_once_for_all_sizes_near(tmp_path: Path, photo: Path) -> None:
    thumbnails = CachedThumbnails(ThumbnailCache(tmp_path / "kept"))
    assert thumbnails.read(photo, QSize(180, 130)).size() == QSize(180, 90)
    assert len(kept(tmp_path / "kept")) == 1
    photo.unlink()  # it is not needed any more
    again = CachedThumbnails(ThumbnailCache(tmp_path / "kept")).read(photo, QSize(100, 100))
    assert again.size() == QSize(100, 50)
    assert again.pixelColor(50, 25).red() > 150
    with pytest.raises(PictureError):
        thumbnails.read(photo, QSize(600, 400))  # a size that was never asked for


def test_what_is_damaged_in_the_cache_is_made_anew(tmp_path: Path, photo: Path) -> None:
    thumbnails = CachedThumbnails(ThumbnailCache(tmp_path / "kept"))
    thumbnails.read(photo, QSize(180, 130))
    (file,) = kept(tmp_path / "kept")
    for content in (b"no picture", b"", photo.read_bytes()):  # the last is far too large
        file.write_bytes(content)
        assert thumbnails.read(photo, QSize(180, 130)).size() == QSize(180, 90)
        assert file.stat().st_size not in (0, len(content))


def test_what_shows_through_stays_so(tmp_path: Path) -> None:
    image = QImage(400, 400, QImage.Format.Format_ARGB32)
    image.fill(QColor(255, 0, 0, 40))
    photo = tmp_path / f"{'ab' * 32}.png"
    image.save(str(photo))
    thumbnails = CachedThumbnails(ThumbnailCache(tmp_path / "kept"))
    for _time in range(2):
        assert thumbnails.read(photo, QSize(100, 100)).pixelColor(5, 5).alpha() == 40


def test_larger_ones_are_not_kept(tmp_path: Path, photo: Path) -> None:
    CachedThumbnails(ThumbnailCache(tmp_path / "kept")).read(photo, QSize(700, 700))
    assert kept(tmp_path / "kept") == []
