"""Statements labelled by hand (tests/gold/statements.md), and how well others match them."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.importing.formats.reuters import Reuters
from desktop_app.importing.formats.saved_html import SavedHtml
from desktop_app.importing.raw import RawItem
from desktop_app.items import Item, Statement
from tests.importing.reading import read, read_one

GOLD = Path(__file__).resolve().parent / "gold"
_HALF = 0.5  # of the characters: less in common is another statement
_OR = " | "
# Texts of nothing but one of these are where patterns would take time with the square.
HARD = (
    *("said ", "he said ", "A", "A ", "Ann Lee said it was. ", '"', '" ', '"a" ', "“", "‘A ", "."),
    *(
        ". ",
        "He said so. ",
        "It said so to us. ",
        "The group said so to us. ",
        ", said A",
        " ",
        "-",
    ),
    *(", he said, ", "according to a ", "XY said it was so. ", "AB (AB) ", ", saying ", "\n", "("),
    *("told a ", "Ann Lee and Bob Roe and ", '"Yes," he said. ', '"No?" Ann ', "a, b, ", "U.S. "),
    *("Mr. ", "Ann1 Lee1, ", "in a ", "he said that ", "and said it was ", "'A, ", "“A,’’ said A "),
)
Reader = Callable[[Item], Sequence[Statement]]


@dataclass(frozen=True, slots=True)
class Labelled:
    """An item and the statements a person found in it."""

    item: Item
    half: str
    statements: tuple[Statement, ...]


@dataclass(slots=True)
class Score:
    """Counts over items: `right` of `found`, of `gold`; of the right, `exact` and by whom."""

    gold: int = 0
    found: int = 0
    right: int = 0
    exact: int = 0
    speakers: int = 0
    roles_stated: int = 0
    roles: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of what was found, the share that is labelled."""
        return self.right / self.found if self.found else float(not self.gold)

    @property
    def recall(self) -> float:
        """Of what is labelled, the share that was found."""
        return self.right / self.gold if self.gold else float(not self.found)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def speaker(self) -> float:
        """Of the right ones, the share whose speaker is right."""
        return self.speakers / self.right if self.right else 0.0


def labelled(language: str, shared: Path | None) -> list[Labelled]:
    """The gold items of `language`; those not copied here only from the folder `shared`."""
    lines = (GOLD / f"statements-{language}.jsonl").read_text("utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    wanted = {str(each["item"]) for each in records if "paragraphs" not in each}
    texts = dict(_shared_texts(shared, wanted)) if shared and wanted else {}
    made = (_labelled(each, each.get("paragraphs") or texts.get(each["item"])) for each in records)
    return [each for each in made if each]


def _shared_texts(shared: Path, wanted: set[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    if any(name.startswith("reuters") for name in wanted):
        yield from _reuters(shared, wanted)
    for name in sorted(wanted):
        if name.startswith("pages"):
            yield name, read_one(SavedHtml(), shared / name).paragraphs


def _reuters(shared: Path, wanted: set[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for file in sorted((shared / "reuters-21578").glob("*.sgm")):
        for raw in read(Reuters(), file):
            if isinstance(raw, RawItem) and raw.identity.replace(":", "/") in wanted:
                yield raw.identity.replace(":", "/"), raw.paragraphs


def _labelled(record: dict, paragraphs: Sequence[str] | None) -> Labelled | None:
    if paragraphs is None:
        return None
    text = "\n".join(paragraphs)
    stated = record.get("sha256")
    if stated and hashlib.sha256(text.encode()).hexdigest() != stated:
        raise ValueError(f"{record['item']} is not the text that was labelled")
    item = Item(record["item"], "", None, record["language"], "", paragraphs=tuple(paragraphs))
    statements = tuple(_statement(each, text) for each in record["statements"])
    return Labelled(item, record["half"], statements)


def _statement(record: dict, text: str) -> Statement:
    start, end = record["start"], record["end"]
    assert record.get("text", text[start:end]) == text[start:end]
    words = text[start:end]
    names = _OR.join([record["speaker"], *record.get("also", ())])
    return Statement(names, record["role"], "", words, record["quoted"], start, end)


def score(items: Sequence[Labelled], reader: Reader, quoted: bool | None) -> Score:
    """How well `reader` finds the quoted, or the indirect, statements of `items`, or (None) both.

    What is labelled as quoted and found as indirect, or the other way round, counts as
    wrong in both.
    """
    total = Score()
    kinds = (True, False) if quoted is None else (quoted,)
    for each in items:
        all_found = reader(each.item)
        for kind in kinds:
            gold = [one for one in each.statements if one.quoted == kind]
            found = [one for one in all_found if one.quoted == kind]
            _count(total, each.item.id, gold, found)
    return total


def _count(total: Score, name: str, gold: Sequence[Statement], found: Sequence[Statement]) -> None:
    total.gold += len(gold)
    total.found += len(found)
    pairs = _pairs(gold, found)
    for ours, theirs in pairs:
        total.right += 1
        total.exact += (ours.start, ours.end) == (theirs.start, theirs.end)
        total.speakers += same_speaker(ours.speaker, theirs.speaker)
        if theirs.role:
            total.roles_stated += 1
            same = _plain(ours.role) == _plain(theirs.role)
            total.roles += same
            if not same:
                total.wrong.append(f"{name} role {ours.role!r} for {theirs.role!r}")
        if not same_speaker(ours.speaker, theirs.speaker):
            total.wrong.append(f"{name} {ours.speaker!r} for {theirs.speaker!r}: {ours.text[:60]}")
    matched = {id(one) for pair in pairs for one in pair}
    for sign, some in (("-", gold), ("+", found)):
        rest = [one for one in some if id(one) not in matched]
        total.wrong += [f"{name} {sign} {one.speaker}: {one.text[:200]}" for one in rest]


def _pairs(
    gold: Sequence[Statement], found: Sequence[Statement]
) -> list[tuple[Statement, Statement]]:
    """Each found statement with at most one labelled one, the greatest overlap first."""
    all_pairs = [
        (_overlap(ours, theirs), number, ours, theirs)
        for number, ours in enumerate(found)
        for theirs in gold
    ]
    taken: set[int] = set()
    pairs = []
    for share, _, ours, theirs in sorted(all_pairs, key=lambda each: (-each[0], each[1])):
        if share >= _HALF and id(ours) not in taken and id(theirs) not in taken:
            taken |= {id(ours), id(theirs)}
            pairs.append((ours, theirs))
    return pairs


def _overlap(one: Statement, other: Statement) -> float:
    """F1 of the characters of two spans."""
    common = max(0, min(one.end, other.end) - max(one.start, other.start))
    return 2 * common / (one.end - one.start + other.end - other.start)


def same_speaker(one: str, other: str) -> bool:
    """Whether a name is one of those of `other` but for case, article and marks."""
    return _plain(one) in [_plain(name) for name in other.split(_OR)]


def _plain(name: str) -> str:
    name = re.sub(r"[’‘`]", "'", name).casefold().strip(" .,<>()")
    return re.sub(r"^(?:the|a|an) ", "", name)
