"""Whether the name a container gives a member may be a file's name here.

The rules hold on every system, so that a container imports alike on all of them; what
only Windows' file systems cannot write (``?`` in a mirror's names) is refused there only.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.errors import BeilinError
from desktop_app.messages import message

_MAX_NAME = 255  # bytes of one name: what ext4, NTFS and APFS take
_MAX_PATH = 1024  # bytes
_MAX_DEPTH = 40  # folders
_DRIVE = re.compile(r"[A-Za-z]:")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
# Microsoft, "Naming Files, Paths, and Namespaces": devices, whatever suffix follows.
_DEVICE = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\..*)?", re.IGNORECASE
)
_WINDOWS = re.compile(r'[<>:"|?*]|[. ]$')


class Refused(BeilinError):
    """A member that is not unpacked."""


@dataclass(slots=True)
class MemberNames:
    """The names of one container met so far: no two may be one file, on any system."""

    _files: set[str] = field(default_factory=set)
    _folders: set[str] = field(default_factory=set)

    def path(self, name: str, folder: Path) -> Path:
        """Where in `folder` the member called `name` is written; raises `Refused`."""
        parts = safe_parts(name)
        keys = [_key("/".join(parts[: end + 1])) for end in range(len(parts))]
        if keys[-1] in self._files:
            raise Refused(message("another file of the container has the same name"))
        if keys[-1] in self._folders or self._files.intersection(keys[:-1]):
            raise Refused(message("its name is that of a folder of the container"))
        self._files.add(keys[-1])
        self._folders.update(keys[:-1])
        return folder.joinpath(*parts)


def safe_parts(name: str) -> tuple[str, ...]:
    """The folders and the name of a member, none of which leads out; raises `Refused`."""
    if _CONTROL.search(name):
        raise Refused(message("its name has characters that no file's name has"))
    plain = name.replace("\\", "/")
    parts = tuple(part for part in plain.split("/") if part not in ("", "."))
    if plain.startswith("/") or _DRIVE.match(plain) or ".." in parts or not parts:
        raise Refused(message("its name leads out of the container"))
    lengths = [len(part.encode("utf-8", "surrogatepass")) for part in parts]
    if max(lengths) > _MAX_NAME or sum(lengths) > _MAX_PATH or len(parts) > _MAX_DEPTH:
        raise Refused(message("its name is too long, or in too many folders"))
    if any(_is_reserved(part) for part in parts):
        raise Refused(message("Windows does not allow this file name; rename it"))
    return parts


def shown_name(name: str) -> str:
    """A member's name as a report can show it: one line, not endless."""
    plain = _CONTROL.sub("\ufffd", name).encode("utf-8", "replace").decode("utf-8")
    return plain if len(plain) <= 300 else f"{plain[:300]}…"


def _is_reserved(part: str) -> bool:
    if _DEVICE.fullmatch(part):
        return True
    return sys.platform == "win32" and _WINDOWS.search(part) is not None


def _key(path: str) -> str:
    """Equal for what one file system or another takes for one name."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
