"""Whose the second verb is: `Italy trusts the United States and spends 1.5 %` goes on telling of Italy."""

from __future__ import annotations

from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import word_list

_VERBS = word_list("spending_verbs_present") | word_list("spending_verbs_plural")
_PLURAL = word_list("spending_verbs_plural")
_VERBS |= {"spent", "devoted", "allocated", "invested"}
_BESIDE = word_list("adverbs_beside_spending") | {"currently", "already", "still", "only", "last", "this", "year"}
_TURNS = word_list("saying_verbs") | word_list("claiming_verbs") | frozenset({",", ";", ":", "(", ")", "–", "—"})
_TURNS |= word_list("another_does") | {
    "while",
    "whereas",
    "that",
    "which",
    "who",
    "where",
    "because",
    "if",
    "when",
    "than",
    "and",
    "but",
    "or",
}
_JOINTS = frozenset({"and", "but", "by"})
_DOING = frozenset({"spending", "devoting", "allocating", "investing"})
"""Behind `by` these tell what the one did who opens the clause: `Spain angered the United States by spending 1.3 %`."""
_FRONT = frozenset({",", '"', "“", ":", ";", "—", "–"})
_REACH = 8
"""Tokens between the joint and the figure: `and now spends only a mere 1.5 %`."""


def goes_on(parsed: Parsed, first: int) -> SubjectMention | None:
    """The one that opens the sentence, where another name is but the object of its verb and `and spends` follows."""
    lows = parsed.lows
    joint = next((i for i in range(first - 1, max(0, first - _REACH), -1) if lows[i] in _JOINTS), 0)
    verbs = [low for low in lows[joint + 1 : first] if low not in _BESIDE]
    if not joint or verbs[:1] == [] or verbs[0] not in (_DOING if lows[joint] == "by" else _VERBS):
        return None
    named = [s for s in parsed.subjects if s.kind != "pronoun" and s.first < first]
    if len(named) < 2 or named[-1].first > joint:
        return None
    for opener in reversed(named[:-1]):
        if opener.possessive or opener.kind == "adjective" or not _opens(lows, opener.first):
            continue
        apart = opener.last < named[-1].first
        if verbs[0] in _PLURAL and not lows[opener.last - 1].endswith("s"):
            return None  # "Washington wants Spain to rearm and spend 5 %"
        return opener if apart and _TURNS.isdisjoint(lows[opener.last : joint]) else None
    return None


def _opens(lows: list[str], at: int) -> bool:
    """Whether a name opens its clause: at the head, behind a comma, or behind `, and`."""
    at -= at > 0 and lows[at - 1] == "the"
    if at > 1 and lows[at - 1] in ("and", "but", "while"):
        return lows[at - 2] == ","
    return at == 0 or lows[at - 1] in _FRONT
