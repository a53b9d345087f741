"""Who is moved in the sentence before a quotation, and says it: 演员张译十分感慨。“……”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.speeches.chinese.subjects import lead_end

_MOOD = (
    r"十分|非常|很|倍感|深感|感到|无比|万分|格外|难掩|满怀|充满|激动|感慨|深有|心潮|热泪|眼含|眼中|眼里|流下|"
    r"哽咽|兴奋|自豪|信心|感触|高兴|开心|欣慰|动情|百感|毫不|喜|深受|备受|笑|泪|记忆犹新"
)
_MOVED = re.compile(rf"(?P<who>[^。；：！？\ue000-\ue003]{{2,60}}?)(?={_MOOD})")
_CLAUSE = re.compile(r"[^，。；：！？]+")


def moved(mask: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The phrases of the sentence from `start` to `end` that may name who is moved, last first."""
    for clause in reversed(list(_CLAUSE.finditer(mask, start, end))):
        who = _MOVED.match(mask, lead_end(mask, *clause.span()), clause.end())
        if who:
            yield who.span("who")
