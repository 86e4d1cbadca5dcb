"""How a road is come by: from what is kept, from the worker of short roads, or as long work that can be watched and
cancelled. A road depends on the record and on what is asked alone: every view, chart and file of it is of one run."""

from __future__ import annotations

import asyncio
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from burdenshare._version import __version__
from burdenshare.web.guard import refusals
from burdenshare.web.state import State
from burdenshare.web.values import Packed
from burdenshare.web.views.edition import version
from burdenshare.web.views.road_asked import RoadAsked
from burdenshare.web.work import road as work
from burdenshare.web.work.tasks import Steps, Task, Work

LOOKED = 0.4
"""Seconds between two looks at how far a road is."""

ALLIES = 32
"""Allies at the most: about as many steps has a road, until its worker tells how many."""


def key_of(asked: RoadAsked, *part: object) -> tuple[object, ...]:
    """Under which a road, or a part of it, is kept: the record's version and the program's decide what it says. What is
    asked may hold a whole scenario, so its digest stands for it."""
    return ("road", sha256(repr((version(), __version__, asked)).encode()).hexdigest(), *part)


def kept(state: State, asked: RoadAsked) -> Packed | None:
    """The road, if it is kept."""
    held = state.kept.get(key_of(asked))
    return None if held is None else Packed(held)


async def soon(state: State, asked: RoadAsked) -> Packed:
    """A short road. Raises what the pool and the road raise."""
    held = kept(state, asked)
    if held is None:
        held = await state.roads.run(state.settings.limits.seconds, work.reckoned, asked)
        state.kept.put(key_of(asked), held.data)
    return held


async def at_hand(state: State, asked: RoadAsked) -> Packed:
    """The road for one of its charts or files: reckoned if that is soon done. Raises Refusal for a long one that is not
    kept any more, which only its page begins anew."""
    if asked.short:
        return await soon(state, asked)
    held = kept(state, asked)
    if held is None:
        raise refusals.no_task(state.tasks.keeping.seconds)
    return held


async def whole(state: State, asked: RoadAsked, visitor: str) -> Packed:
    """The road for a program, which waits for it however long it is."""
    held = kept(state, asked)
    if held is not None or asked.short:
        return held or await soon(state, asked)
    made = await state.tasks.whole(begin(state, asked, visitor))
    if not isinstance(made, Packed):
        raise refusals.no_task(state.tasks.keeping.seconds)
    return made


def under_way(state: State, asked: RoadAsked, visitor: str) -> Task:
    """The long work on this road: the one that is under way, or a new one."""
    name = state.kept.get(key_of(asked, "task"))
    if name is not None:
        with suppress(refusals.Refusal):
            if (task := state.tasks.get(name.decode())).phase.open:
                return task
    task = begin(state, asked, visitor)
    state.kept.put(key_of(asked, "task"), task.id.encode())
    return task


def begin(state: State, asked: RoadAsked, visitor: str) -> Task:
    """Begin the long work on a road; its result is shown at its own link. Raises Refusal where too much waits."""
    place = f"/road?{asked.query()}".replace("{", "%7B").replace("}", "%7D")
    return state.tasks.start(
        _work(state, asked),
        visitor,
        title=f"Drawing the road {asked.draws:,} times",
        result_at=place,
        back=f"/road?{asked.query(draws=None)}",
        seconds=state.settings.limits.story_seconds,
    )


def _work(state: State, asked: RoadAsked) -> Work:
    async def reckon(steps: Steps) -> Packed:
        steps.expect(ALLIES * (2 if asked.against else 1))
        with tempfile.TemporaryDirectory(prefix="burdenshare-road-") as folder:
            told = Path(folder) / "told"
            watching = asyncio.ensure_future(_watched(steps, told))
            try:
                words = f"{asked.draws:,} draws, ally by ally"
                made = await steps.run(words, work.reckoned, asked, str(told))
            finally:
                watching.cancel()
        state.kept.put(key_of(asked), made.data)
        return made

    return reckon


async def _watched(steps: Steps, told: Path) -> None:
    """Count the allies that the worker says are done; the last step is its own answer."""
    counted = 0
    while True:
        await asyncio.sleep(LOOKED)
        with suppress(OSError, ValueError):
            done, total = map(int, told.read_text(encoding="ascii").split())
            steps.expect(total + 1)
            while counted < done:
                steps.skip()
                counted += 1
