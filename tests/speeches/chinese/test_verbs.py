from __future__ import annotations

import re
from pathlib import Path

from desktop_app.speeches.chinese.quotations import masked, quotations
from desktop_app.speeches.chinese.script import plain
from desktop_app.speeches.chinese.verbs import FIRST, VERB


def test_the_first_characters_leave_no_verb_out(shared_data: Path) -> None:
    without = re.compile(VERB.pattern.removeprefix(FIRST))
    assert without.pattern != VERB.pattern
    found = 0
    for file in sorted((shared_data / "bulletins-zh").glob("*.md"))[::30]:
        text = plain(file.read_text("utf-8"))
        mask = masked(text, quotations(text))
        spans = [each.span() for each in VERB.finditer(mask)]
        assert spans == [each.span() for each in without.finditer(mask)]
        found += len(spans)
    assert found > 300
