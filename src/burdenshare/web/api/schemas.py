"""The JSON Schemas that the package ships, as components of the OpenAPI description: one description of a shape, not
two. A definition `statement` of the report's schema becomes the component `ReportStatement`."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from burdenshare.report.alliance.shape import alliance_schema
from burdenshare.report.clock.shape import clock_schema
from burdenshare.report.industry.shape import schema as industry_schema
from burdenshare.report.road.shape import road_schema
from burdenshare.report.schema import schema
from burdenshare.report.stories.shape import stories_schema
from burdenshare.report.support.shape import support_schema

Json = dict[str, Any]
HOME = "#/components/schemas/"
SHIPPED: dict[str, Callable[[], Json]] = {
    "report": schema,
    "stories": stories_schema,
    "alliance": alliance_schema,
    "road": road_schema,
    "clock": clock_schema,
    "support": support_schema,
    "industry": industry_schema,
    "industry_items": partial(industry_schema, "items"),
    "industry_requirements": partial(industry_schema, "requirements"),
    "industry_backtest": partial(industry_schema, "backtest"),
}
"""The schemas by the word that asks for them."""

FAMILIES = {name: "Story" if name == "stories" else name.title().replace("_", "") for name in SHIPPED}
"""What the components of each begin with, so that no two have one name."""

_PLACE = re.compile(r"#/\$defs/(\w+)")


def shipped() -> Json:
    """Every definition of every shipped schema under its name as a component, and `Stories`, the whole of them."""
    found: Json = {}
    for name, load in SHIPPED.items():
        whole = load()
        family = FAMILIES[name]
        for part, one in whole.pop("$defs").items():
            found[named(family, part)] = _moved(one, family)
        if "properties" in whole:
            whole.pop("$schema")
            found["Stories"] = _moved(whole, family)
    return found


def named(family: str, part: str) -> str:
    """The component of a definition."""
    return family + "".join(word.capitalize() for word in part.split("_"))


def ref(component: str) -> Json:
    """A reference to a component."""
    return {"$ref": f"{HOME}{component}"}


def _moved(value: Any, family: str) -> Any:
    """The same with every reference to a definition leading to its component."""
    if isinstance(value, dict):
        return {key: _moved(one, family) for key, one in value.items()}
    if isinstance(value, list):
        return [_moved(one, family) for one in value]
    if isinstance(value, str):
        return _PLACE.sub(lambda found: HOME + named(family, found[1]), value)
    return value
