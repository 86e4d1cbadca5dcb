"""Facts get a verdict. Promises get a price. Both show their source.

The public door. Everything here is loaded when it is first asked for, so that importing the package costs nothing:

    import burdenshare as bs
    record = bs.load_record()
    report = bs.check(text, on=date(2025, 2, 13), record=record)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from burdenshare._version import __version__
    from burdenshare.checking.arithmetic import Arithmetic
    from burdenshare.checking.model import CheckedDocument, Verdict
    from burdenshare.errors import (
        BurdenshareError,
        DateError,
        DocumentError,
        FaultsError,
        InputError,
        NotHeldError,
        NotSavedError,
        OutputError,
        ProposerError,
        RecordError,
        ReportError,
        StoreError,
        UnknownNameError,
    )
    from burdenshare.reading.inputs import load_document, load_documents
    from burdenshare.reading.model import Document, Reading, Statement
    from burdenshare.reading.proposals import Proposal, Proposer
    from burdenshare.reading.proposers import proposer_of
    from burdenshare.record import Finding, Observation, Record, Release, load_record
    from burdenshare.report.alliance.alliance import Alliance, alliance
    from burdenshare.report.article import check, read
    from burdenshare.report.chain.door import ChainReport, chain
    from burdenshare.report.charts.chart import Chart, chart
    from burdenshare.report.clock.door import ClockReport, clock
    from burdenshare.report.exports.claimreview import Reviewer
    from burdenshare.report.exports.export import export
    from burdenshare.report.industry.door import (
        IndustryBacktest,
        IndustryReport,
        RequirementsReport,
        industry,
        industry_backtest,
        requirements,
    )
    from burdenshare.report.report import Report
    from burdenshare.report.reviews import Review
    from burdenshare.report.road.backtest_report import BacktestReport, backtest, forecast_shares
    from burdenshare.report.road.comparing import Comparison
    from burdenshare.report.road.door import RoadReport, road
    from burdenshare.report.saved.files import load_report, load_reports
    from burdenshare.report.saved.rechecking import rechecked
    from burdenshare.report.schema import schema
    from burdenshare.report.stories.story import StoryReport, story
    from burdenshare.report.support.door import SupportReport, support
    from burdenshare.road.industry.model import MetDraws
    from burdenshare.road.share_forecast import ShareForecast

__all__ = [
    "Alliance",
    "Arithmetic",
    "BacktestReport",
    "BurdenshareError",
    "ChainReport",
    "Chart",
    "CheckedDocument",
    "ClockReport",
    "Comparison",
    "DateError",
    "Document",
    "DocumentError",
    "FaultsError",
    "Finding",
    "IndustryBacktest",
    "IndustryReport",
    "InputError",
    "MetDraws",
    "NotHeldError",
    "NotSavedError",
    "Observation",
    "OutputError",
    "Proposal",
    "Proposer",
    "ProposerError",
    "Reading",
    "Record",
    "RecordError",
    "Release",
    "Report",
    "ReportError",
    "RequirementsReport",
    "Review",
    "Reviewer",
    "RoadReport",
    "ShareForecast",
    "Statement",
    "StoreError",
    "StoryReport",
    "SupportReport",
    "UnknownNameError",
    "Verdict",
    "__version__",
    "alliance",
    "backtest",
    "chain",
    "chart",
    "check",
    "clock",
    "export",
    "forecast_shares",
    "industry",
    "industry_backtest",
    "load_document",
    "load_documents",
    "load_record",
    "load_report",
    "load_reports",
    "proposer_of",
    "read",
    "rechecked",
    "requirements",
    "road",
    "schema",
    "story",
    "support",
]

_HOMES: dict[str, tuple[str, ...]] = {
    "_version": ("__version__",),
    "checking.arithmetic": ("Arithmetic",),
    "checking.model": ("CheckedDocument", "Verdict"),
    "errors": (
        "BurdenshareError",
        "DateError",
        "DocumentError",
        "FaultsError",
        "InputError",
        "NotHeldError",
        "NotSavedError",
        "OutputError",
        "ProposerError",
        "RecordError",
        "ReportError",
        "StoreError",
        "UnknownNameError",
    ),
    "reading.inputs": ("load_document", "load_documents"),
    "reading.model": ("Document", "Reading", "Statement"),
    "reading.proposals": ("Proposal", "Proposer"),
    "reading.proposers": ("proposer_of",),
    "record": ("Finding", "Observation", "Record", "Release", "load_record"),
    "report.alliance.alliance": ("Alliance", "alliance"),
    "report.article": ("check", "read"),
    "report.chain.door": ("ChainReport", "chain"),
    "report.charts.chart": ("Chart", "chart"),
    "report.clock.door": ("ClockReport", "clock"),
    "report.exports.claimreview": ("Reviewer",),
    "report.exports.export": ("export",),
    "report.industry.door": (
        "IndustryBacktest",
        "IndustryReport",
        "RequirementsReport",
        "industry",
        "industry_backtest",
        "requirements",
    ),
    "report.report": ("Report",),
    "report.reviews": ("Review",),
    "report.road.backtest_report": ("BacktestReport", "backtest", "forecast_shares"),
    "report.road.comparing": ("Comparison",),
    "report.road.door": ("RoadReport", "road"),
    "report.saved.files": ("load_report", "load_reports"),
    "report.saved.rechecking": ("rechecked",),
    "report.schema": ("schema",),
    "report.stories.story": ("StoryReport", "story"),
    "report.support.door": ("SupportReport", "support"),
    "road.industry.model": ("MetDraws",),
    "road.share_forecast": ("ShareForecast",),
}
"""The room each public name lives in."""

_ROOM_OF = {name: room for room, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _ROOM_OF:
        raise AttributeError(f"module 'burdenshare' has no attribute '{name}'")
    if name == "road":
        return import_module("burdenshare.road")  # the room itself, which can be called: see there
    value = getattr(import_module(f"burdenshare.{_ROOM_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
