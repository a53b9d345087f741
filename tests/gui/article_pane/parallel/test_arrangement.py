"""How the lines of two items become one sheet."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.gui.article_pane.lines import LONGEST_LINE, Line, Role, lines_of
from desktop_app.gui.article_pane.parallel.arrangement import (
    MOST_ROWS,
    Arrangement,
    in_columns,
    interleaved,
)
from desktop_app.gui.article_pane.parallel.columns import ColumnSheet
from desktop_app.gui.article_pane.parallel.counterparts import belonging
from desktop_app.gui.article_pane.parallel.parts import merged_photos
from desktop_app.gui.article_pane.parallel.twin import Twin
from desktop_app.gui.article_pane.spans import span_matches
from desktop_app.gui.article_pane.typography import Typography
from desktop_app.gui.theme import LIGHT
from desktop_app.i18n.catalog import Catalog
from desktop_app.items import Item, Pair, Photo
from desktop_app.pairing.links import Link, SentenceLink, Span
from tests.material import item

_CATALOG = Catalog("en")


def twin_of(
    english: Item,
    chinese: Item,
    links: list[Link],
    sentences: tuple[tuple[SentenceLink, ...], ...] = (),
) -> Twin:
    return Twin(chinese, Pair(english.id, chinese.id, 1.0, "reader"), tuple(links), sentences)


def lines(each: Item, count: int | None = None) -> list[Line]:
    number = len(each.photos) if count is None else count
    return lines_of(each, _CATALOG, [True] * number)


def english(text: str = "One.\nTwo.\nThree.", **given: object) -> Item:
    return item("en", text, **given)


def chinese(text: str = "一。\n二和三。", **given: object) -> Item:
    return item("zh", text, language="zh", **given)


def cells(made: Arrangement) -> list[tuple[list[str], list[str]]]:
    """The texts in the rows of all tables, but for titles and facts."""
    lines = made.lines
    return [
        ([lines[n].text for n in left], [lines[n].text for n in right])
        for table in made.tables
        for left, right in table.rows
        if lines[left.start].role is not Role.TITLE
    ]


LINKS = [Link((0,), (0,), 1.0), Link((1, 2), (1,), 0.8)]


def test_a_row_has_the_paragraphs_of_a_link() -> None:
    one, other = english(), chinese()
    made = in_columns(lines(one), lines(other), one, twin_of(one, other, LINKS))
    assert cells(made) == [(["One."], ["一。"]), (["Two.", "Three."], ["二和三。"])]


def test_what_is_on_one_side_only_stands_beside_nothing() -> None:
    one, other = english("One.\nTwo."), chinese("二。")
    links = [Link((0,), (), 0.0), Link((1,), (0,), 0.9)]
    made = in_columns(lines(one), lines(other), one, twin_of(one, other, links))
    assert cells(made) == [(["One."], [""]), (["Two."], ["二。"])]
    below = interleaved(lines(one), lines(other), one, twin_of(one, other, links))
    assert "" not in [line.text for line in below.lines]


def test_a_photo_of_both_stands_once_with_the_words_of_both() -> None:
    one = english(photos=(Photo("a.png", "A field", after=1), Photo("b.png", "A sea", after=3)))
    other = chinese(photos=(Photo("c.png", "云", after=0), Photo("a.png", "田野", after=2)))
    photos, numbers = merged_photos(one, other)
    assert [photo.file for photo in photos] == ["a.png", "b.png", "c.png"]
    assert numbers == {0: 2, 1: 0}
    made = interleaved(lines(one), lines(other), one, twin_of(one, other, LINKS))
    figures = [(line.photo, line.text) for line in made.lines if line.role is Role.CAPTION]
    assert figures == [(2, "云"), (0, "A field"), (0, "田野"), (1, "A sea")]
    assert [line.photo for line in made.lines if line.role is Role.PICTURE] == [2, 0, 1]


def test_tables_stand_between_lines_and_none_is_long(qapp: QObject) -> None:
    count = 2 * MOST_ROWS + 5
    one = english("\n".join(f"Word {n}." for n in range(count)))
    other = chinese("\n".join(f"第{n}段。" for n in range(count)))
    twin = twin_of(one, other, [Link((n,), (n,), 1.0) for n in range(count)])
    made = in_columns(lines(one), lines(other), one, twin)
    assert max(len(table.rows) for table in made.tables) == MOST_ROWS
    sheet = ColumnSheet(made, Typography(12, 16, LIGHT, ()), {}, qapp)
    while sheet.growing:
        sheet.write_on()
    texts = [sheet.document.findBlockByNumber(n).text() for n in range(sheet.document.blockCount())]
    assert texts == [line.text for line in made.lines]


def test_a_place_in_the_text_is_found_beside_the_counterpart() -> None:
    one, other = english("One.\n" + "A word. " * 1000 + "\nThree."), chinese()
    long = one.paragraphs[1]
    assert len(long) > LONGEST_LINE
    made = in_columns(lines(one), lines(other), one, twin_of(one, other, LINKS))
    start = one.text.index("Three.")
    (found,) = span_matches(made.lines, start, start + 6)
    assert made.lines[found.line].text == "Three."


def test_a_sentence_belongs_to_its_counterpart_also_in_the_second_part_of_a_paragraph() -> None:
    text = "A word. " * 1000 + "The 𝒜 end."
    one, other = english(text), chinese("很多词。结尾。")
    at = text.index("The 𝒜")
    sentences = (
        SentenceLink((Span(0, 0, at - 1),), (Span(0, 0, 4),), 1.0),
        SentenceLink((Span(0, at, len(text)),), (Span(0, 4, 7),), 1.0),
    )
    twin = twin_of(one, other, [Link((0,), (0,), 1.0)], (sentences,))
    made = in_columns(lines(one), lines(other), one, twin)
    line = next(n for n, each in enumerate(made.lines) if each.text.endswith("end."))
    place = len(made.lines[line].text) - 3  # UTF-16 units: before "end."
    told = list(belonging(made, twin, line, place))
    texts = [
        made.lines[n].text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")
        for n, start, end in told
    ]
    assert texts == ["The 𝒜 end.", "结尾。"]


def test_without_sentences_the_paragraphs_belong_together_and_titles_to_nothing() -> None:
    one, other = english(), chinese()
    twin = twin_of(one, other, LINKS)
    made = in_columns(lines(one), lines(other), one, twin)
    line = next(n for n, each in enumerate(made.lines) if each.text == "二和三。")
    texts = [made.lines[each.line].text for each in belonging(made, twin, line, 0)]
    assert texts == ["Two.", "Three.", "二和三。"]
    title = next(n for n, each in enumerate(made.lines) if each.role is Role.TITLE)
    assert list(belonging(made, twin, title, 0)) == []
