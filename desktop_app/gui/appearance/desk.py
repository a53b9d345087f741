"""Joins the panel "Aa" to the window: to the article, the theme and what is remembered."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.appearance.panel import AppearancePanel
from desktop_app.gui.appearance.window_scale import KEY, chosen_scale, stepped_scale
from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.article_pane.text_style import USUAL_STYLE
from desktop_app.gui.look import Look
from desktop_app.gui.settings import Settings


class AppearanceDesk(QObject):
    """Sets texts in the style a person likes, and remembers it."""

    def __init__(
        self,
        look: Look,
        settings: Settings,
        actions: ActionRegistry,
        article: ArticlePane,
        window: QWidget,
    ) -> None:
        """Set `article` in the style of `settings`."""
        super().__init__(window)
        self._settings, self._bar, self._scale = settings, article.bar, article.scale
        self._started = self._wanted = chosen_scale(settings)
        self.panel = AppearancePanel(look, window)
        self._restore()
        self._connect()
        actions["appearance"].triggered.connect(lambda _on: self.open())

    def open(self) -> None:
        """Open the panel under its button."""
        self.panel.open_under(self._bar.appearance)

    def _restore(self) -> None:
        style = USUAL_STYLE
        for field in fields(style):
            style = style.with_choice(field.name, self._settings.string(field.name))
        self._scale.set_style(style)
        self._show_all()

    def _connect(self) -> None:
        panel, scale = self.panel, self._scale
        self._bar.appearance.clicked.connect(self.open)
        panel.style_chosen.connect(self.choose)
        panel.sizes.chosen.connect(scale.set_size)
        panel.zoom.stepped.connect(scale.step_zoom)
        panel.scale.stepped.connect(self._step_scale)
        scale.changed.connect(self._show_all)

    def _show_all(self) -> None:
        self.panel.show_style(self._scale.style)
        self.panel.sizes.show_choice(self._scale.size)
        self.panel.zoom.show_percent(self._scale.zoom)
        self.panel.scale.show_percent(self._wanted)

    def choose(self, field: str, choice: str) -> None:
        """Set texts with another choice of one field of `TextStyle`, and remember it."""
        self._settings.put(field, choice)
        self._scale.set_style(self._scale.style.with_choice(field, choice))

    def _step_scale(self, by: int) -> None:
        self.set_scale(stepped_scale(self._wanted, by))

    def set_scale(self, percent: int) -> None:
        """Remember another scale of the window, and say when it comes."""
        self._wanted = percent
        self._settings.put(KEY, self._wanted)
        self.panel.scale.show_percent(self._wanted)
        self.panel.note.setVisible(self._wanted != self._started)
        self.panel.adjustSize()
