"""``pairing``: pairs found among all the real material, against those checked by hand.

True are the 19 pairs of `shared/data/bilingual` and those of `tests/gold/pairs`; all other items
of the shared material are distractors. Once with the places and days of items, once without.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from desktop_app.importing.pipeline import Importer
from desktop_app.importing.sink import dry_run
from desktop_app.items import Item, Origin
from desktop_app.language.lexicon.lexicon import Lexicon
from desktop_app.pairing.matching import Match, match
from desktop_app.pairing.scoring import Scorer
from desktop_app.pairing.shelf import Shelf
from desktop_app.pairing.traits import Traits, traits_of
from desktop_app.pairing.translating import Translator
from desktop_app.store.store import Outcome
from tests.benchmarks.pairing_fit import fit
from tests.benchmarks.pairing_growth import growth

_SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
_GOLD = Path(__file__).resolve().parents[1] / "gold" / "pairs" / "pairs.jsonl"

Pairs = set[tuple[str, str]]


@dataclass(frozen=True)
class Material:
    """Items with their origins, and the ids of the true pairs by where these are from."""

    items: list[tuple[Item, Origin]]
    true: dict[str, Pairs]

    @property
    def all_true(self) -> Pairs:
        return set().union(*self.true.values())


def main(arguments: list[str]) -> None:
    """Print the tables; ``--wrong`` lists what was missed and what is wrong as well."""
    if arguments not in ([], ["--wrong"], ["--fit"], ["--growth"]):
        raise SystemExit("python3 -m tests.benchmarks pairing [--wrong | --fit | --growth]")
    material = gathered(_SHARED)
    if arguments == ["--fit"]:
        fit(*shelves(material, hidden=True), material.all_true)
        return
    if arguments == ["--growth"]:
        growth(*shelves(material, hidden=True)[1:])
        return
    print("| places and days | pairs of | true | found | right | precision | recall |")
    print("|---|---|---|---|---|---|---|")
    for hidden in (False, True):
        started = time.process_time()
        ids, english, chinese = shelves(material, hidden)
        read = time.process_time()
        found = match(Scorer(english, chinese), set(ids), [])
        matched = time.process_time()
        named = {(ids[each.english], ids[each.chinese]): each for each in found}
        _print(material, named, hidden)
        if arguments:
            _print_wrong(material, named)
        print(
            f"\n{len(english)} English and {len(chinese)} Chinese items, "
            f"{sum(each.by == 'link' for each in found)} pairs by links: traits "
            f"{(read - started) / len(ids) * 1000:.2f} ms an item, matching "
            f"{(matched - read) / len(ids) * 1000:.2f} ms\n"
        )


def gathered(shared: Path) -> Material:
    """All items of the shared material as an import reads them, and the gold pairs."""
    items: list[tuple[Item, Origin]] = []

    def told(outcome: Outcome, item: Item, origin: Origin) -> None:
        if outcome is Outcome.IMPORTED:
            items.append((item, origin))

    with dry_run(None, told) as sink:
        Importer(sink, parallel=True).run([shared])
    base = shared.resolve() / "bilingual"
    by_place = {origin.file: item.id for item, origin in items}
    pairs = json.loads((base / "pairs.json").read_text(encoding="utf-8"))
    posts = {tuple(by_place[str(base / each[side])] for side in ("en", "zh")) for each in pairs}
    gold = list(gold_items())
    items += [(item, origin) for _source, item, origin in gold]
    true: dict[str, Pairs] = {"karmada (shared)": posts}  # type: ignore[dict-item]
    for (source, one, _), (_, other, _) in zip(gold[::2], gold[1::2], strict=True):
        true.setdefault(source, set()).add((one.id, other.id))
    return Material(items, true)


def gold_items() -> Iterator[tuple[str, Item, Origin]]:
    """The items of `tests/gold/pairs`, an English one before its Chinese one, with their source."""
    for line in _GOLD.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        item = Item(
            id=f"{told['language']} {told['pair']}",
            title=told["title"],
            date=date.fromisoformat(told["date"]) if told["date"] else None,
            language=told["language"],
            source="",
            paragraphs=tuple(told["paragraphs"]),
        )
        yield told["pair"].split()[0], item, Origin(told["place"], told["part"])


def shelves(material: Material, hidden: bool) -> tuple[dict[int, str], Shelf, Shelf]:
    """The id of each number, and the items as the matcher sees them.

    With `hidden` it sees neither where they lie nor their days.
    """
    translator = Translator(Lexicon.open())
    ids: dict[int, str] = {}
    sides: dict[bool, list[Traits]] = {False: [], True: []}
    for number, (item, origin) in enumerate(material.items):
        seen = replace(item, date=None, url="", links=(), alternates=()) if hidden else item
        place = Origin("", str(number)) if hidden else origin
        traits = traits_of(number, seen, place, translator)
        if traits is not None:
            ids[number] = item.id
            sides[traits.is_chinese].append(traits)
    return ids, Shelf(sides[False]), Shelf(sides[True])


def _print(material: Material, named: dict[tuple[str, str], Match], hidden: bool) -> None:
    rows = [*material.true.items(), ("all", material.all_true)]
    for source, true in rows:
        ids = {each for pair in true for each in pair}
        found = [pair for pair in named if source == "all" or not ids.isdisjoint(pair)]
        right = sum(pair in true for pair in found)
        print(
            f"| {'hidden' if hidden else 'seen'} | {source} | {len(true)} | {len(found)} | {right} "
            f"| {right / max(1, len(found)):.3f} | {right / len(true):.3f} |"
        )


def _print_wrong(material: Material, named: dict[tuple[str, str], Match]) -> None:
    titles = {item.id: item.title for item, _origin in material.items}
    true = material.all_true
    for one, other in sorted(true - set(named)):
        print("missed", one, other, titles[one], "|", titles[other])
    for pair in sorted(set(named) - true):
        print("wrong", f"{named[pair].score:.3f}", *pair, titles[pair[0]], "|", titles[pair[1]])
