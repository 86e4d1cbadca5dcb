"""The pool outlives whatever its work raises."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator

import pytest

from burdenshare.errors import UnknownNameError
from burdenshare.web.work.pool import Pool
from burdenshare.web.work.travelling import WorkError, safely


class StubbornError(Exception):
    """An error that cannot be made again from its arguments."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(one)


def stubborn() -> None:
    raise StubbornError("a", "b")


def unknown() -> None:
    raise UnknownNameError("form", "pdg", ["pdf"])


@pytest.fixture
def pool() -> Iterator[Pool]:
    made = Pool(1, 4 << 30, 4)
    yield made
    made.close()


def test_the_next_work_is_done_after_any_error(pool: Pool) -> None:
    async def asked() -> None:
        with pytest.raises(WorkError, match="StubbornError"):
            await pool.run(60, stubborn)
        with pytest.raises(UnknownNameError, match="did you mean pdf"):
            await pool.run(60, unknown)
        assert await pool.run(60, os.getpid) != os.getpid()

    asyncio.run(asked())


def test_errors_of_ours_stay_what_they_are() -> None:
    with pytest.raises(UnknownNameError):
        safely(unknown, (), {})
