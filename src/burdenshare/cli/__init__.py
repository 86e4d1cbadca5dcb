"""The command line: parse, call, map errors, nothing else. One verb a job, one file a family of verbs.

Exit codes: 0; 1 with `--fail-on` and such a verdict found; 2 for bad input, which wins over 1.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from burdenshare._version import __version__
from burdenshare.cli.alliance import alliance
from burdenshare.cli.documents import check, read
from burdenshare.cli.mcp import mcp
from burdenshare.cli.output import BAD_INPUT, complain, discard
from burdenshare.cli.record import record_group
from burdenshare.cli.saved import explain, export, recheck
from burdenshare.cli.serve import serve
from burdenshare.cli.story import story
from burdenshare.errors import BurdenshareError, OutputError

NEXT = """burdenshare: facts get a verdict, promises get a price, both show their source.

  burdenshare check article.txt --on 2025-02-13      check an article (also HTML, PDF, mail, - for stdin)
  burdenshare check https://example.org/article      the same from its address
  burdenshare check article.txt --html report.html   the same as a page
  burdenshare read article.txt                       what it says, without verdicts
  burdenshare explain article.txt#s1                 why a statement has its verdict, down to the printed figure
  burdenshare check article.txt --json > saved.json  save a report; recheck saved.json judges it again
  burdenshare export saved.json --to csv --out t.csv as CSV, Parquet, SQLite, ClaimReview or Markdown
  burdenshare story reports/*.txt --svg story.svg    many reports of one event as one story
  burdenshare record DEU share_of_gdp 2024 --history one value of the record, over all releases
  burdenshare record diff 2024-06 2025-08            what changed between two releases
  burdenshare alliance --on 2025-06-26               the whole alliance as known on that day
  burdenshare serve                                  the same in a browser, and as an API (extra web)
  burdenshare mcp                                    the same for assistants (Model Context Protocol, extra web)
  burdenshare --help                                 everything else
"""

MAKE_ROOM = "make room, or send the output elsewhere"


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="burdenshare", message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Check what is said about NATO defence spending against the official record, as of the day and as of now."""
    if ctx.invoked_subcommand is None:
        click.echo(NEXT, nl=False)


@cli.command()
def schema() -> None:
    """Print the JSON Schema of a report."""
    from burdenshare.report.schema import schema_text

    click.echo(schema_text(), nl=False)


for verb in (alliance, check, read, explain, recheck, export, record_group, story, serve, mcp):
    cli.add_command(verb)


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
        complain(f"{fault.format_message()} See burdenshare --help.")
        return BAD_INPUT
    except BurdenshareError as fault:
        complain(fault)
        return BAD_INPUT
    except (click.Abort, KeyboardInterrupt):
        return 130
    return code if isinstance(code, int) else 0
