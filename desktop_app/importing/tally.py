"""What became of one file, kept so that an interrupted import need not read it again."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from desktop_app import __version__
from desktop_app.importing.report import Reason, Report
from desktop_app.importing.source_file import SourceFile


@dataclass(slots=True)
class Tally:
    """How many items a file gave, and the pieces of it that gave none."""

    items: int = 0
    skipped: list[Reason] = field(default_factory=list)
    failed: list[Reason] = field(default_factory=list)

    def to_json(self) -> str:
        """As kept in the archive's journal."""
        record = {
            "items": self.items,
            "skipped": [reason.to_record() for reason in self.skipped],
            "failed": [reason.to_record() for reason in self.failed],
        }
        return json.dumps(record, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Tally:
        """As `to_json` wrote it."""
        record = json.loads(text)
        skipped, failed = (
            [Reason.from_record(reason) for reason in record[name]]
            for name in ("skipped", "failed")
        )
        return cls(record["items"], skipped, failed)

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
