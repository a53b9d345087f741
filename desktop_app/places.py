"""Where everything lies: the program's own files, and what a person's use of it leaves.

The second follows the system's custom (`platformdirs`), or lies beside the program where a
folder `PORTABLE` stands there (`portable.py`).
"""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs

from desktop_app.portable import PORTABLE, Portable

_NAME = "beilin"
_PACKAGE = Path(__file__).resolve().parent
_WHEEL = _PACKAGE / "_data"
# A wheel carries resources/ and translations/ inside the package (see pyproject.toml).
_ROOT = _WHEEL if _WHEEL.is_dir() else _PACKAGE.parent


def resources() -> Path:
    """The folder of icons, styles of citation and the sample archive's sources."""
    return _ROOT / "resources"


def translations() -> Path:
    """The folder of the gettext catalogs."""
    return _ROOT / "translations"


def beside_program() -> Path:
    """The folder in which `PORTABLE` may stand.

    That of the one executable, the checkout, or for a wheel the environment it is
    installed in.
    """
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent
    return Path(sys.prefix) if _ROOT == _WHEEL else _ROOT


def portable() -> Portable | None:
    """Where things lie in portable mode; None where that is not chosen."""
    folder = beside_program() / PORTABLE
    return Portable(folder) if folder.is_dir() else None


def settings_folder() -> Path:
    """The folder of the settings; it may not be there yet, nor may those below."""
    carried = portable()
    return carried.home if carried else Path(platformdirs.user_config_dir(_NAME))


def data_folder() -> Path:
    """The folder of what the reader keeps (marks) and of the sample archive."""
    carried = portable()
    return carried.home / "data" if carried else Path(platformdirs.user_data_dir(_NAME))


def cache_folder() -> Path:
    """The folder of what can be made again: thumbnails, indexes of archives on read-only media."""
    carried = portable()
    return carried.home / "cache" if carried else Path(platformdirs.user_cache_dir(_NAME))


def log_folder() -> Path:
    """The folder of the log of problems."""
    carried = portable()
    return carried.home / "log" if carried else Path(platformdirs.user_log_dir(_NAME))


def documents_folder() -> Path:
    """Where a file dialog starts: the stick itself in portable mode, else the documents."""
    return beside_program() if portable() else Path(platformdirs.user_documents_dir())
