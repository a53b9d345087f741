"""A reader's decisions about speakers, as names and the person each is.

Every name a person has at that moment is decided, so that no rule takes it back.
"""

from __future__ import annotations

from desktop_app.speeches.people import Person


def merged(one: Person, other: Person) -> dict[str, str]:
    """Both are one person, called as `other` is."""
    return dict.fromkeys((*one.names, *other.names), other.name)


def renamed(person: Person, name: str) -> dict[str, str]:
    """`person` is called `name`."""
    return dict.fromkeys(person.names, name)


def split(person: Person, name: str) -> dict[str, str]:
    """`name`, one of those of `person`, is a person of its own.

    Those that stay keep the name they had, unless it is that which leaves.
    """
    others = [each for each in person.names if each != name]
    if not others or name not in person.names:
        return {}
    kept = person.name if person.name != name else others[0]
    return {name: name, **dict.fromkeys(others, kept)}
