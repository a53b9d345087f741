from __future__ import annotations

from desktop_app.search.highlight import Highlighter
from desktop_app.search.query import parse
from desktop_app.search.snippets import make_snippet


def marked(query: str, text: str) -> list[str]:
    return [text[a:b] for a, b, _term in Highlighter.of(parse(query).node).in_body(text)]


def test_matches_are_marked_in_the_script_they_are_written_in() -> None:
    assert marked("国际", "國際新聞，国际新闻") == ["國際", "国际"]


def test_a_phrase_is_one_mark() -> None:
    assert marked('"prime minister"', "The Prime Minister said: prime time") == ["Prime Minister"]


def test_a_lone_character_is_marked_inside_words() -> None:
    assert marked("国", "中国和法国") == ["国", "国"]


def test_excluded_and_title_words_mark_no_body() -> None:
    assert marked("oil -gas title:price", "oil gas price") == ["oil"]
    highlighter = Highlighter.of(parse("oil title:price").node)
    assert [span.term for span in highlighter.in_title("Oil price")] == [0, 1]


def test_a_snippet_shows_the_paragraph_with_most_words() -> None:
    texts = ["Only oil here.", "Nothing.", "Here oil and prices stand together."]
    snippet = make_snippet(texts, Highlighter.of(parse("oil prices").node))
    assert snippet.text == texts[2]
    assert snippet.to_html() == "Here <mark>oil</mark> and <mark>prices</mark> stand together."


def test_a_snippet_escapes_what_the_text_says() -> None:
    snippet = make_snippet(["a <b> & oil"], Highlighter.of(parse("oil").node))
    assert snippet.to_html() == "a &lt;b&gt; &amp; <mark>oil</mark>"


def test_a_long_paragraph_is_cut_around_its_match() -> None:
    text = "前" * 400 + "。西安交通大学" + "后" * 400
    snippet = make_snippet([text], Highlighter.of(parse("西安交通大学").node))
    assert "西安交通大学" in snippet.text
    assert len(snippet.text) < 90
    assert [snippet.text[a:b] for a, b in snippet.marks] == ["西安交通大学"]


def test_without_words_a_snippet_is_the_beginning() -> None:
    assert make_snippet(["", "First.", "Second."], Highlighter.of(parse("").node)).text == "First."
