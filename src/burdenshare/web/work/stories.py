"""What workers do for a story: each article to its reports, all reports to their stories, stories to what is shown.

What goes between the steps is packed: the process that serves pages passes it on, and only workers unpack it.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.web.values import Asked, File, Packed, StoryTold

if TYPE_CHECKING:
    from burdenshare.checking.model import CheckedDocument
    from burdenshare.report.report import Report
    from burdenshare.report.stories.story import StoryReport
    from burdenshare.web.store.texts import Stored

FORMS = {
    "json": ("application/json", ".json"),
    "html": ("text/html; charset=utf-8", ".html"),
    "svg": ("image/svg+xml", ".svg"),
}
"""Forms by name: media type and suffix."""


def packed(value: object) -> Packed:
    """`value`, made small: reports repeat themselves."""
    return Packed(zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), 1))


def unpacked(given: Packed) -> Any:
    """The value again. Only what this server packed ever comes here."""
    return pickle.loads(zlib.decompress(given.data))


def checked_articles(asked: Asked, most: int) -> Packed:
    """Every article that `asked` holds (a feed holds several), checked; a saved report as it was saved.

    Raises InputError where they are more than `most`, and what reading them raises.
    """
    found = list(islice(_reports(asked), most + 1))
    if len(found) > most:
        raise InputError(f"holds more than {most} articles", where=asked.given.name, remedy="give fewer of them")
    return packed(tuple(_titled(one.checked) for one in found))


def saved_articles(stored: Stored) -> Packed:
    """A report of the store."""
    return packed((_titled(stored.report().checked),))


def told(articles: Sequence[Packed], left_out: tuple[str, ...], most: int) -> StoryTold:
    """The stories of all articles. Raises InputError where they are more than `most` together."""
    from burdenshare.report.stories import wording
    from burdenshare.report.stories.heads import headline
    from burdenshare.report.stories.story import story
    from burdenshare.report.stories.views import speakers_of

    documents = list(_distinct([one for part in articles for one in unpacked(part)]))
    if len(documents) > most:
        raise InputError(f"these are {len(documents)} articles", remedy=f"give {most} at the most")
    stories = story(documents).stories
    issues = dict.fromkeys(issue.id for one in stories.stories for issue in one.issues if issue.stands)
    return StoryTold(
        packed(stories),
        headline(stories.stories[0]),
        tuple(speakers_of(stories)),
        tuple((one, wording.issue_name(one)) for one in issues),
        left_out,
    )


def laid_out(told: StoryTold) -> StoryTold:
    """The same with its page, which most who come for it want."""
    return replace(told, page=shown(told.packed, "", "").encode("utf-8", "replace"))


def shown(given: Packed, person: str, issue: str) -> str:
    """The stories as HTML, narrowed to a person or an issue where one is named."""
    from burdenshare.report.stories.page import laid_out, with_words
    from burdenshare.report.stories.views import view_of
    from burdenshare.report.templating import environment

    report = _report(given)
    laid = laid_out(report.stories, report.record, view_of(report.stories, person or None, issue or None))
    template = with_words(environment("burdenshare.web")).get_template("stories.html")
    edition = report.stories.edition.isoformat()
    return template.render(chapters=laid.chapters, alone=laid.alone, edition=edition)


def shape_of(given: Packed, person: str, issue: str) -> dict[str, Any]:
    """The stories in their documented shape, narrowed in the same way."""
    return _report(given).to_dict(person=person or None, issue=issue or None)


def known_issue(issue: str) -> None:
    """Raises UnknownNameError for an issue there is not, before any work is done for it."""
    from burdenshare.report.stories.views import issue_of

    issue_of(issue)


def file_of(given: Packed, form: str, person: str, issue: str) -> File:
    """The stories in a form that can be kept. Raises UnknownNameError."""
    if form not in FORMS:
        raise UnknownNameError("form", form, FORMS, where="form")
    report, view = _report(given), {"person": person or None, "issue": issue or None}
    make = {"json": report.to_json, "html": report.to_html, "svg": report.to_svg}[form]
    media, suffix = FORMS[form]
    return File(make(**view).encode("utf-8", "replace"), media, f"burdenshare-story{suffix}")


def _report(given: Packed) -> StoryReport:
    from burdenshare.report.article import packaged_record
    from burdenshare.report.stories.story import StoryReport

    return StoryReport(unpacked(given), packaged_record())


def _reports(asked: Asked) -> Iterator[Report]:
    from burdenshare.reading.inputs import held_in
    from burdenshare.report.article import check
    from burdenshare.report.saved.files import HEAD, Form, form_of_bytes
    from burdenshare.report.saved.reports import reports_of

    given = asked.given
    form = form_of_bytes(given.data[:HEAD])
    if form is Form.JSON:
        yield from reports_of(given.data.decode("utf-8", "replace"), given.name)
        return
    if form is not None:
        raise InputError(f"is a saved report in {form.value}", where=given.name, remedy="give it as JSON")
    for one in held_in(given.source(), on=asked.on).documents:
        yield check(one, on=asked.on, now=asked.now)


def _titled(checked: CheckedDocument) -> CheckedDocument:
    """A title for pasted words, which a reader tells apart by how they begin."""
    from burdenshare.report.wording import title_of

    return replace(checked, document=replace(checked.document, title=title_of(checked.document)))


def _distinct(documents: Sequence[CheckedDocument]) -> Iterator[CheckedDocument]:
    """Each under an id of its own: two uploads may bear one name."""
    taken: set[str] = set()
    for one in documents:
        name, number = one.document.id, 1
        while name in taken:
            number += 1
            name = f"{one.document.id}-{number}"
        taken.add(name)
        yield one if name == one.document.id else replace(one, document=replace(one.document, id=name))
