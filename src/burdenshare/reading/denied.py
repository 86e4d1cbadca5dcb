"""Figures that the words deny, doubt, or tell of several years: a net under every rule, drawn after all have read.

"Germany does not spend 1 percent", "not 1 but 2 percent", "is hardly the only ally": what stands under such words is
nobody's claim. "Has always spent more than 2 percent", "in 2022, 2023 and 2024": one year cannot answer for them.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import load_table

COUNTED = frozenset({"allies_at_guideline", "fraction_at_guideline", "members", "event", "membership"})
"""Measures whose rules read a denial as a number of its own ("nine do not")."""
BOUNDS = frozenset({"<", "<=", ">", ">="})
REACH = 9
"""Words in front of a figure within which a denial bears on it."""
OWN_WORDS = frozenset({"rank", "exceptions", "comparison"})
"""Measures whose own words hold the denial: "is not the only ally", "spends hardly more than"."""
TURNED = frozenset({"share_of_gdp"})
"""Measures whose rules turn a bound under a denial ("does not spend more than 2 percent")."""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_table("denied")[name]["words"])


def undenied(parsed: Parsed, drafts: list[Draft]) -> list[Draft]:
    """The drafts of one sentence with those denied marked so, and those of several years told as spans."""
    drafts = [_of_its_own(parsed, draft) for draft in drafts if not _never_held(parsed, draft)]
    if parsed.words.isdisjoint(_words("openers")):
        return drafts
    return [_settled(parsed, draft) for draft in drafts]


_DATED = frozenset({"event", "membership", "members"})


def _never_held(parsed: Parsed, draft: Draft) -> bool:
    """`Finland had not joined in 2022`, `held no summit`, `the summit was cancelled`: no happening is told."""
    if draft.measure not in ("event", "membership"):
        return False
    low, high = parsed.clause(draft.first, draft.last)
    around = parsed.lows[max(0, min(low, draft.first) - 3) : max(high, draft.last) + 4]
    if _words("never_held") & set(around):
        return True
    inside = parsed.lows[max(low, draft.first - 4) : draft.last]
    return any(one in _words("undone") and not _spared(inside, at) for at, one in enumerate(inside))


def _of_its_own(parsed: Parsed, draft: Draft) -> Draft:
    """Dated facts that the words tie to another time or to others: they may be supported, and refute nothing."""
    if draft.measure not in _DATED or draft.likely:
        return draft
    lows = parsed.lows
    if draft.measure == "event" and draft.unit == "years":
        open_ = any(p.source == "explicit" and p.years_ago is None and len(p.value) >= 4 for p in parsed.periods)
    elif draft.measure == "event":
        open_ = draft.rule == "gathering" and not _words("allied") & parsed.words
    elif draft.measure == "membership":
        open_ = lows[:1] != [] and lows[0] in _words("subordinate")
    else:
        open_ = bool(_words("to_come") & set(lows[max(0, draft.first - 6) : draft.last]))
    return replaced(draft, likely=True) if open_ else draft


def _settled(parsed: Parsed, draft: Draft) -> Draft:
    if draft.kind is Kind.PROMISE and _never_said(parsed, draft):
        return replaced(draft, modality=Modality.DENIAL)
    if draft.kind is not Kind.FACT or draft.measure in COUNTED:
        return draft
    if _denied(parsed, draft):
        return replaced(draft, modality=Modality.DENIAL)
    if _of_several_years(parsed, draft):
        return replaced(draft, period=_span(parsed, draft), period_from="explicit")
    return draft


def _never_said(parsed: Parsed, draft: Draft) -> bool:
    """`Rutte did not say that allies should spend 5 percent`: nobody's target."""
    lows, at = parsed.lows, draft.focus[0]
    return any(
        lows[i] in ("not", "n't", "never") and lows[i + 1] in _words("saying") for i in range(max(0, at - 12), at - 1)
    )


def _denied(parsed: Parsed, draft: Draft) -> bool:
    """A word of denial or doubt in front of the figure in its clause, or right in front of the set's own words."""
    if _of_nobody(parsed, draft):
        return True
    if draft.measure in TURNED and draft.comparator in BOUNDS:
        return False
    lows, at = parsed.lows, draft.focus[0]
    low, _ = parsed.clause(draft.focus[0], draft.focus[1])
    hedge = {"no", "not"} & set(lows[at : at + 1])  # "no more than 3 percent"
    comma = max((i for i in range(at) if lows[i] in (",", ";", ":")), default=-1)
    front = range(max(low, at - REACH, comma + 1), at)
    if draft.measure in OWN_WORDS:
        front, hedge = range(max(low, draft.first - 2), draft.last), set()
    apart = [(first, last) for first, last in parsed.relatives if not first <= at < last]
    told = (i for i in front if not any(first <= i < last for first, last in apart))
    plain = draft.unit == "%" and draft.comparator not in BOUNDS
    bare = plain and lows[at - 1 : at] == ["not"]  # "that is still not two percent"
    if any(lows[i] in _words("denials") and not (_spared(lows, i) and not bare) for i in told) and not hedge:
        return True
    opening = set(lows[: min(at, REACH)])
    return bool(_words("doubts") & opening) and bool(_words("doubting") & opening)


def _of_nobody(parsed: Parsed, draft: Draft) -> bool:
    """`Nobody, not even the United States, spends 5 percent`, `no ally does, including Poland`: one named in
    an aside to those of whom it is denied."""
    lows, at = parsed.lows, draft.focus[0]
    none = next((i for i in range(at) if lows[i] in _words("none_of_them") and _whole_set(lows, i)), None)
    if none is None or not _words("turning").isdisjoint(lows[none:at]):
        return False
    named = [s for s in parsed.subjects if s.entity in draft.subject and s.first > none]
    return any(not _words("naming_one").isdisjoint(lows[max(none + 1, s.first - 3) : s.first]) for s in named)


def _whole_set(lows: list[str], at: int) -> bool:
    """Whether the word speaks of a set: `no NATO country`, `no one`, `nobody`, `none of the allies`."""
    return lows[at] != "no" or not _words("sets").isdisjoint(lows[at + 1 : at + 5])


def _spared(lows: list[str], at: int) -> bool:
    """`not only`, `not just`, `no doubt`, `nothing but`: no denial of what follows."""
    if (
        lows[at] == "almost"
    ):  # "has almost reached it": what was nearly done; "almost equal to" and "almost 90 %" are not
        return _words("done").isdisjoint([word for word in lows[at + 1 : at + 3] if word != "the"][:1])
    if lows[at + 1 : at + 2] != [] and lows[at + 1] in _words("spared_behind"):
        return True
    # "It is Vilnius, not Warsaw, that tops the table": an aside between commas denies its own words alone
    return lows[at] == "not" and lows[at - 1 : at] == [","] and "," in lows[at + 1 : at + 5]


def _of_several_years(parsed: Parsed, draft: Draft) -> bool:
    if draft.measure == "share_of_total" and _since(parsed, draft):
        return True
    if draft.measure not in ("share_of_gdp", "equipment_share", "rank", "comparison"):
        return False
    if draft.comparison or "/" in draft.period or "respectively" in parsed.words:
        return False  # "in 2023 and 2024 this will rise to 1.4% and 1.5%, respectively": each year has its own
    low, high = parsed.clause(draft.first, draft.last)
    reach = range(max(0, low - 6, _behind_a_colon(parsed, draft)), min(len(parsed.lows), high + 4))
    if any(_lasts(parsed.lows, i, draft) and not _of_the_next(parsed.lows, i, draft) for i in reach):
        return True
    years = [
        p for p in parsed.periods if p.role == "in" and len(p.value) == 4 and p.source == "explicit" and not p.event
    ]
    return any(parsed.lows[a.last : b.first] in (["and"], [","], [",", "and"]) for a, b in pairwise(years))


def _behind_a_colon(parsed: Parsed, draft: Draft) -> int:
    """`has never come near the guideline: 1.37 % in 2024`: a figure dated behind a colon is of its own year. Where its
    words begin; 0 where it is no such figure."""
    at, end = draft.focus
    dated = any(p.source == "explicit" and 0 <= p.first - end <= 1 and p.value == draft.period for p in parsed.periods)
    return at if dated and parsed.lows[at - 1 : at] == [":"] else 0


def _of_the_next(lows: list[str], at: int, draft: Draft) -> bool:
    """`is presently 1.3 %, and has never reached 2 %`: what lasts is told by the next verb."""
    between = lows[draft.focus[1] : at]
    if any(a in _ASIDES and b in _NAMING_IT for a, b in pairwise(between)):
        return True  # "hit the target of 2 percent – a goal continuously pushed by others"
    joint = next((i for i, word in enumerate(between) if word in ("and", "but")), None)
    return joint is not None and between[joint + 1 : joint + 2] != [] and between[joint + 1] in _NEXT_VERBS


_ASIDES = frozenset({",", "-", "–", "—"})
_NAMING_IT = frozenset({"a", "an", "the", "something"})
_NEXT_VERBS = frozenset({"has", "have", "had", "it", "they"})


def _since(parsed: Parsed, draft: Draft) -> bool:
    """`Since about 1960, 61 percent of allied spending has been American`: a part of many years together."""
    low, high = parsed.clause(draft.first, draft.last)
    at = [n for n in range(max(0, low - 6), min(len(parsed.lows), high + 4)) if parsed.lows[n] == "since"]
    return any(t[:4].isdecimal() and len(t) == 4 for n in at for t in parsed.lows[n + 1 : n + 4])


def _lasts(lows: list[str], at: int, draft: Draft) -> bool:
    """`always`, `for the past decade`; not `a decade ago`, `the first time in decades`, nor a decade without a year."""
    if lows[at : at + 2] == ["every", "year"] or lows[at : at + 2] == ["each", "year"]:
        return bool({"since", "from"} & set(lows[at + 2 : at + 4]))  # "every year since 2006"
    if lows[at] not in _words("lasting"):
        return False
    if lows[at] not in ("decade", "decades"):
        return True
    led = bool({"for", "past", "last", "over", "throughout"} & set(lows[max(0, at - 3) : at]))
    first = "first" in lows[max(0, at - 5) : at]
    return led and not first and lows[at + 1 : at + 2] != ["ago"] and draft.period_from == "explicit"


def _joined_years(parsed: Parsed, year: str) -> list[str]:
    """The years told side by side with one of them: nothing but `and` or a comma stands between."""
    run: list[PeriodMention] = []
    for mention in (p for p in parsed.periods if len(p.value) == 4 and p.value.isdecimal()):
        joined = run and _JOINTS.issuperset(parsed.lows[run[-1].last : mention.first])
        if not joined and year in [p.value for p in run]:
            break
        run = [*run, mention] if joined else [mention]
    found = sorted(p.value for p in run)
    return found if year in found else []


_JOINTS = frozenset({"and", ","})


def _span(parsed: Parsed, draft: Draft) -> str:
    """The years spoken of, first to last, as far as they are told; two neighbours of the draft's own year where not."""
    years = sorted(p.value[:4] for p in parsed.periods if p.value[:4].isdecimal())
    last = draft.period[:4] if draft.period[:4].isdecimal() else (years[-1] if years else "")
    if not last:
        return draft.period
    run = _joined_years(parsed, last)
    if len(run) > 1:
        return f"{run[0]}/{run[-1]}"  # "spent 2.4 % in 2015 and 2016, 7 % more than in 2014"
    later = [year for year in years if year > last]
    if later and years[0] == last:
        return f"{last}/{later[0]}"  # "will spend 3 percent in 2025 and 2026"
    first = years[0] if years and years[0] < last else str(int(last) - 1)
    return f"{first}/{last}"
