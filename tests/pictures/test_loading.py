"""What an archive is opened with: not the decoders, which most never need."""

from __future__ import annotations

import subprocess
import sys


def test_an_archive_opens_without_the_decoders() -> None:
    code = "import sys, desktop_app.archive; print('PIL' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
