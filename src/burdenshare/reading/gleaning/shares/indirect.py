"""Owners that no subject in front of the figure names: who spends it behind, the first of two, an epithet, a person."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from burdenshare.quick import quick
from burdenshare.reading.gleaning.shares.bearers import ALLIANCE, allies_of, bears, listed, part_of_alliance
from burdenshare.reading.gleaning.shares.figures import Figure
from burdenshare.reading.mentions import SubjectMention


@quick
@dataclass(frozen=True, slots=True)
class Owner:
    """The owner of a figure: `sure` where it stands in the figure's own clause; `ours` for `we`, whoever speaks."""

    entities: tuple[str, ...]
    first: int
    last: int
    sure: bool = True
    ours: bool = False

    @property
    def allies(self) -> bool:
        """Whether it is single allies, not the alliance or Europe."""
        return bool(self.entities) and not set(self.entities) & ALLIANCE


NOBODY = Owner((), 0, 0, sure=False)
"""The figure belongs to somebody who is no ally."""


def all_of_which(figure: Figure) -> Owner | None:
    """`Estonia, Latvia and Greece, all of which spend above 3%`: the whole list in front."""
    span = figure.found.last("all_of_which", figure.clause[0], figure.first)
    if span is None:
        return None
    near = (s for s in figure.context.parsed.subjects if 0 <= span[0] - s.last <= 2 and bears(figure, s))
    last = next(near, None)
    return owner_at(figure, last) if last is not None else None


def by_home(figure: Figure) -> Owner | None:
    """`Estonian Prime Minister Kaja Kallas said her country will exceed 3 %`: the country of the office in front."""
    span = figure.found.last("home_phrases", 0, figure.first)
    allies = figure.context.calendar.allies
    if span is None:
        return None
    titled = [t.entity for t in figure.context.parsed.titles if t.last <= span[0] and t.entity in allies]
    return Owner((titled[-1],), *span, sure=False) if titled else None


def by_title(figure: Figure) -> Owner | None:
    """`Defence spending will hit 2 %, Portugal's prime minister said`: the country of the office that tells it."""
    parsed, allies = figure.context.parsed, figure.context.calendar.allies
    titled = {t.entity for t in parsed.titles if t.entity in allies and t.first >= figure.end}
    others = {s.entity for s in parsed.subjects if s.kind != "pronoun"} - titled
    if len(titled) != 1 or others or figure.context.previous is not None:
        return None
    return Owner((titled.pop(),), figure.first, figure.first, sure=False)


def by_epithet(figure: Figure) -> Owner | None:
    """`the alliance's biggest spender set aside 3.5%`: who is meant, without a name."""
    low = figure.clause[0] if figure.told() is None else 0
    named = {code: figure.found.last(f"epithet_{code.lower()}", low, figure.first) for code in EPITHETS}
    spans = [(span, code) for code, span in named.items() if span is not None]
    return Owner((max(spans)[1],), *max(spans)[0], sure=False) if spans else None


EPITHETS = ("USA", "DEU")


def by_person(figure: Figure) -> Owner | None:
    """`Rishi Sunak set a course for 2.5% by 2030`: who governs an ally promises for it; who demands, does not."""
    context = figure.context
    low, _ = figure.clause
    vow = figure.found.last("vows", low, figure.first)
    if vow is None or figure.found.any("ours_shared", *figure.clause):
        return None
    for person in reversed([p for p in context.parsed.persons if low <= p.first and p.last <= vow[0]]):
        homes = {context.calendar.serves(name) for name in person.candidates}
        home = homes.pop() if len(homes) == 1 else ""
        if home in context.calendar.allies and home != "USA":
            return Owner((home,), person.first, person.last, sure=False)
        return None
    return None


def spending_behind(figure: Figure) -> Owner | None:
    """`the 3.2 percent that the United States spends`, `the 2.4% the country currently spends`, `Poland, whose 4.5%`:
    who spends the very figure."""
    context, tokens = figure.context, figure.context.parsed.tokens
    if figure.first and tokens[figure.first - 1].low == "whose":
        named = [s for s in context.parsed.subjects if s.last < figure.first and bears(figure, s)]
        return Owner((named[-1].entity,), named[-1].first, named[-1].last) if named else None
    stop = min(figure.segment[1], figure.end + 12)
    verb = next((i for i in range(figure.end, stop) if tokens[i].low in ("spends", "spend", "spent", "spending")), None)
    front = [t.low for t in tokens[figure.end : verb]] if verb is not None else [","]
    if verb is None or {",", ";", "in", "on", "to", "by", "than", "and", "for"} & set(front):
        return None
    for subject in context.parsed.subjects:
        if figure.end <= subject.first < verb and subject.kind != "pronoun" and bears(figure, subject):
            return owner_at(figure, subject)
    if front in (["we"], ["that", "we"], ["which", "we"]):
        return Owner((), figure.first, figure.first, sure=False, ours=True)  # "it is 2.1 per cent that we spend"
    home = any(a == "the" and b in ("country", "nation", "republic", "kingdom") for a, b in pairwise(front))
    alone = {s.entity for s in context.parsed.subjects if s.entity in context.calendar.allies}
    country = context.topic.country or context.topic.home or (alone.pop() if len(alone) == 1 else "")
    return Owner((country,), figure.first, figure.first, sure=False) if home and country else None


def owner_at(figure: Figure, subject: SubjectMention, *, sure: bool = True) -> Owner:
    entities, first = listed(figure, subject)
    if entities == ("NATO",):
        entities = (part_of_alliance(figure, subject),)
    return Owner(entities, first, subject.last, sure)


def of_two(figure: Figure) -> Owner | None:
    """`the former`, `the latter`, `the one`, `the other`: of two allies told before."""
    low, _ = figure.clause
    for name, place in (("first_of_two", 0), ("second_of_two", 1)):
        span = figure.found.last(name, low, figure.first)
        if span is None:
            continue
        two = _two_before(figure, span[0])
        if two:
            return Owner((two[place],), span[0], span[1], sure=False)
    return None


def _two_before(figure: Figure, at: int) -> tuple[str, ...]:
    parsed, previous = figure.context.parsed, figure.context.previous
    here = allies_of(figure, (s for s in parsed.subjects if s.last <= at))
    if len(here) == 2:
        return here
    before = allies_of(figure, previous.subjects) if previous is not None else ()
    return before if len(before) == 2 and not here else ()
