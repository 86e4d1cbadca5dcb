"""Numbers whose unit was left out: they continue the figure before them."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.shares.figures import LEAST, MOST, SHARES, Figure
from burdenshare.reading.gleaning.shares.percent import share_gleaned
from burdenshare.reading.gleaning.shares.words import words_of
from burdenshare.reading.model import Kind
from burdenshare.reading.widths import interval

_MONEY = ("expenditure",)
_COUNTED = ("allies_at_guideline", "fraction_at_guideline")


def bare_gleaned(context: Context) -> Draft | None:
    """A number without a unit (`up from 1.4 in 2014`, `to 2.03 the year after`) that continues the figure before."""
    quantity = context.quantity
    if quantity.number.kind not in ("cardinal", "range") or quantity.value.central <= 0:
        return None
    if quantity.number.scale > 1:
        return _money(context)
    if not LEAST <= quantity.number.value <= MOST or _in_period(context) or _in_name(context):
        return None
    figure = Figure(context)
    if _unit_behind(figure):
        return share_gleaned(figure)
    if not _unit_told(figure) or not _ends_open(context) or not _led(figure):
        return None
    draft = share_gleaned(figure)
    return replace(draft, likely=draft.likely or figure.told() is None) if draft is not None else None


def _in_period(context: Context) -> bool:
    q = context.quantity
    return any(p.first < q.core[1] and q.core[0] < p.last for p in context.parsed.periods)


def _in_name(context: Context) -> bool:
    """`Article 5`, `F-16`, `Type 45`: letters or a hyphen stand right in front."""
    tokens, at = context.parsed.tokens, context.quantity.core[0]
    if not at:
        return False
    before = tokens[at - 1]
    glued = before.end == tokens[at].start and before.text not in ("(", "'", '"', "“", "‘", "|", "/", "~")
    return glued or before.low in (
        "article",
        "articles",
        "type",
        "chapter",
        "part",
        "line",
        "phase",
        "no",
        "number",
        "day",
    )


def _unit_behind(figure: Figure) -> bool:
    """`1.39 pc of GDP`, `the 2-per-cent target`, `1.17 of GDP`."""
    return any(start == figure.end for start, _ in figure.found.get("unit_behind", ()))


def _unit_told(figure: Figure) -> bool:
    """Per cent of GDP was said in this sentence, or in the one that this one continues."""
    context = figure.context
    if figure.told() is not None:
        return True
    percent = any(q.unit == "%" for q in context.parsed.quantities)
    if percent and any(t.low in ("respectively", "respective") for t in context.parsed.tokens):
        return True
    if percent and figure.has("spend_nouns") and context.quantity.number.step < 0.1:
        return True
    if context.parsed.cues.has("gdp") and (percent or _percent_word(figure)):
        return True
    if figure.has("spend_nouns") and context.quantity.number.step < 0.1:
        return figure.defence
    topic = context.topic
    if topic.measure in _COUNTED and topic.block >= context.parsed.sentence.block - 1:
        return context.quantity.number.step < 0.1 and figure.defence  # "All met it. Canada got there with 2.01"
    return topic.measure in SHARES and topic.block >= context.parsed.sentence.block - 1 and figure.defence


def _percent_word(figure: Figure) -> bool:
    return any(t.low in ("%", "percent", "cent", "percentage", "share", "pc") for t in figure.context.parsed.tokens)


def _ends_open(context: Context) -> bool:
    """No noun behind the number: it would be counted."""
    tokens, end = context.parsed.tokens, context.quantity.core[1]
    if end >= len(tokens):
        return True
    return (tokens[end].kind == "mark" and tokens[end].text not in ("-", "%", "$", "/")) or tokens[end].low in words_of(
        "open_end"
    )


def _led(figure: Figure) -> bool:
    """A whole number needs more in front of it than one with a decimal."""
    context = figure.context
    low, _ = figure.clause
    if context.quantity.number.step < 1:
        return True
    before = context.before(1)
    owner = any(s.last == figure.first and low <= s.first for s in context.parsed.subjects)
    behind = context.after(1)
    closed = not behind or behind[0] in (".", ",", ";", '"', "”", "'", "’", "in", "by", "as", ")")
    return closed and (owner or (bool(before) and before[-1] in words_of("bare_leads")))


def _money(context: Context) -> Draft | None:
    """`up from 15 billion`, `against 23 billion in 2014`: the currency was said with the sum before."""
    told = next((d for d in reversed(context.earlier) if d.measure in _MONEY and d.kind is Kind.FACT), None)
    if told is None or told.value is None or not told.unit or not told.subject:
        return None
    before = context.before(2)
    after = context.after(1)
    if before[-1:] not in (["from"], ["against"], ["than"], ["to"]) or (
        after and after[0] not in (".", ",", ";", "in", "a", "the", "to")
    ):
        return None
    figure = Figure(context)
    years = [
        p for p in context.parsed.periods if p.first == figure.end and p.value.isdecimal() and p.source == "explicit"
    ]
    if not years:
        return None
    q = context.quantity
    return replace(
        told,
        first=q.first,
        last=years[0].last,
        focus=(q.first, q.last),
        rule="money continued",
        comparator=q.comparator,
        value=interval(q.number, q.rule),
        period=years[0].value,
        period_from="explicit",
        comparison=before[-1:] != ["to"],
        likely=True,
    )
