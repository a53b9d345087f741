"""Whether "he" or "she" can mean a person: by given name, and by what the role says."""

from __future__ import annotations

from desktop_app.speeches.english.words import words

# The given names most common among Americans born from 1930 on (Social Security
# Administration), less those that both bear, and some of other countries' news.
_HIS = words(
    "James Robert John Michael William David Richard Joseph Charles Thomas Christopher Daniel "
    "Matthew Anthony Donald Mark Paul Steven Andrew Kenneth George Joshua Kevin Brian Edward "
    "Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric Stephen Jonathan Larry Justin "
    "Scott Brandon Frank Benjamin Gregory Samuel Raymond Patrick Jack Dennis Jerry Alexander "
    "Tyler Henry Douglas Peter Adam Nathan Zachary Walter Kyle Harold Carl Jeremy Keith Roger "
    "Gerald Lawrence Arthur Albert Joe Bob Bill Jim Mike Tom Tim Steve Dan Ben Ken Ron Rick "
    "Nick Greg Ted Ed Fred Howard Ralph Roy Louis Philip Bruce Russell Harry Wayne Barry "
    "Boris Vladimir Dominic Bernie Barack Mitch Chuck Kurt Marco Luis Carlos Juan Jose "
    "Antonio Francisco Ahmed Mohammed Muhammad Ali Hassan Ibrahim Yusuf Rafael Roberto "
    "Giovanni Hans Klaus Jean-Claude Jacques Pierre Michel Christian Emmanuel Ivan Sergei "
    "Dmitry Mikhail Alexei Nikolai Gordon Alan Neil Ian Simon Graham Nigel Martin Owen Will "
    "Craig Brent Sheldon Jeff Elon Karl Dick Don"
)
_HER = words(
    "Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy "
    "Betty Sandra Margaret Ashley Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah "
    "Stephanie Rebecca Sharon Laura Cynthia Dorothy Amy Kathleen Angela Shirley Brenda Emma "
    "Anna Pamela Nicole Samantha Katherine Christine Helen Debra Rachel Carolyn Janet Maria "
    "Catherine Heather Diane Olivia Julie Joyce Victoria Ruth Virginia Lauren Kelly Christina "
    "Joan Evelyn Judith Andrea Hannah Cheryl Megan Jacqueline Martha Gloria Teresa Ann Anne "
    "Sara Madison Frances Kathryn Janice Jean Alice Abigail Sophia Julia Judy Grace Denise "
    "Amber Marilyn Danielle Beverly Isabella Theresa Diana Natalie Brittany Charlotte Marie "
    "Kayla Alexis Lori Hillary Kamala Ursula Fiona Ilhan Sonya Kylie Taylor Michele Kristi "
    "Gwynne Monica Jane Kate Claire Lucy Ellen Elena Olga Natasha Indira Benazir Aung Sheila "
    "Gina Ivanka Wendy"
)
_HIS_ROLES = words("king prince chairman spokesman congressman actor mr sir lord")
_HER_ROLES = words("queen princess chairwoman spokeswoman congresswoman actress mrs ms lady")


def is_given(name: str) -> bool:
    """Whether a name begins with a given name that is common."""
    given = name.partition(" ")[0]
    return given in _HIS or given in _HER


def can_be(pronoun: str, name: str, role: str) -> bool:
    """Whether `pronoun` ("he" or "she") may mean the person; where nothing tells, it may."""
    given = name.partition(" ")[0]
    held = set(role.lower().replace(".", "").split())
    his = given in _HIS or bool(held & _HIS_ROLES)
    her = given in _HER or bool(held & _HER_ROLES)
    return his or not her if pronoun == "he" else her or not his
