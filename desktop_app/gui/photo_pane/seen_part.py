"""What part of a picture is seen on a canvas."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize


@dataclass(frozen=True, slots=True)
class View:
    """`larger` times as large as fitted, the middle at `x` and `y` of width and height (0 to 1).

    `filled` where the picture fills its canvas, however large that is.
    """

    larger: float
    x: float
    y: float
    filled: bool = False


def confined(middle: float, full: float, seen: float) -> float:
    """The middle nearest to `middle` at which no edge of the picture comes inside."""
    if seen >= full:
        return full / 2
    return min(max(middle, seen / 2), full - seen / 2)


def widened(seen: QRect, level: int, full: QSize) -> QRect:
    """`seen` and a quarter around it, on whole pixels of `level`."""
    aside, above, step = seen.width() // 4, seen.height() // 4, 1 << level
    wide = seen.adjusted(-aside, -above, aside, above)
    left, top = max(wide.left(), 0) // step * step, max(wide.top(), 0) // step * step
    right = min(-(-(wide.right() + 1) // step) * step, full.width())
    bottom = min(-(-(wide.bottom() + 1) // step) * step, full.height())
    return QRect(left, top, right - left, bottom - top)
