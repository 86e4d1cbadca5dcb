"""`burdenshare industry`: what money buys and when, what is required, and how past outputs were foreseen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from burdenshare.cli import completing
from burdenshare.cli.output import (
    BAD_INPUT,
    complain,
    past_day,
    print_json,
    print_rendered,
    refuse_as_target,
    write_whole,
)
from burdenshare.errors import InputError

if TYPE_CHECKING:
    from burdenshare.report.industry.door import IndustryReport, RequirementsReport

AS_OF = click.option("--as-of", metavar="DAY", help="With what was known on this day (YYYY-MM-DD); the edition.")
UNTIL = click.option("--until", type=int, metavar="YEAR", help="The last year shown; the scenario's unless said.")
DRAWN = click.option(
    "--draws", type=int, metavar="N", default=2000, show_default=True, help="Draws; 0: the central run alone."
)
SEED = click.option(
    "--seed", type=int, metavar="N", default=1, show_default=True, help="The same seed, the same draws."
)
HTML = click.option(
    "--html", metavar="OUT.html", shell_complete=completing.files, help="Also write one self-contained page."
)
CHART = click.option("--chart", metavar="OUT.svg", shell_complete=completing.files, help="Also write the pictures.")
SVG = ".svg"
SCHEMA = click.option("--schema", "as_schema", is_flag=True, help="Print the JSON Schema of --json, and nothing else.")


class ItemGroup(click.Group):
    """`industry` takes an item, and also has verbs of its own."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Send anything that names no verb to the look at an item."""
        if args and args[0] not in self.commands and args[0] not in ("--help", "-h"):
            args = ["item", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The verbs, and the items."""
        return [*super().shell_complete(ctx, incomplete), *completing.items(ctx, None, incomplete)]


@click.group(
    cls=ItemGroup,
    name="industry",
    short_help="What is delivered of an item and when; what is required, and when it is met.",
    no_args_is_help=True,
    options_metavar="",
    subcommand_metavar="ITEM ... | list | requirements | show ... | check ... | backtest",
)
def industry_group() -> None:
    """What is delivered of an item and when, how long the queue is, what is required and when it is met.

    \b
    burdenshare industry list                                  the items, and what the record tells
    burdenshare industry 155mm                                 the makers as they stand
    burdenshare industry 155mm --units 1,000,000               when an order would be there
    burdenshare industry 155mm --scenario hague-equipment      fed by a spending path
    burdenshare industry requirements                          what is required, and when it is met

    `item` may be left out; `burdenshare industry item --help` tells its options.
    """


@industry_group.command("item")
@click.argument("item", required=False, shell_complete=completing.items)
@click.option("--scenario", metavar="NAME|FILE", shell_complete=completing.plants, help="A scenario of the industry.")
@click.option("--units", metavar="N", help="Order so many: 1,000,000, or a range as 500-700.")
@click.option("--money", metavar="SUM", help="Order for so much: EUR 5bn, at the price of one.")
@click.option("--price", metavar="SUM", help="What one costs: EUR 4000-8000; that of the table of items unless said.")
@click.option("--from", "first", type=int, metavar="YEAR", help="The first year of the order; twelve months from now.")
@click.option("--to", "last", type=int, metavar="YEAR", help="The last year of the order.")
@click.option("--reach", type=float, metavar="N", multiple=True, help="Tell when so many a year are made.")
@AS_OF
@UNTIL
@DRAWN
@SEED
@click.option("--assumptions", is_flag=True, help="Tell every assumption with its sources, and every row.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: every figure with the rows it rests on.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a long table: a row an item, quantity and month.")
@HTML
@CHART
@SCHEMA
def one_item(
    item: str | None,
    as_of: str | None,
    assumptions: bool,
    as_json: bool,
    as_csv: bool,
    html: str | None,
    chart: str | None,
    as_schema: bool,
    **asked: Any,
) -> None:
    """What is delivered of an item and when, how much is made and can be made, how long the queue is."""
    if as_schema:
        _schema("industry")
        return
    if as_json and as_csv:
        raise InputError("two outputs are asked for at once", remedy="keep one of --json and --csv")
    if item is None and asked["scenario"] is None:
        raise InputError("no item is named", remedy="name one (burdenshare industry list), or a scenario")
    _refuse_targets(html, chart, asked["scenario"])
    made = _computed(item, {**asked, "on": past_day(as_of, "--as-of")})
    if as_json:
        print_json(made.to_dict())
    elif as_csv:
        click.echo(made.to_csv(), nl=False)
    else:
        from rich.console import Console

        from burdenshare.report.industry.terminal import rendered

        print_rendered(rendered(made.industry, width=Console().width, assumptions=assumptions))
    _write(made, html, chart)


def _refuse_targets(html: str | None, chart: str | None, scenario: str | None) -> None:
    """Refuse, before any work, what cannot be written or would cover what is read."""
    for target in filter(None, (html, chart)):
        refuse_as_target(target, filter(None, (scenario,)))
    if chart is not None and not chart.lower().endswith(SVG):
        raise InputError(f"'{chart}' is no name of a picture", where="--chart", remedy=f"let it end in {SVG}")


def _write(made: IndustryReport | RequirementsReport, html: str | None, chart: str | None) -> None:
    if html is not None:
        write_whole(html, made.to_html())
    if chart is not None:
        write_whole(chart, made.to_svg())


def _computed(item: str | None, settings: dict[str, Any]) -> IndustryReport:
    from burdenshare.report.industry.door import industry
    from burdenshare.report.progress import steps

    with steps("computing") as step:
        return industry(item, step=step, **settings)


@industry_group.command("list")
@AS_OF
@click.option("--json", "as_json", is_flag=True, help="Print JSON: every item with its makers and their rows.")
@SCHEMA
def listed(as_of: str | None, as_json: bool, as_schema: bool) -> None:
    """The items, what the record tells of each, and the shipped scenarios."""
    from burdenshare.report.industry.listing import list_shape, rendered_list

    if as_schema:
        _schema("items")
        return
    on = past_day(as_of, "--as-of")
    if as_json:
        print_json(list_shape(on))
    else:
        print_rendered(rendered_list(on))


@industry_group.command("requirements")
@click.option(
    "--scenario",
    metavar="NAME|FILE",
    shell_complete=completing.plants,
    help="What is ordered; what is required, at once, unless said.",
)
@AS_OF
@UNTIL
@DRAWN
@SEED
@click.option("--json", "as_json", is_flag=True, help="Print JSON: every requirement with its rows.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a long table: a row a requirement and year.")
@HTML
@CHART
@SCHEMA
def required(
    as_of: str | None,
    as_json: bool,
    as_csv: bool,
    html: str | None,
    chart: str | None,
    as_schema: bool,
    **asked: Any,
) -> None:
    """What is required beyond what there is, in units, and when a scenario would have filled it."""
    if as_schema:
        _schema("requirements")
        return
    if as_json and as_csv:
        raise InputError("two outputs are asked for at once", remedy="keep one of --json and --csv")
    _refuse_targets(html, chart, asked["scenario"])
    from burdenshare.report.industry.door import requirements

    made = requirements(**asked, on=past_day(as_of, "--as-of"))
    if as_json:
        print_json(made.to_dict())
    elif as_csv:
        click.echo(made.to_csv(), nl=False)
    else:
        from rich.console import Console

        from burdenshare.report.industry.requirements_terminal import rendered

        print_rendered(rendered(made, width=Console().width))
    _write(made, html, chart)


@industry_group.command("show")
@click.argument("name", shell_complete=completing.plants)
def show(name: str) -> None:
    """Print the file of a shipped scenario, to start from."""
    from burdenshare.road.industry.scenario import text_of

    click.echo(text_of(name), nl=False)


@industry_group.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", shell_complete=completing.files)
@click.pass_context
def check(ctx: click.Context, files: tuple[str, ...]) -> None:
    """Say what a scenario file of the industry asks, or every fault in it."""
    from burdenshare.report.industry.listing import checked

    faulty = False
    for file in files:
        faults, fine = checked(file)
        for fault in faults:
            complain(fault)
        if fine:
            click.echo(f"{file}: {fine}" if len(files) > 1 else fine)
        faulty = faulty or bool(faults)
    if faulty:
        ctx.exit(BAD_INPUT)


@industry_group.command("backtest")
@click.option("--draws", type=int, metavar="N", default=10_000, show_default=True, help="Draws of the model.")
@SEED
@click.option("--json", "as_json", is_flag=True, help="Print JSON: every forecast with its error.")
@HTML
@SCHEMA
def tested(draws: int, seed: int, as_json: bool, html: str | None, as_schema: bool) -> None:
    """Foresee past outputs from what was known, and hold them against what came."""
    if as_schema:
        _schema("backtest")
        return
    _refuse_targets(html, None, None)
    from burdenshare.report.industry.door import industry_backtest

    made = industry_backtest(draws=draws, seed=seed)
    if as_json:
        print_json(made.to_dict())
    else:
        from rich.console import Console

        from burdenshare.report.industry.backtest_forms import rendered

        print_rendered(rendered(made.found, width=Console().width))
    if html is not None:
        write_whole(html, made.to_html())


def _schema(name: str) -> None:
    from burdenshare.report.industry.shape import schema_text

    click.echo(schema_text(name), nl=False)
