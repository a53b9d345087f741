"""What a saved page says about itself: title, day, author, site, address, language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from lxml import etree, html
from trafilatura.metadata import extract_metadata

from desktop_app.importing.dates import date_in_name, find_date, find_dates, not_in_future
from desktop_app.importing.html_tree import read_blocks
from desktop_app.importing.page import tidy
from desktop_app.language.detect import detect_language

_SEPARATOR = re.compile(r"\s+[|–—_·»-]\s+|\s*[|_]\s*|(?<=\S)[-–—](?=[^\s-]{2,12}$)")
_CHINESE_SITE = re.compile(
    r"(?:网|網|报|報|社|台|臺|新闻|新聞|日报|在线|频道|门户|大学|news)$", re.IGNORECASE
)
_DATE_LABEL = re.compile(
    r"(?:时间|時間|日期|来源|來源|发布|發佈|published|posted|updated|date)\b|[:：]", re.IGNORECASE
)
_SOURCE_LABEL = re.compile(r"(?:来源|來源)\s*[:：]\s*([^\s:：|()（）【】\[\]]{2,20})")
_AUTHOR_END = re.compile(
    r"\s*(?:\b(?:published|updated|posted|january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b.*$|[|,;]\s*$)",
    re.IGNORECASE,
)
_ENGLISH = frozenset(("the", "of", "and", "to", "in", "a", "is", "that", "for", "with", "was"))


@dataclass(frozen=True, slots=True)
class About:
    """What a page says of itself; "" and None where it does not."""

    title: str
    day: date | None
    byline: str
    source: str
    url: str


def read_about(tree: html.HtmlElement, address: str = "") -> About:
    """Read the head of a page (and where it says nothing, its visible lines)."""
    found = extract_metadata(
        tree,
        default_url=address or None,
        date_config={"original_date": True, "extensive_search": False},
    )
    url = tidy(found.url or "") or address or _saved_from(tree)
    headings = [line for h1 in tree.iter("h1") if (line := tidy(h1.text_content()))]
    site = tidy(found.sitename or "")
    full = tidy(found.title or "") or tidy(tree.findtext(".//title") or "") or "".join(headings[:1])
    title, site_in_title = split_title(full, headings, site)
    return About(
        title=title,
        day=_day(tree, found.date, url),
        byline=_byline(found.author or ""),
        source=site or site_in_title or _host(url) or _named_source(tree),
        url=url if url.startswith(("http://", "https://")) else "",
    )


def split_title(title: str, headings: list[str], site: str) -> tuple[str, str]:
    """The title without its site's name, and that name where the title tells it."""
    for heading in headings:
        rest = title[len(heading) :]
        if _plain(title).startswith(_plain(heading)) and len(heading) >= 8:
            if match := _SEPARATOR.match(rest):
                return heading, tidy(rest[match.end() :])
            if _plain(title) == _plain(heading):
                return title, ""
    parts = list(_SEPARATOR.finditer(title))
    if not parts:
        return title, ""
    first, last = title[: parts[-1].start()], title[parts[-1].end() :]
    if site and _plain(last) == _plain(site):
        return tidy(first), site
    if detect_language(last) == "zh" and len(last) <= 12 and _CHINESE_SITE.search(last):
        return tidy(first), tidy(last)
    begin, end = title[: parts[0].start()], title[parts[0].end() :]
    if site and _plain(begin) == _plain(site) and len(end) >= 8:
        return tidy(end), site
    return title, ""


def page_language(tree: html.HtmlElement, text: str) -> str:
    """As `text_language`, for a page."""
    return text_language(tree.get("lang") or "", text)


def text_language(declared: str, text: str) -> str:
    """``zh`` or ``en`` by the script, another where it is declared and the words agree."""
    found = detect_language(text)
    tag = re.match(r"[a-z]{2}(?![a-z])", declared.strip().lower())
    if found == "zh" or tag is None or tag[0] in ("en", "zh"):
        return found
    words = re.findall(r"[a-z]+", text[:20_000].lower())
    english = sum(1 for word in words if word in _ENGLISH)
    return found if english * 10 > len(words) > 0 else tag[0]


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def _day(tree: html.HtmlElement, meta: str | None, url: str) -> date | None:
    """The day of publication: as the page's head says, its address, its first lines."""
    return (
        not_in_future(find_date(meta or ""))
        or not_in_future(date_in_name(url))
        or not_in_future(_visible(tree))
    )


def _visible(tree: html.HtmlElement) -> date | None:
    """The first short line that is a date, or labels one."""
    for line in _first_lines(tree):
        for found in find_dates(line):
            around = line[: found.start] + line[found.end :]
            if len(around) <= 12 or (_DATE_LABEL.search(around) and len(line) <= 80):
                return found.day
    return None


def _named_source(tree: html.HtmlElement) -> str:
    """Where a page's first lines say its text is from."""
    found = (_SOURCE_LABEL.search(line) for line in _first_lines(tree))
    return next((tidy(match[1]) for match in found if match), "")


def _first_lines(tree: html.HtmlElement, count: int = 400) -> Iterator[str]:
    body = tree.find("body")
    for number, line in enumerate(read_blocks(tree if body is None else body)):
        if number >= count:
            return
        if len(line) <= 120:
            yield line


def _byline(author: str) -> str:
    """Names joined by commas, without the date that pages set beside them."""
    names = (tidy(_AUTHOR_END.sub("", tidy(name))) for name in author.split(";"))
    return ", ".join(dict.fromkeys(name for name in names if name))


def _saved_from(tree: html.HtmlElement) -> str:
    """The address a page names as its own, where its head has no canonical one."""
    for path in ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content"):
        try:
            found = tree.xpath(path)
        except etree.XPathError:
            continue
        if found:
            return tidy(str(found[0]))
    return ""


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
