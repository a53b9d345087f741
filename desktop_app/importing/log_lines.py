"""The log of an archive's imports as text, for people."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime

from desktop_app.i18n.catalog import Catalog
from desktop_app.importing.report import Report
from desktop_app.importing.summary import reason_line, summary

Logged = tuple[str, list[str], str]
"""When an import finished (ISO), its sources, its report as JSON."""


def log_lines(catalog: Catalog, imports: Sequence[Logged]) -> Iterator[str]:
    """Yield when each import was, what it did, of which sources, and what failed."""
    for when, sources, record in imports:
        report = Report.from_record(json.loads(record))
        yield import_line(catalog, datetime.fromisoformat(when), report)
        yield from (f"  {source}" for source in sources)
        for each in report.failed:
            failed, why = catalog.text("Failed"), reason_line(catalog, each)
            yield "  " + catalog.text("{name}: {value}", name=failed, value=why)


def import_line(catalog: Catalog, when: datetime, report: Report) -> str:
    """One import in one line."""
    return f"{catalog.moment(when)}  {summary(catalog, report)}"
