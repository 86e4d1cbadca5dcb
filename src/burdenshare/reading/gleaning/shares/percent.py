"""Shares of GDP, recorded and promised, by the words around them."""

from __future__ import annotations

from burdenshare.reading.beside_lines import share_beside, stands_against
from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.gleaning.shares.alike import as_one_does
from burdenshare.reading.gleaning.shares.bounds import Bound, bound_of
from burdenshare.reading.gleaning.shares.circles import america_counted_again
from burdenshare.reading.gleaning.shares.evidence import ROUND, in_place_of_a_line, is_share, planned, refused, running
from burdenshare.reading.gleaning.shares.figures import MOST, Figure
from burdenshare.reading.gleaning.shares.given_away import given_away
from burdenshare.reading.gleaning.shares.goals import settled
from burdenshare.reading.gleaning.shares.indirect import NOBODY, Owner, spending_behind
from burdenshare.reading.gleaning.shares.owners import owner_of
from burdenshare.reading.gleaning.shares.strangers import stranger_of
from burdenshare.reading.gleaning.shares.times import comparing, due_behind, year_of
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.percents import MAX_SHARE, percent_base
from burdenshare.reading.period_choice import When
from burdenshare.reading.replacing import replaced
from burdenshare.reading.seen_lines import definite_target, the_goal_of
from burdenshare.reading.told_done import told_as_done
from burdenshare.reading.whose_economies import of_theirs
from burdenshare.reading.widths import interval


def percent_gleaned(context: Context) -> Draft | None:
    """A percentage that the strict rules left, as a share of GDP or a target."""
    figure = Figure(context)
    if not 0 < figure.value <= (MAX_SHARE if figure.of_output else MOST):
        return None
    draft = share_gleaned(figure)
    if draft is not None and draft.measure == "guideline" and the_goal_of(context):
        draft = replaced(draft, subject=("NATO",))
    given = given_away(figure, draft) if draft is not None and draft.measure == "guideline" else None
    return given or (settled(figure, draft) if draft is not None else None)


def share_gleaned(figure: Figure) -> Draft | None:
    """The statement of a figure that has the size of a share."""
    if _of_some(figure):
        return _line_of_some(figure)
    if refused(figure) or stranger_of(figure) is not None or _one_of_the_rises(figure.context):
        return None
    owner = owner_of(figure) or as_one_does(figure)
    if owner is NOBODY or not is_share(figure, owner):
        return None
    if owner is not None and of_theirs(figure.context, owner.entities, owner.last):
        return None
    if spending_behind(figure) is not None and owner is not None:
        return _told_in_passing(figure, owner)
    when = year_of(figure)
    if owner is not None and owner.allies and (stands_against(figure.context) or share_beside(figure.context)):
        return _fact(figure, owner, _gone_or_now(figure, when))
    if _already(figure, owner):
        return _fact(figure, owner, When(str(figure.context.calendar.newest_year or ""), "now"))
    agreed = owner is not None and bool(owner.entities) and not owner.allies and figure.value in ROUND
    if _promised(figure, when) or (agreed and planned(figure) and figure.front("spend_infinitives", 4)):
        promise = _promise(figure, owner, when)
        return promise if promise is not None else _not_there(figure, owner)
    fact = None if _turned_down(figure) else _fact(figure, owner, when)
    return fact or _agreed_share(figure, owner, when)


def _gone_or_now(figure: Figure, when: When) -> When:
    """The year that is named, where it is not to come, and else the newest one."""
    on, newest = figure.context.calendar.on, figure.context.calendar.newest_year
    year = when.value[:4]
    gone = on is not None and year.isdecimal() and int(year) <= on.year and when.source in ("explicit", "relative")
    return when if gone else When(str(newest or ""), "now")


_AGREED = (2.0, 3.5, 5.0)


def _of_some(figure: Figure) -> bool:
    """`some have not yet achieved this two per cent`, `some members who still haven't`: nobody that a name tells."""
    front = figure.context.parsed.lows[figure.clause[0] : figure.first]
    for n, word in enumerate(front):
        if word in _SOME:
            named = set(front[n + 1 : n + 2]) & _MEMBERS
            behind = front[n + 2 : n + 6] if named else front[n + 1 : n + 2]
            if any(verb in _HAVE or verb.endswith("n't") for verb in behind):
                return True
    return False


def _line_of_some(figure: Figure) -> Draft | None:
    """`some members still haven't reached the 2 % GDP`: the line is the alliance's, where it is told as known."""
    reach = {"reached", "met", "hit", "achieved", "reach", "meet", "hitting"} & set(figure.context.before(4))
    known = figure.context.before(1) in (["the"], ["this"], ["that"])
    if figure.value not in _AGREED or not known or not reach or figure.told_again() or not figure.shares_told:
        return None
    base = percent_base(figure.context, "guideline", "share by its clause", None, Kind.PROMISE)
    return replaced(base, subject=("NATO",), likely=True)


_SOME = frozenset({"some", "others", "many", "most", "few", "several"})
_MEMBERS = frozenset({"members", "allies", "countries", "nations", "states", "governments"})
_HAVE = frozenset({"have", "had", "do", "did", "are", "were", "still"})


def _agreed_share(figure: Figure, owner: Owner | None, when: When) -> Draft | None:
    """`The allocation of 2% of GDP was agreed upon in 2006`, `NATO has set two percent as a bottom line`: no verb of a
    plan that is known, yet a share the alliance agreed on, and nobody but the alliance in the sentence."""
    single = owner is not None and (owner.allies or owner.ours)
    if figure.value not in _AGREED or figure.context.quantity.rule not in ("plain", "at least") or single:
        return None
    named = owner is not None and owner.sure
    if not (named or figure.of_output) or not _of_alliance(figure) or figure.told_again():
        return None
    draft = _promise(figure, owner, when)
    return replaced(draft, likely=True) if draft is not None else None


def _not_there(figure: Figure, owner: Owner | None) -> Draft | None:
    """`Portugal is not yet at 3.5 per cent, nor will it be before 2033`: where it stands, beside a year to come."""
    bound = bound_of(figure)
    single = owner is not None and owner.allies and owner.sure
    if not single or bound is None or not bound.denied or "yet" not in figure.context.before(5):
        return None
    draft = _fact(figure, owner, When(str(figure.context.calendar.newest_year or ""), "now"))
    return replaced(draft, likely=True) if draft is not None else None


def _turned_down(figure: Figure) -> bool:
    """`Madrid rejected raising outlays to 5%`: what an ally does not want is no level of it."""
    return figure.front("turned_down")


def _one_of_the_rises(context: Context) -> bool:
    """`raised it by 2.8% to $82bn and 6.1% to $65bn respectively`: where the first was a rise, the second is none."""
    rises = any(draft.measure == "expenditure_growth" for draft in context.earlier)
    return rises and "respectively" in context.parsed.lows


def _told_in_passing(figure: Figure, owner: Owner) -> Draft | None:
    """`less than the 3.2 percent that the United States spends`: a level, whatever the sentence plans or compares."""
    newest = figure.context.calendar.newest_year
    own = year_of(figure)
    behind = own.mention is not None and own.mention.first >= figure.end
    draft = _fact(figure, owner, own if behind else When(str(newest or ""), "now"))
    if draft is None:
        return None
    q = figure.context.quantity
    compared = figure.context.parsed.tokens[q.core[0] - 1].low == "the"
    plain = replaced(draft, comparator="=", value=interval(q.number, "plain")) if compared else draft
    return replaced(plain, likely=True)


def _promised(figure: Figure, when: When) -> bool:
    """A year to come, or words of a plan without a year gone by."""
    on = figure.context.calendar.on
    if on is None or comparing(figure) or {"estimated", "reckoned", "believed"} & set(figure.context.before(4)):
        return False
    year = int(when.value[:4]) if when.value[:4].isdecimal() else 0
    dated = when.source in ("explicit", "relative", "carried", "due") and bool(year)
    if dated and year > on.year:
        return True
    if told_as_done(figure.context) or figure.context.before(2) in (["are", "at"], ["is", "at"], ["am", "at"]):
        return False  # "the pledge is that we are at over two percent"
    if figure.found.any("pledged_to", max(0, figure.first - 6), figure.first):
        return True  # "In 2014 Canada committed to reach two per cent": the year of the pledge
    if dated and year == on.year and when.mention is not None and when.mention.role == "by" and planned(figure):
        return True
    if not planned(figure) or (when.source == "now" and when.mention is not None and figure.value not in ROUND):
        return False
    if dated and year == on.year and running(figure):
        return False
    return not dated or year >= on.year or when.source == "carried"  # a plan has no year of what was told before


def _fact(figure: Figure, owner: Owner | None, when: When) -> Draft | None:
    if owner is None or not (owner.entities or owner.ours):
        return None
    if not owner.allies and not owner.ours and not _level_of_group(figure, owner):
        return None
    bound = bound_of(figure)
    if bound is None:
        return None
    draft = _draft(figure, "share_of_gdp", Kind.FACT, owner, bound)
    return replaced(
        draft,
        period=when.value,
        period_from=when.source,
        comparison=comparing(figure),
        modality=_told(figure, draft, when),
        last=_with_year(figure, draft.last, when),
    )


def _told(figure: Figure, draft: Draft, when: When) -> Modality:
    on = figure.context.calendar.on
    if on is not None and when.value == str(on.year) and when.source != "now" and running(figure):
        return Modality.FORECAST
    return Modality.ESTIMATE if draft.modality is Modality.ESTIMATE else Modality.FACT


def _already(figure: Figure, owner: Owner | None) -> bool:
    """`Turkey, already surpassing the 2% goal`: the goal is behind it."""
    done = figure.front("reach_words", 4) or figure.front("over_words", 4)
    return owner is not None and owner.allies and done and "already" in figure.context.before(6)


def _wanted(figure: Figure) -> Modality:
    return Modality.DEMAND if figure.front("demand_words") else Modality.PLEDGE


def _level_of_group(figure: Figure, owner: Owner) -> bool:
    """`European members pay out about 1.5% of GDP`: a level of the group, no target of it."""
    spent = figure.front("spend_words", 6) or figure.has("spend_nouns")
    spent = spent or (figure.context.quantity.role == "from" and figure.context.parsed.cues.has("gdp"))
    printed = figure.context.quantity.number.step < 1
    reckoned = {"estimated", "reckoned", "believed"} & set(figure.context.before(4))
    told = figure.told()
    same = told is not None and (told.subject == owner.entities or america_counted_again(figure))
    if told is not None and same and told.measure == "share_of_gdp":
        return printed and (not planned(figure) or running(figure))  # "…; this year it should be 2.02 %"
    return owner.sure and printed and (spent or figure.of_output) and (not planned(figure) or bool(reckoned))


def _promise(figure: Figure, owner: Owner | None, when: When) -> Draft | None:
    subject = owner
    if figure.context.quantity.role == "from":
        return None  # "agreed to raise it from two to 3.5 %": where it stood
    known = owner is not None and owner.allies and not owner.sure and definite_target(figure.context)
    if the_goal_of_spending(figure) or known:
        subject = Owner(("NATO",), figure.first, figure.first, sure=False)
    elif owner is None or not owner.allies:
        everybodys = in_place_of_a_line(figure)
        if owner is None and not (everybodys or _of_alliance(figure) or _known_goal(figure)):
            return None
        ours = owner is not None and owner.ours and not everybodys
        subject = Owner(("NATO",), figure.first, figure.first, sure=False, ours=ours)
    assert subject is not None
    bound = bound_of(figure)
    if bound is None or bound.denied:
        return None
    draft = _draft(figure, "guideline", Kind.PROMISE, subject, bound)
    on = figure.context.calendar.on
    year = when.value[:4]
    due = year.isdecimal() and on is not None and int(year) >= on.year and when.source not in ("now", "assumed")
    return replaced(
        draft,
        period=when.value if due else "",
        period_from="due" if due else "",
        modality=_wanted(figure) if draft.modality in (Modality.FACT, Modality.PLEDGE) else draft.modality,
    )


def the_goal_of_spending(figure: Figure) -> bool:
    """`only Britain and Poland meet the goal of spending 2 percent`: the goal they meet is the alliance's."""
    parsed, low = figure.context.parsed, figure.clause[0]
    targets = parsed.cues.spans("target", max(low, figure.first - 4), figure.first)
    definite = any(parsed.tokens[start - 1].low in ("the", "nato's", "nato") for start, _ in targets if start)
    met = parsed.cues.spans("met", low, figure.first) + parsed.cues.spans("missed", low, figure.first)
    before = parsed.tokens[figure.first - 1].low if figure.first else ""
    spent = before in ("spending", "spend")
    named = any(parsed.lows[start - 1] in ("nato", "nato's", "alliance", "alliance's") for start, _ in targets if start)
    if named and before == "of" and figure.value in ROUND and due_behind(figure) is None:
        return True  # "remains below the NATO commitment of 2 percent"
    return definite and spent and bool(met) and figure.value in ROUND


def _of_alliance(figure: Figure) -> bool:
    """A round share beside words of the alliance, with no ally in the sentence to own it."""
    parsed, calendar = figure.context.parsed, figure.context.calendar
    if figure.value not in ROUND:
        return False
    parted = [i for i, token in enumerate(parsed.tokens) if token.text == ";"]
    low = max((i for i in parted if i < figure.first), default=0)
    high = min((i for i in parted if i > figure.first), default=len(parsed.tokens))
    named = any(
        s.entity in calendar.allies
        and not s.possessive
        and s.kind == "country"
        and low <= s.first < high
        and parsed.tokens[s.first - 1].low not in ("except", "bar", "but", "besides", "from", "like")
        for s in parsed.subjects
    )
    everyone = bool(figure.found.get("alliance_words")) or parsed.tokens[0].low == "all"
    return everyone and not named


def _known_goal(figure: Figure) -> bool:
    """`There is talk of raising the 2% target to 5% of GDP`: a share the alliance agreed on, beside a target, in a
    sentence and a text that speak of no single ally."""
    parsed, context = figure.context.parsed, figure.context
    named = any(
        s.entity in context.calendar.bearers and s.kind not in ("pronoun", "adjective") for s in parsed.subjects
    )
    alone = not named and not context.topic.home and not context.topic.country
    return alone and figure.value in _AGREED and parsed.cues.has("target") and figure.output_told


def _draft(figure: Figure, measure: str, kind: Kind, owner: Owner, bound: Bound) -> Draft:
    q = figure.context.quantity
    carried = not owner.entities or owner.last > q.first or owner.first == q.first
    found = Found(owner.entities, owner.first, owner.last, carried=carried)
    draft = percent_base(figure.context, measure, "share by its clause", found, kind)
    firm = figure.of_output and figure.context.cue("defence")
    named = figure.context.parsed.cues.has("gdp") and figure.defence
    return replaced(
        draft,
        value=bound.value,
        comparator=bound.comparator,
        likely=not (owner.sure and (firm or named)),
        ours=owner.ours,
    )


def _with_year(figure: Figure, last: int, when: When) -> int:
    mention = when.mention
    return mention.last if mention is not None and 0 <= mention.first - last <= 6 else last
