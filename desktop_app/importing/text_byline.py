"""Who wrote a Chinese text: reporters named where it begins or ends, as newspapers do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop_app.importing.captions import ends_in_credit
from desktop_app.importing.html.byline import joined_names
from desktop_app.language.folding import fold
from desktop_app.speeches.chinese.names import is_chinese_name

_ROLE = (
    r"(?:(?:见习|見習|实习|實習|特约|特約|本报|本報|本台|本网|本網|本刊|新华社|新華社|新华网|新華網|中新社|"
    r"中新网|央视|总台|總台|人民网|全媒体)\s*)*(?:记者|記者|通讯员|通訊員)"
)
_REPORTS = r"(?:报道|報道|報導)"
_BRACKETED = re.compile(rf"[（(【]\s*({_ROLE}[^（）()【】。]{{2,40}})[)）】]")
_ALONE = re.compile(rf"[■●◎□▪\s]*({_ROLE}\s*[:：]?.{{2,40}}?)\s*{_REPORTS}?[。]?")
_OPENING = re.compile(rf"({_ROLE}\s*[:：]?[^。，,]{{2,30}}?)\s*{_REPORTS}\s*[:：，,。]")
_FIRST, _LAST = 3, 2  # paragraphs looked at


def text_byline(paragraphs: Sequence[str]) -> tuple[str, int | None]:
    """The reporters' names joined by 、, and the number of the line of them alone, if any.

    What only looks so (记者招待会) is told by its words, which are no names of persons.
    """
    for place, text in enumerate(paragraphs[:_FIRST]):
        match = _ALONE.fullmatch(text)
        if match and (names := _names(match[1])):
            return names, place
    return next(_found(paragraphs), ""), None


def _found(paragraphs: Sequence[str]) -> Iterator[str]:
    for text in paragraphs[:_FIRST]:
        opening = _OPENING.match(text)
        if opening and (names := _names(opening[1])):
            yield names
        yield from _bracketed(text)
    for text in reversed(paragraphs[_FIRST:][-_LAST:]):
        yield from _bracketed(text[-60:])


def _bracketed(text: str) -> Iterator[str]:
    if not ends_in_credit(text):  # of a photograph
        yield from filter(None, (_names(match[1]) for match in _BRACKETED.finditer(text)))


def _names(text: str) -> str:
    """The names in `text`, a role before them; "" unless each is a person's."""
    names = joined_names((text,))
    return names if names and all(map(_is_name, names.split("、"))) else ""


def _is_name(word: str) -> bool:
    return "·" in word or is_chinese_name(fold(word))
