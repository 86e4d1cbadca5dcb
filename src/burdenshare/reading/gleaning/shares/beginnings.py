"""The year a share rose or fell from: `from 1.4% to 2.1% since 2014`, `from 1.25% in that year to 1.43% in 2018`."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.shares.figures import Figure
from burdenshare.reading.model import Kind


def begun(figure: Figure, draft: Draft) -> Draft:
    """The draft with the year its own words give to the beginning."""
    if draft.kind is not Kind.FACT or draft.measure != "share_of_gdp":
        return draft
    if _in_that_year(figure):
        year = _told_before(figure)
        return replace(draft, period=year, period_from="carried", likely=not year or draft.likely) if year else draft
    if draft.period_from in ("now", "assumed", "carried") and figure.found.any("that_time", 0, figure.first):
        year = _told_before(figure)
        return replace(draft, period=year, period_from="carried", likely=True)
    if not draft.comparison or draft.period_from != "assumed":
        return draft
    year = _since(figure) or _of_the_span(figure)
    return replace(draft, period=year, period_from="explicit", likely=True) if year else draft


def _in_that_year(figure: Figure) -> bool:
    """`1.25% in that year`, right behind the figure (`of GDP` between)."""
    span = figure.found.last("same_year", figure.end, min(figure.segment[1], figure.end + 8))
    return span is not None and figure.context.parsed.lows[span[0] - 1] in ("in", "for", "that")


def _told_before(figure: Figure) -> str:
    """The last single year named in front of the figure, in its sentence or in the one before."""
    parsed, previous = figure.context.parsed, figure.context.previous
    here = [p.value for p in parsed.periods if p.last <= figure.first and _a_year(p.value)]
    if here or previous is None:
        return here[-1] if here else ""
    before = [p.value for p in previous.periods if _a_year(p.value)]
    return before[-1] if before else ""


def _since(figure: Figure) -> str:
    """`has risen from 1.4% to 2.1% since 2014`: the one year the sentence counts from."""
    years = {p.value for p in figure.context.parsed.periods if p.role == "since" and _a_year(p.value)}
    return years.pop() if len(years) == 1 else ""


def _of_the_span(figure: Figure) -> str:
    """`Between 2014 and 2021 it went from 0.94% to 2.16%`: where the only span of the sentence begins."""
    spans = {p.value for p in figure.context.parsed.periods if "/" in p.value}
    start, _, end = spans.pop().partition("/") if len(spans) == 1 else ("", "", "")
    return start if _a_year(start) and _a_year(end) and int(end) - int(start) > 1 else ""


def _a_year(value: str) -> bool:
    return len(value) == 4 and value.isdecimal()
