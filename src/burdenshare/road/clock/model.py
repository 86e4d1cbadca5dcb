"""The values of the clock: a dated statement classified, what it counts for, and the rules it is read by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from burdenshare.record.model import Horizon


class Feared(StrEnum):
    """What a statement fears. Statements on different things never share a curve."""

    LOCAL_WAR = "local_war"  # a war against a neighbour of the adversary
    ATTACK_ON_ALLY = "attack_on_ally"  # an attack on one ally or several, on their territory, on NATO
    LARGE_WAR = "large_war"  # a war with the alliance as a whole, or on the scale of the continent
    THREAT = "threat"  # forces rebuilt or moved near: no attack is named
    PREPARATION = "preparation"  # how long there is to prepare, or by when forces are to be ready: no forecast


class CountsFrom(StrEnum):
    """From when a statement's years count."""

    DAY_SAID = "day_said"
    CEASE_FIRE = "cease_fire"  # from the end or the freezing of the war, of which nobody knows the day


class Standing(StrEnum):
    """What a statement does in the clock."""

    HORIZON = "horizon"  # it names a span of its own, which is drawn
    NO_SIGN = "no_sign"  # it says that nothing is to be expected: shown beside the curves
    REPEATS = "repeats"  # it gathers what others said, who stand here themselves: shown, counts nothing
    ASIDE = "aside"  # it speaks of something else, or names no span of its own: shown, counts nothing


class SpeakerKind(StrEnum):
    """Who speaks, as far as a weight may go by it."""

    INTELLIGENCE = "intelligence"
    MILITARY = "military"
    GOVERNMENT = "government"
    ALLIANCE = "alliance"  # officials of NATO and of the EU
    INSTITUTE = "institute"
    INDUSTRY = "industry"
    PRESS = "press"  # a concern that a paper reports of a government


class OpenEnd(StrEnum):
    """How "within five years" and "by 2030" are spread."""

    EVEN = "even"  # over the whole time from the day said, all of it alike
    LATE = "late"  # in the last year before the end


@dataclass(frozen=True, slots=True)
class StatedHorizon:
    """One dated statement with its place in the clock. `said` is the record's row, `count` what its span tells:
    several statements of one `count` count once. `own` marks one that the user added."""

    key: str
    said: Horizon
    feared: Feared | None
    counts_from: CountsFrom
    condition: str
    speaker: SpeakerKind
    count: str
    standing: Standing
    reason: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Ceasefire:
    """The cease-fire that is supposed: some day from `first` to `last`, all of them alike."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Factor:
    """One factor of a weight, and why it is what it is."""

    value: float
    reason: str


@dataclass(frozen=True, slots=True)
class Weights:
    """What a statement counts for: a factor by the grade of its page, by its speaker, by whether it stands under a
    condition, by itself, and by its age, which halves it every `half_life` years (None: age changes nothing)."""

    grade: Mapping[str, Factor]
    speaker: Mapping[str, Factor]
    condition: Mapping[str, Factor]
    half_life: float | None
    half_life_reason: str
    statement: Mapping[str, Factor] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ClockScenario:
    """What is asked of the clock. `ceasefire` None leaves what counts from one out of the curves; `weights` None takes
    the shipped ones; `statements` are the user's own; `until` None shows all years that the spans reach."""

    name: str
    title: str
    reference: str = ""
    ceasefire: Ceasefire | None = None
    until: int | None = None
    open_end: OpenEnd = OpenEnd.EVEN
    weights: Weights | None = None
    statements: tuple[StatedHorizon, ...] = ()
    source: str = field(default="", compare=False)
