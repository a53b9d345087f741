"""PDF files with a text layer: one item each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from desktop_app.importing.raw import Found, Later, ReportBytes


class Pdf:
    """Portable Document Format, ISO 32000."""

    name = "pdf"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By its header, which may stand a little further on."""
        return b"%PDF-" in head[:1024]

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Later]:
        """Yield the one item of the file."""
        yield Later(partial(read_pdf, path))
        report_bytes(path.stat().st_size)


def read_pdf(path: Path, content: bytes | None = None) -> Sequence[Found]:
    """The item of the file at `path`, and pages that cannot be read; raises `ImportFailure`.

    With `content` there is no such file, but one of that content elsewhere. pypdf, which
    takes 0.2 s to load, is loaded with the first file.
    """
    from desktop_app.importing.documents.pdf_item import read_document  # noqa: PLC0415 (see above)

    return read_document(path, content)
