"""Allies by name that meet or miss the line without a figure of their own: `Poland and Estonia already meet it`."""

from __future__ import annotations

from burdenshare.reading.context import Calendar
from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.parse import Parsed


def lists_gleaned(parsed: Parsed, calendar: Calendar, topic: Topic, drafts: list[Draft]) -> list[Draft]:
    """The lists of one sentence."""
    return []
