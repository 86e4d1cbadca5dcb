"""Rises and cuts of spending in money, and money on top over several years."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context, baseline_of, due_of
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.sum_drafts import fallen, promised, sum_draft
from burdenshare.reading.gleaning.sum_owners import Owner, owner_of
from burdenshare.reading.gleaning.sum_times import due_year, ends_later, fiscal, year_of
from burdenshare.reading.gleaning.sum_words import Evidence

_ADDS = frozenset({"added", "adds", "add", "adding"})
_CUTS = frozenset({"cut", "cuts", "trimmed", "trims", "slashed", "slashes", "shaved", "lopped", "pared", "docked"})
_NOUNS = frozenset({"increase", "rise", "boost", "uplift", "hike", "jump", "surge", "cut", "reduction", "decrease", "gain", "drop"})


def change(context: Context, evidence: Evidence) -> Draft | None:
    """A rise or a cut of one year's spending, or a sum on top over several years."""
    up, down = _moved(context, evidence)
    if not up and not down:
        return None
    weight = _weight(context, evidence)
    owner = owner_of(context, foreign=False) if weight else None
    if owner is None or not owner.entities or owner.foreign or "EU" in owner.entities:
        return None
    extra = _extra(context, evidence, owner, sure=weight == 2) if up else None
    if extra is not None:
        return extra
    draft = sum_draft(context, owner, "expenditure_change", "change", sure=weight == 2)
    return _dated(context, evidence, fallen(draft) if down else draft)


def _moved(context: Context, evidence: Evidence) -> tuple[bool, bool]:
    """(a rise, a cut): said right beside the sum, or by the verb whose object it is."""
    q = context.quantity
    before, after = context.before(4), context.after(3)
    hedge = {t.low for t in context.parsed.tokens[q.first : q.core[0]]}
    front = (max(context.bounds[0], q.first - 4), q.first + (1 if hedge & {"another", "extra", "additional"} else 0))
    by = before[-1:] == ["by"] or before[-2:-1] == ["by"]
    noun = before[-1:] in (["of"], ["at"]) and bool(set(before[:-1]) & _NOUNS)
    beside = bool(hedge & {"another", "extra", "additional", "further"}) or before[-1:] in (
        ["extra"], ["additional"], ["another"], ["further"], ["added"], ["cumulative"], ["fresh"],
    )
    up = evidence.has("more", q.core[1], q.core[1] + 4) and not (set(after) & {"than"} and "more" not in after[:2])
    up = up or beside or ((by or noun) and evidence.has("more", *_clause_front(context)))
    up = up or bool(_ADDS & set(before[-2:]))
    down = ((by or noun) and evidence.has("less", *_clause_front(context))) or bool(_CUTS & set(before[-1:]))
    down = down or evidence.has("less", q.core[1], q.core[1] + 2)
    del front
    return (up and not down), down


def _clause_front(context: Context) -> tuple[int, int]:
    return context.bounds[0], context.quantity.first


def _weight(context: Context, evidence: Evidence) -> int:
    bounds = context.bounds
    inside = evidence.has("budget", *bounds) or evidence.has("defence", *bounds)
    if inside:
        return 2
    sentence = evidence.has("budget") or evidence.has("defence") or context.allied()
    return int(sentence or context.defence_topic(1) or context.money_topic(1) or context.share_topic(1))


def _extra(context: Context, evidence: Evidence, owner: Owner, *, sure: bool) -> Draft | None:
    """`an extra $260 billion since 2014`, `an additional £75bn across six years`, `NOK 600bn through 2036`."""
    base = baseline_of(context)
    on = context.calendar.on
    since = base is not None and base.role == "since" and base.value[:4].isdecimal()
    if since and base is not None and on is not None:
        newest = context.calendar.newest_year or on.year
        draft = sum_draft(context, owner, "extra_expenditure", "extra", sure=False)
        start = base.value[:4]
        return replace(
            draft,
            period=f"{start}/{newest}",
            period_from="now",
            baseline=start,
            baselines=(start,),
            holes=draft.holes | {"cumulative"},
        )
    if not evidence.has("year_spans") or not evidence.has("year_spans", *context.bounds):
        return None
    due = fiscal(due_of(context))
    draft = sum_draft(context, owner, "extra_expenditure", "extra over years", sure=False)
    return promised(replace(draft, holes=draft.holes | {"cumulative"}), due.value, due.source)


def _dated(context: Context, evidence: Evidence, draft: Draft) -> Draft:
    ahead = evidence.has("ahead", context.bounds[0], context.quantity.first + 2)
    if ahead or ends_later(context):
        due = due_year(context)
        return promised(draft, due.value, due.source)
    when = year_of(context)
    base = baseline_of(context)
    year = base.value[:4] if base is not None and base.value else ""
    if not year and when.value[:4].isdecimal():
        year = str(int(when.value[:4]) - 1)
    doubt = when.source in ("carried", "assumed")
    return replace(
        draft,
        period=when.value,
        period_from=when.source,
        baseline=year,
        baselines=(year,) if year else (),
        likely=draft.likely or doubt,
    )
