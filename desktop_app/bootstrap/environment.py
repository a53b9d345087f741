"""Makes the virtual environment and installs the pinned dependencies in it.

Four ways, the first that can go: uv; Python's own venv with pip; where Debian keeps
ensurepip apart, a venv filled by the pip of the Python that runs; the Debian package.
"""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path

from desktop_app.bootstrap.checkout import Checkout
from desktop_app.bootstrap.problems import SetupProblem
from desktop_app.bootstrap.tools import Tools

_PIP_OPTIONS = (
    "--disable-pip-version-check",
    "--no-input",
    "--no-user",
    "--retries=2",
    "--require-hashes",
)


def base_python() -> Path:
    """The Python behind this one, which stays when the environment is made anew."""
    return Path(getattr(sys, "_base_executable", "") or sys.executable)


def has_ensurepip() -> bool:
    """Whether a new environment can be given pip (Debian keeps it in python3-venv)."""
    return importlib.util.find_spec("ensurepip") is not None


def can_make_environment(tools: Tools) -> bool:
    """Whether one of the ways that need no Debian package can go."""
    return shutil.which("uv") is not None or has_ensurepip() or _has_pip(tools)


def remove_environment(checkout: Checkout) -> None:
    """Delete the environment, the note that it is whole first."""
    if checkout.environment.is_symlink() or checkout.environment.is_file():
        checkout.environment.unlink()
    elif checkout.environment.exists():
        checkout.stamp.unlink(missing_ok=True)
        shutil.rmtree(checkout.environment)


def make_environment(checkout: Checkout, tools: Tools, dev: bool) -> None:
    """Make the environment anew with the pinned dependencies; raises `SetupProblem`."""
    remove_environment(checkout)
    uv = shutil.which("uv")
    if uv and _make_with_uv(checkout, tools, uv, dev):
        return
    remove_environment(checkout)
    with_pip = () if has_ensurepip() else ("--without-pip",)
    if not tools.run([base_python(), "-m", "venv", *with_pip, checkout.environment]):
        raise _failure(checkout, tools)
    install(checkout, tools, dev)


def install(checkout: Checkout, tools: Tools, dev: bool) -> None:
    """Install the pinned dependencies into the environment; raises `SetupProblem`."""
    uv = shutil.which("uv")
    if uv and _install_with_uv(checkout, tools, uv, dev):
        return
    own: list[str | Path] = [checkout.python, "-I", "-m", "pip"]
    pip = own if tools.answer([*own, "--version"]) else _borrowed_pip(checkout.python)
    lock = checkout.requirements(dev)
    if not tools.run([*pip, "install", *_PIP_OPTIONS, "-r", lock]):
        raise _failure(checkout, tools)


def check_qt(checkout: Checkout, tools: Tools) -> None:
    """Raise `SetupProblem` where Qt was installed and cannot be loaded."""
    if not tools.run([checkout.python, "-I", "-c", "import PySide6.QtWidgets"]):
        raise _failure(checkout, tools)


def compile_catalogs(checkout: Checkout, tools: Tools) -> None:
    """Compile the catalogs with Babel from the environment; raises `SetupProblem`."""
    if not tools.run([checkout.python, "-m", "desktop_app.i18n", "compile"]):
        raise SetupProblem(
            f"could not compile the catalogs in {checkout.translations} (see {checkout.log}). "
            "Restore them and start again.",
            f"无法编译 {checkout.translations} 中的语言文件（详见 {checkout.log}）。"
            "请恢复后重新启动。",
        )


def _make_with_uv(checkout: Checkout, tools: Tools, uv: str, dev: bool) -> bool:
    made = tools.run([uv, "venv", "--python", base_python(), checkout.environment])
    return made and _install_with_uv(checkout, tools, uv, dev)


def _install_with_uv(checkout: Checkout, tools: Tools, uv: str, dev: bool) -> bool:
    lock = checkout.requirements(dev)
    target: list[str | Path] = ["--python", checkout.python]
    return tools.run([uv, "pip", "install", *target, "--require-hashes", "-r", lock])


def _borrowed_pip(python: Path) -> list[str | Path]:
    """Return this Python's pip working on another one (`--python`, since pip 22.3)."""
    return [base_python(), "-m", "pip", "--python", python]


def _has_pip(tools: Tools) -> bool:
    return tools.answer([*_borrowed_pip(base_python()), "--version"])


_REASONS = (
    # What a tool says (pip and uv word it differently), in English and in Chinese.
    ("No space left", "the disk is full", "磁盘已满"),
    ("HASHES", "a download is not the locked file", "下载的文件与锁定的不符"),
    ("ash mismatch", "a download is not the locked file", "下载的文件与锁定的不符"),
    ("cannot open shared object file", "a system library is missing", "缺少系统库"),
    ("CERTIFICATE", "the package index's certificate is not trusted", "软件包索引的证书不受信任"),
    ("onnection", "no connection to the package index", "无法连接软件包索引"),
    ("name resolution", "no connection to the package index", "无法连接软件包索引"),
    ("imed out", "no connection to the package index", "无法连接软件包索引"),
    ("dns error", "no connection to the package index", "无法连接软件包索引"),
    (
        "No matching distribution",
        "a package is not there for this system",
        "缺少适合本系统的软件包",
    ),
)


def _failure(checkout: Checkout, tools: Tools) -> SetupProblem:
    """Name the most likely reason; the whole story is in the log."""
    said = tools.said()
    found = ((english, chinese) for sign, english, chinese in _REASONS if sign in said)
    english, chinese = next(found, ("a tool failed", "工具运行失败"))
    return SetupProblem(
        f"could not set up .venv: {english} (see {checkout.log}). Put that right and start again.",
        f"无法准备 .venv：{chinese}（详见 {checkout.log}）。解决后请重新启动。",
    )
