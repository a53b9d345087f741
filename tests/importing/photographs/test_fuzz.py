"""Photos damaged anywhere: read, or refused by name; never anything else."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PIL import Image
from pillow_heif import from_pillow

from desktop_app.importing.field_encoding import decoded_field, decoded_fields
from desktop_app.importing.formats.photo import read_photo
from desktop_app.importing.photographs.iim import _datasets, _split_blocks
from desktop_app.importing.photographs.xmp import _words
from desktop_app.importing.raw import RawItem
from desktop_app.pictures.decoding import decode
from desktop_app.pictures.faults import PictureError
from desktop_app.pictures.signatures import is_foreign
from tests.importing.picture_files import datasets, exif, jpeg, packet, resources

KINDS = ("jpg", "png", "gif", "webp", "tif", "avif", "heic")


@cache
def sound(kind: str) -> bytes:
    """A small picture of each kind with all the words it can carry."""
    xmp = packet("<photoshop:Headline>Said</photoshop:Headline>")
    given = exif(tag_0x010E="A caption", exif_0x9003="2021:08:31 09:30:00", tag_0x0112=6)
    image = Image.effect_noise((24, 16), 50).convert("RGB")
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"a.{kind}"
        if kind == "jpg":
            jpeg(path, resources(datasets((120, b"Words"), (25, b"one"))), exif=given, xmp=xmp)
        elif kind == "heic":
            from_pillow(image).save(str(path), exif=given.tobytes(), xmp=xmp)
        elif kind in ("webp", "avif", "tif"):
            image.save(path, exif=given, xmp=xmp)
        else:
            image.save(path)
        return path.read_bytes()


@st.composite
def damaged(draw: Callable[..., object]) -> bytes:
    content = bytearray(sound(draw(st.sampled_from(KINDS))))  # type: ignore[arg-type]
    places = st.integers(0, len(content) - 1)
    changes = st.lists(st.tuples(places, st.integers(0, 255)), max_size=8)
    for place, value in draw(changes):  # type: ignore[attr-defined]
        content[place] = value
    end = draw(st.one_of(st.just(len(content)), st.integers(12, len(content))))
    return bytes(content[:end])  # type: ignore[misc]


def check(content: bytes, folder: Path) -> None:
    path = folder / "a.jpg"
    path.write_bytes(content)
    try:
        found = read_photo(path)
    except PictureError as error:
        assert "a.jpg" in str(error)
        return
    for item in found:
        if isinstance(item, RawItem):
            assert item.title
            texts = (item.title, item.byline, *(value for _name, value in item.details))
            assert not any("\0" in text or "\n" in text for text in texts)
    if is_foreign(path):
        try:
            made = decode(path, box=(8, 8))
            assert len(made.content) == 4 * made.width * made.height
        except PictureError:
            pass


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=damaged())
def test_a_damaged_photo_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    with TemporaryDirectory(dir=tmp_path_factory.getbasetemp()) as folder:
        check(content, Path(folder))


@pytest.mark.slow
@settings(max_examples=20_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=damaged())
def test_many_damaged_photos_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    with TemporaryDirectory(dir=tmp_path_factory.getbasetemp()) as folder:
        check(content, Path(folder))


@given(content=st.binary(max_size=300))
def test_any_bytes_end_as_datasets_resources_and_packets(content: bytes) -> None:
    assert len(list(_datasets(b"\x1c\x02\x05" + content))) <= 2000
    assert sum(len(data) for _code, data in _split_blocks(b"8BIM" + content)) <= len(content) + 4
    assert _words(b"<x>" + content).caption == ""


@given(fields=st.lists(st.binary(max_size=40), max_size=5))
def test_any_bytes_are_some_text(fields: list[bytes]) -> None:
    assert [bool(text) for text in decoded_fields(fields)] == [bool(field) for field in fields]


@given(
    name=st.text(alphabet="北京上海天津重庆王李张刘陈杨赵黄周吴记者摄影", min_size=2, max_size=4)
)
@example(name="影影")
@example(name="联通")
def test_chinese_names_in_gb_2312_are_read(name: str) -> None:
    assert decoded_field(name.encode("gb2312")) == name
