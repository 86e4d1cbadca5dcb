"""How servers are asked: by name and with a contact, as their `robots.txt` allows, with a pause between two requests to
one host, and one request at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from burdenshare._version import __version__
from burdenshare.corpus.watching import robots
from burdenshare.corpus.watching.memory import Memory
from burdenshare.corpus.watching.model import Clock, Watchlist
from burdenshare.corpus.watching.timing import DAY, MOST_ASKED, wished
from burdenshare.errors import DocumentError
from burdenshare.reading.documents.address import Address, address_of
from burdenshare.reading.documents.fetch import Answer, answered
from burdenshare.reading.documents.reach import Policy

KEPT = DAY
"""Seconds for which a `robots.txt` is good (RFC 9309 wants it asked for again after a day)."""
LEFT = 3600.0
"""Seconds for which a server is left alone whose `robots.txt` cannot be had: it may forbid us everything."""
MOST_MARK = 1000
"""Letters of a mark that are sent back."""
PERMANENT = frozenset({301, 308})
LATER = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers that may be others the next time."""
BUSY = frozenset({429, 503})
"""Answers by which a server asks to be left alone, whatever else is wanted of it."""
LEAST_LEFT = 600.0
"""Seconds for which one is left alone that does not say for how long."""


@dataclass(frozen=True, slots=True)
class Reached:
    """The last answer on the way, and where the address has moved to for good, empty where it has not."""

    answer: Answer
    moved: str = ""


@dataclass(frozen=True, slots=True)
class Hindered:
    """Why nothing was answered, and until when it is not worth asking again (0: nobody said). `lasting`: it is no
    trouble on the way. `asked`: whether anybody was asked at all."""

    reason: str
    until: float = 0.0
    lasting: bool = False
    asked: bool = True


def mark(told: Mapping[str, str], name: str) -> str:
    """What a server marked its answer with, unless it could not go back over the wire."""
    text = told.get(name, "")
    return text if text.isascii() and text.isprintable() and len(text) < MOST_MARK else ""


class Manners:
    """Who asks servers for a watch."""

    def __init__(self, watchlist: Watchlist, memory: Memory, clock: Clock, policy: Policy) -> None:
        self._pause = watchlist.pause
        self._memory = memory
        self._clock = clock
        self._policy = replace(policy, local=policy.local | watchlist.allow)
        agent = f"{robots.AGENT}/{__version__} (watches feeds; {watchlist.contact})"
        self._headers = {"User-Agent": agent}
        self._free: dict[str, tuple[float, float]] = {}  # by host: when it may be asked, and the pause before that
        self._left: dict[str, float] = {}
        self._rules: dict[str, tuple[float, robots.Rules]] = {}

    def free(self, address: str) -> float:
        """When the host of an address may be asked (seconds since 1970)."""
        try:
            return self._free.get(address_of(address).host, (0.0, 0.0))[0]
        except DocumentError:
            return 0.0

    def ask(self, text: str, headers: Mapping[str, str]) -> Reached | Hindered:
        """What the address `text` answers in the end. `headers` go to that very address only, for they are what its
        server marked its last answer with."""
        try:
            return self._followed(address_of(text), headers)
        except DocumentError as fault:
            return Hindered(fault.what)

    def _followed(self, address: Address, headers: Mapping[str, str]) -> Reached | Hindered:
        lasting, moved, given = True, "", dict(headers)
        for _ in range(self._policy.redirects + 1):
            hindered = self._busy(address) or self._forbidden(address)
            if hindered is not None:
                return hindered
            answer = self._turn(address, given, self._policy)
            onward = answer.onward
            if onward is None:
                return Reached(answer, moved)
            lasting = lasting and answer.status in PERMANENT
            moved = onward.whole if lasting else moved
            address, given = onward, {}
        return Hindered(f"more than {self._policy.redirects} redirects")

    def _turn(self, address: Address, headers: Mapping[str, str], policy: Policy) -> Answer:
        """One request, when the host may be asked."""
        free, before = self._free.get(address.host, (0.0, 0.0))
        wait = min(free - self._clock.now(), before)  # a clock that was set back makes no pause longer
        if wait > 0:
            self._clock.sleep(wait)
        held = self._rules.get(address.origin)
        pause = max(self._pause, held[1].delay if held is not None else 0.0)
        try:
            answer = answered(address, policy, {**self._headers, **headers})
        finally:
            self._free[address.host] = (self._clock.now() + pause, pause)
        if answer.status in BUSY:
            now = self._clock.now()
            self._left[address.host] = wished(answer.told, now) or now + LEAST_LEFT
        return answer

    def _busy(self, address: Address) -> Hindered | None:
        """Why a server is left alone that asked for it."""
        until = self._left.get(address.host, 0.0)
        if not self._clock.now() < until <= self._clock.now() + MOST_ASKED:
            return None
        return Hindered("its server asked to be left alone", until, asked=False)

    # robots.txt ------------------------------------------------------------------------------------------------------

    def _forbidden(self, address: Address) -> Hindered | None:
        """Why an address may not be asked for."""
        until, rules = self._robots(address)
        if rules is None:
            return Hindered("its robots.txt cannot be had, and may forbid it", until)
        if not rules.allow(address.target):
            return Hindered("its robots.txt forbids it", until, lasting=True)
        return None

    def _robots(self, address: Address) -> tuple[float, robots.Rules | None]:
        """The rules of a server, and until when they are good; None where they cannot be had."""
        now, origin = self._clock.now(), address.origin
        held = self._rules.get(origin)
        if held is not None and held[0] > now:
            return held
        kept = self._memory.robots(origin)
        if kept is None or not now < kept[0] <= now + KEPT:  # a clock that was set back makes nothing good for long
            kept = self._asked_for(address)
            self._memory.keep_robots(origin, *kept)
        until, text = kept
        if text is None:
            return until, None
        self._rules[origin] = (until, robots.rules_of(text))
        return self._rules[origin]

    def _asked_for(self, address: Address) -> tuple[float, str | None]:
        """The text of a `robots.txt`: empty where there is none, None where it cannot be told."""
        policy = replace(self._policy, most_bytes=robots.MOST_BYTES)
        try:
            at = address.joined("/robots.txt")
            for _ in range(policy.redirects + 1):
                answer = self._turn(at, {}, policy)
                onward = answer.onward
                if onward is not None:
                    at = onward
                    continue
                now = self._clock.now()
                if answer.source is not None:
                    return now + KEPT, answer.source.data.decode("utf-8", "replace")
                if 400 <= answer.status < 500 and answer.status not in LATER:
                    return now + KEPT, ""
                break
        except DocumentError as fault:
            if fault.what.startswith(("no such host", "leads to", "cannot be fetched")):
                raise  # nothing of that server can be had: its own words tell why
        return self._clock.now() + LEFT, None
