"""The constructions: a verb of speech, whose it is, and what it reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.speeches.chinese.names import is_name
from desktop_app.speeches.chinese.quotations import (
    CLOSES,
    OPEN,
    Quotation,
    ending_at,
    starting_at,
)
from desktop_app.speeches.chinese.roles import split_role
from desktop_app.speeches.chinese.subjects import lead_end, sentence_subject, subject
from desktop_app.speeches.chinese.verbs import ANNOUNCED_THING, NO_CLAUSE, NO_REQUEST

Span = tuple[int, int]
_BOUNDS = "，；：。！？\n" + CLOSES
_FINAL = "。！？…；"
_APART = "，。；！？\n" + OPEN
_SHORTEST_CLAUSE = 4
_NEAR = 24
_SCARE = 5  # code points: a shorter quotation is a phrase
_ACCORDING = re.compile(
    r"(?:另|又|此外，|同时，)?(?:据|根据|按照?)(?P<source>[^，。；：]{0,40}?)(?:的|所|发布的|公布的)?"
    r"(?:报道|报导|介绍|消息|透露|说法|所述|所说|述|说|称|估计|预测|统计|通报|悉|了解)(?:称|说|显示)?[，：]"
)
_NO_SOURCE = re.compile(
    r".*(?:援引|引述).*|.*(?:了解到|获悉|得知)|(?:初步|有关|相关|不完全|最新|可靠)?(?:部门)?"
)
_CITED = re.compile(r"(?:援引|引述)[^，]*$")
_CUT = re.compile(
    r"，(?:并且?|同时|还)?(?:谴责|批评|指责)"
    r"|，并(?:且|同时)?(?:进一步|再次|郑重)?(?:强调|指出|敦促|呼吁|要求|宣布|表示|补充|希望|警告)"
    r"|；(?=[^，。；：]{2,30}(?:表示|称|指出|强调|认为|说)[，：])"
    r"|，(?=[^，。；：]{2,16}(?:则称|则表示|则认为|则说))"
)
_WORDS_ARE = re.compile(rf"(?:话|句话|说法|名言|口头禅)(?:就|便)?是[：，]?(?={OPEN})")
_WHOSE = re.compile(r"(?P<who>[^，的]{1,16}?)(?=的|在|常|曾|生前|最|对|说)")
# 通讯社报道，官员表示，……: as with 据……报道, whom the report names speaks.
_QUOTES_ANOTHER = re.compile(
    r"报[道导](?:称|说)?，[^，。；：“”\ue001-\ue003]{2,30}(?:表示|称|说|指出|强调|认为|透露)[，：]"
)
_ALSO = re.compile(r"，(?:并且?|还|同时|也)")  # “……”他表示，并称……
_DESCRIBED = re.compile(r"(?P<name>[^，。；：]{2,30})，[^，。；：]{2,30}，")
_COLON = re.compile(rf"：(?={OPEN})")


@dataclass(frozen=True, slots=True)
class Reported:
    """What is reported, the verb and the speaker's phrase, all in code points."""

    start: int
    end: int
    quoted: bool
    verb: Span
    who: Span


@dataclass(slots=True)
class Sentence:
    """A sentence of `mask` being read; `floor` moves on past what has been read.

    `last` is the phrase of who spoke last in the paragraph.
    """

    mask: str
    quotes: Sequence[Quotation]
    start: int
    end: int
    last: Span | None
    floor: int = 0
    spoke: Span | None = None


def reported(sentence: Sentence, verbs: Sequence[re.Match[str]]) -> list[Reported]:
    """What the sentence reports, in order; `verbs` are those in it."""
    opens = lead_end(sentence.mask, sentence.start, sentence.end)
    source = _ACCORDING.match(sentence.mask, opens, sentence.end)
    sentence.floor = source.end() if source else sentence.start
    if source:
        sentence.start = source.end()
    found: list[Reported] = []
    for verb in verbs:
        if verb.start() >= sentence.floor:
            found += _by(sentence, verb)
    found = found or _without_verb(sentence)
    if not found and source:
        return _according(sentence, source)
    return found


def _by(sentence: Sentence, verb: re.Match[str]) -> list[Reported]:
    opens = _clause_start(sentence, verb.start())
    phrase = subject(sentence.mask, opens, verb.start())
    if phrase is None:
        return []
    if phrase[0] == phrase[1]:
        left_out = _left_out(sentence, opens, verb)
        return _forward(sentence, verb, left_out) if left_out else []
    if verb["asking"] and not _asks(sentence.mask, verb, phrase):
        return []
    if _QUOTES_ANOTHER.match(sentence.mask, verb.start(), sentence.end):
        return []
    found = _before(sentence, verb, opens, phrase)
    if _is_last(sentence, verb) or (found and _ALSO.match(sentence.mask, verb.end())):
        return found
    return found + _forward(sentence, verb, phrase)


def announced(sentence: Sentence, verb: re.Match[str]) -> Span | None:
    """Who speaks in the next paragraph, of a sentence that ends with ``王树国说：``."""
    if verb.end() + 1 != sentence.end or sentence.mask[verb.end()] != "：":
        return None
    phrase = subject(sentence.mask, _clause_start(sentence, verb.start()), verb.start())
    return phrase if phrase and phrase[0] < phrase[1] else None


def _further(sentence: Sentence, verb: Span, who: Span) -> list[Reported]:
    """The quotations that follow one at once: 他说，“……”，“……”. 他叮嘱青年“……”“……”."""
    found: list[Reported] = []
    while True:
        at = sentence.floor + (sentence.mask[sentence.floor : sentence.floor + 1] in ("，", "、"))
        quote = starting_at(sentence.quotes, at)
        if not quote or quote.end > sentence.end or not _is_apart(sentence.mask, quote):
            return found
        found.append(Reported(quote.first, quote.last, True, verb, who))
        sentence.floor = quote.end


def _is_apart(mask: str, quote: Quotation) -> bool:
    """Whether a quotation stands as a clause, with a mark or an end behind it."""
    after = mask[quote.end : quote.end + 1]
    return quote.last - quote.first >= _SHORTEST_CLAUSE and (not after or after in _APART)


def _asks(mask: str, verb: re.Match[str], who: Span) -> bool:
    """Whether 要求， and 希望， with a mark are verbs: nouns have a long way before them."""
    if mask[verb.end() : verb.end() + 1] not in ("，", "："):
        return True
    return who[1] - who[0] <= _NEAR and "、" not in mask[slice(*who)]


def _clause_start(sentence: Sentence, verb: int) -> int:
    """Where the clause begins that has its verb at `verb`."""
    at = verb
    while at > sentence.floor:
        if sentence.mask[at - 1] in CLOSES and not _is_speech(sentence, at):
            at -= 1
        elif sentence.mask[at - 1] in _BOUNDS:
            break
        else:
            at -= 1
    return at


def _is_speech(sentence: Sentence, close: int) -> bool:
    """Whether the quotation that ends at `close` stands as a clause of its own."""
    quote = ending_at(sentence.quotes, close)
    if quote is None:
        return False
    if quote.last - quote.first < _SHORTEST_CLAUSE and sentence.mask[close - 1] != CLOSES[1]:
        return False
    return quote.start <= sentence.start or sentence.mask[quote.start - 1] in "，：。！？；\n"


def _left_out(sentence: Sentence, opens: int, verb: re.Match[str]) -> Span | None:
    """Whose verb it is where its clause names nobody."""
    if sentence.spoke:
        return sentence.spoke
    if opens > sentence.start:
        quote = starting_at(sentence.quotes, sentence.start)
        start = quote.end if quote and quote.end < opens else sentence.start
        found = sentence_subject(sentence.mask, start, opens)
        return found or _described(sentence.mask, start, opens)
    return sentence.last if verb["asking"] in ("希望", "呼吁", "号召") else None


def _described(mask: str, start: int, opens: int) -> Span | None:
    """Who is named and described before a verb: 王树国，西安交通大学校长，说……."""
    found = _DESCRIBED.match(mask, start, opens)
    named = found and found.end() == opens and is_name(found["name"])
    return found.span("name") if found and named else None


def _is_last(sentence: Sentence, verb: re.Match[str]) -> bool:
    return verb.end() >= sentence.end or sentence.mask[verb.end()] in _FINAL


def _before(sentence: Sentence, verb: re.Match[str], opens: int, who: Span) -> list[Reported]:
    """What stands before ``他说``: a quotation, or a clause where nothing comes behind."""
    mask = sentence.mask
    close = opens - 1 if opens and mask[opens - 1] in "，、" else opens
    quote = ending_at(sentence.quotes, close)
    if quote and mask[verb.end() : verb.end() + 1] == OPEN and mask[close - 1] == CLOSES[0]:
        return []  # “……”，他强调“……”: what he is speaking of, and then what he says
    if quote and quote.start >= sentence.floor and (_is_speech(sentence, close)):
        sentence.floor, sentence.spoke = verb.end(), who
        return [Reported(quote.first, quote.last, True, verb.span(), who)]
    asks = verb["asking"] or verb["marked"]
    if not _is_last(sentence, verb) or opens <= sentence.floor or asks:
        return []
    if mask[opens - 1] not in "，：？" + CLOSES or close - sentence.floor < _SHORTEST_CLAUSE:
        return []
    start, sentence.floor, sentence.spoke = sentence.floor, verb.end(), who
    return [Reported(start, close, False, verb.span(), who)]


def _forward(sentence: Sentence, verb: re.Match[str], who: Span) -> list[Reported]:
    """What follows the verb, to the end of the sentence or of the quotation."""
    mask, at = sentence.mask, verb.end()
    marked = mask[at : at + 1] in ("，", "：")
    start = at + marked
    quote = starting_at(sentence.quotes, start)
    if quote and quote.start < sentence.end and _is_whole(mask, quote, verb, marked):
        sentence.floor, sentence.spoke = quote.end, who
        first = Reported(quote.first, quote.last, True, verb.span(), who)
        return [first, *_further(sentence, verb.span(), who)]
    if not marked and (_reports_nothing(mask, verb) or (quote and verb["marked"])):
        return []
    cut = _CUT.search(mask, start, sentence.end)
    end = _trimmed(mask, start, cut.start() if cut else sentence.end)
    if end - start < _SHORTEST_CLAUSE:
        return []
    sentence.floor, sentence.spoke = max(end, verb.end()), who
    return [Reported(start, end, False, verb.span(), who)]


def _is_whole(mask: str, quote: Quotation, verb: re.Match[str], marked: bool) -> bool:
    """Whether a quotation behind a verb is what was said, and not a phrase in it."""
    after = mask[quote.end : quote.end + 1]
    if after and after not in _APART and mask[quote.end - 1] == CLOSES[0]:
        return False
    if mask[quote.start - 1] == "：":
        return True
    enough = quote.last - quote.first >= (_SCARE if not marked else _SHORTEST_CLAUSE)
    return enough and (marked or not verb["asking"])


def _reports_nothing(mask: str, verb: re.Match[str]) -> bool:
    """Whether what follows a verb without a mark is no clause."""
    at = verb.end()
    if verb["asking"]:
        if ANNOUNCED_THING.match(mask, at) and verb["asking"] in ("宣布", "宣告"):
            return True
        return bool(NO_REQUEST.match(mask, at))
    return bool(NO_CLAUSE.match(mask, at)) or mask[at : at + 1] in "。；、！？）"


def _trimmed(mask: str, start: int, end: int) -> int:
    """`end` without the last full stop and what closes nothing; questions keep their mark."""
    while end > start and mask[end - 1] in "。；，！… \u3000\n":
        end -= 1
    return end


def _without_verb(sentence: Sentence) -> list[Reported]:
    """``他最后一句话是：“……”`` and ``王树国：“……”``."""
    mask = sentence.mask
    words = _WORDS_ARE.search(mask, sentence.start, sentence.end)
    if words:
        whose = _WHOSE.match(mask, _clause_start(sentence, words.start()), words.start())
        who = whose.span("who") if whose else None
        return _quotation_at(sentence, words.end(), words.span(), who)
    colon = _COLON.search(mask, sentence.start, min(sentence.end, sentence.start + 60))
    if colon and "，" not in mask[sentence.start : colon.start()]:
        who = (sentence.start, colon.start())
        if split_role(mask[who[0] : who[1]])[2]:
            return _quotation_at(sentence, colon.end(), (colon.start(), colon.start()), who)
    return []


def _quotation_at(sentence: Sentence, at: int, verb: Span, who: Span | None) -> list[Reported]:
    quote = starting_at(sentence.quotes, at)
    return [Reported(quote.first, quote.last, True, verb, who)] if quote and who else []


def _according(sentence: Sentence, source: re.Match[str]) -> list[Reported]:
    """``据……报道，``: the source speaks where nobody else does in the sentence."""
    start, end = source.span("source")
    cited = _CITED.search(sentence.mask, start, end)
    phrase = subject(sentence.mask, start, cited.start() if cited else end)
    if not phrase or phrase[0] == phrase[1]:
        return []
    if _NO_SOURCE.fullmatch(sentence.mask[phrase[0] : phrase[1]]):
        return []
    last = _trimmed(sentence.mask, source.end(), sentence.end)
    if last - source.end() < _SHORTEST_CLAUSE:
        return []
    return [Reported(source.end(), last, False, (end, source.end() - 1), phrase)]
