"""Shares that are denied, left open or only supposed."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind
from burdenshare.reading.percents import of_gdp
from burdenshare.reading.seen_lines import HAVING_MET, agreed_level
from burdenshare.reading.tables import word_list


def unpaired(context: Context) -> str:
    """`spend a respective 2.34, 2.10 and 2.36`: which number is whose is not resolved; a wrong pair would be judged."""
    words = context.parsed.words
    several = sum(q.unit == "%" or (not q.unit and q.number.step < 1) for q in context.parsed.quantities) > 1
    if several and ("respective" in words or "respectively" in words) and context.pair() is None:
        return "not understood: a list of numbers given respectively"
    opener = [t.low for t in context.parsed.tokens[: context.quantity.core[0]]]
    supposed = opener == ["at"] and context.after(1) == [","]
    return "a supposition, not a statement" if supposed else ""


SPOKEN_OF = "a share that is only spoken of"


_SPEAKING = word_list("verbs_of_talk")


_POSSIBLE = word_list("possibility_words")


_NEGATIONS = frozenset(
    {
        "not",
        "never",
        "isn't",
        "aren't",
        "doesn't",
        "don't",
        "didn't",
        "won't",
        "hasn't",
        "haven't",
        "hadn't",
        "cannot",
        "nor",
    }
)


_FAILURE = frozenset({"failure", "failures", "inability", "reluctance", "unwillingness", "refusal"})
_THERE = frozenset({"close", "near", "nearly", "there", "done", "alone", "enough"})
"""Between a negation and `at` these are what is denied, and the figure behind them stands."""


_LEFT_OPEN = frozenset(
    (verb, word)
    for verb in ("said", "say", "saying", "clear", "unclear", "known", "decided", "specified", "asked", "unsure")
    for word in ("when", "whether")
)
"""`has not said when it plans to hit three percent`: left open, and no plan."""


def _of_the_union(context: Context) -> bool:
    """`€613bn, the equivalent of 3.4 % of the EU's total GDP`: a sum told as a share, not what anyone spends."""
    behind = context.after(8)
    end = behind.index("gdp") if "gdp" in behind else 0
    return bool({"eu", "eu's", "eurozone", "union"} & set(behind[:end])) and "equivalent" in context.before(5)


OF_THE_TOTAL = "a part of what all allies spend, and whose it is the words do not tell"


def _of_the_whole(context: Context) -> bool:
    """`its share of total NATO defence expenditure fell from 2.4 percent in 2014 to 1.9`: neither a share of GDP nor
    the alliance's."""
    lows, (low, _), first = context.parsed.lows, context.bounds, context.quantity.first
    told = [start for start, last in context.parsed.cues.hits.get("of_total", ()) if low <= start and last <= first]
    return any(start >= 2 and lows[start - 1] == "share" and lows[start - 2] in ("its", "their") for start in told)


def not_stated(context: Context) -> str:
    """Questions, and figures that the words deny (`has never spent 3 %`)."""
    if context.question():
        return "a question, not a statement"
    if _of_the_union(context) or any(pair in _LEFT_OPEN for pair in pairwise(context.before(12))):
        return "a possibility, not a statement"
    if agreed_level(context):
        return ""  # "members who don't spend the agreed-on 2 %": the goal is told, not denied
    if _of_the_whole(context):
        return OF_THE_TOTAL
    front = context.before(5)
    due = any(p.role == "by" for p in context.parsed.periods)  # "talks of 3 % by 2030" is a plan
    if front[-1:] in (["of"], ["about"]) and front[-2:-1] and front[-2] in _SPEAKING and not due:
        return SPOKEN_OF
    if front[-1:] == ["not"] and context.parsed.lows[context.quantity.first] == "only":
        return ""  # "to spend not only 2 % but 3 % of GDP"
    unspent = bool(_NEGATIONS & set(front)) and bool({"spend", "spending", "spent"} & set(front))
    if _POSSIBLE & set(front):
        return "a possibility, not a statement"
    stands = front[-1:] == ["at"] and bool(_NEGATIONS & set(front[-3:-1]))  # "Italy is not at 2 percent"
    stands = stands and front[-2] not in _THERE  # "Canada isn't close at 1.38 percent": where it is
    if _FAILURE & set(front) and "to" in front and {"spend", "reach", "meet", "devote", "allocate"} & set(front):
        return SPOKEN_OF  # "the failure to spend more than 1 percent"
    unmet = any(a in _NEGATIONS and b in HAVING_MET for a, b in pairwise(word for word in front if word != "yet"))
    return "a figure the words deny" if "never" in context.before(4) or unspent or stands or unmet else ""


def only_supposed(context: Context, found: Draft | str) -> bool:
    """`"If that means 3 percent, we'll do 3 percent"`: no fact."""
    opener = next((t.low for t in context.parsed.tokens if t.kind == "word"), "")
    fact = isinstance(found, Draft) and found.kind is Kind.FACT and found.threshold is None
    parted = any(t.text == ";" for t in context.parsed.tokens[: context.quantity.first])
    return fact and opener == "if" and not parted and not of_gdp(context)
