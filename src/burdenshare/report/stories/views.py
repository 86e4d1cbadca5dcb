"""What of a story is asked for: all of it, one person, or one issue."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from burdenshare.checking.stories.model import Stories, Story, Telling
from burdenshare.errors import InputError, UnknownNameError
from burdenshare.reading.issues import register
from burdenshare.report.names import fold


@dataclass(frozen=True, slots=True)
class View:
    """A person's name as the stories have it, or an issue id; both empty for the whole."""

    person: str = ""
    issue: str = ""


WHOLE = View()
MOST_NAMED = 8
"""Speakers named to a caller who asked for somebody else."""


def view_of(stories: Stories, person: str | None, issue: str | None) -> View:
    """The view that a caller's words mean. Raises InputError with the nearest names, or with those there are."""
    return View(_person(stories, person) if person else "", issue_of(issue) if issue else "")


def _person(stories: Stories, text: str) -> str:
    """A speaker by full name or by the last word of it. Several of one surname need the whole name."""
    names = speakers_of(stories)
    wanted = fold(text)
    exact = [name for name in names if fold(name) == wanted]
    ending = [name for name in names if fold(name).split()[-1:] == [wanted]]
    found = exact or ending
    if len(found) != 1:
        if found or get_close_matches(wanted, [fold(name) for name in names]):
            raise UnknownNameError("speaker of these documents", text, found or names, where="--person")
        heard = ", ".join(names[:MOST_NAMED]) + (" and others" if len(names) > MOST_NAMED else "")
        remedy = f"they hold words of {heard}" if names else "they hold nobody's words"
        raise InputError(f"'{text}' speaks in none of these documents", where="--person", remedy=remedy)
    return found[0]


def issue_of(text: str) -> str:
    """An issue by its id, in any case, with blanks or underscores. Raises UnknownNameError."""
    known = {fold(issue): issue for issue, _, _ in register()}
    if fold(text) not in known:
        raise UnknownNameError("issue", text, known.values(), where="--issue")
    return known[fold(text)]


def speakers_of(stories: Stories) -> list[str]:
    """Everybody whose words the stories hold, in order of first mention."""
    return list(dict.fromkeys(one.speaker for story in stories.stories for one in tellings_of(story) if one.speaker))


def tellings_of(story: Story) -> list[Telling]:
    """Every statement of a story in order of the days."""
    return sorted(story.tellings, key=day_order)


def day_order(telling: Telling) -> tuple[str, str, int, int]:
    """By the day of the saying, then of the print, then as in the text; the undated last."""
    told = telling.told_on.isoformat() if telling.told_on else "9"
    printed = telling.printed_on.isoformat() if telling.printed_on else "9"
    return told, printed, telling.source, telling.statement.span.start
