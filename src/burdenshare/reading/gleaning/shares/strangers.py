"""Countries outside the alliance whose share stands beside an ally's: `against China's 1.7 %`, `Australia at 1.9 %`."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.drafts import Draft
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.gleaning.parts.statement import part_statement
from burdenshare.reading.gleaning.shares.figures import Figure
from burdenshare.reading.gleaning.shares.words import words_of
from burdenshare.reading.mentions import SubjectMention

_LINKS = frozenset({"at", "with", "on", "(", ":", "by", "spends", "spent", "spending"})
_BEHIND = frozenset({"in", "for", "by"})
_REACH = 6
"""Words of a purse between a possessive and its figure: `China's official defence budget of about`."""


def stranger_of(figure: Figure) -> SubjectMention | None:
    """The country outside the alliance that owns this very figure by the words right beside it."""
    if not any(_outside(figure, s) for s in figure.context.parsed.subjects):
        return None
    return _in_front(figure) or _behind(figure)


def military_of(figure: Figure, stranger: SubjectMention) -> Draft | None:
    """The share as that country's own military spending, where the record knows the country."""
    if stranger.entity == "OTHER" or len(stranger.entity) != 3:
        return None
    where = Found((stranger.entity,), stranger.first, stranger.last)
    draft = part_statement(figure.context, "military_expenditure", "another country's military", where, likely=True)
    return replace(draft, note="% of GDP")


def _outside(figure: Figure, subject: SubjectMention) -> bool:
    named = subject.kind not in ("pronoun", "adjective", "demonym") and subject.entity not in ("AMBIGUOUS", "PRONOUN")
    given = subject.entity == "UKR" and figure.context.parsed.cues.has("aid")
    return named and not given and subject.entity not in figure.context.calendar.bearers


def _in_front(figure: Figure) -> SubjectMention | None:
    """`India's 2.4 %`, `Japan, at 1.4 %`, `South Korea (2.6 %)`, `Russia's military budget of 6.7 %`."""
    tokens, first = figure.context.parsed.tokens, figure.first
    edge = first - 1 if first and tokens[first - 1].low in _LINKS else first
    linked = edge < first
    if linked and edge > 1 and tokens[edge - 1].text == ",":
        edge -= 1
    for subject in figure.context.parsed.subjects:
        if subject.last > first or not _outside(figure, subject) or _closing_an_aside(figure, subject):
            continue
        if subject.last == edge and (linked or subject.possessive or _in_a_row(figure, subject)):
            return subject
        gap = [t.low for t in tokens[subject.last : first]]
        if subject.possessive and 0 < len(gap) <= _REACH and _a_purse(figure, gap) and not _another(figure, subject):
            return subject
    return None


def _closing_an_aside(figure: Figure, subject: SubjectMention) -> bool:
    """`Lithuania, which borders Russia and its ally Belarus, spent 2.8 %`: the last word of what is told in passing."""
    tokens = figure.context.parsed.tokens
    if subject.last >= len(tokens) or tokens[subject.last].text != ",":
        return False
    opened = next((i for i in range(subject.first - 1, figure.segment[0], -1) if tokens[i].text == ","), 0)
    return opened > 0 and tokens[opened + 1].low in ("which", "who", "bordering", "sharing", "facing")


def _a_purse(figure: Figure, gap: list[str]) -> bool:
    """Only words of a purse and how much it is stand between the owner and the figure."""
    owned = words_of("owned_by")
    plain = {"of", "at", "is", "was", "about", "some", "around", "official", "own", "total", "estimated", "(", ","}
    return gap[0] in owned | plain and all(word in owned or word in plain for word in gap)


def _another(figure: Figure, subject: SubjectMention) -> bool:
    return any(subject.last <= other.first < figure.first for other in figure.context.parsed.subjects)


def _in_a_row(figure: Figure, subject: SubjectMention) -> bool:
    """`…, Japan 1.4 % and South Korea 2.6 %`: names and figures by turns, behind another figure."""
    before = figure.context.parsed.tokens[subject.first - 1].low if subject.first else ""
    return bool(figure.others) and before in (",", "and", "than", "(", ";")


def _behind(figure: Figure) -> SubjectMention | None:
    """`1.7 % in China`, `2.4 % for India`, where no ally stands in front of the figure in its own words."""
    parsed, end = figure.context.parsed, figure.end
    if end >= len(parsed.tokens) or parsed.tokens[end].low not in _BEHIND:
        return None
    low = figure.segment[0]
    bearers = figure.context.calendar.bearers
    if any(low <= s.first and s.last <= figure.first and s.entity in bearers for s in parsed.subjects):
        return None
    for subject in parsed.subjects:
        article = subject.first == end + 2 and parsed.tokens[end + 1].low == "the"
        if (subject.first == end + 1 or article) and _outside(figure, subject) and not subject.possessive:
            return subject
    return None
