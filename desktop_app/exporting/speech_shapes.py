"""The JSON shapes of statements and speakers, as the command line gives them."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.exporting.shapes import expansions_to_json, home_to_json
from desktop_app.search.bilingual.expanding import Expansion
from desktop_app.speech_search.matches import SaidHit, SaidMatches
from desktop_app.speech_search.speakers import Speaker


def statements_to_json(
    found: SaidMatches,
    hits: Sequence[SaidHit],
    quotations: Sequence[str] = (),
    expansions: Sequence[Expansion] | None = None,
) -> dict[str, object]:
    """The shape of ``beilin speeches --json``; `total` counts all statements found.

    `quotations`, where there are any, are one for each hit; `expansions` are None unless
    both languages were asked for.
    """
    statements = [_statement(hit) for hit in hits]
    for statement, text in zip(statements, quotations, strict=False):
        statement["quotation"] = text
    if expansions is None:
        return {"total": found.total, "statements": statements}
    for statement, hit in zip(statements, hits, strict=True):
        statement["matched_language"] = hit.matched_language
    asked = {"expansions": expansions_to_json(expansions)}
    return {"total": found.total, "statements": statements, **asked}


def speakers_to_json(found: Sequence[Speaker], limit: int | None) -> dict[str, object]:
    """The shape of ``beilin speakers --json``; days are ISO or null, `total` counts all."""
    return {"total": len(found), "speakers": [_speaker(each) for each in found[:limit]]}


def _statement(hit: SaidHit) -> dict[str, object]:
    item, statement = hit.item, hit.statement
    return {
        "item": item.id,
        "speaker": statement.speaker,
        "role": statement.role,
        "quoted": statement.quoted,
        "text": statement.text,
        "start": statement.start,
        "end": statement.end,
        "date": item.date.isoformat() if item.date else None,
        **home_to_json(hit.home),
    }


def _speaker(speaker: Speaker) -> dict[str, object]:
    return {
        "name": speaker.name,
        "names": list(speaker.names),
        "roles": list(speaker.roles),
        "statements": speaker.statements,
        "first": speaker.first or None,
        "last": speaker.last or None,
    }
