"""Every format and every container Beilin reads, in the order in which they are tried.

It loads all their parsers, so that only what imports something loads this (`detect`).
"""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.importing.containers.compressed import Compressed
from desktop_app.importing.containers.seven_zip import SevenZip
from desktop_app.importing.containers.split import Split
from desktop_app.importing.containers.tar import Tar
from desktop_app.importing.containers.zip import Zip
from desktop_app.importing.formats.bulletin import Bulletin
from desktop_app.importing.formats.epub import Epub
from desktop_app.importing.formats.feed import Feed
from desktop_app.importing.formats.json_feed import JsonFeed
from desktop_app.importing.formats.jsonl import Jsonl
from desktop_app.importing.formats.markdown import Markdown
from desktop_app.importing.formats.mhtml import Mhtml
from desktop_app.importing.formats.newsml1 import NewsMl1
from desktop_app.importing.formats.newsml_g2 import NewsMlG2
from desktop_app.importing.formats.ninjs import Ninjs
from desktop_app.importing.formats.nitf import Nitf
from desktop_app.importing.formats.opml import Opml
from desktop_app.importing.formats.other_xml import OtherXml
from desktop_app.importing.formats.own_csv import OwnCsv
from desktop_app.importing.formats.pdf import Pdf
from desktop_app.importing.formats.photo import PhotoFile
from desktop_app.importing.formats.reuters import Reuters
from desktop_app.importing.formats.saved_html import SavedHtml
from desktop_app.importing.formats.saved_text import SavedText
from desktop_app.importing.formats.sotu import StateOfTheUnion
from desktop_app.importing.formats.table import TableFile
from desktop_app.importing.formats.wacz import Wacz
from desktop_app.importing.formats.web_archive import WebArchive
from desktop_app.importing.formats.word import OldWord, Word
from desktop_app.importing.formats.zim import Zim
from desktop_app.importing.raw import Container, Format


def all_formats(columns: Mapping[str, tuple[str, ...]] | None = None) -> tuple[Format, ...]:
    """All formats, the more particular before the more general.

    `columns` are the corrected mappings of tables (`importing.tables.columns`).
    """
    return (
        Zim(),
        WebArchive(),
        Wacz(),
        PhotoFile(),
        OwnCsv(),
        Bulletin(),
        TableFile(columns),
        Reuters(),
        Jsonl(),
        JsonFeed(),
        Ninjs(),
        Feed(),
        Opml(),
        NewsMl1(),
        NewsMlG2(),
        Nitf(),
        StateOfTheUnion(),
        Markdown(),
        *(Mhtml(), Pdf(), Epub(), Word(), OldWord()),
        SavedHtml(),
        OtherXml(),
        SavedText(),
    )


def all_containers() -> tuple[Container, ...]:
    """All kinds of files that hold other files, the more particular first."""
    return (Split(), Zip(), SevenZip(), Tar(), Compressed())
