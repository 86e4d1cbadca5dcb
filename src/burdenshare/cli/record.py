"""`burdenshare record`: look a value up, or compare two releases."""

from __future__ import annotations

from typing import Any

import click

from burdenshare.cli.output import AS_JSON, emit, past_day
from burdenshare.errors import InputError


class RecordGroup(click.Group):
    """`record` takes the arguments of a look-up, and also has the verb `diff`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Send anything that names no verb to the look-up."""
        if args and args[0] not in self.commands and args[0] not in ("--help", "-h"):
            args = ["value", *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=RecordGroup,
    name="record",
    no_args_is_help=True,
    subcommand_metavar="ALLY|GROUP MEASURE PERIOD [OPTIONS] | diff RELEASE RELEASE [OPTIONS]",
)
def record_group() -> None:
    """Look a value of the record up, with its source, or compare two releases.

    `burdenshare record value --help` and `burdenshare record diff --help` tell the options.
    """


@record_group.command("value")
@click.argument("entity", metavar="ALLY|GROUP")
@click.argument("measure")
@click.argument("period")
@click.option("--as-of", metavar="DAY", help="Only what had been published by this day (YYYY-MM-DD).")
@click.option("--release", metavar="RELEASE", help="Only this release, such as 2024-06.")
@click.option("--basis", default="", metavar="BASIS", help="Price basis: current, constant, constant_2021...")
@click.option("--unit", default="", metavar="UNIT", help="Currency: USD, EUR, or the ally's own.")
@click.option(
    "--threshold",
    metavar="PERCENT",
    default=2.0,
    show_default=True,
    help="The guideline of a count, in per cent of GDP.",
)
@click.option("--baseline", type=int, metavar="YEAR", help="Baseline year of extra spending.")
@click.option("--history", is_flag=True, help="How the value moved from release to release, oldest first.")
@click.option(
    "--chart",
    "drawn",
    metavar="FILE",
    help="Draw it among its neighbours: the years, all allies, or with --history the releases (.svg, .png, .json).",
)
@click.option("--force", is_flag=True, help="Overwrite the file of --chart.")
@AS_JSON
def value(
    entity: str,
    measure: str,
    period: str,
    as_of: str | None,
    history: bool,
    drawn: str | None,
    force: bool,
    as_json: bool,
    **asked: Any,
) -> None:
    """One value of the record with its source."""
    from burdenshare.record import load_record
    from burdenshare.report import lookup, names

    if history and asked["release"]:
        raise InputError("--history shows every release", where="--release", remedy="leave one of the two out")
    if drawn is not None:
        from burdenshare.report.charts.chart import chart, target_of

        target_of(drawn, force=force)
    record = load_record()
    key = names.entity_of(record, entity), names.measure_of(record, measure), names.period_of(period)
    asked["as_of"] = past_day(as_of, "--as-of")
    if drawn is not None:
        chart(*key, history=history, record=record, **asked).save(drawn, force=force)
    if history:
        asked.pop("release")
        findings = lookup.oldest_first(record.history(*key, **asked))
        shapes = [lookup.finding_shape(record, finding) for finding in findings]
        emit(as_json, shapes, lookup.history_lines(record, findings))
        return
    finding = record.value(*key, **asked)
    emit(as_json, lookup.finding_shape(record, finding), lookup.value_lines(record, finding))


@record_group.command("diff")
@click.argument("first", metavar="RELEASE")
@click.argument("second", metavar="RELEASE")
@click.option("--measure", metavar="MEASURE", help="Only this measure.")
@click.option(
    "--limit", metavar="N", default=40, show_default=True, type=click.IntRange(min=1), help="Changes to print."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON: every change.")
def diff(first: str, second: str, measure: str | None, limit: int, as_json: bool) -> None:
    """What changed between two releases, the largest change first."""
    from burdenshare.record import load_record
    from burdenshare.report import changes, names

    record = load_record()
    found = changes.compared(record, first, second, None if measure is None else names.measure_of(record, measure))
    emit(as_json, changes.changes_shape(found), changes.change_lines(found, limit))
