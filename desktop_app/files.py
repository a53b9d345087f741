"""Writing files so that a crash leaves the old one or the new one, never a half."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def write_atomically(path: Path, content: bytes) -> None:
    """Write `content` to a new file beside `path`, make it durable, then rename it."""
    with made_beside(path) as stream:
        stream.write(content)


def copy_atomically(source: Path, path: Path) -> None:
    """Copy the file `source` to `path` as `write_atomically` does, a piece at a time."""
    with source.open("rb") as original, made_beside(path) as stream:
        shutil.copyfileobj(original, stream, 1 << 20)


@contextmanager
def made_beside(path: Path) -> Iterator[BinaryIO]:
    """A new file beside `path` to write to; it takes its place once it is whole and durable."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
