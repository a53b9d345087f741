from __future__ import annotations

import json
import posixpath
import shutil
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html

from desktop_app.archive import Archive, open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.exporting.exporters import export
from desktop_app.exporting.site import neighbours
from desktop_app.i18n.catalog import Catalog
from desktop_app.importing.formats.saved_html import SavedHtml
from desktop_app.importing.html.page import HtmlPage, read_page
from desktop_app.importing.pipeline import Importer
from desktop_app.importing.raw import RawItem
from desktop_app.items import Origin, Photo
from tests.importing.reading import PNG, read_one
from tests.material import item


@pytest.fixture
def folder(archive: Archive, tmp_path: Path) -> Path:
    export(archive, tmp_path / "out", "html", catalog=Catalog("zh_TW"))
    return tmp_path / "out"


def test_every_link_leads_to_a_file_and_every_file_can_be_reached(folder: Path) -> None:
    files = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    linked = {"index.html", ".beilin-export"}
    for path in folder.rglob("*.html"):
        page, name = html.parse(str(path)).getroot(), path.relative_to(folder).as_posix()
        for _element, _attribute, link, _at in page.iterlinks():
            if not link.startswith(("http://", "https://")):
                linked.add(posixpath.normpath(posixpath.join(name, "..", unquote(link))))
    assert {name for name in files - linked if not name.endswith((".tif", ".avif"))} == set()
    assert linked <= files


def test_nothing_runs_and_nothing_is_fetched(folder: Path) -> None:
    for path in folder.rglob("*.html"):
        page = html.parse(str(path)).getroot()
        kinds = {script.get("type") for script in page.iter("script")}
        assert kinds <= {"application/ld+json", "application/x-beilin+json"}
        for element, attribute, link, _at in page.iterlinks():
            remote = link.startswith(("http:", "https:", "//"))
            assert not remote or element.tag == "a" or element.get("rel") == "canonical"
            assert not link.lower().startswith("javascript:")
            assert attribute in ("href", "src")
    style = (folder / "style.css").read_text("utf-8")
    assert "url(" not in style
    assert "prefers-color-scheme: dark" in style


def test_a_page_says_to_machines_what_it_is(archive: Archive, folder: Path) -> None:
    each = next(item for item in archive.items() if any(p.file for p in item.photos) and item.date)
    (path,) = folder.rglob(f"{each.id}.html")
    page = html.parse(str(path)).getroot()
    (data,) = page.xpath("//script[@type='application/ld+json']/text()")
    facts = json.loads(data)
    assert facts["headline"] == each.title
    assert facts["datePublished"] == each.date.isoformat() if each.date else False
    assert (path.parent / facts["image"][0]["contentUrl"]).is_file()
    assert page.get("lang") == each.language


def test_each_paragraph_of_an_item_in_two_languages_says_its_own(folder: Path) -> None:
    (path,) = folder.rglob("both.html")
    page = html.parse(str(path)).getroot()
    codes = [paragraph.get("lang") for paragraph in page.xpath("//article/p")]
    assert (page.get("lang"), codes) == ("en", [None, "zh"] * 3)
    (data,) = page.xpath("//script[@type='application/ld+json']/text()")
    assert json.loads(data)["inLanguage"] == ["en", "zh"]


def test_many_items_of_a_month_are_listed_on_several_pages(tmp_path: Path) -> None:
    with open_for_import(tmp_path / "a.beilin") as archive:
        many = [replace(item(f"n{n}"), title=f"Item {n}") for n in range(1001)]
        archive.put([(each, Origin("test"), False) for each in many])
        export(archive, tmp_path / "out", "html")
    pages = sorted(path.name for path in (tmp_path / "out").glob("2021*.html"))
    assert pages == ["2021-08-2.html", "2021-08.html"]
    assert "Item 1000<" in (tmp_path / "out" / "2021-08-2.html").read_text("utf-8")


def exported_page(tmp_path: Path, file: str = "") -> Path:
    """The page of an exported item, whose photo is said to be `file`."""
    with open_for_import(tmp_path / "a.beilin") as archive:
        name = archive.photos.put_content(PNG)
        given = replace(item("victim"), photos=(Photo(name, "A caption"),))
        archive.put([(given, Origin("test"), False)])
        export(archive, tmp_path / "out", "html")
    (page,) = (tmp_path / "out").rglob("victim.html")
    if file:
        page.write_text(page.read_text("utf-8").replace(f"photos/{name}", file), "utf-8")
    return page


def test_items_of_one_title_and_day_stay_apart(tmp_path: Path) -> None:
    """Their pages are numbered and lead to each other, as those of a long article do."""
    alike = [replace(item(f"id{n}"), title="Storm hits coast", date=None) for n in range(1, 4)]
    with open_for_import(tmp_path / "a.beilin") as made:
        made.put([(each, Origin("x", each.id), False) for each in alike])
        export(made, tmp_path / "out", "html", catalog=Catalog("en"))
    with open_for_import(tmp_path / "again.beilin") as again:
        Importer(again).run([tmp_path / "out"])
        assert [again.item(each.id) for each in alike] == alike


@pytest.mark.parametrize("file", ["../../secret.png", "/etc/passwd", "file:///etc/passwd", "..\\x"])
def test_a_page_names_no_file_above_its_own_folder(tmp_path: Path, file: str) -> None:
    (tmp_path / "secret.png").write_bytes(PNG)
    found = read_one(SavedHtml(), exported_page(tmp_path, file))
    assert [(photo.path, photo.caption) for photo in found.photos] == [(None, "A caption")]


def test_a_page_got_from_somebodys_address_replaces_no_item(tmp_path: Path) -> None:
    content = exported_page(tmp_path).read_bytes()
    (own,) = read_page(HtmlPage(content, "page"))
    (foreign,) = read_page(HtmlPage(content, "page", address="https://example.org/page"))
    assert isinstance(own, RawItem)
    assert isinstance(foreign, RawItem)
    assert own.identity == "beilin:victim"
    assert foreign.identity == ""
    assert foreign.title == own.title


@pytest.mark.parametrize(
    "data", ["", "{", "[]", "null", '{"beilin": 2}', '{"beilin": 1, "photos": 3}', "[" * 100_000]
)
def test_what_is_no_item_of_ours_is_read_as_any_page(tmp_path: Path, data: str) -> None:
    page = exported_page(tmp_path)
    text = page.read_text("utf-8")
    start = text.index('<script type="application/x-beilin+json">') + 41
    page.write_text(text[:start] + data + text[text.index("</script>", start) :], "utf-8")
    found = read_one(SavedHtml(), page)
    assert found.identity == ""
    assert found.title == "Title of victim"


def test_a_lost_photo_is_named_and_its_caption_stays(filled: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.beilin"
    shutil.copytree(filled, own)
    gone = next((own / "photos").rglob("*.jpg"))
    gone.unlink()
    for format_ in ("html", "markdown", "epub", "wacz", "zim"):
        lost: list[str] = []
        with open_archive(own) as archive:
            export(archive, tmp_path / format_, format_, lost=lost.append)
        assert set(lost) == {gone.name}


def test_pages_show_what_browsers_know_and_keep_the_original(folder: Path) -> None:
    (path,) = folder.rglob("odd-id-1*.html")
    shown = [image.get("src") for image in html.parse(str(path)).getroot().iter("img")]
    assert {Path(src).suffix for src in shown} == {".png", ".jpg"}
    assert len([src for src in shown if src.endswith(".shown.jpg")]) == 2
    kept = {path.suffix for path in (path.parent / "photos").iterdir()}
    assert {".tif", ".avif"} <= kept


def test_neighbours() -> None:
    assert list(neighbours("")) == []
    assert list(neighbours("a")) == [(None, "a", None)]
    assert list(neighbours("abc")) == [(None, "a", "b"), ("a", "b", "c"), ("b", "c", None)]
