"""Files in parts: read as one, their later parts skipped with a word."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.importing.containers.split import Split
from desktop_app.importing.report import Report
from tests.importing.containers.packed import import_all, seven_zipped, zipped
from tests.importing.containers.test_hostile import GOOD, noise


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(9):
        words = noise(3000 + number).hex().encode()
        text = GOOD.replace(b"page", b"page %d" % number) + words + b"\n"
        (folder / f"{number}.txt").write_bytes(text)
    return folder


def cut(path: Path, names: list[str]) -> None:
    content = path.read_bytes()
    size = len(content) // len(names) + 1
    for number, name in enumerate(names):
        path.with_name(name).write_bytes(content[number * size : (number + 1) * size])


def skipped(report: Report) -> list[str]:
    return [Path(r.source).name for r in report.skipped if "is a part of" in str(r.reason)]


@pytest.mark.parametrize(("kind", "pack"), [("zip", zipped), ("7z", seven_zipped)])
def test_numbered_parts(
    kind: str, pack: Callable[[Path, Path], None], pages: Path, tmp_path: Path
) -> None:
    pack(pages, tmp_path / "whole")
    source = tmp_path / "in"
    source.mkdir()
    (tmp_path / "whole").rename(source / "whole")
    cut(source / "whole", [f"news.{kind}.{number:03d}" for number in (1, 2, 3)])
    (source / "whole").unlink()
    report = import_all(tmp_path / "a.beilin", source)
    assert (report.imported, report.failed) == (9, [])
    assert skipped(report) == [f"news.{kind}.002", f"news.{kind}.003"]


def spanned(path: Path) -> bytes:
    """A zip as tools that split write it: a mark before it, disks counted in its end."""
    content = path.read_bytes()
    end = content.rindex(b"PK\5\6")
    disks = struct.pack("<HH", 2, 2)
    return b"PK\7\x08" + content[: end + 4] + disks + content[end + 8 :]


def test_a_zip_in_parts(pages: Path, tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    zipped(pages, tmp_path / "whole.zip")
    (source / "whole").write_bytes(spanned(tmp_path / "whole.zip"))
    cut(source / "whole", ["news.z01", "news.z02", "news.zip"])
    (source / "whole").unlink()
    report = import_all(tmp_path / "a.beilin", source)
    assert (report.imported, report.failed) == (9, [])
    assert skipped(report) == ["news.z01", "news.z02"]


def test_texts_that_are_numbered_are_no_parts(tmp_path: Path) -> None:
    for number in (1, 2):
        path = tmp_path / f"chapter.00{number}"
        path.write_bytes(GOOD)
        assert not Split().recognises(path, GOOD)


def test_a_lone_zip_is_no_part(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", GOOD)
    assert not Split().recognises(tmp_path / "a.zip", (tmp_path / "a.zip").read_bytes())
