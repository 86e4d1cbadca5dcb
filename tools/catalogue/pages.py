"""Every page of the catalogue, and the one that leads to them."""

from __future__ import annotations

from collections.abc import Iterable

from burdenshare.record import tables
from tools.catalogue import gather, publishers, statements
from tools.catalogue.markdown import NOTES, WRITTEN, count, folded, years
from tools.catalogue.publishers import Publisher, vintages_of
from tools.markdown import table

HEAD = """It is bitemporal: every value has the period it speaks of and the day on which it was published, no value is
ever overwritten, and every row names its source. A *series* is one measure on one price basis in one unit by one
publisher; a *release* or *vintage* is what that publisher said on one day."""

MORE = f"""Outside any release stand [figures stated on a day](stated.md) (industry, requirements, forces, stockpiles)
and [dated entries](entries.md) (commitments, events, members, offices, groups). [The notes]({NOTES}) tell how each
table was made and checked, what is missing and what is doubtful; [the licences](../../DATA_LICENSES.md) under which
terms each source may be passed on. What the record does not hold at all, and what to do about it, stands in
[the limits](../limits.md#what-the-record-lacks)."""


def pages() -> dict[str, str]:
    """Every page by its file in `docs/data/`."""
    found = publishers.publishers()
    return {
        "index.md": _index(found),
        **{one.file: publishers.page(one) for one in found},
        "stated.md": statements.stated(),
        "entries.md": statements.entries(),
    }


def _index(found: Iterable[Publisher]) -> str:
    """What there is, and where."""
    edition = f"The record that comes with this version speaks for the world up to **{tables.edition(layers=())}** (its"
    version = f"version is `{tables.record_version(layers=())}`)."
    head = ("publisher", "series", "releases", "values", "years", "published")
    summary = f"Releases by day, the newest first <small>{count(len(gather.releases()), 'release')}</small>"
    parts = [
        "# The data",
        WRITTEN,
        f"{edition} {version} {HEAD}",
        table(head, map(_row, found), right=(1, 2, 3)),
        MORE,
        folded(summary, _releases()),
    ]
    return "\n\n".join(parts) + "\n"


def _row(one: Publisher) -> tuple[str, ...]:
    held = tuple(vintages_of(one))
    days = sorted({vintage.day for vintage in held if vintage.day})
    return (
        f"[{one.title}]({one.file})",
        str(len(one.series)),
        str(len({vintage.release for vintage in held})),
        f"{sum(vintage.values for vintage in held):,}",
        years(min(each.first for each in one.series), max(each.last for each in one.series)),
        f"{days[0]} to {days[-1]}",
    )


def _releases() -> str:
    listed = sorted(gather.releases(), key=lambda row: (row["released_on"], row["release"]), reverse=True)
    rows = [
        (
            row["release"],
            row["publisher"],
            row["released_on"] or "no day",
            row["own_year"],
            row["definition"] or "–",
            row["date_known_from"],
        )
        for row in listed
    ]
    return table(("release", "publisher", "published", "newest year", "counts", "how the day is known"), rows)
