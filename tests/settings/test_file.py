"""The settings file keeps what it does not know and survives what people do to it."""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.settings.file import SettingsFile
from desktop_app.settings.toml_text import toml_text

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_VALUES = st.recursive(
    st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), _VALUES, max_size=5))
def test_what_is_written_is_read_back(table: dict[str, object]) -> None:
    assert tomllib.loads(toml_text(table)) == table


def test_a_first_file_is_made_with_its_folder(tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / "new" / "settings.toml")
    assert settings.is_new
    settings.put("theme", "dark")
    settings.put("shortcuts.open", ["Ctrl+O"])
    settings.save()
    text = (tmp_path / "new" / "settings.toml").read_text("utf-8")
    assert text == 'theme = "dark"\n\n[shortcuts]\nopen = ["Ctrl+O"]\n'
    again = SettingsFile(settings.path)
    assert (again.get("theme"), again.get("shortcuts.open")) == ("dark", ["Ctrl+O"])
    assert again.get("shortcuts.open.deeper") is None


def test_unknown_keys_and_those_of_another_window_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('colour = "blue"\nborn = 2021-08-31\n[later.on]\nx = [{a = 1}]\n', "utf-8")
    first, second = SettingsFile(path), SettingsFile(path)
    first.put("theme", "dark")
    second.put("zoom", 120)
    first.save()
    second.save()
    values = tomllib.loads(path.read_text("utf-8"))
    assert values.pop("born").isoformat() == "2021-08-31"
    assert values == {
        "colour": "blue", "theme": "dark", "zoom": 120, "later": {"on": {"x": [{"a": 1}]}},
    }  # fmt: skip


def test_a_key_is_taken_out(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "dark"\nzoom = 90\n', "utf-8")
    settings = SettingsFile(path)
    settings.put("theme", None)
    settings.save()
    assert path.read_text("utf-8") == "zoom = 90\n"


def test_bad_toml_is_kept_aside_and_told_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    for number, content in enumerate((b"theme = dark\n", b"\xff\xfe\x00", b"a = " + b"[" * 9000)):
        path.write_bytes(content)
        settings = SettingsFile(path)
        aside = tmp_path / f"settings.toml.unreadable{f'-{number + 1}' if number else ''}"
        assert aside.read_bytes() == content
        assert settings.get("theme") is None
        assert str(aside) in str(settings.problem)
        assert "\n" not in str(settings.problem)
        settings.put("theme", "light")
        settings.save()
        assert SettingsFile(path).get("theme") == "light"


def test_a_path_that_is_no_text_does_not_stop_the_writing(tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / "settings.toml")
    settings.put("recent", ["/home/\udcff.beilin"])
    settings.save()
    assert SettingsFile(settings.path).get("recent") == ["/home/?.beilin"]
