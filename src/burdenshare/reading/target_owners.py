"""Whose target it is: the ally that plans it, the country the text speaks of, or nobody named: then the alliance's."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.asked_of_all import the_alliance_asks
from burdenshare.reading.cabinets import led_by_its_head
from burdenshare.reading.context import Context
from burdenshare.reading.found_subjects import Found, is_foreign
from burdenshare.reading.lines_met import met_line
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.seen_lines import definite_target, seen_as_a_line
from burdenshare.reading.tables import word_list
from burdenshare.reading.whose_aims import of_a_nationality, of_what_was_agreed, what_all_aim_for

_PLANS = word_list("planning_verbs")


def target_owner(context: Context) -> Found | None:
    """Whose target it is: `Britain's 2.5 % target`, `Poland plans to spend`; not the one who merely speaks of it."""
    if _pledged_abroad(context) or context.before(1) == ["our"]:
        return None
    led = led_by_its_head(context)
    if led is not None:
        return led
    found = context.subject()
    if found is not None and _led_in_behind(context, found.first):
        found = None
    aimed = _aimed_for(context) or of_a_nationality(context) or what_all_aim_for(context)
    aimed = aimed or of_what_was_agreed(context, found)
    if aimed is not None:
        return aimed
    if found is not None and found.carried and (_OF_ALL & context.parsed.words or seen_as_a_line(context)):
        found = None  # "In future 2 % will be no target but a floor", whatever country was spoken of
    if found is not None and found.carried and some_of_them(context):
        found = None
    if (found is None or found.carried) and _both_parts(context):
        return None
    laid_down = _laid_down_in(context)
    if laid_down is not None:
        return laid_down
    given = [s for s in context.parsed.subjects if found is not None and s.first == found.first]
    if found is not None and not found.carried and given and _vowed_to(context, given[0]):
        found = None
    if found is None or (found.carried and not (context.cue_before("future") or "country" in context.after(8))):
        return _country_told_of(context)
    tokens = context.parsed.tokens
    if found.last > context.quantity.first:
        owned = tokens[found.first - 1].low in ("for", "by") and not _wished_by(context, found.first)
        owned = owned and not _judged_for(context, found.first)
        return found if owned else None
    beside = context.quantity.first - found.last <= 3
    owner_noun = beside and tokens[found.last - 1].possessive and found.entities[0] not in ("NATO", "EUR", "EUR_CAN")
    following = [t.low for t in tokens[found.last : context.quantity.first]]
    if (
        _there_already(context, found.last)
        or _the_target_is(context, found.last)
        or _asked_of_others(following)
        or _turned_down(context, found.last)
    ):
        return None
    if not owner_noun and definite_target(context) and not _vows(context, found, following):
        return None  # "the United States need not reach the 5 % target": the alliance's target all the same
    if owner_noun or found.carried or found.last == context.quantity.first or any(word in _PLANS for word in following):
        return found
    return None


def _both_parts(context: Context) -> bool:
    """`The proposal divides it into 3.5 % and 1.5 %`: the parts of what all agreed on, whatever ally was spoken of."""
    return {3.5, 1.5} <= {q.number.value for q in context.parsed.quantities if q.unit == "%"}


def _laid_down_in(context: Context) -> Found | None:
    """`The commitment to spend 2 % is enshrined in Germany's security strategy`: whose paper it stands in."""
    parsed, end = context.parsed, context.quantity.core[1]
    at = next((i for i in range(end, min(end + _LAID_WITHIN, len(parsed.lows) - 1)) if parsed.lows[i] in _LAID), None)
    if at is None:
        return None
    for s in parsed.subjects:
        if s.entity in context.calendar.allies and s.possessive and at < s.first <= at + 4:
            return Found((s.entity,), s.first, s.last) if "in" in parsed.lows[at : s.first] else None
    return None


_LAID_WITHIN = 8
_LAID = frozenset({"enshrined", "anchored", "written", "laid", "codified", "stipulated"})


def some_of_them(context: Context) -> bool:
    """`"Most of them are going to be contributing 5 percent," Mr. Trump said`: others than the one who speaks."""
    return ("of", "them") in pairwise(context.parsed.lows[: context.quantity.first])


def welcomed(context: Context) -> bool:
    """`America welcomes HMG's commitment to 2 %`: a pledge of somebody else's, whom the words do not name."""
    found = context.subject()
    if found is None or found.carried or found.entities[0] not in context.calendar.allies:
        return False
    behind = context.parsed.lows[found.last : context.quantity.first]
    return not _WELCOMING.isdisjoint(behind[:2]) and not _PLEDGES.isdisjoint(behind[1:])


_WELCOMING = frozenset({"welcomes", "welcomed", "praised", "praises", "applauds", "applauded", "hails", "hailed"})
_PLEDGES = frozenset({"commitment", "pledge", "promise", "decision", "plan", "plans", "vow", "announcement"})


def _aimed_for(context: Context) -> Found | None:
    """`NATO's new minimum comes a year after Poland started …, aiming for 5 % of GDP`: the one who aims for it."""
    lows, first = context.parsed.lows, context.quantity.first
    at = next((i for i in range(first - 1, max(0, first - _CLOSE), -1) if lows[i] in _AIMING), None)
    if at is None or lows[at - 1] != ",":
        return None
    named = [s for s in context.parsed.subjects if s.last < at and s.kind != "pronoun"]
    if len(named) < 2 or named[-1].entity not in context.calendar.allies or named[-1].possessive:
        return None
    return Found((named[-1].entity,), named[-1].first, named[-1].last) if named[0].entity == "NATO" else None


_AIMING = frozenset({"aiming", "hoping", "planning", "striving", "pushing"})
_CLOSE = 6
"""Tokens between who aims and the share: `aiming for a 5-percent-of-GDP allocation`."""


def bloc_of_allies(context: Context, owner: Found) -> bool:
    """`He wanted the bloc's members to spend 5 percent`, behind a sentence on the alliance and none on the Union."""
    back, front = context.previous, context.parsed.lows[max(0, owner.first - 1) : owner.last]
    if owner.entities != ("EU",) or back is None or not any(low.startswith("bloc") for low in front):
        return False
    told = {s.entity for s in (*back.subjects, *context.parsed.subjects) if s.first != owner.first}
    return "NATO" in {s.entity for s in back.subjects} and "EU" not in told


def _vowed_to(context: Context, subject: SubjectMention) -> bool:
    """`a strong commitment to NATO, aiming to raise spending to 3.5 %`: to whom it is given, and not who gives it."""
    front = context.parsed.lows[max(0, subject.first - 3) : subject.first]
    front = front[:-1] if front[-1:] == ["the"] else front
    return subject.entity == "NATO" and front[-1:] == ["to"] and bool(_VOWS & set(front[-2:-1]))


_VOWS = frozenset(
    {"commitment", "commitments", "pledge", "pledges", "obligation", "obligations", "promise", "contribution"}
)


def _wished_by(context: Context, first: int) -> bool:
    """`a 5 % goal called for by U.S. President Donald Trump`: who wants it, not who is to reach it."""
    front = context.parsed.lows[max(0, first - 3) : first]
    return front[-1:] == ["by"] and (front[:2] == ["called", "for"] or bool(_WISHED & set(front[-2:-1])))


def _judged_for(context: Context, first: int) -> bool:
    """`the 5 % requirement would be unnecessary for Spain`: what it would mean to an ally, told by a verb, and no goal
    of its own."""
    between = context.parsed.lows[context.quantity.core[1] : first - 1]
    return definite_target(context) and not _BEING.isdisjoint(between)


_BEING = frozenset({"is", "was", "be", "are", "were", "been", "seems", "remains", "means", "meant"})


_WISHED = frozenset({"demanded", "sought", "requested", "proposed", "wanted", "floated", "urged", "pushed"})


def _the_target_is(context: Context, start: int) -> bool:
    """`Poland will spend 3 %, while the target spending rate is 2 %`: a new subject, the alliance's target."""
    tokens = context.parsed.tokens
    for first, last in context.parsed.cues.spans("target", start, context.quantity.first):
        front = tokens[first - 1].low if first else ""
        behind = [t.low for t in tokens[last : context.quantity.first]]
        if front in ("the", "nato's", "alliance's") and len(behind) <= 4 and {"is", "was", "stands"} & set(behind):
            return True
    return False


def _there_already(context: Context, start: int) -> bool:
    """`Greece managed last year to meet the spending target of 2 %`: the line that it met is the alliance's."""
    lows, first = context.parsed.lows, context.quantity.first
    spans = [a for a, b in context.parsed.cues.spans("target", max(start, first - 4), first) if b < first]
    if met_line(context) == "met":
        return True
    return bool(spans) and not _MANAGED.isdisjoint(lows[start : spans[-1]])


_MANAGED = frozenset({"managed", "succeeded"})


def _turned_down(context: Context, start: int) -> bool:
    """`Canada will not meet the alliance's benchmark of spending 2 %`: no pledge of the one who will not, but the line
    that it will not meet."""
    lows, first = context.parsed.lows, context.quantity.first
    spans = [(a, b) for a, b in context.parsed.cues.spans("target", max(start, first - 4), first) if b < first]
    return bool(spans) and not _NOT.isdisjoint(lows[start : spans[-1][0]])


_DEMANDING = word_list("demanding_verbs")
_OTHERS = frozenset({"members", "allies", "countries", "nations", "partners", "others", "europeans", "states"})


def _asked_of_others(words: list[str]) -> bool:
    """`The US leader is demanding all the other members increase`: what one asks of the others is not his own."""
    at = next((i for i, word in enumerate(words) if word in _DEMANDING), None)
    return at is not None and bool(_OTHERS & set(words[at : at + 8]))


_VOWING = word_list("vowing_verbs")
_REACHING = word_list("reaching_verbs")
_NOT = frozenset({"not", "never", "no", "need", "without", "refused", "rejected", "n't"})


def _an_ally(found: Found) -> bool:
    return all(len(entity) == 3 and entity != "EUR" for entity in found.entities)


def _vows(context: Context, found: Found, words: list[str]) -> bool:
    """`Canada is on a clear path to hit`, `Norway will meet`: a promise of its own behind the ally's name."""
    if not _an_ally(found) or _another_percentage(context, found.last, words):
        return False
    return bool(_VOWING & set(words) and _REACHING & set(words)) and not _NOT & set(words)


def _another_percentage(context: Context, start: int, words: list[str]) -> bool:
    """Another figure stands between the ally and its vow's own figure: behind the vow, or without one behind it."""
    others = [
        q.core[1]
        for q in context.parsed.quantities
        if q is not context.quantity and start <= q.core[0] < context.quantity.first
    ]
    behind = words[max(others) - start :] if others else words
    return bool(others) and not _VOWING & set(behind)


_OF_ALL = frozenset({"leaders", "allies", "members", "collectively"})
_HOME = word_list("words_of_a_country_at_home")
_SPENT = frozenset({"spending", "expenditure", "outlays"})
"""In front of the figure: `Defence spending is set to rise to 2.5 %`, `will help bring military spending to 4 %`."""


def _country_told_of(context: Context) -> Found | None:
    """`The aim was to increase spending to 3.5 %`, in a text that speaks of Sweden and names nobody else here."""
    topic, parsed = context.topic, context.parsed
    named = any(
        s.entity in context.calendar.bearers or s.entity in ("NATO", "EU")
        for s in parsed.subjects
        if s.kind != "pronoun" and not _led_in_behind(context, s.first) and not _vowed_to(context, s)
    )
    told = topic.block >= 0  # else no figure was told yet, and the country is the one the text began with
    if seen_as_a_line(context) or the_alliance_asks(context) or _current_line(context):
        return None
    if _OF_ALL & parsed.words:
        return None  # "leaders will approve the commitment to increase spending collectively to 5 %"
    governed = _governed(context)
    if governed and not (topic.country and topic.country != governed):
        return Found((governed,), context.quantity.first, context.quantity.first, carried=True)
    own = topic.measure == "guideline" and context.quantity.number.value not in _AGREED_ON  # "the 3 % target" it set
    known = definite_target(context) and not own
    far = told and parsed.sentence.block - topic.block > 2 and topic.country != topic.home
    if named or not topic.country or far or known:
        return None
    if topic.subject not in ((), (topic.country,)):
        return None
    if own and definite_target(context):
        return Found((topic.country,), context.quantity.first, context.quantity.first, carried=True)
    words = {token.low for token in parsed.tokens}
    if not (_HOME & words or _SPENT & set(parsed.lows[: context.quantity.first])) or not (
        context.cue_before("future") or words & {"aim", "goal", "plan", "target"}
    ):
        return None
    return Found((topic.country,), context.quantity.first, context.quantity.first, carried=True)


def _current_line(context: Context) -> bool:
    """`the aim of exceeding the current guideline of 2 %`: the one in force, which is the alliance's."""
    front = context.before(_CURRENT_WITHIN)
    if front[-1:] != ["of"] or context.quantity.number.value != _IN_FORCE or _CURRENT.isdisjoint(front):
        return False
    return context.parsed.cues.has("target", context.quantity.first - 2, context.quantity.first - 1)


_CURRENT_WITHIN = 5
_CURRENT = frozenset({"current", "existing", "present", "today", "today's"})
_IN_FORCE = 2.0


def _governed(context: Context) -> str:
    """`Keir Starmer dodged demands for a commitment to spend 3 %`, `Merz has signalled a willingness to spend 3 %`: the
    ally that the one person who opens the sentence governs, where no other ally or alliance is named; a president of
    the United States asks it of others."""
    parsed = context.parsed
    persons = [p for p in parsed.persons if p.last <= context.quantity.first]
    if len(persons) != 1 or persons[0].first > _OPENING or definite_target(context):
        return ""
    behind = [low for low in parsed.lows[persons[0].last : persons[0].last + 4] if low not in _HELPING]
    if behind[:1] and behind[0] in _SPEAKING:
        return ""
    homes = {context.calendar.serves(name) for name in persons[0].candidates}
    home = homes.pop() if len(homes) == 1 else ""
    others = {s.entity for s in parsed.subjects if s.kind != "pronoun"} - {home}
    asked = parsed.cues.has("member_nouns", 0, len(parsed.tokens)) or others & {"NATO", "EU", "EUR", "EUR_CAN"}
    if asked or others & context.calendar.bearers or home == "USA":
        return ""
    return home if home in context.calendar.allies else ""


_OPENING = 4
"""Tokens within which a person opens a sentence: `The Prime Minister Keir Starmer`."""
_HELPING = frozenset({"has", "had", "also", "will", "would", "repeatedly", "recently", "again", "is", "was", "been"})
_SPEAKING = word_list("saying_verbs") | word_list("claiming_verbs") | word_list("demanding_verbs")
"""Behind one of these a person may speak of others."""


def somebody_elses(context: Context, near: bool) -> bool:
    """No owner was found, yet the words name one ally or a country outside: it is not the alliance's target."""
    if context.foreign_body() or _opens_abroad(context):
        return True
    found = context.subject()
    ally = found is not None and not found.carried and len(found.entities[0]) == 3 and found.entities[0] != "EUR"
    return ally and not near


def _led_in_behind(context: Context, first: int) -> bool:
    """`is set to rise to 2.5 % by 2027, with broader NATO talks expected`: an aside behind the figure owns nothing."""
    end, lows = context.quantity.core[1], context.parsed.lows
    if first <= end or "," not in lows[end:first]:
        return False
    comma = max(i for i in range(end, first) if lows[i] == ",")
    return lows[comma + 1] in _ASIDE


_ASIDE = word_list("aside_openers")


_PLEDGED = word_list("planning_verbs") | word_list("vowing_verbs") | {"promised", "pledged", "told"}


def _pledged_abroad(context: Context) -> bool:
    """`Austria has promised NATO to spend 2 percent`: the pledge of a country outside, whoever it is given to."""
    parsed = context.parsed
    opener = parsed.subjects[0] if parsed.subjects else None
    if opener is None or opener.first > 1 or not is_foreign(parsed, opener, context.calendar.bearers):
        return False
    return bool(_PLEDGED & set(parsed.lows[opener.last : opener.last + 3]))


def _opens_abroad(context: Context) -> bool:
    """`Australia's Albanese pointed to a 2.3 % goal`: the sentence begins with a country outside the alliance."""
    opener = context.parsed.subjects[0] if context.parsed.subjects else None
    return _pledged_abroad(context) or (
        opener is not None
        and opener.first <= 1
        and opener.entity not in context.calendar.bearers
        and opener.entity not in ("PRONOUN", "AMBIGUOUS")
        and not any(s.entity == "NATO" for s in context.parsed.subjects)
    )


_AGREED_ON = (1.5, 2.0, 3.5, 5.0)
"""Shares that the alliance has agreed on; another that is told as known is somebody's own."""
_ASKED = (*_AGREED_ON, 2.5, 3.0, 3.7, 4.0)
"""Shares that somebody has asked of all; another one is nobody's where no words speak of allies."""


def of_nobody_known(context: Context) -> bool:
    """`This would undershoot the target of 1.4 % by 2020`: no goal of the alliance, and whose is not said."""
    parsed = context.parsed
    allied = any(s.entity in ("NATO", "EUR", "EUR_CAN", "EU") for s in parsed.subjects)
    allied = allied or parsed.cues.has("member_nouns", 0, len(parsed.lows)) or bool(parsed.persons)
    first = context.quantity.first
    goal = any(b == first - 1 for _, b in parsed.cues.spans("target", max(0, first - 4), first))
    return goal and parsed.lows[first - 1] == "of" and context.quantity.number.value not in _ASKED and not allied
