"""A page of a ZIM file, with what the file as a whole knows about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from posixpath import normpath
from urllib.parse import quote, unquote, urljoin, urlsplit

from babel.core import get_global
from lxml import html

from desktop_app.importing.dates import find_date, not_in_future
from desktop_app.importing.html.about import page_language
from desktop_app.importing.html.page import HtmlPage, read_page
from desktop_app.importing.own_item import is_own
from desktop_app.importing.raw import Found, RawItem, Skipped
from desktop_app.importing.zims.file import ZimFile
from desktop_app.importing.zims.wiki import wiki_page
from desktop_app.messages import message

_DECLARES_LANGUAGE = re.compile(rb"<html\b[^>]{0,1000}?\slang\s*=", re.IGNORECASE)
_LEADS_ON = re.compile(rb"""<meta[^>]{0,200}?http-equiv\s*=\s*["']?refresh\b""", re.IGNORECASE)
_SMALL = 2048  # bytes: a page that only leads to another is smaller
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?")
_PLAIN = "/:@!$&'()*+,;=~"  # what a path may have as it is (RFC 3986, 3.3)
_NAMESPACE = re.compile(r"[A-Za-z-]/")


@dataclass(frozen=True, slots=True)
class Origin:
    """What holds for all pages of a file where they say nothing themselves; picklable.

    `site` is the address it was made from, `crawled` whether its paths begin with hosts.
    """

    source: str = ""
    language: str = ""
    day: date | None = None
    site: str = ""
    crawled: bool = False


def origin_of(metadata: dict[str, str]) -> Origin:
    """From the file's metadata (https://wiki.openzim.org/wiki/Metadata)."""
    stated = (metadata.get(key, "") for key in ("Creator", "Title", "Publisher"))
    site = metadata.get("Source", "")
    if site and "://" not in site and _HOST.match(site):
        site = f"https://{site}"
    return Origin(
        source=next((each for each in stated if each not in ("", "-", "N/A", "Unknown")), ""),
        language=_language(metadata.get("Language", "")),
        day=not_in_future(find_date(metadata.get("Date", ""))),
        site=site if site.startswith(("http://", "https://")) else "",
        crawled=bool(re.search("warc2zim|zimit", metadata.get("Scraper", ""), re.IGNORECASE)),
    )


def address_of(path: str, origin: Origin, metadata: dict[str, str]) -> str:
    """Where the page at `path` (without name space) was got; "" where nothing tells."""
    if origin.crawled and _HOST.fullmatch(path.split("/", 1)[0]):
        return f"https://{quote(path, safe=_PLAIN + '?')}"
    if not origin.site:
        return ""
    if "mwoffliner" in metadata.get("Scraper", "").lower():
        return urljoin(origin.site, f"/wiki/{quote(path, safe=_PLAIN)}")
    return urljoin(f"{origin.site.rstrip('/')}/", quote(path, safe=_PLAIN))


def read_zim_page(page: HtmlPage, origin: Origin, title: str) -> Sequence[Found]:
    """The item of `page`, called `title` where it does not say; raises `ImportFailure`."""
    content = page.content
    assert isinstance(content, bytes)
    if len(content) <= _SMALL and _LEADS_ON.search(content):
        return (Skipped(page.where, message("it only leads on to another page")),)
    wiki = wiki_page(content)
    page = replace(page, content=wiki.content, address=wiki.address or page.address)
    origin = replace(origin, day=wiki.edited or origin.day)
    declares = _DECLARES_LANGUAGE.search(content[:8192]) is not None
    return [
        _completed(each, origin, title, declares)
        if isinstance(each, RawItem) and not is_own(each)
        else each
        for each in read_page(page)
    ]


@dataclass(frozen=True, slots=True)
class ZimPictures:
    """Pictures of the page at `path` in the same file."""

    file: ZimFile
    path: str
    namespaced: bool

    def find(self, reference: str) -> bytes | None:
        """The picture `reference` leads to from the page."""
        paths = dict.fromkeys(paths_of(self.path, reference, self.namespaced))
        return next((found for path in paths if (found := self.file.picture(path))), None)


def paths_of(page: str, reference: str, namespaced: bool) -> Iterator[str]:
    """The entries a reference in the entry `page` may mean, as paths of the file."""
    try:
        parts = urlsplit(reference.strip())
    except ValueError:
        return
    if parts.scheme not in ("", "http", "https") or len(reference) > 4000:
        return
    query = f"?{parts.query}" if parts.query else ""
    if parts.netloc:  # crawls keep pictures by host and path
        for path in (f"{parts.netloc}{parts.path}{query}", f"{parts.netloc}{parts.path}"):
            yield f"A/{unquote(path)}" if namespaced else unquote(path)
        return
    for plain in (unquote(parts.path), parts.path):
        path = normpath(f"/{page}/../{plain}" if not plain.startswith("/") else plain)
        path = path.lstrip("/")
        yield f"{path}{unquote(query)}"
        yield path
        if not namespaced and _NAMESPACE.match(path):  # kept by a file made anew from an old one
            yield path[2:]


def _completed(item: RawItem, origin: Origin, title: str, declares: bool) -> RawItem:
    return replace(
        item,
        title=item.title or title,
        language=item.language if declares else _language_of(item, origin),
        source=_source(item, origin),
        date=item.date or origin.day,
    )


def _language_of(item: RawItem, origin: Origin) -> str:
    """The file's language, where the words of a page that declares none may be of it."""
    if item.language == "zh" or not origin.language:
        return item.language
    text = "\n".join((item.title, *item.paragraphs))
    letters = sum(1 for c in text if c.isalpha())
    if sum(1 for c in text if c.isalpha() and c.isascii()) * 2 < letters:
        return origin.language  # in a script of its own, whatever it quotes
    return page_language(html.Element("html", lang=origin.language), text)


def _source(item: RawItem, origin: Origin) -> str:
    """As the page says, else as the file's maker does; the host of a page names it last.

    But for what was crawled, whose pages are of many hosts.
    """
    is_host = urlsplit(item.url).hostname in (item.source, f"www.{item.source}")
    if item.source and not (is_host and origin.source and not origin.crawled):
        return item.source
    return origin.source


def _language(codes: str) -> str:
    """The two letters of a lone ISO 639-3 code (``bel``); "" for several, and for unknown."""
    code = codes.strip().lower()
    alias = str(get_global("language_aliases").get(code, code))
    return alias if re.fullmatch("[a-z]{2}", alias) else ""
