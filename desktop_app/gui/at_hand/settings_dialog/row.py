"""A setting in the dialog: its name, what it is chosen with, and under both what it means."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QWidget

from desktop_app.gui.at_hand.settings_dialog.setting import Setting
from desktop_app.gui.look import Look

_LEAST = 190  # pixels of a list of choices


class SettingRow(QWidget):
    """Applies what is chosen in it at once."""

    changed = Signal()

    def __init__(self, look: Look, setting: Setting, parent: QWidget) -> None:
        """Show `setting`."""
        super().__init__(parent)
        self._look, self.setting = look, setting
        self.setObjectName(f"setting:{setting.name}")
        self.label, self.help = QLabel(self), QLabel(self)
        self.control = self._control()
        self.label.setBuddy(self.control)
        self.label.setObjectName(f"settingName:{setting.name}")
        self.help.setObjectName("settingHelp")
        self.help.setWordWrap(True)
        for each in (self.label, self.help):
            each.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(0, 1)
        if isinstance(self.control, QCheckBox):
            self.label.hide()  # the box has its name beside it
            grid.addWidget(self.control, 0, 0, 1, 2)
        else:
            grid.addWidget(self.label, 0, 0)
            grid.addWidget(self.control, 0, 1)
        grid.addWidget(self.help, 1, 0, 1, 2)

    def _control(self) -> QCheckBox | QComboBox:
        control: QCheckBox | QComboBox
        if self.setting.choices or self.setting.steps:
            control = QComboBox(self)
            control.setProperty("entry", True)
            control.setMinimumWidth(_LEAST)
            control.activated.connect(lambda _row: self._apply(control.currentData()))
        else:
            control = QCheckBox(self)
            control.toggled.connect(self._apply)
        control.setObjectName(f"settingControl:{self.setting.name}")
        return control

    def _apply(self, value: object) -> None:
        if isinstance(value, (str, int, bool)) and value != self.setting.get():
            self.setting.put(value)
            self.changed.emit()

    def show_value(self) -> None:
        """Show what holds now; it may have been changed elsewhere."""
        value = self.setting.get()
        with QSignalBlocker(self.control):
            if isinstance(self.control, QCheckBox):
                self.control.setChecked(bool(value))
            else:
                self.control.setCurrentIndex(self.control.findData(value))

    def _name(self) -> str:
        return self._look.catalog.message(self.setting.text)

    def retranslate(self) -> None:
        """Write everything anew."""
        catalog, setting, control = self._look.catalog, self.setting, self.control
        self.label.setText(self._name())
        self.help.setText(catalog.message(setting.help))
        control.setAccessibleName(self._name())
        control.setAccessibleDescription(self.help.text())
        if isinstance(control, QCheckBox):
            control.setText(self._name().replace("&", "&&"))
        else:
            with QSignalBlocker(control):
                control.clear()
                names = setting.choices(catalog) if setting.choices else {}
                for choice, name in names.items():
                    control.addItem(name, choice)
                for step in setting.steps:
                    control.addItem(catalog.percent(step), step)
        self.show_value()
