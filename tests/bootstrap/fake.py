"""A checkout with nothing in it but the set-up, and a uv that needs no network."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
_COPIED = ("__init__.py", "files.py", "display.py", "bootstrap")

# Notes each call; makes a real environment, and "installs" a Qt that can be imported.
_UV = """\
#!/bin/sh
echo "$1 $2" >> "$FAKE_CALLS"
case "$1" in
venv) exec "$3" -m venv --without-pip "$4" ;;
pip) cd "${4%/bin/python}"/lib/python3*/site-packages
     mkdir -p PySide6 && : > PySide6/QtWidgets.py ;;
esac
"""
_FAILING = """\
#!/bin/sh
echo "$1 $2" >> "$FAKE_CALLS"
echo "Connection refused" >&2
exit 1
"""
# Stands for Babel: compiles what `python -m desktop_app.i18n compile` would.
_COMPILE = """\
import os
from pathlib import Path

for po in Path("translations").glob("*/LC_MESSAGES/*.po"):
    po.with_suffix(".mo").write_bytes(po.read_bytes())
with open(os.environ["FAKE_CALLS"], "a") as calls:
    calls.write("compile catalogs\\n")
"""
_START = "from desktop_app.bootstrap import ensure; print(ensure(dev={dev}))"


@dataclass(frozen=True)
class Started:
    """What one start said and did; `calls` are the tools it called."""

    status: int
    python: str
    said: str
    calls: list[str]


@dataclass(frozen=True)
class FakeCheckout:
    """A checkout in `root`, its tools in `tools`."""

    root: Path
    tools: Path

    @property
    def stamp(self) -> Path:
        return self.root / ".venv" / "beilin.json"

    @property
    def qt(self) -> Path:
        return next(self.root.glob(".venv/lib/python3*/site-packages")) / "PySide6"

    @property
    def catalog(self) -> Path:
        return self.root / "translations" / "en" / "LC_MESSAGES" / "desktop_app.mo"

    def start(self, dev: bool = False, **variables: str) -> Started:
        """Start once, with no other tool to be found than those of this checkout."""
        calls = self.tools / "calls"
        calls.unlink(missing_ok=True)
        ran = subprocess.run(
            [_python(), "-c", _START.format(dev=dev)],
            cwd=self.root,
            env={**_environment(self.tools, calls), **variables},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        called = calls.read_text().splitlines() if calls.exists() else []
        return Started(ran.returncode, ran.stdout.strip(), ran.stderr, called)

    def change_stamp(self, **values: Any) -> None:  # noqa: ANN401
        content: Mapping[str, Any] = json.loads(self.stamp.read_bytes())
        self.stamp.write_text(json.dumps({**content, **values}))

    def break_uv(self) -> None:
        _write_program(self.tools / "uv", _FAILING)

    def mend_uv(self) -> None:
        _write_program(self.tools / "uv", _UV)


def make_checkout(folder: Path) -> FakeCheckout:
    """Make a checkout in a folder whose name has a space and Chinese characters."""
    root, tools = folder / "新 闻", folder / "tools"
    package, catalogs = root / "desktop_app", root / "translations" / "en" / "LC_MESSAGES"
    for made in (package / "i18n", catalogs, tools):
        made.mkdir(parents=True)
    for name in _COPIED:
        source = ROOT / "desktop_app" / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, package / name)
    (package / "i18n" / "__init__.py").touch()
    (package / "i18n" / "__main__.py").write_text(_COMPILE)
    (catalogs / "desktop_app.po").write_text('msgid ""\n')
    (root / "requirements.lock").write_text("qt==1\n")
    (root / "requirements-dev.lock").write_text("qt==1\npytest==1\n")
    checkout = FakeCheckout(root, tools)
    checkout.mend_uv()
    return checkout


def _python() -> str:
    return str(getattr(sys, "_base_executable", "") or sys.executable)


def _environment(tools: Path, calls: Path) -> dict[str, str]:
    # The system's own folders hold what the set-up looks for: a font list, Xvfb.
    path = os.pathsep.join([str(tools), "/usr/bin", "/bin"])
    return {"PATH": path, "HOME": str(tools), "LANG": "C.UTF-8", "FAKE_CALLS": str(calls)}


def _write_program(path: Path, text: str) -> None:
    path.write_text(text)
    path.chmod(0o755)
