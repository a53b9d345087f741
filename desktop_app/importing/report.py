"""What an import did, counted so that it adds up."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.messages import Message
from desktop_app.store.store import Outcome


@dataclass(frozen=True, slots=True)
class Reason:
    """A source, or a piece of one, that gave no item, and why."""

    source: str
    reason: Message


@dataclass(slots=True)
class Report:
    """Counts of one import; every piece found is in exactly one of the others.

    `photos` counts pictures of imported and updated items; `seconds` is wall time.
    """

    imported: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: list[Reason] = field(default_factory=list)
    failed: list[Reason] = field(default_factory=list)
    photos: int = 0
    seconds: float = 0.0
    cancelled: bool = False

    @property
    def found(self) -> int:
        """All pieces met: items, and what was skipped or failed."""
        items = self.imported + self.updated + self.unchanged
        return items + len(self.skipped) + len(self.failed)

    def count(self, outcome: Outcome, photos: int) -> None:
        """Count one item."""
        if outcome is Outcome.UNCHANGED:
            self.unchanged += 1
            return
        self.photos += photos
        if outcome is Outcome.IMPORTED:
            self.imported += 1
        else:
            self.updated += 1

    def to_json(self) -> dict[str, object]:
        """The shape of ``beilin import --json``."""
        return {
            "found": self.found,
            "imported": self.imported,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "skipped": [{"source": r.source, "reason": str(r.reason)} for r in self.skipped],
            "failed": [{"source": r.source, "reason": str(r.reason)} for r in self.failed],
            "photos": self.photos,
            "seconds": round(self.seconds, 3),
        }
