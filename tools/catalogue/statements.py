"""The pages of what stands outside any release: figures that somebody stated on a day, and dated entries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from burdenshare.record import tables
from tools.catalogue import gather
from tools.catalogue.markdown import GRADES, NOTES, WRITTEN, count, folded, graded, key, told_sources, variant, years
from tools.catalogue.series import Series, series_of
from tools.markdown import table

SAID = f"""What firms, officials and institutes said of output, needs, forces and stockpiles. Nothing here is a
measurement of ours: contradictory statements stand side by side. What each of these is good for, and what is missing:
[the notes]({NOTES}#industry-requirements-reconstitution-holdings-industry-capabilities)."""

DATED = f"""What was promised and decided, what happened, who joined when, who held which post, who belongs to which
group. Grades of offices (A to D) and known gaps: [the notes]({NOTES}#people-titles-places-groups-people)."""

VOCABULARY = ("people/aliases.csv", "people/titles.csv", "people/places.csv")


def stated() -> str:
    """Figures that somebody stated on a day."""
    return _page("Figures stated on a day", SAID, gather.STATED)


def entries() -> str:
    """Commitments, events, members, offices, groups, currencies, and the words that mean them."""
    rows = [(f"`{path}`", _title(path), f"{len(tables.rows(path, layers=())):,}") for path in VOCABULARY]
    words = table(("table", "what it holds", "rows"), rows, right=(2,))
    return _page("Dated entries", DATED, gather.ENTRIES, "## Words", "Compiled for this project from usage.", words)


def _page(title: str, about: str, listed: tuple[gather.Stated, ...], *more: str) -> str:
    parts = [f"# {title}", WRITTEN, about]
    taken: Counter[str] = Counter()
    for one in listed:
        series = sorted(series_of(gather.stated(one)), key=lambda each: (each.variant, each.unit))
        for each in series:
            taken.update(each.sources)
        many = f"{count(sum(each.values for each in series), 'row')} of {count(len(series), 'kind')}"
        parts += [f"## {_title(one.table)}", folded(f"{many} <small>{one.table}</small>", _listed(series))]
    return "\n\n".join([*parts, *more, "## Sources", GRADES, told_sources(taken)]) + "\n"


def _title(path: str) -> str:
    return next(str(one["title"]) for one in tables.resources() if one["path"] == path)


def _listed(series: Iterable[Series]) -> str:
    rows = [
        (
            variant(one) or one.measure.replace("_", " "),
            one.unit or "–",
            f"{one.values:,}",
            years(one.first, one.last),
            one.told or "–",
            count(len(one.entities), "entity", "entities") if one.entities else "–",
            graded(one.grades),
            ", ".join(key(name) for name, _ in one.sources.most_common()),
        )
        for one in series
    ]
    return table(("kind", "unit", "rows", "years", "dated", "of whom", "grade", "sources"), rows, right=(2,))
