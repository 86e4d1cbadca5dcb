"""How far two annotators agree on the labelled pages: `python -m benchmarks.agreement`.

The first set is `tests/labelled/pages`, the second `tests/labelled/pages/second`, made from the texts alone by one who
had not seen the first. Only labels are compared, so the texts of the pages are not needed. Positions, which are always
optional, stand aside. A label that one asks for and the other allows (`optional`) counts as found; what both leave
optional counts nowhere.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from benchmarks.labels import FIELDS, FOLDER, Label

FIRST = FOLDER / "pages"
SECOND = FIRST / "second"
COMPARED = ("subject", "value", "unit", "comparator", "period", "speaker", "mode")
CHANCE = ("comparator", "mode")
"""Fields of a few classes, of which the agreement beyond chance is told."""
ROUNDED = 0.006
"""Labels write two-thirds as 0.667."""
PER_MONTH = len("2025-06")
COMMONEST = 10


@dataclass(frozen=True, slots=True)
class Pair:
    """A label of the first annotator and one of the second that speak of the same words, kind and measure."""

    first: Label
    second: Label

    @property
    def both_required(self) -> bool:
        return not self.first.optional and not self.second.optional


@dataclass(frozen=True, slots=True)
class Page:
    """One page labelled twice: its pairs, and what is asked by one annotator alone."""

    id: str
    pairs: tuple[Pair, ...]
    only_first: tuple[Label, ...]
    only_second: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of a page or of all of them."""

    name: str
    first: int
    second: int
    pairs: int
    found_of_first: int
    found_of_second: int
    fields: Mapping[str, tuple[int, int]]

    both_required: int

    @property
    def f1(self) -> float:
        """Harmonic mean of what was found of the first by the second and of the second by the first."""
        return _f1(self.found_of_first, self.found_of_second, self.first, self.second)

    @property
    def strict(self) -> float:
        """The same where only what both require counts as found."""
        return _f1(self.both_required, self.both_required, self.first, self.second)


def twice(first: Path = FIRST, second: Path = SECOND) -> Iterator[Page]:
    """The pages labelled by both. Raises ValueError where the two did not label the same text."""
    for path in sorted(second.glob("*.json")):
        one, other = (json.loads(file.read_text(encoding="utf-8")) for file in (first / path.name, path))
        for name in ("id", "on", "sha256"):
            if one[name] != other[name]:
                raise ValueError(f"{path.name}: the two sets differ in {name}")
        yield paired(one["id"], _labels(one), _labels(other))


def paired(name: str, first: Sequence[Label], second: Sequence[Label]) -> Page:
    """Every label of one at most once beside one of the other, those that agree in most fields first."""
    candidates = sorted(
        (len(differing(a, b)), a.optional or b.optional, -_overlap(a, b), i, j)
        for i, a in enumerate(first)
        for j, b in enumerate(second)
        if not (a.optional and b.optional)
        and _overlap(a, b) > 0
        and all(agree(field, a, b) is not False for field in ("kind", "measure"))
    )
    taken: dict[int, int] = {}
    for _, _, _, i, j in candidates:
        if i not in taken and j not in taken.values():
            taken[i] = j
    return Page(
        name,
        tuple(Pair(first[i], second[j]) for i, j in sorted(taken.items())),
        tuple(label for i, label in enumerate(first) if not label.optional and i not in taken),
        tuple(label for j, label in enumerate(second) if not label.optional and j not in taken.values()),
    )


def differing(one: Label, other: Label) -> tuple[str, ...]:
    return tuple(field for field in COMPARED if agree(field, one, other) is False)


def agree(field: str, one: Label, other: Label) -> bool | None:
    """Whether the sets that the two allow share a value; None where not both ask for the field."""
    mine, theirs = one.fields.get(field), other.fields.get(field)
    if mine is None or theirs is None:
        return None
    same = SAME.get(field, _equal)
    return any(same(a, b) for a in mine for b in theirs)


def scored(name: str, pages: Iterable[Page]) -> Score:
    pages = list(pages)
    pairs = [pair for page in pages for pair in page.pairs]
    found_of_first = sum(not pair.first.optional for pair in pairs)
    found_of_second = sum(not pair.second.optional for pair in pairs)
    verdicts = {field: [agree(field, pair.first, pair.second) for pair in pairs] for field in COMPARED}
    return Score(
        name,
        found_of_first + sum(len(page.only_first) for page in pages),
        found_of_second + sum(len(page.only_second) for page in pages),
        len(pairs),
        found_of_first,
        found_of_second,
        {field: (all_.count(True), len(all_) - all_.count(None)) for field, all_ in verdicts.items()},
        sum(pair.both_required for pair in pairs),
    )


def beyond_chance(field: str, pairs: Sequence[Pair]) -> float | None:
    """Cohen's kappa of a field over the pairs in which both ask for it; of several allowed values the shared one, else
    the first, counts. None where there is nothing to compare or only one class."""
    chosen = [_chosen(field, pair) for pair in pairs if agree(field, pair.first, pair.second) is not None]
    if not chosen:
        return None
    observed = sum(a == b for a, b in chosen) / len(chosen)
    mine, theirs = Counter(a for a, _ in chosen), Counter(b for _, b in chosen)
    expected = sum(mine[value] * theirs[value] for value in mine) / len(chosen) ** 2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def disagreements(pages: Iterable[Page]) -> Iterator[tuple[str, str]]:
    """Every disagreement as its kind and its place, with the soft ones: what one requires and the other only allows,
    and what one asks of a statement and the other leaves out."""
    for page in pages:
        for who, alone in (("first", page.only_first), ("second", page.only_second)):
            for label in alone:
                what = "/".join((_shown(label, "kind"), _shown(label, "measure") or "-"))
                figure = f"{_shown(label, 'subject')} {_shown(label, 'value')} {_shown(label, 'period')}"
                yield f"asked by the {who} only: {what}", f"{page.id} {label.start}-{label.end} {figure}"
        for pair in page.pairs:
            for field in differing(pair.first, pair.second):
                said = f"{_shown(pair.first, field)!r} and {_shown(pair.second, field)!r}"
                yield f"{field} differs", f"{page.id} {pair.first.start}-{pair.first.end} {said}"
            if not pair.both_required:
                who = "first" if not pair.first.optional else "second"
                what = "/".join((_shown(pair.second, "kind"), _shown(pair.second, "measure") or "-"))
                figure = f"{_shown(pair.second, 'value')} {_shown(pair.second, 'period')}"
                yield f"required by the {who} only: {what}", f"{page.id} {pair.first.start}-{pair.first.end} {figure}"
            for field in COMPARED:
                if (field in pair.first.fields) != (field in pair.second.fields):
                    who, label = ("first", pair.first) if field in pair.first.fields else ("second", pair.second)
                    place = f"{page.id} {label.start}-{label.end} {_shown(label, field)!r}"
                    yield f"{field} given by the {who} only", place


def _f1(of_first: int, of_second: int, first: int, second: int) -> float:
    recall, precision = of_first / first if first else 1.0, of_second / second if second else 1.0
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def _labels(row: Mapping[str, Any]) -> list[Label]:
    """Facts, promises and events of a page whose labels have offsets."""
    all_ = [
        Label(
            one["start"],
            one["end"],
            {name: _allowed(one[name]) for name in FIELDS if name in one},
            bool(one.get("optional")),
        )
        for one in row["statements"]
    ]
    return [label for label in all_ if set(label.kinds) != {"position"}]


def _allowed(value: Any) -> tuple[Any, ...]:
    if isinstance(value, Mapping):
        return tuple(value["any_of"])
    return tuple(value.split("|")) if isinstance(value, str) else (value,)


def _overlap(one: Label, other: Label) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _equal(one: Any, other: Any) -> bool:
    return bool(one == other)


def _same_codes(one: str, other: str) -> bool:
    return set(one.split(";")) == set(other.split(";"))


def _same_value(one: Any, other: Any) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(
            _same_value(a, b) for a, b in zip(sorted(one), sorted(other), strict=True)
        )
    if isinstance(one, int | float) and isinstance(other, int | float):
        return math.isclose(one, other, rel_tol=ROUNDED if abs(one) < 1 else 1e-6)
    return bool(one == other)


def _same_period(one: str, other: str) -> bool:
    """Equal, or a month and a day of it."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) == PER_MONTH and long.startswith(short))


def _same_name(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split()).removeprefix("the ").removesuffix("'s")


SAME: Mapping[str, Callable[[Any, Any], bool]] = {
    "subject": _same_codes,
    "value": _same_value,
    "period": _same_period,
    "speaker": _same_name,
}


def _chosen(field: str, pair: Pair) -> tuple[Any, Any]:
    mine, theirs = pair.first.fields[field], pair.second.fields[field]
    shared = [value for value in mine if value in theirs]
    return (shared[0], shared[0]) if shared else (mine[0], theirs[0])


def _shown(label: Label, field: str) -> str:
    return "|".join(str(value) for value in label.fields.get(field, ()))


def _exact(pairs: Sequence[Pair]) -> Iterator[tuple[str, int, int]]:
    """Of each field, in how many pairs the two allow the very same values, and in how many both ask for it."""
    for field in COMPARED:
        asked = [pair for pair in pairs if agree(field, pair.first, pair.second) is not None]
        same = sum(_within(field, p.first, p.second) and _within(field, p.second, p.first) for p in asked)
        yield field, same, len(asked)


def _within(field: str, one: Label, other: Label) -> bool:
    same = SAME.get(field, _equal)
    return all(any(same(a, b) for b in other.fields[field]) for a in one.fields[field])


def _line(score: Score) -> str:
    shares = "".join(
        f"{f'{agreed}/{asked}' if asked else '-':>12}" for agreed, asked in (score.fields[field] for field in COMPARED)
    )
    return f"{score.name:<6}{score.first:>6}{score.second:>8}{score.pairs:>6}{score.f1:>7.3f}{shares}"


@click.command()
@click.option("--list", "listed", is_flag=True, help="Print every disagreement with its place.")
def main(listed: bool) -> None:
    """Print how far the two label sets agree."""
    pages = list(twice())
    total = scored("all", pages)
    print(f"{'page':<6}{'first':>6}{'second':>8}{'both':>6}{'F1':>7}" + "".join(f"{field:>12}" for field in COMPARED))
    for page in pages:
        print(_line(scored(page.id, [page])))
    print(_line(total))
    shares = (f"{field} {agreed / asked:.3f}" for field, (agreed, asked) in total.fields.items() if asked)
    print("\nagree among the pairs, where both ask: " + ", ".join(shares))
    pairs = [pair for page in pages for pair in page.pairs]
    exact = (f"{field} {same / asked:.3f}" for field, same, asked in _exact(pairs) if asked)
    print("allow exactly the same there: " + ", ".join(exact))
    print(f"of the first found by the second: {total.found_of_first}/{total.first}", end="; ")
    print(f"of the second found by the first: {total.found_of_second}/{total.second}", end="; ")
    print(f"pairs required by one and optional in the other: {len(pairs) - total.both_required}")
    print(f"F1 where only what both require is found: {total.strict:.3f}")
    for field in CHANCE:
        kappa = beyond_chance(field, pairs)
        print(f"Cohen's kappa of {field}: " + ("not defined" if kappa is None else f"{kappa:.3f}"))
    found = list(disagreements(pages))
    print("\ncommonest disagreements")
    for kind, times in Counter(kind for kind, _ in found).most_common(COMMONEST):
        print(f"{times:>4}  {kind}")
    if listed:
        print()
        for kind, place in found:
            print(f"{kind}: {place}")


if __name__ == "__main__":
    main()
