"""Real feeds and wire items, damaged in every way: each gives pieces or fails by name."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.errors import BeilinError
from desktop_app.importing.detect import detect, formats
from desktop_app.importing.page import tidy
from desktop_app.importing.raw import Container, Failed, RawItem, Skipped
from desktop_app.items import DETAILS
from tests.importing.formats import test_newsml1, test_nitf
from tests.importing.reading import read

_FOLDERS = ("feeds", "newsml-g2", "ninjs")
_TOKENS = (
    *(
        b"<",
        b">",
        b"&",
        b"&#0;",
        b"]]>",
        b"<![CDATA[",
        b"<!--",
        b"-->",
        b"</",
        b"\x00",
        b"\xff\xfe",
    ),
    *(b"<p>", b"</item>", b"<title>", b'"', b"'", b"{", b"}", b"[", b"]", b"null", b"1e999", b"-1"),
    *(b"&nbsp;", b"<!DOCTYPE a [", b'<!ENTITY x "y">', b"&x;", b"%", b"\xe4", b"\xed\xa0\x80"),
    *(b"http://[", b"data:image/png;base64,x", b"../../../etc/passwd", b"\\ud800", b"9" * 5000),
    *(b"2021-13-45", b"0000-00-00", b"99999999", b"Mon, 99 Foo 99999 99:99:99 +9999"),
)


@cache
def samples(shared_data: Path) -> tuple[bytes, ...]:
    found = [p for folder in _FOLDERS for p in sorted((shared_data / folder).iterdir())]
    own = (test_nitf.STORY, f"<NewsML>{test_newsml1.item(test_newsml1.STORY)}</NewsML>")
    return (*(p.read_bytes() for p in found), *(text.encode("utf-8") for text in own * 20))


@st.composite
def damage(draw: st.DrawFn) -> list[tuple[int, int, bytes]]:
    """Where (a share of the file), how much is taken out (bytes), and what is put in."""
    share = st.integers(0, 10_000)
    piece = st.one_of(st.sampled_from(_TOKENS), st.binary(max_size=4), st.just(b""))
    return draw(st.lists(st.tuples(share, st.integers(0, 300), piece), min_size=1, max_size=8))


def damaged(content: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    for share, length, piece in changes:
        at = len(content) * share // 10_000
        content = content[:at] + piece + content[at + length :]
    return content


def pieces_of(content: bytes) -> Iterator[RawItem | Skipped | Failed]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.xml"
        path.write_bytes(content)
        found = detect(path, formats())
        if isinstance(found, (Skipped, Container)):
            return
        try:
            yield from read(found, path)
        except BeilinError as failure:  # of whatever format the damage made it
            assert "file.xml" in str(failure)


def check(content: bytes) -> None:
    for piece in pieces_of(content):
        if not isinstance(piece, RawItem):
            assert str(piece.reason)
            continue
        text = "\n".join(piece.paragraphs)
        assert piece.title == tidy(piece.title)
        assert all(line and line == tidy(line) for line in piece.paragraphs)
        assert all(0 <= link.start < link.end <= len(text) for link in piece.links)
        assert all(0 <= photo.after <= len(piece.paragraphs) for photo in piece.photos)
        assert all(name in DETAILS and value == tidy(value) for name, value in piece.details)
        f"{piece.identity}{piece.byline}{piece.source}{piece.url}".encode()


def fuzz(shared_data: Path, examples: int) -> None:
    known = samples(shared_data)

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.integers(0, len(known) - 1), damage())
    def run(number: int, changes: list[tuple[int, int, bytes]]) -> None:
        check(damaged(known[number], changes))

    run()


def test_damaged_files_give_pieces_or_fail_by_name(shared_data: Path) -> None:
    fuzz(shared_data, 150)


@pytest.mark.slow
def test_damaged_files_give_pieces_or_fail_by_name_at_length(shared_data: Path) -> None:
    fuzz(shared_data, 20_000)
