"""Verbs that need an extra: without it they say so in one line."""

from __future__ import annotations

from importlib.util import find_spec

from burdenshare.errors import InputError


def needed(verb: str, *modules: str, extra: str = "web") -> None:
    """Raises InputError where one of the modules that `verb` needs is not installed."""
    missing = next((name for name in modules if find_spec(name) is None), None)
    if missing is not None:
        remedy = f"pip install 'burdenshare[{extra}]'"
        raise InputError(f"needs {missing}, which is not installed", where=f"burdenshare {verb}", remedy=remedy)
