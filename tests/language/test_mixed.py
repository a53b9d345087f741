"""Texts in two languages, made of real pages: halves, turns, and what only looks like it."""

from __future__ import annotations

import json
import re
from itertools import chain, zip_longest
from pathlib import Path

import pytest

from desktop_app.importing.formats.bulletin import Bulletin
from desktop_app.importing.formats.markdown import Markdown
from desktop_app.importing.formats.reuters import Reuters
from desktop_app.importing.raw import RawItem
from desktop_app.language.detect import detect_language, paragraph_language
from desktop_app.language.mixed import FLOOR, SHARE, other_languages
from tests.importing.reading import read

ENGLISH = (
    "The stele forest of Xi'an was founded in 1087, and it is the oldest of its kind.",
    "More than four thousand stones are kept in it, from the Han dynasty to our own time.",
    "The classics of the Tang were cut in stone so that nobody could write them wrong.",
    "Visitors from all over the world come to see what is left of the old capital.",
)
CHINESE = (
    "西安碑林始建于1087年，是同类博物馆中历史最悠久的一座。",
    "馆内收藏自汉代至近代的碑石、墓志四千余件，数量居全国之首。",
    "唐代将经书刻在石上，以免传抄有误，供天下读书人校对。",
    "来自世界各地的观众前来参观这座古都留下的遗迹。",
)

Texts = tuple[str, ...]


def items_of(format_: object, *paths: Path) -> list[RawItem]:
    found = chain.from_iterable(read(format_, path) for path in paths)  # type: ignore[arg-type]
    return [each for each in found if isinstance(each, RawItem)]


@pytest.fixture(scope="module")
def posts(shared_data: Path) -> list[tuple[Texts, Texts]]:
    """The paragraphs of the bilingual posts, English and Chinese."""
    folder = shared_data / "bilingual"
    pairs = json.loads((folder / "pairs.json").read_text("utf-8"))
    return [
        tuple(items_of(Markdown(), folder / pair[code])[0].paragraphs for code in ("en", "zh"))
        for pair in pairs
    ]  # type: ignore[misc]


@pytest.fixture(scope="module")
def bulletins(shared_data: Path) -> list[Texts]:
    """Chinese items of 300 characters and more."""
    files = sorted((shared_data / "bulletins-zh").glob("*.md"))[:30]
    texts = [each.paragraphs for each in items_of(Bulletin(), *files)]
    return [each for each in texts if sum(map(len, each)) >= 300]


@pytest.fixture(scope="module")
def stories(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Texts]:
    """English wire stories of 1,000 letters and more that are no tables."""
    whole = next(iter(sorted((shared_data / "reuters-21578").rglob("*.sgm")))).read_bytes()
    end = [found.end() for found in re.finditer(rb"</REUTERS>", whole)][299]
    path = tmp_path_factory.mktemp("reuters") / "part.sgm"
    path.write_bytes(whole[:end])
    texts = [each.paragraphs for each in items_of(Reuters(), path)]
    return [each for each in texts if sum(map(len, each)) >= max(1000, 80 * len(each))]


def languages(paragraphs: Texts) -> set[str]:
    """All languages of a text, as an import finds them."""
    main = detect_language("\n".join(paragraphs))
    return {main, *other_languages(main, paragraphs)}


def test_a_post_with_its_translation_is_in_both_languages(
    posts: list[tuple[Texts, Texts]],
) -> None:
    for english, chinese in posts:
        turns = [one for pair in zip_longest(english, chinese) for one in pair if one]
        for text in (tuple(turns), (*english, *chinese), (*chinese, *english)):
            assert languages(text) == {"en", "zh"}


def test_a_post_alone_is_in_its_own(posts: list[tuple[Texts, Texts]]) -> None:
    for english, chinese in posts:
        assert (languages(english), languages(chinese)) == ({"en"}, {"zh"})


def test_real_items_side_by_side_are_in_both(bulletins: list[Texts], stories: list[Texts]) -> None:
    for english, chinese in zip(stories, bulletins, strict=False):
        long = 2 * sum(map(len, chinese)) > sum(map(len, english)) / 4 > sum(map(len, chinese)) / 2
        if long:  # neither is three times the other
            assert languages((*english, *chinese)) == {"en", "zh"}


def test_real_items_alone_are_in_one(bulletins: list[Texts], stories: list[Texts]) -> None:
    assert {len(languages(each)) for each in (*bulletins, *stories)} == {1}


@pytest.mark.parametrize(
    "addition",
    [
        "“Ask not what your country can do for you; ask what you can do for your country.”",
        "Abstract: The report of the meeting is about the trade of the province with the world.",
        "Contact: press@example.org, https://example.org/news/2021/08/31/the-end-of-the-affair",
        "GDP, CPI, WTO, APEC, G20, 5G, AI, NBA, C919, ChatGPT, iPhone 14 Pro Max, Tesla Model Y",
        "kubectl get pods --namespace karmada-system --selector app=karmada-controller-manager",
        "Xinhuashe Beijing ba yue san shi yi ri dian jizhe Wang Shuguo Li Keqiang Zhang Peili",
    ],
)
def test_a_line_of_english_makes_no_bulletin_bilingual(
    bulletins: list[Texts], addition: str
) -> None:
    for each in bulletins:
        assert languages((*each, addition)) == {"zh"}


@pytest.mark.parametrize(
    "addition",
    [
        "“千里之行，始于足下。”这是老子在《道德经》里写下的一句话，两千多年来为人们所传诵。",
        "习近平（Xi Jinping）、王毅（Wang Yi）、李克强（Li Keqiang）",
        "碑林 交大 西安 石油 钢铁 贸易 外交部 新华社 人民日报 中国日报 国务院 北京 上海",
    ],
)
def test_a_line_of_chinese_makes_no_story_bilingual(stories: list[Texts], addition: str) -> None:
    for each in stories:
        assert languages((*each, addition)) == {"en"}


def test_names_in_brackets_do_not_add_up() -> None:
    names = "President Xi Jinping (习近平) met Wang Shuguo (王树国) of the old capital at noon."
    assert languages((names,) * 40) == {"en"}


def test_both_languages_in_each_paragraph_count_too() -> None:
    both = tuple(f"{one} {two}" for one, two in zip(ENGLISH, CHINESE, strict=True))
    assert languages(both) == {"en", "zh"}


def test_a_second_language_has_a_fifth_and_some_forty_words() -> None:
    assert (SHARE, FLOOR) == (0.2, 240)
    few = CHINESE[:2]
    assert other_languages("en", (*ENGLISH, *ENGLISH, *few)) == ()  # too few characters
    assert other_languages("en", (*ENGLISH, *CHINESE)) == ("zh",)
    assert other_languages("en", (*(ENGLISH * 8), *CHINESE)) == ()  # 16 %


def test_one_sentence_is_a_quotation_however_long() -> None:
    sentence = "，".join(each.rstrip("。") for each in CHINESE)
    assert other_languages("en", (*ENGLISH, sentence)) == ()


@pytest.mark.parametrize("main", ["ja", "ja-JP"])
def test_japanese_holds_chinese_characters(main: str) -> None:
    japanese = "西安碑林博物館は中国の陝西省西安市にある博物館で、四千点の石碑を収蔵している。" * 4
    assert other_languages(main, (japanese,)) == ()
    assert other_languages("en", (*ENGLISH, japanese)) == ()


@pytest.mark.parametrize("main", ["zh-TW", "zh-Hans", "cmn", "Chinese"])
def test_a_name_for_chinese_is_no_language_beside_it(main: str) -> None:
    assert other_languages(main, CHINESE) == ()


def test_other_languages_are_mixed_with_chinese_but_not_with_english() -> None:
    french = ("Le musée de la forêt de stèles de Xi'an est l'un des plus anciens du pays.",) * 4
    assert other_languages("fr", (*french, *CHINESE)) == ("zh",)
    assert other_languages("fr", (*french, *ENGLISH)) == ()
    assert other_languages("zh", (*french, *CHINESE)) == ()


@pytest.mark.parametrize(
    ("paragraph", "main", "language"),
    [
        (CHINESE[0], "en", "zh"),
        (ENGLISH[0], "zh", "en"),
        (ENGLISH[0], "zh-TW", "en"),
        (CHINESE[0], "zh-TW", "zh"),
        ("He met Wang Shuguo (王树国) there.", "en", "en"),
        ("* * *", "zh", "zh"),
        ("1087–2021", "zh", "zh"),
        ("这里是 Xi'an Jiaotong University 的校园。", "en", "zh"),
        ("東京は日本の首都である。", "en", "en"),
        ("Bonjour à tous.", "fr", "fr"),
    ],
)
def test_a_paragraph_has_its_own_language(paragraph: str, main: str, language: str) -> None:
    assert paragraph_language(paragraph, main) == language


@pytest.mark.parametrize(
    "filling", ["!", "。", " ", "中a", "あ中", "a", "1 ", "中 the of and to is that "]
)
def test_a_million_of_anything_ends(filling: str) -> None:
    """Rules whose time grew with the square of a text would go on for hours."""
    text = (*ENGLISH, *CHINESE, filling * (1_000_000 // len(filling)))
    assert set(languages(text)) <= {"en", "zh"}
