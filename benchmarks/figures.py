"""Figures alone: value and unit of every labelled figure, as this package and other libraries read them.

    python -m benchmarks.figures [--errors]

No measure, owner or speaker is asked, so that libraries which know none can be compared. A label counts as met where a
figure that overlaps its words has a value the label allows (and, where the words themselves name a unit, that unit).
Libraries that are not installed are named and left out: `pip install quantulum3 recognizers-text-suite "emoji<2"`.
"""

from __future__ import annotations

import argparse
import importlib
import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import isclose
from time import perf_counter
from typing import Any

from benchmarks.labels import FILES, Label, Labelled, labelled
from burdenshare.reading.folding import fold
from burdenshare.reading.quantities import quantities
from burdenshare.reading.sentences import sentences
from burdenshare.reading.tokens import tokenize

_HOLDS_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|half|third|"
    r"thirds|quarter|quarters|fifth|doubled?|tripled?|trebled?|quadrupled?|halved?|dozen|twice|\w+fold)\b",
    re.IGNORECASE,
)
_UNIT_SAID = re.compile(r"%|per ?-?cent|[$€£]|\b(?:euros?|dollars?|pounds?|zlot\w+|kron\w+|USD|EUR|GBP|PLN)\b", re.I)


@dataclass(frozen=True, slots=True)
class Figure:
    """What a library reads: characters `start`..`end`, the value (or both ends), and the unit as ISO code or `%`."""

    start: int
    end: int
    values: tuple[float, ...]
    unit: str


_CROWNS = {"DKK", "NOK", "SEK", "ISK", "CZK"}
Reader = Callable[[str], list[Figure]]


def ours(text: str) -> list[Figure]:
    """The quantities of this package."""
    folded = fold(text)
    found = []
    for sentence in sentences(folded.text):
        tokens = tokenize(folded.text, sentence.start, sentence.end)
        for q in quantities(tokens):
            span = folded.given(tokens[q.first].start, tokens[q.last - 1].end)
            ends = (q.value.low, q.value.high) if q.comparator == "between" else (q.value.central,)
            found.append(Figure(span.start, span.end, ends, q.unit))
    return found


_UNITS = {
    "percentage": "%",
    "per cent": "%",
    "percent": "%",
    "dollar": "USD",
    "united states dollar": "USD",
    "euro": "EUR",
    "pound sterling": "GBP",
    "british pound": "GBP",
    "polish złoty": "PLN",
    "polish zloty": "PLN",
    "canadian dollar": "CAD",
    "norwegian krone": "NOK",
    "swedish krona": "SEK",
    "danish krone": "DKK",
    "dimensionless": "",
}


def quantulum() -> Reader:
    """quantulum3, its classifier off where scikit-learn is missing."""
    parser: Any = importlib.import_module("quantulum3.parser")

    def read(text: str) -> list[Figure]:
        found = []
        for q in parser.parse(text):
            spread = q.uncertainty or 0.0
            ends = (q.value - spread, q.value + spread) if spread else (q.value,)
            start, end = q.span
            unit = _UNITS.get(q.unit.name.casefold(), q.unit.name)
            found.append(Figure(start, end, tuple(map(float, ends)), unit))
        return found

    return read


def recognizers() -> Reader:
    """Microsoft Recognizers-Text: percentages, currencies and numbers, the longest at a place."""
    numbers: Any = importlib.import_module("recognizers_number")
    units: Any = importlib.import_module("recognizers_number_with_unit")
    english = importlib.import_module("recognizers_text").Culture.English

    def read(text: str) -> list[Figure]:
        found = [
            _recognised(one)
            for recognise in (numbers.recognize_percentage, units.recognize_currency, numbers.recognize_number)
            for one in recognise(text, english)
        ]
        return [one for one in found if one is not None]

    def _recognised(one: Any) -> Figure | None:
        said = str((one.resolution or {}).get("value") or "")
        try:
            value = float(said.rstrip("%"))
        except ValueError:
            return None
        unit = "%" if said.endswith("%") else str((one.resolution or {}).get("unit") or "").casefold()
        return Figure(one.start, one.end + 1, (value,), _UNITS.get(unit, unit))

    return read


def asked(texts: Iterable[Labelled]) -> Iterator[tuple[Labelled, Label]]:
    """The labels that name a figure in their own words."""
    for text in texts:
        for label in text.labels:
            if not label.optional and _values(label) and _HOLDS_FIGURE.search(text.text[label.start : label.end]):
                yield text, label


def _values(label: Label) -> list[Any]:
    return [value for value in label.fields.get("value", ()) if value is not None]


def met(label: Label, words: str, figures: list[Figure]) -> bool:
    """Whether some figure at the label's words has a value and a unit that the label allows."""
    units = label.fields.get("unit", ())
    here = [one for one in figures if one.start < label.end and label.start < one.end]
    for one in here:
        said = _CROWNS if one.unit == "XKR" else {one.unit}  # whose kroner: the article tells, not the figure
        if _UNIT_SAID.search(words) and units and not said & set(units) and one.unit != "times":
            continue
        if any(_same(value, one) for value in _values(label)):
            return True
    return False


def _same(value: Any, one: Figure) -> bool:
    if isinstance(value, list):
        return len(one.values) == 2 and all(
            isclose(a, b, rel_tol=1e-6) for a, b in zip(sorted(value), sorted(one.values), strict=True)
        )
    if len(one.values) != 1:
        return False
    said, read = abs(float(value)), abs(one.values[0])
    # a multiple is labelled as growth, a fraction sometimes in per cent
    return any(isclose(said, other, rel_tol=6e-3 if said < 100 else 1e-6) for other in (read, 100 * read)) or (
        one.unit == "times" and isclose(said, abs(100 * (read - 1)), rel_tol=1e-6)
    )


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--errors", action="store_true")
    errors = given.parse_args().errors
    warnings.simplefilter("ignore")
    texts = [text for name in FILES for text in labelled(name)]
    wanted = list(asked(texts))
    readers: dict[str, Callable[[], Reader]] = {
        "burdenshare": lambda: ours,
        "quantulum3": quantulum,
        "Recognizers-Text": recognizers,
    }
    base = 0.0
    print(f"{len(wanted)} labelled figures in {len(texts)} texts")
    for name, make in readers.items():
        try:
            reader = make()
        except ImportError as fault:
            print(f"{name:<18} not installed ({fault})")
            continue
        hits, seconds, failed = _run(reader, texts, wanted, errors=errors and name == "burdenshare")
        base = base or seconds
        speed = f"{seconds / base:8.1f} times our time"
        print(
            f"{name:<18} value and unit exact {hits / len(wanted):.3f}   {speed}   {failed} texts ended in an exception"
        )


def _run(
    reader: Reader, texts: list[Labelled], wanted: list[tuple[Labelled, Label]], *, errors: bool
) -> tuple[int, float, int]:
    found: dict[str, list[Figure]] = {}
    failed = 0
    reader(texts[0].text)  # tables and caches warm
    start = perf_counter()
    for text in texts:
        try:
            found[text.id] = reader(text.text)
        except Exception:
            found[text.id] = []
            failed += 1
    seconds = perf_counter() - start
    hits = 0
    for text, label in wanted:
        words = text.text[label.start : label.end]
        good = met(label, words, found[text.id])
        hits += good
        if errors and not good:
            print(f"  {text.id} {words!r}: {[(f.values, f.unit) for f in found[text.id]]}")
    return hits, seconds, failed


if __name__ == "__main__":
    main()
