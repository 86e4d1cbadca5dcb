"""`burdenshare chain`: the whole chain of one scenario, from a promise to what it fills, and the clock beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from burdenshare.cli import completing
from burdenshare.cli.clock import refuse_targets
from burdenshare.cli.output import past_day, print_json, print_rendered, write_whole
from burdenshare.errors import InputError

if TYPE_CHECKING:
    from burdenshare.report.chain.door import ChainReport


@click.command(short_help="From a promise to what it fills: money, orders, deliveries, gaps, clock.")
@click.argument("scenario", required=False, shell_complete=completing.chains)
@click.option("--as-of", metavar="DAY", help="With what was known on this day (YYYY-MM-DD); the record's edition.")
@click.option("--until", type=int, metavar="YEAR", help="The last year; the scenario's unless said.")
@click.option(
    "--draws", type=int, metavar="N", default=2000, show_default=True, help="Draws; 0: the central run alone."
)
@click.option("--seed", type=int, metavar="N", default=1, show_default=True, help="The same seed, the same draws.")
@click.option(
    "--explain", "opened", metavar="NAME", help="Open a requirement, item, ally, money or clock: a tree to the cells."
)
@click.option("--assumptions", is_flag=True, help="Tell every assumption with its reason and all its sources.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: every step, and one tree down to the cells.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a long table: a row a step, name, quantity and period.")
@click.option("--html", metavar="OUT.html", shell_complete=completing.files, help="Also write one self-contained page.")
@click.option("--chart", metavar="OUT.svg", shell_complete=completing.files, help="Also write the curves as a picture.")
@click.option("--schema", "as_schema", is_flag=True, help="Print the JSON Schema of --json, and nothing else.")
def chain(
    scenario: str | None,
    as_of: str | None,
    opened: str | None,
    assumptions: bool,
    as_json: bool,
    as_csv: bool,
    html: str | None,
    chart: str | None,
    as_schema: bool,
    **asked: Any,
) -> None:
    """The whole chain of one scenario file: target, money, orders, deliveries, what is required and when it is filled,
    and beside that the clock of stated horizons. Tables of your own may stand in place of any part.

    \b
    burdenshare chain                                  the shipped scenarios
    burdenshare chain hague-chain --html chain.html    3.5 % of GDP by 2035, with the pictures of every step
    burdenshare chain hague-chain --explain shells     from a requirement back to the cells of the record
    burdenshare scenario new own-tables mine           a file and its tables to start from
    """
    if as_schema:
        from burdenshare.report.chain.shape import schema_text

        click.echo(schema_text(), nl=False)
        return
    if as_json + as_csv + (opened is not None) > 1:
        raise InputError("two outputs are asked for at once", remedy="keep one of --json, --csv and --explain")
    refuse_targets(html, chart, [scenario] if scenario else [])
    if scenario is None:
        _list(asked_for=as_json or as_csv or (html, chart, opened) != (None, None, None))
        return
    made = _computed(scenario, {**asked, "on": past_day(as_of, "--as-of")})
    _print(made, opened, as_json=as_json, as_csv=as_csv, assumptions=assumptions)
    if html is not None:
        write_whole(html, made.to_html())
    if chart is not None:
        write_whole(chart, made.to_svg())


def _computed(scenario: str, settings: dict[str, Any]) -> ChainReport:
    from burdenshare.report.chain.door import chain as compute
    from burdenshare.report.progress import steps

    with steps("computing") as step:
        return compute(scenario, step=step, **settings)


def _list(*, asked_for: bool) -> None:
    """The shipped scenarios, where none is named and nothing is asked of one."""
    if asked_for:
        raise InputError("no scenario is named", remedy="name one (burdenshare chain), or a file")
    from burdenshare.report.chain.scenarios import rendered_list

    print_rendered(rendered_list())


def _print(made: ChainReport, opened: str | None, *, as_json: bool, as_csv: bool, assumptions: bool) -> None:
    if as_json:
        print_json(made.to_dict())
    elif as_csv:
        click.echo(made.to_csv(), nl=False)
    elif opened is not None:
        from burdenshare.report.explaining_terminal import rendered_tree

        print_rendered(rendered_tree(made.explain(opened)))
    else:
        from rich.console import Console

        from burdenshare.report.chain.terminal import rendered

        print_rendered(rendered(made.record, made.chain, width=Console().width, assumptions=assumptions))
