"""The query language: from what is typed to a tree, in English and in Chinese.

    query    = any
    any      = all { or all }
    all      = part { [ "AND" ] part }                every part must match
    part     = [ not ] ( group | field | leaf )
    group    = "(" any ")" [ boost ]
    field    = name ":" ( group | leaf )              nothing between colon and value
    leaf     = phrase [ "~" [ number ] ] [ boost ]    near: so many other words between
             | [ "=" ] word [ boost ]                 "=": this form of the word only
             | word "~" [ "1" | "2" ] [ boost ]       so many letters off
             | word "*" [ boost ]                     words that begin so
             | word with "*" or "?" inside [ boost ]  any letters, any one letter
    boost    = "^" number
    phrase   = '"' words '"' | “ words ” | 「 words 」 | 『 words 』
    or       = "OR" | "或"
    not      = "-" | "NOT" | "非"
    name     = "title" | "标题" | "body" | "正文" | "caption" | "图注"
             | "speaker" | "讲话人" | "said" | "讲话" | "source" | "来源"
             | "lang" | "语言" | "kind" | "类型" | "date" | "日期" | "has" | "有"
             | "in" | "收藏" | "tag" | "标签" | "note" | "批注" | "is" | "是"

The words for or and not are signs only where they stand alone, never inside Chinese
text. Full-width signs count as half-width ones and names may be traditional Chinese.
What may follow ``date:`` is said in `dates`, other fields' values in `query_fields`.

Whatever is typed has a meaning: what cannot be parsed is searched as words or passed
over, and a `Problem` says where and why.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as default
from datetime import date

from desktop_app.messages import Message, message
from desktop_app.search.nodes import All, AnyOf, Everything, Node, Not
from desktop_app.search.query_leaves import Leaves, boosted, text_or_nothing
from desktop_app.search.query_lexer import Kind, Lexeme, lexemes
from desktop_app.search.query_problems import Problem, Problems

MAX_DEPTH = 50  # far beyond what anyone types; whoever walks the tree may recurse


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree of a query, and what of it had no meaning, in order of place."""

    node: Node
    problems: tuple[Problem, ...] = ()


def parse(query: str, today: date | None = None) -> Parsed:
    """Return the tree of `query` and its problems; never raises.

    `today` is the day that ``last week`` is counted from; None is the clock's. Takes
    time that grows with the length of `query`.
    """
    problems = Problems()
    node = _Parser(problems, today or date.today()).parse(query)
    if isinstance(node, Everything) and _has_signs(query):
        node = text_or_nothing(query, "text") or node
    return Parsed(node, problems.in_order())


def node_of(query: str | Node) -> Node:
    """The tree of `query`, unless it is one already."""
    return parse(query).node if isinstance(query, str) else query


def _has_signs(query: str) -> bool:
    """Whether `query` has words that were taken as signs, though all alone."""
    signs = (Kind.OR, Kind.AND, Kind.NOT)
    return any(lexeme.kind in signs and lexeme.text.isalpha() for lexeme in lexemes(query))


@dataclass(slots=True)
class _Group:
    """What is read so far of one bracket, or of the whole query."""

    field: str = "text"
    opened: Lexeme | None = None
    excluded: bool = False  # the whole group
    alternatives: list[Node] = default(default_factory=list)
    parts: list[Node] = default(default_factory=list)
    sign: Lexeme | None = None  # an OR or a NOT that still waits for its part

    def node(self) -> Node | None:
        """The fewest nodes that say it."""
        nodes = [*self.alternatives, *([_all(self.parts)] if self.parts else [])]
        if len(nodes) < 2:
            return nodes[0] if nodes else None
        return AnyOf(tuple(nodes))


class _Parser:
    """Reads lexemes with a stack of groups: brackets of any number need no recursion."""

    def __init__(self, problems: Problems, today: date) -> None:
        self._problems = problems
        self._leaves = Leaves(problems, today)
        self._stack = [_Group()]
        self._too_deep = 0  # brackets open beyond `MAX_DEPTH`
        self._field: Lexeme | None = None  # a name that waits for its value

    def parse(self, query: str) -> Node:
        """Read all of it; what is open at the end ends there."""
        for lexeme in lexemes(query):
            self._check_field(lexeme)
            self._read(lexeme)
        self._check_field(None)
        while len(self._stack) > 1:
            opened = self._stack[-1].opened
            if opened is not None:
                self._say(opened, message("this bracket is not closed"))
            self._close(1.0)
        self._end_part(self._stack[0])
        return self._stack[0].node() or Everything()

    def _read(self, lexeme: Lexeme) -> None:
        if lexeme.kind is Kind.FIELD:
            self._field = lexeme
        elif lexeme.kind is Kind.OPEN:
            self._open(lexeme)
        elif lexeme.kind is Kind.CLOSE:
            self._close_bracket(lexeme)
        elif lexeme.kind is Kind.OR:
            self._or(lexeme)
        elif lexeme.kind is Kind.NOT:
            self._stack[-1].sign = lexeme
        elif lexeme.kind is not Kind.AND:
            self._leaf(lexeme)

    def _check_field(self, following: Lexeme | None) -> None:
        """A name must have its value right behind it."""
        name = self._field
        if name is None or (following is not None and following.start == name.end
                            and following.kind is not Kind.CLOSE):  # fmt: skip
            return
        self._say(name, message("“{field}:” needs a word right behind it", field=name.text))
        self._field = None

    def _take_field(self) -> str:
        """The field that the next leaf or group stands in."""
        name, self._field = self._field, None
        return self._stack[-1].field if name is None else name.text

    def _leaf(self, lexeme: Lexeme) -> None:
        if lexeme.missing:
            self._say(
                lexeme, message("this quotation mark is not closed; the phrase goes on to the end")
            )
        node = self._leaves.leaf(lexeme, self._take_field())
        if node is not None:
            self._add(node)
        elif self._excludes():
            self._stack[-1].sign = None  # it was meant for this piece, which is nothing

    def _open(self, lexeme: Lexeme) -> None:
        name = self._take_field()
        if len(self._stack) > MAX_DEPTH:
            if not self._too_deep:
                self._say(
                    lexeme, message("more than {depth} brackets in each other", depth=MAX_DEPTH)
                )
            self._too_deep += 1
            return
        excluded = self._excludes()
        if excluded:
            self._stack[-1].sign = None
        self._stack.append(_Group(name, lexeme, excluded))

    def _close_bracket(self, lexeme: Lexeme) -> None:
        factor = self._leaves.factor(lexeme) if lexeme.suffix else 1.0
        if self._too_deep:
            self._too_deep -= 1
        elif len(self._stack) == 1:
            self._say(lexeme, message("this closing bracket has no opening one"))
        else:
            self._close(factor)

    def _close(self, factor: float) -> None:
        group = self._stack.pop()
        self._end_part(group)
        node = group.node()
        if node is None:
            return
        node = boosted(node, factor)
        if group.excluded:
            node = Not(node)
        self._add(node)

    def _excludes(self) -> bool:
        """Whether a NOT waits for its part."""
        sign = self._stack[-1].sign
        return sign is not None and sign.kind is Kind.NOT

    def _add(self, node: Node) -> None:
        """Put a part into the innermost group."""
        group = self._stack[-1]
        group.parts.append(Not(node) if self._excludes() else node)
        group.sign = None

    def _or(self, lexeme: Lexeme) -> None:
        group = self._stack[-1]
        if group.parts:
            self._end_part(group)
        else:
            self._say(lexeme, message("“{sign}” needs a word on both sides", sign=lexeme.text))
            return
        group.alternatives.append(_all(group.parts))
        group.parts, group.sign = [], lexeme

    def _end_part(self, group: _Group) -> None:
        """Complain of a sign that still waits where no part can follow."""
        sign, group.sign = group.sign, None
        if sign is None:
            return
        if sign.kind is Kind.OR:
            self._say(sign, message("“{sign}” needs a word on both sides", sign=sign.text))
        else:
            self._say(sign, message("“{sign}” needs a word behind it to leave out", sign=sign.text))

    def _say(self, lexeme: Lexeme, reason: Message) -> None:
        self._problems.add(lexeme.start, lexeme.end, reason)


def _all(parts: list[Node]) -> Node:
    return parts[0] if len(parts) == 1 else All(tuple(parts))
