"""The language a person chose in the settings of Windows or macOS, which set no variables."""

from __future__ import annotations

import locale
import sys
from collections.abc import Callable

_SECONDS = 2.0  # for `defaults`, which takes a twentieth of one


def chosen_language(
    platform: str = sys.platform,
    windows_number: Callable[[], int] | None = None,
    apple_locale: Callable[[], str] | None = None,
) -> str:
    """The locale of the system's interface, as ``zh_CN``; "" where there is none to be asked.

    `windows_number` gives the language identifier ([MS-LCID]), `apple_locale` what
    ``defaults read -g AppleLocale`` prints; both are the system's own where not given.
    """
    if platform == "win32":
        return locale.windows_locale.get((windows_number or _windows_number)(), "")
    if platform == "darwin":
        return (apple_locale or _apple_locale)().strip().partition("@")[0].replace("-", "_")
    return ""


def _windows_number() -> int:
    import ctypes  # noqa: PLC0415 (Windows only)

    kernel: object = getattr(ctypes, "windll").kernel32  # noqa: B009 (mypy knows it on Windows only)
    number: int = getattr(kernel, "GetUserDefaultUILanguage")()  # noqa: B009
    return number


def _apple_locale() -> str:
    import subprocess  # noqa: PLC0415 (macOS only)

    command = ["/usr/bin/defaults", "read", "-g", "AppleLocale"]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):  # then English, as without any setting
        return ""
    return done.stdout
