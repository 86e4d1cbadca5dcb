"""`burdenshare corpus query | ask | report | export`: questions to a finished data set."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from burdenshare.cli import completing
from burdenshare.cli.extra import needed
from burdenshare.cli.output import AS_JSON, print_json, print_rendered, refuse_as_target, write_whole
from burdenshare.errors import InputError, OutputError

if TYPE_CHECKING:
    from burdenshare.corpus.asking.asking import Answer, Asking

PLACE = click.argument("place", metavar="PLACE", shell_complete=completing.files)
DATABASES = (".sqlite", ".sqlite3", ".db")
"""Endings of a SQLite file: one of another name would be opened by another program, which calls it damaged."""
AS_CSV = click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")


@click.command("query", short_help="Ask a data set in SQL.")
@PLACE
@click.argument("sql", required=False, metavar="[SQL]")
@AS_JSON
@AS_CSV
def query(place: str, sql: str | None, as_json: bool, as_csv: bool) -> None:
    """Ask the data set at PLACE in SQL (DuckDB's), `-` reads it from standard input; without SQL the tables are listed.

    \b
    burdenshare corpus query archive "SELECT outlet, count(*) FROM said GROUP BY outlet"
    burdenshare corpus query archive "FROM said WHERE verdict = 'contradicted'" --csv

    SQL can read the data set and nothing else: no other file, no network, no setting.
    """
    _one_form(as_json, as_csv)
    with _asking("query", place) as asked:
        if sql is None:
            _tables(asked, as_json, as_csv)
            return
        wanted = sys.stdin.read() if sql == "-" else sql
        _print(_answer(asked, wanted, {}, whole=as_json or as_csv), as_json, as_csv)


def _questions(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    from burdenshare.corpus.asking.questions import questions

    return [CompletionItem(one.name, help=one.title) for one in questions().values() if one.name.startswith(begun)]


@click.command("ask", short_help="Ask a data set a ready-made question.")
@click.argument("place", required=False, metavar="[PLACE]", shell_complete=completing.files)
@click.argument("question", required=False, metavar="[QUESTION]", shell_complete=_questions)
@click.argument("parameters", nargs=-1, metavar="[NAME=VALUE]...")
@click.option("--sql", "as_sql", is_flag=True, help="Print the SQL of the question, to begin from.")
@AS_JSON
@AS_CSV
def ask(
    place: str | None,
    question: str | None,
    parameters: tuple[str, ...],
    as_sql: bool,
    as_json: bool,
    as_csv: bool,
) -> None:
    """Ask the data set at PLACE a ready-made question; without a QUESTION they are listed.

    \b
    burdenshare corpus ask archive contradicted
    burdenshare corpus ask archive moved speaker=Rutte
    burdenshare corpus ask archive spread claim='10 of the 32 allies' --csv
    """
    _one_form(as_json, as_csv)
    needed("corpus ask", "duckdb", extra="corpus")
    from burdenshare.corpus.asking.questions import given, question_of

    if place is None or question is None:
        _list(as_json)
        return
    chosen = question_of(question)
    values = given(chosen, parameters)
    if as_sql:
        click.echo(chosen.sql)
        return
    with _asking("ask", place) as asked:
        found = _answer(asked, chosen.sql, values, whole=as_json or as_csv)
        if not (as_json or as_csv):
            from burdenshare.corpus.asking.naming import with_names

            found = with_names(found)
        _print(found, as_json, as_csv)


@click.command("report", short_help="Write a page with what a data set holds.")
@PLACE
@click.option(
    "--out", required=True, metavar="OUT.html", shell_complete=completing.files, help="The page: one file, no network."
)
@click.option("--title", default="", metavar="WORDS", help="What stands over the page.")
def report(place: str, out: str, title: str) -> None:
    """Write a self-contained page with pictures: what was read, what is contradicted and repeated, how it spread, who
    is cited, whose figures moved, which texts are copies, and what was not understood or not read."""
    refuse_as_target(out, ())
    with _asking("report", place) as asked:
        from burdenshare.corpus.asking.page import page
        from burdenshare.record import load_record

        write_whole(out, page(asked, load_record(), title))
    click.echo(f"written to {out}")


@click.command("export", short_help="Write a data set as SQLite, for Datasette.")
@PLACE
@click.argument("out", metavar="OUT.sqlite", shell_complete=completing.files)
@click.option("--force", is_flag=True, help="Overwrite what is there.")
def export(place: str, out: str, force: bool) -> None:
    """Write the data set at PLACE as one SQLite file with keys and indexes, and its metadata beside it:

    datasette OUT.sqlite --metadata OUT.metadata.json
    """
    from burdenshare.report.exports.writing import writable

    if Path(out).suffix.lower() not in DATABASES:
        raise OutputError("is no name of a SQLite file", where=out, remedy=f"let it end in {', '.join(DATABASES)}")
    writable(Path(out), force=force)
    with _asking("export", place) as asked:
        from burdenshare.corpus.asking.sqlite import export as written

        for path in written(asked, Path(out), force=force):
            click.echo(f"{path}: {path.stat().st_size:,} bytes")


@contextmanager
def _asking(verb: str, place: str) -> Iterator[Asking]:
    """The data set at a place, opened for questions."""
    needed(f"corpus {verb}", "duckdb", extra="corpus")
    from burdenshare.corpus.asking.asking import asking
    from burdenshare.corpus.asking.data_set import data_set_at

    with data_set_at(place) as data, asking(data) as asked:
        yield asked


def _answer(asked: Asking, sql: str, values: dict[str, str | int], *, whole: bool) -> Answer:
    from burdenshare.corpus.asking.shown import MOST_ROWS

    return asked.ask(sql, values, most=None if whole else MOST_ROWS)


def _print(answer: Answer, as_json: bool, as_csv: bool) -> None:
    from rich.console import Console

    from burdenshare.corpus.asking import shown

    if as_json:
        print_json(shown.json_of(answer))
    elif as_csv:
        click.echo(shown.csv_of(answer), nl=False)
    else:
        print_rendered(shown.table_of(answer, Console().width))


def _tables(asked: Asking, as_json: bool, as_csv: bool) -> None:
    from rich.console import Group

    from burdenshare.corpus.asking import shown, tables

    if as_csv:
        raise InputError("is for answers", where="--csv", remedy="give SQL, or take --json")
    kinds = {name: asked.ask(f'DESCRIBE "{name}"').rows for name, _, _ in tables.told()}
    columns = {name: [(str(row[0]), str(row[1])) for row in rows] for name, rows in kinds.items()}
    if as_json:
        print_json(shown.tables_shape(columns))
    else:
        print_rendered(Group(*shown.tables_listed(columns)))


def _list(as_json: bool) -> None:
    from rich.console import Group

    from burdenshare.corpus.asking import shown

    if as_json:
        print_json(shown.listed_shape())
    else:
        print_rendered(Group(*shown.listed()))


def _one_form(as_json: bool, as_csv: bool) -> None:
    if as_json and as_csv:
        raise InputError("are two forms of one answer", where="--json and --csv", remedy="ask for one of them")
