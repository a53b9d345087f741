"""What the dictionary says, as lines of a small page: of one word, or of several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.language.lexicon.entries import Entry, in_script
from desktop_app.language.pointed import Pointed


@dataclass(frozen=True, slots=True)
class Row:
    """A line: a `word` in one script and the `other` where that differs, `pinyin`, `sense`.

    Each may be "".
    """

    word: str = ""
    other: str = ""
    pinyin: str = ""
    sense: str = ""

    @property
    def plain(self) -> str:
        """As a screen reader says it."""
        return " ".join(filter(None, (self.word, self.other, self.pinyin, self.sense)))


def rows_of(found: Sequence[Pointed]) -> list[Row]:
    """The lines about one word, or a line about each of several."""
    if len(found) == 1:
        only = found[0]
        return list(_of_chinese(only) if only.chinese else _of_english(only))
    return [_in_a_line(each) for each in found if each.entries]


def _of_chinese(found: Pointed) -> Iterator[Row]:
    """A line for each reading, and under it one for each sense."""
    for entry in found.entries:
        word, other = _written(entry, found.word)
        yield Row(word, other, _pinyin(entry))
        for sense in entry.senses:
            yield Row(sense=_sense(sense, entry, found.word))


def _of_english(found: Pointed) -> Iterator[Row]:
    for entry in found.entries:
        yield Row(*_written(entry, ""), entry.pinyin, _senses(entry, ""))


def _in_a_line(found: Pointed) -> Row:
    entry = found.entries[0]
    if not found.chinese:
        return Row(found.word, "", "", f"{entry.simplified} {entry.pinyin}")
    return Row(*_written(entry, found.word), entry.pinyin, _senses(entry, found.word))


def _written(entry: Entry, asked: str) -> tuple[str, str]:
    """The word as it stands in the text, and in the other script where that differs."""
    if entry.traditional == entry.simplified:
        return entry.simplified, ""
    if asked == entry.traditional:
        return entry.traditional, entry.simplified
    return entry.simplified, entry.traditional


def _pinyin(entry: Entry) -> str:
    return f"{entry.pinyin} · {entry.taiwan}" if entry.taiwan else entry.pinyin


def _senses(entry: Entry, asked: str) -> str:
    """In one line, without the words one counts it with."""
    told = (sense for sense in entry.senses if not sense.startswith("CL:"))
    return "; ".join(_sense(sense, entry, asked) for sense in told)


def _sense(sense: str, entry: Entry, asked: str) -> str:
    return in_script(sense, asked == entry.traditional != entry.simplified)
