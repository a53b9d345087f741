"""Containers with wrong bytes: pieces or an `ImportFailure`, nothing outside, in bounds."""

from __future__ import annotations

import io
import os
import shutil
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop_app.importing.containers.compressed import Compressed
from desktop_app.importing.containers.seven_zip import SevenZip
from desktop_app.importing.containers.tar import Tar
from desktop_app.importing.containers.zip import Zip
from desktop_app.importing.raw import Container
from desktop_app.importing.room import Bounds
from tests.importing.containers.packed import COMPRESS, files_below, tar_of, unpack_or_fail, zip_of
from tests.importing.containers.test_hostile import GOOD
from tests.importing.containers.test_seven_zip import seven_zip_of

MEMBERS = {"a.txt": GOOD, "新闻/b.txt": GOOD * 50, "c/d/e.html": b"<p>Words</p>" * 99}
BOUNDS = Bounds(member=300_000, members=50, unasked=1_000_000, ratio=1)
Change = tuple[int, int, bytes]
changes = st.lists(
    st.tuples(st.integers(0, 10**6), st.integers(0, 8), st.binary(max_size=8)),
    min_size=1,
    max_size=6,
)


def changed(content: bytes, edits: list[Change]) -> bytes:
    """At each place so many bytes give way to others; places wrap around."""
    for place, removed, added in edits:
        at = place % (len(content) + 1)
        content = content[:at] + added + content[at + removed :]
    return content


def made(name: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "packed"
        if name == "zip":
            zip_of(path, MEMBERS)
        elif name == "7z":
            seven_zip_of(path, MEMBERS)
        elif name == "tar":
            tar_of(path, MEMBERS)
        else:
            path.write_bytes(COMPRESS[name](GOOD * 500))
        return path.read_bytes()


SEEDS: dict[str, tuple[Container, bytes]] = {
    "zip": (Zip(), made("zip")),
    "tar": (Tar(), made("tar")),
    **{name: (Compressed(), made(name)) for name in COMPRESS},
}


def check(container: Container, content: bytes) -> None:
    """Unpack it in a folder of its own and look around."""
    around = Path(tempfile.mkdtemp())
    try:
        (around / "packed").write_bytes(content)
        container.recognises(around / "packed", content[:65536])
        for piece in unpack_or_fail(container, around / "packed", around / "out", BOUNDS):
            assert str(piece.reason)  # type: ignore[union-attr]
        written = files_below(around)
        assert {name for name in written if not name.startswith("out/")} == {"packed"}
        assert sum(map(len, written.values())) <= 2 * 1_000_000 + len(content)
        assert not [path for path in around.rglob("*") if path.is_symlink()]
    finally:
        shutil.rmtree(around)


def rechecked(content: bytes) -> bytes:
    """A tar whose headers' checksums are right again, so that their fields are believed."""
    fixed = bytearray(content)
    for start in range(0, len(fixed) - 511, 512):
        header = fixed[start : start + 512]
        if header[257:262] == b"ustar":
            total = sum(header[:148]) + 8 * 32 + sum(header[156:])
            fixed[start + 148 : start + 156] = b"%06o\0 " % total
    return bytes(fixed)


def made_tar() -> bytes:
    """Every kind of header: long names in both dialects, sparse, links, global."""
    buffer = io.BytesIO()
    for dialect in (tarfile.PAX_FORMAT, tarfile.GNU_FORMAT):
        with tarfile.open(fileobj=buffer, mode="w", format=dialect) as archive:
            for name, content in {"x/" * 90 + "long.txt": GOOD, **MEMBERS}.items():
                info = tarfile.TarInfo(f"{dialect}/{name}")
                info.size = len(content)
                info.pax_headers = {"comment": "words", "mtime": "1.5"}
                archive.addfile(info, io.BytesIO(content))
            link = tarfile.TarInfo("link")
            link.type, link.linkname = tarfile.SYMTYPE, "a.txt"
            archive.addfile(link)
    return buffer.getvalue()


def fuzzing(count: int) -> Callable[[object], object]:
    return settings(max_examples=count, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("kind", SEEDS)
@fuzzing(40)
@given(edits=changes)
@example(edits=[(0, 0, b"")])
def test_wrong_bytes(kind: str, edits: list[Change]) -> None:
    container, seed = SEEDS[kind]
    check(container, changed(seed, edits))


@pytest.mark.slow
@pytest.mark.parametrize("kind", SEEDS)
@fuzzing(int(os.environ.get("BEILIN_FUZZ", "3000")))
@given(edits=changes)
def test_many_wrong_bytes(kind: str, edits: list[Change]) -> None:
    container, seed = SEEDS[kind]
    check(container, changed(seed, edits))


in_headers = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 511), st.binary(min_size=1, max_size=12)),
    min_size=1,
    max_size=5,
)


def check_tar(edits: list[Change]) -> None:
    content = bytearray(made_tar())
    for block, place, added in edits:
        content[block * 512 + place : block * 512 + place + len(added)] = added
    check(Tar(), rechecked(bytes(content)))


@fuzzing(60)
@given(edits=in_headers)
@example(edits=[(0, 156, b"S"), (0, 386, b"77777777777\x0077777777777")])  # sparse
@example(edits=[(0, 124, b"77777777777")])  # a header of 8 GiB
@example(edits=[(0, 156, b"x"), (1, 0, b"99999999 path=a")])
@example(edits=[(0, 124, b"\xff\xff\xff\xff\xff\xff\xff\xff")])  # a negative size
def test_wrong_fields_in_a_tar(edits: list[Change]) -> None:
    check_tar(edits)


@pytest.mark.slow
@fuzzing(int(os.environ.get("BEILIN_FUZZ", "3000")))
@given(edits=in_headers)
def test_many_wrong_fields_in_a_tar(edits: list[Change]) -> None:
    check_tar(edits)


@pytest.mark.slow
@fuzzing(200)
@given(edits=changes)
def test_many_wrong_bytes_of_a_7z(edits: list[Change]) -> None:
    check(SevenZip(), changed(made("7z"), edits))
