"""The long work of a story: every article one step, whatever cannot be read left out and told."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool

from burdenshare.errors import BurdenshareError, InputError
from burdenshare.report.wording import shortened
from burdenshare.web.given import Given, is_pasted
from burdenshare.web.pages.gathering import Article, Kept, Linked
from burdenshare.web.pages.links import Links
from burdenshare.web.settings import Settings
from burdenshare.web.store.store import Store
from burdenshare.web.values import Asked, Packed, StoryTold
from burdenshare.web.work import stories
from burdenshare.web.work.tasks import Steps, Work

MOST_TOLD = 60
"""Characters of an article's name that are told while it is read."""

AT_ONCE = 4
"""Articles of one story that are fetched or read side by side: what was fetched and not yet read takes memory."""


def story_of(
    articles: Sequence[Article], settings: Settings, store: Store, links: Links, *, whole: bool = False
) -> Work:
    """The work that tells the story of `articles`: of those that can be read, or `whole`, where one fault ends it."""

    async def work(steps: Steps) -> StoryTold:
        steps.expect(len(articles) + 2)
        steps.bound(settings.limits.seconds)
        found = await _all_read(articles, steps, settings, store, links, whole)
        read = [one for one in found if isinstance(one, Packed)]
        faults = [one for one in found if isinstance(one, BurdenshareError)]
        if not read:
            raise _unusable(faults)
        steps.bound(settings.limits.story_seconds)
        left = tuple(one.line() for one in faults)
        told = await steps.run("telling the story", stories.told, read, left, settings.limits.files)
        return await steps.run("laying it out", stories.laid_out, told)

    return work


async def _all_read(
    articles: Sequence[Article], steps: Steps, settings: Settings, store: Store, links: Links, whole: bool
) -> list[Packed | BurdenshareError]:
    """Every article, or why it could not be read. Links are fetched while others' work is done."""
    doors = asyncio.Semaphore(AT_ONCE)

    async def one(article: Article) -> Packed | BurdenshareError:
        async with doors:
            try:
                return await _read(article, steps, settings, store, links)
            except BurdenshareError as fault:
                if whole:
                    raise
                if not fault.where or (isinstance(article, Asked) and fault.where == article.given.name):
                    fault.where = _name(article)
                steps.skip()
                return fault

    try:
        async with asyncio.TaskGroup() as group:  # one that fails ends the others: nothing is read for nobody
            reading = [group.create_task(one(article)) for article in articles]
    except ExceptionGroup as faults:  # the early releases of Python 3.11 wrap in a group what `except*` raises
        own, others = faults.split(BurdenshareError)
        if own is None or others is not None:
            raise
        raise own.exceptions[0] from None
    return [task.result() for task in reading]


async def _read(one: Article, steps: Steps, settings: Settings, store: Store, links: Links) -> Packed:
    if isinstance(one, Kept):
        stored = await steps.beside(_name(one), run_in_threadpool(store.stored, one.id))
        return await steps.run(_name(one), stories.saved_articles, stored)
    if isinstance(one, Linked):
        given = await steps.beside(f"fetching {_name(one)}", links.given(one.address))
        one = Asked(given, one.on)
    return await steps.run(f"reading {_name(one)}", stories.checked_articles, one, settings.limits.files)


def _name(one: Article) -> str:
    if isinstance(one, Asked):
        return _begins(one.given) if is_pasted(one.given) else shortened(one.given.name, MOST_TOLD)
    if isinstance(one, Linked):
        return shortened(urlsplit(one.address).hostname or one.address, MOST_TOLD)
    return "a saved report"


def _begins(given: Given) -> str:
    """How pasted words begin: their name is a number to a reader."""
    head = given.data[: 4 * MOST_TOLD].decode("utf-8", "ignore")
    return f"“{shortened(head, MOST_TOLD)}”"


def _unusable(faults: Sequence[BurdenshareError]) -> BurdenshareError:
    """What is wrong where nothing could be used: the fault itself where there is only one."""
    if len(faults) == 1:
        return faults[0]
    what = f"none of the {len(faults)} articles could be used; the first: {faults[0].what}"
    return InputError(what, where=faults[0].where, remedy=faults[0].remedy)
