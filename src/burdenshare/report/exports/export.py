"""Reports to a file in a chosen form, written whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.report.explaining import unknown_statement
from burdenshare.report.exports.claimreview import LeftOut, Reviewer
from burdenshare.report.exports.texts import json_text, saved_shape
from burdenshare.report.exports.writing import write_files
from burdenshare.report.report import Report
from burdenshare.report.saved.files import Form

CHOOSING = frozenset({Form.CLAIMREVIEW, Form.MARKDOWN})
"""Forms that tell single statements; the others always hold whole reports."""

BARING = CHOOSING | {Form.CSV, Form.PARQUET}
"""Forms that can leave out what brings the reports back; the others are made of nothing else."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was made: the files with their contents, and the statements that a ClaimReview leaves out."""

    files: Mapping[Path, bytes]
    left_out: tuple[LeftOut, ...] = field(default=())


def export(
    reports: Report | Sequence[Report],
    out: str | Path,
    to: str,
    *,
    statements: Sequence[str] = (),
    reviewer: Reviewer | None = None,
    with_text: bool = False,
    bare: bool = False,
    force: bool = False,
) -> Exported:
    """Write `reports` to `out` as `claimreview`, `csv`, `parquet`, `sqlite`, `markdown` or `json`.

    `load_reports(out)` gives them back value for value, unless `bare` left them out (not SQLite, JSON). The text
    of an article goes along only `with_text`. `statements` chooses what ClaimReview and Markdown tell.
    Raises InputError (nothing to export, an unknown form or statement, no reviewer) and OutputError (the target exists
    or cannot be written).
    """
    given = [reports] if isinstance(reports, Report) else list(reports)
    target = Path(out)
    made = exported(
        given, target, form_named(to), statements=statements, reviewer=reviewer, with_text=with_text, bare=bare
    )
    write_files(made.files, force=force)
    return made


def form_named(name: str) -> Form:
    """The form of that name. Raises UnknownNameError."""
    if name not in list(Form):
        raise UnknownNameError("export form", name, list(Form), where="--to")
    return Form(name)


def exported(
    reports: Sequence[Report],
    target: Path,
    form: Form,
    *,
    statements: Sequence[str] = (),
    reviewer: Reviewer | None = None,
    with_text: bool = False,
    bare: bool = False,
) -> Exported:
    """What `export` writes, made and not yet written."""
    if not reports:
        raise InputError("there is no report to export", remedy="name an article or a saved report")
    _chosen(reports, form, statements, bare)
    kept = list(reports) if with_text else [one.without_text() for one in reports]
    if form is Form.CLAIMREVIEW:
        return _claimreview(kept, target, statements, reviewer, bare)
    if form is Form.SQLITE:
        return _sqlite(kept, target)
    return Exported({target: _plain_form(kept, form, statements, reviewer, bare)})


def _chosen(reports: Sequence[Report], form: Form, statements: Sequence[str], bare: bool) -> None:
    """Refuse a choice that the form cannot make, and statements that no report has."""
    if (statements and form not in CHOOSING) or (bare and form not in BARING):
        option = "--statement" if statements and form not in CHOOSING else "--bare"
        raise InputError(f"{form.value} holds whole reports", where=option, remedy="leave it out")
    for name in statements:
        if not any(one.statement.id == name for report in reports for one in report.checked.checked):
            raise unknown_statement(reports[0], name)


def _claimreview(
    reports: Sequence[Report], target: Path, statements: Sequence[str], reviewer: Reviewer | None, bare: bool
) -> Exported:
    from burdenshare.report.exports.claimreview import claimreview_of, reviewer_of, reviews_of

    who = reviewer or reviewer_of(None, None)
    graph, left = reviews_of(reports, who, statements, with_report=not bare)
    return Exported({target: claimreview_of(graph)}, tuple(left))


def _sqlite(reports: Sequence[Report], target: Path) -> Exported:
    from burdenshare.report.exports.sqlite import metadata_of, metadata_path, sqlite_of

    return Exported({target: sqlite_of(reports), metadata_path(target): metadata_of(target)})


def _plain_form(
    reports: Sequence[Report], form: Form, statements: Sequence[str], reviewer: Reviewer | None, bare: bool
) -> bytes:
    if form is Form.CSV:
        from burdenshare.report.exports.tables import csv_of

        return csv_of(reports, bare=bare)
    if form is Form.PARQUET:
        from burdenshare.report.exports.tables import parquet_of

        return parquet_of(reports, bare=bare)
    if form is Form.MARKDOWN:
        from burdenshare.report.exports.markdown import markdown_of

        return markdown_of(reports, statements, author="" if reviewer is None else reviewer.name, bare=bare)
    shapes = [saved_shape(one) for one in reports]
    return (json_text(shapes if len(shapes) > 1 else shapes[0], indent=2) + "\n").encode("utf-8")
