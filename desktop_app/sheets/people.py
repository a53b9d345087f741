"""Who is named in captions. Faces are not recognised: what a caption says is all that is known.

Names are those of the people who speak in the archive, where they stand in a caption whole, and
those a caption itself tells for a person's: with a role or title, or a given name before them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from desktop_app.language.folding import fold
from desktop_app.language.tokens import HAN
from desktop_app.speech_search.speakers import Speakers
from desktop_app.speeches.chinese.captions import persons_in_chinese
from desktop_app.speeches.english.captions import persons_in_letters
from desktop_app.speeches.mentioned import is_whole_name
from desktop_app.speeches.people import people

_LATIN = re.compile("[A-Za-z]")
_LONGEST = 600  # code points of a caption that are looked at; more is text
_RUNS = re.compile(r"\w+(?:[ .'’·-]+\w+)*")


@dataclass(frozen=True)
class Named:
    """Somebody named in captions: the `name` to show, all `names`, in how many photos."""

    name: str
    names: tuple[str, ...]
    photos: int

    def is_in(self, caption: str) -> bool:
        """Whether `caption` names them."""
        return bool(self._pattern.search(fold(caption[:_LONGEST])))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(_spelt, self.names)))


@dataclass(frozen=True)
class CaptionNames:
    """Finds names: `known` gives the person of each folded whole name of a speaker."""

    known: Mapping[str, tuple[str, tuple[str, ...]]]

    @classmethod
    def of(cls, speakers: Speakers) -> CaptionNames:
        """With those who speak in an archive."""
        titled = {row.name for row in speakers.rows if row.role}
        known: dict[str, tuple[str, tuple[str, ...]]] = {}
        for person in speakers.persons:
            whole = tuple(name for name in person.names if is_whole_name(name, name in titled))
            known |= {fold(name): (person.name, whole) for name in whole}
        return cls(known)

    def count(self, captions: Iterable[str]) -> list[Named]:
        """Who is named in `captions`, each caption counting once, the most frequent first."""
        spelt: Counter[str] = Counter()
        told = [frozenset(self._named(caption[:_LONGEST])) for caption in captions if caption]
        for names in told:
            spelt.update(names)
        made = [self._person(each.name, each.names) for each in people(spelt)]
        counted = (
            Named(name, names, sum(not found.isdisjoint(forms) for found in told))
            for name, names, forms in _together(made)
        )
        return sorted(counted, key=lambda each: (-each.photos, each.name))

    def _person(
        self, name: str, names: tuple[str, ...]
    ) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        """What to call who is named so, by what names to look for them, and those found."""
        known = next((self.known[fold(each)] for each in names if fold(each) in self.known), None)
        if known is None:
            return name, names, names
        return known[0], tuple(dict.fromkeys((*known[1], *names))), names

    def _named(self, caption: str) -> Iterator[str]:
        yield from persons_in_chinese(caption) if HAN.search(caption) else ()
        yield from persons_in_letters(caption) if _LATIN.search(caption) else ()
        yield from self._speakers_in(caption)

    def _speakers_in(self, caption: str) -> Iterator[str]:
        """The speakers whose whole name stands in `caption`: looked up, not searched for each."""
        for found in _RUNS.finditer(fold(caption)):
            run = found.group()
            if HAN.search(run):
                pieces = _pieces(run)
            else:
                words = run.split(" ")
                pieces = (
                    " ".join(words[start:stop])
                    for start in range(len(words))
                    for stop in range(start + 2, min(start + 5, len(words)) + 1)
                )
            yield from (self.known[piece][0] for piece in pieces if piece in self.known)


def _pieces(run: str) -> Iterator[str]:
    """All that might be a Chinese or transcribed name in a run of characters."""
    for start in range(len(run)):
        for stop in range(start + 2, min(start + 12, len(run)) + 1):
            yield run[start:stop]


def _together(
    made: Iterable[tuple[str, tuple[str, ...], tuple[str, ...]]],
) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Those of one name as one."""
    by_name: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for name, names, forms in made:
        before = by_name.get(name, ((), ()))
        by_name[name] = (
            tuple(dict.fromkeys((*before[0], *names))),
            tuple(dict.fromkeys((*before[1], *forms))),
        )
    yield from ((name, names, forms) for name, (names, forms) in by_name.items())


def _spelt(name: str) -> str:
    folded = re.escape(fold(name))
    return rf"\b{folded}\b" if _LATIN.search(name) else folded
