"""When a feed or a page is asked again: after its interval, later the more often it failed, never before its server
wants it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime
from hashlib import sha256

DAY = 86_400.0
LONGEST = DAY
"""Seconds that a failing feed is left alone at most: one that comes back is noticed within a day."""
MOST_ASKED = 31 * DAY
"""Seconds for which a server's own wish is followed; more is a mistake of it."""
JITTER = 0.2
"""Share by which a wait is longer, drawn by the seed: a server that failed all at once is not asked all at once."""
MOST_DOUBLED = 16
"""Failures after which the wait is not doubled again."""
TRIES = 5
"""Times that a page is tried that does not come, before it is told as unread."""
FIRST_WAIT = 600.0
"""Seconds after which a page that did not come is tried again."""


def backed_off(now: float, interval: float, failures: int, key: str, seed: str) -> float:
    """When to ask again after so many failures in a row: the interval doubled for each, and a little more."""
    wait = min(interval * 2.0 ** min(failures, MOST_DOUBLED), max(LONGEST, interval))
    return now + wait * (1.0 + JITTER * _drawn(f"{seed} {key} {failures}"))


def wished(told: Mapping[str, str], now: float) -> float:
    """Until when a server wants to be left alone (`Retry-After`: seconds, or a moment); 0 where it says nothing."""
    text = told.get("retry-after", "").strip()
    if text.isdecimal() and len(text) < 12:
        return now + min(float(text), MOST_ASKED)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return 0.0
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return min(aware.timestamp(), now + MOST_ASKED)


def _drawn(text: str) -> float:
    """A number from 0 to 1, the same for the same words."""
    return int.from_bytes(sha256(text.encode()).digest()[:6], "big") / 2.0**48
