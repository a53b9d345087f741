"""The JSON shapes of items and hits, as the command line and the JSONL export give them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from desktop_app.homes import Home
from desktop_app.items import Item, Pair, Photo, Statement
from desktop_app.search.bilingual.expanding import Expansion
from desktop_app.search.describe import describe
from desktop_app.search.engine import Matches
from desktop_app.search.explained import Explained
from desktop_app.search.hits import Hit
from desktop_app.search.query import Parsed


def item_to_json(item: Item) -> dict[str, object]:
    """The shape of ``beilin show --json``; what only some items have is there only in them."""
    return {
        "id": item.id,
        "title": item.title,
        "date": _day(item),
        "language": item.language,
        "source": item.source,
        "kind": item.kind,
        "byline": item.byline,
        "url": item.url,
        "paragraphs": list(item.paragraphs),
        "photos": [photo_to_json(photo) for photo in item.photos],
        "statements": [_statement(statement) for statement in item.statements],
        **_further(item),
    }


def _further(item: Item) -> dict[str, object]:
    """All languages of what is written in several; links, alternates and details."""
    found = {
        "languages": list(item.languages if item.other_languages else ()),
        "links": [asdict(link) for link in item.links],
        "alternates": [asdict(alternate) for alternate in item.alternates],
        "details": [list(detail) for detail in item.details],
    }
    return {key: value for key, value in found.items() if value}


def pair_to_json(pair: Pair) -> dict[str, object]:
    """The shape of a pair in ``beilin pairs --json``; the score from 0 to 1."""
    return {"en": pair.en, "zh": pair.zh, "score": round(pair.score, 4), "by": pair.by}


def photo_to_json(photo: Photo) -> dict[str, object]:
    """A photo; `file` is null where only its caption survives."""
    return {
        "file": photo.file,
        "caption": photo.caption,
        "credit": photo.credit,
        "taken": photo.taken or None,
    }


def search_to_json(query: str, matches: Matches, hits: list[Hit]) -> dict[str, object]:
    """The shape of ``beilin search --json``; `total` and facets count all matches."""
    return {
        "query": query,
        "total": len(matches.numbers),
        "took_ms": round(matches.took_ms, 3),
        "hits": [_hit(hit) for hit in hits],
        "facets": {name: dict(counts) for name, counts in matches.facets.items()},
    }


def both_to_json(hits: list[Hit], expansions: Sequence[Expansion]) -> dict[str, object]:
    """What ``--both-languages`` adds to that shape or has in its place."""
    return {
        "hits": [{**_hit(hit), "matched_language": hit.matched_language} for hit in hits],
        "expansions": expansions_to_json(expansions),
    }


def expansions_to_json(expansions: Sequence[Expansion]) -> list[dict[str, object]]:
    """The words of a query with the translations that were looked for too."""
    return [{"word": each.word, "translations": list(each.translations)} for each in expansions]


def explain_to_json(parsed: Parsed, plan: Explained) -> dict[str, object]:
    """The shape of ``explain`` in ``beilin search --explain --json``.

    `tree` and `plan` are lines, indented; a problem's places are code points of the query.
    """
    return {
        "tree": describe(parsed.node),
        "plan": str(plan),
        "problems": [
            {"start": problem.start, "end": problem.end, "reason": str(problem.reason)}
            for problem in parsed.problems
        ],
    }


def home_to_json(home: Home | None) -> dict[str, object]:
    """The folder of the archive an item is in; of others that have it too, where some do.

    Nothing where one archive is searched alone.
    """
    if home is None:
        return {}
    also = [str(folder) for folder, _name in home.elsewhere]
    return {"archive": str(home.folder), **({"also_in": also} if also else {})}


def _hit(hit: Hit) -> dict[str, object]:
    return {
        "id": hit.item.id,
        "title": hit.item.title,
        "date": _day(hit.item),
        "language": hit.item.language,
        "source": hit.item.source,
        "kind": hit.item.kind,
        "score": round(hit.score, 6),
        "snippet": hit.snippet.to_html(),
        "photos": [photo_to_json(photo) for photo in hit.item.photos],
        **home_to_json(hit.home),
    }


def _statement(statement: Statement) -> dict[str, object]:
    return {
        "speaker": statement.speaker,
        "role": statement.role,
        "verb": statement.verb,
        "text": statement.text,
        "quoted": statement.quoted,
        "start": statement.start,
        "end": statement.end,
    }


def _day(item: Item) -> str | None:
    return item.date.isoformat() if item.date else None
