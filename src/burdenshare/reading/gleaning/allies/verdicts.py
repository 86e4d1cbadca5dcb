"""Verdicts: words that say of counted allies that they reach the line or miss it, with the line they speak of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from burdenshare.reading.parse import Parsed
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.tables import load_table
from burdenshare.reading.tries import Trie

LINES_MAX, LINES_MIN = 6.0, 0.5
"""Shares of GDP that a count of allies is held against."""
_SPOKEN = (2.0, 2.5, 3.0, 3.5, 4.0, 5.0)
"""Shares that `eight allies spend 3 %` takes as a line without a word of comparison."""
_REACH, _ASIDE = 12, 26


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the verdict table: `polar` is met, missed or spends; `needs` is object, nothing or count."""

    polar: str
    needs: str


@dataclass(frozen=True, slots=True)
class Line:
    """The line a verdict speaks of: a percentage, or None where only its name is said; its words end at `last`."""

    threshold: float | None
    last: int
    rule: str = "plain"
    named: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of the counted: they miss the line or meet it; `line` None where an idiom means the guideline."""

    first: int
    last: int
    missed: bool
    line: Line | None
    needs: str
    aside: bool = False
    negated: bool = False
    planned: bool = False


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list of this family's table."""
    return frozenset(load_table("glean_allies")[name]["words"])


@cache
def phrases(name: str) -> Trie[str]:
    """The phrases of one list of this family's table."""
    return Trie((phrase, phrase) for phrase in load_table("glean_allies")[name]["words"])


@cache
def verdicts() -> Trie[Row]:
    """Every verdict phrase."""
    rows = load_table("glean_allies")["verdict"]
    return Trie((phrase, Row(row["polar"], row["needs"])) for row in rows for phrase in row["words"])


def verdict_after(
    parsed: Parsed, at: int, *, carried: bool, told: bool = False, line: Line | None = None
) -> Verdict | None:
    """The verdict on those counted up to token `at`: over auxiliaries, adverbs and asides; None at any other word.

    `carried`: whether a count was told just before, so that `do`, `managed it` may stand for it; `told`: whether the
    line was, so that `are on course to hit it` speaks of it; `line`: one told right in front (`2 %, which nine meet`).
    """
    tokens, end = parsed.tokens, min(len(parsed.tokens), at + 2 * _ASIDE + _REACH)
    negated = aside = planned = False
    i = at
    while i < end:
        found = _verdict_at(parsed, i, negated, _Known(carried, told, line))
        if found is not None:
            return replace(found, aside=aside, planned=planned)
        planned = planned or tokens[i].low in words("plans")
        low = tokens[i].low
        skipped = _skipped(parsed, i)
        if skipped:
            i = skipped
            continue
        if low in words("undone") or (low == "to" and _low(parsed, i - 1) not in words("infinitive")):
            return None
        if low in words("gap") or low in words("plans"):
            negated = negated or low in words("negators") or (low == "yet" and _low(parsed, i + 1) == "to")
            i += 1
        else:
            closed = _behind_aside(parsed, i, at)
            if not closed:
                return None
            i, aside = closed, True
    return None


_MINIMUM = frozenset({"minimum", "bare"})


@dataclass(frozen=True, slots=True)
class _Known:
    """What the words in front have told: a count, the line, and the line of the very relative clause."""

    count: bool
    line: bool
    fronted: Line | None


def _verdict_at(parsed: Parsed, i: int, negated: bool, known: _Known) -> Verdict | None:
    idiom: Verdict | None = None
    for last, rows in reversed(verdicts().every(parsed.tokens, i)):
        for row in rows:
            line = line_after(parsed, last) or known.fronted
            if (line is not None and line.rule == "about") or (row.needs == "count" and not known.count):
                continue
            if parsed.text(i, last) == "at" and _MINIMUM & set(parsed.lows[last : last + 3]):
                continue  # "with seven at the minimum of 2.0": just there, no count of all who reach it
            if row.needs == "line" and not (known.count or known.line):
                continue
            if row.needs == "object" and (line is None or not _fitting(row, line)):
                continue
            found = Verdict(i, last, _missed(row, line) is not negated, line, row.needs, negated=negated)
            if line is not None:
                return found
            idiom = idiom or found
    if idiom is not None:
        return idiom
    if known.count and stands_for(parsed, i):
        word = parsed.tokens[i].low
        denied = word in words("negators") or _low(parsed, i + 1) == "not"
        return Verdict(i, i + 1, negated or denied, None, "count", negated=negated)
    return None


def _missed(row: Row, line: Line | None) -> bool:
    below = line is not None and line.rule in ("below", "at most", "nearly")
    return row.polar == "missed" or below


def _fitting(row: Row, line: Line) -> bool:
    """`eight allies spend 3 %` needs a share that is a line; `spend the target` is no English."""
    if row.polar != "spends":
        return True
    return line.threshold is not None and not line.named and (line.rule != "plain" or line.threshold in _SPOKEN)


def stands_for(parsed: Parsed, i: int) -> bool:
    """`nine do not.`, `today, 23 are.`: an auxiliary at the end of its clause."""
    if parsed.tokens[i].low not in words("pro"):
        return False
    at = i + 1
    while _low(parsed, at) in ("not", "still", "yet", "already"):
        at += 1
    return at >= len(parsed.tokens) or _low(parsed, at) in words("ends") or parsed.tokens[at].text in ('"', "'")


def line_after(parsed: Parsed, at: int) -> Line | None:
    """The percentage or the name of the line right behind token `at`, over articles and adjectives."""
    tokens = parsed.tokens
    for i in range(at, min(len(tokens), at + _REACH)):
        quantity = next((q for q in parsed.quantities if q.first <= i < q.last and q.core[0] >= at), None)
        if quantity is not None:
            return _percent_line(parsed, quantity)
        if _a_line(parsed, i):
            return _named_line(parsed, i)
        if tokens[i].low not in words("object_gap") and not tokens[i].low.isdecimal():
            return None
    return None


def _percent_line(parsed: Parsed, quantity: Quantity) -> Line | None:
    value = quantity.number.value
    decimal = not quantity.unit and quantity.number.step < 1 and quantity.number.kind == "cardinal"
    if (quantity.unit != "%" and not decimal) or not LINES_MIN <= value <= LINES_MAX or quantity.rule == "range":
        return None
    return None if _of_something_else(parsed, quantity.last) else Line(value, quantity.last, quantity.rule)


def _of_something_else(parsed: Parsed, at: int) -> bool:
    """`2 % of the vote`, `5 % growth`: no share of GDP."""
    ahead = [t.low for t in parsed.tokens[at : at + 5]]
    behind = set(ahead[: ahead.index(",")] if "," in ahead else ahead)
    if parsed.cues.spans("gdp", at, at + 6):
        return False
    if ahead[:1] == ["of"] and not {"wealth", "income", "economy", "economies", "output", "product"} & behind:
        return True  # "5 percent of their budgets"
    return bool(behind & {"growth", "inflation", "deficit", "more", "increase", "equipment", "votes", "tariff"}) or (
        parsed.cues.has("equipment", at, at + 6) or parsed.cues.has("common_budget", at, at + 8)
    )


def _a_line(parsed: Parsed, i: int) -> bool:
    low = parsed.tokens[i].low
    if low in ("level", "figure", "share"):
        return parsed.tokens[i - 1].low in ("that", "this")
    return low in words("lines") or any(start == i for start, _ in parsed.cues.hits.get("target", ()))


def _named_line(parsed: Parsed, i: int) -> Line | None:
    """`the line drawn in Wales`, `the benchmark of 2 % of GDP`, `the equipment guideline` (not ours)."""
    if parsed.cues.has("equipment", max(0, i - 4), i + 6) or parsed.cues.has("market", max(0, i - 4), i + 3):
        return None
    if _of_another_thing(parsed, i + 1):
        return None
    for quantity in parsed.quantities:
        between = [t.low for t in parsed.tokens[i + 1 : quantity.first]]
        if i < quantity.first <= i + 6 and set(between) <= {"of", "spending", "at", "least", "a", "the", ",", "namely"}:
            told = _percent_line(parsed, quantity) if quantity.unit == "%" else None
            if quantity.unit == "%":
                return replace(told, named=True) if told is not None else None
            break
    return Line(None, i + 1, named=True)


def _of_another_thing(parsed: Parsed, at: int) -> bool:
    """`the target for renewable energy`, `its pledge to send tanks`, `the target of 800,000 shells`."""
    low, following = _low(parsed, at), _low(parsed, at + 1)
    if low == "of":
        counted = next((q for q in parsed.quantities if at < q.core[0] <= at + 3), None)
        return counted is not None and counted.unit != "%"
    if low not in ("for", "to", "on", "by"):
        return False
    later = any(p.first <= at < p.last or p.first == at + 1 for p in parsed.periods)
    spent = following in ("spend", "invest", "devote", "allocate", "put", "defence", "defense", "military", "spending")
    return not (later or spent or parsed.cues.has("spending", at, at + 3) or following in ("the", "now"))


def _skipped(parsed: Parsed, i: int) -> int:
    """The end of a date or of the whole (`out of 30`) at token `i`, else 0."""
    if parsed.tokens[i].text == "," and _goes_on(parsed, i + 1):
        return i + 1  # "21 out of 30, are at or above 2 %"
    excepted = exception_at(parsed, i) or _in_the_club(parsed, i)
    if excepted:
        return excepted
    summed = phrases("on_the_way").longest(parsed.tokens, i) or phrases("summed").longest(parsed.tokens, i)
    period = next((p for p in parsed.periods if p.first <= i < p.last), None)
    return period.last if period is not None else summed[0] if summed is not None else 0


_BODIES = frozenset({"club", "alliance", "bloc", "pact", "organisation", "organization", "group", "nato"})


def _in_the_club(parsed: Parsed, i: int) -> int:
    """The end of `in the 32-strong club`, `in the 30-nation alliance` at token `i`, else 0."""
    lows = parsed.lows[i : i + 8]
    if lows[:2] not in (["in", "the"], ["of", "the"]) or lows[3:4] != ["-"]:
        return 0
    return next((i + n + 1 for n in range(4, len(lows)) if lows[n] in _BODIES), 0)


def exception_at(parsed: Parsed, i: int) -> int:
    """The end of `apart from the United States`, `except for Spain and Italy` at token `i`, else 0."""
    hit = phrases("exceptions").longest(parsed.tokens, i)
    at, last = (hit[0], 0) if hit is not None else (i, 0)
    while hit is not None:
        one = next((s for s in parsed.subjects if at <= s.first <= at + 1 and s.names_a_body), None)
        if one is None or (one.first > at and parsed.lows[at] != "the"):
            break
        last = one.last
        joined = next((n for n in (2, 1) if parsed.lows[last : last + n] in ([",", "and"], [","], ["and"])), 0)
        if not joined:
            break
        at = last + joined
    return last


def fronted_line(parsed: Parsed, first: int) -> Line | None:
    """`the 2 % threshold, which all EU members of NATO reached`: the line that a relative clause in front of its count
    speaks of; `first`: where the count begins."""
    if first < 2 or parsed.lows[first - 1] not in ("which", "that"):
        return None
    at = first - 2 - (parsed.lows[first - 2] == ",")
    share = next((q for q in parsed.quantities if q.unit == "%" and q.last == at + 1), None)
    if share is not None:
        return _percent_line(parsed, share)
    if at < 0 or not _a_line(parsed, at):
        return None
    named = next((q for q in parsed.quantities if q.unit == "%" and at - 3 <= q.last <= at), None)
    told = _percent_line(parsed, named) if named is not None else None
    return replace(told, named=True) if told is not None else Line(None, at + 1, named=True)


def _behind_aside(parsed: Parsed, i: int, at: int) -> int:
    """Where the sentence goes on behind an aside that token `i` stands in, else 0: the mark that opens it stands
    within the last tokens, and behind the closing one no relative clause begins."""
    tokens = parsed.tokens
    marks = {",": ",", "(": ")", "—": "—", "-": "-"}
    opened = next((j for j in range(i, max(at, i - 4) - 1, -1) if j < len(tokens) and tokens[j].text in marks), None)
    if opened is None or (tokens[opened].text == "-" and tokens[opened].start == tokens[opened - 1].end):
        return 0
    close = marks[tokens[opened].text]
    for j in range(max(i, opened + 1), min(len(tokens), opened + _ASIDE)):
        if tokens[j].text == ";" or (tokens[j].text == ":" and close != "—"):
            return 0
        if tokens[j].text == close and _goes_on(parsed, j + 1):
            return j + 1
    return 0


def _goes_on(parsed: Parsed, at: int) -> bool:
    """Behind the aside the verdict's own words follow, not `who`, `and`, another subject."""
    low = _low(parsed, at)
    relative = low in ("who", "which", "that", "of", "the", "they", "and", "but")
    return not relative and (low in words("gap") or bool(verdicts().every(parsed.tokens, at)) if low else False)


def _low(parsed: Parsed, i: int) -> str:
    return parsed.tokens[i].low if 0 <= i < len(parsed.tokens) else ""
