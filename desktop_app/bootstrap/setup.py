"""The steps of the set-up, each only where its result is missing."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from desktop_app.bootstrap import debian, environment
from desktop_app.bootstrap.checkout import Checkout, find_checkout
from desktop_app.bootstrap.problems import say
from desktop_app.bootstrap.stamp import (
    catalogs,
    has_development,
    is_whole,
    read_stamp,
    write_catalogs,
    write_stamp,
)
from desktop_app.bootstrap.system import Lacking, find_lacking
from desktop_app.bootstrap.tools import Tools
from desktop_app.bootstrap.turnstile import turnstile


def set_up(dev: bool) -> Path:
    """Set up what is missing and return the Python to use.

    Raises `SetupProblem` or `OSError` where that cannot be done.
    """
    checkout = find_checkout()
    if checkout is None:
        return Path(sys.executable)
    lacking = find_lacking(dev)
    if lacking.stops(debian.has_apt()) or not _is_done(checkout, dev):
        _set_up(checkout, lacking, dev)
    return checkout.python


def _is_done(checkout: Checkout, dev: bool) -> bool:
    stamp = read_stamp(checkout)
    return (
        stamp is not None
        and is_whole(checkout, stamp)
        and (not dev or has_development(checkout, stamp))
        and stamp.catalogs == catalogs(checkout)
    )


def _set_up(checkout: Checkout, lacking: Lacking, dev: bool) -> None:
    with turnstile(checkout.turnstile) as held:
        checkout.log.unlink(missing_ok=True)
        tools = Tools(checkout.log, held)
        _bring_system(checkout, lacking, tools)
        _bring_packages(checkout, tools, dev)
        _bring_catalogs(checkout, tools)
        checkout.log.unlink(missing_ok=True)


def _bring_system(checkout: Checkout, lacking: Lacking, tools: Tools) -> None:
    venv = _wants_venv_package(checkout, tools)
    if not debian.has_apt():
        debian.refuse(lacking, venv)
        return
    packages = [*lacking.packages(), *([debian.venv_package()] if venv else [])]
    if packages:
        debian.bring(packages, tools)
        # What Python looked for and missed may be there now.
        importlib.invalidate_caches()


def _wants_venv_package(checkout: Checkout, tools: Tools) -> bool:
    stamp = read_stamp(checkout)
    whole = stamp is not None and is_whole(checkout, stamp)
    return not whole and not environment.can_make_environment(tools)


def _bring_packages(checkout: Checkout, tools: Tools, dev: bool) -> None:
    """Make the environment anew, or add to a whole one what tests need."""
    stamp = read_stamp(checkout)
    if stamp is None or not is_whole(checkout, stamp):
        _announce(checkout, "150 MB" if dev else "120 MB", dev)
        environment.make_environment(checkout, tools, dev)
    elif dev and not has_development(checkout, stamp):
        _announce(checkout, "30 MB", dev)
        checkout.stamp.unlink()
        environment.install(checkout, tools, dev)
    else:
        return
    environment.check_qt(checkout, tools)
    write_stamp(checkout, dev)


def _announce(checkout: Checkout, size: str, dev: bool) -> None:
    lock, place = checkout.requirements(dev).name, checkout.environment
    say(
        f"installing the packages of {lock} into {place} (about {size} to download).",
        f"正在将 {lock} 中的软件包安装到 {place}（约需下载 {size}）。",
    )


def _bring_catalogs(checkout: Checkout, tools: Tools) -> None:
    """Compile the catalogs where one of them changed since the last time."""
    stamp, now = read_stamp(checkout), catalogs(checkout)
    if stamp is None or stamp.catalogs == now:
        return
    say("compiling the catalogs of the interface.", "正在编译界面语言文件。")
    environment.compile_catalogs(checkout, tools)
    write_catalogs(checkout, stamp)
