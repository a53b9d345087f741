"""An archive of real material in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.archive import Archive, open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.importing.pipeline import Importer


@pytest.fixture(scope="session")
def real_archive(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("words") / "real.beilin"
    sources = [
        *sorted((shared_data / "bulletins-zh").glob("*.md"))[:24],
        *sorted((shared_data / "speeches-en").glob("196*.txt"))[:6],
        *sorted((shared_data / "pages-en").glob("*.html"))[:10],
    ]
    with open_for_import(folder) as archive:
        Importer(archive).run(sources)
    with open_archive(folder) as archive:
        archive.catch_up()
        yield archive
