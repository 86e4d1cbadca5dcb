"""A statement in the making: tokens instead of offsets, before speaker and identity are known."""

from __future__ import annotations

from dataclasses import dataclass, field

from burdenshare.quick import quick
from burdenshare.reading.model import Interval, Kind, Modality


@quick
@dataclass(frozen=True, slots=True)
class Draft:
    """What a rule found in one sentence. `first`..`last` are the tokens the statement covers, `focus` those to mark."""

    first: int
    last: int
    focus: tuple[int, int]
    kind: Kind
    measure: str
    rule: str
    subject: tuple[str, ...] = ()
    comparator: str = "="
    value: Interval | None = None
    unit: str = ""
    period: str = ""
    period_from: str = ""
    baseline: str = ""
    baselines: tuple[str, ...] = ()
    basis: str = ""
    real: bool | None = None
    cumulative: bool | None = None
    threshold: float | None = None
    below: bool = False
    denominator: str = ""
    holes: frozenset[str] = field(default_factory=frozenset)
    modality: Modality = Modality.FACT
    place: str = ""
    event: str = ""
    person: str = ""
    office: str = ""
    former: bool = False
    comparison: bool = False  # `up from …`, `against three in 2014`: sets no period for what follows
    background: bool = False  # the outlet's own aside behind somebody's reported words
    note: str = ""
    likely: bool = False  # read by the words around it alone: never ground for a contradiction
    issue: str = ""  # of a position: an id of `tables/issues.toml`
    direction: str = ""  # of a position: for, against, or empty
    by: str = ""  # of a rank: the measure that orders the allies
    against: tuple[str, ...] = ()  # of a comparison: the others
    quantifier: str = ""  # of an exception: `all` or `only`
    ours: bool = False  # said of `we`, `our country`: the speaker's own country, where the speaker has one


@quick
@dataclass(frozen=True, slots=True)
class Topic:
    """What the text was speaking of: carried into the next sentence for ellipses (`up from 1.4 %`, `nine do not`)."""

    measure: str = ""
    subject: tuple[str, ...] = ()
    holes: frozenset[str] = field(default_factory=frozenset)
    period: str = ""
    threshold: float | None = None
    block: int = -9
    country: str = ""  # the last ally that was the subject of a figure or sentence
    shares_at: int = -99  # the last block that spoke of shares of GDP or the guideline
    money_at: int = -99  # the last block that spoke of defence spending in money or growth
    period_from: str = ""
    defence_at: int = -99  # the last block with a sentence on defence spending
    common_at: int = -99  # the last block that spoke of NATO's common budget
    counted_at: int = -99  # the last block that counted allies at the guideline
    others_at: int = -99  # the last block that named another body's statistic (SIPRI, the IISS)
    own_at: int = -99  # the last block that cited NATO's own figures
    aid_at: int = -99  # the last block that spoke of aid to Ukraine or abroad
    series: tuple[str, ...] = ()  # the last group that carried money or growth
    likely: bool = False  # the last figure was read by the words around it alone
    home: str = ""  # the one ally the whole text is about
    firm: str = ""  # the arms maker named last
    firm_at: int = -99  # the last block that named one
