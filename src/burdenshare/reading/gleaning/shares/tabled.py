"""Rows of lists and pasted tables: an ally and its numbers, under a heading that gives measure and years."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.gleaning.shares.words import words_of
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.parse import Parsed
from burdenshare.reading.quantities import Quantity

_ROW_TOKENS = 14
_HEAD_TOKENS = 16


def heads(parsed: Parsed, topic: Topic) -> tuple[int, tuple[str, ...], str]:
    """(block of the table's last line, years of its columns, its measure) after this sentence."""
    block = parsed.sentence.block
    kept = (topic.table_at, topic.table_years, topic.table_measure)
    if len(parsed.tokens) > _HEAD_TOKENS:
        return kept
    years = tuple(p.value for p in parsed.periods if p.source == "explicit" and len(p.value) == 4)
    if parsed.cues.has("gdp") and not _numbers(parsed) and _names_a_share(parsed):
        return block, years, "guideline" if parsed.cues.has("target") else "share_of_gdp"
    if topic.table_measure and block - topic.table_at <= 1:
        if years and len(years) >= 2 and not _numbers(parsed):
            return block, years, topic.table_measure
        if _row_owner(parsed) is not None:
            return block, topic.table_years, topic.table_measure
    return kept


def _names_a_share(parsed: Parsed) -> bool:
    words = {token.low for token in parsed.tokens}
    shares = bool(words & {"%", "percent", "percentage", "share", "cent"})
    subject = parsed.cues.has("defence") or parsed.cues.has("spending") or parsed.cues.has("target")
    last = parsed.tokens[-1].text if parsed.tokens else ""
    return (
        shares
        and not parsed.cues.has("economy")
        and not parsed.cues.has("other_spending")
        and (subject or last in (")", ":"))
    )


def _numbers(parsed: Parsed) -> list[Quantity]:
    """The numbers of a line that are no years."""
    dated = [(p.first, p.last) for p in parsed.periods]
    return [q for q in parsed.quantities if q.unit in ("", "%") and not any(a <= q.core[0] < b for a, b in dated)]


def _row_owner(parsed: Parsed) -> str | None:
    """The ally a line opens with, where the line holds nothing but it, numbers, years and marks."""
    bodies = [s for s in parsed.subjects if s.kind in ("country", "abbreviation", "phrase")]
    if len(bodies) != 1 or bodies[0].first > 2 or len(parsed.tokens) > _ROW_TOKENS:
        return None
    body = bodies[0]
    plain = words_of("row_words")
    for i, token in enumerate(parsed.tokens):
        if token.kind == "word" and not body.first <= i < body.last and token.low not in plain:
            return None
    return body.entity


def tabled_share(context: Context) -> Draft | None:
    """`Poland 4.12`, `Bulgaria 1.31 2.06`, `- Luxembourg: 0.41`, below their heading."""
    topic, parsed, q = context.topic, context.parsed, context.quantity
    if not topic.table_measure or parsed.sentence.block - topic.table_at > 1:
        return None
    owner = _row_owner(parsed)
    numbers = _numbers(parsed)
    if owner is None or owner not in context.calendar.bearers or q not in numbers:
        return None
    year = _year(context, numbers)
    if year is None:
        return None
    on = context.calendar.on
    ahead = bool(year) and on is not None and int(year) > on.year
    promise = topic.table_measure == "guideline" or ahead
    return Draft(
        0 if len(numbers) == 1 else q.first,
        q.last,
        (q.first, q.last),
        Kind.PROMISE if promise else Kind.FACT,
        "guideline" if promise else "share_of_gdp",
        "share in a table",
        subject=(owner,),
        comparator=q.comparator,
        value=q.value,
        unit="%",
        period=year,
        period_from="explicit" if year else "",
        modality=Modality.PLEDGE if promise else Modality.FACT,
        likely=len(numbers) > 1,
    )


def _year(context: Context, numbers: list[Quantity]) -> str | None:
    """The year of the number's column, else the row's own, else the heading's; None where columns do not fit."""
    own = [p for p in context.parsed.periods if len(p.value) == 4 and p.source == "explicit"]
    if own:
        return own[0].value if len(own) == len(numbers) == 1 else None
    years = context.topic.table_years
    if len(years) == len(numbers):
        return years[numbers.index(context.quantity)]
    if len(numbers) > 1:
        return None
    if context.topic.table_measure == "guideline":
        return ""
    return years[-1] if years else str(context.calendar.newest_year or "")
