"""What a server lets programs ask for: `robots.txt` as RFC 9309 has it, with the pause that many add.

Python's own reader of it takes the first rule that fits, and a `*` in a path for a letter; the standard wants the
longest rule, and `*` for anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

AGENT = "burdenshare"
"""Our name in it, and in the User-Agent."""
MOST_BYTES = 512_000
"""RFC 9309 wants at least 500 kibibytes to be read."""
MOST_DELAY = 3600.0
"""Seconds of a pause that are kept to; a server that wants more wants no programs, and should say so."""

_ESCAPED = re.compile(r"%[0-9a-fA-F]{2}")


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules for us: paths with whether they may be asked for, and the seconds between two requests."""

    paths: tuple[tuple[bool, str], ...] = ()
    delay: float = 0.0

    def allow(self, target: str) -> bool:
        """Whether path and query may be asked for: the longest rule that fits decides, and of two equal ones the
        kinder."""
        wanted = _plain(target)
        fitting = [(len(path), allowed) for allowed, path in self.paths if _fits(path, wanted)]
        return max(fitting, default=(0, True))[1]


NONE = Rules(((False, "/"),))
"""Nothing may be asked for."""


def rules_of(text: str, agent: str = AGENT) -> Rules:
    """The rules for `agent` in a `robots.txt`: those of all groups that name it, else those for everybody."""
    ours: list[tuple[str, str]] = []
    everybody: list[tuple[str, str]] = []
    named = False
    agents: set[str] = set()
    heading = False
    for name, value in _lines(text):
        if name == "user-agent":
            agents = {*(agents if heading else ()), value.partition("/")[0].strip().casefold()}
            heading = True
            named |= agent in agents
            continue
        if name in ("allow", "disallow", "crawl-delay"):
            heading = False
            if agent in agents:
                ours.append((name, value))
            if "*" in agents:
                everybody.append((name, value))
    return _rules(ours if named else everybody)


def _lines(text: str) -> list[tuple[str, str]]:
    found = []
    for line in text.removeprefix("\ufeff").splitlines():
        name, colon, value = line.partition("#")[0].partition(":")
        if colon:
            found.append((name.strip().casefold(), value.strip()))
    return found


def _rules(held: list[tuple[str, str]]) -> Rules:
    paths = tuple((name == "allow", _plain(value)) for name, value in held if name != "crawl-delay" and value)
    delays = [value for name, value in held if name == "crawl-delay" and re.fullmatch(r"\d{1,9}(?:\.\d{1,6})?", value)]
    return Rules(paths, min(max(map(float, delays), default=0.0), MOST_DELAY))


def _plain(path: str) -> str:
    """A path with its letters written in one way."""
    ascii_only = "".join(one if one.isascii() else "".join(f"%{byte:02X}" for byte in one.encode()) for one in path)
    return _ESCAPED.sub(lambda found: found[0].upper(), ascii_only)


def _fits(path: str, target: str) -> bool:
    """Whether a rule's path is how `target` begins; `*` stands for anything, `$` at the end for the end."""
    whole = path.endswith("$")
    first, *others = (path[:-1] if whole else path).split("*")
    if not target.startswith(first):
        return False
    at = len(first)
    for number, piece in enumerate(others, start=1):
        if whole and number == len(others):
            return len(target) - len(piece) >= at and target.endswith(piece)
        at = target.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return not whole or at == len(target)
