"""Makes the lexicon's file from CC-CEDICT's text and a list of word frequencies."""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from desktop_app.files import write_atomically
from desktop_app.language.lexicon import tables, weights
from desktop_app.language.lexicon.entries import Entry, read_line, referred, standing
from desktop_app.language.lexicon.frequencies import Frequencies, read_frequencies
from desktop_app.language.lexicon.glosses import Gloss, glosses
from desktop_app.language.lexicon.readings import reading_rank
from desktop_app.language.lexicon.support import Support

MOST = 40  # words a term leads to
_FACTS = ("date", "entries", "license", "publisher")


def build(cedict: Path, frequencies: Path, out: Path) -> int:
    """Write the lexicon to `out` and return its number of entries.

    `cedict` is CC-CEDICT's text (``cedict_ts.u8``, also gzipped), `frequencies` the PyPI
    package wordfreq's list for Chinese (``large_zh.msgpack.gz``).
    """
    lines = _text(cedict).splitlines()
    entries = [entry for entry in map(read_line, lines) if entry is not None]
    kept = [line for line in lines if read_line(line) is not None]
    parts = {"facts": "\n".join(_facts(lines)).encode()}
    parts |= tables.packed_pieces("entries", [tables.deflated(each) for each in _blocks(kept)])
    common = read_frequencies(frequencies)
    parts |= _word_sections(entries, common)
    parts |= _weight_sections(entries, common)
    write_atomically(out, tables.packed_file(parts))
    return len(entries)


def _text(path: Path) -> str:
    content = path.read_bytes()
    return (gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content).decode("utf-8")


def _facts(lines: Iterable[str]) -> Iterator[str]:
    """What the dictionary says of itself: ``date=2026-05-20T06:06:55Z``."""
    told = (line.removeprefix("#!").strip() for line in lines if line.startswith("#!"))
    return (fact for fact in told if fact.partition("=")[0] in _FACTS)


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    return (lines[place : place + tables.BLOCK] for place in range(0, len(lines), tables.BLOCK))


def _word_sections(entries: list[Entry], frequencies: Frequencies) -> dict[str, bytes]:
    """The words, the entries of each, and how common it is."""
    numbers: dict[str, list[int]] = defaultdict(list)
    common: dict[str, float] = {}
    for number, entry in enumerate(entries):
        for word in {entry.simplified, entry.traditional}:
            numbers[word].append(number)
            common[word] = frequencies.get(entry.simplified.lower(), 0.0)
    words = _words(entries)
    return (
        tables.packed_pieces("words", [word.encode() for word in words])
        | tables.packed_lists("of_word", [_likeliest(entries, numbers[word]) for word in words])
        | {"common": bytes(round(common[word] * tables.ZIPF_STEPS) for word in words)}
    )


def _likeliest(entries: list[Entry], numbers: list[int]) -> list[int]:
    """Entries in the order in which a reader wants them."""

    def order(number: int) -> tuple[int, int, int]:
        entry = entries[number]
        return standing(entry), reading_rank(entry), -len(entry.senses)

    return sorted(numbers, key=order)


def _weight_sections(entries: list[Entry], frequencies: Frequencies) -> dict[str, bytes]:
    """What glosses weigh in their entries, and what English terms lead to."""
    support = Support(entries)
    places = {word: place for place, word in enumerate(_words(entries))}
    of_word = _by_word(entries)
    of_gloss: list[bytes] = []
    of_term: dict[str, dict[int, float]] = defaultdict(dict)
    for entry in entries:
        weighed = list(_weighed(entry, support))
        # Among the glosses of one word, compounds tell more than among the words of a gloss.
        of_gloss.append(bytes(round(own * told * tables.HIGHEST) for _, own, told in weighed))
        common = weights.frequency_weight(
            entry.simplified, frequencies.get(entry.simplified.lower(), 0.0)
        )
        place = places[entry.simplified]
        for target in of_word.get(referred(entry), ()):
            less = weights.referred_weight(entry)
            weighed += [(gloss, own * less, 1.0) for gloss, own, _ in _weighed(target, support)]
        for gloss, own, _told in weighed:
            for term, worth in weights.terms(gloss):
                best = of_term[term]
                best[place] = max(worth * own * common, best.get(place, 0.0))
    names = sorted(of_term, key=str.encode)
    return (
        tables.packed_pieces("glosses", of_gloss)
        | tables.packed_pieces("terms", [name.encode() for name in names])
        | tables.packed_lists("of_term", [_heaviest(of_term[name]) for name in names])
    )


def _by_word(entries: list[Entry]) -> dict[str, list[Entry]]:
    """The entries of each simplified word that have a meaning of their own."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if not referred(entry):
            found[entry.simplified].append(entry)
    return found


def _weighed(entry: Entry, support: Support) -> Iterator[tuple[Gloss, float, float]]:
    """The glosses of `entry` with their weights, and what compounds add to those."""
    for gloss in glosses(entry):
        told = support.weight(entry.simplified, gloss)
        own = weights.STANDINGS[standing(entry)] * weights.standing_weight(gloss)
        yield gloss, own * told, told


def _words(entries: list[Entry]) -> list[str]:
    """All words in either script, in the order of their UTF-8."""
    both = {word for entry in entries for word in (entry.simplified, entry.traditional)}
    return sorted(both, key=str.encode)


def _heaviest(weighed: Mapping[int, float]) -> list[int]:
    """Words and weights in one number each, the heaviest first."""
    order = sorted(weighed.items(), key=lambda each: (-each[1], each[0]))[:MOST]
    return [place << tables.WEIGHT_BITS | round(weight * tables.HIGHEST) for place, weight in order]
