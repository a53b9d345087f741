"""The interface's language on systems that set no POSIX variables."""

from __future__ import annotations

import pytest

from desktop_app.i18n.chosen import chosen_language
from desktop_app.i18n.system import system_language


@pytest.mark.parametrize(
    ("number", "language"), [(0x0804, "zh_CN"), (0x0404, "zh_TW"), (0x0409, "en"), (0xFFFF, "en")]
)
def test_windows_tells_a_number(number: int, language: str) -> None:
    def chosen() -> str:
        return chosen_language("win32", windows_number=lambda: number)

    assert system_language({}, chosen) == language


@pytest.mark.parametrize(
    ("told", "language"),
    [
        ("zh-Hans_CN\n", "zh_CN"),
        ("zh-Hant_TW@calendar=gregorian\n", "zh_TW"),
        ("zh_TW", "zh_TW"),
        ("en_GB\n", "en"),
        ("", "en"),
    ],
)
def test_macos_tells_a_locale(told: str, language: str) -> None:
    def chosen() -> str:
        return chosen_language("darwin", apple_locale=lambda: told)

    assert system_language({}, chosen) == language


def test_variables_go_before_what_was_chosen_and_elsewhere_nothing_is() -> None:
    assert system_language({"LANG": "en_US.UTF-8"}, lambda: "zh_CN") == "en"
    assert system_language({"LC_ALL": "C"}, lambda: "zh_CN") == "en"
    assert chosen_language("linux") == ""
