"""Whose share it is: the ally of the figure's own clause, a list of allies, or the one told before."""

from __future__ import annotations

from burdenshare.reading.gleaning.shares.bearers import (
    GAPS,
    allies_of,
    bears,
    in_aside,
    oblique,
    of_an_office,
    of_neighbour,
    owned_elsewhere,
    stranger,
    tells_of_another,
)
from burdenshare.reading.gleaning.shares.circles import america_counted_again
from burdenshare.reading.gleaning.shares.figures import Figure
from burdenshare.reading.gleaning.shares.indirect import (
    NOBODY,
    Owner,
    all_of_which,
    by_epithet,
    by_home,
    by_person,
    by_title,
    of_two,
    owner_at,
    spending_behind,
)
from burdenshare.reading.gleaning.shares.pairing import told_respectively
from burdenshare.reading.gleaning.shares.words import words_of
from burdenshare.reading.going_on import goes_on
from burdenshare.reading.mentions import SubjectMention


def owner_of(figure: Figure) -> Owner | None:
    """The owner, or NOBODY where the words give the figure to a stranger, or None where they name none."""
    paired = told_respectively(figure)
    if isinstance(paired, str):
        return NOBODY
    if paired is not None:
        return Owner((paired.entity,), paired.first, paired.last)
    found = _in_clause(figure)
    if found is not None:
        return found
    return by_epithet(figure) or by_person(figure) or _carried(figure) or by_title(figure)


def _in_clause(figure: Figure) -> Owner | None:
    front = spending_behind(figure) or all_of_which(figure) or of_two(figure) or _going_on(figure)
    front = front or _in_segment(figure)
    return front or _in_apposition(figure) or _named_behind(figure)


def _going_on(figure: Figure) -> Owner | None:
    """`Poland neighbours Germany and spends 4.1 %`: told of the one that opens the clause."""
    opener = goes_on(figure.context.parsed, figure.first)
    return owner_at(figure, opener) if opener is not None and bears(figure, opener) else None


def clause_owner(figure: Figure) -> Owner | None:
    """An owner that the figure's own clause names, and none that is carried over."""
    found = _in_clause(figure)
    return found if found is not None and found is not NOBODY else None


def _in_segment(figure: Figure) -> Owner | None:
    """The nearest owner in front of the number, behind the figure before."""
    parsed = figure.context.parsed
    low, _ = figure.clause
    weak: Owner | None = None
    ours_at = figure.found.last("ours", low, figure.first)
    for subject in reversed([s for s in parsed.subjects if s.first >= low and s.last <= figure.first]):
        if subject.kind == "pronoun":
            ours = _ours(figure, subject)
            if ours is not None:
                return ours
            continue
        if stranger(figure, subject):
            return NOBODY
        if ours_at is not None and subject.last <= ours_at[0] and not figure.found.any("ours_shared", *figure.clause):
            return _of_us(figure, *ours_at)
        if _taken(figure, subject, low) or _they_behind(figure, subject):
            continue
        if not bears(figure, subject) or of_an_office(parsed, subject) or in_aside(figure, subject):
            continue
        if owned_elsewhere(parsed, subject) or tells_of_another(parsed, subject):
            continue
        if oblique(parsed, subject):
            if subject.last == figure.first and figure.others and parsed.tokens[subject.first - 1].low == "in":
                return owner_at(figure, subject, sure=False)  # "in Spain 1% and in Luxembourg 0.57%"
            spoken_for = parsed.tokens[subject.first - 1].low in ("for", "from", "between", "the")
            weak = weak or (owner_at(figure, subject, sure=False) if spoken_for else None)
            continue
        return owner_at(figure, subject)
    if ours_at is not None and not figure.found.any("ours_shared", max(0, ours_at[0] - 4), figure.end + 5):
        return _of_us(figure, *ours_at)
    if weak is None or not weak.allies:
        return None
    return _named_behind(figure) or _by_pronoun(figure) or weak


def _ours(figure: Figure, subject: SubjectMention) -> Owner | None:
    word = figure.context.parsed.text(subject.first, subject.last)
    if word not in words_of("ours"):
        return None
    if figure.found.any("ours_shared", max(0, subject.first - 4), figure.end + 5):
        return None
    return _of_us(figure, subject.first, subject.last)


def _of_us(figure: Figure, first: int, last: int) -> Owner:
    """`Estonia is at 2.2 per cent. We need three.`: the ally just told is the speaker's."""
    topic, parsed = figure.context.topic, figure.context.parsed
    quoted = parsed.quote_of[first] is not None
    if quoted and topic.subject == (topic.country,) and topic.block >= parsed.sentence.block:
        return Owner(topic.subject, first, last, sure=False)
    titled = {t.entity for t in parsed.titles if t.entity in figure.context.calendar.allies}
    home = titled.pop() if len(titled) == 1 else topic.home if not quoted or not parsed.persons else ""
    return Owner((home,) if home else (), first, last, sure=False, ours=True)


def _they_behind(figure: Figure, subject: SubjectMention) -> bool:
    """`Look at Estonia, look at Lithuania: they're going to five percent`: more than the one that stands nearest."""
    parsed = figure.context.parsed
    named = allies_of(figure, (s for s in parsed.subjects if s.last <= figure.first))
    return len(named) == 2 and "they" in parsed.lows[subject.last : figure.first]


def _taken(figure: Figure, subject: SubjectMention, low: int) -> bool:
    """`from 1.2 % in Belgium to 4.1 %`: an ally right behind the figure before is that one's."""
    if not low or subject.first - low > 2:
        return False
    return figure.context.parsed.tokens[subject.first - 1].low in ("in", "for") and bool(figure.others)


def _named_behind(figure: Figure) -> Owner | None:
    """`1.2 % in Belgium`, `4.1 % for Poland`: the owner right behind, where none stood in front."""
    parsed, end = figure.context.parsed, figure.end
    _, high = figure.clause
    for subject in parsed.subjects:
        if not end < subject.first < high or subject.first > end + 12 or subject.kind == "pronoun":
            continue
        at = subject.first - 1
        if parsed.tokens[at].low == "the":
            at -= 1
        before = parsed.tokens[at].low
        if before == "for" and parsed.tokens[at - 1].low in _MEASURES and bears(figure, subject):
            return _with_list_behind(figure, subject)  # "3 percent, in his view, is the right figure for Britain"
        near = at - end <= 6 and not any(t.low in (",", ";", ":", "and") for t in parsed.tokens[end:at])
        if (
            near
            and before in ("in", "for", "by", "of", "everything", "what")
            and bears(figure, subject)
            and subject.kind not in ("capital", "metonym")
        ):
            if subject.possessive or of_an_office(parsed, subject):
                return None
            return _with_list_behind(figure, subject)
    return None


_MEASURES = frozenset({"figure", "target", "goal", "level", "share", "benchmark", "floor", "minimum"})


def _with_list_behind(figure: Figure, subject: SubjectMention) -> Owner:
    """`in Albania and Montenegro`."""
    tokens = figure.context.parsed.tokens
    entities, last = [subject.entity], subject.last
    for other in figure.context.parsed.subjects:
        if other.first <= last or len(other.entity) != 3:
            continue
        if [t.low for t in tokens[last : other.first] if t.low != "the"] not in ([","], *GAPS) or not bears(
            figure, other
        ):
            break
        entities.append(other.entity)
        last = other.last
    if len(entities) > 1 and "and" not in [t.low for t in tokens[subject.last : last]]:
        entities = entities[:1]
    return Owner(tuple(entities), figure.first, last)


def _by_pronoun(figure: Figure) -> Owner | None:
    """`It spent`, `both set aside`, `the republic spent`: the allies of this or the sentence before."""
    context = figure.context
    low, _ = figure.clause
    span = figure.found.last("home_phrases", low, figure.first) or figure.found.last("pronouns", low, figure.first)
    if span is None:
        return None
    home = by_home(figure)
    if home is not None:
        return home
    word = context.parsed.text(*span)
    plural = word in ("they", "their", "both", "each", "them")
    here = allies_of(
        figure, (s for s in context.parsed.subjects if s.last <= span[0] and not oblique(context.parsed, s))
    )
    before = allies_of(figure, context.previous.subjects) if context.previous is not None else ()
    for pool in (here, before):
        if (len(pool) == 1 and word not in ("both", "each")) or (len(pool) == 2 and plural):
            return Owner(pool, *span, sure=False)
    if plural and not here and not before:
        served = _served_by_those_named(figure)
        if len(served) == 2:
            return Owner(served, *span, sure=False)
    country = context.topic.country or context.topic.home
    if not plural and country and not here and len(before) <= 1:
        return Owner((country,), *span, sure=False)
    if word in ("his country", "her country", "his own country", "her own country"):
        return Owner((), *span, sure=False, ours=True)
    return None


def _served_by_those_named(figure: Figure) -> tuple[str, ...]:
    """`Merz and Macron spoke. Both countries would reach`: the allies whom those named in the sentence before serve."""
    context = figure.context
    named = context.previous.persons if context.previous is not None else []
    homes = [
        {context.calendar.serves(name) for name in person.candidates} & context.calendar.allies for person in named
    ]
    return tuple(dict.fromkeys(home.pop() for home in homes if len(home) == 1))


def _carried(figure: Figure) -> Owner | None:
    """No owner of its own: that of the figure before in the sentence, of the whole sentence, or of a pronoun."""
    context = figure.context
    if of_neighbour(figure):
        return NOBODY
    told = figure.told()
    if told is not None and america_counted_again(figure):
        return Owner(("NATO",), figure.first, figure.first, sure=False)
    if told is not None:
        return Owner(told.subject, figure.first, figure.first, sure=False) if told.subject else None
    pronoun = _by_pronoun(figure)
    if pronoun is not None:
        return pronoun
    if any(stranger(figure, s) for s in context.parsed.subjects):
        return NOBODY
    left = [
        s
        for s in context.parsed.subjects
        if s.last <= figure.first
        and bears(figure, s)
        and not oblique(context.parsed, s)
        and not of_an_office(context.parsed, s)
        and not owned_elsewhere(context.parsed, s)
    ]
    if left and not any(t.text == ";" for t in context.parsed.tokens[left[-1].last : figure.first]):
        return owner_at(figure, left[-1], sure=False)
    return _in_apposition(figure)


_OPENING = frozenset({"at", "with", "on", "from", "spending", "devoting", "allocating", "investing"})


def _in_apposition(figure: Figure) -> Owner | None:
    """`At 3.19 % of GDP America's effort`, `At 1.9% France came up short`: the owner opens the clause behind."""
    context = figure.context
    opener = context.parsed.tokens[max(0, figure.first - 1)].low
    done = context.parsed.lows[:2] in (
        ["having", "met"],
        ["having", "reached"],
        ["after", "meeting"],
        ["after", "reaching"],
    )
    if (opener not in _OPENING or figure.first > 2) and not (done and figure.first <= 5):
        return None
    _, high = figure.clause
    for subject in context.parsed.subjects:
        if figure.end <= subject.first < min(high, figure.end + 7) and bears(figure, subject):
            return _with_list_behind(figure, subject)
    return None
