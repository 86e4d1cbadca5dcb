"""Stories as one self-contained page: no network, no script, every word escaped; the picture is drawn into it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from burdenshare.checking.stories.model import Stories
from burdenshare.record import Record
from burdenshare.report import wording
from burdenshare.report.stories.briefing import Section, briefing
from burdenshare.report.stories.heads import headline, intro, left_alone
from burdenshare.report.stories.svg import svg_of
from burdenshare.report.stories.views import WHOLE, View
from burdenshare.report.templating import environment, style


@dataclass(frozen=True, slots=True)
class Chapter:
    """One story on the page, with its picture."""

    anchor: str
    title: str
    intro: str
    picture: Markup
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """All stories laid out, and a line for each document that stands alone."""

    chapters: tuple[Chapter, ...]
    alone: tuple[str, ...]


def page_of(stories: Stories, record: Record, view: View = WHOLE) -> str:
    """The page that shows all stories; documents that stand alone are named at its end."""
    laid = laid_out(stories, record, view)
    return (
        with_words(environment())
        .get_template("story.html")
        .render(
            chapters=laid.chapters,
            alone=laid.alone,
            style=style("story.css") + style("chapters.css"),
            edition=stories.edition.isoformat(),
        )
    )


def with_words(made: Environment) -> Environment:
    """`made` with the word that the parts of this page speak (`chapters.html`), for every page that shows them."""
    made.globals["clean"] = on_a_page
    return made


_HINT = re.compile(r" \(--(?:(json)|[a-z]+ \S+)\)$")


def on_a_page(text: str) -> str:
    """A line of the briefing without control characters; its hint at an option of the command line is told otherwise,
    or left out where the page has a choice for it."""
    return _HINT.sub(lambda found: " (all of them in the JSON)" if found[1] else "", wording.clean(text))


def laid_out(stories: Stories, record: Record, view: View = WHOLE) -> Laid:
    """The stories of several documents as chapters, or the one there is."""
    told = [one for one in stories.stories if len(one.sources) > 1 or len(stories.stories) == 1]
    alone = [line for one in stories.stories if one not in told for line in left_alone(one)]
    chapters = []
    for number, story in enumerate(told, start=1):
        one = Stories((story,), stories.edition, stories.code_version, stories.record_version)
        drawn = svg_of(one, record, view).replace("story-title", f"t{number}").replace("story-desc", f"d{number}")
        sections = tuple(briefing(story, record, view))
        # The picture is made of escaped text alone (`drawing.escaped`), so that it may stand in the page as it is.
        chapters.append(Chapter(f"story{number}", headline(story), intro(story), Markup(drawn), sections))
    return Laid(tuple(chapters), tuple(alone))
