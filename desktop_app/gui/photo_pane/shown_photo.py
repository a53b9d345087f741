"""A photo as the window shows it: one of a sheet, be that of an item or of a whole archive."""

from __future__ import annotations

from desktop_app.sheets.sheet import SheetPhoto

ShownPhoto = SheetPhoto
