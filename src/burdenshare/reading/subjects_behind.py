"""Subjects behind their figure: who spent it, of whose GDP it is, by whom it was paid."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.found_subjects import OUTLAYS, Found, as_found, carries
from burdenshare.reading.mention_places import OBLIQUE, RANKED
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import word_list

_PLACED = RANKED | frozenset(
    {"includes", "including", "excluding", "except", "bottom", "top", "counting", "without", "minus", "besides"}
)


_BY = frozenset({"by", "of", "among", "across"})


def outlays_of(parsed: Parsed, last: int, ours: frozenset[str]) -> Found | None:
    """`an 11 percent rise …`, `a rise of 11 percent in defence spending by European members`: right behind the figure
    stands what rose, and right behind that whose it is."""
    lows = parsed.lows
    if lows[last : last + 1] not in (["in"], ["of"]):
        return None
    at = next((i for i in range(last + 1, min(last + 5, len(lows))) if lows[i] in OUTLAYS), None)
    if at is None or lows[at + 1 : at + 2] == [] or lows[at + 1] not in _BY:
        return None
    owner = next((s for s in parsed.subjects if at + 2 <= s.first <= at + 3), None)
    return as_found(owner, parsed, ours) if owner is not None and carries(owner, ours) else None


_FOREIGN_PURSES = frozenset({"economy", "government", "state"})


def foreign_purse(parsed: Parsed, subject: SubjectMention, ours: frozenset[str]) -> bool:
    """`although the Russian economy devotes nearly 10 percent of GDP to war`: a nationality and what spends."""
    if subject.kind != "adjective" or subject.entity in ours or subject.entity in ("AMBIGUOUS", "PRONOUN"):
        return False
    front = parsed.lows[max(0, subject.first - 2) : subject.first]
    acts = subject.last < len(parsed.tokens) and parsed.tokens[subject.last].low in _FOREIGN_PURSES
    return acts and not set(front) & OBLIQUE


_SPENT = word_list("spent_verbs")


_BUDGETS = frozenset({"expenditure", "spending", "outlay"})


def than_any(parsed: Parsed, subject: SubjectMention) -> bool:
    """`more than any other NATO member`: those it is compared with, never the owner."""
    front = [t.low for t in parsed.tokens[max(0, subject.first - 3) : subject.first]]
    return len(front) > 1 and "than" in front and bool({"any", "other", "all", "every", "most"} & set(front))


def spent_by(parsed: Parsed, last: int, ours: frozenset[str]) -> Found | None:
    """`the 3.92 % of GDP Poland spent last year`, `the $380bn that Europe was to find`: the owner stands behind."""
    for subject in parsed.subjects:
        before = parsed.tokens[subject.first - 1].low if subject.first else ""
        if before in ("what", "everything", "than", "all"):
            continue
        told = parsed.lows[subject.last : subject.last + 2]
        if subject.first == last and set(told) & _BUDGETS and carries(subject, ours):
            return as_found(subject, parsed, ours)  # "2.29% UK expenditure on defence as a percentage of GDP"
        parted = not _PARTING.isdisjoint(parsed.lows[last : subject.first])
        near = last <= subject.first <= last + 4 and not parted
        if near and subject.last < len(parsed.tokens) and carries(subject, ours):
            return as_found(subject, parsed, ours) if parsed.tokens[subject.last].low in _SPENT else None
    return None


_PARTING = frozenset({",", ";", "and", "while", "whereas", "but", "than"})
"""Behind a figure another clause, or what it is compared with, begins here."""


_GDP = frozenset({"gdp", "output", "economy", "economies"})


def of_whose_gdp(parsed: Parsed, last: int, ours: frozenset[str]) -> Found | None:
    """`1.5 % of the GDP of European allies went to defence`: the economy's owner stands right behind."""
    words = [t.low for t in parsed.tokens[last : last + 6]]
    if words[:1] == ["of"]:  # "1.3 % of Belgian GDP"
        led = last + 1 + (words[1:2] == ["the"])
        own = next((s for s in parsed.subjects if s.first == led and s.kind == "adjective" and s.entity in ours), None)
        if own is not None and own.entity != "NATO" and (_GDP | {"gross"}) & set(parsed.lows[own.last : own.last + 1]):
            return Found((own.entity,), own.first, own.last)
    at = next((i for i, (a, b) in enumerate(pairwise(words)) if a in _GDP and b == "of"), None)
    if at is None or words[:1] != ["of"]:
        return None
    owner = next((s for s in parsed.subjects if s.first in (last + at + 2, last + at + 3)), None)
    return as_found(owner, parsed, ours) if owner is not None and carries(owner, ours) else None


_TURNED = frozenset({"was", "is", "were", "are", "came", "comes", "stood", "stands", "sat", "sits", "ranks", "ranked"})


_BACKWARDS = frozenset({"at", "with", "on", "behind"})


def inverted(parsed: Parsed, first: int, last: int, ours: frozenset[str]) -> Found | None:
    """`Lagging behind, at only 1.2 percent of GDP, was Germany`: the owner stands behind a verb behind the figure."""
    if first == 0 or parsed.tokens[first - 1].low not in _BACKWARDS:
        return None
    for subject in parsed.subjects:
        if not last < subject.first <= last + 8 or not carries(subject, ours):
            continue
        verb = parsed.tokens[subject.first - 1 - (parsed.tokens[subject.first - 1].low == "the")].low
        comma = any(t.text == "," for t in parsed.tokens[last : subject.first])
        return as_found(subject, parsed, ours) if verb in _TURNED and comma else None
    return None


def narrowed(parsed: Parsed, last: int, end: int, ours: frozenset[str]) -> Found | None:
    """`allies spent $700 billion more on the European side`: a phrase right behind that says which part is meant."""
    for subject in parsed.subjects:
        before = parsed.tokens[subject.first - 1].low if subject.first else ""
        if (
            last <= subject.first <= last + 2
            and subject.last <= end
            and before in ("on", "by", "from", "among", "across")
        ):
            return as_found(subject, parsed, ours) if carries(subject, ours) and subject.kind == "phrase" else None
    return None


def rightwards(parsed: Parsed, start: int, end: int, ours: frozenset[str]) -> Found | None:
    """`an 18 % rise in European defence spending`, `the 2 % spent by Canada`."""
    for subject in parsed.subjects:
        between = [q.core[0] for q in parsed.quantities if start <= q.core[0] < subject.first]
        if between and not dates_only(parsed, between, start, subject):
            break  # behind another number a mention belongs to that one
        opened = subject.first - (2 if parsed.tokens[subject.first - 1].low == "the" else 1)
        if subject.first >= start and any(t.text == "," for t in parsed.tokens[start:opened]):
            break  # of another clause
        if subject.first >= start and "than" in parsed.lows[start : subject.first]:
            break  # "gave more ($138 billion) than the United States": who is compared with
        if subject.first >= start and any(t.low in _PLACED for t in parsed.tokens[start : subject.first]):
            break  # "the lowest across all NATO members", "the total, which includes the United States"
        if subject.first >= start and subject.last <= end and carries(subject, ours):
            before = parsed.tokens[subject.first - 1].low
            if before in ("by", "in", "for", "of", "from", "across", "among", "the", "that") or subject.possessive:
                return as_found(subject, parsed, ours)
            before = parsed.tokens[opened].low
            if before == "," and subject.last < len(parsed.tokens) and parsed.tokens[subject.last].text != ",":
                return as_found(subject, parsed, ours)  # "Despite hosting 1.47 million soldiers, Europe lacks …"
    return None


def dates_only(parsed: Parsed, numbers: list[int], start: int, subject: SubjectMention) -> bool:
    """`rose 4 % in 2019 among European allies`: only the year stands in between, and no comma."""
    parted = any(t.text == "," for t in parsed.tokens[start : subject.first])
    return not parted and all(any(p.first <= at < p.last for p in parsed.periods) for at in numbers)


def paid_by(parsed: Parsed, last: int, ours: frozenset[str]) -> Found | None:
    """`– about $785 billion – was spent by the United States`: who spent it stands behind a passive verb."""
    lows = parsed.lows[last : last + 10]
    by = next((i for i, word in enumerate(lows) if word == "by" and i and lows[i - 1] in _PAID), None)
    if (
        by is None
        or not _BEING_PAID.issuperset(lows[: by - 1])
        or not {"was", "were", "is", "are", "be"} & set(lows[:by])
    ):
        return None
    start = last + by + 1
    owner = next((s for s in parsed.subjects if start <= s.first <= start + 1), None)
    if owner is not None and owner.entity == "NATO" and owner.kind == "adjective":
        return Found(("NATO",), owner.first, owner.last)
    return as_found(owner, parsed, ours) if owner is not None and carries(owner, ours) else None


_BEING_PAID = frozenset(
    {
        "-",
        "–",
        "—",
        ",",
        "was",
        "were",
        "is",
        "are",
        "more",
        "less",
        "projected",
        "expected",
        "due",
        "to",
        "be",
        "going",
    }
)


_PAID = frozenset({"spent", "paid", "provided", "contributed", "allocated", "invested", "borne", "covered"})
