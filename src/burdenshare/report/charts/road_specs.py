"""From the values of a road's chart to its Vega-Lite specification."""

from __future__ import annotations

from typing import Any

from burdenshare.report.charts.needs import needed
from burdenshare.report.charts.road_model import RoadFan, RoadParts, RoadPlot
from burdenshare.report.charts.themes import colours_of, frame_of


def road_spec_of(plot: RoadPlot, *, theme: str = "light", frame: str = "wide") -> dict[str, Any]:
    """The Vega-Lite specification: inline values only, in a theme (`light`, `dark`, `print`) and a width.

    Raises UnknownNameError for a theme or a frame there is not, InputError where the extra `web` is not installed.
    """
    colours, held = colours_of(theme), frame_of(frame)
    needed("altair")
    from burdenshare.report.charts.road_fan_spec import fan_spec, parts_spec
    from burdenshare.report.charts.road_levers_spec import levers_spec

    if isinstance(plot, RoadFan):
        return fan_spec(plot, held, colours)
    if isinstance(plot, RoadParts):
        return parts_spec(plot, held, colours)
    return levers_spec(plot, held, colours)
