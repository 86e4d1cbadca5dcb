"""The command line: parse, call, map errors, nothing else. One verb a job, one file a family of verbs.

Exit codes: 0; 1 with `--fail-on` and such a verdict found; 2 for bad input, which wins over 1.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from burdenshare._version import __version__
from burdenshare.cli import archive
from burdenshare.cli.alliance import alliance
from burdenshare.cli.backtest import backtest
from burdenshare.cli.chain import chain
from burdenshare.cli.clock import clock
from burdenshare.cli.completing import SHELLS
from burdenshare.cli.corpus import corpus_group
from burdenshare.cli.data import data_group
from burdenshare.cli.documents import check, read
from burdenshare.cli.industry import industry_group
from burdenshare.cli.mcp import mcp
from burdenshare.cli.output import BAD_INPUT, complain, complain_of, discard
from burdenshare.cli.record import record_group
from burdenshare.cli.road import road
from burdenshare.cli.saved import explain, export, recheck
from burdenshare.cli.scenario import scenario_group
from burdenshare.cli.serve import serve
from burdenshare.cli.story import story
from burdenshare.cli.support import support
from burdenshare.cli.watch import watch
from burdenshare.cli.welcome import welcome
from burdenshare.errors import BurdenshareError, OutputError

MAKE_ROOM = "make room, or send the output elsewhere"


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="burdenshare", message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Check what is said about NATO defence spending against the official record, as of the day and as of now."""
    if ctx.invoked_subcommand is None:
        click.echo(welcome())  # with exit code 0: to ask nothing is no mistake


@cli.command(short_help="Print the JSON Schema of a report.")
def schema() -> None:
    """Print the JSON Schema of a report."""
    from burdenshare.report.schema import schema_text

    click.echo(schema_text(), nl=False)


@cli.command(short_help="Print an article to try the other verbs on.")
def example() -> None:
    """Print an article to try: burdenshare example | burdenshare check -."""
    from importlib.resources import files

    click.echo(files("burdenshare.report").joinpath("example.txt").read_text(encoding="utf-8"), nl=False)


@cli.command(short_help="Print the script for completion in bash, zsh or fish.")
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print the script with which a shell completes verbs, options, names of the record and files.

    \b
    bash   echo 'eval "$(burdenshare completion bash)"' >> ~/.bashrc
    zsh    echo 'eval "$(burdenshare completion zsh)"' >> ~/.zshrc
    fish   burdenshare completion fish > ~/.config/fish/completions/burdenshare.fish
    """
    from burdenshare.cli.completing import script

    click.echo(script(cli, shell))


for verb in (
    *(alliance, backtest, chain, check, clock, read, explain, recheck, export),
    *(corpus_group, data_group, industry_group, record_group, road, scenario_group, story, support, watch, serve, mcp),
):
    cli.add_command(verb)
for question in (archive.query, archive.ask, archive.report, archive.export):
    corpus_group.add_command(question)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; the entry point of the `burdenshare` script."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = cli.main(arguments, prog_name="burdenshare", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        discard(sys.stdout)
        return 0
    except OSError as fault:
        complain(OutputError(f"cannot be written ({fault.strerror})", where="standard output", remedy=MAKE_ROOM))
        discard(sys.stdout)
        return BAD_INPUT
    except click.exceptions.NoArgsIsHelpError as fault:
        click.echo(fault.format_message())
        return BAD_INPUT
    except click.ClickException as fault:
        complain(f"{fault.format_message()} See {_asked_of(fault)} --help.")
        return BAD_INPUT
    except BurdenshareError as fault:
        complain_of(fault.each)
        return BAD_INPUT
    except (click.Abort, KeyboardInterrupt):
        return 130
    return code if isinstance(code, int) else 0


def _asked_of(fault: click.ClickException) -> str:
    """The verb that was misunderstood, as it is typed."""
    context = fault.ctx if isinstance(fault, click.UsageError) else None
    return "burdenshare" if context is None else context.command_path
