"""What a percentage is of: the words that make it a share of GDP for defence, and those that forbid it."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.extremes import of_one_in_the_group
from burdenshare.reading.gleaning.shares.figures import LINES, MOST, OTHER_LINES, Figure
from burdenshare.reading.gleaning.shares.indirect import Owner, spending_behind
from burdenshare.reading.gleaning.shares.tallies import counted, of_its_own
from burdenshare.reading.gleaning.shares.words import words_of
from burdenshare.reading.lines_met import met_line
from burdenshare.reading.percents import held_to_be_right
from burdenshare.reading.rises_ahead import to_be_spent
from burdenshare.reading.shares_foreign import foreign
from burdenshare.reading.target_owners import welcomed
from burdenshare.reading.target_parts import how_parted


def refused(figure: Figure) -> bool:
    """Questions, denials, suppositions, other topics, rises, gaps, thresholds of a count."""
    context = figure.context
    if context.question() or ((_denied(figure) or context.cue("denial")) and not _corrected(figure)):
        return True
    supposed = figure.found.any("suppositions", 0, figure.first + 8) and not figure.found.get("provisos")
    if supposed or (_only_supposed(figure) and not figure.front("plan_words")):
        return True
    group = context.subject()
    if welcomed(context) or (group is not None and of_one_in_the_group(context, group)):
        return True
    if held_to_be_right(context):
        return True
    if context.before(2) in (["the", "top"], ["the", "bottom"]):
        return True  # "the top 2 % of earners"
    if _first_of_two(figure) or _opens_abroad(figure) or how_parted(context):
        return True  # "Ireland, which is not in NATO, spends 0.2 percent"
    if (context.aid_topic() or context.cue_sentence("foreign_aid")) and not for_defence(figure):
        return True  # shares of GDP given away
    return _other_topic(figure) or _a_rise(figure) or _a_part(figure) or counted(figure) or _taken_back(figure)


def _denied(figure: Figure) -> bool:
    """A word of denial in the sentence; `had never doubted that` is none."""
    lows = figure.context.parsed.lows
    return any("never" not in lows[max(0, start - 1) : start] for start, _ in figure.found.get("denials", ()))


def _only_supposed(figure: Figure) -> bool:
    """A `could` or `would` in the clause, unless it is the verb of what `and` or `but` joins behind the figure: `spent
    0.98 per cent and could not afford more`."""
    context = figure.context
    low, high = context.bounds
    tokens = context.parsed.tokens
    joint = next((i for i in range(figure.end, min(high, figure.end + 3)) if tokens[i].low in ("and", "but")), high)
    return context.parsed.cues.has("hypothetical", low, joint)


def _first_of_two(figure: Figure) -> bool:
    """`raise it to 1.3 or at most 1.5 percent of GDP`: a bare number that the figure behind `or` widens."""
    after = figure.context.after(1)
    return (
        not figure.context.quantity.unit and after == ["or"] and any(q.first == figure.end + 1 for q in figure.others)
    )


def _corrected(figure: Figure) -> bool:
    """`Spain did not spend 1.2 percent but 2.0 percent`: the figure behind `but` is the one that holds."""
    low = figure.segment[0]
    tokens = figure.context.parsed.tokens
    gap = [t.low for t in tokens[low : figure.first]]
    return (
        low > 0 and gap == ["but"] and bool({"not", "n't", "didn't"} & {t.low for t in tokens[max(0, low - 8) : low]})
    )


def _opens_abroad(figure: Figure) -> bool:
    """The sentence opens with a country outside the alliance, and names no ally."""
    context = figure.context
    named = [s for s in context.parsed.subjects if s.kind != "pronoun"]
    if not named or named[0].first > 1 or not named[0].names_a_body or named[0].entity == "EU":
        return False
    bearers, allies = context.calendar.bearers, context.calendar.allies
    return named[0].entity not in bearers and not any(s.entity in allies for s in named)


def _other_topic(figure: Figure) -> bool:
    if for_defence(figure):
        return False
    if (foreign(figure.context) and not _listed_shares(figure)) or _behind_another_topic(figure):
        return True
    low, high = figure.clause
    near_low, near_high = max(low, figure.first - 12), min(high, figure.end + 7)
    comma = next((i for i in range(figure.end, near_high) if figure.context.parsed.tokens[i].text == ","), near_high)
    if figure.found.any("other_topics", figure.end, comma):
        return True
    span = figure.found.last("other_topics", near_low, figure.first)
    between = figure.context.parsed.tokens[span[1] : figure.first] if span is not None else []
    return span is not None and not any(token.low in _DEFENCE for token in between)


def for_defence(figure: Figure) -> bool:
    """`… and spent 2.4 % of its GDP on defence`, `3.2 % that the United States spends on defence`: said of this very
    figure, whatever the sentence speaks of besides."""
    tokens = figure.context.parsed.tokens
    stop = min(figure.segment[1], figure.end + 12)
    behind = [t.low for t in tokens[figure.end : stop]]
    at = next((i for i, word in enumerate(behind) if word in _DEFENCE), None)
    if at is None or not {"on", "to", "for", "into"} & set(behind[max(0, at - 3) : at]):
        return False
    if {"pay", "fund", "finance"} & set(behind[:at]):
        return False  # "the aid budget would be cut to 0.3 % to pay for defence"
    return not {",", ";", ".", "aid", "ukraine"} & set(behind[:at]) and not _PARTS & set(behind[at + 1 : at + 3])


def _listed_shares(figure: Figure) -> bool:
    """`Shares range from 0.9% in Belgium to 2.14% in Estonia`: shares of GDP, none of a market."""
    opener = figure.context.parsed.tokens[0].low
    return opener in ("shares", "ratios", "levels") and figure.has("state_words") and figure.value <= MOST


_DEFENCE = frozenset({"defence", "defense", "military", "armed", "army", "forces", "rearmament"})


def _behind_another_topic(figure: Figure) -> bool:
    """`Research spending reached 3.1 % of GDP, compared with 2.2 % in France`: the figure before was no share, and this
    one has no verb of its own."""
    before = [q for q in figure.others if q.unit == "%" and q.core[1] <= figure.first]
    if not before or figure.told() is not None:
        return False
    if of_its_own(figure) and not figure.found.any("other_topics", 0, figure.first):
        return False
    return not (figure.front("spend_words") or figure.of_output)


_LINES = frozenset({"below", "under", "above", "beneath"})


def _a_rise(figure: Figure) -> bool:
    """`rose 3 %`, `up 5 %`, `3 % more`: a rise, not a level, where no preposition of place stands between."""
    before = figure.context.before(1)
    tokens, first = figure.context.parsed.tokens, figure.first
    signed = before in (["+"], ["-"]) and tokens[first - 1].end == tokens[first].start
    if signed or figure.context.before(2) == ["to", "have"]:
        return True
    level = not _LINES.isdisjoint(figure.context.parsed.lows[first : figure.context.quantity.core[0]])
    if before and before[-1] in words_of("growth_words") and not figure.of_output and not level:
        return True  # not "dropped below 2 percent in 1992"
    after = figure.context.after(2)
    aside = figure.context.after(9)
    if aside[:2] == [",", "or"] and "," in aside[2:]:
        closed = aside.index(",", 2) + 1
        if aside[closed : closed + 1] and aside[closed] in ("more", "less", "higher", "lower"):
            return True  # "spent 3.8 percent, or ten billion dollars, more"
    return bool(after) and (
        after[0] in ("more", "higher", "lower", "less", "faster", "increase", "rise", "hike", "points", "cut")
        or (after[0] == "-" and after[1:] == ["points"])
    )


_PARTS = frozenset(
    {
        "equipment",
        "personnel",
        "pensions",
        "research",
        "aid",
        "ukraine",
        "infrastructure",
        "supporting",
        "helping",
        "kyiv",
        "kiev",
        "assistance",
        "climate",
        "education",
        "health",
        "welfare",
        "development",
        "interest",
        "debt",
    }
)


def _a_part(figure: Figure) -> bool:
    """`0.3 % of GDP on equipment`, `short by 0.5 %`, `the average over ten years`."""
    context = figure.context
    behind = context.after(9)
    spent_on = any(a in ("on", "for", "to") and b in _PARTS for a, b in pairwise(behind))
    gap = context.before(1) == ["by"] or {"gap", "shortfall"} & set(context.before(8))
    dated = any(p.first <= figure.end + 1 < p.last for p in context.parsed.periods)  # "the 1.74 % of 2023"
    of_another = context.after(1) == ["of"] and not figure.of_output and not dated
    return spent_on or bool(gap) or of_another or _mean(figure)


def _mean(figure: Figure) -> bool:
    """An average over years is no year's figure."""
    words = {token.low for token in figure.context.parsed.tokens[figure.clause[0] : figure.clause[1]]}
    return "averaged" in words or ("average" in words and bool({"decade", "years", "between"} & words))


def _taken_back(figure: Figure) -> bool:
    """`five percent, not two`: the number behind `not` is the one that is turned down."""
    before = figure.context.before(3)
    after = figure.context.after(1)
    return before[-1:] == ["not"] and (
        (before[-2:-1] in ([","], ["is"], ["was"]) and figure.told() is not None) or after == ["but"]
    )


def planned(figure: Figure) -> bool:
    """Words of a plan in the figure's own clause, or at the head of the sentence it continues."""
    if figure.context.before(2) in (["by", "spending"], [",", "spending"]) and figure.context.cue_sentence("missed"):
        return False  # "falls short of the goal by spending 1.8 %"
    if to_be_spent(figure.context):
        return True
    if met_line(figure.context) in ("met", "passed"):
        return False  # "Italy has reached the target level of 2 %"
    low, high = figure.clause
    if low == figure.first:
        low = figure.segment[0]  # "a target on how much members should spend — 2 %"
    if figure.found.any("plan_words", low, figure.first):
        return True
    tokens = figure.context.parsed.tokens
    if figure.first > 1:
        stops = (
            i for i in range(figure.end, high) if tokens[i].low in (",", "and", "but", "which", "(", "”", '"', "while")
        )
        high = min(high, figure.end + 7, next(stops, high))
    return figure.found.any("plan_words", figure.end, high)


def running(figure: Figure) -> bool:
    """A forecast of the running year, no promise."""
    low, _ = figure.clause
    return figure.found.any("running_words", low, figure.first) and not figure.found.any(
        "firm_words", low, figure.first
    )


def is_share(figure: Figure, owner: Owner | None) -> bool:
    """Whether the words make it a share of GDP for defence."""
    if figure.of_output:
        said = owner is not None and owner.sure and (_measured(figure) or _attached(figure, owner))
        agreed = figure.value in ROUND and figure.front("plan_words") and _of_all(figure)
        return figure.defence or _spent(figure, owner) or (figure.begins_text and (said or agreed))
    if figure.value > MOST:
        return False
    if planned(figure) and in_place_of_a_line(figure):
        return True
    if figure.told() is not None or (figure.output_told and (figure.defence or owner is not None)):
        return True
    if figure.defence and not _in_a_place(figure, owner):
        firm = figure.front("spend_words") or figure.has("spend_nouns") or planned(figure)
        return firm or (figure.shares_told and (_measured(figure) or _attached(figure, owner)))
    if _spends(figure, owner):
        return True
    listed = bool(figure.others) and _attached(figure, owner)
    known = owner is not None and (owner.sure or owner.ours or any(figure.found.get(name) for name in _MEANT))
    printed = figure.context.quantity.number.step < 0.1 and of_its_own(figure)
    sure = known and (_measured(figure) or listed or printed)
    if figure.begins_text and figure.value in ROUND and _of_all(figure) and figure.has("demand_words"):
        return True
    spent = _spent(figure, owner) or spending_behind(figure) is not None or _brought_to_a_line(figure, owner)
    return figure.begins_text and (spent or sure)


def in_place_of_a_line(figure: Figure) -> bool:
    """`They should be at 5%, not 2%`: a line for all allies in place of the one they have, in a text that speaks of
    them."""
    context = figure.context
    behind = [q for q in context.parsed.quantities if q.first >= figure.end][:1]
    instead = context.after(2) == [",", "not"] and bool(behind) and behind[0].core[0] <= figure.end + 3
    lined = figure.value in LINES and instead and behind[0].number.value in LINES
    return (
        lined
        and figure.value > behind[0].number.value
        and (context.allied() or _allies_before(figure) or figure.begins_text)
    )


def _allies_before(figure: Figure) -> bool:
    before = figure.context.previous
    return before is not None and any(s.entity in ("NATO", "EUR_CAN", "EUR") for s in before.subjects)


def _brought_to_a_line(figure: Figure, owner: Owner | None) -> bool:
    """`It will now reach 2%`, `both countries would reach 3.5% by 2035`: a line of the alliance, reached by whoever was
    told before."""
    context = figure.context
    here = context.parsed.words | (context.previous.words if context.previous is not None else frozenset())
    told = owner is not None and owner.allies and OTHER_LINES.isdisjoint(here)
    reached = figure.front("reach_words", 4) or context.before(2) == ["going", "to"]
    return told and figure.value in LINES and reached and planned(figure)


_MEANT = ("first_of_two", "vows")
ROUND = (1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0)
"""Shares that are wanted of the whole alliance; an odd one is some ally's own."""


def _of_all(figure: Figure) -> bool:
    """`All except Spain have signed up to`, `what the allies should be paying`."""
    return bool(figure.found.get("alliance_words")) or figure.context.parsed.tokens[0].low == "all"


def _in_a_place(figure: Figure, owner: Owner | None) -> bool:
    """`In Germany the party is at 5 percent`: where it is, unless the clause speaks of defence."""
    if owner is None or not owner.first or owner.last > figure.first:
        return False
    before = figure.context.parsed.tokens[owner.first - 1].low
    return before in ("in", "across") and not figure.has("defence_words") and not figure.has("spend_nouns")


def _spends(figure: Figure, owner: Owner | None) -> bool:
    """`Germany spends 1.2 percent.`: an ally, the verb right in front, and no other object behind."""
    named = owner is not None and owner.allies
    after = figure.context.after(1)
    return (
        named
        and figure.front("spend_words", 4)
        and (not after or after[0] not in ("on", "for", "to", "into", "more", "as"))
    )


def _spent(figure: Figure, owner: Owner | None) -> bool:
    named = owner is not None and (owner.allies or owner.ours)
    return named and (figure.front("spend_words") or figure.has("spend_nouns"))


def _measured(figure: Figure) -> bool:
    low, _ = figure.clause
    return (
        figure.front("spend_words")
        or figure.has("spend_nouns")
        or figure.found.any("state_words", low, figure.context.quantity.core[0])
        or planned(figure)
    )


def _attached(figure: Figure, owner: Owner | None) -> bool:
    """`Poland (4.1%)`, `Berlin, at 1.23%`: the number right behind its owner."""
    return owner is not None and owner.sure and figure.first - owner.last <= 3
