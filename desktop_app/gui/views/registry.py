"""The views there are beside reading, by name, in the order of the toolbar."""

from __future__ import annotations

from desktop_app.gui.views.page import MakesView

VIEWS: dict[str, MakesView] = {}
