"""What a caller holds after a check: the checked document and its five ways of being shown."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from burdenshare.checking.model import CheckedDocument, Verdict
from burdenshare.report.shape import document_shape, summary_shape

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of one report: statements, kinds, verdicts on both clocks, prices, numbers not accounted for, and what
    an optional extractor proposed that the rules do not read."""

    statements: int
    kinds: dict[str, int]
    then: dict[str, int]
    now: dict[str, int]
    priced: int
    unaccounted: int
    not_verified: int


@dataclass(frozen=True, slots=True)
class Report:
    """A checked document, ready to be shown. `checked` holds every value the other forms are made from."""

    checked: CheckedDocument

    @property
    def summary(self) -> Summary:
        """The counts of this report."""
        return Summary(**summary_shape(self.checked))

    def has(self, *verdicts: Verdict) -> bool:
        """Whether any statement bears one of `verdicts` on either clock, or any sum inside the text does."""
        answers = (answer for entry in self.checked.checked for answer in (entry.then, entry.now))
        return any(answer is not None and answer.verdict in verdicts for answer in answers) or any(
            one.verdict in verdicts for one in self.checked.arithmetic
        )

    def to_dict(self) -> dict[str, Any]:
        """The documented shape (`burdenshare schema`): offsets into the text as given, values in base units."""
        return document_shape(self.checked)

    def to_json(self, *, indent: int | None = 2) -> str:
        """`to_dict()` as JSON text; infinite bounds are `null`."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent, allow_nan=False)

    def to_polars(self) -> pl.DataFrame:
        """One row a statement; the columns are described in `burdenshare.report.frame`."""
        from burdenshare.report.frame import frame_of

        return frame_of([self.checked])

    def to_text(self, *, width: int = 100) -> str:
        """The terminal report as plain text without colours, `width` columns wide."""
        from burdenshare.report.terminal import plain_text

        return plain_text(self.checked, width=width)

    def to_html(self) -> str:
        """One self-contained page: the text annotated in place, each mark leading to its evidence."""
        from burdenshare.report.page import page_of

        return page_of([self.checked])
