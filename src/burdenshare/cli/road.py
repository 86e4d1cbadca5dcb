"""`burdenshare road`: what a promise costs, as one day knew it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from burdenshare.cli import completing
from burdenshare.cli.output import past_day, print_json, print_rendered, refuse_as_target, write_whole
from burdenshare.errors import InputError

if TYPE_CHECKING:
    from burdenshare.report.road.door import RoadReport
    from burdenshare.road.model import Scenario

OF_A_TARGET = ("target", "by", "measure", "unit", "shape")
ASKING = (*OF_A_TARGET, "baseline", "until")
"""Options with which somebody asks for a price: without any of them the shipped scenarios are listed."""


@click.command(short_help="What a promise costs: an ally, a year, the debt, with intervals.")
@click.argument("scenario", required=False, shell_complete=completing.scenarios)
@click.option("--target", metavar="VALUE", help="A target instead of a scenario: 3.5 (% of GDP), or money as 800bn.")
@click.option("--by", type=int, metavar="YEAR", help="The year the target is due.")
@click.option(
    "--measure", type=click.Choice(completing.TARGETED), help="What the target is set for; a share of GDP unless said."
)
@click.option("--unit", metavar="UNIT", help="Of money: USD (of the year), constant-USD (of the base year) or NCU.")
@click.option(
    "--shape", type=click.Choice(completing.SHAPES), help="How the path goes; in even steps (linear) unless said."
)
@click.option(
    "--baseline", type=click.Choice(completing.BASELINES), help="What is spent without the target; share unless said."
)
@click.option(
    "--ally",
    "allies",
    metavar="ALLY|GROUP",
    multiple=True,
    shell_complete=completing.entities,
    help="Show this ally or group (may be repeated); all allies unless said.",
)
@click.option("--as-of", metavar="DAY", help="With what was known on this day (YYYY-MM-DD); the record's edition.")
@click.option("--until", type=int, metavar="YEAR", help="The last year shown; the target's unless said.")
@click.option(
    "--draws", type=int, metavar="N", default=2000, show_default=True, help="Draws; 0: the central run alone."
)
@click.option("--seed", type=int, metavar="N", default=1, show_default=True, help="The same seed, the same draws.")
@click.option("--without-2020", "without_shock", is_flag=True, help="Leave the errors about 2020 and 2021 out.")
@click.option("--sensitivity", is_flag=True, help="Also tell which assumption moves the answer most.")
@click.option("--against", metavar="SCENARIO", shell_complete=completing.scenarios, help="Put this one beside it.")
@click.option("--explain", "opened", metavar="ALLY|GROUP", help="Open the price of one: a tree down to the cells.")
@click.option("--assumptions", is_flag=True, help="Tell every assumption with its reason and all its sources.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: every figure, every price with its derivation.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a long table: a row an entity, quantity and year.")
@click.option("--html", metavar="OUT.html", shell_complete=completing.files, help="Also write one self-contained page.")
@click.option("--schema", "as_schema", is_flag=True, help="Print the JSON Schema of --json, and nothing else.")
def road(
    scenario: str | None,
    allies: tuple[str, ...],
    as_of: str | None,
    against: str | None,
    opened: str | None,
    assumptions: bool,
    as_json: bool,
    as_csv: bool,
    html: str | None,
    as_schema: bool,
    **asked: Any,
) -> None:
    """What a promise costs: extra spending an ally and year, debt and shares of the burden, as known on a day.

    \b
    burdenshare road                                 the shipped scenarios
    burdenshare road core-by-2035                    3.5 % of GDP by 2035
    burdenshare road --target 3 --by 2030 --ally Germany --ally Spain
    burdenshare road mine.toml --against core-by-2035 --html both.html
    """
    if as_schema:
        from burdenshare.report.road.shape import schema_text

        click.echo(schema_text(), nl=False)
        return
    if as_json + as_csv + (opened is not None) > 1:
        raise InputError("two outputs are asked for at once", remedy="keep one of --json, --csv and --explain")
    if html is not None:
        refuse_as_target(html, filter(None, (scenario, against)))
    if not (scenario or allies or as_of or any(asked[one] is not None for one in ASKING)):
        from burdenshare.report.road.scenarios import rendered_list

        print_rendered(rendered_list())
        return
    settings = {**asked, "on": past_day(as_of, "--as-of"), "allies": allies or ("NATO",)}
    if against is not None:
        _beside(scenario, against, settings, as_json=as_json, as_csv=as_csv, opened=opened, html=html)
        return
    if html is not None:
        settings["sensitivity"] = True  # the page draws it
    made = _computed(scenario, settings)
    if as_json:
        print_json(made.to_dict())
    elif as_csv:
        click.echo(made.to_csv(), nl=False)
    elif opened is not None:
        from burdenshare.report.explaining_terminal import rendered_tree

        print_rendered(rendered_tree(made.explain(opened)))
    else:
        from rich.console import Console

        from burdenshare.report.road.terminal import rendered

        width = Console().width
        print_rendered(rendered(made.record, made.road, made.levers, width=width, assumptions=assumptions))
    if html is not None:
        write_whole(html, made.to_html())


def _computed(scenario: str | Scenario | None, settings: dict[str, Any]) -> RoadReport:
    from burdenshare.report.progress import steps
    from burdenshare.report.road.door import road as compute

    with steps("computing") as step:
        return compute(scenario, step=step, **settings)


def _beside(
    scenario: str | None,
    against: str,
    settings: dict[str, Any],
    *,
    as_json: bool,
    as_csv: bool,
    opened: str | None,
    html: str | None,
) -> None:
    """Two scenarios of the same day, years and draws."""
    if as_csv or opened is not None:
        option = "--csv" if as_csv else "--explain"
        raise InputError("tells of one scenario", where=option, remedy="leave --against out")
    from burdenshare.report.road.asked import scenario_of
    from burdenshare.report.road.comparing import comparison_shape

    ask = {name: settings.pop(name) for name in (*OF_A_TARGET, "baseline")}
    asked = scenario_of(scenario, allies=settings["allies"], **ask)
    other = scenario_of(against, baseline=ask["baseline"])
    settings["until"] = settings["until"] or max(asked.last_year(), other.last_year()) or None
    first, second = _computed(asked, settings), _computed(other, settings)
    found = first.compared(second)
    if as_json:
        print_json(comparison_shape(found, record=first.record))
    else:
        from rich.console import Group

        from burdenshare.report.road.tables import comparison_table

        print_rendered(Group(*comparison_table(first.record, found)))
    if html is not None:
        from burdenshare.report.road.page import comparison_page

        write_whole(html, comparison_page(found, record=first.record))
