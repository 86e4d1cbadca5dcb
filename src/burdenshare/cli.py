"""The command line: parse, call, map errors, nothing else. One verb a job.

Exit codes: 0; 1 with `--fail-on` and such a verdict found; 2 for bad input, which wins over 1.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

from burdenshare._version import __version__
from burdenshare.errors import BurdenshareError, InputError, OutputError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from burdenshare.reading.model import Document, Reading
    from burdenshare.reading.proposals import Proposer
    from burdenshare.report.report import Report

Answer = TypeVar("Answer")

NEXT = """burdenshare: facts get a verdict, promises get a price, both show their source.

  burdenshare check article.txt --on 2025-02-13      check an article (also HTML, PDF, mail, - for stdin)
  burdenshare check https://example.org/article      the same from its address
  burdenshare check article.txt --html report.html   the same as a page
  burdenshare read article.txt                       what it says, without verdicts
  burdenshare record DEU share_of_gdp 2024 --history one value of the record, over all releases
  burdenshare record diff 2024-06 2025-08            what changed between two releases
  burdenshare --help                                 everything else
"""

BAD_INPUT = 2
FOUND = 1

MAKE_ROOM = "make room, or send the output elsewhere"


class RecordGroup(click.Group):
    """`record` takes the arguments of a look-up, and also has the verb `diff`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Send anything that names no verb to the look-up."""
        if args and args[0] not in self.commands and args[0] not in ("--help", "-h"):
            args = ["value", *args]
        return super().parse_args(ctx, args)


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="burdenshare", message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Check what is said about NATO defence spending against the official record, as of the day and as of now."""
    if ctx.invoked_subcommand is None:
        click.echo(NEXT, nl=False)


FILES = click.argument("files", nargs=-1, metavar="FILE|ADDRESS|-...")
ON = click.option("--on", metavar="DAY", help="Day of the text (YYYY-MM-DD); wins over any date found in it.")
ENCODING = click.option(
    "--encoding",
    metavar="NAME",
    help="Encoding of the files, such as windows-1252; without it UTF-8, UTF-16 by its mark, or what a page declares.",
)
AS_JSON = click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print JSON: an object for one document, an array for several, for a feed and for JSON Lines.",
)
PROPOSER = click.option(
    "--proposer",
    metavar="URL|spacy:PATH",
    help="Let an OpenAI-compatible server or a spaCy model propose places for a second look. Off by default.",
)


@cli.command()
@FILES
@ON
@click.option("--now", metavar="DAY", help="Judge `now` as of this day instead of the record's newest edition.")
@ENCODING
@AS_JSON
@click.option("--html", metavar="OUT.html", help="Also write one self-contained page.")
@click.option(
    "--fail-on",
    metavar="VERDICT",
    multiple=True,
    help="Exit with 1 when a statement bears this verdict, then or now (may be repeated).",
)
@PROPOSER
@click.pass_context
def check(
    ctx: click.Context,
    files: tuple[str, ...],
    on: str | None,
    now: str | None,
    encoding: str | None,
    as_json: bool,
    html: str | None,
    fail_on: tuple[str, ...],
    proposer: str | None,
) -> None:
    """Check articles: text, Markdown, HTML, PDF, mail, a feed, JSON Lines, a web address, or - for standard input."""
    from burdenshare.checking.model import Verdict
    from burdenshare.errors import UnknownNameError
    from burdenshare.report.article import check as check_article

    _usable(files, encoding)
    days = _past(on, "--on"), _past(now, "--now")
    wanted = [name.casefold() for name in fail_on]
    for name, verdict in zip(fail_on, wanted, strict=True):
        if verdict not in list(Verdict):
            raise UnknownNameError("verdict", name, list(Verdict), where="--fail-on")
    if html is not None:
        _writable(html, files)
    asked = _proposer(proposer)
    run = _Run(several=len(files) > 1)

    def answer(document: Document) -> Report:
        return check_article(document, now=days[1], proposer=asked)

    reports = list(_answers(files, days, encoding, run, answer, None if as_json else _print_report))
    if as_json:
        _print_shapes([report.to_dict() for report in reports], run.several)
    if html is not None and reports:
        _attempt(run, lambda: _write_page(html, reports))
    found = any(report.has(*map(Verdict, wanted)) for report in reports)
    ctx.exit(BAD_INPUT if run.faults else FOUND if found else 0)


@dataclass
class _Run:
    """How one call of `check` goes: what could not be used, and whether it was given `several` documents."""

    several: bool
    faults: list[BurdenshareError] = field(default_factory=list)

    def blame(self, fault: BurdenshareError) -> None:
        """Say what is wrong, and remember it for the exit code."""
        _complain(fault)
        self.faults.append(fault)


@cli.command()
@FILES
@ON
@ENCODING
@AS_JSON
@PROPOSER
@click.pass_context
def read(
    ctx: click.Context,
    files: tuple[str, ...],
    on: str | None,
    encoding: str | None,
    as_json: bool,
    proposer: str | None,
) -> None:
    """List what articles say, without verdicts: the same files, days and JSON as `check`."""
    from burdenshare.report.article import packaged_record
    from burdenshare.report.article import read as read_article
    from burdenshare.report.shape import reading_shape

    _usable(files, encoding)
    days = _past(on, "--on"), None
    asked = _proposer(proposer)
    run = _Run(several=len(files) > 1)

    def answer(document: Document) -> Reading:
        return read_article(document, proposer=asked)

    readings = list(_answers(files, days, encoding, run, answer, None if as_json else _print_reading))
    if as_json:
        _print_shapes([reading_shape(reading, packaged_record()) for reading in readings], run.several)
    ctx.exit(BAD_INPUT if run.faults else 0)


def _usable(files: Sequence[str], encoding: str | None) -> None:
    """Refuse, before any work, a call without a file or with an encoding nobody knows."""
    from burdenshare.reading.inputs import known_encoding

    if not files:
        raise InputError("no file given", remedy="name a file, or - for standard input")
    if encoding is not None:
        known_encoding(encoding)


def _proposer(name: str | None) -> Proposer | None:
    if name is None:
        return None
    from burdenshare.reading.proposers import proposer_of

    return proposer_of(name, os.environ)


def _answers(
    files: Sequence[str],
    days: tuple[date | None, date | None],
    encoding: str | None,
    run: _Run,
    answer: Callable[[Document], Answer],
    show: Callable[[Answer], None] | None,
) -> Iterator[Answer]:
    """The answer to each document that can be read, shown as soon as it is there; the others go to `run`."""
    from burdenshare.reading.inputs import held_at
    from burdenshare.report.progress import patience, progress

    ids: set[str] = set()
    for file in progress(files):
        try:
            with patience(file, len(files)):
                held = held_at(file, on=days[0], encoding=encoding, on_fault=run.blame)
        except BurdenshareError as fault:
            run.blame(fault)
            continue
        run.several |= held.many
        while True:
            try:
                with patience(file, len(files)):
                    document = next(held.documents, None)  # after an error of its own it gives no more
                    if document is None:
                        break
                    answered = answer(_named(document, file, held.many, days[1], ids))
            except BurdenshareError as fault:
                run.blame(fault)
                continue
            if show is not None:
                show(answered)
            yield answered


def _named(document: Document, file: str, many: bool, now: date | None, ids: set[str]) -> Document:
    """The document under an id of its own, if its day can be judged."""
    from dataclasses import replace

    from burdenshare.report.days import not_before, past

    where = f"{file}, {document.id}" if many else file
    if document.published is not None:
        past(document.published, where)
    if now is not None:
        not_before(now, document.published, where)
    return replace(document, id=_distinct(document.id, ids))


@cli.group(
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
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def value(
    entity: str, measure: str, period: str, as_of: str | None, history: bool, as_json: bool, **asked: Any
) -> None:
    """One value of the record with its source."""
    from burdenshare.record import load_record
    from burdenshare.report import lookup, names

    if history and asked["release"]:
        raise InputError("--history shows every release", where="--release", remedy="leave one of the two out")
    record = load_record()
    key = names.entity_of(record, entity), names.measure_of(record, measure), names.period_of(period)
    asked["as_of"] = _past(as_of, "--as-of")
    if history:
        asked.pop("release")
        findings = lookup.oldest_first(record.history(*key, **asked))
        shapes = [lookup.finding_shape(record, finding) for finding in findings]
        _emit(as_json, shapes, lookup.history_lines(record, findings))
        return
    finding = record.value(*key, **asked)
    _emit(as_json, lookup.finding_shape(record, finding), lookup.value_lines(record, finding))


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
    _emit(as_json, changes.changes_shape(found), changes.change_lines(found, limit))


@cli.command()
def schema() -> None:
    """Print the JSON Schema of a report."""
    from burdenshare.report.schema import schema_text

    click.echo(schema_text(), nl=False)


def _past(text: str | None, option: str) -> date | None:
    """The day of an option: a day, not before the record begins, not in the future."""
    if text is None:
        return None
    from burdenshare.report.days import past
    from burdenshare.report.names import day_of

    return past(day_of(text, option), option, "give a day that has been")


def _distinct(name: str, taken: set[str]) -> str:
    """`name`, numbered from its second use on."""
    number, distinct = 1, name
    while distinct in taken:
        number += 1
        distinct = f"{name}-{number}"
    taken.add(distinct)
    return distinct


def _attempt(run: _Run, action: Callable[[], None]) -> None:
    try:
        action()
    except BurdenshareError as fault:
        run.blame(fault)


def _writable(target: str, files: Sequence[str]) -> None:
    """Refuse, before any work, a page that would overwrite its own article."""
    if any(file != "-" and Path(file).resolve() == Path(target).resolve() for file in files):
        raise OutputError("is one of the files to check", where=target, remedy="name another file")


def _write_page(target: str, reports: Sequence[Report]) -> None:
    from burdenshare.report.page import page_of

    try:
        Path(target).write_text(page_of([report.checked for report in reports]), encoding="utf-8")
    except OSError as fault:
        raise OutputError(f"cannot be written ({fault.strerror})", where=target, remedy="name another file") from None


def _print_report(report: Report) -> None:
    from burdenshare.report.terminal import rendered

    _print_rendered(rendered(report.checked))


def _print_reading(reading: Reading) -> None:
    from burdenshare.report.article import packaged_record
    from burdenshare.report.listing import rendered_reading

    _print_rendered(rendered_reading(reading, packaged_record().edition))


def _print_rendered(lines: RenderableType) -> None:
    from rich.console import Console

    from burdenshare.report.terminal import unpadded

    console = Console(soft_wrap=False)
    with console.capture() as captured:
        console.print(lines, crop=False)
    click.echo(unpadded(captured.get()))


def _print_shapes(shapes: Sequence[Any], several: bool) -> None:
    """An object for one document, an array for several; nothing where none could be read."""
    if shapes:
        _print_json(shapes if several else shapes[0])


def _print_json(shape: Any) -> None:
    click.echo(json.dumps(shape, ensure_ascii=False, indent=2, allow_nan=False))


def _emit(as_json: bool, shape: Any, lines: Sequence[str]) -> None:
    """The same answer for a program or for a reader."""
    if as_json:
        _print_json(shape)
    else:
        click.echo("\n".join(lines))


def _complain(fault: BurdenshareError | str) -> None:
    """One line on standard error."""
    text = fault if isinstance(fault, str) else fault.line()
    click.echo(f"burdenshare: {' '.join(text.split())}", err=True)


def _discard(stream: TextIO) -> None:
    """Let what a broken stream still holds vanish, or the interpreter would stumble over it once more at its end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        return  # a stream without a file behind it holds nothing back


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; the entry point of the `burdenshare` script."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = cli.main(arguments, prog_name="burdenshare", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        _discard(sys.stdout)
        return 0
    except OSError as fault:
        _complain(OutputError(f"cannot be written ({fault.strerror})", where="standard output", remedy=MAKE_ROOM))
        _discard(sys.stdout)
        return BAD_INPUT
    except click.exceptions.NoArgsIsHelpError as fault:
        click.echo(fault.format_message())
        return BAD_INPUT
    except click.ClickException as fault:
        _complain(f"{fault.format_message()} See burdenshare --help.")
        return BAD_INPUT
    except BurdenshareError as fault:
        _complain(fault)
        return BAD_INPUT
    except (click.Abort, KeyboardInterrupt):
        return 130
    return code if isinstance(code, int) else 0
