"""Bars of photos by the date they were taken."""

from __future__ import annotations

from desktop_app.gui.timeline.bars import PeriodBars
from desktop_app.gui.timeline.period import Period


class PhotoBars(PeriodBars):
    """Counts photos."""

    def retranslate(self) -> None:
        """Name it in the interface's language."""
        self.setObjectName("periodBars")
        self.setAccessibleName(self._look.catalog.text("Photos by the date they were taken"))
        super().retranslate()

    def counted(self, period: Period) -> str:
        """How many photos, in words."""
        return self._look.catalog.plural("{count} photo", "{count} photos", period.count)
