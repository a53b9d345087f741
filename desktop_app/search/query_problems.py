"""What a query says that has no meaning: where, and why."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.messages import Message

# More would help nobody, and a pasted text could have thousands.
MOST_PROBLEMS = 20


@dataclass(frozen=True, slots=True)
class Problem:
    """Code points `start` to before `end` of the query as typed, and what is wrong there."""

    start: int
    end: int
    reason: Message


@dataclass(slots=True)
class Problems:
    """Collects the problems of one query."""

    found: list[Problem] = field(default_factory=list)

    def add(self, start: int, end: int, reason: Message) -> None:
        """Note one."""
        if len(self.found) < MOST_PROBLEMS:
            self.found.append(Problem(start, end, reason))

    def in_order(self) -> tuple[Problem, ...]:
        """All of them, by place."""
        return tuple(sorted(self.found, key=lambda problem: (problem.start, problem.end)))
