"""``statements``: who said what, found against labels made by hand; and how fast.

Speed is beside a plain scan of the same texts by one regular expression, as a concordancer
without an index does it.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop_app.importing.formats.bulletin import Bulletin
from desktop_app.importing.formats.reuters import Reuters
from desktop_app.importing.raw import RawItem
from desktop_app.items import Item
from desktop_app.speeches.statements import statements_of
from tests.importing.reading import read
from tests.statement_gold import GOLD, HARD, labelled, score

_SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
_SCAN = {"en": r"\b(?:said|says|told|added)\b", "zh": r"说|表示|指出|强调|认为"}
_ROUNDS = 3


def main(arguments: list[str]) -> None:
    """Print the tables; ``--wrong HALF`` lists what is wrong in a half as well."""
    wrong = arguments[1] if arguments[:1] == ["--wrong"] and len(arguments) == 2 else ""
    if arguments and not wrong:
        raise SystemExit("python3 -m tests.benchmarks statements [--wrong HALF]")
    shared = _SHARED if _SHARED.is_dir() else None
    languages = [file.stem.removeprefix("statements-") for file in GOLD.glob("statements-*.jsonl")]
    print(
        "| language | half | kind | labelled | found | precision | recall | F1 "
        "| exact | speaker | role |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    for language in sorted(languages):
        _accuracy(language, shared, wrong)
    if shared:
        _speed("en", _reuters(shared))
        _speed("zh", _bulletins(shared))
    _growth()


def _accuracy(language: str, shared: Path | None, wrong: str) -> None:
    items = labelled(language, shared)
    listed: list[str] = []
    for half in ("seen", "unseen"):
        of_half = [each for each in items if each.half == half]
        for kind, quoted in (("quoted", True), ("indirect", False), ("both", None)):
            got = score(of_half, statements_of, quoted)
            if half == wrong and quoted is not None:
                listed += [f"{kind} {line}" for line in got.wrong]
            print(
                f"| {language} | {half} | {kind} | {got.gold} | {got.found} | {got.precision:.3f} "
                f"| {got.recall:.3f} | {got.f1:.3f} | {got.exact / max(1, got.right):.3f} "
                f"| {got.speaker:.3f} | {got.roles} of {got.roles_stated} |"
            )
    print(*sorted(listed), sep="\n")


def _reuters(shared: Path) -> list[Item]:
    file = sorted((shared / "reuters-21578").glob("*.sgm"))[0]
    return [_item(each) for each in read(Reuters(), file) if isinstance(each, RawItem)]


def _bulletins(shared: Path) -> list[Item]:
    files = sorted((shared / "bulletins-zh").rglob("*.md"))[:60]
    found = [each for file in files for each in read(Bulletin(), file)]
    return [_item(each) for each in found if isinstance(each, RawItem)]


def _item(raw: RawItem) -> Item:
    return Item(raw.part, raw.title, None, raw.language, "", raw.kind, paragraphs=raw.paragraphs)


def _speed(language: str, items: Sequence[Item]) -> None:
    found = sum(len(statements_of(item)) for item in items)
    ours = _best(statements_of, items)
    scan = re.compile(_SCAN[language])
    plain = _best(lambda item: sum(1 for _ in scan.finditer(item.text)), items)
    size = sum(len(item.text) for item in items) / len(items)
    print(
        f"\n{language}: {len(items)} items of {size:.0f} characters, {found} statements: "
        f"{ours * 1000:.3f} ms an item, {ours / plain:.0f} times a plain scan"
    )


def _growth() -> None:
    """How time grows with the length of texts that are hard on patterns."""
    grown = []
    for piece in HARD:
        items = [
            Item(piece, "", None, "en", "", paragraphs=tuple((piece * times).split("\n")))
            for times in (20_000 // len(piece), 80_000 // len(piece))
        ]
        small, large = (_best(statements_of, [each]) for each in items)
        grown.append((large / small, large, piece))
    ratio, _, piece = max(grown)
    print(f"\nFour times the text: at most {ratio:.1f} times the time ({piece!r});")
    print(f"80,000 characters: at most {max(each for _, each, _ in grown):.2f} s")


def _best(read_item: Callable[[Item], object], items: Sequence[Item]) -> float:
    """Seconds of processor time an item, the best of some rounds."""
    best = float("inf")
    for _ in range(_ROUNDS):
        started = time.process_time()
        for item in items:
            read_item(item)
        best = min(best, time.process_time() - started)
    return best / len(items)
