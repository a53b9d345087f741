"""What is taken out of archives to be printed."""

from __future__ import annotations

from pathlib import Path

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.gui.printing.composition import compose
from desktop_app.gui.printing.gathering import gathered, of_hits
from desktop_app.gui.printing.paper import PrintChoices
from desktop_app.i18n.catalog import Catalog
from desktop_app.items import Item, Origin
from desktop_app.together import Together
from tests.material import item


def filled(folder: Path, name: str, *items: Item) -> Path:
    with open_for_import(folder, name) as archive:
        archive.put([(each, Origin("test"), False) for each in items])
        archive.catch_up()
    return folder


def test_hits_of_several_archives_say_which_each_is_from(qapp: object, tmp_path: Path) -> None:
    port = filled(tmp_path / "a.beilin", "Port archive", item("a", "The harbor opened."))
    town = filled(tmp_path / "b.beilin", "Town archive", item("b", "The harbor and the harbor."))
    with open_archive(port) as first, open_archive(town) as second:
        together = Together([first, second])
        found = of_hits(together, together.search("harbor"))
        printed = gathered(found, False, lambda: False)
        pages = compose(printed, Catalog("en"), PrintChoices(), lambda: False)
        heads = [section.heads[0] for section in pages._sections]
    assert {(head.title, head.archive) for head in heads} == {
        ("Title of a", "Port archive"),
        ("Title of b", "Town archive"),
    }


def test_the_second_of_a_pair_is_not_printed_again(qapp: object, tmp_path: Path) -> None:
    own = item("en", "The harbor opened.\nMany ships came.", title="Harbor opens")
    other = item("zh", "港口今日开放。\n许多船只来到。", title="港口开放", language="zh")
    folder = filled(tmp_path / "a.beilin", "Port archive", own, other)
    with open_for_import(folder) as archive:
        archive.pairing.pair(own, other)
    with open_archive(folder) as archive:
        items = [(archive, archive.item("en")), (archive, archive.item("zh"))]
        (pair,) = gathered(items, True, lambda: False)
        assert len(gathered(items, False, lambda: False)) == 2
    assert pair.twin is not None
    assert (pair.item.id, pair.twin.item.id) == ("en", "zh")
