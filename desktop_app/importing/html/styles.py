"""Pictures that a page's styles show, set where its elements have them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import html

from desktop_app.importing.html.tree import classes
from desktop_app.importing.page import tidy

# SingleFile keeps a picture that is shown twice as ``--sf-img-3: url("data:…")``.
_VARIABLE = re.compile(
    r"""(--[\w-]{1,80})\s*:\s*url\(\s*(?:"([^"]+)"|'([^']+)'|([^\s"')]+))\s*\)"""
)
_BACKGROUND = re.compile(
    r"""background(?:-image)?\s*:[^;]*?(?:var\(\s*(--[\w-]+)\s*\)|"""
    r"""url\(\s*(?:"([^"]+)"|'([^']+)'|([^\s"')]+))\s*\))""",
    re.IGNORECASE,
)
_PHOTO_CLASS = re.compile(r"photo|image|img|pic|thumb|cover|hero|lead|media|tupian")
_MAX_ADDRESS = 32 * 1024 * 1024


def show_styled_pictures(tree: html.HtmlElement) -> None:
    """Give `img` elements the pictures that styles draw over them, and boxes theirs.

    Only a box without words that a figure or its class tells to be a photo's becomes one.
    """
    variables = _variables(tree)
    for element in list(tree.iter("img", "div", "span", "a", "figure", "p", "section")):
        style = element.get("style") or ""
        if "background" not in style.lower():
            continue
        match = _BACKGROUND.search(style)
        address = _address(match, variables) if match else ""
        if not address:
            continue
        if element.tag == "img":
            element.set("src", address)
            _without_others(element)
        elif _is_photo_box(element):
            element.append(html.Element("img", {"src": address}))


def _variables(tree: html.HtmlElement) -> dict[str, str]:
    return {
        match[1]: match[2] or match[3] or match[4]
        for style in tree.iter("style")
        if style.text and "--" in style.text
        for match in _VARIABLE.finditer(style.text)
    }


def _address(match: re.Match[str], variables: Mapping[str, str]) -> str:
    found = variables.get(match[1], "") if match[1] else match[2] or match[3] or match[4] or ""
    return found if len(found) <= _MAX_ADDRESS else ""


def _without_others(image: html.HtmlElement) -> None:
    """Take away where the picture lay on the web: the one at hand is the picture."""
    for name in list(image.attrib):
        if name == "srcset" or (str(name).startswith("data-") and "/" in image.get(name, "")):
            del image.attrib[name]


def _is_photo_box(element: html.HtmlElement) -> bool:
    if element.find(".//img") is not None or tidy(element.text_content()):
        return False
    figure = next((up for up in element.iterancestors() if up.tag == "figure"), None)
    if figure is not None or element.tag == "figure":
        return (element if figure is None else figure).find(".//img") is None
    return _PHOTO_CLASS.search(classes(element)) is not None
