"""The part of the store that knows of speech: statements, speakers, a reader's decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from desktop_app.items import Item, Statement
from desktop_app.store import decided, said
from desktop_app.store.rows import digest, more_value, statement_values
from desktop_app.store.said import Head, SaidIn, SpeakerRow

Run = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]
DONE = (1 << 63) - 1
"""The number up to which rules have read when they have read all items."""


class SpeechStore:
    """Reads and, through a connection that may, writes what was said."""

    def __init__(self, run: Run, has_said: bool, has_decided: bool) -> None:
        """Use `run` for SQL; an archive of before has no statements, or no decisions."""
        self._run, self._has_said, self._has_decided = run, has_said, has_decided

    def heads(
        self, numbers: Collection[int] | None, speakers: Collection[str] | None
    ) -> Iterator[Head]:
        """Yield statements of the items `numbers` by `speakers` (None: all), without their text."""
        yield from said.heads(self._run, numbers, speakers) if self._has_said else ()

    def said(
        self, numbers: Collection[int] | None, speakers: Collection[str] | None
    ) -> Iterator[SaidIn]:
        """Yield the statements of the items `numbers` (None: all), those of `speakers` alone."""
        if self._has_said:
            wanted = said.with_statements(self._run) if numbers is None else numbers
            yield from said.said_in(self._run, wanted, speakers)

    def count(self) -> int:
        """How many statements there are."""
        return int(self._run("SELECT count(*) FROM statements", ())[0][0]) if self._has_said else 0

    def speakers(self) -> list[SpeakerRow]:
        """Every name in every role in which it speaks."""
        return said.speaker_rows(self._run) if self._has_said else []

    def counted(self, numbers: Iterable[int]) -> Counter[tuple[str, str]]:
        """How often each (name, role) speaks in the items `numbers`."""
        return said.counted(self._run, numbers) if self._has_said else Counter()

    def decisions(self) -> dict[str, str]:
        """What the reader decided: name -> person."""
        return decided.speaker_names(self._run) if self._has_decided else {}

    def rules(self) -> tuple[int, int]:
        """The version of the rules that read the statements, and the number they got to."""
        return decided.rules(self._run) if self._has_decided else (0, 0)

    def decide(self, decisions: Mapping[str, str]) -> None:
        """Keep decisions, in place of earlier ones about the same names."""
        decided.decide(self._run, decisions)

    def undecide(self, names: Iterable[str]) -> None:
        """Forget what was decided about `names`."""
        decided.undecide(self._run, names)

    def note_rules(self, version: int, upto: int) -> None:
        """Note how far the rules of `version` have read."""
        decided.note_rules(self._run, version, upto)

    def numbers_after(self, number: int, most: int) -> list[int]:
        """The next `most` items after the one with this number."""
        sql = "SELECT number FROM items WHERE number > ? ORDER BY number LIMIT ?"
        return [each for (each,) in self._run(sql, (number, most))]

    def restate(self, number: int, item: Item) -> None:
        """Write what is told from an item's text: its statements, its other languages.

        Its change number goes up.
        """
        self._run(
            "UPDATE items SET change = (SELECT max(change) + 1 FROM items), more = ?, digest = ? "
            "WHERE number = ?",
            (more_value(item), digest(item), number),
        )
        self._run("DELETE FROM statements WHERE item = ?", (number,))
        self.put(number, item.statements)

    def put(self, number: int, statements: Iterable[Statement]) -> None:
        """Write the statements of an item that has none."""
        for place, statement in enumerate(statements):
            values = (number, place, *statement_values(statement))
            self._run("INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
