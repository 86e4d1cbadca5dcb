"""What is told of an article, line by line: what is contradicted in it, and what it says no longer."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from burdenshare.corpus.watching.atom import AUTOMATIC, NO_LONGER
from burdenshare.corpus.watching.model import Feed, Found, Known, Row, Told
from burdenshare.corpus.watching.publishing import CONTRADICTED, GONE

Earlier = Sequence[tuple[str, str, str]]
"""What was told of an article before: id, kind and line."""


def told_of(
    known: Known, document: Row, contradicted: Iterable[Row], earlier: Earlier, feed: Feed, found: Found, moment: str
) -> list[Told]:
    """The lines of an article that was read: each statement once, whatever version it stands in. Of a version that
    was read later, what earlier ones said and it does not is told too."""
    ended = {json.loads(line)["of"] for _, kind, line in earlier if kind == GONE}
    standing = [one for one, kind, _ in earlier if kind == CONTRADICTED and one not in ended]
    head: dict[str, Any] = {
        "found": moment,
        "feed": feed.title,
        "outlet": feed.outlet,
        "title": document["title"] or found.title,
        "link": found.link or feed.url,
        "version": known.version,
    }
    lines: dict[str, dict[str, Any]] = {}
    for one in contradicted:
        name = _id(known.name, one["key"])
        while name in ended:  # it was taken out, and says so again
            name = _id(name, "again")
        rest = {key: value for key, value in one.items() if key != "key"}
        where = {"document": document["document"], "place": f"{known.shard}:{known.row}"}
        lines[name] = {"event": CONTRADICTED, "id": name, **head, **rest, **where, "note": AUTOMATIC}
    for name in standing:
        if name not in lines:
            gone = _id(name, GONE)
            lines[gone] = {"event": GONE, "id": gone, "of": name, **head, "note": NO_LONGER}
    return [Told(name, _line(line)) for name, line in lines.items() if name not in standing]


def _id(*parts: str) -> str:
    return sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


def _line(line: dict[str, Any]) -> str:
    return json.dumps(line, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace").decode("utf-8")
