"""What is said of a set's members one by one: `the only ally above 4 %`, `only A and B`, `all allies but Spain`.

The figure itself is read by others as a share of those named; this adds what the words say of everybody else, and takes
away the average of a group where the words speak of each of its members.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from burdenshare.reading.context import GROUPS, Calendar
from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.gleaning.happenings.words import joined_list
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Interval, Kind
from burdenshare.reading.parse import Parsed
from burdenshare.reading.replacing import replaced
from burdenshare.reading.sets import COUNTED
from burdenshare.reading.tables import word_list

RULE = "only those named"
NONE_ELSE = Interval(0.0, 0.0, central=0.0, kind="count")
BOUNDS = frozenset({"<", "<=", ">", ">="})
_NOUNS = word_list("set_nouns")
_ALLIED = frozenset({"ally", "allies", "member", "members", "alliance"})


def quantifying() -> frozenset[str]:
    """Words in front of a group that speak of its members one by one."""
    return word_list("each_of_them")


def exclusive_drafts(parsed: Parsed, calendar: Calendar, topic: Topic, drafts: Sequence[Draft]) -> list[Draft]:
    """For each share that is told of `only` those named, that nobody else of their set has it."""
    lows = parsed.lows
    if "only" not in parsed.words and "sole" not in parsed.words and "alone" not in parsed.words:
        return []
    found: list[Draft] = []
    for draft in [*(drafts or _lined(parsed, calendar, topic)), *_only_short_of(parsed, calendar)]:
        named = [s for s in parsed.subjects if s.entity in draft.subject and draft.first <= s.first < draft.last]
        named = named or _made_the_only(parsed, draft)
        if not _of_a_line(draft, calendar) or not named:
            continue
        whole = _only_before(parsed, named[0]) or _the_only(parsed, named[-1], draft)
        if whole is None or whole not in COUNTED or lows[0] in ("if", "not"):
            continue
        sure = whole != "NATO" or bool(_ALLIED & parsed.words) or any(s.entity == "NATO" for s in parsed.subjects)
        found.append(excluding(parsed, draft, named[0], whole, likely=draft.likely or not sure))
    return found


def _of_a_line(draft: Draft, calendar: Calendar) -> bool:
    bound = draft.comparator in BOUNDS and draft.value is not None
    return (
        draft.kind is Kind.FACT and draft.measure == "share_of_gdp" and bound and set(draft.subject) <= calendar.allies
    )


def _lined(parsed: Parsed, calendar: Calendar, topic: Topic) -> list[Draft]:
    """`Belgium and Canada are the only allies below the 20 percent equipment guideline`: the line itself, where no rule
    read it as a share of those named."""
    lows = parsed.lows
    at = next((i for i in range(len(lows) - 1) if lows[i] == "the" and lows[i + 1] == "only"), None)
    line = next((q for q in parsed.quantities if at is not None and q.unit == "%" and 2 < q.first - at <= 14), None)
    if at is None or line is None or not {"is", "are", "was", "were", "remain", "remains"} & set(lows[at - 1 : at]):
        return []
    last = next((s for s in reversed(parsed.subjects) if s.last == at - 1 and s.entity in calendar.allies), None)
    if last is None or word_list("duties") & set(lows[at : line.first]) - {"have", "target", "guideline", "goal"}:
        return []
    owners, start = joined_list(parsed, last, calendar.allies)
    between = set(lows[at : line.core[0]])
    below = bool({"below", "under", "less", "beneath", "short", "missing"} & between)
    above = bool({"above", "over", "more", "exceeding", "least", "meeting", "reaching", "hitting"} & between)
    told = parsed.cues.has("gdp") or parsed.cues.has("equipment")
    if below == above or not told:
        return []
    strict = "least" not in between and not {"meeting", "reaching", "hitting"} & between
    sign = "<" if below else ">" if strict else ">="
    value = Interval(-math.inf, line.value.central, high_open=True, central=line.value.central) if below else line.value
    year = next((p for p in parsed.periods if p.role == "in" and len(p.value) == 4), None)
    return [
        Draft(
            start,
            line.last,
            (start, line.last),
            Kind.FACT,
            "share_of_gdp",
            RULE,
            subject=tuple(s.entity for s in owners),
            comparator=sign,
            value=value,
            unit="%",
            period=year.value if year is not None else str(calendar.newest_year or ""),
            period_from=year.source if year is not None else "now",
        )
    ]


def _only_short_of(parsed: Parsed, calendar: Calendar) -> list[Draft]:
    """`Only Norway, with 17.95 percent, falls short of the 20% equipment guideline`: the line of those named alone."""
    lows = parsed.lows
    if lows[:1] != ["only"] or not parsed.cues.has("equipment"):
        return []
    first = next((s for s in parsed.subjects if 1 <= s.first <= 2 and s.entity in calendar.allies), None)
    line = next((q for q in parsed.quantities if q.unit == "%" and _goal_behind(lows, q.core[1])), None)
    if first is None or line is None:
        return []
    below = bool(word_list("short_of_it") & set(lows[first.last : line.core[0]]))
    meets = bool(word_list("reaching_it") & set(lows[first.last : line.core[0]]))
    if below == meets:
        return []
    owners = _names_from(parsed, first, calendar)
    value = Interval(-math.inf, line.value.central, high_open=True, central=line.value.central) if below else line.value
    year = next((p for p in parsed.periods if p.role == "in" and len(p.value) == 4), None)
    return [
        Draft(
            0,
            line.last,
            (0, line.last),
            Kind.FACT,
            "share_of_gdp",
            RULE,
            subject=owners,
            comparator="<" if below else ">=",
            value=value,
            unit="%",
            period=year.value if year is not None else str(calendar.newest_year or ""),
            period_from=year.source if year is not None else "now",
        )
    ]


def _goal_behind(lows: Sequence[str], at: int) -> bool:
    """`the 20% equipment guideline`, `20 percent target for equipment`."""
    return bool({"guideline", "target", "goal", "benchmark", "mark", "line", "threshold"} & set(lows[at : at + 3]))


def _names_from(parsed: Parsed, first: SubjectMention, calendar: Calendar) -> tuple[str, ...]:
    """The allies of a list that begins with `first`."""
    found = [first]
    for s in parsed.subjects:
        if s.first >= found[-1].last and parsed.lows[found[-1].last : s.first] in ([","], ["and"], [",", "and"]):
            found += [s] if s.entity in calendar.allies else []
    return tuple(s.entity for s in found)


def _only_before(parsed: Parsed, first: SubjectMention) -> str | None:
    """`Only Poland and Estonia …`, `only the United States`."""
    at = first.first - 1
    while at >= 0 and parsed.lows[at] == "the":
        at -= 1
    front = parsed.lows[max(0, at - 1) : at + 1]
    if front[-1:] != ["only"] or front[:1] in (["not"], ["the"]):
        return None
    among = any(s.last <= at and s.entity in ("EU", "EU_ALLIES") for s in parsed.subjects)
    if among and parsed.lows[:1] in (["among"], ["of"], ["in"]):
        return None  # "Among the EU-based allies, only Greece …": of a set whose others are not counted here
    return "NATO"


def _made_the_only(parsed: Parsed, draft: Draft) -> list[SubjectMention]:
    """`Poland spends 4.5 percent, making it the only ally above 4`: the one named before, for whom `it` stands."""
    lows, at = parsed.lows, draft.focus[0]
    led = any(lows[i : i + 4] in (["making", "it", "the", "only"], ["made", "it", "the", "only"]) for i in range(at))
    front = [s for s in parsed.subjects if s.entity in draft.subject and s.last <= at and s.kind != "pronoun"]
    return front[-1:] if led else []


def _the_only(parsed: Parsed, last: SubjectMention, draft: Draft) -> str | None:
    """`Poland is the only ally that …`: the set its noun names, None for a part of the map no group stands for."""
    lows = parsed.lows
    reach = max(last.last + 7, draft.focus[0])
    for i in range(last.last, min(len(lows) - 1, reach)):
        if lows[i] not in ("only", "sole", "lone") or lows[i - 1] not in ("the", "nato's"):
            continue
        for noun in range(i + 1, min(len(lows), i + 5)):
            if lows[noun] in _NOUNS:
                return _set_of(parsed, i, noun)
    return None


def _set_of(parsed: Parsed, only: int, noun: int) -> str | None:
    """The group between `only` and the noun or right behind it; the alliance where neither names another."""
    groups = [s.entity for s in parsed.subjects if only < s.first <= noun + 4 and s.entity in GROUPS | {"NATO"}]
    other = [s for s in parsed.subjects if only < s.first <= noun + 4 and s.entity not in GROUPS | {"NATO"}]
    behind = parsed.lows[noun + 1 : noun + 3]
    if other or (behind[:1] in (["in"], ["from"], ["on"], ["of"]) and not groups and behind[1:] != ["nato"]):
        return None
    return groups[0] if groups else "NATO"


def excluding(parsed: Parsed, draft: Draft, named: SubjectMention, whole: str, *, likely: bool) -> Draft:
    value = draft.value
    assert value is not None
    line = value.low if draft.comparator in (">", ">=") and not math.isinf(value.low) else value.high
    line = value.central or line
    first = named.first - 1 if parsed.lows[named.first - 1 : named.first] == ["only"] else named.first
    return replaced(
        draft,
        first=min(first, draft.first),
        focus=(first, max(draft.focus[1], named.last)),
        measure="exceptions",
        rule=RULE,
        subject=(whole,),
        against=draft.subject,
        quantifier="only",
        threshold=line,
        below=draft.comparator in ("<", "<="),
        value=NONE_ELSE,
        unit="allies",
        likely=likely,
    )


def all_but(parsed: Parsed, calendar: Calendar, drafts: list[Draft]) -> list[Draft]:
    """`All allies but Spain met the target`: everybody else meets it and Spain does not, instead of what was read of
    the exception alone."""
    at = next((i for i, low in enumerate(parsed.lows) if low in word_list("excepting")), None)
    if at is None or not at:
        return drafts
    front = set(parsed.lows[:at])
    if {"everyone", "everybody", "nobody", "none", "no"} & front:
        names = {s.entity for s in _listed_from(parsed, at, calendar)}
        return [d for d in drafts if d.measure not in ("share_of_gdp", *_COUNTS) or not names]
    if not {"all", "every", "each"} & front:
        return drafts
    spared = _listed_from(parsed, at, calendar)
    if not spared:
        return drafts
    names = {s.entity for s in spared}
    kept = [d for d in drafts if not (d.measure == "share_of_gdp" and names & set(d.subject) and d.first >= at - 1)]
    kept = [d for d in kept if d.measure not in _COUNTS or d.focus[0] > spared[-1].last or d.focus[1] <= at - 4]
    group = _everybody(parsed, at)
    counted = next((d for d in drafts if d.measure in _COUNTS or (d.rule == "in the set")), None)
    if group is None or counted is None or _to_come(parsed, calendar, spared[-1].last):
        return kept
    return [*kept, _but(parsed, counted, group, tuple(s.entity for s in spared), spared[-1].last)]


def _to_come(parsed: Parsed, calendar: Calendar, at: int) -> bool:
    """`All allies except Spain will spend 5 % by 2035`: what is promised for a year to come nobody has met."""
    years = [p.value[:4] for p in parsed.periods if p.first >= at and p.value[:4].isdecimal()]
    ahead = calendar.on is not None and any(int(year) > calendar.on.year for year in years)
    return ahead and not {"met", "meet", "reached", "spend", "spends"} & set(parsed.lows[at : at + 1])


_COUNTS = frozenset({"allies_at_guideline", "fraction_at_guideline"})


def _listed_from(parsed: Parsed, at: int, calendar: Calendar) -> list[SubjectMention]:
    """The allies named right behind an excepting word."""
    found: list[SubjectMention] = []
    end = at + 1
    for s in parsed.subjects:
        gap = parsed.lows[end : s.first] if s.first >= end else ["?"]
        if s.entity not in calendar.allies or not set(gap) <= {"for", "the", "from", "of", "and", ",", "than"}:
            continue
        found.append(s)
        end = s.last
    return found


def _everybody(parsed: Parsed, at: int) -> str | None:
    """Whose members `all` are, in front of the exception."""
    first = next(i for i, low in enumerate(parsed.lows) if low in ("all", "every", "each"))
    noun = _NOUNS & set(parsed.lows[first : first + 5])
    groups = [s.entity for s in parsed.subjects if first <= s.first < at]
    if groups:
        return groups[-1] if groups[-1] in COUNTED and len(groups) == 1 else None
    return "NATO" if noun else None


def _but(parsed: Parsed, counted: Draft, group: str, spared: tuple[str, ...], last: int) -> Draft:
    first = next(i for i, low in enumerate(parsed.lows) if low in ("all", "every", "each"))
    below = counted.comparator == "<" or bool(parsed.cues.has("missed", last, min(len(parsed.lows), last + 6)))
    line = counted.threshold
    if line is None and counted.value is not None:
        line = counted.value.central
    return replaced(
        counted,
        first=first,
        last=max(counted.last, last),
        focus=(first, last),
        kind=Kind.FACT,
        measure="exceptions",
        rule=RULE_ALL_BUT,
        subject=(group,),
        against=spared,
        quantifier="all",
        comparator="<" if below else ">=",
        threshold=line,
        below=below,
        value=NONE_ELSE,
        unit="allies",
        holes=frozenset({"denominator"}),
        likely=False,
    )


RULE_ALL_BUT = "all but those named"


def without_averages(parsed: Parsed, drafts: list[Draft]) -> list[Draft]:
    """Drop the share of a group as one where the words speak of `all`, `every` or `none` of its members, and the target
    itself where the sentence says who of them met it: that is one statement, of the members."""
    if quantifying().isdisjoint(parsed.words) and _NOUNS.isdisjoint(parsed.words):
        return drafts
    said = [draft for draft in drafts if not _of_some_counted(parsed, draft)]
    return [draft for draft in said if not _averages(parsed, draft) and not _met_by_each(parsed, draft)]


_MANY = (("NATO",), ("EUR",), ("EUR_CAN",))
"""Groups of which a number counts a part; `three Baltic states` are all of them."""


def _of_some_counted(parsed: Parsed, draft: Draft) -> bool:
    """`Another 10 NATO members spend between 2 and 2.15 percent`: a share of each of those counted, and none of the
    alliance's."""
    if draft.measure != "share_of_gdp" or draft.subject not in _MANY:
        return False
    if not word_list("taken_as_one").isdisjoint(parsed.words):
        return False
    own = [s for s in parsed.subjects if s.entity == draft.subject[0] and s.last <= draft.focus[0]]
    counts = [q for q in parsed.quantities if not q.unit and q.number.kind == "cardinal" and 1 < q.number.value < 30]
    return bool(own) and any(0 <= own[-1].first - q.core[1] <= 1 for q in counts)


def _met_by_each(parsed: Parsed, draft: Draft) -> bool:
    if draft.measure != "guideline" or not draft.period.isdecimal() or draft.period_from != "due":
        return False
    if len(draft.subject) > 1:
        return False  # "both countries would reach 3.5% by 2035": the plan of those two
    spans = parsed.cues.hits.get("met", ()) + parsed.cues.hits.get("missed", ())
    met = next((end for _, end in spans if 0 <= draft.focus[0] - end <= 2), None)
    first = next((start for start, end in spans if end == met), 0)
    agreed = word_list("committing_words") | _AGREEMENTS
    if first > 1 and parsed.lows[first - 1] == "to" and not agreed.isdisjoint(parsed.lows[:first]):
        return False  # "all member countries agreed to meet the 2 % guideline by 2024": the target itself is told
    if parsed.lows[first - 1] == "of" and parsed.lows[first - 2] in word_list("aims_agreed_on"):
        return False  # "all members agreed to an ambition of meeting it by 2024"
    if not _OUGHT.isdisjoint(parsed.lows[max(0, first - 3) : first]):
        return False  # "all members should meet the 2 % target by 2024": what is asked, and nobody's deed
    return met is not None and bool(quantifying() & set(parsed.lows[:met]))


_AGREEMENTS = frozenset({"agreement", "accord", "deal", "pledge", "commitment", "decision", "promise"})
_OUGHT = frozenset({"should", "must", "ought", "shall"})


def _averages(parsed: Parsed, draft: Draft) -> bool:
    if draft.measure not in ("share_of_gdp", "guideline") or len(draft.subject) != 1:
        return False
    told_plainly = draft.comparator == "=" and draft.measure == "share_of_gdp" and "if" not in parsed.words
    if draft.comparator not in BOUNDS and (not told_plainly or word_list("taken_as_one") & parsed.words):
        return False  # "all allies together spent 2.7 percent": their average is meant
    if draft.measure == "guideline" and (draft.rule != "share by its clause" or word_list("duties") & parsed.words):
        return False  # "every ally must spend at least 2 percent"
    if draft.subject[0] not in GROUPS:
        return False
    own = [s for s in parsed.subjects if s.entity == draft.subject[0] and s.last <= draft.last]
    return any(_one_by_one(parsed, s) for s in own) or (draft.subject == ("NATO",) and _allies_each(parsed))


def _one_by_one(parsed: Parsed, group: SubjectMention) -> bool:
    """`none of the Nordic allies`, `all three Baltic states`, `every ally on the eastern flank`."""
    front = parsed.lows[max(0, group.first - 5) : group.last]
    told = [n for n, low in enumerate(front) if low in quantifying()]
    return bool(told) and "," not in front[told[-1] :]


def _allies_each(parsed: Parsed) -> bool:
    """`All allies spend at least 1.2 percent`."""
    lows = parsed.lows
    each = any(low in quantifying() and _NOUNS & set(lows[i + 1 : i + 4]) for i, low in enumerate(lows))
    counted = any(
        q.unit == "%" and lows[q.core[1] : q.core[1] + 1] == ["of"] and _NOUNS & set(lows[q.core[1] : q.core[1] + 4])
        for q in parsed.quantities
    )
    return each or counted
