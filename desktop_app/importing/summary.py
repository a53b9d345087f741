"""An import, and why a piece of it gave nothing, in one line for people."""

from __future__ import annotations

from desktop_app.i18n.catalog import Catalog
from desktop_app.importing.report import Reason, Report


def summary(catalog: Catalog, report: Report) -> str:
    """One line of counts, leaving out what did not happen."""
    counts = [
        catalog.plural("{count} imported", "{count} imported", report.imported),
        catalog.plural("{count} updated", "{count} updated", report.updated),
        catalog.plural("{count} unchanged", "{count} unchanged", report.unchanged),
        catalog.plural("{count} skipped", "{count} skipped", len(report.skipped)),
        catalog.plural("{count} failed", "{count} failed", len(report.failed)),
    ]
    numbers = (
        report.imported,
        report.updated,
        report.unchanged,
        len(report.skipped),
        len(report.failed),
    )
    given = [text for text, number in zip(counts, numbers, strict=True) if number]
    if report.cancelled:
        given.append(catalog.text("stopped before the end"))
    return catalog.items(given) if given else catalog.text("Nothing to import was found")


def reason_line(catalog: Catalog, reason: Reason) -> str:
    """A source and why nothing came of it; named once where the reason names it too."""
    words = catalog.message(reason.reason)
    if words.startswith(reason.source):
        return words
    return catalog.text("{name}: {value}", name=reason.source, value=words)
