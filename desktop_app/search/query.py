"""The query language: from what is typed to a tree.

    query   = all { "OR" all }
    all     = part { part }                         every part must match
    part    = "-" part | "(" query ")" | field ":" value | '"' words '"' | word
    field   = "title" | "date" | "lang" | "kind" | "source" | "has"

Chinese quotation marks, brackets and colons count as their Latin twins. A missing
closing mark is taken as standing at the end; marks without meaning are passed over.
"""

from __future__ import annotations

import re

from desktop_app.errors import QueryError
from desktop_app.language.tokens import tokens
from desktop_app.messages import message
from desktop_app.search.dates import parse_range
from desktop_app.search.nodes import (
    All,
    AnyOf,
    DateRange,
    Everything,
    Keyword,
    Node,
    Not,
    Text,
)

FIELDS = ("title", "date", "lang", "kind", "source", "has")
MAX_DEPTH = 50  # far beyond what anyone types; keeps the recursion bounded
_TWINS = str.maketrans({"“": '"', "”": '"', "„": '"', "「": '"', "」": '"', "（": "(", "）": ")"}
                       | {"：": ":", "\u3000": " ", "－": "-", "＂": '"'})  # fmt: skip
_LEXEME = re.compile(
    r"\s*(?:(?P<paren>[()])|(?P<minus>-(?=\S))"
    rf'|(?P<field>(?:{"|".join(FIELDS)})):(?P<value>"[^"]*"?|[^\s()]*)'
    r'|"(?P<phrase>[^"]*)"?|(?P<word>[^\s()"]+))',
    re.IGNORECASE,
)


def parse(query: str) -> Node:
    """Return the tree of `query`; raises `QueryError` for a value that has no meaning."""
    return _Parser(query).parse()


class _Parser:
    """Recursive descent over the lexemes of one query."""

    def __init__(self, query: str) -> None:
        self._lexemes = list(_LEXEME.finditer(query.translate(_TWINS)))
        self._next = 0
        self._depth = 0

    def parse(self) -> Node:
        """Parse all of it; closing brackets without an opening one are passed over."""
        parts = []
        while self._peek() is not None:
            parts.append(self._query())
            self._take_if(")")
        return _all(parts)

    def _query(self) -> Node:
        parts = [self._all()]
        while self._is_or(self._peek()):
            self._next += 1
            parts.append(self._all())
        given = tuple(part for part in parts if not isinstance(part, Everything))
        return AnyOf(given) if len(given) > 1 else _all(list(given))

    def _all(self) -> Node:
        parts = []
        while (lexeme := self._peek()) and lexeme["paren"] != ")" and not self._is_or(lexeme):
            parts.append(self._part())
        return _all(parts)

    def _part(self) -> Node:
        lexeme = self._lexemes[self._next]
        self._next += 1
        if lexeme["minus"]:
            return self._negated()
        if lexeme["paren"]:
            return self._bracketed()
        if lexeme["field"]:
            return _fielded(lexeme["field"].lower(), lexeme["value"].strip('"'))
        return _text(lexeme["phrase"] if lexeme["phrase"] is not None else lexeme["word"])

    def _bracketed(self) -> Node:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise QueryError(message("brackets more than {depth} deep", depth=MAX_DEPTH))
        inside = self._query()
        self._take_if(")")
        self._depth -= 1
        return inside

    def _negated(self) -> Node:
        following = self._peek()
        if following is None or following["paren"] == ")":
            return Everything()
        while following["minus"] and self._next + 1 < len(self._lexemes):
            self._next += 1
            following = self._lexemes[self._next]
        part = self._part()
        return part if isinstance(part, Everything) else Not(part)

    def _peek(self) -> re.Match[str] | None:
        return self._lexemes[self._next] if self._next < len(self._lexemes) else None

    def _take_if(self, paren: str) -> None:
        lexeme = self._peek()
        if lexeme is not None and lexeme["paren"] == paren:
            self._next += 1

    @staticmethod
    def _is_or(lexeme: re.Match[str] | None) -> bool:
        return lexeme is not None and lexeme["word"] == "OR"


def _all(parts: list[Node]) -> Node:
    """The fewest nodes that say `parts` must all match."""
    given = tuple(part for part in parts if not isinstance(part, Everything))
    if not given:
        return Everything()
    return given[0] if len(given) == 1 else All(given)


def _text(words: str, field: str = "text") -> Node:
    """A leaf for `words`; punctuation alone asks for nothing."""
    return Text(words, field) if any(tokens(words)) else Everything()


def _fielded(field: str, value: str) -> Node:
    """The node of ``field:value``; a field without a value asks for nothing."""
    if not value:
        return Everything()
    if field == "title":
        return _text(value, "title")
    if field == "date":
        return DateRange(*parse_range(value))
    if field == "has" and value.lower() not in ("photo", "photos"):
        raise QueryError(message("“has:{value}” is not known; write has:photo", value=value))
    return Keyword(field, value)
