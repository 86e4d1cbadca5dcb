"""Who stands where, in words: the head, what it rests on, what is not known. The same in every form."""

from __future__ import annotations

from collections.abc import Iterator

from burdenshare.record import Record
from burdenshare.record.aid_books import Book, Definition, Kind
from burdenshare.record.aid_counted import Way
from burdenshare.record.donors import ALL, EUROPE, UNITED_STATES, donor_name
from burdenshare.record.model import Release
from burdenshare.report import wording
from burdenshare.road.support.answering import Answering
from burdenshare.road.support.given import Given
from burdenshare.road.support.ground import TRACKED
from burdenshare.road.support.moves import Course, Move
from burdenshare.road.support.shares import Over, Share
from burdenshare.road.support.standing import Standing

DEFINED = {
    Definition.ALLOCATION: "allocated",
    Definition.COMMITMENT: "committed",
    Definition.DISBURSEMENT: "disbursed",
}
KINDS = {Kind.TOTAL: "aid of all kinds"} | {one: f"{one} aid" for one in Kind if one is not Kind.TOTAL}
WAYS = {
    Way.WHOLE: "its own sums over the war, as printed",
    Way.YEARS: "sums of its yearly rows",
    Way.MONTHS: "sums of its monthly rows; a month without a row had no aid booked",
}
MARKS = {Over.PRINTED: "", Over.OUTLOOK: "o", Over.IMPLIED: "i", Over.SEVERAL: "s"}
"""Behind a share of GDP: what it is taken over, where that is not the release's own ratio."""
MARKED = {
    Over.PRINTED: "no mark: the release's own ratio to GDP of 2021",
    Over.OUTLOOK: "o: over GDP of 2021 by {vintage}",
    Over.IMPLIED: "i: over the GDP of 2021 that the release's own ratios imply",
    Over.SEVERAL: "s: over a sum of GDPs, some by {vintage}, some by the release's ratios",
}
NOTHING = "–"
BOOKED_WHOLE = 0.995
"""From this part of its own sum on a release books all of it by month: what is missing then is rounding."""


def title(standing: Standing) -> str:
    """What is told."""
    return f"Support to Ukraine: {KINDS[standing.asked.kind]} {DEFINED[standing.asked.definition]}"


def money(value: float) -> str:
    """Euro in words: `EUR 30.63 bn`, `nothing`."""
    return wording.money(value, "EUR") if value else "nothing"


def bare(value: float) -> str:
    """The same without the currency, for a column."""
    return wording.money(value, "").strip() if value else NOTHING


def told_money(one: Given) -> str:
    """Euro with what is not dated: `2.73 bn (to 3.06 bn)`."""
    if one.high <= one.low:
        return bare(one.value)
    return f"{bare(one.value)} (to {bare(one.high)})"


def share_words(one: Share | None) -> str:
    """A share of GDP with the mark of what it is taken over: `0.85`, `0.226 o`."""
    return NOTHING if one is None else f"{per_cent(one.value)} {MARKS[one.over]}".strip()


def per_cent(value: float) -> str:
    """Per cent to two decimals, and to three below one, as the tracker prints them: most donors differ there."""
    return f"{value:.2f}" if abs(value) >= 1 else f"{value:.3f}"


def released(one: Release) -> str:
    """`release 29 of 2026-08-04`, `release 30, undated`."""
    return f"release {one.id} of {one.released_on}" if one.released_on else f"release {one.id}, undated"


def known_on(standing: Standing) -> str:
    """The day, and of a release read on a secondary page that it was: what stands right under the title."""
    day = f"as known on {standing.on.isoformat()}"
    if standing.told is None or standing.checked is None:
        return day
    return f"{day} by release {standing.told.book.release.id}, a secondary page: no verdict rests on it"


def caveat(standing: Standing) -> str:
    """That no verdict rests on what is told, and what a check goes by instead; nothing where it goes by the same."""
    if standing.told is None or standing.checked is None:
        return ""
    by = standing.checked.told
    goes = "has nothing to go by" if by is None else f"goes by release {by.book.release.id} and may say otherwise"
    own = standing.told.book.release.id
    return f"release {own} was read on a secondary page: no verdict rests on it, so a check {goes}"


def headline(record: Record, standing: Standing) -> str:
    """Europe and the United States in one sentence; of donors asked for, the first."""
    if standing.told is None:
        return _of_pages(record, standing)
    if standing.shown:
        return _of_shown(record, standing, standing.shown[0])
    europe, america = standing.given(EUROPE), standing.given(UNITED_STATES)
    every = standing.given(ALL)
    assert every is not None
    sums = f"All donors {DEFINED[standing.asked.definition]} {money(every.value)}"
    if europe is None or america is None:
        return f"{sums}."
    times = f", {europe.value / america.value:.1f} times as much" if america.value > 0 else ""
    return f"{sums}: Europe {money(europe.value)}, the United States {money(america.value)}{times}."


def _of_shown(record: Record, standing: Standing, entity: str) -> str:
    one = standing.given(entity)
    name = donor_name(record, entity)
    if one is None:
        return f"{name}: no row of the tracker tells of it."
    share = "" if one.share is None else f", {per_cent(one.share.value)} % of GDP of {TRACKED}"
    place = "" if one.place is None else f"; place {one.place} among countries"
    if one.place_by_share is not None:
        place += f", {one.place_by_share} by share of GDP"
    return f"{name} {DEFINED[standing.asked.definition]} {money(one.value)}{share}{place}."


def _of_pages(record: Record, standing: Standing) -> str:
    newest = standing.printed[0] if standing.printed else None
    if newest is None or newest.america is None:
        return f"Only single figures of dated pages are known: {len(standing.pages)} of them."
    ends = str(newest.europe.period).replace("/", " to ")
    return f"Europe {money(newest.europe.value)}, the United States {money(newest.america.value)}, counted {ends}."


def counted(told: Answering) -> str:
    """The months that are told, and by which rows."""
    span = told.book.period.replace("/", " to ") if told.way is Way.WHOLE else str(told.span).replace("/", " to ")
    return f"{span}: {WAYS[told.way]}"


def undated_words(book: Book) -> str:
    """How much of what a release counts its months leave out; nothing where they hold all, or where that is unknown."""
    booked = book.booked()
    if booked is None or booked > BOOKED_WHOLE:
        return ""
    return f"its months hold {100 * booked:.0f} % of its own sum, the rest has no date and is left out here"


def ground_lines(record: Record, standing: Standing) -> Iterator[str]:
    """What the figures rest on: the release, those passed over, GDP, how Europe is counted."""
    told = standing.told
    if told is None:
        yield "single figures of the tracker's pages; pages of different days count different months"
        return
    yield f"{told.book.release.title} ({released(told.book.release)}), {counted(told)}"
    yield from (f"{one.release.title} is newer and not asked: {one.why}" for one in told.passed)
    if said := caveat(standing):
        yield said
    undated = sum(one.high - one.low for one in standing.donors)
    if undated > 0:
        yield (
            f"{money(undated)} is counted by the release and booked in no month or year: it may lie in these months or "
            "in others, so a sum has two ends"
        )
    overs = {one.share.over for one in _told(standing) if one.share is not None}
    marks = [MARKED[one].format(vintage=standing.ground.vintage) for one in Over if one in overs]
    if marks:
        yield f"% of GDP of {TRACKED}; {'; '.join(marks)}"
    if standing.ground.vintage:
        yield (
            f"% a year: the same aid a year over GDP of those years, and euro a head: {standing.ground.vintage}, "
            "dollars at its own rates"
        )
    yield (
        "EU institutions are a donor of their own; a member's part of their aid is told beside its own and added to no "
        "sum"
    )
    yield "Europe: the tracker's own sum of continental Europe and the EU institutions; Türkiye is not in it"


def _told(standing: Standing) -> Iterator[Given]:
    """Donors and groups that are shown."""
    yield from (one for one in standing.donors if standing.asks(one.donor))
    yield from (one for one in standing.groups.values() if not standing.shown or one.donor in standing.shown)


def lacks(record: Record, standing: Standing) -> Iterator[str]:
    """What is not known."""
    yield from standing.lacks
    left = {one for given in _told(standing) if given.yearly is not None for one in given.yearly.left_out}
    if left and standing.told is not None:
        names = ", ".join(sorted(donor_name(record, one) for one in left))
        yield f"GDP of {names}: the Outlook of the record does not list them; sums leave them out of the share a year"


def course_words(one: Move) -> str:
    """What became of a donor's aid: `rose 4.4 times`, `stopped`."""
    if one.course in (Course.ROSE, Course.FELL) and one.times is not None:
        change = 100 * (one.times - 1)
        if one.times >= 2:
            return f"{one.course}, {one.times:.1f} times"
        return f"{one.course}, {wording.signed(change)} %"
    return str(one.course)
