"""What of an entry is told, and in which words: the same for the terminal and the page."""

from __future__ import annotations

from dataclasses import dataclass, field

from burdenshare.checking.alliance.aid import STALE, months_before
from burdenshare.checking.alliance.model import Entry, Mark, Origin, View
from burdenshare.report import wording
from burdenshare.report.citations import Citation, citation

SYMBOLS = {
    Mark.PLAIN: "·",
    Mark.MEETS: "●",
    Mark.BELOW: "○",
    Mark.OPEN: "◌",
    Mark.OLDER: "□",
    Mark.UNKNOWN: "–",
    Mark.LATER: "»",
    Mark.ROUGH: "?",
}
"""Shapes differ, so that they survive a print without colours."""


def value_words(one: Entry) -> str:
    """The entry in words, or its value with its unit; estimates are marked `e`."""
    if one.words:
        return one.words
    if one.value is None:
        return "not known"
    shown = f"{share(one)} %" if one.unit == "%" else wording.amount(one.value, one.unit)
    return f"{shown} e" if one.estimate else shown


def share(one: Entry) -> str:
    """A share with both decimals, as 2 % and 1.99 % must not look alike; with one where no more was printed."""
    return f"{one.value or 0.0:.1f}" if one.mark is Mark.OPEN else f"{one.value or 0.0:.2f}"


def change_words(one: Entry) -> str:
    """The rise or fall on the year before, in points with its sign; empty where the release does not tell."""
    return "" if one.change is None else f"{one.change:+.2f}"


def dates(one: Entry) -> str:
    """When it was made, said or taken, and when it is due."""
    made = one.on.replace("/", " to ")
    return ", ".join(filter(None, (made, f"due {one.due}" if one.due else "")))


def price_words(one: Entry) -> str:
    """The plain price, or an empty text where the notes say why there is none."""
    if one.price is None:
        return ""
    if not one.price.total_high and not one.price.total_low:
        return "nothing more a year"
    line = wording.total_line(one.price).removeprefix("total ")
    return line.split("; taken as")[0] if len(one.price.lines) < 2 else line


def glance(view: View) -> list[tuple[str, str]]:
    """The view in a few lines: what an editor asks first."""
    found = [("members", _first(view, "members").split(";")[0]), ("guideline", _in_force(view))]
    found += [("who meets", line) for line in view.section("shares").told if line.startswith("at or above")]
    parts = [one for one in view.section("burden").entries if one.kind == "share of the total" and one.value]
    mixed = len({release_of(one) for one in parts[:2]}) > 1
    shares = ", ".join(
        f"{one.label} {wording.amount(one.value, '%')}" + (f" ({release_of(one)})" if mixed else "")
        for one in parts[:2]
    )
    found += [("burden", f"{shares} of the total")] if shares else []
    found.append(("pledges", _first(view, "pledges")))
    heads = [one for one in view.section("officials").entries if one.words == "secretary general"]
    found += [("in post", f"{one.label}, secretary general since {one.on}") for one in heads]
    found += [("meetings", line) for line in view.section("meetings").told[:1]]
    given = aid_given(view)
    found += [("aid", given)] if given else []
    return [(name, words) for name, words in found if words]


def aid_given(view: View) -> str:
    """The two largest sums of aid, with the months they count: a count that ends long before the day must not be taken
    for that day's."""
    aid = [one for one in view.section("aid").entries if one.kind.startswith("total")][:2]
    spans = {one.period.replace("/", " to ") for one in aid}
    if len(spans) != 1:
        return ", ".join(f"{one.label} {value_words(one)} ({one.period.replace('/', ' to ')})" for one in aid)
    sums = ", ".join(f"{one.label} {value_words(one)}" for one in aid)
    return f"{sums}, counted from {spans.pop()}{old(aid[0], view)}"


def old(one: Entry, view: View) -> str:
    """How long before the day of the view a count ends, where that is some months."""
    months = months_before(one.period.split("/")[-1], view.day)
    return f", {months} months before this day" if months >= STALE else ""


def release_of(one: Entry) -> str:
    """The release of an entry's first source; figures of two releases need not add up."""
    return one.origins[0].release if one.origins else ""


def _first(view: View, name: str) -> str:
    return next(iter(view.section(name).told), "")


def _in_force(view: View) -> str:
    """The guidelines in force, in one phrase: `at least 3.5 % and at least 5 % of GDP, due 2035 (The Hague summit)`."""
    held = [one for one in view.section("guideline").entries if one.kind == "in force" and "up to" not in one.words]
    if not held:
        return ""
    levels = " and ".join(one.words.removesuffix(" of GDP") for one in held)
    due = f", due {held[0].due}" if held[0].due else ""
    return f"{levels} of GDP, set {held[0].on} ({', '.join(held[0].notes)}){due}"


@dataclass
class Numbered:
    """Sources under numbers, in the order in which they are first named; one number a source and release."""

    held: dict[tuple[str, str], tuple[int, Origin]] = field(default_factory=dict)

    def of(self, one: Entry) -> list[int]:
        """The numbers of an entry's sources."""
        found = []
        for origin in one.origins:
            key = (citation(origin.source).address or origin.source, origin.release)
            if key not in self.held:
                self.held[key] = (len(self.held) + 1, origin)
            found.append(self.held[key][0])
        return found

    def lines(self) -> list[tuple[int, Origin, Citation]]:
        """Every number with what it stands for."""
        return [(number, origin, citation(origin.source)) for number, origin in self.held.values()]


def source_words(origin: Origin, cited: Citation) -> str:
    """A source on one line: release and day, publisher and title, table, address."""
    out = origin.released_on.isoformat() if origin.released_on else "undated"
    release = f"{origin.release} ({out})" if origin.release and origin.release not in cited.title else ""
    if ", " in origin.release:  # of a stated figure: who stated it and when, or the page that did
        release = "" if "://" in origin.release else origin.release
    label = cited.label if cited.title or not cited.address else ""
    table = origin.table.split(":")[0]
    return "; ".join(filter(None, (release, label, table, cited.address)))
