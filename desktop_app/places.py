"""Where the program's own files lie, in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
# A wheel carries resources/ and translations/ inside the package (see pyproject.toml).
_ROOT = _PACKAGE / "_data" if (_PACKAGE / "_data").is_dir() else _PACKAGE.parent


def resources() -> Path:
    """The folder of icons, styles of citation and the sample archive's sources."""
    return _ROOT / "resources"


def translations() -> Path:
    """The folder of the gettext catalogs."""
    return _ROOT / "translations"
