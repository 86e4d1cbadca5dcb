"""What a worker tells of itself while it works: shared memory, which stays when the worker is gone."""

from __future__ import annotations

from multiprocessing.context import SpawnContext
from typing import Any

from burdenshare.corpus.model import Phase

FAULT = 80
"""Bytes of the reason for which a worker ended itself."""


class Marks:
    """What a worker shares with who gives it work; it stays when the worker is gone. `numbers`: record and phase;
    `fault`: why it ended itself, in letters."""

    def __init__(self, numbers: Any, fault: Any) -> None:
        self._numbers = numbers
        self._fault = fault

    def outside(self) -> None:
        """No record is touched now."""
        self._numbers[1] = Phase.OUTSIDE

    def reading(self, number: int) -> None:
        """Record `number` is taken out of its source."""
        self._numbers[0], self._numbers[1] = number, Phase.READING

    def working(self, number: int, data: bytes) -> None:
        """Record `number` is opened or judged."""
        del data
        self._numbers[0], self._numbers[1] = number, Phase.WORKING

    def fell(self, fault: str) -> None:
        """It ends, for this reason."""
        self._fault.value = fault.encode()[:FAULT]

    def shared(self) -> tuple[Any, Any]:
        """What it is made of."""
        return self._numbers, self._fault

    def told(self) -> tuple[int, Phase, str]:
        """Record, phase and fault, for the other side."""
        return self._numbers[0], Phase(self._numbers[1]), self._fault.value.decode("utf-8", "replace")


def made(context: SpawnContext) -> Marks:
    """Marks of a worker that is about to start."""
    return Marks(context.Array("q", [-1, Phase.OUTSIDE], lock=False), context.Array("c", FAULT, lock=False))
