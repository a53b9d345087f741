"""How an engine works a query out, said for people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop_app.messages import Message


@dataclass(frozen=True, slots=True)
class Explained:
    """One step, and the steps it consists of."""

    says: Message
    parts: tuple[Explained, ...] = ()

    def lines(self, translate: Callable[[Message], str] = str, depth: int = 0) -> Iterator[str]:
        """Yield a line a step, indented under what it belongs to."""
        yield "  " * depth + translate(self.says)
        for part in self.parts:
            yield from part.lines(translate, depth + 1)

    def __str__(self) -> str:
        """All lines in English."""
        return "\n".join(self.lines())
