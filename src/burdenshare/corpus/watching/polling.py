"""One request to a feed, and how the feed stands after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from burdenshare.corpus.watching.manners import Hindered, Manners, Reached, mark
from burdenshare.corpus.watching.model import Feed, Found, Standing
from burdenshare.corpus.watching.reader import PoisonError, Reader
from burdenshare.corpus.watching.timing import backed_off, wished
from burdenshare.errors import InputError
from burdenshare.reading.documents.fetch import Answer

GONE = 410
UNCHANGED = 304


@dataclass(frozen=True, slots=True)
class Polled:
    """How a feed stands now, what it holds, and whether it is as it was before. `failed` says why it told nothing."""

    standing: Standing
    found: Sequence[Found] = ()
    unchanged: bool = False
    failed: str = ""


def polled(feed: Feed, before: Standing, manners: Manners, reader: Reader, now: float, seed: str) -> Polled:
    """Ask a feed once: only for what is new, where its server can tell that."""
    at = before.moved or feed.url
    reached = manners.ask(at, _marks(before, at))
    if isinstance(reached, Hindered):
        return _failed(feed, before, reached.reason, now, seed, reached.until)
    answer = reached.answer
    if answer.status == UNCHANGED:
        return Polled(_well(feed, before, now), unchanged=True)
    if answer.status == GONE:
        told = "is gone for good (410) and is asked no more"
        return Polled(replace(before, gone=True, told=told), failed=told)
    if answer.source is None:
        told = f"answered {answer.status} {answer.reason[:60]}".rstrip()
        return _failed(feed, before, told, now, seed, wished(answer.told, now))
    try:
        found = reader.entries(answer.source)
    except InputError as fault:
        return _failed(feed, before, fault.what, now, seed)
    except PoisonError as fault:
        return _failed(feed, before, f"cannot be read ({fault})", now, seed)
    return Polled(_marked(_well(feed, before, now), reached), found)


def _marks(before: Standing, at: str) -> dict[str, str]:
    """What the server marked its last answer with: it need not send it again."""
    if before.marked != at:
        return {}
    given = {"If-None-Match": before.etag, "If-Modified-Since": before.modified}
    return {name: value for name, value in given.items() if value}


def _marked(standing: Standing, reached: Reached) -> Standing:
    answer: Answer = reached.answer
    marked = replace(
        standing,
        etag=mark(answer.told, "etag"),
        modified=mark(answer.told, "last-modified"),
        marked=answer.address.whole,
    )
    if not reached.moved:
        return marked
    return replace(marked, moved=reached.moved, told=f"has moved for good to {reached.moved}")


def _well(feed: Feed, before: Standing, now: float) -> Standing:
    told = f"has moved for good to {before.moved}" if before.moved else ""
    return replace(before, due=now + feed.interval, failures=0, told=told)


def _failed(feed: Feed, before: Standing, told: str, now: float, seed: str, until: float = 0.0) -> Polled:
    """It is asked later, and where it had moved, at its old address again."""
    failures = before.failures + 1
    due = max(backed_off(now, feed.interval, failures, feed.url, seed), until)
    return Polled(replace(before, due=due, failures=failures, moved="", told=told), failed=told)
