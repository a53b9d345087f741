"""What photos say of themselves: real ones, and made ones with what real ones lack."""

from __future__ import annotations

import json
import re
import zlib
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin, TiffImagePlugin
from pillow_heif import from_pillow

from desktop_app.importing.photographs.facts import read_facts
from desktop_app.importing.photographs.words import Words
from desktop_app.pictures.faults import PictureError
from tests.importing.picture_files import datasets, digest_of, exif, jpeg, packet, resources

# metadata-extractor's words for the EXIF orientations that occur.
_LIES = {
    "Top, left side (Horizontal / normal)": 1,
    "Right side, top (Rotate 90 CW)": 6,
}
# IIM cuts these after 32 bytes.
_CUT = ("byline", "credit")


def words(path: Path) -> Words:
    return read_facts(path).words


def expected(raw: str) -> str:
    """A field of expected.json without the zeros that fill it."""
    text = raw.partition("\0")[0].strip()
    if re.fullmatch(r"[\d: ]+", text):
        day, _, time = text.partition(" ")
        return f"{day.replace(':', '-')}T{time}" if day.strip(":") else ""
    return text


def test_real_photos_say_what_is_expected(shared_data: Path) -> None:
    folder = shared_data / "photos"
    table = json.loads((folder / "expected.json").read_text("utf-8"))
    assert len(table) == 33
    for name, fields in table.items():
        facts = read_facts(folder / name)
        for field, raw in fields.items():
            if field == "orientation":
                assert facts.orientation == _LIES[raw], name
                continue
            want, got = expected(raw), getattr(facts.words, field)
            if field in _CUT and len(want) == 32:
                assert got.startswith(want), (name, field)
            elif "\0" not in raw:
                assert got == want, (name, field)
            assert "\0" not in got


def test_fields_filled_with_zeros_are_passed_over_for_those_with_words(shared_data: Path) -> None:
    """Of its two IIM blocks one is zeros and the other has the caption."""
    found = words(shared_data / "photos" / "Issue_122.jpg")
    assert found.caption.startswith("19 Jan 2002: Cobi Jones #13 of the USA")
    assert found.headline == "South Korea v USA X"
    assert found.byline == "Stephen Dunn, Getty Images"  # a byline in each block
    assert found.credit == "Getty Images"
    assert found.place == "Pasadena, CA, United States"


def test_the_whole_credit_is_taken_where_iim_cuts_it(shared_data: Path) -> None:
    found = words(shared_data / "photos" / "Issue_600_(1).jpg")
    assert found.credit.startswith("NASA, ESA, Michael Wong (Space Telescope Science Institute")
    assert found.usage == "Creative Commons Attribution 4.0 International License"
    assert found.keywords == ("Jupiter",)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
def test_chinese_words_are_read_in_the_encoding_they_are_in(tmp_path: Path, encoding: str) -> None:
    said = {
        120: "西安交通大學與巴黎高科簽署合作協議，記者拍攝的會場。",
        80: "記者 王小明",
        90: "西安",
    }
    if encoding == "gb18030":
        said[120] = "西安交通大学与巴黎高科签署合作协议，记者拍摄的会场。"
    iim = datasets(*((number, text.encode(encoding)) for number, text in said.items()))
    found = words(jpeg(tmp_path / "a.jpg", resources(iim)))
    assert (found.caption, found.byline, found.place) == (said[120], said[80], said[90])


@pytest.mark.parametrize("word", ["签约仪式", "李明", "钓鱼台"])
def test_few_chinese_characters_are_told_by_their_bytes(tmp_path: Path, word: str) -> None:
    coded = word.encode("gb2312")
    photo = jpeg(tmp_path / "a.jpg", resources(datasets((120, b"Harbor"), (80, coded))))
    assert words(photo).byline == word
    photo = jpeg(tmp_path / "b.jpg", exif=exif(tag_0x013B=coded))
    assert words(photo).byline == word


@pytest.mark.parametrize(
    "word",
    ["Jürgen Müller", "© Peter Bemmann", "José Ñáñez", "Köln", "Ärger", "“Fête”", "François d’Été"],
)
def test_western_names_are_not_taken_for_chinese(tmp_path: Path, word: str) -> None:
    photo = jpeg(tmp_path / "a.jpg", resources(datasets((80, word.encode("cp1252")))))
    assert words(photo).byline == word


def test_the_text_chunks_of_a_png_are_words_too(tmp_path: Path) -> None:
    text = PngImagePlugin.PngInfo()
    for name, value in (("Title", "A chart"), ("Author", "A. Person"), ("Copyright", "CC0")):
        text.add_text(name, value)
    text.add_itxt("Description", "港口的船")
    Image.new("RGB", (90, 70)).save(tmp_path / "a.png", pnginfo=text)
    found = words(tmp_path / "a.png")
    assert (found.title, found.byline, found.caption) == ("A chart", "A. Person", "港口的船")
    assert found.copyright == "CC0"


def test_the_encoding_an_iim_block_names_counts(tmp_path: Path) -> None:
    iim = datasets((90, b"\x1b%G"), record=1) + datasets((120, "Köln, 한국".encode()))
    assert words(jpeg(tmp_path / "a.jpg", resources(iim))).caption == "Köln, 한국"
    iim = datasets((120, "Köln am Rhein im Frühling".encode("latin-1")))
    assert words(jpeg(tmp_path / "b.jpg", resources(iim))).caption == "Köln am Rhein im Frühling"


def test_xmp_is_read_in_all_its_ways_of_writing(tmp_path: Path) -> None:
    xmp = packet(
        '<dc:description><rdf:Alt><rdf:li xml:lang="en">Other</rdf:li>'
        '<rdf:li xml:lang="x-default">签约仪式</rdf:li></rdf:Alt></dc:description>'
        "<dc:creator><rdf:Seq><rdf:li>Li Ming</rdf:li><rdf:li>Wang Wei</rdf:li></rdf:Seq>"
        "</dc:creator><dc:subject><rdf:Bag><rdf:li>university</rdf:li><rdf:li>university</rdf:li>"
        "</rdf:Bag></dc:subject>"
        "<photoshop:City>Xi'an</photoshop:City><photoshop:Country>China</photoshop:Country>"
        "<core:Location>Campus</core:Location>"
        "<photoshop:DateCreated>2021-08-31T10:00:00+08:00</photoshop:DateCreated>"
    ).replace(b"<rdf:Description", b'<rdf:Description photoshop:Headline="Signed"')
    found = words(jpeg(tmp_path / "a.jpg", xmp=xmp))
    assert (found.caption, found.headline, found.byline) == (
        "签约仪式",
        "Signed",
        "Li Ming, Wang Wei",
    )
    assert (found.place, found.keywords) == ("Campus, Xi'an, China", ("university",))
    assert found.taken == "2021-08-31T10:00:00"


def test_iim_changed_after_the_xmp_was_written_counts_first(tmp_path: Path) -> None:
    xmp = packet("<photoshop:Headline>Old words</photoshop:Headline>")
    iim = datasets((105, b"New words"))
    segment = resources(iim, digest_of(iim))
    assert words(jpeg(tmp_path / "same.jpg", segment, xmp=xmp)).headline == "Old words"
    segment = resources(iim, digest_of(b"what it was"))
    assert words(jpeg(tmp_path / "new.jpg", segment, xmp=xmp)).headline == "New words"


@pytest.mark.parametrize(
    "default",
    ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "000015", "   ", "DIGIMAX S500", "Exif_JPEG_PICTURE"],
)
def test_what_cameras_write_by_themselves_is_no_caption(tmp_path: Path, default: str) -> None:
    data = exif(tag_0x010E=default, tag_0x0110="Digimax S500" if "MAX" in default else "X")
    assert words(jpeg(tmp_path / "a.jpg", exif=data)).caption == ""


def test_the_day_is_the_camera_s_before_the_editor_s_before_the_file_s(tmp_path: Path) -> None:
    iim = resources(datasets((55, b"20020916"), (60, b"101500+0100")))
    changed, taken = "2010:01:02 03:04:05", "2002:07:28 15:50:05"
    given = exif(tag_0x0132=changed, exif_0x9003=taken)
    assert words(jpeg(tmp_path / "a.jpg", iim, exif=given)).taken == "2002-07-28T15:50:05"
    given = exif(tag_0x0132=changed)
    assert words(jpeg(tmp_path / "b.jpg", iim, exif=given)).taken == "2002-09-16T10:15:00"
    assert words(jpeg(tmp_path / "c.jpg", exif=given)).taken == "2010-01-02T03:04:05"
    given = exif(tag_0x0132=changed, exif_0x9003="    :  :     :  :  ")
    assert words(jpeg(tmp_path / "d.jpg", exif=given)).taken == ""
    given = exif(exif_0x9003="0000:00:00 00:00:00")
    assert words(jpeg(tmp_path / "e.jpg", exif=given)).taken == ""


def test_windows_and_comments_name_their_encoding(tmp_path: Path) -> None:
    given = exif(
        tag_0x9C9B="标题".encode("utf-16-le") + b"\0\0",
        tag_0x9C9D="作者".encode("utf-16-le"),
        tag_0x9C9E="港口;船".encode("utf-16-le"),
        exif_0x9286=b"UNICODE\0" + "港口的船".encode("utf-16-le"),
    )
    found = words(jpeg(tmp_path / "a.jpg", exif=given))
    assert (found.title, found.byline, found.caption) == ("标题", "作者", "港口的船")
    assert found.keywords == ("港口", "船")


def test_every_kind_of_picture_says_the_same(tmp_path: Path) -> None:
    picture, xmp = (
        Image.new("RGB", (90, 70)),
        packet("<photoshop:Headline>Said</photoshop:Headline>"),
    )
    text = PngImagePlugin.PngInfo()
    text.add_itxt("XML:com.adobe.xmp", xmp.decode())
    picture.save(tmp_path / "a.png", pnginfo=text)
    picture.save(tmp_path / "a.webp", xmp=xmp)
    picture.save(tmp_path / "a.avif", xmp=xmp)
    from_pillow(picture).save(str(tmp_path / "a.heic"), xmp=xmp)
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[700] = xmp
    picture.save(tmp_path / "a.tif", tiffinfo=tags)
    files = sorted(file for file in tmp_path.iterdir())
    assert len(files) == 5
    for file in files:
        facts = read_facts(file)
        assert (facts.words.headline, facts.width, facts.height) == ("Said", 90, 70), file.name


def test_iim_is_found_in_the_tags_of_tiff_and_the_text_of_png(tmp_path: Path) -> None:
    iim = datasets((120, b"In a tag"))
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[33723] = iim
    Image.new("RGB", (9, 9)).save(tmp_path / "a.tif", tiffinfo=tags)
    assert words(tmp_path / "a.tif").caption == "In a tag"
    block = resources(datasets((120, b"In a text")))[18:]
    text = PngImagePlugin.PngInfo()
    text.add_text("Raw profile type iptc", f"\niptc\n{len(block):8}\n{block.hex()}\n", zip=True)
    Image.new("RGB", (9, 9)).save(tmp_path / "a.png", pnginfo=text)
    assert words(tmp_path / "a.png").caption == "In a text"


@pytest.mark.parametrize(
    "xmp",
    [
        b"<not xml",
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>',
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
        b"<x>" * 20_000,
        b"\0" * 100,
    ],
)
def test_a_packet_that_is_none_leaves_the_other_words(tmp_path: Path, xmp: bytes) -> None:
    photo = jpeg(tmp_path / "a.jpg", resources(datasets((120, b"Said"))), xmp=xmp)
    assert words(photo).caption == "Said"


def test_damaged_exif_leaves_the_photo_and_its_other_words(tmp_path: Path) -> None:
    broken = b"Exif\0\0no tags at all"
    segment = b"\xff\xe1" + (len(broken) + 2).to_bytes(2, "big") + broken
    photo = jpeg(tmp_path / "a.jpg", segment + resources(datasets((120, b"Said"))))
    assert words(photo).caption == "Said"


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n" + b"\0\0\0\x0dIHDR",
        b"GIF89a",
        b"II*\0\x08\0\0\0\xff\xff",
        b"\0\0\0\x18ftypheic\0\0\0\0heicmif1",
        b"\0\0\0\x18ftypavif\0\0\0\0avifmif1",
        b"RIFF\x10\0\0\0WEBPVP8X",
        b"no picture at all",
    ],
)
def test_what_is_cut_short_is_a_named_failure(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.jpg").write_bytes(content)
    with pytest.raises(PictureError, match=r"a\.jpg"):
        read_facts(tmp_path / "a.jpg")


def test_a_header_of_500_megapixels_is_refused_by_its_size(tmp_path: Path) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
        )

    size = (25_000).to_bytes(4, "big") + (20_000).to_bytes(4, "big")
    head = chunk(b"IHDR", size + b"\x08\x02\0\0\0") + chunk(b"IDAT", zlib.compress(b"\0" * 9))
    (tmp_path / "bomb.png").write_bytes(b"\x89PNG\r\n\x1a\n" + head)
    wide = (16_383 - 1).to_bytes(3, "little") * 2
    vp8x = b"VP8X\x0a\0\0\0" + b"\0" * 4 + wide
    (tmp_path / "bomb.webp").write_bytes(b"RIFF\x16\0\0\0WEBP" + vp8x)
    with pytest.raises(PictureError, match="25000 × 20000"):
        read_facts(tmp_path / "bomb.png")
    with pytest.raises(PictureError, match=r"bomb\.webp"):
        read_facts(tmp_path / "bomb.webp")
