"""`burdenshare backtest`: whether past forecasts of shares of GDP came true."""

from __future__ import annotations

import click

from burdenshare.cli import completing
from burdenshare.cli.output import print_json, print_rendered, refuse_as_target, write_whole


@click.command(short_help="Whether past forecasts of shares of GDP came true.")
@click.option("--draws", metavar="N", type=int, help="Futures drawn for each forecast (4096).")
@click.option("--seed", metavar="S", type=click.IntRange(min=0), help="Where the draws begin; the same seed, the same.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: every score, the findings, the judgements.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV: one row a score.")
@click.option("--html", metavar="OUT.html", shell_complete=completing.files, help="Also write one self-contained page.")
@click.option("--schema", "as_schema", is_flag=True, help="Print the JSON Schema of --json, and nothing else.")
def backtest(
    draws: int | None, seed: int | None, as_json: bool, as_csv: bool, html: str | None, as_schema: bool
) -> None:
    """Forecast every ally's share of GDP from past releases and hold it against what later ones recorded."""
    if as_schema:
        from burdenshare.report.road.backtest_shape import schema_text

        click.echo(schema_text(), nl=False)
        return
    if as_json and as_csv:
        raise click.UsageError("--json and --csv are two answers on one output: name one")
    from burdenshare.report.road import backtest_report
    from burdenshare.road import backtest as tests
    from burdenshare.road.share_forecast import SEED

    if html is not None:
        refuse_as_target(html, ())
    shown = backtest_report.backtest(draws=tests.DRAWS if draws is None else draws, seed=SEED if seed is None else seed)
    if as_json:
        print_json(shown.to_dict())
    elif as_csv:
        click.echo(shown.to_csv(), nl=False)
    else:
        from rich.console import Console

        from burdenshare.report.road.backtest_terminal import rendered

        print_rendered(rendered(shown.found, shown.record, width=Console().width))
    if html is not None:
        write_whole(html, shown.to_html())
