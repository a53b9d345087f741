"""What senses say, taken apart."""

from __future__ import annotations

import pytest

from desktop_app.language.lexicon.entries import Entry, in_script, read_line, referred, standing
from desktop_app.language.lexicon.glosses import glosses
from desktop_app.language.lexicon.word_forms import base_forms, verbs_of


def entry(line: str) -> Entry:
    found = read_line(line)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("合作 合作 [he2 zuo4] /to cooperate; to collaborate; to work together/",
         ["cooperate", "collaborate", "work together"]),
        ("總統 总统 [zong3 tong3] /president (of a country)/CL:位[wei4]/", ["president"]),
        ("峰會 峰会 [feng1 hui4] /summit meeting/", ["summit meeting", "summit"]),
        ("拜登 拜登 [Bai4 deng1] /Joe Biden (1942-), US president (2021-)/",
         ["Joe Biden", "US president", "Biden"]),
        ("歐盟 欧盟 [Ou1 meng2] /European Union (EU)/", ["European Union", "EU"]),
        ("州長 州长 [zhou1 zhang3] /governor (of a state) (US)/", ["governor"]),
        ("汝 女 [ru3] /old variant of 汝[ru3]/surname Ru/", ["Ru"]),
    ],
)  # fmt: skip
def test_glosses_are_what_could_stand_in_english(line: str, said: list[str]) -> None:
    assert [gloss.text for gloss in glosses(entry(line))] == said


def test_what_is_marked_as_old_or_slang_weighs_less() -> None:
    old, plain = glosses(entry("后 后 [hou4] /(archaic) monarch/queen/"))
    assert old.usage < plain.usage == 1


def test_readings_inside_senses_have_marks_and_one_script() -> None:
    found = entry("經貿 经贸 [jing1 mao4] /trade (abbr. for 經濟貿易|经济贸易[jing1ji4 mao4yi4])/")
    assert found.senses == ("trade (abbr. for 經濟貿易|经济贸易[jīngjì màoyì])",)
    assert in_script(found.senses[0], False) == "trade (abbr. for 经济贸易[jīngjì màoyì])"
    assert in_script(found.senses[0], True) == "trade (abbr. for 經濟貿易[jīngjì màoyì])"


def test_an_entry_without_a_meaning_points_to_another_word() -> None:
    found = entry("廣東 广东 [Guang3 dong1] /see 廣東省|广东省[Guang3 dong1 Sheng3]/")
    assert (referred(found), standing(found)) == ("广东省", 3)
    assert referred(entry("合作 合作 [he2 zuo4] /to cooperate/")) == ""


@pytest.mark.parametrize("line", ["", "# 合作 合作 [he2 zuo4] /a/", "合作 [he2 zuo4] /a/", "合作"])
def test_what_is_no_entry_is_none(line: str) -> None:
    assert read_line(line) is None


@pytest.mark.parametrize(
    ("form", "base"), [("tariffs", "tariff"), ("parties", "party"), ("stopped", "stop"),
                       ("negotiating", "negotiate"), ("held", "hold"), ("women", "woman")]
)  # fmt: skip
def test_forms_lead_to_their_words(form: str, base: str) -> None:
    assert base in base_forms(form)


@pytest.mark.parametrize(
    ("noun", "verb"), [("emission", "emit"), ("expansion", "expand"), ("reduction", "reduce"),
                       ("decision", "decide"), ("growth", "grow"), ("approval", "approve")]
)  # fmt: skip
def test_nouns_lead_to_their_verbs(noun: str, verb: str) -> None:
    assert verb in verbs_of(noun)
