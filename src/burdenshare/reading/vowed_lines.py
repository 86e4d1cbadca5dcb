"""Whose promise it is to come up to the alliance's line: `Canada will hit NATO's requirement to spend 2 %` is no
guideline of the alliance for a new year, it is what one ally says it will do."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import word_list

_REACHING = word_list("reaching_verbs") - {"spend"}
_RISING = frozenset({"rise", "climb", "grow", "increase", "return", "go", "get", "move"})
_WILL = frozenset({"will", "'ll", "would", "shall"})
_VOWING = word_list("vowing_verbs") | {"hopes", "hoped", "hoping", "hope", "intend", "seeks", "promising", "pledging"}
_VOWS = frozenset({"plan", "plans", "pledge", "promise", "decision", "commitment", "vow", "goal", "ambition", "aim"})
_WHOSE = frozenset({"nato", "alliance", "organization", "organisation", "bloc", "pact"})
_LINES = (
    word_list("target_names") | {"mark", "requirement", "floor", "minimum", "margin", "demand"} | {"standard", "level"}
)
_BETWEEN = (
    _LINES
    | _WHOSE
    | frozenset(
        {"the", "a", "of", "to", "at", "least", "minimum", "spend", "spending", "on", "that", "asking", "'", "’"}
    )
    | frozenset({"defence", "defense", "military", "investment", "expenditure", "budget", "recommended", "own", "long"})
    | frozenset({"gdp", "agreed", "investing", "allocating", "allocate", "members", "-", "(", "“", '"', "'s", "for"})
)
_NOT = frozenset(
    {
        "not",
        "never",
        "no",
        "cannot",
        "n't",
        "if",
        "must",
        "should",
        "unless",
        "whether",
        "fails",
        "refuses",
        "exempt",
        "exempted",
        "excused",
    }
)
_PRONOUNS = frozenset({"it", "we", "government", "country", "cabinet", "coalition", "administration", "ministry"})
_REACH = 12
"""Tokens between the verb of reaching and the share: `meet NATO's military investment benchmark of`."""
_FRONT = 5
"""Tokens in front of that verb within which the word of vowing stands: `plans next year to meet`."""
_NEAR = 4
"""Tokens between the ally and its word of vowing: `Canada's government on Monday plans`."""


def vowed_by(context: Context, draft: Draft | str) -> Draft | str:
    """The goal of the alliance that somebody vows to come up to, as that one's own."""
    if isinstance(draft, str):
        return draft
    draft = _of_the_alliance(context, draft)
    promised = draft.measure == "guideline" and draft.kind is Kind.PROMISE
    if not promised or draft.subject not in _OPEN or draft.ours:
        return draft
    vower = _told_just_before(context, draft) or _goes_on(context, draft)
    vower = vower or who_vows_the_line(context) or _in_line(context) or _the_countrys(context)
    if vower is None or draft.modality is Modality.HYPOTHETICAL:
        return draft
    sure = not vower.carried
    return replaced(draft, subject=vower.entities, likely=draft.likely and not sure)


def _of_the_alliance(context: Context, draft: Draft) -> Draft:
    """`the EU's push and a new NATO target of raising spending to 5 %`: the target of the one named right in front of
    it, whatever group stands further off; and 3.5 or 5 % of the whole alliance is nobody's level."""
    group = draft.subject in (("EU",), ("EUR",))
    if draft.measure == "guideline" and group and _names_the_line(context):
        return replaced(draft, subject=("NATO",))
    if draft.measure == "guideline" and draft.subject == ("USA",) and _called_for(context):
        return replaced(draft, subject=("NATO",), modality=Modality.DEMAND, likely=True)
    level = draft.measure == "share_of_gdp" and draft.kind is Kind.FACT and draft.subject == ("NATO",) and draft.likely
    if level and draft.value is not None and draft.value.central in _NEVER_SPENT and draft.period_from != "explicit":
        return replaced(draft, kind=Kind.PROMISE, measure="guideline", period="", period_from="")
    return draft


def _called_for(context: Context) -> bool:
    """`The US has repeatedly called for defense spending to rise to 5 %`: what it asks of the others, whose it does not
    say; its own it would call so."""
    lows, first = context.parsed.lows, context.quantity.first
    if _CALLING.isdisjoint(context.parsed.words) or not _OWN.isdisjoint(lows[:first]):
        return False
    at = next((i for i in range(first - 1, 0, -1) if lows[i] in _CALLING), -1)
    return at > 0 and lows[at + 1 : at + 2] == ["for"] and first - at <= _REACH


_CALLING = frozenset({"called", "calls", "calling", "pushed", "pushing", "pressed", "pressing", "lobbied", "advocated"})
_OWN = frozenset({"its", "own", "our", "america's", "american"})
_NEVER_SPENT = (1.5, 3.5, 5.0)
"""Shares of GDP that the alliance as a whole has agreed to reach and has never spent since the record begins."""


def _names_the_line(context: Context) -> bool:
    """Whether `NATO target of raising defence spending to` stands right in front of the figure."""
    lows, first = context.parsed.lows, context.quantity.first
    for s in context.parsed.subjects:
        if s.entity != "NATO" or not 0 < first - s.last <= _REACH:
            continue
        between = lows[s.last : first]
        noun = next((i for i, word in enumerate(between[:3]) if word in _LINES), None)
        if noun is not None and between[noun + 1 : noun + 2] in (["of"], ["to"]) and "," not in between:
            return True
    return False


def _told_just_before(context: Context, draft: Draft) -> Found | None:
    """`to reach NATO's 2 percent benchmark – 2 percent of GDP – by 2018`: the line of the one who vowed, told again."""
    told, first = (context.earlier[-1] if context.earlier else None), context.quantity.first
    again = told is not None and told.measure == draft.measure and told.value == draft.value
    if told is None or not again or told.kind is not draft.kind or len(told.subject) != 1:
        return None
    near = 0 < first - told.focus[1] <= _NEAR and not _DASHES.isdisjoint(context.before(2))
    return Found(told.subject, first, first, carried=True) if near else None


def _goes_on(context: Context, draft: Draft) -> Found | None:
    """`Latvia must ensure 4 % next year, and in the coming years aim for 5 %`, `to 2 % by 2029, in line with NATO's
    goals, and to 2.5 % by 2034`: a larger share joined to one ally's plan, with nobody else named between."""
    told, first = (context.earlier[-1] if context.earlier else None), context.quantity.first
    if told is None or told.measure != draft.measure or told.kind is not draft.kind or len(told.subject) != 1:
        return None
    end, lows = told.focus[1], context.parsed.lows
    between = lows[end:first]
    if told.subject[0] not in context.calendar.allies or "and" not in between or len(between) > _JOINED_WITHIN:
        return None
    if draft.value is None or told.value is None or draft.value.central <= told.value.central:
        return None
    if between[-1:] not in (["for"], ["to"], ["reach"], ["at"]) or not _OTHERS.isdisjoint(between):
        return None
    others = [s for s in context.parsed.subjects if end <= s.first < first and s.kind != "pronoun"]
    if any(not whose_rules(lows, s.first) for s in others):
        return None
    return Found(told.subject, first, first, carried=True)


_JOINED_WITHIN = 14
_OTHERS = frozenset({"allies", "members", "countries", "that", "than", "target", "who", "which", "while", ";"})


def _the_countrys(context: Context) -> Found | None:
    """`spending is projected to account for about 2.5 per cent of the country's GDP`: no line of the alliance."""
    behind = context.after(4)
    if behind[:2] == ["of", "its"] or behind[:3] != ["of", "the", "country"]:
        return None
    named = {s.entity for s in context.parsed.subjects if s.entity in context.calendar.allies}
    first = context.quantity.first
    return Found((named.pop(),), first, first, carried=True) if len(named) == 1 else _spoken_of(context)


def whose_rules(lows: list[str], first: int) -> bool:
    """`in accordance with NATO obligations`: whose rules they are, and not who is asked."""
    front = [word for word in lows[max(0, first - 4) : first] if word != "the"]
    return front[-1:] == ["with"] and not _ACCORDING.isdisjoint(front)


_ACCORDING = frozenset({"accordance", "line", "keeping", "compliance", "accord"})


def _in_line(context: Context) -> Found | None:
    """`De Wever plans to boost spending to 2 %, in accordance with NATO obligations`: a plan that follows the rules of
    the alliance is one ally's own: that of the ally named, of whom the person governs, or whom the text is of."""
    parsed, first = context.parsed, context.quantity.first
    if _ACCORDING.isdisjoint(parsed.words) or _OF_ALL & parsed.words:
        return None
    named = [s for s in parsed.subjects if s.kind != "pronoun" and not whose_rules(parsed.lows, s.first)]
    if len(named) == len(parsed.subjects) or any(s.entity not in context.calendar.allies for s in named):
        return None
    persons = [p for p in parsed.persons if p.last <= first]
    homes = {s.entity for s in named} or {context.calendar.serves(name) for p in persons for name in p.candidates}
    if len(homes) != 1 or "USA" in homes:
        return None if homes else _spoken_of(context)
    home = homes.pop()
    return Found((home,), first, first, carried=True) if home in context.calendar.allies else None


_OF_ALL = frozenset({"allies", "members", "leaders", "countries", "nations", "states", "governments"})
_OPEN = (("NATO",), ())


def who_vows_the_line(context: Context) -> Found | None:
    """The ally that says it will come up to the alliance's line; empty entities where somebody vows and nothing tells
    who; None where nobody does."""
    parsed, lows = context.parsed, context.parsed.lows
    if _WHOSE.isdisjoint(parsed.words) or (_REACHING.isdisjoint(parsed.words) and _RISING.isdisjoint(parsed.words)):
        return None
    at = _verb_of_reaching(context)
    if at < 0:
        return None
    vow = _vow_before(lows, at)
    if vow < 0 or "that" in lows[vow:at] or not _NOT.isdisjoint(lows[max(0, vow - 3) : at]):
        return None
    named = [s for s in parsed.subjects if s.first < vow and s.kind != "pronoun" and not _beside(context, s)]
    nearest = named[-1] if named else None
    if nearest is not None and nearest.last >= vow - _NEAR:
        return _one_ally(context, nearest, named, vow)
    front = lows[max(0, vow - _NEAR) : vow]
    if "your" in front or not _PRONOUNS.isdisjoint(front):
        return _spoken_of(context)
    led = lows[vow] in _VOWS and bool({"with", "and", ","} & set(front[-2:]))
    allies = {s.entity for s in named if s.entity in context.calendar.allies}
    if led and len(allies) == 1 and {s.entity for s in named} == allies:
        return Found((allies.pop(),), named[-1].first, named[-1].last)
    return None


def _verb_of_reaching(context: Context) -> int:
    """Where `meet` stands in front of `NATO's benchmark of 2 %`, with only words of the line between; -1 where not."""
    lows, first = context.parsed.lows, context.quantity.first
    low = max(0, first - _REACH)
    at = next((i for i in range(first - 1, low - 1, -1) if lows[i] not in _BETWEEN), -1)
    if at < 0:
        return -1
    end = context.quantity.core[1]
    behind = lows[end : end + 7]
    if lows[at] in _RISING and lows[at + 1 : at + 3] in (["to", "the"], ["to", "nato"]):
        line = next((i for i in range(end, min(end + 7, len(lows))) if lows[i] in _LINES), None)
        led = line is not None and lows[line + 1 : line + 3] in _SET_BY and not _WHOSE.isdisjoint(lows[line + 3 :][:2])
        return at if led or lows[at + 2] == "nato" else -1
    if lows[at] not in _REACHING or _WHOSE.isdisjoint(lows[at + 1 : first]):
        return -1
    return -1 if _LINES.isdisjoint([*lows[at + 1 : first], *behind]) else at


_SET_BY = (["required", "by"], ["set", "by"], ["demanded", "by"], ["agreed", "by"], ["recommended", "by"])


def _vow_before(lows: list[str], at: int) -> int:
    """Where the word of vowing stands in front of the verb: `hopes to meet`, `will finally meet`, `plan to meet`."""
    for i in range(at - 1, max(-1, at - _FRONT), -1):
        if lows[i] in _WILL:
            return i
        if lows[i] in _VOWING or lows[i] in _VOWS:
            return i if "to" in lows[i + 1 : at] or lows[at].endswith("ing") else -1
    return -1


def _one_ally(context: Context, nearest: SubjectMention, named: list[SubjectMention], vow: int) -> Found | None:
    """The ally right in front of its vow; not one of several that are named together."""
    lows = context.parsed.lows
    joined = len(named) > 1 and named[-2].last >= nearest.first - 2 and lows[nearest.first - 1] in ("and", ",", "or")
    if joined or nearest.entity not in context.calendar.allies or "that" in lows[nearest.last : vow]:
        return None
    return Found((nearest.entity,), nearest.first, nearest.last)


def _beside(context: Context, subject: SubjectMention) -> bool:
    """`most notably the United States`: named in an aside between dashes, and no one who vows."""
    lows = context.parsed.lows
    before, behind = lows[max(0, subject.first - 5) : subject.first], lows[subject.last : subject.last + 2]
    return not _DASHES.isdisjoint(before) and not _DASHES.isdisjoint(behind[:1])


_DASHES = frozenset({"—", "–", "-", "--", "("}) | {")"}


def _spoken_of(context: Context) -> Found:
    """`It hopes to meet NATO's benchmark`: the country the text is of; nobody where it is of none."""
    topic, first = context.topic, context.quantity.first
    of = topic.country or topic.home
    return Found((of,) if of in context.calendar.allies else (), first, first, carried=True)
