"""What a scenario of support asks and costs, in words: the same in every form."""

from __future__ import annotations

from collections.abc import Iterator

from burdenshare.record import Record
from burdenshare.record.donors import ALL, INSTITUTIONS, donor_name
from burdenshare.record.months import Span
from burdenshare.report import wording
from burdenshare.report.support.telling import KINDS, bare, money, per_cent, released, undated_words
from burdenshare.road.support.model import Give, Key, Replace, SupportScenario, Union
from burdenshare.road.support.priced import NOTHING, Cost, PricedSupport

UNIONS = {
    Union.INSTITUTIONS: "the EU institutions are a donor of their own; no member's part of their aid counts as its own",
    Union.MEMBERS: "each EU member carries its part of the institutions' aid, as the release divides it over the whole "
    "war; the institutions are no donor then",
}
KEYS = {Key.GDP: "by GDP of the year", Key.PACE: "by what each gives at the present pace"}


def names(record: Record, ids: tuple[str, ...]) -> str:
    """Names of donors and groups, with commas between."""
    return ", ".join(donor_name(record, one) for one in ids)


def asked_words(record: Record, scenario: SupportScenario) -> list[str]:
    """Everything that a scenario asks, a line each; its names must be ids."""
    lines = [f"{names(record, one.donors)}: nothing from {one.since} on" for one in scenario.stops]
    lines += [_give(record, one, scenario) for one in scenario.gives]
    lines += [_replace(record, one, scenario) for one in scenario.replaces]
    return lines or ["nothing: every donor keeps its present pace"]


def _give(record: Record, one: Give, scenario: SupportScenario) -> str:
    least = "" if one.exact else "at least "
    share = f"{least}{one.share:g} % of GDP a year in {KINDS[scenario.kind]}"
    return f"{names(record, one.donors)}: {share} from {one.since} on"


def _replace(record: Record, one: Replace, scenario: SupportScenario) -> str:
    part = "" if one.part == 1 else f"{100 * one.part:g} % of "
    span = pace_span(scenario.pace if one.pace is None else one.pace)
    gone = donor_name(record, one.donor)
    return (
        f"{names(record, one.donors)}: {part}what {gone} gave a year in {span}, {KEYS[one.key]}, from {one.since} on; "
        f"{gone}: nothing then"
    )


def pace_span(pace: Span | int) -> str:
    """A span in words, or the newest so many months."""
    return f"{pace.first} to {pace.last}" if isinstance(pace, Span) else f"the newest {pace} months"


def held_words(priced: PricedSupport) -> str:
    """What it is held against."""
    months = len(priced.pace)
    return (
        f"the present pace: {KINDS[priced.scenario.kind]} allocated in the {months} months {priced.pace.first} to "
        f"{priced.pace.last} ({released(priced.book.release)}), as a year"
    )


def headed(priced: PricedSupport) -> Cost:
    """The group or donor whose price stands at the head: the first asked for, else the widest that is moved."""
    for one in priced.shown:
        return priced.cost(one)
    moved = [one for one in (*priced.groups.values(), *priced.moved()) if one.moves]
    return moved[0] if moved else priced.groups[ALL]


def headline(record: Record, priced: PricedSupport) -> str:
    """The price in one sentence, with what it would be at the pace of other months."""
    one = headed(priced)
    name, at = donor_name(record, one.donor), priced.at
    extra, low, high = one.extra[at], one.low[at], one.high[at]
    if extra is None:
        most = "" if high is None else f", at most {money(high)}"
        return f"{name}: what it gives is not known, so neither is what it would add in {priced.year}{most}."
    if abs(extra) <= NOTHING and not one.unknown:
        return f"{name}: nothing more and nothing less than {money(one.pace or 0.0)} a year."
    word = "more" if extra >= 0 else "less"
    return f"{name}: {money(abs(extra))} {word} in {priced.year} than at the present pace{_range(low, high, extra)}."


def _range(low: float | None, high: float | None, extra: float) -> str:
    """What the price would be had the pace been that of any other span as long: told the way the sum is."""
    if low is None or high is None or abs(high - low) <= NOTHING:
        return ""
    if extra < 0:
        low, high = -high, -low
    low, high = (0.0 if abs(one) <= NOTHING else one for one in (low, high))
    if low < 0:
        words = ("less", "more") if extra >= 0 else ("more", "less")
        return f" (from {money(-low)} {words[0]} to {money(high)} {words[1]})"
    return f" ({bare(low) if low else '0'} to {bare(high)})"


def head_rows(record: Record, priced: PricedSupport) -> Iterator[tuple[str, str]]:
    """The figures under the headline, each under its name."""
    one, at = headed(priced), priced.at
    if one.pace is not None and one.pace_low is not None and one.pace_high is not None:
        yield "at present", f"{money(one.pace)} a year ({bare(one.pace_low)} to {bare(one.pace_high)})"
    asked, dollars = one.asked[at], one.dollars[at]
    if asked is not None:
        yield f"in {priced.year}", f"{money(asked)}"
    if dollars is not None and abs(dollars) > NOTHING:
        yield "in dollars", f"{wording.money(abs(dollars), 'USD')} {'more' if dollars > 0 else 'less'} in {priced.year}"
    every = [value for value in one.extra if value is not None]
    if len(every) == len(priced.years) > 1 and any(abs(value) > NOTHING for value in every):
        whole = sum(every)
        word = "more" if whole >= 0 else "less"
        yield "added up", f"{money(abs(whole))} {word}, {priced.years[0]} to {priced.years[-1]}"
    share = one.share[at]
    if one.pace_share is not None and share is not None:
        yield "share of GDP", f"{per_cent(one.pace_share)} % to {per_cent(share)} %"
    elif share is not None:
        yield "share of GDP", f"{per_cent(share)} % in {priced.year}"


def not_known(record: Record, priced: PricedSupport) -> Iterator[str]:
    """What is not known: donors without rows, without GDP, and sums that were nothing."""
    if priced.unknown:
        most = sum(priced.costs[one].high[priced.at] or 0.0 for one in priced.unknown)
        yield (
            f"{names(record, priced.unknown)}: the tracker has no row of them, so what they give is not known; they "
            f"would add between nothing and {money(most)} together in {priced.year}, which the upper end of sums counts"
        )
    if priced.lacking:
        yield (
            f"{names(record, priced.lacking)}: {priced.ground.vintage} does not list their GDP, so a share of it is no "
            "known sum, and none counts them"
        )
    for one in priced.orders.takeovers:
        bare_of = tuple(
            payer for payer in one.payers if one.key is Key.GDP and priced.ground.of_year(payer, priced.year) is None
        )
        if bare_of:
            yield (
                f"{names(record, bare_of)}: {priced.ground.vintage} does not list their GDP, so they bear no part, and "
                "the others a larger one"
            )
        if priced.replaced.get(one.donor, 0.0) <= NOTHING:
            yield f"{donor_name(record, one.donor)} gave nothing in those months: there is nothing to replace"


def ground_lines(record: Record, priced: PricedSupport) -> Iterator[str]:
    """What the price rests on."""
    span = f"{priced.pace.first} to {priced.pace.last}"
    yield f"{priced.book.release.title}: {KINDS[priced.scenario.kind]} allocated, by month, {span}"
    if undated := undated_words(priced.book):
        yield undated
    if priced.windows > 1:
        yield (
            f"in brackets: the same at the pace of every other {len(priced.pace)} months that the release holds "
            f"({priced.windows} spans since {priced.book.span.first}): so much what is given depends on the year"
        )
    yield f"GDP and euro for a dollar: {priced.ground.vintage}, to {priced.ground.horizon}"
    yield "euro of the year: a pace keeps its sum and not what it buys, while GDP grows with prices"
    for donor, sum_ in priced.replaced.items():
        yield f"replaced: {money(sum_)} a year, what {donor_name(record, donor)} gave in the span named"
    if priced.scenario.kind.value in ("total", "financial") or priced.scenario.union is Union.MEMBERS:
        yield UNIONS[priced.scenario.union]
    if any(INSTITUTIONS in one.members for one in priced.groups.values()):
        yield "Europe: the tracker's own sum of continental Europe and the EU institutions"


def title(priced: PricedSupport) -> str:
    """The scenario's own."""
    return wording.clean(priced.scenario.title)


def references(priced: PricedSupport) -> list[str]:
    """Where what is asked comes from, each once."""
    scenario = priced.scenario
    every = [one.reference for one in scenario.stops] + [one.reference for one in scenario.gives]
    every += [one.reference for one in scenario.replaces]
    return list(dict.fromkeys(one for one in (scenario.reference, *every) if one))
