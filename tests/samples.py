"""Hand-made checked documents: values no program computed, for tests of everything that shows a report."""

from __future__ import annotations

import math
from datetime import date

from burdenshare.checking.model import Checked, CheckedDocument, Judgement, Price, PriceLine, Tried, Verdict
from burdenshare.reading.model import (
    Document,
    Interval,
    Kind,
    Modality,
    Mode,
    NotVerified,
    Span,
    Speaker,
    Statement,
    Unaccounted,
)
from burdenshare.record.model import Derivation, Grade, Observation

DAY = date(2025, 2, 13)
EDITION = date(2026, 7, 2)

TEXT = (
    "A total of 23 of the 32 members met the guideline of 2 % last year, the alliance says.\n\n"
    "“We need well north of 3 %,” <b>Rutte</b> said & left in an F-35.\n"
    "Allies in Europe and Canada spent $485 billion."
)


def span(words: str, text: str = TEXT) -> Span:
    """Where `words` stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def observation(value: float = 2.1, *, entity: str = "DEU", release: str = "nato-2024-06") -> Observation:
    """One invented cell."""
    return Observation(
        measure="share_of_gdp",
        entity=entity,
        period=2024,
        basis="",
        unit="%",
        value=value,
        low=value,
        high=value,
        printed=f"{value} %",
        estimate=True,
        release=release,
        released_on=date(2024, 6, 17),
        source="NATO, table 3",
        grade=Grade.OFFICIAL,
        table="nato/expenditure.csv:12",
    )


LEAF = Derivation("share of GDP of DEU", 2.1, "%", "2024", observation=observation())
TREE = Derivation("allies at the guideline", 23.0, "allies", "2024", formula="count(share ≥ 2 %)", inputs=(LEAF,))


def judgement(
    verdict: Verdict,
    *,
    on: date = DAY,
    recorded: float = 23.0,
    distance: float = 0.0,
    unit: str = "allies",
    apart: str = "allies",
) -> Judgement:
    """One clock's answer, resting on two cells."""
    name = "newest release of the day"
    tried = Tried(name, distance == 0, recorded, recorded, recorded, unit, distance, apart, TREE)
    return Judgement(
        verdict=verdict,
        on=on,
        reading="newest release of the day",
        recorded=recorded,
        unit=unit,
        distance=distance,
        distance_unit=apart,
        band=None,
        why=f"the record counts {recorded:g}",
        evidence=(observation(), observation(1.4, entity="CAN")),
        tried=(tried,),
        derivation=TREE,
        context=("18 in the release of August 2025",),
    )


SUPPORTED = judgement(Verdict.SUPPORTED)


def count() -> Checked:
    """A fact that was right when said and is not any more."""
    statement = Statement(
        id="s1",
        span=span("A total of 23 of the 32 members met the guideline of 2 % last year"),
        focus=span("23 of the 32 members"),
        text="A total of 23 of the 32 members met the guideline of 2 % last year",
        kind=Kind.FACT,
        subject=("NATO",),
        measure="allies_at_guideline",
        comparator="=",
        value=Interval(23, 23, central=23, kind="count"),
        unit="allies",
        words="23",
        period="2024",
        threshold=2.0,
        modality=Modality.FACT,
    )
    now = judgement(Verdict.CONTRADICTED, on=EDITION, recorded=17.0, distance=6.0)
    return Checked(statement, SUPPORTED, now)


def members() -> Checked:
    """A fact nested in the words of another."""
    statement = Statement(
        id="s2",
        span=span("32 members"),
        focus=span("32 members"),
        text="32 members",
        kind=Kind.FACT,
        subject=("NATO",),
        measure="members",
        comparator="=",
        value=Interval(32, 32, central=32, kind="count"),
        unit="allies",
        words="32",
    )
    answer = judgement(Verdict.SUPPORTED, recorded=32.0)
    return Checked(statement, answer, answer)


def promise() -> Checked:
    """A demand with a price and no verdict."""
    price = Price(
        on=DAY,
        target_low=3.15,
        target_high=None,
        definition="whole",
        lines=(
            PriceLine("CAN", 1.37, 2024, 1.78, math.inf, 39.0e9, None, "nato-2024-06"),
            PriceLine("DEU", 2.12, 2024, 1.03, math.inf, 48.0e9, None, "nato-2024-06"),
            PriceLine("POL", 4.12, 2024, 0.0, 0.0, 0.0, 0.0, "nato-2024-06"),
        ),
        total_low=87.0e9,
        total_high=None,
        pooled_low=60.0e9,
        pooled_high=None,
        without_data=("ISL",),
        why="the members' shortfalls against the newest shares of that day",
        derivation=Derivation("price", 87.0e9, "USD", inputs=(LEAF,)),
    )
    statement = Statement(
        id="s3",
        span=span("well north of 3 %"),
        focus=span("well north of 3 %"),
        text="well north of 3 %",
        kind=Kind.PROMISE,
        subject=("NATO",),
        measure="guideline",
        comparator=">",
        value=Interval(3.15, math.inf, high_open=True, central=3.0),
        unit="%",
        words="well north of 3 %",
        speaker=Speaker("Mark Rutte", "secretary_general", "NATO", Mode.QUOTE, "Rutte"),
        modality=Modality.DEMAND,
    )
    return Checked(statement, None, None, price=price, context=("decided on 2025-06-25 at 3.5 core",))


def level() -> Checked:
    """A fact that depends on its reading."""
    statement = Statement(
        id="s4",
        span=span("Allies in Europe and Canada spent $485 billion"),
        focus=span("$485 billion"),
        text="Allies in Europe and Canada spent $485 billion",
        kind=Kind.FACT,
        subject=("EUR_CAN",),
        measure="expenditure",
        comparator="=",
        value=Interval(484.5e9, 485.5e9, central=485e9),
        unit="USD",
        words="$485 billion",
        period="2024",
        speaker=Speaker("", mode=Mode.NARRATION),
    )
    return Checked(statement, judgement(Verdict.DEPENDS, recorded=506.7e9, distance=4.3, unit="USD", apart="%"), None)


def not_verified() -> NotVerified:
    """What an extractor proposed in vain."""
    return NotVerified(
        span=span("$485 billion"),
        words="$485 billion",
        subject="DEU",
        measure="expenditure",
        value=485e9,
        unit="USD",
        proposer="openai-compatible",
        reason="another subject is read there (EUR_CAN)",
    )


def checked_document(name: str = "sample") -> CheckedDocument:
    """Four statements, two of them nested, and two numbers not accounted for."""
    return CheckedDocument(
        document=Document(name, TEXT, DAY, "option", "A <title>", "The Example"),
        edition=EDITION,
        code_version="0.1.0",
        record_version="abc123",
        checked=(count(), members(), promise(), level()),
        unaccounted=(Unaccounted(span("F-35"), "F-35", "the name of a weapon"),),
        remarks=("a remark",),
    )
