"""Which stands are told in a briefing: a few of each actor, the plainest first."""

from __future__ import annotations

from burdenshare.checking.stories.model import Issue, Stand
from burdenshare.reading.model import Modality, Mode

MOST_OF_AN_ACTOR = 3
"""Stands of one actor on one issue in a briefing; `--issue` and `--person` show them all."""

MOST_ACTORS = 8


def shown_stands(issue: Issue) -> list[Stand]:
    """Actor by actor, in order of the days: stands whose own words name the issue."""
    shown: list[Stand] = []
    for actor in issue.actors[:MOST_ACTORS]:
        own = [one for one in issue.stands if one.actor == actor and told_plainly(one)]
        best = sorted(own, key=_rank)[:MOST_OF_AN_ACTOR]
        shown += [one for one in own if one in best]
    return shown


def told_plainly(stand: Stand) -> bool:
    """Whether a reader would call it a stand: on the issue by its own words, and a number, a side or a quotation."""
    quote = stand.telling.statement.speaker.mode is Mode.QUOTE
    return stand.plain and (stand.figure or bool(stand.direction) or quote)


def _rank(stand: Stand) -> tuple[bool, bool, bool, bool]:
    """Numbers and sides before bare words, quotations before reports, the supposed last."""
    statement = stand.telling.statement
    return (
        not (stand.figure or stand.direction or statement.modality is Modality.DENIAL),
        statement.modality is Modality.HYPOTHETICAL,
        not stand.figure,
        statement.speaker.mode is not Mode.QUOTE,
    )


def others_line(issue: Issue) -> list[str]:
    """How many stands are left out of a briefing, and where they are."""
    rest = len(issue.stands) - len(shown_stands(issue))
    return [f"and {rest} more near this issue (--issue {issue.id})"] if rest else []
