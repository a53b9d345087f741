"""The panel "Aa": theme, face, size, height of lines, alignment, scale of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QWidget

from desktop_app.gui.appearance.chip_row import ChipRow
from desktop_app.gui.appearance.stepper import Stepper
from desktop_app.gui.appearance.swatches import SIZE, swatches
from desktop_app.gui.appearance.words import alignments, faces, leadings, sizes
from desktop_app.gui.article_pane.text_style import CHOICES, TextStyle
from desktop_app.gui.article_pane.typography import SIZES
from desktop_app.gui.look import Look
from desktop_app.gui.theme import CHOICES as THEMES
from desktop_app.gui.theme_names import theme_names


class AppearancePanel(QFrame):
    """Lies over the article until something else is pressed; every choice acts at once."""

    style_chosen = Signal(str, str)  # a field of `TextStyle` and the choice

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Steer the theme of `look`; the rest is told by signals."""
        super().__init__(parent, Qt.WindowType.Popup)
        self._look = look
        self.setObjectName("appearancePanel")
        self.themes = ChipRow("themes", THEMES, self)
        self.sizes = ChipRow("textSizes", tuple(SIZES), self)
        self.zoom = Stepper("textZoom", self)
        self.styles = {field: ChipRow(field, choices, self) for field, choices in CHOICES.items()}
        self.scale = Stepper("windowScale", self)
        self.note = QLabel(self)
        self.note.setObjectName("scaleNote")
        self.note.setWordWrap(True)
        self.note.hide()
        self._form = QFormLayout(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        form = self._form
        form.setContentsMargins(16, 14, 16, 14)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(9)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        rows = (self.themes, self.sizes, self.zoom, *self.styles.values(), self.scale)
        self._labels = [QLabel(self) for _row in rows]
        for label, row in zip(self._labels, rows, strict=True):
            label.setBuddy(row)
            form.addRow(label, row)
        form.addRow(self.note)
        self.themes.draw(swatches(), SIZE)

    def _connect(self) -> None:
        self.themes.chosen.connect(self._look.set_theme)
        self._look.theme_changed.connect(self._show_theme)
        for field, row in self.styles.items():
            row.chosen.connect(lambda choice, field=field: self.style_chosen.emit(field, choice))
        self._show_theme()

    def _show_theme(self) -> None:
        self.themes.show_choice(self._look.theme_choice)

    def show_style(self, style: TextStyle) -> None:
        """Press the buttons of `style`."""
        for field, row in self.styles.items():
            row.show_choice(getattr(style, field))

    def open_under(self, button: QWidget) -> None:
        """Open below `button`, inside the screen, with the theme in the focus."""
        self.adjustSize()
        place = button.mapToGlobal(QPoint(0, button.height() + 4))
        screen = button.screen().availableGeometry()
        left = min(place.x(), screen.right() - self.width())
        self.move(max(screen.left(), left), min(place.y(), screen.bottom() - self.height()))
        self.show()
        self.themes.buttons[self._look.theme_choice].setFocus(Qt.FocusReason.PopupFocusReason)

    def retranslate(self) -> None:
        """Write every word anew."""
        catalog = self._look.catalog
        text = catalog.text
        titles = [
            *(text("Theme"), text("Text size"), text("Zoom"), text("Face"), text("Line height")),
            *(text("Alignment"), text("Window scale")),
        ]
        for label, title in zip(self._labels, titles, strict=True):
            label.setText(title)
        self.setAccessibleName(text("Appearance of the text"))
        self.themes.write(titles[0], theme_names(catalog))
        self.sizes.write(titles[1], sizes(catalog))
        self.zoom.write(catalog, titles[2])
        names = {"face": faces(catalog), "leading": leadings(catalog)}
        for (field, row), title in zip(self.styles.items(), titles[3:6], strict=True):
            row.write(title, names.get(field) or alignments(catalog))
        self.scale.write(catalog, titles[6])
        self.note.setText(text("The window takes this scale when Beilin is next opened."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
