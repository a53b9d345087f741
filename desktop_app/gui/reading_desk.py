"""Joins what helps to read the other language to the window: its actions and the article."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.language_switch import ChoiceMenu
from desktop_app.gui.look import Look
from desktop_app.gui.reading_aid.aid import ReadingAid
from desktop_app.gui.tasks import Task
from desktop_app.language.rewriting import AS_PUBLISHED, SCRIPTS, SIMPLIFIED, TRADITIONAL
from desktop_app.language.spoken import spoken


class ReadingDesk(QObject):
    """The reading aid of the article, the script of its Chinese, and pinyin over it."""

    script_changed = Signal(str)

    def __init__(
        self,
        look: Look,
        pool: QThreadPool,
        actions: ActionRegistry,
        article: ArticlePane,
        window: QWidget,
    ) -> None:
        """Serve `article`."""
        super().__init__(window)
        self._look, self._pool, self._article = look, pool, article
        self._pinyin, self._reading = False, None  # type: bool, Task | None
        self.script = AS_PUBLISHED
        self.aid = ReadingAid(look, pool, article.view)
        self.failed = self.aid.failed
        self.scripts = ScriptMenu(look, window)
        self.scripts.chosen.connect(self.set_script)
        actions["look_up"].triggered.connect(lambda _on: self.aid.look_up())
        actions["reading_aid"].toggled.connect(self.aid.set_pointing)
        actions["pinyin"].toggled.connect(self._set_pinyin)

    @property
    def busy(self) -> bool:
        """Whether something is being opened for the first time."""
        return self.aid.busy or self._reading is not None

    def _set_pinyin(self, on: bool) -> None:
        """Show pinyin, once its tables are read, or leave it."""
        self._pinyin = on
        if on and self._reading is None:
            task = self._reading = Task(lambda _task: spoken("拼音"), self)
            for ending in (task.done, task.stopped):
                ending.connect(lambda _made: self._read())
            task.failed.connect(self._fail)
            task.start(self._pool)
        elif not on:
            self._article.set_reading(self.script, pinyin=False)

    def _read(self) -> None:
        self._reading = None
        self._article.set_reading(self.script, self._pinyin)

    def _fail(self, error: Exception) -> None:
        self._reading = None
        self.failed.emit(error)

    def set_script(self, script: str) -> None:
        """Show Chinese texts in `script`; anything but one of `SCRIPTS` is as published."""
        self.script = script if script in SCRIPTS else AS_PUBLISHED
        self.scripts.show_choice(self.script)
        self._article.set_reading(self.script, self._pinyin and self._reading is None)
        self.script_changed.emit(self.script)


class ScriptMenu(ChoiceMenu):
    """As published, simplified, traditional."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """As published at first."""
        super().__init__("script", SCRIPTS, parent)
        self._look, self._choice = look, AS_PUBLISHED
        self.retranslate()

    def show_choice(self, script: str) -> None:
        """Check `script`."""
        self._choice = script
        self.retranslate()

    def retranslate(self) -> None:
        """Write every entry anew."""
        text = self._look.catalog.text
        names = {
            AS_PUBLISHED: text("As published"),
            SIMPLIFIED: text("Simplified"),
            TRADITIONAL: text("Traditional"),
        }
        self.write(text("Chinese script in texts"), names, self._choice)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
