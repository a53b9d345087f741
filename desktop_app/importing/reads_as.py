"""Whether a text was written for people to read, or for machines, lawyers and packagers.

Sentences tell the one, the shapes of lines the other; of what has neither (lists of words,
tables of figures, a line or two) nothing is said. No text is judged by what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache

from desktop_app.language.tokens import HAN

_LINES = 400  # looked at
_LONGEST = 1000  # code points of each
_FENCED = re.compile(r"^(```|~~~).*?^\1[`~]*[ \t]*$", re.MULTILINE | re.DOTALL)
# Of Markdown: headings, pictures alone, and links, of which the words are kept.
_MARKS = re.compile(
    r"(?:\A|(?<=\n\n))[ ]{0,3}#{1,6}[ \t][^\n]*(?=\n[^#]|\n?\Z)|"
    r"^[ \t]*!\[[^\]\n]*\]\([^)\n]*\)[ \t]*$|"
    r"\[(?P<words>[^\]\[\n]{1,300})\]\([^)\n]{1,600}\)|\*\*|`",
    re.MULTILINE,
)
_FRONT = re.compile(r"\A---[ \t]*\n(?:(?!---)[^\n]*\n){0,200}---[ \t]*(?:\n|\Z)")
_MACHINE_START = re.compile(
    r"\s*(?:#!\s*/|<\?php|\{\\rtf|%!PS|-----BEGIN |BEGIN:V|/[*/]|\\document|\.\\\"|'\\\"|\.TH |"
    r"#\s*-\*-|Metadata-Version: |Traceback \(most|@charset|This is \S+\.info, produced by|"
    r"From: .*\n(?:.*\n){0,30}MIME-Version:|"
    r"[\[{]\s*(?:[\[{]|\"[^\"\n]{0,200}\"\s*[:,\]]|-?\d+\s*,)|"
    r"[\w.+-]+ \([\w.:~+-]+\) [\w -]+; urgency=)",
    re.IGNORECASE,
)
_LICENCE = re.compile(
    r"permission is hereby granted, free of charge|redistribution and use in source and binary|"
    r"creative commons legal code|this package was (?:originally )?debianized|"
    r"packaging-manuals/copyright-format|permission to use, copy, modify|"
    r"licensed under the apache|under the terms of the gnu|license agreement|"
    r"^[^\w\n]*(?:the )?(?:gnu [\w ]{0,20}general public|gnu free documentation|apache|bsd|mit|"
    r"mozilla public|\"?artistic|boost software|eclipse public) licen[cs]e\b[^\n]{0,40}$",
    re.IGNORECASE | re.MULTILINE,
)
_LICENCE_WITHIN = 2000  # code points; a story may quote one further on
_LOG = re.compile(
    r"\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d|\[?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d\b|"
    r"\d{1,3}(?:\.\d{1,3}){3}\s+\S+ \S+ \[|"
    r"(?:\[?\d{4}-\d\d-\d\d\S*\s+)?\[?(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL)\b\]?[\s:\[]|"
    r"\[\d\d:\d\d:\d\d|\[ *\d+\.\d+\] |\d\d:\d\d:\d\d[.,]\d+\b"
)
_CODE = re.compile(
    r"#\s*(?:include|define|if|ifdef|ifndef|endif|pragma|else)\b|//|/\*|\*/|--\[\[|@\w+[\w.]*(?:\(.*)?$|"
    r"</?[\w:-]+(?:\s[^>]*)?/?>$|<!--|from\s+[\w.]+\s+import\s|import\s+[\w.]+(?:\s+as\s+\w+)?;?$|"
    r"(?:package|using|use|require|include)\s+[\w.:\\\"']+;?$|"
    r"(?:async\s+)?(?:def|class|func|fn|function|sub|struct|enum|interface|trait|impl)\s+\w+\s*[(:{<]|"
    r"(?:public|private|protected|static|export|const|let|var|local|my|our)\s.*[{;(=,]|"
    r"(?:if|while|for|switch|elif|elsif|foreach|unless|with|when)\b.*(?:[:{)]|then|do)$|"
    r"[}\])]*\s*(?:else|try|finally|catch|do|begin|end|fi|done|esac|endif|endfor|then|pass)\b\W*$|"
    r"return\b[^.]{0,100};?$|(?:echo|printf?|puts|raise|throw|assert|set|unset|exit|cd|rm|mkdir)\s+[\"'$\w-]+;?$|"
    r"[\w.$@\[\]'\"-]+(?:\s*,\s*[\w.$]+)*\s*(?::=|\+=|-=|=>|\?=|={1,3})(?=\s|\S)|"
    r"\((?:def\w*|let|lambda|setq|require|module|ns)\b|[\w.$]+\([^)]*\)[;,]?$|\$\(|\W{1,4}$|.*[{};\\]$|.*\($"
)
_SETTING = re.compile(
    r"[#;!%]|\[[^\]]+\]$|[\w./*-]{1,40}\s*:(?:\s*$|\s+\S+(?:\s+\S+){0,3}(?<![.!?])$)|-\s+[\w./*-]{1,40}:(?:\s|$)"
)
# What stands above a letter or an article and in no program's settings alone.
_LABEL = re.compile(
    r"(?:date|from|to|cc|subject|source|author|by|title|headline|published|updated|posted|editor|"
    r"photo|image|place|category|keywords|url|link|language|section)\s*:\s+\S",
    re.IGNORECASE,
)
_HEADING = re.compile(r"(?:#{1,6}|[>*•·-]|\d{1,3}[.)、])\s+")
_WORD = re.compile(r"[^\W\d_][^\W\d_'’-]*")
_ODD = re.compile(r"[{}<>=|\\_`@#^~\[\]$;]")
_CHINESE = re.compile(
    "[\u3040-\u30ff\uac00-\ud7af\u3400-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uff60“”‘’—…·]"
)
_SENTENCES = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|(?<=[。！？])")
_ENDED = re.compile(r"[.!?。！？…][\"'”’」』）)]*$")


class Reads(Enum):
    """How a text reads: as sentences of a language, as a machine's or a licence, or neither."""

    PROSE = "prose"
    MACHINE = "machine"
    UNSURE = "unsure"


@lru_cache(maxsize=2)  # asked of one file by several formats
def reads_as(text: str) -> Reads:
    """How `text`, a file's beginning, reads."""
    if _MACHINE_START.match(text) or _LICENCE.search(text[:_LICENCE_WITHIN]):
        return Reads.MACHINE
    plain = _FENCED.sub("", _FRONT.sub("", text))
    plain = _MARKS.sub(lambda mark: mark["words"] or "", plain)
    lines = [line.strip()[:_LONGEST] for line in plain.split("\n")[:_LINES] if line.strip()]
    if not lines:
        return Reads.UNSURE
    if _share(_LOG, lines) >= 0.5 and len(lines) >= 2:
        return Reads.MACHINE
    machine = sum(1 for line in lines if _is_machines(line))
    if len(lines) >= 2 and machine * 5 >= len(lines) * 2:
        return Reads.MACHINE
    return Reads.PROSE if _prose(lines) >= 0.6 and _has_sentence(plain) else Reads.UNSURE


def _is_machines(line: str) -> bool:
    return bool(_CODE.match(line) or (_SETTING.match(line) and not _LABEL.match(line)))


def _share(pattern: re.Pattern[str], lines: Sequence[str]) -> float:
    return sum(1 for line in lines if pattern.match(line)) / len(lines)


def _prose(lines: Sequence[str]) -> float:
    """The share of the letters that stand in lines of words, 0 to 1."""
    words = (line for line in _without_remarks(lines) if _is_words(_HEADING.sub("", line, count=1)))
    return sum(map(_weight, words)) / sum(map(_weight, lines))


def _weight(line: str) -> int:
    """Letters, a Chinese character as three: it says as much."""
    return len(line) + 2 * len(_CHINESE.findall(line))


def _without_remarks(lines: Sequence[str]) -> Iterator[str]:
    """The lines less those that go on from one sign to the next, as no heading does."""
    for number, line in enumerate(lines):
        around = (*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2])
        is_remark = line[0] in "#%;" and any(each[0] == line[0] for each in around)
        if not is_remark:
            yield line


def _is_words(line: str) -> bool:
    """Whether a line is words of a language and little else."""
    if HAN.search(line):
        return len(_CHINESE.findall(line)) * 4 >= len(line) and not _ODD.search(line[:1])
    words = _WORD.findall(line)
    letters = sum(map(len, words))
    odd = len(_ODD.findall(line))
    return (
        len(words) >= 3 and letters * 10 >= 6 * len(line.replace(" ", "")) and odd * 50 <= len(line)
    )


def _has_sentence(text: str) -> bool:
    """Whether a sentence is there that goes on and ends as sentences do, maybe over lines."""
    joined = re.sub(r"(?<!\n)\n(?!\n)", " ", text)
    pieces = (piece.strip() for line in joined.split("\n") for piece in _SENTENCES.split(line))
    return any(_is_sentence(piece[:_LONGEST]) for piece in pieces)


def _is_sentence(piece: str) -> bool:
    if not _ENDED.search(piece):
        return False
    return len(_CHINESE.findall(piece)) >= 8 or len(_WORD.findall(piece)) >= 6
