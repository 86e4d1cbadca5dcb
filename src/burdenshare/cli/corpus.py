"""`burdenshare corpus`: the same check over an archive, and questions to what comes out of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from burdenshare.cli import completing
from burdenshare.cli.extra import needed
from burdenshare.cli.output import AS_JSON, print_json, print_lines
from burdenshare.errors import InputError

if TYPE_CHECKING:
    from burdenshare.corpus.running import Engine, Step

ENGINES = ("local", "ray")


@click.group(name="corpus", short_help="Check a whole archive, and ask what is in it.")
def corpus_group() -> None:
    """Check a whole archive, and ask what is in it.

    \b
    burdenshare corpus run news/ 'crawl/*.warc.gz' --out archive
    burdenshare corpus run news/ 'crawl/*.warc.gz' --out archive --resume
    """


@corpus_group.command("run", short_help="Read and judge every document of an archive.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", shell_complete=completing.files)
@click.option("--out", required=True, metavar="PLACE", help="A folder, or an address such as s3://bucket/archive.")
@click.option("--engine", type=click.Choice(ENGINES), default="local", show_default=True, help="Who does the work.")
@click.option("--workers", type=click.IntRange(1, 4096), metavar="N", help="Processes; one a core without it.")
@click.option("--ray-address", metavar="ADDRESS", help="A running cluster of Ray (auto, or HOST:PORT).")
@click.option("--resume", is_flag=True, help="Finish a run that was interrupted.")
@click.option("--new-run", is_flag=True, help="Where PLACE holds another run, start beside it: PLACE-2, PLACE-3...")
@click.option("--on-field", metavar="FIELD", help="The field of JSON Lines and Parquet with the day of the text.")
@click.option("--with-text", is_flag=True, help="Keep the texts that hold a statement.")
@click.option("--seconds", default=60.0, show_default=True, type=click.FloatRange(min=0.1), help="For one document.")
@click.option("--memory", default=1536, show_default=True, type=click.IntRange(min=256), help="MiB of one worker.")
@AS_JSON
def run(
    sources: tuple[str, ...],
    out: str,
    engine: str,
    workers: int | None,
    ray_address: str | None,
    resume: bool,
    new_run: bool,
    on_field: str | None,
    with_text: bool,
    seconds: float,
    memory: int,
    as_json: bool,
) -> None:
    """Read and judge every document of SOURCES: folders, files and patterns of texts, pages, PDFs, mails, feeds, JSON
    Lines, Parquet and web archives (.warc, .warc.gz).

    What is committed is never lost: interrupted at any point, the run goes on with --resume and ends with the same
    data set. A text met again is read once; what crashes a worker or takes too long is set aside and told.
    """
    needed("corpus run", "fastwarc", extra="corpus")
    from burdenshare.corpus.manifest import Options
    from burdenshare.corpus.model import Bounds
    from burdenshare.corpus.places import beside
    from burdenshare.corpus.running import run as made
    from burdenshare.corpus.told import finished_lines, finished_shape
    from burdenshare.record import load_record

    if ray_address is not None and engine != "ray":
        raise InputError("is for --engine ray", where="--ray-address", remedy="add --engine ray, or leave it out")
    record = load_record()
    place = beside(out) if new_run else out
    chosen = _engine(engine, workers, Bounds(seconds, memory << 20), ray_address)
    try:
        with _progress() as told:
            found, plan = made(
                sources, place, chosen, record, options=Options(on_field, with_text), resume=resume, told=told
            )
    except KeyboardInterrupt:
        raise InputError(
            "interrupted; what is committed is kept", where=place, remedy="go on with the same command and --resume"
        ) from None
    finally:
        chosen.close()
    if as_json:
        print_json(finished_shape(found, place, plan))
    else:
        print_lines(finished_lines(found, place, plan))


def _engine(name: str, workers: int | None, bounds: object, address: str | None) -> Engine:
    from burdenshare.corpus.model import Bounds

    assert isinstance(bounds, Bounds)
    if name == "ray":
        needed("corpus run --engine ray", "ray", extra="ray")
        from burdenshare.corpus.engines.ray import RayEngine

        return RayEngine(workers, bounds, address)
    from burdenshare.corpus.engines.local import LocalEngine, cores

    return LocalEngine(workers or cores(), bounds)


@contextmanager
def _progress() -> Iterator[Callable[[Step], None] | None]:
    """A bar with rate and time left on standard error, for people at a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TextColumn("{task.fields[documents]} documents"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        known: dict[str, object] = {}

        def told(step: Step) -> None:
            if step.stage not in known:
                known[step.stage] = bars.add_task(step.stage, total=step.whole, documents=0)
            bars.update(known[step.stage], completed=step.done, documents=f"{step.rows:,}")  # type: ignore[arg-type]

        yield told
