"""Specifications: inline values that keep their source, nothing to load, the same every time."""

from __future__ import annotations

import json
from typing import Any

import pytest

from burdenshare.errors import UnknownNameError
from burdenshare.record import Record
from burdenshare.report.charts.telling import alt
from tests.report.charts.plots import KINDS, plot_of

pytest.importorskip("altair", reason="the extra `web` is not installed")

from burdenshare.report.charts.specs import spec_of


def rows(spec: dict[str, Any]) -> list[dict[str, Any]]:
    return [row for held in spec["datasets"].values() for row in held]


@pytest.mark.parametrize("frame", ["wide", "narrow"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_specification_is_whole_and_loads_nothing(record: Record, kind: str, frame: str) -> None:
    plot = plot_of(record, kind)
    spec = spec_of(plot, frame=frame)
    assert spec["$schema"].startswith("https://vega.github.io/schema/vega-lite/v6")
    assert spec["description"] == alt(plot)
    assert spec["width"] == {"wide": 720, "narrow": 320}[frame]
    text = json.dumps({key: value for key, value in spec.items() if key not in ("$schema", "datasets")})
    assert '"url"' not in text and '"href"' not in text and "http" not in text
    assert spec == spec_of(plot_of(record, kind), frame=frame)


@pytest.mark.parametrize("kind", KINDS)
def test_every_point_keeps_release_day_and_source(record: Record, kind: str) -> None:
    plot = plot_of(record, kind)
    known = [one for one in plot.points if one.value is not None]
    drawn = [row for row in rows(spec_of(plot)) if "sources" in row]
    assert [(row["release"], row["published"], row["sources"]) for row in drawn] == [
        (one.release, one.released_on.isoformat() if one.released_on else None, list(one.sources)) for one in known
    ]


def test_an_estimate_is_open_and_another_definition_a_square(record: Record) -> None:
    drawn = {row["label"]: row for row in rows(spec_of(plot_of(record, "years"))) if "sources" in row}
    assert drawn["2026"]["filling"] != drawn["2026"]["edge"]
    assert drawn["2020"]["filling"] == drawn["2020"]["edge"]
    assert (drawn["2012"]["shape"], drawn["2020"]["shape"]) == ("square", "circle")


def test_who_meets_is_told_by_shape_as_well(record: Record) -> None:
    drawn = {row["label"]: row for row in rows(spec_of(plot_of(record, "allies"))) if "sources" in row}
    assert (drawn["Poland"]["shape"], drawn["Spain"]["shape"]) == ("circle", "triangle-down")
    assert drawn["Poland"]["edge"] != drawn["Spain"]["edge"]


def test_themes_differ_in_colours_alone(record: Record) -> None:
    plot = plot_of(record, "claimed")
    light, dark = (spec_of(plot, theme=one) for one in ("light", "dark"))
    assert light["background"] != dark["background"]
    assert light["title"] == dark["title"]
    with pytest.raises(UnknownNameError):
        spec_of(plot, theme="sepia")
