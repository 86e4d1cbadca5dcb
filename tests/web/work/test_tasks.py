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
from burdenshare.web.values import Packed
from burdenshare.web.work.pool import Pool
from burdenshare.web.work.tasks import Keeping, Phase, Steps, Task, Tasks, Work, task_shape


@dataclass
class Here:
    """A pool that works where it is asked, at once; `gate` holds it back."""

    gate: asyncio.Event | None = None

    async def run(self, seconds: float, work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        await asyncio.sleep(0)
        if self.gate is not None:
            await self.gate.wait()
        return work(*args, **kwargs)


def tasks_of(pool: object, **keeping: float) -> Tasks:
    return Tasks(pool, Keeping(**keeping))  # type: ignore[arg-type]


def started(tasks: Tasks, work: Work, seconds: float = 5.0, visitor: str = "one") -> Task:
    return tasks.start(work, visitor, title="adding up", result_at="/sum/{}", back="/sum", seconds=seconds)


def adding(*numbers: int) -> Work:
    async def work(steps: Steps) -> Packed:
        steps.expect(len(numbers))
        found = [await steps.run(f"taking {one}", abs, one) for one in numbers]
        return Packed(bytes(sum(found)))

    return work


async def begun(task: Task) -> None:
    while task.phase is Phase.WAITING:
        await asyncio.sleep(0)


def live(story: Callable[[], Coroutine[None, None, None]]) -> None:
    asyncio.run(asyncio.wait_for(story(), 20))


def test_work_is_counted_step_by_step_and_its_result_kept() -> None:
    async def story() -> None:
        gate = asyncio.Event()
        tasks = tasks_of(Here(gate))
        task = started(tasks, adding(1, 2, 3))
        assert task.phase is Phase.WAITING
        await begun(task)
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
        await begun(first)
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
        await begun(first)
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


def test_visitors_take_turns_step_by_step() -> None:
    async def story() -> None:
        tasks, order = tasks_of(Here()), list[str]()

        def noting(name: str, amount: int) -> Work:
            async def work(steps: Steps) -> Packed:
                for at in range(amount):
                    await steps.run(name, order.append, f"{name}{at}")
                return Packed(b"")

            return work

        much = started(tasks, noting("much", 20), visitor="one")
        little = started(tasks, noting("little", 2), visitor="other")
        await tasks.wait(little, 2)
        assert little.phase is Phase.DONE
        assert order.index("little1") <= 5  # and not behind all that the first visitor asked for
        await tasks.wait(much, 2)
        assert len(order) == 22

    live(story)


def test_what_waits_for_the_network_holds_up_nobody() -> None:
    async def story() -> None:
        tasks, never = tasks_of(Here()), asyncio.Event()

        async def fetching(steps: Steps) -> Packed:
            await steps.beside("fetching", never.wait())
            return Packed(b"")

        slow, other = started(tasks, fetching), started(tasks, adding(1))
        await tasks.wait(other, 2)
        assert (slow.phase, slow.doing, other.phase) == (Phase.RUNNING, "fetching", Phase.DONE)
        await tasks.close()

    live(story)


def test_the_work_of_others_is_not_counted_against_ones_time() -> None:
    async def story() -> None:
        tasks = tasks_of(Here())

        async def resting(steps: Steps) -> Packed:
            await steps.run("first", abs, 1)
            await steps.beside("waiting for others", asyncio.sleep(0.2))
            await steps.run("second", abs, 1)
            return Packed(b"")

        task = started(tasks, resting, seconds=0.1)
        await tasks.wait(task, 2)
        assert task.phase is Phase.DONE

    live(story)


def test_one_visitor_does_not_fill_the_queue() -> None:
    async def story() -> None:
        tasks = tasks_of(Here(asyncio.Event()), own=2)
        for _ in range(2):
            started(tasks, adding(1))
        with pytest.raises(Refusal) as refused:
            started(tasks, adding(1))
        assert refused.value.code == "too_many"
        started(tasks, adding(1), visitor="other")
        await tasks.close()

    live(story)


def test_who_waits_for_the_whole_and_leaves_ends_it() -> None:
    async def story() -> None:
        gate = asyncio.Event()
        tasks = tasks_of(Here(gate))
        left, stays = started(tasks, adding(1)), started(tasks, adding(2))
        waiting = asyncio.create_task(tasks.whole(left))
        await begun(left)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        gate.set()
        assert (await tasks.whole(stays)).size == 2
        assert left.phase is Phase.CANCELLED
        for task in (left, stays):  # nobody was told of their address
            with pytest.raises(Refusal):
                tasks.get(task.id)

    live(story)


def test_what_fails_as_a_whole_raises_it() -> None:
    async def story() -> None:
        tasks = tasks_of(Here())
        with pytest.raises(InputError, match="is no number"):
            await tasks.whole(started(tasks, refusing))

    live(story)


def refusing(steps: Steps) -> Awaitable[Packed]:
    raise InputError("is no number", where="numbers", remedy="give one")


async def stumbling(steps: Steps) -> Packed:
    raise ZeroDivisionError("secret")


async def lingering(steps: Steps) -> Packed:
    steps.expect(1000)
    for at in range(1000):
        await steps.run(f"step {at}", time.sleep, 0.02)
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
