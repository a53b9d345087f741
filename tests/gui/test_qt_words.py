"""The words Qt's catalogs lack, in a form that Qt reads by itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from desktop_app.gui.qm_file import compiled
from desktop_app.gui.qt_words import QtWords
from desktop_app.i18n.catalog import Catalog

_PICTURES_ON_THREADS = """
import sys, threading
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QImageReader
from desktop_app.gui.qt_words import QtWords
from desktop_app.i18n.catalog import Catalog

application = QGuiApplication([])
words = QtWords()
words.set_catalog(Catalog("zh_CN"))
QCoreApplication.installTranslator(words.translator)

def read():
    for _ in range(400):
        QImageReader(sys.argv[1]).size()

threads = [threading.Thread(target=read) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""


@pytest.mark.parametrize(
    ("language", "word"), [("zh_CN", "文件夹"), ("zh_TW", "資料夾"), ("en", "Folder")]
)
def test_words_follow_the_language(language: str, word: str) -> None:
    words = QtWords()
    for each in ("en", "zh_TW", language):
        words.set_catalog(Catalog(each))
    assert words.translator.translate("QAbstractFileIconProvider", "Folder") == word
    assert not words.translator.translate("QFileDialog", "Folder")
    assert not words.translator.translate("QFileDialog", "Nobody said so")


def test_a_compiled_catalog_gives_back_every_word() -> None:
    words = {(f"C{n % 7}", f"Source {n} é"): f"词语 {n} 😀" for n in range(300)}
    data, translator = compiled(words), QTranslator()
    assert translator.load(data)
    for (context, source), text in words.items():
        assert translator.translate(context, source) == text


def test_pictures_read_on_several_threads_do_not_wait_for_each_other_for_ever(
    tmp_path: Path,
) -> None:
    picture = tmp_path / "none.bin"
    picture.write_bytes(b"\0" * 100)  # every format is asked whether it is one of its own
    command = [sys.executable, "-c", _PICTURES_ON_THREADS, str(picture)]
    done = subprocess.run(command, timeout=120, env={"QT_QPA_PLATFORM": "offscreen"}, check=False)
    assert done.returncode == 0
