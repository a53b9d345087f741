"""Which construction attributes speech, for each verb of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop_app.speeches.english.clauses import is_one_quotation
from desktop_app.speeches.english.mentions import Kind
from desktop_app.speeches.english.passage import Passage, Reported
from desktop_app.speeches.english.quotations import CLOSE, CLOSES, OPEN
from desktop_app.speeches.english.quoting import around, speaker_behind
from desktop_app.speeches.english.reporting import (
    according,
    before_clause,
    before_other,
    interrupted,
    interrupts,
    participle,
    whole,
)
from desktop_app.speeches.english.subjects import before_verb
from desktop_app.speeches.english.verbs import INVERTING, NOUNS, PLAIN, WISHING
from desktop_app.speeches.english.words import words

# Not finite after these: to say, did not say, the observed volume, its reported debts.
_NOT_FINITE = re.compile(
    r"(?:(?<![\w’'])(?:to|not|can|could|should|must|may|might|did|will|would|[Tt]he|[Aa]n?|its|his|"
    r"her|their|of|for|in|on|with|amid|about|when|if|than|such|no|any|this|these|some|be|been|"
    r"being|is|was|were|are|by|from)|n[’']t)\s+\Z"
)
_OWNED = re.compile(r"['’]s\s\Z")
_PASSIVE = re.compile(r"\s+(?:\w+\s+){0,2}?by\s")
_COORDINATED = re.compile(r"\b(?:and|but|then)\s+(?:(?:also|later|then)\s+)?\Z")
_NEVER_BEHIND = WISHING | words("called calls denied denies told tells")
_LOOK_BACK = 12  # code points


def reported(mask: str, start: int, end: int, verbs: Sequence[re.Match[str]]) -> list[Reported]:
    """All that the sentence from `start` to `end` reports by its `verbs`."""
    passage = Passage(mask, start, end, start)
    usable = [verb for verb in verbs if not verb.group(1) or _is_finite(mask, start, verb)]
    if OPEN not in mask[start:end] or passage.speech_end(end) == start:
        for verb in reversed(usable):
            if verb.group(1):
                found = whole(passage, verb)
                if found:
                    return found
    return [each for verb in usable if verb.start() >= passage.floor for each in _by(passage, verb)]


def _is_finite(mask: str, start: int, verb: re.Match[str]) -> bool:
    if _NOT_FINITE.search(mask, max(start, verb.start() - _LOOK_BACK), verb.start()):
        return False
    if verb.group(1) not in PLAIN and _OWNED.search(mask, start, verb.start()):
        return False  # Stadia's recommended device
    return verb.group(1) in PLAIN or not _PASSIVE.match(mask, verb.end())


def _by(passage: Passage, verb: re.Match[str]) -> Iterator[Reported]:
    if verb.group(3):
        yield from according(passage, verb)
    elif verb.group(2):
        yield from participle(passage, verb)
    else:
        yield from _finite(passage, verb)


def _finite(passage: Passage, verb: re.Match[str]) -> Iterator[Reported]:
    word = verb.group(1)
    left = passage.mask[passage.floor : verb.start()].rstrip()
    if word not in _NEVER_BEHIND and _is_speech(passage, left):
        behind = speaker_behind(passage, verb.end())
        if behind:
            yield from around(passage, word, behind[0], verb.start(), behind[1])
            return
    who = before_verb(passage.mask, passage.floor, verb.start())
    if who is None:
        yield from _without_subject(passage, verb, left)
        return
    phrase = passage.phrase_start(who, verb.start())
    before = passage.mask[passage.floor : phrase]
    if before.rstrip(" ,")[-1:] and before.rstrip(" ,")[-1:] in CLOSES:
        yield from around(passage, word, who, phrase, verb.end())
    elif interrupts(passage, verb, before, verb.end()):
        yield from interrupted(passage, verb, who)
    elif before_other(passage, verb, before, verb.end()):
        yield from passage.report(passage.floor, phrase, word, who, clause=True)
        passage.floor = verb.end()
    elif word not in NOUNS or who.kind is not Kind.COMMON or word == "reports":
        yield from before_clause(passage, verb, who)


def _is_speech(passage: Passage, left: str) -> bool:
    """Whether what stands before a verb ends with a quotation that is no fragment."""
    left = left.removesuffix(",")  # "We won", said Wang
    if left[-1:] == CLOSE:
        return is_one_quotation(left, 0, len(left))
    return bool(left) and left[-1] in CLOSES


def _without_subject(passage: Passage, verb: re.Match[str], left: str) -> Iterator[Reported]:
    """What is said, says Wang, and so on. He never did and added that he would."""
    word = verb.group(1)
    if left.endswith(",") and word in INVERTING:
        behind = speaker_behind(passage, verb.end())
        if behind and interrupts(passage, verb, left, behind[1]):
            yield from interrupted(passage, verb, behind[0])
            return
        if behind and left.count(" ") > 1:
            yield from passage.report(passage.floor, verb.start(), word, behind[0], clause=True)
            passage.floor = behind[1]
            return
    if _COORDINATED.search(passage.mask, passage.start, verb.start()):
        who = passage.last or passage.subject()
        if who:
            yield from before_clause(passage, verb, who)
