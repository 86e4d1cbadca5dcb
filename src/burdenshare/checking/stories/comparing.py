"""Do two answers to one question agree? A contradiction needs two sure statements that surely ask the same."""

from __future__ import annotations

from datetime import date, timedelta

from burdenshare.checking.model import Verdict
from burdenshare.checking.stories.asking import near, right_on_its_day
from burdenshare.checking.stories.limits import ONE_DAY_OUT, REVISED_LEVEL, UPDATED_AFTER
from burdenshare.checking.stories.model import Asked, Fit, Telling, Topic
from burdenshare.reading.model import Interval

Told = tuple[Telling, Asked]

REVISED = "each agrees, or nearly, with the record as it stood for it; official figures are revised"
NEAR_ENOUGH = "they differ by less than the official figures are revised from one edition to the next"
UPDATED = "told weeks apart, and the record refutes neither: the later may be the newer estimate"
OTHER_TARGET = "two proposals, made by different speakers or on different days"
SAME_SPEECH = "both report what {speaker} said on {day}"
OTHER_TIME = "one event, told at two times"
OTHER_PLACE = "one event, told at two places"
HOLDS = "on the record nothing changed between the two days"
SAME_DAY = "both speak of the same day"
SAME_QUESTION = "both answer the same question, and not alike"


def compare(one: Told, other: Told) -> tuple[Fit, str]:
    """How two tellings of one point go together, and why."""
    asked, compared = one[1], other[1]
    if asked.topic is Topic.OCCASION:
        fit, why = _occasions(one, other)
    elif asked.topic is Topic.OFFICE:
        same = asked.words == compared.words
        fit, why = (Fit.AGREE, "") if same else (Fit.CONTRADICT, _office_why(asked))
    elif asked.topic in (Topic.TARGET, Topic.IN_FORCE):
        fit, why = _targets(one, other)
    else:
        fit, why = _figures(one, other)
    if fit is not Fit.CONTRADICT:
        return fit, why
    doubt = next((doubt for told in (asked, compared) for doubt in told.doubts), "")
    if doubt and not (_one_speech(one[0], other[0]) and not _likely(one, other)):
        return Fit.APART, doubt
    return fit, why


def _likely(*told: Told) -> bool:
    return any(telling.statement.unsure for telling, _ in told)


def _figures(one: Told, other: Told) -> tuple[Fit, str]:
    a, b = one[1], other[1]
    if a.answer is None or b.answer is None:
        return Fit.APART, SAME_QUESTION
    if meet(a.answer, b.answer):
        return Fit.AGREE, ""
    if a.in_words or b.in_words:
        loose = [near(asked.answer) if asked.in_words and asked.answer else asked.answer for asked in (a, b)]
        if loose[0] is not None and loose[1] is not None and meet(loose[0], loose[1]):
            return Fit.ROUGHLY, "a fraction in words is a round number"
    if _one_speech(one[0], other[0]):
        return Fit.CONTRADICT, _speech(one[0])
    if right_on_its_day(one[0].entry) and right_on_its_day(other[0].entry):
        return Fit.APART, REVISED
    if _updated(one[0], other[0]):
        return Fit.APART, UPDATED
    if a.topic is Topic.FIGURE and _gap(a.answer, b.answer) <= REVISED_LEVEL.value:
        return Fit.APART, NEAR_ENOUGH
    return Fit.CONTRADICT, SAME_QUESTION


def _updated(one: Telling, other: Telling) -> bool:
    """Whether the days are so far apart that the second may be the newer estimate, and the record refutes neither."""
    days = one.told_on, other.told_on
    if days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= UPDATED_AFTER.value:
        return False
    judged = [told.entry.then for told in (one, other)]
    return not any(answer is not None and answer.verdict is Verdict.CONTRADICTED for answer in judged)


def meet(one: Interval, other: Interval) -> bool:
    """Whether some value is allowed by both."""
    low, high = max(one.low, other.low), min(one.high, other.high)
    if low < high:
        return True
    return low == high and all(_holds(told, low) for told in (one, other))


def _holds(told: Interval, value: float) -> bool:
    return not ((told.low_open and value == told.low) or (told.high_open and value == told.high))


def _gap(one: Interval, other: Interval) -> float:
    """How far two intervals lie apart, of the larger of their edges."""
    low, high = (one, other) if one.high <= other.low else (other, one)
    edge = max(abs(high.low), abs(low.high))
    return (high.low - low.high) / edge if edge else 0.0


def _targets(one: Told, other: Told) -> tuple[Fit, str]:
    """One target with two due years: of one speech that is a contradiction, else two proposals."""
    due = one[1].due, other[1].due
    if not all(due) or due[0] == due[1]:
        return Fit.AGREE, ""
    if _one_speech(one[0], other[0]):
        return Fit.CONTRADICT, _speech(one[0])
    if _decided(one) and _decided(other):
        return Fit.CONTRADICT, SAME_QUESTION
    return Fit.APART, OTHER_TARGET


def _decided(told: Told) -> bool:
    """A target told as agreed, in the text's own voice and judged by the record: not somebody's proposal."""
    telling = told[0]
    judged = telling.entry.then is not None and telling.entry.then.verdict is not Verdict.UNVERIFIABLE
    return judged and not telling.speaker


def _one_speech(one: Telling, other: Telling) -> bool:
    """Whether two reports tell of one speaker on one day."""
    if not one.speaker or one.speaker != other.speaker or one.source == other.source:
        return False
    return one.told_on is not None and one.told_on == other.told_on


def _speech(telling: Telling) -> str:
    return SAME_SPEECH.format(speaker=telling.speaker, day=telling.told_on)


def _office_why(asked: Asked) -> str:
    return HOLDS if asked.key[-1].startswith(("in ", "out ")) else SAME_DAY


def _occasions(one: Told, other: Told) -> tuple[Fit, str]:
    a, b = one[1], other[1]
    if a.when is not None and b.when is not None and _apart(a.when, b.when):
        return Fit.CONTRADICT, OTHER_TIME
    if a.place and b.place and _misplaced(one) != _misplaced(other):
        return Fit.CONTRADICT, OTHER_PLACE
    return Fit.AGREE, ""


def _apart(one: tuple[date, date], other: tuple[date, date]) -> bool:
    """Whether two times have no day in common; two told as days may be neighbours, as a summit has two of them."""
    told_as_days = all(last - first <= SOME_DAYS for first, last in (one, other))
    slack = timedelta(days=ONE_DAY_OUT.value if told_as_days else 0)
    return one[1] + slack < other[0] or other[1] + slack < one[0]


SOME_DAYS = timedelta(days=4)
"""The longest time that is told as days; a week or a month is told as such."""


def _misplaced(told: Told) -> bool:
    """Whether the record has the event, in that time, at another place."""
    telling, asked = told
    judged = telling.entry.now
    contradicted = judged is not None and judged.verdict is Verdict.CONTRADICTED
    in_time = asked.when is None or asked.event is None or not _apart(asked.when, (asked.event.first, asked.event.last))
    return contradicted and in_time
