"""Markdown posts with front matter, pictures and a date in their path."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from desktop_app.importing.formats.markdown import Markdown
from desktop_app.importing.raw import RawItem, Skipped
from tests.importing.reading import PNG, read, read_one


def post(path: Path, text: str) -> RawItem:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return read_one(Markdown(), path)


def test_every_bilingual_pair_has_title_date_text_and_language(shared_data: Path) -> None:
    folder = shared_data / "bilingual"
    for pair in json.loads((folder / "pairs.json").read_text("utf-8")):
        for language in ("en", "zh"):
            path = folder / pair[language]
            item = read_one(Markdown(), path)
            day = next(p for p in (path.parent.name, path.name) if p[:4].isdigit())[:10]
            assert item.date == date.fromisoformat(day), path
            assert item.language == language, path
            assert item.title and not item.title.startswith("#")
            assert len(item.paragraphs) > 5
            assert item.title not in item.paragraphs
            written = re.findall(r"\n!\[[^]]*\]\(([^)]+)\)", path.read_text("utf-8"))
            there = [name for name in written if (path.parent / name).is_file()]
            assert len(item.photos) == len(there), path
            assert all(photo.path and photo.path.is_file() for photo in item.photos)


def test_front_matter_says_title_and_authors(shared_data: Path, tmp_path: Path) -> None:
    report = shared_data / "bilingual" / "blog" / "2022-10-26-test-report" / "index.md"
    assert read_one(Markdown(), report).title.startswith("Test Report on Karmada")
    item = post(
        tmp_path / "a.md",
        "---\ntitle: 'A: B'\ndate: 2021-08-31T10:00:00Z\nauthors:\n"
        "  - name: Ann\n    url: x\n  - Bo\n"
        "canonical_url: https://example.org/a\n---\n\n# Another heading\n\nText.\n",
    )
    assert (item.title, item.date, item.byline) == ("A: B", date(2021, 8, 31), "Ann, Bo")
    assert item.url == "https://example.org/a"
    assert item.paragraphs == ("Another heading", "Text.")


def test_blocks_become_paragraphs(tmp_path: Path) -> None:
    item = post(
        tmp_path / "a.md",
        "# Title\n\nOne *two* [three](x)\nfour `five`.\n\n"
        "- item\n  - inner\n\n1. first\n\n> said\n\n"
        "```yaml\na: 1\n  b: 2\n```\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n---\n\n"
        "<p>In <b>HTML</b>&nbsp;too</p><!-- not this -->\n\n<script>nor()</script>\n",
    )
    assert item.paragraphs == (
        "One two three four five.",
        "item",
        "inner",
        "first",
        "said",
        "a: 1",
        "b: 2",
        "x",
        "y",
        "1",
        "2",
        "In HTML too",
    )


def test_chinese_lines_join_without_a_blank(tmp_path: Path) -> None:
    item = post(tmp_path / "a.md", "# 标题\n\n第一行，\n第二行\nEnglish\n")
    assert item.paragraphs == ("第一行，第二行 English",)


def test_pictures_stand_after_the_text_before_them(tmp_path: Path) -> None:
    (tmp_path / "site" / "static" / "img").mkdir(parents=True)
    (tmp_path / "site" / "static" / "img" / "s.png").write_bytes(PNG)
    page = tmp_path / "site" / "blog" / "2021" / "08" / "31" / "post.md"
    page.parent.mkdir(parents=True)
    (page.parent / "a b.png").write_bytes(PNG)
    item = post(
        page,
        "# T\n\nOne.\n\n![A caption](a%20b.png)\n\nTwo.\n\n![Shared](/img/s.png)\n"
        "![Far](https://example.org/x.png) ![Up](../../../../static/img/s.png)\n",
    )
    assert item.date == date(2021, 8, 31)
    assert [(photo.caption, photo.after) for photo in item.photos] == [
        ("A caption", 1),
        ("Shared", 2),
        ("Up", 2),
    ]


@pytest.mark.parametrize(
    "target", ["../secret.png", "/etc/passwd", "file:///etc/passwd", "..%2fsecret.png"]
)
def test_pictures_outside_are_refused(tmp_path: Path, target: str) -> None:
    (tmp_path / "secret.png").write_bytes(PNG)
    assert post(tmp_path / "in" / "a.md", f"# T\n\nText.\n\n![x]({target})\n").photos == ()


@pytest.mark.parametrize(
    "front",
    ["a: [", "- x\n- y", "a: &a [*a]", "!!python/object:os.system x", "? [1]: 2", "{" * 3000],
)
def test_broken_front_matter_costs_only_itself(tmp_path: Path, front: str) -> None:
    item = post(tmp_path / "a.md", f"---\n{front}\n---\n# Title\n\nText.\n")
    assert (item.title, item.paragraphs) == ("Title", ("Text.",))


def test_drafts_and_empty_files_are_skipped(tmp_path: Path) -> None:
    for text in ("---\ndraft: true\n---\n# T\n\nText.\n", "---\na: 1\n---\n\n"):
        (tmp_path / "a.md").write_text(text, "utf-8")
        (found,) = read(Markdown(), tmp_path / "a.md")
        assert isinstance(found, Skipped)


@pytest.mark.parametrize(
    "text",
    [
        "2021年8月31日\n\n协议今天签署。\n",
        "2021-08-31\n协议今天签署。\n",
        "# 协议\n2021-08-31\n协议今天签署。\n",
        "20210831\n\n# 协议\n\n协议今天签署。\n",
    ],
)
def test_a_line_that_is_only_a_day_is_the_days(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    item = read_one(Markdown(), path)
    assert item.date == date(2021, 8, 31)
    assert item.paragraphs == ("协议今天签署。",)
    assert item.title in ("协议", "协议今天签署。")
