"""The same tasks on Ray: what it answers, and that the data set is the same byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from benchmarks.corpus_ground import Differences, Ground, ended
from burdenshare.corpus.engines import ray as engine
from burdenshare.corpus.engines.ray import RayEngine
from burdenshare.corpus.model import Bounds, Kind, Shard
from burdenshare.corpus.tasks import GATHER, Done, Task
from burdenshare.errors import InputError, OutputError
from tests.corpus.made import manifest

TASKS = [Task(GATHER, Shard(number, Kind.FILES, (), 0, 1, 1), "out", manifest()) for number in range(20)]


class LostError(Exception):
    """What Ray raises."""


class Cluster:
    """Ray as far as the engine knows it; `answers` by number of the shard, `cores` as they come and go."""

    exceptions = SimpleNamespace(RayError=LostError)

    def __init__(self, answers: dict[int, Any], cores: list[int]) -> None:
        self._answers = answers
        self._cores = cores
        self.out: list[int] = []
        self.most = 0
        self.asked: dict[str, object] = {}

    def remote(self, **asked: object) -> Any:
        self.asked = asked

        def given(task: Task, bounds: Bounds) -> int:
            del bounds
            self.out.append(task.shard.number)
            self.most = max(self.most, len(self.out))
            return task.shard.number

        return lambda function: SimpleNamespace(remote=given)

    def cluster_resources(self) -> dict[str, float]:
        return {"CPU": float(self._cores.pop(0) if len(self._cores) > 1 else self._cores[0])}

    def wait(self, out: list[int], timeout: float) -> tuple[list[int], list[int]]:
        del timeout
        self.out.remove(out[-1])
        return out[-1:], out[:-1]

    def get(self, one: int) -> Any:
        answer = self._answers.get(one, Done(GATHER, one, {}))
        if isinstance(answer, LostError):
            raise answer
        return answer


def made(monkeypatch: pytest.MonkeyPatch, cluster: Cluster, workers: int | None = None) -> RayEngine:
    found = RayEngine(workers)
    monkeypatch.setattr(found, "_connected", lambda: cluster)
    return found


@pytest.mark.parametrize(
    ("workers", "cores", "most"), [(None, [4], 5), (2, [8], 2), (None, [1], 1), (None, [2, 2, 16], 20)]
)
def test_no_more_tasks_are_out_than_the_cluster_has_hands(
    monkeypatch: pytest.MonkeyPatch, workers: int | None, cores: list[int], most: int
) -> None:
    cluster = Cluster({}, cores)
    found = sorted(one.shard for one in made(monkeypatch, cluster, workers).run(TASKS))
    assert found == list(range(20))
    assert cluster.most <= most
    assert cluster.asked["max_retries"] == engine.RETRIES


def test_what_a_task_raised_is_raised_here(monkeypatch: pytest.MonkeyPatch) -> None:
    cluster = Cluster({3: InputError("has changed", where="a.txt")}, [4])
    with pytest.raises(InputError, match="has changed"):
        list(made(monkeypatch, cluster).run(TASKS))


def test_a_cluster_that_cannot_finish_a_shard_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    cluster = Cluster({3: LostError()}, [4])
    with pytest.raises(OutputError, match=r"no machine of the cluster could finish it \(LostError\)") as fault:
        list(made(monkeypatch, cluster).run(TASKS))
    assert "shard 000003" in str(fault.value)


def test_a_task_of_ray_is_done_by_a_worker_that_may_end(monkeypatch: pytest.MonkeyPatch) -> None:
    class Local:
        def __init__(self, workers: int, bounds: Bounds) -> None:
            assert workers == 1
            self.closed = 0

        def run(self, tasks: list[Task]) -> Iterator[Done]:
            (task,) = tasks
            if task.shard.number == 1:
                raise OutputError("cannot be written")
            yield Done(GATHER, task.shard.number, {})

        def close(self) -> None:
            self.closed += 1

    monkeypatch.setattr(engine, "LocalEngine", Local)
    monkeypatch.setattr(engine, "_ENGINES", {})
    assert engine._guarded(TASKS[0], Bounds()) == Done(GATHER, 0, {})
    (kept,) = engine._ENGINES.values()
    assert isinstance(engine._guarded(TASKS[1], Bounds()), OutputError)
    assert list(engine._ENGINES.values()) == [kept]
    assert kept.closed == 1  # type: ignore[attr-defined]


def test_the_data_set_is_the_same_on_ray(archive: Ground) -> None:
    """On a cluster of this machine; the loss of a node is met by flag (test_faults.py)."""
    pytest.importorskip("ray", reason="the extra `ray` is not installed")
    assert archive.finished(archive.place(), "--engine", "ray") == Differences()


def test_a_cluster_that_is_not_there_is_told_in_one_line(archive: Ground) -> None:
    pytest.importorskip("ray", reason="the extra `ray` is not installed")
    asked = ("--engine", "ray", "--ray-address", "127.0.0.1:1")
    code, said = ended(archive.started(archive.place(), *asked))
    assert (code, len(said.strip().splitlines())) == (2, 1)
    assert "no cluster can be had" in said
