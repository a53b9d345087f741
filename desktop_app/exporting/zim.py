"""Export as a ZIM file."""

from __future__ import annotations

from pathlib import Path

from desktop_app.exporting.export import Export


class Zim:
    """One ZIM file."""

    name = "zim"
    suffix = ".zim"

    def write(self, export: Export, out: Path) -> int:
        """Write the file `out`."""
        from desktop_app.exporting.zim_file import write_zim  # noqa: PLC0415 (loads libzim)

        return write_zim(export, out)
