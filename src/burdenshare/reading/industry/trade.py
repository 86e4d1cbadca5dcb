"""Shares of arms trade: whose imports they are of, and who sold them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.industry.marks import table
from burdenshare.reading.industry.plainness import covered, front_of, plain, tail_of
from burdenshare.reading.industry.times import times_in
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tries import Trie

RULE = "arms trade"
_NOUNS = ("imports", "world_exports", "world_imports", "acquisitions")
_SELLERS = {"USA": "from USA", "EUR": "from Europe"}
_FROM = frozenset({"from", "by", "in", "to"})
_OWN = frozenset({"its", "their"})


@dataclass(frozen=True, slots=True)
class Trade:
    """A trade told of: its kind, the tokens that name it, and who takes part."""

    kind: str
    first: int
    last: int


@cache
def _trie(name: str) -> Trie[str]:
    rows = table()["trade"]
    names = _NOUNS if name == "nouns" else (name,)
    return Trie((words, key) for key in names for words in rows[key]["words"])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table()["trade"][name]["words"])


def trade_draft(context: Context) -> Draft | None:
    """`54 % of Belgium's arms imports came from the US`; None where no trade in arms is named or nobody ties to it."""
    parsed = context.parsed
    if not _trie("nouns").may_stand(parsed.words) or context.before(2) in (["up", "from"], ["down", "from"]):
        return None
    low, high = 0, len(parsed.tokens)
    hits = [hit for hit in _trie("nouns").find_in(parsed.tokens, parsed.lows, parsed.words) if low <= hit.first < high]
    if len(hits) != 1 or context.modality() in (Modality.DENIAL, Modality.HYPOTHETICAL) or context.question():
        return None
    trade = Trade(hits[0].payload, hits[0].first, hits[0].last)
    sides = _sides(parsed, trade) if _a_share(context) else None
    if sides is None:
        return None
    return _draft(context, trade, *sides)


def _a_share(context: Context) -> bool:
    """`54 % of`, `a share of 54 %`; what `rose 54 %` is no share."""
    front = context.before(1)
    grown = bool(_GROWING & set(front))
    return not grown and (context.after(1) == ["of"] or "share" in context.parsed.lows[: context.quantity.first])


_GROWING = frozenset({"rose", "grew", "increased", "jumped", "surged", "climbed", "fell", "dropped", "soared", "by"})


def _named(parsed: Parsed, trade: Trade) -> list[SubjectMention]:
    """The countries and groups that take part: bodies, and the adjective of the imports."""
    return [
        s
        for s in parsed.subjects
        if s.entity != "AMBIGUOUS" and (s.names_a_body or (s.kind == "adjective" and 0 <= trade.first - s.last <= 2))
    ]


def _sides(parsed: Parsed, trade: Trade) -> tuple[str, str, list[SubjectMention]] | None:
    """(whose share, of which item, the mentions): the buyer stands by the imports or owns them, the other one sells."""
    named = _named(parsed, trade)
    entities = list(dict.fromkeys(s.entity for s in named))
    if trade.kind in ("world_exports", "world_imports"):
        name = "world arms exports" if trade.kind == "world_exports" else "world arms imports"
        return (_region(parsed, named[0]), name, named) if len(entities) == 1 else None
    if len(entities) != 2:
        return None
    buyer = next((s for s in named if _by_the_imports(parsed, s, trade)), None)
    if buyer is None and _OWN & set(parsed.lows[max(0, trade.first - 2) : trade.first]):
        buyer = next((s for s in named if not _sells(parsed, s)), None)
    if buyer is None:
        return None
    seller = next((s for s in named if s.entity != buyer.entity and s.entity in _SELLERS), None)
    if seller is None:
        return None
    goods = "acquisitions" if trade.kind == "acquisitions" else "arms imports"
    return _region(parsed, buyer), f"{goods} {_SELLERS[seller.entity]}", named


_OWNING = frozenset({"adjective", "phrase", "country", "group", "abbreviation"})


def _by_the_imports(parsed: Parsed, s: SubjectMention, trade: Trade) -> bool:
    """`Belgium's arms imports`, `European arms imports`, `arms imports by European states`."""
    front = 0 <= trade.first - s.last <= 1 and (
        s.possessive or s.kind in ("adjective", "phrase", "country", "group", "abbreviation")
    )
    led = parsed.lows[s.first - 1] if s.first else ""
    owned = s.last <= trade.first and led not in ("from",) and front
    behind = 0 <= s.first - trade.last <= 2 and bool({"of", "by"} & set(parsed.lows[trade.last : s.first]))
    return owned or behind


def _sells(parsed: Parsed, s: SubjectMention) -> bool:
    return bool(_FROM & set(parsed.lows[max(0, s.first - 2) : s.first]))


def _region(parsed: Parsed, s: SubjectMention) -> str:
    """Europe as SIPRI counts it, unless the words name the alliance's members in it."""
    if s.entity != "EUR":
        return s.entity
    around = parsed.lows[s.first : s.last + 3]
    return "EUR" if {"nato", "allies", "alliance"} & set(around) else "Europe"


def _draft(context: Context, trade: Trade, who: str, item: str, named: list[SubjectMention]) -> Draft | None:
    parsed, q = context.parsed, context.quantity
    times = times_in(parsed, 0, len(parsed.tokens), context.calendar.on)
    spans = [(q.first, max(q.last, q.core[1])), (trade.first, trade.last)]
    spans += [(s.first, s.last) for s in named] + [(t.first, t.last) for t in times]
    spans += [span for found in _trie("moving").spans(parsed.tokens, parsed.lows).values() for span in found]
    known = covered(parsed.lows, spans, _words("idle"))
    known -= {i for o in parsed.quantities if o is not q and not _held(o.core, spans) for i in range(*o.core)}
    parts = spans[: 2 + len(named)]
    first = front_of(min(a for a, _ in parts), known)
    last, ends = tail_of(parsed, max(b for _, b in parts), known, _STOPS)
    blocked = any(hit.first < last for hit in _trie("blocking").find_in(parsed.tokens, parsed.lows, parsed.words))
    if blocked:
        return None
    sure = ends and plain(parsed, first, last, known, frozenset())
    here = [t for t in times if first <= t.first < last] or [t for t in times if t.last <= first]
    time = here[0] if len({t.value for t in here}) == 1 else None
    return Draft(
        min(a for a, _ in parts),
        max(b for _, b in parts),
        (q.first, max(q.last, q.core[1])),
        Kind.FACT,
        "production",
        RULE,
        (who,),
        q.comparator,
        q.value,
        "%",
        time.value if time else "",
        time.source if time else "",
        basis=f"procurement_share/{item}",
        likely=not sure or (bool(here) and time is None) or trade.kind == "acquisitions",
    )


def _held(core: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    return any(first <= core[0] and core[1] <= last for first, last in spans)


_STOPS = frozenset(
    {"up", "compared", "while", "but", "according", "said", "says", "and", "making", "down", "as", "which"}
)
"""What may follow a share without being part of it."""
