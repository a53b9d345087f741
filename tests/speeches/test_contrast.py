"""What two bodies of text say differently, and Chinese pairs put into words again."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.archive import Archive
from desktop_app.language.tokens import HAN
from desktop_app.speeches.contrast import compare_bodies
from desktop_app.speeches.joined_pairs import joined_pairs
from desktop_app.speeches.keyness import LEAST
from desktop_app.speeches.word_counts import count_words

TEXT = st.text(alphabet="现代化中国式 ab.\n", max_size=80)


@settings(deadline=None)
@given(st.lists(TEXT, max_size=5), st.lists(TEXT, max_size=5))
def test_tokens_are_counted_in_each_body(first: list[str], second: list[str]) -> None:
    bodies = count_words(first), count_words(second)
    found = compare_bodies(*bodies)
    for side, (own, other) in ((found.first, bodies), (found.second, bodies[::-1])):
        for each in side:
            assert each.log_likelihood > 0 or len(each.word) > 2  # a run has its own figures
            assert each.first_share > each.second_share
            if len(each.word) <= 2 or not HAN.match(each.word):
                assert (each.first, each.second) == (
                    own.counts.get(each.word, 0),
                    other.counts.get(each.word, 0),
                )
                assert each.first + each.second >= LEAST


def test_turning_the_bodies_round_turns_the_sides_round() -> None:
    first = count_words(["peace and trade", "peace for all", "peace now"])
    second = count_words(["war and trade", "war for all", "war and war"])
    there, back = compare_bodies(first, second), compare_bodies(second, first)
    for ours, theirs in ((there.first, back.second), (there.second, back.first)):
        assert [(e.word, e.first, e.second) for e in ours] == [
            (e.word, e.first, e.second) for e in theirs
        ]
    assert there.first[0].word == "peace"
    assert (there.second[0].word, there.second[0].first, there.second[0].second) == ("war", 4, 0)


def test_a_language_only_one_body_has_says_nothing() -> None:
    found = compare_bodies(count_words(["现代化 " * 9]), count_words(["peace " * 9]))
    assert (found.first, found.second) == ((), ())


def test_pairs_that_stand_together_are_one_word() -> None:
    body = count_words(["推进现代化，实现现代化，建设现代化。中国人民，中国式现代化，中国。"])
    pairs = [word for word, _count in Counter(body.counts).most_common() if len(word) == 2]
    told = dict(joined_pairs(pairs, body))
    assert told["现代化"] in ("现代", "代化")
    assert "现代" not in told and "代化" not in told
    assert told["中国"] == "中国"  # stands in much else too


def test_latin_words_and_lone_characters_stay() -> None:
    body = count_words(["peace 和 peace"])
    assert dict(joined_pairs(["peace", "和"], body)) == {"peace": "peace", "和": "和"}


def test_two_speakers_of_real_speeches(real_archive: Archive) -> None:
    names = [each.name for each in real_archive.speakers().all()]
    first, second = (next(n for n in names if each in n) for each in ("Kennedy", "Johnson"))
    found = real_archive.words.compare(f'speaker:"{first}"', f'speaker:"{second}"')
    assert found.sizes[0] > 1000 and found.sizes[1] > 1000
    assert "1964" in [each.word for each in found.second]
    only = [each for each in found.first if not each.second]
    assert only
    lines = real_archive.words.concordance(f'speaker:"{first}" ={only[0].word}')
    assert len(lines) == only[0].first


def test_two_periods_compare_whole_texts(real_archive: Archive) -> None:
    found = real_archive.words.compare("date:2023 lang:zh", "date:..1969 lang:en")
    assert found.sizes[0] > 1000 and found.sizes[1] > 1000
    assert all(HAN.match(each.word) is None for each in found.second)
    spoken = real_archive.words.compare("date:..1969 said:peace", "date:..1969")
    assert spoken.sizes[0] < spoken.sizes[1]


def test_key_words_of_a_query_follow_what_it_asks_for(real_archive: Archive) -> None:
    words = real_archive.words
    assert words.key_words("kind:speech") == words.keyness("kind:speech")
    name = next(each.name for each in real_archive.speakers().all() if "Kennedy" in each.name)
    assert words.key_words(f'speaker:"{name}"') == words.speaker_keyness(name)
