"""A made language: every sentence of the program, accented and 40 % longer.

What a translator adds is one file; this one is written by a program, so that the tests can
see the interface in a language nobody translated it to. Its code is that of German, whose
sentences are as much longer than English ones.
"""

from __future__ import annotations

import re
import shutil
from itertools import cycle, islice
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po, write_po

from desktop_app.i18n.languages import DOMAIN
from desktop_app.places import translations

PSEUDO = "de"
_ACCENTED = str.maketrans(
    "AEIOUYaceilnorsuyz",
    "ÅÉÎÕÜÝåçéîļñöřšûýž",
)
_PADDING = "lörém ipsüm dölor sît ämet "
# A place to fill, a key of the menu, what is typed as it stands: none is to be touched.
_KEPT = re.compile(r"(\{[^}]*\}|&.|--?\w[\w-]*(?:=\w+)?|\b[A-Z]{2,}\b|\*\.\w+|\w+:\S+)")


def pseudo(sentence: str) -> str:
    """`sentence` in the made language: letters accented, 40 % longer, places as they were."""
    parts = _KEPT.split(sentence)
    accented = "".join(part if place % 2 else part.translate(_ACCENTED) for place, part in
                       enumerate(parts))  # fmt: skip
    more = -(-len(_KEPT.sub("", sentence)) * 2 // 5)
    if not more:
        return accented
    padding = "".join(islice(cycle(_PADDING), more))
    end = re.search(r"\W*$", accented)
    place = end.start() if end and "}" not in end[0] and "{" not in end[0] else len(accented)
    return f"{accented[:place]}{'' if more < 3 else ' '}{padding.strip()}{accented[place:]}"


def add_pseudo(folder: Path, language: str = PSEUDO) -> Path:
    """Copy the program's catalogs to `folder` and add one file, that of the made language."""
    for own in translations().iterdir():
        if own.is_dir():
            shutil.copytree(own, folder / own.name)
    file = folder / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    file.parent.mkdir(parents=True)
    with (translations() / f"{DOMAIN}.pot").open("rb") as stream:
        catalog = read_po(stream, locale=language)
    for each in catalog:
        if each.id:
            each.string = _translated(each)
    with file.open("wb") as out:
        write_po(out, catalog)
    return file


def _translated(each: Message) -> str | tuple[str, ...]:
    if isinstance(each.id, str):
        return pseudo(each.id)
    return tuple(map(pseudo, each.id))
