"""Hostile containers: nothing outside the folder, nothing without end, the rest is read."""

from __future__ import annotations

import gzip
import io
import lzma
import random
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from desktop_app.errors import ImportFailure
from desktop_app.importing.containers.compressed import Compressed
from desktop_app.importing.containers.tar import Tar
from desktop_app.importing.containers.zip import Zip
from desktop_app.importing.raw import Container, Failed, Skipped
from desktop_app.importing.room import Bounds, Room
from tests.importing.containers.packed import (
    files_below,
    import_all,
    tar_of,
    unpack,
    unpack_or_fail,
    zip_of,
)

GOOD = b"A good page\nMay 1, 2020\n\nGood words.\n"
OUTSIDE = (
    "../evil.txt",
    "a/../../evil.txt",
    "..\\evil.txt",
    "/evil.txt",
    "\\\\host\\share\\evil.txt",
    "C:evil.txt",
    "c:\\evil.txt",
    "..",
)
UNUSABLE = ("con", "a/NUL.txt", "lpt1.html", "x" * 256, "/".join("a" * 50), "tab\there")
Packer = Callable[[Path, dict[str, bytes]], Path]
KINDS: list[tuple[Container, Packer]] = [(Zip(), zip_of), (Tar(), tar_of)]
kinds = pytest.mark.parametrize(("container", "pack"), KINDS, ids=["zip", "tar"])


@kinds
@pytest.mark.parametrize("name", [*OUTSIDE, *UNUSABLE])
def test_a_name_no_file_may_have_is_refused(
    container: Container, pack: Packer, name: str, tmp_path: Path
) -> None:
    packed = pack(tmp_path / "packed", {name: b"evil", "good.txt": GOOD})
    (failed,) = unpack(container, packed, tmp_path / "out")
    assert isinstance(failed, Failed)
    assert failed.where.startswith(name[:3])
    assert files_below(tmp_path) == {"packed": packed.read_bytes(), "out/good.txt": GOOD}


@kinds
def test_two_members_may_not_be_one_file(
    container: Container, pack: Packer, tmp_path: Path
) -> None:
    names = ("a.txt", "A.TXT", "b", "b/c.txt", "d/e.txt", "D", "é.txt", "e\u0301.txt")
    packed = pack(tmp_path / "packed", {name: name.encode() for name in names})
    found = unpack(container, packed, tmp_path / "out")
    assert [piece.where for piece in found if isinstance(piece, Failed)] == [
        "A.TXT",
        "b/c.txt",
        "D",
        "e\u0301.txt",
    ]
    assert set(files_below(tmp_path / "out")) == {"a.txt", "b", "d/e.txt", "é.txt"}


def test_the_first_of_two_members_of_one_name_is_read(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        for content in (b"first", b"second"):
            info = tarfile.TarInfo("a.txt")
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    (failed,) = unpack(Tar(), tmp_path / "a.tar", tmp_path / "out")
    assert isinstance(failed, Failed)
    assert files_below(tmp_path / "out") == {"a.txt": b"first"}


@kinds
def test_what_lies_there_already_stays(container: Container, pack: Packer, tmp_path: Path) -> None:
    """As where a file system takes two names for one that we take for two."""
    packed = pack(tmp_path / "packed", {"a.txt": b"second", "b.txt": GOOD})
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.txt").write_bytes(b"first")
    (failed,) = unpack(container, packed, tmp_path / "out")
    assert isinstance(failed, Failed)
    assert files_below(tmp_path / "out") == {"a.txt": b"first", "b.txt": GOOD}


def test_links_and_devices_of_a_tar_are_not_made(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_bytes(b"secret")
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        for name, kind, target in (
            ("link", tarfile.SYMTYPE, str(tmp_path)),
            ("link/evil.txt", tarfile.REGTYPE, ""),
            ("hard", tarfile.LNKTYPE, str(secret)),
            ("pipe", tarfile.FIFOTYPE, ""),
            ("device", tarfile.CHRTYPE, ""),
            ("disk", tarfile.BLKTYPE, ""),
        ):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, target
            archive.addfile(info)
    found = unpack(Tar(), tmp_path / "a.tar", tmp_path / "out")
    skipped = [piece.where for piece in found if isinstance(piece, Skipped)]
    assert skipped == ["link", "hard", "pipe", "device", "disk"]
    assert files_below(tmp_path / "out") == {"link/evil.txt": b""}
    assert not (tmp_path / "evil.txt").exists()


def test_links_and_devices_of_a_zip_are_not_made(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name, kind in (("link", stat.S_IFLNK), ("pipe", stat.S_IFIFO)):
            info = zipfile.ZipInfo(name)
            info.create_system, info.external_attr = 3, (kind | 0o777) << 16
            archive.writestr(info, "/etc/passwd")
    found = unpack(Zip(), tmp_path / "a.zip", tmp_path / "out")
    assert [piece.where for piece in found if isinstance(piece, Skipped)] == ["link", "pipe"]
    assert files_below(tmp_path / "out") == {}


def test_encrypted_members_are_named_and_the_others_read(tmp_path: Path) -> None:
    zip_of(tmp_path / "a.zip", {"a.txt": b"secret", "b.txt": GOOD}, zipfile.ZIP_STORED)
    content = bytearray((tmp_path / "a.zip").read_bytes())
    content[6] |= 1  # the flag in the member's header, and in the table of contents
    content[content.index(b"PK\1\2") + 8] |= 1
    (tmp_path / "a.zip").write_bytes(content)
    (failed,) = unpack(Zip(), tmp_path / "a.zip", tmp_path / "out")
    assert isinstance(failed, Failed)
    assert (failed.where, "password" in str(failed.reason)) == ("a.txt", True)
    assert files_below(tmp_path / "out") == {"b.txt": GOOD}


def zeros(count: int) -> bytes:
    return b"\0" * count


BOMBS: dict[str, tuple[Container, Callable[[Path], object]]] = {
    "zip": (Zip(), lambda path: zip_of(path, {"good.txt": GOOD, "bomb": zeros(30_000_000)})),
    "tar.gz": (
        Tar(),
        lambda path: tar_of(path, {"good.txt": GOOD, "bomb": zeros(30_000_000)}, "w:gz"),
    ),
    "gz": (Compressed(), lambda path: path.write_bytes(gzip.compress(zeros(30_000_000)))),
    "xz": (Compressed(), lambda path: path.write_bytes(lzma.compress(zeros(30_000_000)))),
    "zst": (
        Compressed(),
        lambda path: path.write_bytes(zstandard.ZstdCompressor().compress(zeros(30_000_000))),
    ),
}


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_is_stopped(kind: str, tmp_path: Path) -> None:
    container, pack = BOMBS[kind]
    pack(tmp_path / "bomb")
    found = unpack(container, tmp_path / "bomb", tmp_path / "out", Bounds(unasked=2_000_000))
    assert isinstance(found[-1], Failed)
    assert "bomb" in str(found[-1].reason)
    written = files_below(tmp_path / "out")
    assert sum(len(content) for content in written.values()) <= 15_000_000
    assert "bomb" not in written
    assert kind not in ("zip", "tar.gz") or written["good.txt"] == GOOD


def nested(levels: int, width: int) -> bytes:
    """Zips in zips: each level holds the one below it `width` times."""
    inner = zeros(1_000_000)
    for _level in range(levels):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(width):
                archive.writestr(f"{number}.zip", inner)
        inner = buffer.getvalue()
    return inner


def test_a_bomb_of_bombs_is_stopped_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.importing.reading.Room", _small_room)
    (tmp_path / "bomb.zip").write_bytes(nested(3, 30))
    (tmp_path / "good.txt").write_bytes(GOOD)
    report = import_all(tmp_path / "a.beilin", tmp_path / "bomb.zip", tmp_path / "good.txt")
    assert report.imported == 1
    assert len(report.failed) < 50_000
    assert any("bomb" in str(reason.reason) for reason in report.failed)


def _small_room(size: int) -> Room:
    return Room(size, Bounds(unasked=4_000_000))


def overlapping(count: int) -> bytes:
    """A zip whose table of contents names one member `count` times over."""
    content = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = content.compress(zeros(1_000_000)) + content.flush()
    fields = (20, 0, 8, 0, 0, zlib.crc32(zeros(1_000_000)), len(body), 1_000_000, 1, 0)
    local = struct.pack("<4sHHHHHLLLHH", b"PK\3\4", *fields) + b"a" + body
    entry = struct.pack("<4sHHHHHHLLLHHHHHLL", b"PK\1\2", 20, *fields, 0, 0, 0, 0, 0) + b"a"
    end = struct.pack(
        "<4sHHHHLLH", b"PK\5\6", 0, 0, count, count, count * len(entry), len(local), 0
    )
    return local + entry * count + end


def test_members_that_share_their_bytes_are_no_bomb(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(overlapping(1000))
    found = unpack(Zip(), tmp_path / "a.zip", tmp_path / "out", Bounds(unasked=2_000_000))
    assert found
    assert sum(len(content) for content in files_below(tmp_path / "out").values()) <= 2_000_000


@kinds
@pytest.mark.parametrize(
    ("bounds", "word"),
    [
        (Bounds(members=3), "more than 3"),
        (Bounds(total=35), "bomb"),
        (Bounds(reserve=2**62), "no room"),
    ],
)
def test_a_bound_keeps_what_came_before(
    container: Container, pack: Packer, bounds: Bounds, word: str, tmp_path: Path
) -> None:
    packed = pack(tmp_path / "packed", {f"{n}.txt": b"0123456789" for n in range(9)})
    (failed,) = unpack(container, packed, tmp_path / "out", bounds)
    assert isinstance(failed, Failed)
    assert word in str(failed.reason)
    expected = 0 if bounds.reserve > 2**60 else 3
    assert list(files_below(tmp_path / "out").values()) == [b"0123456789"] * expected


@kinds
def test_a_member_that_is_too_large_is_left_out(
    container: Container, pack: Packer, tmp_path: Path
) -> None:
    packed = pack(tmp_path / "packed", {"a.txt": GOOD, "b.txt": GOOD * 9, "c.txt": GOOD})
    (failed,) = unpack(container, packed, tmp_path / "out", Bounds(member=len(GOOD)))
    assert isinstance(failed, Failed)
    assert failed.where == "b.txt"
    assert set(files_below(tmp_path / "out")) == {"a.txt", "c.txt"}


def noise(count: int) -> bytes:
    return random.Random(count).randbytes(count)


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_a_tar_that_is_cut_off_gives_what_is_whole(mode: str, tmp_path: Path) -> None:
    members = {f"{n}.txt": noise(200_000 + n) for n in range(8)}
    whole = tar_of(tmp_path / "whole", members, mode).read_bytes()
    (tmp_path / "cut").write_bytes(whole[: len(whole) * 6 // 10])
    found = unpack(Tar(), tmp_path / "cut", tmp_path / "out")
    assert found
    assert all(isinstance(piece, Failed) for piece in found)
    written = files_below(tmp_path / "out")
    assert 1 <= len(written) <= 4
    assert all(members[name] == content for name, content in written.items())


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("streamed", [False, True])
def test_a_zip_that_is_cut_off_gives_what_is_whole(
    method: int, streamed: bool, tmp_path: Path
) -> None:
    members = {f"{n}.txt": noise(20_000 + n) for n in range(8)}
    buffer = io.BytesIO()
    out = _Unseekable(buffer) if streamed else buffer
    with zipfile.ZipFile(out, "w", method) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            archive.writestr(name, content)
    (tmp_path / "cut").write_bytes(buffer.getvalue()[: len(buffer.getvalue()) * 6 // 10])
    assert Zip().recognises(tmp_path / "cut", buffer.getvalue()[:100])
    found = unpack_or_fail(Zip(), tmp_path / "cut", tmp_path / "out")
    written = files_below(tmp_path / "out")
    assert all(members[name] == content for name, content in written.items())
    if method == zipfile.ZIP_DEFLATED or not streamed:
        assert len(written) == 4
    assert all(isinstance(piece, Failed) for piece in found)
    assert found


class _Unseekable(io.RawIOBase):
    """What a zip is streamed to: sizes then follow the members."""

    def __init__(self, out: io.BytesIO) -> None:
        self._out = out

    def write(self, content: bytes) -> int:  # type: ignore[override]
        return self._out.write(content)

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False


def test_a_gzip_that_is_cut_off_gives_its_lines(tmp_path: Path) -> None:
    lines = b"".join(b"%d: %s\n" % (n, noise(n).hex().encode()) for n in range(500))
    whole = gzip.compress(lines)
    (tmp_path / "a.txt.gz").write_bytes(whole[: len(whole) // 2])
    (failed,) = unpack(Compressed(), tmp_path / "a.txt.gz", tmp_path / "out")
    assert isinstance(failed, Failed)
    ((name, content),) = files_below(tmp_path / "out").items()
    assert name == "a.txt"
    assert len(content) > 1000
    assert lines.startswith(content)


@pytest.mark.parametrize("encoding", ["gbk", "big5", "cp437", "utf-8"])
def test_names_in_the_encodings_of_old_tools(encoding: str, tmp_path: Path) -> None:
    names = ["2021年/新聞報導.txt" if encoding == "big5" else "2021年/新闻报道.txt", "plain.txt"]
    if encoding == "cp437":
        names = ["été/Müller.txt", "plain.txt"]
    zip_of(
        tmp_path / "a.zip", {f"{i:0{len(n.encode(encoding))}}": b"" for i, n in enumerate(names)}
    )
    content = (tmp_path / "a.zip").read_bytes()
    for number, name in enumerate(names):
        raw = name.encode(encoding)
        content = content.replace(b"%0*d" % (len(raw), number), raw)
    (tmp_path / "a.zip").write_bytes(content)
    assert unpack(Zip(), tmp_path / "a.zip", tmp_path / "out") == []
    assert set(files_below(tmp_path / "out")) == set(names)


def test_a_tar_with_names_in_gbk(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w", format=tarfile.GNU_FORMAT, encoding="gbk") as out:
        out.addfile(tarfile.TarInfo("2021年/新闻报道.txt"))
    assert unpack(Tar(), tmp_path / "a.tar", tmp_path / "out") == []
    assert set(files_below(tmp_path / "out")) == {"2021年/新闻报道.txt"}


@pytest.mark.parametrize(
    ("name", "members"),
    [
        ("a.zip", {"mimetype": b"application/epub+zip", "META-INF/container.xml": b""}),
        ("a.zip", {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b""}),
        ("a.zip", {"word/document.xml": b"", "[Content_Types].xml": b""}),
        ("a.zip", {"archive/data.warc.gz": b"", "datapackage.json": b"{}"}),
        ("a.wacz", {"archive/data.warc.gz": b""}),
    ],
)
def test_formats_that_are_zips_are_left_to_their_readers(
    name: str, members: dict[str, bytes], tmp_path: Path
) -> None:
    packed = zip_of(tmp_path / name, members, zipfile.ZIP_STORED)
    assert not Zip().recognises(packed, packed.read_bytes())


@pytest.mark.parametrize(
    "members",
    [
        {"datapackage.json": b"{}", "data/table.csv": b"a,b"},
        {"archive/data.warc.gz": b"", "notes.txt": b"Words"},
        {"docs/mimetype": b"application/epub+zip", "book/[Content_Types].xml": b""},
    ],
)
def test_what_only_resembles_a_format_is_unpacked(
    members: dict[str, bytes], tmp_path: Path
) -> None:
    packed = zip_of(tmp_path / "a.zip", members)
    assert Zip().recognises(packed, packed.read_bytes())
    assert unpack(Zip(), packed, tmp_path / "out") == []
    assert files_below(tmp_path / "out") == members


def test_web_archives_are_left_to_their_reader(shared_data: Path) -> None:
    for path in sorted((shared_data / "warc").glob("*.gz")):
        head = path.read_bytes()[:65536]
        if gzip.decompress(head[: len(head)])[:5] in (b"WARC/", b"filed"):
            assert not Compressed().recognises(path, head)
            assert not Tar().recognises(path, head)


def test_a_zip64_is_read_and_found_whole(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in ("a.txt", "b.txt"):
            with archive.open(name, "w", force_zip64=True) as stream:
                stream.write(GOOD)
    assert unpack(Zip(), tmp_path / "a.zip", tmp_path / "out") == []
    assert files_below(tmp_path / "out") == {"a.txt": GOOD, "b.txt": GOOD}
    whole = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: whole.index(b"PK\1\2")])
    assert len(unpack(Zip(), tmp_path / "cut.zip", tmp_path / "found")) == 1
    assert files_below(tmp_path / "found") == {"a.txt": GOOD, "b.txt": GOOD}


def test_a_table_of_contents_that_is_endless_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.importing.containers.counted_file.MAX_READ", 70_000)
    zip_of(tmp_path / "a.zip", {f"{n:0100d}": b"" for n in range(1000)})
    with pytest.raises(ImportFailure, match="table of contents"):
        unpack(Zip(), tmp_path / "a.zip", tmp_path / "out")


def test_nothing_is_written_outside_the_archive(tmp_path: Path) -> None:
    """A whole import of hostile containers, with the disk around it looked at."""
    source, around = tmp_path / "in", tmp_path / "around"
    source.mkdir()
    around.mkdir()
    names = dict.fromkeys((*OUTSIDE, *UNUSABLE), b"evil")
    zip_of(source / "a.zip", {**names, "good.txt": GOOD})
    tar_of(source / "b.tar", {**names, "good.txt": GOOD.replace(b"page", b"tale")})
    tar_of(source / "c.tar.gz", {"a.zip": (source / "a.zip").read_bytes()}, "w:gz")
    before = files_below(tmp_path)
    report = import_all(around / "a.beilin", source)
    after = files_below(tmp_path)
    assert {k: v for k, v in after.items() if not k.startswith("around/a.beilin/")} == before
    assert not [name for name in after if ".unpacked" in name]
    assert (report.imported, report.unchanged) == (2, 1)
    assert len(report.failed) == 3 * len(names)
