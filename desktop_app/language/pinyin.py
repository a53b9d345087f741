"""How Chinese is read aloud: the syllables of each character, after pypinyin's tables.

Importing those tables takes about 0.12 s and 59 MB, so they are read when first asked
for: by an import, or a search in pinyin, never by opening the window.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from desktop_app.language.folding import fold
from desktop_app.language.syllables import toneless
from desktop_app.language.tokens import HAN

Readings = tuple[str, ...]

# A run this short may be a name alone: all readings of its characters may be meant.
_NAME = 4
_LONGEST_PHRASE = 4
_FIRST, _LAST = "\u4e00", "\u9fff"
# Readings that a character has as a surname, where that is not its first reading.
_AS_SURNAMES = (
    "曾:zeng 单:shan 仇:qiu 查:zha 区:ou 解:xie 朴:piao 翟:zhai 盖:ge "
    "覃:qin/tan 尉:wei/yu 员:yun 召:shao 乐:yue/le 洗:xian 缪:miao 繁:po "
    "折:she 种:chong 秘:bi 宓:mi/fu 隗:wei/kui 郇:xun/huan 祭:zhai "
    "谌:chen/shen 郗:xi/chi 牟:mu/mou 卜:bu 句:gou 柏:bai/bo 藏:zang 乜:nie"
)
_SURNAMES: Mapping[str, Readings] = {
    pair[0]: tuple(pair[2:].split("/")) for pair in _AS_SURNAMES.split()
}


def readings(run: str) -> tuple[Readings, ...]:
    """The syllables each character of a folded Chinese `run` may stand for here.

    Likeliest first, without tones, ``ü`` as ``v``: the reading in the words around it,
    then as a surname; in a run of up to four characters, which may be a name, every
    other one too. A character without a known reading has none.
    """
    single = _characters()
    spoken = [single.get(character, ()) for character in run]
    likely = _in_words(run, spoken)
    if len(run) <= _NAME:
        likely = [_distinct(one + every) for one, every in zip(likely, spoken, strict=True)]
    return tuple(likely)


def spelling(name: str, as_person: bool = True) -> str:
    """How `name` is spelled in Latin letters, folded, for putting names in order.

    Chinese syllables stand apart, each character by its likeliest reading, the first of a
    person as a surname. What is not Chinese stays.
    """

    def spelled(run: re.Match[str]) -> str:
        spoken = [each[:1] or (one,) for one, each in zip(run[0], readings(run[0]), strict=True)]
        if as_person and not run.start() and run[0][0] in _SURNAMES:
            spoken[0] = _SURNAMES[run[0][0]][:1]
        return f" {' '.join(each[0] for each in spoken)} "

    return " ".join(HAN.sub(spelled, fold(name)).split())


def _in_words(run: str, spoken: list[Readings]) -> list[Readings]:
    """The first reading of each character, or that of the longest known word over it."""
    likely = [every[:1] for every in spoken]
    place = 0
    while place < len(run):
        word = _word_at(run, place)
        for offset, syllable in enumerate(word):
            likely[place + offset] = (syllable,)
        place += len(word) or 1
    return [
        _distinct(one + _SURNAMES[character]) if character in _SURNAMES else one
        for one, character in zip(likely, run, strict=True)
    ]


def _word_at(run: str, place: int) -> Readings:
    """The reading of the longest word from `place` that is not read as its characters."""
    words = _words()
    for length in range(min(_LONGEST_PHRASE, len(run) - place), 1, -1):
        word = words.get(run[place : place + length])
        if word is not None:
            return word
    return ()


def _distinct(syllables: Readings) -> Readings:
    return syllables if len(syllables) < 2 else tuple(dict.fromkeys(syllables))


@lru_cache(maxsize=1)
def _characters() -> dict[str, Readings]:
    """All readings of every character, likeliest first."""
    from pypinyin.constants import PINYIN_DICT  # noqa: PLC0415 (slow; see above)

    plain = _Plain()
    return {
        chr(code): tuple(dict.fromkeys(plain[reading] for reading in marked.split(",")))
        for code, marked in PINYIN_DICT.items()
    }


@lru_cache(maxsize=1)
def _words() -> dict[str, Readings]:
    """The words that are not read as their characters are one by one."""
    from pypinyin.constants import PHRASES_DICT  # noqa: PLC0415

    characters, plain = _characters(), _Plain()
    words = {}
    for word, marked in PHRASES_DICT.items():
        if len(word) > _LONGEST_PHRASE:
            continue
        spoken = tuple(plain[syllable[0]] for syllable in marked)
        if spoken != tuple(characters.get(one, ("",))[0] for one in word):
            words[word] = spoken
    return words


class _Plain(dict[str, str]):
    """Syllables without their tones, each worked out when first met."""

    def __missing__(self, marked: str) -> str:
        plain = self[marked] = toneless(marked)
        return plain


def homophones(character: str) -> tuple[str, ...]:
    """The simplified characters whose likeliest reading is the one of `character`."""
    spoken = _characters().get(character, ())
    return _by_syllable().get(spoken[0], ()) if spoken else ()


@lru_cache(maxsize=1)
def _by_syllable() -> dict[str, tuple[str, ...]]:
    """The folded characters of Unicode's first Chinese block, by their likeliest reading."""
    found: dict[str, list[str]] = {}
    for character, spoken in _characters().items():
        if _FIRST <= character <= _LAST and fold(character) == character:
            found.setdefault(spoken[0], []).append(character)
    return {syllable: tuple(characters) for syllable, characters in found.items()}
