"""A sentence being read, and what has been found in it to be reported."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.speeches.english.clauses import trimmed
from desktop_app.speeches.english.mentions import Kind, Mention
from desktop_app.speeches.english.names import NAME
from desktop_app.speeches.english.quotations import CLOSE, INSIDE, OPEN, SPEECH_CLOSES
from desktop_app.speeches.english.subjects import mention
from desktop_app.speeches.english.titles import BEGINNINGS
from desktop_app.speeches.english.words import words

_INTRO = re.compile(
    r"(?:(?:However|Meanwhile|Later|Earlier|Still|But|And|While|When|As)\b,?\s+)?"
    r"(?:(?:In|On|At|After|During|For|With|Following|Despite|Speaking|Later|Earlier|Under|By|"
    r"Asked)\b[^,]{2,120},\s+)?(?:[Tt]he\s+)?"
)
_WORDS_OF_ROLE = 8  # most that stand between a quotation and its speaker's name
_WORDS_OF_PRONOUN = 3  # "...," and then he said
_SPEAKING = words("He She It They The A An Some Several Many Most Both One Two All Another")
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
        quoted = not clause and self._is_quoted(start, end)
        return [Reported(start, end, quoted, verb, who)]

    def _is_quoted(self, start: int, end: int) -> bool:
        """Whether a span is a quotation, or a quotation and less than as much behind it."""
        if self.mask[start] != OPEN:
            return False
        inside = end - start - len(self.mask[start + 1 : end].lstrip(INSIDE))
        return inside * 2 > end - start

    def phrase_start(self, who: Mention, verb: int) -> int:
        """Where the speaker's phrase begins, with the role and article before the name."""
        close = self.speech_end(verb)
        most = _WORDS_OF_ROLE if who.kind is not Kind.PRONOUN else _WORDS_OF_PRONOUN
        if close > self.floor and self.mask.count(" ", close, who.start) <= most:
            return close
        comma = self.mask.rfind(",", self.floor, who.start)
        return max(comma + 1, self.floor)

    def speech_end(self, verb: int) -> int:
        """Where the last quotation before `verb` ends that is more than a fragment."""
        ends = [self.mask.rfind(mark, self.floor, verb) + 1 for mark in SPEECH_CLOSES]
        comma = self.mask.rfind(f"{CLOSE},", self.floor, verb)
        return max(self.floor, comma + 1, *ends)

    def subject(self) -> Mention | None:
        """Whom the sentence is about: its subject, after what introduces it."""
        intro = _INTRO.match(self.mask, self.start, self.end)
        at = intro.end() if intro else self.start
        found = _SUBJECT.match(self.mask, at, self.end)
        if not found or found.group().partition(" ")[0] in BEGINNINGS - _SPEAKING:
            return None
        return mention(found.group(), at)
