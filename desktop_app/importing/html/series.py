"""Articles in several pages: which files go on with which, and their parts as one item."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from urllib.parse import quote, unquote

from desktop_app.errors import ImportFailure
from desktop_app.exchange import MEDIA_TYPE
from desktop_app.importing.dates import date_in_name
from desktop_app.importing.encoding import decode
from desktop_app.importing.html.mirror import mirror_of
from desktop_app.importing.html.tree import MAX_PAGE
from desktop_app.importing.page import MAX_PARAGRAPHS, read_bytes, tidy
from desktop_app.importing.pictures import confined
from desktop_app.importing.raw import Failed, Found, RawItem
from desktop_app.items import Link

MAX_PAGES = 50
# a_2.html, a-2.html, a_p2.html, a-page-2.html; a.html?page=2, a.html@page=2
_MARKS = ("", "_", "-", "_p", "-p", "_page", "-page", "_page_", "-page-")
_QUERIES = tuple(f"{sign}{name}=" for sign in "?@&" for name in ("page", "p", "pn", "pg"))
_NUMBERED = re.compile(
    r"^(?P<stem>.*?[^\d_-]|.+?\d)??(?P<mark>[_-](?:p|page)?[_-]?|(?<!\d))(?P<n>\d{1,2})"
    r"(?P<end>\.[A-Za-z]{3,5})$"
    r"|^(?P<stem2>.+?)(?P<mark2>[?@&](?:page|p|pn|pg)=)(?P<n2>\d{1,2})(?P<end2>\.html?|)$"
)
_TITLE = re.compile(r"<title[^>]*>(.{0,500}?)</title", re.IGNORECASE | re.DOTALL)
_PAGE_MARK = re.compile(
    r"[\s_|（(\[【-]*(?:第\s*[\d一二三四五六七八九十]{1,3}\s*[页頁]|[（(\[]\s*\d{1,2}\s*[)）\]]|"
    r"\bpage\s*\d{1,2}(?:\s*(?:of|/)\s*\d{1,2})?|_\d{1,2}(?=$|[\s_-]))[)）\]】]*",
    re.IGNORECASE,
)


_WORDS = {
    "next": ("下一页", "下一頁", "下页", "后一页", "next page", "next"),
    "prev": ("上一页", "上一頁", "上页", "前一页", "previous page", "previous", "prev"),
}
_TAG = re.compile(r"<(?:a|link)\b([^<>]{0,2000})>([^<]{0,30})", re.IGNORECASE)
_HREF = re.compile(r"""href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_REL = re.compile(r"""rel\s*=\s*["']?\s*([\w -]{1,60})""", re.IGNORECASE)


# What the bytes of a page have that may hold such a link, few as each is looked for in
# every page: most have none and are not decoded.
_BEGINNINGS = {"next": ("下一", "下页"), "prev": ("上一", "上页")}
_MAY_LINK = {
    way: (
        *(f"rel={sign}{way}".encode() for sign in ("", "'", '"')),
        f">{way.capitalize()}".encode(),
        *(word.encode(encoding) for word in words for encoding in ("utf-8", "gb18030")),
        words[0].encode("big5"),
    )
    for way, words in _BEGINNINGS.items()
}


@dataclass(frozen=True, slots=True)
class _Name:
    """A file's name as that of a page of a series: ``stem``, ``mark``, number, ``end``."""

    stem: str
    mark: str
    number: int
    end: str

    def at(self, number: int) -> str:
        """The name of another page of the series."""
        return f"{self.stem}{self.mark}{number}{self.end}"


def previous_page(path: Path) -> Path | None:
    """The file whose article the page at `path` goes on with."""
    candidates = (each for each in _before(path) if each.is_file())
    return next((each for each in candidates if _goes_on(each, path)), None)


def next_page(path: Path) -> Path | None:
    """The file that goes on with the article of the page at `path`."""
    candidates = (each for each in _after(path) if each.is_file())
    return next((e for e in candidates if previous_page(e) == path), None)


def first_page(path: Path) -> Path | None:
    """The first page of the article the page at `path` is a later part of, None for none.

    In a round, as galleries are, the shortest name, and the first of these, is the first.
    """
    pages = [path]
    while len(pages) <= MAX_PAGES and (before := previous_page(pages[-1])) is not None:
        if before in pages:
            pages.append(min(pages, key=lambda page: (len(page.name), page.name)))
            break
        pages.append(before)
    return None if pages[-1] == path else pages[-1]


def later_pages(path: Path) -> Iterator[Path]:
    """The pages that follow the first page at `path`, in order."""
    pages = [path]
    while len(pages) <= MAX_PAGES and (following := next_page(pages[-1])) is not None:
        if following in pages:
            return
        pages.append(following)
        yield following


def joined(
    first: RawItem, pages: Sequence[Path], read: Callable[[Path], Sequence[Found]]
) -> list[Found]:
    """The item with the text of its later `pages`, and those that cannot be read."""
    whole, failed = first, list[Found]()
    for page in pages:
        try:
            pieces = read(page)
        except ImportFailure as error:
            failed.append(Failed(page.name, error.text))
            continue
        for piece in pieces:
            if isinstance(piece, RawItem):
                whole = _with(whole, piece)
    return [whole, *failed]


def _before(path: Path) -> Iterator[Path]:
    yield from _linked(path, "prev")
    name = _named(path.name)
    if name is not None:
        if name.number > 1:
            yield path.with_name(name.at(name.number - 1))
        if name.number in (1, 2):
            yield path.with_name(f"{name.stem}{name.end}")
    if path.parent.name.isdigit() and path.stem == "index":
        number = int(path.parent.name[:4])
        yield path.parent.with_name(str(number - 1)) / path.name
        if number == 2:
            yield path.parent.parent / path.name


def _after(path: Path) -> Iterator[Path]:
    yield from _linked(path, "next")
    name = _named(path.name)
    if name is not None:
        yield path.with_name(name.at(name.number + 1))
    for number in (1, 2):
        for mark in _MARKS:
            yield path.with_name(f"{path.stem}{mark}{number}{path.suffix}")
        for mark in _QUERIES:
            yield path.with_name(f"{path.name}{mark}{number}")
    if path.stem == "index":
        yield path.parent / "2" / path.name
        if path.parent.name.isdigit():
            yield path.parent.with_name(str(int(path.parent.name[:4]) + 1)) / path.name


def _linked(path: Path, way: str) -> Iterator[Path]:
    """The files beside a page, or in its site's copy, to which it links as next or previous."""
    for reference in _references(path, way):
        beside = confined(path.parent, unquote(reference.partition("#")[0]))
        mirror = None if beside else mirror_of(path)
        found = beside or (mirror.file(reference) if mirror else None)
        if found and found != path.resolve():
            yield path.parent / found.name if found.parent == path.parent.resolve() else found


def _references(path: Path, way: str) -> Iterator[str]:
    try:
        content = read_bytes(path, MAX_PAGE)
        if not any(mark in content for mark in _MAY_LINK[way]):
            return
        text = decode(content, path)
    except (ImportFailure, OSError):
        return
    for match in _TAG.finditer(text):
        href = _HREF.search(match[1])
        rel = _REL.search(match[1])
        words = tidy(html.unescape(match[2])).strip(" <>«»‹›[]()（）").lower()
        is_way = rel is not None and way in rel[1].lower().split()
        if href and (is_way or words in _WORDS[way]):
            yield html.unescape(href[1] or href[2] or href[3] or "")


def _named(name: str) -> _Name | None:
    """A numbered name, unless the number is a day's or a month's."""
    match = _NUMBERED.match(name)
    if match is None or (date_in_name(name) and re.search(r"\d[_-]\d{1,2}\.\w+$", name)):
        return None
    found = match.groupdict()
    end = "2" if found["stem2"] else ""
    return _Name(
        found[f"stem{end}"] or "", found[f"mark{end}"], int(found[f"n{end}"]), found[f"end{end}"]
    )


def _goes_on(before: Path, after: Path) -> bool:
    """Whether `before` links to `after`, and both have the same title.

    A page that Beilin exported is whole: its neighbours are other items.
    """
    try:
        content = read_bytes(before, MAX_PAGE)
        if MEDIA_TYPE.encode() in content or not any(
            name.encode() in content for name in _names(before, after)
        ):
            return False
        one, other = decode(content, before), decode(read_bytes(after, MAX_PAGE), after)
    except (ImportFailure, OSError):
        return False
    title = _title(one)
    return len(title) >= 4 and title == _title(other) and _links(one, before, after)


def _title(text: str) -> str:
    match = _TITLE.search(text)
    return _PAGE_MARK.sub("", tidy(html.unescape(match[1]))).strip() if match else ""


def _links(text: str, before: Path, after: Path) -> bool:
    """Whether an ``href`` of a page ends in the other's name, as a file or on the web."""
    endings = "|".join(map(re.escape, sorted(_names(before, after))))
    pattern = rf"""href\s*=\s*["']?(?:[^"'\s>]*/)?(?:{endings})["'\s>#]"""
    return re.search(pattern, text, re.IGNORECASE) is not None


def _names(before: Path, after: Path) -> set[str]:
    """What a page may call another at the end of an address."""
    same = after.parent == before.parent
    name = after.name if same else f"{after.parent.name}/{after.name}"
    names = {name, quote(name, safe="/&=@"), name.replace("@", "?"), name.replace("&", "&amp;")}
    return names if same else names | {f"{after.parent.name}/", after.parent.name}


def _with(first: RawItem, later: RawItem) -> RawItem:
    """One item of two: what a page repeats of the others (its head, its foot) once."""
    known = {*first.paragraphs, first.title}
    kept = [n for n, paragraph in enumerate(later.paragraphs) if paragraph not in known]
    count = len(first.paragraphs)
    paragraphs = (*first.paragraphs, *(later.paragraphs[n] for n in kept))
    photos = tuple(
        replace(photo, after=count + sum(1 for n in kept if n < photo.after))
        for photo in later.photos
    )
    return replace(
        first,
        paragraphs=paragraphs[:MAX_PARAGRAPHS],
        photos=(*first.photos, *photos),
        links=(*first.links, *_moved(later, kept, paragraphs, count)),
        byline=first.byline or later.byline,
        date=first.date or later.date,
    )


def _moved(
    later: RawItem, kept: Sequence[int], paragraphs: Sequence[str], count: int
) -> Iterator[Link]:
    """The links of the paragraphs that are `kept`, where these stand now."""
    old = list(accumulate((len(text) + 1 for text in later.paragraphs), initial=0))
    new = list(accumulate((len(text) + 1 for text in paragraphs), initial=0))
    places = {n: new[count + place] - old[n] for place, n in enumerate(kept)}
    for link in later.links:
        for n, moved in places.items():
            if old[n] <= link.start and link.end < old[n + 1]:
                yield Link(link.start + moved, link.end + moved, link.address)
