"""`burdenshare scenario`: what a scenario file asks, the shipped ones, and one to start from."""

from __future__ import annotations

from collections.abc import Iterator

import click

from burdenshare.cli import completing
from burdenshare.cli.output import BAD_INPUT, complain, print_rendered


@click.group(name="scenario", short_help="Check a scenario file, or show a shipped one to start from.")
def scenario_group() -> None:
    """Check a scenario file, or show a shipped one to start from.

    \b
    burdenshare scenario list
    burdenshare scenario show core-by-2035 > mine.toml
    burdenshare scenario check mine.toml && burdenshare road mine.toml
    burdenshare scenario show quarter-percent        of support to Ukraine
    """


@scenario_group.command("list")
def listed() -> None:
    """The shipped scenarios, and what each asks."""
    from burdenshare.report.road.scenarios import rendered_list
    from burdenshare.report.support.scenarios import rendered_list as of_support

    print_rendered(rendered_list())
    click.echo()
    print_rendered(of_support())


@scenario_group.command("show")
@click.argument("name", shell_complete=completing.every_scenario)
def show(name: str) -> None:
    """Print the file of a shipped scenario."""
    from burdenshare.report.road.scenarios import text_of

    if name in completing.SUPPORT_SCENARIOS:
        from burdenshare.report.support.scenarios import text_of

    click.echo(text_of(name), nl=False)


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
    from burdenshare.report.road.scenarios import checked
    from burdenshare.report.support.scenarios import checked as checked_support
    from burdenshare.report.support.scenarios import is_of_support

    for file in files:
        faults, fine = checked_support(file) if is_of_support(file) else checked(file)
        yield file, faults, fine
