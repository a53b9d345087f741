"""Where the parts of a checkout lie."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

# What installers bring for themselves; the program does not need it.
_COMING_AND_GOING = (
    "pip",
    "setuptools",
    "pkg_resources",
    "_distutils_hack",
    "distutils-precedence",
    "_virtualenv",
    "__pycache__",
)


@dataclass(frozen=True)
class Checkout:
    """The folder the program runs from, with its virtual environment inside."""

    root: Path

    @property
    def environment(self) -> Path:
        """The virtual environment."""
        return self.root / ".venv"

    @property
    def scripts(self) -> Path:
        """The environment's folder of programs."""
        return self.environment / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        """The environment's Python."""
        return self.scripts / ("python.exe" if os.name == "nt" else "python")

    @property
    def stamp(self) -> Path:
        """The note that the environment is whole; written last."""
        return self.environment / "beilin.json"

    @property
    def turnstile(self) -> Path:
        """The file that is locked while one start sets up."""
        return self.root / ".venv.lock"

    @property
    def log(self) -> Path:
        """What the tools said; kept only where one failed."""
        return self.root / ".venv.log"

    @property
    def translations(self) -> Path:
        """The folder of the gettext catalogs."""
        return self.root / "translations"

    def requirements(self, dev: bool) -> Path:
        """The pinned dependencies; those for development hold the others too."""
        return self.root / ("requirements-dev.lock" if dev else "requirements.lock")

    def packages(self) -> frozenset[str]:
        """Names of what is installed, as files and folders; empty where nothing is."""
        pattern = "Lib/site-packages" if os.name == "nt" else "lib/python3*/site-packages"
        return frozenset(
            entry
            for folder in self.environment.glob(pattern)
            for entry in os.listdir(folder)  # noqa: PTH208 - names only, at every start
            if not entry.startswith(_COMING_AND_GOING)
        )


def find_checkout() -> Checkout | None:
    """The checkout this package lies in, or None for an installed wheel."""
    checkout = Checkout(Path(__file__).resolve().parent.parent.parent)
    return checkout if checkout.requirements(dev=False).is_file() else None
