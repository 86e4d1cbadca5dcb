"""Who stands where, as tables: rows of words under a head, each with its source, for the terminal and the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from burdenshare.record import Record
from burdenshare.record.donors import EUROPE, INSTITUTIONS, UNITED_STATES, donor_name
from burdenshare.record.months import YEAR
from burdenshare.report.citations import citation
from burdenshare.report.support.lines import REGIONAL, Line, Table, sources_of
from burdenshare.report.support.otherwise import otherwise_table
from burdenshare.report.support.telling import (
    NOTHING,
    bare,
    course_words,
    per_cent,
    share_words,
    told_money,
    undated_words,
)
from burdenshare.road.support.given import Given
from burdenshare.road.support.moves import Course, Move, Moves
from burdenshare.road.support.standing import GROUPS, Monthly, Standing


def tables(record: Record, standing: Standing, *, full: bool = True) -> tuple[Table, ...]:
    """Every table of the view that has rows; without `full`, of who rose and who fell the largest at each end."""
    made = (
        *((_groups(record, standing),) if standing.groups else ()),
        *((_donors(record, standing),) if standing.donors else ()),
        *((otherwise_table(record, standing, standing.checked, full=full),) if standing.checked else ()),
        *((_sides(record, standing),) if _asks_sides(standing) else ()),
        *((moves_table(record, standing, standing.moves, full=full),) if standing.moves else ()),
        *((_years(record, standing.monthly),) if standing.monthly else ()),
        *((_pages(record, standing),) if standing.told is None else ()),
    )
    return tuple(one for one in made if one.lines)


def _groups(record: Record, standing: Standing) -> Table:
    shown = [one for one in standing.shown if one in standing.groups]
    if not standing.shown:
        every = (*standing.groups, INSTITUTIONS, UNITED_STATES)
        shown = sorted(every, key=lambda one: GROUPS.index(one) if one in GROUPS else len(GROUPS))
    found = [given for one in shown if (given := standing.given(one)) is not None]
    note = "Europe, the United States and the rest of the world share all donors out; the other groups cut across them"
    return Table(
        "groups",
        "Groups",
        ("", "EUR", "% of GDP 2021", "% a year", "EUR a head"),
        tuple(_group(record, standing, one) for one in found),
        "" if standing.shown else note,
    )


def _donors(record: Record, standing: Standing) -> Table:
    shown = [one for one in standing.donors if standing.asks(one.donor)]
    through = any(one.through is not None for one in shown)
    more = ("part of EU aid", "% with it") if through else ()
    return Table(
        "donors",
        "Donors",
        ("", "EUR", "place", "% of GDP 2021", "place", "% a year", "EUR a head", *more),
        tuple(_donor(record, standing, one, through) for one in shown),
        "places are among countries; a part of EU aid is what the release gives a member of what the institutions gave"
        if through
        else "places are among countries",
    )


def _group(record: Record, standing: Standing, one: Given) -> Line:
    cells = (
        donor_name(record, one.donor),
        told_money(one),
        share_words(one.share),
        NOTHING if one.yearly is None else per_cent(one.yearly.value),
        NOTHING if one.per_head is None else f"{one.per_head:,.0f}",
    )
    return Line(cells, _sources(standing, one), one.donor in REGIONAL)


def _donor(record: Record, standing: Standing, one: Given, through: bool) -> Line:
    part = () if not through else _parts(one)
    cells = (
        donor_name(record, one.donor),
        told_money(one),
        str(one.place or NOTHING),
        share_words(one.share),
        str(one.place_by_share or NOTHING),
        NOTHING if one.yearly is None else per_cent(one.yearly.value),
        NOTHING if one.per_head is None else f"{one.per_head:,.0f}",
        *part,
    )
    return Line(cells, _sources(standing, one))


def _parts(one: Given) -> tuple[str, str]:
    if one.through is None:
        return NOTHING, NOTHING
    with_it = NOTHING if one.share_with is None else per_cent(one.share_with.value)
    return bare(one.through.value), with_it


def _sources(standing: Standing, one: Given) -> tuple[tuple[str, str], ...]:
    uses = one.yearly is not None or one.per_head is not None
    rows = [*one.rows, *([one.share.printed] if one.share is not None and one.share.printed is not None else [])]
    return sources_of(rows, standing.ground if uses else None, None if standing.told is None else standing.told.book)


def _asks_sides(standing: Standing) -> bool:
    """Whether the two are to be held against each other: one of them was asked for, or nobody was."""
    return not standing.shown or bool({EUROPE, UNITED_STATES} & set(standing.shown))


def _sides(record: Record, standing: Standing) -> Table:
    lines = [
        Line(
            (
                f"{donor_name(record, one.group)}, by sum",
                bare(one.europe),
                bare(one.america),
                NOTHING if one.times is None else f"{one.times:.2f} times",
                _release(standing),
            ),
            sources_of(standing.groups[one.group].rows),
        )
        for one in standing.sides
    ]
    lines += [_printed(record, standing, place) for place in range(len(standing.printed))]
    note = (
        "printed: the tracker's own Europe on a dated page; behind it what the newest release with months books today "
        "for the same months. The two differ by what was re-counted since"
    )
    return Table(
        "europe",
        "Europe against the United States",
        ("", "Europe, EUR", "United States, EUR", "times", "told by"),
        tuple(lines),
        note if standing.printed else "",
        (0, 4),
    )


def _release(standing: Standing) -> str:
    return "" if standing.told is None else f"release {standing.told.book.release.id}"


def _printed(record: Record, standing: Standing, place: int) -> Line:
    one = standing.printed[place]
    times = NOTHING
    if one.america is not None and one.america.value > 0:
        times = f"{one.europe.value / one.america.value:.2f} times"
    months = f"{str(one.europe.period).replace('/', ' to ')}"
    by = one.europe.release
    if one.summed is not None and one.apart is not None:
        sign = "+" if one.apart >= 0 else "−"
        most = f" to {bare(one.summed_high)}" if one.summed_high is not None and one.summed_high > one.summed else ""
        by += f"; by sum of release {one.by} {bare(one.summed)}{most} ({sign}{bare(abs(one.apart))})"
    return Line(
        (
            f"Europe, printed, {months}",
            bare(one.europe.value),
            NOTHING if one.america is None else bare(one.america.value),
            times,
            by,
        ),
        sources_of([one.europe]),
    )


MOST_MOVES = 6
"""Donors told at each end of who rose and who fell, where the whole is not asked for."""


def moves_table(record: Record, standing: Standing, moves: Moves, *, full: bool) -> Table:
    """Who rose and who fell: all donors asked for, else all or the largest at each end."""
    shown = [one for one in moves.donors if one.course is not Course.NOTHING]
    if standing.shown:
        shown = [one for one in shown if standing.asks(one.donor)]
    elif not full and len(shown) > 2 * MOST_MOVES:
        shown = [*shown[:MOST_MOVES], *shown[-MOST_MOVES:]]
    left = 0 if standing.shown else len([one for one in moves.donors if one.course is not Course.NOTHING]) - len(shown)
    lines = [_move(record, moves, one) for one in shown]
    undated = undated_words(moves.told.book)
    if not standing.shown:
        lines.insert(0, _move(record, moves, moves.total(), strong=True))
    return Table(
        "moves",
        f"Who rose and who fell: {len(moves.after)} months to {moves.after.last} against those to {moves.before.last}",
        ("", "before, EUR", "after, EUR", "change", "what became of it"),
        tuple(lines),
        f"release {moves.told.book.release.id}, monthly rows: {moves.before.first} to {moves.before.last} and "
        f"{moves.after.first} to {moves.after.last}; the largest rise first"
        + (f"; {left} donors between are left out" if left else "")
        + (f"; {undated}" if undated else ""),
        (0, 4),
    )


def _move(record: Record, moves: Moves, one: Move, *, strong: bool = False) -> Line:
    sign = "+" if one.change > 0 else "−" if one.change < 0 else ""
    rows = [row for rows in moves.told.book.months.get(one.donor, {}).values() for row in rows][:1]
    cells = (
        donor_name(record, one.donor),
        bare(one.before),
        bare(one.after),
        f"{sign}{bare(abs(one.change))}",
        course_words(one),
    )
    return Line(cells, sources_of(rows, None, moves.told.book), strong)


def _years(record: Record, monthly: Monthly) -> Table:
    """The months added up by year, of the regions or of those asked for: all months would be as long as the war."""
    series = monthly.shown or monthly.regions
    years = range(int(monthly.span.first[:4]), int(monthly.span.last[:4]) + 1)
    told = ((f"release {monthly.release}", citation(monthly.source).address),)
    lines = tuple(Line(cells, told) for cells in _by_year(monthly, series, years))
    head = ("", *(donor_name(record, one) for one in series), *(() if monthly.shown else ("together",)))
    begun = {year: monthly.span.in_year(year) for year in years if monthly.span.in_year(year) < YEAR}
    note = "; ".join(
        (
            f"release {monthly.release}, monthly rows added up",
            *(f"{year} counts {n} months" for year, n in begun.items()),
        )
    )
    return Table("years", "By year, EUR" if monthly.shown else "By year and region, EUR", head, lines, note)


def _by_year(
    monthly: Monthly, series: Mapping[str, tuple[float, ...]], years: Sequence[int]
) -> Iterator[tuple[str, ...]]:
    months = monthly.span.months()
    for year in years:
        at = [place for place, month in enumerate(months) if month.startswith(str(year))]
        sums = [sum(values[place] for place in at) for values in series.values()]
        yield (str(year), *(bare(one) for one in sums), *(() if monthly.shown else (bare(sum(sums)),)))


def _pages(record: Record, standing: Standing) -> Table:
    shown = [one for one in standing.pages if standing.asks(one.entity)]
    lines = tuple(
        Line(
            (
                donor_name(record, one.entity),
                bare(one.value),
                str(one.period).replace("/", " to "),
                one.release,
                one.grade.value,
            ),
            sources_of([one]),
        )
        for one in shown
    )
    return Table(
        "pages", "Single figures of dated pages", ("", "EUR", "counted", "release", "grade"), lines, "", (0, 2, 3, 4)
    )
