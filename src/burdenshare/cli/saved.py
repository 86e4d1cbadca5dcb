"""The verbs for saved reports: `recheck`, `explain` and `export`, and how what they are given becomes reports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from burdenshare.cli import completing
from burdenshare.cli.output import FOUND, complain, past_day, print_json, print_lines, print_rendered, print_shapes
from burdenshare.errors import InputError, UnknownNameError

if TYPE_CHECKING:
    from datetime import date

    from burdenshare.report.report import Report
    from burdenshare.report.saved.rechecking import Change, Rechecked

ON = click.option("--on", metavar="DAY", help="Day of an article (YYYY-MM-DD); a saved report has its own.")
NOW = click.option("--now", metavar="DAY", help="Of an article: judge `now` as of this day.")
ENCODING = click.option("--encoding", metavar="NAME", help="Encoding of an article.")


def reports_from(
    file: str, on: date | None = None, now: date | None = None, encoding: str | None = None
) -> tuple[list[Report], bool]:
    """The reports in a saved one, or that of an article checked on the spot; and whether it was a saved one.

    Days and encodings belong to articles: a saved report keeps the ones it was made with.
    """
    from burdenshare.report.saved.files import form_of, load_reports

    if form_of(file) is not None:
        if on is not None or now is not None or encoding is not None:
            what = "is a saved report, which keeps its own day, clock and text"
            raise InputError(what, where=file, remedy="leave out --on, --now and --encoding, or give the article")
        return load_reports(file), True
    from burdenshare.reading.inputs import load_documents
    from burdenshare.report.article import check

    return [check(one, now=now) for one in load_documents(file, on=on, encoding=encoding)], False


# recheck -------------------------------------------------------------------------------------------------------------


@click.command(short_help="Judge a saved report again, and say what has changed.")
@click.argument("file", metavar="REPORT", shell_complete=completing.files)
@click.option("--json", "as_json", is_flag=True, help="Print the new report, as `check --json` does.")
@click.option("--fail-on-change", is_flag=True, help="Exit with 1 when a verdict has changed.")
@click.pass_context
def recheck(ctx: click.Context, file: str, as_json: bool, fail_on_change: bool) -> None:
    """Judge the statements of a saved report again with the record at hand, and say what has changed.

    REPORT is what `check --json` or `export` wrote. With the same program and record the report comes out bit for bit.
    """
    from burdenshare.report.article import packaged_record
    from burdenshare.report.saved.files import load_reports
    from burdenshare.report.saved.rechecking import rechecked

    found = [rechecked(one, packaged_record()) for one in load_reports(file)]
    if as_json:
        print_shapes([one.report.to_dict(with_text=True) for one in found], _several(file, len(found)))
    else:
        print_lines([line for at, one in enumerate(found) for line in ([""] if at else []) + _told(one)])
    changed = any(change.verdict for one in found for change in one.changes)
    ctx.exit(FOUND if fail_on_change and changed else 0)


def _several(file: str, amount: int) -> bool:
    """Whether an array is printed: for several reports, and for an array of one."""
    from burdenshare.report.saved.files import Form, form_of, text_of

    return amount > 1 or (form_of(file) is Form.JSON and text_of(Path(file)).lstrip("\ufeff \n\r\t").startswith("["))


def _told(found: Rechecked) -> list[str]:
    """What a recheck says of one report: which versions, then each change."""
    from burdenshare.report.wording import clean, counted

    old, new = found.saved.checked, found.report.checked
    lines = [f"{clean(old.document.id)}: {counted(len(old.checked), 'statement')} judged again"]
    lines += _versions(found)
    verdicts = [one for one in found.changes if one.verdict]
    moved = len(found.changes) - len(verdicts)
    if not found.changes:
        lines.append("  nothing has changed")
    for change in verdicts:
        lines += _change(change)
    if moved:
        rest = "1 other answer rests" if moved == 1 else f"{moved} other answers rest"
        lines.append(f"  {rest} on other figures with the same verdict (--json)")
    if found.same_versions and found.changes:
        lines.append("  yet the versions are the same: the saved report was changed by hand, or the program was")
    if old.now_given is None and old.edition != new.edition:
        lines.append(f"  `now` was {old.edition.isoformat()} and is {new.edition.isoformat()}")
    return lines


def _versions(found: Rechecked) -> list[str]:
    old, new = found.saved.checked, found.report.checked
    if found.same_versions:
        return [f"  with the same versions (burdenshare {new.code_version}, record {new.record_version})"]
    return [
        f"  made by burdenshare {old.code_version} with record {old.record_version}; "
        f"here are burdenshare {new.code_version} and record {new.record_version}",
        "  what it said then is still shown by burdenshare explain and export",
    ]


def _change(change: Change) -> list[str]:
    from burdenshare.report.wording import clean, shortened

    return [
        f"  {change.statement} “{shortened(change.words, 80)}”",
        f"     {change.of}: {clean(change.was)} → {clean(change.is_)}"
        + (f": {clean(change.why)}" if change.why else ""),
    ]


# explain -------------------------------------------------------------------------------------------------------------


@click.command(short_help="Show why a statement has its verdict, down to the source.")
@click.argument("place", metavar="FILE[#ID]", shell_complete=completing.files)
@click.option("--clock", type=click.Choice(["then", "now"]), help="Only this clock; both without it.")
@click.option("--all", "whole", is_flag=True, help="Every cell and ally, however many.")
@click.option("--json", "as_json", is_flag=True, help="Print the tree as JSON.")
@ON
@NOW
@ENCODING
def explain(
    place: str, clock: str | None, whole: bool, as_json: bool, on: str | None, now: str | None, encoding: str | None
) -> None:
    """Show why a statement has its verdicts and its price, down to the printed figure.

    FILE is an article (checked on the spot) or a saved report; without #ID the ids are listed. DOCUMENT#ID behind the
    first # names one of several reports in a file.
    """
    from burdenshare.report.explaining import CLOCKS, Explanation, explained
    from burdenshare.report.explaining_list import shortened_tree
    from burdenshare.report.explaining_terminal import rendered_tree

    file, name = _parted(place)
    reports, _ = reports_from(file, past_day(on, "--on"), past_day(now, "--now"), encoding)
    if not name:
        _list(reports, as_json)
        return
    clocks = CLOCKS if clock is None else (clock,)
    found: list[Explanation] = [explained(*one, clocks) for one in _meant(reports, name, file)]
    if as_json:
        print_json(found[0].to_dict() if len(found) == 1 else [one.to_dict() for one in found])
        return
    print_rendered(rendered_tree(*(one.root if whole else shortened_tree(one.root) for one in found)))


def _parted(place: str) -> tuple[str, str]:
    """The file and the statement; a file whose own name holds a # is taken as it is."""
    if "#" not in place or Path(place).exists():
        return place, ""
    file, name = place.split("#", 1)
    return file, name


def _meant(reports: Sequence[Report], name: str, file: str) -> list[tuple[Report, str]]:
    """The statements of that id: of the document that is named with it, or of every report that has one."""
    from burdenshare.report.explaining import unknown_statement

    document, _, bare = name.rpartition("#")
    chosen = [one for one in reports if one.checked.document.id == document] if document else list(reports)
    if not chosen:
        raise UnknownNameError("document", document, [one.checked.document.id for one in reports], where=file)
    found = [(one, bare) for one in chosen if any(entry.statement.id == bare for entry in one.checked.checked)]
    if not found:
        raise unknown_statement(chosen[0], bare)
    return found


def _list(reports: Sequence[Report], as_json: bool) -> None:
    """The ids that can be asked for, with both verdicts and the words."""
    from burdenshare.report.explaining_list import ids_told

    rows = [row for one in reports for row in ids_told(one)]
    if as_json:
        print_json(
            [
                {"document": row.document, "id": row.id, "then": row.then, "now": row.now, "text": row.text}
                for row in rows
            ]
        )
        return
    lines: list[str] = []
    width = max((len(row.told) for row in rows), default=0)
    if not rows:
        click.echo("no statement on allied defence was found")
        return
    for row in rows:
        several = f"{row.document}#" if len(reports) > 1 else ""
        lines.append(f"{several}{row.id:<4}  {row.told:<{width}}  “{row.text}”")
    print_lines(lines)


# export --------------------------------------------------------------------------------------------------------------


@click.command(short_help="Write reports as ClaimReview, CSV, SQLite or Markdown.")
@click.argument("files", nargs=-1, required=True, metavar="REPORT|ARTICLE...", shell_complete=completing.files)
@click.option(
    "--to",
    metavar="FORM",
    required=True,
    shell_complete=completing.forms,
    help="claimreview, csv, parquet, sqlite, markdown or json.",
)
@click.option(
    "--out",
    metavar="PATH",
    required=True,
    shell_complete=completing.files,
    help="The file to write; - for standard output (text forms).",
)
@click.option("--statement", "statements", metavar="ID", multiple=True, help="ClaimReview, Markdown: only this one.")
@click.option("--author", metavar="NAME", help="Who publishes the fact-check (ClaimReview, Markdown).")
@click.option("--author-url", metavar="ADDRESS", help="The author's own page.")
@click.option("--person", is_flag=True, help="The author is a person; without it, an organisation.")
@click.option("--url", metavar="ADDRESS", help="ClaimReview: the page on which the fact-check is published.")
@click.option("--appearance", metavar="ADDRESS", help="ClaimReview: the page of the article that was checked.")
@click.option(
    "--published",
    metavar="DAY",
    help="ClaimReview: day of the fact-check; without it that of `now` or the last review.",
)
@click.option("--with-text", is_flag=True, help="Keep the text of the articles in the export.")
@click.option("--bare", is_flag=True, help="Without the saved report (not sqlite, json); it cannot be read back.")
@click.option("--force", is_flag=True, help="Overwrite the file.")
@ON
@NOW
@ENCODING
def export(
    files: tuple[str, ...],
    to: str,
    out: str,
    statements: tuple[str, ...],
    author: str | None,
    author_url: str | None,
    person: bool,
    url: str | None,
    appearance: str | None,
    published: str | None,
    with_text: bool,
    bare: bool,
    force: bool,
    on: str | None,
    now: str | None,
    encoding: str | None,
) -> None:
    """Write reports as ClaimReview, CSV, Parquet, SQLite, Markdown or JSON; what is written can be read back.

    Saved reports in any of these forms and articles (checked on the spot) go into one file.
    """
    from burdenshare.report.exports.claimreview import Reviewer, reviewer_of
    from burdenshare.report.exports.export import exported, form_named
    from burdenshare.report.exports.writing import writable, write_files
    from burdenshare.report.saved.files import Form

    form, target = form_named(to), Path(out)
    day = past_day(published, "--published")
    reviewer: Reviewer | None = None
    if form is Form.CLAIMREVIEW:
        reviewer = reviewer_of(author, url, home=author_url, person=person, appearance=appearance, on=day)
    elif url or author_url or appearance or published or person:
        raise InputError(f"{form.value} has no place for it", where="--url and the like", remedy="use --to claimreview")
    elif author:
        if form is not Form.MARKDOWN:
            raise InputError(f"{form.value} has no place for it", where="--author", remedy="leave it out")
        reviewer = Reviewer(author, "")
    if out == "-":
        if form in (Form.PARQUET, Form.SQLITE):
            raise InputError(f"{form.value} is no text", where="--out", remedy="name a file")
    else:
        writable(target, force=force)
    reports = _gathered(files, past_day(on, "--on"), past_day(now, "--now"), encoding, with_text)
    made = exported(reports, target, form, statements=statements, reviewer=reviewer, with_text=True, bare=bare)
    if out == "-":
        click.echo(made.files[target].decode("utf-8"), nl=False)
    else:
        write_files(made.files, force=force)
    for left in made.left_out:
        complain(f"left out: {left.document}#{left.statement}: {left.why}")


def _gathered(
    files: Sequence[str], on: date | None, now: date | None, encoding: str | None, with_text: bool
) -> list[Report]:
    """The reports of every file. Those checked on the spot keep their text only where it is asked for."""
    found: list[Report] = []
    for file in files:
        reports, saved = reports_from(file, on, now, encoding)
        found += reports if saved or with_text else [one.without_text() for one in reports]
    return found
