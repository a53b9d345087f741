"""The headline of a page, and the name of its site where the title tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import html

from desktop_app.importing.html.markup import Markup
from desktop_app.importing.page import tidy
from desktop_app.language.detect import detect_language
from desktop_app.language.tokens import runs

_SEPARATOR = re.compile(r"\s+[|–—_·»-]\s+|\s*[|_]\s*|(?<=\S)[-–—](?=[^\s-]{2,12}$)")
_CHINESE_SITE = re.compile(
    r"(?:网|網|报|報|社|台|臺|新闻|新聞|日报|在线|频道|门户|大学|news)$", re.IGNORECASE
)
_ALIKE = 0.5  # of the fewer words: a headline and its form for searching engines
_MAX_HEADING = 300


def page_title(tree: html.HtmlElement, markup: Markup, site: str) -> tuple[str, str]:
    """The headline, and the site's name where the title ends or begins with it; "" for none.

    What a reader sees wins: an ``h1`` that says about what the markup declares. Titles
    declared are often shortened or sharpened for other places.
    """
    headings = [
        line for h1 in tree.iter("h1") if 0 < len(line := tidy(h1.text_content())) <= _MAX_HEADING
    ]
    title_element = tidy(tree.findtext(".//title") or "")
    shared = markup.first("og:title", "articletitle", "twitter:title", "dc.title")
    declared = [t for t in (markup.article.get("headline", ""), shared, title_element) if t]
    split, site_in_title = split_title(shared or title_element, headings, site)
    site_in_title = site_in_title or split_title(title_element, headings, site)[1]
    seen = _seen(headings, [*declared, split], site or site_in_title)
    if seen:
        return seen, site_in_title
    plain = markup.article.get("headline", "")
    short = split if not plain or len(split) <= len(plain) else plain
    return short or next(iter(headings), ""), site_in_title


def _seen(headings: Sequence[str], declared: Sequence[str], site: str) -> str:
    """The heading that is the headline; "" where none is."""
    own = [
        h
        for h in headings
        if len(h) >= 4 and plain(h) != plain(site) and not any(_ends(t, h) for t in declared[-2:])
    ]
    for title in declared:
        for heading in own:
            if _is_most(heading, title):
                return heading
    best = max(own, key=lambda h: _best(h, declared), default="")
    if best and _best(best, declared) >= _ALIKE:
        return best
    return own[0] if len(headings) == 1 and own and len(runs(own[0])) >= 4 else ""


def _is_most(heading: str, title: str) -> bool:
    """Whether a title is a heading, or that and less before or behind it."""
    whole, part = plain(title), plain(heading)
    at_edge = whole.startswith(part) or whole.endswith(part)
    return whole == part or (bool(part) and at_edge and len(whole) < 2 * len(part) + 2)


def _ends(title: str, heading: str) -> bool:
    """Whether a title goes on to end in `heading`, which then is its site's name.

    Where less stands before it, that is the site's name and the heading the headline.
    """
    whole, end = plain(title), plain(heading)
    return whole.endswith(end) and len(whole) >= 2 * len(end)


def _best(heading: str, declared: Sequence[str]) -> float:
    return max((_alike(heading, title) for title in declared), default=0.0)


def _alike(heading: str, title: str) -> float:
    """Shared words of the fewer; Chinese by pairs of characters."""
    ours, others = _pieces(heading), _pieces(title)
    fewer = min(len(ours), len(others))
    return len(ours & others) / fewer if fewer >= 3 else 0.0


def _pieces(text: str) -> set[str]:
    return {
        piece
        for run in runs(text)
        for piece in ([run] if run.isascii() else [run[n : n + 2] for n in range(len(run))])
    }


def split_title(title: str, headings: Sequence[str], site: str) -> tuple[str, str]:
    """The title without its site's name, and that name where the title tells it."""
    for heading in headings:
        rest = title[len(heading) :]
        if plain(title).startswith(plain(heading)) and len(heading) >= 8:
            if match := _SEPARATOR.match(rest):
                return heading, tidy(rest[match.end() :])
            if plain(title) == plain(heading):
                return title, ""
    parts = list(_SEPARATOR.finditer(title))
    if not parts:
        return title, ""
    first, last = title[: parts[-1].start()], title[parts[-1].end() :]
    if site and plain(last) == plain(site):
        return tidy(first), site
    if detect_language(last) == "zh" and len(last) <= 12 and _CHINESE_SITE.search(last):
        return tidy(first), tidy(last)
    begin, end = title[: parts[0].start()], title[parts[0].end() :]
    if site and plain(begin) == plain(site) and len(end) >= 8:
        return tidy(end), site
    if any(plain(heading) == plain(end) != "" for heading in headings):
        return tidy(end), tidy(begin)
    return title, ""


def plain(text: str) -> str:
    """The letters and digits alone, in lower case, for comparing."""
    return re.sub(r"[\W_]+", "", text).lower()
