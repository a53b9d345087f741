"""ninjs 1.x, 2.x and 3.x: every example of the IPTC, and what is not valid."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from desktop_app.errors import ImportFailure
from desktop_app.importing.detect import detect, formats
from desktop_app.importing.formats.ninjs import Ninjs
from desktop_app.importing.raw import Failed, RawItem, Skipped
from tests.importing.reading import PNG, read, read_one

_SHIP = "Captain of wrecked cruise ship on trial in Italy"
_DELL = (
    "Dell Redefines Workstation Computing Boundaries with Smallest Tower and Most Powerful Rack "
    "Workstations"
)
_BY = "Paulo Santalucia and Frances d'Emilio"
_CAPTIONS = ("The Costa Concordia cruise ship lies on its side", "Francesco Schettino the captain")
# By the end of the file's name, in each generation: title, day, paragraphs, byline, captions.
EXAMPLES: dict[str, tuple[str, str, int, str, tuple[str, ...]]] = {
    "001_simple_example": (_SHIP, "2013-07-09", 1, _BY, ()),
    "002_renditions_example": ("renditions-example", "None", 1, "", ()),
    "003_associations_example": (_DELL, "2013-05-16", 1, "", ()),
    "004_simple_text_article": (_SHIP, "2013-07-09", 4, _BY, ()),
    "005_complex_text_article": (_SHIP, "2013-07-09", 4, _BY, ()),
    "006_photo_only": (
        "Costa Concordia cruise ship",
        "2013-07-08",
        0,
        "Paulo Santalucia",
        _CAPTIONS[:1],
    ),
    "007_multimedia": (_SHIP, "2013-07-09", 4, _BY, _CAPTIONS),
}
ITEM = {
    "uri": "urn:x:1",
    "type": "text",
    "versionCreated": "2024-02-03T23:30:00+08:00",
    "headlines": [
        {"role": "short", "value": "Short"},
        {"role": "main", "value": "渡轮&amp;<i>复航</i>"},
    ],
    "bodies": [
        {"contentType": "text/plain", "value": "第一段。\n第二段。"},
        {
            "contentType": "text/html",
            "value": "<p>第一段。</p><p>第二<a href='http://x/'>段</a>。</p>",
        },
        {"role": "x-nitf", "contentType": "application/xml", "value": "<NITF>" + "x" * 500},
    ],
    "by": "By Ann Bee",
    "infoSources": [{"name": "新华社"}],
    "located": "上海",
    "places": [{"name": "浦东"}],
    "subjects": [{"name": "交通"}],
    "embargoedUntil": "2024-02-04T00:00:00Z",
    "usageTerms": "Not for sale",
    "edNote": "Updates",
    "urgency": 3,
    "associations": [
        {
            "name": "main",
            "uri": "urn:x:2",
            "type": "picture",
            "descriptions": [
                {"role": "caption", "value": "渡轮靠岸"},
                {"role": "creditline", "value": "X Agency"},
            ],
            "renditions": [
                {"name": "thumb", "href": "http://x.org/t.png", "width": 90},
                {"name": "high", "href": "http://x.org/h.png", "width": 900},
            ],
        },
        {
            "name": "side",
            "uri": "urn:x:3",
            "type": "text",
            "headlines": [{"value": "Sidebar"}],
            "bodies": [{"value": "Another story."}],
        },
        {"name": "see", "uri": "urn:x:4", "type": "text", "headlines": [{"value": "Only named"}]},
    ],
}


def write(folder: Path, value: object) -> Path:
    path = folder / "item.json"
    path.write_text(json.dumps(value), "utf-8")
    return path


@pytest.mark.parametrize("version", ["1.6", "2.2", "3.1"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_examples(shared_data: Path, version: str, name: str) -> None:
    path = shared_data / "ninjs" / f"{version}-{name}.json"
    found = detect(path, formats())
    assert not isinstance(found, Skipped) and found.name == "ninjs"
    item = read_one(Ninjs(), path)
    title, day, paragraphs, byline, captions = EXAMPLES[name]
    assert (item.title, str(item.date), len(item.paragraphs)) == (title, day, paragraphs)
    assert item.byline == byline
    assert len(item.photos) == len(captions)
    for photo, caption in zip(item.photos, captions, strict=True):
        assert photo.caption.startswith(caption) and photo.credit == "Paulo Santalucia"


def test_the_other_examples_are_skipped_or_fail_by_name(shared_data: Path) -> None:
    (event,) = read(Ninjs(), shared_data / "ninjs" / "3.1-008_event.json")
    assert isinstance(event, Skipped) and "event or a plan" in str(event.reason)
    (wrong,) = read(Ninjs(), shared_data / "ninjs" / "not-valid-008_extension.json")
    assert isinstance(wrong, Failed) and "property embargoedreason" in str(wrong.reason)
    assert len(list((shared_data / "ninjs").iterdir())) == 3 * len(EXAMPLES) + 2


def test_all_an_item_says(tmp_path: Path) -> None:
    for name in ("t.png", "h.png"):
        (tmp_path / name).write_bytes(PNG)
    item, sidebar = read(Ninjs(), write(tmp_path, ITEM))
    assert isinstance(item, RawItem) and isinstance(sidebar, RawItem)
    assert (item.title, item.byline, item.date) == ("渡轮&复航", "Ann Bee", date(2024, 2, 3))
    assert item.paragraphs == ("第一段。", "第二段。")
    assert [(e.start, e.end) for e in item.links] == [(7, 8)]
    assert (item.source, item.language, item.identity) == ("新华社", "zh", "urn:x:1")
    assert item.details == (
        ("subject", "交通"),
        ("place", "上海"),
        ("place", "浦东"),
        ("usage", "Not for sale"),
        ("embargo", "2024-02-04T00:00:00Z"),
        ("note", "Updates"),
        ("urgency", "3"),
    )
    (photo,) = item.photos
    assert (photo.path, photo.caption, photo.credit) == (
        tmp_path / "h.png",
        "渡轮靠岸",
        "X Agency",
    )
    assert (sidebar.title, sidebar.identity) == ("Sidebar", "urn:x:3")


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_withdrawn_items_are_skipped(tmp_path: Path, status: str) -> None:
    (piece,) = read(Ninjs(), write(tmp_path, {**ITEM, "pubStatus": status}))
    assert isinstance(piece, Skipped) and f"withdrawn it ({status})" in str(piece.reason)


def test_a_list_is_read_item_by_item(tmp_path: Path) -> None:
    alone = {**ITEM, "associations": []}
    first, wrong, second = read(Ninjs(), write(tmp_path, [alone, 17, {**alone, "uri": "urn:x:9"}]))
    assert isinstance(first, RawItem) and isinstance(second, RawItem)
    assert isinstance(wrong, Failed) and wrong.where == "item 2"


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"uri": None}, "uri is not of the kind it should be (string)"),
        ({"urgency": "high"}, "urgency is not of the kind"),
        ({"type": "poem"}, "type is none of text, audio"),
        ({"priority": 3}, "property priority is not known"),
    ],
)
def test_what_is_not_valid_and_says_nothing_fails_by_its_reason(
    tmp_path: Path, change: dict[str, object], word: str
) -> None:
    bare = {"uri": "urn:x:1", "versionCreated": "2024-02-03T00:00:00Z", **change}
    (piece,) = read(Ninjs(), write(tmp_path, bare))
    assert isinstance(piece, Failed) and word in str(piece.reason)


def test_a_story_with_a_name_of_its_providers_own_comes_in_and_the_name_is_reported(
    tmp_path: Path,
) -> None:
    own = {**ITEM, "associations": [], "priority": 6, "bodies": [{"value": "Text.", "size": 1}]}
    item, *notes = read(Ninjs(), write(tmp_path, own))
    assert isinstance(item, RawItem) and item.paragraphs == ("Text.",)
    (note,) = notes
    assert isinstance(note, Skipped)
    assert "2 properties that ninjs does not know" in str(note.reason)
    assert "bodies.size" in str(note.reason)


def test_many_things_that_are_wrong_are_one_line_for_each_kind(tmp_path: Path) -> None:
    own = {**ITEM, "associations": [], **{f"own{n}": n for n in range(90)}, "urgency": "high"}
    path = tmp_path / "items.json"
    path.write_text(json.dumps([{**own, "uri": f"urn:x:{n}"} for n in range(30)]))
    found = read(Ninjs(), path)
    notes = [str(each.reason) for each in found if isinstance(each, Skipped)]
    assert sum(isinstance(each, RawItem) for each in found) == 30
    assert len(notes) == 2
    assert f"{30 * 90} properties" in notes[0] or f"{30 * 90} properties" in notes[1]


def test_deep_and_cut_off_files_are_named(tmp_path: Path) -> None:
    deep: dict[str, object] = {"uri": "urn:x:0", "bodies": []}
    for _ in range(400):
        deep = {"uri": "urn:x:1", "associations": [{"name": "a", **deep}]}
    path = write(tmp_path, deep)
    with pytest.raises(ImportFailure, match=r"item\.json is nested too deeply"):
        read(Ninjs(), path)
    path.write_text(json.dumps(ITEM)[:-20])
    with pytest.raises(ImportFailure, match=r"item\.json is not valid JSON"):
        read(Ninjs(), path)


def test_other_json_is_none(tmp_path: Path) -> None:
    path = write(tmp_path, {"uri": "x", "name": "settings"})
    assert not Ninjs().recognises(path, path.read_bytes())


def test_halves_of_characters_do_not_reach_the_archive(tmp_path: Path) -> None:
    path = tmp_path / "item.json"
    path.write_text('{"uri": "http://x\\ud800.org/1", "headline": "a\\udfffb", "by\\ud800": 1}')
    item, note = read(Ninjs(), path)
    assert isinstance(item, RawItem) and (item.title, item.identity) == ("ab", "http://x.org/1")
    assert isinstance(note, Skipped) and note.where == "by"
