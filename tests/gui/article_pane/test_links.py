"""Links in an item's text: where they lie, how they look, what a click or a key tells."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.gui.article_pane.line_links import links_by_paragraph
from desktop_app.gui.article_pane.lines import LONGEST_LINE
from desktop_app.gui.article_pane.text_menu import TextMenu
from desktop_app.gui.theme import DARK, LIGHT, Theme
from desktop_app.items import Item, Link
from tests.gui.article_pane.conftest import Reader
from tests.material import item

HARBOR, PORT = "https://example.org/harbor", "https://example.org/port"


def linked(text: str, *words: str, **given: object) -> Item:
    """An item in which each of `words` is a link to an address of its own."""
    links = [
        Link(text.index(word), text.index(word) + len(word), f"https://example.org/{word}")
        for word in words
    ]
    return item(text=text, links=tuple(links), **given)


def shown_links(reader: Reader) -> list[tuple[str, str]]:
    """The text and the href of every link in the document."""
    found: list[tuple[str, str]] = []
    document = reader.pane.view.document()
    for number in range(document.blockCount()):
        fragments = document.findBlockByNumber(number).begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            if fragment.charFormat().isAnchor():
                found.append((fragment.text(), fragment.charFormat().anchorHref()))
            fragments += 1
    return found


def middle(reader: Reader, word: str) -> QPoint:
    """The middle of a word, in the view's pixels."""
    cursor = reader.pane.view.document().find(word)
    start = QTextCursor(cursor)
    start.setPosition(cursor.selectionStart())
    first, last = reader.pane.view.cursorRect(start), reader.pane.view.cursorRect(cursor)
    return QPoint((first.left() + last.left()) // 2, first.center().y())


def format_of(reader: Reader, word: str) -> QTextCharFormat:
    return reader.pane.view.document().find(word).charFormat()


def contrast(one: str, other: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""

    def light(colour: str) -> float:
        parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_links_lie_where_the_item_says_beyond_16_bits_too(reader: Reader) -> None:
    reader.show(
        linked("港口𠮷開放 harbor here.\nThe port of 𠮷野 is open.", "harbor", "port", "𠮷野")
    )
    assert [text for text, _href in shown_links(reader)] == ["harbor", "port", "𠮷野"]


def test_a_link_over_paragraphs_and_cuts_is_whole_in_each() -> None:
    text = "One two.\nThree four."
    given = item(text=text, links=(Link(4, 14, HARBOR),))
    found = links_by_paragraph(given)
    parts = [given.paragraphs[n][k.start : k.end] for n in found for k in found[n]]
    assert parts == ["two.", "Three"]


def test_a_link_over_the_cut_of_a_long_paragraph(reader: Reader) -> None:
    text = "文" * (LONGEST_LINE - 2) + "碑林碑林" + "文" * 50
    reader.show(linked(text, "碑林碑林"))
    assert [text for text, _href in shown_links(reader)] == ["碑林", "碑林"]


@pytest.mark.parametrize(
    "link",
    [Link(5, 5, HARBOR), Link(9, 4, HARBOR), Link(500, 900, HARBOR), Link(-3, 2, HARBOR)],
)
def test_a_link_that_lies_nowhere_is_text(reader: Reader, link: Link) -> None:
    reader.show(item(text="Many ships came.", links=(link,)))
    assert shown_links(reader) == []


def test_of_links_over_each_other_the_first_counts(reader: Reader) -> None:
    links = (Link(0, 10, HARBOR), Link(5, 16, PORT))
    reader.show(item(text="Many ships came.", links=links))
    assert [text for text, _href in shown_links(reader)] == ["Many ships"]


def test_a_click_tells_the_address_as_the_item_has_it(qtbot: QtBot, reader: Reader) -> None:
    given = item(text="The harbor opened.", links=(Link(4, 10, "ftp://exa mple/%zz"),))
    reader.show(given)
    with qtbot.waitSignal(reader.pane.link_wanted) as seen:
        place = middle(reader, "harbor")
        QTest.mouseClick(reader.pane.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert seen.args == ["ftp://exa mple/%zz"]


def test_keys_reach_each_link_and_the_sign_tells_its_address(qtbot: QtBot, reader: Reader) -> None:
    reader.show(linked("The harbor and the port.", "harbor", "port"))
    view, sign = reader.pane.view, reader.pane.links.sign
    view.setFocus()
    told = []
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Tab)
        told.append((view.selected_text(), sign.isVisible(), sign.text()))
    assert told == [("harbor", True, HARBOR), ("port", True, PORT)]
    with qtbot.waitSignal(reader.pane.link_wanted) as seen:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert seen.args == [PORT]


def test_the_pointer_over_a_link_shows_the_address_from_its_host_on(reader: Reader) -> None:
    address = f"https://user:secret@evil.example/{'long/' * 100}"
    reader.show(item(text="The harbor opened.", links=(Link(4, 10, address),)))
    view, sign = reader.pane.view, reader.pane.links.sign
    QTest.mouseMove(view.viewport(), middle(reader, "harbor"))
    assert sign.isVisible()
    assert sign.text().startswith("https://…@evil.example/long/")
    assert sign.width() <= view.viewport().width()
    QTest.mouseMove(view.viewport(), QPoint(5, view.height() - 5))
    assert not sign.isVisible()


def open_menu(reader: Reader, word: str) -> TextMenu:
    view = reader.pane.view
    reader.pane.links.open_menu(view.anchorAt(middle(reader, word)), QPoint(5, 5))
    menu = view.findChild(TextMenu)
    assert menu is not None
    return menu


def test_the_menu_copies_the_address_of_a_link(reader: Reader) -> None:
    reader.show(linked("The harbor opened.", "harbor"))
    menu = open_menu(reader, "harbor")
    assert menu.copy_link.isVisible()
    menu.copy_link.trigger()
    assert QGuiApplication.clipboard().text() == HARBOR
    menu.close()


def test_beside_a_link_the_menu_is_about_the_text(reader: Reader) -> None:
    reader.show(linked("The harbor opened.", "harbor"))
    reader.pane.view.selectAll()
    menu = open_menu(reader, "opened")
    assert not menu.copy_link.isVisible()
    assert menu.copy.isEnabled()
    menu.copy.trigger()
    assert QGuiApplication.clipboard().text().endswith("The harbor opened.")
    menu.close()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_links_are_underlined_in_a_colour_that_can_be_read(reader: Reader, theme: Theme) -> None:
    reader.show(linked("The harbor opened.", "harbor"))
    reader.pane._look.set_theme(theme.name)
    look = format_of(reader, "harbor")
    assert look.fontUnderline()
    assert contrast(look.foreground().color().name(), theme.page) >= 4.5
    assert not format_of(reader, "opened").fontUnderline()


def test_links_outlive_language_size_and_theme(reader: Reader) -> None:
    reader.show(linked("The harbor opened.", "harbor", url="https://example.org/page"))
    before = shown_links(reader)
    reader.switch_language("zh_CN")
    reader.pane.scale.set_size("L")
    reader.pane._look.set_theme("dark")
    assert shown_links(reader) == before
    assert len(before) == 2


def test_marks_are_drawn_over_links(reader: Reader) -> None:
    reader.show(linked("The harbor opened.", "harbor"), "harbor")
    (mark,) = reader.pane.view.extraSelections()
    assert mark.cursor.selectedText() == "harbor"
    theme = reader.pane._look.theme
    picture = reader.pane.view.viewport().grab().toImage()
    cursor = QTextCursor(mark.cursor)
    right = reader.pane.view.cursorRect(cursor).left()
    place = middle(reader, "harbor")
    colours = {picture.pixelColor(x, place.y()).name() for x in range(place.x() - 20, right)}
    assert theme.mark in colours
    assert theme.accent not in colours


def test_links_far_down_a_long_item_are_there_once_it_is_written(reader: Reader) -> None:
    text = "\n".join(f"Line {n} of many." for n in range(3000)) + "\nThe harbor opened."
    reader.show(linked(text, "harbor"))
    assert [text for text, _href in shown_links(reader)] == ["harbor"]
