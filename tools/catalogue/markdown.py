"""Words of the catalogue's pages."""

from __future__ import annotations

from collections import Counter
from functools import cache

from burdenshare.record import tables
from burdenshare.record.measures import declared
from tools.catalogue.gather import sources
from tools.catalogue.series import Series, Vintage
from tools.markdown import table

WRITTEN = "<!-- Written by `python -m tools.catalogue` from the packaged record: edit that, not this page. -->"
NOTES = "../data-catalogue.md"
"""Where hands have written what each table is good for."""

GRADES = """*official*: the body itself or the institute whose figure it is. *press*: a paper or agency with editors.
*secondary*: anything else; such a value never carries a verdict alone. *full*: with all digits; *printed*: as far as
they were printed. An address of the form `github:owner/repository@commit:path` names one version of one file."""

AID = {
    "allocation": "Aid that was delivered, or set aside for a named purpose.",
    "commitment": "Aid that was promised.",
    "disbursement": "Money that was paid out.",
}

WITHOUT = 6
"""Allies that a line names as missing; of more it tells only how many there are."""
NAMED = 8
"""Entities that a line names one by one where there are no more of them."""


def folded(summary: str, body: str) -> str:
    """A part that is shown when it is asked for."""
    return f'<details markdown="1">\n<summary>{summary}</summary>\n\n{body}\n\n</details>'


def years(first: int, last: int) -> str:
    """The years that are spoken of."""
    if not first:
        return "–"
    return str(first) if first == last else f"{first}–{last}"


def count(many: int, one: str, more: str = "") -> str:
    """`1 value`, `2 values`."""
    return f"{many:,} {one if many == 1 else more or one + 's'}"


@cache
def _members() -> dict[str, str]:
    return {row["ally"]: row["joined_on"] for row in tables.rows("commitments/members.csv", layers=())}


def coverage(vintage: Vintage) -> str:
    """How many of the members of its day a release speaks of, and who else."""
    day = vintage.day or "9999"
    of_day = {ally for ally, joined in _members().items() if joined <= day}
    allies = [one for one in vintage.entities if one in of_day]
    others = [one for one in vintage.entities if one not in of_day]
    parts = []
    if allies:
        missing = sorted(of_day.difference(allies))
        named = f" ({', '.join(allies)})" if len(allies) <= NAMED else ""
        without = f" (without {', '.join(missing)})" if missing and len(missing) <= WITHOUT and not named else ""
        parts.append(f"{len(allies)} of {count(len(of_day), 'ally', 'allies')}{named or without}")
    if others:
        parts.append(", ".join(others) if len(others) <= NAMED else f"{len(others)} others")
    return "; ".join(parts) or "–"


def graded(grades: Counter[str]) -> str:
    """The grades of the sources, with how many values bear each where there are several."""
    told = [(grade or "as each row says", many) for grade, many in grades.most_common()]
    if len(told) == 1:
        return told[0][0]
    return ", ".join(f"{grade} {many:,}" for grade, many in told)


def variant(series: Series) -> str:
    """The price basis, the kind or the item, as people say it."""
    return (
        series.variant.replace("constant_", "constant prices of ")
        .replace("_", " ")
        .replace("current", "current prices")
    )


def measured(name: str) -> str:
    """What a measure is, by the declaration of the record; what the tracker counts, in its words."""
    if name in AID:
        return AID[name]
    found = declared().find(name)
    return f"{found.title[:1].upper()}{found.title[1:]}: {found.formula}."


def key(source: str) -> str:
    """The key of a source as a link to where its page tells it."""
    return f"[`{source}`](#{anchor(source)})" if source else "in the row"


def anchor(source: str) -> str:
    """The name of the place where a source is told."""
    return f"source-{source}"


def told_sources(taken: Counter[str]) -> str:
    """The sources of a page: who, where, how good, under which terms."""
    rows = []
    for name, row in sources().items():
        if name not in taken:
            continue
        where = f"{row['publisher']}: {row['title']}; {address(row['address'])}"
        terms = f"{row['licence']} ({row['redistribution']})"
        grade = ", ".join(part for part in (row["grade"] or "as each row says", row["precision"]) if part)
        told = f'<span id="{anchor(name)}"></span>`{name}`'
        rows.append(
            (told, f"{taken[name]:,}", grade, long(where), long(terms), long(row["note"]) if row["note"] else "")
        )
    head = ("source", "values", "grade, digits", "who and where", "licence (may be passed on as)", "doubts")
    return table(head, rows, right=(1,))


def long(text: str) -> str:
    """Words that need room in a narrow column."""
    return f'<span class="long" markdown="1">{text}</span>'


def address(text: str) -> str:
    """Where a source stands: a link, the name of a file in a public repository, or words."""
    if text.startswith("http"):
        return f"<{text}>"
    return f"`{text}`" if text.startswith("github:") else text or "not identified"
