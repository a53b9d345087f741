"""Which texts are read as articles, by what they are called, how they read and who chose them.

A folder holds whatever it holds, so that what is found by walking through it must read
like an article unless its name says that it is a text; a file that somebody names was
meant. Each step is one less to ask for when the file itself is named:

    a file called               found in a folder             named
    .txt, .text, .md            unless a machine's            always
    by no known name            with sentences                unless a machine's
    as programs' files are      never                         with sentences

A machine's is a program, a log, settings or a licence. Tables, feeds and pages are told by
signs of their own and asked for nothing.
"""

from __future__ import annotations

from pathlib import Path

from desktop_app.importing.head_text import head_text
from desktop_app.importing.reads_as import Reads, reads_as
from desktop_app.messages import Message, message

TEXT = (".txt", ".text")
MARKDOWN = (".md", ".markdown", ".mdx")
# Suffixes of files that are text, and other things than articles.
_PROGRAMS = """
.ada .adoc .am .applescript .as .asm .asp .aspx .ass .awk .bash .bat .bib .bst .c .cc .cfg
.cer
.clj .cls .cmake .cmd .cnf .coffee .conf .config .cpp .crt .cs .csh .cson .css .cxx .d .dart .def
.desktop .diff .dockerfile .dtd .ejs .el .elm .eml .env .erb .erl .err .ex .exs .f .f90 .fish
.for .fs .geojson .gitignore .go .gpx .gradle .graphql .groovy .h .haml .hbs .hh .hpp .hs .hxx
.ics .in .inc .inf .info .ini .ino .ipynb .iss .j2 .java .jinja .jl .js .json .json5 .jsonld
.jsp .jsx .key .kml .kt .kts .less .lisp .lock .log .lrc .lua .m .m3u .m3u8 .m4 .mak .make .map
.mjs .cjs .mk .ml .mli .mo .ms .mustache .nfo .nix .nsi .out .pas .patch .pem .php .pl .plist
.pm .po .pod .pot .prefs .prg .pro .properties .proto .ps .ps1 .psm1 .pub .pug .py .pyi .pyw
.pyx .qml .r .rake .rb .rc .reg .rego .rs .rst .rtf .sass .sbt .scala .scm .scss .sed .service
.sh .sln .slim .smi .spec .sql .srt .ssa .styl .sub .sum .svelte .swift .sty .sv .tcl .tex .tf
.theme .typed .types .toml .ts .tsx .twig .vb .vbs .vcf .vcxproj .vhd .vim .vtt .vue
.wat .wsdl .xaml .xlf
.xml .xsd .xsl .xslt .yaml .yml .zsh .1 .2 .3 .4 .5 .6 .7 .8
"""
_OTHERS = frozenset(_PROGRAMS.split())


def refusal(path: Path, head: bytes, named: bool, others: frozenset[str]) -> Message | None:
    """Why the text at `path`, whose first bytes are `head`, is not read as an article.

    `named` says that somebody chose this very file; `others` are suffixes of files that
    are no text at all. None where it is read.
    """
    suffix = path.suffix.lower()
    is_text = suffix in TEXT or suffix in MARKDOWN
    if is_text and (named or suffix in MARKDOWN):
        return None
    reads = reads_as(head_text(head) or "")
    if suffix in _OTHERS or suffix in others:
        is_read = named and reads is Reads.PROSE
        return None if is_read else message("Beilin does not read {suffix} files", suffix=suffix)
    if reads is Reads.MACHINE:
        return _machine(is_text)
    if is_text or named or reads is Reads.PROSE:
        return None
    return message("it is text that does not read like news; to import it, name the file itself")


def _machine(is_text: bool) -> Message:
    if is_text:
        return message(
            "it reads as program code, settings, a log or a licence; to import it, "
            "name the file itself"
        )
    return message(
        "it reads as program code, settings, a log or a licence; to import it all the same, "
        "call it .txt and name the file itself"
    )
