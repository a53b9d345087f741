"""Real web archives, their bytes changed: never anything but pieces or an `ImportFailure`."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop_app.errors import ImportFailure
from desktop_app.importing.formats.wacz import Wacz
from desktop_app.importing.formats.web_archive import WebArchive
from desktop_app.importing.raw import Failed, Later, RawItem, Skipped
from tests.importing.web_archives.making import (
    arc,
    arc_begin,
    gzipped,
    http,
    page,
    warc,
    zstd,
)

_SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"
_NAMES = (
    "warc/example.warc",
    "warc/example.warc.gz",
    "warc/example.arc",
    "warc/example.arc.gz",
    "warc/example-iana.org-chunked.warc",
    "warc/example-wrong-chunks.warc.gz",
    "warc/example-resource.warc.gz",
    "wacz/valid_example_2.wacz",
    "wacz/valid_signed_example_1.wacz",
)
_OURS = {
    "zstd": zstd([warc(f"http://a.example/{n}", http(page(str(n)))) for n in range(3)], True),
    "arc": arc_begin() + arc("http://a.example/", http(page("One")), second=True),
    "gzip": gzipped([warc("http://a.example/", http(page("One"), content_encoding="gzip"))] * 2),
}


@dataclass(frozen=True)
class Change:
    """One change of bytes; places are parts of a million of the whole."""

    how: str
    at: int
    other: int
    data: bytes


CHANGES = st.lists(
    st.builds(
        Change,
        st.sampled_from(["flip", "cut", "put", "copy", "drop"]),
        st.integers(0, 1_000_000),
        st.integers(0, 1_000_000),
        st.one_of(
            st.binary(min_size=1, max_size=12),
            st.sampled_from(
                [
                    b"WARC/1.0\r\n",
                    b"Content-Length: 99999999999\r\n",
                    b"Content-Length: -1\r\n",
                    b"Transfer-Encoding: chunked\r\n",
                    b"Content-Encoding: br\r\n",
                    b"ffffffff\r\n",
                    b"\r\n\r\n",
                    b"\x1f\x8b\x08\0",
                    b"\x28\xb5\x2f\xfd",
                    b"\x5d\x2a\x4d\x18\xff\xff\xff\xff",
                    b"PK\x03\x04",
                    b"\0" * 40,
                ]
            ),
        ),
    ),
    min_size=1,
    max_size=4,
)

# What broke the reader once.
FOUND = [
    ("wacz/valid_example_2.wacz", [Change("drop", 0, 220, b"\0")]),  # members before the file
    ("zstd", [Change("flip", 184_150, 0, b"\0")]),  # a dictionary whose tables are wrong
]


def changed(content: bytes, changes: list[Change]) -> bytes:
    """`content` after all of `changes`."""
    for change in changes:
        at, other = (len(content) * part // 1_000_000 for part in (change.at, change.other))
        begin, end = sorted((at, other))
        if change.how == "flip" and content:
            data = bytes([content[min(at, len(content) - 1)] ^ (change.data[0] or 1)])
            content = content[:at] + data + content[at + 1 :]
        elif change.how == "cut":
            content = content[:at]
        elif change.how == "put":
            content = content[:at] + change.data + content[at:]
        elif change.how == "copy":
            content = content[:at] + content[begin : begin + 2000] + content[at:]
        else:
            content = content[:begin] + content[min(end, begin + 3000) :]
    return content


@lru_cache(maxsize=32)
def original(name: str) -> bytes:
    """The file called `name`; of a gzip file also what it holds, called with a + before."""
    if name in _OURS:
        return _OURS[name]
    content = (_SHARED / name.removeprefix("+")).read_bytes()
    return gzip.decompress(content) if name.startswith("+") else content


def check(path: Path, content: bytes) -> None:
    """Read `content` and its pages; every piece is one of those there are."""
    path.write_bytes(content)
    for kind in (WebArchive(), Wacz()):
        kind.recognises(path, content[:65536])
        try:
            pieces = list(kind.read(path, lambda _done: None))
        except ImportFailure:
            continue
        for piece in pieces:
            assert isinstance(piece, (RawItem, Skipped, Failed, Later))
            if isinstance(piece, Later):
                for each in piece.work():
                    assert isinstance(each, (RawItem, Skipped, Failed))
                piece.pictures.find("/a.png")


def names() -> list[str]:
    """The files to change, the shared ones where they are here."""
    return [*_OURS, *(name for name in _NAMES if (_SHARED / name).is_file())]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz") / "file"


@pytest.mark.parametrize(("name", "changes"), FOUND)
def test_what_was_found_stays_mended(
    shared_data: Path, file: Path, name: str, changes: list[Change]
) -> None:
    check(file, changed(original(name), changes))


@given(st.sampled_from(names()), CHANGES)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_changed_archives_are_read_or_refused(file: Path, name: str, changes: list[Change]) -> None:
    check(file, changed(original(name), changes))


@given(st.sampled_from(names()), CHANGES)
@settings(max_examples=3000, deadline=None, suppress_health_check=list(HealthCheck))
@pytest.mark.slow
def test_many_changed_archives_are_read_or_refused(
    file: Path, name: str, changes: list[Change]
) -> None:
    check(file, changed(original(name), changes))


@given(st.binary(max_size=3000))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@example(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 0\r\n\r\n")
@example(b"filedesc://a 0 20200101000000 text/plain 0\n")
def test_bytes_of_any_kind_are_read_or_refused(file: Path, content: bytes) -> None:
    check(file, content)
    check(file, b"WARC/1.0\r\n" + content)
    check(file, gzip.compress(b"WARC/1.0\r\n") + content)
