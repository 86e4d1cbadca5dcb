"""The statement of a count against its line: threshold, year, and how firmly it is said."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.count_lines import THRESHOLDS, line_meant
from burdenshare.reading.count_times import at_that_time, contrasted, now
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.allies.counted import Head
from burdenshare.reading.gleaning.allies.lines import words
from burdenshare.reading.gleaning.allies.verdicts import Verdict
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.period_choice import When, period_of
from burdenshare.reading.periods import PeriodMention
from burdenshare.reading.quantities import as_count

COUNTS = ("allies_at_guideline", "fraction_at_guideline")
RULE = "gleaned allies"
_AHEAD = frozenset(
    {
        "will",
        "going",
        "expected",
        "projected",
        "forecast",
        "course",
        "track",
        "target",
        "pace",
        "likely",
        "set",
        "due",
        "predicted",
        "won't",
    }
)
_WHOLE_OF_2025 = 5.0


def foreseen_to(context: Context, at: int) -> bool:
    """`we anticipate all allies to be at 2 percent this year`: an infinitive behind a verb of expecting."""
    lows = context.parsed.lows
    front = set(lows[max(0, context.quantity.first - 3) : context.quantity.first])
    return lows[at : at + 1] == ["to"] and bool(front & words("foreseeing"))


def standing_draft(
    context: Context, head: Head, verdict: Verdict, *, likely: bool, foreseen: bool = False
) -> Draft | None:
    """How many allies stand where the verdict says. `foreseen`: they are expected to."""
    q = context.quantity
    if wished(context):
        return None
    fraction = q.number.kind == "fraction"
    counted = q if fraction else as_count(q)
    between = {t.low for t in context.parsed.tokens[head.last : verdict.last]}
    ahead = foreseen or bool(between & _AHEAD)
    when = _when(context, ahead or verdict.planned, verdict.last)
    if verdict.planned and not _to_come(context, when):
        return None  # a plan without its year counts nobody
    last = max(verdict.last, verdict.line.last if verdict.line else 0)
    missed = verdict.missed is not (context.before(2) == ["all", "but"])
    return Draft(
        q.first,
        max(last, q.core[1]),
        (q.first, max(q.core[1], min(head.last, q.core[1] + 8))),
        Kind.PROMISE if _to_come(context, when) else Kind.FACT,
        COUNTS[fraction],
        RULE,
        subject=(head.group or group_carried(context),),
        comparator=counted.comparator,
        value=counted.value,
        unit="fraction" if fraction else "allies",
        period=when.value,
        period_from=when.source,
        threshold=threshold_of(context, verdict),
        below=missed,
        holes=(frozenset({"denominator"}) if fraction or missed else frozenset()) | context.holes_of_source(),
        modality=Modality.PLEDGE if verdict.planned else _modality(context, ahead),
        likely=likely or verdict.planned or (when.mention is None and when.source == "carried"),
    )


def wished(context: Context) -> bool:
    """`ensure that all allies spend 2 %`, `if every ally spent 3 %`: no count of what is."""
    tokens, first = context.parsed.tokens, context.quantity.first
    marks = (i + 1 for i in range(first - 1, -1, -1) if tokens[i].text in (";", ":", "."))
    front = [t.low for t in tokens[max(next(marks, 0), first - 9) : first]]
    for i in range(len(front) - 3):
        if front[i] == "for" and front[i + 2 : i + 4] == [front[i + 2], "time"]:
            front = [*front[:i], *front[i + 4 :]]  # "For the first time, all allies are at 2 %"
            break
    whole = context.quantity.number.value == 1.0
    inverted = context.quantity.first == 1 and front in (["were"], ["had"], ["should"])
    some = words("wished") - (frozenset({"were", "had"}) if not whole else frozenset())
    return inverted or bool(set(front) & some) or (whole and bool(set(front) & words("wished_of_all")))


def group_carried(context: Context) -> str:
    """Whose members a bare number counts: those of the count before, else the alliance's."""
    counts = [d for d in context.earlier if d.measure in COUNTS]
    if counts:
        return counts[-1].subject[0]
    fresh = context.topic.counted_at >= context.parsed.sentence.block - 1
    subject = context.topic.subject
    return subject[0] if fresh and context.topic.measure in COUNTS and len(subject) == 1 else "NATO"


def _when(context: Context, ahead: bool, last: int) -> When:
    on = context.calendar.on
    when = period_of(context, ("in", "now", "by", "to", "ago", "later"))
    if when.mention is None and (then := at_that_time(context)) is not None:
        return then
    if contrasted(context, when, last):
        when = now(context)
    if when.mention is not None and _aside(context, when.mention, last):
        when = When(str(context.calendar.newest_year or ""), "now")  # ", almost four times as many as in 2021"
    if when.source in ("now", "assumed", "carried") and ahead and on is not None:
        return When(str(on.year), "relative")
    if _to_come(context, when) and not ahead:  # "by 2024, only nine meet it": the year of the pledge
        return When(str(context.calendar.newest_year or ""), "now")
    return when


def _aside(context: Context, mention: PeriodMention, last: int) -> bool:
    """Whether a year stands behind a comma among other words: it dates a comparison or a remark, not the count."""
    tokens = context.parsed.tokens
    comma = next((i for i in range(last, mention.first) if tokens[i].text in (",", "—", "(")), None)
    if comma is None or mention.first - comma <= 2:
        return False
    return not {"when", "according", "figures", "data"} & {t.low for t in tokens[comma : mention.first]}


def _to_come(context: Context, when: When) -> bool:
    on, year = context.calendar.on, when.value[:4]
    return on is not None and year.isdecimal() and int(year) > on.year


def threshold_of(context: Context, verdict: Verdict) -> float:
    """The percentage the verdict names; else one in front; else that of the count before; else the guideline."""
    if verdict.line is not None and verdict.line.threshold is not None:
        return verdict.line.threshold
    first = context.quantity.first
    front = [
        p.number.value
        for p in context.parsed.quantities
        if p.unit == "%" and p.last <= first and p.number.value in THRESHOLDS
    ]
    counts = [d.threshold for d in context.earlier if d.measure in COUNTS and d.threshold]
    if counts or front:
        return counts[-1] if counts else front[-1]
    behind = [p for p in context.parsed.quantities if p.unit == "%" and p.core[0] >= verdict.last]
    if verdict.line is None and behind and behind[0].number.value in THRESHOLDS and _named(context, behind[0].core[0]):
        return behind[0].number.value  # "what they promised in Wales, namely 2 %"
    fresh = context.topic.block >= context.parsed.sentence.block - 1
    carried = context.topic.threshold if fresh else None
    line = carried in THRESHOLDS and carried != _WHOLE_OF_2025
    return line_meant(context, carried if line else None)


def _named(context: Context, at: int) -> bool:
    return context.parsed.tokens[at - 1].low in ("namely", "of", "—", "the", ",", ":") if at else False


def _modality(context: Context, ahead: bool) -> Modality:
    said = context.modality()
    if said in (Modality.FORECAST, Modality.ESTIMATE, Modality.DENIAL, Modality.HYPOTHETICAL):
        return said
    return Modality.FORECAST if ahead else Modality.FACT
