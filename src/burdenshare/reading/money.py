"""Money: levels, changes, extra spending since a baseline, aid, and what is another topic."""

from __future__ import annotations

import itertools

from burdenshare.reading.context import Context, baseline_of, due_of, period_of
from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.replacing import replaced
from burdenshare.reading.subjects import Found
from burdenshare.reading.tables import word_list
from burdenshare.reading.widths import interval

_OTHER_FUNDS = word_list("other_funds")
_MEASURES = frozenset({"expenditure", "extra_expenditure", "expenditure_change", "expenditure_growth"})
SMALLEST = 1e6
"""Below a million of any currency it is a price, a wage or a fine, not what a country spends on defence."""
_PARTS_OF_YEARS = word_list("parts_of_years")
_ALLIANCE_SCALE = 1e11
"""Of sums from a hundred billion dollars on, an alliance spends nothing but its defence."""
_ANNOUNCING = word_list("announcing_verbs")
_ADDING = frozenset({"add", "added", "adding"})
_EXTRA_WORDS = word_list("extra_words")


def money_draft(context: Context) -> Draft | str:
    """The statement an amount of money makes, or the reason why it makes none."""
    q = context.quantity
    if q.unit == "XKR":
        q = replaced(q, unit=_crowns(context))
        if not q.unit:
            return "not understood: crowns of which country is open"
        context = replaced(context, quantity=q)
    context = replaced(context, quantity=_own_amount(context, q))
    if _per_head(context):
        return _per_capita(context)
    if q.number.value < SMALLEST:
        return "another topic: an amount too small for a country's spending"
    if context.cue_near("gdp", 4) and not context.cue_sentence("spending"):
        return "another topic: the size of an economy"
    if _of_an_economy(context):
        return "another topic: the size of an economy"
    if context.before(1) in (["earned"], ["earns"]):
        return "another topic: a contract, fund or price"
    if context.cue_near("foreign_aid", 8):
        return "another topic: development aid"
    if _aid(context):
        return _aid_draft(context)
    fund = _fund(context) if "fund" in context.after(3) or context.before(3)[-2:] == ["fund", "of"] else None
    if fund is not None:
        return fund
    if _part_of_a_year(context):
        return "not understood: an amount for a part of a year, or for years that are not named"
    if _PROJECTS & set(context.after(3)):
        return "another topic: a contract, fund or price"
    if _shortfall(context):
        return "not understood: a shortfall, not what is spent"
    if not _of_defence(context):
        if context.cue("contract") or context.cue("market"):
            return _fund(context) or "another topic: a contract, fund or price"
        return "not understood: an amount of money without a measure the record holds"
    if _contract(context):
        return _fund(context) or "another topic: a contract, fund or price"
    if context.cue("common_budget"):
        return "not understood: NATO's common budget, not the spending of allies"
    found = context.subject() or _carried_subject(context)
    if found is None:
        return "not understood: whose money it is"
    if [w for w in context.after(4) if w not in ("in", "by", "from", "all")][:2] in (
        ["other", "members"],
        ["other", "nato"],
    ) or ("other" in context.after(4) and "combined" in context.after(7)):
        return "not understood: the spending of all but one"
    if found.entities == ("NATO",) and context.quantity.value.high < _ALLIANCE_SCALE and not context.cue("extra"):
        return "not understood: too small for what all allies spend; NATO's own budgets are not held"
    if context.before(1) == ["by"] and not _beside_growth(context) and not _moved_by(context):
        return "not understood: an amount by which something moved"
    if context.after(2) in (["of", "it"], ["of", "that"], ["of", "which"]):
        return "not understood: a part of the sum before"
    if _on_a_part(context):
        return "not understood: a part of the spending, told apart from the whole"
    if _part_only(context):
        return "not understood: a part of the spending, told apart from the whole"
    return _extra(context, found) or _change(context, found) or _level(context, found)


def _part_of_a_year(context: Context) -> bool:
    """`$3 billion a month`, `in the first quarter`, `over the past decade`: no year of the record."""
    after = " ".join(context.after(2))
    if after in ("a month", "per month", "a week", "per week", "a day", "per day", "each month"):
        return True
    clause = f" {context.parsed.text(*context.bounds)} "
    return any(f" {phrase} " in clause for phrase in _PARTS_OF_YEARS)


def _shortfall(context: Context) -> bool:
    """`a shortfall of $125 billion`, `20 billion euros short of the target`: what is missing, not what is spent."""
    near = context.before(4) + context.after(6)
    return bool(set(near) & {"shortfall", "shortfalls", "backlog"}) or context.after(1) == ["short"]


def _of_an_economy(context: Context) -> bool:
    """`Lithuania's GDP is 80 billion euros and its defence budget …`: the word stands right in front."""
    front = context.before(3)
    at = next((i for i in range(len(front) - 1, -1, -1) if front[i] == "gdp"), None)
    return at is not None and set(front[at + 1 :]) <= {"is", "was", "of", "at", "reached", "exceeded", "stood"}


def _moved_by(context: Context) -> bool:
    return context.cue_near("growth", 5) or context.cue_near("decline", 5)


def _own_amount(context: Context, q: Quantity) -> Quantity:
    """`more than the $380bn that …`: the words compare with an amount spoken of as known; it is itself plain."""
    between = [t.low for t in context.parsed.tokens[q.first : q.core[0]]]
    if q.rule == "plain" or "the" not in between:
        return q
    return replaced(q, first=q.core[0], value=interval(q.number, "plain"), comparator="=", rule="plain")


def _of_defence(context: Context) -> bool:
    """Whether the sentence, the one before or the text's topic makes this money spent on defence."""
    if _carried(context) or (context.cue_carried("defence") and context.cue_sentence("spending")):
        return True
    alone = context.allied() and context.cue_near("spending", 5) and context.quantity.number.value >= _ALLIANCE_SCALE
    if alone and not any(context.cue_sentence(n) for n in ("contract", "market", "economy", "other_spending", "aid")):
        return True
    base = baseline_of(context)
    since = base is not None and base.role == "since" and bool(_ADDING & set(context.before(6)))
    if since and (context.allied() or context.cue_carried("defence")):
        return True  # "European allies and Canada have added $130bn since 2016"
    return (
        context.money_topic()
        and (context.cue_near("spending", 7) or context.cue("extra"))
        and not context.cue_near("contract", 6)
    )


def _crowns(context: Context) -> str:
    found = context.subject()
    entities = found.entities if found else ()
    return {"DNK": "DKK", "NOR": "NOK", "SWE": "SEK", "CZE": "CZK", "ISL": "ISK"}.get(
        entities[0] if entities else "", ""
    )


_FIGURES = word_list("figure_words")


def _carried(context: Context) -> bool:
    """The sentence goes on about the money of the one before: `the figure is …`, `the United States $845bn`."""
    fresh = context.topic.block >= context.parsed.sentence.block - 1 and context.topic.measure in _MEASURES
    fresh = fresh and not context.topic.likely  # nothing sure is carried on from what is only likely
    other = context.cue("contract") or context.cue("market") or context.cue("economy") or context.cue("other_spending")
    if not fresh or other or context.foreign_body():
        return False
    told = any(draft.measure in _MEASURES for draft in context.earlier)
    first = context.quantity.first
    owned = any(s.last == first and s.entity in context.calendar.bearers for s in context.parsed.subjects)
    return (
        told
        or owned
        or context.cue_near("spending", 6)
        or context.cue("extra")
        or bool(_FIGURES & set(context.before(4)))
    )


def _carried_subject(context: Context) -> Found | None:
    if context.foreign_body() or any(draft.likely for draft in context.earlier):
        return None
    at = context.quantity.first
    if context.topic.series and context.money_topic(1):
        return Found(context.topic.series, at, at, tuple(context.topic.holes), carried=True)
    return None


def _contract(context: Context) -> bool:
    """A thing bought or a firm's figure: the noun stands right by the amount."""
    return (context.cue_near("contract", 5) or context.cue_near("market", 4)) and not (
        context.cue_near("spending", 3) and context.cue_near("defence", 5)
    )


def _fund(context: Context) -> Draft | None:
    """`a special fund of 100 billion euros`: a plan of one ally, kept as a promise without a verdict of its own."""
    words = context.after(3) + context.before(5)
    if (set(words) | set(context.after(10))) & _OTHER_FUNDS:
        return None
    found = context.subject()
    if (
        "fund" not in words
        or found is None
        or len(found.entities[0]) != 3
        or not (context.cue("defence") or context.money_topic())
    ):
        return None
    return replaced(_base(context, "expenditure", "special fund", found), kind=Kind.PROMISE, note="a special fund")


def _per_head(context: Context) -> bool:
    after = context.after(4)
    return any(
        a == "per" and b in ("capita", "head", "person", "citizen", "inhabitant") for a, b in itertools.pairwise(after)
    ) or ("per" in context.before(8) and "capita" in context.before(8))


def _base(context: Context, measure: str, rule: str, found: Found) -> Draft:
    q = context.quantity
    first = q.first if found.carried else min(q.first, found.first)
    last = max(q.last, _defence_end(context), 0 if found.carried else (found.last if found.last - q.last <= 8 else 0))
    basis = _basis(context)
    return Draft(
        first,
        last,
        (q.first, q.last),
        Kind.FACT,
        measure,
        rule,
        subject=found.entities,
        comparator=q.comparator,
        value=q.value,
        unit=q.unit,
        basis=basis,
        holes=(frozenset({"group"}) if found.open else frozenset()) | context.holes_of_source(),
        modality=context.modality(),
    )


def _basis(context: Context) -> str:
    """The price basis the words name. `in real terms` beside a percentage speaks of the growth, not of the level."""
    growth_too = any(q.unit == "%" for q in context.parsed.quantities)
    if context.cue_sentence("constant") or (context.cue("real") and not growth_too):
        return "constant"
    return "current" if context.cue("current") else ""


def _defence_end(context: Context) -> int:
    """`$485 billion in defence`: the words of the measure right behind belong to the statement."""
    end = context.quantity.core[1]
    return max(
        [stop for start, stop in context.parsed.cues.hits.get("defence", ()) if end <= start <= end + 3], default=end
    )


def _per_capita(context: Context) -> Draft | str:
    found = context.subject()
    if found is None or not context.cue_carried("defence"):
        return "another topic: an amount per head"
    when = period_of(context)
    return replaced(
        _base(context, "expenditure_per_capita", "per head", found), period=when.value, period_from=when.source
    )


def _aid(context: Context) -> bool:
    told = any(draft.measure == "aid" and not draft.likely for draft in context.earlier)
    return told or context.cue_near("aid", 9) or (context.cue("aid") and not context.cue("defence"))


def _difference(context: Context) -> bool:
    """`Europe's aid exceeds that of the United States by 23 billion`, `the gap has grown to 23 billion`."""
    words = {t.low for t in context.parsed.tokens}
    return bool(words & {"difference", "gap", "lead"}) or (
        context.before(1)[-1:] == ["by"]
        and bool(words & {"exceeds", "exceeded", "exceed", "overtook", "surpassed", "outstripped"})
    )


def _aid_draft(context: Context) -> Draft | str:
    if _difference(context):
        return "not understood: a difference between two amounts of aid"
    found = context.subject() or _carried_subject(context)
    if found is None and {t.low for t in context.parsed.tokens} & {"leaders", "allies", "alliance"}:
        found = Found(("NATO",), context.quantity.first, context.quantity.first)
    if found is None:
        return "not understood: whose aid it is"
    when = period_of(context, ("in", "since", "to", "from"))
    ahead = _aid_to_come(context)
    draft = _base(context, "aid", "aid to Ukraine", found)
    # "since 2022" is the whole of what was given: the sources' own sums, which begin there.
    running = any(t.low == "since" for t in context.parsed.tokens)
    dated = (when.source == "explicit" or (when.source == "relative" and len(when.value) == 4)) and not running
    return replaced(
        draft,
        kind=Kind.PROMISE if ahead else Kind.FACT,
        period=when.value if dated else "",
        period_from=when.source if dated else "",
    )


def _aid_to_come(context: Context) -> bool:
    """`will give`, `pledged`; but what a donor `committed` stands in the books."""
    end = context.quantity.core[0] + 2
    spans = context.parsed.cues.spans("future", context.bounds[0], end)
    words = {context.parsed.text(first, last) for first, last in spans}
    late = "within the next" in context.parsed.text(context.quantity.core[1], context.bounds[1])
    return late or bool(words - {"committed", "commitments", "commitment"})


def _on_a_part(context: Context) -> bool:
    """`spent $20 billion on American weapons`: what the money went to stands behind."""
    behind = context.after(6)
    if behind[:1] != ["on"]:
        return False
    return bool(_BOUGHT & set(behind[1:5])) and not {"defence", "defense", "military"} & set(behind[1:3])


_BOUGHT = word_list("bought_things")
_PROJECTS = word_list("project_nouns")


def _part_only(context: Context) -> bool:
    """`€52 billion which, combined with the special fund, …`: a part that the record does not tell apart; and a second
    figure of a sum over years (`previously the figure was $100 billion`), whose years are not said."""
    words = context.parsed.text(0, len(context.parsed.tokens))
    part = any(phrase in words for phrase in ("special fund", "not including", "excluding", "without counting"))
    figure = "figure" in context.before(8) or "number" in context.before(8)
    return part or (figure and context.topic.measure == "extra_expenditure" and not context.cue_near("spending", 6))


def _extra(context: Context, found: Found) -> Draft | None:
    """`increased their expenditure by $700 billion since …`, `an extra $600 billion since 2014`."""
    base = baseline_of(context)
    since = base is not None and base.role == "since"
    took_office = since_office(context)
    words = set(context.before(6)) | set(context.after(4))
    extra = bool(words & set(_EXTRA_WORDS)) or context.cue("extra")
    if not extra or not (since or took_office):
        return None
    baselines = took_office[0] if took_office else (base.value[:4],) if base is not None and base.value else ()
    if not baselines:
        return None
    when = period_of(context, ("in", "now", "to", "by"))
    last_year = _end_to_come(context) or _last_year(context, when.value)
    draft = _base(context, "extra_expenditure", "extra since", found)
    end = max(draft.last, took_office[1] if took_office else base.last if base is not None else 0)
    cumulative = True if context.cue("extra") and words & {"cumulative", "cumulatively", "accumulated"} else None
    return replaced(
        draft,
        last=end,
        period=f"{baselines[0]}/{last_year}" if last_year else "",
        period_from=when.source,
        baseline=baselines[0],
        baselines=baselines,
        cumulative=cumulative,
        holes=draft.holes
        | frozenset({"baseline"} if took_office else ())
        | frozenset({"cumulative"} if cumulative is None else ()),
    )


def _end_to_come(context: Context) -> str:
    """`by the end of next year … will have added`: the sum runs into a year that has not been."""
    due = due_of(context)
    on = context.calendar.on
    year = due.value[:4]
    return year if context.cue_before("future") and year.isdecimal() and on is not None and int(year) > on.year else ""


def _last_year(context: Context, period: str) -> str:
    newest = context.calendar.newest_year
    year = period.split("/")[-1][:4]
    if year.isdecimal() and context.calendar.on is not None and int(year) <= context.calendar.on.year:
        return year
    return str(newest) if newest else ""


def since_office(context: Context) -> tuple[tuple[str, ...], int] | None:
    """`since (former) President Trump took office`: the years that can be meant, first the last full year before."""
    for start, end in context.parsed.cues.hits.get("took_office", ()):
        person = next((p for p in reversed(context.parsed.persons) if p.last <= start and start - p.last <= 4), None)
        if person is None or not any(
            t.low == "since" for t in context.parsed.tokens[max(0, person.first - 8) : person.first]
        ):
            continue
        on = context.calendar.on
        years = [
            year for name in person.candidates for year in context.calendar.starts(name) if on is None or year < on.year
        ]
        if years:
            first = years[0]
            return (str(first - 1), str(first)), end
    return None


_RISES = word_list("rise_nouns")


def _beside_growth(context: Context) -> bool:
    """`by about 3 percent, or $8 billion`: the same rise in money."""
    return any(d.measure == "expenditure_growth" for d in context.earlier) or any(
        q.unit == "%" and 0 < context.quantity.first - q.core[1] <= 4 for q in context.parsed.quantities
    )


def _change(context: Context, found: Found) -> Draft | None:
    """`rose by $20 billion`, `$30 billion more than in 2023`, `an increase of €9 billion`."""
    near = context.before(3)
    again = near[-1:] == ["or"] and _beside_growth(context)
    noun = near[-1:] == ["of"] and bool(set(near[-2:-1]) & _RISES)
    moved = context.cue_near("growth", 5) or context.cue_near("decline", 5)
    by = again or noun or (near[-1:] == ["by"] and moved)
    hedge = {t.low for t in context.parsed.tokens[context.quantity.first : context.quantity.core[0]]}
    further = bool(hedge & {"extra", "additional", "another", "further"})
    more = further or context.after(1) == ["more"] or near[-1:] in (["extra"], ["additional"], ["another"], ["further"])
    if not by and not more:
        return None
    clause = {t.low for t in context.parsed.tokens[context.bounds[0] : context.quantity.first]}
    if context.cue_before("future") or (further and _ANNOUNCING & clause):
        return _planned(context, found)
    when = period_of(context, ("in", "now", "to"))
    base = baseline_of(context)
    baseline = base.value[:4] if base is not None and base.value else ""
    if not baseline and when.value[:4].isdecimal():
        baseline = str(int(when.value[:4]) - 1)
    draft = _base(context, "expenditure_change", "change of a level", found)
    if context.cue_near("decline", 5) and not context.cue_near("growth", 5):
        draft = _fallen(draft)
    return replaced(
        draft, period=when.value, period_from=when.source, baseline=baseline, baselines=(baseline,) if baseline else ()
    )


def _fallen(draft: Draft) -> Draft:
    """A fall is negative."""
    value = draft.value
    if value is None:
        return draft
    turned = replaced(
        value,
        low=-value.high,
        high=-value.low,
        low_open=value.high_open,
        high_open=value.low_open,
        central=-value.central,
    )
    sign = {">": "<", "<": ">", ">=": "<=", "<=": ">="}.get(draft.comparator, draft.comparator)
    return replaced(draft, value=turned, comparator=sign)


def _planned(context: Context, found: Found) -> Draft:
    due = due_of(context)
    draft = _base(context, "expenditure", "planned spending", found)
    on = context.calendar.on
    year = due.value or (str(on.year) if on and context.cue("forecast") else "")
    return replaced(
        draft, kind=Kind.PROMISE, period=_fiscal(year), period_from=due.source or ("relative" if year else "")
    )


def _fiscal(period: str) -> str:
    """`2024/25` is 2024, which holds most of its months; a span of several years stays."""
    first, slash, last = period.partition("/")
    one = slash and first.isdecimal() and last.isdecimal() and int(last) == int(first) + 1
    return first if one else period


def _level(context: Context, found: Found) -> Draft:
    """`invested $485 billion in defence`, `a defence budget of £57 billion`."""
    wide = bool(set(context.before(3)) & {"translating", "equating", "amounting"}) and context.cue_sentence("future")
    ahead = (wide or context.cue_before("future")) and not any(
        w in ("spent", "invested", "was", "were") for w in context.before(5)
    )
    due = due_of(context)
    when = period_of(context)
    on = context.calendar.on
    first = context.quantity.role == "from" or context.before(1) == ["from"]
    later = not first and due.value[:4].isdecimal() and on is not None and int(due.value[:4]) > on.year
    if ahead or later:
        return _planned(context, found)
    draft = _base(context, "expenditure", "level", found)
    mention = when.mention
    if mention is not None and mention.first < draft.first and draft.first - mention.last <= 3:
        draft = replaced(draft, first=mention.first)
    if len(found.entities[0]) == 3 and found.entities[0] != "EUR" and context.cue_near("national_budget", 6):
        draft = replaced(draft, holes=draft.holes | {"budget"})
    year = _end_of_span(context, _fiscal(when.value))
    return replaced(draft, period=year, period_from=when.source, likely=year != when.value)


def _end_of_span(context: Context, period: str) -> str:
    """`between 2014 and 2024 it rose from $294m to $1.4bn`: each end has its sum."""
    first, slash, last = period.partition("/")
    role = context.quantity.role
    return period if not slash or not role else first if role == "from" else last
