"""Guidelines and targets: what was agreed on the day, what had been, and what was decided later."""

from __future__ import annotations

import re
from datetime import date

from burdenshare.checking.agreement import allowed, misses, said_number
from burdenshare.checking.answers import Answer, distinct, leaf, unverifiable
from burdenshare.checking.builders import SHARE
from burdenshare.checking.claims import Claim
from burdenshare.checking.model import Verdict
from burdenshare.checking.periods import year_of
from burdenshare.checking.questions import Guideline
from burdenshare.checking.wording import number
from burdenshare.reading.model import Interval, Kind, Modality
from burdenshare.record.model import Commitment
from burdenshare.record.record import Record

COLLECTIVE = frozenset({"NATO", "EUR_CAN", "EUR"})
"""Subjects whose target is the alliance's own."""
AGREED_KINDS = frozenset({"spending_guideline", "spending_pledge"})
NATIONAL_KINDS = frozenset({"national_target", "spending_pledge", "ambition", "proposal", "demand", "spending_plan"})


def guideline(claim: Claim, question: Guideline, record: Record, day: date) -> Answer:
    """The guideline in force on the day, an older one, one decided later, or none the record knows."""
    if claim.asked is None:
        return unverifiable("the words give no share")
    if question.actor not in COLLECTIVE:
        return _national(claim, question, record, day)
    made = agreed_shares(record, question.of)
    later = [one for one in made if one.made_first and one.made_first > day]
    context = _decided_later(later)
    known = [one for one in made if one.made_last and one.made_last <= day]
    in_force = _in_force(known)
    for rule in (_agreed_when, _is_in_force, _includes_what_is_in_force, _was_in_force):
        answer = rule(claim, question, in_force, known, context)
        if answer is not None:
            return answer
    return _not_decided(claim, in_force, later, day, context)


def agreed_shares(record: Record, of: str = SHARE) -> list[Commitment]:
    """Every share that NATO itself agreed on, oldest first. The related 1.5 % of 2025 is one of them."""
    found = [one for one in record.commitments(actor="NATO") if one.unit == of and one.kind in AGREED_KINDS]
    return sorted((one for one in found if one.made_first), key=lambda one: (one.made_first or date.max, one.id))


def _in_force(known: list[Commitment]) -> list[Commitment]:
    """The newest commitments made by the day: `status` is a remark of today and decides nothing (semantics §2)."""
    newest = max((one.made_last for one in known if one.made_last), default=None)
    return [one for one in known if one.made_last == newest]


def _agreed_when(
    claim: Claim, question: Guideline, in_force: list[Commitment], known: list[Commitment], context: tuple[str, ...]
) -> Answer | None:
    """The words give the year it was agreed: that year's commitment is meant. A year to come is when it is due."""
    year = year_of(question.agreed) or _year_told(claim)
    if year is None or claim.day is None or year > claim.day.year:
        return None
    same = [one for one in known if _equals(claim, one)]
    of_year = [one for one in same if year_of(one.made_on) == year]
    if of_year:
        verdict = Verdict.SUPPORTED if any(_equals(claim, one) for one in in_force) else Verdict.DEPENDS
        return _answer(verdict, "; ".join(told_of(one) for one in of_year), of_year, context)
    if same:
        verdict = Verdict.CONTRADICTED if _claims_a_fact(claim) else Verdict.DEPENDS
        dates = "; ".join(told_of(one) for one in same)
        return _answer(verdict, f"not agreed in {year}: {dates}", same, context)
    return None


def _is_in_force(
    claim: Claim, question: Guideline, in_force: list[Commitment], known: list[Commitment], context: tuple[str, ...]
) -> Answer | None:
    """The number is the guideline of the day, whatever was agreed before and after."""
    found = [one for one in in_force if _equals(claim, one)]
    if not found:
        return None
    if _CORE.search(claim.statement.text) and any(one.about.startswith("core defence plus") for one in found):
        core = [one for one in in_force if one.about.startswith("core defence (")]
        if core:
            told = f"the core part is {told_of(core[0])}; the number said is {told_of(found[0])}"
            verdict = Verdict.CONTRADICTED if _says_it_is_agreed(claim) else Verdict.DEPENDS
            return _answer(verdict, told, [*core, *found], context)
    if _still_to_be_decided(claim):
        told = f"told as a decision still to come; in force was {told_of(found[0])}"
        held, sources = found[0].value, distinct(one.source for one in found)
        return Answer(Verdict.UNVERIFIABLE, told, recorded=held, unit="%", sources=sources, context=context)
    due = year_of(question.due or question.agreed)
    this_year = 0 if claim.statement.period_from == "due" else 1  # "by 2025", said in 2025, is no year of agreement
    to_come = due is not None and claim.day is not None and due >= claim.day.year + this_year
    agreed = any(_equals(claim, one) and year_of(one.due_by) == due for one in known)  # "2 % by 2024", of Wales
    if to_come and not agreed and not year_of(found[0].due_by) and claim.statement.period_from == "due":
        told = f"no year is set for it, and the words give {due}: a plan of one of them; {told_of(found[0])}"
        return _answer(Verdict.DEPENDS, told, found, context)
    if to_come and year_of(found[0].due_by) not in (None, due):
        # what is said to have been agreed has one due year; a demand or a plan may well have another
        verdict = Verdict.CONTRADICTED if _says_it_is_agreed(claim) else Verdict.DEPENDS
        return _answer(verdict, f"not due by {due}: {told_of(found[0])}", found, context)
    return _answer(Verdict.SUPPORTED, "in force on the day: " + told_of(found[0]), found, context)


def _includes_what_is_in_force(
    claim: Claim, question: Guideline, in_force: list[Commitment], known: list[Commitment], context: tuple[str, ...]
) -> Answer | None:
    """An open target ("more than 3 %") that the guideline of the day fulfils names no guideline of its own."""
    may_be = allowed(claim.comparator, claim.asked)
    if may_be is None or claim.comparator != ">":
        return None
    found = [one for one in in_force if one.comparator == ">=" and not misses(may_be, one.value, one.value)]
    if not found:
        return None
    return _answer(Verdict.DEPENDS, "the guideline of the day lies above it: " + told_of(found[0]), found, context)


def _was_in_force(
    claim: Claim, question: Guideline, in_force: list[Commitment], known: list[Commitment], context: tuple[str, ...]
) -> Answer | None:
    """The number is that of an older commitment which a newer one has replaced."""
    found = [one for one in known if _equals(claim, one)]
    if not found or not in_force:
        return None
    why = f"agreed earlier: {told_of(found[-1])}; replaced by {told_of(in_force[0])}"
    return _answer(Verdict.DEPENDS, why, [*found, *in_force], context)


def _not_decided(
    claim: Claim, in_force: list[Commitment], later: list[Commitment], day: date, context: tuple[str, ...]
) -> Answer:
    """No commitment made by the day has the number. Contradicted only if the words claim that it is NATO's guideline,
    the record knows another, and nobody decided the number afterwards."""
    decided = any(_equals(claim, one) for one in later)
    said = _claims_a_fact(claim) or _says_it_is_the_target(claim)
    if in_force and not decided and said and claim.comparator in ("=", "~", "between"):
        off = abs(said_number(claim.asked) - in_force[0].value) if claim.asked else 0.0
        told = f"the guideline in force on {day} was {told_of(in_force[0])}"
        return _answer(Verdict.CONTRADICTED, told, in_force, context, off)
    return Answer(
        Verdict.UNVERIFIABLE,
        "not decided on that day" + (f"; in force was {told_of(in_force[0])}" if in_force else ""),
        recorded=in_force[0].value if in_force else None,
        unit="%",
        sources=distinct(one.source for one in in_force),
        context=("not decided on that day", *context),
    )


def _national(claim: Claim, question: Guideline, record: Record, day: date) -> Answer:
    """A target of one ally: supported by a commitment known on the day, else unverifiable; never contradicted, since
    the record does not hold every national plan."""
    found = [
        one
        for one in record.commitments(actor=question.actor, on=day)
        if one.unit == question.of and one.kind in NATIONAL_KINDS
    ]
    context = tuple(f"on record: {told_of(one)}" for one in found)
    same = [one for one in found if _equals(claim, one)]
    due = year_of(question.due)
    dated = [one for one in same if due is not None and year_of(one.due_by) not in (None, due)]
    if same and len(dated) == len(same):
        told = "; ".join(told_of(one) for one in same)
        return unverifiable(f"the record holds it with another due date, and not every plan: {told}", context=context)
    same = [one for one in same if one not in dated]
    if same:
        return _answer(Verdict.SUPPORTED, "; ".join(told_of(one) for one in same), same, context)
    stated = [
        one
        for one in record.commitments(actor=question.actor, on=day)
        if one.unit == question.of and one.kind not in NATIONAL_KINDS and _equals(claim, one)
    ]
    if stated:  # Spain's 2.1 % is what it holds sufficient: no target, and not nothing either
        told = "; ".join(told_of(one) for one in stated)
        why = f"on record as stated, not as a target: {told}"
        return Answer(Verdict.UNVERIFIABLE, why, sources=distinct(one.source for one in stated), context=context)
    who = record.name(question.actor)
    return unverifiable(f"the record holds no such target of {who} by {day}", context=context)


def _equals(claim: Claim, one: Commitment) -> bool:
    """The number said is the commitment's: for "more than" it never is, since a guideline is met at the number."""
    if claim.asked is None or claim.comparator in ("<", ">", "increase", "decrease"):
        return False
    if _BESIDE_THE_LINE.search(claim.statement.words):
        return False  # "two allies are now slightly below 2 percent": a level, and no guideline
    return not misses(_around(claim.asked), one.value, one.value)


_BESIDE_THE_LINE = re.compile(
    r"\b(?:slightly|just|a (?:little|bit)|well|far) (?:below|under|above|over|short of)\b", re.I
)


def _around(asked: Interval) -> Interval:
    """A target is exact as said: half a unit of its second digit is enough for its printing ("two per cent")."""
    said = said_number(asked)
    return Interval(said - 0.05, said + 0.05)


_AGREED = re.compile(
    r"\b(?:agreed|agreement|adopted|endorsed|decided|committed themselves|signed up|approved)\b(?! (?:if|unless))", re.I
)
_NOT_YET = re.compile(
    r"\b(?:not|never|n't|could|would|should|may|might|yet to|want\w*|propos\w+|demand\w*|urg\w+|call\w*|plan\w*|"
    r"expected|set to|hope\w*|ask\w*|draft|if|whether|likely|about to|ready|close to|push\w*|will)\b",
    re.I,
)
_THE_TARGET = re.compile(
    r"\b(?:nato|the alliance)(?:'s|’s)? (?:official |current |agreed |present |existing |own )*"
    r"(?:defen[cs]e )?(?:spending )?(?:target|guideline|goal|benchmark|threshold)\b[^.;,]{0,40}\b(?:is|stands at)\b",
    re.I,
)


_TO_BE_DECIDED = re.compile(
    r"\b(?:will|would|expected? to|expects? (?:\w+ )?to|hop(?:es?|ed|ing) to|set to|likely to|due to|plans? to|"
    r"about to|seek\w*|push\w* for)\b(?: \w+){0,3}? (?:agree\w*|set|adopt|decide|endorse|approve|sign|make)\b "
    r"(?:\w+[ -]){0,6}?(?:pledge|goal|target|guideline|floor|commitment|objective|minimum|spend\w*|invest\w*)\b"
    r"|\bno decisions? (?:has|have) been\b"
    r"|\bthink (?:that )?.{0,40}should be (?:a |the )?(?:floor|minimum|target|goal)\b",
    re.I,
)
"""What the leaders may yet agree on is not in force, though an older commitment may have the same number."""


def _still_to_be_decided(claim: Claim) -> bool:
    """`allies will set a bolder pledge to invest 2 %`, `no decisions have been made, but 2 % should be the floor`."""
    return bool(_TO_BE_DECIDED.search(_sentence(claim)))


_MADE_IN = re.compile(r"\bin (?:19|20)(\d\d)\b", re.I)


_CORE = re.compile(r"\bcore (?:military|defen[cs]e)\b(?! plus)", re.I)


def _year_told(claim: Claim) -> int | None:
    """`In 2010, NATO countries made a commitment to spend 2 percent`: the year in front of the words of agreeing, where
    the sentence names just one."""
    told = _sentence(claim)
    years = {int(f"20{one[1]}") for one in _MADE_IN.finditer(told) if one[0].endswith(one[1])}
    made = re.search(r"\b(?:agreed|committed|pledged|made (?:a|the) (?:commitment|pledge)|adopted)\b", told, re.I)
    first = _MADE_IN.search(told)
    if len(years) != 1 or made is None or first is None:
        return None
    own = told.find(claim.statement.words)
    if 0 <= own < first.start() and _SHARE.search(told, own + len(claim.statement.words), first.start()):
        return None  # "5 percent, up from the 2 percent agreed in Wales in 2014": the year is the other share's
    return years.pop()


_SHARE = re.compile(r"\d(?:\.\d+)?\s*(?:%|per ?cent)|\b(?:two|three|five) per ?cent", re.I)


def _sentence(claim: Claim) -> str:
    return " ".join(f"{claim.before} {claim.statement.text}".split())


def _says_it_is_agreed(claim: Claim) -> bool:
    """`NATO leaders agreed to spend 5 % by 2030`: told as done, not wished, planned or denied."""
    told = _sentence(claim)
    return not claim.statement.likely and bool(_AGREED.search(told)) and not _NOT_YET.search(told)


def _says_it_is_the_target(claim: Claim) -> bool:
    """`NATO's official target is 3 %`: a statement of what is in force."""
    told = _sentence(claim)
    return not claim.statement.likely and bool(_THE_TARGET.search(told)) and not _NOT_YET.search(told)


def _claims_a_fact(claim: Claim) -> bool:
    return claim.statement.kind is Kind.FACT and claim.statement.modality is Modality.FACT


def _decided_later(later: list[Commitment]) -> tuple[str, ...]:
    return tuple(f"decided later: {told_of(one)}" for one in later)


def told_of(one: Commitment) -> str:
    """A commitment as told: its number, what it is about, when, where, until when."""
    due = f", due by {one.due_by}" if one.due_by else ""
    where = f", {one.made_at}" if one.made_at else ""
    sense = {"<=": "up to ", ">=": "at least "}.get(one.comparator, "")
    return f"{sense}{number(one.value, one.unit)} ({one.about}; {one.made_on}{where}{due})"


def _answer(
    verdict: Verdict, why: str, found: list[Commitment], context: tuple[str, ...], off: float | None = None
) -> Answer:
    inputs = tuple(leaf(one.id, one.source, one.made_on, one.value, "%") for one in found)
    return Answer(
        verdict,
        why,
        recorded=found[0].value,
        unit="%",
        distance=0.0 if off is None else off,
        distance_unit="pp",
        sources=distinct(one.source for one in found),
        inputs=inputs,
        context=context,
    )
