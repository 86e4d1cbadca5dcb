"""The page of the errors: exit codes, classes, and codes over HTTP."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from http import HTTPStatus

import burdenshare as bs
from burdenshare.web.faults import KINDS
from burdenshare.web.guard import refusals
from tools.markdown import table
from tools.reference.python import first_line

EXIT_CODES = (
    ("0", "done"),
    ("1", "`--fail-on` was given and such a verdict was found, or `--fail-on-change` and a verdict has changed"),
    ("2", "bad input, or an output that cannot be written; wins over 1, and the other files are still checked"),
)

HEAD = """Every error says in one line what is wrong, where, and what to do. On the command line it stands on standard
error behind the name of the program; in Python it is an exception with `what`, `where` and `remedy`; over HTTP it is
`{"error": {"code", "message", "where", "remedy"}}`. A trace is never shown."""

FRAMEWORK = (
    (HTTPStatus.BAD_REQUEST, "bad_request", "The body is no form that can be read."),
    (
        HTTPStatus.METHOD_NOT_ALLOWED,
        "method_not_allowed",
        "The address knows no such method; `Allow` names those.",
    ),
    (HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type", "The body is neither JSON nor a form."),
    (HTTPStatus.INTERNAL_SERVER_ERROR, "failed", "Something nobody foresaw; its trace is for the owner of the server."),
)
"""Codes that are no errors of ours: what the framework refuses by itself, and the rest."""

SAMPLES: dict[str, object] = {"int": 1, "float": 60.0, "str": ""}
"""Something of each type that a refusal is made from: only its status and its code are told."""


def page() -> str:
    """All three kinds."""
    parts = [
        "# Errors",
        HEAD,
        "## Exit codes",
        table(("code", "meaning"), EXIT_CODES),
        "## In Python",
        "Each is a kind of those it is indented under, so that `except bs.InputError` catches what the user gave.",
        table(("class", "when"), _classes(bs.BurdenshareError)),
        "## Over HTTP",
        table(("code", "status", "when"), sorted(_codes())),
    ]
    return "\n\n".join(parts) + "\n"


def _classes(top: type[bs.BurdenshareError], depth: int = 0) -> Iterator[tuple[str, str]]:
    yield "&emsp;" * depth + f"`bs.{top.__name__}`", first_line(top)
    for one in sorted(top.__subclasses__(), key=lambda each: each.__name__):
        if one.__name__ in bs.__all__:
            yield from _classes(one, depth + 1)


def _codes() -> Iterator[tuple[str, str, str]]:
    for kind, status, code in KINDS:
        yield f"`{code}`", str(int(status)), first_line(kind)
    for status, code, told in FRAMEWORK:
        yield f"`{code}`", str(int(status)), told
    for _, make in inspect.getmembers(refusals, inspect.isfunction):
        if make.__module__ == refusals.__name__:
            given = [SAMPLES[str(one.annotation)] for one in inspect.signature(make).parameters.values()]
            made = make(*given)
            yield f"`{made.code}`", str(int(made.status)), first_line(make)
