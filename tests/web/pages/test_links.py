"""Links are fetched by each visitor in turn: slow ones hold up who gave them."""

from __future__ import annotations

import asyncio
from threading import Event

import pytest

from burdenshare.errors import InputError
from burdenshare.reading.documents import fetch
from burdenshare.reading.documents.sources import Source
from burdenshare.web.pages.links import Links
from burdenshare.web.work.turns import Turns


def test_slow_links_hold_up_their_own_visitor_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    answered = Event()

    def fetched(link: str) -> Source:
        if "slow" in link:
            assert answered.wait(30)
        return Source(link.encode(), link, link, ".txt", "text/plain", "utf-8")

    monkeypatch.setattr(fetch, "fetched", fetched)

    async def story() -> None:
        turns = Turns(3, own=2)
        slow, quick = Links(True, turns, "slow one"), Links(True, turns, "quick one")
        waiting = [asyncio.create_task(slow.given(f"https://slow.example/{at}")) for at in range(10)]
        for at in range(3):
            assert (await quick.given(f"https://quick.example/{at}")).data.endswith(b"%d" % at)
        assert not any(one.done() for one in waiting)
        answered.set()
        assert len(await asyncio.gather(*waiting)) == 10

    asyncio.run(asyncio.wait_for(story(), 60))


def test_a_server_that_follows_none_says_so() -> None:
    with pytest.raises(InputError, match="follows no links"):
        asyncio.run(Links(False, Turns(1), "").given("https://news.example/"))
