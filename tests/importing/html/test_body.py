"""The article's text: what a quick reading leaves in doubt is read with more care."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from desktop_app.importing.encoding import decode
from desktop_app.importing.html.body import article_text
from desktop_app.importing.html.tree import parse_html


def _tree(path: Path) -> html.HtmlElement:
    return parse_html(decode(path.read_bytes(), path), path)


def test_an_article_found_by_half_is_looked_for_again(shared_data: Path) -> None:
    """The quick reading finds the second half of this one, 229 letters."""
    pages = shared_data / "pages-en"
    paragraphs = article_text(_tree(next(pages.glob("e372e42c*.html"))))
    assert 400 < sum(map(len, paragraphs)) < 500


def test_a_page_laid_out_in_tables_is_read_without_its_frame(shared_data: Path) -> None:
    """The quick reading takes the whole page for one table, with what may be clicked."""
    pages = shared_data / "pages-zh-en"
    paragraphs = article_text(_tree(next(pages.glob("*he.xinhuanet*.html"))))
    assert "一个约定，信守15年" in paragraphs[0]
    assert not any("关闭窗口" in line or " | " in line for line in paragraphs)


def test_the_page_stays_as_it_is(shared_data: Path) -> None:
    """Pictures and links are looked for in it afterwards."""
    tree = _tree(next((shared_data / "pages-en").glob("e372e42c*.html")))
    body = tree.find("body")
    body.insert(0, html.fromstring("<ul><li>" * 9 + "a line" + "</li></ul>" * 9))
    before = html.tostring(tree)
    article_text(tree)
    assert html.tostring(tree) == before


_MANUAL = """<html><body><article><h1>Updating</h1>
<p>The list of packages is kept by <code>apt</code>, which is told where to look for them in
<code class="filename">/etc/apt/sources.list</code>. It should be told so once, at least.</p>
<ul><li><p>To install the <em><code>foo</code></em> package, and those it needs, run:</p>
<pre>
apt install foo
</pre></li><li>Bare <code>item</code> text, with a name in it</li></ul>
<pre><code>first line
second line</code></pre>
<p>What is no longer wanted goes by <code>apt remove</code>. Its configuration stays.</p>
</article></body></html>"""


def test_a_command_within_a_sentence_stays_there_and_one_of_its_own_stands_alone() -> None:
    paragraphs = article_text(parse_html(_MANUAL, Path("manual.html")))
    assert [" ".join(each.split()) for each in paragraphs][-6:] == [
        "The list of packages is kept by apt, which is told where to look for them in "
        "/etc/apt/sources.list. It should be told so once, at least.",
        "• To install the foo package, and those it needs, run:",
        "apt install foo",
        "• Bare item text, with a name in it",
        "first line second line",
        "What is no longer wanted goes by apt remove. Its configuration stays.",
    ]
