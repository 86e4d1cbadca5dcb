"""How long the story stage takes, and how its memory grows: `python -m benchmarks.stories`.

Makes checked documents of our own from frames (meetings, speakers, counts, targets, stands; a tenth of them prints of
another), without any reading: the stage alone is measured. Prints seconds of one core and peak memory for 1,000, 5,000
and 10,000 documents, and how both grow from the first to the last.
"""

from __future__ import annotations

import gc
import random
import time
import tracemalloc
from dataclasses import replace
from datetime import date, timedelta
from math import inf

from burdenshare.checking.model import Checked, CheckedDocument
from burdenshare.checking.stories import tell
from burdenshare.reading.model import Document, Interval, Kind, Modality, Mode, Span, Speaker, Statement
from burdenshare.record import load_record

SIZES = (1_000, 5_000, 10_000)
REPORTS = 40
"""Reports of one meeting: what the stage is for."""
ALLIES = ("DEU", "FRA", "POL", "ITA", "ESP", "CAN", "NLD", "NOR", "EST", "LTU", "GBR", "USA")
ISSUES = {
    "spending_target": ("We must raise our defence spending", "We reject a higher defence spending target"),
    "ukraine_membership": ("Ukraine's place is in NATO", "NATO membership for Ukraine is unrealistic"),
    "industry": ("Our arms industry must produce more", "The arms industry needs no new orders"),
}
WORDS = (
    "harbour frontier column letter winter market engine bridge railway cable council village river minister journal",
    "factory shell drone tank budget deficit interest coalition parliament ballot speech treaty border radar battery",
)
FIRST = date(2021, 1, 4)
DAYS = 1_600


def documents(amount: int, seed: int = 7) -> list[CheckedDocument]:
    """Checked documents over four years; every tenth is a print of an earlier one with a word changed."""
    dice = random.Random(seed)
    made: list[CheckedDocument] = []
    for number in range(amount):
        if made and number % 10 == 9:
            made.append(_print_of(made[dice.randrange(max(0, len(made) - 50), len(made))], number))
        else:
            made.append(_document(number, dice))
    return made


def _print_of(original: CheckedDocument, number: int) -> CheckedDocument:
    held = original.document
    text = held.text.replace("railway", "canal", 1)
    day = held.published + timedelta(days=1) if held.published else None
    return replace(original, document=replace(held, id=f"d{number}", text=text, published=day))


def _document(number: int, dice: random.Random) -> CheckedDocument:
    """A report of one of the meetings: its day, its own three speakers, its ally."""
    meeting = number // REPORTS
    own = random.Random(meeting)
    day = FIRST + timedelta(days=own.randrange(DAYS) + dice.randrange(4))
    speaker = Speaker(f"Minister {meeting} {dice.choice('ABC')}", mode=Mode.QUOTE)
    heads, tails = (one.split() for one in WORDS)
    own_end = "".join(chr(97 + int(digit)) for digit in str(meeting))
    vocabulary = [own.choice(heads) + own.choice(tails) + own_end for _ in range(40)]
    body = " ".join([*dice.choices(vocabulary, k=379), "railway"])
    statements = _statements(day, dice, speaker, own.choice(ALLIES))
    text = body + " " + " ".join(one.text for one in statements)
    return CheckedDocument(
        Document(f"d{number}", text, day, "option"),
        date(2026, 7, 2),
        "benchmark",
        "benchmark",
        tuple(Checked(one, None, None) for one in statements),
        (),
    )


def _statements(day: date, dice: random.Random, speaker: Speaker, ally: str) -> list[Statement]:
    found = [_count(day, dice), _share(day, dice, ally), _target(day, dice, speaker)]
    for issue, sides in ISSUES.items():
        side = dice.randrange(2)
        found.append(
            Statement(
                "",
                Span(0, 9),
                Span(0, 9),
                sides[side],
                Kind.POSITION,
                issue=issue,
                direction=("for", "against")[side],
                speaker=speaker,
            )
        )
    return [replace(one, id=f"s{at}", span=Span(at * 10, at * 10 + 9)) for at, one in enumerate(found)]


def _said(text: str, kind: Kind, subject: str, measure: str, value: Interval, unit: str, year: int) -> Statement:
    return Statement(
        "", Span(0, 9), Span(0, 9), text, kind, (subject,), measure, "=", value, unit, text, str(year), "explicit"
    )


def _count(day: date, dice: random.Random) -> Statement:
    met = dice.randrange(6, 24)
    value = Interval(met, met, central=met, kind="count")
    return _said(f"{met} of the allies", Kind.FACT, "NATO", "allies_at_guideline", value, "allies", day.year)


def _share(day: date, dice: random.Random, ally: str) -> Statement:
    share = round(dice.uniform(1.0, 4.5), 2)
    value = Interval(share - 0.005, share + 0.005, central=share)
    return _said(f"{share} per cent", Kind.FACT, ally, "share_of_gdp", value, "%", day.year - 1)


def _target(day: date, dice: random.Random, speaker: Speaker) -> Statement:
    share = dice.choice((2.5, 3.0, 3.5, 4.0, 5.0))
    value = Interval(share, inf, central=share)
    wanted = _said(f"more than {share:g} per cent", Kind.PROMISE, "NATO", "guideline", value, "%", day.year)
    return replace(wanted, comparator=">", period="", period_from="", modality=Modality.DEMAND, speaker=speaker)


def main() -> None:
    """Print one line a size, and the growth."""
    record = load_record()
    tell(documents(20), record)  # tables are read once
    print(f"{'documents':>10} {'seconds':>8} {'MiB':>7} {'stories':>8} {'copies':>7}")
    measured = []
    for size in SIZES:
        made = documents(size)
        gc.collect()
        begun = time.process_time()
        told = tell(made, record)
        seconds = time.process_time() - begun
        copies = sum(len(one.copies) for one in told.stories)
        stories = len(told.stories)
        del told
        gc.collect()
        tracemalloc.start()
        tell(made, record)
        peak = tracemalloc.get_traced_memory()[1] / 2**20
        tracemalloc.stop()
        measured.append((size, seconds, peak))
        print(f"{size:>10,} {seconds:>8.2f} {peak:>7.1f} {stories:>8} {copies:>7}", flush=True)
    (small, quick, little), (large, slow, much) = measured[0], measured[-1]
    print(f"{large / small:.0f} times the documents: {slow / quick:.1f} times the time, {much / little:.1f} the memory")


if __name__ == "__main__":
    main()
