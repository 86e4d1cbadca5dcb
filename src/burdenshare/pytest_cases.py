"""Checks a folder of articles against its `expected.csv`: `pytest --cases DIR`, one test a row.

A pytest plugin that every installation brings along; it does nothing until `--cases` is given, and it works on any
folder. Without other paths on the command line only the cases run.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from burdenshare.report.cases import Articles, Row

EXPECTED = "expected.csv"


class CaseFailedError(Exception):
    """A row that its article does not meet."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds `--cases DIR`."""
    group = parser.getgroup("burdenshare")
    group.addoption(
        "--cases",
        action="append",
        metavar="DIR",
        help=f"check the articles in DIR against DIR/{EXPECTED}, one test a row (may be given several times)",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Collect the folders of `--cases`: alone, or beside the paths named on the command line."""
    files = [str(path) for path in case_files(config)]
    for path in files:
        if not Path(path).is_file():
            raise pytest.UsageError(f"--cases: there is no {path}")
    if files and config.args_source is pytest.Config.ArgsSource.ARGS:
        config.args = [*config.args, *files]
    elif files:
        config.args = files


def case_files(config: pytest.Config) -> list[Path]:
    """The `expected.csv` of every folder given."""
    folders: list[str] = config.getoption("cases") or []
    return [(config.invocation_params.dir / folder / EXPECTED).resolve() for folder in folders]


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """The cases of an `expected.csv` that was asked for; any other file is somebody else's."""
    if file_path.name == EXPECTED and file_path.resolve() in case_files(parent.config):
        collector: CaseFile = CaseFile.from_parent(parent, path=file_path)
        return collector
    return None


class CaseFile(pytest.File):
    """One `expected.csv`."""

    def collect(self) -> Iterator[CaseItem]:
        """One item a row, named for its article, line and words."""
        from burdenshare.errors import InputError
        from burdenshare.report.cases import Articles, read_rows

        try:
            rows = read_rows(self.path)
        except InputError as fault:
            raise self.CollectError(fault.line()) from None
        articles = Articles(self.path.parent)
        for row in rows:
            name = f"{row.article}:{row.line}: {row.words[:60]}"
            item: CaseItem = CaseItem.from_parent(self, name=name, row=row, articles=articles)
            yield item


class CaseItem(pytest.Item):
    """One row."""

    def __init__(self, *, row: Row, articles: Articles, **others: Any) -> None:
        super().__init__(**others)
        self.row = row
        self.articles = articles

    def runtest(self) -> None:
        """Check the article (once for all of its rows) and hold it against the row."""
        from burdenshare.errors import BurdenshareError
        from burdenshare.report.cases import failure

        try:
            reason = failure(self.row, self.articles.report(self.row))
        except BurdenshareError as fault:
            raise CaseFailedError(fault.line()) from None
        if reason:
            raise CaseFailedError(reason)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The row, the candidates and their differences instead of a traceback."""
        if isinstance(excinfo.value, CaseFailedError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the row stands."""
        return self.path, self.row.line - 1, self.name
