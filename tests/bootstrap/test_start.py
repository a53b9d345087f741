"""Starts from a checkout: what is missing is set up, what is broken is repaired."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bootstrap.fake import FakeCheckout, make_checkout

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the fake tools are for a shell")

MADE = ["venv --python", "pip install", "compile catalogs"]


@pytest.fixture(scope="module")
def once_started(tmp_path_factory: pytest.TempPathFactory) -> FakeCheckout:
    checkout = make_checkout(tmp_path_factory.mktemp("whole"))
    assert checkout.start().status == 0
    return checkout


@pytest.fixture
def whole(once_started: FakeCheckout, tmp_path: Path) -> FakeCheckout:
    """A copy of a checkout that is set up, as a backup would bring it back."""
    copy = tmp_path / "whole"
    shutil.copytree(once_started.root.parent, copy, symlinks=True)
    return FakeCheckout(copy / once_started.root.name, copy / "tools")


def test_a_first_start_sets_everything_up_and_says_so(tmp_path: Path) -> None:
    checkout = make_checkout(tmp_path)
    first = checkout.start()
    assert (first.status, first.calls) == (0, MADE)
    assert first.python == str(checkout.root / ".venv" / "bin" / "python")
    assert str(checkout.root / ".venv") in first.said
    assert "installing the packages of requirements.lock" in first.said
    assert "正在编译界面语言文件" in first.said
    assert checkout.catalog.exists()
    imported = [first.python, "-I", "-c", "import PySide6.QtWidgets"]
    assert subprocess.call(imported) == 0


def test_a_second_start_calls_and_says_nothing(whole: FakeCheckout) -> None:
    again = whole.start()
    assert (again.status, again.calls, again.said) == (0, [], "")


def _cut_stamp(checkout: FakeCheckout) -> None:
    checkout.stamp.write_bytes(checkout.stamp.read_bytes()[:40])


def _another_python(checkout: FakeCheckout) -> None:
    checkout.change_stamp(python="cpython 3.9")


def _lose_python(checkout: FakeCheckout) -> None:
    (checkout.root / ".venv" / "bin" / "python").unlink()


def _replace_python(checkout: FakeCheckout) -> None:
    checkout.change_stamp(interpreter="/somewhere/else/python3")


def _file_instead(checkout: FakeCheckout) -> None:
    shutil.rmtree(checkout.root / ".venv")
    (checkout.root / ".venv").touch()


def _new_lock(checkout: FakeCheckout) -> None:
    (checkout.root / "requirements.lock").write_text("qt==2\n")


@pytest.mark.parametrize(
    "damage",
    [
        lambda checkout: checkout.stamp.unlink(),
        lambda checkout: shutil.rmtree(checkout.qt),
        _cut_stamp,
        _another_python,
        _lose_python,
        _replace_python,
        _file_instead,
        _new_lock,
    ],
    ids=[
        "killed while installing",
        "a package lost",
        "note cut short",
        "made by another Python",
        "its Python lost",
        "its Python moved",
        "a file in its place",
        "other versions locked",
    ],
)
def test_an_environment_that_is_not_whole_is_made_anew(
    whole: FakeCheckout, damage: Callable[[FakeCheckout], None]
) -> None:
    damage(whole)
    repaired = whole.start()
    assert (repaired.status, repaired.calls[:2]) == (0, MADE[:2])
    assert whole.qt.is_dir()
    assert whole.start().calls == []


def test_killed_before_the_catalogs_only_they_are_compiled(whole: FakeCheckout) -> None:
    whole.change_stamp(catalogs=[])
    whole.catalog.unlink()
    assert whole.start().calls == ["compile catalogs"]
    assert whole.catalog.exists()


def test_a_changed_catalog_is_compiled(whole: FakeCheckout) -> None:
    whole.catalog.with_suffix(".po").write_text('msgid "new"\nmsgstr "neu"\n')
    assert whole.start().calls == ["compile catalogs"]


def test_a_checkout_that_was_moved_goes_on(whole: FakeCheckout, tmp_path: Path) -> None:
    moved = FakeCheckout(whole.root.rename(tmp_path / "elsewhere"), whole.tools)
    started = moved.start()
    assert (started.status, started.calls) == (0, [])
    assert subprocess.call([started.python, "-I", "-c", "import PySide6.QtWidgets"]) == 0


def test_tests_add_to_what_the_program_has(whole: FakeCheckout) -> None:
    added = whole.start(dev=True)
    assert added.calls[0] == "pip install"
    assert "venv --python" not in added.calls
    assert whole.start(dev=True).calls == []
    assert whole.start().calls == []


def test_a_failure_is_one_line_with_the_reason_and_the_log(tmp_path: Path) -> None:
    checkout = make_checkout(tmp_path)
    checkout.break_uv()
    # Without uv's help Python's own pip is asked, and finds no index either.
    failed = checkout.start(PIP_NO_INDEX="1", PIP_CONFIG_FILE="/dev/null")
    line = failed.said.splitlines()[-1]
    assert failed.status == 2
    assert "no connection to the package index" in line
    assert "无法连接软件包索引" in line
    assert str(checkout.root / ".venv.log") in line
    checkout.mend_uv()
    assert (checkout.start().status, (checkout.root / ".venv.log").exists()) == (0, False)
