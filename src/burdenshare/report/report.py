"""What a caller holds after a check: the checked document and its six ways of being shown."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from burdenshare.checking.model import CheckedDocument, Verdict
from burdenshare.report.citations import Citation, citation
from burdenshare.report.reviews import Review, of_statement
from burdenshare.report.shape import document_shape, summary_shape

if TYPE_CHECKING:
    import polars as pl

    from burdenshare.report.explaining import Explanation


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
    """A checked document, ready to be shown. `checked` holds every value the other forms are made from; `cited` are the
    sources that a saved report names otherwise than the packaged table does today; `reviews` what people say beside the
    machine, in the order in which they said it."""

    checked: CheckedDocument
    cited: tuple[Citation, ...] = ()
    reviews: tuple[Review, ...] = ()

    def __post_init__(self) -> None:
        if self.reviews:
            known = {entry.statement.id for entry in self.checked.checked}
            for one in self.reviews:
                if one.statement not in known:
                    from burdenshare.report.explaining import unknown_statement

                    raise unknown_statement(self, one.statement)

    @classmethod
    def from_json(cls, text: str) -> Report:
        """The report that `to_json` wrote. Raises ReportError: damaged, of another format, several, none at all."""
        from burdenshare.report.saved.files import only
        from burdenshare.report.saved.reports import reports_of

        return only(reports_of(text), "the text")

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

    def cite(self, key: str) -> Citation:
        """What a source key stands for: as the saved report says it, else by the packaged table."""
        return next((one for one in self.cited if one.key == key), None) or citation(key)

    def with_review(self, review: Review) -> Report:
        """The same report with one more review. Raises UnknownNameError where it has no such statement."""
        return replace(self, reviews=(*self.reviews, review))

    def reviews_of(self, statement: str) -> tuple[Review, ...]:
        """What people say of the statement with that id, in the order in which they said it."""
        return of_statement(self.reviews, statement)

    def without_text(self) -> Report:
        """The same report with no more of the text than its fingerprint and the words of its statements."""
        document = self.checked.document
        if document.not_kept is not None:
            return self
        bare = replace(document, text="", not_kept=document.fingerprint)
        return replace(self, checked=replace(self.checked, document=bare))

    def to_dict(self, *, with_text: bool = False) -> dict[str, Any]:
        """The documented shape (`burdenshare schema`): offsets into the text as given, values in base units."""
        return document_shape(self.checked, cite=self.cite, with_text=with_text, reviews=self.reviews)

    def to_json(self, *, indent: int | None = 2, with_text: bool = False) -> str:
        """`to_dict()` as JSON text, which `from_json` reads back; infinite bounds are `null`."""
        return json.dumps(self.to_dict(with_text=with_text), ensure_ascii=False, indent=indent, allow_nan=False)

    def to_polars(self) -> pl.DataFrame:
        """One row a statement; the columns are described in `burdenshare.report.frame`."""
        from burdenshare.report.frame import frame_of

        return frame_of([self.checked])

    def to_text(self, *, width: int = 100) -> str:
        """The terminal report as plain text without colours, `width` columns wide."""
        from burdenshare.report.terminal import plain_text

        return plain_text(self.checked, width=width, reviews=self.reviews)

    def to_html(self) -> str:
        """One self-contained page: the text annotated in place, each mark leading to its evidence."""
        from burdenshare.report.page import page_of

        return page_of([self.checked], [self.reviews])

    def to_pdf(self) -> bytes:
        """The same on paper, for who is handed a file; the same report is the same bytes. Raises InputError where
        typst (the extra `web`) is not installed."""
        from burdenshare.report.pdf import pdf_of

        return pdf_of(self)

    def explain(self, statement: str, *, clocks: Iterable[str] = ("then", "now")) -> Explanation:
        """Why the statement of that id has its verdicts and its price, as a tree. Raises UnknownNameError."""
        from burdenshare.report.explaining import explained

        return explained(self, statement, tuple(clocks))
