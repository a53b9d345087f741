"""Whether things on the screen may move by themselves: as the system or the person says."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, QThreadPool, Signal
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant
from PySide6.QtWidgets import QApplication

from desktop_app.gui.tasks import Task

SYSTEM, REDUCED, FULL = "system", "reduced", "full"
CHOICES = (SYSTEM, REDUCED, FULL)
_PATIENCE = 500  # milliseconds for the desktop's answer
_CLIENT_AREA_ANIMATION = 0x1042  # SPI_GETCLIENTAREAANIMATION
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip, Qt.UIEffect.UI_FadeTooltip, Qt.UIEffect.UI_AnimateToolBox,
)  # fmt: skip
# What the portal of Linux desktops calls it, and the value that means less motion.
_ASKED = (
    ("org.freedesktop.appearance", "reduced-motion", 1),
    ("org.gnome.desktop.interface", "enable-animations", False),
)


class Motion(QObject):
    """Applies the choice to the application: menus, caret, bars; `changed` tells others."""

    changed = Signal()

    def __init__(self, pool: QThreadPool, parent: QObject) -> None:
        """Ask the system on a thread of `pool`: a desktop may take its time."""
        super().__init__(parent)
        self.choice = SYSTEM
        self.reduced = False
        self._system = False
        self._flash = QApplication.cursorFlashTime()
        asking = Task(lambda _task: system_reduces(), self)
        asking.done.connect(self._hear)
        asking.start(pool)

    def choose(self, choice: str) -> None:
        """Follow `choice`, one of `CHOICES`; anything else is as the system has it."""
        self.choice = choice if choice in CHOICES else SYSTEM
        self._apply()

    def _hear(self, reduces: bool) -> None:
        self._system = reduces
        self._apply()

    def _apply(self) -> None:
        reduced = self.choice == REDUCED or (self.choice == SYSTEM and self._system)
        if reduced == self.reduced:
            return
        self.reduced = reduced
        for effect in _EFFECTS:
            QApplication.setEffectEnabled(effect, not reduced)
        QApplication.setCursorFlashTime(0 if reduced else self._flash)
        self.changed.emit()


def system_reduces() -> bool:
    """Whether the system asks programs for less motion; False where it does not say."""
    if sys.platform == "win32":  # untried
        on = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(on), 0)
        return not on.value
    if sys.platform == "darwin":  # untried
        place = Path.home() / "Library/Preferences/com.apple.universalaccess.plist"
        settings = QSettings(str(place), QSettings.Format.NativeFormat)
        return settings.value("reduceMotion", 0) in (1, "1", True)
    return "DBUS_SESSION_BUS_ADDRESS" in os.environ and _portal_reduces()


def _portal_reduces() -> bool:
    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "beilin-motion")
    try:
        return any(_answer(bus, room, key) == meant for room, key, meant in _ASKED)
    finally:
        QDBusConnection.disconnectFromBus("beilin-motion")


def _answer(bus: QDBusConnection, room: str, key: str) -> object:
    """What the desktop's portal says of a setting; None where it says nothing."""
    asked = QDBusMessage.createMethodCall(
        "org.freedesktop.portal.Desktop",
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Settings",
        "ReadOne",
    )
    asked.setArguments([room, key])
    said = bus.call(asked, timeout=_PATIENCE).arguments()
    value: object = said[0] if said else None
    return value.variant() if isinstance(value, QDBusVariant) else value
