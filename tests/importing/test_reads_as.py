"""Texts that people wrote and texts that machines did, told apart without their names."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.importing.detect import detect, formats
from desktop_app.importing.head_text import SAMPLE, head_text
from desktop_app.importing.markdown_signs import is_markdown
from desktop_app.importing.raw import Skipped
from desktop_app.importing.reads_as import Reads, reads_as

PROSE = {
    "questions": "PRESIDENT: Good morning.\nQ: Is it true that the harbor is closed?\n"
    "PRESIDENT: It is not.\nQ: Thank you.\nPRESIDENT: Thank you all.\n",
    "questions in Chinese": "主持人：各位记者，大家上午好！\n记者：请问合作协议什么时候签署？\n",
    "a poem": "The harbor is wide,\nthe ships are gone;\nthe sea is grey,\nand so is dawn.\n",
    "points": "1. The president met the delegation.\n2. The harbor was closed for two days.\n",
    "points in Chinese": "一、会议听取了工作报告。\n二、会议审议了有关议案。\n",
    "times": "10:00 王树国会见来访代表团。\n10:30 双方签署合作协议。\n11:00 会议结束。\n",
    "capitals": "LONDON, MARCH 5 - OIL PRICES FELL TODAY AS TRADERS SOLD.\nMORE IS EXPECTED.\n",
    "folded": "The harbor was closed on Monday after a storm that lasted for two\n"
    "days and broke the larger of its two moles, the ministry said.\n",
    "labels": "Source: Xinhua\nDate: 2021-08-31\nAuthor: A. Person\nTitle: Ships\n\n"
    "The harbor was closed on Monday after a storm.\n",
    "about licences": "Founder speaks of licences\n\nThe founder said the GNU General Public "
    "License was the best thing he ever chose. The hall applauded him.\n",
    "French": "Le port a été fermé lundi après une tempête, a déclaré le ministère.\n",
    "Japanese": "港は月曜日に閉鎖された。船は沖で待っている。大臣は声明を発表した。\n",
    "front matter": "---\ntitle: Ships\ndate: 2021-08-31\ntags: [a]\nauthor: A\n---\n\n"
    "The harbor was closed on Monday after a storm.\n",
}
MACHINE = {
    "pods": "---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n---\nversion: v1\nkind: Pod\n",
    "a playbook": "---\n# Install what is needed.\n- name: Install\n  apt:\n    name: nginx\n",
    "tables": "-- Creates the tables.\nCREATE TABLE a (id INTEGER, name TEXT);\nDROP TABLE b;\n",
    "a style": "body {\n  margin: 0;\n  color: #333;\n}\n\n.a > b { display: none; }\n",
    "a traceback": 'Traceback (most recent call last):\n  File "a.py"\nValueError: no value.\n',
    "a script": "'use strict';\n\nconst a = require('a');\n\nmodule.exports = function (x) {\n",
    "levels": "2021-08-31\tINFO\tThe server was started and is ready for use, with all in place.\n"
    "2021-08-31\tERROR\tThe server was stopped and cannot be used, with all in place.\n",
    "data": '[{"title": "A", "text": "The harbor was closed on Monday after a storm."}]\n',
}


@pytest.mark.parametrize("name", PROSE)
def test_what_people_wrote(tmp_path: Path, name: str) -> None:
    assert reads_as(PROSE[name]) is Reads.PROSE
    path = tmp_path / "a"
    path.write_text(PROSE[name], encoding="utf-8")
    found = detect(path, formats())
    assert not isinstance(found, Skipped)
    assert found.name in ("saved_text", "markdown")


@pytest.mark.parametrize("name", MACHINE)
def test_what_machines_wrote(tmp_path: Path, name: str) -> None:
    assert reads_as(MACHINE[name]) is Reads.MACHINE
    for file in ("a", "a.txt", "a.dat"):
        path = tmp_path / file
        path.write_text(MACHINE[name], encoding="utf-8")
        assert isinstance(detect(path, formats()), Skipped), file


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.binary(max_size=400), st.text(max_size=400).map(str.encode)))
def test_no_bytes_are_too_much(content: bytes) -> None:
    text = head_text(content)
    if text is not None:
        assert reads_as(text) in Reads
        assert is_markdown(text) in (True, False)


@pytest.mark.parametrize("sign", ["[", "![", "[a](", "\n", "# a\n", "```\n", "a\n", "- a:\n", "("])
def test_signs_without_end_are_judged_by_a_part(sign: str) -> None:
    text = head_text((sign * SAMPLE).encode()[: 2 * SAMPLE])
    assert text is not None and len(text) <= SAMPLE
    assert not is_markdown(text) or reads_as(text) is not Reads.MACHINE
