"""Joins what helps to read the other language to the window: its actions and the article."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QThreadPool
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.language_switch import ChoiceMenu
from desktop_app.gui.look import Look
from desktop_app.gui.reading_aid.aid import ReadingAid
from desktop_app.gui.tasks import Task
from desktop_app.language import rewriting, spoken
from desktop_app.language.rewriting import AS_PUBLISHED, SCRIPTS, SIMPLIFIED, TRADITIONAL


class ReadingDesk(QObject):
    """The reading aid of the article, the script of its Chinese, and pinyin over it."""

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
        self._set = (AS_PUBLISHED, False)  # how the article is shown
        self.aid = ReadingAid(look, pool, article.view)
        self.failed = self.aid.failed
        self.scripts = ScriptMenu(look, window)
        self.scripts.chosen.connect(self.set_script)
        actions["look_up"].triggered.connect(lambda _on: self.aid.look_up())
        actions["reading_aid"].toggled.connect(self.aid.set_pointing)
        actions["pinyin"].toggled.connect(self._set_pinyin)
        caret = article.caret
        actions["caret"].toggled.connect(caret.set_browsing)
        actions.connect(
            {
                "next_paragraph": lambda: caret.step(1),
                "previous_paragraph": lambda: caret.step(-1),
                "other_text": caret.cross,
            }
        )

    @property
    def busy(self) -> bool:
        """Whether something is being opened for the first time."""
        return self.aid.busy or self._reading is not None

    def set_script(self, script: str) -> None:
        """Show Chinese texts in `script`; anything but one of `SCRIPTS` is as published."""
        self.script = script if script in SCRIPTS else AS_PUBLISHED
        self.scripts.show_choice(self.script)
        self._show()

    def _set_pinyin(self, on: bool) -> None:
        self._pinyin = on
        self._show()

    def _show(self) -> None:
        """Show the article so, once the tables for it are read; the first time takes 0.3 s."""
        script, pinyin = self.script, self._pinyin
        task = self._reading = Task(lambda _task: _read_tables(script, pinyin), self)
        task.done.connect(lambda _read: self._shown(task, script, pinyin))
        task.failed.connect(lambda error: self._fail(task, error))
        task.start(self._pool)

    def _shown(self, task: Task, script: str, pinyin: bool) -> None:
        if task is self._reading:  # or something else has been chosen since
            self._reading = None
            if self._set != (script, pinyin):
                self._set = (script, pinyin)
                self._look.set_script(script)
                self._article.set_reading(script, pinyin)

    def _fail(self, task: Task, error: Exception) -> None:
        if task is self._reading:
            self._reading = None
        self.failed.emit(error)


def _read_tables(script: str, pinyin: bool) -> None:
    """Have read what showing Chinese so needs."""
    rewriting.prepare(script)
    if pinyin:
        spoken.prepare()


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
