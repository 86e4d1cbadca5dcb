"""Long work: its states, its bounds, its end."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from burdenshare.errors import InputError
from burdenshare.web.guard.refusals import Refusal
from burdenshare.web.work.pool import Pool
from burdenshare.web.work.tasks import Keeping, Phase, Steps, Task, Tasks, Work, task_shape
from burdenshare.web.work.values import Packed


@dataclass
class Here:
    """A pool that works where it is asked, at once; `gate` holds it back."""

    gate: asyncio.Event | None = None

    async def run(self, seconds: float, work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if self.gate is not None:
            await self.gate.wait()
        return work(*args, **kwargs)


def tasks_of(pool: object, **keeping: float) -> Tasks:
    return Tasks(pool, Keeping(**keeping))  # type: ignore[arg-type]


def started(tasks: Tasks, work: Work, seconds: float = 5.0) -> Task:
    return tasks.start(work, title="adding up", result_at="/sum/{}", back="/sum", seconds=seconds)


def adding(*numbers: int) -> Work:
    async def work(steps: Steps) -> Packed:
        steps.expect(len(numbers))
        found = [await steps.run(f"taking {one}", abs, one) for one in numbers]
        return Packed(bytes(sum(found)))

    return work


def live(story: Callable[[], Coroutine[None, None, None]]) -> None:
    asyncio.run(asyncio.wait_for(story(), 20))


def test_work_is_counted_step_by_step_and_its_result_kept() -> None:
    async def story() -> None:
        gate = asyncio.Event()
        tasks = tasks_of(Here(gate))
        task = started(tasks, adding(1, 2, 3))
        assert task.phase is Phase.WAITING
        await asyncio.sleep(0)
        assert (task.phase, task.done, task.total, task.doing) == (Phase.RUNNING, 0, 3, "taking 1")
        gate.set()
        await tasks.wait(task, 2)
        assert (task.phase, task.done, task.doing) == (Phase.DONE, 3, "")
        assert tasks.result(task.id, Packed).size == 6
        assert task_shape(task)["result"] == f"/sum/{task.id}"

    live(story)


def test_ids_are_not_to_be_guessed() -> None:
    async def story() -> None:
        tasks = tasks_of(Here())
        names = {started(tasks, adding(1)).id for _ in range(5)}
        assert len(names) == 5
        assert all(len(one) >= 22 for one in names)
        for unknown in ("", "x", "../etc"):
            with pytest.raises(Refusal, match="no such work"):
                tasks.get(unknown)
        await tasks.close()

    live(story)


def test_one_runs_the_others_wait_and_no_more_than_may() -> None:
    async def story() -> None:
        gate = asyncio.Event()
        tasks = tasks_of(Here(gate), waiting=2)
        first, second, third = (started(tasks, adding(1)) for _ in range(3))
        await asyncio.sleep(0)
        assert [one.phase for one in (first, second, third)] == [Phase.RUNNING, Phase.WAITING, Phase.WAITING]
        with pytest.raises(Refusal) as refused:
            started(tasks, adding(1))
        assert refused.value.code == "busy"
        gate.set()
        await tasks.wait(third, 2)
        assert all(one.phase is Phase.DONE for one in (first, second, third))
        started(tasks, adding(1))

    live(story)


@pytest.mark.parametrize("waiting", [True, False])
def test_what_is_cancelled_stops_and_the_next_begins(waiting: bool) -> None:
    async def story() -> None:
        gate = asyncio.Event()
        tasks = tasks_of(Here(gate))
        first, second = started(tasks, adding(1)), started(tasks, adding(2))
        await asyncio.sleep(0)
        cancelled, other = (second, first) if waiting else (first, second)
        tasks.cancel(cancelled.id)
        await tasks.wait(cancelled, 2)
        assert cancelled.phase is Phase.CANCELLED
        gate.set()
        await tasks.wait(other, 2)
        assert other.phase is Phase.DONE
        assert tasks.cancel(other.id).phase is Phase.DONE
        with pytest.raises(Refusal):
            tasks.result(cancelled.id, Packed)

    live(story)


def refusing(steps: Steps) -> Awaitable[Packed]:
    raise InputError("is no number", where="numbers", remedy="give one")


async def stumbling(steps: Steps) -> Packed:
    raise ZeroDivisionError("secret")


async def lingering(steps: Steps) -> Packed:
    await asyncio.sleep(30)
    return Packed(b"")


@pytest.mark.parametrize(
    ("work", "said"), [(refusing, "is no number"), (stumbling, "went wrong"), (lingering, "longer than 0.05 seconds")]
)
def test_what_fails_says_why_and_nothing_else(work: Work, said: str) -> None:
    async def story() -> None:
        tasks = tasks_of(Here())
        task = started(tasks, work, seconds=0.05)
        await tasks.wait(task, 2)
        assert task.phase is Phase.FAILED
        assert said in task_shape(task)["error"]["message"]
        assert "secret" not in str(task_shape(task))

    live(story)


def test_results_are_forgotten_in_time() -> None:
    async def story() -> None:
        tasks = tasks_of(Here(), seconds=0.05)
        task = started(tasks, adding(1))
        await tasks.wait(task, 2)
        assert tasks.get(task.id) is task
        await asyncio.sleep(0.15)
        with pytest.raises(Refusal, match="no longer kept"):
            tasks.get(task.id)

    live(story)


@pytest.mark.parametrize("keeping", [{"number": 2}, {"size": 7}])
def test_the_oldest_results_make_room(keeping: dict[str, float]) -> None:
    async def story() -> None:
        tasks = tasks_of(Here(), **keeping)
        settled = []
        for _ in range(4):
            settled.append(started(tasks, adding(3)))
            await tasks.wait(settled[-1], 2)
        kept = [one.id in tasks._tasks for one in settled]
        assert kept == [False, False, True, True]

    live(story)


def test_another_kind_of_result_is_not_found() -> None:
    async def story() -> None:
        tasks = tasks_of(Here())
        task = started(tasks, adding(1))
        await tasks.wait(task, 2)
        with pytest.raises(Refusal):
            tasks.result(task.id, str)

    live(story)


@pytest.fixture
def pool() -> Iterator[Pool]:
    made = Pool(1, 4 << 30, 4)
    yield made
    made.close()


def test_cancelling_ends_the_process_that_works(pool: Pool) -> None:
    async def story() -> None:
        tasks = Tasks(pool)
        process = await pool.run(30, os.getpid)

        async def sleeping(steps: Steps) -> Packed:
            await steps.run("sleeping", time.sleep, 60)
            return Packed(b"")

        task = started(tasks, sleeping, seconds=60)
        await asyncio.sleep(0.5)
        assert task_shape(task)["state"] == "running"
        begun = time.monotonic()
        tasks.cancel(task.id)
        await tasks.wait(task, 5)
        assert task_shape(task)["state"] == "cancelled"
        assert await pool.run(30, os.getpid) != process
        assert time.monotonic() - begun < 30

    asyncio.run(asyncio.wait_for(story(), 100))


def test_closing_stops_everything() -> None:
    async def story() -> None:
        tasks = tasks_of(Here(asyncio.Event()))
        all_of_them = [started(tasks, adding(1)) for _ in range(3)]
        await asyncio.sleep(0)
        await tasks.close()
        assert {one.phase for one in all_of_them} == {Phase.CANCELLED}

    live(story)
