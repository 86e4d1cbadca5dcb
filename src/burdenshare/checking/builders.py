"""One builder of a question per measure id, with a hole where the words leave something open.

A new measure is a new row of `BUILDERS`.
"""

from __future__ import annotations

from collections.abc import Callable

from burdenshare.checking.periods import names_its_time, sums_years, year_of
from burdenshare.checking.questions import (
    Age,
    Change,
    Comparison,
    Count,
    Exceptions,
    Extra,
    Fraction,
    Growth,
    Guideline,
    Happening,
    Hole,
    Level,
    Members,
    Membership,
    PerHead,
    Question,
    Rank,
    ShareOfTotal,
    Stated,
    Tenure,
)
from burdenshare.reading.model import Statement
from burdenshare.record.groups import GROUP_NAMES, TOGETHER
from burdenshare.record.measures import declared
from burdenshare.record.model import Period

STATED = frozenset({"production", "requirement", "holding", "troops", "warheads", "reconstitution"})
"""Measures the record holds only as statements of others, and several at a time."""
BUILT_OTHERWISE = frozenset({"real_change", "expenditure_per_capita"})
"""Printed cells that are asked as the derived measure they are evidence for (semantics §1)."""
CELLS = frozenset(
    one.id for one in declared().by_id.values() if one.kind == "cell" and one.id not in STATED | BUILT_OTHERWISE
)
MONEY = frozenset(one.id for one in declared().by_id.values() if one.basis in ("current", "constant"))
VARIED = frozenset(one.id for one in declared().by_id.values() if one.variants) - MONEY - STATED
"""Measures whose kinds are never compared with each other: the words must name one, or each is a reading."""
BY_PERIOD = frozenset({"aid", "common_budget", "common_budget_share"})
"""Measures told by any period, also by spans of years; all others by calendar year, so that a month in the words means
its year."""


def event_named(statement: Statement) -> str:
    return statement.event or statement.words


# What the words leave open -------------------------------------------------------------------------------------------


def _period(statement: Statement) -> Period | Hole:
    year = year_of(statement.period)
    if year is None or not names_its_time(statement) or sums_years(statement):
        return Hole.PERIOD
    return Hole.PERIOD if statement.measure in BY_PERIOD else year


def _years(statement: Statement) -> int | Hole:
    found = _period(statement)
    if isinstance(found, Hole | int):
        return found
    return year_of(found) or Hole.PERIOD


DONORS = {"EUR": "EUROPE", "EU": "EU_INST"}
"""Groups as the tracker of aid counts them: its Europe is all European donors and the Union's institutions, and what
the Union itself gives is what its institutions give."""


def donor(statement: Statement) -> str:
    """Who gives, under the name the tracker of aid holds them by."""
    first = statement.subject[0]
    return DONORS.get(first, first) if "aid" in (statement.measure, statement.by) else first


def _entity(statement: Statement) -> str | Hole:
    if statement.measure == "aid":
        found = donor(statement)  # the tracker has one Europe
        return Hole.GROUP if found == DONORS["EU"] else found  # "the EU": its institutions, its members, or both
    return Hole.GROUP if "group" in statement.holes else statement.subject[0]


def _basis(statement: Statement) -> str | Hole:
    return statement.basis or Hole.BASIS


def _baseline(statement: Statement) -> int | Hole | None:
    """The year compared with: given, one of several, or (for a span as period) the span's first year."""
    if len(statement.baselines) > 1:
        return Hole.BASELINE
    text = statement.baseline or (statement.period.split("/")[0] if "/" in statement.period else "")
    year, last = year_of(text) if text else None, year_of(statement.period)
    # A year is not compared with itself: such a baseline was misread, and the year before is what growth means.
    return None if year is not None and last is not None and year >= last else year


def _terms(statement: Statement) -> str | Hole:
    if statement.real or statement.measure == "real_change":
        return "real"
    return Hole.TERMS


def _armed(statement: Statement) -> bool | Hole:
    if statement.denominator == "armed":
        return True
    return Hole.DENOMINATOR if "denominator" in statement.holes else False


def _threshold(statement: Statement) -> float:
    return 2.0 if statement.threshold is None else statement.threshold


def _variant(statement: Statement) -> str | Hole:
    """Price basis where money is meant, else whatever variant the statement names (allocation, stockpile ...)."""
    if statement.measure == "military_expenditure" and statement.unit == "%":
        return "share_of_gdp"  # "Russia spends 6 percent of GDP": a share is never held against a sum
    if statement.measure in MONEY:
        return _basis(statement)
    if statement.measure in VARIED:
        return Hole.VARIANT
    return ""


# One builder per measure id ------------------------------------------------------------------------------------------


def _level(statement: Statement) -> Question:
    unit = _unit(statement)
    unrounded = Hole.CELL if statement.measure == "share_of_gdp" else False
    converted = len(unit) == CODE and not (unit == "USD" and statement.subject[0] in GROUP_NAMES)
    rate: str | Hole = Hole.RATE if statement.measure == "expenditure" and converted else "printed"
    return Level(statement.measure, _entity(statement), _period(statement), _variant(statement), unit, unrounded, rate)


CODE = 3
"""Letters of a currency's code."""
SHARES_OF = {"aid": "% of donor 2021 GDP", "military_expenditure": "%"}
"""What a percentage is of where the measure itself is money: the tracker counts aid by the donor's GDP of 2021."""


def _unit(statement: Statement) -> str:
    if statement.unit != "%":
        return statement.unit
    return SHARES_OF.get(statement.measure, "")


def _counted(statement: Statement) -> str:
    return "equipment_share" if _threshold(statement) >= 10 else "share_of_gdp"


def _count(statement: Statement) -> Question:
    threshold, measure = _threshold(statement), _counted(statement)
    asked = _entity(statement), _years(statement), threshold, statement.below, measure, _armed(statement)
    return Count(*asked, _hard_rounded(threshold))


def _fraction(statement: Statement) -> Question:
    threshold, measure = _threshold(statement), _counted(statement)
    # no unrounded reading: a fraction in words is coarser than one ally, and close reaches to its neighbours
    return Fraction(_entity(statement), _years(statement), threshold, statement.below, measure, _armed(statement))


def _hard_rounded(threshold: float) -> bool | Hole:
    """Shares were printed hard-rounded to whole per cents only, so a count at another threshold does not hang on it."""
    return Hole.CELL if threshold == round(threshold) else False


def _growth(statement: Statement) -> Question:
    return Growth(_entity(statement), _years(statement), _terms(statement), _baseline(statement))


def _change(statement: Statement) -> Question:
    unit = statement.unit or "USD"
    return Change(_entity(statement), _baseline(statement), _years(statement), _basis(statement), unit)


def _extra(statement: Statement) -> Question:
    baseline = _baseline(statement)
    if baseline is None:
        return _change(statement)
    cumulative = Hole.CUMULATIVE if statement.cumulative is None else statement.cumulative
    unit = statement.unit or "USD"
    return Extra(_entity(statement), baseline, _years(statement), _basis(statement), cumulative, unit)


def whole_of(statement: Statement) -> str:
    """The whole that a share or a rank is of: the last subject if it is a group, else the alliance."""
    last = statement.subject[-1]
    return last if len(statement.subject) > 1 and (last in GROUP_NAMES or TOGETHER in last) else "NATO"


def _share_of_total(statement: Statement) -> Question:
    return ShareOfTotal(_entity(statement), whole_of(statement), _years(statement), statement.basis)


def _per_head(statement: Statement) -> Question:
    return PerHead(statement.subject[0], _years(statement), _basis(statement))


def _rank(statement: Statement) -> Question:
    measure = statement.by or ("share_of_gdp" if statement.unit == "%" else "expenditure")
    basis: str | Hole = Hole.VARIANT if measure in BY_PERIOD else ""
    return Rank(donor(statement), measure, _years(statement), whole_of(statement), statement.below, basis)


def _comparison(statement: Statement) -> Question:
    """Levels are compared at current prices first; what has no price has no basis, and aid comes in kinds."""
    measure = statement.by or "expenditure"
    basis: str | Hole = statement.basis or (Hole.BASIS if measure in CELLS & MONEY else "")
    if measure in BY_PERIOD:
        basis = Hole.VARIANT
    year = _years(statement) if measure not in BY_PERIOD else Hole.PERIOD
    against = tuple(DONORS.get(one, one) for one in statement.against) if measure == "aid" else statement.against
    own = TOGETHER.join(statement.subject) if len(statement.subject) > 1 else donor(statement)
    return Comparison(own, against, measure, year, "NATO", basis)


def _exceptions(statement: Statement) -> Question:
    named, whole = statement.against, statement.subject[0]
    strict = statement.comparator in ("<", ">")
    return Exceptions(
        whole,
        _years(statement),
        statement.quantifier,
        named,
        _threshold(statement),
        statement.below,
        strict,
        _counted(statement),
        Hole.DENOMINATOR if statement.quantifier == "all" else False,
    )


def _members(statement: Statement) -> Question:
    period = statement.period if statement.period_from in ("explicit", "relative", "carried") else ""
    return Members(statement.subject[0], period)


def _membership(statement: Statement) -> Question:
    return Membership(statement.subject[0], statement.period)


SHARE, EQUIPMENT = "% of GDP", "% of defence expenditure"
"""Units that commitments on shares are told in."""


def _guideline(statement: Statement) -> Question:
    agreed = statement.baseline or (statement.period if statement.period_from == "explicit" else "")
    due = statement.period if statement.period_from == "due" else ""
    of = EQUIPMENT if statement.measure == "equipment_share" else SHARE
    return Guideline(statement.subject[0] if statement.subject else "NATO", agreed, due, of)


def _happening(statement: Statement) -> Question:
    # A month that the reader only assumed (that of the text) must not contradict: the words give none.
    period = "" if statement.period_from == "assumed" else statement.period
    return Happening(event_named(statement), statement.place, period, statement.subject)


def _tenure(statement: Statement) -> Question:
    entity = statement.subject[0] if statement.subject else ""
    office = statement.office or statement.measure
    return Tenure(statement.person, office, entity, statement.period, statement.former)


def _age(statement: Statement) -> Question:
    return Age(f"{statement.event} {statement.words}".strip(), statement.subject)


def _stated(statement: Statement) -> Question:
    entity = statement.subject[0] if statement.subject else ""
    return Stated(statement.measure, entity, statement.period, statement.basis)


OFFICES: tuple[str, ...] = (
    "head_of_state",
    "head_of_government",
    "defence_minister",
    "foreign_minister",
    "vice_president",
    "national_security_adviser",
    "ambassador_to_nato",
    "special_envoy_ukraine",
    "chief_of_defence",
    "secretary_general",
    "deputy_secretary_general",
    "supreme_allied_commander",
    "military_committee_chair",
    "eu_commission_president",
    "eu_council_president",
    "eu_high_representative",
    "eu_defence_commissioner",
    "eu_parliament_president",
)

BUILDERS: dict[str, Callable[[Statement], Question]] = {
    **dict.fromkeys(sorted(CELLS), _level),
    **dict.fromkeys(sorted(STATED), _stated),
    **dict.fromkeys(OFFICES, _tenure),
    "office": _tenure,
    "allies_at_guideline": _count,
    "fraction_at_guideline": _fraction,
    "expenditure_growth": _growth,
    "real_change": _growth,
    "expenditure_change": _change,
    "extra_expenditure": _extra,
    "share_of_total": _share_of_total,
    "expenditure_per_capita": _per_head,
    "rank": _rank,
    "comparison": _comparison,
    "exceptions": _exceptions,
    "members": _members,
    "membership": _membership,
    "guideline": _guideline,
    "event": _happening,
    "age": _age,
}
"""Measure id (or dated kind) to the builder of its question."""

NEED_SUBJECT = frozenset(
    {
        _level,
        _count,
        _fraction,
        _growth,
        _change,
        _extra,
        _share_of_total,
        _per_head,
        _rank,
        _comparison,
        _exceptions,
        _members,
        _membership,
    }
)
"""Questions that are about somebody: a statement without a subject puts none of them."""
