"""What a strict rule gave to the wrong owner or year, where the clause itself names another."""

from __future__ import annotations

import math

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.shares.alike import all_of_the_last, as_does, each
from burdenshare.reading.gleaning.shares.bearers import bears, named_neighbour, of_neighbour
from burdenshare.reading.gleaning.shares.beginnings import begun
from burdenshare.reading.gleaning.shares.bounds import bound_of, reached
from burdenshare.reading.gleaning.shares.circles import of_the_union, with_america, without_america
from burdenshare.reading.gleaning.shares.evidence import for_defence
from burdenshare.reading.gleaning.shares.figures import SHARES, Figure
from burdenshare.reading.gleaning.shares.given_away import given_away
from burdenshare.reading.gleaning.shares.goals import settled
from burdenshare.reading.gleaning.shares.indirect import all_of_which, by_epithet
from burdenshare.reading.gleaning.shares.odd import not_the_alliances
from burdenshare.reading.gleaning.shares.owners import clause_owner, owner_of
from burdenshare.reading.gleaning.shares.percent import share_gleaned
from burdenshare.reading.gleaning.shares.plans import AGREED, GROUPS, dated, fiscal, owned, reaching
from burdenshare.reading.gleaning.shares.strangers import military_of, stranger_of
from burdenshare.reading.gleaning.shares.tallies import counted
from burdenshare.reading.gleaning.shares.times import counted_year
from burdenshare.reading.gleaning.shares.todays import as_it_stands
from burdenshare.reading.levels_now import is_own_share
from burdenshare.reading.model import Interval, Kind, Modality
from burdenshare.reading.replacing import replaced
from burdenshare.reading.shares import of_the_sum_in_front
from burdenshare.reading.standing_targets import standing_target
from burdenshare.reading.whose_aims import of_what_was_agreed

COARSE = 0.09
"""`reached 2.22 percent` tells the level; `reached 2.2 percent` tells that it is at least that."""
_WHOSE = "not understood: whose share of GDP it is"
_REST = frozenset({"others", "remainder", "rest"})


def mended(context: Context, draft: Draft) -> Draft | str:
    """The draft of a strict rule, or a better one of the same figure."""
    if context.quantity.unit != "%" and draft.unit != "%":
        return draft
    if draft.measure == "aid" and draft.unit == "%":
        return _not_given(context, draft)
    if draft.measure == "expenditure_growth":
        return _no_growth(context, draft)
    if draft.measure not in SHARES or draft.rule == "part of a target" or context.pair() is not None:
        return draft
    if standing_target(context) is not None:
        return draft  # "the alliance's target, which stands at 2 %": whose it is, its own words tell
    if draft.measure == "guideline" and of_what_was_agreed(context, context.subject()) is not None:
        return replaced(draft, likely=True)
    figure = Figure(context)
    stranger = stranger_of(figure)
    if stranger is not None:
        return military_of(figure, stranger) or _WHOSE
    if _given_up(figure):
        return "a possibility, not a statement"
    if named_neighbour(figure) is not None:
        return share_gleaned(figure) or _WHOSE  # "their Polish neighbours spend 4.7 % of GDP"
    if of_neighbour(figure) and any(s.possessive and (s.entity,) == draft.subject for s in context.parsed.subjects):
        return _WHOSE  # "Norway's neighbours spent 2.4 %"
    if draft.rule.endswith(", carried") and (of_neighbour(figure) or _REST & set(context.before(5))):
        return _WHOSE
    if draft.rule == "target, carried" and (context.quantity.role == "from" or context.before(1) == ["from"]):
        return share_gleaned(figure) or _WHOSE  # "to 2 percent by 2026 from 0.95 percent now": where it stands
    if draft.measure == "guideline":
        given = given_away(figure, draft)
        return (
            given
            if given is not None
            else _target(figure, settled(figure, fiscal(dated(figure, owned(figure, draft)))))
        )
    if of_the_sum_in_front(context) is not None:
        return draft
    if draft.kind is Kind.FACT and _supposed(figure):
        return "a supposition, not a statement"
    found = _carried(figure, _followed(figure, _recorded(figure, draft)))
    return found if isinstance(found, str) else _to_come(figure, fiscal(begun(figure, found)))


def _ratio_told(figure: Figure, draft: Draft) -> bool:
    """`Turkey, with a ratio of 2.09 percent, has met the target`: the ally's own level beside the target."""
    printed = (
        figure.context.quantity.number.step < COARSE and len(draft.subject) == 1 and not set(draft.subject) & GROUPS
    )
    ratio = figure.context.before(2)[-2:] in (["ratio", "of"], ["share", "of"], ["rate", "of"], ["level", "of"])
    return printed and ratio and figure.context.cue_sentence("met") and not figure.context.cue_before("future")


def _given_up(figure: Figure) -> bool:
    """`keep it at 2% instead of raising it to 3.5%`: what somebody will not do."""
    front = figure.context.before(8)
    at = next((i for i in range(len(front) - 2) if tuple(front[i : i + 2]) in _INSTEAD), None)
    return at is not None and front[at + 2].endswith("ing") and figure.clause[0] <= figure.first - len(front) + at


_INSTEAD = (("instead", "of"), ("rather", "than"))


def _target(figure: Figure, draft: Draft) -> Draft | str:
    """A target with its bound, unless nobody has ever set such a one for the alliance."""
    if figure.context.after(1) in (["point"], ["points"]):
        return "not understood: a gap, not what is spent"  # "leaving a 0.42% point gap"
    if draft.subject == ("NATO",) and draft.comparator == "<" and draft.value is not None and draft.value.central <= 2:
        return _WHOSE  # "24 of the 29 invest less than 2 percent": nobody ever aimed below it
    if _ratio_told(figure, draft):
        return replaced(as_it_stands(figure.context, draft), likely=True)
    if "yet" in figure.context.before(4) and {"not", "n't", "isn't", "aren't"} & set(figure.context.before(6)):
        return share_gleaned(figure) or _WHOSE  # "is not yet at 3.5 per cent, nor will it be before 2033"
    other = not_the_alliances(figure, draft)
    if other is not None:
        return other if other.subject or other.ours else _WHOSE
    return reaching(figure, draft)


def _followed(figure: Figure, draft: Draft | str) -> Draft | str:
    """`2% of its GDP in 2023, followed by Italy with 1.7% and Spain with 1.3%`: the year of the row's first figure."""
    if isinstance(draft, str) or draft.period_from not in ("assumed", "now", "carried") or draft.comparison:
        return draft
    lows = figure.context.parsed.lows
    at = next((i for i in range(figure.first - 1, 0, -1) if lows[i] == "followed"), 0)
    behind = [q for q in figure.others if q.core[1] <= at]
    if not at or not behind:
        return draft
    named = [p for p in figure.context.parsed.periods if behind[-1].core[1] <= p.first and p.last <= at and p.value]
    one = named[0] if len(named) == 1 else None
    if one is None or one.role != "in" or not one.value.isdecimal():
        return draft
    return replaced(draft, period=one.value, period_from=one.source)


def _not_given(context: Context, draft: Draft) -> Draft:
    """`has given aid worth 2.2 % of GDP and spends 3.4 % on its own defence`: the second is not given away."""
    figure = Figure(context)
    return (share_gleaned(figure) or draft) if for_defence(figure) and context.earlier else draft


def _stands_now(figure: Figure) -> bool:
    """`It is currently at 1.1 %`: not the `now` of the figure before."""
    span = figure.found.last("now_words", figure.clause[0], figure.first)
    return span is not None and all(t.text != "," for t in figure.context.parsed.tokens[span[1] : figure.first])


def _in_front(figure: Figure) -> list[str]:
    """The words right in front of the figure."""
    return figure.context.before(4)


def _to_come(figure: Figure, draft: Draft) -> Draft:
    """A share of a year to come is no record of it: `1.6 % in 2025 and 1.65 % the year after`, and what a plan's own
    sum comes to (`… in 2026. That is 2.1% of GDP`)."""
    on = figure.context.calendar.on
    if on is None or draft.kind is not Kind.FACT or draft.measure != "share_of_gdp":
        return draft
    year = draft.period[:4]
    stands = "from" in _in_front(figure) or "current" in _in_front(figure) or _stands_now(figure)
    stands = stands or _beside_its_owner(figure)
    if stands and year.isdecimal() and int(year) > on.year:
        newest = str(figure.context.calendar.newest_year or "")
        return replaced(draft, period=newest, period_from="now", likely=True)  # "from the current 1.8 percent to …"
    if not year.isdecimal() or int(year) <= on.year:
        year = _year_of_the_plan(figure, draft, on.year)
    if not year:
        return draft
    promise = replaced(draft, kind=Kind.PROMISE, measure="guideline", period=year, period_from="due")
    return replaced(promise, modality=Modality.FORECAST, likely=True)


def _beside_its_owner(figure: Figure) -> bool:
    """`with Canada lagging at 1.37% but pledging 2% by 2030`: where it stands; the year to come is another figure's."""
    if not is_own_share(figure.context):
        return False
    parsed, high = figure.context.parsed, figure.segment[1]
    others = (s.first for s in parsed.subjects if s.first >= figure.end and s.entity in figure.context.calendar.allies)
    high = min(high, next(others, high))
    return not any(figure.first <= p.first < high for p in parsed.periods)


def _year_of_the_plan(figure: Figure, draft: Draft, running: int) -> str:
    """The year to come of the sentence before, where this one only says what its sum comes to."""
    context = figure.context
    words = [token.low for token in context.parsed.tokens[:3]]
    link = next((i for i, word in enumerate(words[1:3], start=1) if word in _EQUALS), 0)
    echo = words[:1] in (["that"], ["this"], ["which"]) and link and figure.first - link <= 4
    if (
        not echo
        or _stands_now(figure)
        or context.previous is None
        or draft.period_from not in ("now", "assumed", "carried", "")
    ):
        return ""
    ahead = {
        p.value
        for p in context.previous.periods
        if p.value.isdecimal() and len(p.value) == 4 and int(p.value) > running
    }
    return ahead.pop() if len(ahead) == 1 else ""


_EQUALS = frozenset({"is", "equals", "amounts", "represents", "corresponds", "would", "will", "makes", "comes"})


def _no_growth(context: Context, draft: Draft) -> Draft | str:
    """`to 3.5 % of GDP by 2030, up from the 2.4 % the country currently spends`: where it stood, no rise."""
    words = [word for word in context.before(5) if word not in _BETWEEN and not word[:4].isdecimal()]
    figure = Figure(context)
    if context.after(2) == ["falls", "due"]:
        return share_gleaned(figure) or _WHOSE
    if "from" not in words[-2:]:
        return draft
    return (share_gleaned(figure) or _WHOSE) if figure.told() is not None else draft  # "up from 2017's 1.13 percent"


_BETWEEN = frozenset({"'", "s", "current", "present", "existing"})


def _supposed(figure: Figure) -> bool:
    """`At 5 % of GDP the Italian budget would be larger`."""
    tokens = figure.context.parsed.tokens
    return (
        tokens[0].low == "at"
        and figure.first <= 2
        and any(t.low in ("would", "could") for t in tokens[figure.end :][:12])
    )


def _carried(figure: Figure, draft: Draft | str) -> Draft | str:
    """A carried owner or year, where the clause has its own."""
    if isinstance(draft, str):
        return draft
    if not draft.rule.endswith(", carried"):
        return draft
    if draft.kind is Kind.FACT and figure.front("path_words", 8):
        return replaced(draft, kind=Kind.PROMISE, measure="guideline", period="", period_from="", likely=True)
    own = clause_owner(figure)
    other = own is not None and own.entities and own.allies and own.entities != draft.subject
    year = counted_year(figure)
    if not other and (year is None or year.value == draft.period):
        return draft
    return share_gleaned(figure) or draft


def _recorded(figure: Figure, draft: Draft) -> Draft | str:
    """`Poland leads NATO members in spending: 4.48 %`, `its own spending comes to 2.1 %`: an ally's."""
    if draft.value is not None and draft.value.central in AGREED and _a_place(figure, draft):
        return share_gleaned(figure) or _WHOSE
    if set(draft.subject) & GROUPS and draft.comparator == "<" and counted(figure):
        return _WHOSE  # "Nineteen of the 29 allies invest less than 1.8 percent": the threshold of a count
    if figure.context.parsed.text(figure.first, figure.first + 3) == "as much as" and figure.front("only_words"):
        at_least = Interval(figure.value, math.inf, central=figure.value)
        draft = replaced(draft, comparator=">=", value=at_least)  # "only Greece and Estonia spent as much as 2 percent"
    meant = by_epithet(figure)
    if meant is not None and set(draft.subject) & GROUPS:
        draft = replaced(draft, subject=meant.entities, likely=True)
    whole = all_of_which(figure)
    if whole is not None and set(draft.subject) < set(whole.entities):
        draft = replaced(draft, subject=whole.entities, first=min(draft.first, whole.first))
    words = figure.context.parsed.text(figure.clause[0], figure.first)
    if set(draft.subject) & GROUPS and any(name in words for name in _HOMES):
        return share_gleaned(figure) or _WHOSE  # "His own country spends 3.4 percent"
    if draft.kind is Kind.FACT and any(words.endswith(name) for name in _STILL_TO_GO):
        again = share_gleaned(figure)
        return again if again is not None and again.kind is Kind.PROMISE else _AHEAD
    listed = tuple(dict.fromkeys(one for d in figure.context.earlier if d.measure in SHARES for one in d.subject))
    if figure.context.before(2) == [",", "all"] and len(listed) > 1:
        draft = replaced(draft, subject=listed)  # "Spain (1.28%), Belgium (1.3%) and Italy (1.49%), all below 2%"
    if len(draft.subject) > 1 and _set_beside(figure, draft):
        draft = replaced(draft, subject=draft.subject[-1:])
    if draft.subject == ("NATO",) and of_the_union(figure):
        draft = replaced(draft, subject=("EU",), likely=True)
    if draft.subject == ("USA",) and with_america(figure):
        return replaced(draft, subject=("NATO",), likely=True)
    if draft.subject == ("EU",) and without_america(figure):
        draft = replaced(draft, subject=("EUR_CAN",), likely=True)
    behind = owner_of(figure) if len(draft.subject) == 1 and figure.segment[0] == 0 else None
    if behind is not None and behind.sure and len(behind.entities) > 1 and draft.subject[0] == behind.entities[0]:
        draft = replaced(draft, subject=behind.entities)  # "2 % of GDP goes on defence in Albania and Montenegro"
    draft = replaced(draft, subject=(*each(figure, draft), *as_does(figure, draft)))
    if last := all_of_the_last(figure):
        draft = replaced(draft, subject=last, likely=True)
    coarse = figure.context.quantity.number.step >= COARSE
    if draft.comparator == "=" and coarse and draft.subject and reached(figure):
        bound = bound_of(figure)
        draft = draft if bound is None else replaced(draft, comparator=bound.comparator, value=bound.value)
    if not set(draft.subject) & GROUPS or figure.context.quantity.number.step >= 1:
        return draft
    opener = next((s for s in figure.context.parsed.subjects), None)
    ally = opener is not None and opener.entity in figure.context.calendar.allies and opener.first <= 1
    if opener is None or not ally or opener.possessive or not bears(figure, opener) or opener.last > figure.first:
        return draft
    return replaced(draft, subject=(opener.entity,), likely=True)


_HOMES = ("his own country", "her own country", "his country", "her country", "my own country", "own country")
_STILL_TO_GO = ("years to get to", "years to reach", "years to hit", "until then to reach", "years left to reach")
_AHEAD = "not understood: what is still to be reached"


def _set_beside(figure: Figure, draft: Draft) -> bool:
    """`Alongside the USA, Poland and Estonia, Greece allocated 3.1%`: only the last is the subject."""
    parsed = figure.context.parsed
    first = next((s for s in parsed.subjects if s.entity == draft.subject[0]), None)
    front = [low for low in parsed.lows[max(0, first.first - 3) : first.first] if low != "the"] if first else []
    if front[-1:] == ["like"] and front[-2:-1] and front[-2] in _EXEMPLIFIED:
        return False  # "allies like Poland, Estonia and Greece spend": every one of them
    return front[-1:] in (["alongside"], ["besides"], ["like"], ["unlike"]) or front[-2:] in (["along", "with"],)


_EXEMPLIFIED = frozenset({"allies", "members", "countries", "nations", "states", "ones", "those", "others"})


def _a_place(figure: Figure, draft: Draft) -> bool:
    """`the 5 percent agreed in The Hague`: the capital of no owner."""
    parsed = figure.context.parsed
    named = [s for s in parsed.subjects if (s.entity,) == draft.subject]
    return bool(named) and all(
        s.kind in ("capital", "metonym") and s.first > 0 and parsed.tokens[s.first - 1].low in ("in", "at")
        for s in named
    )
