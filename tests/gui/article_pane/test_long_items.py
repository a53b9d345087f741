"""Items of many lines, and paragraphs too long to be set as one."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop_app.gui.article_pane.history import Place
from desktop_app.gui.article_pane.lines import LONGEST_LINE
from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.look import Look
from desktop_app.items import Item
from tests.event_loop import wait
from tests.gui.article_pane.conftest import Reader
from tests.material import item

COUNT = 20_000
# Not two neighbours are set alike, which is the slowest there is.
LINES = [f"Line {n} of many." if n % 2 else f"第{n}行，今日开放。" for n in range(COUNT)]


def many() -> Item:
    return item("many", "\n".join(LINES), title="Many lines")


def blocks(pane: ArticlePane) -> int:
    return pane.view.document().blockCount()


def test_the_beginning_is_there_at_once_and_the_rest_follows(
    qtbot: QtBot, pane: ArticlePane, reader: Reader
) -> None:
    pane.show_item(many(), None, reader.folder.joinpath)
    assert "Line 1 of many." in reader.text
    assert blocks(pane) < COUNT / 10
    assert pane.busy
    qtbot.waitUntil(lambda: not pane.busy, timeout=20_000)
    assert reader.text.split("\n")[2:] == LINES


def test_language_theme_and_size_change_while_it_grows(
    qtbot: QtBot, pane: ArticlePane, reader: Reader, look: Look
) -> None:
    pane.show_item(many(), None, reader.folder.joinpath)
    look.set_language("zh_CN")
    look.set_theme("dark")
    pane.scale.set_size("L")
    qtbot.waitUntil(lambda: not pane.busy, timeout=20_000)
    text = reader.text.split("\n")
    assert "2021年8月31日" in text[1]
    assert text[2:] == LINES
    document = pane.view.document()
    heights = {document.findBlockByNumber(n).blockFormat().lineHeight() for n in (3, COUNT - 1)}
    assert len(heights) == 1


def test_another_item_may_be_chosen_while_it_grows(
    qtbot: QtBot, pane: ArticlePane, reader: Reader
) -> None:
    pane.show_item(many(), None, reader.folder.joinpath)
    reader.show(item("short", "A few words."))
    wait(50)
    assert reader.text.split("\n")[2:] == ["A few words."]


def test_going_back_into_a_long_item_finds_the_place_at_once(reader: Reader) -> None:
    pane = reader.pane
    reader.show(many())
    pane.view.go_to(Place(line=15_000))
    reader.wait()
    before = pane.view.place()
    assert before.line == 15_000
    reader.show(item("short", "A few words."))
    pane.trail.go_back()
    assert pane.view.place() == before


def test_a_match_far_down_is_stepped_to(reader: Reader) -> None:
    pane = reader.pane
    reader.pane.show_item(many(), None, reader.folder.joinpath)
    pane.open_find()
    pane.find_bar.box.setText("Line 19999")
    assert pane.match_count == 1
    (selection,) = pane.view.extraSelections()
    assert selection.cursor.selectedText() == "Line 19999"
    assert 0 <= pane.view.cursorRect(selection.cursor).top() < pane.view.height()


def test_a_match_across_the_cut_of_a_long_paragraph_is_marked_and_counted_once(
    reader: Reader,
) -> None:
    # No sentence ends near the cut, so that it goes through the middle of the word.
    for word, query in (("西安交通大学", "交通大学"), ("harbor", "harbor")):
        filler = "文" if word > "\u4e00" else "x"
        text = filler * (LONGEST_LINE - 3) + word + filler * 20
        reader.show(item(word, text, title="Long"), query)
        pane = reader.pane
        if word == "harbor":  # within a longer run of letters it is no word of its own
            pane.open_find()
            pane.find_bar.box.setText(query)
        else:
            assert pane.match_label == "1 match"
        pane.next_match()
        assert pane.match_count == 1
        (selection,) = pane.view.extraSelections()
        assert selection.cursor.selectedText().replace("\u2029", "") == query


def test_a_cut_paragraph_still_looks_like_one(reader: Reader) -> None:
    reader.show(item("long", "他说了很多话。" * 1500 + "\n另一段。"))
    document = reader.pane.view.document()
    formats = [document.findBlockByNumber(n).blockFormat() for n in range(2, 6)]
    first, *middle, last, following = formats
    assert first.textIndent() > 0
    assert [each.textIndent() for each in (*middle, last)] == [0] * (len(middle) + 1)
    assert [each.bottomMargin() for each in (first, *middle)] == [0] * (len(middle) + 1)
    assert last.bottomMargin() > 0
    assert following.textIndent() > 0


def test_a_place_beyond_the_end_of_a_text_that_became_shorter_is_its_end(
    qtbot: QtBot, reader: Reader
) -> None:
    reader.show(item(text="A short text."))
    view, changes = reader.pane.view, []
    view.verticalScrollBar().rangeChanged.connect(lambda *range_: changes.append(range_))
    view.go_to(Place(2, 0, 400))
    qtbot.wait(100)
    assert len(changes) < 3  # or the bar comes and goes for ever
    assert reader.scrolled == 0
