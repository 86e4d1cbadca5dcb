"""What the record works out inside one release: counts at a threshold, growth, sums, ranks, comparisons."""

from __future__ import annotations

from datetime import date

from burdenshare.record import counts, derived
from burdenshare.record.derived import Question
from burdenshare.record.entries import Entries
from burdenshare.record.model import Finding
from burdenshare.record.registry import REGISTRY


class Computed(Entries):
    """Counts and formulas over cells of one release. `as_of` and `release` as in `Record`; None: not held."""

    __slots__ = ()

    def count_at(
        self,
        year: int,
        *,
        threshold: float = 2.0,
        group: str = "NATO",
        below: bool = False,
        measure: str = "share_of_gdp",
        as_of: date | None = None,
        release: str | None = None,
        armed_only: bool = False,
    ) -> Finding | None:
        """Number of members of `group` at or above (`below`: under) the threshold, by the count rule (semantics §3).

        `bounded` findings have no value, only what the held cells allow.
        """
        question = self._count(year, threshold, group, below, measure, armed_only)
        return self._derived("allies_at_guideline", question, as_of, release)

    def fraction_at(
        self,
        year: int,
        *,
        threshold: float = 2.0,
        group: str = "NATO",
        below: bool = False,
        measure: str = "share_of_gdp",
        as_of: date | None = None,
        release: str | None = None,
        armed_only: bool = False,
    ) -> Finding | None:
        """The same as a fraction of all members, or of those with armed forces."""
        question = self._count(year, threshold, group, below, measure, armed_only)
        return self._derived("fraction_at_guideline", question, as_of, release)

    def counts_by_release(
        self,
        year: int,
        *,
        threshold: float = 2.0,
        group: str = "NATO",
        below: bool = False,
        measure: str = "share_of_gdp",
        as_of: date | None = None,
        armed_only: bool = False,
    ) -> tuple[Finding, ...]:
        """The count in every release that speaks of the year, newest first."""
        question = self._count(year, threshold, group, below, measure, armed_only)
        return derived.every(self._store, REGISTRY[counts.COUNT], question, self._store.sight(as_of))

    def near_threshold(
        self,
        year: int,
        *,
        threshold: float = 2.0,
        group: str = "NATO",
        measure: str = "share_of_gdp",
        within: float = 0.05,
        as_of: date | None = None,
        release: str | None = None,
    ) -> tuple[str, ...]:
        """Members within `within` points of the threshold in the release that answers the count, nearest first."""
        counted = self.count_at(year, threshold=threshold, group=group, measure=measure, as_of=as_of, release=release)
        if counted is None:
            return ()
        asked = counts.Threshold(year, threshold, group, measure)
        return counts.near(self._store, counted.release, asked, within)

    def expenditure_growth(
        self,
        entity: str,
        year: int,
        *,
        real: bool,
        unit: str = "USD",
        as_of: date | None = None,
        release: str | None = None,
    ) -> Finding | None:
        """Growth over the year before in per cent, inside one release."""
        question = Question(entity, year, unit=unit, real=real)
        return self._derived("expenditure_growth", question, as_of, release)

    def expenditure_change(
        self,
        entity: str,
        first: int,
        last: int,
        *,
        basis: str = "current",
        unit: str = "USD",
        as_of: date | None = None,
        release: str | None = None,
    ) -> Finding | None:
        """Level of `last` less level of `first`, inside one release."""
        question = Question(entity, last, basis=basis, unit=unit, baseline=first)
        return self._derived("expenditure_change", question, as_of, release)

    def extra_expenditure(
        self,
        entity: str,
        baseline: int,
        last: int,
        *,
        basis: str = "constant",
        cumulative: bool = True,
        unit: str = "USD",
        as_of: date | None = None,
        release: str | None = None,
    ) -> Finding | None:
        """Spending over the baseline year's level: summed over the years after it, or that of `last` alone."""
        question = Question(entity, last, basis=basis, unit=unit, baseline=baseline, cumulative=cumulative)
        return self._derived("extra_expenditure", question, as_of, release)

    def share_of_total(
        self,
        entity: str,
        group: str,
        year: int,
        *,
        basis: str = "current",
        as_of: date | None = None,
        release: str | None = None,
    ) -> Finding | None:
        """Part of a group's expenditure in per cent, inside one release."""
        question = Question(entity, year, basis=basis, group=group)
        return self._derived("share_of_total", question, as_of, release)

    def per_head(
        self, entity: str, year: int, *, basis: str = "current", as_of: date | None = None, release: str | None = None
    ) -> Finding | None:
        """Expenditure per inhabitant: as printed at constant prices, over the newest population at current ones."""
        return self._derived("expenditure_per_capita", Question(entity, year, basis=basis), as_of, release)

    def rank(
        self,
        entity: str,
        measure: str,
        year: int,
        *,
        group: str = "NATO",
        basis: str = "",
        from_below: bool = False,
        as_of: date | None = None,
        release: str | None = None,
    ) -> Finding | None:
        """Place among the members by one measure, 1 being the highest (or lowest), inside one release."""
        question = Question(entity, year, basis=basis, group=group, measure=measure, from_below=from_below)
        return self._derived("rank", question, as_of, release)

    def comparison(
        self,
        entity: str,
        against: tuple[str, ...],
        measure: str,
        year: int,
        *,
        group: str = "NATO",
        basis: str = "",
        as_of: date | None = None,
        release: str | None = None,
    ) -> Finding | None:
        """How many times the value of others taken together; `against`: codes, `REST` (of the group) or `NEXT:n`."""
        question = Question(entity, year, basis=basis, group=group, measure=measure, against=against)
        return self._derived("comparison", question, as_of, release)

    def exceptions(
        self,
        group: str,
        year: int,
        quantifier: str,
        *,
        named: tuple[str, ...] = (),
        threshold: float = 2.0,
        below: bool = False,
        strict: bool = False,
        measure: str = "share_of_gdp",
        armed_only: bool = False,
        as_of: date | None = None,
        release: str | None = None,
    ) -> Finding | None:
        """How many members break `all` (but those named) or `only` (those named) at a threshold, inside one release."""
        question = Question(
            group,
            year,
            threshold=threshold,
            measure=measure,
            below=below,
            armed_only=armed_only,
            against=named,
            quantifier=quantifier,
            strict=strict,
        )
        return self._derived("exceptions", question, as_of, release)

    def _derived(self, measure: str, question: Question, as_of: date | None, release: str | None) -> Finding | None:
        named = self._store.releases.find(release) if release is not None else None
        return derived.newest(self._store, REGISTRY[measure], question, self._store.sight(as_of), named)

    def _count(self, year: int, threshold: float, group: str, below: bool, measure: str, armed_only: bool) -> Question:
        return Question(group, year, threshold=threshold, measure=measure, below=below, armed_only=armed_only)
