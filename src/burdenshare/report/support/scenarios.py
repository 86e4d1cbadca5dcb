"""Scenario files of support as people meet them: the shipped ones, what one asks, and every fault of a file."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

from rich.console import Group, RenderableType
from rich.text import Text

from burdenshare.errors import BurdenshareError, UnknownNameError
from burdenshare.record import Record
from burdenshare.report import wording
from burdenshare.report.article import held_record
from burdenshare.report.hanging import Hanging
from burdenshare.report.support.scenario_telling import asked_words
from burdenshare.road import fields
from burdenshare.road.support.model import SupportScenario
from burdenshare.road.support.pricing import named, priced
from burdenshare.road.support.scenario import HOME, SHIPPED, faults_of, load_scenario, read_scenario
from burdenshare.road.support.scenario import is_of_support as asks_support


def rendered_list() -> RenderableType:
    """The shipped scenarios of support, each with its title."""
    width = max(map(len, SHIPPED)) + 2
    rows: list[RenderableType] = [Text("Shipped scenarios of support to Ukraine", style="bold")]
    rows += [Hanging(f"  {name:<{width}}", Text(load_scenario(name).title)) for name in SHIPPED]
    rows += [Text(""), Text("  burdenshare support --scenario quarter-percent", style="bold")]
    return Group(*rows, Text("      its price for every donor, against what each gives now"))


def text_of(name: str) -> str:
    """The file of a shipped scenario, to start from. Raises UnknownNameError."""
    if name not in SHIPPED:
        raise UnknownNameError("scenario", name, SHIPPED)
    return files(HOME).joinpath("scenarios", f"{name}.toml").read_text(encoding="utf-8")


def is_of_support(name: str) -> bool:
    """Whether a name or a file means a scenario of support, not one of spending."""
    if name in SHIPPED:
        return True
    try:
        return asks_support(fields.text_of_file(name, (), HOME))
    except BurdenshareError:
        return False


def checked(name: str) -> tuple[list[str], str]:
    """The same as `checked_text` of a shipped scenario or a file."""
    return checked_text(fields.text_of_file(name, SHIPPED, HOME), name)


def checked_text(text: str, name: str) -> tuple[list[str], str]:
    """Every fault of a file's text as one line each; or, where it has none, what it asks in one line."""
    record = held_record(None)
    found: list[BurdenshareError] = list(faults_of(text, name))
    if not found:
        found = _unasked(record, read_scenario(text, name))
    if found:
        return [one.line() if name in one.line() else f"{name}: {one.line()}" for one in found], ""
    scenario = named(record, read_scenario(text, name))
    return [], wording.clean(f"fine: {scenario.title}: {'; '.join(asked_words(record, scenario))}")


def _unasked(record: Record, scenario: SupportScenario) -> list[BurdenshareError]:
    """What cannot be asked by the record's own edition: each entry alone, then all together."""
    empty = replace(scenario, stops=(), gives=(), replaces=())
    alone = [replace(empty, stops=(one,)) for one in scenario.stops]
    alone += [replace(empty, gives=(one,)) for one in scenario.gives]
    alone += [replace(empty, replaces=(one,)) for one in scenario.replaces]
    found: list[BurdenshareError] = []
    for one in [*alone, scenario]:
        if one is scenario and found:
            break
        try:
            priced(record, one, record.edition)
        except BurdenshareError as fault:
            found += fault.each
    return found
