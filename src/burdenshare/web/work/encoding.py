"""Results as JSON text, made where the work was done: one string travels to the server faster than a tree of values."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any


def worked(work: Callable[..., Any], *given: Any) -> bytes:
    """What `work` returns, as JSON text that no value can break."""
    return encoded(work(*given))


def encoded(data: Any) -> bytes:
    """`data` as JSON text in UTF-8; half characters, which no UTF-8 holds, become question marks."""
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode("utf-8", "replace")
