"""What is wrong at a place of a web archive, told as it is met."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.messages import Message


@dataclass(frozen=True, slots=True)
class Place:
    """Where bytes lie in an archive file.

    `member` is the offset in the file of the compressed member they are in, `skip` how
    many unpacked bytes of it stand before them. In a plain file `skip` is 0.
    """

    member: int
    skip: int = 0

    @property
    def offset(self) -> int:
        """The offset that tools for such files count by.

        In a file whose records are compressed one by one that is the member's, in one
        compressed as a whole the offset in what it unpacks to.
        """
        return self.member + self.skip


class Damaged(Exception):
    """The compressed bytes at a place are wrong or, with `cut`, end too early."""

    def __init__(self, reason: Message, cut: bool = False) -> None:
        """Keep the reason, for the report."""
        super().__init__(str(reason))
        self.reason = reason
        self.cut = cut
