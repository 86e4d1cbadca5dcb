"""The statement of one industry figure: whose it is, of what, which kind, of when, and how plainly it is said."""

from __future__ import annotations

from dataclasses import dataclass, replace

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.industry.marks import Marks, marks_in, table, words_of
from burdenshare.reading.industry.owners import Maker, makers_of
from burdenshare.reading.industry.plainness import covered, front_of, plain, tail_of
from burdenshare.reading.industry.times import Time, times_in, year_before
from burdenshare.reading.industry.trade import RULE as TRADE
from burdenshare.reading.industry.trade import trade_draft
from burdenshare.reading.model import Interval, Kind, Modality
from burdenshare.reading.tries import Hit
from burdenshare.reading.widths import interval
from burdenshare.record.industry import makers

RULE = "industry"
_UNTOLD = (Modality.DENIAL, Modality.HYPOTHETICAL)


def industry_draft(context: Context) -> Draft | None:
    """A figure of a maker's output, capacity, plan or order book, or a share of arms trade; None leaves it to the other
    rules."""
    if context.quantity.unit == "%":
        return _up_from(context, marks=None) or trade_draft(context)
    if context.quantity.unit in ("times", "pp", "bp", "ordinal"):
        return None
    marks = marks_in(context.parsed)
    if marks is None or marks.in_a_name(*context.quantity.core) or context.question():
        return None
    if words_of("failing") & context.parsed.words or _a_date(context):
        return None
    return _up_from(context, marks) or _told(context, marks)


def _a_date(context: Context) -> bool:
    first, last = context.quantity.core
    return any(p.first < last and first < p.last for p in context.parsed.periods) and not context.quantity.unit


def _told(context: Context, marks: Marks) -> Draft | None:
    item = _item_of(context, marks)
    if item is None or context.modality() in _UNTOLD:
        return None
    maker = _maker_of(context, makers_of(context.parsed, marks, context.calendar.bearers), item)
    if maker is None or _not_asked(context, item, maker):
        return None
    scene = _scene(context, marks, item, maker)
    kind = _kind(marks, scene, table()["item"][item.payload], maker)
    return _draft(context, scene, kind) if kind else None


def _item_of(context: Context, marks: Marks) -> Hit[str] | None:
    """The item a figure counts: right behind it, or, for money, the order book of the clause nearest to it."""
    q, low, high = context.quantity, *context.bounds
    money = len(q.unit) == 3
    if not money:
        behind = [hit for hit in marks.items if q.core[1] <= hit.first <= q.core[1] + 2]
        behind = [h for h in behind if _unit(h) != "money" and _idle(context, q.core[1], h.first)]
        if _COMPARED & set(context.parsed.lows[q.core[1] : q.core[1] + 2]):
            return None  # "72 more F-35s than in 2024"
        return behind[0] if behind else _item_in_front(context, marks)
    if _COMPARED & set(context.after(2)):
        return None  # "2.4 billion euros higher than a year before"
    books = [hit for hit in marks.items if _unit(hit) == "money" and low <= hit.first < high]
    near = [hit for hit in books if _told_of(context, marks, hit)]
    return min(near, key=lambda hit: abs(hit.first - q.first)) if near else None


def _not_asked(context: Context, item: Hit[str], maker: Maker) -> bool:
    """The order book of a firm the record does not know is a figure of business pages; what several make together
    (`the United States and Europe`) is read by the rule of lists."""
    lows = context.parsed.lows
    joined = not maker.firm and bool({"and", "or", "plus"} & set(lows[max(0, maker.first - 2) : maker.first]))
    return joined or (_unit(item) == "money" and maker.id not in makers())


_COMPARED = frozenset({"more", "fewer", "less", "higher", "lower", "larger", "smaller", "other"})


def _told_of(context: Context, marks: Marks, item: Hit[str]) -> bool:
    """Whether only known words stand between an order book and the sum: `revenues of` behind it is another sum."""
    q, parsed = context.quantity, context.parsed
    first, last = (item.last, q.first) if item.last <= q.first else (q.core[1], item.first)
    spans = [span for found in marks.verbs.values() for span in found]
    spans += [(p.first, p.last) for p in parsed.periods]
    known = covered(parsed.lows, spans, words_of("idle"))
    known |= {i for o in parsed.quantities if context.before(1) == ["to"] for i in range(o.first, o.core[1])}
    return all(i in known or parsed.lows[i] == "," for i in range(first, last))


_BARE = frozenset({"a", "per", "each", "every", "annually", "monthly", "yearly", "in", "last", "this", ",", ".", ";"})


def _item_in_front(context: Context, marks: Marks) -> Hit[str] | None:
    """`US output of 155mm shells stands at 40,000 a month`: the item was named, and the number stands alone."""
    q, low = context.quantity, context.bounds[0]
    front = [hit for hit in marks.items if low <= hit.first and hit.last <= q.first and _unit(hit) != "money"]
    alone = context.after(1) == [] or context.after(1)[0] in _BARE
    made = marks.inside(low, q.first) & {"output", "delivery", "capacity"}
    return front[-1] if front and alone and made and len(front) == 1 else None


def _unit(hit: Hit[str]) -> str:
    return str(table()["item"][hit.payload]["unit"])


def _idle(context: Context, first: int, last: int) -> bool:
    return all(low in words_of("idle") for low in context.parsed.lows[first:last])


def _maker_of(context: Context, makers: list[Maker], item: Hit[str]) -> Maker | None:
    """The nearest maker in front of the figure, else the one right behind it (`handed over by Lockheed Martin`). A
    country is asked only where the item is counted: order books are firms'."""
    q = context.quantity
    money = _unit(item) == "money"
    front = [one for one in makers if one.last <= q.first and (one.firm or not money)]
    firms = [one for one in front if one.firm]
    if money and len({one.id for one in firms}) > 1:
        return None  # "Hensoldt, unlike Rheinmetall, had an order book of"
    if firms or front:
        return (firms or front)[-1]
    behind = [one for one in makers if one.first >= q.core[1] and one.firm]
    return behind[0] if behind else None


@dataclass(frozen=True, slots=True)
class Scene:
    """The words of one statement: tokens `first`..`last`, and whether all of them are understood."""

    maker: Maker
    item: Hit[str]
    first: int
    last: int
    times: list[Time]
    rate: str
    plain: bool


def _scene(context: Context, marks: Marks, item: Hit[str], maker: Maker) -> Scene:
    parsed, q = context.parsed, context.quantity
    times = times_in(parsed, 0, len(parsed.tokens), context.calendar.on)
    spans = [(maker.first, maker.last), (q.first, max(q.last, q.core[1])), (item.first, item.last)]
    spans += [(t.first, t.last) for t in times]
    spans += [span for name in (*marks.verbs.values(), *marks.rates.values()) for span in name]
    known = covered(parsed.lows, spans, words_of("idle"))
    known -= {i for s in parsed.subjects if s.names_a_body and not _is(s.first, maker) for i in range(s.first, s.last)}
    known -= {i for one in parsed.quantities if one is not q and not _within(one.core, spans) for i in range(*one.core)}
    first = front_of(min(maker.first, q.first, item.first), known)
    last, ends = tail_of(parsed, max(maker.last, q.core[1], q.last, item.last), known, words_of("stops"))
    blocking = words_of("blocking") | (words_of("blocking_money") if q.unit else frozenset())
    sure = ends and plain(parsed, first, last, known, blocking)
    here = [t for t in times if first <= t.first < last] or [t for t in times if t.last <= first]
    rates = [name for name, found in marks.rates.items() if any(first <= a and b <= last for a, b in found)]
    one_time = len({t.value for t in here}) <= 1 and len(rates) <= 1 and not _moved(context, times, here, last)
    rate = _rate_behind(context, marks) or (rates[0] if rates else "")
    return Scene(maker, item, first, last, here, rate, sure and one_time)


def _rate_behind(context: Context, marks: Marks) -> str:
    """`250,000 shells a month, close to three million a year`: each figure has the rate behind it, up to the next."""
    end = context.quantity.core[1]
    stop = min((q.first for q in context.parsed.quantities if q.first >= end), default=len(context.parsed.tokens))
    near = [(a, name) for name, found in marks.rates.items() for a, b in found if end <= a and b <= stop]
    return min(near)[1] if near else ""


def _moved(context: Context, times: list[Time], here: list[Time], last: int) -> bool:
    """`in 2025 and 2024 combined`, `at the end of June, a year ago`: another time behind the figure bears on it, unless
    a comparison leads to it."""
    lows = context.parsed.lows
    told = {t.value for t in here}
    for t in times:
        if t.value not in told and t.first >= last and told and not _LEADING & set(lows[last : t.first]):
            return True
    figures = (q.first for q in context.parsed.quantities if q.first >= last + 2)
    return bool(_PAST & set(lows[last : min([last + 5, *figures])]))


_LEADING = frozenset({"up", "down", "from", "than", "compared", "against", "after", "beating", "versus", "will", "by"})
_PAST = frozenset({"ago", "earlier", "before"})


def _is(first: int, maker: Maker) -> bool:
    return maker.first <= first < maker.last


def _within(core: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    return any(first <= core[0] and core[1] <= last for first, last in spans)


def _kind(marks: Marks, scene: Scene, item: dict[str, str], maker: Maker) -> str:
    """Output, capacity, target or backlog, by the verbs of the statement; empty where none of them stands there."""
    verbs = marks.inside(scene.first, scene.last)
    if item["unit"] == "money":
        held = "standing" in verbs
        return ("target" if "target" in verbs else item["kind"]) if held else ""
    if "backlog" in verbs and maker.firm:
        return "target" if "target" in verbs else "backlog"
    made = "output" in verbs or ("delivery" in verbs and maker.firm) or "capacity" in verbs
    if not made:
        return ""
    if "target" in verbs:
        return "target"
    return "capacity" if "capacity" in verbs else "output"


def _draft(context: Context, scene: Scene, kind: str) -> Draft | None:
    q = context.quantity
    time = (_due(context) if kind == "target" else None) or _told_anew(context, scene.times)
    time = time or (scene.times[0] if scene.times else None)
    unit = q.unit or _unit(scene.item)
    dated = time is not None and len(time.value) == 4
    rate = f"/{scene.rate}" if scene.rate else ""
    if kind == "output" and not q.unit and ((not rate and not dated) or _up_to(context, time)):
        return None  # "has delivered 1,000 F-35s", "by 2025": of all years, which no row is
    if time is None and words_of("undated") & context.parsed.words:
        return None  # "made 14,500 shells a month before the war"
    ahead = kind == "target"
    return Draft(
        min(scene.maker.first, q.first, scene.item.first),
        max(scene.maker.last, q.core[1], scene.item.last),
        (q.first, max(q.last, q.core[1])),
        Kind.PROMISE if ahead else Kind.FACT,
        "production",
        RULE,
        (scene.maker.id,),
        *_plainly(context),
        unit + rate,
        time.value if time else "",
        time.source if time else "",
        basis=f"{kind}/{scene.item.payload}",
        modality=Modality.FORECAST if ahead and context.modality() is Modality.FACT else context.modality(),
        likely=not scene.plain,
    )


def _told_anew(context: Context, times: list[Time]) -> Time | None:
    """`This year it will make 1.7 million, and next year 2.5 million`: the time behind the figure in front."""
    first, lows = context.quantity.first, context.parsed.lows
    told = max((q.last for q in context.parsed.quantities if q.last <= first and q.number.kind != "year"), default=0)
    anew = [t for t in times if told and told < t.first < first and lows[t.first - 1] in _OPENS]
    return anew[-1] if anew else None


_OPENS = frozenset({",", "and", "but", ";", "while"})
_DUE_WITHIN = 4
"""Words behind a planned figure and its rate within which its time is told: `2,000 a year by 2030`."""


def _due(context: Context) -> Time | None:
    """The time right behind a planned figure, where another one stands in front of it."""
    end = context.quantity.core[1]
    times = times_in(context.parsed, end, min(end + _DUE_WITHIN + 3, len(context.parsed.tokens)), context.calendar.on)
    near = [t for t in times if t.first - end <= _DUE_WITHIN]
    return near[0] if near and not context.other_quantity_between(end, near[0].first) else None


_HANDED = frozenset({"handed", "hand", "hands", "turned", "handing"})


def _plainly(context: Context) -> tuple[str, Interval]:
    """Comparator and value; the `over` of `handed over a record 191` is no bound."""
    q, lows = context.quantity, context.parsed.lows
    if q.first and lows[q.first] == "over" and lows[q.first - 1] in _HANDED:
        return "=", interval(q.number, "plain")
    return q.comparator, q.value


def _up_to(context: Context, time: Time | None) -> bool:
    """`by 2025`: a sum of all that went before."""
    return time is not None and "by" in context.parsed.lows[max(0, time.first - 1) : time.first + 1]


def _up_from(context: Context, marks: Marks | None) -> Draft | None:
    """`191 F-35s in 2025, up from 110 the year before`: the same of the year before, or of the year that is named."""
    rule = TRADE if marks is None else RULE
    told = [d for d in context.earlier if d.rule == rule and d.value is not None]
    if not told or context.before(2) not in (["up", "from"], ["down", "from"]):
        return None
    q, last = context.quantity, told[-1]
    if q.unit != (last.unit if len(last.unit) == 3 or last.unit == "%" else ""):
        return None
    behind = " ".join(context.after(4))
    named = times_in(context.parsed, q.core[1], min(q.core[1] + 6, len(context.parsed.tokens)), context.calendar.on)
    before = behind.startswith(("the year before", "a year earlier", "a year before", "in the previous year"))
    period = year_before(last.period) if before else named[0].value if named else ""
    if not period:
        return None
    focus = (q.first, max(q.last, q.core[1]))
    return replace(
        last,
        first=q.first,
        last=focus[1],
        focus=focus,
        value=q.value,
        comparator=q.comparator,
        period=period,
        period_from="explicit" if named and not before else "relative",
        comparison=True,
    )
