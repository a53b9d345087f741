"""Chinese shown in the other script: only shown."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QTextCursor

from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.article_pane.parallel.twin import Twin
from desktop_app.items import Link as WebLink
from desktop_app.items import Pair, Photo
from desktop_app.language.rewriting import AS_PUBLISHED, SIMPLIFIED, TRADITIONAL
from desktop_app.pairing.links import Link
from tests.gui.article_pane.conftest import Reader
from tests.material import item

ZH = item(
    text="皇后的头发很长。\n后来签署合作协议。",
    title="头发",
    language="zh",
    links=(WebLink(9, 13, "https://example.org/"),),
    photos=(Photo("red.png", "长发的皇后", "某人"),),
)


def marked(pane: ArticlePane) -> list[str]:
    return [each.cursor.selectedText() for each in pane.view.extraSelections()]


def test_title_paragraphs_and_captions_are_rewritten_live(reader: Reader) -> None:
    reader.show(ZH)
    reader.pane.set_reading(TRADITIONAL)
    lines = reader.text.split("\n")
    assert lines[0] == "頭髮"
    assert {"皇后的頭髮很長。", "後來簽署合作協議。", "長髮的皇后"} <= set(lines)
    reader.pane.set_reading(SIMPLIFIED)
    assert "皇后的头发很长。" in reader.text
    reader.pane.set_reading(AS_PUBLISHED)
    assert reader.text.startswith("头发\n")


def test_what_is_copied_is_the_original(reader: Reader) -> None:
    reader.show(ZH)
    reader.pane.set_reading(TRADITIONAL)
    cursor = reader.pane.view.document().find("髮很長")
    cursor.setPosition(cursor.selectionStart())
    cursor.setPosition(cursor.position() + 8, QTextCursor.MoveMode.KeepAnchor)
    reader.pane.view.setTextCursor(cursor)
    assert cursor.selectedText() == "髮很長。\u2029後來簽"
    reader.pane.copy()
    assert QGuiApplication.clipboard().text() == "发很长。\n后来签"
    reader.pane.copy_all()
    assert "皇后的头发很长。" in QGuiApplication.clipboard().text()


def test_what_is_searched_is_the_original_and_marks_stand_right(reader: Reader) -> None:
    reader.show(ZH, "头发")
    reader.pane.set_reading(TRADITIONAL)
    reader.wait()
    assert reader.pane.match_count == 2
    assert set(marked(reader.pane)) == {"頭髮"}


def test_places_and_links_stand_right(reader: Reader) -> None:
    reader.show(ZH)
    reader.pane.show_place(9, 13)
    reader.pane.set_reading(TRADITIONAL)
    reader.wait()
    assert marked(reader.pane) == ["後來簽署"]
    cursor = reader.pane.view.document().find("簽")
    assert cursor.charFormat().anchorHref() == "link:6:0"


def test_a_language_switch_keeps_the_script(reader: Reader) -> None:
    reader.pane.set_reading(TRADITIONAL)
    reader.show(ZH)
    reader.switch_language("zh_CN")
    assert "2021年8月31日" in reader.text
    assert "皇后的頭髮很長。" in reader.text


def test_photos_are_shown_again(reader: Reader) -> None:
    reader.show(ZH)
    reader.pane.set_reading(TRADITIONAL)
    reader.wait()
    grabbed = reader.pane.view.grab().toImage()
    colours = {
        grabbed.pixelColor(x, y).name()
        for x in range(0, grabbed.width(), 9)
        for y in range(0, grabbed.height(), 9)
    }
    assert "#a03020" in colours


# -- beside a counterpart


def beside(reader: Reader) -> None:
    """The item in two columns with an English one, in traditional characters with pinyin."""
    english = item("en", "The empress had long hair.\nThen they signed.", title="Hair")
    pair = Pair("en", ZH.id, 1.0, "link")
    links = (Link((0,), (0,), 1.0), Link((1,), (1,), 1.0))
    reader.show(ZH)
    reader.pane.show_twin(Twin(english, pair, links, ((), ())), columns=True)
    reader.pane.set_reading(TRADITIONAL, pinyin=True)
    reader.wait()


def test_an_item_in_columns_is_rewritten_and_copied_as_it_is(reader: Reader) -> None:
    beside(reader)
    assert "後來簽署合作協議。" in reader.text
    document = reader.pane.view.document()
    cursor, last = document.find("皇后的頭髮"), document.find("後來")
    assert cursor.currentTable() is not None
    cursor.setPosition(cursor.selectionStart())
    cursor.setPosition(last.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    assert cursor.hasComplexSelection()
    reader.pane.view.setTextCursor(cursor)
    reader.pane.copy()
    copied = QGuiApplication.clipboard().text()
    assert copied.split("\n")[0] == "皇后的头发很长。"
    assert "后来签署合作协议。" in copied
    assert "signed" not in copied


def test_pinyin_stands_over_the_columns_too(reader: Reader) -> None:
    beside(reader)
    with_pinyin = reader.pane.view.viewport().grab().toImage()
    cursor = reader.pane.view.document().find("後")
    cursor.setPosition(cursor.selectionStart())
    rect, em = reader.pane.view.cursorRect(cursor), round(reader.pane._typography().em)
    over = [
        with_pinyin.pixelColor(x, y).lightness()
        for x in range(rect.left(), rect.left() + em)
        for y in range(rect.top() - em // 2, rect.top() - 1)
    ]
    assert min(over) < 160


# -- what a reader was at


LONG = item(
    text="\n".join(f"第{number}段：皇后的头发很长，后来签署合作协议。" * 6 for number in range(40)),
    title="头发",
    language="zh",
)


def test_selection_place_match_and_focus_stay_with_another_script_and_pinyin(
    reader: Reader,
) -> None:
    view = reader.pane.view
    reader.show(LONG, "协议")
    for _ in range(70):
        reader.pane.next_match()
    cursor = view.document().find("第12段")
    cursor.setPosition(cursor.selectionStart() + 8)
    cursor.setPosition(cursor.position() + 8, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    view.setFocus()
    reader.wait()
    before = (view.place().line, reader.pane.match_label, cursor.block().blockNumber())
    for script, pinyin, selected in (
        (TRADITIONAL, False, "頭髮很長，後來簽"),
        (TRADITIONAL, True, "頭髮很長，後來簽"),
        (AS_PUBLISHED, False, "头发很长，后来签"),
    ):
        reader.pane.set_reading(script, pinyin)
        reader.wait()
        now = view.textCursor()
        assert now.selectedText() == selected
        assert now.position() > now.anchor()
        assert (view.place().line, reader.pane.match_label, now.block().blockNumber()) == before
        assert view.hasFocus()


def test_a_place_in_two_columns_stays_on_its_side(reader: Reader) -> None:
    paragraphs = len(LONG.paragraphs)
    english = item("en", "\n".join(["The empress had long hair."] * paragraphs), title="Hair")
    links = tuple(Link((number,), (number,), 1.0) for number in range(paragraphs))
    reader.show(LONG)
    twin = Twin(english, Pair("en", LONG.id, 1.0, "link"), links, ((),) * paragraphs)
    reader.pane.show_twin(twin, columns=True)
    reader.pane.view.verticalScrollBar().setValue(2000)
    reader.wait()
    line = reader.pane.view.place().line
    assert line > 5
    reader.pane.set_reading(TRADITIONAL)
    reader.wait()
    assert reader.pane.view.place().line == line
