"""A sentence being read, and what has been found in it to be reported."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.speeches.english.clauses import is_one_quotation, trimmed
from desktop_app.speeches.english.mentions import Mention
from desktop_app.speeches.english.names import NAME
from desktop_app.speeches.english.quotations import CLOSES
from desktop_app.speeches.english.subjects import mention

_INTRO = re.compile(
    r"(?:(?:However|Meanwhile|Later|Earlier|Still|But|And|While|When|As)\b,?\s+)?"
    r"(?:(?:In|On|At|After|During|For|With|Following|Despite|Speaking|Later|Earlier|Under|By|"
    r"Asked)\b[^,]{2,120},\s+)?(?:[Tt]he\s+)?"
)
_SUBJECT = re.compile(
    r"(?P<pronoun>He|She|It|They|he|she|it|they)\b"
    rf"|(?P<name>(?:[\w’'-]+ )?(?:[\w’'.-]+ )?{NAME}"
    r"(?: (?:officials?|spokes\w+|sources?|analysts?|executives?|lawyers?|police))?)"
    r"|(?P<common>(?:[\w’'-]+ ){0,3}?[\w’'-]+)(?=,| (?:has|have|had|is|was|were|[a-z]+ed|said)\b)"
)


@dataclass(frozen=True, slots=True)
class Reported:
    """What a sentence reports: a span in code points, who is said to have said it, how."""

    start: int
    end: int
    quoted: bool
    verb: str
    mention: Mention


@dataclass(slots=True)
class Passage:
    """A sentence of `mask` from `start` to `end`, in code points.

    `floor` moves on past what has been read; `last` is who spoke last in it.
    """

    mask: str
    start: int
    end: int
    floor: int
    last: Mention | None = None

    def report(
        self, start: int, end: int, verb: str, who: Mention, clause: bool = False
    ) -> list[Reported]:
        """What stands from `start` to `end`, if anything; as a `clause` it is not quoted."""
        start, end = trimmed(self.mask, start, end)
        if end - start < 2:
            return []
        self.last = who
        quoted = not clause and is_one_quotation(self.mask, start, end)
        return [Reported(start, end, quoted, verb, who)]

    def phrase_start(self, who: Mention, verb: int) -> int:
        """Where the speaker's phrase begins, with the role and article before the name."""
        close = max(self.mask.rfind(mark, self.floor, verb) for mark in CLOSES)
        if close >= 0:
            return close + 1
        comma = self.mask.rfind(",", self.floor, who.start)
        return max(comma + 1, self.floor)

    def subject(self) -> Mention | None:
        """Whom the sentence is about: its subject, after what introduces it."""
        intro = _INTRO.match(self.mask, self.start, self.end)
        at = intro.end() if intro else self.start
        found = _SUBJECT.match(self.mask, at, self.end)
        return mention(found.group(), at) if found else None
