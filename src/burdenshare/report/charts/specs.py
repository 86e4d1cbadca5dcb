"""From the values of a chart to its Vega-Lite specification."""

from __future__ import annotations

from typing import Any

from burdenshare.report.charts.model import Allies, Plot, Releases, Years
from burdenshare.report.charts.needs import needed
from burdenshare.report.charts.themes import colours_of, frame_of


def spec_of(plot: Plot, *, theme: str = "light", frame: str = "wide") -> dict[str, Any]:
    """The Vega-Lite specification of a chart: inline values only, in a theme (`light`, `dark`, `print`) and a width.

    Raises UnknownNameError for a theme or a frame there is not, InputError where the extra `web` is not installed.
    """
    colours, held = colours_of(theme), frame_of(frame)
    needed("altair")
    from burdenshare.report.charts.claim_spec import claim_spec
    from burdenshare.report.charts.dot_spec import dot_spec
    from burdenshare.report.charts.line_specs import release_spec, year_spec

    if isinstance(plot, Allies):
        return dot_spec(plot, held, colours)
    if isinstance(plot, Years):
        return year_spec(plot, held, colours)
    if isinstance(plot, Releases):
        return release_spec(plot, held, colours)
    return claim_spec(plot, held, colours)
