"""An entry becomes documents: by the words of the feed alone, or by the article's own page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from burdenshare.corpus.model import Entry
from burdenshare.corpus.watching.manners import LATER, Hindered, Manners, mark
from burdenshare.corpus.watching.model import Feed, Found, Known, Waiting
from burdenshare.corpus.watching.timing import FIRST_WAIT, TRIES, backed_off, wished
from burdenshare.reading.documents.sources import Source

UNCHANGED = 304


@dataclass(frozen=True, slots=True)
class Got:
    """What there is to open, with what its server marked it with."""

    entry: Entry
    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Later:
    """It could not be had, and is tried again (seconds since 1970). `tried`: whether anybody was asked."""

    due: float
    reason: str
    tried: bool = True


@dataclass(frozen=True, slots=True)
class Missed:
    """It cannot be had, and will not be tried again."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unchanged:
    """It is what was read before."""


Article = Got | Later | Missed | Unchanged


def name_of(feed: Feed, found: Found) -> str:
    """By what an article is known: its address where its page is read, so that two feeds with one article share it."""
    return found.link if feed.page and found.link else f"{feed.url} {found.key}"


def place_of(feed: Feed, found: Found, version: int) -> str:
    """Where it lies, for people: feed, entry, and the version where it is not the first."""
    return f"{feed.url}, entry {found.key}" + (f", version {version}" if version > 1 else "")


def told_in_feed(feed: Feed, found: Found, today: date) -> Got:
    """The words of the feed."""
    source = Source(found.text.encode("utf-8", "replace"), feed.url, found.key, ".txt", "text/plain", "utf-8")
    return Got(_entry(feed, found, source, today))


def on_its_page(
    feed: Feed, one: Waiting, known: Known | None, manners: Manners, now: float, seed: str, today: date
) -> Article:
    """The page of an entry, asked for with the marks of the version that was read."""
    if not one.found.link:
        return Missed("the entry has no link that can be fetched")
    marks = {} if known is None else {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    reached = manners.ask(one.found.link, {name: value for name, value in marks.items() if value})
    if isinstance(reached, Hindered):
        if reached.lasting:
            return Missed(reached.reason)
        if not reached.asked:
            return Later(reached.until, reached.reason, tried=False)
        return _later(one, reached.reason, now, seed, reached.until)
    answer = reached.answer
    if answer.status == UNCHANGED:
        return Unchanged()
    if answer.source is None:
        told = f"answered {answer.status} {answer.reason[:60]}".rstrip()
        if answer.status in LATER:
            return _later(one, told, now, seed, wished(answer.told, now))
        return Missed(told)
    entry = _entry(feed, one.found, replace(answer.source, where=answer.address.shown), today)
    return Got(entry, mark(answer.told, "etag"), mark(answer.told, "last-modified"))


def _entry(feed: Feed, found: Found, source: Source, today: date) -> Entry:
    return Entry(
        place=place_of(feed, found, 1),
        source=source,
        published=_day(found.day, today),
        title=found.title,
        outlet=feed.outlet,
        author=found.author,
        address=found.link or feed.url,
    )


def _day(day: date | None, today: date) -> date | None:
    """The day of an entry. East of us it may be tomorrow already: then it is today's; what lies farther ahead is a
    mistake of the feed, which the judging refuses."""
    return today if day == today + timedelta(days=1) else day


def _later(one: Waiting, reason: str, now: float, seed: str, until: float) -> Later | Missed:
    if one.tries + 1 >= TRIES:
        return Missed(f"{reason}; tried {TRIES} times")
    return Later(max(backed_off(now, FIRST_WAIT, one.tries, one.found.key, seed), until), reason)
