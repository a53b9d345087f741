"""Who speaks, as the words beside a verb name them: a subject, its role, its kind."""

from __future__ import annotations

import re

from desktop_app.speeches.english.mentions import Kind, Mention, split_role
from desktop_app.speeches.english.names import NAME, ONLY_NAME, is_personal
from desktop_app.speeches.english.quotations import CLOSES
from desktop_app.speeches.english.titles import (
    BEGINNINGS,
    COMPANY,
    HONORIFIC,
    ORGANISATION,
    ROLES,
    is_role,
)
from desktop_app.speeches.english.words import words

_ADVERB = words(
    "also later then still here there has have had now once often again since too even "
    "further earlier today yesterday instead just first who reportedly very monday tuesday "
    "wednesday thursday friday saturday sunday"
)
_WHEN_BEFORE = re.compile(
    r"\s+(?:last|this) (?:week|month|year|night)\Z|\s+on (?:[A-Z][a-z]+day)\Z|\s+in turn\Z"
)
_BOUNDARY = re.compile(rf"[,;:()\[\]{CLOSES}—–]|\s--?\s|--|\s\.\.\.?\s")
_BRACKETED = re.compile(r"(?<=\w )\([A-Z][\w&. -]{0,20}\)(?= \w)")  # the Exchange (LIFFE) said
_LEADING = re.compile(
    r"(?:(?:and|but|yet|so|or|while|when|where|though|although|because|after|before|if|that|what|"
    r"than|until|whether|since|And|But|While|When|Though|Although|Because|After|Before|Since|Yet|"
    r"So|If|Still|Also|Then|Meanwhile|However|Yesterday|Today|Later|Earlier|nor|like|"
    r"(?:in|at|by|on|during|from|of|with|to|for) (?:which|whom))\s+)+"
)
_TURN = re.compile(
    r" (?:(?:days?|weeks?|months?|years?|hours?|minutes?) (?:after|before|since)) (?=[A-Z])"
    r"| (?:but|although|though|while|because|whereas) "
)
_NOT_LEADING = re.compile(r"(?:which|who|whom|as|As|what)\s")
_PREPOSITION = re.compile(
    r"(?:In|On|At|After|By|For|During|Following|From|With|Last|This|Late|Early|Before|Until|"
    r"Since|Under|Over|Through|Speaking|in|on|at|after|by|during|last)\s"
)
_PRONOUN = re.compile(r"(?:.*\s)?(he|she|it|they|He|She|It|They)\Z")
_OWN_CLAUSE = re.compile(
    r"^(?:In|On|At|After|By|For|During|Last|This|Early|Late)\s|\b(?:when|after|before|because|as|and|"
    r"but|if|while|although|though|that|whom|where|until|since|than)\s+\w+\Z"
)
_SELF = re.compile(r"\b(?:I|[Ww]e|[Yy]ou)\s+[a-z]")
_AUTHOR = re.compile(r"(?:i|we|you)[’']")
_NOT_SPEAKERS = words(
    "i we you who that which there this what nobody someone everyone people be been is was "
    "are were being to not and or never widely today yesterday earlier later month week year "
    "ago"
)
_DESCRIBES = re.compile(
    r"(?:An?|[Tt]he|a|an|his|her|its|their|His|Her|Its|Their|One of)\s|.*['’]s\s"
)
_OWNERS = re.compile(
    r"^(?:an?|the|his|her|its|their|one of)\s(?:his |her |its |their )?", re.IGNORECASE
)
_ASIDE = re.compile(
    r"(?:however|meanwhile|too|though|in turn|for (?:his|her|its) part|nevertheless|nonetheless|"
    r"of course|moreover|citing|who|whose|which|where|in|on|at|speaking|via|quoting|after|when|"
    r"controlled|based|owned|led|founded|formerly|headquartered|reached|asked|\w+ing)\b"
    r"|[DRI]-[A-Z]"
)
_RELATED = re.compile(r"(?:who|whose|which|where)\b")
_RELATIVE = re.compile(
    r",\s+(?:helps|leads|runs|heads|works|directs|says|said|told|has|is|was)\b|,?\s+(?:who|which|whose|where|that)\b|,\s+(?:a|an|the|one)\s"
)
_AGE = re.compile(r",?\s*\b\d{1,3}(?:-year-old)?\b,?")
_FINITE_INSIDE = re.compile(r"\b(?:is|are|was|were|will|would|can|could|may|might|does|did)\b")
_TRAILING = re.compile(rf"(?:\b(?:the|a|an|his|her|its|their)\s+[^,]*|{NAME})\Z")
_ARTICLE = re.compile(r"(?:the|The)\s+")
_ALONE = words("Some Several Many Most Both One Two Others")  # may speak with no noun
_NAME_BEGINS = re.compile(r"[^\W\d]|\d+[A-Z]|\d+-year-old|[<(]")
_STOCK_MARK = re.compile(r"\s*<[^>]*>")
_LONGEST = 14  # words of a subject; longer ones are clauses that were not understood
_LONGEST_ROLE = 160  # code points
_REACH = 240  # code points before a verb in which its subject is looked for
_UNNAMED = words(
    "A An One Some Several Many Most Both Two Three Four Five All Other Another Analysts "
    "Officials Economists Traders Dealers Police Authorities Experts Critics Scientists "
    "Researchers Those Their His Her Its These Doctors Sources Industry Market Health"
)


def before_verb(mask: str, floor: int, verb: int) -> Mention | None:
    """The subject that ends right before `verb`; nothing before `floor` belongs to it."""
    floor = max(floor, verb - _REACH)
    left = _without_adverbs(_BRACKETED.sub(_blank, mask[floor:verb]).rstrip())
    if left.endswith((")", " -", "--", "—", "–")):
        left = _without_bracket(left)
    if left.endswith(","):
        return _before_apposition(left[:-1], floor)
    begins = [0, *(mark.end() for mark in _BOUNDARY.finditer(left))]
    found = _mention(left, begins[-1], floor)
    apposition = left[begins[-1] :].lstrip()
    if found and found.kind is Kind.COMMON and apposition[:1].islower():
        return _named_before(left, begins[-2:], floor) or found
    return found


def _named_before(left: str, begins: list[int], floor: int) -> Mention | None:
    """The name before an apposition no comma ends: "Ann Lee, president of X said"."""
    apposition = left[begins[-1] :].lstrip()
    if left[begins[-1] - 1] != "," or _LEADING.match(apposition):
        return None
    role = role_of(apposition)
    found = _mention(left[: begins[-1] - 1], begins[0], floor, role) if role else None
    return found if found and found.kind is Kind.NAME and is_personal(found.words) else None


def _blank(bracket: re.Match[str]) -> str:
    return " " * len(bracket.group())


def _without_adverbs(left: str) -> str:
    while True:
        before, _, last = left.rpartition(" ")
        if before and (last.lower() in _ADVERB or (last.endswith("ly") and last.islower())):
            left = before.rstrip().removesuffix(" on")
            continue
        found = _WHEN_BEFORE.search(left)
        if not found:
            return left
        left = left[: found.start()]


def _without_bracket(left: str) -> str:
    """`left` without an aside in brackets or dashes at its end; a name in brackets bare."""
    if not left.endswith(")"):
        body = left.rstrip(" -—–")
        dash = max(body.rfind(" - "), body.rfind("—"), body.rfind("–"), body.rfind("--"))
        return body[:dash].rstrip() if dash > 0 else left
    opened = left.rfind("(")
    before = left[:opened].rstrip()
    if opened < 0:
        return left
    return before if before[-1:].isalnum() else f"{left[:opened]} {left[opened + 1 : -1]}"


def _mention(left: str, begin: int, floor: int, role: str = "") -> Mention | None:
    """The subject in `left` from `begin` on, if it can be one."""
    said = left[begin:]
    begin += len(said) - len(said.lstrip())
    said = said.strip()
    turn = _last_turn(said)
    begin, said = begin + turn, said[turn:]
    leading = _LEADING.match(f"{said} ")
    if leading:
        begin, said = begin + leading.end(), said[leading.end() :]
    if _NOT_LEADING.match(said):
        return None
    return mention(said, floor + begin, role)


def _last_turn(said: str) -> int:
    """Where another clause begins inside: "sales rose but many economists"."""
    found = list(_TURN.finditer(said))
    return found[-1].end() if found else 0


def _before_apposition(left: str, floor: int) -> Mention | None:
    """The subject of ``NAME, president of X,``: the last part between commas that is a name."""
    ends = [mark.start() for mark in _BOUNDARY.finditer(left)]
    begins = [0, *(mark.end() for mark in _BOUNDARY.finditer(left))]
    if named := _after_role(left, begins, floor):
        return named
    for begin, end in reversed(list(zip(begins, ends, strict=False))):
        apposition = left[end:].strip(" ,")
        aside = _ASIDE.match(apposition)
        role = "" if aside else role_of(apposition)
        if not left[begin:end].strip() or not (role or aside or _is_private(apposition)):
            continue
        found = _mention(left[:end], begin, floor, role)
        if found and (found.kind is Kind.NAME or aside):
            return found
    return None


def _after_role(left: str, begins: list[int], floor: int) -> Mention | None:
    """The name between commas behind a role: "A spokeswoman for the ministry, Hua Chunying,"."""
    name = left[begins[-1] :].strip()
    if len(begins) < 2 or not ONLY_NAME.match(name):
        return None
    said = left[begins[-2] : begins[-1] - 1].strip()
    if _DESCRIBES.match(f"{said} ") and said.rpartition(" ")[2].lower() in COMPANY:
        return Mention(name, "", Kind.NAME, floor + left.rfind(name))
    if not is_personal(HONORIFIC.sub("", name)):
        return None
    leading = _LEADING.match(said)
    said = said[leading.end() :] if leading else said
    role = role_of(_OWNERS.sub("", said)) if _DESCRIBES.match(said) else ""
    bare = HONORIFIC.sub("", name)
    return Mention(bare, role, Kind.NAME, floor + left.rfind(bare)) if role else None


def _is_private(apposition: str) -> bool:
    return apposition.startswith(("a ", "an ", "the ")) and len(apposition) < _LONGEST_ROLE


def role_of(apposition: str) -> str:
    """The role an apposition gives, without its article; "" if it gives none."""
    said = _AGE.sub("", apposition.strip(" ,•*·"))
    if _RELATED.match(said):
        return ""
    said = _RELATIVE.split(said, maxsplit=1)[0].strip(" ,.")
    for article in ("a ", "an ", "the "):
        said = said.removeprefix(article)
    if len(said) > _LONGEST_ROLE or _FINITE_INSIDE.search(said):
        return ""
    return said if any(is_role(word) for word in said.split()) else ""


def mention(said: str, start: int, role: str = "") -> Mention | None:
    """What `said`, at `start`, names: None where it is no speaker's name."""
    bullet = len(said) - len(said.lstrip("•*· "))
    start, said = start + bullet, said[bullet:].strip(" ,")
    last = said.rpartition(" ")[2].lower()
    if not said or (said in BEGINNINGS - _ALONE and not _PRONOUN.match(said)):
        return None
    if _AUTHOR.match(last) or " that " in said or _SELF.search(said):
        return None
    if last in _NOT_SPEAKERS or (said.islower() and last.endswith("ing")):
        return None
    pronoun = _PRONOUN.match(said)
    if pronoun and said.count(" ") > 1 and not _OWN_CLAUSE.search(said):
        return None  # a package he said would help: no clause of its own
    if pronoun:
        return Mention(pronoun.group(1).lower(), "", Kind.PRONOUN, start + pronoun.start(1))
    if _PREPOSITION.match(said) or _FINITE_INSIDE.search(said):
        found = _TRAILING.search(said)
        if not found or not found.start():
            return None
        said, start = found.group(), start + found.start()
        if said in BEGINNINGS:
            return None
    return _named(said, start, role) if said.count(" ") < _LONGEST else None


def _named(said: str, start: int, role: str) -> Mention | None:
    said = " ".join(said.split())
    plain = _ARTICLE.sub("", said, count=1) if said[:3] in ("the", "The") else said
    start += len(said) - len(plain)
    own, name = split_role(plain)
    if name and name not in _UNNAMED:
        return Mention(name, own or role, Kind.NAME, start + max(0, plain.rfind(name)))
    if not _NAME_BEGINS.match(plain):
        return None
    if plain[0] not in "<(":
        plain = _STOCK_MARK.sub("", plain)
    bare = plain.strip("<>()")
    if not bare:
        return None
    last = bare.rpartition(" ")[2]
    is_name = (bare[0].isupper() or bare != plain) and plain.split()[0] not in _UNNAMED
    if is_name and not is_role(last) and (not last.islower() or last in ORGANISATION):
        return Mention(bare, role, Kind.NAME, start)
    return Mention(bare.lower() if bare.lower() in ROLES else bare, role, Kind.COMMON, start)
