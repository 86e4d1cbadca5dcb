"""Support as JSON: one documented shape (`support.schema.json`), money in euro, every figure with its sources."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from importlib.resources import files
from typing import Any

from burdenshare._version import __version__
from burdenshare.record import Record
from burdenshare.record.aid_books import EURO
from burdenshare.record.donors import donor_name
from burdenshare.record.model import Observation, Release
from burdenshare.record.months import Span
from burdenshare.report.citations import citation
from burdenshare.report.shape import Cells, derivation_shape, evidence_shape, finite
from burdenshare.report.support.derived import derivation
from burdenshare.report.support.telling import caveat, ground_lines, headline, lacks
from burdenshare.road.support.answering import Answering
from burdenshare.road.support.checked import Checked, is_secondary
from burdenshare.road.support.europe import Printed, Side
from burdenshare.road.support.given import Given
from burdenshare.road.support.ground import Ground
from burdenshare.road.support.moves import Move, Moves
from burdenshare.road.support.shares import Share
from burdenshare.road.support.standing import Monthly, Standing

Json = dict[str, Any]

FORMAT = 1
"""Version of the shape. It rises when a program that knows the old one would misread the new one."""
SIGNIFICANT = 12
"""Digits of a value: what is beyond them is binary rounding."""


def shape(record: Record, standing: Standing) -> Json:
    """Who stands where. The derivation of a sum stands beside those that were asked for by name."""
    cells = Cells()
    wanted = [one for one in standing.groups.values() if not standing.shown or one.donor in standing.shown]
    donors = [one for one in standing.donors if standing.asks(one.donor)]
    return {
        **head("support", record, standing.on),
        "asked": {
            "definition": standing.asked.definition.value,
            "kind": standing.asked.kind.value,
            "since": standing.asked.since,
            "until": standing.asked.until,
            "release": standing.asked.release,
            "shown": list(standing.shown),
        },
        "told": None if standing.told is None else _told(standing.told),
        "caveat": caveat(standing) or None,
        "checked": None if standing.checked is None else _checked(record, standing, standing.checked),
        "headline": headline(record, standing),
        "groups": [_given(record, standing, one, cells) for one in wanted],
        "donors": [_given(record, standing, one, cells) for one in donors],
        "sides": [_side(record, one) for one in standing.sides],
        "printed": [_printed(one) for one in standing.printed],
        "pages": [evidence_shape(one) for one in standing.pages if standing.asks(one.entity)],
        "moves": None if standing.moves is None else _moves(record, standing, standing.moves),
        "monthly": None if standing.monthly is None else _monthly(record, standing.monthly),
        "gdp": ground_shape(standing.ground),
        "notes": list(ground_lines(record, standing)),
        "not_known": list(lacks(record, standing)),
        "cells": cells.shapes(),
    }


def support_schema() -> Json:
    """The JSON Schema (draft 2020-12) of `burdenshare support --json`."""
    loaded: Json = json.loads(schema_text())
    return loaded


def schema_text() -> str:
    """The same, as shipped."""
    return files("burdenshare.report.support").joinpath("support.schema.json").read_text(encoding="utf-8")


def head(kind: str, record: Record, on: date) -> Json:
    """What every answer begins with."""
    return {
        "kind": kind,
        "format": FORMAT,
        "versions": {"code": __version__, "record": record.version},
        "edition": record.edition.isoformat(),
        "on": on.isoformat(),
    }


def release_shape(one: Release) -> Json:
    """A release: None for its day where none was found."""
    return {"id": one.id, "released_on": one.released_on and one.released_on.isoformat(), "title": one.title}


def span_shape(one: Span) -> Json:
    """Months, both in it."""
    return {"from": one.first, "to": one.last}


def ground_shape(one: Ground) -> Json | None:
    """The Outlook that GDP and rates are from; None where none was out."""
    if not one.vintage:
        return None
    return {
        "vintage": one.vintage,
        "published": one.published and one.published.isoformat(),
        "horizon": one.horizon,
        "source": one.source,
        "address": citation(one.source).address,
    }


def sources_shape(rows: Iterable[Observation]) -> list[Json]:
    """Where rows stand: each release and source once, with how many rows and the first and last of them."""
    held: dict[tuple[str, str], list[Observation]] = {}
    for one in rows:
        held.setdefault((one.release, one.source), []).append(one)
    return [
        {
            "release": release,
            "source": source,
            "title": citation(source).title,
            "address": citation(source).address,
            "grade": own[0].grade.value,
            "rows": len(own),
            "first": own[0].table,
            "last": own[-1].table,
        }
        for (release, source), own in held.items()
    ]


def plain(value: float | None) -> float | None:
    """A value without binary noise; None where there is none."""
    known = finite(value)
    return None if known is None else float(f"{known:.{SIGNIFICANT}g}")


def named(record: Record, ids: Iterable[str]) -> list[Json]:
    """Donors by id and name."""
    return [{"id": one, "name": donor_name(record, one)} for one in ids]


def _told(one: Answering) -> Json:
    return {
        "release": release_shape(one.book.release),
        "way": one.way.value,
        **span_shape(one.span),
        "period": one.book.period if one.way.value == "whole" else None,
        "secondary": is_secondary(one.book),
        "passed_over": [{"release": release_shape(each.release), "why": each.why} for each in one.passed],
    }


def _checked(record: Record, standing: Standing, one: Checked) -> Json:
    asked = standing.shown or tuple(one.given)
    told = [given for given in one.given.values() if given.donor in asked or standing.asks(given.donor)]
    return {
        "told": None if one.told is None else _told(one.told),
        "given": [
            {
                "id": given.donor,
                "name": donor_name(record, given.donor),
                "value": plain(given.value),
                "low": plain(given.low),
                "high": plain(given.high),
                "unit": EURO,
                "share": plain(share.value) if (share := one.shares.get(given.donor)) is not None else None,
                "share_release": None if share is None else share.release,
            }
            for given in told
        ],
    }


def _given(record: Record, standing: Standing, one: Given, cells: Cells) -> Json:
    opened = one.donor in standing.shown
    return {
        "id": one.donor,
        "name": donor_name(record, one.donor),
        "value": plain(one.value),
        "low": plain(one.low),
        "high": plain(one.high),
        "unit": EURO,
        "periods": one.periods,
        "place": one.place,
        "share": _share(record, one.share),
        "place_by_share": one.place_by_share,
        "share_a_year": _share(record, one.yearly),
        "per_head": plain(one.per_head),
        "through_eu": None if one.through is None else plain(one.through.value),
        "share_with_eu": None if one.share_with is None else plain(one.share_with.value),
        "members": list(one.members),
        "without": named(record, one.without),
        "sources": sources_shape(one.rows),
        "derivation": derivation_shape(derivation(record, standing, one.donor), cells) if opened else None,
    }


def _share(record: Record, one: Share | None) -> Json | None:
    if one is None:
        return None
    return {
        "value": plain(one.value),
        "low": plain(one.low),
        "high": plain(one.high),
        "over": one.over.value,
        "left_out": named(record, one.left_out),
    }


def _side(record: Record, one: Side) -> Json:
    return {
        "group": one.group,
        "name": donor_name(record, one.group),
        "europe": plain(one.europe),
        "united_states": plain(one.america),
        "times": plain(one.times),
    }


def _printed(one: Printed) -> Json:
    return {
        "europe": evidence_shape(one.europe),
        "united_states": None if one.america is None else evidence_shape(one.america),
        "summed": plain(one.summed),
        "summed_high": plain(one.summed_high),
        "summed_by": one.by or None,
        "apart": plain(one.apart),
    }


def _moves(record: Record, standing: Standing, one: Moves) -> Json:
    every = [move for move in one.donors if standing.asks(move.donor)]
    return {
        "release": release_shape(one.told.book.release),
        "before": span_shape(one.before),
        "after": span_shape(one.after),
        "total": _move(record, one.total()),
        "donors": [_move(record, move) for move in every],
    }


def _move(record: Record, one: Move) -> Json:
    return {
        "id": one.donor,
        "name": donor_name(record, one.donor),
        "before": plain(one.before),
        "after": plain(one.after),
        "change": plain(one.change),
        "times": plain(one.times),
        "course": one.course.value,
    }


def _monthly(record: Record, one: Monthly) -> Json:
    series = one.shown or one.regions
    return {
        "release": one.release,
        "months": list(one.span.months()),
        "series": [
            {"id": entity, "name": donor_name(record, entity), "eur": [plain(value) for value in values]}
            for entity, values in series.items()
        ],
    }
