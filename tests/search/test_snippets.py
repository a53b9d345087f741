from __future__ import annotations

import re
from pathlib import Path

from desktop_app.search.highlight import Highlighter
from desktop_app.search.query import parse
from desktop_app.search.snippets import Snippet, make_snippet


def snippet(query: str, *texts: str, captions: tuple[str, ...] = ()) -> Snippet:
    return make_snippet(texts, Highlighter.of(parse(query).node), captions)


def marks(made: Snippet) -> list[str]:
    return [made.text[a:b] for a, b in made.marks]


def test_a_snippet_shows_the_paragraph_with_most_different_words() -> None:
    made = snippet(
        "oil prices",
        "Only oil here, oil and more oil.",
        "Nothing.",
        "Here oil and prices stand together.",
    )
    assert made.to_html() == "Here <mark>oil</mark> and <mark>prices</mark> stand together."


def test_of_two_passages_of_a_long_text_the_denser_is_shown() -> None:
    filler = "Nothing of note happened on that day in the whole of the country. " * 8
    text = f"Oil fell. {filler}Oil and prices rose. {filler}Prices fell."
    made = snippet("oil prices", text)
    assert made.text.startswith("Oil and prices rose.")
    assert marks(made) == ["Oil", "prices"]


def test_a_snippet_escapes_what_the_text_says() -> None:
    assert snippet("oil", "a <b> & oil").to_html() == "a &lt;b&gt; &amp; <mark>oil</mark>"


def test_chinese_is_cut_at_its_full_stops() -> None:
    before, after = "前" * 100 + "。", "后" * 30 + "。" + "末" * 100 + "。"
    made = snippet("西安交通大学", before + "他来自西安交通大学，" + after)
    assert made.text == "他来自西安交通大学，" + "后" * 30 + "。"
    assert marks(made) == ["西安交通大学"]


def test_english_is_cut_at_its_full_stops_but_not_after_initials() -> None:
    text = (
        "x " * 150
        + "end. Mr. J. Smith of the U.S. Senate sold oil at 3.5 dollars. "
        + (
            "It was the first sale since the war had ended in that year, they said. "
            + "Then. " * 60
        )
    )
    made = snippet("oil", text)
    assert made.text.startswith("Mr. J. Smith of the U.S. Senate sold oil at 3.5 dollars. It was")
    assert made.text.endswith(".")


def test_a_sentence_that_is_too_long_is_cut_between_words_and_says_so() -> None:
    made = snippet("oil", "word " * 200 + "oil " + "more " * 200)
    assert re.fullmatch(r"…(word )+oil( more)+…", made.text)
    assert marks(made) == ["oil"]


def test_a_long_paragraph_without_marks_is_cut_around_its_match() -> None:
    made = snippet("合作", "前" * 400 + "合作" + "后" * 400)
    assert marks(made) == ["合作"]
    assert made.text.startswith("…前")
    assert made.text.endswith("后…")
    assert len(made.text) < 90


def test_a_caption_is_shown_where_only_it_matches() -> None:
    made = snippet("ship", "Nothing here.", captions=("A ship at night.",))
    assert made.to_html() == "A <mark>ship</mark> at night."
    assert snippet("body:ship", "None.", captions=("A ship.",)).text == "None."


def test_without_words_a_snippet_is_the_beginning() -> None:
    assert snippet("", "", "First.", "Second.").text == "First."
    assert snippet("lang:zh").text == ""


def test_a_match_longer_than_a_snippet_is_shown_whole() -> None:
    phrase = " ".join(["prime minister"] * 20)
    made = snippet(f'"{phrase}"', "x " * 100 + phrase + " y" * 100)
    assert marks(made) == [phrase]


def test_real_items_show_every_word_that_fits(shared_data: Path) -> None:
    shown = 0
    for file in sorted((shared_data / "bulletins-zh").rglob("*.md"))[:20]:
        for piece in file.read_text("utf-8").split("### ")[1:]:
            made = snippet("合作 OR 发展", *piece.split("\n"))
            if "合作" in piece or "发展" in piece:
                assert made.marks
                assert set(marks(made)) <= {"合作", "发展"}
                shown += 1
            assert len(made.text) <= 75
    assert shown > 50
