"""Reading an item: head, photos, links, sizes, copying."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextDocument, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.items import Photo
from tests.gui.article_pane.conftest import Reader
from tests.material import item

LONG = "\n".join(f"Paragraph {n}. " + "Many ships came to the harbor. " * 8 for n in range(60))
ZH = "西安交通大学与巴黎高科签署合作协议，双方代表出席了签约仪式。" * 4


def button(pane: ArticlePane, name: str) -> QToolButton:
    found = pane.findChild(QToolButton, name)
    assert isinstance(found, QToolButton)
    return found


def click(pane: ArticlePane, name: str) -> None:
    QTest.mouseClick(button(pane, name), Qt.MouseButton.LeftButton)


def indent_and_height(reader: Reader, line: int) -> tuple[float, float]:
    """First-line indent and line height, in em of the body."""
    block = reader.pane.view.document().findBlockByNumber(line).blockFormat()
    em = reader.pane.view.document().defaultFont().pointSizeF() * reader.pane.logicalDpiY() / 72
    return round(block.textIndent() / em, 1), round(block.lineHeight() / em, 2)


# -- what is shown


def test_before_anything_is_chosen_the_pane_says_what_to_do(pane: ArticlePane) -> None:
    assert pane.item is None
    assert pane.empty.isVisible()
    assert "choose a hit" in pane.empty.accessibleDescription()


def test_an_item_is_shown_with_its_facts(reader: Reader) -> None:
    given = item(text="One.\nTwo.", title="Harbor opens", byline="By A", source="Port News")
    reader.show(given)
    assert reader.pane.item == given
    assert reader.text.split("\n") == [
        "Harbor opens",
        "Aug 31, 2021 · By A · Port News · News",
        "One.",
        "Two.",
    ]


def test_html_in_an_item_is_text(reader: Reader) -> None:
    reader.show(item(text='<img src="http://example.org/a.png"> <b>bold</b>'))
    assert '<img src="http://example.org/a.png"> <b>bold</b>' in reader.text


def test_nothing_is_ever_fetched(reader: Reader, tmp_path: Path) -> None:
    reader.show(item(photos=(Photo("red.png"),)))
    image = QTextDocument.ResourceType.ImageResource.value
    for address in ("http://example.org/a.png", (tmp_path / "red.png").as_uri(), "red.png"):
        assert reader.pane.view.loadResource(image, QUrl(address)) is None


def test_chinese_and_english_paragraphs_are_set_their_own_way(reader: Reader) -> None:
    reader.show(item(text=f"{ZH}\nIn English."))
    chinese, english = indent_and_height(reader, 2), indent_and_height(reader, 3)
    assert chinese == pytest.approx((2.0, 1.75), abs=0.06)
    assert english == pytest.approx((0.0, 1.5), abs=0.06)


def test_lines_stay_a_comfortable_length_in_a_wide_pane(reader: Reader) -> None:
    reader.pane.resize(1800, 600)
    reader.show(item(text=ZH))
    view = reader.pane.view
    left = view.cursorRect(QTextCursor(view.document())).left()
    assert left == pytest.approx((view.viewport().width() - view.column) / 2, abs=3)
    reader.pane.resize(400, 600)
    assert view.column < view.viewport().width()


# -- photos


def photo_rect(reader: Reader) -> tuple[int, int]:
    """Width and height of the first photo, in pixels."""
    document = reader.pane.view.document()
    for number in range(document.blockCount()):
        block = document.findBlockByNumber(number)
        if block.text() == "\ufffc":
            cursor = QTextCursor(block)
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
            image = cursor.charFormat().toImageFormat()
            return round(image.width()), round(image.height())
    raise AssertionError("no photo")


def test_photos_fill_the_column_and_follow_its_width(reader: Reader) -> None:
    reader.show(item(photos=(Photo("red.png", "A red field"),)))
    column = reader.pane.view.column
    assert photo_rect(reader) == (column, round(column / 2))
    reader.pane.resize(500, 600)
    reader.wait()
    assert reader.pane.view.column < column
    assert photo_rect(reader)[0] == reader.pane.view.column


def test_a_photo_is_painted_once_it_is_decoded(reader: Reader) -> None:
    reader.show(item(photos=(Photo("red.png", "A red field"),)))
    picture = reader.pane.view.viewport().grab().toImage()
    reds = sum(
        picture.pixelColor(picture.width() // 2, y).name() == "#a03020"
        for y in range(picture.height())
    )
    assert reds > 100


def test_a_click_on_a_photo_tells_which(qtbot: QtBot, reader: Reader) -> None:
    reader.show(item(photos=(Photo(None, "lost"), Photo("red.png", "A red field"))))
    view = reader.pane.view
    block = next(
        view.document().findBlockByNumber(n)
        for n in range(view.document().blockCount())
        if view.document().findBlockByNumber(n).text() == "\ufffc"
    )
    place = view.cursorRect(QTextCursor(block)).center() + QPoint(60, 0)
    with qtbot.waitSignal(reader.pane.photo_activated) as seen:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert seen.args == [1]


def test_a_photo_can_be_reached_by_keyboard(qtbot: QtBot, reader: Reader) -> None:
    reader.show(item(photos=(Photo("red.png", "A red field"),)))
    reader.pane.view.setFocus()
    QTest.keyClick(reader.pane.view, Qt.Key.Key_Tab)
    with qtbot.waitSignal(reader.pane.photo_activated) as seen:
        QTest.keyClick(reader.pane.view, Qt.Key.Key_Return)
    assert seen.args == [0]


def test_a_lost_photo_leaves_its_caption_and_says_so(reader: Reader) -> None:
    reader.show(item(photos=(Photo(None, "A ceremony"), Photo("gone.png", "Another"))))
    assert "The photo was not saved\nA ceremony" in reader.text
    assert "The photo cannot be shown\nAnother" in reader.text


# -- links


def test_a_link_is_followed_only_by_a_click_and_only_outside(qtbot: QtBot, reader: Reader) -> None:
    reader.show(item(url="https://example.org/a?b=1&c=%E4%B8%AD"))
    view = reader.pane.view
    place = view.cursorRect(QTextCursor(view.document().findBlockByNumber(2))).center()
    with qtbot.waitSignal(reader.pane.link_wanted) as seen:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(30, 0))
    assert seen.args == ["https://example.org/a?b=1&c=%E4%B8%AD"]
    assert "Title of one" in reader.text


# -- size and zoom


def test_the_three_sizes_of_the_seed_page(qtbot: QtBot, reader: Reader) -> None:
    reader.show(item())
    sizes = []
    for name in ("S", "M", "L"):
        click(reader.pane, f"size{name}")
        assert reader.pane.scale.size == name
        assert button(reader.pane, f"size{name}").isChecked()
        sizes.append(reader.pane.view.document().defaultFont().pointSizeF())
    assert sizes == sorted(set(sizes))
    with qtbot.waitSignal(reader.pane.text_size_changed) as seen:
        reader.pane.scale.set_size("no such size")
    assert seen.args == ["M"]


def test_the_title_grows_with_the_text(reader: Reader) -> None:
    reader.show(item())

    def title_size() -> float:
        cursor = QTextCursor(reader.pane.view.document())
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        return cursor.charFormat().fontPointSize()

    before = title_size()
    reader.pane.scale.set_zoom(200)
    assert title_size() == pytest.approx(before * 2)


def test_zoom_by_button_wheel_and_call(qtbot: QtBot, reader: Reader) -> None:
    reader.show(item())
    pane = reader.pane
    click(pane, "zoomIn")
    assert pane.scale.zoom == 110
    assert button(pane, "zoomReset").text() == "110%"
    turn_wheel(pane.view.viewport(), -240)
    assert pane.scale.zoom == 90
    click(pane, "zoomReset")
    assert pane.scale.zoom == 100
    with qtbot.waitSignal(pane.zoom_changed) as seen:
        pane.scale.set_zoom(10_000)
    assert seen.args == [300]


def turn_wheel(widget: QWidget, by: int) -> None:
    """Turn the wheel over `widget` with Ctrl held."""
    event = QWheelEvent(
        QPointF(50, 50), QPointF(widget.mapToGlobal(QPoint(50, 50))), QPoint(), QPoint(0, by),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("change", ["zoom", "width", "size"])
def test_the_same_words_stay_at_the_top(reader: Reader, change: str) -> None:
    reader.show(item(text=LONG))
    reader.pane.view.verticalScrollBar().setValue(3000)
    before = reader.pane.view.place()
    if change == "zoom":
        reader.pane.scale.set_zoom(175)
    elif change == "size":
        reader.pane.scale.set_size("S")
    else:
        reader.pane.resize(420, 600)
    after = reader.pane.view.place()
    assert after.line == before.line
    assert abs(after.character - before.character) < 90  # within the line it became


# -- keys, copying


def test_the_keyboard_scrolls(reader: Reader) -> None:
    reader.show(item(text=LONG))
    view = reader.pane.view
    view.setFocus()
    places = [reader.scrolled]
    for key in (Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_End):
        QTest.keyClick(view, key)
        places.append(reader.scrolled)
    assert places == sorted(set(places))
    assert places[-1] == view.verticalScrollBar().maximum()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert reader.scrolled == 0


def select(reader: Reader, text: str) -> None:
    reader.pane.view.setTextCursor(reader.pane.view.document().find(text))


def test_a_selection_is_copied_as_plain_text(reader: Reader) -> None:
    reader.show(item(text=f"One harbor.\n{ZH}"))
    select(reader, "harbor")
    QTest.keyClick(reader.pane.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "harbor"
    select(reader, "合作协议")
    reader.pane.copy()
    assert QGuiApplication.clipboard().text() == "合作协议"
    assert not QGuiApplication.clipboard().mimeData().hasHtml()


def test_copying_nothing_leaves_the_clipboard_alone(reader: Reader) -> None:
    reader.show(item())
    QGuiApplication.clipboard().setText("before")
    reader.pane.copy()
    assert QGuiApplication.clipboard().text() == "before"


def test_the_whole_item_is_copied_without_marks_of_pictures(reader: Reader) -> None:
    photos = (Photo("red.png", "A red field"),)
    reader.show(item(text="One.\nTwo.", url="https://example.org/a", photos=photos))
    reader.pane.copy_all()
    assert QGuiApplication.clipboard().text().split("\n") == [
        "Title of one", "Aug 31, 2021 · Test · News", "https://example.org/a", "",
        "One.", "Two.", "", "A red field",
    ]  # fmt: skip


# -- back and forward


def test_back_and_forward_return_to_where_one_was(qtbot: QtBot, reader: Reader) -> None:
    able: list[tuple[str, bool]] = []
    reader.pane.trail.back_available.connect(lambda on: able.append(("back", on)))
    reader.pane.trail.forward_available.connect(lambda on: able.append(("forward", on)))
    reader.show(item("one", LONG))
    assert able[-2:] == [("back", False), ("forward", False)]
    reader.pane.view.verticalScrollBar().setValue(2000)
    reader.show(item("two", LONG.replace("ships", "boats")))
    assert able[-2:] == [("back", True), ("forward", False)]
    assert reader.scrolled == 0
    reader.pane.trail.go_back()
    assert reader.pane.item is not None
    assert reader.pane.item.id == "one"
    assert reader.scrolled == 2000
    assert able[-2:] == [("back", False), ("forward", True)]
    reader.pane.trail.go_forward()
    assert reader.pane.item.id == "two"


def test_clearing_forgets_item_and_history(reader: Reader) -> None:
    reader.show(item("one"))
    reader.show(item("two"))
    wanted: list[str] = []
    reader.pane.trail.item_wanted.connect(wanted.append)
    reader.pane.clear()
    reader.pane.trail.go_back()
    assert wanted == []
    assert reader.pane.item is None
    assert reader.pane.empty.isVisible()


# -- language and theme


def test_a_language_switch_keeps_place_selection_and_focus(reader: Reader) -> None:
    reader.show(item(text=LONG, photos=(Photo(None, "A ceremony", "", "2021-08-30"),)))
    select(reader, "Paragraph 30")
    reader.pane.view.setFocus()
    reader.pane.view.verticalScrollBar().setValue(3000)
    before = reader.pane.view.place()
    reader.switch_language("zh_CN")
    assert "2021年8月31日" in reader.text
    assert "2021年8月30日" in reader.text
    assert "Aug" not in reader.text
    assert reader.pane.view.textCursor().selectedText() == "Paragraph 30"
    assert reader.pane.view.hasFocus()
    assert reader.pane.view.place() == before
    reader.switch_language("en")
    assert "Aug 31, 2021" in reader.text
    assert reader.pane.view.place() == before


def test_a_theme_switch_recolours_the_text(reader: Reader) -> None:
    look = reader.pane._look
    reader.show(item(text="One."))

    def colours() -> tuple[str, str]:
        block = reader.pane.view.document().findBlockByNumber(1)
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        ground = reader.pane.view.viewport().grab().toImage().pixelColor(5, 5).name()
        return cursor.charFormat().foreground().color().name(), ground

    assert colours() == (look.theme.quiet, look.theme.page)
    look.set_theme("dark")
    assert colours() == (look.theme.quiet, look.theme.page)


def test_every_control_has_a_name_for_those_who_cannot_see_it(reader: Reader) -> None:
    reader.show(item(), "words")
    reader.pane.open_find()
    nameless = [
        part.objectName()
        for part in reader.pane.findChildren(QWidget)
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus
        and part.isVisible()
        and part.objectName() not in ("", "qt_scrollarea_viewport")
        and not part.accessibleName()
    ]
    assert nameless == []


def test_a_narrow_pane_clips_no_button(reader: Reader) -> None:
    reader.show(item(text="word " * 50), "word")
    reader.pane.resize(reader.pane.minimumWidth(), 600)
    reader.wait()
    for part in reader.pane.bar.findChildren(QToolButton):
        if part.isVisible():
            assert part.width() >= part.sizeHint().width()
            assert part.geometry().right() < reader.pane.width()


def test_a_million_characters_open_without_a_pause(qtbot: QtBot, reader: Reader) -> None:
    import time

    reader.show(item("small"), "warm")  # the fold table is made once a process
    text = "\n".join([("Many ships came to the harbor. " * 60)] * 560)
    assert len(text) > 1_000_000
    large = item("large", text)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    start = time.perf_counter()
    reader.pane.show_item(large, None, reader.folder.joinpath)
    QApplication.processEvents()
    took = time.perf_counter() - start
    assert took < 1.0  # seconds; about 0.15 on a quiet machine
    reader.wait()
    reader.pane.view.verticalScrollBar().setValue(reader.pane.view.verticalScrollBar().maximum())
