"""Files and folders that appear only when they are complete."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from desktop_app.errors import ArchiveError
from desktop_app.exchange import MARKER
from desktop_app.messages import message


@contextmanager
def whole_file(out: Path) -> Iterator[Path]:
    """A file beside `out` that takes its name when the block ends well, else goes."""
    if out.is_dir():
        raise ArchiveError(message("{path} is a folder; name a file to write", path=out))
    part = beside(out, "part")
    try:
        yield part
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def scratch(out: Path) -> Iterator[Path]:
    """A folder beside `out` for what is written on the way; it goes when the block ends."""
    folder = beside(out, "scratch")
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class OwnFolder:
    """A folder being written, which lists its files so that it can be replaced one day."""

    def __init__(self, folder: Path, listing: TextIO) -> None:
        """Write into `folder` and the names of its files to `listing`."""
        self._folder = folder
        self._listing = listing

    def write(self, name: str, text: str) -> None:
        """Write a file; `name` is its path in the folder, with slashes."""
        self._new(name).write_text(text, encoding="utf-8", newline="\n")

    def copy(self, name: str, source: Path) -> None:
        """Copy a file in."""
        shutil.copyfile(source, self._new(name))

    def _new(self, name: str) -> Path:
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        self._listing.write(f"{name}\n")
        return path


@contextmanager
def whole_folder(out: Path) -> Iterator[OwnFolder]:
    """A folder beside `out` that takes its name when the block ends well, else goes.

    What stands at `out` is replaced only where an export wrote all of it.
    """
    _check_replaceable(out)
    part = beside(out, "part")
    try:
        part.mkdir()
        with (part / MARKER).open("w", encoding="utf-8", newline="\n") as listing:
            yield OwnFolder(part, listing)
        _check_replaceable(out)  # again: it took a while
        _replace(part, out)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _replace(part: Path, out: Path) -> None:
    """Put `part` in the place of `out`, which is an export, an empty folder or nothing."""
    if not out.exists():
        part.rename(out)
        return
    former = beside(out, "former")
    out.rename(former)
    try:
        part.rename(out)
    except OSError:
        former.rename(out)
        raise
    shutil.rmtree(former)


def _check_replaceable(out: Path) -> None:
    """Raise `ArchiveError` where replacing `out` would destroy what no export wrote."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise ArchiveError(message("{path} is not a folder; name a new one", path=out))
    if not out.exists():
        return
    ours = {MARKER, *_listed(out)}
    for path in out.rglob("*"):
        if path.is_symlink() or not path.is_dir():
            name = path.relative_to(out).as_posix()
            if name not in ours:
                raise ArchiveError(
                    message(
                        "{path} holds a file that no export wrote ({file}); name a new folder",
                        path=out,
                        file=name,
                    )
                )


def _listed(folder: Path) -> list[str]:
    """The files an export says it wrote into `folder`."""
    try:
        return (folder / MARKER).read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return []


def beside(out: Path, purpose: str) -> Path:
    """A hidden name beside `out`, of this process."""
    return out.with_name(f".{out.name}.{os.getpid()}.{purpose}")
