from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.errors import ArchiveError
from desktop_app.items import Alternate, Link, Origin, Photo
from desktop_app.store import database
from desktop_app.store.photos import PhotoStore
from desktop_app.store.store import Outcome, Store, StoreWriter
from tests.material import item

GIF = b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[StoreWriter]:
    database.create(tmp_path / "items.db")
    made = StoreWriter.open(tmp_path / "items.db")
    yield made
    made.close()


def put(writer: StoreWriter, *given: object, same: bool = False) -> list[Outcome]:
    with writer.batch():
        return [writer.put(each, Origin("somewhere"), same) for each in given]  # type: ignore[arg-type]


def test_an_item_comes_back_as_it_was(writer: StoreWriter) -> None:
    given = item(
        text="第一段\nSecond \U0001f4f0",
        photos=(Photo("a.jpg", "说明", "新华社", "2021-08-31", after=1), Photo(None, "Only this")),
    )
    put(writer, given)
    assert writer.item("one") == given
    assert writer.item("two") is None


def test_the_same_item_again_is_unchanged_and_a_new_text_an_update(writer: StoreWriter) -> None:
    assert put(writer, item()) == [Outcome.IMPORTED]
    assert put(writer, item()) == [Outcome.UNCHANGED]
    changed = item(text="Other words")
    assert put(writer, changed) == [Outcome.UPDATED]
    assert writer.item("one") == changed
    assert writer.totals().items == 1


def test_a_copy_under_another_id_is_the_same_only_where_asked(writer: StoreWriter) -> None:
    put(writer, item("one", title="T"))
    assert put(writer, item("copy", title="T"), same=True) == [Outcome.UNCHANGED]
    assert put(writer, item("copy", title="T")) == [Outcome.IMPORTED]


def test_a_batch_that_fails_leaves_nothing(writer: StoreWriter) -> None:
    with pytest.raises(RuntimeError), writer.batch():
        writer.put(item(), Origin("somewhere"))
        raise RuntimeError
    assert writer.totals().items == 0


def test_changes_are_given_in_order_and_an_update_comes_last(writer: StoreWriter) -> None:
    put(writer, item("a"), item("b"), item("c"))
    put(writer, item("a", "new words"))
    assert [each.id for _c, _n, each in writer.changed_since(0)] == ["b", "c", "a"]
    assert [each.id for _c, _n, each in writer.changed_since(3)] == ["a"]


def test_many_items_are_read_by_number_in_the_order_asked(writer: StoreWriter) -> None:
    put(writer, *(item(f"i{number}") for number in range(1200)))
    numbers = list(range(1200, 0, -1))
    assert [each.id for each in writer.items_by_number(numbers)][:2] == ["i1199", "i1198"]
    assert len(writer.items_by_number(numbers)) == 1200


def test_readers_see_what_was_written_before(writer: StoreWriter, tmp_path: Path) -> None:
    put(writer, item())
    reader = Store.open(tmp_path / "items.db")
    assert reader.item("one") == item()
    reader.close()


def test_totals_count_photos_languages_and_dates(writer: StoreWriter) -> None:
    put(writer, item("a", photos=(Photo("x.gif"), Photo(None, "c"))), item("b", date=None))
    totals = writer.totals()
    assert (totals.items, totals.photos, totals.languages) == (2, 1, {"en": 2})
    assert (totals.first_date, totals.last_date) == ("2021-08-31", "2021-08-31")


def test_a_photo_is_stored_once_under_its_hash(tmp_path: Path) -> None:
    (tmp_path / "a.gif").write_bytes(GIF)
    (tmp_path / "b.bin").write_bytes(GIF)
    store = PhotoStore(tmp_path / "photos")
    first, second = store.put(tmp_path / "a.gif"), store.put(tmp_path / "b.bin")
    assert first is not None
    assert first == second
    assert first.endswith(".gif")
    assert len(list((tmp_path / "photos").iterdir())) == 1
    assert store.is_sound(first)
    store.path(first).write_bytes(b"GIF89a damaged")
    assert not store.is_sound(first)


def test_what_is_no_image_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "page.jpg").write_text("<html>not found</html>")
    assert PhotoStore(tmp_path / "photos").put(tmp_path / "page.jpg") is None


def test_a_photo_name_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    store = PhotoStore(tmp_path / "photos")
    assert store.path("../../etc/passwd").parent == tmp_path / "photos"


def test_a_database_that_is_full_says_so_and_keeps_what_it_has(writer: StoreWriter) -> None:
    put(writer, item("one"))
    pages = writer._connection.execute("PRAGMA page_count").fetchone()[0]
    writer._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(ArchiveError, match=r"items\.db cannot be written .*full"):
        put(writer, *(item(str(n), text="long words " * 500) for n in range(9)))
    assert writer.totals().items == 1
    assert put(writer, item("one")) == [Outcome.UNCHANGED]


def test_a_log_that_cannot_be_folded_stays_and_is_read(tmp_path: Path) -> None:
    path = tmp_path / "items.db"
    database.create(path)
    writer = StoreWriter.open(path)
    put(writer, item("one"))
    reader = Store.open(path)
    reader._connection.execute("BEGIN")
    assert reader.totals().items == 1
    put(writer, item("two"))
    writer.close()  # while the reader holds the older state
    reader.close()
    again = Store.open(path)
    assert again.totals().items == 2
    again.close()


def test_a_photo_that_cannot_be_kept_is_no_missing_photo(tmp_path: Path) -> None:
    (tmp_path / "a.gif").write_bytes(GIF)
    (tmp_path / "photos").write_text("a file in the folder's place")
    with pytest.raises(ArchiveError, match="cannot be written"):
        PhotoStore(tmp_path / "photos").put(tmp_path / "a.gif")


def test_a_photo_cut_short_is_mended(tmp_path: Path) -> None:
    photos = PhotoStore(tmp_path / "photos")
    (tmp_path / "a.gif").write_bytes(GIF)
    file = photos.put(tmp_path / "a.gif")
    assert file
    photos.path(file).write_bytes(GIF[:5])
    assert photos.put(tmp_path / "a.gif") == file
    assert photos.is_sound(file)


def test_links_details_and_origin_come_back(writer: StoreWriter) -> None:
    full = replace(
        item("full"),
        links=(Link(0, 3, "https://example.org/a"),),
        alternates=(Alternate("zh", "https://example.org/zh/a"),),
        details=(("place", "Xi'an"), ("usage", "编辑用途")),
    )
    origin = Origin("a.warc.gz", "urn:uuid:1", 512, "https://example.org/a", "2021-08-31T08:00:00Z")
    with writer.batch():
        writer.put(full, origin)
    assert writer.item("full") == full
    assert writer.origin("full") == origin
    assert writer.origin("none") is None


def test_an_archive_of_before_links_were_kept_opens_and_is_written(
    writer: StoreWriter, tmp_path: Path
) -> None:
    put(writer, item("old"))
    database.leave_write_ahead(writer._connection)
    with closing(sqlite3.connect(tmp_path / "items.db")) as older, older:
        older.execute("UPDATE items SET origin = 'a/page.html'")
        older.execute("ALTER TABLE items DROP COLUMN more")
    with closing(Store.open(tmp_path / "items.db")) as reader:
        assert reader.item("old") == item("old")
        assert reader.origin("old") == Origin("a/page.html")
    with closing(StoreWriter.open(tmp_path / "items.db")) as again:
        assert put(again, item("old")) == [Outcome.UNCHANGED]
