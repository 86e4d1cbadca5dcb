"""TOML that users give: the text of a file within bounds, and its table, with one clear line for what is wrong."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from burdenshare.errors import InputError

LONGEST = 200_000
"""Bytes of a file: the longest shipped one has some ten thousand."""


def text_of(path: Path, name: str) -> str:
    """The text of a file that messages call `name`. Raises InputError for one too long, not UTF-8, or unreadable."""
    try:
        if path.stat().st_size > LONGEST:
            raise InputError(f"longer than {LONGEST} bytes", where=name, remedy="give a smaller file")
        return path.read_text(encoding="utf-8").removeprefix("\ufeff")  # as some editors begin it
    except UnicodeDecodeError:
        raise InputError("not text in UTF-8", where=name, remedy="save it as UTF-8") from None
    except OSError as fault:
        raise InputError(
            fault.strerror or "cannot be read", where=name, remedy="give a file that can be read"
        ) from None


def table_of(text: str, name: str) -> dict[str, Any]:
    """The table that a text says. Raises InputError naming line and column."""
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise InputError("nested too deeply", where=name, remedy="mend the TOML") from None
    except ValueError as fault:  # also of a number with thousands of digits, which is no TOMLDecodeError
        raise InputError(str(fault).partition(";")[0], where=name, remedy="mend the TOML") from None
