"""Who wrote a page, and where its text is from: names without the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from lxml import html

from desktop_app.importing.html.markup import Markup
from desktop_app.importing.html.tree import classes
from desktop_app.importing.page import tidy
from desktop_app.language.tokens import HAN

_META = ("author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl")
_SOURCE_LABEL = re.compile(
    r"(?:来源|來源|稿源|供稿(?:单位)?)\s*[:：]\s*([^\s:：|()（）【】\[\]]{2,20})"
)
_DATED = re.compile(
    r"\s*(?:\b(?:published|updated|posted|january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b(?=.*\d).*$|[|•·]\s.*$|[,;]\s*$)",
    re.IGNORECASE,
)
_BY = re.compile(r"^(?:(?:story|words|written|reported|text)\s+)?by[\s:：]+", re.IGNORECASE)
_LINE_BY = re.compile(r"^by\s+(?=[^\W\d_])(.{3,80})$", re.IGNORECASE)
_HAN_NAME = (
    r"(?:[\u4e00-\u9fff](?:[\u4e00-\u9fff]{1,3}|\s[\u4e00-\u9fff])(?:·[\u4e00-\u9fff]{1,6})*)"
)
_HAN_NAMES = rf"{_HAN_NAME}(?:[\s、,，/]+{_HAN_NAME}){{0,7}}"
_ROLES = (
    r"(?:见习|實習|实习|特约|特約|本报|本報|本网|新华社|中新社|新华网|全媒体)*"
    r"(?:记者|記者|通讯员|通訊員)"
)
# The reporter's line before the desk's: who edited is named where nobody else is.
_HAN_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?:作者|撰文|撰稿人?|文[/／]图|图[/／]文|文[/／])\s*[:：/／]?\s*({_HAN_NAMES})\s*(?:$|[|｜)）\]】])",
        rf"[（(【]\s*{_ROLES}\s*[:：]?\s*([^（）()【】。]{{2,40}})[)）】]",
        rf"^{_ROLES}\s*[:：\s]\s*({_HAN_NAMES}(?:\s*{_ROLES}\s*[:：]?\s*{_HAN_NAMES})?)\s*$",
        rf"(?:责任编辑|責任編輯|责编|編輯|编辑)\s*[:：]\s*({_HAN_NAMES})",
    )
)
_NOT_IN_NAME = re.compile(
    rf"{_ROLES}|报道|報道|報導|摄影|攝影|[摄攝](?=\s|$)|[文图圖](?=[/／\s])|责任编辑|编辑|作者|[:：/／]"
)
_BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:by-?line|author)(?:s|-?name|__name|_name)?(?=$|\s)")
_MAX = 120  # letters of a byline
_NOT_AUTHOR = re.compile(r"comment|related|sidebar|widget|recommend|popular|form|footer")
_NO_NAME = frozenset(("admin", "administrator", "author", "editor", "staff", "subject"))


def page_byline(tree: html.HtmlElement, markup: Markup, lines: Sequence[str]) -> str:
    """The names, joined by commas (Chinese ones by 、); "" where a page names nobody.

    `lines` are short lines of the page, its first and its last.
    """
    places = (
        lambda: markup.authors,
        lambda: _from_meta(markup),
        lambda: _marked(tree),
        lambda: _from_lines(lines),
    )
    return next((found for place in places if (found := joined_names(place()))), "")


def named_source(markup: Markup, lines: Iterable[str]) -> str:
    """Where a page says its text is from."""
    if declared := markup.first("contentsource"):
        return declared
    found = (_SOURCE_LABEL.search(line) for line in lines)
    return next((tidy(match[1]) for match in found if match), "")


def joined_names(texts: Iterable[str]) -> str:
    """The names in `texts` without verbs, dates and roles, each once."""
    names = list(dict.fromkeys(name for text in texts for name in _names(text)))
    chinese = bool(names) and all(HAN.match(name) for name in names)
    line = ("、" if chinese else ", ").join(names)
    return line if len(line) <= _MAX else ""


def _names(text: str) -> Iterator[str]:
    text = tidy(_DATED.sub("", _BY.sub("", tidy(text))))
    if not HAN.search(text):
        name = text.rstrip(" ,;|")
        if name and name.lower() not in _NO_NAME and not name.startswith(("http", "@", "www.")):
            yield name
        return
    for each in re.split(r"[、,，;；\s]+", _joined_up(tidy(_NOT_IN_NAME.sub(" ", text)))):
        if 2 <= len(each) <= 20:
            yield each


def _joined_up(text: str) -> str:
    """Names of two characters are set wide: 王 乐."""
    return re.sub(
        r"(?<![^\s、,，])([\u4e00-\u9fff])\s([\u4e00-\u9fff])(?![^\s、,，])", r"\1\2", text
    )


def _from_meta(markup: Markup) -> list[str]:
    """The meta elements' names; one of ``article:author`` may be an address."""
    return list(markup.all(*_META)) or [n for n in markup.all("article:author") if "/" not in n]


def _marked(tree: html.HtmlElement) -> list[str]:
    """What the page's own elements call its author, near its headline."""
    found = [tidy(e.text_content()) for e in tree.iterfind(".//a[@rel='author']")][:4]
    if not found:
        heading = next(tree.iter("h1"), None)
        area = heading.iterancestors() if heading is not None else iter(())
        near = islice(_near(next((up for up in area if up.tag in ("article", "main")), tree)), 50)
        lines = (tidy(element.text_content()) for element in near)
        found = list(islice((line for line in lines if 3 <= len(line) <= _MAX), 1))
    return [name for name in dict.fromkeys(found) if len(name) >= 2]


def _near(area: html.HtmlElement) -> Iterator[html.HtmlElement]:
    return (
        element
        for element in area.iterfind(".//*[@class]")
        if element.tag in ("p", "span", "div", "a", "address", "li")
        and _BYLINE_CLASS.search(classes(element))
        and not any(
            up.tag in ("aside", "form", "nav", "footer") or _NOT_AUTHOR.search(classes(up))
            for up in (element, *element.iterancestors())
            if up.tag not in ("body", "html")
        )
    )


def _from_lines(lines: Sequence[str]) -> list[str]:
    """A line that begins with By, or names reporter or editor as Chinese pages do."""
    for line in lines[:60]:
        if match := _LINE_BY.match(line):
            return [match[1]]
    for form in _HAN_FORMS:
        for line in lines:
            if match := form.search(line):
                return [match[1]]
    return []
