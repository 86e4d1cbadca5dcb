"""What is known to break a rule, and why it stands all the same: `known.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase, translate
from functools import lru_cache
from pathlib import Path

from burdenshare.errors import RecordError
from burdenshare.intake.rules.faults import Fault

DECLARED = Path(__file__).with_name("known.toml")
_KEYS = {"fault", "what", "reason", "example"}


@dataclass(frozen=True, slots=True)
class Known:
    """One known exception: the ids of faults it explains (with `*` for any text), what they say where that is named
    (so that the same cell with another value is no exception), the reason, one id in full."""

    faults: tuple[str, ...]
    what: str
    reason: str
    example: str
    matches: re.Pattern[str]

    def explains(self, fault: Fault) -> bool:
        """Whether this is the exception of a fault."""
        return self.matches.match(fault.id) is not None and fnmatchcase(fault.what, self.what)


@lru_cache(maxsize=1)
def declared() -> tuple[Known, ...]:
    """The packaged exceptions. Raises RecordError for an unknown key, no reason, or an example that does not match."""
    return parse(DECLARED.read_text(encoding="utf-8"))


def parse(text: str) -> tuple[Known, ...]:
    """Exceptions from the text of a declaration."""
    found = []
    for one in tomllib.loads(text).get("known", []):
        if set(one) - _KEYS or not one.get("reason") or not one.get("fault"):
            raise RecordError(
                "an exception needs fault and reason, and no other key", where=DECLARED.name, remedy="mend it"
            )
        faults = (one["fault"],) if isinstance(one["fault"], str) else tuple(one["fault"])
        matches = re.compile("|".join(translate(text) for text in faults))
        example = one.get("example", faults[0])
        if not matches.match(example):
            raise RecordError(f"'{example}' is no example of it", where=faults[0], remedy="name one that is")
        found.append(Known(faults, one.get("what", "*"), one["reason"], example, matches))
    return tuple(found)


def unexplained(faults: Iterable[Fault], also: Iterable[Known] = ()) -> Iterator[Fault]:
    """Those faults that no exception explains; `also` are exceptions beside the packaged ones."""
    exceptions = (*declared(), *also)
    for fault in faults:
        if explained(fault, exceptions) is None:
            yield fault


def explained(fault: Fault, exceptions: Sequence[Known]) -> Known | None:
    """The exception that explains a fault."""
    return next((one for one in exceptions if one.explains(fault)), None)
