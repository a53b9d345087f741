"""``extraction``: what is got out of saved pages, how well and how fast, beside others.

Body text is scored as scrapinghub/article-extraction-benchmark does it: runs of four words,
precision and recall of each page, their means, and F1 of the two means.
"""

from __future__ import annotations

import importlib.util
import json
import logging
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import trafilatura
from lxml import html

from desktop_app.importing.html.page import HtmlPage, read_page
from desktop_app.importing.raw import RawItem

_SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "pages-en"
_GOLD = Path(__file__).resolve().parent.parent / "gold" / "pages-en.json"
_RUN = 4  # words
_ROUNDS = 5
Extract = Callable[[bytes], str]


@dataclass(frozen=True, slots=True)
class Score:
    """Of one text, or the mean of many; each between 0 and 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def runs_of_words(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of `text`; of a shorter text the one run of all its words."""
    words = re.findall(r"\w+", text)
    starts = range(max(1, len(words) - _RUN + 1)) if words else ()
    return Counter(tuple(words[start : start + _RUN]) for start in starts)


def score(found: str, expected: str) -> Score:
    """How well `found` matches `expected`."""
    ours, gold = runs_of_words(found), runs_of_words(expected)
    right = sum((ours & gold).values())
    return Score(
        right / sum(ours.values()) if ours else float(not gold),
        right / sum(gold.values()) if gold else float(not ours),
    )


def mean(scores: Sequence[Score]) -> Score:
    """Precision and recall each averaged over pages."""
    return Score(
        statistics.mean(each.precision for each in scores),
        statistics.mean(each.recall for each in scores),
    )


def read_item(content: bytes) -> RawItem:
    """What Beilin makes of a page."""
    found = read_page(HtmlPage(content, "page"))[0]
    return found if isinstance(found, RawItem) else RawItem("", (), "en", "")


def by_beilin(content: bytes) -> str:
    """The paragraphs of the item, with all that Beilin does beside finding them."""
    return "\n".join(read_item(content).paragraphs)


def by_trafilatura(content: bytes) -> str:
    """With the settings it comes with."""
    document = trafilatura.bare_extraction(content.decode("utf-8", "replace"))
    return getattr(document, "text", None) or ""


def by_trafilatura_at_its_best(content: bytes) -> str:
    """With the settings that score best on these pages."""
    document = trafilatura.bare_extraction(
        content.decode("utf-8", "replace"), include_comments=False, favor_precision=True
    )
    return getattr(document, "text", None) or ""


def by_readability(content: bytes) -> str:
    """By readability-lxml, where it is installed."""
    from readability import Document  # type: ignore[import-not-found]  # in no lock

    summary: str = Document(content.decode("utf-8", "replace")).summary()
    return str(html.fromstring(summary).text_content())


def extractors() -> dict[str, Extract]:
    """Those that can be run here, by name."""
    found: dict[str, Extract] = {
        "Beilin": by_beilin,
        "trafilatura": by_trafilatura,
        "trafilatura, best": by_trafilatura_at_its_best,
    }
    if importlib.util.find_spec("readability"):
        found["readability-lxml"] = by_readability
    return found


def load(folder: Path = _SHARED) -> tuple[dict[str, bytes], dict[str, str]]:
    """The pages and their gold texts, by name."""
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    pages = {name: (folder / f"{name}.html").read_bytes() for name in sorted(expected)}
    return pages, {name: str(expected[name]["articleBody"]) for name in pages}


def facts_right(items: Mapping[str, RawItem]) -> dict[str, tuple[int, int]]:
    """How many stated titles, dates and captions are found: right, of so many.

    Beside them ``captions given``: of all captions given on the pages that have gold ones,
    how many are among those.
    """
    gold = json.loads(_GOLD.read_text("utf-8"))
    titles = [_plain(items[name].title) == _plain(each["title"]) for name, each in gold.items()]
    dates = [str(items[name].date) == each["date"] for name, each in gold.items() if "date" in each]
    stated, given = [], []
    for name, each in gold.items():
        if "captions" in each:
            found = [_plain(photo.caption) for photo in items[name].photos if photo.caption]
            wanted = [_plain(caption) for caption in each["captions"]]
            stated += [any(one.startswith(caption) for one in found) for caption in wanted]
            given += [any(one.startswith(caption) for caption in wanted) for one in found]
    counted = {"titles": titles, "dates": dates, "captions": stated, "captions given": given}
    return {name: (sum(right), len(right)) for name, right in counted.items()}


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def rates(
    named: Mapping[str, Extract], pages: Sequence[bytes], rounds: int = _ROUNDS
) -> dict[str, float]:
    """Pages a second of each in one process: the best of `rounds`, taken in turns."""
    best = dict.fromkeys(named, 0.0)
    for _ in range(rounds):
        for name, extract in named.items():
            started = time.perf_counter()
            for page in pages:
                extract(page)
            best[name] = max(best[name], len(pages) / (time.perf_counter() - started))
    return best


def rate_of_two(pages: Sequence[bytes], rounds: int = _ROUNDS) -> float:
    """Pages a second of Beilin in two processes, started before the clock is."""
    best = 0.0
    with ProcessPoolExecutor(2, initializer=_quiet) as pool:
        list(pool.map(by_beilin, pages[:8]))
        for _ in range(rounds):
            started = time.perf_counter()
            list(pool.map(by_beilin, pages, chunksize=4))
            best = max(best, len(pages) / (time.perf_counter() - started))
    return best


def _quiet() -> None:
    logging.disable(logging.CRITICAL)  # trafilatura names each page it gives up


def main(arguments: list[str]) -> None:
    """Print the tables."""
    if arguments:
        raise SystemExit("python3 -m tests.benchmarks extraction takes no arguments")
    if not _SHARED.is_dir():
        raise SystemExit("the saved pages are not here (../shared/data/pages-en)")
    _quiet()
    pages, gold = load()
    named = extractors()
    speed = rates(named, list(pages.values()))
    print(f"Body text of {len(pages)} pages, runs of {_RUN} words; speed in one process\n")
    print("| | precision | recall | F1 | pages/s | of trafilatura's |")
    print("|---|---|---|---|---|---|")
    for name, extract in named.items():
        got = mean([score(extract(page), gold[key]) for key, page in pages.items()])
        ratio = speed[name] / speed["trafilatura"]
        figures = f"{got.precision:.4f} | {got.recall:.4f} | {got.f1:.4f}"
        print(f"| {name} | {figures} | {speed[name]:.1f} | {ratio:.0%} |")
    if "readability-lxml" not in named:
        print("\nreadability-lxml is not installed; to compare with it:")
        print(f"  {sys.executable} -m pip install readability-lxml==0.9")
    two = rate_of_two(list(pages.values()))
    print(f"\nBeilin in two processes: {two:.1f} pages/s, {two / speed['Beilin']:.2f} times one")
    items = {name: read_item(page) for name, page in pages.items()}
    print("\nOf what tests/gold/pages-en.json says:")
    for fact, (right, of) in facts_right(items).items():
        print(f"  {fact}: {right} of {of}")
