"""From records to pages: which are pages, revisits, repeated captures, pictures, identities."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from desktop_app.importing.formats.web_archive import WebArchive
from desktop_app.importing.raw import Skipped
from tests.importing.reading import PNG
from tests.importing.web_archives.making import (
    TIME,
    chunked,
    failures_of,
    found_in,
    gzipped,
    http,
    items_of,
    page,
    skips_of,
    warc,
    whole_gzip,
    zstd,
)

SITE = "http://news.example.org"
LATER = "2021-09-01T00:00:00Z"
UNRESOLVED = "it refers to a capture that is not in this archive"


def others(found: list[object]) -> int:
    return next(
        count
        for each in found
        if isinstance(each, Skipped) and not each.where
        if isinstance(count := each.reason.values["count"], int)
    )


NO_PAGES = {
    "not found": warc(f"{SITE}/404", http(page("Not found"), status="404 Not Found")),
    "moved": warc(f"{SITE}/moved", http(page("Moved"), status="301 Moved", Location="/")),
    "robots": warc(f"{SITE}/robots.txt", http(page("Robots"))),
    "icon": warc(f"{SITE}/favicon.ico", http(page("No such icon"))),
    "style": warc(f"{SITE}/a.css", http(b"body {}", "text/css")),
    "script": warc(f"{SITE}/a.js", http(b"<html>", "application/javascript")),
    "data": warc(f"{SITE}/a", http(b'{"html": "<p>no page</p>"}', "text/html")),
    "picture": warc(f"{SITE}/a.png", http(PNG, "image/png")),
    "picture said to be a page": warc(f"{SITE}/b.png", http(PNG, "text/html")),
    "nothing": warc(f"{SITE}/beacon", http(b"", "text/html")),
    "name": warc(
        "dns:news.example.org",
        b"20210831 A 1.2.3.4",
        "response",
        fields={"Content-Type": "text/dns"},
    ),
    "request": warc(f"{SITE}/a", b"GET / HTTP/1.1\r\n\r\n", "request"),
    "metadata": warc(f"{SITE}/a", b"<html>", "metadata"),
    "screenshot": warc(
        f"urn:thumbnail:{SITE}/a", PNG, "resource", fields={"Content-Type": "image/png"}
    ),
    "view": warc(f"urn:view:{SITE}/a", b"<html>view</html>", "resource"),
}
PAGES = {
    "plain": warc(f"{SITE}/a", http(page("One"))),
    "resource": warc(f"{SITE}/a", page("One"), "resource"),
    "file": warc("file:///saved/a.html", page("One"), "resource"),
    "xhtml": warc(f"{SITE}/a", http(page("One"), "application/xhtml+xml")),
    "no type": warc(f"{SITE}/a", http(page("One"), "")),
    "text": warc(f"{SITE}/a", http(page("One"), "text/plain")),
    "octets": warc(f"{SITE}/a", http(gzip.compress(page("One")), "application/octet-stream")),
    "on a picture": warc(f"{SITE}/wiki/File:A.jpg", http(page("One"))),
    "no status line": warc(
        f"{SITE}/a", page("One"), fields={"WARC-Identified-Payload-Type": "text/html"}
    ),
    "long head": warc(f"{SITE}/a", http(page("One"), X_Policy="a" * 30_000)),
}


@pytest.mark.parametrize("name", NO_PAGES)
def test_what_is_no_page_is_counted(tmp_path: Path, name: str) -> None:
    found = found_in(tmp_path / "a", NO_PAGES[name])
    assert (len(found), others(list(found))) == (1, 1)


@pytest.mark.parametrize("name", PAGES)
def test_what_is_a_page_is_an_item(tmp_path: Path, name: str) -> None:
    (item,) = items_of(found_in(tmp_path / "a", PAGES[name]))
    assert item.title == "One"


def pdf(text: str) -> bytes:
    """A document of one page with one line of text."""
    stream = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        "/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>\nstream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    document, places = "%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(document))
        document += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"trailer\n<</Root 1 0 R/Size 6>>\nstartxref\n{len(document)}\n%%EOF\n"
    return f"{document}xref\n0 6\n0000000000 65535 f \n{table}{end}".encode()


@pytest.mark.parametrize("wrap", [gzipped, whole_gzip])
def test_pdf_documents_are_items(tmp_path: Path, wrap: Callable[[Sequence[bytes]], bytes]) -> None:
    line = "The annual report of the university library was published on Tuesday."
    records = [
        warc(f"{SITE}/docs/a.pdf", http(pdf(line), "application/pdf")),
        warc(f"{SITE}/docs/a.pdf", http(pdf(line), "application/pdf", Date="x"), time=LATER),
        warc(f"{SITE}/docs/b.pdf", http(gzip.compress(pdf("Other")), content_encoding="gzip")),
        warc(f"{SITE}/docs/c.pdf", http(b"%PDF-1.4 broken", "application/pdf")),
    ]
    content = wrap(records)
    found = found_in(tmp_path / "a", content)
    first, other = items_of(found)
    assert line in (first.title, *first.paragraphs)
    assert (first.address, first.url, first.captured) == (*[f"{SITE}/docs/a.pdf"] * 2, TIME)
    assert first.identity == f"{SITE}/docs/a.pdf\n{TIME}"
    assert (other.title, other.address) == ("Other", f"{SITE}/docs/b.pdf")
    assert [where.split()[1] for where, _ in skips_of(found)] == [f"{SITE}/docs/a.pdf"]
    ((where, reason),) = failures_of(found)
    assert where.endswith(f" {SITE}/docs/c.pdf")
    assert reason.startswith("c.pdf is damaged or cut short")


@pytest.mark.parametrize(
    "reference",
    [
        {"WARC-Refers-To": "<urn:uuid:1>"},
        {"WARC-Refers-To-Target-URI": f"{SITE}/a", "WARC-Refers-To-Date": TIME},
        {"WARC-Payload-Digest": "sha1:AAAA"},
        {"WARC-Refers-To": "<urn:uuid:9>", "WARC-Payload-Digest": "sha1:aaaa"},
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_revisit_has_the_payload_it_refers_to(
    tmp_path: Path, reference: dict[str, str], first: bool
) -> None:
    fields = {"WARC-Record-ID": "<urn:uuid:1>", "WARC-Payload-Digest": "sha1:AAAA"}
    body = chunked(gzip.compress(page("One")))
    block = http(body, content_encoding="gzip", transfer_encoding="chunked")
    original = warc(f"{SITE}/a", block, fields=fields)
    revisit = warc(f"{SITE}/b", http(b""), "revisit", LATER, fields=reference)
    records = [original, revisit] if first else [revisit, original]
    items = items_of(found_in(tmp_path / "a", gzipped(records)))
    assert [(item.title, item.address, item.captured) for item in items] == [
        ("One", f"{SITE}/a", TIME),
        ("One", f"{SITE}/b", LATER),
    ][:: 1 if first else -1]


def test_a_revisit_of_what_is_elsewhere_is_named(tmp_path: Path) -> None:
    fields = {"WARC-Refers-To": "<urn:uuid:1>"}
    records = [
        warc(f"{SITE}/b", http(b""), "revisit", fields=fields),
        warc(f"{SITE}/c", http(b"", "image/png"), "revisit", fields=fields),
        warc(f"{SITE}/d", b"HTTP/1.1 304 Not Modified\r\n\r\n", "revisit", fields=fields),
    ]
    found = found_in(tmp_path / "a", b"".join(records))
    assert skips_of(found) == [(f"@0 {SITE}/b", UNRESOLVED)]
    assert others(list(found)) == 2


def test_the_same_page_captured_again_is_one_item_unless_it_changed(tmp_path: Path) -> None:
    captures = [
        warc(f"{SITE}/a", http(page(title)), time=f"2021-09-0{day}T00:00:00Z")
        for day, title in enumerate(["One", "One", "Two", "One", "Two"], 1)
    ]
    found = found_in(tmp_path / "a", b"".join(captures))
    assert [(item.title, item.captured[:10]) for item in items_of(found)] == [
        ("One", "2021-09-01"),
        ("Two", "2021-09-03"),
    ]
    assert [reason for _, reason in skips_of(found)] == ["it was captured again, unchanged"] * 3


def test_identities_are_of_address_and_time_wherever_the_record_lies(tmp_path: Path) -> None:
    record = warc(f"{SITE}/a", http(page("One")))
    changed = warc(f"{SITE}/a", http(page("Two")))
    alone = items_of(found_in(tmp_path / "a", record))
    after = items_of(found_in(tmp_path / "b", gzipped([warc(SITE, http(page("Zero"))), record])))
    assert after[1].identity == alone[0].identity == f"{SITE}/a\n{TIME}"
    both = items_of(found_in(tmp_path / "c", record + changed))
    assert len({item.identity for item in both}) == 2


FIGURE = '<figure><img src="{}"><figcaption>The presidents shake hands.</figcaption></figure>'


@pytest.mark.parametrize(
    ("reference", "kept_as"),
    [
        (f"{SITE}/img/a.png", f"{SITE}/img/a.png"),
        ("/img/a.png", f"{SITE}/img/a.png"),
        ("../img/a.png", f"{SITE}/img/a.png"),
        ("//cdn.example.org/a.png", "https://cdn.example.org/a.png"),
        ("/img/a.png?w=300", f"{SITE}/img/a.png"),
        ("/img/a.png", f"{SITE}/img/a.png?w=300"),
        ("/img/a.png?w=300", f"{SITE}/img/a.png?w=900"),
        ("/img/a b.png", f"{SITE}/img/a%20b.png"),
        ("/img/照片.png", f"{SITE}/img/%E7%85%A7%E7%89%87.png"),
        ("/img/a.png#top", "https://news.example.org:443/img/a.png"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_pictures_come_from_the_same_archive(
    tmp_path: Path, reference: str, kept_as: str, first: bool
) -> None:
    article = warc(f"{SITE}/2021/a.html", http(page("One", FIGURE.format(reference))))
    picture = warc(kept_as, http(PNG, "image/png"))
    records = [picture, article] if first else [article, picture]
    (item,) = items_of(found_in(tmp_path / "a", gzipped(records)))
    assert [(photo.content, photo.caption, photo.after) for photo in item.photos] == [
        (PNG, "The presidents shake hands.", 2)
    ]


def test_references_are_relative_to_the_base_of_the_page(tmp_path: Path) -> None:
    base = '<base target="_top" href="https://cdn.example.org/x/">'
    article = warc(f"{SITE}/a", http(page("One", FIGURE.format("a.png"), base)))
    picture = warc("https://cdn.example.org/x/a.png", http(PNG, "image/png"))
    (item,) = items_of(found_in(tmp_path / "a", article + picture))
    assert [photo.content for photo in item.photos] == [PNG]


def test_a_picture_may_be_a_revisit_or_compressed(tmp_path: Path) -> None:
    middle = FIGURE.format("/a.png") + "<p>Between the two pictures stands a line of text.</p>"
    article = warc(f"{SITE}/a", http(page("One", middle + FIGURE.format("/b.png"))))
    fields = {"WARC-Payload-Digest": "sha1:PPPP"}
    block = http(gzip.compress(PNG), "image/png", content_encoding="gzip")
    picture = warc("http://other.example.org/p.png", block, fields=fields)
    revisits = [
        warc(f"{SITE}/{n}.png", http(b"", "image/png"), "revisit", fields=fields) for n in "ab"
    ]
    (item,) = items_of(found_in(tmp_path / "a", b"".join([*revisits, article, picture])))
    assert [photo.content for photo in item.photos] == [PNG]


@pytest.mark.parametrize("wrap", [whole_gzip, lambda records: zstd([b"".join(records)])])
def test_pictures_are_found_in_a_file_compressed_as_a_whole(
    tmp_path: Path, wrap: Callable[[Sequence[bytes]], bytes]
) -> None:
    filler = warc(f"{SITE}/filler", http(bytes(range(256)) * 80_000, "video/mp4"))
    article = warc(f"{SITE}/a", http(page("One", FIGURE.format("/a.png"))))
    early = warc(f"{SITE}/a.png", http(PNG, "image/png"))
    content = wrap([early, filler, article, filler])
    (item,) = items_of(found_in(tmp_path / "a", content))
    assert [photo.content for photo in item.photos] == [PNG]


def test_a_picture_that_is_missing_leaves_its_caption(tmp_path: Path) -> None:
    article = warc(f"{SITE}/a", http(page("One", FIGURE.format("http://[bad/x.png"))))
    (item,) = items_of(found_in(tmp_path / "a", article))
    assert [(photo.content, photo.caption) for photo in item.photos] == [
        (b"", "The presidents shake hands.")
    ]


def test_a_page_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    record = warc(f"{SITE}/a", http(b"<html>" + bytes(range(1, 32)) * 100))
    found = found_in(tmp_path / "a", record)
    ((where, reason),) = failures_of(found)
    assert where == f"@0 {SITE}/a"
    assert reason.startswith(f"{SITE}/a is not text in any known encoding")


def test_titles_listed_in_a_warcinfo_are_those_of_pages_without(tmp_path: Path) -> None:
    pages = '{"pages": [{"url": "http://news.example.org/a", "title": "Listed title"}]}'
    info = f"software: x\r\njson-metadata: {pages}\r\n".encode()
    bare = page("One").replace(b"<title>One</title>", b"").replace(b"<h1>One</h1>", b"")
    content = warc("", info, "warcinfo") + warc(f"{SITE}/a", http(bare))
    assert [item.title for item in items_of(found_in(tmp_path / "a", content))] == ["Listed title"]


def test_progress_goes_up_to_the_size_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"".join(warc(f"{SITE}/{n}", http(page(f"Page {n}"))) for n in range(50)))
    told: list[int] = []
    list(WebArchive().read(path, told.append))
    assert told == sorted(told)
    assert told[-1] == path.stat().st_size
    assert len(set(told)) > 40
