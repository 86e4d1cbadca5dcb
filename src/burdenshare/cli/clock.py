"""`burdenshare clock`: what was said on when the adversary could be ready, and what stands behind each curve."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from burdenshare.cli import completing
from burdenshare.cli.output import past_day, print_json, print_rendered, refuse_as_target, write_whole
from burdenshare.errors import InputError

SVG = ".svg"


@click.command(short_help="When the adversary could be ready, by what was stated.")
@click.option(
    "--scenario",
    metavar="FILE|NAME",
    shell_complete=completing.clock_scenarios,
    help="A shipped scenario of the clock, or a file with a [clock]; as stated unless said.",
)
@click.option("--as-of", metavar="DAY", help="What had been said by this day (YYYY-MM-DD); the record's edition.")
@click.option(
    "--weights", metavar="FILE", shell_complete=completing.files, help="Weights of your own, laid over the others."
)
@click.option("--without", metavar="KEY", multiple=True, help="Let a statement count nothing (may be repeated).")
@click.option(
    "--ceasefire",
    metavar="DAY",
    help="Suppose one: 2026-12-31, 2027, or 2026-12/2027-06; without it what counts from one is not drawn.",
)
@click.option(
    "--requirement", "requirements", metavar="NAME", multiple=True, help="Put when it is met beside the curves."
)
@click.option("--until", type=int, metavar="YEAR", help="The last year shown; as far as the spans reach unless said.")
@click.option("--explain", "opened", metavar="FEARED[:YEAR]", help="Open a curve in a year: every statement of it.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: every curve, every statement, what moves them.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a long table: a row a year of a curve or statement.")
@click.option("--html", metavar="OUT.html", shell_complete=completing.files, help="Also write one self-contained page.")
@click.option("--chart", metavar="OUT.svg", shell_complete=completing.files, help="Also write the picture.")
@click.option("--schema", "as_schema", is_flag=True, help="Print the JSON Schema of --json, and nothing else.")
def clock(
    as_of: str | None,
    opened: str | None,
    as_json: bool,
    as_csv: bool,
    html: str | None,
    chart: str | None,
    as_schema: bool,
    **asked: Any,
) -> None:
    """Stated horizons: what was said by a day on when the adversary could be ready. Never how likely an attack is.

    \b
    burdenshare clock
    burdenshare clock --ceasefire 2026-12-31 --without bild-2025-07
    burdenshare clock --as-of 2025-06-26 --explain attack_on_ally:2029
    burdenshare clock --scenario services --html services.html
    """
    if as_schema:
        from burdenshare.report.clock.shape import schema_text

        click.echo(schema_text(), nl=False)
        return
    if as_json + as_csv + (opened is not None) > 1:
        raise InputError("two outputs are asked for at once", remedy="keep one of --json, --csv and --explain")
    refuse_targets(html, chart, [one for one in (asked["scenario"], asked["weights"]) if one])
    from burdenshare.report.clock.door import clock as computed

    made = computed(on=past_day(as_of, "--as-of"), **asked)
    if as_json:
        print_json(made.to_dict())
    elif as_csv:
        click.echo(made.to_csv(), nl=False)
    elif opened is not None:
        from burdenshare.report.explaining_terminal import rendered_tree

        print_rendered(rendered_tree(made.explained(opened)))
    else:
        from rich.console import Console

        from burdenshare.report.clock.terminal import rendered

        print_rendered(rendered(made.clock, made.levers, width=Console().width))
    if html is not None:
        write_whole(html, made.to_html())
    if chart is not None:
        write_whole(chart, made.to_svg())


def refuse_targets(html: str | None, chart: str | None, read: Sequence[str]) -> None:
    """Refuse, before any work, what cannot be written or would cover what is read."""
    for target in filter(None, (html, chart)):
        refuse_as_target(target, read)
    if chart is not None and not chart.lower().endswith(SVG):
        raise InputError(f"'{chart}' is no name of a picture", where="--chart", remedy=f"let it end in {SVG}")
