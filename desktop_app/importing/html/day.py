"""The day a page was published on, as its publisher writes it.

Explicit markup wins over guesses, publication over change. The time of capture is no day
of publication and never stands in for one (the item's origin keeps it); but nothing was
published after it was captured.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from itertools import islice

import htmldate
from lxml import etree, html

from desktop_app.importing.dates import date_in_name, find_date, find_dates
from desktop_app.importing.html.markup import Markup
from desktop_app.importing.page import tidy

log = logging.getLogger(__name__)

# In the order of trust: schema.org's own names, the Open Graph's, Dublin Core's, those of
# Chinese government sites (GB/T 32617 gives PubDate), of content systems and trackers.
_PUBLISHED = (
    *("datepublished", "article:published_time", "article.published", "og:published_time"),
    *("og:article:published_time", "pubdate", "og:pubdate", "publishdate", "publish-date"),
    *("publish_date", "published_time", "publication_date", "published_date", "publisheddate"),
    *("dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date", "dc.date.created"),
    *("article_date_original", "bytedance:published_time", "weibo: article:create_at"),
    *("parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "sn-post-date"),
    *("citation_publication_date", "citation_date", "pub_date", "displaydate", "created"),
    *("datecreated", "date"),
)
_MODIFIED = (
    *("datemodified", "article:modified_time", "article.updated", "og:updated_time"),
    *("dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised"),
)
_STAMP = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)[T ](?P<time>\d\d:\d\d)(?::\d\d)?(?:[.,]\d+)?\s*"
    r"(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?",
    re.IGNORECASE | re.ASCII,
)
_SECONDS = re.compile(r"\d{10}(?:\d{3})?", re.ASCII)  # since 1970, or milliseconds
_IN_ADDRESS = re.compile(
    r"/(?P<y>(?:19|20)\d\d)[-/](?P<m>\d\d?)[-/](?P<d>\d\d?)(?=/)|/(?P<all>20\d{2}-?\d\d-?\d\d)(?=/)"
)
_UTC = re.compile(r"Z|UTC|GMT|[+-]00:?00", re.IGNORECASE)
_FARTHEST_ZONE = timedelta(hours=14)
_LABEL = re.compile(
    r"(?:时间|時間|日期|来源|來源|发布|發佈|發布|published|posted|updated|date)\b|[:：]", re.I
)
_FIRST = 1500  # the year before which a stamp is a program's zero


@dataclass(frozen=True, slots=True)
class _Stamp:
    """A day, with its moment where a time is given, and whether that is in UTC."""

    day: date
    moment: datetime | None = None
    is_utc: bool = False


def page_day(
    tree: html.HtmlElement, markup: Markup, url: str, lines: Sequence[str], captured: str = ""
) -> date | None:
    """The day of publication; None where a page does not tell.

    `lines` are the page's first visible ones, `captured` an ISO time or "".
    """
    latest = _latest(captured)
    published = _stamps((markup.article.get("datePublished", ""), *markup.all(*_PUBLISHED)), latest)
    if found := next(published, None):
        return _at_publisher(found, [*published], url)
    guesses: tuple[Callable[[], date | None], ...] = (
        lambda: date_in_name(url),
        lambda: _visible(lines),
        lambda: _time_element(tree),
        lambda: _first_day(
            (markup.article.get("dateModified", ""), *markup.all(*_MODIFIED)), latest
        ),
        lambda: _by_htmldate(tree, url),
    )
    days = (guess() for guess in guesses)
    return next((day for day in days if day and day.year >= _FIRST and day <= latest), None)


def _latest(captured: str) -> date:
    """The last day on which the page can have been published."""
    now = date.today() + timedelta(days=1)
    day = find_date(captured) or date_in_name(captured)
    return min(now, day + timedelta(days=1)) if day else now


def _stamps(values: Iterable[str], latest: date) -> Iterator[_Stamp]:
    """The values that are days up to `latest`."""
    for value in values:
        stamp = _stamp(value) if value else None
        if stamp and stamp.day.year >= _FIRST and stamp.day <= latest:
            yield stamp


def _first_day(values: Iterable[str], latest: date) -> date | None:
    return next((stamp.day for stamp in _stamps(values, latest)), None)


def _stamp(text: str) -> _Stamp | None:
    if match := _STAMP.search(text):
        try:
            moment = datetime.fromisoformat(f"{match['day']}T{match['time']}")
        except ValueError:
            return None
        return _Stamp(moment.date(), moment, bool(match["zone"] and _UTC.fullmatch(match["zone"])))
    if _SECONDS.fullmatch(text):
        moment = datetime.fromtimestamp(int(text[:10]), timezone.utc).replace(tzinfo=None)
        return _Stamp(moment.date(), moment, True)
    day = find_date(text) or date_in_name(text)
    return _Stamp(day) if day else None


def _at_publisher(stamp: _Stamp, others: Sequence[_Stamp], url: str) -> date:
    """The day in the publisher's zone, where `stamp` is in UTC and something tells that.

    Another stamp of the page less than a zone away tells it, or the day in its address.
    """
    if not stamp.is_utc or stamp.moment is None:
        return stamp.day
    for other in others:
        if not other.is_utc and _is_near(other, stamp):
            return other.day
    day = _in_address(url)
    if day and abs(day - stamp.day) == timedelta(days=1):
        start, end = (datetime(day.year, day.month, day.day) + timedelta(days=n) for n in (0, 1))
        if start - _FARTHEST_ZONE <= stamp.moment <= end + _FARTHEST_ZONE:
            return day
    return stamp.day


def _is_near(other: _Stamp, stamp: _Stamp) -> bool:
    """Whether two stamps may be one moment, in a zone of its own and in UTC."""
    if other.moment is None or stamp.moment is None:
        return abs(other.day - stamp.day) <= timedelta(days=1)
    # An equal one is the same in UTC, which it does not say.
    return timedelta(minutes=15) <= abs(other.moment - stamp.moment) <= _FARTHEST_ZONE


def _in_address(url: str) -> date | None:
    """The day that is a folder of an address, as news sites number them."""
    match = _IN_ADDRESS.search(url)
    if match is None:
        return None
    return date_in_name(match["all"] or f"{match['y']}-{match['m']:0>2}-{match['d']:0>2}")


def _visible(lines: Iterable[str]) -> date | None:
    """The first short line that is a date, or labels one."""
    for line in lines:
        for found in find_dates(line):
            around = line[: found.start] + line[found.end :]
            if len(around) <= 12 or (_LABEL.search(around) and len(line) <= 80):
                return found.day
    return None


def _time_element(tree: html.HtmlElement) -> date | None:
    """The first ``time`` of the page that has a day."""
    times = islice(tree.iter("time"), 5)
    days = (find_date(tidy(e.get("datetime") or e.text_content())) for e in times)
    return next((day for day in days if day), None)


def _by_htmldate(tree: html.HtmlElement, url: str) -> date | None:
    """What the library of that name finds, which knows many more places."""
    try:
        found = htmldate.find_date(
            tree, original_date=True, extensive_search=False, url=url or None
        )
    except (ValueError, TypeError, AttributeError, IndexError, etree.LxmlError) as error:
        log.info("htmldate: %r", error)  # a guess fewer
        return None
    return find_date(found or "")
