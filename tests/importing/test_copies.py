"""A page saved again, printed, or made for telephones is one item; another story is its own."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import etree, html

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.importing.html.page import HtmlPage, read_page
from desktop_app.importing.pipeline import Importer
from desktop_app.importing.raw import RawItem
from desktop_app.importing.report import Report
from desktop_app.importing.sink import dry_run
from desktop_app.items import Item
from desktop_app.store.same_story import is_same_story
from desktop_app.store.store import Outcome

NAMES = ("council", "bridge", "harbour", "mayor", "engineers", "students", "ferry", "winter")
TEXT = tuple(
    f"The {NAMES[n]} spoke on Monday of what the {NAMES[n - 1]} would need before the "
    f"{NAMES[n - 2]} could be opened, and asked the {NAMES[n - 3]} to wait for part {n} of it."
    for n in range(8)
)

LATER = (
    "On Tuesday it was said that nobody had asked the people of the old town, who live by the "
    "ferry and wish to go on doing so for some years."
)


def item(title: str = "The bridge is to open in spring", **changes: object) -> Item:
    made = Item("a", title, date(2021, 8, 31), "en", "News", paragraphs=TEXT)
    return replace(made, **changes)  # type: ignore[arg-type]


def page(paragraphs: tuple[str, ...] = TEXT, title: str = "The bridge is to open in spring") -> str:
    return (
        f'<html lang="en"><head><title>{title}</title>'
        '<meta property="article:published_time" content="2021-08-31T10:00:00+08:00"></head>'
        f"<body><article><h1>{title}</h1>" + "".join(f"<p>{p}</p>" for p in paragraphs)
    )


def run(archive: Path, *sources: Path) -> Report:
    with open_for_import(archive) as writer:
        return Importer(writer).run(sources)


def counts(report: Report) -> tuple[int, int, int, int]:
    return report.imported, report.updated, report.unchanged, len(report.skipped)


@pytest.mark.parametrize(
    "other",
    [
        item(id="b", paragraphs=(*TEXT, "Share this story", "Print")),
        item(id="b", date=None),
        item(id="b", title="Print: The bridge is to open in spring"),
        item(id="b", paragraphs=(" ".join(TEXT[:4]), " ".join(TEXT[4:]))),
        item(id="b", paragraphs=tuple(p.replace(",", " –").upper() for p in TEXT)),
    ],
)
def test_copies_of_a_page(other: Item) -> None:
    assert is_same_story(item(), other) and is_same_story(other, item())


@pytest.mark.parametrize(
    "other",
    [
        item(id="b", date=date(2021, 9, 1)),
        item(id="b", title="Ferry to stop in spring, says mayor"),
        item(id="b", language="zh"),
        item(id="b", paragraphs=tuple(p.replace("part 5", "part 50") for p in TEXT)),
        item(id="b", paragraphs=tuple(p.replace("winter", "autumn") for p in TEXT)),
        item(id="b", paragraphs=(*TEXT, LATER)),
        item(id="b", paragraphs=TEXT[:5]),
        item(id="b", paragraphs=("Shr 10 cts vs 9 cts",)),
        item(id="b", paragraphs=()),
    ],
)  # fmt: skip
def test_other_stories_and_later_versions(other: Item) -> None:
    assert not is_same_story(item(), other) and not is_same_story(other, item())


def test_short_items_are_equal_or_none() -> None:
    short = item(paragraphs=("Shr 10 cts vs 9 cts", "Net 1,000 vs 900"))
    assert is_same_story(short, replace(short, id="b"))
    other = ("Shr 10 cts vs 9 cts", "Net 1,000 vs 901")
    assert not is_same_story(short, replace(short, id="b", paragraphs=other))


def test_a_copy_is_folded_and_named_and_both_are_unchanged_later(tmp_path: Path) -> None:
    first, second = tmp_path / "one", tmp_path / "two"
    for folder in (first, second):
        folder.mkdir()
    (first / "page.html").write_text(page(), "utf-8")
    (second / "print.html").write_text(page(TEXT[:-1]) + f"<p>{TEXT[-1]}</p>Printed<br>", "utf-8")
    archive = tmp_path / "a.beilin"
    assert counts(run(archive, first)) == (1, 0, 0, 0)
    report = run(archive, second)
    assert counts(report) in ((0, 0, 0, 1), (0, 1, 0, 0)) and report.found == 1
    with open_archive(archive) as opened:
        (kept,) = opened.items()
        (copy,) = opened.copies(kept.id)
        files = {opened.origin(kept.id).file.rpartition("/")[2], copy.file.rpartition("/")[2]}
        assert files == {"page.html", "print.html"}
    assert counts(run(archive, first, second)) == (0, 0, 2, 0)


def test_a_dry_run_finds_the_copies_the_import_finds(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.html").write_text(page(), "utf-8")
    (folder / "b.html").write_text(page(TEXT[:-1]), "utf-8")
    (folder / "c.html").write_text(page(), "utf-8")
    told: list[Outcome] = []
    with dry_run(None, lambda outcome, *_: told.append(outcome)) as sink:
        would = Importer(sink).run([folder])
    did = run(tmp_path / "a", folder)
    assert (counts(would), would.skipped) == (counts(did), did.skipped)
    assert told.count(Outcome.IMPORTED) == did.imported < len(told)


def test_the_copy_that_says_more_stays_and_the_old_id_still_leads_to_it(tmp_path: Path) -> None:
    short, long = tmp_path / "print.html", tmp_path / "page.html"
    short.write_text(page().replace("article:published_time", "x"), "utf-8")
    long.write_text(page() + "<p>The mayor said no more.</p>", "utf-8")
    archive = tmp_path / "a.beilin"
    run(archive, short)
    with open_archive(archive) as opened:
        (before,) = opened.items()
    report = run(archive, long)
    assert counts(report) == (0, 1, 0, 0)
    with open_archive(archive) as opened:
        (kept,) = opened.items()
        assert kept.id != before.id and kept.date == date(2021, 8, 31)
        assert opened.item(before.id) == kept
        assert [origin.file.rpartition("/")[2] for origin in opened.copies(kept.id)] == [
            "print.html"
        ]
        assert opened.index_is_current()
    assert counts(run(archive, short, long)) == (0, 0, 2, 0)


def test_a_copy_that_becomes_another_story_is_an_item(tmp_path: Path) -> None:
    one, two = tmp_path / "one.html", tmp_path / "two.html"
    one.write_text(page(), "utf-8")
    two.write_text(page() + "<br>", "utf-8")
    archive = tmp_path / "a.beilin"
    run(archive, one)
    two.write_text(page(title="The ferry is to stop in autumn then"), "utf-8")
    assert counts(run(archive, two)) == (1, 0, 0, 0)


def test_records_of_one_file_and_numbered_ones_are_as_many_as_their_source_says(
    tmp_path: Path,
) -> None:
    source = tmp_path / "items.jsonl"
    record = {"title": "The bridge", "date": "2021-08-31", "paragraphs": TEXT, "language": "en"}
    lines = [json.dumps(record | {"byline": each, "id": each}) for each in ("a1", "b2")]
    source.write_text("\n".join(lines), "utf-8")
    assert counts(run(tmp_path / "a.beilin", source)) == (2, 0, 0, 0)


def _printed(tree: html.HtmlElement) -> None:
    for each in tree.xpath(
        "//script|//style|//aside|//nav|//footer|//form|//iframe|//figure|//img"
    ):
        if each.getparent() is not None:
            each.drop_tree()
    body = tree.find("body")
    body.insert(0, html.fromstring("<p>Printed from the web</p>"))


def _for_telephones(tree: html.HtmlElement) -> None:
    for each in tree.xpath("//aside|//footer|//nav|//iframe"):
        if each.getparent() is not None:
            each.drop_tree()
    for each in tree.xpath("//figure"):
        each.tag = "div"
    body = tree.find("body")
    body.append(html.fromstring("<div>Open in the app</div>"))


def _saved_later(tree: html.HtmlElement) -> None:
    for each in tree.xpath("//aside"):
        each.append(html.fromstring("<p>Another story is read most at this hour of the day</p>"))


@pytest.mark.slow
@pytest.mark.parametrize("change", [_printed, _for_telephones, _saved_later])
def test_real_pages_are_found_again(
    shared_data: Path, change: Callable[[html.HtmlElement], None]
) -> None:
    found = total = 0
    for path in sorted((shared_data / "pages-en").glob("*.html")):
        text = path.read_text("utf-8", "replace")
        tree = html.document_fromstring(re.sub(r"[\x00-\x08]", "", text).encode(), parser=_parser())
        change(tree)
        (one,) = read_page(HtmlPage(path, "page"))
        (other,) = read_page(
            HtmlPage(etree.tostring(tree, method="html", encoding="utf-8"), "copy")
        )
        if isinstance(one, RawItem) and isinstance(other, RawItem):
            total += 1
            found += is_same_story(_kept(one, "a"), _kept(other, "b"))
    assert total >= 88 and found * 100 >= total * 85


def _parser() -> html.HTMLParser:
    return html.HTMLParser(encoding="utf-8")


def _kept(raw: RawItem, id_: str) -> Item:
    return Item(id_, raw.title, raw.date, raw.language, raw.source, paragraphs=raw.paragraphs)
