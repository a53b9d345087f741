"""What the system lacks: brought by root, named to everybody else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_app.bootstrap import debian
from desktop_app.bootstrap.problems import SetupProblem
from desktop_app.bootstrap.system import Lacking
from desktop_app.bootstrap.tools import Tools

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no apt-get on Windows")

# apt-get refuses to install as long as dpkg is interrupted.
_PROGRAM = """\
#!/bin/sh
echo "{name} $*"
case "{name} $1" in
"dpkg --configure") rm -f "{folder}/interrupted" ;;
"apt-get install") test ! -e "{folder}/interrupted" -a ! -e "{folder}/broken" ;;
esac
"""


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tools:
    """Programs of the fake system; the calls end up in the log."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("apt-get", "dpkg"):
        (programs / name).write_text(_PROGRAM.format(name=name, folder=tmp_path))
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    lists = tmp_path / "lists"
    lists.mkdir()
    (lists / "a_main_Packages").touch()
    monkeypatch.setattr(debian, "_LISTS", lists)
    monkeypatch.setattr("sys.stderr.isatty", lambda: False)
    return Tools(tmp_path / "log", os.open(tmp_path, os.O_RDONLY))


def _as(monkeypatch: pytest.MonkeyPatch, user: int) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)


def _calls(tools: Tools) -> list[str]:
    lines = tools.said().splitlines() if tools.log.exists() else []
    return [" ".join(line.split()[:2]) for line in lines if line.startswith(("apt-get", "dpkg"))]


def test_a_user_gets_the_line_to_type(tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    _as(monkeypatch, 1000)
    with pytest.raises(SetupProblem) as told:
        debian.bring(["libgl1", "xvfb"], tools)
    expected = "sudo apt-get install -y --no-install-recommends libgl1 xvfb"
    assert told.value.text().splitlines()[1:] == [expected]
    assert "缺少系统软件包" in told.value.text()
    assert _calls(tools) == []


def test_where_apt_has_no_lists_the_line_fetches_them(
    tools: Tools, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _as(monkeypatch, 1000)
    (tmp_path / "lists" / "a_main_Packages").unlink()
    with pytest.raises(SetupProblem) as told:
        debian.bring(["libgl1"], tools)
    assert told.value.command.startswith("sudo apt-get update && sudo apt-get install")


def test_root_installs_and_is_told_what(
    tools: Tools, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _as(monkeypatch, 0)
    debian.bring(["libgl1", "xvfb"], tools)
    assert _calls(tools) == ["apt-get install"]
    assert "libgl1 xvfb" in capsys.readouterr().err


def test_an_interrupted_dpkg_is_finished_first(
    tools: Tools, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _as(monkeypatch, 0)
    (tmp_path / "interrupted").touch()
    debian.bring(["libgl1"], tools)
    assert _calls(tools) == [
        "apt-get install", "dpkg --configure", "apt-get update", "apt-get install"
    ]  # fmt: skip


def test_without_lists_they_are_fetched_before_anything(
    tools: Tools, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _as(monkeypatch, 0)
    (tmp_path / "lists" / "a_main_Packages").unlink()
    debian.bring(["libgl1"], tools)
    assert _calls(tools)[-2:] == ["apt-get update", "apt-get install"]
    assert _calls(tools).count("apt-get install") == 1


def test_a_failure_names_packages_and_log(
    tools: Tools, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _as(monkeypatch, 0)
    (tmp_path / "broken").touch()
    with pytest.raises(SetupProblem) as told:
        debian.bring(["libgl1"], tools)
    assert "libgl1" in told.value.text()
    assert str(tools.log) in told.value.text()


def test_without_apt_what_is_missing_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    lacking = Lacking({"libGL.so.1": "libgl1"}, font=True, programs={"Xvfb": "xvfb"})
    with pytest.raises(SetupProblem) as told:
        debian.refuse(lacking, venv=True)
    assert "lacks libGL.so.1 Xvfb ensurepip;" in told.value.text()
    assert "未找到中文字体" in capsys.readouterr().err


def test_without_apt_a_missing_font_does_not_stop_the_start() -> None:
    lacking = Lacking({}, font=True, programs={})
    debian.refuse(lacking, venv=False)
    assert (lacking.stops(apt=False), lacking.stops(apt=True)) == (False, True)
