"""Small pictures kept on disk by the hash of their photo, in the reader's cache folder.

Never in the archive, which may be another's, or on media that cannot be written. What is kept
is bounded in bytes: past that the least recently used go, a fifth of all at a time.
"""

from __future__ import annotations

import logging
import os
import re
import threading
import time
from pathlib import Path

from desktop_app.places import cache_folder

log = logging.getLogger(__name__)

MOST_BYTES = 256 * 1024 * 1024  # some 15,000 of middle size
_KEPT_SHARE = 0.8  # of the bound, after an eviction
_HASH = re.compile(r"[0-9a-f]{64}")
_FRESH = 86_400.0  # seconds: used again within them, a file is not touched anew


class ThumbnailCache:
    """Files named by a photo's SHA-256 and a size in pixels. Safe for several threads.

    Several processes may use one folder. What cannot be read or written there is as good as
    not kept: that costs time, nothing else.
    """

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        """Keep up to `most_bytes` in `folder`, which is made with the first thumbnail."""
        self.folder, self._most = folder, most_bytes
        self._lock = threading.Lock()
        self._bytes: int | None = None  # None: not yet counted

    def get(self, photo: Path, side: int) -> bytes | None:
        """What was put for the photo file `photo` at `side` pixels; None where nothing is."""
        path = self._path(photo, side)
        if path is None:
            return None
        try:
            content = path.read_bytes()
            if time.time() - path.stat().st_mtime > _FRESH and os.access(path, os.W_OK):
                os.utime(path)
        except FileNotFoundError:
            return None
        except OSError as error:
            log.info("thumbnail not read: %r", error)
            return None
        return content or None

    def put(self, photo: Path, side: int, content: bytes) -> None:
        """Keep `content`, a small picture, for a photo that is named by its hash."""
        path = self._path(photo, side)
        if path is None:
            return
        part = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(content)
            part.replace(path)
        except OSError as error:
            log.info("thumbnail not kept: %r", error)
            _remove(part)
            return
        self._grow(len(content))

    def drop(self, photo: Path, side: int) -> None:
        """Forget what is kept for a photo: it was damaged."""
        path = self._path(photo, side)
        if path is not None:
            _remove(path)

    def _path(self, photo: Path, side: int) -> Path | None:
        """Where it lies; None for a file that is not named by its hash."""
        name = photo.stem
        return self.folder / name[:2] / f"{name}-{side}" if _HASH.fullmatch(name) else None

    def _grow(self, count: int) -> None:
        """Count what has been added, and make room where it is too much."""
        with self._lock:
            self._bytes = self._counted() if self._bytes is None else self._bytes + count
            if self._bytes > self._most:
                self._bytes = self._evict()

    def _files(self) -> list[tuple[float, int, Path]]:
        """When used last (seconds), bytes and path of each, the least recently used first."""
        found = []
        for path in self.folder.glob("*/*"):
            try:
                known = path.stat()
            except OSError:  # another process has just removed it
                continue
            found.append((known.st_mtime, known.st_size, path))
        return sorted(found, key=lambda each: each[0])

    def _counted(self) -> int:
        return sum(size for _used, size, _path in self._files())

    def _evict(self) -> int:
        """Remove the least recently used; returns the bytes left."""
        files = self._files()
        left = sum(size for _used, size, _path in files)
        for _used, size, path in files:
            if left <= self._most * _KEPT_SHARE:
                break
            left -= size if _remove(path) else 0
        return left


def _remove(path: Path) -> bool:
    """Whether the file is gone."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        log.info("thumbnail not removed: %r", error)
        return False
    return True


def thumbnail_cache() -> ThumbnailCache:
    """The reader's own."""
    return ThumbnailCache(cache_folder() / "thumbnails")
