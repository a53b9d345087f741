"""Where what is reported begins and ends: past addressees, occasions and "that"."""

from __future__ import annotations

import re

from desktop_app.speeches.english.quotations import CLOSES, INSIDE, OPEN
from desktop_app.speeches.english.verbs import PARTICIPLES, TELLING

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.?"
_TIME = (
    rf"(?:(?:on|late|early|by)\s+)*(?:{_DAY}(?: (?:morning|afternoon|evening|night))?"
    rf"|{_MONTH}(?: \d+)?|today|yesterday|tonight|recently|earlier"
    r"|(?:last|this) (?:week|month|year|night|morning)|over the weekend)"
)
_OCCASION_NOUN = (
    r"(?:statement|interview|speech|release|letter|report|e-?mail|tweet|note|address|conference|"
    r"remarks|testimony|briefing|call|post|filing|message|session|memo|article|blog|video|"
    r"broadcast|court|time|Twitter|Facebook|Weibo|telephone|phone|meeting|hearing|ceremony|"
    r"request|reply|response|advertisement|forecast|study|paper|survey|bulletin|announcement|"
    r"communique|\w+ report|summit|forum|comments|conversation)"
)
_OCCASION = (
    rf"(?:in|at|on|during|after|via|by|through|following|over)\s+(?:[\w’'.-]+\s+){{0,6}}?"
    rf"{_OCCASION_NOUN}s?(?:\s+(?:{_TIME}|on (?:Twitter|Facebook|{_DAY})"
    rf"|with (?:the )?[\w’' ]{{1,30}}?))?"
)
_CIRCUMSTANCE = re.compile(rf"\s+(?:{_TIME}|{_OCCASION})(?=[\s,.:;{OPEN}]|\Z)")
_THAT = re.compile(r"(?:\s+out)?,?\s+that\b,?")
_SUBJECT_BEGINS = (
    r"(?:that|he|she|it|they|there|we|you|I|if|whether|to|the|a|an|this|these|those|such|any|its|"
    r"his|her|their|some|no|not)\b"
)
_ADDRESSED = re.compile(
    r"\s+(?:Reuters|reporters|journalists|lawmakers|investors|analysts|AFP|CNN|CNBC|Parliament|"
    r"parliament|Congress|police)\b(?!\s+(?:of|in|at|from|on|that)\b|,|\s+and\b)|"
    r"\s+(?!that\b|he\b|she\b|it\b|they\b|there\b|if\b|whether\b|of\b|in\b|on\b|at\b|to\b|against\b)"
    rf"(?:(?:the|The|a|an|his|her|its|their|both|all)\s+)?[\w’'.&/-]+(?:\s+(?!{_SUBJECT_BEGINS})"
    rf"[\w’'.&/-]+){{0,8}}?"
    rf"(?=\s+(?:{_SUBJECT_BEGINS}|(?:{_OCCASION}|{_TIME})\b)|\s*,?\s*{OPEN}|\s*[,:;]|\s*\.?\s*\Z)"
)
_CLAUSE_OPENS = re.compile(
    r"\s+(?:(?:he|she|it|they|there|this|these|those|we)(?:’s|'s|’d|'d|’re|'re)?\s"
    r"|(?:(?!that\b|who\b|which\b)[^\s,;:]+\s+){1,9}?"
    r"(?:is|are|was|were|will|would|can|could|may|might|has|have|had|should|does|did|must)\b)"
)
_AND = r",? (?:and|but|while|though|although) "
_STOP = re.compile(
    rf"(?:,? (?:and |but )?|, ?)(?:{PARTICIPLES})\b(?: that\b| (?=he|she|it|they|there|the|[A-Z]))"
    rf"|, (?:{PARTICIPLES})\b"
    rf"|{_AND}(?:(?:he|she|it|they|[A-Z]\w+) )?(?:also |later )?"
    r"(?:said|says|added|adds|told|noted|stressed|warned|insisted|announced|urged|asked|called)\b"
    r"|(?:, (?:but|while|though|although)|;) (?:(?:the |some |other |many |most )?(?:[a-z]+ )?"
    r"(?:officials|regulators|analysts|critics|experts|police|opponents|others|witnesses|residents|"
    r"authorities|economists|traders|dealers|scientists|researchers|supporters|spokes\w+)"
    r"|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}) "
    r"(?:have |has |had )?(?:said|says?|added|told|noted|warned|insisted|argued?|denied|claimed?)\b"
    r"|,? but (?:(?:he|she|it|they|the \w+) )?(?:(?:did|does) not|didn[’']t|declined|gave no)\b"
    r"|, according to\b|; (?:he|she|it|they) (?:said|added)\b"
)


def past_circumstances(mask: str, verb: str, at: int, end: int) -> int:
    """Where the words about whom, when and where end that follow a verb ending at `at`."""
    if verb in TELLING:
        addressee = _ADDRESSED.match(mask, at, end)
        at = addressee.end() if addressee else at
    while True:
        found = _CIRCUMSTANCE.match(mask, at, end)
        if not found:
            return at
        at = found.end()


def past_that(mask: str, at: int, end: int) -> int | None:
    """The place behind a "that" that stands at `at`, or None."""
    found = _THAT.match(mask, at, end)
    return found.end() if found else None


def is_clause(mask: str, at: int, end: int) -> bool:
    """Whether a clause with its own subject and verb plainly begins at `at`."""
    return _CLAUSE_OPENS.match(mask, at, end) is not None


def clause_end(mask: str, start: int, end: int) -> int:
    """Where a reported clause from `start` ends: at the sentence's end or the next report."""
    line = mask.find("\n", start, end)
    end = line if line >= 0 else end
    found = _STOP.search(mask, start + 1, end)
    return found.start() if found else end


_SHORT_FORM = re.compile(r"\b(?:[A-Z]|[ap]\.m|Inc|Corp|Co|Ltd|Jr|Sr|Tex|Calif|Fla|Mass)\.\Z")


def trimmed(mask: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks, and without the marks that end or introduce it."""
    while start < end and (mask[start] in ",;:–—-" or mask[start].isspace()):
        start += 1
    while end > start and (mask[end - 1] in ",;:.–—" or mask[end - 1].isspace()):
        if mask[end - 1] == "." and _SHORT_FORM.search(mask, max(start, end - 6), end):
            break
        end -= 1
    return start, end


def is_one_quotation(mask: str, start: int, end: int) -> bool:
    """Whether the trimmed span from `start` to `end` is one quotation and nothing else."""
    return (
        end - start > 1
        and mask[start] == OPEN
        and mask[end - 1] in CLOSES
        and not mask[start + 1 : end - 1].strip(INSIDE)
    )
