"""Items by year, those with photos standing out."""

from __future__ import annotations

from desktop_app.gui.timeline.bars import PeriodBars
from desktop_app.gui.timeline.period import Period


class HomeBars(PeriodBars):
    """A year, or a stretch of years brushed, is what to search for."""

    height_of_bars = 72

    def retranslate(self) -> None:
        """Name it in the interface's language."""
        self.setObjectName("homeBars")
        self.setAccessibleName(self._look.catalog.text("Items and photos over time"))
        super().retranslate()

    def keys_help(self) -> str:
        """What the keys do."""
        return self._look.catalog.text("Left and Right move, Shift extends, Enter chooses")

    def counted(self, period: Period) -> str:
        """Items, and how many of them have photos."""
        catalog = self._look.catalog
        items = catalog.plural("{count} item", "{count} items", period.count)
        if not period.part:
            return items
        photos = catalog.plural("{count} with photos", "{count} with photos", period.part)
        return f"{items}, {photos}"
