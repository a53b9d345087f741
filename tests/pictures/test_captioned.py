"""Copies of photos that carry their caption: read back with Pillow, pixel for pixel the same."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from desktop_app.importing.photographs.facts import read_facts
from desktop_app.pictures.captioned import jpeg
from desktop_app.pictures.captioned.packet import Caption, packet
from desktop_app.pictures.captioned.saving import save_captioned

CAPTION = Caption(
    description='校长王树国 <signs> & "smiles"\x0b',
    creator="才扬",
    credit="新华社",
    source="Port News",
    place="Xi'an",
    taken="2021-08-31T10:00:00",
)


def said(path: Path) -> dict[str, object]:
    """What Pillow's own reader finds, by property."""
    with Image.open(path) as image:
        found = image.getxmp()["xmpmeta"]["RDF"]["Description"]
    every = found if isinstance(found, list) else [found]
    return {name: value for each in every for name, value in each.items()}


def pixels(path: Path) -> str:
    with Image.open(path) as image:
        return hashlib.sha256(image.convert("RGB").tobytes()).hexdigest()


def check(found: dict[str, object]) -> None:
    description = found["description"]
    assert description == {
        "Alt": {"li": {"lang": "x-default", "text": '校长王树国 <signs> & "smiles"'}}
    }
    assert found["creator"] == {"Seq": {"li": "才扬"}}
    assert (found["Credit"], found["Source"]) == ("新华社", "Port News")
    assert (found["DateCreated"], found["Location"]) == ("2021-08-31T10:00:00", "Xi'an")


def test_every_jpeg_there_is_takes_its_caption_and_keeps_its_picture(
    shared_data: Path, tmp_path: Path
) -> None:
    photos = [path for path in shared_data.rglob("*.jpg") if path.stat().st_size < 3_000_000]
    assert len(photos) > 20
    for photo in photos:
        out = tmp_path / "out.jpg"
        assert save_captioned(photo, out, CAPTION) is None
        check(said(out))
        assert pixels(out) == pixels(photo)
        before, after = photo.read_bytes(), out.read_bytes()
        assert after.endswith(before[before.rindex(b"\xff\xda") :])
        assert read_facts(out).words.caption.startswith("校长王树国 <signs>")


def test_what_else_a_file_said_stays(tmp_path: Path) -> None:
    image, before, after = Image.new("RGB", (8, 8)), tmp_path / "a.jpg", tmp_path / "b.jpg"
    old = packet(Caption(description="An older caption", place="Elsewhere"))
    old = old.replace(
        b"</rdf:RDF>",
        b'<rdf:Description rdf:about="" xmlns:tiff='
        b'"http://ns.adobe.com/tiff/1.0/" tiff:Model="A camera"/></rdf:RDF>',
    )
    image.save(before, xmp=old)
    assert save_captioned(before, after, Caption(description="A newer one")) is None
    found = said(after)
    assert found["Model"] == "A camera"
    assert found["Location"] == "Elsewhere"
    assert "An older caption" not in after.read_bytes().decode("latin-1")
    assert after.read_bytes().count(jpeg.NAME) == 1


def test_png_holds_it_in_a_text_chunk(shared_data: Path, tmp_path: Path) -> None:
    photos = sorted((shared_data / "bilingual" / "static").rglob("*.png"))[:5]
    assert photos
    for photo in photos:
        out = tmp_path / "out.png"
        assert save_captioned(photo, out, CAPTION) is None
        check(said(out))
        assert pixels(out) == pixels(photo)
        again = tmp_path / "again.png"
        save_captioned(out, again, CAPTION)
        assert again.read_bytes().count(b"XML:com.adobe.xmp") == 1


def test_a_png_s_own_words_stay(tmp_path: Path) -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "Somebody")
    Image.new("RGB", (8, 8)).save(tmp_path / "a.png", pnginfo=words)
    save_captioned(tmp_path / "a.png", tmp_path / "b.png", CAPTION)
    with Image.open(tmp_path / "b.png") as image:
        image.load()
        assert image.info["Author"] == "Somebody"


@pytest.mark.parametrize(("suffix", "kind"), [("webp", "WEBP"), ("gif", "GIF"), ("tif", "TIFF")])
def test_other_kinds_have_it_beside_them(tmp_path: Path, suffix: str, kind: str) -> None:
    photo, out = tmp_path / f"a.{suffix}", tmp_path / f"b.{suffix}"
    Image.new("RGB", (8, 8), "red").save(photo, kind)
    assert save_captioned(photo, out, CAPTION) == tmp_path / "b.xmp"
    assert out.read_bytes() == photo.read_bytes()
    assert "校长王树国 &lt;signs&gt;" in (tmp_path / "b.xmp").read_text("utf-8")


def test_a_caption_too_long_for_a_segment_stands_beside_the_photo(tmp_path: Path) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "a.jpg")
    beside = save_captioned(tmp_path / "a.jpg", tmp_path / "b.jpg", Caption("图" * 30_000))
    assert beside == tmp_path / "b.xmp"


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe1\xff\xff",
        b"\xff\xd8\xff\xe1\0\1",
        b"\xff\xd8\xff" + b"\xff" * 40,
        b"\xff\xd8\xff\xd0",
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffiTXt",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    ],
)
def test_broken_files_are_copied_as_they_are(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    assert save_captioned(tmp_path / "a", tmp_path / "b", CAPTION) == tmp_path / "b.xmp"
    assert (tmp_path / "b").read_bytes() == content
    assert [path.name for path in tmp_path.iterdir() if "part" in path.name] == []


def test_a_photo_of_which_nothing_is_said_is_copied_as_it_is(tmp_path: Path) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "a.jpg")
    assert save_captioned(tmp_path / "a.jpg", tmp_path / "b.jpg", Caption()) is None
    assert (tmp_path / "b.jpg").read_bytes() == (tmp_path / "a.jpg").read_bytes()


def test_a_packet_with_entities_of_its_own_is_not_carried_on(tmp_path: Path) -> None:
    bomb = (
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        b'<rdf:Description rdf:about="&b;">&b;</rdf:Description></rdf:RDF>'
    )
    Image.new("RGB", (8, 8)).save(tmp_path / "a.jpg", xmp=bomb)
    save_captioned(tmp_path / "a.jpg", tmp_path / "b.jpg", CAPTION)
    check(said(tmp_path / "b.jpg"))
    assert b"&b;" not in (tmp_path / "b.jpg").read_bytes()
