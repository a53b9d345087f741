"""Photographs without a page: what becomes of each, and of pictures that have one."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.importing.formats.photo import PhotoFile
from desktop_app.importing.pipeline import Importer
from desktop_app.importing.report import Report
from desktop_app.items import Item
from tests.importing.picture_files import datasets, exif, jpeg, packet, resources
from tests.importing.reading import PNG, read_one

TEXT = "".join(f"<p>Paragraph number {n} of the page that was saved.</p>" for n in range(9))


def imported(archive: Path, *sources: Path) -> tuple[Report, list[Item]]:
    with open_for_import(archive) as opened:
        report = Importer(opened).run(sources)
    with open_archive(archive) as opened:
        return report, list(opened.items())


def reasons(report: Report) -> dict[str, str]:
    return {Path(each.source).name: str(each.reason) for each in (*report.skipped, *report.failed)}


def test_a_photo_is_an_item_with_its_words(tmp_path: Path) -> None:
    iim = datasets(
        (105, b"Ships in harbor"), (120, b"Many ships came."), (80, b"A. Person"),
        (110, b"Port News"),
        (90, b"Xi'an"), (101, b"China"), (25, b"ships"), (25, b"harbor"), (40, b"No sale"),
    )  # fmt: skip
    given = exif(
        tag_0x0110="X100\0\0", tag_0x8298="(C) A. Person", exif_0x9003="2021:08:31 09:30:00"
    )
    photo = jpeg(tmp_path / "DSC0001.jpg", resources(iim), exif=given)
    item = read_one(PhotoFile(), photo)
    assert (item.title, item.kind, item.language) == ("Ships in harbor", "document", "en")
    assert (item.date, item.byline, item.source) == (date(2021, 8, 31), "A. Person", "Port News")
    (shown,) = item.photos
    assert (shown.path, shown.caption, shown.credit) == (photo, "Many ships came.", "Port News")
    assert shown.taken == "2021-08-31T09:30:00"
    assert item.details == (
        ("keyword", "ships"),
        ("keyword", "harbor"),
        ("place", "Xi'an, China"),
        ("copyright", "(C) A. Person"),
        ("usage", "No sale"),
        ("camera", "X100"),
    )


def test_the_title_is_the_best_there_is(tmp_path: Path) -> None:
    caption, title = (120, "西安交通大学的会场。".encode()), (5, b"Slug")
    for number, (given, expected) in enumerate(
        (((title, caption), "西安交通大学的会场。"), ((title,), "Slug"), ((), "IMG_3"))
    ):
        photo = jpeg(tmp_path / f"IMG_{number + 1}.jpg", resources(datasets(*given)))
        assert read_one(PhotoFile(), photo).title == expected
    assert read_one(PhotoFile(), tmp_path / "IMG_1.jpg").language == "zh"


def test_the_real_photos_all_come_in_and_the_report_adds_up(
    shared_data: Path, tmp_path: Path
) -> None:
    folder = shared_data / "photos"
    table = json.loads((folder / "expected.json").read_text("utf-8"))
    report, items = imported(tmp_path / "a.beilin", folder)
    assert (report.imported, report.photos, report.failed) == (len(table), len(table), [])
    assert report.found == len(table) + 1 == report.imported + len(report.skipped)
    assert all(item.photos[0].file for item in items)
    (harvest,) = (item for item in items if item.title == "Harvest")
    assert (harvest.date, harvest.byline) == (date(2002, 7, 28), "Ian Britton")
    again, same = imported(tmp_path / "a.beilin", folder)
    assert (again.unchanged, len(same)) == (len(table), len(table))


def test_pictures_of_the_real_posts_come_in_with_them_alone(
    shared_data: Path, tmp_path: Path
) -> None:
    report, items = imported(tmp_path / "a.beilin", shared_data / "bilingual")
    assert len(items) == report.imported == 38
    assert {each for each in reasons(report).values() if "comes in with" not in each} == {
        "it describes the files beside it and is no item itself"
    }


def test_pictures_that_a_page_shows_or_names_are_no_items(tmp_path: Path) -> None:
    source = tmp_path / "in"
    for folder in ("page_files", "images", "css", "trip"):
        (source / folder).mkdir(parents=True)
    pictures = ("page_files/own.jpg", "images/shown.jpg", "images/my logo.jpg", "css/bg.jpg")
    for name in (*pictures, "trip/IMG_1.jpg", "loose.jpg", "listed.jpg"):
        jpeg(source / name, size=(100 + len(name), 80))
    (source / "page.html").write_text(
        f"<h1>The title of the page</h1>{TEXT}<figure><img src='images/shown.jpg'>"
        "<figcaption>Words</figcaption></figure><img src='./images/my%20logo.jpg'><p>End.",
        "utf-8",
    )
    (source / "css" / "site.css").write_text("body { background: url(bg.jpg) }", "utf-8")
    (source / "captions.txt").write_text("List\n\nlisted.jpg: a list shows nothing.\n", "utf-8")
    report, items = imported(tmp_path / "a.beilin", source)
    titles = {item.title for item in items}
    assert {"IMG_1", "loose", "listed"} <= titles
    assert not titles & {"own", "shown", "my logo", "bg"}
    assert {Path(name).name for name in pictures} <= reasons(report).keys()
    assert "page.html" in reasons(report)["shown.jpg"]
    assert report.found == report.imported + len(report.skipped)


def test_a_picture_of_the_same_name_elsewhere_is_a_photograph(tmp_path: Path) -> None:
    source = tmp_path / "in"
    (source / "blog").mkdir(parents=True)
    (source / "trip").mkdir()
    jpeg(source / "blog" / "IMG_1.jpg")
    jpeg(source / "trip" / "IMG_1.jpg", size=(130, 90))
    (source / "blog" / "post.md").write_text("# Post\n\nWords.\n\n![A ship](IMG_1.jpg)\n", "utf-8")
    _report, items = imported(tmp_path / "a.beilin", source)
    assert sorted(item.title for item in items) == ["IMG_1", "Post"]


def test_icons_are_skipped_and_small_photos_with_words_are_not(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "dot.png").write_bytes(PNG)
    jpeg(source / "icon.jpg", size=(32, 32))
    jpeg(source / "small.jpg", resources(datasets((120, b"Said"))), size=(32, 32))
    report, items = imported(tmp_path / "a.beilin", source)
    assert [item.title for item in items] == ["Said"]
    assert "32 × 32" in reasons(report)["icon.jpg"]


def test_a_photo_given_directly_is_an_item(tmp_path: Path) -> None:
    photo = jpeg(
        tmp_path / "IMG_1.jpg", xmp=packet("<photoshop:Headline>Said</photoshop:Headline>")
    )
    (tmp_path / "page.html").write_text(f"<h1>Title</h1>{TEXT}<img src=IMG_1.jpg>", "utf-8")
    report, items = imported(tmp_path / "a.beilin", photo)
    assert ([item.title for item in items], report.photos) == (["Said"], 1)


def test_what_only_claims_to_be_a_photo_fails_by_name_and_the_rest_comes_in(
    tmp_path: Path,
) -> None:
    source = tmp_path / "in"
    source.mkdir()
    good = jpeg(source / "z.jpg").read_bytes()
    (source / "cut.jpg").write_bytes(good[:100])
    (source / "noise.jpg").write_bytes(bytes(range(256)) * 40)
    (source / "error.jpg").write_text("<!doctype html><html><body>404</body></html>", "utf-8")
    report, items = imported(tmp_path / "a.beilin", source)
    assert [item.title for item in items if item.photos] == ["z"]
    assert {Path(each.source).name for each in report.failed} == {"cut.jpg", "noise.jpg"}


def test_a_picture_whose_page_was_read_before_still_belongs_to_it(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "post.md").write_text("# Post\n\nWords.\n\n![A ship](ship.jpg)\n", "utf-8")
    jpeg(source / "ship.jpg")
    with open_for_import(tmp_path / "a.beilin") as opened:
        report = Importer(opened).run([source], wanted=lambda file: file.suffix == ".jpg")
    assert (report.found, len(report.skipped)) == (1, 1)
    assert "post.md" in str(report.skipped[0].reason)
