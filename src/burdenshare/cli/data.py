"""`burdenshare data`: bring new releases in, see what the record holds and how old it is, take it along."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from burdenshare.cli import completing
from burdenshare.cli.output import AS_JSON, BAD_INPUT, FOUND, emit, past_day, print_json, print_lines, print_rendered
from burdenshare.errors import InputError, UnknownNameError

if TYPE_CHECKING:
    from burdenshare.record.layers import Layer

FORMS = ("csv", "parquet", "sqlite", "duckdb", "sdmx")
SEVERITIES = ("error", "warning", "note")


@click.group(name="data", short_help="Bring new releases in; see how old the record is; export it.")
def data_group() -> None:
    """Bring new releases in, see what the record holds and how old it is, and take it along.

    \b
    burdenshare data status
    burdenshare data import def-exp-2026-TABLES-en.xlsx
    burdenshare data import Mytable.csv --mapping mine.toml
    burdenshare data list
    burdenshare data export --to csv --out record.zip

    What is imported lies in your own data folder as a layer over the packaged record, which is never changed.
    """


def _layers(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from burdenshare.record.layers import laid

    return completing.offered(lambda: [(one.id, one.title) for one in laid()], incomplete)


# import --------------------------------------------------------------------------------------------------------------


@data_group.command("import", short_help="Bring a release or a table of your own into the record.")
@click.argument("file", metavar="FILE|URL", shell_complete=completing.files)
@click.option("--release", metavar="RELEASE", help="Its name where the file does not tell it: 2026-12, WEO-2026-10.")
@click.option("--published", metavar="DAY", help="The day on which it was published (YYYY-MM-DD).")
@click.option("--mapping", metavar="FILE", shell_complete=completing.files, help="Which columns of a table are which.")
@click.option(
    "--accept",
    "accepted",
    metavar="REASON",
    multiple=True,
    help="Import although a rule is broken, and record why.",
)
@click.option("--dry-run", is_flag=True, help="Read, weigh and try it, and change nothing.")
@click.option("--no-effects", is_flag=True, help="Do not look what it changes in saved reports and repeated claims.")
@click.option("--database", metavar="URL", help="The saved reports to look at; those of your data folder without it.")
@AS_JSON
@click.pass_context
def import_(
    ctx: click.Context,
    file: str,
    release: str | None,
    published: str | None,
    mapping: str | None,
    accepted: tuple[str, ...],
    dry_run: bool,
    no_effects: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Bring FILE into the record: a release of NATO, the IMF, the World Bank or the Kiel Institute as published, an
    export of this program, or a table of your own with --mapping.

    It is recognised by its content, held against the rules of the record, and kept as a layer in your data folder,
    whole or not at all. Exit code 2 and one line where it is not accepted.
    """
    from burdenshare.cli.effects import effects_of
    from burdenshare.cli.given import given_from, mapping_from
    from burdenshare.intake.importing import candidate, kept
    from burdenshare.intake.model import Asked
    from burdenshare.record import load_record
    from burdenshare.record.layers import laid
    from burdenshare.report.data.imported import candidate_lines, candidate_shape, imported_lines, imported_shape
    from burdenshare.report.days import clock_day

    asked = Asked(release, past_day(published, "--published"), mapping_from(mapping))
    layers = laid()
    before = load_record(layers=layers)
    found = candidate(given_from(file), asked, before, layers, today=clock_day())
    if dry_run:
        emit(as_json, candidate_shape(found), candidate_lines(found))
        ctx.exit(BAD_INPUT if found.objections and not accepted else 0)
    layer = kept(found, accepted)
    after = load_record(layers=(*layers, layer))
    if not as_json:
        print_lines(imported_lines(layer, found, before, after))
    effects = None if no_effects else effects_of(before, after, database, shown=not as_json)
    if as_json:
        print_json(imported_shape(layer, found, before, after, effects))


# layers --------------------------------------------------------------------------------------------------------------


@data_group.command("list", short_help="The layers that were imported.")
@AS_JSON
def listed(as_json: bool) -> None:
    """The layers that were imported, in the order in which they lie over the packaged record."""
    from burdenshare.record.layers import laid
    from burdenshare.report.data.layers import layer_lines, layer_shape

    found = laid()
    emit(as_json, [layer_shape(one) for one in found], layer_lines(found))


@data_group.command("remove", short_help="Take a layer off; the record is what it was without it.")
@click.argument("names", metavar="LAYER...", nargs=-1, required=True, shell_complete=_layers)
def remove(names: tuple[str, ...]) -> None:
    """Take layers off again: the record is then what it was without them. The file they came from is not touched."""
    from burdenshare.intake.laying import take_off
    from burdenshare.record.layers import layers_folder

    folder = layers_folder()
    held = {one.name: one for one in _folders(folder)}
    for name in names:
        if name not in held:
            raise UnknownNameError("layer", name, held)
    for name in dict.fromkeys(names):
        take_off(held[name])
        click.echo(f"{name}: taken off")


def _folders(below: Path) -> Sequence[Path]:
    """The folders of layers, damaged ones too: those above all must be removable."""
    try:
        return sorted(one for one in below.iterdir() if one.is_dir() and not one.name.startswith("."))
    except OSError:
        return []


@data_group.command("verify", short_help="See whether packaged tables and layers are whole and keep the rules.")
@click.argument("names", metavar="[LAYER...]", nargs=-1, shell_complete=_layers)
@AS_JSON
@click.pass_context
def verify(ctx: click.Context, names: tuple[str, ...], as_json: bool) -> None:
    """Verify the hash of every table, packaged or imported, and hold the whole record against its rules again.

    Exit code 2 where something is damaged or breaks a rule that was not accepted.
    """
    from burdenshare.report.data.verified import verified, verified_lines, verified_shape

    found = verified(names)
    emit(as_json, verified_shape(found), verified_lines(found))
    ctx.exit(0 if found.whole else BAD_INPUT)


@data_group.command("effects", short_help="What a layer changes in saved reports and repeated claims.")
@click.argument("name", metavar="LAYER", shell_complete=_layers)
@click.option("--database", metavar="URL", help="The saved reports to look at; those of your data folder without it.")
@click.option("--fail-on-change", is_flag=True, help="Exit with 1 when a verdict has turned.")
@AS_JSON
@click.pass_context
def effects(ctx: click.Context, name: str, database: str | None, fail_on_change: bool, as_json: bool) -> None:
    """Which verdicts of saved reports, and of the claims that are repeated most, are others with LAYER than without."""
    from burdenshare.cli.effects import effects_of
    from burdenshare.record import load_record
    from burdenshare.report.data.effects_told import effects_shape

    layer, layers = _layer(name)
    before = load_record(layers=[one for one in layers if one.id != layer.id])
    found = effects_of(before, load_record(layers=layers), database, shown=not as_json)
    if as_json:
        print_json(effects_shape(found))
    ctx.exit(FOUND if fail_on_change and found.turned else 0)


def _layer(name: str) -> tuple[Layer, tuple[Layer, ...]]:
    from burdenshare.record.layers import laid

    layers = laid()
    for one in layers:
        if one.id == name:
            return one, layers
    raise UnknownNameError("layer", name, [one.id for one in layers])


# the whole -----------------------------------------------------------------------------------------------------------


@data_group.command("status", short_help="What the record holds, how old it is, what is probably out by now.")
@AS_JSON
def status(as_json: bool) -> None:
    """What the record holds of each publisher, how old that is, and what is probably out by now."""
    from burdenshare.record import load_record
    from burdenshare.record.layers import laid
    from burdenshare.report.data.status import rendered_status, status_of, status_shape
    from burdenshare.report.days import today

    layers = laid()
    found = status_of(load_record(layers=layers), layers, today())
    if as_json:
        print_json(status_shape(found))
    else:
        print_rendered(rendered_status(found))


@data_group.command("export", short_help="Write the whole record as CSV, Parquet, SQLite, DuckDB or SDMX-CSV.")
@click.option("--to", "form", type=click.Choice(FORMS), required=True, help="The form of the export.")
@click.option("--out", metavar="PATH", required=True, shell_complete=completing.files, help="Where it is written.")
@click.option("--force", is_flag=True, help="Overwrite what is there.")
def export(form: str, out: str, force: bool) -> None:
    """Write the whole record, layers laid in, to PATH; `data import PATH` brings it back the same.

    \b
    csv      a Frictionless data package of CSV tables: a folder, or an archive where PATH ends in .zip
    parquet  the same with Parquet tables
    sqlite   one database, ready for Datasette (a metadata file stands beside it)
    duckdb   one database
    sdmx     SDMX-CSV 2.0, one file a data flow
    """
    from burdenshare.report.exports.record.export import export_record

    made = export_record(out, form, force=force)
    click.echo(f"{', '.join(str(one) for one in made.targets)}: {made.tables} tables, {made.rows:,} rows")
    click.echo(f"record {made.version}, edition {made.edition}")


@data_group.command("lint", short_help="Look for faults in tables of commitments, events, offices and their like.")
@click.argument("folder", metavar="[FOLDER]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--least", type=click.Choice(SEVERITIES), default="warning", show_default=True, help="Least severity told."
)
@AS_JSON
@click.pass_context
def lint(ctx: click.Context, folder: Path | None, least: str, as_json: bool) -> None:
    """Look for faults in the tables of FOLDER (the packaged ones without it): dates that cannot be, overlaps and gaps,
    names that mean nothing, rows without a good source. Exit code 2 where there is an error.
    """
    from burdenshare.report.data.linted import linted, linted_lines, linted_shape

    if folder is not None and not folder.is_dir():
        raise InputError(
            "is no folder", where=str(folder), remedy="give a folder that holds tables such as people/offices.csv"
        )
    found = linted(folder)
    emit(as_json, linted_shape(found, least), linted_lines(found, least))
    ctx.exit(BAD_INPUT if found.errors else 0)
