"""A picture is known again when it was scaled, saved again or turned to grey."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.errors import BeilinError
from desktop_app.pictures.likeness import is_alike, likeness


@pytest.fixture(scope="module")
def pictures(shared_data: Path) -> list[Path]:
    return sorted((shared_data / "photos").rglob("*.jpg"))[:12]


def saved(image: Image.Image, path: Path, **how: int) -> Path:
    content = io.BytesIO()
    image.save(content, path.suffix[1:].replace("jpg", "jpeg"), **how)
    path.write_bytes(content.getvalue())
    return path


def test_a_picture_is_like_itself_in_another_size_and_quality(
    pictures: list[Path], tmp_path: Path
) -> None:
    seen = 0
    for path in pictures:
        own = likeness(path)
        if own is None:
            continue
        with Image.open(path) as image:
            small = image.convert("RGB")
        small.thumbnail((400, 400))
        for other in (
            saved(small, tmp_path / "small.jpg", quality=40),
            saved(small.convert("L"), tmp_path / "grey.png"),
        ):
            again = likeness(other)
            assert again is not None and is_alike(own, again), path.name
        seen += 1
    assert seen >= 6


def test_other_pictures_are_not(shared_data: Path) -> None:
    posts = shared_data / "bilingual" / "static" / "img" / "supporters"
    known = [each for each in map(likeness, sorted(posts.glob("*.png"))) if each is not None]
    alike = sum(is_alike(one, two) for n, one in enumerate(known) for two in known[:n])
    assert len(known) >= 4 and alike == 0


def test_one_tone_tells_nothing_and_damage_is_said(tmp_path: Path) -> None:
    assert likeness(saved(Image.new("RGB", (90, 80), "red"), tmp_path / "red.png")) is None
    (tmp_path / "bad.jpg").write_bytes(b"\xff\xd8\xff\xe0 nothing")
    with pytest.raises(BeilinError):
        likeness(tmp_path / "bad.jpg")
