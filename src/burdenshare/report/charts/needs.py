"""The extra `web`: what draws charts is loaded when a chart is drawn, and its absence told in one line."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from burdenshare.errors import InputError

INSTALL = "pip install 'burdenshare[web]'"


def needed(module: str) -> Any:
    """The module `altair` or `vl_convert`. Raises InputError telling how to install it."""
    try:
        return import_module(module)
    except ImportError:
        raise InputError(f"charts need {module}, which is not installed", where="chart", remedy=INSTALL) from None
