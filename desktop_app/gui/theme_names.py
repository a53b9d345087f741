"""What the themes are called."""

from __future__ import annotations

from desktop_app.i18n.catalog import Catalog


def theme_names(catalog: Catalog) -> dict[str, str]:
    """The name of each of `theme.CHOICES` in the language of `catalog`."""
    return {
        "system": catalog.text("Same as the system"),
        "light": catalog.text("Light"),
        "dark": catalog.text("Dark"),
        "sepia": catalog.text("Sepia"),
        "contrast-light": catalog.text("High contrast, light"),
        "contrast-dark": catalog.text("High contrast, dark"),
    }
