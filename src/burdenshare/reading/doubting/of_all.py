"""Doubts of a promise told of the whole alliance: nobody of the alliance is named, or somebody else stands nearer."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import GROUPS
from burdenshare.reading.doubting.promise import Doubt, Promise, words
from burdenshare.reading.model import Modality
from burdenshare.reading.tables import word_list


def nobody_of_all_named(promise: Promise) -> bool:
    """`The PM said reaching the target of 2 percent by 2024 was ambitious`: the alliance is nowhere in the sentence,
    and somebody at home is, or the share was never asked of all."""
    if "NATO" in promise.homes or promise.told.speaker.entity == "NATO":
        return False
    front = [span for span in promise.of_all if span[0] < promise.first]
    if not promise.asked and all(_only_led_in(promise, span) for span in front):
        return True
    if promise.of_all:
        return False
    if "USA" in promise.homes or promise.told.speaker.entity == "USA":
        return False  # who asks it of all the others
    if promise.definite and not promise.told.period:
        return False  # "spending stays far below the 2 % target"
    if promise.told.period_from == "due" and promise.share == _SHARED:
        return True  # "The plan is to reach the level of 2% by 2024", in a text on one ally
    return bool(promise.allies) or not words("somebody_at_home").isdisjoint(promise.parsed.lows[: promise.first])


def met_by_a_pronoun(promise: Promise) -> bool:
    """`They decided to meet the 2% benchmark before the end of the year`: the line is all allies', and whoever is to
    meet it stands in another sentence."""
    lows = promise.parsed.lows[: promise.first]
    if promise.of_all or promise.told.speaker.entity == "NATO" or "NATO" in promise.homes:
        return False
    met = words("meeting_it").intersection(lows[-_CLOSE:])
    return bool(met) and not words("may_stand_for_one").isdisjoint(lows)


def passed_by_a_figure(promise: Promise) -> bool:
    """`The figure could end up above the 5 % mark`: whose figure and whose line it is, another sentence tells."""
    lows = promise.parsed.lows[: promise.first]
    if promise.of_all or "NATO" in promise.homes or promise.told.speaker.entity == "NATO":
        return False
    return any(a in _POINTING and b in _FIGURES for a, b in pairwise(lows))


_POINTING = frozenset({"the", "this", "that", "its", "their"})
_FIGURES = frozenset({"figure", "share", "ratio", "proportion", "percentage", "total", "number"})
_CLOSE = 5
"""Tokens in front of a share within which the verb stands that meets its line."""


_SHARED = 2.0
"""The share that allies have reached, and promised, each by a year of its own."""


def pronoun_behind_all(promise: Promise) -> bool:
    """`The coalition informed NATO that it would spend 1.5 per cent`: somebody else stands between."""
    if promise.told.speaker.entity == "NATO" or promise.definite:
        return False
    front = [span for span in promise.of_all if span[1] <= promise.first]
    behind = any(span[0] > promise.first for span in promise.of_all)
    between = promise.parsed.lows[front[-1][1] if front else 0 : promise.first]
    return bool(front or behind) and not words("stands_for_the_owner").isdisjoint(between)


def beside_an_ally(promise: Promise) -> bool:
    """`The UK will be forced by NATO to increase spending to 3.5%`: an ally opens the clause, and the alliance is only
    led in, or gives the target its name while the year is the ally's."""
    front = [s for s in promise.allies if s.last <= promise.first and promise.bears(s)]
    if not front or promise.told.speaker.entity == "NATO":
        return False
    free = [span for span in promise.of_all if span[1] <= promise.first and not _only_led_in(promise, span)]
    if free and not promise.definite and _lead_to_an_ally(promise, free):
        return True
    if promise.told.period and promise.definite:
        if promise.told.period in promise.years_agreed and promise.share != _SHARED:
            return False  # "Turkey backs NATO's new target of 5% by 2035"
        named = [s for s in promise.named if s.entity == "NATO" and s.last <= promise.first]
        return bool(named) and (named[-1].possessive or named[-1].last >= promise.first - 2)
    return not free and not promise.definite


def _lead_to_an_ally(promise: Promise, spans: list[tuple[int, int]]) -> bool:
    """`Considering NATO's goals, Latvia will need 4 percent and, in the coming years, aim for 5`: an ally opens a
    clause of its own behind what the alliance has."""
    owned = {s.last for s in promise.named if s.possessive}
    end = max(last for _, last in spans)
    opened = [s for s in promise.allies if promise.bears(s) and end < s.first and s.last <= promise.first]
    return all(last in owned for _, last in spans) and bool(opened) and promise.parsed.lows[opened[0].first - 1] == ","


def raised_by_an_ally(promise: Promise) -> bool:
    """`Latvia and Lithuania agreed to increase the defence budget to the required NATO level of 2%`: what allies
    undertake to raise is theirs, whoever named the height."""
    front = [s for s in promise.allies if s.last <= promise.first and promise.bears(s)]
    between = promise.parsed.lows[front[-1].last : promise.first] if front else []
    vows = word_list("vowing_verbs").intersection(between)
    moved = words("raising") | words("reached")
    if not words("turned_away").isdisjoint(between):
        return False  # "Spain will not meet the 5% target": the line that all agreed on
    if promise.told.speaker.entity == "NATO":
        return False  # "I expect all allies, also Canada, to follow up on that — that we should aim at two per cent"
    return bool(vows) and not moved.isdisjoint(between) and not _others_between(promise, front[-1].last)


def _others_between(promise: Promise, start: int) -> bool:
    """Whether allies without a name stand there: `Poland wants all allies to raise their spending`."""
    return bool(promise.parsed.cues.spans("member_nouns", start, promise.first)) or any(
        start <= s.first < promise.first
        and s.entity in GROUPS
        and promise.bears(s)
        and s.first > start
        and promise.parsed.lows[s.last : s.last + 1] in (["to"], ["should"], ["must"], ["will"], ["members"])
        for s in promise.named
    )


def governed_by_one(promise: Promise) -> bool:
    """`Prime Minister Trudeau should commit to meet the NATO guideline of 2 per cent by 2024`, `Merz has signaled
    a willingness to spend up to 1.5 percent`: who governs one ally stands nearer than allies do, and the words tell a
    year or a will."""
    persons = [p for p in promise.parsed.persons if p.candidates and p.last <= promise.first]
    if not persons or promise.told.speaker.entity == "NATO":
        return False
    last = persons[-1]
    if not promise.told.period and words("of_his_own").isdisjoint(promise.parsed.lows[last.last : promise.first]):
        return False
    homes = {promise.calendar.serves(name) for name in last.candidates}
    spans = promise.parsed.cues.spans("member_nouns", last.last, promise.first)
    said = any(last.last <= frame.verb[0] < promise.first for frame in promise.parsed.frames)
    named = any(last.last <= span[0] < promise.first for span in promise.of_all)
    alone = not spans and not (said and named)
    return alone and bool(homes & promise.calendar.allies) and "USA" not in homes


def _only_led_in(promise: Promise, span: tuple[int, int]) -> bool:
    """`This commitment from NATO`, `forced by NATO`: the alliance stands beside what is told."""
    front = [low for low in promise.parsed.lows[max(0, span[0] - 2) : span[0]] if low != "the"]
    return front[-1:] != [] and front[-1] in words("leading_to_all")


def year_nobody_agreed(promise: Promise) -> bool:
    """`Budget 2025 must allocate $44 billion to meet NATO's 2% target`, `one of nine members to meet it this year`: all
    allies were never to reach that share by that year. `NATO leaders agreed to spend 5 percent by 2025` is sure, and
    wrong."""
    end = promise.draft.focus[1]
    if "until" in promise.parsed.lows[end : end + _NEAR]:
        return True  # "a vision based on 2% of GDP until 2033, far from what the allies will decide"
    if promise.told.period_from != "due" or promise.told.period[:4] in promise.years_agreed:
        return False
    return not (_all_agreed(promise) or _all_asked(promise))


_NEAR = 5
"""Tokens behind a share within which `until` is said of it."""


def _all_asked(promise: Promise) -> bool:
    """`Trump calls for NATO allies to up defense spending to 4% next year`: whoever asks it may name any year."""
    front = [span for span in promise.of_all if span[1] <= promise.first]
    if promise.told.modality is not Modality.DEMAND or promise.definite or not front:
        return False
    behind = promise.parsed.lows[promise.draft.focus[1] :]
    alone = all(s.possessive or not promise.bears(s) or s.last > promise.first for s in promise.allies)
    return alone and words("turned_away").isdisjoint(behind)


def _all_agreed(promise: Promise) -> bool:
    """Whether it is told in so many words that the alliance agreed it, and no ally stands between."""
    front = [span for span in promise.of_all if span[1] <= promise.first]
    if not front:
        return False
    end = front[-1][1]
    between = promise.parsed.lows[end : end + 3]
    alone = all(s.first < end or s.first >= promise.first for s in promise.allies)
    return alone and not words("agreed_by_all").isdisjoint(between)


def of_a_government(promise: Promise) -> bool:
    """`That is the highest share in NATO, and the government there wants to reach 5 percent`: one ally's, unnamed."""
    front = [span for span in promise.of_all if span[1] <= promise.first]
    between = promise.parsed.lows[front[-1][1] if front else 0 : promise.first]
    return not _GOVERNMENTS.isdisjoint(between) and promise.told.speaker.entity != "NATO"


_GOVERNMENTS = frozenset({"government", "cabinet", "coalition"})


def aimed_at_behind(promise: Promise) -> bool:
    """`It is this 1.5 percent target that Iceland is now aiming at`: an ally behind the line takes it for its own."""
    end, lows = promise.draft.focus[1], promise.parsed.lows
    links = [i for i in range(end, min(len(lows), end + _NEAR)) if lows[i] in ("that", "which")]
    behind = [s for s in promise.allies if promise.bears(s) and any(0 < s.first - i <= 2 for i in links)]
    return any(not words("aiming_at").isdisjoint(lows[s.last : s.last + _NEAR]) for s in behind)


def allies_elsewhere(promise: Promise) -> bool:
    """`its Asian allies, including South Korea, should spend up to 5% of their GDP`: others than the alliance's."""
    return not words("elsewhere").isdisjoint(promise.parsed.lows[: promise.first])


def needed_by_nobody(promise: Promise) -> bool:
    """`To defend Europe alone, spending of 3.5 percent will be necessary`: who is to spend it, no word tells."""
    lows, end = promise.parsed.lows, promise.draft.focus[1]
    behind = lows[end : end + _NEEDED_WITHIN]
    front = lows[max(0, promise.first - _NEEDED_WITHIN) : promise.first]
    asking = next((i for i, low in enumerate(front) if low in _NEEDING and front[i + 1 : i + 2] != ["to"]), None)
    if asking is not None and not promise.definite and _MEMBERS.isdisjoint(lows[: promise.first]):
        return True
    if words("needed").isdisjoint(behind) or _BEING.isdisjoint(behind) or "for" in behind:
        return False
    return not promise.definite and _MEMBERS.isdisjoint(lows[: promise.first])


_MEMBERS = frozenset({"allies", "members", "member", "nations", "countries", "everybody", "everyone"})
_NEEDING = frozenset({"necessitate", "necessitates", "necessitated", "require", "requires", "required"})
_NEEDED_WITHIN = 8
_BEING = frozenset({"be", "is", "are", "was", "seems"})


OF_ALL: tuple[Doubt, ...] = (
    needed_by_nobody,
    of_a_government,
    aimed_at_behind,
    allies_elsewhere,
    year_nobody_agreed,
    nobody_of_all_named,
    met_by_a_pronoun,
    passed_by_a_figure,
    pronoun_behind_all,
    beside_an_ally,
    raised_by_an_ally,
    governed_by_one,
)
"""What is asked of a promise that was read as the alliance's."""
