"""A cluster of Ray on this machine that loses a node while a run is at work."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

from benchmarks.corpus_ground import Differences, Ground, Outcome, ended
from burdenshare.corpus.engines.ray import SETTINGS, STORE


def nodes_lost(ground: Ground, times: int) -> Outcome:
    """A node with tasks at work is gone from one moment to the next; another one comes."""
    if find_spec("ray") is None:
        return Outcome(skipped="ray is not installed")
    found = Differences()
    with _cluster() as cluster:
        node = cluster.add_node(num_cpus=1, object_store_memory=STORE)
        for _ in range(times):
            out = ground.place()
            process = ground.started(out, "--engine", "ray", "--ray-address", cluster.address)
            while process.poll() is None and not (out / "manifest.json").exists():
                time.sleep(0.05)
            time.sleep(ground.draw.uniform(0.0, ground.seconds))
            cluster.remove_node(node, allow_graceful=False)
            node = cluster.add_node(num_cpus=1, object_store_memory=STORE)
            code, said = ended(process)
            if code:
                raise AssertionError(said)
            found += ground.compared(out)
    return Outcome(times, found)


def on_ray(ground: Ground, times: int) -> Outcome:
    """No fault: the same data set by Ray."""
    if find_spec("ray") is None:
        return Outcome(skipped="ray is not installed")
    found = Differences()
    for _ in range(times):
        found += ground.finished(ground.place(), "--engine", "ray")
    return Outcome(times, found)


@contextmanager
def _cluster() -> Iterator[Any]:
    """A cluster whose head has one core; nothing is told to anybody."""
    os.environ.update(SETTINGS)
    from ray.cluster_utils import Cluster

    told = {"num_cpus": 1, "object_store_memory": STORE, "include_dashboard": False}
    cluster = Cluster(initialize_head=True, head_node_args=told)
    try:
        yield cluster
    finally:
        cluster.shutdown()  # type: ignore[no-untyped-call]
