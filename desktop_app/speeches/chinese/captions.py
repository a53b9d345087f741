"""Whether a Chinese caption says that its picture shows somebody."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from desktop_app.speeches.chinese.names import CHINESE, FOREIGN, SOUNDS, is_name
from desktop_app.speeches.chinese.roles import OFFICE, TITLES
from desktop_app.speeches.chinese.script import plain

_END = re.compile(r"[。！？\n]|(?=[（(\s][^（）()\s]{0,12}?(?:记者|通讯员|摄影))")
_STANDS = re.compile(
    rf"(?:{TITLES})?（(?:图|照片)?(?:前排|后排|第.排|中间|居中|台上)?(?:左|右|中|前|后)[起第]?[一二三四五六七八九十\d]?"
    r"(?:[一二三四五六七八九十]|位|者)?[^（）]{0,4}）"
)
_AFTER = re.compile(
    rf"(?:{TITLES})?(?:的|[/／·\s]*(?:摄|供图|提供|制图|绘)|与[^，]{{0,6}}有关|故居|纪念馆|铜像|雕像|著)"
)
_BEFORE = re.compile(
    r"(?:记者|通讯员|摄影(?:师|者)?|作者|供图|图片来源|来源|图|摄|文)[：:/／\s]*$|(?:给|为|悼念|纪念|写给|致)$"
)
_TOGETHER = re.compile(r"合影|合照|等人|一行|全家福")
_PERSON = re.compile(
    rf"(?:{OFFICE.pattern})(?P<behind>{FOREIGN}|{CHINESE}|{SOUNDS})|(?P<before>{CHINESE})(?:{TITLES})|{FOREIGN}"
)


def shows_in_chinese(caption: str, speaker: str, others: Collection[str]) -> bool:
    """Whether `caption` shows `speaker`; `others` speak in the same item."""
    text, name = plain(caption), plain(speaker)
    if len(name) < 2:
        return False
    end = _END.search(text)
    text = text[: end.start()] if end else text
    for start in _places(text, name):
        stop = start + len(name)
        if _AFTER.match(text, stop) or _BEFORE.search(text, 0, start):
            continue
        if _STANDS.match(text, stop) or not _is_among_others(text, name, others):
            return True
    return False


def persons_in_chinese(caption: str) -> Iterator[str]:
    """The persons a Chinese caption names with a role or title, or by a foreign name.

    Who took the photo is not among them: that stands behind the first sentence's end.
    """
    text = plain(caption)
    end = _END.search(text)
    for found in _PERSON.finditer(text[: end.start()] if end else text):
        group = "behind" if found["behind"] else "before" if found["before"] else 0
        start, stop = found.span(group)
        if is_name(found[group]) and not _AFTER.match(text, stop):
            yield caption[start:stop]


def _places(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))


def _is_among_others(text: str, name: str, others: Collection[str]) -> bool:
    """Whether other persons are named, or a group is told of."""
    if _TOGETHER.search(text):
        return True
    told = (plain(other) for other in others)
    if any(is_name(other) and other in text and other not in name for other in told):
        return True
    for found in _PERSON.finditer(text):
        other = found["behind"] or found["before"] or found.group()
        if name not in other and other not in name and not other.startswith(name):
            return True
    return False
