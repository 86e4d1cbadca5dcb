"""What a text speaks of from sentence to sentence: the measure, the owner, the year, the country that `it` means."""

from __future__ import annotations

from collections.abc import Iterable

from burdenshare.reading.context import Calendar
from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.held_against import told_as_a_comparison
from burdenshare.reading.industry.marks import firms_in
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Kind
from burdenshare.reading.parse import Parsed
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import word_list
from burdenshare.reading.vague_times import year_in_an_aside

_STRANGERS = frozenset({"RUS", "CHN", "UKR", "IRN", "PRK", "BLR"})
"""Countries outside the alliance: no figure without an owner is carried over to them."""
_SHARES = frozenset({"share_of_gdp", "guideline", "allies_at_guideline", "fraction_at_guideline"})
_COUNTS = frozenset({"allies_at_guideline", "fraction_at_guideline"})
_MONEY = frozenset({"expenditure", "expenditure_growth", "extra_expenditure", "expenditure_change"})
_SERIES = _SHARES | _MONEY | {"aid", "equipment_share"}


def drafts_topic(topic: Topic, drafts: Iterable[Draft], parse: Parsed) -> Topic:
    """The topic after the statements read so far in this sentence."""
    for draft in drafts:
        if draft.measure in _SERIES:
            topic = _after(topic, draft, parse)
    return topic


def _after(topic: Topic, draft: Draft, parse: Parsed) -> Topic:
    block = parse.sentence.block
    foretold = draft.kind is Kind.PROMISE and draft.period_from != "relative"  # "will invest … this year" dates a topic
    told = not draft.comparison and not foretold and len(draft.period) == 4 and not year_in_an_aside(parse, draft)
    told = told and not told_as_a_comparison(parse, draft.focus[0])  # "23 met it, compared to 10 in 2023 and 7 in 2022"
    subject = topic.subject if draft.ours else draft.subject  # whose "we" is, only the speaker tells
    one = subject[0] if len(subject) == 1 and not draft.ours else ""
    return replaced(
        topic,
        measure=draft.measure,
        subject=subject,
        holes=draft.holes & {"group"},
        period=draft.period if told else topic.period,
        period_from=draft.period_from if told else topic.period_from,
        counted_at=block if draft.measure in _COUNTS else topic.counted_at,
        threshold=draft.threshold or _threshold(draft) or topic.threshold,
        block=block,
        country=one if len(one) == 3 and one != "EUR" else topic.country,
        shares_at=block if draft.measure in _SHARES else topic.shares_at,
        money_at=block if draft.measure in _MONEY else topic.money_at,
        likely=draft.likely,
        series=(() if draft.likely or _STRANGERS & {*draft.subject} else draft.subject)
        if draft.measure in _MONEY
        else topic.series,
    )


def behind_a_list(before: Topic, after: Topic, drafts: Iterable[Draft]) -> Topic:
    """`… well behind Poland (4.12), Estonia (3.43) and Greece (3.08). The government wants 3 %`: the last of a list is
    not whom the text speaks of."""
    listed = {draft.subject for draft in drafts if draft.measure == after.measure and len(draft.subject) == 1}
    if len(listed) < _A_LIST or after.subject not in listed:
        return after
    return replaced(after, subject=(), country=before.country)


def next_topic(before: Topic, after: Topic, drafts: Iterable[Draft], parse: Parsed, calendar: Calendar) -> Topic:
    """What the text speaks of behind a sentence: as the sentence left it, but for those only held against it."""
    if _only_beyond(parse):
        return replaced(after, subject=before.subject, country=before.country)
    return turned(behind_a_list(before, after, drafts), parse, calendar)


def _only_beyond(parse: Parsed) -> bool:
    """`Belgium spent 1.1 %. Only Luxembourg scores lower, at 0.7 %.`: still on Belgium."""
    if parse.lows[:1] != ["only"] or not parse.subjects or parse.subjects[0].first > 2:
        return False
    return not _BEYOND.isdisjoint(parse.lows[parse.subjects[0].last : parse.subjects[0].last + _BEYOND_REACH])


_BEYOND = frozenset({"lower", "higher", "less", "more", "worse", "better", "behind", "ahead"})
_BEYOND_REACH = 8
"""Tokens behind the first of them: `and Estonia at present spend more`."""


_A_LIST = 3
"""Countries with a figure each in one sentence."""


def _threshold(draft: Draft) -> float | None:
    return draft.value.central if draft.measure == "guideline" and draft.value is not None else None


def turned(topic: Topic, parse: Parsed, calendar: Calendar) -> Topic:
    """The ally a sentence opens with is what `it` and `the country` mean in the next one."""
    if parse.tokens and parse.tokens[-1].text == ":":
        heads = [p for p in parse.periods if p.source == "explicit" and len(p.value) == 4]
        if heads:  # "The 2023 figures that matter:" dates the list below it
            topic = replaced(topic, period=heads[0].value, period_from="explicit", block=parse.sentence.block)
    then = _told_year(parse)
    if then:  # "In 1988 the Soviet Union spent 15.8 % of GDP on defence. In response, Italy spent 2.3 %"
        topic = replaced(topic, period=then, period_from="explicit", block=parse.sentence.block)
    cues = parse.cues.hits
    here: dict[str, object] = {}
    if "defence" in cues and ("spending" in cues or "target" in cues):
        here["defence_at"] = parse.sentence.block
    if "aid" in cues or "foreign_aid" in cues:
        here["aid_at"] = parse.sentence.block
    if "other_source" in cues:
        here["others_at"] = parse.sentence.block
    if "nato_source" in cues:
        here["own_at"] = parse.sentence.block
    if "common_budget" in cues:
        here["common_at"] = parse.sentence.block
    firms = firms_in(parse)
    if firms:  # of two of them none is "the company"
        here["firm_at"], here["firm"] = parse.sentence.block, min(firms) if len(firms) == 1 else ""
    if here:
        topic = replaced(topic, **here)
    if not parse.subjects and not parse.persons:
        return topic
    named = [
        s
        for s in parse.subjects
        if s.entity in calendar.allies
        and s.names_a_body
        and s.first <= 6
        and s.kind not in ("capital", "metonym")
        and parse.lows[max(s.first, 1) - 1] not in _MEASURED_BY
        and not (s.entity == "USA" and _OFFICES & set(parse.lows[s.last : s.last + 1]))
        and not _meeting_place(parse, s)
    ]
    if len({s.entity for s in named}) == 1:
        if _speaks_of_it(parse, named[0].last):
            topic = replaced(topic, subject=(), series=())  # "Germany is a case in point. Though it spends more …"
        return replaced(topic, country=named[0].entity)
    if not named and _all_agree(parse):
        return replaced(topic, country=topic.home)
    if not named and parse.subjects and parse.subjects[0].entity == "OTHER" and parse.subjects[0].first <= 2:
        return replaced(topic, country="", series=())  # "Saudi Arabia was the largest … Its military spending"
    titles = [person.title for person in parse.persons if person.title is not None and not person.title.former]
    offices = {title.entity for title in titles if title.entity in calendar.allies}
    opened = len(parse.persons) > 0 and parse.persons[0].first <= _OPENING
    placed = [s for s in parse.subjects if not (opened and _a_place(parse, s))]
    others = {s.entity for s in placed if s.entity in calendar.bearers} - offices
    if len(offices) == 1 and not others:  # "…, Canadian Prime Minister Justin Trudeau said. The country spent …"
        speaks = topic.country if offices == {"USA"} else min(offices)  # the American president speaks of others
        return replaced(topic, country=speaks, subject=(), block=parse.sentence.block)
    now = [s for s in parse.subjects if s.entity in calendar.allies and s.names_a_body and _turned_to(parse, s.first)]
    return replaced(topic, country=now[-1].entity) if now else topic


def _meeting_place(parse: Parsed, subject: SubjectMention) -> bool:
    """`Looking ahead to a summit in the Netherlands`: where they meet, and nobody whom the text speaks of."""
    front = parse.lows[max(0, subject.first - 3) : subject.first]
    front = front[:-1] if front[-1:] == ["the"] else front
    return front[-1:] == ["in"] and not _MEETING.isdisjoint(front[:-1])


_OFFICES = frozenset({"president", "vice", "secretary", "defense", "ambassador", "senator"})
"""Behind the name of the United States: `USA's President has mentioned 5 %` turns the text to nobody."""


def _all_agree(parse: Parsed) -> bool:
    """`We welcomed Montenegro. In 2014, Allies pledged to stop cuts. And move towards 2 %.`: from here on the text
    speaks of what all of them do, and no more of the ally named before."""
    if _AGREEING.isdisjoint(parse.words):
        return False
    return any(
        s.entity == "NATO"
        and s.first <= _BEHIND_A_YEAR
        and parse.lows[s.last : s.last + 1] != []
        and parse.lows[s.last] in _AGREEING
        for s in parse.subjects[:1]
    )


_AGREEING = word_list("agreeing_verbs") | {"pledged", "committed", "promised", "vowed"}
_BEHIND_A_YEAR = 4
"""Tokens in front of whoever opens the sentence: `In 2014, Allies pledged`."""


def _a_place(parse: Parsed, subject: SubjectMention) -> bool:
    """`Belgian prime minister Bart De Wever arrived in Paris`, `at the NATO summit`: where something is, and nobody
    who is told of."""
    if subject.entity == "NATO":
        return not _MEETING.isdisjoint(parse.lows[subject.last : subject.last + 1])
    return subject.kind in ("capital", "metonym") and parse.lows[max(subject.first, 1) - 1] in _PLACING


_OPENING = 4
"""Tokens within which whoever a sentence tells of is named: `Belgian prime minister Bart De Wever`."""
_MEETING = frozenset({"summit", "meeting", "gathering", "headquarters"})
_PLACING = frozenset({"in", "to", "at", "from", "near"})
_MEASURED_BY = word_list("measured_by")
_BEING = frozenset({"is", "was", "remains", "remained", "has", "had"})


def _speaks_of_it(parse: Parsed, last: int) -> bool:
    """Whether a sentence without any figure says something of the one it opens with, and of nobody else."""
    figures = any(q.unit or q.number.digits for q in parse.quantities)
    alone = not any(s.first >= last and s.names_a_body for s in parse.subjects)
    return not figures and alone and parse.lows[last : last + 1] != [] and parse.lows[last] in _BEING and last <= 3


_TURNING = word_list("turning_to")
_TURNING_LAST = frozenset(phrase.split()[-1] for phrase in _TURNING)


def _turned_to(parse: Parsed, at: int) -> bool:
    """`The same goes for Poland`, `Take Canada.`, `Eleven meet it, but Canada still isn't close.`: the ally that the
    next sentence speaks of."""
    if not at:
        return False
    if parse.lows[at - 1] in _SETTING_APART and parse.lows[at + 1 : at + 2] and parse.lows[at + 1] in _IS_NOT:
        return True
    if parse.lows[at - 1] not in _TURNING_LAST:
        return False
    front = parse.text(max(0, at - 3), at)
    return any(front == phrase or front.endswith(" " + phrase) for phrase in _TURNING)


_SETTING_APART = frozenset({"but", "yet"})
_IS_NOT = frozenset({"is", "isn't", "still", "does", "doesn't", "has", "hasn't", "remains", "lags", "falls", "trails"})


_STATISTICS = frozenset({"data", "figures", "numbers", "statistics", "estimates"})
_SPENT = frozenset({"spent", "devoted", "allocated"})


def _told_year(parse: Parsed) -> str:
    """The year that a sentence in the past tense opens with, where it tells a sum or a share that was spent."""
    if not _STATISTICS.isdisjoint(parse.words):
        for p in parse.periods:  # "2023 data reveal that not all have met it"
            dated = p.source == "explicit" and len(p.value) == 4
            if dated and not _STATISTICS.isdisjoint(parse.lows[p.last : p.last + 2]):
                return p.value
    if _SPENT.isdisjoint(parse.words):
        return ""
    opener = next((p for p in parse.periods if p.first <= 2 and p.role == "in" and p.source == "explicit"), None)
    figure = any(q.unit and q.unit not in ("times", "ordinal", "pp", "bp") for q in parse.quantities)
    return opener.value if opener is not None and len(opener.value) == 4 and figure else ""
