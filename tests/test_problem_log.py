"""The log tells where a bug was, and never what an item says."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app import archive_commands, cli, problem_log
from desktop_app.errors import ImportFailure
from desktop_app.messages import message
from desktop_app.problem_log import log_file, start_log, told, without_texts, write_problem

SECRET = "总理在讲话中说 that the harbor opened"


@pytest.fixture(autouse=True)
def own_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(problem_log, "log_folder", lambda: tmp_path / "log")
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield tmp_path / "log" / "beilin.log"
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def failing(text: str) -> Exception:
    try:
        try:
            int(text)
        except ValueError as error:
            raise KeyError(text) from error
    except KeyError as error:
        return error
    raise AssertionError


def test_a_bug_is_written_without_the_text(own_log: Path) -> None:
    assert write_problem(failing(SECRET)) == own_log
    log = own_log.read_text("utf-8")
    assert "CRITICAL" in log and "in failing" in log and "int(text)" in log
    assert "KeyError: '…'" in log and "which came from" in log and "ValueError" in log
    assert "harbor" not in log and "讲话" not in log
    assert log.count("\n") < 12


def test_what_names_a_file_stays(tmp_path: Path) -> None:
    with pytest.raises(OSError) as caught:
        (tmp_path / "北京").read_text("utf-8")
    assert "北京" in told(caught.value)
    known = ImportFailure(message("{path} is damaged", path="新闻.html"))
    assert "新闻.html is damaged" in told(known)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("no key 'title' here", "no key 'title' here"),
        ("bad “prime minister said”", "bad '…'"),
        (f"cannot read {SECRET!r}", "cannot read '…'"),
        ("第一行\nsecond line", "… second line"),
        ("x" * 400, "x" * 300 + "…"),
        ("an open 'quotation of a text", "an open '…'"),
    ],
)
def test_messages_are_one_line_without_texts(said: str, kept: str) -> None:
    assert without_texts(said) == kept


def test_a_started_log_keeps_what_is_said_of_others_and_stays_small(
    own_log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(problem_log, "_BYTES", 2000)
    assert start_log()
    logging.getLogger("some.library").warning("odd page: %s", SECRET)
    logging.getLogger("desktop_app.here").warning("photo %s: %s", "a.png", SECRET)
    text = own_log.read_text("utf-8")
    assert "odd page: %s" in text and "photo a.png" in text
    assert "讲话" not in text
    for number in range(100):
        logging.getLogger("desktop_app.here").warning("once more %d", number)
    files = sorted(own_log.parent.iterdir())
    assert len(files) == 3 and all(file.stat().st_size <= 2000 for file in files)


def test_where_nothing_can_be_written_nothing_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setattr(problem_log, "log_folder", lambda: tmp_path / "file")
    assert not start_log()
    assert write_problem(failing(SECRET)) is None


def test_a_command_says_one_line_that_names_the_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], own_log: Path
) -> None:
    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError(SECRET)

    monkeypatch.setattr(archive_commands, "open_archive", broken)
    assert cli.main(["--language", "zh_CN", "info", str(own_log.parent.parent)]) == 70
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and str(own_log) in said and "出了问题" in said
    assert "ZeroDivisionError" in own_log.read_text("utf-8")


def test_a_crash_leaves_where_it_was(tmp_path: Path) -> None:
    code = (
        "import os, sys, faulthandler;"
        "from desktop_app.problem_log import start_log, watch_for_crashes;"
        "start_log(); watch_for_crashes(); faulthandler._sigsegv()"
    )
    home = {"XDG_STATE_HOME": str(tmp_path), "PATH": "/usr/bin"}
    command = [sys.executable, "-c", code]
    ran = subprocess.run(command, env=home, capture_output=True, text=True, check=False)
    assert ran.returncode != 0 and ran.stderr == ""
    assert "Segmentation fault" in (tmp_path / "beilin" / "log" / "crash.log").read_text("utf-8")
    assert log_file().parent != tmp_path
