"""What is unpacked sees nothing of where it was unpacked."""

from __future__ import annotations

import zipfile
from pathlib import Path

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.importing.pipeline import Importer
from tests.importing.reading import PNG


def test_a_page_in_a_container_shows_no_picture_from_around_the_archive(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "own.png").write_bytes(PNG)
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as container:
        container.writestr("a.md", "# T\n\nOne.\n\n![Own](/own.png) ![In](/in.png)\n")
        container.writestr("static/in.png", PNG)
    with open_for_import(tmp_path / "a.beilin") as archive:
        Importer(archive).run([tmp_path / "in.zip"])
    with open_archive(tmp_path / "a.beilin") as archive:
        (item,) = archive.items()
    assert [photo.caption for photo in item.photos] == ["In"]
