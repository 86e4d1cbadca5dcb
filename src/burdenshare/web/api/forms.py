"""The forms in which a report can be kept, and how OpenAPI tells of a file."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

from burdenshare.errors import UnknownNameError
from burdenshare.web.work.files import MEDIA

FORMS = tuple(form for form in MEDIA if form != "pdf" or find_spec("burdenshare.report.pdf") is not None)
"""Those that this server can make."""

FILE: dict[int | str, Any] = {
    200: {
        "description": "The file.",
        "content": {MEDIA[form][0].partition(";")[0]: {"schema": {}} for form in FORMS},
        "headers": {"Content-Disposition": {"schema": {"type": "string"}, "description": "The name of the file."}},
    }
}


def form_named(form: str) -> str:
    """The form, if it is one. Raises UnknownNameError."""
    if form not in FORMS:
        raise UnknownNameError("form", form, FORMS, where="form")
    return form
