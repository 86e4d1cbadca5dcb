"""The verbs that take articles: `check` and `read`, and how files, addresses and standard input become documents."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from burdenshare.cli import completing
from burdenshare.cli.days import DAYS, Days, days_of
from burdenshare.cli.output import (
    BAD_INPUT,
    FOUND,
    complain,
    past_day,
    print_rendered,
    print_shapes,
    refuse_as_target,
    refuse_existing,
    write_whole,
)
from burdenshare.errors import BurdenshareError, InputError, ReportError

if TYPE_CHECKING:
    from burdenshare.reading.model import Document, Reading
    from burdenshare.reading.proposals import Proposer
    from burdenshare.report.report import Report

Answer = TypeVar("Answer")

FILES = click.argument("files", nargs=-1, metavar="FILE|ADDRESS|-...", shell_complete=completing.files)
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


@click.command(short_help="Check articles: a verdict for facts, a price for promises.")
@FILES
@ON
@DAYS
@click.option("--now", metavar="DAY", help="Judge `now` as of this day instead of the record's newest edition.")
@ENCODING
@AS_JSON
@click.option("--html", metavar="OUT.html", shell_complete=completing.files, help="Also write one self-contained page.")
@click.option(
    "--fail-on",
    metavar="VERDICT",
    multiple=True,
    shell_complete=completing.verdicts,
    help="Exit with 1 when a statement, then or now, or a sum inside the text bears this verdict (may be repeated).",
)
@click.option(
    "--pdf", metavar="OUT.pdf", shell_complete=completing.files, help="Also write one PDF; a file that is there stays."
)
@click.option("--with-text", is_flag=True, help="With --json: keep the text itself in the report.")
@PROPOSER
@click.pass_context
def check(
    ctx: click.Context,
    files: tuple[str, ...],
    on: str | None,
    days: str | None,
    now: str | None,
    encoding: str | None,
    as_json: bool,
    html: str | None,
    pdf: str | None,
    fail_on: tuple[str, ...],
    with_text: bool,
    proposer: str | None,
) -> None:
    """Check articles: text, Markdown, HTML, PDF, mail, a feed, JSON Lines, a web address, or - for standard input."""
    from burdenshare.checking.model import Verdict
    from burdenshare.errors import UnknownNameError
    from burdenshare.report.article import check as check_article

    _usable(files, encoding)
    if with_text and not as_json:
        raise InputError("goes with --json alone", where="--with-text", remedy="add --json, or leave it out")
    given, judged_on = days_of(on, days), past_day(now, "--now")
    wanted = [name.casefold() for name in fail_on]
    for name, verdict in zip(fail_on, wanted, strict=True):
        if verdict not in list(Verdict):
            raise UnknownNameError("verdict", name, list(Verdict), where="--fail-on")
    if html is not None:
        refuse_as_target(html, files)
    if pdf is not None:
        refuse_existing(pdf)
    asked = _proposer(proposer)
    run = _Run(several=len(files) > 1)

    def answer(document: Document) -> Report:
        return check_article(document, now=judged_on, proposer=asked)

    reports = list(_answers(files, given, judged_on, encoding, run, answer, None if as_json else _print_report))
    if as_json:
        print_shapes([report.to_dict(with_text=with_text) for report in reports], run.several)
    if html is not None and reports:
        _attempt(run, lambda: _write_page(html, reports))
    if pdf is not None and reports:
        _attempt(run, lambda: _write_pdf(pdf, reports))
    found = any(report.has(*map(Verdict, wanted)) for report in reports)
    ctx.exit(BAD_INPUT if run.faults else FOUND if found else 0)


@dataclass
class _Run:
    """How one call of `check` goes: what could not be used, and whether it was given `several` documents."""

    several: bool
    faults: list[BurdenshareError] = field(default_factory=list)
    shown: int = 0

    def part(self) -> None:
        """An empty line between what is shown of one document and of the next."""
        if self.shown:
            click.echo()
        self.shown += 1

    def blame(self, fault: BurdenshareError) -> None:
        """Say what is wrong, and remember it for the exit code."""
        complain(fault)
        self.faults.append(fault)


@click.command(short_help="List what articles say, without verdicts.")
@FILES
@ON
@DAYS
@ENCODING
@AS_JSON
@PROPOSER
@click.pass_context
def read(
    ctx: click.Context,
    files: tuple[str, ...],
    on: str | None,
    days: str | None,
    encoding: str | None,
    as_json: bool,
    proposer: str | None,
) -> None:
    """List what articles say, without verdicts: the same files, days and JSON as `check`."""
    from burdenshare.report.article import packaged_record
    from burdenshare.report.article import read as read_article
    from burdenshare.report.shape import reading_shape

    _usable(files, encoding)
    asked = _proposer(proposer)
    run = _Run(several=len(files) > 1)

    def answer(document: Document) -> Reading:
        return read_article(document, proposer=asked)

    readings = list(
        _answers(files, days_of(on, days), None, encoding, run, answer, None if as_json else _print_reading)
    )
    if as_json:
        print_shapes([reading_shape(reading, packaged_record()) for reading in readings], run.several)
    ctx.exit(BAD_INPUT if run.faults else 0)


def _usable(files: Sequence[str], encoding: str | None) -> None:
    """Refuse, before any work, a call without a file or with an encoding nobody knows."""
    from burdenshare.reading.inputs import known_encoding

    if not files:
        remedy = "name a file, or - for standard input; burdenshare example prints an article to try"
        raise InputError("no file given", remedy=remedy)
    if encoding is not None:
        known_encoding(encoding)


def _proposer(name: str | None) -> Proposer | None:
    if name is None:
        return None
    from burdenshare.reading.proposers import proposer_of

    return proposer_of(name, os.environ)


def _answers(
    files: Sequence[str],
    days: Days,
    now: date | None,
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
            _no_saved_report(file)
            with patience(file, len(files)):
                held = held_at(file, on=days.day(file), encoding=encoding, on_fault=run.blame)
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
                    answered = answer(_named(document, file, held.many, now, ids))
            except BurdenshareError as fault:
                run.blame(fault)
                continue
            if show is not None:
                run.part()
                show(answered)
            yield answered


def _no_saved_report(file: str) -> None:
    """Refuse a saved report, whose words would be read as those of an article."""
    from burdenshare.report.saved.files import is_saved_report

    if is_saved_report(file):
        raise _saved(file)


def _saved(where: str) -> ReportError:
    return ReportError("is a saved report", where=where, remedy="use burdenshare recheck, explain or export")


def _named(document: Document, file: str, many: bool, now: date | None, ids: set[str]) -> Document:
    """The document under an id of its own, if its day can be judged."""
    from dataclasses import replace

    from burdenshare.report.days import not_before, past
    from burdenshare.report.saved.files import HEAD, form_of_bytes

    where = f"{file}, {document.id}" if many else file
    if form_of_bytes(document.text[:HEAD].encode("utf-8", "replace")) is not None:
        raise _saved(where)
    if document.published is not None:
        past(document.published, where)
    if now is not None:
        not_before(now, document.published, where)
    return replace(document, id=_distinct(document.id, ids))


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


def _write_page(target: str, reports: Sequence[Report]) -> None:
    from burdenshare.report.page import page_of

    write_whole(target, page_of([one.checked for one in reports], [one.reviews for one in reports]))


def _write_pdf(target: str, reports: Sequence[Report]) -> None:
    from burdenshare.report.exports.writing import write_files
    from burdenshare.report.pdf import pdf_of

    write_files({Path(target): pdf_of(*reports)})


def _print_report(report: Report) -> None:
    from burdenshare.report.terminal import rendered

    print_rendered(rendered(report.checked, report.reviews))


def _print_reading(reading: Reading) -> None:
    from burdenshare.report.article import packaged_record
    from burdenshare.report.listing import rendered_reading

    print_rendered(rendered_reading(reading, packaged_record().edition))


def checked_reports(files: Sequence[str], days: Days, encoding: str | None) -> list[Report]:
    """Every document of `files`, checked, and every saved report; what cannot be read is told on standard error."""
    from burdenshare.report.article import check as check_article
    from burdenshare.report.saved.files import is_saved_report, load_reports

    _usable(files, encoding)
    run = _Run(several=len(files) > 1)
    saved = [file for file in files if file != "-" and is_saved_report(file)]
    articles = [file for file in files if file not in saved]
    found = list(_answers(articles, days, None, encoding, run, check_article, None)) if articles else []
    for file in saved:
        try:
            found += load_reports(file)
        except BurdenshareError as fault:
            run.blame(fault)
    return found
