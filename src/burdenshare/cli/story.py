"""`burdenshare story`: many reports of one event told as one story."""

from __future__ import annotations

import click

from burdenshare.cli import completing
from burdenshare.cli.days import DAYS, days_of
from burdenshare.cli.documents import ENCODING, FILES, ON, checked_reports
from burdenshare.cli.output import BAD_INPUT, print_json, print_rendered, refuse_as_target, write_whole
from burdenshare.errors import InputError


@click.command(short_help="Tell many reports of one event as one story.")
@FILES
@ON
@DAYS
@ENCODING
@click.option("--json", "as_json", is_flag=True, help="Print JSON: one object with all stories.")
@click.option(
    "--html",
    metavar="OUT.html",
    shell_complete=completing.files,
    help="Also write one self-contained page with the picture.",
)
@click.option("--svg", metavar="OUT.svg", shell_complete=completing.files, help="Also write the timeline as a picture.")
@click.option("--person", metavar="NAME", help="Only what this person said over time, such as Rutte.")
@click.option("--issue", metavar="ISSUE", help="Only this issue, all actors, such as spending_target.")
@click.pass_context
def story(
    ctx: click.Context,
    files: tuple[str, ...],
    on: str | None,
    days: str | None,
    encoding: str | None,
    as_json: bool,
    html: str | None,
    svg: str | None,
    person: str | None,
    issue: str | None,
) -> None:
    """Tell many reports of one event as one story: copies, claims across wordings, contradictions, who moved where."""
    from burdenshare.report.stories.story import story as story_of
    from burdenshare.report.stories.views import issue_of, view_of

    given = days_of(on, days)
    if issue is not None:
        issue_of(issue)
    if html is not None and html == svg:
        raise InputError("is asked for twice", where=html, remedy="give the page and the picture a file each")
    for target in filter(None, (html, svg)):
        refuse_as_target(target, files)
    reports = checked_reports(files, given, encoding)
    if not reports:
        ctx.exit(BAD_INPUT)
    told = story_of(reports)
    view = view_of(told.stories, person, issue)
    if as_json:
        print_json(told.to_dict(person=person, issue=issue))
    else:
        from burdenshare.report.stories.terminal import rendered

        print_rendered(rendered(told.stories, told.record, view))
    if html is not None:
        write_whole(html, told.to_html(person=person, issue=issue))
    if svg is not None:
        write_whole(svg, told.to_svg(person=person, issue=issue))
