"""Who is told of only as no longer helping: `to defend Europe without the backing of the United States`."""

from __future__ import annotations

from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.tables import word_list
from burdenshare.reading.tokens import Token

_HELP = word_list("help_nouns") | word_list("missing_help")
_BESIDE = frozenset({"the", "of", "from", "any", "by", "and", "all"})


def without_missing_helpers(
    subjects: list[SubjectMention], lows: list[str], tokens: list[Token]
) -> list[SubjectMention]:
    """The mentions but for those whose help is missing: they own no figure of the sentence."""
    if "without" not in lows:
        return subjects
    return [s for s in subjects if not _missing(s, lows, tokens)]


def _missing(subject: SubjectMention, lows: list[str], tokens: list[Token]) -> bool:
    at = subject.first - 1
    while at > 0 and (lows[at] in _BESIDE or lows[at] in _HELP):
        at -= 1
    if at < 0 or lows[at] != "without":
        return False
    between = not _HELP.isdisjoint(lows[at + 1 : subject.first])
    behind = not _HELP.isdisjoint(lows[subject.last : subject.last + 2])
    return between or (behind and (subject.kind != "country" or tokens[subject.last - 1].possessive))
