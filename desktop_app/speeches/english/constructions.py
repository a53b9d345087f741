"""How English attributes speech, a sentence at a time: each construction one function."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.speeches.english.clauses import (
    clause_end,
    is_clause,
    is_one_quotation,
    past_circumstances,
    past_that,
    trimmed,
)
from desktop_app.speeches.english.quotations import CLOSES, INSIDE, OPEN
from desktop_app.speeches.english.subjects import (
    NAME,
    Mention,
    before_verb,
    mention,
    role_of,
)
from desktop_app.speeches.english.verbs import (
    INVERTING,
    PLAIN,
    QUOTING_ONLY,
    TELLING,
    VERB,
    WISHING,
)
from desktop_app.speeches.english.words import words

_QUOTED = re.compile(rf"{OPEN}{INSIDE}*[{CLOSES}]")
_DATELINE = re.compile(r"[A-Z][^\n]{0,70}?(?:\([A-Z][\w ]+\)\s+[-–—]+|\s[-–—]+|--)\s+")
_AFTER_VERB = re.compile(
    rf"\s+(?P<words>[^,;:.{OPEN}{CLOSES}]+?(?:(?<=\b[A-Z])\.[^,;:{OPEN}{CLOSES}]*?|(?<=\b(?:Mr|Ms|Dr|Lt))\."
    rf"[^,;:{OPEN}{CLOSES}]*?|(?<=\b(?:Mrs|Rep|Sen|Gen|Gov))\.[^,;:{OPEN}{CLOSES}]*?)*)"
    rf"(?=\s*[,;:.{OPEN}]|\s*\Z|\s+(?:in|on|at|during|via|by|after|following|from|who|as|when|while|"
    r"to|last|this|today|yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
_APPOSITION = re.compile(
    rf",\s+(?P<words>[^{OPEN}]*?)(?=,\s+(?:in|on|at|during|via|who|whose|which|adding|saying|noting|"
    rf"referring|speaking|when|after|as|of the|according)\b|,?\s*[{OPEN}]|\.?\s*\Z)"
)
_NOT_BEFORE = re.compile(
    r"(?:\b(?:to|not|n[’']t|can|could|should|must|may|might|did|will|would)|n[’']t)\s+\Z"
)
_COORDINATED = re.compile(r"(?:\b(?:and|but|then|or)|,)\s+(?:(?:also|later|then)\s+)?\Z")
_LETTER = re.compile(
    r"(?:,\s+|\band\s+|\b(?:statement|letter|report|e-?mail|tweet|note|release)\s+)\Z"
)
_INTRO = re.compile(
    r"(?:(?:However|Meanwhile|Later|Earlier|Still|But|And|While|When|As)\b,?\s+)?"
    r"(?:(?:In|On|At|After|During|For|With|Following|Despite|Speaking|Later|Earlier|Under|By|Asked)\b"
    r"[^,]{2,120},\s+)?"
)
_SUBJECT_FIRST = re.compile(
    rf"(?:(?P<pronoun>He|She|It|They|he|she|it|they)\b|"
    rf"(?P<name>(?:The |the )?(?:[\w’'-]+ )?(?:[\w’'.-]+ )?{NAME})"
    r"|(?P<common>(?:The|A|An|the|a|an) (?:[\w’'-]+ )?[\w’'-]+))"
)
_TO = re.compile(r"\s+to\s")
_FOR = re.compile(r"\s+for\s")
_SOURCE = re.compile(rf"\s+(?P<words>[^,;:{OPEN}]+?)(?=,|;|\s*\.?\s*\Z|\s+[-–—]+\s)")
_NO_SOURCE = words("plan schedule custom law tradition legend taste size need")
_ASKED = re.compile(r"\s+(?:if|whether|why|how|what|when|where|who)\s")


@dataclass(frozen=True, slots=True)
class Reported:
    """What a sentence reports: a span in code points, who is said to have said it, how."""

    start: int
    end: int
    quoted: bool
    verb: str
    mention: Mention


@dataclass(slots=True)
class Sentence:
    """A sentence being read: `mask` from `start` to `end`; `floor` moves on past what is read."""

    mask: str
    start: int
    end: int
    floor: int = 0
    last: Mention | None = None

    def reported(self) -> Iterator[Reported]:
        """All that the sentence reports, in the order of its attributions."""
        dateline = _DATELINE.match(self.mask, self.start, min(self.end, self.start + 90))
        self.floor = dateline.end() if dateline else self.start
        self.start = self.floor
        verbs = list(VERB.finditer(self.mask, self.start, self.end))
        whole = self._at_the_end(verbs)
        if whole:
            yield from whole
            return
        for verb in verbs:
            if verb.start() >= self.floor:
                yield from self._by(verb)

    def _by(self, verb: re.Match[str]) -> Iterator[Reported]:
        if verb.group(3):
            yield from self._according(verb)
        elif verb.group(2):
            yield from self._participle(verb)
        elif not _NOT_BEFORE.search(self.mask, max(self.start, verb.start() - 12), verb.start()):
            yield from self._finite(verb)

    def _at_the_end(self, verbs: list[re.Match[str]]) -> list[Reported]:
        """``A clause with whatever verbs, he said.``: the last attribution holds it all."""
        for verb in reversed(verbs):
            if verb.group(3) or verb.group(2):
                continue
            if OPEN in self.mask[self.start : self.end]:
                return []
            found = self._after_clause(verb)
            return [found] if found else []
        return []

    def _after_clause(self, verb: re.Match[str]) -> Reported | None:
        """Prices would rise, he said. Prices would rise, said Wang."""
        word = verb.group(1)
        who = before_verb(self.mask, self.floor, verb.start())
        if who and self._is_after_clause(who, verb):
            return self._placed(self.floor, who.start, word, who)
        left = self.mask[self.floor : verb.start()].rstrip()
        if who or word not in INVERTING or not left.endswith(","):
            return None
        inverted = self._inverted(verb)
        if inverted is None or self.mask[inverted[1] : self.end].strip(" .,"):
            return None
        return self._placed(self.floor, verb.start(), word, inverted[0])

    def _is_after_clause(self, who: Mention, verb: re.Match[str]) -> bool:
        before = self.mask[self.floor : self._phrase_start(who)].rstrip()
        if not before.endswith(",") or before.count(" ") < 2:
            return False
        past = past_circumstances(self.mask, verb.group(1), verb.end(), self.end)
        rest = self.mask[past : self.end].strip(" .")
        return not rest or bool(_LOOSE_END.match(self.mask, past, self.end))

    def _phrase_start(self, who: Mention) -> int:
        """Where the speaker's phrase begins, with the role and article before the name."""
        comma = max(self.mask.rfind(mark, self.floor, who.start) for mark in "," + CLOSES)
        return max(comma + 1, self.floor)

    def _placed(self, start: int, end: int, verb: str, who: Mention) -> Reported | None:
        """What stands before an attribution, from `start` to the phrase of its speaker."""
        if who.start <= end:
            end = max(start, min(end, self._phrase_start(who)))
        return self._made(start, end, verb, who)

    def _made(self, start: int, end: int, verb: str, who: Mention) -> Reported | None:
        start, end = trimmed(self.mask, start, end)
        if end - start < 2:
            return None
        quoted = is_one_quotation(self.mask, start, end)
        self.last = who
        return Reported(start, end, quoted, verb, who)

    def _finite(self, verb: re.Match[str]) -> Iterator[Reported]:
        word = verb.group(1)
        left = self.mask[self.floor : verb.start()].rstrip()
        who = before_verb(self.mask, self.floor, verb.start())
        if left and left[-1] in CLOSES and word in INVERTING:
            who = None
        if who is None and word in INVERTING and left and (left[-1] in CLOSES or left[-1] == ","):
            inverted = self._inverted(verb)
            if inverted:
                yield from self._with_speaker_behind(verb, *inverted)
                return
        if who is None and _COORDINATED.search(self.mask, self.start, verb.start()):
            who = self.last or self._subject_of_all()
            if who:
                yield from self._before_clause(verb, who)
            return
        if who is None:
            return
        phrase = self._phrase_start(who)
        before = self.mask[self.floor : phrase].rstrip(" ,")
        if before and before[-1] in CLOSES:
            yield from self._with_speaker_before(verb, who)
        elif before and self._interrupts(verb, who, phrase):
            yield from self._interrupted(word, who)
        else:
            yield from self._before_clause(verb, who)

    def _interrupts(self, verb: re.Match[str], who: Mention, phrase: int) -> bool:
        """The reason, McKinley said, is this."""
        after = self.mask[verb.end() : verb.end() + 2]
        before = self.mask[self.floor : phrase].rstrip()
        return (
            after == ", "
            and before.endswith(",")
            and OPEN not in self.mask[self.start : self.end]
            and verb.group(1) in INVERTING
        )

    def _interrupted(self, word: str, who: Mention) -> Iterator[Reported]:
        found = self._made(self.floor, self.end, word, who)
        self.floor = self.end
        if found:
            yield found

    def _with_speaker_before(self, verb: re.Match[str], who: Mention) -> Iterator[Reported]:
        """``"...," he said`` and what goes on behind it."""
        yield from self._quotation_before(self._phrase_start(who), verb.group(1), who)
        self.floor = verb.end()
        yield from self._quotations_behind(verb.group(1), who)

    def _with_speaker_behind(
        self, verb: re.Match[str], who: Mention, past: int
    ) -> Iterator[Reported]:
        """``"...," said Wang[, president of X][, "..."]`` and the same of a clause."""
        left = self.mask[self.floor : verb.start()].rstrip()
        rest = self.mask[past : self.end]
        if left[-1] in CLOSES:
            yield from self._quotation_before(verb.start(), verb.group(1), who)
            self.floor = past
            yield from self._quotations_behind(verb.group(1), who)
        elif rest.strip(" .") and rest.startswith(", ") and OPEN not in rest:
            yield from self._interrupted(verb.group(1), who)
        else:
            found = self._made(self.floor, verb.start(), verb.group(1), who)
            self.floor = past
            if found:
                yield found

    def _inverted(self, verb: re.Match[str]) -> tuple[Mention, int] | None:
        """The speaker behind a verb, and where the words about him end."""
        found = _AFTER_VERB.match(self.mask, verb.end(), self.end)
        if not found:
            return None
        who = mention(found.group("words"), found.start("words"))
        if who is None or " that " in f" {found.group('words')} ":
            return None
        past = found.end()
        apposition = _APPOSITION.match(self.mask, past, self.end)
        role = role_of(apposition.group("words")) if apposition else ""
        if apposition and role:
            past = apposition.end()
            who = Mention(who.words, who.role or role, who.kind, who.start)
        return who, past

    def _quotation_before(self, end: int, verb: str, who: Mention) -> Iterator[Reported]:
        start, end = trimmed(self.mask, self.floor, end)
        if end <= start:
            return
        quotes = list(_QUOTED.finditer(self.mask, start, end))
        lone = quotes[-1] if quotes else None
        if lone and lone.end() == end and _slight(self.mask[start : lone.start()]):
            start = lone.start()
        found = self._made(start, end, verb, who)
        if found:
            yield found

    def _quotations_behind(self, verb: str, who: Mention) -> Iterator[Reported]:
        """The quotations that go on after an attribution in the same sentence."""
        for quote in _QUOTED.finditer(self.mask, self.floor, self.end):
            between = self.mask[self.floor : quote.start()]
            if VERB.search(between) or not re.search(r"(?:[,;:.–—-]|\band)\s*\Z", between):
                break
            found = self._made(quote.start(), quote.end(), verb, who)
            self.floor = quote.end()
            if found:
                yield found

    def _before_clause(self, verb: re.Match[str], who: Mention) -> Iterator[Reported]:
        """Wang said (that) it is so. Wang told reporters: "It is so". He hoped to go."""
        word = verb.group(1)
        past = past_circumstances(self.mask, word, verb.end(), self.end)
        self.last = who
        quote = self._quotation_at(past, word)
        if quote:
            found = self._made(quote[0], quote[1], word, who)
            self.floor = quote[1]
            if found:
                yield found
            yield from self._quotations_behind(word, who)
            return
        start = self._clause_start(word, verb.end(), past)
        if start is None:
            return
        end = clause_end(self.mask, start, self.end)
        found = self._made(start, end, word, who)
        self.floor = end
        if found:
            yield found

    def _quotation_at(self, at: int, word: str) -> tuple[int, int] | None:
        """A quotation that a comma or a colon introduces at `at`."""
        found = _INTRODUCED.match(self.mask, at, self.end)
        if not found:
            return None
        quote = _QUOTED.match(self.mask, found.end() - 1, self.end)
        return quote.span() if quote else None

    def _clause_start(self, word: str, verb_end: int, past: int) -> int | None:
        """Where the clause a verb reports begins, or None where none follows."""
        if word in ("called", "calls") and _FOR.match(self.mask, verb_end, self.end):
            return verb_end + 5
        that = past_that(self.mask, past, self.end)
        if that is not None:
            return None if word in QUOTING_ONLY else that
        if word in ("asked", "asks"):
            return past if _ASKED.match(self.mask, past, self.end) else None
        if word in WISHING and word.startswith("urge"):
            return verb_end if self.mask[verb_end : verb_end + 1] == " " else None
        if word in TELLING | WISHING and _TO.match(self.mask, past, self.end):
            return past
        if word in QUOTING_ONLY:
            return None
        rest = self.mask[past : self.end].strip(" .")
        if word in PLAIN:
            return past if rest and rest[0] not in ",;:" and " " in rest else None
        return past if is_clause(self.mask, past, self.end) else None

    def _participle(self, verb: re.Match[str]) -> Iterator[Reported]:
        """``..., saying that ...``: who speaks is whom the sentence is about."""
        if not _LETTER.search(self.mask, self.start, verb.start()):
            return
        who = self.last or self._subject_of_all()
        word = verb.group(2)
        if who is None:
            return
        past = past_circumstances(self.mask, word, verb.end(), self.end)
        quote = self._quotation_at(past, word)
        that = past_that(self.mask, past, self.end)
        start = that if that is not None else past
        lettered = self.mask[verb.start() - 2 : verb.start()] not in (", ", "d ")
        if quote is None and that is None and (lettered or word in ("urging", "writing")):
            return
        begin, end = quote or (start, clause_end(self.mask, start, self.end))
        plain = word == "saying" or is_clause(self.mask, start, self.end)
        if quote is None and that is None and not plain:
            return
        found = self._made(begin, end, word, who)
        self.floor = end
        if found:
            yield found

    def _subject_of_all(self) -> Mention | None:
        """The subject with which the sentence begins, after what introduces it."""
        intro = _INTRO.match(self.mask, self.start, self.end)
        at = intro.end() if intro else self.start
        found = _SUBJECT_FIRST.match(self.mask, at, self.end)
        return mention(found.group(), at) if found else None

    def _according(self, verb: re.Match[str]) -> Iterator[Reported]:
        """``According to X, ...``, ``..., according to X.`` and in the midst of a sentence."""
        source = _SOURCE.match(self.mask, verb.end(), self.end)
        if not source or self.last is not None:
            return
        who = mention(source.group("words"), source.start("words"))
        if who is None or who.words.split()[-1].lower() in _NO_SOURCE:
            return
        rest = self.mask[source.end() : self.end]
        if verb.start() - self.floor < 12:
            span = (source.end(), clause_end(self.mask, source.end() + 1, self.end))
        elif not rest.strip(" ."):
            span = (self.floor, verb.start())
        else:
            span = (self.floor, self.end)
        found = self._made(*span, "according to", who)
        self.floor = self.end
        if found:
            yield found


_INTRODUCED = re.compile(
    rf"[,:]?[^\w{OPEN}]*[,:]\s*{OPEN}|\s+{OPEN}(?={INSIDE}{{24,}}[{CLOSES}]\s*\Z)"
)
_LOOSE_END = re.compile(
    r"\s+(?:in|on|at|during|to|via|by|of|as|from|after|following|through|when|before|while|about)\s"
    r"[^,;:]*\.?\s*\Z"
)


def _slight(words: str) -> bool:
    """Whether no more than a conjunction stands before a quotation."""
    return len(words.split()) <= 1
