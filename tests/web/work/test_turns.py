"""Turns at what there is little of: fair among visitors, bounded for each, and nothing lost when somebody leaves."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine

import pytest

from burdenshare.web.guard.refusals import Refusal
from burdenshare.web.work.turns import Turns


class Yard:
    """Visitors who come, hold their place until they are told to go, and are written down as they begin."""

    def __init__(self, turns: Turns) -> None:
        self.turns = turns
        self.begun: list[str] = []
        self.going: dict[str, asyncio.Event] = {}
        self.here: dict[str, asyncio.Task[None]] = {}

    async def comes(self, *names: str) -> None:
        """Each by name; the visitor is its first letter."""
        for name in names:
            self.going[name] = asyncio.Event()
            self.here[name] = asyncio.create_task(self._stays(name))
            await self.settles()

    async def goes(self, name: str) -> None:
        self.going[name].set()
        await self.settles()

    async def leaves(self, name: str) -> None:
        """Without having waited to the end."""
        self.here[name].cancel()
        await self.settles()

    async def settles(self) -> None:
        for _ in range(10):
            await asyncio.sleep(0)

    async def _stays(self, name: str) -> None:
        async with self.turns.of(name[0]):
            self.begun.append(name)
            await self.going[name].wait()


def live(story: Callable[[], Coroutine[None, None, None]]) -> None:
    asyncio.run(asyncio.wait_for(story(), 20))


def test_visitors_are_called_in_a_ring() -> None:
    async def story() -> None:
        yard = Yard(Turns(1))
        await yard.comes("a1", "a2", "a3", "a4", "b1", "b2", "c1")
        for name in ("a1", "a2", "b1", "c1", "a3", "b2", "a4"):
            assert yard.begun[-1] == name
            await yard.goes(name)
        assert len(yard.begun) == 7

    live(story)


def test_one_visitor_does_not_hold_all_places() -> None:
    async def story() -> None:
        yard = Yard(Turns(3, own=2))
        await yard.comes("a1", "a2", "a3", "b1", "b2")
        assert yard.begun == ["a1", "a2", "b1"]
        await yard.goes("b1")
        assert yard.begun[-1] == "b2"
        await yard.goes("b2")
        assert len(yard.begun) == 4  # a place is free, and it is not for him who holds two
        await yard.goes("a1")
        assert yard.begun[-1] == "a3"

    live(story)


def test_who_leaves_leaves_his_place() -> None:
    async def story() -> None:
        yard = Yard(Turns(1))
        await yard.comes("a1", "b1", "b2", "c1")
        await yard.leaves("b1")
        await yard.leaves("a1")
        assert yard.begun == ["a1", "b2"]
        yard.going["b2"].set()
        yard.here["b2"].cancel()  # both in one moment
        await yard.settles()
        assert yard.begun[-1] == "c1"
        await yard.goes("c1")
        await yard.comes("d1")
        assert yard.begun[-1] == "d1"

    live(story)


def test_no_more_of_one_wait_than_may() -> None:
    async def story() -> None:
        yard = Yard(Turns(1, waiting=2))
        await yard.comes("a1", "a2", "a3", "a4", "b1")
        with pytest.raises(Refusal) as refused:
            await yard.here["a4"]
        assert refused.value.code == "busy"
        for name in ("a1", "a2", "b1", "a3"):
            await yard.goes(name)
        assert yard.begun == ["a1", "a2", "b1", "a3"]

    live(story)
