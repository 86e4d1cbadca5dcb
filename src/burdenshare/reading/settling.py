"""What a draft is on the day of its text: fact or promise yet, how firmly said, and what its words leave open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from itertools import pairwise

from burdenshare.reading.accounted import WORDS
from burdenshare.reading.drafts import Draft
from burdenshare.reading.firmness import firmness
from burdenshare.reading.foreseen_shares import foreseen
from burdenshare.reading.gone_dues import with_its_gone_due
from burdenshare.reading.horizons_told import with_its_saying
from burdenshare.reading.kinds_told import aid_kind, base_year_prices, common_budget_kind, stationed_in, two_kinds
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import is_year
from burdenshare.reading.quarters import of_its_quarter
from burdenshare.reading.replacing import replaced
from burdenshare.reading.rises_spoken_of import spoken_of
from burdenshare.reading.vague_times import vaguely_dated

_YEARLY = frozenset({"share_of_gdp", "share_of_total", "common_budget_share", "equipment_share"})
"""Shares of a year: of a year to come they are no fact yet."""
_KINDS: Mapping[str, Callable[[Parsed, Draft], str]] = {"aid": aid_kind, "common_budget": common_budget_kind}
"""Measures told in kinds that are never mixed, and who finds the kind in the words."""
_SUMMED = frozenset({"expenditure", "extra_expenditure"})
_AVERAGES = (("NATO",), ("EUR",), ("EUR_CAN",))
_HIGHEST_AVERAGE = 3.5
"""Per cent of GDP; the alliance as one has not spent as much since before the years its tables hold."""
_OF_GDP = (2.0, 3.5, 5.0)
"""Lines that the alliance has drawn as shares of GDP: as shares of a budget somebody may mean those."""
_LOWEST_SHARE = 0.34
"""Per cent of GDP; no ally with forces has spent as little (Luxembourg 0.38 in 2014): it is of something else."""
_PRICED = frozenset({"expenditure", "expenditure_change", "extra_expenditure", "expenditure_per_capita", "gdp"})


def _since(parse: Parsed, draft: Draft) -> bool:
    low, high = parse.clause(*draft.focus)
    return any(p.role == "since" and low <= p.first < high for p in parse.periods)


def _of_two_years(parse: Parsed, draft: Draft) -> bool:
    years = [p for p in parse.periods if p.source == "explicit" and len(p.value) == 4]
    joined = [(a, b) for a, b in pairwise(years) if parse.lows[a.last : b.first] == ["and"]]
    sums = [q for q in parse.quantities if len(q.unit) == 3]
    return len(sums) == 1 and any(draft.period in (a.value, b.value) for a, b in joined)


def _of_the_years_to(parse: Parsed, draft: Draft) -> Draft:
    """`413 billion euros over the seven years to 2030`: a sum of 2024 to 2030, where a rise is counted from 2023."""
    told = next((p for p in parse.periods if p.value == draft.period and "/" in p.value), None)
    words = parse.lows[told.first : told.last] if told is not None else []
    if "years" not in words or not {"to", "until", "through"} & set(words):
        return draft
    start, _, end = draft.period.partition("/")
    counted = start.isdecimal() and end.isdecimal()
    return replaced(draft, period=f"{int(start) + 1}/{end}") if counted else draft


def _of_a_decade(parse: Parsed) -> bool:
    """`in the 1980s`: a time the sentence names and no year of the record stands for."""
    return "s" in parse.words and any(
        is_year(a) and b.low == "s" and a.end == b.start for a, b in pairwise(parse.tokens) if a.kind == "number"
    )


def settled(parse: Parsed, draft: Draft, published: date | None) -> tuple[Draft, Modality, frozenset[str]]:
    """The draft with its kind as of the text's day, how firmly it is said, and what its words leave open."""
    draft = spoken_of(parse, draft, published)
    fiscal = any(p.fiscal and p.value == draft.period for p in parse.periods)
    year = draft.period.rsplit("/", 1)[-1][:4]
    ahead = published is not None and year.isdecimal() and int(year) > published.year
    if draft.kind is Kind.FACT and draft.measure in _YEARLY and ahead:
        # a year to come is no fact yet
        draft = replaced(draft, kind=Kind.PROMISE, modality=Modality.FORECAST)
    if draft.kind is Kind.FACT and draft.period_from in ("now", "assumed", "carried") and _of_a_decade(parse):
        draft = replaced(draft, period="", likely=True)  # "averaging 6.2 percent throughout the 1980s"
    draft = vaguely_dated(parse, draft, published.year if published is not None else 0)
    if draft.measure == "expenditure" and draft.period_from in ("assumed", "now") and _since(parse, draft):
        draft = replaced(draft, likely=True)  # "have paid $1.3 trillion since 2014": a sum over years, not a level
    if draft.measure == "share_of_gdp" and draft.subject in _AVERAGES and draft.value is not None:
        # nobody tells an average so high: the figure is somebody's whom the words did not tie to it
        draft = replaced(draft, likely=True) if draft.value.central >= _HIGHEST_AVERAGE else draft
    if draft.measure == "equipment_share" and draft.value is not None and draft.value.central in _OF_GDP:
        draft = replaced(draft, likely=True)  # "has reached the 2% allocation for equipment": of its GDP, perhaps
    if draft.measure == "share_of_gdp" and draft.value is not None and draft.value.central < _LOWEST_SHARE:
        draft = replaced(draft, likely=True)  # "dropped to twentieth place (0.32 % of its GDP)": what it gives in aid
    draft = of_its_quarter(parse, draft)
    if draft.measure in _SUMMED and draft.kind is Kind.PROMISE:
        draft = _of_the_years_to(parse, draft)
    if draft.measure in _PRICED and draft.kind is Kind.FACT and _of_two_years(parse, draft):
        draft = replaced(draft, likely=True)  # "spent 50 billion in 2024 and 2025": together, or in each of them
    if draft.measure in _PRICED and draft.basis in ("", "constant"):
        draft = replaced(draft, basis=base_year_prices(parse) or draft.basis)
    if draft.measure == "troops" and not draft.place:
        place, last = stationed_in(parse, draft)
        named = any(s.entity in draft.subject and s.kind != "pronoun" for s in parse.subjects)
        plain = bool(place) and named and draft.kind is Kind.FACT  # whose, how many and where: all three are told
        draft = replaced(draft, place=place, last=last, likely=draft.likely and not plain)
    if draft.measure in _KINDS and not draft.basis:
        draft = replaced(draft, basis=_KINDS[draft.measure](parse, draft))
    if draft.measure == "aid" and not draft.likely and two_kinds(parse, draft):
        draft = replaced(draft, likely=True)
    if draft.measure == "common_budget" and not draft.basis:
        draft = replaced(draft, holes=draft.holes | {WORDS})  # "NATO's total budget": of which of its budgets
    if draft.measure == "reconstitution":
        draft = with_its_saying(parse, draft, published.isoformat() if published is not None else "")
    draft = with_its_gone_due(parse, foreseen(parse, draft, published), published)
    modality = firmness(parse, draft)
    if draft.kind is Kind.FACT and modality in (Modality.PLEDGE, Modality.DEMAND):
        modality = Modality.FACT  # the pledge is somebody's, the figure is of the past
    return draft, modality, draft.holes | {"fiscal"} if fiscal else draft.holes
