"""Whole imports of feeds and wire items: reports that add up, and the same again."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.importing.pipeline import Importer
from desktop_app.importing.report import Report
from tests.importing.formats.test_newsml_g2 import MESSAGE
from tests.importing.reading import PNG


def import_all(archive: Path, *sources: Path) -> Report:
    with open_for_import(archive) as opened:
        return Importer(opened).run(sources)


@pytest.mark.parametrize(
    ("folder", "pieces", "same", "failed"),
    [
        # Examples reuse the names and texts of others: a second item of one name in an
        # import is skipped, as is its older version; one that is the same is unchanged.
        ("feeds", 342, 34, 0),
        ("newsml-g2", 39, 2, 0),
        ("ninjs", 23, 15, 1),
    ],
)
def test_reports_add_up(
    shared_data: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    folder: str,
    pieces: int,
    same: int,
    failed: int,
) -> None:
    def refuse(*_args: object) -> None:
        raise AssertionError("no network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    archive = tmp_path / "a.beilin"
    report = import_all(archive, shared_data / folder)
    assert report.found == pieces and len(report.failed) == failed
    ends = ("same id", "newer version")
    others = [each for each in report.skipped if any(end in str(each.reason) for end in ends)]
    assert len(others) + report.unchanged == same
    with open_archive(archive) as opened:
        assert len(list(opened.items())) == report.imported
    again = import_all(archive, shared_data / folder)
    assert (again.imported, again.updated, again.found) == (0, 0, report.found)


def test_a_newer_version_updates_its_item_and_a_picture_is_no_item_beside_it(
    tmp_path: Path,
) -> None:
    source = tmp_path / "wire"
    (source / "pics").mkdir(parents=True)
    (source / "pics" / "big.png").write_bytes(PNG)
    message = source / "message.xml"
    message.write_text(MESSAGE.format(status=""))
    first = import_all(tmp_path / "a.beilin", source)
    assert (first.imported, first.photos, first.failed) == (1, 1, [])
    message.write_text(MESSAGE.format(status="").replace("Harbour opens", "Harbour has opened"))
    second = import_all(tmp_path / "a.beilin", source)
    assert (second.imported, second.updated) == (0, 1)
    with open_archive(tmp_path / "a.beilin") as archive:
        (item,) = archive.items()
    assert (item.title, item.photos[0].caption) == ("Harbour has opened", "The harbour")
    assert ("place", "Berlin") not in item.details and item.links[0].address == "http://x.org/"
