"""WARC and ARC files: every one of the shared material, good and bad."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.importing.detect import containers, detect, formats
from desktop_app.importing.formats.web_archive import WebArchive
from desktop_app.importing.raw import Failed, RawItem, Skipped
from tests.importing.reading import read
from tests.importing.web_archives.making import COMPACT

OTHERS = "records that are no pages (pictures, style sheets, requests, errors): "
AGAIN = "it was captured again, unchanged"
STRAY = "what stands here is part of no record"
CHANGED = "it is not as its checksum says: changed or damaged"
HEADER = "its header cannot be read"
IANA = "https://www.iana.org"


@dataclass(frozen=True)
class Expected:
    """What a file gives: (title, address, captured, offset) of items, and reasons by place."""

    items: tuple[tuple[str, str, str, int], ...]
    others: int
    skipped: tuple[tuple[str, str], ...] = ()
    failed: tuple[tuple[str, str], ...] = ()


def example(
    captured: str, offset: int, address: str = "http://example.com/"
) -> tuple[str, str, str, int]:
    return "Example Domain", address, captured, offset


SPACES = (
    "http://example.com/index.cfm?FuseAction=Email"
    "&EmailTitle=Examples From The Live Web&IsPopUp=False"
)
FILES = {
    "warc/bad.arc": Expected(
        (),
        1,
        failed=(
            ("@0 filedesc://bad.arc.gz", HEADER),
            ("@134 http://example.com/", HEADER),
            ("@262 http://example.com/", HEADER),
        ),
    ),
    "warc/example-bad-non-chunked.warc.gz": Expected(
        (example("2017-03-06T04:02:06Z", 1197),),
        4,
        (("@3370 http://example.com/", AGAIN),),
        (("", COMPACT), ("@3370 http://example.com/", CHANGED)),
    ),
    "warc/example-bad.warc.gz.bad": Expected(
        (example("2014-01-03T03:03:21Z", 460, "http://example.com?example=1"),),
        4,
        (("@3161 http://example.com?example=1", AGAIN),),
        (("", COMPACT),),
    ),
    "warc/example-digest.warc": Expected((), 4),
    "warc/example-iana.org-chunked.warc": Expected(
        (
            (
                "Internet Assigned Numbers Authority",
                "http://www.iana.org/",
                "2017-03-06T16:54:09Z",
                405,
            ),
        ),
        2,
    ),
    "warc/example-resource.warc.gz": Expected((example("2017-04-29T01:30:30Z", 802),), 2),
    "warc/example-space-in-target-uri.warc.gz": Expected((), 2),
    "warc/example-space-in-url.arc": Expected(
        (example("2014-02-16T05:02:21Z", 151, SPACES),),
        1,
        failed=((f"@151 {SPACES}", "it is cut off"),),
    ),
    "warc/example-trunc.warc": Expected(
        (example("2017-03-06T04:02:06Z", 1197),),
        3,
        failed=(("@2560", STRAY), ("@1197 http://example.com/", CHANGED)),
    ),
    "warc/example-wget-bad-target-uri.warc.gz": Expected(
        (example("2018-02-09T15:12:11Z", 824),), 5
    ),
    "warc/example-wrong-chunks.warc.gz": Expected(
        (example("2018-11-02T18:55:11Z", 0),),
        1,
        failed=(("", COMPACT), ("@0 http://example.com/", CHANGED)),
    ),
    "warc/example.arc": Expected((example("2014-02-16T05:02:21Z", 151),), 1),
    "warc/example.arc.gz": Expected((example("2014-02-16T05:02:21Z", 171),), 1),
    "warc/example.warc": Expected(
        (example("2017-03-06T04:02:06Z", 1197),), 4, (("@3370 http://example.com/", AGAIN),)
    ),
    "warc/example.warc.gz": Expected(
        (example("2017-03-06T04:02:06Z", 784),), 4, (("@2621 http://example.com/", AGAIN),)
    ),
    "warc/post-test.warc.gz": Expected((), 6),
    "wacz/example-collection.warc": Expected(
        (example("2020-10-07T21:22:36Z", 845, "http://www.example.com/"),), 3
    ),
    "wacz/example-collection-with-lists.warc": Expected(
        (
            example("2020-11-19T23:24:43Z", 1272, "https://example.com/"),
            (
                "IANA-managed Reserved Domains",
                f"{IANA}/domains/reserved",
                "2020-11-19T23:24:47Z",
                4493,
            ),
            ("Domain Name Services", f"{IANA}/domains", "2020-11-19T23:24:50Z", 454640),
            ("Number Resources", f"{IANA}/numbers", "2020-11-19T23:24:52Z", 457852),
            ("Protocol Registries", f"{IANA}/protocols", "2020-11-19T23:24:54Z", 633849),
            ("About us", f"{IANA}/about", "2020-11-19T23:24:56Z", 705322),
        ),
        32,
    ),
    "wacz/example-iana.warc": Expected(
        (
            example("2021-05-20T22:15:23.954Z", 279, "https://example.com/"),
            ("About us", f"{IANA}/about", "2021-05-20T22:15:41.833Z", 698519),
            ("Domain Name Services", f"{IANA}/domains", "2021-05-20T22:15:37.206Z", 702668),
            (
                "IANA-managed Reserved Domains",
                f"{IANA}/domains/reserved",
                "2021-05-20T22:15:31.447Z",
                709341,
            ),
            ("Number Resources", f"{IANA}/numbers", "2021-05-20T22:15:39.028Z", 714078),
            ("Protocol Registries", f"{IANA}/protocols", "2021-05-20T22:15:40.213Z", 718927),
        ),
        112,
    ),
    "wacz/example-resource.warc.gz": Expected(
        (
            example("2021-05-20T23:11:22Z", 314, "https://example.com/index.html"),
            example("2021-05-20T23:13:56Z", 1160, "https://example.com/"),
        ),
        1,
    ),
    "wacz/example-warcinfo-metadata.warc": Expected(
        (example("2020-11-13T01:38:39.772Z", 326, "https://example.com/"),), 3
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_good_records_are_read_and_bad_ones_named(shared_data: Path, name: str) -> None:
    found = read(WebArchive(), shared_data / name)
    items = [each for each in found if isinstance(each, RawItem)]
    skipped = [(each.where, str(each.reason)) for each in found if isinstance(each, Skipped)]
    failed = [(each.where, str(each.reason)) for each in found if isinstance(each, Failed)]
    expected = FILES[name]
    assert [(i.title, i.address, i.captured, i.offset) for i in items] == list(expected.items)
    assert skipped == [*expected.skipped, ("", f"{OTHERS}{expected.others}")]
    assert failed == list(expected.failed)


def test_no_file_of_records_is_forgotten(shared_data: Path) -> None:
    files = [*(shared_data / "warc").iterdir(), *(shared_data / "wacz").glob("*.warc*")]
    assert {path.relative_to(shared_data).as_posix() for path in files} == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_files_are_known_by_what_they_hold(shared_data: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / "unnamed"
    path.write_bytes((shared_data / name).read_bytes())
    assert isinstance(detect(path, formats(), containers()), WebArchive)


def test_the_text_of_a_page_is_there(shared_data: Path) -> None:
    (item,) = [
        each
        for each in read(WebArchive(), shared_data / "warc" / "example.warc.gz")
        if isinstance(each, RawItem)
    ]
    assert item.paragraphs[0].startswith("This domain is established to be used for illustrative")
    assert item.part == "urn:uuid:a9c51e3e-0221-11e7-bf66-0242ac120005"
    assert item.identity == "http://example.com/\n2017-03-06T04:02:06Z"
