"""What is exported comes back the same: the sample archive, photos and all, there and back."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.archive import Archive, open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.errors import ArchiveError, Cancelled
from desktop_app.exporting.exporters import export
from desktop_app.importing.pipeline import Importer
from desktop_app.importing.report import Report
from desktop_app.items import Alternate, Link, Origin, Photo
from desktop_app.places import resources
from tests.material import item


def imported(source: Path, folder: Path) -> Report:
    with open_for_import(folder) as archive:
        return Importer(archive).run([source])


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample archive."""
    folder = tmp_path_factory.mktemp("sample") / "sample.beilin"
    assert not imported(resources() / "sample" / "items.jsonl", folder).failed
    return folder


@pytest.fixture
def archive(sample: Path) -> Iterator[Archive]:
    with open_archive(sample) as opened:
        yield opened


def test_the_sample_goes_out_and_comes_back_the_same(archive: Archive, tmp_path: Path) -> None:
    count = export(archive, tmp_path / "out.jsonl")
    before = list(archive.items())
    assert count == len(before) >= 40
    report = imported(tmp_path / "out.jsonl", tmp_path / "again.beilin")
    assert (report.imported, report.failed, report.skipped) == (count, [], [])
    with open_archive(tmp_path / "again.beilin") as again:
        assert list(again.items()) == before
        files = [photo.file for each in before for photo in each.photos if photo.file]
        assert len(files) >= 12
        for file in files:
            assert again.photos.path(file).read_bytes() == archive.photos.path(file).read_bytes()
        assert again.problems() == []


def test_what_was_exported_is_unchanged_in_its_own_archive(
    archive: Archive, sample: Path, tmp_path: Path
) -> None:
    count = export(archive, tmp_path / "out.jsonl")
    own = tmp_path / "own.beilin"
    shutil.copytree(sample, own)
    report = imported(tmp_path / "out.jsonl", own)
    assert (report.imported, report.updated, report.unchanged) == (0, 0, count)


def test_a_line_is_json_with_the_documented_keys(archive: Archive, tmp_path: Path) -> None:
    export(archive, tmp_path / "out.jsonl")
    lines = (tmp_path / "out.jsonl").read_text("utf-8").split("\n")
    assert lines.pop() == ""
    front = json.loads(lines[0])
    assert set(front) == {
        "id", "title", "date", "language", "source", "kind", "byline", "url", "paragraphs",
        "photos", "statements",
    }  # fmt: skip
    photos = [photo for line in lines for photo in json.loads(line)["photos"]]
    assert all(set(photo) == {"file", "caption", "credit", "taken", "after"} for photo in photos)
    assert {photo["file"] for photo in front["photos"]} == {None}  # only captions survive there
    named = [photo["file"] for photo in photos if photo["file"]]
    assert all((tmp_path / name).is_file() for name in named)


def test_links_alternates_and_details_survive(tmp_path: Path) -> None:
    with open_for_import(tmp_path / "a.beilin") as archive:
        given = replace(
            item(text="One two"),
            links=(Link(0, 3, "https://example.org/a"),),
            alternates=(Alternate("zh", "https://example.org/zh/a"),),
            details=(("place", "西安"), ("usage", "No resale")),
        )
        archive.put([(given, Origin("test"), False)])
        export(archive, tmp_path / "out.jsonl")
    imported(tmp_path / "out.jsonl", tmp_path / "b.beilin")
    with open_archive(tmp_path / "b.beilin") as again:
        assert list(again.items()) == [given]


def test_odd_characters_survive(tmp_path: Path) -> None:
    odd = '\U00020bb7 “q” "r" \\n \\u0041 / <b> &amp; 西安 🚢'
    with open_for_import(tmp_path / "a.beilin") as archive:
        given = replace(item(text=odd, title=odd), photos=(Photo(None, odd, odd, "last summer"),))
        archive.put([(given, Origin("test"), False)])
        export(archive, tmp_path / "out.jsonl")
        (before,) = archive.items()
    imported(tmp_path / "out.jsonl", tmp_path / "b.beilin")
    with open_archive(tmp_path / "b.beilin") as again:
        assert list(again.items()) == [before]


def test_an_older_export_is_replaced_only_by_a_whole_one(archive: Archive, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("older")
    done: list[int] = []
    with pytest.raises(Cancelled):
        export(
            archive,
            out,
            progress=lambda count, _total: done.append(count),
            cancelled=lambda: len(done) >= 3,
        )
    assert out.read_text() == "older"
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []
    total = export(archive, out, progress=lambda count, _total: done.append(count))
    assert done[-1] == total
    assert len(out.read_text("utf-8").splitlines()) == total


def test_a_place_that_cannot_be_written_is_named(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="nowhere"):
        export(archive, tmp_path / "nowhere" / "out.jsonl")


def test_a_photo_that_is_missing_is_named_and_the_rest_is_written(
    sample: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own.beilin"
    shutil.copytree(sample, own)
    gone = next((own / "photos").rglob("*.jpg"))
    gone.unlink()
    named: list[str] = []
    with open_archive(own) as archive:
        export(archive, tmp_path / "out.jsonl", lost=named.append)
        assert named == [gone.name]
        assert len((tmp_path / "out.jsonl").read_text("utf-8").splitlines()) == archive.info().items
