"""What a data set holds as one self-contained page: no network, no script, every word escaped."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment

from burdenshare.corpus.asking.asking import Asking
from burdenshare.corpus.asking.sections import Rows, sections
from burdenshare.corpus.model import Fate
from burdenshare.corpus.told import meant
from burdenshare.record import Record
from burdenshare.report.templating import environment, style
from burdenshare.report.wording import clean

TITLE = "What the archive says"
TODAY_ONLY = "of texts without a day, held against today's record only"


def page(asking: Asking, record: Record, title: str = "") -> str:
    """The page as text; `title` stands over it. Raises InputError: a part of the data set is damaged."""
    rows = Rows(asking)
    made = asking.data.manifest
    return (
        _environment()
        .get_template("archive.html")
        .render(
            title=clean(title) or TITLE,
            counts=_counts(rows),
            span=_span(rows),
            sources=[clean(one) for one in made.sources],
            sections=list(sections(rows, record)),
            made=made,
            style=style("alliance.css") + style("alliance_parts.css") + _own_style(),
        )
    )


def _counts(rows: Rows) -> list[tuple[str, str]]:
    """What every document became of, and how many statements there are."""
    fates = rows.asking.data.manifest.fates
    told = [(meant(fate, fates[fate]), f"{fates[fate]:,}") for fate in Fate if fates.get(fate)]
    sums = rows.one(
        "SELECT count(*) AS said, count(*) FILTER (verdict = 'contradicted') AS refuted, "
        "count(now_only) AS undated FROM said"
    )
    refuted = ("contradicted by the record of the day", f"{sums['refuted']:,}")
    undated = [(TODAY_ONLY, f"{sums['undated']:,}")] if sums["undated"] else []
    return [*told, ("statement" if sums["said"] == 1 else "statements", f"{sums['said']:,}"), refuted, *undated]


def _span(rows: Rows) -> str:
    held = rows.one("SELECT min(published) AS first, max(published) AS last FROM prints")
    if held["first"] is None:
        return "no known day"
    return str(held["first"]) if held["first"] == held["last"] else f"{held['first']} to {held['last']}"


@cache
def _environment() -> Environment:
    return environment("burdenshare.corpus.asking")


def _own_style() -> str:
    return files("burdenshare.corpus.asking").joinpath("templates", "archive.css").read_text(encoding="utf-8")
