"""Chinese characters found by how they sound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.language.pinyin import readings


def find_sounds(run: str, wanted: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """The pieces of a folded Chinese `run` that are read as one of `wanted`, in order."""
    spoken = readings(run)
    place = 0
    while place < len(run):
        fitting = [way for way in wanted if _reads(spoken[place : place + len(way)], way)]
        length = max(map(len, fitting), default=0)
        if length:
            yield place, place + length
        place += length or 1


def _reads(spoken: Sequence[Sequence[str]], way: Sequence[str]) -> bool:
    fits = len(spoken) == len(way)
    return fits and all(one in every for one, every in zip(way, spoken, strict=True))
