"""Thumbnails kept on disk: found again, bounded, and never more than a loss of time."""

from __future__ import annotations

import os
import time
from pathlib import Path

from desktop_app.pictures.thumbnail_cache import ThumbnailCache


def named(letter: str) -> Path:
    return Path("photos") / f"{letter * 64}.jpg"


def test_what_is_kept_is_found_by_photo_and_size(tmp_path: Path) -> None:
    cache = ThumbnailCache(tmp_path / "kept")
    cache.put(named("a"), 192, b"small")
    cache.put(named("a"), 320, b"larger")
    again = ThumbnailCache(tmp_path / "kept")
    assert (again.get(named("a"), 192), again.get(named("a"), 320)) == (b"small", b"larger")
    assert again.get(named("b"), 192) is None


def test_photos_not_named_by_their_hash_are_not_kept(tmp_path: Path) -> None:
    cache = ThumbnailCache(tmp_path / "kept")
    cache.put(Path("photos/holiday.jpg"), 192, b"small")
    assert cache.get(Path("photos/holiday.jpg"), 192) is None
    assert not (tmp_path / "kept").exists()


def test_past_the_bound_the_least_recently_used_go(tmp_path: Path) -> None:
    cache = ThumbnailCache(tmp_path, most_bytes=1000)
    for age, letter in enumerate("abcdef"):
        cache.put(named(letter), 192, bytes(180))
        stamp = time.time() - 10 * 86_400 + age
        os.utime(tmp_path / (letter * 2) / f"{letter * 64}-192", (stamp, stamp))
        if letter == "e":
            assert cache.get(named("a"), 192)  # used again: not the oldest any more
    kept = [letter for letter in "abcdef" if cache.get(named(letter), 192)]
    assert kept == ["a", "d", "e", "f"]
    assert sum(path.stat().st_size for path in tmp_path.glob("*/*")) <= 1000


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"no folder")
    cache = ThumbnailCache(tmp_path / "file" / "kept")
    cache.put(named("a"), 192, b"small")
    assert cache.get(named("a"), 192) is None
