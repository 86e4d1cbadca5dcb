"""Reports that hypothesis makes: values no program would compute, with words that try to break every form."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from burdenshare.checking.arithmetic.model import Arithmetic, ArithmeticKind
from burdenshare.checking.arithmetic.model import Part as Figure
from burdenshare.checking.model import Checked, CheckedDocument, Judgement, Price, PriceLine, Tried, Verdict
from burdenshare.reading.model import (
    Document,
    Interval,
    Kind,
    Modality,
    Mode,
    NotVerified,
    Span,
    Speaker,
    Statement,
    Unaccounted,
)
from burdenshare.record.model import Derivation, Grade, Observation
from burdenshare.report.report import Report
from burdenshare.report.reviews import Review

NASTY = (
    "-->",
    "--",
    "<!-- burdenshare:saved-report",
    "<script>alert(1)</script>",
    "=1+1",
    "@cmd",
    '"quoted", comma',
    "a|b\nc\r\nd",
    "\x1b[31m\x00\x07",
    "\u202eright\u2028left",
    "# *head* [x](y)",
    "'; DROP TABLE statements; --",
    "naïve “Küche” €5bn 🛡",
    "\ud800",
    ";",
    "",
)
words = st.one_of(st.sampled_from(NASTY), st.text(max_size=12), st.just("23 of 32"))
ids = st.text("abcXYZ_0129", min_size=1, max_size=5)
numbers = st.floats(allow_nan=False, allow_infinity=False, width=64)
maybe_number = st.none() | numbers
days = st.dates(date(2000, 1, 1), date(2030, 12, 31))
maybe_day = st.none() | days
flags = st.booleans()
spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda ends: Span(min(ends), max(ends)))


def several(one: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(one, max_size=3).map(tuple)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low = draw(st.just(-math.inf) | numbers)
    high = draw(st.just(math.inf) | numbers)
    return Interval(low, high, draw(flags), draw(flags), draw(numbers), draw(words))


@st.composite
def observations(draw: st.DrawFn) -> Observation:
    return Observation(
        measure=draw(words),
        entity=draw(words),
        period=draw(st.integers(1900, 2100) | st.sampled_from(("2024-06", "2018/2019", "", "007"))),
        basis=draw(words),
        unit=draw(words),
        value=draw(numbers),
        low=draw(numbers),
        high=draw(numbers),
        printed=draw(words),
        estimate=draw(flags),
        release=draw(words),
        released_on=draw(maybe_day),
        source=draw(words),
        grade=draw(st.sampled_from(list(Grade))),
        table=draw(words),
        aggregate=draw(flags),
    )


leaves = st.builds(
    Derivation, words, maybe_number, words, words, observation=st.none() | observations(), source=words, note=words
)
derivations = st.recursive(
    leaves,
    lambda below: st.builds(
        Derivation, words, maybe_number, words, words, words, st.lists(below, max_size=2).map(tuple), note=words
    ),
    max_leaves=4,
)
trieds = st.builds(
    Tried, words, flags, maybe_number, maybe_number, maybe_number, words, maybe_number, words, derivations, words
)
judgements = st.builds(
    Judgement,
    verdict=st.sampled_from(list(Verdict)),
    on=days,
    reading=words,
    recorded=maybe_number,
    unit=words,
    distance=maybe_number,
    distance_unit=words,
    band=maybe_number,
    why=words,
    evidence=st.lists(observations(), max_size=2).map(tuple),
    sources=several(words),
    tried=st.lists(trieds, max_size=2).map(tuple),
    derivation=st.none() | derivations,
    context=several(words),
    rule=words,
    band_from=words,
)
lines = st.builds(
    PriceLine,
    words,
    maybe_number,
    st.none() | st.integers(1990, 2100),
    maybe_number,
    maybe_number,
    maybe_number,
    maybe_number,
    words,
    words,
)
prices = st.builds(
    Price,
    on=days,
    target_low=numbers,
    target_high=maybe_number,
    definition=words,
    lines=st.lists(lines, max_size=2).map(tuple),
    total_low=numbers,
    total_high=maybe_number,
    pooled_low=maybe_number,
    pooled_high=maybe_number,
    without_data=several(words),
    why=words,
    derivation=derivations,
)


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    return Statement(
        id=draw(ids),
        span=draw(spans),
        focus=draw(spans),
        text=draw(words),
        kind=draw(st.sampled_from(list(Kind))),
        subject=draw(st.lists(ids, max_size=2).map(tuple)),
        measure=draw(words),
        comparator=draw(st.sampled_from(("", "=", ">", "between"))),
        value=draw(st.none() | intervals()),
        unit=draw(words),
        words=draw(words),
        period=draw(words),
        period_from=draw(words),
        baseline=draw(words),
        baselines=draw(several(words)),
        basis=draw(words),
        real=draw(st.none() | flags),
        cumulative=draw(st.none() | flags),
        threshold=draw(maybe_number),
        below=draw(flags),
        denominator=draw(words),
        holes=draw(st.frozensets(words, max_size=3)),
        place=draw(words),
        person=draw(words),
        former=draw(flags),
        speaker=draw(st.builds(Speaker, words, words, words, st.sampled_from(list(Mode)), words)),
        modality=draw(st.sampled_from(list(Modality))),
        spoken_on=draw(maybe_day),
        rule=draw(words),
        note=draw(words),
        repeats=draw(st.lists(spans, max_size=2).map(tuple)),
        likely=draw(flags),
        issue=draw(words),
        direction=draw(st.sampled_from(("for", "against", ""))),
        against=draw(several(words)),
        quantifier=draw(words),
        rival_subjects=draw(several(words)),
        rival_periods=draw(several(words)),
    )


@st.composite
def entries(draw: st.DrawFn) -> Checked:
    then = draw(st.none() | judgements)
    missing = draw(words) if then is None else ""
    now = draw(st.none() | judgements)
    return Checked(draw(statements()), then, now, missing, draw(st.none() | prices), draw(several(words)), draw(words))


figures = st.builds(Figure, spans, words, st.sampled_from(("part", "whole", "said")), intervals(), words) | st.builds(
    Figure, spans, words, st.just("item")
)
sums = st.builds(
    Arithmetic,
    ids,
    st.sampled_from(list(ArithmeticKind)),
    spans,
    st.lists(figures, max_size=3).map(tuple),
    words,
    st.sampled_from(list(Verdict)),
    numbers,
    words,
    words,
    words,
    st.none() | st.builds(Speaker, words, words, words, st.sampled_from(list(Mode)), words),
    several(words),
)

documents = st.builds(
    Document,
    id=words,
    text=words,
    published=maybe_day,
    published_from=st.sampled_from(("option", "none")),
    title=words,
    outlet=words,
    language=words,
    dated_by=words,
    author=words,
    furniture=st.lists(spans, max_size=2).map(tuple),
    notes=several(words),
)
documented = st.builds(
    CheckedDocument,
    document=documents,
    edition=days,
    code_version=words,
    record_version=words,
    checked=st.lists(entries(), max_size=2, unique_by=lambda one: one.statement.id).map(tuple),
    unaccounted=st.lists(st.builds(Unaccounted, spans, words, words), max_size=2).map(tuple),
    remarks=several(words),
    not_verified=st.lists(
        st.builds(NotVerified, st.none() | spans, words, words, words, maybe_number, words, words, words), max_size=2
    ).map(tuple),
    now_given=maybe_day,
    arithmetic=st.lists(sums, max_size=2).map(tuple),
)

names = st.sampled_from(("A. Editor", "=1+1", "-->", "<b>x</b>", "Łukasz 🛡", "'; DROP TABLE reviews; --"))
notes = st.sampled_from([one for one in NASTY if one.isprintable() and one.strip()]) | st.just("two\n\n| lines\r\n@x")


@st.composite
def reviewed(draw: st.DrawFn) -> Report:
    """A report with reviews of some of its statements."""
    checked = draw(documented)
    ids = [entry.statement.id for entry in checked.checked]
    one = st.builds(
        Review,
        statement=st.sampled_from(ids),
        reviewer=names,
        at=st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),
        note=notes,
        verdict=st.none() | st.sampled_from(list(Verdict)),
    )
    return Report(checked, reviews=tuple(draw(st.lists(one, max_size=3))) if ids else ())


reports = reviewed()
"""Whole reports; each has the text still with it."""
