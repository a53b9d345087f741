"""A file to import, with the name it has for people and for good."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from desktop_app.messages import Message


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file at `path`; `name` is what reports, origins and ids call it.

    They differ for what was unpacked: ``news.zip/2021/page.html`` lies elsewhere. A file
    is `named` where somebody chose it and not the folder or container it lies in.
    """

    path: Path
    name: str
    named: bool = False

    @classmethod
    def of(cls, path: Path, named: bool = False) -> SourceFile:
        """The file at `path`, by its own name."""
        return cls(path, shown(path), named)

    def inside(self, folder: Path, path: Path) -> SourceFile:
        """The file at `path`, which was unpacked from this one into `folder`."""
        return SourceFile(path, f"{self.name}/{shown(path.relative_to(folder))}")

    @property
    def is_outermost(self) -> bool:
        """Whether it was given as it lies, not unpacked from another."""
        return self.name == shown(self.path)

    @property
    def place(self) -> str:
        """The name with its folders from the root on, for ids: one file, one place."""
        if self.is_outermost:
            return Path(os.path.realpath(self.path)).as_posix()
        return shown(Path(self.name).absolute())

    def size(self) -> int:
        """Bytes; 0 for what is gone or no file, which then is reported in its turn."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0

    def told(self, text: Message) -> Message:
        """`text` with this file's name in place of where it lies."""
        values = {
            key: self.name if str(value) == str(self.path) else value
            for key, value in text.values.items()
        }
        return Message(text.key, values)


def shown(path: Path) -> str:
    """A path as text; what of it is none (a name in another encoding) shows as marks."""
    return os.fsencode(path).decode("utf-8", "replace")
