"""What an index's contents say of one segment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh.codec.base import Segment

from desktop_app.search.codec.blocks import Array

if TYPE_CHECKING:
    from desktop_app.search.codec.whoosh_codec import ColumnCodec
    from desktop_app.search.codec.whoosh_writing import Draft

_NAME = re.compile(r"[A-Za-z]{1,32}")
_MOST_DOCUMENTS = (1 << 32) - 1  # what four bytes number
_ID = re.compile(r"[0-9a-z]{1,64}")


class ColumnSegment(Segment):  # type: ignore[misc]
    """A segment in Beilin's columns: its name, its size, and which documents are deleted.

    Pickled by Whoosh as part of the contents; all it takes to make one again are plain
    values, which are checked, since they become file names.
    """

    def __init__(
        self, indexname: str, segid: str = "", documents: int = 0, deleted: bytes = b""
    ) -> None:
        """Take the values; `deleted` is a bitmap, most significant bit first."""
        super().__init__(indexname)
        self.segid: str = segid or self._random_id()
        named = _NAME.fullmatch(indexname) and _ID.fullmatch(self.segid)
        if not named or not 0 <= documents <= _MOST_DOCUMENTS:
            raise ValueError("not a segment of Beilin's index")
        self._documents = documents
        self._deleted = deleted
        self.draft: Draft | None = None  # while Whoosh's own writer fills it
        self.living()  # raises ValueError where the bitmap is of another size

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle as plain values."""
        return ColumnSegment, (self.indexname, self.segid, self._documents, self._deleted)

    def codec(self, **_options: object) -> ColumnCodec:
        """The codec that reads this segment."""
        from desktop_app.search.codec.whoosh_codec import ColumnCodec  # noqa: PLC0415 (cycle)

        return ColumnCodec()

    def living(self) -> Array | None:
        """Which documents are not deleted (bool, one a document), or None for all."""
        if not self._deleted:
            return None
        if len(self._deleted) != -(-self._documents // 8):
            raise ValueError("a bitmap of another size")
        bits = np.unpackbits(np.frombuffer(self._deleted, "u1"), count=self._documents)
        living: Array = bits == 0
        return living

    def without(self, documents: Array) -> ColumnSegment:
        """This segment with `documents` deleted as well."""
        living = self.living()
        living = np.ones(self._documents, np.bool_) if living is None else living
        living[documents] = False
        bitmap = b"" if living.all() else np.packbits(~living).tobytes()
        return ColumnSegment(self.indexname, self.segid, self._documents, bitmap)

    @property
    def deleted(self) -> bytes:
        """The bitmap of deleted documents, most significant bit first; empty for none."""
        return self._deleted

    # What Whoosh asks of a segment.

    def should_assemble(self) -> bool:
        """Never packed into one file: the files are mapped as they are."""
        return False

    def set_doc_count(self, count: int) -> None:
        """Say how many documents were written."""
        self._documents = count

    def doc_count_all(self) -> int:
        """How many documents there are, deleted ones too."""
        return self._documents

    def deleted_count(self) -> int:
        """How many are deleted."""
        living = self.living()
        return 0 if living is None else int(self._documents - living.sum())

    def deleted_docs(self) -> Iterator[int]:
        """The numbers of those deleted."""
        living = self.living()
        return iter(() if living is None else np.flatnonzero(~living).tolist())

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        """Delete the document, or take that back."""
        living = self.living()
        living = np.ones(self._documents, np.bool_) if living is None else living
        living[docnum] = not delete
        self._deleted = b"" if living.all() else np.packbits(~living).tobytes()

    def is_deleted(self, docnum: int) -> bool:
        """Whether the document is deleted; Whoosh asks after the one past the last too."""
        byte = self._deleted[docnum >> 3 : (docnum >> 3) + 1]
        return bool(byte) and bool(byte[0] >> (7 - docnum % 8) & 1)
