"""The program itself on a virtual screen, driven by keys and clicks as by a person."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PERSON = ROOT / "tests" / "gui" / "person.py"


@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="Xvfb is not installed")
def test_a_person_searches_reads_and_switches_the_language(
    archive_folder: Path, tmp_path: Path
) -> None:
    environment = {k: v for k, v in os.environ.items() if k not in ("QT_QPA_PLATFORM", "DISPLAY")}
    environment |= {"LANG": "en_US.UTF-8", "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "xcb"}
    ran = subprocess.run(
        ["xvfb-run", "-a", "-s", "-screen 0 1400x900x24",
         sys.executable, str(PERSON), str(archive_folder), str(tmp_path)],
        capture_output=True, text=True, timeout=120, cwd=ROOT, env=environment, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    seen = json.loads(ran.stdout)
    assert seen["platform"] == "xcb"
    assert seen["chinese query"] == {"count": "1 item", "titles": ["合作协议"]}
    assert seen["english query"] == {"count": "1 item", "titles": ["Harbor opens"]}
    assert "Many ships came to the harbor." in seen["article"]
    assert seen["count in Chinese"].startswith("1 条")
    assert seen["menu in Chinese"] == "档案库(&A)"
    assert seen["query kept"] == "harbor"
    # What a person sees has changed where words stand, and is no blank.
    assert seen["different pixels"] > 500
    assert seen["colours"] > 50
