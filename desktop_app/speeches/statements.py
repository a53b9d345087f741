"""Who said what in an item, each paragraph read by the rules of its own language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from desktop_app.items import Item, Statement
from desktop_app.language.detect import is_language, paragraph_language
from desktop_app.speeches.chinese.reading import read_chinese
from desktop_app.speeches.english.reading import read_english
from desktop_app.speeches.excerpt import Excerpt
from desktop_app.speeches.floor import held_floor

VERSION = 7
"""Goes up when the rules find other statements: archives of before are then read again."""

Reader = Callable[[Sequence[str]], Iterator[Statement]]
_READERS: Mapping[str, Reader] = {"en": read_english, "zh": read_chinese}


def statements_of(item: Item) -> tuple[Statement, ...]:
    """The statements of `item`, in the order of its text."""
    if item.kind == "speech" and item.byline:
        return tuple(held_floor(item.byline, "", item.paragraphs))
    languages = [paragraph_language(each, item.language) for each in item.paragraphs]
    found = [
        statement
        for code, read in _READERS.items()
        for statement in _read_in(item.paragraphs, languages, code, read)
    ]
    return tuple(sorted(found, key=lambda each: (each.start, each.end)))


def _read_in(
    paragraphs: Sequence[str], languages: Sequence[str], code: str, read: Reader
) -> Iterator[Statement]:
    """The statements in those paragraphs that are in the language `code`."""
    chosen = [place for place, each in enumerate(languages) if is_language(each, code)]
    if len(chosen) == len(paragraphs):
        yield from read(paragraphs)
    elif chosen:
        excerpt = Excerpt(paragraphs, chosen)
        for statement in read(excerpt.paragraphs):
            yield from excerpt.in_whole(statement)
