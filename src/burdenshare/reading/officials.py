"""Nameless officials: whose "we" is their country's."""

from __future__ import annotations

from burdenshare.reading.model import Speaker
from burdenshare.reading.tables import word_list

_OFFICIALS = word_list("nameless_officials")


def speaks_for_its_country(speaker: Speaker) -> bool:
    """`“We will spend 3 per cent,” the Danish minister said`: not named, and of one country all the same."""
    words = speaker.named_as.lower().split()
    return len(speaker.entity) == 3 and words[-1:] != [] and words[-1] in _OFFICIALS
