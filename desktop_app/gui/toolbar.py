"""The bar under the menus: what is done most, the views, help and the other language."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QActionEvent
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.icons import icon
from desktop_app.gui.language_switch import LanguageSwitch
from desktop_app.gui.look import Look

HOME = "home"  # the view that stands on the left, as in a browser
# Which actions show their drawing alone where there is no room for words, the first to go first.
_SPARED = (("back", "forward", HOME), ("help",), ("open", "import_files"))
_WORDS, _WORDS_ALONE, _DRAWING = (
    Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
    Qt.ToolButtonStyle.ToolButtonTextOnly,
    Qt.ToolButtonStyle.ToolButtonIconOnly,
)
_APART = 4  # pixels between a drawing and its words, as Qt has it


class WindowToolbar(QToolBar):
    """Offers actions of `registry`; the views stand in the middle.

    Languages are of different lengths: where the words do not fit, the sidemost go, and
    tool tips tell them.
    """

    def __init__(
        self,
        look: Look,
        registry: ActionRegistry,
        views: Sequence[str],
        other: str,
        parent: QWidget,
    ) -> None:
        """Offer the `views` by their actions' names, and English or the language `other`."""
        super().__init__(parent)
        self._look, self._registry = look, registry
        others = tuple(name for name in views if name != HOME)
        self._views = others if len(others) > 1 else ()
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setIconSize(QSize(20, 20))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setToolButtonStyle(_WORDS)
        self._add(("back", "forward", *([HOME] if HOME in views else []), "open", "import_files"))
        self._add_gap()
        self._add(self._views)
        for name in self._views:
            self._mark_view(name)
        self._add_gap()
        self._add(("help",))
        self.language_switch = LanguageSwitch(look, other, self)
        self.addWidget(self.language_switch)
        look.theme_changed.connect(self._draw_icons)
        self._draw_icons()
        self.retranslate()

    def _add(self, names: Sequence[str]) -> None:
        for name in names:
            self.addAction(self._registry[name])

    def _add_gap(self) -> None:
        gap = QWidget(self)
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)

    def _mark_view(self, name: str) -> None:
        """Have the style sheet underline the view that is shown."""
        button = self.widgetForAction(self._registry[name])
        if isinstance(button, QToolButton):
            button.setProperty("view", True)
            button.setToolButtonStyle(_WORDS_ALONE)

    def _fit(self) -> None:
        """Show as many words as there is room for; those of the views go last."""
        there = set(self.actions())
        groups = [
            [self._button(name) for name in names if self._registry[name] in there]
            for names in (*_SPARED, self._views)
        ]
        folded = [each for buttons in groups for each in buttons if _is_folded(each)]
        needed = self.sizeHint().width() + sum(map(_words_width, folded))
        for buttons in groups:
            fits = needed <= self.width()
            needed -= 0 if fits else sum(map(_words_width, buttons))
            for button in buttons:
                style = _wide_style(button) if fits else _DRAWING
                if button.toolButtonStyle() != style:
                    button.setToolButtonStyle(style)

    def _button(self, name: str) -> QToolButton:
        button = self.widgetForAction(self._registry[name])
        assert isinstance(button, QToolButton)
        return button

    def event(self, event: QEvent) -> bool:
        """Make the words fit before the bar is laid out: what has no room then loses the focus."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return super().event(event)

    def actionEvent(self, event: QActionEvent) -> None:
        """Make words fit as soon as one of them is another: the window may lay the bar out next."""
        super().actionEvent(event)
        if event.type() == QEvent.Type.ActionChanged:
            self._fit()

    def _draw_icons(self) -> None:
        for name, drawing in self._registry.icons():
            self._registry[name].setIcon(icon(drawing, self._look.theme))
        self.language_switch.setIcon(icon("language", self._look.theme))

    def retranslate(self) -> None:
        """Name the bar; its actions are named by their registry."""
        name = self._look.catalog.text("Toolbar")
        self.setWindowTitle(name)
        self.setAccessibleName(name)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _is_folded(button: QToolButton) -> bool:
    return button.toolButtonStyle() == _DRAWING


def _wide_style(button: QToolButton) -> Qt.ToolButtonStyle:
    """How a button looks where there is room."""
    return _WORDS_ALONE if button.property("view") else _WORDS


def _words_width(button: QToolButton) -> int:
    """The pixels a button saves without its words, beside its drawing or in its place."""
    words = button.fontMetrics().horizontalAdvance(button.text())
    alone = _wide_style(button) == _WORDS_ALONE
    return words - button.iconSize().width() if alone else words + _APART
