"""Documents that end their workers: each fault so many times, in random articles and stages."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import polars as pl

from benchmarks.corpus_ground import Differences, Ground, Outcome, ended, rows
from burdenshare.corpus.engines.planted import VARIABLE

SECONDS = "4"
"""What a document may take while others hang."""
REASONS = {"crash": "crash", "hang": "time", "memory": "memory", "raise": "crash (KeyError)"}
"""What the quarantine says of each planted fault."""


def poisoned(fault: str) -> Callable[[Ground, int], Outcome]:
    """A document that crashes, hangs or devours memory, in either stage: it is set aside, and every other row is what
    it was."""

    def met(ground: Ground, times: int) -> Outcome:
        found = Differences()
        for _ in range(times):
            mark = ground.draw.choice(marks_of(ground))
            stage = ground.draw.choice(("gathering", "judging"))
            out = ground.place()
            settings = {VARIABLE: f"{fault}@{stage}={mark}"}
            code, said = ended(ground.started(out, "--seconds", SECONDS, settings=settings))
            if code:
                raise AssertionError(said)
            aside = rows(out, "quarantine")["reason"].to_list()
            if aside != [REASONS[fault]]:
                raise AssertionError(f"{fault}: {aside} set aside")
            found += others(ground, out)
            shutil.rmtree(out)
        return Outcome(times, found)

    return met


def marks_of(ground: Ground) -> list[str]:
    """The numbers of the articles that are read, of each of which there is but one, whose bytes show them as they are
    (not those in two bytes a character) and which are records of their own (not those of a feed)."""
    found = rows(ground.wanted).filter((pl.col("fate") == "read") & pl.col("title").str.starts_with("Dispatch"))
    numbers = [title.split()[1] for title in found["title"].to_list()]
    return [one for one in numbers if not one.startswith(("often", "feed")) and one[-1] not in "49"]


def others(ground: Ground, out: Path) -> Differences:
    """What is lost, doubled or different apart from the records that were set aside."""
    aside = rows(out, "quarantine").select("shard", "row")
    lost = doubled = differing = 0
    for table in ("documents", "statements", "verdicts", "unaccounted"):
        tables = (rows(folder, table) for folder in (ground.wanted, out))
        keys = ["shard", "row"]
        there, here = (one.join(aside, on=keys, how="anti", maintain_order="left") for one in tables)
        if not there.equals(here):
            differing += 1
            lost += there.join(here, on=keys, how="anti").height
            doubled += here.height - here.unique().height
    return Differences(lost, doubled, differing)
