"""Makes the lexicon's file from CC-CEDICT's text and a list of word frequencies."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from desktop_app.files import write_atomically
from desktop_app.language.lexicon import tables, weights
from desktop_app.language.lexicon.entries import Entry, read_line, standing
from desktop_app.language.lexicon.frequencies import Frequencies, read_frequencies
from desktop_app.language.lexicon.glosses import glosses

BLOCK = 32  # entries
MOST = 40  # words a term leads to
WEIGHT_BITS = 8
_HIGHEST = (1 << WEIGHT_BITS) - 1
_FACTS = ("date", "entries", "license", "publisher")
_STANDINGS = (1.0, 0.8, 0.2, 0.2)  # words, names, surnames, variants


def build(cedict: Path, frequencies: Path, out: Path) -> int:
    """Write the lexicon to `out` and return its number of entries.

    `cedict` is CC-CEDICT's text (``cedict_ts.u8``, also gzipped), `frequencies` the PyPI
    package wordfreq's list for Chinese (``large_zh.msgpack.gz``).
    """
    lines = _text(cedict).splitlines()
    entries = [entry for entry in map(read_line, lines) if entry is not None]
    kept = [line for line in lines if read_line(line) is not None]
    parts = {"facts": json.dumps(_facts(lines)).encode()}
    parts |= tables.packed_pieces("entries", [tables.deflated(each) for each in _blocks(kept)])
    parts |= _word_sections(entries, read_frequencies(frequencies))
    write_atomically(out, tables.packed_file(parts))
    return len(entries)


def _text(path: Path) -> str:
    content = path.read_bytes()
    return (gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content).decode("utf-8")


def _facts(lines: Iterable[str]) -> dict[str, str]:
    """What the dictionary says of itself: ``#! date=2026-05-20T06:06:55Z``."""
    told = (line[2:].strip().partition("=") for line in lines if line.startswith("#!"))
    return {name: value for name, _, value in told if name in _FACTS}


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    return (lines[place : place + BLOCK] for place in range(0, len(lines), BLOCK))


def _word_sections(entries: list[Entry], frequencies: Frequencies) -> dict[str, bytes]:
    numbers: dict[str, list[int]] = defaultdict(list)
    common: dict[str, float] = {}
    for number, entry in enumerate(entries):
        for word in {entry.simplified, entry.traditional}:
            numbers[word].append(number)
            common[word] = frequencies.get(entry.simplified.lower(), 0.0)
    words = sorted(numbers, key=str.encode)
    places = {word: place for place, word in enumerate(words)}
    parts = tables.packed_pieces("words", [word.encode() for word in words])
    parts |= tables.packed_lists("of_word", [numbers[word] for word in words])
    parts["common"] = bytes(round(common[word] * 25) for word in words)
    return parts | _term_sections(entries, places, frequencies)


def _term_sections(
    entries: list[Entry], places: Mapping[str, int], frequencies: Frequencies
) -> dict[str, bytes]:
    found: dict[str, dict[int, float]] = defaultdict(dict)
    for entry in entries:
        for term, weight in _weighed(entry, frequencies.get(entry.simplified.lower(), 0.0)):
            best, place = found[term], places[entry.simplified]
            best[place] = max(weight, best.get(place, 0.0))
    names = sorted(found, key=str.encode)
    parts = tables.packed_pieces("terms", [name.encode() for name in names])
    return parts | tables.packed_lists("of_term", [_heaviest(found[name]) for name in names])


def _weighed(entry: Entry, zipf: float) -> Iterator[tuple[str, float]]:
    """What `entry` can be looked up by in English, with its weight for each."""
    own = weights.frequency_weight(entry.simplified, zipf) * _STANDINGS[standing(entry)]
    for gloss in glosses(entry):
        weight = own * weights.standing_weight(gloss)
        yield from ((term, worth * weight) for term, worth in weights.terms(gloss))


def _heaviest(weighed: Mapping[int, float]) -> list[int]:
    """Words and weights in one number each, the heaviest first."""
    order = sorted(weighed.items(), key=lambda each: (-each[1], each[0]))[:MOST]
    return [place << WEIGHT_BITS | round(weight * _HIGHEST) for place, weight in order]
