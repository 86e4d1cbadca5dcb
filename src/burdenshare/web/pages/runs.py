"""How a run of many draws is come by: from what is kept, from the worker of short roads, or as long work that can be
watched and cancelled. A run depends on the record and on what is asked alone: every view, chart and file of it is of
one run."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from burdenshare._version import __version__
from burdenshare.web.guard import refusals
from burdenshare.web.state import State
from burdenshare.web.values import Packed
from burdenshare.web.views.edition import version
from burdenshare.web.work.tasks import Steps, Task, Work

LOOKED = 0.4
"""Seconds between two looks at how far a run is."""


class Drawn(Protocol):
    """What is asked of a run."""

    @property
    def draws(self) -> int: ...
    @property
    def short(self) -> bool: ...
    def query(self, **more: object) -> str: ...


A = TypeVar("A", bound=Drawn)


@dataclass(frozen=True, slots=True)
class Runs(Generic[A]):
    """The runs of one page. `name` begins its keys, `address` is that of the page; `reckoned` does the work in a worker
    (the file it is handed is where it tells how far it is); `title` and `doing` say what it does, `steps` about how
    many steps it has, until its worker tells."""

    name: str
    address: str
    reckoned: Callable[[A, str], Packed]
    title: str
    doing: str
    steps: Callable[[A], int]

    def key_of(self, asked: A, *part: object) -> tuple[object, ...]:
        """Under which a run, or a part of it, is kept: the record's version and the program's decide what it says. What
        is asked may hold a whole scenario, so its digest stands for it."""
        return (self.name, sha256(repr((version(), __version__, asked)).encode()).hexdigest(), *part)

    def kept(self, state: State, asked: A) -> Packed | None:
        """The run, if it is kept."""
        held = state.kept.get(self.key_of(asked))
        return None if held is None else Packed(held)

    async def soon(self, state: State, asked: A) -> Packed:
        """A short run. Raises what the pool and the work raise."""
        held = self.kept(state, asked)
        if held is None:
            held = await state.roads.run(state.settings.limits.seconds, self.reckoned, asked, "")
            state.kept.put(self.key_of(asked), held.data)
        return held

    async def at_hand(self, state: State, asked: A) -> Packed:
        """The run for one of its charts or files: reckoned if that is soon done. Raises Refusal for a long one that is
        not kept any more, which only its page begins anew."""
        if asked.short:
            return await self.soon(state, asked)
        held = self.kept(state, asked)
        if held is None:
            raise refusals.no_task(state.tasks.keeping.seconds)
        return held

    async def whole(self, state: State, asked: A, visitor: str) -> Packed:
        """The run for a program, which waits for it however long it is."""
        held = self.kept(state, asked)
        if held is not None or asked.short:
            return held or await self.soon(state, asked)
        made = await state.tasks.whole(self.begin(state, asked, visitor))
        if not isinstance(made, Packed):
            raise refusals.no_task(state.tasks.keeping.seconds)
        return made

    def under_way(self, state: State, asked: A, visitor: str) -> Task:
        """The long work on this run: the one that is under way, or a new one."""
        name = state.kept.get(self.key_of(asked, "task"))
        if name is not None:
            with suppress(refusals.Refusal):
                if (task := state.tasks.get(name.decode())).phase.open:
                    return task
        task = self.begin(state, asked, visitor)
        state.kept.put(self.key_of(asked, "task"), task.id.encode())
        return task

    def begin(self, state: State, asked: A, visitor: str) -> Task:
        """Begin the long work; its result is shown at its own link. Raises Refusal where too much waits."""
        place = f"{self.address}?{asked.query()}".replace("{", "%7B").replace("}", "%7D")
        return state.tasks.start(
            self._work(state, asked),
            visitor,
            title=f"{self.title} {asked.draws:,} times",
            result_at=place,
            back=f"{self.address}?{asked.query(draws=None)}",
            seconds=state.settings.limits.story_seconds,
        )

    def _work(self, state: State, asked: A) -> Work:
        async def reckon(steps: Steps) -> Packed:
            steps.expect(self.steps(asked))
            # a worker that is stopped may still write into it while it is taken away
            with tempfile.TemporaryDirectory(prefix=f"burdenshare-{self.name}-", ignore_cleanup_errors=True) as folder:
                told = Path(folder) / "told"
                watching = asyncio.ensure_future(_watched(steps, told))
                try:
                    words = f"{asked.draws:,} draws, {self.doing}"
                    made = await steps.run(words, self.reckoned, asked, str(told))
                finally:
                    watching.cancel()
            state.kept.put(self.key_of(asked), made.data)
            return made

        return reckon


async def _watched(steps: Steps, told: Path) -> None:
    """Count what the worker says is done; the last step is its own answer."""
    counted = 0
    while True:
        await asyncio.sleep(LOOKED)
        with suppress(OSError, ValueError):
            done, total = map(int, told.read_text(encoding="ascii").split())
            steps.expect(total + 1)
            while counted < done:
                steps.skip()
                counted += 1
