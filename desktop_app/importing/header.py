"""The head of a saved text page: banner, title, date line, size switch, then the body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.importing.captions import Line
from desktop_app.importing.dates import find_dates
from desktop_app.importing.page import tidy
from desktop_app.language.tokens import HAN

_HEAD = 25  # lines among which the head ends
_SWITCH = re.compile(
    r"[\[【（(]?\s*(?:(?:字号|字体|文字大小|font(?:\s*size)?|text(?:\s*size)?)\s*[:：]?\s*)?[\[【（(]?\s*"
    r"(?:L[\s|/]*M[\s|/]*S|S[\s|/]*M[\s|/]*L|大[\s|/]*中[\s|/]*小|小[\s|/]*中[\s|/]*大|"
    r"A\s*[-+]?[\s|/]+A\s*[-+]?(?:[\s|/]+A\s*[-+]?)?|large[\s|/]+medium[\s|/]+small|"
    r"small[\s|/]+medium[\s|/]+large)\s*[\]】）)]?\s*[\]】）)]?(?!\w)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?P<date>(?:发布|发表|更新|刊发|添加|發布|發佈)?(?:时间|日期|時間)|发布于|"
    r"published(?: on| at)?|posted(?: on)?|updated?|released?(?: date)?|date)|"
    r"(?P<source>(?:文章|稿件|新闻|信息)?来源|來源|供稿(?:单位)?|source|from)|"
    r"(?P<byline>作者|撰稿人?|文字|文|记者|記者|通讯员|author|written by|reporter)|"
    r"(?P<other>(?:责任|責任|网络)?[编編][辑輯]|审核|审稿|校对|摄影|图片?|人气|點擊|瀏覽|"
    r"(?:浏览|点击|阅读|访问)(?:次数|量|数)?|editor|views?|hits|clicks?|read|photos? by)",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"(?:^|(?<=[\s|｜\]】）)])|(?<=\d))(?:{_LABEL.pattern})\s*[:：]", re.IGNORECASE
)
_BY = re.compile(r"^by[\s:：]+(?P<name>\S.{1,80})$", re.IGNORECASE)
_CHROME = re.compile(
    r"^(?:welcome\s+to\b|欢迎|歡迎|skip to\b|设为首页|加入收藏|首\s*页(?!\w)|"
    r"[您你](?:现在|当前)?(?:所在)?的?位置|当前位置|目前位置|今天是|today is|you are here|"
    r"(?:current )?(?:location|position)\s*[:：]|home\s*(?:page)?\s*(?:$|[>»›/|])|main menu|"
    r"menu$|search$|login|log in|sign in|登录|注册|中文版?$|english(?: version)?$|分享到|"
    r"share(?: to|:|$)|打印|print$|返回|正文$|news$|新闻$)",
    re.IGNORECASE,
)
_CRUMB = re.compile(r"(?:home|首页|主页|首頁)\s*[>»›/|-]|\S\s*(?:>>|[»›>])\s*\S", re.IGNORECASE)
_WELCOME = re.compile(
    r"^(?:welcome\s+to\s+(?:the\s+)?|(?:欢迎|歡迎)(?:您|你)?(?:访问|光临|来到|進入|进入|浏览|登录|訪問)?)"
    r"(?P<name>[^!！,，。|]{2,80})",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\s*(?:[ap]\.?m\.?)?|星期.|周.(?=\s|$)|[a-z]+day", re.I
)


@dataclass(slots=True)
class Header:
    """What the head of a page says; `body` is the number of the first line after it."""

    title: str = ""
    day: date | None = None
    source: str = ""
    byline: str = ""
    body: int = 0


def read_header(lines: Sequence[Line]) -> Header:
    """Take the head of a page apart. A text without one is all body."""
    header = Header()
    heads = [_take_meta(line.text, header) for line in _before_body(lines)]
    first = next((n for n, is_head in enumerate(heads) if is_head), None)
    if first is None:
        _title_without_date(lines, header)
        return header
    title = _title_before(lines, heads)
    if title is None:
        title = _first_text(lines, first)
    last = max(title, first) if title < len(lines) else first
    while last + 1 < len(heads) and (heads[last + 1] or is_chrome(lines[last + 1].text)):
        last += 1
    header.title = tidy(lines[title].text) if title < len(lines) else ""
    header.body = last + 1
    return header


def _before_body(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines up to the first that reads as a paragraph: a date below is the text's own."""
    for line in lines[:_HEAD]:
        long = len(line.text) > (50 if HAN.search(line.text) else 100)
        if long and line.text.rstrip('"”’」』)）').endswith(
            (".", "。", "!", "！", "?", "？", ":", "：")
        ):
            return
        yield line


def is_chrome(text: str) -> bool:
    """Whether a line belongs to the site and not to the page: a banner, a crumb trail."""
    text = tidy(text)
    if len(text) > 120:
        return False
    return bool(_CHROME.search(text) or _CRUMB.search(text) or not _without_switch(text))


def _without_switch(text: str) -> str:
    return tidy(_SWITCH.sub(" ", tidy(text), count=1))


def _take_meta(text: str, header: Header) -> bool:
    """Whether `text` is a line of date, source or size switch; keeps what it says."""
    text = tidy(text)
    if welcome := _WELCOME.match(text):
        header.source = header.source or tidy(welcome["name"])
        return False
    rest = _without_switch(text)
    if len(rest) > 160:
        return False
    if not rest:
        return True
    if by := _BY.match(rest):
        header.byline = header.byline or tidy(re.split(r"[|｜]", by["name"])[0])
        header.day = header.day or next((found.day for found in find_dates(rest)), None)
        return True
    labels = list(_LABELLED.finditer(rest))
    days = list(find_dates(rest[:160]))
    if not labels and not (days and _is_bare_date(rest, days[0].start, days[0].end)):
        return False
    if len(labels) == 1 and not days and not _is_short(rest):
        return False
    if days:
        header.day = header.day or days[0].day
    _take_labelled(rest, labels, header)
    return True


def _take_labelled(rest: str, labels: list[re.Match[str]], header: Header) -> None:
    """Read ``label: value`` parts; a label's value ends where the next label begins."""
    for place, label in enumerate(labels):
        end = labels[place + 1].start() if place + 1 < len(labels) else len(rest)
        value = rest[label.end() : end]
        for found in find_dates(value):
            value = value[: found.start]
            break
        value = tidy(value).strip(" |｜[]【】()（）-—,，;；")
        if label["source"] and value:
            header.source = value
        elif label["byline"] and value and not header.byline:
            header.byline = value


def _is_bare_date(text: str, start: int, end: int) -> bool:
    """Whether a line is little more than its date: a weekday, a time, a source's name."""
    around = _CLOCK.sub(" ", text[:start] + " " + text[end:])
    return len(tidy(around)) <= 40 and not re.search(r"[。.!?！？]\s*$", tidy(around))


def _is_short(text: str) -> bool:
    return len(text) <= (40 if HAN.search(text) else 80)


def _title_before(lines: Sequence[Line], heads: Sequence[bool]) -> int | None:
    """The last line of text before the date line: banners and crumbs come earlier."""
    dates = [n for n, is_head in enumerate(heads) if is_head]
    for number in range(dates[0] - 1, -1, -1):
        if not is_chrome(lines[number].text) and len(lines[number].text) <= 300:
            return number
    return None


def _first_text(lines: Sequence[Line], start: int) -> int:
    """The first line from `start` on that is neither head nor chrome."""
    scratch = Header()
    for number in range(start, len(lines)):
        text = lines[number].text
        if not _take_meta(text, scratch) and not is_chrome(text):
            return number
    return len(lines)


def _title_without_date(lines: Sequence[Line], header: Header) -> None:
    """Take the first line for the title where it reads as one."""
    first = next((n for n, line in enumerate(lines[:_HEAD]) if not is_chrome(line.text)), None)
    if first is None:
        return
    text = tidy(lines[first].text)
    stands_alone = first + 1 < len(lines)
    if (
        stands_alone
        and len(text) <= (60 if HAN.search(text) else 200)
        and text[-1] not in "。.,，;；"
    ):
        header.title, header.body = text, first + 1
