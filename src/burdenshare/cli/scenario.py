"""`burdenshare scenario`: what a scenario file asks, the shipped ones, and one to start from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from burdenshare.cli import completing
from burdenshare.cli.output import BAD_INPUT, complain, print_rendered
from burdenshare.errors import OutputError, UnknownNameError


@click.group(name="scenario", short_help="Check a scenario file, or show a shipped one to start from.")
def scenario_group() -> None:
    """Check a scenario file, or show a shipped one to start from.

    \b
    burdenshare scenario list
    burdenshare scenario show core-by-2035 > mine.toml
    burdenshare scenario check mine.toml && burdenshare road mine.toml
    burdenshare scenario show quarter-percent        of support to Ukraine
    burdenshare scenario new own-tables mine         of the whole chain, with its tables
    """


@scenario_group.command("list")
def listed() -> None:
    """The shipped scenarios, and what each asks."""
    from burdenshare.report.chain.scenarios import rendered_list as of_chain
    from burdenshare.report.road.scenarios import rendered_list
    from burdenshare.report.support.scenarios import rendered_list as of_support

    print_rendered(rendered_list())
    click.echo()
    print_rendered(of_support())
    click.echo()
    print_rendered(of_chain(alone=False))


@scenario_group.command("show")
@click.argument("name", shell_complete=completing.every_scenario)
def show(name: str) -> None:
    """Print the file of a shipped scenario."""
    click.echo(_text_of(name), nl=False)


def _text_of(name: str) -> str:
    every = (*completing.SCENARIOS, *completing.CLOCK_SCENARIOS, *completing.SUPPORT_SCENARIOS, *completing.CHAINS)
    if name not in every:
        raise UnknownNameError("scenario", name, every)
    if name in completing.SUPPORT_SCENARIOS:
        from burdenshare.report.support.scenarios import text_of
    elif name in completing.CHAINS:
        from burdenshare.road.chain.scenario import shipped_text as text_of
    else:
        from burdenshare.report.road.scenarios import text_of
    return text_of(name)


@scenario_group.command("new")
@click.argument("name", shell_complete=completing.every_scenario)
@click.argument("folder", shell_complete=completing.files)
def new(name: str, folder: str) -> None:
    """Write the file of a shipped scenario into FOLDER, with its tables, to start from."""
    from burdenshare.report.exports.writing import write_files

    texts = {f"{name}.toml": _text_of(name)}
    if name in completing.CHAINS:
        from burdenshare.report.chain.scenarios import files_of

        texts = files_of(name)
    place = Path(folder)
    taken = next((one for one in texts if (place / one).exists() or (place / one).is_symlink()), None)
    if taken is not None:
        raise OutputError("exists already", where=str(place / taken), remedy="name another folder")
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        told = f"cannot be made ({fault.strerror or type(fault).__name__})"
        raise OutputError(told, where=folder, remedy="name another folder") from None
    write_files({place / one: text.encode() for one, text in texts.items()})
    click.echo(f"written to {folder}: {', '.join(texts)}")


@scenario_group.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", shell_complete=completing.files)
@click.pass_context
def check(ctx: click.Context, files: tuple[str, ...]) -> None:
    """Say what a scenario file asks, or every fault in it."""
    faulty = False
    for file, faults, fine in _checked(files):
        for fault in faults:
            complain(fault)
        if fine:
            click.echo(f"{file}: {fine}" if len(files) > 1 else fine)
        faulty = faulty or bool(faults)
    if faulty:
        ctx.exit(BAD_INPUT)


def _checked(files: tuple[str, ...]) -> Iterator[tuple[str, list[str], str]]:
    from burdenshare.report.chain.scenarios import checked as checked_chain
    from burdenshare.report.chain.scenarios import is_of_chain
    from burdenshare.report.road.scenarios import checked
    from burdenshare.report.support.scenarios import checked as checked_support
    from burdenshare.report.support.scenarios import is_of_support

    for file in files:
        read = checked_support if is_of_support(file) else checked_chain if is_of_chain(file) else checked
        yield file, *read(file)
