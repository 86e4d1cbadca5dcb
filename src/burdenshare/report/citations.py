"""What a source key stands for, so that a reader can open the page behind every value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from burdenshare.record import tables

_URL = re.compile(r"https?://[^\s;|<>\"]+")
_GITHUB = re.compile(r"(?:github:([\w.-]+/[\w.-]+)|\b([\w.-]+/[\w.-]+)(?=@))(?:@([0-9a-f]{7,40})(?::([^\s;|]+))?)?")


@dataclass(frozen=True, slots=True)
class Citation:
    """A source: its title, who published it, and an address that opens it (both may be empty)."""

    key: str
    title: str
    publisher: str
    address: str

    @property
    def label(self) -> str:
        """Title and publisher, or the key itself where the record has no title."""
        return f"{self.publisher}: {self.title}" if self.title else self.key

    @property
    def name(self) -> str:
        """The label without the address that is told beside it; the address where nothing else is left."""
        if not self.address:
            return self.label
        return self.label.replace(self.address, "").strip(" :;+") or self.address


def citation(key: str) -> Citation:
    """The citation of an observation's or dated entry's `source`; keys that are addresses speak for themselves."""
    held = _catalogue().get(key)
    return held if held is not None else Citation(key, "", "", opened(key))


def opened(text: str) -> str:
    """The first address in `text` that a browser can open; empty where there is none."""
    if found := _URL.search(text):
        return _unbracketed(found[0])
    if found := _GITHUB.search(text):
        named, bare, commit, path = found.groups()
        repository = named or bare
        inside = f"/blob/{commit}/{path}" if path else f"/tree/{commit}" if commit else ""
        return f"https://github.com/{repository}{inside}"
    return ""


def _unbracketed(address: str) -> str:
    """An address without what closes the sentence around it; a bracket of its own (`..._(Denmark)`) stays."""
    bare = address.rstrip(".,")
    while bare.endswith(")") and bare.count(")") > bare.count("("):
        bare = bare[:-1].rstrip(".,")
    return bare


@cache
def _catalogue() -> dict[str, Citation]:
    """Every key of the packaged table of sources."""
    return {
        row["source"]: Citation(row["source"], row["title"], row["publisher"], opened(row["address"]))
        for row in tables.rows("sources.csv")
    }
