"""Records in all their wrappings, and broken ones: each named, and only themselves lost."""

from __future__ import annotations

import base64
import gzip
import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator

from desktop_app.importing.raw import Failed
from desktop_app.importing.web_archives.records import Entry, Records
from desktop_app.importing.web_archives.region import Region
from desktop_app.importing.web_archives.shelf import Shelf
from tests.importing.web_archives.making import (
    COMPACT,
    arc,
    arc_begin,
    failures_of,
    found_in,
    gzipped,
    http,
    items_of,
    page,
    warc,
    whole_gzip,
    zstd,
)

TITLES = [f"Agreement number {n} signed" for n in range(5)]
ADDRESSES = [f"http://news.example.org/{n}.html" for n in range(5)]
RECORDS = [warc(a, http(page(t))) for a, t in zip(ADDRESSES, TITLES, strict=True)]
STARTS = [sum(map(len, RECORDS[:n])) for n in range(5)]
STRAY = "what stands here is part of no record"
WRAPPINGS: dict[str, Callable[[Sequence[bytes]], bytes]] = {
    "plain": b"".join,
    "gzip": gzipped,
    "gzip as a whole": whole_gzip,
    "gzip in blocks": lambda records: gzipped(
        b"".join(records)[at : at + 700] for at in range(0, sum(map(len, records)), 700)
    ),
    "gzip, zeros between": lambda records: (bytes(600)).join(map(gzip.compress, records)),
    "zstd": zstd,
    "zstd with a dictionary": lambda records: zstd(records, trained=True),
    "zstd as a whole": lambda records: zstd([b"".join(records)]),
    "plain, zeros after it": lambda records: b"".join(records) + bytes(5000),
}


def titles(path: Path, content: bytes) -> list[str]:
    return [item.title for item in items_of(found_in(path, content))]


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_records_are_read_in_every_wrapping(tmp_path: Path, wrapping: str) -> None:
    found = found_in(tmp_path / "a", WRAPPINGS[wrapping](RECORDS))
    assert [item.title for item in items_of(found)] == TITLES
    assert failures_of(found) == []


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_a_file_that_is_compressed_as_a_whole_is_named_so(tmp_path: Path, wrapping: str) -> None:
    found = found_in(tmp_path / "a", WRAPPINGS[wrapping](RECORDS))
    named = [each for each in found if isinstance(each, Failed) and str(each.reason) == COMPACT]
    assert len(named) == (wrapping in ("gzip as a whole", "gzip in blocks", "zstd as a whole"))


@pytest.mark.parametrize("wrapping", ["plain", "gzip", "gzip as a whole"])
def test_arc_records_are_read(tmp_path: Path, wrapping: str) -> None:
    records = [
        arc_begin(),
        arc("http://news.example.org/a b.html", http(page("One"))),
        arc("http://news.example.org/2", http(page("Two")), second=True),
        arc("http://news.example.org/3", page("Three")),
    ]
    found = found_in(tmp_path / "a", WRAPPINGS[wrapping](records))
    items = items_of(found)
    assert [item.title for item in items] == ["One", "Two", "Three"]
    assert items[0].address == "http://news.example.org/a b.html"
    assert {item.captured for item in items} == {"2021-08-31T02:00:00Z"}
    assert failures_of(found) == []


def test_offsets_lead_to_the_records(tmp_path: Path) -> None:
    items = items_of(found_in(tmp_path / "a", b"".join(RECORDS)))
    assert [item.offset for item in items] == STARTS
    content = gzipped(RECORDS)
    for item in items_of(found_in(tmp_path / "b", content)):
        assert item.offset is not None
        assert gzip.decompress(content[item.offset :]).startswith(RECORDS[TITLES.index(item.title)])


GOOD = [
    *("warc/example.warc", "warc/example.warc.gz", "warc/example-resource.warc.gz"),
    *("warc/example-iana.org-chunked.warc", "warc/post-test.warc.gz", "warc/example-digest.warc"),
    *("wacz/example-iana.warc", "wacz/example-collection-with-lists.warc"),
]


@pytest.mark.parametrize("name", GOOD)
def test_records_are_those_that_fastwarc_reads(shared_data: Path, name: str) -> None:
    path = shared_data / name
    with path.open("rb") as stream:
        theirs = [
            (each.stream_pos, each.record_id, each.content_length, each.reader.read(100))
            for each in ArchiveIterator(stream, parse_http=False)
        ]
    shelf = Shelf((Region.of(path),))
    entries = [each for each in Records(shelf.opened(0)) if isinstance(each, Entry)]
    ours = [(e.record.place.offset, e.record.id, e.record.length, e.head[:100]) for e in entries]
    assert ours == [(at, id_.strip("<>"), length, head) for at, id_, length, head in theirs]


@pytest.mark.parametrize("change", [-60, -3, 40, 900, 10**15])
def test_a_wrong_length_costs_no_other_record(tmp_path: Path, change: int) -> None:
    block = http(page("Of wrong length"))
    wrong = warc("http://news.example.org/wrong", block, length=len(block) + change)
    found = found_in(tmp_path / "a", b"".join([*RECORDS[:2], wrong, *RECORDS[2:]]))
    assert [item.title for item in items_of(found)] == [*TITLES[:2], "Of wrong length", *TITLES[2:]]
    ((where, reason),) = failures_of(found)
    if change < 0:
        assert reason == STRAY
    else:
        assert (where, reason) == (
            f"@{STARTS[2]} http://news.example.org/wrong",
            "its length is wrong",
        )


def test_a_length_past_the_end_of_its_member_costs_no_other_record(tmp_path: Path) -> None:
    block = http(page("Of wrong length"))
    wrong = warc("http://news.example.org/wrong", block, length=10**15)
    found = found_in(tmp_path / "a", gzipped([*RECORDS[:2], wrong, *RECORDS[2:]]))
    assert [item.title for item in items_of(found)] == [*TITLES[:2], "Of wrong length", *TITLES[2:]]
    assert [reason for _, reason in failures_of(found)] == ["its length is wrong"]


@pytest.mark.parametrize("header", ["Content-Length: many", "Content-Length: -5", "X-Length: 7"])
def test_a_head_without_a_length_is_named(tmp_path: Path, header: str) -> None:
    block = http(page("Of no length"))
    right = f"Content-Length: {len(block)}"
    wrong = warc("http://news.example.org/wrong", block).replace(right.encode(), header.encode())
    found = found_in(tmp_path / "a", b"".join([*RECORDS[:2], wrong, wrong, *RECORDS[2:]]))
    assert [item.title for item in items_of(found)] == TITLES
    assert failures_of(found) == [
        (
            f"@{STARTS[2] + n * len(wrong)} http://news.example.org/wrong",
            "its header cannot be read",
        )
        for n in (0, 1)
    ]


def test_bytes_that_are_no_record_are_named(tmp_path: Path) -> None:
    found = found_in(tmp_path / "a", b"".join([*RECORDS[:2], b"\x07garbage\n" * 50, *RECORDS[2:]]))
    assert [item.title for item in items_of(found)] == TITLES
    assert failures_of(found) == [(f"@{STARTS[2]}", STRAY)]


def test_a_damaged_member_costs_itself(tmp_path: Path) -> None:
    members = [gzip.compress(record, mtime=0) for record in RECORDS]
    broken = bytearray(members[2])
    broken[100:110] = b"\xff" * 10
    start = len(members[0] + members[1])
    found = found_in(tmp_path / "a", b"".join([*members[:2], bytes(broken), *members[3:]]))
    assert [item.title for item in items_of(found)] == TITLES[:2] + TITLES[3:]
    assert failures_of(found) == [(f"@{start}", "its compressed content is damaged")]


def test_a_wrong_checksum_costs_its_member(tmp_path: Path) -> None:
    members = [gzip.compress(record, mtime=0) for record in RECORDS]
    members[1] = members[1][:-8] + b"\1\2\3\4" + members[1][-4:]
    found = found_in(tmp_path / "a", b"".join(members))
    assert [item.title for item in items_of(found)] == [TITLES[0], *TITLES[2:]]
    assert failures_of(found) == [(f"@{len(members[0])}", "its compressed content is damaged")]


@pytest.mark.parametrize("wrapping", ["gzip", "gzip as a whole", "zstd"])
def test_a_file_that_is_cut_off_gives_what_stands_before(tmp_path: Path, wrapping: str) -> None:
    content = WRAPPINGS[wrapping](RECORDS)
    found = found_in(tmp_path / "a", content[: len(content) * 4 // 5 + 100])
    assert [item.title for item in items_of(found)][:3] == TITLES[:3]
    ((where, reason),) = failures_of(found)
    assert "cut off" in reason
    assert where.startswith("@")


@pytest.mark.parametrize("left", [1, 10, 100, 300])
def test_a_plain_file_that_is_cut_off_names_the_record(tmp_path: Path, left: int) -> None:
    content = b"".join(RECORDS)[: STARTS[4] + left]
    found = found_in(tmp_path / "a", content)
    assert [item.title for item in items_of(found)] == TITLES[:4]
    ((where, _),) = failures_of(found)
    assert where.startswith(f"@{STARTS[4]}")


def test_half_a_page_is_no_page(tmp_path: Path) -> None:
    found = found_in(tmp_path / "a", b"".join(RECORDS)[:-200])
    assert [item.title for item in items_of(found)] == TITLES[:4]
    assert failures_of(found) == [(f"@{STARTS[4]} {ADDRESSES[4]}", "it is cut off")]


def test_a_file_that_only_begins_like_one_is_a_named_failure(tmp_path: Path) -> None:
    found = found_in(tmp_path / "a.warc", b"WARC/1.0\r\n" + bytes(range(256)) * 100)
    assert items_of(found) == []
    assert [reason for _, reason in failures_of(found)] == [
        STRAY,
        "not one record of it can be read",
    ]


def test_a_file_whose_first_record_is_broken_is_known_by_its_name(tmp_path: Path) -> None:
    content = b"XXXX" + b"".join(RECORDS)[4:]
    found = found_in(tmp_path / "a.warc", content)
    assert [item.title for item in items_of(found)] == TITLES[1:]
    members = gzipped(RECORDS)
    found = found_in(tmp_path / "a.warc.gz.bad", b"\x1f\x8b\x08\0" + bytes(16) + members)
    assert [item.title for item in items_of(found)] == TITLES


@pytest.mark.parametrize("encode", [base64.b32encode, base64.b16encode, base64.b64encode])
@pytest.mark.parametrize("name", ["sha1", "SHA-256", "md5", "whirlpool"])
def test_a_block_that_was_changed_is_named_and_read(
    tmp_path: Path, encode: Callable[[bytes], bytes], name: str
) -> None:
    block = http(page("One"))
    known = name if name != "whirlpool" else "md5"
    digest = encode(hashlib.new(known.replace("-", ""), block).digest()).decode()
    record = warc(
        "http://news.example.org/1", block, fields={"WARC-Block-Digest": f"{name}:{digest}"}
    )
    changed = record.replace(b"agreement", b"agreemend")
    for content, faults in ((record, 0), (changed, name != "whirlpool")):
        found = found_in(tmp_path / "a", content)
        assert len(items_of(found)) == 1
        assert [reason for _, reason in failures_of(found)] == [
            "it is not as its checksum says: changed or damaged"
        ] * faults


def test_line_ends_of_unix_and_old_versions_are_read(tmp_path: Path) -> None:
    block = http(page("One"))
    record = warc("http://news.example.org/1", block).replace(b"\r\n", b"\n")
    record = record.replace(b"WARC/1.1", b"WARC/0.18").replace(
        b"Content-Length: %d" % len(block),
        b"content-length:%d" % len(block.replace(b"\r\n", b"\n")),
    )
    assert titles(tmp_path / "a", record + record.replace(b"One", b"Two")) == ["One", "Two"]


@pytest.mark.parametrize("filling", [b"\n", b"a\n", b"\0"])
def test_a_bomb_is_refused(tmp_path: Path, filling: bytes) -> None:
    bomb = gzip.compress(filling * ((3 << 26) // len(filling)), 1)
    found = found_in(tmp_path / "a.warc.gz", gzipped(RECORDS) + bomb)
    assert [item.title for item in items_of(found)] == TITLES
    assert [reason for _, reason in failures_of(found)][-1] == (
        "it unpacks to far more than any compressed file does"
    )


def test_a_page_may_speak_of_warc_files(tmp_path: Path) -> None:
    inner = warc("http://inner.example.org/", http(page("Inner"))).decode()
    record = warc("http://news.example.org/warc", http(page("On WARC", f"<pre>{inner}</pre>")))
    assert titles(tmp_path / "a", record + RECORDS[0]) == ["On WARC", TITLES[0]]
