"""A page for each publisher whose releases the record keeps apart: every series, its releases, its sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from tools.catalogue import gather
from tools.catalogue.markdown import (
    GRADES,
    NOTES,
    WRITTEN,
    count,
    coverage,
    folded,
    graded,
    key,
    measured,
    told_sources,
    variant,
    years,
)
from tools.catalogue.series import Series, Vintage, series_of
from tools.markdown import table


@dataclass(frozen=True, slots=True)
class Publisher:
    """A page: its file, its title, what is good to know, the series, and what a value that is no outturn is called."""

    file: str
    title: str
    about: str
    series: tuple[Series, ...]
    estimates: str = ""


NATO = f"""The tables of *Defence Expenditure of NATO Countries*, each release with its own day, its own prices and its
own estimates. Three releases are complete or nearly so (June 2019, June 2024, July 2026); the others are known as far
as newspapers and agencies printed them. Until 2025 the whole of defence expenditure is counted, since July 2026 core
expenditure. What was settled and what is doubtful: [the notes]({NOTES}#natos-expenditure-by-release-nato)."""

IMF = f"""The *World Economic Outlook*, vintage by vintage, so that growth, prices and debt can be told as they were
foreseen on a day. Days, gaps and doubts: [the notes]({NOTES}#macroeconomic-vintages-macromacroparquet)."""

BANK = f"""The *World Development Indicators* as copied on four days, for what the Outlook lacks: exchange rates,
constant prices, and the military series of countries outside the alliance. Doubts:
[the notes]({NOTES}#macroeconomic-vintages-macromacroparquet)."""

KIEL = f"""The *Ukraine Support Tracker* by release. Releases differ by re-booking: take one, never mix. What is
allocated, committed and disbursed are different things. Doubts:
[the notes]({NOTES}#aid-to-ukraine-supportsupportcsv)."""

SPOKEN = """Totals, growth and counts that NATO printed beside its tables, or that were said on the day
(`nato/headlines.csv`). What a person said is shown beside a statement and is never evidence."""


def publishers() -> tuple[Publisher, ...]:
    """Those whose releases the record keeps apart."""
    outlook, indicators = gather.macro("WEO"), gather.macro("WDI")
    return (
        Publisher("nato.md", "NATO: defence expenditure", NATO, series_of(gather.nato()), "estimates"),
        Publisher("imf.md", "IMF: World Economic Outlook", IMF, series_of(outlook), "projections"),
        Publisher("world-bank.md", "World Bank: World Development Indicators", BANK, series_of(indicators)),
        Publisher("kiel.md", "Kiel Institute: aid to Ukraine", KIEL, series_of(gather.aid())),
    )


def page(one: Publisher) -> str:
    """The page of a publisher."""
    ordered = sorted(one.series, key=lambda each: (each.measure, each.variant, each.unit))
    taken = sum((each.sources for each in ordered), Counter[str]())
    parts = [f"# {one.title}", WRITTEN, one.about, _size(one), _overview(ordered)]
    if one.file == "nato.md":
        taken.update(cell.source for cell in gather.headlines())
        parts += ["## Printed and spoken aggregates", SPOKEN, _headlines()]
    for measure, group in groupby(ordered, key=lambda each: each.measure):
        parts += [f"## `{measure}`", measured(measure)]
        parts += [folded(_summary(each), _vintages(each, one.estimates)) for each in group]
    return "\n\n".join([*parts, "## Sources", GRADES, told_sources(taken)]) + "\n"


def _size(one: Publisher) -> str:
    newest = max((vintage for each in one.series for vintage in each.vintages), key=lambda each: each.day)
    values = count(sum(each.values for each in one.series), "value")
    held = f"{values} in {count(len(one.series), 'series', 'series')}"
    return f"{held}; the newest release is {newest.release} of {newest.day}."


def _overview(series: Iterable[Series]) -> str:
    """All series of a page at a glance."""
    rows = [
        (
            f"[`{one.measure}`](#{one.measure})",
            variant(one) or "–",
            one.unit,
            str(len(one.vintages)),
            f"{one.values:,}",
            years(one.first, one.last),
            one.vintages[-1].release,
        )
        for one in series
    ]
    head = ("measure", "prices or kind", "unit", "releases", "values", "years", "newest")
    return table(head, rows, right=(3, 4))


def _summary(one: Series) -> str:
    named = ", ".join(part for part in (variant(one), one.unit) if part)
    many = f"{count(len(one.vintages), 'release')}, {count(one.values, 'value')}, {years(one.first, one.last)}"
    return f"{named} <small>{many}; {graded(one.grades)}</small>"


def _vintages(one: Series, estimates: str) -> str:
    """The releases of a series, the newest first."""
    head = ("release", "published", "values", *((estimates,) if estimates else ()), "years", "who", "sources")
    rows = [_vintage(vintage, bool(estimates)) for vintage in reversed(one.vintages)]
    return table(head, rows, right=(2, 3) if estimates else (2,))


def _vintage(vintage: Vintage, estimates: bool) -> tuple[str, ...]:
    flagged = (f"{vintage.estimates:,}",) if estimates else ()
    told = ", ".join(f"{key(name)} {many:,}" for name, many in vintage.sources.most_common())
    head = (vintage.release, vintage.day or "no day", f"{vintage.values:,}", *flagged)
    return (*head, years(vintage.first, vintage.last), coverage(vintage), told)


def _headlines() -> str:
    series = sorted(series_of(gather.headlines()), key=lambda each: (each.measure, each.variant))
    head = ("measure", "prices", "unit", "values", "years", "told", "of whom", "grade")
    summary = f"{count(sum(one.values for one in series), 'value')} of {count(len(series), 'kind')}"
    return folded(summary, table(head, map(_headline, series), right=(3,)))


def _headline(one: Series) -> tuple[str, ...]:
    return (
        f"`{one.measure}`",
        variant(one) or "not named",
        one.unit,
        f"{one.values:,}",
        years(one.first, one.last),
        one.told,
        ", ".join(one.entities),
        graded(one.grades),
    )


def vintages_of(one: Publisher) -> Iterator[Vintage]:
    """The parts of all its releases."""
    for each in one.series:
        yield from each.vintages
