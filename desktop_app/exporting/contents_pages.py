"""The pages that lead to the items of an export: one of all months, some for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from desktop_app.exporting.contents import UNDATED, Contents, Entry
from desktop_app.exporting.export import Export
from desktop_app.exporting.markup import escaped
from desktop_app.exporting.page import PageMaker, code_of
from desktop_app.i18n.catalog import Catalog

_ON_PAGE = 1000  # entries


def contents_pages(
    contents: Contents, export: Export, maker: PageMaker
) -> Iterator[tuple[str, str]]:
    """Yield names and pages, ``index.html`` first; entries lie at their addresses."""
    catalog, months = export.catalog, contents.months()
    yield "index.html", maker.contents(export.name, list(_years(catalog, months)))
    for month, _count in months:
        entries = contents.entries(month)
        parts = [entries[at : at + _ON_PAGE] for at in range(0, len(entries), _ON_PAGE)]
        for number, part in enumerate(parts):
            body = [
                way(catalog, "index.html", *_neighbours(month, number, len(parts))),
                *_days(catalog, part),
            ]
            title = month_words(catalog, month)
            yield _name(month, number), maker.contents(title, body)


def way(catalog: Catalog, index: str, before: str, after: str) -> str:
    """Links to the contents, the page before and the one after; "" for none."""
    links = (
        (index, catalog.text("Contents")),
        (before, catalog.text("Previous")),
        (after, catalog.text("Next")),
    )
    code = code_of(catalog)
    shown = (f'<a href="{escaped(to)}">{escaped(words)}</a>' for to, words in links if to)
    return f'<nav class="way" lang="{code}" xml:lang="{code}">{" ".join(shown)}</nav>'


def month_words(catalog: Catalog, month: str) -> str:
    """A month as people write it."""
    if month == UNDATED:
        return catalog.text("Undated")
    return catalog.month(int(month[:4]), int(month[5:]))


def _years(catalog: Catalog, months: Sequence[tuple[str, int]]) -> Iterator[str]:
    for year, group in groupby(months, key=lambda each: each[0].partition("-")[0]):
        yield f"<h2>{escaped(year)}</h2><ul>" if year != UNDATED else "<ul>"
        for month, count in group:
            items = catalog.plural("{count} item", "{count} items", count)
            words = escaped(month_words(catalog, month))
            yield (
                f'<li><a href="{_name(month, 0)}">{words}</a> '
                f'<span class="day">{escaped(items)}</span></li>'
            )
        yield "</ul>"


def _days(catalog: Catalog, entries: Sequence[Entry]) -> Iterator[str]:
    for day, group in groupby(entries, key=lambda entry: entry.day):
        if day:
            yield f"<h2>{escaped(catalog.date_text(day))}</h2>"
        yield "<ul>"
        for entry in group:
            code, title = escaped(entry.language or "und"), escaped(entry.title) or "–"
            source = f' <span class="day">{escaped(entry.source)}</span>' if entry.source else ""
            yield (
                f'<li lang="{code}" xml:lang="{code}">'
                f'<a href="{escaped(entry.address)}">{title}</a>{source}</li>'
            )
        yield "</ul>"


def _neighbours(month: str, number: int, parts: int) -> tuple[str, str]:
    before = _name(month, number - 1) if number else ""
    return before, _name(month, number + 1) if number + 1 < parts else ""


def _name(month: str, number: int) -> str:
    return f"{month}.html" if number == 0 else f"{month}-{number + 1}.html"
