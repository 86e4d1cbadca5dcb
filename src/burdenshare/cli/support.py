"""`burdenshare support`: who gave what to Ukraine, as one day knew it, and what it would take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from burdenshare.cli import completing
from burdenshare.cli.output import past_day, print_json, print_rendered, refuse_as_target, write_whole
from burdenshare.errors import InputError

if TYPE_CHECKING:
    from burdenshare.report.support.door import SupportReport


@click.command(short_help="Who gave what to Ukraine, who rose and fell, and what scenarios cost.")
@click.option(
    "--donor",
    "donors",
    metavar="DONOR|GROUP",
    multiple=True,
    shell_complete=completing.donors,
    help="Show this donor or group (may be repeated): Germany, NORDIC, EUROPE, EU_INST; all of them unless said.",
)
@click.option(
    "--since", metavar="MONTH", help="From this month or year on (2025-01, 2025); from the first unless said."
)
@click.option("--until", metavar="MONTH", help="Up to this month or year; to the last of the release unless said.")
@click.option(
    "--kind", type=click.Choice(completing.AID_KINDS), help="The kind of aid; all of them (total) unless said."
)
@click.option(
    "--definition",
    type=click.Choice(completing.AID_DEFINITIONS),
    help="How far a promise has come: allocation unless said. They are never mixed.",
)
@click.option("--release", metavar="RELEASE", help="Ask this release of the tracker alone: 28, 29 or 30.")
@click.option("--span", metavar="FROM/TO", help="Months of who rose and who fell (2025-05/2026-04); the newest twelve.")
@click.option("--against", metavar="FROM/TO", help="The months before, as many; those right before unless said.")
@click.option(
    "--scenario",
    metavar="NAME|FILE",
    shell_complete=completing.support_scenarios,
    help="Tell what this scenario costs instead: a shipped one or a file; `list` names them.",
)
@click.option("--give", type=float, metavar="SHARE", help="Every ally gives this % of GDP a year, from --since on.")
@click.option("--as-of", metavar="DAY", help="With what was known on this day (YYYY-MM-DD); the record's edition.")
@click.option(
    "--explain", "opened", metavar="DONOR|GROUP", help="Open the sum or price of one: a tree down to the rows."
)
@click.option("--full", is_flag=True, help="List every donor in the terminal, not the largest.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: every figure with its sources.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a long table: donors and groups, then months.")
@click.option("--html", metavar="OUT.html", shell_complete=completing.files, help="Also write one self-contained page.")
@click.option("--schema", "as_schema", is_flag=True, help="Print the JSON Schema of --json, and nothing else.")
def support(
    scenario: str | None,
    as_of: str | None,
    opened: str | None,
    full: bool,
    as_json: bool,
    as_csv: bool,
    html: str | None,
    as_schema: bool,
    **asked: Any,
) -> None:
    """Who gave what to Ukraine: totals, shares of GDP, places, Europe and the United States, who rose and who fell.

    \b
    burdenshare support                                       all donors, as known now
    burdenshare support --donor Germany --since 2025 --kind military
    burdenshare support --scenario list                       the shipped scenarios
    burdenshare support --scenario europe-replaces-usa --donor NORDIC --html price.html
    burdenshare support --give 0.5 --since 2027-01            a share of GDP of your own
    """
    if as_schema:
        from burdenshare.report.support.shape import schema_text

        click.echo(schema_text(), nl=False)
        return
    if as_json + as_csv + (opened is not None) > 1:
        raise InputError("two outputs are asked for at once", remedy="keep one of --json, --csv and --explain")
    if html is not None:
        refuse_as_target(html, filter(None, (scenario,)))
    if scenario == "list":
        from burdenshare.report.support.scenarios import rendered_list

        print_rendered(rendered_list())
        return
    from burdenshare.report.support.door import support as compute

    donors = (*asked.pop("donors"), *((opened,) if opened is not None else ()))
    made = compute(scenario, donors=donors, on=past_day(as_of, "--as-of"), **asked)
    _print(made, opened, full=full, as_json=as_json, as_csv=as_csv)
    if html is not None:
        write_whole(html, made.to_html())


def _print(made: SupportReport, opened: str | None, *, full: bool, as_json: bool, as_csv: bool) -> None:
    if as_json:
        print_json(made.to_dict())
    elif as_csv:
        click.echo(made.to_csv(), nl=False)
    elif opened is not None:
        from burdenshare.report.explaining_terminal import rendered_tree

        print_rendered(rendered_tree(made.explain(opened)))
    else:
        from rich.console import Console

        from burdenshare.report.support.door import rendered

        print_rendered(rendered(made, width=Console().width, full=full))
