"""``beilin photos``: listed, as JSON, saved with captions, as a contact sheet."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from desktop_app.archive_writer import open_for_import
from desktop_app.cli import main
from desktop_app.items import Origin, Photo
from tests.material import item


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, shared_data: Path) -> Path:
    """Fourteen photos of two items, one of which was not saved and one of which is broken."""
    made = tmp_path_factory.mktemp("photos") / "a.beilin"
    photos = sorted((shared_data / "photos").rglob("*.jpg"))[:12]
    assert len(photos) == 12
    with open_for_import(made) as archive:
        kept = [archive.photos.put(path) for path in photos]
        shown = [
            Photo(file, f"Photo {n} of a harbor 港口", "Somebody", f"2021-08-{n + 1:02}")
            for n, file in enumerate(kept)
        ]
        lost = (
            Photo(None, "The official signing ceremony"),
            Photo("ab" * 32 + ".jpg", "Gone since"),
        )
        archive.put([
            (item("many", photos=tuple(shown), date=date(2021, 9, 1)), Origin("t"), False),
            (item("lost", photos=lost), Origin("t"), False),
        ])  # fmt: skip
        archive.catch_up()
    return made


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    status = main(["--language", "en", *arguments])
    out, err = capsys.readouterr()
    assert (status, err) == (0, "")
    return out


def test_photos_of_a_search_are_listed_with_what_their_files_say(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = json.loads(run(capsys, "photos", str(folder), "--json"))
    assert told["total"] == len(told["photos"]) == 14
    assert told["photos"][0]["taken"] == "2021-08-12"
    assert sum(bool(photo["camera"]) for photo in told["photos"]) > 5
    text = run(capsys, "photos", str(folder), "caption:signing")
    assert "Caption: The official signing ceremony" in text
    assert text.endswith("\n1 photo\n")


def test_photos_are_saved_with_their_captions(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new" / "folder"
    told = run(capsys, "photos", str(folder), "--save", str(out))
    assert told == f"12 photos saved in {out} · 2 were not saved in the archive\n"
    with Image.open(out / "many-1.jpg") as image:
        assert "Photo 0 of a harbor 港口" in str(image.getxmp())


def test_the_contact_sheet_has_every_caption_and_numbered_pages(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "sheet.pdf"
    told = run(capsys, "photos", str(folder), "--pdf", str(out))
    assert told == f"2 pages written to {out}\n"
    pages = [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(out).pages]
    assert "Page 1 of 2" in pages[0] and "Page 2 of 2" in pages[1]
    assert all(f"Photo {n} of a harbor 港口" in pages[0] for n in range(12))
    assert "Aug 12, 2021" in pages[0]
    assert "The official signing" in pages[1]  # no letters joined, which nobody would find
    assert "The photo itself was not saved." in pages[1]
    assert "This photo cannot be shown." in pages[1]
    pictures = sum(len(page.images) for page in pypdf.PdfReader(out).pages)
    assert pictures == 12


def test_where_nothing_can_be_written_the_way_out_is_told(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_bytes(b"")
    for option in ("--save", "--pdf"):
        assert main(["photos", str(folder), option, str(tmp_path / "file" / "below")]) == 2
        assert "choose another folder" in capsys.readouterr().err
