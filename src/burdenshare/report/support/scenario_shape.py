"""A scenario of support as JSON (`support.schema.json`): what it asks, and its price a donor and year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from burdenshare.record import Record
from burdenshare.record.donors import donor_name
from burdenshare.record.months import Span
from burdenshare.report.support.scenario_telling import asked_words, ground_lines, headline, not_known
from burdenshare.report.support.shape import ground_shape, head, named, plain, release_shape, sources_shape, span_shape
from burdenshare.road.support.model import SupportScenario
from burdenshare.road.support.priced import Cost, PricedSupport

Json = dict[str, Any]


def scenario_price_shape(record: Record, priced: PricedSupport) -> Json:
    """What a scenario costs. Lists of a cost have one value a year of `years`; null where it is not known."""
    return {
        **head("support scenario", record, priced.on),
        "scenario": support_scenario_shape(priced.scenario),
        "asked": asked_words(record, priced.scenario),
        "release": release_shape(priced.book.release),
        "pace": {**span_shape(priced.pace), "months": len(priced.pace), "spans": priced.windows},
        "years": list(priced.years),
        "year": priced.year,
        "headline": headline(record, priced),
        "shown": list(priced.shown),
        "groups": [_cost(record, one) for one in priced.groups.values()],
        "donors": [_cost(record, one) for one in priced.costs.values()],
        "replaced": [
            {"id": donor, "name": donor_name(record, donor), "eur_a_year": plain(value)}
            for donor, value in priced.replaced.items()
        ],
        "unknown": named(record, priced.unknown),
        "lacking": named(record, priced.lacking),
        "gdp": ground_shape(priced.ground),
        "notes": list(ground_lines(record, priced)),
        "not_known": list(not_known(record, priced)),
    }


def support_scenario_shape(one: SupportScenario) -> Json:
    """A scenario: the pace it is held against, and what it asks."""
    return {
        "name": one.name,
        "title": one.title,
        "kind": one.kind.value,
        "pace": str(one.pace) if isinstance(one.pace, Span) else one.pace,
        "until": one.until,
        "union": one.union.value,
        "reference": one.reference,
        "stops": [
            {"donors": list(each.donors), "since": each.since, "reference": each.reference} for each in one.stops
        ],
        "gives": [
            {
                "donors": list(each.donors),
                "share": each.share,
                "since": each.since,
                "exact": each.exact,
                "reference": each.reference,
            }
            for each in one.gives
        ],
        "replaces": [
            {
                "donor": each.donor,
                "donors": list(each.donors),
                "since": each.since,
                "key": each.key.value,
                "part": each.part,
                "pace": None if each.pace is None else str(each.pace),
                "reference": each.reference,
            }
            for each in one.replaces
        ],
    }


def _cost(record: Record, one: Cost) -> Json:
    return {
        "id": one.donor,
        "name": donor_name(record, one.donor),
        "now": {"eur": plain(one.pace), "low": plain(one.pace_low), "high": plain(one.pace_high)},
        "share_now": plain(one.pace_share),
        "asked": _row(one.asked),
        "more": _row(one.extra),
        "more_low": _row(one.low),
        "more_high": _row(one.high),
        "more_usd": _row(one.dollars),
        "share": _row(one.share),
        "members": list(one.members),
        "unknown": named(record, one.unknown),
        "lacking": named(record, one.lacking),
        "sources": sources_shape(one.rows),
    }


def _row(values: Sequence[float | None]) -> list[float | None]:
    return [plain(one) for one in values]
