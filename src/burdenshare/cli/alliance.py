"""`burdenshare alliance`: the whole system as known on a day, and what changed between two days."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from burdenshare.cli import completing
from burdenshare.cli.output import print_json, print_rendered, refuse_as_target, write_whole

if TYPE_CHECKING:
    from datetime import date

    from burdenshare.reading.model import Document


@click.command(short_help="The whole alliance as known on a day, and what changed.")
@click.argument("files", nargs=-1, metavar="", shell_complete=completing.files)
@click.option("--on", metavar="DAY", help="The day of the view (YYYY-MM-DD); without it the record's edition.")
@click.option("--compare", metavar="DAY", help="Also tell what changed between the two days.")
@click.option(
    "--with",
    "articles",
    metavar="FILE",
    multiple=True,
    shell_complete=completing.files,
    help="Add the dated stands that an article reports (file, address or -; may be repeated).",
)
@click.option(
    "--part",
    "parts",
    metavar="PART",
    multiple=True,
    shell_complete=completing.parts,
    help=f"Show this part alone (may be repeated): {', '.join(completing.PARTS)}. A page always holds them all.",
)
@click.option("--full", is_flag=True, help="List every entry in the terminal, not the first of each kind.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: every entry with its sources.")
@click.option("--html", metavar="OUT.html", shell_complete=completing.files, help="Also write one self-contained page.")
@click.option("--schema", "as_schema", is_flag=True, help="Print the JSON Schema of --json, and nothing else.")
def alliance(
    files: tuple[str, ...],
    on: str | None,
    compare: str | None,
    articles: tuple[str, ...],
    parts: tuple[str, ...],
    full: bool,
    as_json: bool,
    html: str | None,
    as_schema: bool,
) -> None:
    """The alliance as known on a day: members, guideline, shares, pledges, officials, aid and more, with sources."""
    if as_schema:
        from burdenshare.report.alliance.shape import schema_text

        click.echo(schema_text(), nl=False)
        return
    from burdenshare.report.alliance.alliance import alliance as view

    named = (*articles, *files)
    if html is not None:
        refuse_as_target(html, named)
    shown = view(on=_day(on, "--on"), compare=_day(compare, "--compare"), articles=_documents(named))
    if as_json:
        print_json(shown.to_dict(parts=parts))
    else:
        from rich.console import Console

        from burdenshare.report.alliance.terminal import rendered

        named_parts = shown.known_parts(parts)
        print_rendered(rendered(shown.view, shown.compared, width=Console().width, full=full, parts=named_parts))
    if html is not None:
        write_whole(html, shown.to_html())


def _day(text: str | None, option: str) -> date | None:
    if text is None:
        return None
    from burdenshare.report.names import day_of

    return day_of(text, option)


def _documents(files: tuple[str, ...]) -> list[Document]:
    from burdenshare.errors import ReportError
    from burdenshare.reading.inputs import load_documents
    from burdenshare.report.saved.files import is_saved_report

    for file in files:
        if file != "-" and is_saved_report(file):
            raise ReportError("is a saved report", where=file, remedy="hand over the article itself")
    return [document for file in files for document in load_documents(file)]
