"""An export appears only when it is complete, and destroys nothing that is not an export."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.archive import Archive
from desktop_app.errors import ArchiveError, Cancelled
from desktop_app.exporting.exporters import export, exporters
from desktop_app.exporting.selection import named

FORMATS = tuple(exporters())
FOLDERS = tuple(name for name, each in exporters().items() if not each.suffix)
FILES = tuple(name for name, each in exporters().items() if each.suffix)


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def out_of(folder: Path, format_: str) -> Path:
    return folder / f"news{exporters()[format_].suffix}"


@pytest.mark.parametrize("format_", FORMATS)
def test_only_a_whole_export_replaces_an_older_one_and_nothing_else_is_left(
    archive: Archive, tmp_path: Path, format_: str
) -> None:
    out = out_of(tmp_path, format_)
    total = archive.info().items
    assert export(archive, out, format_, named(archive, ["con"])) == 1
    before = {name: (tmp_path / name).stat().st_mtime_ns for name in names(tmp_path)}
    done: list[int] = []
    with pytest.raises(Cancelled):
        export(
            archive,
            out,
            format_,
            progress=lambda count, _total: done.append(count),
            cancelled=lambda: len(done) >= 40,
        )
    assert {
        name: (tmp_path / name).stat().st_mtime_ns
        for name in names(tmp_path)
        if not name.startswith("news-photos")  # which are the same ones, whatever becomes of it
    } == before
    done.clear()
    assert export(archive, out, format_, progress=lambda n, _all: done.append(n)) == total
    assert done == list(range(1, total + 1))
    assert {name.partition("/")[0] for name in names(tmp_path)} <= {out.name, "news-photos"}


@pytest.mark.parametrize("format_", FOLDERS)
def test_a_folder_with_files_of_ones_own_is_not_replaced(
    archive: Archive, tmp_path: Path, format_: str
) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    export(archive, mine, format_)  # an empty folder may be filled
    for name in ("notes.txt", "2021/notes.html"):
        (mine / name).write_text("precious")
        with pytest.raises(ArchiveError, match="notes"):
            export(archive, mine, format_)
        assert (mine / name).read_text() == "precious"
        (mine / name).unlink()
    export(archive, mine, format_)


@pytest.mark.parametrize("format_", FOLDERS)
def test_a_file_is_not_replaced_by_a_folder(archive: Archive, tmp_path: Path, format_: str) -> None:
    (tmp_path / "news").write_text("precious")
    with pytest.raises(ArchiveError, match="news"):
        export(archive, tmp_path / "news", format_)
    assert (tmp_path / "news").read_text() == "precious"


@pytest.mark.parametrize("format_", FILES)
def test_a_folder_is_not_replaced_by_a_file(archive: Archive, tmp_path: Path, format_: str) -> None:
    out = out_of(tmp_path, format_)
    out.mkdir()
    with pytest.raises(ArchiveError, match="news"):
        export(archive, out, format_)
    assert names(tmp_path) == [out.name]


@pytest.mark.parametrize("format_", FORMATS)
def test_a_place_that_cannot_be_written_is_named(
    archive: Archive, tmp_path: Path, format_: str
) -> None:
    with pytest.raises(ArchiveError, match="nowhere"):
        export(archive, tmp_path / "nowhere" / "news", format_)


@pytest.mark.parametrize("name", ["items.db", "photos", "new.html"])
def test_nothing_is_written_into_the_archive_itself(archive: Archive, name: str) -> None:
    before = names(archive.folder)
    for format_ in ("jsonl", "html"):
        with pytest.raises(ArchiveError, match=name):
            export(archive, archive.folder / name, format_)
    assert names(archive.folder) == before
    assert archive.problems() == []
