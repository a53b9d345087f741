"""Pieces of text at their places on a printed page, put in reading order and into paragraphs.

Units are points (1/72 inch), y grows upward as in PDF. Widths are estimates: files need
not say how wide their letters are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from desktop_app.importing.page import tidy

_WIDE = re.compile(
    "[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60]"
)
_NARROW = frozenset("ijltfrI.,;:'|!()[] \t-`")
_BROAD = frozenset("mwMW@%")
_SENTENCE_END = tuple('.!?。！？…"”’」』)）:：;；')
_CJK = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\u3000-\u303f"
# What sets Chinese lines to their width; the blank before a label ("来源：") is its author's.
_CJK_BLANK = re.compile(
    f"(?<=[{_CJK}“”‘’…—])[ \\t]+(?=[{_CJK}“”‘’…—])(?![\u2e80-\u9fff]{{1,5}}[:：])"
    "|(?<=[\u4e00-\u9fff])[ \\t]+(?=\\d)|(?<=\\d)[ \\t]+(?=[\u4e00-\u9fff])"
)
_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])[-\u00ad\u2010]$")
_BULLETS = ("•", "■", "●", "◆")
_INDENT = re.compile("[ \u3000]*\u3000[ \u3000]*\u3000")  # two blanks as wide as characters
_COLUMN_LINES = 4  # lines a column has at least
_MAX_DEPTH = 6  # columns within columns


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that begin at (x, y), their letters `size` high."""

    x: float
    y: float
    size: float
    text: str
    right: float = 0.0

    @property
    def end(self) -> float:
        """Where the words end, as far as can be said."""
        return self.right or self.x + width(self.text, self.size)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and where its last line stands: `column` is its left and right edge."""

    text: str
    size: float
    x: float
    top: float
    bottom: float
    is_open: bool


def width(text: str, size: float) -> float:
    """About how wide `text` is in a common font: full for Chinese, half for most letters."""
    ems = 0.0
    for letter in text:
        if letter > "\u10ff" and _WIDE.match(letter):
            ems += 1.0
        elif letter in _NARROW:
            ems += 0.28
        elif letter in _BROAD:
            ems += 0.83
        else:
            ems += 0.66 if letter.isupper() else 0.52
    return ems * size


def lines_in_order(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The lines of each column, columns in reading order; a line is one `Piece`.

    A line that runs across columns is a column of its own.
    """
    return list(_columns(_rows(pieces), 0))


def paragraphs_of(lines: Sequence[Piece]) -> Iterator[Paragraph]:
    """The paragraphs of a column's lines, top down."""
    if not lines:
        return
    leading = _leading(lines)
    left = _edge(lines)
    right = max(line.end for line in lines)
    run = [lines[0]]
    for before, line in pairwise(lines):
        if _begins(before, line, leading, left, right):
            yield _paragraph(run, left, right)
            run = []
        run.append(line)
    yield _paragraph(run, left, right)


def joined(texts: Sequence[str]) -> str:
    """Lines as one text: words divided at a line's end whole again, no blank in Chinese."""
    whole = ""
    for text in map(tidy, texts):
        if not whole:
            whole = text
        elif _HYPHEN.search(whole) and text[:1].islower():
            whole = whole[:-1] + text
        else:
            whole = f"{whole} {text}"
    return tidy(_CJK_BLANK.sub("", whole))


def _rows(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces that touch on one baseline as one, others clipped where the next begins."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda each: (-each.y, each.x)):
        if rows and abs(rows[-1][0].y - piece.y) <= 0.3 * max(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [line for row in rows for line in _merged(sorted(row, key=lambda each: each.x))]


def _merged(row: Sequence[Piece]) -> Iterator[Piece]:
    """A row's pieces from left to right, those of one run of words joined."""
    current: Piece | None = None
    for piece in row:
        if current is None:
            current = piece
            continue
        gap = piece.x - current.end
        size = max(piece.size, current.size)
        if piece.text == current.text and abs(piece.x - current.x) < 0.1 * size:
            continue  # bold by printing twice
        if gap < 0.9 * size:
            blank = " " if gap > 0.12 * size and not _is_chinese_edge(current, piece) else ""
            text = f"{current.text}{blank}{piece.text}"
            current = Piece(current.x, current.y, size, text, piece.end)
        else:
            yield replace(current, right=min(current.end, piece.x))
            current = piece
    if current is not None:
        yield replace(current, right=current.end)


def _is_chinese_edge(before: Piece, after: Piece) -> bool:
    """Whether Chinese stands on a side of the gap: it is set apart from Latin by a little."""
    edges = before.text[-1:] + after.text[:1]
    return _WIDE.search(edges) is not None


def _columns(lines: Sequence[Piece], depth: int) -> Iterator[list[Piece]]:
    gutter = _gutter(lines) if depth < _MAX_DEPTH else None
    if gutter is None:
        if lines:
            yield list(lines)
        return
    band: list[Piece] = []
    for line in lines:
        if not _spans(line, gutter):
            band.append(line)
            continue
        yield from _sides(band, gutter, depth)
        band = []
        yield [line]
    yield from _sides(band, gutter, depth)


def _sides(band: Sequence[Piece], gutter: float, depth: int) -> Iterator[list[Piece]]:
    yield from _columns([line for line in band if line.x < gutter - 1], depth + 1)
    yield from _columns([line for line in band if line.x >= gutter - 1], depth + 1)


def _gutter(lines: Sequence[Piece]) -> float | None:
    """Where the second column begins: many lines begin there and few run across."""
    starts: dict[int, int] = {}
    for line in lines:
        starts[round(line.x / 4)] = starts.get(round(line.x / 4), 0) + 1
    leftmost = min((line.x for line in lines), default=0.0)
    for step, count in sorted(starts.items()):
        place = min((line.x for line in lines if round(line.x / 4) == step), default=0.0)
        if count < _COLUMN_LINES or place < leftmost + 60:
            continue
        across = sum(1 for line in lines if _spans(line, place))
        left = sum(1 for line in lines if line.x < place - 1 and not _spans(line, place))
        right = sum(1 for line in lines if line.x >= place - 1)
        if left >= _COLUMN_LINES and right >= _COLUMN_LINES and across * 3 < left + right:
            return place
    return None


def _spans(line: Piece, place: float) -> bool:
    return line.x < place - 1 and line.end > place + 0.5 * line.size


def _edge(lines: Sequence[Piece]) -> float:
    """The left edge of the text: where most lines begin, a first line's indent aside."""
    return median([line.x for line in lines]) if len(lines) > 2 else min(a.x for a in lines)


def _leading(lines: Sequence[Piece]) -> float:
    """The usual distance of two lines."""
    gaps = [above.y - below.y for above, below in pairwise(lines) if above.y > below.y]
    size = median([line.size for line in lines])
    near = [gap for gap in gaps if gap < 2.5 * size]
    return sorted(near)[len(near) // 3] if near else 1.3 * size


def _begins(before: Piece, line: Piece, leading: float, left: float, right: float) -> bool:
    """Whether `line` begins a paragraph."""
    size = max(before.size, line.size)
    ended = before.text.rstrip().endswith(_SENTENCE_END)
    is_short = before.end < right - 4 * size
    # A line all in another font, as of an address, goes on with a full one before it.
    other = 0.12 if ended or is_short else 0.25
    if abs(before.size - line.size) > other * size:
        return True
    gap = before.y - line.y
    if gap > 1.35 * max(leading, 0.9 * size) or gap < 0:
        return True
    if line.text.startswith(_BULLETS) or _INDENT.match(line.text):
        return True
    if before.text.startswith(_BULLETS):
        return ended and is_short
    indented = line.x > left + 0.8 * size and before.x < left + 0.8 * size
    return indented or (ended and is_short)


def _paragraph(lines: Sequence[Piece], left: float, right: float) -> Paragraph:
    last = lines[-1]
    goes_on = not last.text.rstrip().endswith(_SENTENCE_END) and last.end > right - 4 * last.size
    text = joined([line.text for line in lines])
    return Paragraph(text, lines[0].size, lines[0].x - left, lines[0].y, last.y, goes_on)
