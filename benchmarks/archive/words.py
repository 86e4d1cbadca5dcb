"""Sentences of a generated archive: of other subjects from templates, of ours also from the labelled set."""

from __future__ import annotations

import json
import random
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.corpus_sample import ALLIES, FACTS, TALK

HERE = Path(__file__).parent
LABELLED = HERE.parents[1] / "tests" / "labelled"
SETS = ("quantities", "subjects", "speakers", "traps", "arithmetic", "positions")


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of pages: headlines and sentences with slots."""

    name: str
    opens: bool
    headlines: tuple[str, ...]
    sentences: tuple[str, ...]


@cache
def topics() -> dict[str, Topic]:
    """The other subjects by name."""
    rows = tomllib.loads((HERE / "topics.toml").read_text(encoding="utf-8"))["topics"]
    made = (Topic(row["name"], row["opens"], tuple(row["headlines"]), tuple(row["sentences"])) for row in rows)
    return {one.name: one for one in made}


@cache
def subjects(*, opening: bool) -> tuple[Topic, ...]:
    """What pages are about: those whose words open the gate, or the others."""
    return tuple(one for one in topics().values() if one.opens is opening and one.name != "abroad")


@cache
def words() -> dict[str, list[str]]:
    """What fills the slots, by their names."""
    found: dict[str, list[str]] = tomllib.loads((HERE / "words.toml").read_text(encoding="utf-8"))
    return found


@cache
def labelled() -> tuple[str, ...]:
    """The texts of our labelled set."""
    lines = (line for name in SETS for line in (LABELLED / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())
    return tuple(json.loads(line)["text"].replace("\n", " ") for line in lines)


def filled(draw: random.Random, template: str) -> str:
    """A template with its slots filled."""
    held = words()
    return template.format(
        place=draw.choice(held["place"]),
        person=draw.choice(held["person"]),
        season=draw.choice(held["season"]),
        day=draw.choice(held["day"]),
        abroad=draw.choice(held["abroad"]),
        hour=f"{draw.randint(6, 22)}:{draw.choice(('00', '15', '30'))}",
        number=draw.randint(2, 96),
        count=draw.randint(97, 990),
    )


def other(draw: random.Random, topic: Topic, paragraphs: int) -> tuple[str, ...]:
    """Paragraphs on another subject."""
    return tuple(
        " ".join(filled(draw, one) for one in draw.choices(topic.sentences, k=draw.randint(2, 5)))
        for _ in range(paragraphs)
    )


def ours(draw: random.Random, paragraphs: int) -> tuple[str, ...]:
    """Paragraphs on allied defence, as many of them with a figure as in a report of an agency: about every second."""
    return tuple(_paragraph(draw) for _ in range(paragraphs))


def _paragraph(draw: random.Random) -> str:
    told = {
        "ally": draw.choice(ALLIES),
        "share": f"{draw.uniform(1.1, 4.2):.2f}",
        "year": draw.choice((2022, 2023, 2024)),
        "count": draw.randint(3, 31),
        "target": draw.choice((2, 2.5, 3, 3.5, 5)),
        "due": draw.choice((2027, 2030, 2035)),
        "growth": draw.randint(2, 20),
        "part": draw.randint(30, 80),
        "hour": draw.randint(7, 11),
    }
    said = draw.choice(TALK).format(**told)
    kind = draw.random()
    if kind < 0.25:
        return f"{draw.choice(FACTS).format(**told)} {said}"
    if kind < 0.5:
        return f"{said} {draw.choice(labelled())}"
    return f"{said} {draw.choice(TALK).format(**told)}"
