"""7z files: hostile, damaged, encrypted."""

from __future__ import annotations

from pathlib import Path

import py7zr
import pytest

from desktop_app.errors import ImportFailure
from desktop_app.importing.containers.seven_zip import SevenZip
from desktop_app.importing.raw import Failed, Skipped
from desktop_app.importing.room import Bounds
from tests.importing.containers.packed import files_below, unpack
from tests.importing.containers.test_hostile import GOOD, OUTSIDE, UNUSABLE, noise, zeros


def seven_zip_of(
    path: Path, members: dict[str, bytes], solid: bool = True, password: str | None = None
) -> Path:
    """With `solid`, all members are one block; else each is one of its own."""
    for number, name in enumerate(members):
        mode = "w" if number == 0 else "a"
        with py7zr.SevenZipFile(path, mode, password=password) as archive:
            if solid:
                for each, content in members.items():
                    archive.writestr(content, each)
                return path
            archive.writestr(members[name], name)
    return path


def test_members_are_unpacked(tmp_path: Path) -> None:
    members = {"a.txt": GOOD, "新闻/报道.txt": noise(300_000), "empty.txt": b""}
    for solid in (True, False):
        packed = seven_zip_of(tmp_path / f"{solid}.7z", members, solid)
        assert unpack(SevenZip(), packed, tmp_path / str(solid)) == []
        assert files_below(tmp_path / str(solid)) == members


def test_names_no_file_may_have_are_refused(tmp_path: Path) -> None:
    safe = {f"{number:02d}.txt": b"evil" for number in range(len(OUTSIDE) + len(UNUSABLE))}
    packed = seven_zip_of(tmp_path / "a.7z", {**safe, "good.txt": GOOD})
    members = py7zr.SevenZipFile(packed)
    names = (*OUTSIDE, *UNUSABLE)
    for file, name in zip(members.files, names, strict=False):
        file._file_info["filename"] = name
    import desktop_app.importing.containers.seven_zip_reader as reader
    from desktop_app.importing.room import Room

    (tmp_path / "out").mkdir()
    kept = reader._Members(tmp_path / "out", Room(packed.stat().st_size))
    found = list(reader._unpacked(members, kept))
    assert [piece.where[:3] for piece in found if isinstance(piece, Failed)] == [
        name.replace("\t", "\ufffd")[:3] for name in names
    ]
    assert set(files_below(tmp_path)) == {"a.7z", "out/good.txt"}


def test_a_link_is_not_made(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link").symlink_to("/etc/passwd")
    with py7zr.SevenZipFile(tmp_path / "a.7z", "w") as archive:
        archive.write(tmp_path / "in" / "link", "link")
        archive.writestr(GOOD, "good.txt")
    (piece,) = unpack(SevenZip(), tmp_path / "a.7z", tmp_path / "out")
    assert isinstance(piece, Skipped)
    assert files_below(tmp_path / "out") == {"good.txt": GOOD}


def test_a_bomb_is_stopped(tmp_path: Path) -> None:
    packed = seven_zip_of(tmp_path / "a.7z", {"good.txt": GOOD, "bomb": zeros(40_000_000)})
    (failed,) = unpack(SevenZip(), packed, tmp_path / "out", Bounds(unasked=2_000_000))
    assert isinstance(failed, Failed)
    assert "bomb" in str(failed.reason)
    assert files_below(tmp_path / "out") == {"good.txt": GOOD}


@pytest.mark.parametrize(
    ("bounds", "kept"),
    [(Bounds(members=1), 0), (Bounds(member=len(GOOD)), 2), (Bounds(reserve=2**62), 0)],
)
def test_bounds(bounds: Bounds, kept: int, tmp_path: Path) -> None:
    packed = seven_zip_of(tmp_path / "a.7z", {"a": GOOD, "b": GOOD * 2, "c": GOOD})
    (failed,) = unpack(SevenZip(), packed, tmp_path / "out", bounds)
    assert isinstance(failed, Failed)
    assert len(files_below(tmp_path / "out")) == kept


def test_an_encrypted_file_is_named(tmp_path: Path) -> None:
    packed = seven_zip_of(tmp_path / "a.7z", {"a.txt": GOOD}, password="secret")
    (failed,) = unpack(SevenZip(), packed, tmp_path / "out")
    assert isinstance(failed, Failed)
    assert (failed.where, "password" in str(failed.reason)) == ("a.txt", True)


def test_a_damaged_member_costs_those_of_its_block(tmp_path: Path) -> None:
    members = {f"{n}.txt": noise(50_000 + n) for n in range(5)}
    for solid, lost in ((False, 1), (True, 4)):
        packed = seven_zip_of(tmp_path / f"{solid}.7z", members, solid)
        content = bytearray(packed.read_bytes())
        content[70_000] ^= 255
        packed.write_bytes(content)
        found = unpack(SevenZip(), packed, tmp_path / str(solid))
        assert [piece.where for piece in found] == list(members)[1 : 1 + lost]
        written = files_below(tmp_path / str(solid))
        assert written == {k: members[k] for k in written}
        assert len(written) == 5 - lost


def test_a_file_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    packed = seven_zip_of(tmp_path / "a.7z", {"a.txt": noise(50_000)})
    packed.write_bytes(packed.read_bytes()[:30_000])
    with pytest.raises(ImportFailure, match="damaged"):
        unpack(SevenZip(), packed, tmp_path / "out")
