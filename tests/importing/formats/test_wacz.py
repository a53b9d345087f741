"""WACZ packages: valid, invalid and signed ones."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest

from desktop_app.errors import Cancelled, ImportFailure
from desktop_app.importing.detect import containers, detect, formats
from desktop_app.importing.formats.wacz import Wacz
from desktop_app.importing.raw import Failed, RawItem, Skipped
from tests.importing.reading import PNG, read
from tests.importing.web_archives.making import (
    SENTENCES,
    failures_of,
    found_in,
    gzipped,
    http,
    items_of,
    page,
    pages_jsonl,
    wacz,
    warc,
)

EXAMPLES = {
    "valid_example_1.wacz": ("http://www.example.com/", "2020-10-07T21:22:36Z", 845),
    "valid_example_2.wacz": ("http://www.example.com/", "2020-10-07T21:22:36Z", 845),
    "valid_signed_example_1.wacz": ("https://example.com/", "2022-01-18T19:00:09Z", 0),
    "invalid_signed_example_1.wacz": ("https://example.com/", "2022-01-18T04:54:32Z", 0),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_page_of_a_package_is_read(shared_data: Path, name: str) -> None:
    pieces = read(Wacz(), shared_data / "wacz" / name)
    item, others = (piece for piece in pieces if not isinstance(piece, Failed))
    faults = [piece for piece in pieces if isinstance(piece, Failed)]
    assert [each.where for each in faults] == (
        ["datapackage-digest.json"] if name.startswith("invalid") else []
    )
    assert isinstance(item, RawItem)
    assert (item.title, (item.address, item.captured, item.offset)) == (
        "Example Domain",
        EXAMPLES[name],
    )
    assert isinstance(others, Skipped)
    assert others.reason.values == {"count": 3}


def test_a_package_without_a_warc_says_what_is_wrong_with_it(shared_data: Path) -> None:
    path = shared_data / "wacz" / "invalid_example_1.wacz"
    pieces = Wacz().read(path, lambda _done: None)
    fault = next(pieces)
    assert isinstance(fault, Failed)
    assert fault.where == "data/indexes/index.cdx.gz"
    assert "does not hold it" in str(fault.reason)
    with pytest.raises(ImportFailure, match="no WARC"):
        next(pieces)


@pytest.mark.parametrize("name", [*EXAMPLES, "invalid_example_1.wacz"])
def test_packages_are_known_by_what_they_hold(shared_data: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / "unnamed"
    path.write_bytes((shared_data / "wacz" / name).read_bytes())
    assert isinstance(detect(path, formats(), containers()), Wacz)


SITE = "http://news.example.org"
FIGURE = '<figure><img src="/a.png"><figcaption>The presidents shake hands.</figcaption></figure>'
ARTICLE = warc(f"{SITE}/a", http(page("One", FIGURE)))
SECOND = warc(f"{SITE}/b", http(page("Two")))
PICTURE = warc(f"{SITE}/a.png", http(PNG, "image/png"))
WARCS = {
    "archive/1.warc.gz": gzipped([ARTICLE]),
    "archive/2.warc.gz": gzipped([PICTURE, SECOND]),
    "indexes/index.cdx": b"",
}


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_pictures_come_from_all_files_of_the_package(tmp_path: Path, compression: int) -> None:
    found = found_in(wacz(tmp_path / "a.wacz", WARCS, compression=compression))
    one, two = items_of(found)
    assert [photo.content for photo in one.photos] == [PNG]
    assert (two.title, two.offset) == ("Two", len(gzipped([PICTURE])))
    assert failures_of(found) == []


def test_pages_are_found_with_and_without_a_list(tmp_path: Path) -> None:
    lists = {
        "pages/pages.jsonl": pages_jsonl({"url": f"{SITE}/b", "title": "Two"}),
        "pages/extraPages.jsonl": pages_jsonl({"url": f"{SITE}/c", "title": "Three"}),
    }
    found = found_in(wacz(tmp_path / "a.wacz", {**WARCS, **lists}))
    assert [item.title for item in items_of(found)] == ["One", "Two"]
    assert failures_of(found) == [(f"{SITE}/c", "the archive lists this page but does not hold it")]


def test_a_page_that_scripts_write_has_its_listed_title_and_text(tmp_path: Path) -> None:
    empty = b"<html><head><script>run()</script></head><body><div id=app></div></body></html>"
    listed = {"url": f"{SITE}/app", "title": "Listed title", "text": "\n".join(SENTENCES)}
    files = {
        "archive/1.warc.gz": gzipped([warc(f"{SITE}/app", http(empty))]),
        "pages/pages.jsonl": pages_jsonl(listed),
    }
    (item,) = items_of(found_in(wacz(tmp_path / "a.wacz", files)))
    assert (item.title, item.paragraphs) == ("Listed title", SENTENCES)
    assert item.address == f"{SITE}/app"


def test_a_page_passed_over_for_what_it_says_stays_so_in_a_list(tmp_path: Path) -> None:
    sorry = "We are sorry, but the page that you have asked for is not here any more. " * 4
    error = f"<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1><p>{sorry}"
    listed = {"url": f"{SITE}/gone", "title": "404 Not Found", "text": "\n".join(SENTENCES)}
    files = {
        "archive/1.warc.gz": gzipped([warc(f"{SITE}/gone", http(error.encode()))]),
        "pages/pages.jsonl": pages_jsonl(listed),
    }
    (skipped,) = found_in(wacz(tmp_path / "a.wacz", files))
    assert isinstance(skipped, Skipped)
    assert (skipped.where, str(skipped.reason)) == (
        f"archive/1.warc.gz @0 {SITE}/gone",
        "it is an error page",
    )


def test_lines_of_a_list_that_cannot_be_read_are_counted(tmp_path: Path) -> None:
    broken = pages_jsonl({"url": f"{SITE}/a"}) + b'\n{"url": \n[1]\n' + b"[" * 100_000 + b"\n\n"
    files = {**WARCS, "pages/pages.jsonl": broken}
    found = found_in(wacz(tmp_path / "a.wacz", files))
    assert len(items_of(found)) == 2
    assert failures_of(found) == [
        ("pages/pages.jsonl", "lines of the page list that cannot be read: 3")
    ]


def test_what_is_not_as_described_is_named_and_read(tmp_path: Path) -> None:
    described = {**WARCS, "archive/1.warc.gz": b"other", "archive/3.warc.gz": b"gone"}
    found = found_in(wacz(tmp_path / "a.wacz", WARCS, described))
    assert [item.title for item in items_of(found)] == ["One", "Two"]
    assert failures_of(found) == [
        ("archive/1.warc.gz", "it is not as its checksum says: changed or damaged"),
        (
            "archive/3.warc.gz",
            "the description names this file, but the package does not hold it",
        ),
    ]


def test_checksums_can_be_stopped(tmp_path: Path) -> None:
    def stop(_done: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        next(Wacz().read(wacz(tmp_path / "a.wacz", WARCS), stop))


def test_a_changed_description_is_named(tmp_path: Path) -> None:
    digest = b'{"path": "datapackage.json", "hash": "sha256:00"}'
    files = {**WARCS, "datapackage-digest.json": digest}
    found = found_in(wacz(tmp_path / "a.wacz", files))
    assert len(items_of(found)) == 2
    assert [where for where, _ in failures_of(found)] == ["datapackage.json"]


@pytest.mark.parametrize(
    "description", [b"", b"{", b"[]", b"[" * 100_000, b'{"resources": [1, {"path": 2}]}']
)
def test_any_description_leaves_the_pages(tmp_path: Path, description: bytes) -> None:
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in {**WARCS, "datapackage.json": description}.items():
            archive.writestr(name, data)
    found = found_in(path)
    assert len(items_of(found)) == 2
    assert [where for where, _ in failures_of(found)] in ([], ["datapackage.json"])


def test_a_package_without_a_description_or_in_a_folder_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in WARCS.items():
            archive.writestr(f"crawl/{name}", data)
    found = found_in(path)
    assert len(items_of(found)) == 2
    assert failures_of(found) == [
        ("datapackage.json", "the package has no description of its files")
    ]


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_package_that_is_cut_off_gives_what_is_there(tmp_path: Path, compression: int) -> None:
    path = wacz(tmp_path / "a.wacz", WARCS, compression=compression)
    content = path.read_bytes()
    cut = content[: content.index(b"indexes/") + 4]
    found = found_in(path, cut)
    assert [item.title for item in items_of(found)] == ["One", "Two"]
    assert ("", "the directory of the ZIP is lost or cut off; what stands before it is read") in (
        failures_of(found)
    )


def test_a_broken_file_in_a_package_costs_itself(tmp_path: Path) -> None:
    files = {**WARCS, "archive/0.warc.gz": b"no such thing" * 100}
    found = found_in(wacz(tmp_path / "a.wacz", files))
    assert [item.title for item in items_of(found)] == ["One", "Two"]
    assert failures_of(found) == [("archive/0.warc.gz @0", "what stands here is part of no record")]


def test_a_deflated_file_that_is_damaged_costs_itself(tmp_path: Path) -> None:
    path = wacz(tmp_path / "a.wacz", WARCS, compression=zipfile.ZIP_DEFLATED)
    content = bytearray(path.read_bytes())
    at = content.index(b"archive/1.warc.gz") + len("archive/1.warc.gz") + 20
    content[at : at + 40] = b"\xff" * 40
    found = found_in(path, bytes(content))
    assert [item.title for item in items_of(found)] == ["Two"]
    assert {where.partition(" ")[0] for where, _ in failures_of(found)} == {"archive/1.warc.gz"}


def test_members_that_lie_in_each_other_are_read_once(tmp_path: Path) -> None:
    path = wacz(tmp_path / "a.wacz", WARCS)
    content = path.read_bytes()
    at = content.index(b"PK\1\2")
    entry = content[at : content.index(b"PK\1\2", at + 4)]
    end = content.rindex(b"PK\5\6")
    again = entry.replace(b"archive/1", b"archive/9") * 20
    sizes = struct.unpack_from("<2H2L", content, end + 8)
    changed = (sizes[0] + 20, sizes[1] + 20, sizes[2] + len(again), sizes[3])
    tail = content[end : end + 8] + struct.pack("<2H2L", *changed) + content[end + 20 :]
    found = found_in(path, content[:end] + again + tail)
    assert [item.title for item in items_of(found)] == ["One", "Two"]
    assert (
        failures_of(found) == [("archive/9.warc.gz", "it lies within another file of the ZIP")] * 20
    )


def test_a_zip_of_other_things_is_no_package(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("datapackage.json", b"{}")
        archive.writestr("pages.html", page("One"))
    assert not Wacz().recognises(path, path.read_bytes())
