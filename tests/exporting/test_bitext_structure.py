"""TMX and XLIFF against what their specifications say of the elements that are written.

The rules are worded anew here, from TMX 1.4b (LISA, 2005, sections "Elements" and
"Attributes") and XLIFF 1.2 (OASIS, 2008, sections 2.2 to 2.4), for these elements alone.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence

import pytest
from lxml import etree

from desktop_app.exporting.bitext import Bitext, Passage
from desktop_app.exporting.parallel_table import parallel_table
from desktop_app.exporting.tmx import tmx
from desktop_app.exporting.xliff import xliff
from tests.exporting.test_bitext import HOSTILE
from tests.material import item

TMX = """
<!ELEMENT tmx (header, body)>
<!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (note | prop)*>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
  segtype (block | paragraph | sentence | phrase) #REQUIRED o-tmf CDATA #REQUIRED
  adminlang CDATA #REQUIRED srclang CDATA #REQUIRED datatype CDATA #REQUIRED
  creationdate CDATA #IMPLIED>
<!ELEMENT body (tu*)>
<!ELEMENT tu ((note | prop)*, tuv+)>
<!ATTLIST tu tuid CDATA #IMPLIED srclang CDATA #IMPLIED>
<!ELEMENT tuv ((note | prop)*, seg)>
<!ATTLIST tuv xml:lang CDATA #REQUIRED>
<!ELEMENT seg (#PCDATA)>
<!ELEMENT note (#PCDATA)>
<!ELEMENT prop (#PCDATA)>
<!ATTLIST prop type CDATA #REQUIRED>
"""
XLIFF = """
<!ELEMENT xliff (file+)>
<!ATTLIST xliff version CDATA #FIXED "1.2"
  xmlns CDATA #FIXED "urn:oasis:names:tc:xliff:document:1.2">
<!ELEMENT file (header?, body)>
<!ATTLIST file original CDATA #REQUIRED source-language CDATA #REQUIRED
  datatype CDATA #REQUIRED target-language CDATA #IMPLIED
  xml:space (default | preserve) #IMPLIED>
<!ELEMENT header (note*)>
<!ELEMENT body (trans-unit*)>
<!ELEMENT trans-unit (source, target?, note*)>
<!ATTLIST trans-unit id CDATA #REQUIRED>
<!ELEMENT source (#PCDATA)>
<!ELEMENT target (#PCDATA)>
<!ATTLIST target state (final | needs-adaptation | needs-l10n | needs-review-adaptation |
  needs-review-l10n | needs-review-translation | needs-translation | new | signed-off |
  translated) #IMPLIED>
<!ELEMENT note (#PCDATA)>
"""
# RFC 5646 as far as language, script and region.
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
PASSAGES = (Passage("One.", "一。", 0.9), Passage("", "二。", 0.1), Passage(HOSTILE, HOSTILE, 0.5))
PAIRS = (
    Bitext(item("e<&\"'"), item("z", "文", language="zh"), PASSAGES, "paragraph"),
    Bitext(item("e2"), item("z2", "與國", language="zh"), (), "paragraph"),
    Bitext(item("e3"), item("z3", "與國", language="zh"), PASSAGES, "paragraph"),
)

Written = Callable[[Sequence[Bitext]], Iterable[str]]


def as_tmx(pairs: Sequence[Bitext]) -> Iterable[str]:
    return tmx(pairs, "paragraph")


@pytest.mark.parametrize(("write", "rules"), [(as_tmx, TMX), (xliff, XLIFF)])
def test_what_is_written_has_the_elements_of_the_specification(write: Written, rules: str) -> None:
    dtd = etree.DTD(io.StringIO(rules))
    root = etree.fromstring("".join(write(PAIRS)).encode())
    assert dtd.validate(root), dtd.error_log
    broken = etree.fromstring("".join(write(PAIRS)).encode())
    broken.append(etree.Element("other"))
    assert not dtd.validate(broken)


@pytest.mark.parametrize("write", [as_tmx, xliff])
def test_languages_are_named_as_bcp_47_has_them(write: Written) -> None:
    root = etree.fromstring("".join(write(PAIRS)).encode())
    named = [
        value
        for each in root.iter("{*}*")
        for name, value in each.attrib.items()
        if name.endswith(("lang", "language"))
    ]
    assert {"en", "zh-Hans", "zh-Hant"} <= set(named)
    assert all(map(_LANGUAGE.fullmatch, named))


def test_units_of_a_file_have_ids_of_their_own() -> None:
    root = etree.fromstring("".join(xliff(PAIRS)).encode())
    for file in root.iter("{*}file"):
        ids = [unit.get("id") for unit in file.iter("{*}trans-unit")]
        assert len(ids) == len(set(ids))


def test_every_row_of_the_table_has_as_many_cells_as_its_head() -> None:
    lines = "".join(parallel_table(PAIRS))
    head, *rows = csv.reader(io.StringIO(lines), delimiter="\t", quoting=csv.QUOTE_NONE)
    assert len(rows) == 2 * len(PASSAGES)
    assert {len(row) for row in rows} == {len(head)}
