"""Matches of the search, and the find bar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.items import Photo
from desktop_app.search.highlight import Highlighter
from desktop_app.search.query import parse
from tests.gui.article_pane.conftest import Reader
from tests.material import item

TEXT = "\n".join(["The harbor opened."] + ["Nothing here. " * 30] * 30 + ["A harbor again."])


def marked(pane: ArticlePane) -> list[tuple[str, str]]:
    """Text and ground of what is marked in view."""
    return [
        (selection.cursor.selectedText(), selection.format.background().color().name())
        for selection in pane.view.extraSelections()
    ]


def in_view(pane: ArticlePane, text: str) -> bool:
    """Whether `text` can be seen."""
    rect = pane.view.cursorRect(pane.view.document().find(text))
    return rect.top() >= 0 and rect.bottom() <= pane.view.viewport().height()


def test_the_words_of_the_search_are_marked_in_title_text_and_captions(reader: Reader) -> None:
    photos = (Photo(None, "The Harbor at night"),)
    reader.show(item(text="One harbor.", title="Harbor news", photos=photos), "harbor")
    ground = reader.pane._look.theme.mark
    assert marked(reader.pane) == [("Harbor", ground), ("Harbor", ground), ("harbor", ground)]
    assert reader.pane.match_count == 3
    assert reader.pane.match_label == "3 matches"


def test_words_of_the_title_only_are_marked_there_only(reader: Reader) -> None:
    reader.show(item(text="One harbor.", title="Harbor news"), "title:harbor")
    assert [text for text, _ground in marked(reader.pane)] == ["Harbor"]


def test_steps_go_round_and_show_each_match(reader: Reader) -> None:
    pane = reader.pane
    reader.show(item(text=TEXT), "harbor")
    pane.next_match()
    assert pane.match_label == "1 / 2"
    assert reader.scrolled == 0
    pane.next_match()
    assert pane.match_label == "2 / 2"
    assert in_view(pane, "A harbor again")
    assert marked(pane)[-1] == ("harbor", pane._look.theme.mark_now)
    pane.next_match()
    assert pane.match_label == "1 / 2"
    assert in_view(pane, "The harbor opened")
    pane.previous_match()
    assert pane.match_label == "2 / 2"


def test_the_first_step_starts_from_what_is_in_view(reader: Reader) -> None:
    reader.show(item(text=TEXT), "harbor")
    reader.pane.view.verticalScrollBar().setValue(1500)
    reader.pane.next_match()
    assert reader.pane.match_label == "2 / 2"


def test_buttons_step_and_vanish_without_matches(reader: Reader) -> None:
    reader.show(item(text=TEXT), "harbor")
    step = reader.pane.bar.findChild(object, "nextMatch")
    assert step.isVisible()
    QTest.mouseClick(step, Qt.MouseButton.LeftButton)
    assert reader.pane.match_label == "1 / 2"
    reader.show(item("two", "Nothing."), "harbor")
    assert not step.isVisible()


def test_without_matches_a_step_does_nothing(reader: Reader) -> None:
    reader.show(item(text="Nothing."), "harbor")
    reader.pane.next_match()
    reader.pane.previous_match()
    assert reader.pane.match_count == 0
    assert reader.pane.match_label == ""


def test_another_search_marks_anew_and_stays_where_one_reads(reader: Reader) -> None:
    shown = item(text=TEXT)
    reader.show(shown, "harbor")
    reader.pane.view.verticalScrollBar().setValue(700)
    reader.show(shown, "nothing")
    assert reader.scrolled == 700
    assert {text for text, _ground in marked(reader.pane)} == {"Nothing"}
    reader.pane.set_highlighter(Highlighter.of(parse("absent").node))
    assert marked(reader.pane) == []


def test_characters_beyond_16_bits_move_no_mark(reader: Reader) -> None:
    reader.show(item(text="𠮷野家與𠮷田，港口開放"), "港口")
    assert [text for text, _ground in marked(reader.pane)] == ["港口"]


# -- the find bar


def test_finding_marks_at_once_and_counts(reader: Reader) -> None:
    pane = reader.pane
    reader.show(item(text="国家和國家。\nＣＨＩＮＡ and China."))
    pane.open_find()
    assert pane.find_bar.box.hasFocus()
    QTest.keyClicks(pane.find_bar.box, "china")
    assert [text for text, _ground in marked(pane)] == ["ＣＨＩＮＡ", "China"]
    assert pane.find_bar.state == "1 / 2"
    pane.find_bar.box.setText("國家")
    assert [text for text, _ground in marked(pane)] == ["国家", "國家"]


def test_enter_and_shift_enter_step(reader: Reader) -> None:
    pane = reader.pane
    reader.show(item(text=TEXT))
    pane.open_find()
    QTest.keyClicks(pane.find_bar.box, "harbor")
    QTest.keyClick(pane.find_bar.box, Qt.Key.Key_Return)
    assert pane.find_bar.state == "2 / 2"
    assert in_view(pane, "A harbor again")
    QTest.keyClick(pane.find_bar.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert pane.find_bar.state == "1 / 2"


def test_the_bar_says_when_there_is_no_match(reader: Reader) -> None:
    pane = reader.pane
    reader.show(item(text=TEXT))
    pane.open_find()
    QTest.keyClicks(pane.find_bar.box, "harborx")
    assert pane.find_bar.state == "No match"
    assert marked(pane) == []
    pane.find_bar.box.clear()
    assert pane.find_bar.state == ""


def test_escape_closes_and_brings_the_matches_of_the_search_back(reader: Reader) -> None:
    pane = reader.pane
    reader.show(item(text=TEXT), "harbor")
    pane.open_find()
    QTest.keyClicks(pane.find_bar.box, "opened")
    assert pane.match_label == "1 / 1"
    assert pane.bar.matches == ""
    QTest.keyClick(pane.find_bar.box, Qt.Key.Key_Escape)
    assert not pane.find_bar.isVisible()
    assert pane.view.hasFocus()
    assert pane.match_count == 2
    assert marked(pane)[0][0] == "harbor"


def test_a_selection_is_what_to_find(reader: Reader) -> None:
    pane = reader.pane
    reader.show(item(text=TEXT))
    pane.view.setTextCursor(pane.view.document().find("opened"))
    pane.open_find()
    assert pane.find_bar.box.text() == "opened"
    assert pane.find_bar.state == "1 / 1"


def test_without_an_item_there_is_nothing_to_find(pane: ArticlePane) -> None:
    pane.open_find()
    assert not pane.find_bar.isVisible()


def test_a_language_switch_keeps_what_is_sought_and_where(reader: Reader) -> None:
    pane = reader.pane
    reader.show(item(text=TEXT))
    pane.open_find()
    QTest.keyClicks(pane.find_bar.box, "harbor")
    pane.find_bar.stepped.emit(1)
    reader.switch_language("zh_CN")
    assert pane.find_bar.box.text() == "harbor"
    assert pane.find_bar.box.hasFocus()
    assert pane.find_bar.state == "2 / 2"


def test_marks_follow_the_theme(reader: Reader) -> None:
    pane = reader.pane
    reader.show(item(text=TEXT), "harbor")
    pane._look.set_theme("dark")
    assert marked(pane) == [("harbor", pane._look.theme.mark)]


def test_matches_far_down_in_a_long_text_are_counted_bit_by_bit(reader: Reader) -> None:
    text = "\n".join(["Many words stand here, and more words. " * 20] * 600 + ["A harbor."])
    reader.show(item(text=text), "words harbor")
    assert reader.pane.match_count == 600 * 40 + 1
    assert len(marked(reader.pane)) < 1000  # only those near the view are painted
    reader.pane.previous_match()
    assert in_view(reader.pane, "A harbor.")
