"""Quotations with their attribution before, behind or between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.speeches.english.clauses import past_circumstances, trimmed
from desktop_app.speeches.english.mentions import Kind, Mention
from desktop_app.speeches.english.names import ONLY_NAME, is_personal
from desktop_app.speeches.english.passage import Passage, Reported
from desktop_app.speeches.english.quotations import CLOSES, INSIDE, OPEN
from desktop_app.speeches.english.subjects import mention, role_of
from desktop_app.speeches.english.verbs import VERB

_QUOTED = re.compile(rf"{OPEN}{INSIDE}*[{CLOSES}]")
_INTRODUCED = re.compile(
    rf"[^\w{OPEN},:]*[,:]+\s*{OPEN}|\s+{OPEN}(?={INSIDE}{{24,}}[{CLOSES}]\s*\Z)"
)
_GOES_ON = re.compile(r"(?:[,;:.–—-]|\band)\s*\Z")
_INTRODUCES = re.compile(r"(?:After|Before|While|When|As|On|In|At|During|Following)\s")
_SHORT = r"(?:Mr|Mrs|Ms|Dr|Lt|Col|Rep|Sen|Gen|Gov|St|Jr|Sr|Inc|Corp|Co|[A-Z])"
_BEHIND = re.compile(
    rf"\s+(?P<words>(?:[^\s,;:.{OPEN}{CLOSES}]|(?<=[A-Za-z])\.(?=\w)|(?<=\b[A-Z])\.(?=\s)"
    rf"|(?<=\bMr|\bMs|\bDr|\bLt|\bSt)\.|(?<=\bMrs|\bRep|\bSen|\bGen|\bGov|\bCol)\.|\s+(?!{OPEN}"
    r"|(?:in|on|at|during|via|by|after|following|from|who|as|when|while|to|last|this|today|"
    r"yesterday|earlier|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)){1,120})"
)
_PLACED = re.compile(r"(?:in|on|at|by|from|to|of|for|with|as|during|after|before|last|this)\s")
_CLAUSE_BEGINS = re.compile(r"(?:that|there|(?:he|she|it|they|we|I)\s)")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|will|would|can|could|may|might|does|did|has|have|had)\b"
)
_APPOSITION = re.compile(
    rf",\s+(?P<words>[^{OPEN}]*?)(?=,\s+(?:in|on|at|during|via|who|whose|which|adding|saying|"
    rf"noting|referring|speaking|when|after|as|of the|according)\b|,?\s*{OPEN}|\.?\s*\Z)"
)


def quotation_at(passage: Passage, at: int) -> tuple[int, int] | None:
    """The span of a quotation that a comma, a colon or nothing but its length introduces."""
    found = _INTRODUCED.match(passage.mask, at, passage.end)
    if not found:
        return None
    quote = _QUOTED.match(passage.mask, found.end() - 1, passage.end)
    return quote.span() if quote else None


def speaker_behind(passage: Passage, at: int) -> tuple[Mention, int] | None:
    """The speaker named behind a verb that ends at `at`, and where the words about him end."""
    found = _BEHIND.match(passage.mask, at, passage.end)
    said = found.group("words") if found else ""
    if not found or " that " in f" {said} " or _PLACED.match(said) or _CLAUSE_BEGINS.match(said):
        return None
    who = mention(said, found.start("words"))
    if who is None or _FINITE.search(said):
        return None
    apposition = _APPOSITION.match(passage.mask, found.end(), passage.end)
    role = role_of(apposition.group("words")) if apposition else ""
    if apposition and who.kind is Kind.COMMON and _is_name(apposition.group("words")):
        name = apposition.group("words")
        return Mention(name, who.words, Kind.NAME, apposition.start("words")), apposition.end()
    if not apposition or not role:
        return who, found.end()
    return Mention(who.words, who.role or role, who.kind, who.start), apposition.end()


def _is_name(said: str) -> bool:
    return ONLY_NAME.match(said) is not None and is_personal(said)


def around(passage: Passage, verb: str, who: Mention, before: int, past: int) -> Iterator[Reported]:
    """What is quoted up to `before`, and what goes on behind the attribution, from `past`."""
    start, end = trimmed(passage.mask, passage.floor, before)
    quotes = list(_QUOTED.finditer(passage.mask, start, end))
    if quotes and quotes[-1].end() == end and passage.mask.count(" ", start, end) <= 1:
        start = quotes[-1].start()
    if not _only_leads(passage, verb, start, past):
        yield from passage.report(start, end, verb, who)
    passage.floor = past
    yield from further(passage, verb, who)


def _only_leads(passage: Passage, verb: str, start: int, past: int) -> bool:
    """After playing "Yesterday," he told the crowd, "...": no report stands before."""
    if not _INTRODUCES.match(passage.mask, start, past):
        return False
    at = past_circumstances(passage.mask, verb, past, passage.end)
    return quotation_at(passage, at) is not None


def further(passage: Passage, verb: str, who: Mention) -> Iterator[Reported]:
    """The quotations of the same speaker that follow from the passage's floor on."""
    for quote in _QUOTED.finditer(passage.mask, passage.floor, passage.end):
        between = passage.mask[passage.floor : quote.start()]
        if VERB.search(between) or not _GOES_ON.search(between):
            return
        yield from passage.report(quote.start(), quote.end(), verb, who)
        passage.floor = quote.end()
