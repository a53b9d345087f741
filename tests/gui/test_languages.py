"""No visible string is left in the other language, whatever the window is at."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import opencc
import pytest
from PySide6.QtCore import QDeadlineTimer, QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.archive_writer import open_for_import
from desktop_app.citing.styles import RECORDS, STYLES
from desktop_app.errors import ArchiveError
from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.help_page import HelpPage
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.photo_pane.shown_photo import ShownPhoto
from desktop_app.gui.report_dialog import ReportDialog
from desktop_app.gui.search_pane.hit_list import SPEECHES
from desktop_app.gui.views.comparison.page import ComparisonPage
from desktop_app.gui.views.comparison.sides import Kind
from desktop_app.gui.views.concordance import view as view_module
from desktop_app.gui.views.marks.page import MarksPage
from desktop_app.gui.views.marks.sections import Kind as SectionKind
from desktop_app.gui.views.marks.sections import Section
from desktop_app.gui.views.sheet.page import SheetPage
from desktop_app.gui.views.speakers.page import SpeakersPage
from desktop_app.gui.views.trend.page import TrendPage
from desktop_app.importing.foreseen import Foreseen
from desktop_app.importing.report import Reason, Report
from desktop_app.items import DETAILS, Item, Origin
from desktop_app.messages import message
from desktop_app.search.nodes import Everything
from desktop_app.search.query import parse
from tests.event_loop import wait as pass_time
from tests.gui.accessible import mute, nameless
from tests.gui.conftest import settle
from tests.material import item
from tests.speech_search.conftest import fill
from tests.speech_search.conftest import reported as item_saying

_GETTERS = (
    "text", "title", "windowTitle", "toolTip", "statusTip", "whatsThis", "placeholderText",
    "accessibleName", "accessibleDescription", "iconText", "informativeText", "detailedText",
)  # fmt: skip
# Widgets that show what the archive or the dictionary says.
_AS_IT_IS = ("articleView", "linkAddress", "lookUpEntry", "problemDetails")
# What of the reading aid is the interface's.
_NAMED = {"lookUp": ("accessibleName",), "lookUpEntry": (), "lookUpNote": ("text",),
          "keptPath": ("accessibleName",)}  # fmt: skip
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
# Names that are the same in every language, and the languages' own names.
_NO_KEYS = Qt.KeyboardModifier.NoModifier
_NAMES = (
    *("Beilin 碑林", "CC-CEDICT", "CC BY-SA", "简体中文", "繁體中文", "中文", "English"),
    *(style.name for style in STYLES.values()),
    *RECORDS.values(),
)
# What the archive says is in the archive's language: title, source, query, photo.
_DATA = (
    "Small archive", "Harbor opens", "Oil prices", "合作协议", "Port News", "Test", "harbor",
    "A red field", "A blue field", "Somebody", "Title of bare", "bad.jsonl", "zebra", "Reuters",
    "The harbor opened.", "The opened.", "JSONL", "JSON", "Ctrl", "Enter", "Alt", "Shift", "Esc",
    "Return", "OR", "F1", "F3", "F8", "F9", "F11", "ValueError", "Tab",
    "PgDown", "PgUp", "+Home",
    "news", "speech", "bulletin", "document",
    "例子.中国",
    "Delete", "Tab", "USB", "beilin-portable", ".beilin", "SHA-256", "GPS", "PDF",
    "csv", "CSV", "PNG", "SVG", "prime minister", "合作", "港口",
    # Examples of queries for English words.
    "signed", "signing", "=sign", "sign", "harbo", "colour", "wang shuguo",
)  # fmt: skip


def visible_texts(window: QWidget) -> Iterator[tuple[str, str]]:
    """Yield (where, text) of every widget and action of the window and its dialogs."""
    for part in [window, *window.findChildren(QWidget), *window.findChildren(QAction)]:
        where = f"{type(part).__name__} {part.objectName()}"
        said = part.objectName() in _NAMED and isinstance(part, (QFrame, QLineEdit))
        for getter in _GETTERS if not said else _NAMED[part.objectName()]:
            value = getattr(part, getter, None)
            text = value() if callable(value) else ""
            if isinstance(text, str) and text:
                yield f"{where}.{getter}", text
        yield from ((where, text) for text in inner_texts(part))


def inner_texts(part: object) -> Iterator[str]:
    """What a widget shows besides its properties: entries, rows, pages."""
    if isinstance(part, QComboBox):
        yield from (part.itemText(row) for row in range(part.count()))
    elif isinstance(part, (QTextEdit, QPlainTextEdit)) and part.objectName() not in _AS_IT_IS:
        yield part.toPlainText()
    elif isinstance(part, QAbstractItemView) and part.objectName() == "photoGrid":
        index = part.model().index(0, 0)
        yield from (str(index.data(role)) for role in _ROLES if index.data(role))
    elif isinstance(part, QHeaderView) and part.orientation() is Qt.Orientation.Horizontal:
        heads = (part.model().headerData(n, part.orientation()) for n in range(part.count()))
        yield from (str(head) for head in heads if head and not str(head).isdecimal())


def leftovers(window: QWidget, language: str) -> list[tuple[str, str]]:
    """The texts of `window` that are not in `language`, with where they stand."""
    texts = [(where, bare(text)) for where, text in visible_texts(window)]
    # A letter or two is a key or a size (S, M, L); a word is English left over.
    foreign = r"[\u4e00-\u9fff]" if language == "en" else r"[A-Za-z]{3,}"
    wrong = [each for each in texts if re.search(foreign, each[1])]
    if language == "zh_TW":
        to_traditional = opencc.OpenCC("s2t")
        wrong += [each for each in texts if to_traditional.convert(each[1]) != each[1]]
    return wrong


def bare(text: str) -> str:
    """`text` without paths, names, data, query language and numbers."""
    text = re.sub(r"/[ -~]+\.(png|svg|pdf|beilin)|^small$|<[^>]+>", "", text)
    text = re.sub("[0-9a-f\u200b]{60,}\\.?\u200b?(png)?", "", text)  # a photo's name
    for name in (*_NAMES, *_DATA):
        text = text.replace(name, "")
    return re.sub(r"\b(date|title|lang|kind|source|has|speaker):\S*|標題：\S*", "", text)


def searched(window: MainWindow, tmp_path: Path) -> None:
    """A query with a hit chosen and the find bar open."""
    window.search_pane.box.setText("harbor")
    wait(window)
    window.search_pane.step(1)
    window.article_pane.open_find()


def translated(window: MainWindow, tmp_path: Path) -> None:
    """A search in both languages, with a translation left out."""
    window.search_pane.both.setChecked(True)
    window.search_pane.box.setText("harbor")
    wait(window)
    window.search_pane.expansions.chips[0].click()


def untranslated(window: MainWindow, tmp_path: Path) -> None:
    """A search in both languages for a word the archive has no translation of."""
    window.search_pane.both.setChecked(True)
    window.search_pane.box.setText("Reuters")


def helped(window: MainWindow, tmp_path: Path) -> None:
    window.dialogs.show_help()


def reported(window: MainWindow, tmp_path: Path) -> None:
    """The report of an import in which all that can happen has happened."""
    report = Report(imported=2, updated=1, unchanged=1, cancelled=True)
    words = message("{path} cannot be written ({reason})", path="bad.jsonl", reason="5")
    report.skipped.append(Reason("bad.jsonl", words))
    report.failed.append(Reason("bad.jsonl", words))
    window.dialogs.show_report(report)


def told(window: MainWindow, tmp_path: Path) -> None:
    """About, an export, an error of a person's, and a bug."""
    window.dialogs.show_about()
    window.dialogs.show_export(2, Path("bad.jsonl"))
    words = message("{path} cannot be written ({reason})", path="bad.jsonl", reason="5")
    window.dialogs.show_error(ArchiveError(words))
    window.dialogs.show_error(ValueError("5"))


def enlarged(window: MainWindow, tmp_path: Path) -> None:
    window.photos.enlarge(0)


def lost(window: MainWindow, tmp_path: Path) -> None:
    """The large view of a photo that was not saved, and of one that is missing."""
    with open_for_import(tmp_path / "small.beilin") as archive:
        file = archive.item("front").photos[0].file
        assert file is not None
        archive.photos.path(file).unlink()
    window.thumbnails.clear()
    window.photos.enlarge(0)


def at_a_loss(window: MainWindow, tmp_path: Path) -> None:
    """No hits, hence no photos of hits; an item without photos."""
    window.show_item("two")
    window.search_pane.box.setText("zebra")
    wait(window)
    window.photo_pane.all_hits.click()


def mistaken(window: MainWindow, tmp_path: Path) -> None:
    window.search_pane.box.setText("date:5")


def filtered(window: MainWindow, tmp_path: Path) -> None:
    """Filters under which nothing is left."""
    window.search_pane.dates.chosen.emit("1987")
    wait(window)
    window.search_pane.box.setText("harbor")


def working(window: MainWindow, tmp_path: Path) -> None:
    """The bar of an import under way; nothing runs, so that it stays."""
    window.work_bar._words = window.desk._importing
    window.work_bar.show()
    window.statusBar().show()


def known(window: MainWindow, tmp_path: Path) -> None:
    """All that is known of an item, the imports, and a watch that cannot be."""
    origin = Origin("bad.jsonl", "", 5, "", "2021-08-31T08:00:00Z")
    details = tuple((name, "Test") for name in DETAILS)
    window.dialogs.show_details(
        Item("5", "Test", None, "zh", "Test", byline="Test", details=details), origin
    )
    failed = Reason("bad.jsonl", message("it is empty"))
    record = json.dumps(Report(imported=2, failed=[failed]).to_record())
    window.dialogs.show_log([("2021-08-31T08:00:00+00:00", ["bad.jsonl"], record)])
    window.dialogs.show_no_place()


def foreseen(window: MainWindow, tmp_path: Path) -> None:
    """What an import would do, with all it can say."""
    found = Foreseen(formats=Counter({"table": 1, "photo": 1, "": 1}), text=5, pictures=5)
    found.report.imported = found.report.updated = found.report.unchanged = 1
    found.titles.append(("Test", "bad.jsonl"))
    window.dialogs.show_foreseen(found, lambda: None)
    window.work_bar._words = window.desk._looking
    window.work_bar.show()
    window.statusBar().show()


def asked(window: MainWindow, tmp_path: Path) -> None:
    """A link out of the archive, one to a mailbox, one that is none, and the menu of a link."""
    for address in ("https://xn--fsqu00a.xn--fiqs8s/", "mailto:x@x.cn", "data:,"):
        window.links.follow(address)
    window.article_pane.links.open_menu("", QPoint(0, 0))


def unheard(window: MainWindow, tmp_path: Path) -> None:
    """The list of statements of an archive without any."""
    window.search_pane.show_list(SPEECHES)


def linked(window: MainWindow, tmp_path: Path) -> None:
    """The link from items to statements."""
    fill(tmp_path / "small.beilin", item_saying("two", "“Oil prices” Test", ("Test", "Oil prices")))
    window.open_folder(tmp_path / "small.beilin")
    wait(window)
    window.search_pane.box.setText("speaker:Test")


def beside(window: MainWindow, tmp_path: Path) -> None:
    """Two archives open, of which one cannot be written."""
    folder = tmp_path / "Reuters.beilin"
    with open_for_import(folder, "Reuters") as archive:
        archive.put([(item("front", title="Harbor opens"), Origin("test"), False)])
        archive.catch_up()
    window.several.open_beside([folder])
    wait(window)
    window.desk.archives.hold_back(window.desk.archives.all[1], True)
    window.desk.joined.emit()
    wait(window)
    folder.rename(tmp_path / "away")
    window.several.recent_menu.aboutToShow.emit()


def listened(window: MainWindow, tmp_path: Path) -> None:
    """Statements, by speaker."""
    linked(window, tmp_path)
    window.search_pane.show_list(SPEECHES)
    window.search_pane.sort.setCurrentIndex(3)


def concordance(window: MainWindow, tmp_path: Path) -> None:
    """Lines sorted by three keys, one chosen, what may be done with it, and work to wait for."""
    window.search_pane.box.setText("harbor")
    view = concordance_of(window)
    view.sort.choose("R1", "L1", "speaker")
    wait(window)
    view.lines.selectRow(0)
    view.wait.begin(view_module._sorting, lambda: None)
    view.wait.show()


def no_concordance(window: MainWindow, tmp_path: Path) -> None:
    """An empty box: what a concordance is."""
    concordance_of(window)


def collocates(window: MainWindow, tmp_path: Path) -> None:
    """Collocates, and a table of them that has been written."""
    window.search_pane.box.setText("harbor")
    view = concordance_of(window)
    view.pages["collocates"].click()
    wait(window)
    view.takeaway._written(2, Path("bad.jsonl"))


def concordance_of(window: MainWindow) -> view_module.ConcordanceView:
    """The view of lines, shown."""
    window.actions_["concordance"].trigger()
    wait(window)
    return cast(view_module.ConcordanceView, window.views.currentWidget())


def no_chart(window: MainWindow, tmp_path: Path) -> None:
    """No words: what a chart over time is."""
    window.actions_["trend"].trigger()


def chart(window: MainWindow, tmp_path: Path) -> None:
    """Two words over time, the figures of a period, and a drawing that was kept."""
    window.search_pane.box.setText("harbor")
    no_chart(window, tmp_path)
    wait(window)
    page = cast(TrendPage, window.views.currentWidget())
    page.words.add("合作")
    wait(window)
    page.chart.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, _NO_KEYS))
    page.save_to(tmp_path / "5.svg")


def no_comparison(window: MainWindow, tmp_path: Path) -> None:
    """No sides: what a comparison is."""
    window.actions_["comparison"].trigger()


def comparison(window: MainWindow, tmp_path: Path) -> None:
    """Two searches within a third, and the places of a word."""
    no_comparison(window, tmp_path)
    wait(window)
    page = cast(ComparisonPage, window.views.currentWidget())
    page.sides.compare(Kind.PERIODS, "2021", "1987")
    wait(window)
    page.panels[0].table.selectRow(0)


def no_speakers(window: MainWindow, tmp_path: Path) -> None:
    """An archive in which nobody speaks."""
    window.actions_["speakers"].trigger()


def speakers(window: MainWindow, tmp_path: Path) -> None:
    """A speaker of another name, one of two left in the list, and both questions about names."""
    linked(window, tmp_path)
    fill(tmp_path / "small.beilin", item_saying("bare", "Test harbor", ("Reuters", "harbor")))
    window.open_folder(tmp_path / "small.beilin")
    wait(window)
    no_speakers(window, tmp_path)
    page = cast(SpeakersPage, window.views.currentWidget())
    page.show_person("Test")
    wait(window)
    page.list.box.setText("Reuters")
    assert page.person.record is not None
    page.decider.rename(page.person.record.speaker, "Oil prices")
    wait(window)
    page.person.head.merge.trigger()
    page.person.head.rename.trigger()


def at_home(window: MainWindow, tmp_path: Path) -> None:
    """The home page of an archive in which people speak."""
    fill(tmp_path / "small.beilin", item_saying("bare", "Test harbor", ("Reuters", "harbor")))
    window.open_folder(tmp_path / "small.beilin")
    wait(window)
    window.actions_["home"].trigger()


def first_run(window: MainWindow, tmp_path: Path) -> None:
    """The screen of three choices."""
    window.first_run.show()


def looked_up(window: MainWindow, tmp_path: Path) -> None:
    """A word of the article, with what the dictionary says of it."""
    window.article_pane.view.selectAll()
    window.actions_["look_up"].trigger()
    wait(window)
    assert window.reading_desk.aid.popup.note


def not_found(window: MainWindow, tmp_path: Path) -> None:
    """A word the dictionary does not have."""
    window.article_pane.show_item(Item("5", "zebra zebra", None, "en", "ValueError"), None, Path)
    view = window.article_pane.view
    view.setTextCursor(view.document().find("ValueError"))
    window.actions_["look_up"].trigger()
    wait(window)
    assert "ValueError" in window.reading_desk.aid.popup.note


def paired(window: MainWindow, tmp_path: Path) -> None:
    """An item beside its counterpart, and the question which it is."""
    with open_for_import(tmp_path / "small.beilin") as archive:
        archive.pairing.pair(archive.item("front"), archive.item("three"))
    window.actions_["parallel"].trigger()
    window.pair_desk.look_again()
    wait(window)
    assert window.article_pane.twin is not None
    window.pair_desk.choose()
    assert window.pair_desk.dialog is not None
    window.pair_desk.dialog.box.setText("zebra")
    window.dialogs.show_pairs_export(2, Path("bad.jsonl"))


def commanded(window: MainWindow, tmp_path: Path) -> None:
    """The palette of commands, and what it says where nothing fits."""
    window.at_hand.open_palette()
    assert window.at_hand.palette is not None
    window.at_hand.palette.box.setText("zebra")


def settled(window: MainWindow, tmp_path: Path) -> None:
    """The settings, a shortcut that another action has, and a search in vain."""
    window.actions_["settings"].trigger()
    dialog = window.at_hand.dialog
    assert dialog is not None
    dialog.shortcuts.show_action("open")
    dialog.shortcuts.editor.fields[0].setKeySequence(QKeySequence("Ctrl+K"))
    dialog.shortcuts.editor.fields[0].editingFinished.emit()


def broken(window: MainWindow, tmp_path: Path) -> None:
    """A bug is told of; its details are in English, for who mends it."""
    window.dialogs.show_error(ZeroDivisionError("x"))
    assert window.dialogs.problem is not None


def tabbed(window: MainWindow, tmp_path: Path) -> None:
    """Tabs, an outline, how far an item is read, and the place one stopped at."""
    words = "\n".join("zebra " * 60 for _ in range(30))
    long = Item("6", "zebra", None, "en", "Reuters", paragraphs=tuple(words.split("\n")))
    window.tabs.new()
    window.tabs.go(0)
    window.article_pane.show_item(long, None, Path)
    wait(window)
    window.room.outliner.open()
    window.room.places.sign.show_went(40)


def sheet(window: MainWindow, tmp_path: Path) -> None:
    """A contact sheet with its time line, the chosen photo's facts, and its menu open."""
    window.actions_["photos"].trigger()
    wait(window)
    page = cast(SheetPage, window.views.currentWidget())
    assert len(page.photos) == 2 and page.details.facts
    page.takeaway.copy_caption(page.photos.photo(0) or ShownPhoto(None))


def no_sheet(window: MainWindow, tmp_path: Path) -> None:
    """A search without photos, in the view of photos."""
    sheet(window, tmp_path)
    window.search_pane.box.setText("zebra")
    wait(window)


def compared(window: MainWindow, tmp_path: Path) -> None:
    """Two photos side by side."""
    sheet(window, tmp_path)
    cast(SheetPage, window.views.currentWidget()).compare(0, 1)
    wait(window)


def slideshow(window: MainWindow, tmp_path: Path) -> None:
    """A photo large, going on by itself."""
    sheet(window, tmp_path)
    cast(SheetPage, window.views.currentWidget()).bar.slideshow.click()
    wait(window)


def printed(window: MainWindow, tmp_path: Path) -> None:
    """Pages looked at, some of more, and written to a file."""
    window.search_pane.box.setText("harbor")
    wait(window)
    window.printing.print_hits()
    wait(window)
    assert window.printing.preview is not None
    window.printing.preview.write(tmp_path / "small.pdf")


def noted(window: MainWindow, tmp_path: Path) -> None:
    """A bookmarked item with a tag, its tags being chosen, one of a bad name, and a note."""
    window.show_item("front")
    wait(window)
    desk, view = window.marks_desk, window.article_pane.view
    desk.toggle_bookmark()
    desk.sort_item()
    assert desk.dialog is not None
    desk.dialog.tags.setText('"zebra')
    desk.dialog.name.setText("zebra")
    desk.dialog.accept()
    zebra = Item("5", "zebra", None, "en", "Reuters", paragraphs=("zebra",))
    window.article_pane.show_item(zebra, None, Path)
    view.selectAll()
    desk.highlighting.note()
    assert desk.highlighting.card is not None


def nothing_marked(window: MainWindow, tmp_path: Path) -> None:
    """A view of marks without any."""
    window.actions_["marks"].trigger()


def marks(window: MainWindow, tmp_path: Path) -> None:
    """A view of marks, what was read, and a collection that is to be called as another is."""
    window.show_item("front")
    wait(window)
    window.marks_desk.toggle_bookmark()
    number = window.marks.collections.make("zebra")
    window.marks.collections.make("Reuters")
    nothing_marked(window, tmp_path)
    page = cast(MarksPage, window.views.currentWidget())
    page._section = Section(SectionKind.COLLECTION, number)
    page._show()
    page.bar.begin_naming(False)
    page.bar.name.setText("Reuters")
    page.bar.name.returnPressed.emit()
    assert page.bar.problem.text()


STAGES = (
    noted, nothing_marked, marks,
    at_home, first_run,
    sheet, no_sheet, compared, slideshow,
    commanded, settled, broken,
    printed, tabbed,
    paired, looked_up, not_found,
    no_speakers, speakers, no_chart, chart, no_comparison, comparison,
    known, asked, foreseen, unheard, linked, listened, beside, concordance,
    no_concordance, collocates,
    searched, translated, untranslated, helped, reported, told, enlarged, lost, at_a_loss,
    mistaken, filtered, working,
)  # fmt: skip


def wait(window: MainWindow) -> None:
    """Let the window come to rest, however busy the machine is."""
    patience = QDeadlineTimer(20_000)
    QApplication.processEvents()
    while window.busy and not patience.hasExpired():
        pass_time(2)


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
@pytest.mark.parametrize("stage", STAGES)
def test_every_widget_and_action_speaks_the_language(
    qtbot: QtBot,
    window: MainWindow,
    look: Look,
    tmp_path: Path,
    stage: Callable[[MainWindow, Path], None],
    language: str,
) -> None:
    look.set_language("zh_CN" if language == "en" else "en")
    stage(window, tmp_path)
    settle(qtbot, window)
    look.set_language(language)
    settle(qtbot, window)
    assert len(list(visible_texts(window))) > 150
    assert leftovers(window, language) == []
    dialogs = window.findChildren(QDialog)
    for top in (window, *(each for each in dialogs if each.isVisible())):
        assert nameless(top) == mute(top) == []  # to a screen reader
    for dialog in dialogs:
        dialog.close()


_PLACES: tuple[Callable[[MainWindow, str], object], ...] = (
    lambda window, left: QLabel(left, window.article_pane),
    lambda window, left: window.search_pane.hits.setToolTip(left),
    lambda window, left: window.actions_["quit"].setText(left),
    lambda window, left: window.actions_.menus["go"].setTitle(left),
    lambda window, left: window.search_pane.sort.setItemText(1, left),
    lambda window, left: window.photo_pane.grid.setAccessibleDescription(left),
    lambda window, left: window.search_pane.box.setPlaceholderText(left),
)


@pytest.mark.parametrize(
    ("language", "left"), [("en", "打开"), ("zh_CN", "Left over"), ("zh_TW", "打开文件")]
)
@pytest.mark.parametrize("leave", _PLACES)
def test_a_string_left_in_the_other_language_is_noticed(
    qtbot: QtBot,
    window: MainWindow,
    look: Look,
    leave: Callable[[MainWindow, str], object],
    language: str,
    left: str,
) -> None:
    look.set_language(language)
    settle(qtbot, window)
    leave(window, left)
    assert {text for _where, text in leftovers(window, language)} == {left}


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_qt_s_own_file_dialogs_speak_the_language(
    window: MainWindow, look: Look, language: str
) -> None:
    look.set_language(language)
    dialog = QFileDialog(window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    texts = [each.text() for each in dialog.findChildren(QLabel)]
    assert len(texts) >= 3
    assert [text for text in texts if re.search(r"[A-Za-z]{3,}", text)] == []
    folder = QApplication.translate("QAbstractFileIconProvider", "Folder")
    assert folder == {"zh_CN": "文件夹", "zh_TW": "資料夾"}[language]
    assert QApplication.translate("Nobody", "Never heard of") == "Never heard of"


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("en", ("Searching", "Shortcuts", "Edit")),
        ("zh_CN", ("怎样搜索", "快捷键", "编辑")),
        ("zh_TW", ("如何搜尋", "快速鍵", "編輯")),
    ],
)
def test_the_help_page_has_its_headings_in_the_language(
    window: MainWindow, look: Look, language: str, headings: tuple[str, ...]
) -> None:
    window.dialogs.show_help()
    look.set_language(language)
    page = window.dialogs.help_page
    assert page is not None
    assert set(headings) < set(page.page.toPlainText().split("\n"))
    page.close()


@pytest.mark.parametrize(("language", "day"), [("en", "Aug 31, 2021"), ("zh_CN", "2021年8月31日")])
def test_dates_in_article_and_hits_follow(
    qtbot: QtBot, window: MainWindow, look: Look, language: str, day: str
) -> None:
    look.set_language(language)
    settle(qtbot, window)
    assert day in window.article_pane.view.toPlainText()
    hit = window.search_pane.model.row(0)
    assert hit is not None
    assert day in window.search_pane.items.rows.meta(hit)


def test_qt_s_own_buttons_follow(window: MainWindow, look: Look) -> None:
    window.dialogs.show_report(Report(imported=2))
    report = window.findChild(ReportDialog)
    assert report is not None
    for language, word in (("zh_CN", "关闭"), ("zh_TW", "關閉"), ("en", "Close")):
        look.set_language(language)
        QApplication.processEvents()
        texts = [text for _where, text in visible_texts(report)]
        assert any(word in text for text in texts), language
    report.close()


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_every_example_of_the_help_page_has_a_meaning(
    qtbot: QtBot, look: Look, language: str
) -> None:
    look.set_language(language)
    window = QWidget()
    qtbot.addWidget(window)
    page = HelpPage(look, ActionRegistry(look, window), window)
    examples = [example for example, _meaning in page.queries()]
    assert len(examples) > 15
    for example in examples:
        if not example.endswith((":", "：")):  # the names of fields alone
            parsed = parse(example)
            assert (example, parsed.problems) == (example, ())
            assert not isinstance(parsed.node, Everything), example
