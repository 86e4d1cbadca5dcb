"""Faults on purpose, for proving that a run survives them: documents that crash, hang or devour memory.

They are planted by a variable, and only a worker that finds it set looks for them:

    BURDENSHARE_PLANTED='crash@gathering=MARK-A hang@judging=MARK-B'

A fault is met where its mark stands in the text of a document: `crash` (the process ends at once), `raise` (an error
that no rule foresees), `hang` (it takes for ever), `memory` (it takes all memory there is). With `once:` before it, it
is met a single time, told by a file in the folder that `BURDENSHARE_PLANTED_ONCE` names.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from burdenshare.corpus.engines.marks import Marks

VARIABLE = "BURDENSHARE_PLANTED"
ONCE = "BURDENSHARE_PLANTED_ONCE"
ONLY = "once:"


@dataclass(frozen=True, slots=True)
class Plant:
    """One fault: what happens, in which stage, at which mark."""

    fault: str
    stage: str
    mark: bytes
    once: bool


class Planted(Marks):
    """Marks that meet faults on their way."""

    def __init__(self, marks: Marks, plants: Sequence[Plant]) -> None:
        super().__init__(*marks.shared())
        self._plants = plants

    def working(self, number: int, data: bytes) -> None:
        super().working(number, data)
        _meet(self._plants, data)


def planted(marks: Marks, stage: str) -> Marks:
    """`marks`, with the faults of a stage where the variable plants some."""
    plants = [one for one in _plants(os.environ.get(VARIABLE, "")) if one.stage == stage]
    return Planted(marks, plants) if plants else marks


def meet(stage: str, data: bytes) -> None:
    """Meet the faults that are planted in `data`, for a worker without marks."""
    told = os.environ.get(VARIABLE, "")
    if told:
        _meet([one for one in _plants(told) if one.stage == stage], data)


def _meet(plants: Sequence[Plant], data: bytes) -> None:
    for plant in plants:
        if plant.mark in data and (not plant.once or _first(plant)):
            FAULTS[plant.fault]()


def _plants(told: str) -> list[Plant]:
    found = []
    for word in told.split():
        fault, _, rest = word.removeprefix(ONLY).partition("@")
        stage, _, mark = rest.partition("=")
        found.append(Plant(fault, stage, mark.encode(), word.startswith(ONLY)))
    return found


def _first(plant: Plant) -> bool:
    name = sha256(f"{plant.fault} {plant.stage}".encode() + plant.mark).hexdigest()[:16]
    try:
        (Path(os.environ[ONCE]) / name).touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def _crash() -> None:
    os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)


def _raise() -> None:
    raise KeyError("planted")


def _hang() -> None:
    while True:
        time.sleep(1)


def _devour() -> None:
    held = []
    while True:
        held.append(bytearray(64 << 20))


FAULTS: dict[str, Callable[[], None]] = {"crash": _crash, "raise": _raise, "hang": _hang, "memory": _devour}
