"""Rises and falls of spending in per cent or as a multiple, by the words around them."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.growth.beside_changes import beside_a_change
from burdenshare.reading.gleaning.growth.multiples import multiple_sense
from burdenshare.reading.gleaning.growth.sense import Sense, sense_of
from burdenshare.reading.gleaning.growth.statement import growth_statement
from burdenshare.reading.growth_traps import counts_spenders, of_natos_own_purse
from burdenshare.reading.percents import of_gdp
from burdenshare.reading.replacing import replaced
from burdenshare.reading.seen_lines import agreed_level
from burdenshare.reading.sum_bases import own_amount

MAX_GROWTH = 900.0
"""No recorded rise of a year or decade is larger; more is an index or another topic."""


def growth_gleaned(context: Context) -> Draft | None:
    """A percentage (or a fraction, `by a quarter`) of rise or fall that the strict rules left."""
    context = replaced(context, quantity=own_amount(context, context.quantity))
    q = context.quantity
    if abs(q.value.central) > MAX_GROWTH or q.role == "from" or of_gdp(context) or context.question():
        return None
    if _of_years_told_before(context) or agreed_level(context) or _short_of(context) or counts_spenders(context):
        return None
    if of_natos_own_purse(context):
        return None
    again = beside_a_change(context)
    if again is not None:
        return again
    sense = sense_of(context)
    return growth_statement(context, sense) if sense is not None else None


def _short_of(context: Context) -> bool:
    """`a budget that fell short of 5.5 percent`: a line that was missed, and no fall."""
    q = context.quantity
    return "short" in context.parsed.lows[max(0, q.first - 2) : q.core[0]]


def _of_years_told_before(context: Context) -> bool:
    """`cut it over those first five years by 20%`: years that only the text in front can date."""
    lows = context.parsed.lows[slice(*context.bounds)]
    at = next((i for i, word in enumerate(lows) if word == "those"), None)
    return at is not None and "years" in lows[at + 1 : at + 4]


def multiple_gleaned(context: Context) -> Draft | None:
    """A multiple (`doubled`, `three times as much`) that the strict rules left, as growth in per cent."""
    if context.question():
        return None
    sense: Sense | None = multiple_sense(context)
    return growth_statement(context, sense) if sense is not None else None
