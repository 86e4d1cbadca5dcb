"""Work in other processes: bounded in time, memory and number; what it raises comes back."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator

import pytest

from burdenshare.errors import InputError
from burdenshare.web.guard.refusals import Refusal
from burdenshare.web.work.pool import Pool
from tests.web.work import deeds

MIB = 1024 * 1024


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    started = Pool(1, 1536 * MIB, 1)
    yield started
    started.close()


def test_what_is_done_comes_back(pool: Pool) -> None:
    assert asyncio.run(pool.run(30, deeds.doubled, 21)) == 42


def test_what_is_raised_comes_back_as_it_was(pool: Pool) -> None:
    with pytest.raises(InputError) as fault:
        asyncio.run(pool.run(30, deeds.refused))
    assert (fault.value.what, fault.value.where, fault.value.remedy) == ("is no article", "file.txt", "give another")


def test_work_that_takes_too_long_is_stopped_and_the_next_is_done(pool: Pool) -> None:
    started = time.monotonic()
    with pytest.raises(Refusal, match="took longer"):
        asyncio.run(pool.run(0.2, deeds.endless))
    assert time.monotonic() - started < 60
    assert asyncio.run(pool.run(30, deeds.doubled, 2)) == 4


def test_work_that_takes_too_much_memory_is_stopped_and_the_next_is_done(pool: Pool) -> None:
    with pytest.raises(Refusal, match="memory"):
        asyncio.run(pool.run(30, deeds.greedy))
    assert asyncio.run(pool.run(30, deeds.doubled, 3)) == 6


def test_work_whose_process_dies_is_told_and_the_next_is_done(pool: Pool) -> None:
    with pytest.raises(Refusal):
        asyncio.run(pool.run(30, deeds.dying))
    assert asyncio.run(pool.run(30, deeds.doubled, 4)) == 8


def test_no_more_waits_than_may(pool: Pool) -> None:
    async def three() -> list[object]:
        return await asyncio.gather(*(pool.run(30, deeds.slow, 0.3) for _ in range(3)), return_exceptions=True)

    done = asyncio.run(three())
    assert [one for one in done if not isinstance(one, Exception)] == ["done", "done"]
    (refused,) = [one for one in done if isinstance(one, Refusal)]
    assert refused.code == "busy"


def test_work_nobody_waits_for_any_more_is_stopped(pool: Pool) -> None:
    async def left() -> int:
        waiting = asyncio.ensure_future(pool.run(60, deeds.endless))
        await asyncio.sleep(0.2)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        return await pool.run(30, deeds.doubled, 5)

    assert asyncio.run(left()) == 10
