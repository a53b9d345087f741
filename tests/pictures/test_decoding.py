"""HEIC, AVIF and TIFF as the window gets them: upright, in sRGB, eight bits a channel."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from PIL import Image
from pillow_heif import from_pillow

from desktop_app.pictures.decoding import Decoded, decode, upright_size
from desktop_app.pictures.faults import PictureError
from desktop_app.pictures.signatures import is_foreign

KINDS = ("tif", "avif", "heic")


def save(image: Image.Image, path: Path, **given: object) -> Path:
    if path.suffix == ".heic":
        from_pillow(image).save(str(path), quality=95, **given)
    else:
        image.save(path, **given)
    return path


def pixel(decoded: Decoded, x: int, y: int) -> tuple[int, ...]:
    place = 4 * (y * decoded.width + x)
    return tuple(decoded.content[place : place + 4])


def is_red(decoded: Decoded, x: int, y: int) -> bool:
    red, green, blue, _alpha = pixel(decoded, x, y)
    return red > 150 and green < 90 and blue < 90


def corner() -> Image.Image:
    """White, with a red corner at the top left."""
    image = Image.new("RGB", (80, 60), "white")
    image.paste("red", (0, 0, 40, 30))
    return image


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_decoded_whole_scaled_and_in_part(tmp_path: Path, kind: str) -> None:
    path = save(corner(), tmp_path / f"a.{kind}")
    assert is_foreign(path)
    assert upright_size(path) == (80, 60)
    whole = decode(path)
    assert (whole.width, whole.height, whole.opaque) == (80, 60, True)
    assert len(whole.content) == 4 * 80 * 60
    assert [is_red(whole, *at) for at in ((5, 5), (75, 5), (5, 55), (75, 55))] == [
        True,
        False,
        False,
        False,
    ]
    small = decode(path, box=(20, 20))
    assert (small.width, small.height) == (20, 15)
    part = decode(path, region=(30, 20, 60, 40))
    assert (part.width, part.height) == (30, 20)
    assert is_red(part, 2, 2)
    assert not is_red(part, 20, 2)
    halved = decode(path, box=(15, 10), region=(30, 20, 60, 40))
    assert (halved.width, halved.height) == (15, 10)


@pytest.mark.parametrize("kind", ["tif", "avif"])
@pytest.mark.parametrize(("turn", "at"), [(3, (75, 55)), (6, (55, 5)), (8, (5, 75)), (5, (5, 5))])
def test_a_turned_photo_stands_upright(
    tmp_path: Path, kind: str, turn: int, at: tuple[int, int]
) -> None:
    given = Image.Exif()
    given[0x0112] = turn
    path = save(corner(), tmp_path / f"a.{kind}", exif=given)
    size = (80, 60) if turn == 3 else (60, 80)
    assert upright_size(path) == size
    whole = decode(path)
    assert (whole.width, whole.height) == size
    assert is_red(whole, *at)
    small = decode(path, box=(30, 40))
    assert abs(small.width * size[1] - small.height * size[0]) < 80
    part = decode(path, region=(at[0] - 4, at[1] - 4, at[0] + 4, at[1] + 4))
    assert is_red(part, 4, 4)


@pytest.mark.parametrize(
    ("mode", "value", "expected"),
    [
        ("I;16", 40_000, (155, 155, 155)),
        ("L", 70, (70, 70, 70)),
        ("1", 1, (255, 255, 255)),
        ("CMYK", (0, 255, 255, 0), (255, 0, 0)),
        ("LAB", (128, 128, 128), (119, 119, 119)),
        ("RGBA", (10, 20, 30, 40), (10, 20, 30)),
        ("LA", (90, 40), (90, 90, 90)),
    ],
)
def test_every_kind_of_pixel_becomes_srgb(
    tmp_path: Path, mode: str, value: object, expected: tuple[int, int, int]
) -> None:
    Image.new(mode, (8, 8), value).save(tmp_path / "a.tif")  # type: ignore[arg-type]
    made = decode(tmp_path / "a.tif")
    got = pixel(made, 3, 3)
    assert all(abs(a - b) <= 2 for a, b in zip(got, expected, strict=False)), got
    assert (got[3], made.opaque) == ((40, False) if mode in ("RGBA", "LA") else (255, True))


def test_real_numbers_are_stretched_between_black_and_white(tmp_path: Path) -> None:
    image = Image.new("F", (8, 8), -3.0)
    image.putpixel((3, 3), 9.0)
    image.save(tmp_path / "a.tif")
    made = decode(tmp_path / "a.tif")
    assert (pixel(made, 0, 0)[0], pixel(made, 3, 3)[0]) == (0, 255)


def test_a_damaged_colour_profile_leaves_the_colours_plain(tmp_path: Path) -> None:
    corner().save(tmp_path / "a.tif", icc_profile=b"no profile at all" * 20)
    assert is_red(decode(tmp_path / "a.tif"), 5, 5)


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_cut_short_is_named(tmp_path: Path, kind: str) -> None:
    image = Image.effect_noise((200, 150), 60).convert("RGB")
    content = save(image, tmp_path / f"a.{kind}").read_bytes()
    (tmp_path / f"cut.{kind}").write_bytes(content[: len(content) // 2])
    with pytest.raises(PictureError, match=rf"cut\.{kind}"):
        decode(tmp_path / f"cut.{kind}")


def test_a_tiff_of_a_thousand_megapixels_is_refused_by_its_header(tmp_path: Path) -> None:
    tags = ((256, 40_000), (257, 25_000), (258, 8), (259, 1), (262, 1), (273, 8), (279, 1))
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    head = b"II*\0" + struct.pack("<IH", 8, len(tags)) + entries + b"\0\0\0\0"
    (tmp_path / "bomb.tif").write_bytes(head)
    with pytest.raises(PictureError, match="40000 × 25000"):
        decode(tmp_path / "bomb.tif")


def test_what_the_window_decodes_itself_is_left_to_it(tmp_path: Path) -> None:
    corner().save(tmp_path / "a.heic", "JPEG")
    assert not is_foreign(tmp_path / "a.heic")
    assert not is_foreign(tmp_path / "not-there.heic")
