"""What ended a worker is given to another one, up to a bound; then it is set aside, or the run says why it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from burdenshare.corpus.engines.strikes import CRASH, MEMORY, STARTS, TIME, Death, Strikes
from burdenshare.corpus.model import Bounds, Kind, Phase, Poison, Shard
from burdenshare.corpus.tasks import GATHER, Task
from burdenshare.errors import OutputError
from tests.corpus.made import manifest

TASK = Task(GATHER, Shard(7, Kind.FILES, (), 0, 1, 1), "out", manifest())


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counts of its own for each test."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))


def struck(strikes: Strikes, task: Task, *deaths: Death) -> Task:
    for death in deaths:
        task = strikes.after(task, death)
    return task


def test_a_record_that_ends_workers_is_set_aside_at_the_third_time() -> None:
    death = Death(4, Phase.WORKING, MEMORY)
    strikes = Strikes(Bounds())
    assert struck(strikes, TASK, death, death) == TASK
    assert strikes.after(TASK, death).poison == Poison({4: MEMORY})


def test_records_are_counted_one_by_one() -> None:
    strikes = Strikes(Bounds())
    deaths = [Death(number, Phase.WORKING, CRASH) for number in (4, 5, 4, 5)]
    assert struck(strikes, TASK, *deaths) == TASK
    assert struck(strikes, TASK, *deaths[:2]).poison == Poison({4: CRASH, 5: CRASH})


def test_the_counts_outlive_the_run_that_they_ended() -> None:
    death = Death(4, Phase.WORKING, CRASH)
    for _ in range(2):
        assert Strikes(Bounds()).after(TASK, death) == TASK
    assert Strikes(Bounds()).after(TASK, death).poison.records == {4: CRASH}


def test_a_record_that_cannot_be_taken_out_ends_its_shard() -> None:
    task = struck(Strikes(Bounds()), TASK, *[Death(4, Phase.READING, MEMORY)] * 3)
    assert task.poison == Poison({}, 4, MEMORY)


def test_a_source_that_stands_still_ends_the_run_for_it_may_come_back() -> None:
    with pytest.raises(OutputError, match="record 4 could not be had in 60 seconds"):
        struck(Strikes(Bounds()), TASK, *[Death(4, Phase.READING, TIME)] * 3)


def test_workers_that_end_before_any_record_end_the_run_at_last() -> None:
    outside = [Death(-1, Phase.OUTSIDE, CRASH)] * STARTS
    strikes = Strikes(Bounds())
    assert struck(strikes, TASK, *outside, Death(4, Phase.WORKING, CRASH), *outside) == TASK
    with pytest.raises(OutputError, match="before they reach a record"):
        strikes.after(TASK, outside[0])


@pytest.mark.parametrize("content", ["no JSON", "[]", '{"WORKING 4": "many"}'])
def test_damaged_counts_begin_anew(tmp_path: Path, content: str) -> None:
    death = Death(4, Phase.WORKING, CRASH)
    Strikes(Bounds()).after(TASK, death)
    (kept,) = tmp_path.rglob("*.strikes.json")
    kept.write_text(content)
    assert struck(Strikes(Bounds()), TASK, death, death) == TASK
