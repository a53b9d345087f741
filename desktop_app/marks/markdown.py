"""Marks as Markdown, for people and their note books."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.i18n.catalog import Catalog
from desktop_app.marks.bundle import Bundle, MarkedItem
from desktop_app.marks.subjects import Subject

# What CommonMark 0.31 gives a meaning in running text, or where a line begins.
_ALWAYS = re.compile(r"([\\`*_\[\]<>&|~$])")
_AT_START = re.compile(r"^(\s*)(?:(\d{1,9})([.)])|([#+=:-]))")


def to_markdown(bundle: Bundle, catalog: Catalog) -> str:
    """`bundle` in the words of `catalog`; history and positions are left to the JSON."""
    names = {each.id: each.name for each in bundle.archives}
    return "\n".join(_lines(bundle, names, catalog)) + "\n"


def _lines(bundle: Bundle, names: dict[str, str], catalog: Catalog) -> Iterator[str]:
    marks, bookmarks = catalog.text("Marks"), catalog.text("Bookmarks")
    highlights = catalog.text("Highlights and notes")
    yield f"# {marks}"
    for collection in bundle.collections:
        if not collection.items and not collection.name:
            continue
        yield ""
        yield f"## {_plain(collection.name) or bookmarks}"
        yield ""
        for each in collection.items:
            day = catalog.date(each.at.date())
            yield f"- {_title(each.subject)} · {_archive(each.subject, names)} · {day}"
    marked = [each for each in bundle.items if each.highlights or each.tags]
    if marked:
        yield ""
        yield f"## {highlights}"
    for item in marked:
        yield from _item(item, names, catalog)


def _item(item: MarkedItem, names: dict[str, str], catalog: Catalog) -> Iterator[str]:
    yield ""
    yield f"### {_title(item.subject)}"
    yield ""
    yield f"{_archive(item.subject, names)} · `{item.subject.item.replace('`', '')}`"
    if item.tags:
        tags = catalog.items([_plain(name) for name, _at in item.tags])
        yield ""
        yield catalog.text("Tags: {tags}", tags=tags)
    for highlight in item.highlights:
        yield ""
        for line in highlight.anchor.exact.splitlines():
            yield f"> {_plain(line)}".rstrip()
        for line in highlight.note.splitlines():
            yield ""
            yield _plain(line)


def _title(subject: Subject) -> str:
    return _plain(subject.title or subject.item)


def _archive(subject: Subject, names: dict[str, str]) -> str:
    return _plain(names.get(subject.archive) or subject.archive)


def _plain(text: str) -> str:
    """`text` on one line, its signs without a meaning."""
    escaped = _ALWAYS.sub(r"\\\1", " ".join(text.split()))
    return _AT_START.sub(
        lambda at: at[1] + (f"{at[2]}\\{at[3]}" if at[2] else f"\\{at[4]}"), escaped
    )
