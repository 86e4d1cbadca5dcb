"""What goes to a worker and what comes back: frozen values that can travel between processes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from burdenshare.web.given import Given


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be checked and how: `on` is the day of the text, `now` that of the second clock, None for what the
    document says and for the newest edition; `title` and `outlet`, where given, are what it is called and who printed
    it, which its words do not tell."""

    given: Given
    on: date | None = None
    now: date | None = None
    title: str = ""
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which statements are shown: those of a kind, a speaker, a verdict when it was said, a verdict now; empty for
    all."""

    kind: str = ""
    speaker: str = ""
    then: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Facets:
    """What the statements of a result can be filtered by, each value once, in the order of the text."""

    kinds: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    now: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A checked article for a page: the HTML of its sheet, its title, its text, and what it can be filtered by."""

    html: str
    title: str
    text: str
    published: date | None
    facets: Facets = field(default_factory=Facets)
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Packed:
    """Frozen values as bytes, so that the process that serves pages carries them and never takes them apart."""

    data: bytes

    @property
    def size(self) -> int:
        """How many bytes they take."""
        return len(self.data)


@dataclass(frozen=True, slots=True)
class StoryTold:
    """The stories of several articles: `packed` holds them, `page` the whole laid out as HTML, `persons` and `issues`
    (id and name) are what they can be narrowed to, `left_out` says of each article that could not be used why."""

    packed: Packed
    title: str
    persons: tuple[str, ...]
    issues: tuple[tuple[str, str], ...]
    left_out: tuple[str, ...]
    page: bytes = b""

    @property
    def size(self) -> int:
        """How many bytes it takes."""
        return self.packed.size + len(self.page)


@dataclass(frozen=True, slots=True)
class File:
    """Something to download: its bytes, media type and name."""

    data: bytes
    media: str
    name: str
