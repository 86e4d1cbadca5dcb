"""A small archive of our own sentences, and the data set that an undisturbed run makes of it."""

from __future__ import annotations

import pytest

pytest.importorskip("fastwarc", reason="the extra `corpus` is not installed")

from collections.abc import Iterator

from benchmarks.corpus_ground import Ground, ground
from tests.corpus.elsewhere import Served, serving


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """The archive with its data set; two processes have been shown to make the same one."""
    return ground(tmp_path_factory.mktemp("archive"), seed=1)


@pytest.fixture(scope="session")
def served() -> Iterator[Served]:
    """A server of S3 on this machine."""
    with serving() as found:
        yield found
