"""Verdicts: words that say of counted allies that they reach the line or miss it, with the line they speak of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from burdenshare.quick import quick
from burdenshare.reading.gleaning.allies.lines import Line, line_after, phrases, words
from burdenshare.reading.parse import Parsed
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import load_table
from burdenshare.reading.tries import Trie

_SPOKEN = (2.0, 2.5, 3.0, 3.5, 4.0, 5.0)
"""Shares that `eight allies spend 3 %` takes as a line without a word of comparison."""
_REACH, _ASIDE = 12, 26


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the verdict table: `polar` is met, missed or spends; `needs` is object, nothing or count."""

    polar: str
    needs: str


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
    last_led, i = "", at
    while i < end:
        if phrases("promised").longest(parsed.tokens, i) is not None:
            return None  # "11 allies made a commitment to invest 2 %": promised, and nobody is said to have done it
        found = _verdict_at(parsed, i, negated, _Known(carried, told, line))
        if found is not None:
            return replaced(found, aside=aside, planned=planned)
        planned = planned or tokens[i].low in words("plans")
        low = tokens[i].low
        skipped = _skipped(parsed, i)
        if skipped:
            i = skipped
            continue
        led = last_led if _dated_before(parsed, i) else _low(parsed, i - 1)
        last_led = low
        if low in words("undone") or (low == "to" and led not in words("infinitive")):
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


@quick
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
            if row.needs == "object" and (line is None or not _fitting(row, line, parsed.lows[i])):
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


_DEDICATING = frozenset(
    {"dedicate", "dedicates", "dedicated", "dedicating", "devote", "devotes", "devoted", "devoting"}
)


def _missed(row: Row, line: Line | None) -> bool:
    below = line is not None and line.rule in ("below", "at most", "nearly")
    return row.polar == "missed" or below


def _fitting(row: Row, line: Line, verb: str) -> bool:
    """`eight allies spend 3 %`, `dedicate the targeted threshold of 2 %` need a share; `spend the target` is no
    English."""
    if row.polar != "spends":
        return True
    if line.named and verb not in _DEDICATING:
        return False
    return line.threshold is not None and (line.rule != "plain" or line.threshold in _SPOKEN)


def stands_for(parsed: Parsed, i: int) -> bool:
    """`nine do not.`, `today, 23 are.`: an auxiliary at the end of its clause."""
    if _low(parsed, i) not in words("pro"):
        return False
    at = i + 1
    while _low(parsed, at) in ("not", "still", "yet", "already"):
        at += 1
    return at >= len(parsed.tokens) or _low(parsed, at) in words("ends") or parsed.tokens[at].text in ('"', "'")


def _dated_before(parsed: Parsed, i: int) -> bool:
    """`were set this year to hit`: a date stands between the verb and its infinitive."""
    return any(p.last == i for p in parsed.periods)


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
