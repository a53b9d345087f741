"""What is copied, exported and decided about pairs in the window."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from desktop_app.archive import open_archive
from desktop_app.gui.look import Look
from desktop_app.gui.pairs import candidates as module
from desktop_app.gui.pairs.candidates import candidates
from desktop_app.gui.pairs.deciding import together
from desktop_app.items import Pair
from tests.gui.pairs.conftest import Reader


@pytest.fixture
def pair(reader: Reader) -> Pair:
    found = reader.pair("v1.11")
    reader.show(found.en)
    return found


def test_both_texts_are_copied_as_a_table(reader: Reader, pair: Pair) -> None:
    reader.do("copy_pair")
    data = QGuiApplication.clipboard().mimeData()
    english, chinese = reader.item(pair.en), reader.item(pair.zh)
    rows = list(csv.reader(data.text().splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert {len(row) for row in rows} == {2}
    assert rows[0] == [english.title, chinese.title]
    assert rows[1] == [english.paragraphs[0], chinese.paragraphs[0]]
    page = etree.HTML(data.html())
    assert len(page.findall(".//tr")) == len(rows)
    cells = page.findall(".//td")
    assert "".join(cells[0].itertext()) == english.paragraphs[0]
    paragraphs = ["".join(each.itertext()) for each in page.findall(".//td/p")]
    assert sorted(paragraphs) == sorted((*english.paragraphs, *chinese.paragraphs))
    assert reader.window.article_pane.twin is None  # copying shows nothing


@pytest.mark.parametrize(
    ("name", "path"),
    [("a.tmx", ".//tu"), ("a.xlf", ".//{*}trans-unit"), ("a.xliff", ".//{*}trans-unit")],
)
def test_a_pair_is_exported_for_translators(
    reader: Reader,
    pair: Pair,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    path: str,
) -> None:
    answer(monkeypatch, tmp_path / name)
    reader.do("export_pair")
    found = etree.parse(tmp_path / name).findall(path)
    texts = ["".join(each.itertext()) for each in found]
    assert any(reader.item(pair.en).paragraphs[0] in each for each in texts)
    assert any(reader.item(pair.zh).paragraphs[0] in each for each in texts)
    close_boxes(reader)


def test_all_pairs_are_exported(
    reader: Reader, pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, tmp_path / "all", "Table of sentences with tabs, TSV (*.tsv)")
    reader.do("export_pairs")
    lines = (tmp_path / "all.tsv").read_text("utf-8").splitlines()[1:]
    told = {tuple(line.split("\t")[:2]) for line in lines}
    assert told == {(each.en, each.zh) for each in reader.pairs}
    close_boxes(reader)


def test_a_pair_is_confirmed_rejected_and_made_by_hand(reader: Reader, pair: Pair) -> None:
    button = reader.window.article_pane.bar.pair
    reader.do("parallel")
    reader.do("confirm_pair")
    assert button.toolTip().startswith("Paired by a reader")
    assert not reader.window.actions_["confirm_pair"].isEnabled()
    reader.do("reject_pair")
    assert reader.window.article_pane.twin is None
    assert pair.en not in {each.en for each in reader.pairs}
    reader.window.actions_["choose_pair"].trigger()
    dialog = reader.window.pair_desk.dialog
    assert dialog is not None
    reader.wait()
    assert dialog.rows.items[0].id == pair.zh  # of the same day
    dialog.box.setText("审计")
    reader.wait()
    assert [each.title for each in dialog.rows.items if "审计" in each.text]
    dialog.box.setText("")
    reader.wait()
    dialog.list.setCurrentIndex(dialog.rows.index(0))
    dialog.accept()
    reader.wait()
    twin = reader.window.article_pane.twin
    assert twin is not None
    assert (twin.item.id, twin.pair.by) == (pair.zh, "reader")


def test_each_decision_can_be_undone_and_nothing_is_lost(
    reader: Reader, pair: Pair, look: Look
) -> None:
    desk, line = reader.window.pair_desk, reader.window.pair_desk.undo_line
    before = reader.pairs
    reader.do("reject_pair")
    assert pair not in reader.pairs
    assert line.isVisible()
    assert line.said.endswith("are no longer a pair.")
    look.set_language("zh_TW")
    assert line.said.endswith("不再是一對。")
    look.set_language("en")
    line.undo.click()
    reader.wait()
    assert reader.pairs == before
    assert (desk.pair, line.isVisible()) == (pair, False)
    reader.do("confirm_pair")
    assert line.said.endswith("are now a pair.")
    wrong = next(each for each in before if each != pair)
    archive = reader.window.desk.archive
    assert archive is not None
    desk.decider.decide(archive.folder, together, reader.item(pair.en), wrong.zh)
    reader.wait()
    assert {each.zh for each in reader.pairs if each.by == "reader"} == {wrong.zh}
    reader.do("undo_pair")
    assert [each.by for each in reader.pairs if each.en == pair.en] == ["reader"]
    assert wrong in reader.pairs
    reader.do("undo_pair")
    assert reader.pairs == before
    assert not reader.window.actions_["undo_pair"].isEnabled()


def test_what_was_undone_holds_when_the_archive_is_opened_again(
    reader: Reader, pair: Pair, bilingual: Path
) -> None:
    before = reader.pairs
    reader.do("reject_pair")
    reader.do("undo_pair")
    reader.window.open_folder(bilingual)
    reader.wait()
    assert reader.pairs == before


def test_the_line_goes_with_the_item_but_the_menu_still_undoes(reader: Reader, pair: Pair) -> None:
    before = reader.pairs
    reader.do("reject_pair")
    reader.show(before[-1].en if before[-1] != pair else before[0].en)
    assert not reader.window.pair_desk.undo_line.isVisible()
    reader.do("undo_pair")
    assert reader.pairs == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="anybody may write everywhere")
def test_an_archive_that_cannot_be_written_says_so_in_a_line(
    reader: Reader, pair: Pair, bilingual: Path
) -> None:
    for path in (bilingual, *bilingual.rglob("*")):
        path.chmod(path.stat().st_mode & ~0o222)
    reader.do("reject_pair")
    assert str(bilingual) in complaint(reader)
    assert "\n" not in complaint(reader)
    for path in (bilingual, *bilingual.rglob("*")):
        path.chmod(path.stat().st_mode | 0o200)
    close_boxes(reader)


def test_an_archive_that_is_gone_says_so_in_a_line(
    reader: Reader, pair: Pair, bilingual: Path, tmp_path: Path
) -> None:
    bilingual.rename(tmp_path / "elsewhere")
    bilingual.write_text("a file in its place")
    reader.do("reject_pair")
    assert str(bilingual) in complaint(reader)
    assert "\n" not in complaint(reader)
    close_boxes(reader)


def test_candidates_are_of_the_other_language_the_nearest_first(
    bilingual: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_archive(bilingual) as archive:
        item = archive.item(archive.pairing.pairs()[0].zh)
        near = candidates(archive, item, "", lambda: False)
        named = candidates(archive, item, "Karmada", lambda: False)
        monkeypatch.setattr(module, "MOST", 3)
        few = candidates(archive, item, "Karmada", lambda: False)
    assert near
    assert {each.language for each in (*near, *named)} == {"en"}
    assert len(named) > len(few) == 3
    assert item.date is not None
    days = [abs((each.date - item.date).days) for each in near if each.date]
    assert days == sorted(days)
    assert max(days) <= 45


def answer(monkeypatch: pytest.MonkeyPatch, path: Path, kind: str = "") -> None:
    """Answer the file dialog."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(path), kind))


def complaint(reader: Reader) -> str:
    return reader.window.findChildren(QMessageBox)[-1].text()


def close_boxes(reader: Reader) -> None:
    for box in reader.window.findChildren(QMessageBox):
        box.close()


def test_a_window_that_closes_waits_for_no_alignment(reader: Reader, pair: Pair) -> None:
    reader.window.actions_["parallel"].trigger()
    reader.window.actions_["choose_pair"].trigger()
    assert reader.window.pair_desk.busy
    reader.window.close()
    assert not reader.window.pair_desk.busy
