"""`burdenshare record`: look a value up, or compare two releases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from burdenshare.cli import completing
from burdenshare.cli.output import AS_JSON, emit, past_day, print_rendered
from burdenshare.errors import InputError

if TYPE_CHECKING:
    from burdenshare.record import Record

KINDS = ("allies", "groups", "measures", "releases")


class RecordGroup(click.Group):
    """`record` takes the arguments of a look-up, and also has the verb `diff`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Send anything that names no verb to the look-up."""
        if args and args[0] not in self.commands and args[0] not in ("--help", "-h"):
            args = ["value", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The verbs, and what a look-up begins with."""
        return [*super().shell_complete(ctx, incomplete), *completing.offered(completing.known_entities, incomplete)]


@click.group(
    cls=RecordGroup,
    name="record",
    short_help="Look a value up with its source, or compare two releases.",
    no_args_is_help=True,
    options_metavar="",
    subcommand_metavar="ALLY|GROUP MEASURE PERIOD | diff ... | list ...",
)
def record_group() -> None:
    """Look a value of the record up, with its source, or compare two releases.

    \b
    burdenshare record Poland share_of_gdp 2024 --history
    burdenshare record NATO allies_at_guideline 2024 --as-of 2025-02-13
    burdenshare record diff 2024-06 2025-08 --measure share_of_gdp
    burdenshare record list measures

    `value` may be left out; `burdenshare record value --help` tells its options.
    """


@record_group.command("value")
@click.argument("entity", metavar="ALLY|GROUP", shell_complete=completing.entities)
@click.argument("measure", shell_complete=completing.measures)
@click.argument("period")
@click.option("--as-of", metavar="DAY", help="Only what had been published by this day (YYYY-MM-DD).")
@click.option(
    "--release",
    metavar="RELEASE",
    shell_complete=completing.releases,
    help="Only this release, such as 2024-06.",
)
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
    shell_complete=completing.files,
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
@click.argument("first", metavar="RELEASE|LAYER", shell_complete=completing.releases)
@click.argument("second", metavar="[RELEASE]", required=False, shell_complete=completing.releases)
@click.option("--measure", metavar="MEASURE", shell_complete=completing.measures, help="Only this measure.")
@click.option(
    "--limit", metavar="N", default=40, show_default=True, type=click.IntRange(min=1), help="Changes to print."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON: every change.")
def diff(first: str, second: str | None, measure: str | None, limit: int, as_json: bool) -> None:
    """What changed between two releases, or what an imported LAYER changes in the record; the largest change first."""
    from burdenshare.record import load_record
    from burdenshare.report import changes, names

    record = load_record()
    if second is None:
        _layer_diff(record, first, measure, limit, as_json)
        return
    found = changes.compared(record, first, second, None if measure is None else names.measure_of(record, measure))
    emit(as_json, changes.changes_shape(found), changes.change_lines(found, limit))


def _layer_diff(record: Record, name: str, measure: str | None, limit: int, as_json: bool) -> None:
    from burdenshare.record import load_record
    from burdenshare.record.layers import standing
    from burdenshare.report import names
    from burdenshare.report.data.laid_changes import laid_change_lines, laid_changes, laid_changes_shape

    layers = standing()
    layer = next((one for one in layers if one.id == name), None)
    if layer is None:
        remedy = "name a second release, or a layer of burdenshare data list"
        raise InputError("one release alone has nothing to be compared with", where=name, remedy=remedy)
    before = load_record(layers=[one for one in layers if one.id != name])
    found = laid_changes(layer, before, record, None if measure is None else names.measure_of(record, measure))
    emit(as_json, laid_changes_shape(found), laid_change_lines(found, limit))


@record_group.command("list", short_help="List the allies, groups, measures or releases.")
@click.argument("kind", metavar="KIND", type=click.Choice(KINDS))
def names_held(kind: str) -> None:
    """List the names to ask with; KIND is allies, groups, measures or releases."""
    from burdenshare.record import load_record
    from burdenshare.report.vocabulary import rendered_names

    print_rendered(rendered_names(load_record(), kind))
