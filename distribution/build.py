"""Makes what is given to people: ``python3 distribution/build.py wheel|program|deb [--out DIR]``.

wheel     a wheel with catalogs, icons and the sample inside
program   the program and its Python in one folder, by PyInstaller
deb       that folder as a Debian package, with menu entry, file types, manual pages, completion

Needs Python 3.10 to 3.13, `dpkg-deb` for the last; the rest is put into an environment of its
own below `build/`, at the versions of the lock files.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "distribution"
WORK = ROOT / "build"
APP = "org.beilin.Beilin"

# What the libraries of Qt ask of the system; Debian 12's names.
_DEPENDS = (
    "libc6 (>= 2.36)", "libegl1", "libfontconfig1", "libdbus-1-3", "libgl1", "libglib2.0-0",
    "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0",
    "libxcb-render-util0", "libxcb-shape0", "libxcb-xinerama0", "libxcb-xkb1",
    "libxkbcommon-x11-0",
)  # fmt: skip
_RECOMMENDS = ("fonts-noto-cjk",)


def main() -> None:
    """Make what was asked for and say where it lies."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("wheel", "program", "deb"))
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where to (dist)")
    given = parser.parse_args()
    out = given.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    print({"wheel": wheel, "program": program, "deb": deb}[given.what](out))


def wheel(out: Path) -> Path:
    """Build the wheel; return the file."""
    python = environment()
    before = set(out.glob("*.whl"))
    run(python, "-m", "pip", "wheel", "-q", "--no-deps", "--wheel-dir", out, ROOT)
    return max(set(out.glob("*.whl")) - before or before, key=lambda file: file.stat().st_mtime)


def program(out: Path) -> Path:
    """Freeze the program; return its folder."""
    python = environment()
    run(python, "-m", "desktop_app.i18n", "compile", cwd=ROOT)
    run(
        python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN",
        "--distpath", out, "--workpath", WORK / "pyinstaller", HERE / "beilin.spec",
    )  # fmt: skip
    return out / "beilin"


def deb(out: Path) -> Path:
    """Pack the frozen program as a Debian package; return the file."""
    tree = WORK / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    opt = tree / "opt"
    opt.mkdir(parents=True)
    shutil.move(program(WORK / "frozen"), opt / "beilin")
    _share(tree / "usr" / "share")
    command = tree / "usr" / "bin" / "beilin"
    command.parent.mkdir(parents=True)
    command.symlink_to("/opt/beilin/beilin")
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(_control(tree), encoding="utf-8")
    file = out / f"beilin_{version()}_{architecture()}.deb"
    run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, file)
    return file


def _share(share: Path) -> None:
    """Menu entry, file types, description, icons, manual pages and completion."""
    run(environment(), HERE / "manual.py", share, cwd=ROOT)
    linux, icons = HERE / "linux", ROOT / "resources" / "icons"
    for source, place in (
        (linux / f"{APP}.desktop", f"applications/{APP}.desktop"),
        (linux / f"{APP}.xml", f"mime/packages/{APP}.xml"),
        (linux / f"{APP}.metainfo.xml", f"metainfo/{APP}.metainfo.xml"),
        (icons / "beilin.svg", f"icons/hicolor/scalable/apps/{APP}.svg"),
        (icons / "beilin-48.png", f"icons/hicolor/48x48/apps/{APP}.png"),
        (ROOT / "LICENSE", "doc/beilin/copyright"),
    ):
        (share / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, share / place)


def _control(tree: Path) -> str:
    """The description of the package (deb-control(5)); its size is in KiB."""
    size = sum(file.lstat().st_size for file in tree.rglob("*") if not file.is_dir()) // 1024
    return (
        f"Package: beilin\nVersion: {version()}\nArchitecture: {architecture()}\n"
        "Maintainer: The Beilin developers <beilin@example.invalid>\n"
        f"Installed-Size: {size}\nSection: text\nPriority: optional\n"
        f"Depends: {', '.join(_DEPENDS)}\nRecommends: {', '.join(_RECOMMENDS)}\n"
        "Description: viewer for offline news archives in Chinese and English\n"
        " Reads saved pages, WARC, WACZ, ZIM, feeds, wires and photos without a network,\n"
        " finds who said what and when, and shows one story in both languages.\n"
    )


def environment() -> Path:
    """The Python of an environment that has what building needs, made where it is not there."""
    folder = WORK / "environment"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    done = folder / "ready"
    locks = [ROOT / "requirements.lock", HERE / "requirements.lock"]
    wanted = "".join(file.read_text(encoding="utf-8") for file in locks)
    if not done.is_file() or done.read_text(encoding="utf-8") != wanted:
        venv.create(folder, clear=True, with_pip=True)
        for lock in locks:
            run(python, "-m", "pip", "install", "-q", "--require-hashes", "-r", lock)
        done.write_text(wanted, encoding="utf-8")
    return python


def version() -> str:
    """The program's version."""
    said = subprocess.run(
        [sys.executable, "-c", "import desktop_app; print(desktop_app.__version__)"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return said.stdout.strip()


def architecture() -> str:
    """Debian's name for this machine's kind."""
    machine = platform.machine().lower()
    return {"x86_64": "amd64", "aarch64": "arm64"}.get(machine, machine)


def run(*words: str | Path, cwd: Path | None = None) -> None:
    """Run a command; whatever goes wrong there ends this too."""
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([str(word) for word in words], cwd=cwd, env=surroundings, check=True)


if __name__ == "__main__":
    main()
