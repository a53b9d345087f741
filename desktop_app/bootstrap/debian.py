"""Brings what the system lacks by apt-get, or says how the person can."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from desktop_app.bootstrap.problems import SetupProblem, say
from desktop_app.bootstrap.system import Lacking
from desktop_app.bootstrap.tools import Tools

_LISTS = Path("/var/lib/apt/lists")
# Wait for another apt rather than fail, for two minutes at most.
_INSTALL = ("install", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120")


def venv_package() -> str:
    """The Debian package that lets this Python make environments with pip."""
    return f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"


def bring(packages: list[str], tools: Tools) -> None:
    """Install Debian `packages` as root, else raise `SetupProblem` with the line to type."""
    if not _is_root():
        line = f"sudo apt-get install -y --no-install-recommends {' '.join(packages)}"
        # A container's image has no lists, and apt-get then finds none of the packages.
        line = line if _has_lists() else f"sudo apt-get update && {line}"
        raise SetupProblem(
            "system packages are missing; install them with this line, then start again:",
            "缺少系统软件包；请用下面这一行安装，然后重新启动：",
            command=line,
        )
    say(
        f"installing with apt-get (up to 80 MB to download): {' '.join(packages)}",
        f"正在用 apt-get 安装（最多下载 80 MB）：{' '.join(packages)}",
    )
    if not _install(packages, tools):
        raise SetupProblem(
            f"apt-get could not install {' '.join(packages)} (see {tools.log}). "
            "Check the network and the package sources, then start again.",
            f"apt-get 未能安装（详见 {tools.log}）。请检查网络和软件源，然后重新启动。",
        )


def has_apt() -> bool:
    """Whether this is Debian or one of its family."""
    return shutil.which("apt-get") is not None


def refuse(lacking: Lacking, venv: bool) -> None:
    """Say what is missing where there is no apt-get; raise `SetupProblem` if it is needed.

    `venv` is whether Python cannot make an environment with pip.
    """
    if lacking.font:
        say(
            "no Chinese font found; Chinese text may show as boxes until you install one.",
            "未找到中文字体；安装之前，中文可能显示为方框。",
        )
    ensurepip = ["ensurepip"] if venv else []
    names = " ".join([*lacking.libraries, *lacking.programs, *ensurepip])
    if names:
        raise SetupProblem(
            f"this system lacks {names}; install what brings them, then start again.",
            f"本系统缺少 {names}；请安装后重新启动。",
        )


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _has_lists() -> bool:
    return any(_LISTS.glob("*_Packages*"))


def _install(packages: list[str], tools: Tools) -> bool:
    """Install, with fresh lists where there are none or the old ones do not do."""
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", *_INSTALL, *packages]
    if _has_lists() and tools.run(install, quiet):
        return True
    # A dpkg that was killed half-way refuses everything until it has finished that.
    tools.run(["dpkg", "--configure", "-a"], quiet)
    tools.run(["apt-get", "update"], quiet)
    return tools.run(install, quiet)
