"""Reports, stories and the alliance in the few words that an assistant needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from burdenshare.checking.alliance.model import Entry, Section
from burdenshare.checking.model import Checked, Judgement, Verdict
from burdenshare.mcp import shapes
from burdenshare.reading.model import Statement
from burdenshare.record import Finding, Observation, Record
from burdenshare.report import wording
from burdenshare.report.alliance.alliance import Alliance
from burdenshare.report.alliance.telling import dates, glance, value_words
from burdenshare.report.citations import Citation, citation
from burdenshare.report.lookup import remarks, shown
from burdenshare.report.report import Report
from burdenshare.report.shape import finite
from burdenshare.report.stories.briefing import briefing
from burdenshare.report.stories.heads import headline, intro
from burdenshare.report.stories.story import StoryReport
from burdenshare.report.stories.views import View

MOST_SOURCES = 4
"""Sources of one statement: a count rests on a release that prints 32 cells, which is one source."""
MOST_LINES = 6
MOST_WORDS = 600
"""Characters of one statement: a longer one is a stand told over a paragraph."""

T = TypeVar("T")


def statement(said: Statement) -> dict[str, str | bool]:
    """What every statement tells."""
    return {
        "id": said.id,
        "words": wording.shortened(said.text, MOST_WORDS),
        "kind": said.kind.value,
        "question": wording.question(said),
        "said_by": wording.speaker_line(said.speaker),
        "firmness": said.modality.value,
        "likely": said.likely,
    }


def judged(entry: Checked, report: Report) -> shapes.Judged:
    """A statement with its answers."""
    price = "" if entry.price is None else wording.total_line(entry.price)
    answers = [one for one in (entry.then, entry.now) if one is not None]
    cells = [cell for one in answers for cell in one.evidence]
    cited = [report.cite(key) for key in _keys(cells, [key for one in answers for key in one.sources])]
    return shapes.Judged.model_validate(
        statement(entry.statement)
        | {"then": answer(entry.then), "now": answer(entry.now), "price": price, "sources": sources(cited)}
    )


def answer(found: Judgement | None) -> shapes.Answer | None:
    """One clock's verdict."""
    if found is None:
        return None
    recorded = "" if found.recorded is None else wording.amount(found.recorded, found.unit)
    return shapes.Answer(verdict=found.verdict.value, on=found.on.isoformat(), why=found.why, recorded=recorded)


def checked(report: Report, skip: int, limit: int, verdict: str) -> shapes.Checked:
    """A whole report, `limit` of its statements; with `verdict` only those that bear it on either clock."""
    held, document = report.checked, report.checked.document
    fitting = [one for one in held.checked if not verdict or verdict in _verdicts(one)]
    page, more = paged(fitting, skip, limit)
    counts = report.summary
    return shapes.Checked(
        title=wording.clean(document.title) or document.id,
        day=None if document.published is None else document.published.isoformat(),
        edition=held.edition.isoformat(),
        then={name: count for name, count in counts.then.items() if count},
        now={name: count for name, count in counts.now.items() if count},
        statements=[judged(one, report) for one in page],
        more=more,
        sums=[f"{one.why}" for one in held.arithmetic if one.verdict is Verdict.CONTRADICTED],
        remarks=list(held.remarks),
    )


def values(record: Record, findings: Sequence[Finding]) -> shapes.Looked:
    """Findings of one cell, each with its release."""
    first = findings[0]
    return shapes.Looked(
        entity=record.name(first.entity),
        measure=first.measure,
        period=str(first.period),
        formula=first.derivation.formula,
        values=[_value(one) for one in findings],
    )


def stories(told: StoryReport, view: View, limit: int) -> shapes.Stories:
    """The briefing of every story."""
    return shapes.Stories(
        stories=[
            shapes.Story(
                title=headline(one),
                intro=intro(one),
                parts=[
                    part("", section.title, [(item.text, item.lines) for item in section.items], limit, section.empty)
                    for section in briefing(one, told.record, view)
                ],
            )
            for one in told.stories.stories
        ]
    )


def alliance(found: Alliance, parts: Sequence[str], limit: int) -> shapes.Alliance:
    """The alliance at a glance and by its parts; of these alone also what changed."""
    view, compared = found.view, found.compared
    moved = () if compared is None else compared.changes
    changes = [wording.clean(f"{one.label}: {one.told}") for one in moved if not parts or one.section in parts]
    named = [one for one in view.sections if one.id in parts]
    return shapes.Alliance(
        day=view.day.isoformat(),
        edition=view.edition.isoformat(),
        glance=[f"{what}: {line}" for what, line in glance(view)],
        parts=[_section(one, limit) for one in named],
        changes=changes[:limit],
        more_changes=max(0, len(changes) - limit),
    )


def part(id: str, title: str, items: Sequence[tuple[str, Sequence[str]]], limit: int, empty: str = "") -> shapes.Part:  # noqa: A002
    """A part with at most `limit` items."""
    told = items or ([(empty, ())] if empty else [])
    page, more = paged(told, 0, limit)
    return shapes.Part(
        id=id,
        title=title,
        items=[shapes.Item(text=text, lines=list(lines[:MOST_LINES])) for text, lines in page],
        more=more,
    )


def paged(all_of: Sequence[T], skip: int, limit: int) -> tuple[Sequence[T], int]:
    """A page, and how many follow it."""
    return all_of[skip : skip + limit], max(0, len(all_of) - skip - limit)


def sources(cited: Iterable[Citation]) -> list[shapes.Source]:
    """What can be opened, each once."""
    told = dict.fromkeys((one.name, one.address) for one in cited)
    return [shapes.Source(title=title, address=address) for title, address in list(told)[:MOST_SOURCES]]


def _section(one: Section, limit: int) -> shapes.Part:
    told = [(line, ()) for line in one.told]
    made = part(one.id, one.title, [_entry(entry) for entry in one.entries], limit)
    return made.model_copy(update={"items": [shapes.Item(text=text, lines=[]) for text, _ in told] + made.items})


def _entry(one: Entry) -> tuple[str, list[str]]:
    words = [one.label, value_words(one), wording.clean(one.words), dates(one), one.mark.value]
    cited = [citation(origin.source) for origin in one.origins]
    return " · ".join(dict.fromkeys(filter(None, words))), [
        f"source: {one.title} {one.address}".rstrip() for one in sources(cited)
    ]


def _value(one: Finding) -> shapes.Value:
    keys = _keys(one.observations, [one.derivation.source] if one.derivation.source else [])
    day = one.release.released_on
    return shapes.Value(
        value=shown(one),
        number=finite(one.value),
        unit=one.unit,
        release=one.release.id,
        released_on=None if day is None else day.isoformat(),
        notes=remarks(one),
        sources=sources(map(citation, keys)),
    )


def _keys(cells: Iterable[Observation], keys: Iterable[str]) -> Iterator[str]:
    yield from dict.fromkeys([*(cell.source for cell in cells), *keys])


def _verdicts(entry: Checked) -> set[str]:
    return {one.verdict.value for one in (entry.then, entry.now) if one is not None}
