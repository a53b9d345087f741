"""No sentence of the window or of the commands stands in the code alone."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import desktop_app

_PACKAGE = Path(desktop_app.__file__).parent
# What shows its first argument; a constructor shows it too.
_SHOWING_NAMES = """
    setText setToolTip setStatusTip setWhatsThis setTitle setWindowTitle setPlaceholderText
    setAccessibleName setAccessibleDescription setInformativeText setDetailedText setLabelText
    setPlainText setHtml setMarkdown setFormat setSuffix setPrefix setIconText setTabText
    setHeaderLabels setHorizontalHeaderLabels addItem addAction addMenu addTab addButton append
    insertPlainText insertHtml insertText showMessage say complain echo print add_column add_row
    QLabel QPushButton QCheckBox QRadioButton QAction QToolButton QGroupBox QMenu QMessageBox
    Text Option help
"""
_SHOWING = tuple(_SHOWING_NAMES.split())
_SHOWN_LATER = {"setItemText": 1, "insertItem": 1, "setTabText": 1, "setHeaderData": 2}
_TRANSLATING = ("text", "plural", "message")
# Names, keys and what is typed: the same in every language.
_NAMES = re.compile(r"Beilin|碑林|beilin: |^\W*$|^[a-z_]+$|^--[a-z-]+$|^[A-Z]+$")
# Two words with a space between, or Chinese: what a person would read.
_SENTENCE = re.compile(r"[A-Za-z]{2,},? [A-Za-z]{2,}|[\u4e00-\u9fff]")
# Styles, queries, schemes and shell commands that hold spaces and are read by machines.
_FOR_MACHINES = (
    "stylesheet.py", "style.py", "typography.py", "theme.py", "application.py", "icons.py",
    "demonstration.py", "faces.py", "measure.py", "searchable.py",
)  # fmt: skip
_MARKUP = re.compile(r"</?\w|\dpx|bold red|'>|style=|: 1px")
_KNOWN = (
    "&Look in:", "Files of &type:",  # what Qt asks for; the catalogs' are beside them
    "wang shuguo", "合作", "的", "至", "到", "拼音",  # what is typed, or only read to warm up
    "there is something", "nothing matches", "nobody speaks in the archive",  # values of enums
    "the archive has no items", "free the filters", "clear the search", "list items",
    "search again", "what is found for a query", "the page of a person", "an item to read",
)  # fmt: skip


def spoken_files() -> list[Path]:
    """The window's files and those of the command line."""
    commands = [*_PACKAGE.glob("*_command*.py"), _PACKAGE / "cli.py", _PACKAGE / "terminal.py"]
    return sorted([*(_PACKAGE / "gui").rglob("*.py"), *commands, _PACKAGE / "usage.py"])


def name_of(call: ast.Call) -> str:
    return str(getattr(call.func, "attr", getattr(call.func, "id", "")))


def letters_of(node: ast.AST) -> Iterator[str]:
    """The literal parts of an expression whose value is shown."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        for part in node.values:
            yield from letters_of(part)
    elif isinstance(node, ast.IfExp):
        yield from (text for part in (node.body, node.orelse) for text in letters_of(part))
    elif isinstance(node, (ast.BinOp, ast.BoolOp, ast.List, ast.Tuple)):
        yield from (text for part in ast.iter_child_nodes(node) for text in letters_of(part))


def shown_literals(source: str) -> list[str]:
    """The words of literals that `source` hands to what shows them."""
    found = []
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and name_of(call) in (*_SHOWING, *_SHOWN_LATER):
            place = _SHOWN_LATER.get(name_of(call), 0)
            shown = [*call.args[place : place + 1]]
            shown += [each.value for each in call.keywords if each.arg in ("text", "help", "title")]
            found += [text for each in shown for text in letters_of(each)]
    words = [text for text in found if re.search(r"[^\W\d_]{2}", text)]
    return [text for text in words if not _NAMES.search(text) and not _MARKUP.search(text)]


def sentences_of(source: str) -> list[str]:
    """The literals of `source` that read as sentences, those for the catalogs left out."""
    tree = ast.parse(source)
    apart = {id(part) for node in ast.walk(tree) for part in _apart(node)}
    texts = [
        node.value for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart
    ]  # fmt: skip
    texts = [text for text in texts if text not in _KNOWN and not _MARKUP.search(text)]
    return [text for text in texts if _SENTENCE.search(text) and not _NAMES.search(text)]


def _apart(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of `node` that nobody reads in the window, or that the catalogs hold."""
    if isinstance(node, ast.Expr):  # a docstring
        yield node.value
    called = isinstance(node, ast.Call) and name_of(node) in (*_TRANSLATING, *_LOGGING)
    if called or isinstance(node, ast.Raise):  # the latter are a bug's own words
        yield from ast.walk(node)


_LOGGING = ("debug", "info", "warning", "error", "critical", "exception", "log", "compile", "cast")


def test_no_literal_is_handed_to_what_shows_it() -> None:
    files = spoken_files()
    assert len(files) > 120
    wrong = [
        (file.name, text) for file in files for text in shown_literals(file.read_text("utf-8"))
    ]
    assert wrong == []


def test_no_sentence_stands_outside_the_catalogs() -> None:
    wrong = [
        (file.name, text) for file in spoken_files() if file.name not in _FOR_MACHINES
        for text in sentences_of(file.read_text("utf-8"))
    ]  # fmt: skip
    assert wrong == []


@pytest.mark.parametrize(
    "line",
    [
        'label.setText("Open archive")',
        'label.setToolTip(f"Open {name}")',
        'box.addItem("Newest" if new else "Oldest", 1)',
        'QLabel("Open", parent)',
        'terminal.say("Nothing " + "found")',
        'box.setItemText(0, "打开")',
        'table.add_column("Source")',
    ],
)
def test_a_literal_is_noticed(line: str) -> None:
    assert shown_literals(line) != []


def test_words_kept_for_later_are_noticed() -> None:
    assert sentences_of('WORDS = {"a": "Open the archive"}\nlabel.setText(WORDS["a"])') != []
    assert sentences_of('"""Say it."""\nlabel.setText(text("Open the archive"))') == []
