"""The long work of a story: every article one step, whatever cannot be read left out and told."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool

from burdenshare.errors import BurdenshareError, InputError
from burdenshare.report.wording import shortened
from burdenshare.web.pages.asking import link_given
from burdenshare.web.pages.gathering import Article, Kept, Linked
from burdenshare.web.settings import Settings
from burdenshare.web.store.store import Store
from burdenshare.web.work import stories
from burdenshare.web.work.given import Given, is_pasted
from burdenshare.web.work.tasks import Steps, Work
from burdenshare.web.work.values import Asked, Packed, StoryTold

MOST_TOLD = 60
"""Characters of an article's name that are told while it is read."""


def story_of(articles: Sequence[Article], settings: Settings, store: Store) -> Work:
    """The work that tells the story of `articles`."""

    async def work(steps: Steps) -> StoryTold:
        steps.expect(len(articles) + 1)
        steps.bound(settings.limits.seconds)
        read: list[Packed] = []
        faults: list[BurdenshareError] = []
        for one in articles:
            try:
                read.append(await _read(one, steps, settings, store))
            except BurdenshareError as fault:
                if not fault.where or (isinstance(one, Asked) and fault.where == one.given.name):
                    fault.where = _name(one)
                faults.append(fault)
                steps.skip()
        if not read:
            raise _unusable(faults)
        steps.bound(settings.limits.story_seconds)
        left = tuple(one.line() for one in faults)
        return await steps.run("telling the story", stories.told, read, left, settings.limits.files)

    return work


async def _read(one: Article, steps: Steps, settings: Settings, store: Store) -> Packed:
    if isinstance(one, Kept):
        stored = await steps.beside(_name(one), run_in_threadpool(store.stored, one.id))
        return await steps.run(_name(one), stories.saved_articles, stored)
    if isinstance(one, Linked):
        given = await steps.beside(f"fetching {_name(one)}", link_given(one.address, settings))
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
