"""What the keys of the large view do; the names are those of its deeds, and of its buttons."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, Qt

_Key = Qt.Key
KEYS: Mapping[Qt.Key, str] = {
    _Key.Key_Left: "previous",
    _Key.Key_Right: "next",
    _Key.Key_PageUp: "previous",
    _Key.Key_PageDown: "next",
    _Key.Key_Home: "first",
    _Key.Key_End: "last",
    _Key.Key_Plus: "zoom_in",
    _Key.Key_Equal: "zoom_in",
    _Key.Key_Minus: "zoom_out",
    _Key.Key_0: "fit",
    _Key.Key_1: "full",
    _Key.Key_2: "fill",
    _Key.Key_R: "turn_right",
    _Key.Key_I: "about",
    _Key.Key_Space: "slideshow",
    _Key.Key_F: "full_screen",
    _Key.Key_Escape: "close",
}
SHIFTED: Mapping[Qt.Key, str] = {_Key.Key_R: "turn_left"}
_PAN = 60.0  # logical pixels one press of Shift and an arrow key moves the picture by
PANS: Mapping[Qt.Key, QPointF] = {
    _Key.Key_Left: QPointF(_PAN, 0),
    _Key.Key_Right: QPointF(-_PAN, 0),
    _Key.Key_Up: QPointF(0, _PAN),
    _Key.Key_Down: QPointF(0, -_PAN),
}
# Shortcuts of the window that are of use while the view covers it.
LET_THROUGH = frozenset(
    {
        (_Key.Key_F11, Qt.KeyboardModifier.NoModifier),
        (_Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
    }
)
