"""An entry of the dictionary: a line of CC-CEDICT, and what it says to a reader."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.language.lexicon.tones import with_marks

# 傳統 传统 [chuan2 tong3] /tradition; traditional/
_LINE = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/\s*")
# References inside senses: 個|个[ge4].
_READING = re.compile(r"\[([A-Za-zÜü: ]+[1-5][A-Za-zÜü:1-5 ,·]*)\]")
_BOTH_SCRIPTS = re.compile(r"([^\x00-\x7f]+)\|([^\x00-\x7f]+)")
_TAIWAN = re.compile(r"[;,]?\s*\(?(?:also )?Taiwan pr\. \[([^\]]+)\]\)?")
_REFERENCE = re.compile(r"(?:of|see|as|for|written) (?:[^\x00-\x7f|]+\|)?([^\x00-\x7f|]+)(?:\[|$)")
_SURNAME = re.compile(r"surname [A-Z]")
_ELSEWHERE = re.compile(
    r"(?:\([^)]*\) )?(?:(?:old|archaic|erhua|Japanese|ancient|dated|vulgar|unofficial)?\s*"
    r"variant of|see |same as|also written|used in|erhua form of|abbr\. (?:for|to))"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A word in one reading.

    `pinyin` and `taiwan` (the reading in Taiwan, "" where it is the same or not told)
    have tone marks, so have readings in `senses`, which are the dictionary's, most
    usual first.
    """

    traditional: str
    simplified: str
    pinyin: str
    senses: tuple[str, ...]
    taiwan: str = ""


def read_line(line: str) -> Entry | None:
    """The entry in a line of CC-CEDICT; None for remarks and what is no entry."""
    found = _LINE.fullmatch(line)
    if found is None or line.startswith("#"):
        return None
    traditional, simplified, pinyin, told = found.groups()
    senses = tuple(filter(None, (_readable(each) for each in told.split("/"))))
    return Entry(traditional, simplified, with_marks(pinyin), senses, _taiwan(told, pinyin))


def _taiwan(told: str, pinyin: str) -> str:
    """The reading in Taiwan of the whole word, spaced as `pinyin` is."""
    for sense in told.split("/"):
        found = _TAIWAN.match(sense)  # of the whole word, not of one sense
        if found is not None:
            parts = re.findall(r"[A-Za-zÜü:]+[1-5]", found[1])
            spaced = " ".join(parts) if len(parts) == len(pinyin.split()) else found[1]
            return with_marks(spaced)
    return ""


def _readable(sense: str) -> str:
    """A sense with tone marks; "" where it only tells the reading in Taiwan."""
    if _TAIWAN.fullmatch(sense.strip()):
        return ""
    return _READING.sub(lambda found: f"[{with_marks(found[1])}]", sense.strip())


def in_script(sense: str, traditional: bool) -> str:
    """A sense whose references to words written 經濟|经济 keep one script."""
    return _BOTH_SCRIPTS.sub(r"\1" if traditional else r"\2", sense)


def referred(entry: Entry) -> str:
    """The simplified word that an entry without a meaning of its own points to, or ""."""
    if not entry.senses or not _ELSEWHERE.match(entry.senses[0]):
        return ""
    found = _REFERENCE.search(entry.senses[0])
    return found[1] if found is not None and found[1] != entry.simplified else ""


def standing(entry: Entry) -> int:
    """Where an entry comes among those of one word: 0 words, 1 names, 2 surnames, 3 variants."""
    if all(_ELSEWHERE.match(sense) for sense in entry.senses):
        return 3
    if all(_SURNAME.match(sense) for sense in entry.senses):
        return 2
    return 1 if entry.pinyin[:1].isupper() else 0
