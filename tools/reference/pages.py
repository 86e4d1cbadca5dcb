"""Which pages the reference has, and the one that leads to them."""

from __future__ import annotations

from collections.abc import Callable

from tools.markdown import table
from tools.reference import api, commands, errors, names, python, shapes

PAGES: tuple[tuple[str, str, str, Callable[[], str]], ...] = (
    (
        "commands",
        "Commands",
        "every verb of the command line with its options, and how a text gets its day",
        commands.page,
    ),
    (
        "python",
        "Python",
        "verbs, values and methods of `import burdenshare as bs`; the columns of a table",
        python.page,
    ),
    ("json", "JSON", "the shape of a report, field by field; the schemas of the other verbs", shapes.page),
    ("api", "API", "every address of `burdenshare serve` with what it takes and answers", api.page),
    ("errors", "Errors", "exit codes, exceptions, and codes over HTTP", errors.page),
    ("names", "Names", "verdicts, issues, allies, groups, measures and NATO's releases", names.page),
)

WRITTEN = "<!-- Written by `python -m tools.reference` from the program and the record: edit those, not this page. -->"


def pages() -> dict[str, str]:
    """Every page by its path in `docs/`."""
    made = {f"reference/{name}.md": _marked(page()) for name, _, _, page in PAGES}
    return {"reference.md": _front(), **made}


def _front() -> str:
    rows = [(f"[{title}](reference/{name}.md)", told) for name, title, told, _ in PAGES]
    more = """What the rules are and why stands in the [methodology](methodology.md); every series of the record in [the
data](data/index.md)."""
    return "\n\n".join(["# Reference", WRITTEN, table(("page", "what stands there"), rows), more]) + "\n"


def _marked(page: str) -> str:
    head, rest = page.split("\n\n", 1)
    return f"{head}\n\n{WRITTEN}\n\n{rest}"
