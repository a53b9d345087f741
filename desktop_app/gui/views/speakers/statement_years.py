"""Statements a year as bars."""

from __future__ import annotations

from desktop_app.gui.search_pane.year_histogram import YearHistogram


class StatementYears(YearHistogram):
    """A bar for each year in which a person speaks; choosing one lists what was said."""

    def retranslate(self) -> None:
        """Name it in the interface's language."""
        text = self._look.catalog.text
        self.setObjectName("statementYears")
        self.setAccessibleName(text("Statements a year"))
        self.setAccessibleDescription(
            text("Left and Right choose a year, Enter lists the statements of that year")
        )

    def words(self, year: int) -> str:
        """What the bar of `year` says."""
        count = self._look.catalog.plural(
            "{count} statement", "{count} statements", self._count(year)
        )
        return f"{year}: {count}"
