"""What the fields a column can be are called in the window."""

from __future__ import annotations

from desktop_app.messages import Message, message

# The common ones first, as a list of them is read from the top; "" leaves a column out.
FIELD_NAMES: dict[str, Message] = {
    "": message("Leave out"),
    "title": message("Title"),
    "date": message("Date"),
    "text": message("Text"),
    "summary": message("Summary"),
    "byline": message("Author"),
    "source": message("Source"),
    "url": message("Address (URL)"),
    "language": message("Language"),
    "kind": message("Kind"),
    "section": message("Section"),
    "keyword": message("Keywords"),
    "subject": message("Subject"),
    "place": message("Place"),
    "photo": message("Photo file"),
    "caption": message("Caption"),
    "credit": message("Credit"),
    "copyright": message("Copyright"),
    "id": message("Number or ID"),
}
