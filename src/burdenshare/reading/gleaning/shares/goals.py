"""Whose goal it is and when it is due, where the words between owner and figure decide: who is to reach it, who asks
it of the others, and which of two goals is the old one."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.shares.bearers import ALLIANCE, bears, oblique, of_an_office, owned_elsewhere
from burdenshare.reading.gleaning.shares.figures import Figure
from burdenshare.reading.gleaning.shares.words import words_of
from burdenshare.reading.model import Kind
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.tables import word_list
from burdenshare.reading.whose_aims import of_a_nationality

_SINCE_THEN = 2030
"""From the summit of 2025 on, nobody in the alliance has aimed for two per cent by a year as late as this."""


def settled(figure: Figure, draft: Draft) -> Draft:
    """The promise with the owner and the year that its own words give it."""
    if draft.measure != "guideline" or draft.kind is not Kind.PROMISE:
        return draft
    group = _as_one(figure, draft)
    if group:
        draft = replace(draft, measure="share_of_gdp", kind=Kind.FACT, subject=(group,), period_from="explicit")
        return replace(draft, holes=draft.holes | {"group"}, likely=True)
    return _timely(figure, _asked_of_all(figure, _own(figure, _reached_by(figure, draft))))


def _as_one(figure: Figure, draft: Draft) -> str:
    """`European allies taken as a whole will meet the 2 % target this year`: the group's own share of a year that runs
    or is gone, which nobody promises for each of them."""
    on, year = figure.context.calendar.on, draft.period[:4]
    if draft.subject != ("NATO",) or on is None or not year.isdecimal() or int(year) > on.year:
        return ""
    if draft.rule != "share by its clause":
        return ""  # "will collectively meet NATO's target of 2 %": the target, and beside it who meets it
    parsed = figure.context.parsed
    front, behind = parsed.lows[figure.clause[0] : figure.first], parsed.lows[figure.end : figure.end + _BEHIND]
    if not _VOWED.isdisjoint(front):
        return ""
    if _TAKEN.isdisjoint(front) and _TAKEN.isdisjoint(behind):
        spread = pairwise(pairwise(front))
        if not any(a == ("as", "a") and b[1] in _WHOLES for a, b in spread):
            return ""
    groups = [s.entity for s in parsed.subjects if s.entity in ("EUR", "EUR_CAN") and s.last <= figure.first]
    return groups[-1] if groups else ""


_TAKEN = word_list("taken_as_one")
_VOWED = word_list("agreeing_verbs") | {"agree", "must", "should", "pledge", "pledged", "committed", "promised"}
_WHOLES = frozenset({"whole", "group", "bloc"})
_BEHIND = 8
"""Tokens behind a share in which it is told of all together: `will spend 2 % of GDP on defence collectively`."""


def _own(figure: Figure, draft: Draft) -> Draft:
    """`Lithuania's parliament confirmed guidelines that foresee 3 %`, `Spain can meet its commitments on 2.1%`: a power
    at home that decides, or a share that nobody asked of all."""
    if draft.subject != ("NATO",) or draft.ours:
        return draft
    national = of_a_nationality(figure.context)
    if national is not None:
        return replace(draft, subject=national.entities, likely=True)
    parsed, low = figure.context.parsed, figure.clause[0]
    if any(title.entity == "NATO" and title.first < figure.first for title in parsed.titles):
        return draft  # "NATO Secretary General Mark Rutte suggested a target of 3.7 %"
    if figure.value not in _ASKED and not _all_between(figure, low, figure.first, names=False):
        topic = figure.context.topic
        owner = _ally_before(figure, figure.first) or topic.country or topic.home
        return replace(draft, subject=(owner,), likely=True) if owner else draft
    if _all_between(figure, 0, len(parsed.tokens)):
        return draft
    home = figure.context.topic.country or figure.context.topic.home
    if home and _by_law(figure):
        return replace(draft, subject=(home,), likely=True)
    for s in parsed.subjects:
        power = parsed.lows[s.last] if s.last < len(parsed.lows) else ""
        ally = s.entity in figure.context.calendar.allies and low <= s.first and s.last <= figure.first
        if ally and power in words_of("own_powers") and power != "minister":
            return replace(draft, subject=(s.entity,), likely=True)
    return draft


def _by_law(figure: Figure) -> bool:
    """`the new law, which sets a minimum of 2 % of GDP`, in a text on one country: no alliance makes laws."""
    parsed = figure.context.parsed
    named = any(s.entity in ALLIANCE or s.entity == "EU" for s in parsed.subjects)
    front = parsed.lows[figure.clause[0] : figure.first]
    return not named and not _LAWS.isdisjoint(front) and not _SETTING.isdisjoint(front)


_LAWS = frozenset({"law", "legislation", "act", "bill"})
_SETTING = frozenset({"sets", "set", "requires", "mandates", "mandating", "requiring", "demands", "stipulates"})


_ASKED = (1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0)


def _reached_by(figure: Figure, draft: Draft) -> Draft:
    """`Canada says the right things about meeting NATO's target of 2 % by 2032`, `her country will exceed the 3 % mark
    in 2024`: who is to reach or to pass it, owns the year."""
    if draft.subject != ("NATO",) or draft.ours or not draft.period[:4].isdecimal():
        return draft
    low = figure.clause[0]
    core = figure.context.quantity.core[0]  # behind "exceed the", which is the figure's own hedge
    verbs = [figure.found.last(name, low, core) for name in ("reach_words", "over_words")]
    reach = max((span for span in verbs if span is not None), default=None)
    if reach is None or _all_between(figure, low, reach[0]) or figure.found.any("negations", low, reach[0]):
        return draft
    owner = _ally_before(figure, reach[0]) or _governed_before(figure, reach[0]) or _cabinet(figure, reach[0])
    return replace(draft, subject=(owner,), likely=True) if owner else draft


def _ally_before(figure: Figure, stop: int) -> str:
    parsed, allies = figure.context.parsed, figure.context.calendar.allies
    for s in reversed(parsed.subjects):
        if s.last > stop or s.first < figure.clause[0] or s.entity not in allies or s.kind == "pronoun":
            continue
        if (
            bears(figure, s)
            and not oblique(parsed, s)
            and not of_an_office(parsed, s)
            and not owned_elsewhere(parsed, s)
        ):
            return s.entity
    return ""


def _governed_before(figure: Figure, stop: int) -> str:
    """`Carney committed to meeting the alliance's target in 2025`: the ally he serves; a president of the United States
    asks it of others."""
    calendar, persons = figure.context.calendar, figure.context.parsed.persons
    near = [p for p in persons if figure.clause[0] <= p.first and p.last <= stop]
    if not near:
        return ""
    homes = {calendar.serves(name) for name in near[-1].candidates}
    home = homes.pop() if len(homes) == 1 else ""
    return home if home in calendar.allies and home != "USA" else ""


def _cabinet(figure: Figure, stop: int) -> str:
    """`The current government has pledged to reach it by 2018`, in a text on one country."""
    here = set(figure.context.parsed.lows[figure.clause[0] : stop])
    topic = figure.context.topic
    return (topic.country or topic.home) if here & words_of("own_powers") else ""


def _all_between(figure: Figure, low: int, high: int, *, names: bool = True) -> bool:
    """Whether allies without a name stand there: `NATO members`, `its European allies`."""
    parsed = figure.context.parsed
    if names and any(s.entity in ALLIANCE and low <= s.first < high and not s.possessive for s in parsed.subjects):
        return True
    return parsed.cues.has("member_nouns", low, high)


def _asked_of_all(figure: Figure, draft: Draft) -> Draft:
    """`The US leader wrung a commitment from allies to find 5 %`, `Spain did not agree to Trump's plan of 5 %`."""
    allies = figure.context.calendar.allies
    if not draft.subject or not set(draft.subject) <= allies:
        return draft
    parsed = figure.context.parsed
    if (
        _stands_beside(figure)
        or _proposed_to_all(figure)
        or (not draft.period and figure.value in _ASKED and _criticised(figure))
    ):
        return replace(draft, subject=("NATO",), likely=True)
    if len(draft.subject) > 1:
        return draft
    whose = any(s.entity in ALLIANCE and s.possessive and s.last == figure.first for s in parsed.subjects)
    if whose and not draft.period:
        return replace(draft, subject=("NATO",), likely=True)  # "Latvia is above the alliance's 2%-of-GDP goal"
    named = [s for s in parsed.subjects if s.entity == draft.subject[0] and s.last <= figure.first]
    if not named:
        asked = _NATIONS & set(parsed.lows[figure.clause[0] : figure.first]) and figure.found.any("demand_words")
        return replace(draft, subject=("NATO",), likely=True) if asked and not draft.ours else draft
    if _goal_of_its_own(figure, named[-1].last):
        return replace(draft, subject=("NATO",), period="", period_from="", likely=True)
    others = _others_to(figure, named[-1].last) or _plan_of_another(figure, named[-1].last)
    return replace(draft, subject=("NATO",), likely=True) if others else draft


def _stands_beside(figure: Figure) -> bool:
    """`is today far above the current target of 2 %`: where an ally stands to a line that all know."""
    parsed, low = figure.context.parsed, figure.clause[0]
    spans = [a for a, b in parsed.cues.spans("target", max(low, figure.first - 4), figure.first) if b < figure.first]
    if not spans or figure.context.parsed.lows[spans[-1] - 1] not in _KNOWN_LINES:
        return False
    return not word_list("beside_a_line").isdisjoint(parsed.lows[max(low, spans[-1] - 3) : spans[-1]])


_KNOWN_LINES = frozenset({"current", "existing", "nato", "nato's", "alliance's"})
"""In front of a target these make it the one that all know."""


def _proposed_to_all(figure: Figure) -> bool:
    """`Croatia and Slovenia support NATO's proposed increase in targets to 5 %`: what the alliance puts to all."""
    parsed = figure.context.parsed
    whose = [s for s in parsed.subjects if s.entity in ALLIANCE and s.possessive and s.last <= figure.first]
    if not whose or any(whose[-1].last <= s.first < figure.first for s in parsed.subjects):
        return False
    return not _PROPOSED.isdisjoint(parsed.lows[whose[-1].last : whose[-1].last + 3])


def _criticised(figure: Figure) -> bool:
    """`drew criticism for failing to hit the existing 2 % target`: what all were asked, and the one did not do."""
    return figure.context.parsed.lows[max(0, figure.first - 6) : figure.first][:-1].count("failing") > 0 and any(
        word in ("hit", "meet", "reach") for word in figure.context.before(4)
    )


_PROPOSED = frozenset(
    {"proposed", "proposal", "plan", "plans", "planned", "demand", "demands", "call", "push", "request"}
)


_NATIONS = frozenset({"nations", "countries", "allies", "members", "europeans", "states"})


def _others_to(figure: Figure, low: int) -> bool:
    """Allies without a name, nearer to the figure than the named one, and the ones who are to do it."""
    parsed = figure.context.parsed
    spans = [(s.first, s.last) for s in parsed.subjects if s.entity in ALLIANCE and not s.possessive]
    spans += parsed.cues.spans("member_nouns", low, figure.first)
    for first, last in spans:
        if not low <= first or last > figure.first:
            continue
        beside = {"with", "alongside", "like", "among", "other", "than", "as"} & set(
            parsed.lows[max(0, first - 2) : first]
        )
        if parsed.lows[last : last + 1] in (["to"], ["should"], ["must"], ["would"], ["spend"]) and not beside:
            return True
    return False


def _goal_of_its_own(figure: Figure, low: int) -> bool:
    """`Spain expects to reach the goal, but the new goal could be over 3 %`: the goal is a subject of its own."""
    parsed = figure.context.parsed
    for first, last in parsed.cues.spans("target", low, figure.first):
        new = parsed.lows[first - 2 : first] in (["the", "new"], ["a", "new"])
        if new and parsed.lows[last : last + 1] and parsed.lows[last] in _BEING:
            return True
    return False


_BEING = frozenset({"could", "will", "would", "may", "might", "is", "should"})


def _plan_of_another(figure: Figure, low: int) -> bool:
    parsed, calendar = figure.context.parsed, figure.context.calendar
    for p in parsed.persons:
        if not low <= p.first or p.last > figure.first or not parsed.tokens[p.last - 1].possessive:
            continue
        homes = {calendar.serves(name) for name in p.candidates}
        if homes & {"USA", "NATO"}:
            return True
    return False


def _timely(figure: Figure, draft: Draft) -> Draft:
    """The year of the promise, unless it is that of a meeting, or of the goal that takes this one's place."""
    year = draft.period[:4]
    if not year.isdecimal():
        return draft
    if figure.found.any("open_due", figure.end, figure.end + 8):
        return replace(draft, period="", period_from="")  # "that will rise to 3% in the next Parliament"
    common = draft.subject == ("NATO",)
    larger = any(other.number.value > figure.value for other in figure.others)
    late = common and figure.value == 2 and larger and int(year) >= _SINCE_THEN
    if late or (common and (_old(figure, year) or _behind_but(figure, year))):
        return replace(draft, period="", period_from="")
    if not _of_a_meeting(figure, year):
        return draft
    due = _due_in_sentence(figure, int(year))
    return replace(draft, period=due, period_from="due" if due else "")


def _old(figure: Figure, year: str) -> bool:
    """`well above the previous 2 % target`, `an increase on the 2 % pledge made in Wales`, `doubling the 2 % goal`."""
    parsed = figure.context.parsed
    front = parsed.lows[max(figure.clause[0], figure.first - 7) : figure.first]
    if words_of("doubling_words") & set(front):
        return True
    beside = set(front[-4:]) | set(parsed.lows[figure.end : figure.end + 5])
    if not beside & words_of("old_goals"):
        return False
    return not any(p.value[:4] == year and figure.end <= p.first <= figure.end + 5 for p in parsed.periods)


def _behind_but(figure: Figure, year: str) -> bool:
    """`is one of eight not meeting the benchmark of 2 %, but has pledged to get there by 2032`: the year of what is
    told behind, which is not the alliance's."""
    parsed = figure.context.parsed
    mine = [p for p in parsed.periods if p.value.split("/")[-1][:4] == year]
    return bool(mine) and all(
        p.first >= figure.end and any(pair == (",", "but") for pair in pairwise(parsed.lows[figure.end : p.first]))
        for p in mine
    )


def _of_a_meeting(figure: Figure, year: str) -> bool:
    """`At the 2025 summit in The Hague members pledged …`: when it was promised."""
    on = figure.context.calendar.on
    if on is None or int(year) > on.year:
        return False
    lows = figure.context.parsed.lows
    mine = [p for p in figure.context.parsed.periods if p.value[:4] == year and p.role != "now"]
    return bool(mine) and all(
        p.last <= figure.first and p.role != "by" and _MEETINGS & set(lows[p.last : p.last + 4]) for p in mine
    )


_MEETINGS = frozenset({"summit", "meeting", "gathering", "declaration", "conference"})


def _due_in_sentence(figure: Figure, running: int) -> str:
    """The one year to come that the sentence names for its goals."""

    def ahead(p: PeriodMention) -> bool:
        return p.value.isdecimal() and len(p.value) == 4 and int(p.value) > running

    years = {p.value for p in figure.context.parsed.periods if ahead(p)}
    return years.pop() if len(years) == 1 else ""
