"""Names of a reader's own, of collections and tags, suggested behind ``in:`` and ``tag:``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from desktop_app.language.folding import fold
from desktop_app.search.query_lexer import Kind, Lexeme, lexemes, quoted

NamesOf = Callable[[str], Iterable[str]]
"""The names there are for the values of a field."""

FIELDS = ("in", "tag")


def no_names(_field: str) -> Iterable[str]:
    """Where there are none."""
    return ()


def named_at(query: str, cursor: int, names: NamesOf) -> Iterator[tuple[str, str, int]]:
    """Yield names that hold what is typed at `cursor`, each with the query and its new cursor.

    Those that begin so come first.
    """
    found = _value_at(query, cursor)
    if found is None:
        return
    field, value = found
    typed = fold(value.text.strip())
    like = [name for name in names(field) if typed in fold(name)]
    like.sort(key=lambda name: not fold(name).startswith(typed))
    for name in like:
        new = name if name.isalnum() else quoted(name)
        whole = query[: value.start] + new + query[value.end :]
        yield name, whole, value.start + len(new)


def _value_at(query: str, cursor: int) -> tuple[str, Lexeme] | None:
    """The field and the value that ends at or holds `cursor`, where it is one of `FIELDS`."""
    field: Lexeme | None = None
    for lexeme in lexemes(query):
        if lexeme.start < cursor <= lexeme.end and lexeme.kind in (Kind.WORD, Kind.PHRASE):
            within = field is not None and field.end == lexeme.start and field.text in FIELDS
            return (field.text, lexeme) if field is not None and within else None
        field = lexeme if lexeme.kind is Kind.FIELD else None
    return None
