"""What cameras write of how a photo was taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from desktop_app.pictures.camera import Camera, read_camera


def taken(path: Path, tags: dict[int, object], part: dict[int, object], gps: object) -> Camera:
    """A photo with these tags, read."""
    image, exif = Image.new("RGB", (30, 20)), Image.Exif()
    exif.update(tags)
    exif.get_ifd(0x8769).update(part)
    exif.get_ifd(0x8825).update(gps)  # type: ignore[call-overload]
    image.save(path, exif=exif)
    return read_camera(path)


def test_exposure_and_place_are_told_as_photographers_write_them(tmp_path: Path) -> None:
    camera = taken(
        tmp_path / "a.jpg",
        {0x010F: "Canon", 0x0110: "Canon EOS 7D", 0x0112: 6},
        {0x829A: IFDRational(1, 250), 0x829D: 8.0, 0x8827: 100, 0x920A: 50.0, 0xA434: "EF 50mm"},
        {1: "N", 2: (34.0, 14.0, 48.1), 3: "W", 4: (108.0, 59.0, 2.0)},
    )
    assert (camera.name, camera.lens) == ("Canon EOS 7D", "EF 50mm")
    assert camera.exposure == "1/250 s · f/8 · ISO 100 · 50 mm"
    assert camera.place == "34.24669° N, 108.98389° W"
    assert (camera.width, camera.height) == (20, 30)  # it lies on its side


@pytest.mark.parametrize(
    "gps",
    [
        {1: "N", 2: (134.0, 0.0, 0.0), 3: "E", 4: (8.0, 0.0, 0.0)},  # no such latitude
        {1: "N", 2: (0.0, 0.0, 0.0), 3: "E", 4: (0.0, 0.0, 0.0)},  # never set
        {2: (34.0, 0.0, 0.0), 4: (8.0, 0.0, 0.0)},
        {1: "N", 2: (IFDRational(1, 0), 0.0, 0.0), 3: "E", 4: (8.0, 0.0, 0.0)},
    ],
)
def test_places_that_are_none_are_not_told(tmp_path: Path, gps: dict[int, object]) -> None:
    assert taken(tmp_path / "a.jpg", {}, {}, gps).place == ""


def test_nonsense_is_left_out(tmp_path: Path) -> None:
    camera = taken(
        tmp_path / "a.jpg",
        {0x0110: "Camera\0\0\0"},
        {0x829A: IFDRational(0, 0), 0x829D: 0.2, 0x8827: 0, 0x920A: IFDRational(5, 0)},
        {},
    )
    assert (camera.name, camera.exposure) == ("Camera", "")


def test_every_photo_there_is_can_be_read(shared_data: Path) -> None:
    photos = [path for path in (shared_data / "photos").glob("*.*") if path.suffix == ".jpg"]
    cameras = [read_camera(path) for path in photos]
    assert len(cameras) > 30
    assert sum(bool(camera.exposure) for camera in cameras) > 15
    assert any(camera.place for camera in cameras)
