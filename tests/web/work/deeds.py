"""Pieces of work for the tests of the pool: workers find them by their module."""

from __future__ import annotations

import os
import time

from burdenshare.errors import InputError


def doubled(number: int) -> int:
    return 2 * number


def refused() -> None:
    raise InputError("is no article", where="file.txt", remedy="give another")


def endless() -> None:
    while True:
        time.sleep(0.01)


def slow(seconds: float) -> str:
    time.sleep(seconds)
    return "done"


def greedy() -> int:
    return len(bytearray(4 * 1024**3))


def dying() -> None:
    os._exit(7)
