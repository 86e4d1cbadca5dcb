"""`burdenshare story`: many reports of one event told as one story."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from burdenshare.cli import completing
from burdenshare.cli.days import DAYS, Days, days_of
from burdenshare.cli.documents import ENCODING, FILES, ON, checked_reports
from burdenshare.cli.extra import needed
from burdenshare.cli.output import BAD_INPUT, complain, print_json, print_rendered, refuse_as_target, write_whole
from burdenshare.errors import InputError

if TYPE_CHECKING:
    from burdenshare.report.stories.story import StoryReport


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
@click.option(
    "--corpus", metavar="PLACE", shell_complete=completing.files, help="A data set of burdenshare corpus run."
)
@click.option(
    "--about", multiple=True, metavar="WORDS", help="With --corpus: an ally, group, measure, issue, speaker or key."
)
@click.option("--from", "since", metavar="DAY", help="With --corpus: only texts of this day or later.")
@click.option("--until", metavar="DAY", help="With --corpus: only texts of this day or earlier.")
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
    corpus: str | None,
    about: tuple[str, ...],
    since: str | None,
    until: str | None,
) -> None:
    """Tell many reports of one event as one story: copies, claims across wordings, contradictions, who moved where.

    \b
    burdenshare story monday/*.html
    burdenshare story --corpus archive --about Poland --about share_of_gdp
    """
    from burdenshare.report.stories.views import issue_of, view_of

    if issue is not None:
        issue_of(issue)
    if html is not None and html == svg:
        raise InputError("is asked for twice", where=html, remedy="give the page and the picture a file each")
    for target in filter(None, (html, svg)):
        refuse_as_target(target, files)
    if corpus is not None:
        _refuse_beside(files, on=on, days=days, encoding=encoding)
        told = _of_archive(corpus, about, since, until)
    else:
        _refuse_beside((), about=about, since=since, until=until)
        told = _of_files(ctx, files, days_of(on, days), encoding)
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


def _of_files(ctx: click.Context, files: tuple[str, ...], given: Days, encoding: str | None) -> StoryReport:
    from burdenshare.report.stories.story import story as story_of

    reports = checked_reports(files, given, encoding)
    if not reports:
        ctx.exit(BAD_INPUT)
    return story_of(reports)


def _of_archive(place: str, words: tuple[str, ...], since: str | None, until: str | None) -> StoryReport:
    """The story of what a data set says about something. How much of it is told is said beside it."""
    needed("story --corpus", "duckdb", extra="corpus")
    from burdenshare.corpus.asking.about import about
    from burdenshare.corpus.asking.asking import asking
    from burdenshare.corpus.asking.data_set import data_set_at
    from burdenshare.corpus.asking.stories import story_about
    from burdenshare.record import load_record
    from burdenshare.report.names import day_of

    if not words:
        remedy = "name an ally, group, measure, issue, speaker or key of a claim"
        raise InputError("needs --about", where="--corpus", remedy=remedy)
    first = None if since is None else day_of(since, "--from")
    last = None if until is None else day_of(until, "--until")
    if first is not None and last is not None and last < first:
        raise InputError(f"is before --from {first}", where="--until", remedy="give a later day")
    record = load_record()
    with data_set_at(place) as data, asking(data) as asked:
        found = story_about(asked, record, about(asked, record, words, first, last))
    if found.told < found.all:
        complain(
            f"{place}: the newest {found.told:,} of {found.all:,} texts are told; narrow it with --from and --until."
        )
    return found.story


def _refuse_beside(files: tuple[str, ...], **given: object) -> None:
    """Refuse what the other way to a story takes."""
    named = {"since": "--from", "files": "FILE"}
    for name, value in {"files": files, **given}.items():
        if value:
            where = named.get(name, f"--{name}")
            other = "files" if name in ("about", "since", "until") else "--corpus"
            remedy = "add --corpus PLACE" if other == "files" else "leave one of them out"
            raise InputError(f"does not go with {other}", where=where, remedy=remedy)
