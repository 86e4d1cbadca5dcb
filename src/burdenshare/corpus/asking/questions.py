"""Ready-made questions: each a row of a table with what it tells, what it takes, and its SQL."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from burdenshare.corpus.asking.asking import Answer, Asking
from burdenshare.errors import InputError, UnknownNameError


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question takes: its name, what it is without being given, and what it means."""

    name: str
    default: str | int
    means: str


@dataclass(frozen=True, slots=True)
class Question:
    """A ready-made question."""

    name: str
    title: str
    tells: str
    sql: str
    parameters: tuple[Parameter, ...] = ()


@cache
def questions() -> Mapping[str, Question]:
    """All of them by name, in the order of the table."""
    text = files("burdenshare.corpus.asking").joinpath("questions.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)["questions"]
    made = [
        Question(
            **{**row, "sql": row["sql"].strip(), "parameters": tuple(Parameter(**one) for one in row["parameters"])}
        )
        for row in rows
    ]
    return {one.name: one for one in made}


def question_of(name: str) -> Question:
    """The question of that name. Raises UnknownNameError."""
    found = questions().get(name)
    if found is None:
        raise UnknownNameError("question", name, questions(), where="QUESTION")
    return found


def given(question: Question, told: Sequence[str]) -> dict[str, str | int]:
    """The parameters of a question from `NAME=VALUE` words. Raises InputError, UnknownNameError."""
    values: dict[str, str | int] = {one.name: one.default for one in question.parameters}
    for word in told:
        name, sign, value = word.partition("=")
        if not sign or not name:
            raise InputError("is no NAME=VALUE", where=word, remedy="give a parameter as most=50")
        if name not in values:
            takes = ", ".join(values) or "nothing"
            raise InputError(f"takes no {name}", where=question.name, remedy=f"it takes {takes}")
        values[name] = _whole(name, value) if isinstance(values[name], int) else value
    return values


def asked(asking: Asking, question: Question, told: Sequence[str] = (), **values: str | int) -> Answer:
    """The answer to a ready-made question, with parameters as words or as values."""
    return asking.ask(question.sql, given(question, told) | values)


def _whole(name: str, value: str) -> int:
    if not value.isascii() or not value.isdigit() or len(value) > 9:
        raise InputError("is no whole number", where=f"{name}={value}", remedy=f"give one, such as {name}=50")
    return int(value)
