"""Rows of a file of separated values, read a line at a time in whatever encoding it is."""

from __future__ import annotations

import codecs
import io
import re
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from desktop_app.importing.encoding import decode
from desktop_app.importing.tables.csv_dialect import Cells, Dialect, sniffed
from desktop_app.importing.tables.rows import MAX_ROW, BadRow, Row, Sheet
from desktop_app.messages import message

_SAMPLE = 256 * 1024  # bytes looked at, at the head and again where it is no longer ASCII
_MOST_LINES = 1000  # of one record
_MOST_LOST = 20  # quotes without end, after which no record goes on beyond its line
_ENCODINGS = ("utf-8", "gb18030", "big5hkscs", "cp1252", "utf-16-le", "utf-16-be")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_ASCII = re.compile(rb"[\x80-\xff]")


def csv_sheet(path: Path, report_bytes: Callable[[int], None]) -> Sheet:
    """The one table of the file at `path`. Raises `ImportFailure` where it is no text."""
    encoding = _encoding(path)
    lines = first_lines(path, encoding)
    dialect, is_named = sniffed(lines)
    return Sheet("", _rows(path, encoding, dialect, is_named, report_bytes))


def first_lines(path: Path, encoding: str = "") -> list[str]:
    """The lines within the first part of a file, the last of them perhaps cut."""
    with path.open("rb") as stream:
        head = stream.read(_SAMPLE)
    text = head.decode(encoding or _encoding(path), "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _encoding(path: Path) -> str:
    """The name of the codec that `decode` reads the file's text by."""
    with path.open("rb") as stream:
        head = stream.read(_SAMPLE)
        marked = next((codec for mark, codec in _MARKS if head.startswith(mark)), None)
        if marked:
            return marked
        sample = _whole_lines(head) if _NOT_ASCII.search(head) else _first_others(stream, head)
    text = decode(sample, path)
    fits = (codec for codec in _ENCODINGS if sample.decode(codec, "replace") == text)
    return next(fits, "utf-8")


def _first_others(stream: BinaryIO, head: bytes) -> bytes:
    """What follows the first character that is not ASCII; `head` where all are."""
    while part := stream.read(_SAMPLE):
        if _NOT_ASCII.search(part):
            return _whole_lines(part.partition(b"\n")[2] or part)
    return _whole_lines(head)


def _whole_lines(sample: bytes) -> bytes:
    """`sample` without a last line that is cut, and maybe a character in it."""
    if b"\0" in sample:  # two bytes a character
        return sample[: len(sample) // 2 * 2]
    whole = sample[: sample.rfind(b"\n") + 1]
    return whole if len(sample) == _SAMPLE and whole else sample


def _rows(
    path: Path, encoding: str, dialect: Dialect, is_named: bool, report_bytes: Callable[[int], None]
) -> Iterator[Row | BadRow]:
    with path.open("rb") as stream:
        lines = _Lines(stream, encoding)
        if is_named:
            lines.next()
        yield from _Records(lines, dialect, lambda: report_bytes(stream.tell()))


class _Lines:
    """Lines of text with their numbers; some may be given back. None stands for one too long."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._text = io.TextIOWrapper(stream, encoding, "replace", newline=None)
        self._given_back: deque[tuple[int, str | None]] = deque()
        self._number = 0

    def next(self) -> tuple[int, str | None] | None:
        """The next line without its end; None after the last."""
        if self._given_back:
            return self._given_back.popleft()
        line = self._text.readline(MAX_ROW + 1)
        if not line:
            return None
        self._number += 1
        if len(line) > MAX_ROW:
            while line and not line.endswith("\n"):
                line = self._text.readline(MAX_ROW)
            return self._number, None
        return self._number, line.rstrip("\n").replace("\0", "")

    def give_back(self, lines: list[tuple[int, str | None]]) -> None:
        self._given_back.extendleft(reversed(lines))


class _Records:
    """Records made of lines, so that one with a quote too many does not take the others."""

    def __init__(self, lines: _Lines, dialect: Dialect, report: Callable[[], None]) -> None:
        self._lines = lines
        self._dialect = dialect
        self._report = report
        self._lost = 0  # quotes without end

    def __iter__(self) -> Iterator[Row | BadRow]:
        while (line := self._lines.next()) is not None:
            number, text = line
            if number % 500 == 1:
                self._report()
            if text is None:
                yield BadRow(number, message("the row is longer than 16 MB"))
                continue
            cells = self._dialect.split(text)
            if cells.open and self._lost < _MOST_LOST:
                yield Row(number, self._continued(text, cells.cells))
            else:
                yield Row(number, cells.cells)

    def _continued(self, text: str, alone: tuple[str, ...]) -> tuple[str, ...]:
        """The cells of a record that goes on in the lines that follow.

        Where no line ends it, or where it then has not as many cells as the others and
        would have alone, its quote is a mistake and the lines are given back.
        """
        taken: list[tuple[int, str | None]] = []
        parts, size = [text], len(text)
        while size < MAX_ROW and len(taken) < _MOST_LINES and (line := self._lines.next()):
            taken.append(line)
            if line[1] is None:
                break
            parts.append(line[1])
            size += len(line[1])
            if not self._dialect.is_open_after(line[1]):
                if self._is_meant(cells := self._dialect.split("\n".join(parts)), parts, alone):
                    return cells.cells
                break
        self._lost += 1
        self._lines.give_back(taken)
        return alone

    def _is_meant(self, cells: Cells, parts: list[str], alone: tuple[str, ...]) -> bool:
        """Whether lines that make one record were written as one."""
        width = self._dialect.width
        if cells.stray and len(alone) == width:
            following = self._dialect.split(parts[1])
            return len(following.cells) != width or following.open or following.stray
        return len(cells.cells) == width or len(alone) != width
