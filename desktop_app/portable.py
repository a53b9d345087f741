"""Portable mode: settings, marks and caches in a folder beside the program, as on a USB stick.

On a medium that cannot be written (a DVD) they begin as they stand there and live in the
system's temporary folder, until that is emptied.
"""

from __future__ import annotations

import getpass
import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

# The folder that a person makes beside the program to choose this mode.
PORTABLE = "beilin-portable"


@dataclass(frozen=True, slots=True)
class Portable:
    """`folder` is the one beside the program."""

    folder: Path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be kept in `folder`."""
        return _is_read_only(self.folder)

    @property
    def home(self) -> Path:
        """Where everything is kept: `folder`, or what stands in for it for now."""
        return _stand_in(self.folder) if self.read_only else self.folder


@lru_cache
def _is_read_only(folder: Path) -> bool:
    """Tried once a process: what the system says of rights knows nothing of media."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return False
    except OSError:
        return True


@lru_cache
def _stand_in(folder: Path) -> Path:
    """A folder only this person can enter, the same for every process until it is removed."""
    digest = hashlib.sha256(str(folder).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    made = Path(tempfile.gettempdir()) / f"beilin-{_person()}-{digest}"
    try:
        made.mkdir(mode=0o700)
    except FileExistsError:
        return made if _is_ours(made) else Path(tempfile.mkdtemp(prefix="beilin-"))
    _bring(folder, made)
    return made


def _person() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else getpass.getuser()


def _is_ours(folder: Path) -> bool:
    """Whether nobody else made `folder` in the hope that we would write there."""
    status = folder.lstat()
    mine = not hasattr(os, "getuid") or status.st_uid == os.getuid()
    return mine and folder.is_dir() and not folder.is_symlink()


def _bring(folder: Path, to: Path) -> None:
    """Copy the settings and the reader's marks: files, not the archives in `folder`."""
    for part in (Path(), Path("data")):
        (to / part).mkdir(exist_ok=True)
        for file in sorted((folder / part).glob("*")):
            if file.is_file():
                shutil.copyfile(file, to / part / file.name)
