"""Bylines in Chinese: names without the offices around them, photographers and editors left out."""

from __future__ import annotations

import re

_H = "\u3400-\u9fff"
# Whoever writes; a name of an agency or paper before the office is where they work.
_WRITES = (
    rf"[{_H}]{{0,10}}?(?:特约|见习|实习|首席|高级)?"
    r"(?:记者|通讯员|评论员|特派员|撰稿人|作者|撰稿|撰文)|文字|文"
)
# Whoever has another part in it, who is no author.
_ELSE = r"责任编辑|责编|编辑|校对|审核|监制|制片|摄影|摄像|图片|制图|设计|来源|图|摄|编"
_OFFICE = re.compile(
    rf"(?P<writes>(?:{_WRITES}))(?=[\s:：/／]|[{_H}])|(?P<else>{_ELSE})(?=[\s:：/／])"
)
_LED = re.compile(r"^[\s:：/／]+|[\s:：/／]+$")
_BRACKETS = re.compile(r"[（(【\[][^）)】\]]*[）)】\]]")
_AND = re.compile(rf"(?<=[{_H}]{{2}})[和与](?=[{_H}]{{2}})")
_SIGNS = re.compile(r"[、，,;；&|/／]+")
# Two characters apart are one short name, set to the width of three: 王　刚.
_SPACED = re.compile(rf"(?<![{_H}])([{_H}])\s+([{_H}])(?![{_H}])")


def chinese_names(line: str) -> list[str]:
    """The names of those who wrote, each whole."""
    line = _SPACED.sub(r"\1\2", _BRACKETS.sub(" ", line))
    return [name for part in _written(line) for name in _apart(part)]


def _written(line: str) -> list[str]:
    """The parts of `line` that name writers."""
    places = list(_offices(line))
    if not places:
        return [line]
    head = line[: places[0].start()]
    ends = [*(place.start() for place in places[1:]), len(line)]
    parts = [
        line[place.end() : end] for place, end in zip(places, ends, strict=True) if place["writes"]
    ]
    return [head, *parts]


def _offices(line: str) -> list[re.Match[str]]:
    """Offices that begin a part: at the start or behind a sign or blank."""
    return [
        found
        for found in _OFFICE.finditer(line)
        if found.start() == 0 or not re.match(rf"[{_H}]", line[found.start() - 1])
    ]


def _apart(part: str) -> list[str]:
    names: list[str] = []
    for piece in _SIGNS.split(_LED.sub("", part)):
        names.extend(name for half in _AND.split(piece) for name in _by_blanks(half))
    return names


def _by_blanks(piece: str) -> list[str]:
    """Names between blanks; Latin words stay together."""
    words = piece.split()
    if all(re.search(rf"[{_H}]", word) for word in words):
        return words
    return [" ".join(words)] if words else []
