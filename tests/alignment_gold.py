"""Paragraph links labelled by hand, and how well an alignment finds them.

See `tests/gold/alignment/README.md` for what a record says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from desktop_app.pairing.links import Link

GOLD = Path(__file__).parent / "gold" / "alignment"
Pair = tuple[tuple[int, ...], tuple[int, ...]]
_RUN = re.compile(r"(\d+)\.\.(\d+)=(\d+)\.\.(\d+)")
_BLOCK = re.compile(r"(?:(\d+)(?:-(\d+))?)?")


@dataclass(frozen=True, slots=True)
class Labelled:
    """Two texts, by the names of their files, and the true links between them."""

    en: str
    zh: str
    half: str
    digests: tuple[str, str]
    links: tuple[Pair, ...]


@dataclass(slots=True)
class Score:
    """Counts of links; `wrong` says which, with a sign for too many and too few."""

    gold: int = 0
    found: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Right ones of those found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Right ones of the labelled ones."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 0.0


def labelled(name: str) -> Iterator[Labelled]:
    """The records of a file of the gold."""
    for line in (GOLD / name).read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        digests = (record["sha256"]["en"], record["sha256"]["zh"])
        links = tuple(pair for written in record["links"] for pair in pairs(written))
        yield Labelled(record["en"], record["zh"], record["half"], digests, links)


def pairs(written: str) -> Iterator[Pair]:
    """The links that ``3..5=4..6`` (three of one paragraph each) or ``7-8=9`` stand for."""
    run = _RUN.fullmatch(written)
    if run is None:
        en, zh = (_block(side) for side in written.split("="))
        yield en, zh
        return
    first, last, other, end = map(int, run.groups())
    assert last - first == end - other, written
    for step in range(last - first + 1):
        yield (first + step,), (other + step,)


def _block(side: str) -> tuple[int, ...]:
    found = _BLOCK.fullmatch(side)
    assert found, side
    first, last = found.groups()
    return tuple(range(int(first), int(last or first) + 1)) if first else ()


def digest(paragraphs: Sequence[str]) -> str:
    """What tells that a text is the one that was labelled."""
    return sha256("\n".join(paragraphs).encode()).hexdigest()


def score(
    total: Score, one: Labelled, en: Sequence[str], zh: Sequence[str], found: Iterable[Link]
) -> None:
    """Count the links between texts; a right one has the same paragraphs on both sides.

    Neither paragraphs without counterpart count nor links of paragraphs that are the same
    to the letter (program text, names of contributors), which anything would find.
    """
    gold = {pair for pair in one.links if _counts(pair, en, zh)}
    ours = {(each.en, each.zh) for each in found if _counts((each.en, each.zh), en, zh)}
    total.gold += len(gold)
    total.found += len(ours)
    total.right += len(gold & ours)
    for sign, some in (("-", gold - ours), ("+", ours - gold)):
        total.wrong += [f"{one.en} {sign} {pair}" for pair in sorted(some)]


def _counts(pair: Pair, en: Sequence[str], zh: Sequence[str]) -> bool:
    if not all(pair):
        return False
    return [en[place] for place in pair[0]] != [zh[place] for place in pair[1]]
