"""Whose aim a share is by the words right beside it: a nationality, the alliance's own name, `our`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.target_nouns import GUIDELINES

_PLEDGES = frozenset({"commitment", "pledge", "promise", "decision", "plan", "plans", "vow", "announcement"})


def of_a_nationality(context: Context) -> Found | None:
    """`There is an Italian commitment to reach 2 %`, `the Dutch pledge of 3.5 %`: whose it is, the adjective tells."""
    first, lows = context.quantity.first, context.parsed.lows
    for s in context.parsed.subjects:
        if s.kind != "adjective" or s.entity not in context.calendar.allies or not first - _NEAR <= s.last < first:
            continue
        behind = lows[s.last : first]
        if behind[0] in _PLEDGES and not _JOINED & set(behind):
            return Found((s.entity,), s.first, s.last)
    return None


def what_all_aim_for(context: Context) -> Found | None:
    """`Croatia and Slovenia welcome the increase in NATO's defence spending targets to 5 %`: whose targets they are."""
    lows, first = context.parsed.lows, context.quantity.first
    for s in context.parsed.subjects:
        near = s.entity == "NATO" and s.possessive and first - _NEAR <= s.last < first
        if near and lows[first - 1] == "to" and not _TARGETS.isdisjoint(lows[s.last : first]):
            return Found(("NATO",), s.first, s.last)
    return None


_TARGETS = frozenset({"target", "targets", "goal", "goals", "benchmark", "guideline", "threshold"})
_NEAR = 6
_JOINED = frozenset({",", ";", "and", "but", "nato", "nato's", "that"})


def of_what_was_agreed(context: Context, found: Found | None) -> Found | None:
    """`Spain could have accepted the declaration's timelines, which soften its 5 % target`: a guideline of the paper
    that was agreed on, named between the ally and `its`."""
    first, parsed = context.quantity.first, context.parsed
    if context.quantity.number.value not in GUIDELINES or parsed.lows[first - 1 : first] != ["its"]:
        return None
    if found is None or found.carried or found.last > first or found.entities[0] not in context.calendar.allies:
        return None
    between = parsed.lows[found.last : first]
    if _AGREED.isdisjoint(between):
        return None
    paper = max(i for i, low in enumerate(between) if low in _AGREED)
    return Found(("NATO",), first, first) if _RELATIVE & set(between[paper + 1 :]) else None


_AGREED = frozenset(
    {"declaration", "declaration's", "communique", "communiqué", "summit", "summit's", "pact", "alliance"}
)
_RELATIVE = frozenset({"which", "that"})


def is_ours(context: Context) -> bool:
    """`2 % is one of our goals`, `2% is among our objectives`: the goal of those who speak."""
    behind = context.after(7)
    at = behind.index("our") if "our" in behind else 0
    return behind[:1] == ["is"] and not {",", ".", ";"} & set(behind[:at]) and not _AIMS.isdisjoint(behind[at + 1 :])


_AIMS = frozenset({"goal", "goals", "objective", "objectives", "aim", "aims", "target", "targets", "ambition"})
