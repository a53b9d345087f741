"""``python3 -m tests.benchmarks speeches``: concordances, collocates and trends.

Each stands beside a plain regular-expression scan of all texts, as concordancers without
an index make it, in the same run. The scan has all texts in memory, unfolded; reading them
is not counted. The JSON: ``{"items", "text_bytes", "rows": [{"what", "word", "lines",
"ms", "scan_ms", "ratio", "scan_lines"}], "contract": [{"what", "figure", "limit", "met"}]}``;
``ratio`` is of the scan's time to Beilin's.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from desktop_app.archive import Archive, open_archive
from desktop_app.language.tokens import HAN, tokens
from desktop_app.search.figures import By
from desktop_app.word_use import SPAN
from tests.benchmarks import report
from tests.benchmarks.archive import archive_of
from tests.benchmarks.basics import median_ms
from tests.benchmarks.corpus import Corpus, Story

_SAMPLE = 2000  # stories among which words are chosen
_SHARES = {"common": 0.4, "middling": 0.05, "rare": 0.003}  # of a language's stories
_LINES_SHOWN = 50
_LINES_AIMED_AT = 10_000


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison: medians in milliseconds, and what both found."""

    what: str
    word: str
    lines: int
    ms: float
    scan_lines: int
    scan_ms: float

    @property
    def ratio(self) -> float:
        """How many times as long the scan takes."""
        return self.scan_ms / self.ms


@dataclass(frozen=True, slots=True)
class Scanned:
    """A text of the scan, with its month."""

    text: str
    month: int


def main(arguments: Sequence[str]) -> None:
    """Measure, print, and write the figures down."""
    parser = argparse.ArgumentParser("python3 -m tests.benchmarks speeches", description=__doc__)
    parser.add_argument("--items", type=int, default=10_000, help="how many items (10000)")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write all figures to OUT")
    given = parser.parse_args(arguments)
    corpus = Corpus(given.items)
    stories = list(islice(corpus, _SAMPLE))
    words = {language: choose(stories, language) for language in ("en", "zh")}
    with open_archive(archive_of(corpus)) as archive:
        texts = [Scanned(story.text.partition("\n")[2], story.date // 100) for story in corpus]
        rows = measure(archive, texts, words)
    show(corpus, rows)
    plain = [{**asdict(row), "ratio": row.ratio} for row in rows]
    told = {"items": corpus.count, "text_bytes": corpus.bytes, "rows": plain}
    report.write(given.json, {**told, "contract": contract(rows)})


def choose(stories: Sequence[Story], language: str) -> dict[str, str]:
    """A common, a middling and a rare word: those whose share of items is nearest to that."""
    own = [story for story in stories if story.language == language]
    held = Counter(word for story in own for word in {t.text for t in tokens(story.text)})
    apt = {word: n for word, n in held.items() if _is_apt(word, language)}
    return {
        name: min(apt, key=lambda word: (abs(apt[word] / len(own) - share), word))
        for name, share in _SHARES.items()
    }


def _is_apt(word: str, language: str) -> bool:
    if language == "zh":
        return len(word) == 2 and HAN.fullmatch(word) is not None
    return len(word) > 3 and word.isascii() and word.isalpha()


def measure(
    archive: Archive, texts: Sequence[Scanned], words: dict[str, dict[str, str]]
) -> list[Row]:
    """All comparisons, one after another."""
    every = [(f"{name}, {language}", word) for language, own in words.items()
             for name, word in own.items()]  # fmt: skip
    rows = [_concordance(archive, texts, what, word) for what, word in every]
    rows += [_sorting(archive, texts, what, word) for what, word in every if "midd" in what]
    rows += [_collocates(archive, texts, what, word) for what, word in every if "midd" in what]
    return [*rows, _trend(archive, texts, [word for _what, word in every[:3]])]


def _concordance(archive: Archive, texts: Sequence[Scanned], what: str, word: str) -> Row:
    """Finding all lines, and making the first ones to be seen."""
    pattern = pattern_of(word)

    def ours() -> int:
        found = archive.words.concordance(f"={word}")
        found.lines(0, _LINES_SHOWN, 40)
        return len(found)

    def scan() -> int:
        lines = [(k, each.span()) for k, one in enumerate(texts)
                 for each in pattern.finditer(one.text)]  # fmt: skip
        for k, (start, end) in lines[:_LINES_SHOWN]:
            _ = texts[k].text[max(0, start - 40) : end + 40]
        return len(lines)

    return _row(f"concordance: {what}", word, ours, scan)


def _sorting(archive: Archive, texts: Sequence[Scanned], what: str, word: str) -> Row:
    """Finding all lines and putting them in the order of what stands to the right."""
    pattern = pattern_of(word)

    def ours() -> int:
        return len(archive.words.concordance(f"={word}").sorted(["R1"], lambda: False))

    def scan() -> int:
        found = (one.text[each.end() : each.end() + 40].lower()
                 for one in texts for each in pattern.finditer(one.text))  # fmt: skip
        return len(sorted(found))

    return _row(f"sorted by R1: {what}", word, ours, scan)


def _collocates(archive: Archive, texts: Sequence[Scanned], what: str, word: str) -> Row:
    """Counting neighbours; the scan only counts them, without the whole corpus's counts."""
    pattern, piece = pattern_of(word), re.compile(rf"{HAN.pattern}|\w+")

    def scan() -> int:
        near: Counter[str] = Counter()
        for one in texts:
            for each in pattern.finditer(one.text):
                before = piece.findall(one.text[max(0, each.start() - 60) : each.start()].lower())
                after = piece.findall(one.text[each.end() : each.end() + 60].lower())
                near.update(before[-SPAN:] + after[:SPAN])
        return len(near)

    return _row(
        f"collocates: {what}", word, lambda: len(archive.words.collocates(f"={word}")), scan
    )


def _trend(archive: Archive, texts: Sequence[Scanned], words: Sequence[str]) -> Row:
    """Three words by month; `lines` are the months."""
    patterns = [pattern_of(word) for word in words]

    def ours() -> int:
        return len(archive.words.trend([f"={word}" for word in words], By.MONTH).periods)

    def scan() -> int:
        months: Counter[tuple[int, int]] = Counter()
        for one in texts:
            months[one.month, -1] += 1
            for k, pattern in enumerate(patterns):
                months[one.month, k] += pattern.search(one.text) is not None
        return len({month for month, _k in months})

    return _row("trend of three words", " ".join(words), ours, scan)


def _row(what: str, word: str, ours: Callable[[], int], scan: Callable[[], int]) -> Row:
    lines, scanned = ours(), scan()
    return Row(what, word, lines, median_ms(ours, 5), scanned, median_ms(scan, 1))


def pattern_of(word: str) -> re.Pattern[str]:
    """The word as a concordancer without an index looks for it."""
    return re.compile(word if HAN.match(word) else rf"\b{word}\b", re.IGNORECASE)


def contract(rows: Sequence[Row]) -> list[dict[str, object]]:
    """The aims, over 100,000 items: 10,000 lines in 200 ms, a trend of three words in 100 ms."""
    lines = [row for row in rows if row.what.startswith("concordance")]
    nearest = min(lines, key=lambda row: abs(row.lines - _LINES_AIMED_AT))
    per_10_000 = nearest.ms * _LINES_AIMED_AT / max(nearest.lines, 1)
    trend = next(row.ms for row in rows if row.what.startswith("trend"))
    aims = (
        (f"ms for 10,000 lines, by {nearest.lines} of {nearest.word}", per_10_000, 200.0),
        ("ms a trend of three words", trend, 100.0),
    )
    return [{"what": a, "figure": b, "limit": c, "met": b <= c} for a, b, c in aims]


def show(corpus: Corpus, rows: Sequence[Row]) -> None:
    """Print the table."""
    print(
        f"\n{corpus.count} items, {corpus.bytes / 1e6:.1f} MB of text; ms beside a plain scan's\n"
    )
    print(f"{'':<28}{'word':<14}{'lines':>8}{'ms':>10}{'scan':>10}{'ratio':>8}{'its lines':>11}")
    for row in rows:
        word = row.word if len(row.word) < 14 else row.word[:11] + "…"
        print(f"{row.what:<28}{word:<14}{row.lines:>8}{row.ms:>10.1f}{row.scan_ms:>10.1f}"
              f"{row.ratio:>8.1f}{row.scan_lines:>11}")  # fmt: skip
    print("\nContract (figures are for 100,000 items)")
    for clause in contract(rows):
        met = "met" if clause["met"] else "NOT MET"
        print(f"  {clause['what']:<56} {clause['figure']:>8.1f} <= {clause['limit']:<6.0f} {met}")
