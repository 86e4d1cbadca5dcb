"""What tells a sum of help from the words around it: where it goes, what takes it up, whose programme it comes from."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import Context
from burdenshare.reading.conversions import end_behind
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.kinds_of_aid import KINDS
from burdenshare.reading.tables import load_table


def of_a_programme(context: Context) -> Found | None:
    """`It allocates $400 million through the Ukraine Security Assistance Initiative`: a programme only one ally has."""
    low, high = context.bounds
    words = context.parsed.text(low, high)
    table = load_table("donor_programmes")["programme"]
    owner = next((row["donor"] for row in table for name in row["words"] if f" {name} " in f" {words} "), None)
    others = [s for s in context.parsed.subjects if low <= s.first < high and s.entity in context.calendar.allies]
    at = context.quantity.first
    return Found((owner,), at, at) if owner is not None and not others else None


def a_package_of_it(context: Context) -> bool:
    """`its largest delivery of military aid to Ukraine, the Pentagon said — a $1 billion package`: the noun right
    behind the sum takes up the help told in front."""
    front = context.parsed.cues.has("aid", 0, context.quantity.first)
    return bool(_PACKAGES & set(context.after(2))) and front and not context.cue_sentence("spending")


def told_behind_its_name(context: Context) -> bool:
    """`Germany has announced its largest aid package in almost a year – €2.4 billion`: the sum stands behind a dash or
    a colon, and in front of it the package, with no other figure between."""
    lows, first = context.parsed.lows, context.quantity.first
    if not first or lows[first - 1] not in ("-", "–", "—", ":") or context.cue_sentence("spending"):
        return False
    named = [end for _, end in context.parsed.cues.spans("aid", max(0, first - _NAME_REACH), first)]
    at = max((i for i in range(max(0, first - _NAME_REACH), first) if lows[i] in _PACKAGES), default=-1)
    if not named or at < 0 or context.other_quantity_between(at, first):
        return False
    told = _a_context_of_help(context)
    return told and not {"for", "to"} & set(lows[at + 1 : first])


_NAME_REACH = 14
"""Tokens in front of a dash within which the package is named."""


def kinds_of_help_behind(context: Context) -> bool:
    """`has announced 43 billion euros in bilateral military, financial or humanitarian support`: kinds of help told
    together right behind the sum, in a text on help."""
    behind = context.after(9)
    at = next((i for i, word in enumerate(behind) if word in _HELPING), None)
    if at is None or behind[:1] not in (["in"], ["of"], ["as"]) or not _a_context_of_help(context):
        return False
    return len({word for word in behind[:at] if word in KINDS}) > 1


_HELPING = frozenset({"support", "aid", "assistance", "help"})


def _a_context_of_help(context: Context) -> bool:
    """Whether the sentence names Ukraine, or the text was on help to it just before."""
    named = any(s.entity == "UKR" for s in context.parsed.subjects)
    return named or context.parsed.sentence.block - context.topic.aid_at <= 1


_PACKAGES = frozenset({"package", "packages", "tranche"})


def another_gift(context: Context) -> bool:
    """`allocates 3 billion for new jets and will give its old ones to Ukraine`: behind the sum another act begins, and
    only that is help."""
    end, lows = context.quantity.core[1], context.parsed.lows
    hits = context.parsed.cues.hits.get("aid", ())
    if any(start < end for start, _ in hits) or not hits:
        return False
    between = lows[end : min(start for start, _ in hits)]
    return any(a in _JOINTS and not _ACTING.isdisjoint(between[i + 1 : i + 3]) for i, a in enumerate(between))


def for_itself(context: Context) -> bool:
    """`more aid for Ukraine and a $500 million package for its own reservists`: who gets it stands right behind."""
    behind = context.after(8)
    return any(
        a in ("its", "their") and b == "own" and "for" in behind[:i] for i, (a, b) in enumerate(pairwise(behind))
    )


_JOINTS = frozenset({"and", "but", "while"})
_ACTING = frozenset({"will", "would", "has", "have", "had", "is", "are", "was", "were", "also", "then"})


def spent_on_it(context: Context) -> bool:
    """`to spend a total of DKK 20 billion ($3 billion) on military and civilian support for Ukraine`: what the sum goes
    to stands right behind it."""
    start = end_behind(context.parsed, context.quantity)
    lows = context.parsed.lows
    if lows[start : start + 1] == [] or lows[start] not in _PURPOSE:
        return False
    hit = min((first for first, _ in context.parsed.cues.spans("aid", start, start + 9)), default=None)
    if hit is None or _OWN_PURPOSE & set(lows[start:hit]):
        return False
    return not context.other_quantity_between(start, hit)


_PURPOSE = frozenset({"on", "for", "in", "as", "towards", "toward"})
_OWN_PURPOSE = frozenset({"defence", "defense", "budget", "spending", "itself", ",", ";", "against"})
"""In front of the help these say that the sum is not for it alone."""
