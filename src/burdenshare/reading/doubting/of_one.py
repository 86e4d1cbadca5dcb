"""Doubts of a promise told of one ally or some: they stand in another sentence, beside what is told, or refuse it."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.asides import in_aside
from burdenshare.reading.context import GROUPS
from burdenshare.reading.doubting.promise import Doubt, Promise, words
from burdenshare.reading.mentions import SubjectMention


def carried_beside_others(promise: Promise) -> bool:
    """`It confirms the goal of 2 percent by 2024`, `Trump is pushing for a benchmark of 5%`: the owner stands in
    another sentence, and somebody else is at hand."""
    told = promise.told
    if promise.owners or promise.homes & set(told.subject) or told.speaker.entity in told.subject:
        return False
    front = [s for s in promise.parsed.subjects if s.last <= promise.first and not _first_of_all(promise, s)]
    front = [s for s in front if s.kind != "pronoun"]  # of whatever country: "Our northern neighbour, Russia, will"
    pointed = not words("pointing").isdisjoint(promise.parsed.lows[: promise.first])
    if len(told.subject) > 1 or front or pointed or promise.served(promise.first) - set(told.subject):
        return True
    if promise.asked and promise.definite:
        return True
    before = promise.before
    others = {s.entity for s in before.subjects if s.entity in promise.calendar.allies} if before is not None else set()
    return len(others) > 1


def _first_of_all(promise: Promise, mention: SubjectMention) -> bool:
    """`it becomes the first NATO nation to vow`: what the owner is."""
    return not {"first", "only", "sole", "fellow"}.isdisjoint(promise.parsed.lows[mention.first - 2 : mention.first])


def led_in(promise: Promise) -> bool:
    """`following pledges from Portugal and Canada, every member will meet the 2% target by 2025`."""
    owners = [s for s in promise.owners if s.last <= promise.first]
    if owners and all(_asks(promise, s) for s in owners):
        return True
    return bool(owners) and all(promise.led_in(s) for s in owners)


def _asks(promise: Promise, mention: SubjectMention) -> bool:
    """`NATO will be asked by the UK to increase spending to 3.5%`: who asks it of another."""
    front = [low for low in promise.parsed.lows[max(0, mention.first - 3) : mention.first] if low != "the"]
    return front[-1:] == ["by"] and front[-2:-1] != [] and front[-2] in words("asked_of_another")


def of_what_all_do(promise: Promise) -> bool:
    """`Hungary is prepared to debate the American proposal on increasing spending to 2 percent`: nothing of its own."""
    owners = [s for s in promise.owners if s.last <= promise.first]
    if not owners:
        return False
    between = promise.between(owners[-1])
    at = next((i for i in range(len(between) - 1, -1, -1) if between[i] in words("about_all")), None)
    own = words("undertaking") | {"its", "their"}
    return at is not None and own.isdisjoint(between[at:])


def turned_away(promise: Promise) -> bool:
    """`The United States would not be bound by the 5% ceiling`, `committing to 5% would be unreasonable for Spain`."""
    owners = [s for s in promise.owners if s.last <= promise.first]
    start = owners[-1].last if owners else max(0, promise.first - _BEHIND)
    end = promise.draft.focus[1]
    behind = promise.parsed.lows[end : end + _BEHIND]
    stop = next((i for i, low in enumerate(behind) if low in words("told_next")), len(behind))
    if not words("keeping_on").isdisjoint(promise.parsed.lows[start : promise.first]):
        return False  # "is currently not considering changing the plan to increase spending to two percent"
    near = [*promise.parsed.lows[start : promise.first], *behind[:stop]]
    return any(a in words("turned_away") and b not in words("taken_back") for a, b in pairwise([*near, ""]))


_BEHIND = 8
"""Tokens behind a share within which it is called too much for its owner."""


def missing_all_lines(promise: Promise) -> bool:
    """`Germany has yet to meet the NATO commitment to devote two percent`, `failed to keep NATO's pledge of 2 %`: the
    line is all allies', and of its own it promises nothing there."""
    owners = [s for s in promise.owners if s.last <= promise.first]
    between = promise.between(owners[-1]) if owners else []
    missing = next((i for i, low in enumerate(between) if low in words("missing_a_line")), len(between))
    named = (i for i in range(missing, len(between) - 1) if between[i] in words("all_by_name"))
    return any(not words("what_is_fulfilled").isdisjoint(between[i + 1 : i + _NAMED_REACH]) for i in named)


_NAMED_REACH = 5
"""Tokens from the alliance's name to the word for its line: `NATO-agreed commitment`."""


def kept_already(promise: Promise) -> bool:
    """`Britain, Greece and Latvia are presently meeting their commitment to spend 2 %`: what is kept, and no plan."""
    owners = [s for s in promise.owners if s.last <= promise.first]
    between = promise.between(owners[-1]) if owners else []
    at = next((i for i, low in enumerate(between) if low == "meeting"), 0)
    are = at > 0 and not {"is", "are", "was", "were"}.isdisjoint(between[max(0, at - 3) : at])
    return are and not words("what_is_fulfilled").isdisjoint(between[at:])


def asked_by_america(promise: Promise) -> bool:
    """`the 5 percent spending goal proposed by US President-elect Donald Trump`: it asks that of the others."""
    if promise.told.subject != ("USA",) or not promise.asked:
        return False
    own = [s for s in promise.owners if s.last <= promise.first and s.names_a_body]
    return not own or words("vows_of_its_own").isdisjoint(promise.between(own[-1]))


def asked_by_name(promise: Promise) -> bool:
    """`Scholz has called it impractical, with his deputy dismissing Trump's 5% demand`: right in front of a share that
    was asked of all stands somebody who asked it, and who does not serve the ally."""
    near = [p for p in promise.parsed.persons if p.candidates and promise.first - 1 <= p.last <= promise.first]
    homes = {promise.calendar.serves(name) for p in near for name in p.candidates}
    return promise.asked and bool(near) and homes.isdisjoint(promise.told.subject)


def listed_beside(promise: Promise) -> bool:
    """`Poland and the Baltic states have vowed to meet 5%`: somebody joined to the owner who was not read with it."""
    lows = promise.parsed.lows
    for a, b in pairwise(promise.named):
        between = lows[a.last : b.first]
        if between[:1] == ["("] and ")" in between:  # "Poland (4.7 percent) and the Baltic states"
            between = between[between.index(")") + 1 :]
        joint = [low for low in between if low != "the"]
        here = {a.entity in promise.told.subject, b.entity in promise.told.subject}
        if joint != ["and"] or b.last > promise.first or not promise.bears(a):
            continue
        of_a_group = b.entity in GROUPS and a.entity not in promise.told.subject
        if here == {True, False} or of_a_group:
            return True
    return False


def of_another_land(promise: Promise) -> bool:
    """`the U.S. will spend 3.8%. Our northern neighbour, Russia, will spend 4.2%`: a country outside stands nearer."""
    owners = [s.last for s in promise.owners if s.last <= promise.first]
    return any(
        s.names_a_body and not s.possessive and s.entity not in promise.calendar.bearers and s.entity != "PRONOUN"
        for s in promise.parsed.subjects
        if owners and owners[-1] <= s.first and s.last <= promise.first and promise.first - s.last <= _BEHIND
    )


def agreed_by_all(promise: Promise) -> bool:
    """`“We respect the two percent guideline: it was formulated in 2014,” Gabriel said`: the year of a summit."""
    year, on = promise.told.period, promise.calendar.on
    return promise.told.period_from == "explicit" and on is not None and year.isdecimal() and int(year) < on.year


def short_of_all(promise: Promise) -> bool:
    """`many of the EU countries with the biggest shortfalls in NATO's target to hit 2 per cent`: the alliance's line,
    told of a group of others."""
    groups = [s for s in promise.owners if s.entity in GROUPS and s.last <= promise.first]
    return bool(groups) and any(
        s.entity == "NATO" and s.possessive and groups[-1].last <= s.first < promise.first for s in promise.named
    )


def his_own_country(promise: Promise) -> bool:
    """`Lithuania's minister asked Germany to spend more, noting that his own country would reach 3 percent`: of the one
    who speaks, and not of whom he asks."""
    if "country" not in promise.parsed.words:
        return False
    owners = [s for s in promise.owners if s.last <= promise.first]
    between = promise.between(owners[-1]) if owners else []
    led = any(b == "country" and a in _HIS for a, b in pairwise(between))
    return led and any(s.entity not in promise.told.subject for s in promise.allies)


_HIS = frozenset({"his", "her", "own"})


def falls_short(promise: Promise) -> bool:
    """`plans 1.5 percent, well short of the 2 percent that the allies pledged`: the line it stays below is theirs."""
    front = promise.parsed.lows[max(0, promise.first - _CLOSE) : promise.draft.focus[1]]
    return promise.told.comparator == "<" and "short" in front


_CLOSE = 4


def told_of_another(promise: Promise) -> bool:
    """`Germany is increasing its budget, the Netherlands and Spain are to spend …`: another ally that may be the one
    stands between the owner and the figure."""
    owners = [s for s in promise.owners if s.last <= promise.first]
    return bool(owners) and any(
        promise.bears(s)
        and s.entity not in promise.told.subject
        and not in_aside(promise.parsed, s, promise.first)
        and owners[-1].last <= s.first < promise.first
        for s in promise.allies
    )


OF_ONE: tuple[Doubt, ...] = (
    agreed_by_all,
    short_of_all,
    falls_short,
    his_own_country,
    told_of_another,
    carried_beside_others,
    led_in,
    of_what_all_do,
    turned_away,
    missing_all_lines,
    kept_already,
    asked_by_america,
    asked_by_name,
    listed_beside,
    of_another_land,
)
"""What is asked of a promise that was read as one ally's, or some allies'."""
