"""When a horizon was said, where the text names the time of the saying, and whether it plainly fears an attack.

"Rutte said in June 2025 that Russia could be ready to use force against NATO within five years": the years count from
June 2025, and that he said so can be looked up. What is read here is only what leaves no doubt: one act of speech in
the sentence, one time beside its verb, and words that are all known.
"""

from __future__ import annotations

from functools import cache

from burdenshare.reading.drafts import Draft
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import load_table
from burdenshare.reading.voicing import Frame

ATTACK_ON_ALLY = "attack_on_ally"
"""What a horizon plainly fears; the clock's own word for it (`road/clock`)."""
OPEN_SAYING = "baseline"
"""The hole of a saying whose time is counted from the text's day ("on Monday") and not named."""
_ADVERSARY = "RUS"
_OF_THE_ALLIANCE = frozenset({"NATO", "NATO_ALLIES"})
_BETWEEN = 6
"""Tokens between a time at the sentence's start and who speaks: "In June 2025, NATO's Secretary General, Rutte"."""
_NEAR = 4
"""Tokens between a verb of saying and its time: "told Chatham House in London on Monday"."""
_TURNS = frozenset({",", "that", "which", "who", "whose", ";", ":"})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_table("horizons")[name]["words"])


def with_its_saying(parse: Parsed, draft: Draft, day: str) -> Draft:
    """The draft with the time of its saying as `baseline`, and what it plainly fears as `event`; as it is where the
    sentence leaves either in doubt. `day` is the text's, as ISO text: nothing is said after it."""
    frame = _frame(parse, draft)
    if frame is None or not day or (_words("wrapped") | _words("denied")) & parse.words:
        return draft
    others = [one for one in parse.periods if one.last <= draft.focus[0] or draft.focus[1] <= one.first]
    span = _told_beside(parse, frame, others[0], draft) if len(others) == 1 else None
    if span is None:
        return draft
    (mention,), (first, last) = others, span
    told = _dated(mention.value, day)
    outside = {*parse.lows[:first], *parse.lows[last:]}
    if not told or told > day[: len(told)] or outside & _words("supposed"):
        return draft
    explicit = mention.source == "explicit" and told == mention.value
    event = ATTACK_ON_ALLY if _plain_attack(parse, first, last) else ""
    return replaced(draft, baseline=told, holes=draft.holes if explicit else draft.holes | {OPEN_SAYING}, event=event)


def _dated(value: str, day: str) -> str:
    """The time as ISO text; a month without its year is the last one that had begun by the text's day."""
    if not value.startswith("--"):
        return value
    month = value.removeprefix("--")
    year = int(day[:4])
    return f"{year if month <= day[5 : 5 + len(month)] else year - 1}-{month}"


def _frame(parse: Parsed, draft: Draft) -> Frame | None:
    """The one act of speech of the sentence, if it says the horizon."""
    if len(parse.frames) != 1 or parse.frames[0].stance:
        return None
    (frame,) = parse.frames
    first, last = frame.said
    return frame if first <= draft.focus[0] < last else None


def _told_beside(parse: Parsed, frame: Frame, one: PeriodMention, draft: Draft) -> tuple[int, int] | None:
    """The tokens that are said, if the time is that of the saying; None where it may be of something else."""
    if one.role != "in" or one.fiscal or "/" in one.value:
        return None
    verb, after = frame.verb
    end = len(parse.tokens)
    if draft.focus[0] > verb:
        if behind_the_verb(parse, frame, one):
            return one.last + 1, end
        front = one.first <= 1 and one.last <= frame.source.first <= one.last + _BETWEEN
        return (after, end) if front else None
    closed = all(token.kind == "mark" for token in parse.tokens[one.last :])
    plain = _close(parse, max(after, frame.source.last if frame.source.first >= after else after), one)
    return (0, min(frame.source.first, verb)) if closed and plain else None


def behind_the_verb(parse: Parsed, frame: Frame, one: PeriodMention) -> bool:
    """`said in June 2025 that`, `told Chatham House on 9 June that`: the time of the saying, whatever is said."""
    return _close(parse, frame.verb[1], one) and parse.text(one.last, one.last + 1) == "that"


def _close(parse: Parsed, after: int, one: PeriodMention) -> bool:
    """Whether a time stands within few plain words behind a place."""
    between = parse.lows[after : one.first]
    return one.first >= after and len(between) <= _NEAR and not _TURNS.intersection(between)


def _plain_attack(parse: Parsed, first: int, last: int) -> bool:
    """Whether the words said fear an attack on an ally, as something the adversary could do, and nothing else."""
    said = set(parse.lows[first:last])
    if not all(said & _words(name) for name in ("able", "acts", "alliance")):
        return False
    if any(said & _words(name) for name in ("larger", "open")):
        return False
    named = {one.entity for one in parse.subjects if first <= one.first < last}
    return _ADVERSARY in named and not named - _OF_THE_ALLIANCE - {_ADVERSARY}
