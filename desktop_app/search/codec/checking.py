"""Reading all of an index once, to tell which of its files are damaged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop_app.messages import Message
from desktop_app.search.codec.blocks import CheckedFile
from desktop_app.search.codec.contents import Contents
from desktop_app.search.codec.damage import IndexDamaged
from desktop_app.search.codec.segment import ColumnSegment
from desktop_app.search.codec.segment_reader import SegmentColumns


def faults(folder: Path, contents: Contents) -> Iterator[Message]:
    """Yield a line for each damaged file of the segments of `contents`."""
    for record in contents.segments:
        yield from _faults_of(folder, record)


def _faults_of(folder: Path, record: ColumnSegment) -> Iterator[Message]:
    try:
        segment = SegmentColumns(folder, record)
        segment.files.table.read_all()
    except IndexDamaged as error:
        yield error.text
        return
    files = segment.files
    for file in (files.checked_documents, files.checked_frequencies, files.checked_positions):
        yield from _faults_in(file)


def _faults_in(file: CheckedFile) -> Iterator[Message]:
    try:
        file.touch(0, len(file.content))
    except IndexDamaged as error:
        yield error.text
