"""Forecasts of shares and their back-test, from Python: typed results that become text, JSON, CSV, a page, a table."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from burdenshare.record import Record
from burdenshare.report.article import held_record
from burdenshare.report.days import past
from burdenshare.road import backtest as tests
from burdenshare.road import share_forecast
from burdenshare.road.share_forecast import ShareForecast

if TYPE_CHECKING:
    from polars import DataFrame


@dataclass(frozen=True, slots=True)
class BacktestReport:
    """Past forecasts of shares of GDP held against what later releases recorded, ready to be shown."""

    found: tests.Backtest
    record: Record

    def to_dict(self) -> dict[str, Any]:
        """The documented shape (`burdenshare backtest --schema`), scores in points of GDP."""
        from burdenshare.report.road.backtest_shape import backtest_shape

        return backtest_shape(self.found, self.record)

    def to_json(self, *, indent: int | None = 2) -> str:
        """`to_dict()` as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent, allow_nan=False)

    def to_csv(self) -> str:
        """One row a score: of each model and definition, over all, by origin and by years ahead."""
        from burdenshare.report.road.backtest_shape import csv_text

        return csv_text(self.found)

    def to_text(self, *, width: int = 100) -> str:
        """The terminal view as plain text."""
        from burdenshare.report.road.backtest_terminal import plain_text

        return plain_text(self.found, self.record, width=width)

    def to_html(self) -> str:
        """One self-contained page without script, with pictures."""
        from burdenshare.report.road.backtest_page import page_of

        return page_of(self.found, self.record)

    def to_polars(self) -> DataFrame:
        """One row a forecast: model, origin, ally, year, what was foreseen, what came, and the score."""
        from burdenshare.report.road.backtest_frame import frame_of

        return frame_of(self.found)


def backtest(
    *, draws: int = tests.DRAWS, seed: int = share_forecast.SEED, record: Record | None = None
) -> BacktestReport:
    """How right past forecasts of shares of GDP would have been: the shipped model and the plain ones, from 8 releases.

    Raises InputError for a number of draws that cannot be scored.
    """
    held = held_record(record)
    return BacktestReport(tests.backtest(held, draws=draws, seed=seed), held)


def forecast_shares(until: int, *, on: date | None = None, record: Record | None = None) -> ShareForecast:
    """Each ally's share of GDP up to `until`, as foreseen on `on` (the record's edition without it) from what was out.

    Ask the result for `chance(3.5, 2035)`, `how_many(3.5, 2035)`, `draws(10_000)` or `to_polars()`. Raises DateError.
    """
    held = held_record(record)
    return share_forecast.forecast(held, held.edition if on is None else past(on, "on"), until)
