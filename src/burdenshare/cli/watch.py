"""`burdenshare watch`: feeds that are asked again and again, and what the record contradicts in them."""

from __future__ import annotations

import signal
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from burdenshare.cli import completing
from burdenshare.cli.extra import needed
from burdenshare.cli.output import AS_JSON, emit
from burdenshare.errors import InputError

if TYPE_CHECKING:
    from burdenshare.corpus.watching.watch import Event, Watch


@click.command(short_help="Watch feeds, and tell what in them the record contradicts.")
@click.argument("feeds", metavar="FEEDS.toml", shell_complete=completing.files)
@click.option("--out", required=True, metavar="DIR", help="The folder of the watch; the same one goes on with it.")
@click.option("--once", is_flag=True, help="Ask every feed that is due once, read what is new, and end.")
@click.option("--dry-run", is_flag=True, help="Only check the file, and tell what would be watched.")
@click.option("--with-text", is_flag=True, help="Keep the texts that hold a statement.")
@click.option("--seconds", default=60.0, show_default=True, type=click.FloatRange(min=0.1), help="For one document.")
@click.option("--memory", default=1536, show_default=True, type=click.IntRange(min=256), help="MiB for reading.")
@AS_JSON
@click.pass_context
def watch(
    ctx: click.Context,
    feeds: str,
    out: str,
    once: bool,
    dry_run: bool,
    with_text: bool,
    seconds: float,
    memory: int,
    as_json: bool,
) -> None:
    """Watch the feeds that FEEDS.toml names: ask them politely, read each article once, and keep all of it in DIR as a
    data set that grows by a part a day.

    What the record surely contradicts, on the day of the text and by now, goes to DIR/new.jsonl, one line a statement,
    and to DIR/contradicted.xml, a feed of its own. Ctrl-C ends it at any point, and the same command goes on.
    """
    needed("watch", "duckdb", "fastwarc", "fsspec", extra="corpus")
    from burdenshare.corpus.model import Bounds
    from burdenshare.corpus.watching.reader import ReaderApart
    from burdenshare.corpus.watching.telling import planned_lines, planned_shape, summary_lines, summary_shape
    from burdenshare.corpus.watching.watch import Means, watching
    from burdenshare.corpus.watching.watchlist import watchlist_at
    from burdenshare.record import load_record

    watchlist = watchlist_at(feeds)
    if dry_run:
        emit(as_json, planned_shape(watchlist, out), planned_lines(watchlist, out))
        return
    means = Means(ReaderApart(Bounds(seconds, memory << 20)), tell=_tell, with_text=with_text)
    with watching(watchlist, out, load_record(), means) as held:
        ended = _run(held, once=once)
        emit(as_json, summary_shape(held, out), summary_lines(held, out))
        if ended:
            ctx.exit(INTERRUPTED)
        if held.summary.asked and len(held.summary.failed) == len(watchlist.feeds):
            raise InputError("no feed could be had", where=feeds, remedy="see the lines above; the watch may go on")


INTERRUPTED = 130


def _run(held: Watch, *, once: bool) -> bool:
    """Whether somebody ended it."""
    # Polars listens for Ctrl-C too, and after it has heard one writes nothing more in this process
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        if once:
            held.once()
        else:
            held.forever()
    except KeyboardInterrupt:
        return True
    return False


def _tell(event: Event) -> None:
    """One line on standard error; the time before it, for a watch is looked at later."""
    from rich.console import Console
    from rich.text import Text

    from burdenshare.report.wording import clean

    moment = f"{datetime.now(UTC):%H:%M:%S} "
    words = Text.assemble((moment, "dim"), (clean(event.feed), "bold"), ": ", (clean(event.told), _style(event)))
    Console(stderr=True, soft_wrap=True).print(words)


def _style(event: Event) -> str:
    return "yellow" if event.bad else ""
