from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from libzim.reader import Archive as ZimArchive
from libzim.search import Query, Searcher
from libzim.suggestion import SuggestionSearcher

from desktop_app.archive import Archive
from desktop_app.exporting.exporters import export
from desktop_app.exporting.selection import named


@pytest.fixture
def zim(archive: Archive, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Path:
    export(archive, tmp_path / "out.zim", "zim")
    assert capfd.readouterr().out == ""  # what programs read as JSON
    return tmp_path / "out.zim"


def found(zim: ZimArchive, query: str) -> int:
    return int(Searcher(zim).search(Query().set_query(query)).getEstimatedMatches())


def test_another_reader_finds_its_way_in_it(archive: Archive, zim: Path) -> None:
    read = ZimArchive(zim)
    assert read.check()
    assert read.article_count == archive.info().items
    assert read.main_entry.get_item().path == "index.html"
    assert read.get_metadata("Language") == b"eng,zho,fra"
    assert {"Name", "Title", "Creator", "Publisher", "Date", "Description"} <= set(
        read.metadata_keys
    )
    assert bytes(read.get_illustration_item(48).content).startswith(b"\x89PNG")
    photos = {photo.file for item in archive.items() for photo in item.photos if photo.file}
    stored = [read._get_entry_by_id(n).path for n in range(read.all_entry_count)]
    assert photos <= {path.rpartition("/")[2] for path in stored if "/photos/" in path}


def test_it_is_searched_in_both_scripts_and_by_title(archive: Archive, zim: Path) -> None:
    read = ZimArchive(zim)
    assert found(read, "交通大学") > 0
    assert found(read, "hubble") == found(read, "Hubble") > 0
    item = next(each for each in archive.items() if each.language == "zh" and each.title)
    assert SuggestionSearcher(read).suggest(item.title[:4]).getEstimatedMatches() > 0


def test_an_export_of_nothing_is_a_zim_file_too(archive: Archive, tmp_path: Path) -> None:
    assert export(archive, tmp_path / "out.zim", "zim", named(archive, [])) == 0
    assert ZimArchive(tmp_path / "out.zim").check()


def test_zimcheck_finds_nothing_wrong(zim: Path) -> None:
    program = shutil.which("zimcheck")
    if program is None:
        pytest.skip("zimcheck is not installed (Debian: zim-tools)")
    done = subprocess.run([program, "-A", str(zim)], capture_output=True, text=True, check=False)
    assert (done.returncode, "[ERROR]" in done.stdout) == (0, False), done.stdout + done.stderr
    assert "Overall Test Status: Pass" in done.stdout
