from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.archive import Archive
from desktop_app.exporting.exporters import export
from desktop_app.exporting.markdown import escaped
from desktop_app.importing.blocks import Block, markdown_blocks
from desktop_app.importing.formats.markdown import Markdown
from desktop_app.importing.page import tidy
from tests.importing.reading import read_one

SIGNS = "\\`*_{}[]()<>#+-.!|~:&;=\"'$%^/@,? 019abx中。\n\t"


@given(st.lists(st.text(st.sampled_from(SIGNS) | st.characters(), max_size=30), max_size=5))
def test_any_text_means_itself(texts: list[str]) -> None:
    paragraphs = [line for text in texts if (line := tidy(text))]
    source = "\n\n".join(escaped(text) for text in paragraphs)
    assert list(markdown_blocks(source)) == [Block("text", text) for text in paragraphs]


def test_what_the_owner_changes_in_the_file_is_what_comes_in(
    archive: Archive, tmp_path: Path
) -> None:
    export(archive, tmp_path / "out", "markdown")
    (path,) = (tmp_path / "out").rglob("odd-id-1*.md")
    before = read_one(Markdown(), path)
    text = path.read_text("utf-8").replace("\\# not a heading", "A *changed* line\n\nand one more")
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    path.write_text(text.replace(title, "title: Changed"), "utf-8")
    after = read_one(Markdown(), path)
    assert after.identity == before.identity == "beilin:Odd.Id-1"
    assert (after.title, after.date, after.byline) == ("Changed", before.date, before.byline)
    assert len(after.paragraphs) == len(before.paragraphs) + 1
    assert "A changed line" in after.paragraphs
    assert before.links
    assert after.links == ()  # nobody knows where they would stand
    assert after.photos == before.photos
