"""Single lines in the head of a saved text page: whether they are the site's, a date, a source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.importing.dates import Dated, date_in_name, find_dates
from desktop_app.importing.page import tidy
from desktop_app.language.folding import fold
from desktop_app.language.tokens import HAN

# Sizes may stand in brackets of their own, as in "[L] [M] [S]".
_BETWEEN = r"[\s|/\[\]【】（）()·,，、]*"
_SWITCH = re.compile(
    r"(?<!\w)[\[【（(]?\s*(?:(?:字号|字体|字级|文字大小|font(?:\s*size)?|text(?:\s*size)?|size)"
    r"\s*[:：]?\s*)?[\[【（(]?\s*"
    rf"(?:L{_BETWEEN}M{_BETWEEN}S|S{_BETWEEN}M{_BETWEEN}L|大{_BETWEEN}中{_BETWEEN}小|"
    rf"小{_BETWEEN}中{_BETWEEN}大|A\s*[-+]?[\s|/]+A\s*[-+]?(?:[\s|/]+A\s*[-+]?)?|"
    rf"large{_BETWEEN}medium{_BETWEEN}small|small{_BETWEEN}medium{_BETWEEN}large)"
    r"\s*[\]】）)]?\s*[\]】）)]?(?!\w)",
    re.IGNORECASE,
)
_ONE_SIZE = re.compile(r"[LMS大中小]|large|medium|small|A\s*[-+]?", re.IGNORECASE)
_LABEL = re.compile(
    r"(?P<date>(?P<published>(?:发布|发表|刊发|添加|发布)(?:时间|日期)|发布于|"
    r"published(?: on| at)?|posted(?: on)?|released?(?: date)?|release date)|"
    r"(?P<updated>(?:更新|修改)(?:时间|日期)|(?:last )?(?:updated?|modified)(?: on| at)?)|"
    r"时间|日期|date)|"
    r"(?P<source>(?:文章|稿件|新闻|信息|资料)?来源|供稿(?:单位)?|source|from)|"
    r"(?P<byline>作者|撰稿人?|文字|文|记者|通讯员|author|written by|reporter)|"
    r"(?P<other>(?:责任|网络)?编辑|审核|审稿|校对|摄影|图片?|人气|"
    r"(?:浏览|点击|阅读|访问)(?:次数|量|数)?|editor|views?|hits|clicks?|read|photos? by)",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"(?:^|(?<=[\s|｜\]】）)])|(?<=\d))(?:{_LABEL.pattern})\s*[:：]", re.IGNORECASE
)
_BY = re.compile(r"^by[\s:：]+(?P<name>\S.{1,80})$", re.IGNORECASE)
_CHROME = re.compile(
    r"^(?:welcome\s+to\b|欢迎|skip to\b|设为首页|加入收藏|首\s*页(?!\w)|"
    r"[您你](?:现在|当前)?(?:所在)?的?位置|当前位置|目前位置|今天是|today is|you are here|"
    r"(?:current )?(?:location|position)\s*[:：]|home\s*(?:page)?\s*(?:$|[>»›/|])|main menu|"
    r"menu$|search$|login|log in|sign in|登录|注册|中文版?$|english(?: version)?$|分享到|"
    r"share(?: to|:|$)|打印|print$|返回|回上[一页]|回首页|正文$|news$|新闻$)",
    re.IGNORECASE,
)
_CRUMB = re.compile(r"(?:home|首页|主页)\s*[>»›/|-]|\S\s*(?:>>|[»›>])\s*\S", re.IGNORECASE)
_TODAY = re.compile(r"^(?:today is|今天(?:是|[:：])|现在(?:是|时间))", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"星期[一二三四五六日天]|周[一二三四五六日](?=\s|$)|\b[a-z]{3,6}day\b", re.IGNORECASE
)
_WELCOME = re.compile(
    r"^(?:welcome\s+to\s+(?:the\s+)?|欢迎(?:您|你)?(?:访问|光临|来到|进入|浏览|登录)?)"
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


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the head: `trust` is 0 for one named as that of publishing, else more."""

    trust: int
    line: int
    day: date


def is_chrome(text: str) -> bool:
    """Whether a line belongs to the site and not to the page: a banner, a crumb trail."""
    text = _plain(text)
    if len(text) > 120:
        return False
    clock = _TODAY.search(text) or (_WEEKDAY.search(text) and _is_clock(text))
    chrome = _CHROME.search(text) or _CRUMB.search(text)
    return bool(clock or chrome or not without_switch(text))


def _is_clock(text: str) -> bool:
    """Whether a line is a date and a weekday or time and nothing else."""
    found = next(find_dates(text), None)
    return found is not None and not re.search(
        r"\w", _CLOCK.sub(" ", text[: found.start] + " " + text[found.end :])
    )


def _plain(text: str) -> str:
    """The tidy text in simplified characters, each in its place, for the patterns."""
    pairs = ((character, fold(character)) for character in tidy(text)[:400])
    return "".join(
        simple if HAN.match(character) and len(simple) == 1 else character
        for character, simple in pairs
    )


def without_switch(text: str) -> str:
    """The tidy text in simplified characters, a size switch in it left out."""
    return tidy(_SWITCH.sub(" ", _plain(text), count=1))


def take_meta(text: str, line: int, header: Header, days: list[Day]) -> bool:
    """Whether `text` is a line of date, source or size switch; keeps what it says."""
    text = tidy(text)
    plain = _plain(text)
    if welcome := _WELCOME.match(plain):
        header.source = header.source or tidy(text[slice(*welcome.span("name"))])
        return False
    if len(text) > 200 or _TODAY.match(plain):
        return False
    if switch := _SWITCH.search(plain):
        text = tidy(f"{text[: switch.start()]} {text[switch.end() :]}")
        plain = _plain(text)
    if len(text) > 160:
        return False
    return not text or _take_words(text, plain, line, header, days)


def _take_words(text: str, plain: str, line: int, header: Header, days: list[Day]) -> bool:
    """As `take_meta`, for a line without its size switch."""
    if by := _BY.match(text):
        header.byline = header.byline or tidy(re.split(r"[|｜]", by["name"])[0])
        days.extend(Day(1, line, found.day) for found in find_dates(text))
        return True
    labels = list(_LABELLED.finditer(plain))
    found = list(find_dates(text)) or _compact(text)
    if not labels and not (found and _is_bare_date(text, found[0].start, found[0].end)):
        return False
    if len(labels) == 1 and not found and not _is_short(text):
        return False
    for each in found:
        label = next((m for m in reversed(labels) if m.end() <= each.start), None)
        days.append(Day(_trust(label), line, each.day))
    _take_labelled(text, labels, header)
    return True


def _compact(text: str) -> list[Dated]:
    """The day of a line that is nothing but 20210831."""
    day = date_in_name(text) if len(text) == 8 else None
    return [Dated(day, 0, len(text))] if day else []


def _trust(label: re.Match[str] | None) -> int:
    if label is not None and label["published"]:
        return 0
    return 2 if label is not None and label["updated"] else 1


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


def has_words(text: str) -> bool:
    """Whether a line with a date is a sentence around it and no line of labels."""
    rest = text
    for found in reversed(list(find_dates(text))):
        rest = rest[: found.start] + rest[found.end :]
    return not _LABELLED.search(_plain(text)) and len(re.findall(r"[^\W\d_]{2,}", rest)) >= 2


def has_weekday(text: str) -> bool:
    """Whether a short line names a day of the week, as the clock of a site does."""
    return len(text) <= 60 and _WEEKDAY.search(_plain(text)) is not None


def is_open_switch(texts: Sequence[str]) -> bool:
    """Whether lines are a size switch, each size on a line of its own."""
    return all(map(_ONE_SIZE.fullmatch, texts)) and not without_switch(" ".join(texts))
