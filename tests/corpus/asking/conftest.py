"""Archives that are made once for many tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from burdenshare.corpus.asking.asking import Asking, asking
from burdenshare.corpus.asking.data_set import data_set_at
from burdenshare.record import Record
from tests.corpus.asking.newsroom import made


@pytest.fixture(scope="session")
def news(tmp_path_factory: pytest.TempPathFactory, record: Record) -> Path:
    """The data set of the shipped example, without texts."""
    return made(tmp_path_factory.mktemp("news") / "archive", record)


@pytest.fixture(scope="session")
def news_with_text(tmp_path_factory: pytest.TempPathFactory, record: Record) -> Path:
    """The same with texts."""
    return made(tmp_path_factory.mktemp("news") / "archive", record, with_text=True)


@pytest.fixture(scope="session")
def asked_news(news: Path) -> Iterator[Asking]:
    """The example opened for questions."""
    with data_set_at(str(news)) as data, asking(data) as opened:
        yield opened
