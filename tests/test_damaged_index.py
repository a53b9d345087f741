"""An archive whose index is damaged: told of, built anew from the store, answered rightly."""

from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.archive import Archive, open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.cli import main
from desktop_app.items import Origin
from desktop_app.search.codec.contents import contents_file
from desktop_app.search.engine import Sort
from tests.material import item
from tests.unprivileged import as_nobody, open_to_all, read_only

ENDINGS = (".tab", ".doc", ".frq", ".pos", ".toc")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound") / "a.beilin"
    with open_for_import(folder) as archive:
        archive.put([(item(f"i{n}", "harbor oil " * n + "西安交通大学"), Origin("test"), False)
                     for n in range(1, 30)])  # fmt: skip
        archive.catch_up()
    return folder


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "a.beilin"))


def damage(folder: Path, ending: str, how: str = "flipped") -> Path:
    file = next((folder / "index").glob(f"*{ending}"))
    content = bytearray(file.read_bytes())
    if how == "missing":
        file.unlink()
        return file
    if how == "flipped":
        content[len(content) // 2] ^= 4
    file.write_bytes(content[:-1] if how == "cut" else content)
    return file


USES: dict[str, Callable[[Archive], object]] = {
    "search": lambda archive: len(archive.search("harbor oil").numbers) == 29,
    "phrase": lambda archive: len(archive.search('"西安交通"').numbers) == 29,
    "hits": lambda archive: (
        len(archive.hits(archive.search('"harbor oil"', Sort.NEWEST), 0, 50)) == 29
    ),
    "facets": lambda archive: archive.search('"harbor oil"').facets["language"] == {"en": 29},
    "suggestions": lambda archive: archive.suggester.did_you_mean("harbr") == "harbor",
    "explanation": lambda archive: "harbor" in str(archive.explain("harbor")),
    "count": lambda archive: archive.indexed() == 29,
    "catching up": lambda archive: archive.catch_up() is None,
}


@pytest.mark.parametrize("how", ["missing", "cut", "flipped"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_whatever_is_asked_is_answered(
    folder: Path, ending: str, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    for name, use in USES.items():
        damage(folder, ending, how)
        with open_archive(folder) as archive:
            if not archive.index_is_current():
                archive.catch_up()
            assert use(archive), name
            assert len(archive.search('"harbor oil" 大学').scores) == 29
            assert archive.search("harbor date:2021").facets["kind"]
            assert archive.index_is_current()
            list(archive.search('"harbor oil"', Sort.OLDEST).scores)
        with open_archive(folder) as archive:
            archive.search("har* harbr~1 西")
            if archive.problems():  # in a part that none of this reads
                archive.rebuild_index()
    # Contents that are gone cannot be told from an index that never was.
    assert caplog.records or (ending, how) == (".toc", "missing")


def test_matches_found_before_the_damage_are_read_after_it(folder: Path) -> None:
    """A page of hits that needs a file read for the first time, which is damaged."""
    with open_archive(folder) as archive:
        matches = archive.search("harbor", Sort.NEWEST)
        expected = sorted(matches.numbers)
        damage(folder, ".frq")
        archive.refresh()
        assert [hit.item.id for hit in archive.hits(matches, 0, 3)]
        assert sorted(matches.numbers) == expected
        assert all(score > 0 for score in matches.scores)


def test_the_log_names_the_file(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    file = damage(folder, ".tab")
    with caplog.at_level(logging.WARNING), open_archive(folder) as archive:
        archive.search("harbor")
    assert str(file) in caplog.text


def searched(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "desktop_app.cli", "search", str(folder), "oil", "--json"]
    return subprocess.run(
        [*command, *options], capture_output=True, text=True, timeout=60, check=False,
        cwd=Path(__file__).parent.parent, env={**os.environ, "LANG": "C.UTF-8"},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("ending", "how"), [(".doc", "flipped"), (".toc", "cut"), (".tab", "missing")]
)
def test_the_command_answers_as_if_nothing_were(folder: Path, ending: str, how: str) -> None:
    before = json.loads(searched(folder).stdout)
    damage(folder, ending, how)
    done = searched(folder)
    after = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert after["total"] == before["total"] == 29
    assert [hit["id"] for hit in after["hits"]] == [hit["id"] for hit in before["hits"]]


@pytest.mark.parametrize("ending", ENDINGS)
def test_check_names_the_file_and_rebuilding_mends_it(
    folder: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = damage(folder, ending)
    assert main(["check", str(folder), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [str(file) in problem for problem in told["problems"]] == [True]
    assert told["indexed"] == 0
    assert main(["check", str(folder), "--rebuild-index", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["indexed"] == 29


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_damaged_index_that_cannot_be_written_is_built_in_the_cache(
    folder: Path, tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_archive(folder) as warm:  # modules are loaded while root may read them
        warm.hits(warm.search("oil"), 0, 3)
    damage(folder, ending)
    read_only(folder)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    cache = tmp_path / "cache"
    cache.mkdir()
    cache.chmod(0o777)
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    open_to_all(tmp_path)

    def read() -> bool:
        with open_archive(folder) as archive:
            if not archive.index_is_current():
                archive.catch_up()
            return len(archive.hits(archive.search('"harbor oil"'), 0, 50)) == 29

    assert as_nobody(read) == 0
    built = next(path for path in (cache / "beilin" / "index").iterdir() if path.is_dir())
    contents = contents_file(built)
    assert as_nobody(read) == 0  # from what is in the cache by now
    assert contents is not None and contents_file(built) == contents
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
