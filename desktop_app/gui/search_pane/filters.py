"""What is filtered by with a click, beside the words in the box."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.search.query_lexer import balanced, quoted

FILTERABLE = ("language", "kind", "source", "date")
_FIELDS = {"language": "lang", "kind": "kind", "source": "source", "date": "date"}


@dataclass(frozen=True, slots=True)
class Filters:
    """At most one value of each facet, and a stretch of dates; "" where none is chosen."""

    language: str = ""
    kind: str = ""
    source: str = ""
    date: str = ""

    def toggled(self, facet: str, value: str) -> Filters:
        """With `facet` set to `value`, or freed where it was that already."""
        return replace(self, **{facet: "" if getattr(self, facet) == value else value})

    def of_date(self, span: str) -> Filters:
        """With the dates of `span`, "" for all."""
        return replace(self, date=span)

    def query(self, words: str) -> str:
        """The whole query: the words typed, and the filters in the query language."""
        chosen = [
            f"{_FIELDS[facet]}:{quoted(getattr(self, facet))}"
            for facet in FILTERABLE
            if getattr(self, facet)
        ]
        if not chosen:
            return words
        # A quotation or bracket still being typed would swallow the filters.
        closed = balanced(words)
        return " ".join([f"({closed})" if closed.strip() else "", *chosen]).strip()

    def __bool__(self) -> bool:
        """Whether anything is filtered."""
        return any(getattr(self, facet) for facet in FILTERABLE)
