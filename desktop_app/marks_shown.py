"""What ``beilin marks`` prints of marks: for people as lines, for programs as JSON."""

from __future__ import annotations

from dataclasses import asdict

from desktop_app.marks.bundle import Bundle, figures_of
from desktop_app.marks.json_shape import about, highlight_to_json
from desktop_app.terminal import Terminal

_LONGEST_SHOWN = 70  # characters of a quotation in a list


def tell_figures(terminal: Terminal, bundle: Bundle) -> None:
    """One line of how many there are of each."""
    figures, plural = figures_of(bundle), terminal.catalog.plural
    parts = (
        plural("{count} bookmark", "{count} bookmarks", figures.bookmarks),
        plural("{count} collection", "{count} collections", figures.collections),
        plural("{count} tag", "{count} tags", figures.tags),
        plural("{count} highlight", "{count} highlights", figures.highlights),
        plural("{count} note", "{count} notes", figures.notes),
    )
    terminal.say(" · ".join(parts))


def tell_marks(terminal: Terminal, bundle: Bundle) -> None:
    """All of them, by collection and by item."""
    text, bookmarks = terminal.catalog.text, terminal.catalog.text("Bookmarks")
    tell_figures(terminal, bundle)
    for collection in bundle.collections:
        if collection.items:
            terminal.say(f"\n{collection.name or bookmarks}")
        for each in collection.items:
            terminal.say(f"  {each.subject.item}  {each.subject.title}")
    for item in bundle.items:
        if item.tags or item.highlights:
            terminal.say(f"\n{item.subject.item}  {item.subject.title}")
        if item.tags:
            tags = terminal.catalog.items([name for name, _at in item.tags])
            words = text("Tags: {tags}", tags=tags)
            terminal.say(f"  {words}")
        for highlight in item.highlights:
            terminal.say(f"  “{_short(highlight.anchor.exact)}”")
            for line in highlight.note.splitlines():
                terminal.say(f"    {line}")


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST_SHOWN else f"{line[:_LONGEST_SHOWN]}…"


def marks_to_json(bundle: Bundle) -> dict[str, object]:
    """The same for programs."""
    return {
        **asdict(figures_of(bundle)),
        "in": [
            {"collection": each.name or None, "items": [about(one.subject) for one in each.items]}
            for each in bundle.collections
        ],
        "marked": [
            {
                **about(item.subject),
                "tags": [name for name, _at in item.tags],
                "highlights": [highlight_to_json(each) for each in item.highlights],
            }
            for item in bundle.items
            if item.tags or item.highlights
        ],
    }
