"""The sections of an archive's page: what each shows of the answers to the ready-made questions."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from burdenshare.corpus.asking.asking import Asking
from burdenshare.corpus.asking.naming import claim_name, matter_name
from burdenshare.corpus.asking.pictures.bars import Bar, bars
from burdenshare.corpus.asking.pictures.columns import columns
from burdenshare.corpus.asking.pictures.drawing import NARROW, WIDE, Frame
from burdenshare.corpus.asking.pictures.moved import moved
from burdenshare.corpus.asking.pictures.spread import spread
from burdenshare.corpus.asking.questions import asked, question_of
from burdenshare.corpus.model import Fate
from burdenshare.corpus.told import meant
from burdenshare.record import Record
from burdenshare.report.wording import clean, counted

Row = dict[str, Any]
Draw = Callable[[Frame], Markup]

MOST_CLAIMS = 12
MOST_SPREADS = 3
"""Claims whose spread is drawn: the contradicted that most voices tell."""
MOST_MOVED = 8
MOST_SPEAKERS = 12
MOST_ROWS = 15
"""Rows of a table; the questions give all."""
MOST_DOTS = 5_000
"""Days and outlets of a picture."""
AS_THEY_ARE = ("claim",)
"""Columns that other questions are asked by; they are shown escaped like all words."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its words, where they lead, and whether they are a figure or a day."""

    words: str
    address: str = ""
    figure: bool = False
    day: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: its anchor, heading and sentence, pictures with what they show, a table. `asks` is the
    question that gives all of it; `empty` is told in the place of all where there is nothing."""

    anchor: str
    title: str
    lead: str
    asks: str
    drawn: Markup | None
    caption: str
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: str


class Rows:
    """The answers to the questions of the page, their words without what could steer a reader."""

    def __init__(self, asking: Asking) -> None:
        self.asking = asking

    def __call__(self, name: str, **values: str | int) -> list[Row]:
        found = asked(self.asking, question_of(name), (), **values).named()
        return [{name: _cleaned(name, value) for name, value in row.items()} for row in found]

    def one(self, sql: str) -> Row:
        """The only row of an answer."""
        return self.asking.ask(sql).named()[0]


def _cleaned(name: str, value: Any) -> Any:
    return clean(value) if isinstance(value, str) and name not in AS_THEY_ARE else value


def sections(rows: Rows, record: Record) -> Iterator[Section]:
    """All sections in their order."""
    months = rows("months")
    yield _section("months", draw=partial(columns, months) if months else None)
    yield from _contradicted(rows, record)
    undated = rows("undated", most=MOST_ROWS)
    yield _section(
        "undated", ((_words(row), row["texts"], row["voices"], row["outlets"], row["today"]) for row in undated)
    )
    revised = rows("revised", most=MOST_ROWS)
    yield _section(
        "revised",
        ((row["who"], _words(row), row["times"], row["last"], row["last_right"], row["record"]) for row in revised),
    )
    yield _moved(rows, record)
    yield _speakers(rows)
    yield _copies(rows)
    left = rows("not-understood", most=MOST_ROWS)
    yield _section(
        "not-understood",
        ((row["reason"], row["times"], row["texts"], _leading(row["example"], row["see"])) for row in left),
    )
    unread = rows("unread", most=MOST_ROWS)
    fates = [meant(Fate(row["fate"]), row["documents"]) for row in unread]
    yield _section(
        "unread",
        ((row["documents"], fate, row["reason"], row["example"]) for fate, row in zip(fates, unread, strict=True)),
    )


def _contradicted(rows: Rows, record: Record) -> Iterator[Section]:
    """The claims that the record refutes, then how the most told of them went round."""
    found = rows("contradicted", most=MOST_CLAIMS)
    drawn = [
        Bar(
            f"{_quoted(row['words'])} · {clean(claim_name(row['claim'], record))}",
            (("v-contradicted", row["voices"]),),
            f"{counted(row['voices'], 'voice')}, {counted(row['outlets'], 'outlet')}",
        )
        for row in found
    ]
    columns_of = ("texts", "voices", "outlets", "first", "last", "record")
    told = ((_words(row), *(row[name] for name in columns_of)) for row in found)
    draw: Draw = lambda frame: bars("claims", "Contradicted claims by voices", drawn, frame, above=True)  # noqa: E731
    yield _section("contradicted", told, draw if found else None)
    went = [row for row in found if row["first"] != row["last"]][:MOST_SPREADS]
    for number, row in enumerate(went, start=1):
        if days := rows("spread", claim=row["claim"], most=MOST_DOTS):
            yield _spread(number, row, days)


def _spread(number: int, claim: Row, days: Sequence[Row]) -> Section:
    first, last = days[0], days[-1]
    return _section(
        "spread",
        draw=partial(spread, number, f"Who printed it when, claim {number}", days),
        number=str(number),
        asks=f"spread claim='{clean(claim['claim'])}'",
        words=_quoted(claim["words"]),
        first=first["day"],
        outlet=first["outlet"] or "an unknown outlet",
        last=last["day"],
        prints=counted(last["so_far"], "print"),
        outlets=counted(last["outlets"], "outlet"),
    )


def _moved(rows: Rows, record: Record) -> Section:
    lines: dict[tuple[str, str], list[Row]] = {}
    for row in rows("moved", most=MOST_DOTS):
        lines.setdefault((row["speaker"], clean(matter_name(row["matter"], record))), []).append(row)
    most = dict(sorted(lines.items(), key=lambda one: (-_turns(one[1]), one[0]))[:MOST_MOVED])
    told = (
        (row["speaker"], matter, row["day"], _quoted(row["words"]), row["read_as"], row["moved"])
        for (_, matter), held in most.items()
        for row in held
    )
    return _section("moved", told, partial(moved, most) if most else None)


def _turns(rows: Sequence[Row]) -> int:
    return sum(row["moved"] in ("up", "down", "firmer", "vaguer") for row in rows)


def _speakers(rows: Rows) -> Section:
    found = rows("speakers", most=MOST_SPEAKERS)
    drawn = [Bar(row["speaker"], _parts(row), f"{row['said']:,} in {counted(row['texts'], 'text')}") for row in found]
    return _section("speakers", draw=partial(bars, "speakers", "Who is cited most", drawn) if found else None)


def _parts(row: Row) -> tuple[tuple[str, float], ...]:
    judged = {"v-contradicted": row["contradicted"], "v-depends": row["near"], "v-supported": row["supported"]}
    return (*judged.items(), ("v-none", row["said"] - sum(judged.values())))


def _copies(rows: Rows) -> Section:
    told = (
        (
            row["title"] or "without a title",
            *(row[name] for name in ("prints", "outlets", "first_in", "first", "days")),
            f"{row['alike']:.0%}",
        )
        for row in rows("copies", most=MOST_ROWS)
    )
    return _section("copies", told)


def _section(
    name: str,
    rows: Iterable[Sequence[Any]] = (),
    draw: Draw | None = None,
    *,
    number: str = "",
    asks: str = "",
    **told: Any,
) -> Section:
    """The section of that name in the table, with its picture for a screen and for a telephone, of which the style
    shows one. `told` stands in its words."""
    words = _declared()[name]
    laid = tuple(tuple(map(_cell, row)) for row in rows)
    names = words.get("head", ())
    head = tuple(Cell(one, figure=laid[0][at].figure) for at, one in enumerate(names)) if laid else ()
    return Section(
        f"{name}{number}",
        words["title"].format_map(told),
        words["lead"].format_map(told),
        asks or name,
        None if draw is None else draw(WIDE) + draw(NARROW),
        words.get("caption", ""),
        head,
        laid,
        words["empty"],
    )


@cache
def _declared() -> Mapping[str, Any]:
    text = files("burdenshare.corpus.asking").joinpath("sections.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _words(row: Row) -> Cell:
    """What was said, leading to where it was."""
    return _leading(row["words"], row["see"])


def _leading(words: str, see: str) -> Cell:
    """Words that lead to where they stand, if that is an address."""
    return Cell(_quoted(words), see if see.startswith(("https://", "http://")) else "")


def _cell(value: Any) -> Cell:
    """Figures stand at the right, days are not broken."""
    if isinstance(value, Cell):
        return value
    if isinstance(value, int):
        return Cell(f"{value:,}", figure=True)
    if isinstance(value, date):
        return Cell(value.isoformat(), day=True)
    return Cell("" if value is None else str(value))


def _quoted(words: str | None) -> str:
    return f"“{' '.join((words or '').split())}”"
