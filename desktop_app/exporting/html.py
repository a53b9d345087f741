"""Export as a folder of HTML pages that needs no program but a browser."""

from __future__ import annotations

from pathlib import Path

from desktop_app.exporting.export import Export
from desktop_app.exporting.site import site
from desktop_app.exporting.whole import scratch, whole_folder


class HtmlFolder:
    """A folder for each year with its pages and photos, and tables of contents above."""

    name = "html"
    suffix = ""

    def write(self, export: Export, out: Path) -> int:
        """Write the folder `out`."""
        count = 0
        with whole_folder(out) as folder, scratch(out) as spare:
            for part in site(export, spare):
                if isinstance(part.content, Path):
                    folder.copy(part.path, part.content)
                else:
                    folder.write(part.path, part.content)
                count += part.item is not None
        return count
