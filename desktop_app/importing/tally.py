"""What became of one file, kept so that an interrupted import need not read it again."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from desktop_app import __version__
from desktop_app.importing.report import Reason, Report
from desktop_app.importing.source_file import SourceFile
from desktop_app.messages import Message


@dataclass(slots=True)
class Tally:
    """How many items a file gave, and the pieces of it that gave none."""

    items: int = 0
    skipped: list[Reason] = field(default_factory=list)
    failed: list[Reason] = field(default_factory=list)

    def to_json(self) -> str:
        """As kept in the archive's journal."""
        reasons = {"skipped": self.skipped, "failed": self.failed}
        return json.dumps(
            {"items": self.items} | {name: _written(each) for name, each in reasons.items()},
            ensure_ascii=False,
        )

    @classmethod
    def from_json(cls, text: str) -> Tally:
        """As `to_json` wrote it."""
        record = json.loads(text)
        return cls(record["items"], _read(record["skipped"]), _read(record["failed"]))

    def count_in(self, report: Report) -> None:
        """Count a file that was read before: its items are in the archive, unchanged."""
        report.unchanged += self.items
        report.skipped.extend(self.skipped)
        report.failed.extend(self.failed)


def stamp(file: SourceFile) -> str:
    """What changes when the file does, or when Beilin reads it otherwise; "" where it is gone."""
    try:
        state = file.path.stat()
    except OSError:
        return ""
    return f"{state.st_size} {state.st_mtime_ns} {__version__}"


def _written(reasons: list[Reason]) -> list[list[object]]:
    return [
        [
            each.source,
            each.reason.key,
            {name: _plain(value) for name, value in each.reason.values.items()},
        ]
        for each in reasons
    ]


def _plain(value: object) -> object:
    return value if isinstance(value, (int, float)) else str(value)


def _read(reasons: list[list[object]]) -> list[Reason]:
    return [Reason(str(source), Message(str(key), values)) for source, key, values in reasons]  # type: ignore[arg-type]
