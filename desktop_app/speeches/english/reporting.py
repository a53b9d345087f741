"""Reported clauses: before, behind and around the words that attribute them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.speeches.english.clauses import (
    clause_end,
    is_clause,
    is_one_quotation,
    past_circumstances,
    past_that,
    trimmed,
)
from desktop_app.speeches.english.mentions import Kind, Mention
from desktop_app.speeches.english.names import NAME
from desktop_app.speeches.english.passage import Passage, Reported
from desktop_app.speeches.english.quotations import CLOSES, OPEN
from desktop_app.speeches.english.quoting import further, quotation_at, speaker_behind
from desktop_app.speeches.english.subjects import before_verb, mention, role_of
from desktop_app.speeches.english.verbs import (
    CLOSING,
    INVERTING,
    NOUNS,
    PARTICIPLES,
    PLAIN,
    QUOTING_ONLY,
    TELLING,
    WISHING,
)

_TO = re.compile(r"\s+(?:not )?to\s")
_FOR = re.compile(r"\s+for\s")
_ASKED = re.compile(r"(?=\s+(?:if|whether|why|how|what|when|where|who)\s)")
_ANYTHING = re.compile(r"\s(?=\S)")
_FEELING = re.compile(
    r"\s+(?:(?:the|a|his|her|its|their|our|strong|deep|great|sincere|some)\s+){0,3}"
    r"(?:hopes?|confidence|concerns?|view|opinion|belief|fears?|regret|surprise|doubts?)\s+that\s"
)
_OUT = re.compile(r"\s+out(?=\s+(?:he|she|it|they|there|the \w+ (?:is|was|are|were|has|had))\b)")
# What must follow a verb for a clause of it to begin, where it is not "that".
_FOLLOWED = {
    **dict.fromkeys(("called", "calls"), _FOR),
    **dict.fromkeys(("asked", "asks"), _ASKED),
    **dict.fromkeys(("urged", "urges"), _ANYTHING),
    **dict.fromkeys(("pointed", "points"), _OUT),
    **dict.fromkeys(("expressed", "expresses"), _FEELING),
}
_DESCRIBED = re.compile(r",\s+(?P<role>(?:(?:an?|the)\s|[a-z]+\s(?:of|at|for)\s)[^,]{2,120})(?=,)")
_QUOTED_AS = re.compile(
    r"\b(?:is|are|was|were|been|being)\s+(?:\w+ly\s+)?(?:quoted|cited|reported)(?:\s+(?:by|in)\s[^,]{1,40})?"
    r"\s+as\s+\Z"
)
_LETTER = re.compile(
    r"(?P<comma>,\s+|\band\s+)\Z"
    r"|\b(?:statement|letter|report|e-?mail|tweet|note|release)(?:\s+[\w’'-]+){0,6}\s+\Z"
)
_SOURCE = re.compile(rf"\s+(?P<words>[^,;:{OPEN}]+?)(?=,|;|\s*\.?\s*\Z|\s+[-–—]+\s)")
_RELATION = re.compile(rf"\s+(?:his|her|its|their)\s[\w’' -]{{2,60}}?,\s(?P<name>{NAME})(?=,)")
_NO_SOURCE = frozenset(("plan", "schedule", "custom", "law", "tradition", "legend", "need"))
_LOOSE_END = re.compile(
    r"\s+(?:in|on|at|during|via|of|as|from|after|following|through|when|before|while|about|"
    r"quoting|citing)\s[^,;:]*(?:,\s+which\s.*)?\.?\s*\Z"
)
_CITING = re.compile(r",\s+(?:citing|quoting)\s[^,;:]*\.?\s*\Z")
_INTRODUCES = re.compile(
    r"(?:In|On|At|After|During|For|With|Following|Despite|Speaking|Later|Earlier|Under|By|Asked|"
    r"When|While|As|Because|Although|Though|If|Since|But|And|However)\b"
)
_GOES_ON = re.compile(r",\s(?:but|and|though|although|while|yet)\s")
_TOLD_WHOM = re.compile(rf",[^{OPEN}]{{1,80}}?\s+that\s")  # told Wu, the mayor, that ...
_NO_CLAUSE = re.compile(
    rf",\s+(?:{PARTICIPLES}|according|citing|referring|quoting|who|which|and|but|as|or|when|while|"
    rf"after|before|jokingly|\w+ing)\b|,\s*{OPEN}"
)
_WORDS_BEFORE = 6  # of a role before the name that begins a sentence
_HEAD = 12  # code points before "according to" that hold no clause yet


def whole(passage: Passage, verb: re.Match[str]) -> list[Reported]:
    """All of a sentence, whatever verbs are in it: Prices would rise, he said."""
    word = verb.group(1)
    if word not in CLOSING:
        return []
    left = passage.mask[passage.floor : verb.start()].rstrip()
    if left.endswith(",") and word in INVERTING:
        behind = speaker_behind(passage, verb.end())
        leads = behind and behind[0].kind is Kind.COMMON and _leads(passage, verb.start())
        if behind and not leads and not passage.mask[behind[1] : passage.end].strip(" .,"):
            return passage.report(passage.floor, verb.start(), word, behind[0], clause=True)
    who = before_verb(passage.mask, passage.floor, verb.start())
    if who is None or (word in NOUNS and not _is_one(who)):
        return []
    before = passage.mask[passage.floor : passage.phrase_start(who, verb.start())].rstrip()
    if not before.endswith(",") or before.count(" ") < 2 or not _closes(passage, verb, before):
        return []
    return passage.report(passage.floor, passage.floor + len(before), word, who)


def _leads(passage: Passage, verb: int) -> bool:
    """Whether the sentence begins with who speaks: "Li Wei, a teacher, said prices rose"."""
    who = before_verb(passage.mask, passage.floor, verb)
    if who is None or who.kind is not Kind.NAME:
        return False
    return passage.mask.count(" ", passage.floor, who.start) <= _WORDS_BEFORE


def _is_one(who: Mention) -> bool:
    """Whether a single one is named, so that "reports" behind it can be a verb."""
    named = who.kind is Kind.NAME or who.words.startswith(("a ", "an ", "A ", "An "))
    return named and " and " not in who.words


def _closes(passage: Passage, verb: re.Match[str], before: str) -> bool:
    """Whether nothing that could be reported follows `verb`."""
    if before[-2] in CLOSES:
        return False
    past = past_circumstances(passage.mask, verb.group(1), verb.end(), passage.end)
    if not passage.mask[past : passage.end].strip(" ."):
        return past == verb.end() or not _INTRODUCES.match(before) or verb.group(1) != "told"
    if _CITING.match(passage.mask, past, passage.end) and not _INTRODUCES.match(before):
        return True
    if verb.group(1) not in PLAIN | {"wrote", "added"} or _INTRODUCES.match(before):
        return False
    return _LOOSE_END.match(passage.mask, past, passage.end) is not None


def interrupted(passage: Passage, verb: re.Match[str], who: Mention) -> list[Reported]:
    """A clause around its attribution: The reason, McKinley said, is the flow of drugs."""
    found = passage.report(passage.floor, passage.end, verb.group(1), who, clause=True)
    passage.floor = passage.end
    return found


def before_other(passage: Passage, verb: re.Match[str], before: str, past: int) -> bool:
    """Whether a clause ends before its attribution, and the writer goes on with another."""
    return (
        verb.group(1) in INVERTING | {"told"}
        and before.rstrip().endswith(",")
        and before.count(" ") > 1
        and not _INTRODUCES.match(before)
        and _GOES_ON.match(passage.mask, past, passage.end) is not None
    )


def interrupts(passage: Passage, verb: re.Match[str], before: str, past: int) -> bool:
    """Whether the attribution whose words end at `past` stands between two commas."""
    return (
        passage.mask.startswith(", ", past)
        and not _NO_CLAUSE.match(passage.mask, past, passage.end)
        and before.rstrip().endswith(",")
        and " " in before.strip()
        and verb.group(1) in INVERTING
        and OPEN not in passage.mask[passage.start : passage.end]
    )


def before_clause(passage: Passage, verb: re.Match[str], who: Mention) -> Iterator[Reported]:
    """Wang said (that) it is so. Wang told reporters: "It is so". He hoped to go."""
    word = verb.group(1)
    past = past_circumstances(passage.mask, word, verb.end(), passage.end)
    quote = quotation_at(passage, past)
    if quote:
        yield from passage.report(*quote, word, who)
        passage.floor = quote[1]
        yield from further(passage, word, who)
        return
    start = _clause_start(passage, word, verb.end(), past, who)
    if start is None:
        return
    end = clause_end(passage.mask, start, passage.end)
    yield from passage.report(start, end, word, who, clause=True)
    passage.floor = end


def _clause_start(
    passage: Passage, word: str, verb_end: int, past: int, who: Mention
) -> int | None:
    """Where the clause that `word` reports begins, or None where none follows."""
    mask, end = passage.mask, passage.end
    that = past_that(mask, past, end)
    if that is not None and word not in QUOTING_ONLY:
        return that
    if word in _FOLLOWED:
        found = _FOLLOWED[word].match(mask, past if word.startswith("ask") else verb_end, end)
        return found.end() if found else None
    if word in TELLING | WISHING and _TO.match(mask, past, end):
        return past
    if word in QUOTING_ONLY or (word in NOUNS and who.kind is Kind.COMMON and word != "reports"):
        return None
    if word in PLAIN:
        return _plain_start(passage, word, past, mask[past:end].strip(" ."))
    return past if is_clause(mask, past, end) else None


def _plain_start(passage: Passage, word: str, past: int, rest: str) -> int | None:
    """Where the clause begins that "said" reports without "that"."""
    if " " not in rest or rest[0] in ";:":
        return None
    if rest[0] != ",":
        return past
    told = _TOLD_WHOM.match(passage.mask, past, passage.end) if word in TELLING else None
    if told:
        return told.end()
    return past if _NO_CLAUSE.match(rest) is None else None


def participle(passage: Passage, verb: re.Match[str]) -> list[Reported]:
    """Raab defended it, saying it was clear: who speaks is whom the sentence is about."""
    mask, word = passage.mask, verb.group(2)
    quoted = _QUOTED_AS.search(mask, passage.start, verb.start()) if word == "saying" else None
    if quoted:
        who = before_verb(mask, passage.floor, quoted.start())
        return _quoted_as(passage, verb, who) if who else []
    linked = _LETTER.search(mask, passage.start, verb.start())
    who = linked and (passage.last or passage.subject())
    if not linked or not who:
        return []
    past = past_circumstances(mask, word, verb.end(), passage.end)
    quote = quotation_at(passage, past)
    that = past_that(mask, past, passage.end)
    if quote is None and that is None:
        bare = linked.group("comma") and (word == "saying" or is_clause(mask, past, passage.end))
        if not bare or word in ("urging", "writing"):
            return []
    start = past if that is None else that
    begin, end = quote or (start, clause_end(mask, start, passage.end))
    passage.floor = end
    return passage.report(begin, end, word, who, clause=quote is None)


def _quoted_as(passage: Passage, verb: re.Match[str], who: Mention) -> list[Reported]:
    """Lopez was quoted as saying (that) it was over."""
    past = past_circumstances(passage.mask, "saying", verb.end(), passage.end)
    quote = quotation_at(passage, past)
    start = past_that(passage.mask, past, passage.end) or past
    begin, end = quote or (start, clause_end(passage.mask, start, passage.end))
    passage.floor = end
    return passage.report(begin, end, "saying", who, clause=quote is None)


def _with_apposition(passage: Passage, who: Mention, at: int) -> tuple[Mention, int]:
    """The source with the role that stands between commas behind it, and where that ends."""
    found = _DESCRIBED.match(passage.mask, at, passage.end)
    role = role_of(found.group("role")) if found else ""
    if not found or not role:
        return who, at
    return Mention(who.words, who.role or role, who.kind, who.start), found.end()


def according(passage: Passage, verb: re.Match[str]) -> list[Reported]:
    """According to X, it is so. It is so, according to X. It is, according to X, so."""
    source = _SOURCE.match(passage.mask, verb.end(), passage.end)
    if not source or passage.last is not None:
        return []
    who = mention(source.group("words"), source.start("words"))
    named = _RELATION.match(passage.mask, verb.end(), passage.end)
    if named:
        who, source = mention(named.group("name"), named.start("name")), named
    if who is None or who.words.split()[-1].lower() in _NO_SOURCE:
        return []
    if verb.start() - passage.floor < _HEAD:
        who, past = _with_apposition(passage, who, source.end())
        span = (past, clause_end(passage.mask, past + 1, passage.end))
    elif not passage.mask[source.end() : passage.end].strip(" ."):
        span = (passage.floor, verb.start())
    else:
        span = (passage.floor, passage.end)
    passage.floor = passage.end
    quoted = is_one_quotation(passage.mask, *trimmed(passage.mask, *span))
    return passage.report(*span, "according to", who, clause=not quoted)
