"""NewsML-G2: every example listing of the IPTC, messages with pictures, and withdrawn items."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.errors import ImportFailure
from desktop_app.importing.detect import detect, formats
from desktop_app.importing.formats.newsml_g2 import NewsMlG2
from desktop_app.importing.raw import RawItem, Skipped
from tests.importing.reading import PNG, read, read_items, read_one

_PHOTO = "Variety Of Recessionary Forces Leave Las Vegas Economy Scarred"
_FED = 'Fed to halt QE to avert "bubble"'
_SPORT = "Arizona Diamondbacks (29-23) at Philadelphia Phillies (26-24), 7:05"
# By the beginning of the file's name: title, day, paragraphs, byline, beginning of the caption.
ITEMS: dict[str, tuple[str, str, int, str, str]] = {
    "LISTING_1_": (_FED, "2016-10-18", 0, "Meredith Jameson", ""),
    "LISTING_2_": (_FED, "2016-11-21", 2, "Meredith Jameson", ""),
    "LISTING_3_": (_PHOTO, "2010-10-20", 0, "Spencer Platt", "A general view of part of downtown"),
    "LISTING_3A_": (_PHOTO, "2010-10-20", 0, "Spencer Platt", "A general view of part of downtown"),
    "LISTING_4_": (
        "- Amir Hussein Abdullahian, Iranian foreign ministry's undersecretary for Arab and "
        "African affairs - Panos Moumtzis…",
        "2014-01-30",
        2,
        "",
        "",
    ),
    "LISTING_5_": (
        "Loriot retrospective",
        "2008-11-06",
        12,
        "Zweites Deutsches Fernsehen, Reuters Television Ltd",
        "",
    ),
    "LISTING_6_": ("UK", "2008-12-20", 4, "", ""),
    "LISTING_21_": (
        "Troy Tulowitzki singled to third and advanced to second on Martin Prado's throwing error. "
        "Runner on second with one out and Carlos Gonzalez due up.",
        "2015-06-06",
        0,
        "The Sports Network, Inc.",
        "",
    ),
    "LISTING_22_": (f"Preview: {_SPORT} p.m.", "2016-10-19", 6, "The Sports Network", ""),
    "LISTING_23_": (f"Pitcher Preview: {_SPORT} p.m.", "2016-02-02", 3, "", ""),
    "LISTING_25_": (f"{_SPORT}p.m.", "None", 1, "Sports Network", ""),
    "LISTING_26_": (
        "A firefighter walks past the remains of a military jet that crashed into homes in the "
        "University City neighborhood of San Bernardino",
        "2008-12-08",
        0,
        "John Smith",
        "A firefighter in a flameproof suit walks past",
    ),
    "LISTING_27_": ("Acme Widgets announces annual results", "2016-10-19", 1, "", ""),
    "Receiver": (_FED, "2016-11-21", 2, "Meredith Jameson", ""),
    "facet-example-3": ("Content goes here...", "2020-02-04", 1, "", ""),
}
_NOTHING = "neither a headline nor text"
SKIPPED = {
    "LISTING_10_": "a concept item",
    "LISTING_11_": "a concept item",
    "LISTING_12_": "a knowledge item",
    "LISTING_13_": "a catalog item",
    "LISTING_14_": "a concept item",
    "LISTING_15_": "a knowledge item",
    "LISTING_16_": "events, not news",
    "LISTING_17_": "a planning item",
    "LISTING_18_": "a planning item",
    "LISTING_19_": "a planning item",
    "LISTING_20_": "a planning item",
    "LISTING_28_": "only a part of an item (root element contentMeta)",
    "LISTING_29_": _NOTHING,
    "LISTING_7_": "only a part of an item (root element groupSet)",
    "LISTING_8_": "only a part of an item (root element groupSet)",
    "LISTING_9_": "only a part of an item (root element groupSet)",
    "ap_metadata": _NOTHING,
    "facet-example-2": _NOTHING,
    "facet-example.": _NOTHING,
}


def listing(shared_data: Path, start: str) -> Path:
    (path,) = (p for p in (shared_data / "newsml-g2").iterdir() if p.name.startswith(start))
    return path


@pytest.mark.parametrize("start", ITEMS)
def test_listings_that_are_news(shared_data: Path, start: str) -> None:
    item = read_one(NewsMlG2(), listing(shared_data, start))
    captions = "".join(photo.caption for photo in item.photos)
    title, day, paragraphs, byline, caption = ITEMS[start]
    assert (item.title, str(item.date), len(item.paragraphs)) == (title, day, paragraphs)
    assert item.byline == byline
    assert captions.startswith(caption) and bool(captions) == bool(caption)


@pytest.mark.parametrize("start", SKIPPED)
def test_listings_that_are_none(shared_data: Path, start: str) -> None:
    (piece,) = read(NewsMlG2(), listing(shared_data, start))
    assert isinstance(piece, Skipped) and SKIPPED[start] in str(piece.reason)


def test_every_listing_has_an_expectation(shared_data: Path) -> None:
    known = (*ITEMS, *SKIPPED, "LISTING_24_")
    for path in (shared_data / "newsml-g2").iterdir():
        assert sum(path.name.startswith(start) for start in known) == 1, path.name
        found = detect(path, formats())
        assert not isinstance(found, Skipped) and found.name == "newsml_g2"


def test_a_message_whose_items_are_empty_says_so_of_each(shared_data: Path) -> None:
    pieces = read(NewsMlG2(), listing(shared_data, "LISTING_24_"))
    assert all(isinstance(piece, Skipped) for piece in pieces)
    assert [p.where for p in pieces if isinstance(p, Skipped)] == ["", "N1", "N2", "N3", "N4"]


def test_what_an_item_says_of_itself(shared_data: Path) -> None:
    item = read_one(NewsMlG2(), listing(shared_data, "LISTING_1_"))
    assert (item.source, item.language) == ("REUTERS", "en")
    assert item.identity == "urn:newsml:acmenews.com:20161018:US-FINANCE-FED"
    details = dict(item.details)
    assert details["place"] == "Berlin"
    assert details["subject"] == "labour market"  # the name in English, not the German one
    assert details["embargo"] == "2018-10-23T12:00:00Z"
    assert details["usage"] == "Not for use outside the United States"
    assert details["copyright"].startswith("Copyright 2017-18 Example Enews LLP")
    assert "STRICTLY EMBARGOED" in details["note"]
    (photo,) = read_one(NewsMlG2(), listing(shared_data, "LISTING_3_")).photos
    assert (photo.credit, photo.taken) == ("Getty Images", "2010-10-20T19:45:58-04:00")


def test_the_best_rendition_that_lies_beside_the_file_is_taken(
    shared_data: Path, tmp_path: Path
) -> None:
    path = tmp_path / "photo.xml"
    path.write_bytes(listing(shared_data, "LISTING_3_").read_bytes())
    for name in ("GYI0062134533-thumb.gif", "GYI0062134533-web.jpg", "GYI0062134533.jpg"):
        (tmp_path / name).write_bytes(PNG)
        (photo,) = read_one(NewsMlG2(), path).photos
        assert photo.path == tmp_path / name


MESSAGE = """<?xml version="1.0"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<packageItem guid="p"><groupSet><group><itemRef residref="story"/><itemRef residref="pic"/></group>
</groupSet></packageItem>
<newsItem guid="story" version="1"><itemMeta><itemClass qcode="ninat:text"/></itemMeta>
 <contentMeta><headline>Old headline</headline></contentMeta></newsItem>
<newsItem guid="story" version="2"><itemMeta><itemClass qcode="ninat:text"/>{status}</itemMeta>
 <contentMeta><headline>Harbour opens</headline><by>By Ann Bee</by></contentMeta>
 <contentSet><inlineXML contenttype="application/xhtml+xml"><x:html xmlns:x="http://www.w3.org/1999/xhtml">
 <x:head><x:title>t</x:title></x:head><x:body><x:p>First <x:a href="http://x.org/">part</x:a>.</x:p>
 <x:p>Second part.</x:p></x:body></x:html></inlineXML>
 <inlineData contenttype="text/plain">First part.</inlineData></contentSet></newsItem>
<newsItem guid="pic"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta>
 <creditline>C. Dee</creditline><description role="drol:caption">The harbour</description>
 </contentMeta><contentSet><remoteContent href="http://x.org/pics/small.png" width="90"/>
 <remoteContent href="http://x.org/pics/big.png" width="900"/></contentSet></newsItem>
<conceptItem guid="c"/></itemSet></newsMessage>"""


def test_a_message_joins_pictures_to_their_story_and_takes_the_newest_version(
    tmp_path: Path,
) -> None:
    path = tmp_path / "message.xml"
    path.write_text(MESSAGE.format(status=""))
    (tmp_path / "pics").mkdir()
    for name in ("small.png", "pics/big.png"):
        (tmp_path / name).write_bytes(PNG)
    package, story, concept = read(NewsMlG2(), path)
    assert isinstance(package, Skipped) and "package" in str(package.reason)
    assert isinstance(concept, Skipped) and "concept item" in str(concept.reason)
    assert isinstance(story, RawItem)
    assert (story.title, story.byline) == ("Harbour opens", "Ann Bee")
    assert story.paragraphs == ("First part.", "Second part.")
    assert [(e.start, e.end, e.address) for e in story.links] == [(6, 10, "http://x.org/")]
    (photo,) = story.photos
    assert (photo.path, photo.caption, photo.credit) == (
        tmp_path / "pics" / "big.png",
        "The harbour",
        "C. Dee",
    )


def test_a_withdrawn_story_is_skipped_and_its_picture_stays(tmp_path: Path) -> None:
    path = tmp_path / "message.xml"
    path.write_text(MESSAGE.format(status='<pubStatus qcode="stat:canceled"/>'))
    _package, story, picture, _concept = read(NewsMlG2(), path)
    assert isinstance(story, Skipped) and "withdrawn it (canceled)" in str(story.reason)
    assert isinstance(picture, RawItem) and picture.photos[0].caption == "The harbour"


def test_a_title_for_all_kinds_of_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "item.xml"
    path.write_text(
        '<newsItem guid="a" xml:lang="zh"><contentSet><inlineData>第一段。\n第二段。</inlineData>'
        "</contentSet></newsItem>",
        "utf-8",
    )
    item = read_one(NewsMlG2(), path)
    assert (item.title, item.paragraphs, item.language) == (
        "第一段。",
        ("第一段。", "第二段。"),
        "zh",
    )


def test_harm_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "item.xml"
    path.write_text(
        '<!DOCTYPE newsItem [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><newsItem guid="&b;"/>'
    )
    with pytest.raises(ImportFailure, match=r"item\.xml declares the entity b"):
        read(NewsMlG2(), path)
    path.write_text("<newsItem>" * 100_000)
    with pytest.raises(ImportFailure, match=r"item\.xml is no well-formed XML"):
        read(NewsMlG2(), path)
    (tmp_path / "secret").write_text("secret")
    path.write_text(
        f'<!DOCTYPE newsItem [<!ENTITY s SYSTEM "{tmp_path}/secret">]><newsItem guid="a">'
        "<contentMeta><headline>H &s; &eacute;</headline></contentMeta></newsItem>"
    )
    assert [item.title for item in read_items(NewsMlG2(), path)] == ["H &s; é"]
