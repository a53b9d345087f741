"""Pinyin over the text."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage, QTextCursor

from desktop_app.gui.article_pane.pinyin_over import by_units
from desktop_app.language.rewriting import AS_PUBLISHED
from tests.gui.article_pane.conftest import Reader
from tests.material import item

ZH = "西安交通大学与XJTU Press签署合作协议，双方代表出席了签约仪式。"
LONG = "\n".join(f"第{n}段，{ZH}" for n in range(700))


def rows_over(reader: Reader, word: str) -> int:
    """How many rows of pixels right above the character `word` have ink."""
    cursor = reader.pane.view.document().find(word)
    cursor.setPosition(cursor.selectionStart())
    rect = reader.pane.view.cursorRect(cursor)
    em = reader.pane._typography().em
    image: QImage = reader.pane.view.viewport().grab().toImage()
    page = QColor(reader.pane._look.theme.page)
    base = rect.bottom() - round(em * 1.15)
    rows = range(max(base - round(em * 0.6), 0), base)
    columns = range(rect.left(), min(rect.left() + round(em), image.width()))
    return sum(
        any(abs(image.pixelColor(x, y).lightness() - page.lightness()) > 50 for x in columns)
        for y in rows
    )


def test_it_stands_over_chinese_characters_and_nothing_else(reader: Reader) -> None:
    reader.show(item(text=f"{ZH}\nMany ships came.", language="zh", title="港口"))
    assert rows_over(reader, "署") == 0
    reader.pane.set_reading(AS_PUBLISHED, pinyin=True)
    reader.wait()
    assert rows_over(reader, "署") >= 4
    assert rows_over(reader, "港") >= 4  # in the title
    assert rows_over(reader, "Many") == 0
    reader.pane.set_reading(AS_PUBLISHED)
    reader.wait()
    assert rows_over(reader, "署") == 0


def test_text_selection_and_copies_know_nothing_of_it(reader: Reader) -> None:
    reader.show(item(text=ZH, language="zh"), "合作")
    before = reader.text
    reader.pane.set_reading(AS_PUBLISHED, pinyin=True)
    reader.wait()
    assert reader.text == before
    assert reader.pane.match_count == 1
    reader.pane.view.setTextCursor(reader.pane.view.document().find("签署合作"))
    assert reader.pane.view.selected_text() == "签署合作"


def test_words_in_letters_are_not_pulled_apart(reader: Reader) -> None:
    reader.show(item(text=ZH, language="zh"))
    reader.pane.set_reading(AS_PUBLISHED, pinyin=True)
    spacing = {}
    for word in ("署", "XJTU", "Press"):
        cursor = reader.pane.view.document().find(word)
        spacing[word] = cursor.charFormat().fontLetterSpacing()
    assert spacing["署"] > 3
    assert (spacing["XJTU"], spacing["Press"]) == (0, 0)


def test_it_follows_size_and_theme_at_the_same_place(reader: Reader) -> None:
    reader.show(item(text=LONG, language="zh"))
    reader.pane.set_reading(AS_PUBLISHED, pinyin=True)
    reader.wait()
    reader.pane.scale.set_size("L")
    reader.pane._look.set_theme("dark")
    reader.wait()
    assert rows_over(reader, "署") >= 5


def test_the_place_read_stays_at_the_top(reader: Reader) -> None:
    reader.show(item(text=LONG, language="zh"))
    place = QTextCursor(reader.pane.view.document().findBlockByNumber(400))
    reader.pane.view.reveal(place)
    before = reader.pane.view.place().line
    reader.pane.set_reading(AS_PUBLISHED, pinyin=True)
    reader.wait()
    assert abs(reader.pane.view.place().line - before) <= 1


def test_characters_of_two_units_have_one_syllable() -> None:
    assert by_units("𠀀合", ("hē", "hé")) == ("hē", "", "hé")
    assert by_units("合作", ("hé", "zuò")) == ("hé", "zuò")
