"""NITF stories as wires and archives of newspapers keep them."""

from __future__ import annotations

import base64
from datetime import date
from pathlib import Path

from desktop_app.importing.detect import detect, formats
from desktop_app.importing.formats.nitf import Nitf
from desktop_app.importing.raw import Skipped
from tests.importing.reading import PNG, read, read_one

STORY = """<?xml version="1.0" encoding="iso-8859-1"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.2/dtd/nitf-3-2.dtd">
<nitf baselang="en-GB"><head><title>File title</title>
<tobject><tobject.subject
 tobject.subject.type="Economy" tobject.subject.matter="Shipping"/></tobject>
<docdata><doc-id id-string="A-17" regsrc="XYZ"/><urgency ed-urg="4"/>
<date.issue norm="20010314T091500-0500"/><date.release norm="20010315T000000-0500"/>
<doc.copyright year="2001" holder="Xyz Ltd"/><ed-msg info="Second lead"/>
<key-list><keyword key="ferry"/></key-list><du-key key="XYZ-FERRY"/></docdata>
<pubdata name="The Courier" position.section="B" edition.name="Late"/></head>
<body><body.head><hedline><hl1>Ferry&nbsp;returns to Caf&eacute; quay</hl1>
<hl2>After years</hl2></hedline>
<byline>By <person>Ann Bee</person>, <byttl>Staff Writer</byttl></byline>
<dateline><location>HARBOUR TOWN</location> March 14</dateline>
<abstract><p>Not twice.</p></abstract></body.head>
<body.content><block><p>It is <em>back</em>, says <a href="http://x.org/">the line</a>.</p>
<media media-type="image"><media-reference mime-type="image/png" source="small.png" width="80"/>
<media-reference mime-type="image/png" source="big.png" width="800"/>
<media-caption>The ferry.</media-caption><media-producer>C. Dee</media-producer></media>
<hl2>Prices</hl2><ul><li>Adults 3</li><li>Children 1</li></ul>
<table><tr><td>Mon</td><td>9:00</td></tr><tr><td>Tue</td><td>10:00</td></tr></table></block>
<media media-type="video">
<media-reference source="film.mp4"/><media-caption>Film.</media-caption></media>
</body.content><body.end><tagline>mail@x.org</tagline></body.end></body></nitf>"""


def write(folder: Path, text: str) -> Path:
    path = folder / "story.xml"
    path.write_text(text, "iso-8859-1")
    return path


def test_a_story_with_all_it_says(tmp_path: Path) -> None:
    (tmp_path / "big.png").write_bytes(PNG)
    path = write(tmp_path, STORY)
    found = detect(path, formats())
    assert not isinstance(found, Skipped) and found.name == "nitf"
    item = read_one(Nitf(), path)
    assert (item.title, item.byline) == ("Ferry returns to Café quay", "Ann Bee, Staff Writer")
    assert (item.date, item.source, item.language) == (date(2001, 3, 14), "The Courier", "en")
    assert item.paragraphs == (
        "It is back, says the line.",
        "Prices",
        "• Adults 3",
        "• Children 1",
        "Mon | 9:00",
        "Tue | 10:00",
    )
    (link,) = item.links
    assert item.paragraphs[0][link.start : link.end] == "the line"
    (photo,) = item.photos
    assert (photo.path, photo.caption, photo.credit, photo.after) == (
        tmp_path / "big.png",
        "The ferry.",
        "C. Dee",
        1,
    )
    assert item.details == (
        ("subject", "Shipping"),
        ("keyword", "ferry"),
        ("place", "HARBOUR TOWN"),
        ("section", "B"),
        ("edition", "Late"),
        ("copyright", "2001 Xyz Ltd"),
        ("embargo", "20010315T000000-0500"),
        ("note", "Second lead"),
        ("urgency", "4"),
        ("slugline", "XYZ-FERRY"),
    )
    assert item.identity == "The Courier\nA-17"


def test_a_picture_in_the_story_itself(tmp_path: Path) -> None:
    data = base64.b64encode(PNG).decode()
    story = f"""<nitf><body><body.content><p>Words.</p><media media-type="image"><media-caption>C
    </media-caption><media-object encoding="base64">{data}</media-object></media></body.content>
    </body></nitf>"""
    (photo,) = read_one(Nitf(), write(tmp_path, story)).photos
    assert (photo.content, photo.caption) == (PNG, "C")


def test_all_who_wrote_a_story_are_named(tmp_path: Path) -> None:
    story = """<nitf><body><body.head><hedline><hl1>H</hl1></hedline>
    <byline>By <person>Ann Lee</person></byline><byline/>
    <byline>and <person>Bob Ray</person></byline></body.head>
    <body.content><p>Words.</p></body.content></body></nitf>"""
    assert read_one(Nitf(), write(tmp_path, story)).byline == "Ann Lee, Bob Ray"


def test_an_abstract_stands_in_for_a_body(tmp_path: Path) -> None:
    story = """<nitf><body><body.head><hedline><hl1>H</hl1></hedline>
    <abstract><p>Short.</p></abstract>
    </body.head><body.content/></body></nitf>"""
    assert read_one(Nitf(), write(tmp_path, story)).paragraphs == ("Short.",)


def test_a_story_of_nothing_is_skipped(tmp_path: Path) -> None:
    (piece,) = read(Nitf(), write(tmp_path, "<nitf><body/></nitf>"))
    assert isinstance(piece, Skipped)
