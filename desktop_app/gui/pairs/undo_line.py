"""The line above the text that tells of a decision about a pair, and takes it back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.pairs.deciding import Decided

_LONGEST = 24  # code points of a title


class UndoLine(QWidget):
    """Hidden without a decision."""

    wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Write in the language of `look`."""
        super().__init__(parent)
        self._look = look
        self._decided: Decided | None = None
        self.setObjectName("undoLine")
        self._said = QLabel(self)
        self._said.setObjectName("undoSaid")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.undo, self.close_ = self._button("undoPair"), self._button("closeUndo")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 10, 6)
        layout.setSpacing(6)
        layout.addWidget(self._said, 1)
        layout.addWidget(self.undo)
        layout.addWidget(self.close_)
        self.undo.clicked.connect(self.wanted)
        self.close_.clicked.connect(self.hide)
        self.retranslate()
        self.hide()

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setProperty("chip", True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def tell(self, decided: Decided | None) -> None:
        """Tell of what was `decided`; None: of nothing."""
        self._decided = decided
        self.retranslate()
        self.setVisible(decided is not None)

    @property
    def said(self) -> str:
        """All that is told."""
        return self._said.toolTip()

    def retranslate(self) -> None:
        """Write every word anew."""
        text, decided = self._look.catalog.text, self._decided
        self.setAccessibleName(text("The last decision about a pair"))
        self.undo.setText(text("Undo"))
        self.undo.setAccessibleName(text("Undo"))
        self.undo.setToolTip(text("Take this decision back"))
        self.close_.setText("×")
        self.close_.setAccessibleName(text("Close"))
        self.close_.setToolTip(text("Close"))
        words = ""
        if decided is not None:
            one, other = (
                _shortened(self._look.shown(each.title)) for each in (decided.one, decided.other)
            )
            words = text(decided.decision.said.key, one=one, other=other)
        self._said.setToolTip(words)
        self._said.setAccessibleName(words)
        self._fit()

    def _fit(self) -> None:
        """Write as much as there is room for; the tip has all."""
        words, room = self._said.toolTip(), max(self._said.width(), 40)
        elide = Qt.TextElideMode.ElideMiddle
        self._said.setText(self._said.fontMetrics().elidedText(words, elide, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _shortened(title: str) -> str:
    return title if len(title) <= _LONGEST else title[: _LONGEST - 1] + "…"
