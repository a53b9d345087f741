"""What kind of item a page is, by its title and what its markup calls it."""

from __future__ import annotations

import re

_SPEECH = re.compile(
    r"(?:讲话|講話|致辞|致辭|演讲|演講|发言|發言|答谢词|祝酒辞|贺词|賀詞|献词|獻詞)"
    r"\s*[（(]?\s*(?:全文|实录|實錄|双语|摘要)?\s*[)）]?\s*$|"
    r"^(?:full (?:text|transcript)|transcript|text|remarks|speech|address|statement)\s*"
    r"(?:[:：]|(?:of|by|as prepared)\b)|"
    r"^(?:(?:opening|closing|welcome|keynote|commencement|inaugural)\s+)?"
    r"(?:remarks|speech|address)\s+(?:by|of|at|to|on|for|delivered)\b|"
    r"\b(?:full (?:text|transcript)|transcript)\b[^.]{0,60}$|"
    r"['’]s?\s+(?:\w+\s+)?(?:speech|remarks|address)\s+(?:at|to|on|before)\s",
    re.IGNORECASE,
)
_REPORT_OF_ONE = re.compile(r"发表|發表|谈|fact.?check|reaction|analysis|react", re.IGNORECASE)
_BULLETIN = re.compile(
    r"新闻联播|新聞聯播|(?:早|晚|午)间?新闻|要闻(?:速览|摘要|简报)|新闻(?:简报|摘要|早餐|早班车)|"
    r"^(?:news (?:bulletin|briefs?|in brief)|(?:morning|evening|daily) (?:briefing|bulletin))\b",
    re.IGNORECASE,
)


def page_kind(title: str) -> str:
    """``speech``, ``bulletin`` or ``news``: a report that someone spoke is news."""
    if _SPEECH.search(title) and not _REPORT_OF_ONE.search(title):
        return "speech"
    return "bulletin" if _BULLETIN.search(title) else "news"
