"""Run under Xvfb by test_xvfb: works the window by mouse and keys, prints what is seen."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from desktop_app.gui.application import make_application, make_look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.settings import Settings
from tests.event_loop import wait
from tests.gui.conftest import type_text


def settle(window: MainWindow) -> None:
    """Wait until the window has been idle for a moment."""
    idle, end = 0, time.monotonic() + 60
    while idle < 5 and time.monotonic() < end:
        wait(20)
        idle = 0 if window.busy else idle + 1


def ask(window: MainWindow, query: str) -> dict[str, object]:
    """Type `query` and return the count and titles shown."""
    box = window.search_pane.box
    box.setFocus()
    box.selectAll()
    type_text(box, query)
    settle(window)
    titles = [hit.item.title for hit in window.search_pane.model.loaded_rows()]
    return {"count": window.search_pane.count.text().split(" ·")[0], "titles": titles}


def screen(window: MainWindow, file: Path) -> QImage:
    """What stands on the screen now."""
    wait(100)
    picture = QGuiApplication.primaryScreen().grabWindow(window.winId())
    picture.save(str(file))
    return picture.toImage()


def main(archive: Path, out: Path) -> None:
    application = make_application()
    look = make_look(application, "en", "light")
    window = MainWindow(look, Settings(out / "settings.toml"))
    window.show()
    window.open_folder(archive)
    settle(window)
    seen: dict[str, object] = {"platform": application.platformName()}
    seen["chinese query"] = ask(window, "交通大学")
    seen["english query"] = ask(window, "harbor")
    hits = window.search_pane.hits
    place = hits.visualRect(window.search_pane.model.index(0, 0)).center()
    QTest.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(window)
    texts = window.article_pane.findChildren(QTextEdit)
    seen["article"] = "\n".join(text.toPlainText() for text in texts)
    before = screen(window, out / "english.png")
    QTest.mouseClick(window.language_switch, Qt.MouseButton.LeftButton)
    settle(window)
    after = screen(window, out / "chinese.png")
    seen["count in Chinese"] = window.search_pane.count.text()
    seen["menu in Chinese"] = window.actions_.menus["archive"].title()
    seen["query kept"] = window.search_pane.box.text()
    points = [(x, y) for x in range(before.width()) for y in range(before.height())]
    seen["different pixels"] = sum(before.pixel(x, y) != after.pixel(x, y) for x, y in points)
    seen["colours"] = len({after.pixel(x, y) for x, y in points})
    print(json.dumps(seen, ensure_ascii=True))
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
