"""BibTeX, in UTF-8, as Zotero and JabRef read and write it."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote

from desktop_app.citing.authors import Author, authors
from desktop_app.citing.csl_item import csl_item
from desktop_app.items import Item, Origin
from desktop_app.language.pinyin import readings

# A brace that is not one of a pair ends an entry, escaped or not: BibTeX counts them all.
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
_TABLE = str.maketrans(_ESCAPES)
_IN_ADDRESS = str.maketrans({sign: quote(sign) for sign in "\\{}^~"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TYPES = {"article-newspaper": "article"}  # all others are @misc, as Zotero has them
_TITLE_WORDS = re.compile(r"[a-z0-9]+")
_NAME = 4  # characters of a Chinese name or of the start of a title
_IDLE = frozenset(("a", "an", "the", "of", "in", "on", "and", "to", "for"))


def bibtex(cited: Iterable[tuple[Item, Origin | None]], note: str = "") -> str:
    """All items as entries, each under a key of its own and with `note`, one line, if any."""
    taken: dict[str, int] = {}
    return "\n".join(_entry(item, origin, taken, note) for item, origin in cited)


def _entry(item: Item, origin: Origin | None, taken: dict[str, int], note: str) -> str:
    known = csl_item(item, origin)
    kind = _TYPES.get(str(known["type"]), "misc")
    key = _free(_key(item), taken)
    noted = [("annote", f"{{{escaped(note)}}}")] if note else []
    known_fields = [*_fields(item, known, kind), *noted]
    fields = "".join(f"  {name} = {value},\n" for name, value in known_fields)
    return f"@{kind}{{{key},\n{fields}}}\n"


def _fields(item: Item, known: Mapping[str, object], kind: str) -> Iterator[tuple[str, str]]:
    """Names and values, delimiters included; the title keeps its capitals by a second pair."""
    names = authors(item.byline)
    if names:
        yield "author", f"{{{' and '.join(map(_name, names))}}}"
    if title := str(known.get("title", "")):
        yield "title", f"{{{{{escaped(title)}}}}}"
    if container := str(known.get("container-title", "")):
        yield ("journal" if kind == "article" else "howpublished"), f"{{{escaped(container)}}}"
    if item.date:
        yield "year", f"{{{item.date.year}}}"
        yield "month", _MONTHS[item.date.month - 1]
        yield "day", f"{{{item.date.day}}}"
    if address := str(known.get("URL", "")):
        yield "url", f"{{{address.translate(_IN_ADDRESS)}}}"
    if saved := _iso(known.get("accessed")):
        yield "urldate", f"{{{saved}}}"
    if edition := str(known.get("edition", "")):
        yield "edition", f"{{{escaped(edition)}}}"
    if language := str(known.get("language", "")):
        yield "language", f"{{{escaped(language)}}}"


def escaped(text: str) -> str:
    """`text` without a sign that means anything to TeX."""
    return text.translate(_TABLE)


def _name(author: Author) -> str:
    if author.literal:
        return f"{{{escaped(author.literal)}}}"
    parts = [part for part in (author.family, author.suffix, author.given) if part]
    return ", ".join(escaped(part) for part in parts)


def _iso(value: object) -> str:
    parts = value.get("date-parts") if isinstance(value, dict) else None
    return "-".join(f"{part:02}" for part in parts[0]) if parts else ""


def _key(item: Item) -> str:
    """Who, when, what: ``smith2021oil``, in letters that every BibTeX takes."""
    names = authors(item.byline)
    who = (names[0].literal or names[0].family) if names else item.source
    first = next(iter(_latin(who).split()), "") if names else "".join(_latin(who).split())
    year = str(item.date.year) if item.date else ""
    words = [word for word in _TITLE_WORDS.findall(_latin(item.title[:80])) if word not in _IDLE]
    return f"{first[:20]}{year}{next(iter(words), '')[:20]}" or "item"


def _latin(text: str) -> str:
    """`text` in small ASCII letters, Chinese in pinyin."""
    spelt = []
    for run in re.split(r"([\u4e00-\u9fff]+)", text):
        if run and "\u4e00" <= run[0] <= "\u9fff":
            spelt.append("".join(each[0] for each in readings(run[:_NAME]) if each) + " ")
        else:
            spelt.append(run)
    plain = unicodedata.normalize("NFKD", "".join(spelt)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", " ", plain.lower()).strip()


def _free(key: str, taken: dict[str, int]) -> str:
    """`key`, with letters behind it where another entry has it; `taken` counts tries a key."""
    free = key
    while free in taken:
        free = key + _letters(taken[key])
        taken[key] += 1
    taken[free] = 0
    return free


def _letters(number: int) -> str:
    letters: Sequence[str] = string.ascii_lowercase
    return letters[number] if number < 26 else _letters(number // 26 - 1) + letters[number % 26]
