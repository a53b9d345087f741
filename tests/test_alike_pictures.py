"""Items that show the same picture, saved in other sizes, are told by looking at it."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from desktop_app.alike_pictures import AlikePictures
from desktop_app.archive_writer import open_for_import
from desktop_app.items import Origin, Photo
from tests.material import item


def test_the_same_picture_is_known_in_another_size_and_damage_tells_nothing(
    shared_data: Path, tmp_path: Path
) -> None:
    pictures = sorted((shared_data / "bilingual").rglob("img/*.png"))
    whole = max(pictures, key=lambda path: path.stat().st_size).read_bytes()
    small, other = io.BytesIO(), io.BytesIO()
    with Image.open(io.BytesIO(whole)) as image:
        image.convert("RGB").resize((image.width // 2, image.height // 2)).save(small, "jpeg")
        image.convert("RGB").rotate(180).save(other, "jpeg")
    with open_for_import(tmp_path / "a") as archive:
        contents = (whole, small.getvalue(), other.getvalue(), whole[: len(whole) // 2])
        files = [archive.photos.put_content(each) for each in contents]
        shown = [item(f"i{n}", photos=(Photo(file),)) for n, file in enumerate(files)]
        archive.put([(each, Origin("x", each.id), False) for each in (*shown, item("bare"))])
        alike = AlikePictures(archive.folder, archive._store)
        assert alike(1, 2) and not alike(1, 3)
        assert not alike(1, 4) and not alike(1, 5) and not alike(1, 99)
