"""Lexemes of a query: words, phrases, fields, signs, brackets, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from desktop_app.search.query_fields import LONGEST_NAME, field_named

# Each full-width sign and quotation mark counts as its Latin twin; one for one, so that
# places stay what they are.
_TWINS = {0xFEE0 + code: chr(code) for code in range(0x21, 0x7F)} | {
    ord(mark): plain
    for plain, marks in {'"': "“”„‟〝〞", "-": "−–", "~": "〜", "「": "﹁", "」": "﹂"}.items()
    for mark in marks
}
_TWINS |= {ord("﹃"): "『", ord("﹄"): "』"}
_CLOSING = {'"': '"', "「": "」", "『": "』"}
_WORD = re.compile(r'[^\s()"「『]+')
_FIELD = re.compile(rf'([^\s()"「『:]{{1,{LONGEST_NAME}}}):')
_MINUS = re.compile(r"-+(?=[^\s)-])")
_AFTER_PHRASE = re.compile(r'(~\d*)?(\^[^\s()"「『]*)?')
_SPACED_DATE = re.compile(r"(?:last|this)[ _-]+(?:week|month|year)(?![^\s()])", re.IGNORECASE)
_OPERATORS = {"OR": "OR", "或": "OR", "NOT": "NOT", "非": "NOT", "AND": "AND"}


class Kind(Enum):
    """What a lexeme is."""

    WORD = auto()
    PHRASE = auto()  # `text` is what stands between the marks
    FIELD = auto()  # `text` is the field's own name; its value follows at once, if any
    OR = auto()
    AND = auto()
    NOT = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A piece of a query: code points `start` to before `end`, signs in their Latin form.

    `suffix` is what is attached behind a phrase or a closing bracket (``~5``, ``^2``);
    `missing` is the closing mark that an open phrase would need.
    """

    kind: Kind
    text: str
    start: int
    end: int
    suffix: str = ""
    missing: str = ""


def lexemes(query: str) -> Iterator[Lexeme]:
    """Yield the lexemes of `query` in order, in time that grows with its length."""
    plain = query.translate(_TWINS)
    place = 0
    value_of = ""  # the field whose value stands here
    while place < len(plain):
        if plain[place].isspace():
            place, value_of = place + 1, ""
            continue
        lexeme = _lexeme(plain, place, value_of)
        if lexeme.kind is Kind.PHRASE:  # whose text has no signs, and stays as typed
            written = query[place + 1 : place + 1 + len(lexeme.text)]
            lexeme = replace(lexeme, text=written)
        value_of = lexeme.text if lexeme.kind is Kind.FIELD else ""
        place = lexeme.end
        yield lexeme


def balanced(query: str) -> str:
    """`query` with every bracket and quotation mark in pairs, its meaning the same.

    What is put behind it is then a part of its own.
    """
    kept, opened = list(query), 0
    tail = ""
    for lexeme in lexemes(query):
        if lexeme.kind is Kind.OPEN:
            opened += 1
        elif lexeme.kind is Kind.CLOSE and opened:
            opened -= 1
        elif lexeme.kind is Kind.CLOSE:
            kept[lexeme.start : lexeme.end] = " " * (lexeme.end - lexeme.start)
        tail = lexeme.missing
    return "".join(kept) + tail + ")" * opened


def quoted(text: str) -> str:
    """`text` as a phrase, in marks that it does not hold itself."""
    plain = text.translate(_TWINS)
    opening, closing = next(
        (pair for pair in _CLOSING.items() if not set(pair) & set(plain)), ('"', '"')
    )
    return f"{opening}{text}{closing}"


def _lexeme(plain: str, place: int, value_of: str) -> Lexeme:
    """The lexeme that begins at `place`, which is no space."""
    mark = plain[place]
    if mark == "(":
        return Lexeme(Kind.OPEN, mark, place, place + 1)
    if mark == ")":
        return _with_suffix(plain, Lexeme(Kind.CLOSE, mark, place, place + 1))
    if mark in _CLOSING:
        return _phrase(plain, place)
    if not value_of:
        minus = _MINUS.match(plain, place)
        if minus:
            return Lexeme(Kind.NOT, minus.group(), place, minus.end())
        field = _FIELD.match(plain, place)
        if field and field_named(field[1]):
            return Lexeme(Kind.FIELD, field_named(field[1]), place, field.end())
    return _word(plain, place, value_of)


def _phrase(plain: str, place: int) -> Lexeme:
    closing = _CLOSING[plain[place]]
    end = plain.find(closing, place + 1)
    if end < 0:
        text = plain[place + 1 :]
        return Lexeme(Kind.PHRASE, text, place, len(plain), missing=closing)
    return _with_suffix(plain, Lexeme(Kind.PHRASE, plain[place + 1 : end], place, end + 1))


def _with_suffix(plain: str, lexeme: Lexeme) -> Lexeme:
    """The lexeme with the signs right behind it; ``~`` goes with phrases only."""
    signs = _AFTER_PHRASE.match(plain, lexeme.end)
    if signs is None or not signs.group() or (signs[1] and lexeme.kind is Kind.CLOSE):
        return lexeme
    return Lexeme(lexeme.kind, lexeme.text, lexeme.start, signs.end(), signs.group())


def _word(plain: str, place: int, value_of: str) -> Lexeme:
    spaced = _SPACED_DATE.match(plain, place) if value_of == "date" else None
    found = spaced or _WORD.match(plain, place)
    assert found is not None  # every sign that begins no word is handled before
    text = found.group()
    operator = "" if value_of else _OPERATORS.get(text, "")
    kind = Kind[operator] if operator else Kind.WORD
    return Lexeme(kind, text, place, found.end())
