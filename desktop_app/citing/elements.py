"""What the CSL specification 1.0.2 asks of a style's elements and citeproc-py 0.11.1 lacks.

Each class stands in for the one of the same name in `citeproc.model` while a style is
read. A `Cite` keeps track of what the style has called and written so far.
"""

from __future__ import annotations

import re
from typing import Any

from citeproc import model
from citeproc.source import CitationItem, VariableError

from desktop_app.citing.seams import CLOSE, marked_end
from desktop_app.citing.title_case import title_case

_STRAIGHT = re.compile(r'"([^"]*)"')
_LETTERS_TOGETHER = re.compile(r"(?<=\w\.)(?=\w\.)")


def is_american(root: Any) -> bool:
    """Whether a style's punctuation stands inside quotation marks, and these are curly.

    A Chinese style's does not, though its words for an English item are English ones.
    """
    chinese = str(root.get("default-locale", "")).startswith("zh")
    return not chinese and root.get_locale_option("punctuation-in-quote") == "true"


class Cite(CitationItem):
    """One item being cited; `called` and `written` are variables, `used` no longer free."""

    def __init__(self, key: str, **options: Any) -> None:
        """Cite the reference `key`; `options` may hold a ``locator``."""
        super().__init__(key, **options)
        self["called"], self["written"], self["used"] = [], [], set()


class _Variable:
    """An element that writes variables: each counts, and none that is used up is written."""

    def render(self, item: Cite, *arguments: Any, **options: Any) -> Any:
        written = (self.get("variable") or "").split()  # type: ignore[attr-defined]
        names = [name for name in written if name not in model.Text.generated_variables]
        item.called.extend(names)
        if names and item.used.issuperset(names):
            return None
        text = super().render(item, *arguments, **options)  # type: ignore[misc]
        if text:
            item.written.extend(names)
        return text


class Text(_Variable, model.Text):
    """``cs:text``; marks the end of what it puts in quotation marks."""

    def quote(self, string: Any) -> Any:
        """``quotes="true"``; marks inside become single ones (section "Locale Options")."""
        if self.get("quotes", "false").lower() != "true":
            return string
        open_, close = (self.get_single_term(name=f"{end}-quote") for end in ("open", "close"))
        single = [str(self.get_single_term(name=f"{end}-inner-quote")) for end in ("open", "close")]
        inside = str(string).replace(str(open_), single[0]).replace(str(close), single[1])
        return model.String(f"{open_}{inside}{CLOSE}")

    def case(self, text: Any, language: str | None = None) -> Any:
        """``text-case``, and the marks with which a text ends, for `seams.finished`."""
        if is_american(self.get_root()) and "variable" in self.attrib:
            text = model.String(marked_end(_STRAIGHT.sub("“\\1”", str(text))))
        if self.get("text-case") == "title" and language == "en":
            return model.String(title_case(str(text)))
        return super().case(text, language)


class Date(_Variable, model.Date):
    """``cs:date``."""


class Number(_Variable, model.Number):
    """``cs:number``."""


class Names(_Variable, model.Names):
    """``cs:names``."""


class Group(model.Group):
    """``cs:group``: left out where it calls variables and all of them are empty."""

    def process(self, item: Cite, context: Any = None, **options: Any) -> Any:
        """The children, joined; raises `VariableError` where the group is left out."""
        called, written = len(item.called), len(item.written)
        delimiter = self.get("delimiter", "")
        texts = [self._child(child, item, context, delimiter, options) for child in self]
        texts = [text for text in texts if text]
        if not texts or (len(item.called) > called and len(item.written) == written):
            raise VariableError
        # To the group around it a group that is there is as good as a variable.
        item.called.append("")
        item.written.append("")
        return self.join(texts)

    @staticmethod
    def _child(child: Any, item: Cite, context: Any, delimiter: str, options: Any) -> Any:
        inherited = {"delimiter": delimiter} if isinstance(child, model.Choose) else {}
        try:
            return child.render(item, context=context, **inherited, **options)
        except VariableError:
            return None


class Substitute(model.Substitute):
    """``cs:substitute``: what stands in for a name is not written once more."""

    def render(self, item: Cite, context: Any = None, **options: Any) -> Any:
        """The first child that is not empty."""
        for child in self:
            before = len(item.written)
            names = self.getparent()
            own = isinstance(child, model.Names) and child.name is None
            inherited = {"names_context": names} if own else {}
            try:
                text = child.render(item, context=context, **inherited, **options)
            except VariableError:
                continue
            if text:
                item.used.update(name for name in item.written[before:] if name)
                return text
        return None


class If(model.If):
    """``cs:if``: nothing that is cited alone needs to be told apart from others."""

    def render(self, item: Cite, context: Any = None, delimiter: str = "", **options: Any) -> Any:
        """The children; raises `ConditionFailed`."""
        if self.get("disambiguate") == "true":
            raise model.ConditionFailed
        return super().render(item, context=context, delimiter=delimiter, **options)


class Else_If(If, model.Else_If):
    """``cs:else-if``."""


class Name(model.Name):
    """``cs:name``."""

    def process(self, item: Cite, variable: str, *arguments: Any, **options: Any) -> Any:
        """The names; two with no comma between where the first is not turned round.

        Chicago and MLA put the comma there for the sake of ``Smith, John`` alone.
        """
        names = item.reference.get(variable, [])
        whole = len(names) == 2 and "literal" in names[0]
        if whole and self.get("name-as-sort-order") == "first":
            self.set("delimiter-precedes-last", "never")
        return super().process(item, variable, *arguments, **options)

    def initialize(self, given: str, mark: str, context: Any) -> str:
        """Given names as initials; as they are, but spaced, with ``initialize="false"``."""
        if self._inherited("initialize", context) == "false":
            return _LETTERS_TOGETHER.sub(" " if mark.endswith(" ") else "", given)
        hyphen = self.get_option("initialize-with-hyphen", context)
        words = given.replace(".", ". ").replace("-", " -" if hyphen else " ").split()
        initials = [_initial(word, mark) for word in words]
        return " ".join("".join(initials).replace(f"{mark}-", f"{mark.rstrip()}-").split())

    def _inherited(self, name: str, context: Any) -> str:
        if name in self.attrib:
            return str(self.get(name))
        place = self if context is None else context
        part = "./ancestor-or-self::*[self::cs:citation or self::cs:bibliography][1]"
        around = [*place.xpath_search(part), self.get_root()]
        return next((str(one.get(name)) for one in around if name in one.attrib), "true")


class Name_Part(model.Name_Part):
    """``cs:name-part``: is about the parts of a person's name, so not about whole names."""

    def format_part(self, given: str | None, family: str) -> tuple[str | None, str]:
        """Both parts, one of them formatted; a name without parts as it is."""
        return super().format_part(given, family) if given else (given, family)


def _initial(word: str, mark: str) -> str:
    """The initial of `word` with `mark`; a particle, which has no capital, as it is.

    What has none behind a hyphen is no name of its own (APA: Ai-jun is ``A.``).
    """
    dash, letters = ("-", word[1:]) if word.startswith("-") else ("", word)
    if letters[:1].isupper():
        return f"{dash}{letters[0]}{mark}"
    return "" if dash else f" {letters} "


ELEMENTS: dict[str, type] = {
    element.__name__.replace("_", "-").lower(): element
    for element in (Text, Date, Number, Names, Group, Substitute, If, Else_If, Name, Name_Part)
}
