"""``alignment``: links of paragraphs and sentences against labels made by hand, and the time."""

from __future__ import annotations

import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop_app.language.lexicon.lexicon import Lexicon
from desktop_app.pairing.align import align, align_sentences, sentences
from desktop_app.pairing.anchors import Lexicon as Dictionary
from desktop_app.pairing.anchors import NoLexicon
from tests.alignment_gold import Score, score
from tests.alignment_texts import LINUX, Texts, declarations, kernel_documents, posts
from tests.sentence_gold import (
    DEBIAN,
    LinkedParagraph,
    linked_paragraphs,
    not_one_to_one,
    sentence_score,
)

_SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
_HELP = """python3 -m tests.benchmarks alignment [--linux-doc FOLDER] [--debian-doc FOLDER]
                                     [--long N] [--wrong]

Of packages installed or unpacked (dpkg-deb -x): Documentation/ of Debian's linux-doc-6.1, and
usr/share/doc with debian-faq, maint-guide and their zh-cn. --long times a text of N paragraphs;
--wrong lists what is wrong in the seen half and of the sentences."""


def main(arguments: list[str]) -> None:
    """Print the tables."""
    options = dict(zip(arguments[::1], [*arguments[1:], ""], strict=True))
    if set(arguments) - {"--linux-doc", "--debian-doc", "--long", "--wrong", *options.values()}:
        raise SystemExit(_HELP)
    kernel = Path(options.get("--linux-doc") or LINUX)
    sources: dict[str, Sequence[Texts]] = {"Declaration": list(declarations())}
    if _SHARED.is_dir():
        sources["blog"] = list(posts(_SHARED))
    if kernel.is_dir():
        sources["kernel"] = list(kernel_documents(kernel))
        sources["kernel, uneven"] = list(kernel_documents(kernel, "linux-doc-uneven.jsonl"))
    for name in {"blog", "kernel"} - sources.keys():
        print(f"the texts of “{name}” are not here; see --help", file=sys.stderr)
    _accuracy(sources, "--wrong" in arguments)
    _sentence_accuracy(Path(options.get("--debian-doc") or DEBIAN), "--wrong" in arguments)
    _speed([texts for each in sources.values() for texts in each])
    if "--long" in options:
        _long(int(options["--long"]))


def _accuracy(sources: dict[str, Sequence[Texts]], wrong: bool) -> None:
    print("| lexicon | half | texts | labelled | found | precision | recall | F1 |")
    print("|---|---|---|---|---|---|---|---|")
    everything = [texts for each in sources.values() for texts in each]
    listed: list[str] = []
    for lexicon in (NoLexicon(), Lexicon.open()):
        for half in ("seen", "unseen", "blind"):
            for name, texts in [*sources.items(), ("all", everything)]:
                total = Score()
                of_half = [each for each in texts if each[0].half == half]
                if not of_half:
                    continue
                for one, en, zh in of_half:
                    score(total, one, en, zh, align(en, zh, lexicon))
                known = "no" if isinstance(lexicon, NoLexicon) else "yes"
                print(
                    f"| {known} | {half} | {name} ({len(of_half)}) | {total.gold} | {total.found} "
                    f"| {total.precision:.3f} | {total.recall:.3f} | {total.f1:.3f} |"
                )
                if half == "seen" and name == "all":
                    listed += total.wrong
    if wrong:
        print(*listed, sep="\n")


def _sentence_accuracy(folder: Path, wrong: bool) -> None:
    try:
        paragraphs = list(linked_paragraphs(folder))
    except FileNotFoundError as error:
        print(f"no sentences without {error.filename}; see --help", file=sys.stderr)
        return
    uneven = [each for each in paragraphs if not_one_to_one(each, _sentence_count)]
    print("\n| lexicon | sentences of | labelled | found | precision | recall | F1 |")
    print("|---|---|---|---|---|---|---|")
    for known, lexicon in (("no", NoLexicon()), ("yes", Lexicon.open())):
        for name, some in (("all paragraphs", paragraphs), ("uneven ones", uneven)):
            _sentence_row(f"{known} | {name} ({len(some)})", some, lexicon)
    if wrong:
        print(*sentence_score(paragraphs, Lexicon.open()).wrong, sep="\n")


def _sentence_row(head: str, some: Sequence[LinkedParagraph], lexicon: Dictionary) -> None:
    total = sentence_score(some, lexicon)
    print(
        f"| {head} | {total.gold} | {total.found} | {total.precision:.3f} | {total.recall:.3f} "
        f"| {total.f1:.3f} |"
    )


def _sentence_count(paragraph: str) -> int:
    return sum(1 for _ in sentences(paragraph, 0))


def _speed(texts: Sequence[Texts]) -> None:
    paragraphs = sum(len(en) + len(zh) for _one, en, zh in texts)
    for name, lexicon in (("without", NoLexicon()), ("with", Lexicon.open())):
        seconds = _seconds(lambda lexicon=lexicon: [align(e, z, lexicon) for _, e, z in texts])
        print(
            f"\n{name} a lexicon: {1000 * seconds / len(texts):.0f} ms a pair of "
            f"{paragraphs / len(texts):.0f} paragraphs in all"
        )
    lexicon = Lexicon.open()
    seconds = _seconds(lambda: [_sentences(en, zh, lexicon) for _, en, zh in texts])
    print(f"with sentences: {1000 * seconds / len(texts):.0f} ms a pair")


def _sentences(en: Sequence[str], zh: Sequence[str], lexicon: Dictionary) -> None:
    for link in align(en, zh, lexicon):
        align_sentences(link, en, zh, lexicon)


def _long(count: int) -> None:
    """A long text whose paragraphs are those of the Declaration over and over, a third left out."""
    _one, en, zh = next(iter(declarations()))
    english = [f"{en[at % len(en)]} {at}" for at in range(count)]
    chinese = [f"{zh[at * len(zh) // len(en) % len(zh)]}{at}" for at in range(count) if at % 3]
    lexicon = Lexicon.open()
    seconds = _seconds(lambda: align(english, chinese, lexicon))
    tracemalloc.start()
    align(english, chinese, NoLexicon())
    peak = tracemalloc.get_traced_memory()[1]
    print(f"\n{count} paragraphs beside {len(chinese)}: {seconds:.1f} s, {peak / 2**20:.0f} MB")


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started
