"""PySide6 6.12.0 lost a reference to None at every void call on CPython < 3.12."""

from __future__ import annotations

import subprocess
import sys

CALLS = """
from PySide6.QtGui import QPainterPath
path = QPainterPath()
for _ in range(100_000):
    path.clear()
print("alive")
"""


def test_a_hundred_thousand_void_calls_leave_python_alive() -> None:
    ran = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout.strip()) == (0, "alive"), ran.stderr
