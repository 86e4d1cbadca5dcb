"""Which mentions of a sentence may own a figure: bodies and peoples, not places, offices, asides or owners of else."""

from __future__ import annotations

from collections.abc import Iterable

from burdenshare.reading.found_subjects import is_foreign
from burdenshare.reading.gleaning.shares.figures import Figure
from burdenshare.reading.gleaning.shares.words import words_of
from burdenshare.reading.mention_places import a_place
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.parse import Parsed

ALLIANCE = frozenset({"NATO", "EUR", "EUR_CAN"})


def bears(figure: Figure, subject: SubjectMention) -> bool:
    """Whether a mention can own a figure: bodies, peoples, and adjectives that stand for a people or a purse."""
    parsed = figure.context.parsed
    if subject.kind == "pronoun" or subject.entity not in figure.context.calendar.bearers:
        return False
    behind = parsed.tokens[subject.last].low if subject.last < len(parsed.tokens) else ""
    if behind in words_of("meeting_nouns") or a_place(parsed, subject):
        return False
    if subject.kind == "demonym":
        return parsed.tokens[subject.last - 1].text.endswith(("s", "h", "n", "e")) and not of_an_office(parsed, subject)
    if subject.kind != "adjective":
        return True
    if behind in words_of("owner_nouns") or behind in _NEIGHBOURS:
        return True  # "their Nordic neighbours"
    article = subject.first > 0 and parsed.tokens[subject.first - 1].low in ("the", "both")
    kind = parsed.tokens[subject.last].kind if subject.last < len(parsed.tokens) else "mark"
    verb = behind in words_of("spend_words") or behind in words_of("state_words") or behind in words_of("running_words")
    return article and (kind != "word" or verb or behind in ("and", "have", "had", "were", "will"))


def tells_of_another(parsed: Parsed, subject: SubjectMention) -> bool:
    """`NATO estimates it is 3.5 percent`, `the alliance puts it at 3.5`: who reckons, not whose it is."""
    behind = [t.low for t in parsed.tokens[subject.last : subject.last + 3]]
    verb = behind[:1] and behind[0] in _RECKONING
    return bool(verb) and bool({"it", "its", "this"} & set(behind[1:]))


_RECKONING = frozenset({"estimates", "estimated", "says", "said", "reckons", "puts", "put", "calculates", "reports"})


def of_an_office(parsed: Parsed, subject: SubjectMention) -> bool:
    """`the Finnish president`, `Germany's defence minister`: the country of an office, not the owner."""
    behind = subject.first >= 1 and parsed.tokens[subject.first - 1].low == "of"
    return any(
        title.first <= subject.first < title.last or (behind and title.last == subject.first - 1)
        for title in parsed.titles
    )


_LEAVING_OUT = frozenset({"excluding", "without", "minus", "discounting", "disregarding"})
_SPENDING_IT = frozenset({"spending", "devoting", "allocating", "investing", "dedicating", "contributing", "leading"})


def oblique(parsed: Parsed, subject: SubjectMention) -> bool:
    at = subject.first - 1
    while at > 0 and parsed.tokens[at].low in ("the", "all", "its", "other", "most", "both"):
        at -= 1
    before = parsed.tokens[at].low if at >= 0 else ""
    if before == "in" and subject.kind in ("capital", "metonym"):
        return True
    if before == "from" and subject.possessive:
        return False
    behind = parsed.tokens[subject.last].low if subject.last < len(parsed.tokens) else ""
    if before == "for" and behind == "to":
        return False  # "the call for NATO members to increase"
    if subject.entity == "EUR_CAN" and subject.kind == "phrase" and before in _LEAVING_OUT:
        return False  # "Excluding the United States, the alliance's members spent": those who are left
    if before == "with" and behind in _SPENDING_IT:
        return False  # "…, with Estonia spending 3.43 percent"
    if before == "only" and at > 0 and parsed.lows[at - 1] in words_of("oblique"):
        return True  # "Estonia is behind only Poland at 3.43 percent"
    return before in words_of("oblique")


def owned_elsewhere(parsed: Parsed, subject: SubjectMention) -> bool:
    """`Germany's neighbours`, `the alliance's biggest spender`, `Bulgaria's first jets`: the owner of another thing."""
    if not subject.possessive:
        return False
    behind = [token.low for token in parsed.tokens[subject.last : subject.last + 5]]
    if subject.entity in ALLIANCE and {"members", "allies"} & set(behind[:2]):
        return False
    if behind[:1] and behind[0][:1].isdigit():
        return False
    ranked = {"biggest", "largest", "neighbours", "neighbors", "neighbour", "neighbor", "lowest", "smallest"} & set(
        behind[:3]
    )
    return bool(ranked) or not any(word in words_of("owned_by") or word in ("percent", "per", "%") for word in behind)


def in_aside(figure: Figure, subject: SubjectMention) -> bool:
    """`Romanians, just across the Danube, spend`, `Poland, which joined with Hungary, spends`: between two commas, with
    an owner right in front of the first."""
    tokens = figure.context.parsed.tokens
    low, _ = figure.clause
    opened = next((i for i in range(subject.first - 1, low, -1) if tokens[i].text in (",", "(")), None)
    closed = next((i for i in range(subject.last, figure.first) if tokens[i].text in (",", ")")), None)
    if opened is None or closed is None or closed >= figure.first - 1 or opened + 1 == subject.first:
        return False
    named = {i for s in figure.context.parsed.subjects for i in range(s.first, s.last)}
    if all(i in named or tokens[i].low in ("and", "plus", "or", "the") for i in range(opened + 1, subject.first)):
        return False  # the end of a list
    return any(other.last == opened and bears(figure, other) for other in figure.context.parsed.subjects)


def stranger(figure: Figure, subject: SubjectMention) -> bool:
    if subject.entity == "UKR" and figure.context.parsed.cues.has("aid"):
        return False
    return is_foreign(figure.context.parsed, subject, figure.context.calendar.bearers) and not subject.possessive


def part_of_alliance(figure: Figure, subject: SubjectMention) -> str:
    """`EU allies`, `the alliance's members, excluding the United States`."""
    parsed = figure.context.parsed
    before = parsed.tokens[subject.first - 1].low if subject.first else ""
    if before == "eu" and parsed.tokens[subject.last - 1].low in ("allies", "members"):
        return "EU_ALLIES"
    words = parsed.text(*figure.clause)
    without = ("excluding", "without", "outside", "other than")
    if any(f"{word} the united states" in words or f"{word} the us" in words for word in without):
        return "EUR_CAN"
    return "NATO"


GAPS = (["and"], [",", "and"], ["nor"], ["or"], ["&"], [",", "plus"], ["plus"])


def listed(figure: Figure, subject: SubjectMention) -> tuple[tuple[str, ...], int]:
    """Every ally of a list that ends with this one: `Slovenia, Belgium and Luxembourg were each below`."""
    tokens = figure.context.parsed.tokens
    entities, first, joined = [subject.entity], subject.first, False
    if len(subject.entity) != 3 or subject.entity == "EUR":
        return (subject.entity,), first
    earlier = [s for s in figure.context.parsed.subjects if s.last <= subject.first and s.kind != "pronoun"]
    for other in reversed(earlier):
        gap = [token.low for token in tokens[other.last : first] if token.low not in ("the", "both")]
        if gap not in GAPS and gap != [","]:
            break
        if len(other.entity) != 3 or (not bears(figure, other) and other.kind != "adjective"):
            break
        joined = joined or gap in GAPS
        entities.insert(0, other.entity)
        first = other.first
    return (tuple(dict.fromkeys(entities)), first) if joined else ((subject.entity,), subject.first)


def allies_of(figure: Figure, subjects: Iterable[SubjectMention]) -> tuple[str, ...]:
    allies = figure.context.calendar.allies
    return tuple(dict.fromkeys(s.entity for s in subjects if s.entity in allies))


_NEIGHBOURS = frozenset({"neighbour", "neighbours", "neighbor", "neighbors"})


def of_neighbour(figure: Figure) -> bool:
    """`its eastern neighbour got to 2.0`: somebody who is not named."""
    at = _neighbour_at(figure)
    if at is None or named_neighbour(figure) is not None:
        return False
    allies = figure.context.calendar.allies
    return not any(s.first in (at + 1, at + 2) and s.entity in allies for s in figure.context.parsed.subjects)


def named_neighbour(figure: Figure) -> SubjectMention | None:
    """`their Nordic neighbours`, `its Polish neighbour`: named by the adjective in front."""
    at = _neighbour_at(figure)
    named = (s for s in figure.context.parsed.subjects if s.last == at and s.kind != "pronoun" and not s.possessive)
    return next(named, None) if at is not None else None


def _neighbour_at(figure: Figure) -> int | None:
    low, lows = figure.clause[0], figure.context.parsed.lows
    return next((i for i in range(low, figure.first) if lows[i] in _NEIGHBOURS), None)
