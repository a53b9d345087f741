"""PDF files: all there is of an item, searchable, numbered, with faces and photos inside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import DictionaryObject

from desktop_app.errors import ArchiveError, Cancelled
from desktop_app.gui.article_pane.parallel.twin import Twin
from desktop_app.gui.printing.paper import PAPERS, PrintChoices
from desktop_app.gui.printing.pdf import write_pdf
from desktop_app.gui.printing.printed_item import PrintedItem
from desktop_app.gui.printing.searchable import mend
from desktop_app.i18n.catalog import Catalog
from desktop_app.items import Item, Link, Pair, Photo
from desktop_app.pairing.links import Link as PairLink
from tests.gui.printing.conftest import Composer, Writer, squeezed
from tests.material import item

ZH = "他走了，中文里文与走两字常与部首同形；first office 也要找得到。“（你好）。”"
URL = "https://example.org/2023/09/02/" + "a" * 90 + ".html"


def news(**given: object) -> Item:
    values: dict[str, object] = {"text": f"{ZH}\nIn English.", "title": "港口开放", "url": URL}
    return item("port", **{**values, **given})  # type: ignore[arg-type]


def page_texts(reader: pypdf.PdfReader) -> list[str]:
    return [squeezed(page.extract_text()) for page in reader.pages]


def descriptors(reader: pypdf.PdfReader) -> Iterator[DictionaryObject]:
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            yield font["/DescendantFonts"][0]["/FontDescriptor"]


def test_all_there_is_of_an_item_can_be_found_in_the_file(written: Writer) -> None:
    photos = (Photo("red.png", "A red field", "Somebody", after=1), Photo(None, "A lost field"))
    reader = written([PrintedItem(news(photos=photos))])
    whole = "".join(page_texts(reader))
    wanted = ("港口开放", ZH, "In English.", URL, "Aug 31, 2021", "A red field", "A lost field")
    assert [each for each in wanted if squeezed(each) not in whole] == []
    assert reader.metadata is not None
    assert reader.metadata.title == "A title 题"


def test_faces_are_embedded_and_photos_are_in_it(written: Writer) -> None:
    reader = written([PrintedItem(news(photos=(Photo("red.png", "A red field"),)))])
    found = list(descriptors(reader))
    assert len(found) >= 2
    assert all({"/FontFile2", "/FontFile3"} & set(each) for each in found)
    assert [image.image.size for image in reader.pages[0].images if image.image] != []


def test_links_lead_to_their_addresses(written: Writer) -> None:
    links = (Link(0, 2, "https://example.org/other"),)
    reader = written([PrintedItem(news(links=links))])
    notes = [note.get_object() for note in reader.pages[0]["/Annots"]]  # type: ignore[attr-defined]
    assert {note["/A"]["/URI"] for note in notes} == {URL, "https://example.org/other"}


def test_pages_are_numbered_and_say_what_they_are_of(written: Writer) -> None:
    long = item("long", "\n".join([ZH * 6] * 20), title="Long", source="Port News")
    reader = written([PrintedItem(long), PrintedItem(news())])
    texts = page_texts(reader)
    count = len(texts)
    assert count >= 3
    for number, text in enumerate(texts, 1):
        assert f"{number}/{count}" in text
        assert "Portarchive" in text
        assert "PortNews" in text or number == count
    assert "PortarchiveLong" in texts[1]
    assert "港口开放" in texts[-1]


def test_items_follow_each_other_where_asked(composed: Composer) -> None:
    items = [
        PrintedItem(item(f"n{n}", "Few words.\nAnd some more.", title=f"Title {n}"))
        for n in range(4)
    ]
    assert composed(items).count == 4
    assert composed(items, PrintChoices(apart=False)).count == 1


@pytest.mark.parametrize("paper", list(PAPERS))
def test_every_paper_has_its_size(written: Writer, paper: str) -> None:
    page = written([PrintedItem(news())], PrintChoices(paper=paper)).pages[0]
    wanted = PrintChoices(paper=paper).points
    size = float(page.mediabox.width), float(page.mediabox.height)
    assert size == pytest.approx((wanted.width(), wanted.height()), abs=1.5)


def test_without_photos_their_words_go_too(written: Writer) -> None:
    photos = (Photo("red.png", "A red field"), Photo(None, "A lost field"))
    reader = written([PrintedItem(news(photos=photos))], PrintChoices(photos=False))
    text = page_texts(reader)[0]
    assert "field" not in text
    assert not list(reader.pages[0].images)


def test_a_photo_and_its_words_stand_on_one_page(composed: Composer) -> None:
    photos = tuple(Photo("tall.png", "Its words " * 3, after=n) for n in range(1, 12, 2))
    long = item("long", "\n".join([ZH] * 12), photos=photos)
    pages = composed([PrintedItem(long)], PrintChoices(paper="A5"))
    section = pages._sections[0]
    height = section.sheet.document.pageSize().height()
    placed = [(page, photo) for page, found in section.photos.items() for photo, _ in found]
    assert len(placed) == len(photos)
    for page, photo in placed:
        lines = [n for n, line in enumerate(section.sheet.lines) if line.photo == photo]
        assert {int(section._top(line) // height) for line in lines} == {page}


def test_a_pair_is_set_in_two_columns(composed: Composer, written: Writer) -> None:
    other = item("other", "港口今日开放。\n许多船只来到。", title="港口开放", language="zh")
    own = item("own", "The harbor opened.\nMany ships came.", title="Harbor opens")
    links = tuple(PairLink((n,), (n,), 1.0) for n in range(2))
    twin = Twin(other, Pair("own", "other", 1.0, "reader"), links, ((), ()))
    printed = [PrintedItem(own, (), twin)]
    whole = page_texts(written(printed))[0]
    assert all(squeezed(each) in whole for each in (*own.paragraphs, *other.paragraphs))
    document = composed(printed)._sections[0].sheet.document
    rects = {}
    for number in range(document.blockCount()):
        block = document.findBlockByNumber(number)
        rects[block.text()] = document.documentLayout().blockBoundingRect(block)
    english, chinese = rects["Many ships came."], rects["许多船只来到。"]
    assert english.right() <= chinese.left()
    assert abs(english.top() - chinese.top()) < chinese.height()


def test_what_a_drawing_stands_for_is_told_as_it_was_meant() -> None:
    head = b"2 beginbfrange\n<0000> <0000> <0000>\n"
    mended = mend(head + b"<0001> <0007> [<4ED6> <2F9B> <0009> <FB03> <F900> <2EE2> <3002> ]")
    assert b"[<4ED6> <8D70> <0020> <006600660069> <8C48> <9A6C> <3002> ]" in mended
    assert mended.startswith(head)
    assert mend(mended) == mended
    either = b"[<2F3E> ]"
    assert mend(either, "千家万户") == b"[<6237> ]"
    assert mend(either, "千家萬戶") == b"[<6236> ]"


def test_a_file_that_was_there_stays_until_all_is_written(
    composed: Composer, tmp_path: Path
) -> None:
    out, pages = tmp_path / "old.pdf", composed([PrintedItem(news())])
    out.write_bytes(b"old")
    with pytest.raises(Cancelled):
        write_pdf(pages, out, "", Catalog("en"), lambda _n, _of: None, lambda: True)
    assert out.read_bytes() == b"old"
    assert list(tmp_path.glob("*.part")) == []


def test_where_nothing_can_be_written_one_line_says_so(composed: Composer, tmp_path: Path) -> None:
    out = tmp_path / "no folder" / "out.pdf"
    with pytest.raises(ArchiveError) as caught:
        pages = composed([PrintedItem(news())])
        write_pdf(pages, out, "", Catalog("en"), lambda _n, _of: None, lambda: False)
    assert str(out) in str(caught.value)


def test_an_item_without_words_or_date_has_a_page(written: Writer) -> None:
    bare = Item(id="bare", title="", date=None, language="en", source="")
    assert len(written([PrintedItem(bare)]).pages) == 1
