"""What a percentage is of: the words that make it a share of GDP for defence, and those that forbid it."""

from __future__ import annotations

import itertools

from burdenshare.reading.gleaning.shares.figures import MOST, Figure
from burdenshare.reading.gleaning.shares.owners import Owner
from burdenshare.reading.gleaning.shares.words import words_of
from burdenshare.reading.shares import foreign


def refused(figure: Figure) -> bool:
    """Questions, denials, suppositions, other topics, rises, gaps, thresholds of a count."""
    context = figure.context
    if context.question() or figure.found.get("denials") or context.cue("denial"):
        return True
    if figure.found.any("suppositions", 0, figure.first + 8) or (
        context.cue("hypothetical") and not figure.front("plan_words")
    ):
        return True
    if context.aid_topic() or context.cue_sentence("foreign_aid"):
        return True  # shares of GDP given away
    return _other_topic(figure) or _a_rise(figure) or _a_part(figure) or counted(figure) or _taken_back(figure)


def _other_topic(figure: Figure) -> bool:
    if foreign(figure.context) or _behind_another_topic(figure):
        return True
    low, high = figure.clause
    near_low, near_high = max(low, figure.first - 12), min(high, figure.end + 7)
    if figure.found.any("other_topics", figure.end, near_high):
        return True
    span = figure.found.last("other_topics", near_low, figure.first)
    between = figure.context.parsed.tokens[span[1] : figure.first] if span is not None else []
    return span is not None and not any(token.low in _DEFENCE for token in between)


_DEFENCE = frozenset({"defence", "defense", "military"})


def _behind_another_topic(figure: Figure) -> bool:
    """`Research spending reached 3.1 % of GDP, compared with 2.2 % in France`: the figure before was no share, and this
    one has no verb of its own."""
    before = [q for q in figure.others if q.unit == "%" and q.core[1] <= figure.first]
    if not before or figure.told() is not None:
        return False
    return not (figure.front("spend_words") or figure.of_output)


def _a_rise(figure: Figure) -> bool:
    """`rose 3 %`, `up 5 %`, `3 % more`: a rise, not a level, where no preposition of place stands between."""
    before = figure.context.before(1)
    if before in (["+"], ["-"]) or figure.context.before(2) == ["to", "have"]:
        return True
    if before and before[-1] in words_of("growth_words") and not figure.of_output:
        return True
    after = figure.context.after(2)
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
    spent_on = any(a in ("on", "for", "to") and b in _PARTS for a, b in itertools.pairwise(behind))
    gap = context.before(1) == ["by"] or {"gap", "shortfall"} & set(context.before(8))
    of_another = context.after(1) == ["of"] and not figure.of_output
    return spent_on or bool(gap) or of_another or _mean(figure)


def _mean(figure: Figure) -> bool:
    """An average over years is no year's figure."""
    words = {token.low for token in figure.context.parsed.tokens[figure.clause[0] : figure.clause[1]]}
    return "averaged" in words or ("average" in words and bool({"decade", "years", "between"} & words))


def counted(figure: Figure) -> bool:
    """`10 allies spent 2 %`, `nobody spends 5 %`: the threshold of a count."""
    context = figure.context
    low, _ = figure.clause
    if any(draft.threshold is not None for draft in context.earlier):
        return True
    parsed = context.parsed
    counts = [
        q
        for q in parsed.quantities
        if (not q.unit and low <= q.first < figure.first and q.number.step >= 1) or q.number.kind == "fraction"
    ]
    dated = [(p.first, p.last) for p in parsed.periods]
    for q in counts:
        if q.core[0] >= figure.first or q.first < low or any(a <= q.core[0] < b for a, b in dated):
            continue
        behind = [t.low for t in parsed.tokens[q.core[1] : q.core[1] + 5]]
        if {"allies", "members", "countries", "nations", "states", "of", "governments", "ally", "in"} & set(behind):
            return True
        if behind[:1] and behind[0] in (
            "spend",
            "spent",
            "spends",
            "were",
            "are",
            "meet",
            "met",
            "exceed",
            "others",
            "have",
            "reached",
        ):
            return True
    front = {t.low for t in parsed.tokens[low : figure.first]}
    return bool(front & {"none", "nobody", "most", "majority", "half", "two-thirds", "many", "several", "few"})


def _taken_back(figure: Figure) -> bool:
    """`five percent, not two`: the number behind `not` is the one that is turned down."""
    before = figure.context.before(3)
    after = figure.context.after(1)
    return before[-1:] == ["not"] and (
        (before[-2:-1] in ([","], ["is"], ["was"]) and figure.told() is not None) or after == ["but"]
    )


def planned(figure: Figure) -> bool:
    """Words of a plan in the figure's own clause, or at the head of the sentence it continues."""
    low, high = figure.clause
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
        return figure.defence or _spent(figure, owner) or (figure.begins_text and said)
    if figure.value > MOST:
        return False
    if figure.told() is not None or (figure.output_told and (figure.defence or owner is not None)):
        return True
    if figure.defence and not _in_a_place(figure, owner):
        firm = figure.front("spend_words") or figure.has("spend_nouns") or planned(figure)
        return firm or (figure.shares_told and (_measured(figure) or _attached(figure, owner)))
    if _spends(figure, owner):
        return True
    listed = bool(figure.others) and _attached(figure, owner)
    sure = owner is not None and owner.sure and (_measured(figure) or listed)
    return figure.begins_text and (_spent(figure, owner) or sure)


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
