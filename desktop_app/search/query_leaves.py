"""From one word or phrase of a query, with the signs on it, to a leaf of the tree."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.language.tokens import HAN, tokens
from desktop_app.messages import Message, message
from desktop_app.search.nodes import (
    All,
    Boost,
    Fuzzy,
    Mark,
    Near,
    Node,
    Not,
    Prefix,
    Text,
    Wildcard,
)
from desktop_app.search.query_fields import filter_node, is_words, why_not
from desktop_app.search.query_lexer import Kind, Lexeme
from desktop_app.search.query_problems import Problems

MOST_LETTERS = 2  # of a fuzzy word; beyond two nearly every short word is alike
MOST_APART = 999  # words between the parts of a near phrase
USUAL_APART = 5
_LEAST_BOOST, _MOST_BOOST = 0.01, 100.0
_NUMBER = re.compile(r"\d{1,6}(\.\d{1,6})?")
_WILD = re.compile(r"[*?]")


@dataclass(frozen=True, slots=True)
class Leaves:
    """Makes leaves; `today` is the day that ``last week`` is counted from."""

    problems: Problems
    today: date

    def leaf(self, lexeme: Lexeme, field: str) -> Node | None:
        """The leaf of a word or phrase in `field`; None where it asks for nothing."""
        text, tilde, factor = self._signs(lexeme)
        if not is_words(field):
            node = self._filter(lexeme, text + tilde, field)
        elif lexeme.kind is Kind.PHRASE:
            node = self._phrase(lexeme, text, tilde, field)
        else:
            node = self._word(lexeme, text, tilde, field)
        return node if node is None else boosted(node, factor)

    def factor(self, lexeme: Lexeme) -> float:
        """The boost behind a closing bracket."""
        return self._signs(lexeme)[2]

    def _signs(self, lexeme: Lexeme) -> tuple[str, str, float]:
        """What is meant, its ``~`` sign or "", and its boost."""
        phrase = lexeme.kind is not Kind.WORD
        body, caret, number = (lexeme.suffix if phrase else lexeme.text).rpartition("^")
        if not caret:
            body, number = number, ""
        factor = self._boost(lexeme, number) if caret else 1.0
        words, tilde, letters = body.rpartition("~")
        if tilde and (not letters or letters.isdecimal()):
            return lexeme.text if phrase else words, "~" + letters, factor
        return lexeme.text if phrase else body, "", factor

    def _boost(self, lexeme: Lexeme, number: str) -> float:
        start = lexeme.end - len(number) - 1
        if start == lexeme.start:
            self.problems.add(start, lexeme.end, _goes_behind("^"))
        elif _NUMBER.fullmatch(number) and _LEAST_BOOST <= float(number) <= _MOST_BOOST:
            return float(number)
        else:
            reason = message("“^” takes a number up to {most}, as in oil^2", most=int(_MOST_BOOST))
            self.problems.add(start, lexeme.end, reason)
        return 1.0

    def _filter(self, lexeme: Lexeme, value: str, field: str) -> Node | None:
        node = filter_node(field, value, self.today)
        if node is None:
            self.problems.add(lexeme.start, lexeme.end, why_not(field, value))
            return text_or_nothing(value, "text")
        return _placed(node, lexeme)

    def _phrase(self, lexeme: Lexeme, text: str, tilde: str, field: str) -> Node | None:
        if not tilde:
            return text_or_nothing(text, field, exact=True)
        parts = _parts(text)
        distance = int(tilde[1:5]) if tilde[1:] else USUAL_APART
        if distance > MOST_APART:
            reason = message("“~” takes a number up to {most} after a phrase", most=MOST_APART)
            self.problems.add(_sign_start(lexeme, "~"), lexeme.end, reason)
            distance = MOST_APART
        if len(parts) < 2:
            return text_or_nothing(text, field, exact=True)
        return Near(parts, distance, field)

    def _word(self, lexeme: Lexeme, text: str, tilde: str, field: str) -> Node | None:
        exact = text.startswith("=")
        text = text.lstrip("=")
        if tilde:
            return self._fuzzy(lexeme, text, tilde, field)
        if _WILD.search(text) and not exact:
            return self._wild(lexeme, text, field)
        if not text and lexeme.text.startswith("^"):
            text = lexeme.text
        return text_or_nothing(text, field, exact)

    def _fuzzy(self, lexeme: Lexeme, text: str, tilde: str, field: str) -> Node | None:
        start = _sign_start(lexeme, "~")
        if not text:
            self.problems.add(start, lexeme.end, _goes_behind("~"))
            return text_or_nothing(lexeme.text, field)
        if not _is_one_latin_word(text):
            reason = message("“~” goes with one word in Latin letters")
        elif tilde[1:] in ("", "1", "2"):
            return Fuzzy(text, int(tilde[1:] or 1), field)
        else:
            reason = message("“~” takes 1 or 2 after a word, as in colour~2")
        self.problems.add(start, lexeme.end, reason)
        return text_or_nothing(text, field)

    def _wild(self, lexeme: Lexeme, text: str, field: str) -> Node | None:
        """A word with ``*`` or ``?``; a question mark at its end is only punctuation."""
        if "*" not in text:
            text = text.strip("?")
        letters = _WILD.sub("", text)
        if "*" in text and not any(tokens(letters)):
            reason = message("“*” needs letters beside it, as in harbo*")
            self.problems.add(lexeme.start, lexeme.end, reason)
            return None
        if letters == text or not _is_one_latin_word(letters):
            return self._not_wild(lexeme, text, field)
        pattern = re.sub(r"\*+", "*", text)
        if pattern.endswith("*") and len(pattern) == len(letters) + 1:
            return Prefix(letters, field)
        return Wildcard(pattern, field)

    def _not_wild(self, lexeme: Lexeme, text: str, field: str) -> Node | None:
        """A word whose signs stand for nothing: Chinese has no word ends to complete."""
        inner = text.strip("*")
        at_end_of_chinese = "*" not in inner and HAN.search(inner[:1] + inner[-1:])
        if "*" in text and not at_end_of_chinese:
            reason = message("“*” goes with one word in Latin letters")
            self.problems.add(lexeme.start, lexeme.end, reason)
        words = [text_or_nothing(part, field) for part in inner.split("*")]
        found = tuple(word for word in words if word is not None)
        if len(found) > 1:
            return All(found)
        return found[0] if found else None


def _placed(node: Node, lexeme: Lexeme) -> Node:
    """A mark knows where it was typed, as only others can tell whether it is known."""
    if isinstance(node, Not):
        return Not(_placed(node.part, lexeme))
    return replace(node, start=lexeme.start, end=lexeme.end) if isinstance(node, Mark) else node


def _goes_behind(sign: str) -> Message:
    return message("“{sign}” goes right behind a word or a phrase", sign=sign)


def text_or_nothing(words: str, field: str, exact: bool = False) -> Node | None:
    """A leaf for `words`; punctuation alone asks for nothing."""
    return Text(words, field, exact) if any(tokens(words)) else None


def boosted(node: Node, factor: float) -> Node:
    """`node`, its scores taken `factor` times."""
    return node if factor == 1.0 else Boost(node, factor)


def _sign_start(lexeme: Lexeme, sign: str) -> int:
    """Where the signs on a lexeme begin, counted from its end."""
    signs = lexeme.suffix or lexeme.text
    return lexeme.end - len(signs) + max(signs.rfind(sign), 0)


def _is_one_latin_word(text: str) -> bool:
    """Whether all of `text` is one indexed word that is not Chinese."""
    found = list(tokens(text))
    return len(found) == 1 and not HAN.search(text) and found[0].end - found[0].start == len(text)


def _parts(text: str) -> tuple[str, ...]:
    """The words of a near phrase as typed, each Chinese run whole."""
    spans: list[tuple[int, int]] = []
    for token in tokens(text):
        if spans and token.start < spans[-1][1]:  # the next pair of the same run
            spans[-1] = (spans[-1][0], token.end)
        else:
            spans.append((token.start, token.end))
    return tuple(text[start:end] for start, end in spans)
