"""The small parts: which Python, which fonts and libraries, one start at a time."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import threading
from pathlib import Path

import pytest

from desktop_app.bootstrap import fonts, libraries, require_python, turnstile
from desktop_app.bootstrap.problems import SetupProblem, as_problem


@pytest.mark.parametrize("version", [(2, 7), (3, 9), (3, 14)])
def test_another_python_is_refused_in_one_line_that_names_a_fitting_one(
    version: tuple[int, int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (*version, 0, "final", 0))
    monkeypatch.setattr(shutil, "which", lambda name: name if name == "python3.12" else None)
    with pytest.raises(SystemExit) as ended:
        require_python()
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert said.count("\n") == 1
    assert f"this is {version[0]}.{version[1]}:" in said
    assert "use python3.12 here" in said
    assert "请改用 python3.12" in said


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("wqy-microhei.ttc", True),
        ("NotoSansCJK-Regular.ttc", True),
        ("SourceHanSansCN-Regular.otf", True),
        ("DejaVuSans.ttf", False),
        ("NotoSans-Regular.ttf", False),
        ("wqy-microhei.conf", False),
    ],
)
def test_a_chinese_font_is_known_by_its_file(
    name: str, found: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # no fontconfig to ask
    (tmp_path / "truetype").mkdir()
    (tmp_path / "truetype" / name).touch()
    assert fonts.has_chinese_font((tmp_path,)) is found


@pytest.mark.skipif(os.name == "nt", reason="needs a shell")
@pytest.mark.parametrize(("answer", "found"), [("/opt/han.ttf: ", True), ("", False)])
def test_fontconfig_is_asked_where_no_file_has_a_known_name(
    answer: str, found: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "fc-list"
    program.write_text(f'#!/bin/sh\nprintf "%s" "{answer}"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert fonts.has_chinese_font(()) is found


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the tables are for Linux")
def test_libraries_that_cannot_be_loaded_are_missing() -> None:
    tried = {"libc.so.6": "libc6", "libno-such-thing.so.1": "libno-such-thing1"}
    assert libraries.missing(tried) == {"libno-such-thing.so.1": "libno-such-thing1"}


def test_a_second_start_waits_for_the_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order: list[str] = []
    inside = threading.Event()

    def first() -> None:
        with turnstile.turnstile(tmp_path / "lock"):
            inside.set()
            order.append("first in")
            done.wait(10)
            order.append("first out")

    done = threading.Event()
    started = threading.Thread(target=first)
    started.start()
    assert inside.wait(10)
    threading.Timer(0.1, done.set).start()
    with turnstile.turnstile(tmp_path / "lock"):
        order.append("second in")
    started.join()
    assert order == ["first in", "first out", "second in"]
    assert "waiting" in capsys.readouterr().err


@pytest.mark.parametrize("reason", [errno.EACCES, errno.EROFS])
def test_a_checkout_that_cannot_be_written_to_is_to_be_copied(
    reason: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, _mode: str) -> None:
        raise OSError(reason, os.strerror(reason), str(path))

    monkeypatch.setattr(Path, "open", refuse)
    lock = tmp_path / ".venv.lock"
    with pytest.raises(SetupProblem) as told, turnstile.turnstile(lock):
        pytest.fail("was let through")
    assert str(tmp_path) in told.value.text()
    assert "copy the checkout" in told.value.text()


def test_an_error_of_the_file_system_names_the_file() -> None:
    full = OSError(errno.ENOSPC, "No space left on device", "/some/checkout/.venv")
    line = as_problem(full).text()
    assert "/some/checkout/.venv: No space left on device" in line
    assert line.count("\n") == 1
