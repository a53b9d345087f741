"""Chinese names in both scripts, written as pinyin without spaces: Xi'an and 西安 are `xian`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from desktop_app.language.folding import fold
from desktop_app.language.pinyin import readings
from desktop_app.language.syllables import split_pinyin, toneless
from desktop_app.language.tokens import HAN

# The hundred surnames that some 85 of 100 Chinese have (Ministry of Public Security, 2019 and
# 2020), and a few of public life; folded.
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏"
    "苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵"
    "万覃武钱戴严莫孔向常汤康易乔赖文习温栗俞蓝苗岳"
)
_CAPITALISED = re.compile(r"[A-Z\u00c0-\u00de][a-z\u00df-\u00ff'’]*(?:-[a-z]+)?")
_RUN = re.compile(rf"{_CAPITALISED.pattern}(?:[ -]{_CAPITALISED.pattern}){{0,5}}")
_SHORTEST = 4  # letters: shorter ones are English words too often
_LONGEST_NAME = 3  # words, and characters


def english_names(text: str) -> Iterator[str]:
    """Yield what may be Chinese names among the capitalised words of an English text."""
    for run in _RUN.findall(text):
        words = [_as_pinyin(word) for word in _CAPITALISED.findall(run)]
        for start in range(len(words)):
            for end in range(start + 1, min(start + _LONGEST_NAME, len(words)) + 1):
                if not words[end - 1]:
                    break
                joined = "".join(words[start:end])
                if len(joined) >= _SHORTEST:
                    yield joined


def chinese_names(text: str) -> Iterator[str]:
    """Yield the pinyin of what may be names in a Chinese text: a surname, one or two more."""
    for run in HAN.findall(fold(text)):
        for place, character in enumerate(run):
            if character in _SURNAMES:
                for length in (2, 3):
                    if place + length <= len(run):
                        yield from _pinyin(run[place : place + length])


@lru_cache(maxsize=4096)
def _as_pinyin(word: str) -> str:
    """`word` without tones and signs where it is pinyin, else ""."""
    plain = toneless(re.sub("['’-]", "", word))
    return plain if plain and split_pinyin(plain) else ""


@lru_cache(maxsize=4096)
def _pinyin(name: str) -> tuple[str, ...]:
    """The likeliest reading of a name; both of a surname that has two."""
    spoken = readings(name)
    if not all(spoken):
        return ()
    rest = "".join(each[0] for each in spoken[1:])
    return tuple(first + rest for first in spoken[0][:2])
