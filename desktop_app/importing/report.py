"""What an import did, counted so that it adds up."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from desktop_app.messages import Message, message
from desktop_app.store.store import Outcome

_REASONS = ("skipped", "failed")
_COUNTS = ("imported", "updated", "unchanged", "photos", "seconds")


@dataclass(frozen=True, slots=True)
class Reason:
    """A source, or a piece of one, that gave no item, and why."""

    source: str
    reason: Message

    def to_record(self) -> list[object]:
        """As the archive keeps it: the sentence is translated when it is shown."""
        values = {
            name: value if isinstance(value, (int, float)) else str(value)
            for name, value in self.reason.values.items()
        }
        return [self.source, self.reason.key, values]

    @classmethod
    def from_record(cls, record: list[Any] | dict[str, str]) -> Reason:
        """As `to_record` wrote it, or an archive of before, whole and in English."""
        if isinstance(record, dict):
            return cls(record["source"], message("{text}", text=record["reason"]))
        source, key, values = record
        return cls(source, Message(key, values))


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

    def to_record(self) -> dict[str, object]:
        """As the archive's log keeps it."""
        reasons = {"skipped": self.skipped, "failed": self.failed}
        kept = {name: [each.to_record() for each in given] for name, given in reasons.items()}
        return self.to_json() | kept | {"cancelled": self.cancelled}

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> Report:
        """A report of the log."""
        skipped, failed = (
            [Reason.from_record(reason) for reason in record[name]] for name in _REASONS
        )
        counts = {name: record[name] for name in _COUNTS}
        cancelled = record.get("cancelled", False)
        return cls(skipped=skipped, failed=failed, cancelled=cancelled, **counts)

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
