"""The house measures: small files and functions, everything documented and annotated."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import desktop_app

_PACKAGE = Path(desktop_app.__file__).parent
_MOST_LINES = 350
_MOST_LINES_OF_A_FUNCTION = 50

Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_files_are_short() -> None:
    long = [name for name, file in _files() if len(_lines(file)) > _MOST_LINES]
    assert long == []


def test_functions_are_short() -> None:
    long = [
        f"{name}: {function.name}"
        for name, file in _files()
        for function in _functions(_tree(file))
        if (function.end_lineno or 0) - function.lineno >= _MOST_LINES_OF_A_FUNCTION
    ]
    assert long == []


def test_modules_say_what_they_are_for() -> None:
    assert [name for name, file in _files() if not ast.get_docstring(_tree(file))] == []


def test_public_things_say_what_they_do() -> None:
    silent = [
        f"{name}: {node.name}"
        for name, file in _files()
        for node in _public(_tree(file))
        if not ast.get_docstring(node)
    ]
    assert silent == []


def test_functions_are_annotated() -> None:
    bare = [
        f"{name}: {function.name}"
        for name, file in _files()
        for function in _functions(_tree(file))
        if function.returns is None or any(_is_bare(argument) for argument in _arguments(function))
    ]
    assert bare == []


def test_parsers_are_loaded_with_the_first_import_and_not_before() -> None:
    """They take as long to load as all the rest together."""
    parsers = ("ftfy", "jsonschema", "libzim", "pebble", "py7zr", "pypdf", "trafilatura")
    heavy = {*parsers, "citeproc", "docx", "feedparser", "htmldate", "openpyxl", "PIL", "PySide6"}
    command = "import sys, desktop_app.cli; print(*(m for m in sys.modules if '.' not in m))"
    run = subprocess.run([sys.executable, "-c", command], check=True, capture_output=True)
    assert heavy.intersection(run.stdout.decode().split()) == set()


def test_a_command_imports_what_it_needs_and_no_other_does() -> None:
    """A word in the dictionary waits for no index and no archive."""
    rooms = {"desktop_app.archive", "desktop_app.importing", "desktop_app.speeches", "numpy"}
    command = (
        "import sys; from desktop_app.cli import main; main(['lookup', 'harbour', '--json']);"
        "print(*sys.modules, file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", command], check=True, capture_output=True)
    assert rooms.intersection(run.stderr.decode().split()) == set()


def test_qt_stays_in_the_window() -> None:
    """The linter of imports holds this too, but sees only packages it was told of."""
    outside = [
        name
        for name, file in _files()
        if not name.startswith("gui/") and {"PySide6", "shiboken6"} & set(_imported(_tree(file)))
    ]
    assert outside == []


def test_every_dependency_is_declared() -> None:
    """A package that comes only because another one needs it may go with that one."""
    project = (_PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8")
    declared = project.partition("dependencies = [")[2].partition("\n]")[0].lower()
    used = {module for _name, file in _files() for module in _imported(_tree(file))}
    others = used - sys.stdlib_module_names - {"desktop_app", "tomllib", "__future__"}
    missing = [name for name in sorted(others) if f'"{_distribution(name)}==' not in declared]
    assert missing == []


def _distribution(module: str) -> str:
    own_names = {
        "PIL": "pillow",
        "Stemmer": "pystemmer",
        "citeproc": "citeproc-py",
        "PySide6": "pyside6-essentials",
        "docx": "python-docx",
        "markdown_it": "markdown-it-py",
        "whoosh": "whoosh3",
        "yaml": "pyyaml",
    }
    return own_names.get(module, module.replace("_", "-"))


def _files() -> list[tuple[str, Path]]:
    files = sorted(_PACKAGE.rglob("*.py"))
    assert len(files) > 50  # else the package was not found, and nothing was measured
    return [(file.relative_to(_PACKAGE).as_posix(), file) for file in files]


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def _functions(tree: ast.Module) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def _public(node: ast.Module | ast.ClassDef) -> Iterator[Function | ast.ClassDef]:
    """Functions and classes a reader of the module can use, with those of its classes."""
    for child in node.body:
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            if child.name.startswith("_") or _is_overload(child):
                continue
            yield child
            if isinstance(child, ast.ClassDef):
                yield from _public(child)


def _is_overload(node: Function | ast.ClassDef) -> bool:
    return any(isinstance(mark, ast.Name) and mark.id == "overload" for mark in node.decorator_list)


def _arguments(function: Function) -> Iterator[ast.arg]:
    arguments = function.args
    yield from (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
    yield from (argument for argument in (arguments.vararg, arguments.kwarg) if argument)


def _is_bare(argument: ast.arg) -> bool:
    return argument.annotation is None and argument.arg not in ("self", "cls")


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]
