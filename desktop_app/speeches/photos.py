"""Which photo of an item shows a speaker, as its captions tell.

The rule: a caption shows a speaker where its first sentence names them, in full or by surname
with a title, as whom the picture is of: not as an owner ("Ann Lee's book", 王树国的学生), not
behind a preposition ("supporters of Ann Lee"), not as the photographer. Where it names other
persons too, it must say where the speaker stands ("left", 右); else it is unclear who is who.
"""

from __future__ import annotations

from desktop_app.items import Item, Photo
from desktop_app.language.tokens import HAN
from desktop_app.speeches.chinese.captions import shows_in_chinese
from desktop_app.speeches.english.captions import shows_in_letters
from desktop_app.speeches.naming import is_named

_LONGEST = 600  # code points of a caption that are looked at; more is text


def photo_of(item: Item, speaker: str) -> Photo | None:
    """The photo of `item` that shows `speaker`, one of the item's speakers as they are called.

    One whose file was saved goes before one of which only the caption is left. None where no
    caption tells, and for those who have no name.
    """
    if not is_named(speaker):
        return None
    others = {each.speaker for each in item.statements} - {speaker}
    shown = [photo for photo in item.photos if _shows(photo.caption[:_LONGEST], speaker, others)]
    return min(shown, key=lambda photo: photo.file is None, default=None)


def _shows(caption: str, speaker: str, others: set[str]) -> bool:
    if not caption:
        return False
    if HAN.search(speaker):
        return shows_in_chinese(caption, speaker, others)
    return shows_in_letters(caption, speaker, others)
