"""`beilin import --dry-run`, `watch` and `log`, as processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PAGE = "Bridge opens\n\nAugust 31, 2021\n\nA bridge was opened on Tuesday.\n"
ENGLISH = {**os.environ, "LC_ALL": "en_US.UTF-8"}
COMMAND = [sys.executable, "-c", "import sys; from desktop_app.cli import main; sys.exit(main())"]


def beilin(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(command, check=False, capture_output=True, encoding="utf-8", env=ENGLISH)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    page = tmp_path / "in" / "page.txt"
    page.write_text(PAGE)
    return page


def test_a_dry_run_lists_items_and_makes_nothing(page: Path, tmp_path: Path) -> None:
    run = beilin("import", tmp_path / "a.beilin", page, "--dry-run", "--json")
    told = json.loads(run.stdout)
    assert (run.returncode, told["found"], told["imported"]) == (0, 1, 1)
    (item,) = told["items"]
    assert (item["title"], item["outcome"]) == ("Bridge opens", "imported")
    assert (item["date"], item["file"]) == ("2021-08-31", str(page))
    assert not (tmp_path / "a.beilin").exists()
    assert beilin("import", tmp_path / "a.beilin", page).returncode == 0
    again = beilin("import", tmp_path / "a.beilin", page, "--dry-run")
    assert again.stdout.startswith("= ")
    assert "Bridge opens" in again.stdout


def test_the_log_tells_of_each_import(page: Path, tmp_path: Path) -> None:
    archive, bad = tmp_path / "a.beilin", tmp_path / "bad.jsonl"
    bad.write_text("{no json\n")
    beilin("import", archive, page, bad)
    beilin("import", archive, page)
    first, second = json.loads(beilin("log", archive, "--json").stdout)
    assert first["sources"] == [str(page), str(bad)]
    assert (first["imported"], len(first["failed"])) == (1, 1)
    assert (second["unchanged"], second["failed"]) == (1, [])
    text = beilin("log", archive).stdout
    assert "1 imported and 1 failed" in text
    assert "bad.jsonl line 1: it is not valid JSON" in text


def test_showing_an_item_tells_where_it_came_from(page: Path, tmp_path: Path) -> None:
    beilin("import", tmp_path / "a.beilin", page)
    found = json.loads(beilin("search", tmp_path / "a.beilin", "bridge", "--json").stdout)
    shown = beilin("show", tmp_path / "a.beilin", found["hits"][0]["id"]).stdout
    assert f"File: {page}" in shown


def test_what_comes_into_a_watched_folder_is_imported(page: Path, tmp_path: Path) -> None:
    archive = tmp_path / "a.beilin"
    command = [*COMMAND, "watch", str(archive), str(page.parent), "--every", "0.1"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, encoding="utf-8", env=ENGLISH
    ) as process:
        assert process.stdout is not None
        assert "1 imported" in process.stdout.readline()
        (page.parent / "later.txt").write_text(PAGE.replace("Bridge", "Tunnel"))
        assert "1 imported" in process.stdout.readline()
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
    titles = {
        hit["title"]
        for hit in json.loads(beilin("search", archive, "opens", "--json").stdout)["hits"]
    }
    assert titles == {"Bridge opens", "Tunnel opens"}


def test_a_folder_that_is_not_there_cannot_be_watched(tmp_path: Path) -> None:
    run = beilin("watch", tmp_path / "a.beilin", tmp_path / "nowhere")
    assert run.returncode == 2
    assert "nowhere does not exist" in run.stderr
