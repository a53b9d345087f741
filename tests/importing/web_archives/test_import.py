"""Web archives brought into an archive: the report adds up, and a second import changes nothing."""

from __future__ import annotations

import pickle
import shutil
from pathlib import Path

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.importing.formats.web_archive import WebArchive
from desktop_app.importing.pipeline import Importer
from desktop_app.importing.raw import Later
from desktop_app.importing.report import Report
from tests.importing.web_archives.making import http, page, warc

# What the folder and the packages hold; the tests of their formats say where.
ITEMS = 12 + 4
FAILED = 11 + 3


def imported(archive: Path, *sources: Path) -> Report:
    with open_for_import(archive) as opened:
        return Importer(opened).run(sources)


def test_all_of_it_is_imported_with_a_report_that_adds_up(
    shared_data: Path, tmp_path: Path
) -> None:
    sources = (shared_data / "warc", *sorted((shared_data / "wacz").glob("*.wacz")))
    archive = tmp_path / "a.beilin"
    report = imported(archive, *sources)
    assert len(report.failed) == FAILED
    with open_archive(archive) as opened:
        items = list(opened.items())
        assert len(items) == report.imported
        origins = {opened.origin(item.id).address for item in items}
    assert "http://www.iana.org/" in origins
    again = imported(archive, *sources)
    assert (again.imported, again.updated, again.unchanged) == (0, 0, ITEMS)
    # Most are captures of one page: those are told as copies, and known the second time.
    copies = len(report.skipped) - len(again.skipped)
    assert report.imported + report.unchanged + copies == ITEMS
    assert report.found == again.found


def test_a_record_keeps_its_id_wherever_the_file_lies(shared_data: Path, tmp_path: Path) -> None:
    archive = tmp_path / "a.beilin"
    first = imported(archive, shared_data / "warc" / "example.warc")
    other = tmp_path / "elsewhere.warc.gz"
    shutil.copy(shared_data / "warc" / "example.warc.gz", other)
    second = imported(archive, other)
    assert (first.imported, second.imported, second.unchanged) == (1, 0, 1)


def test_pages_can_be_read_by_other_processes(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    documents = http(b"%PDF-1.4 broken", "application/pdf")
    path.write_bytes(
        warc("http://a.example/", http(page("One"))) + warc("http://a.example/b", documents)
    )
    pieces = [p for p in WebArchive().read(path, lambda _: None) if isinstance(p, Later)]
    assert len(pieces) == 2
    for piece in pieces:
        assert pickle.loads(pickle.dumps(piece.work))() == piece.work()
