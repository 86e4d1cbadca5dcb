"""The plan for an archive of many pages follows from the rates that it is given."""

from __future__ import annotations

from itertools import pairwise

import pytest

from benchmarks.corpus_plan import SHARES, Rates, planned

RATES = Rates(bulk=800.0, articles=32.0, packed=5_000.0, row=50.0, kept=1_500.0, gain=1.0)


def test_pages_on_other_subjects_alone_take_the_bulk_rate() -> None:
    plan = planned(2_880_000, 0.0, 2, RATES)
    assert (plan.core_hours, plan.hours) == (1.0, 0.5)
    assert (plan.read, plan.written, plan.driver) == (14.4e9, 144e6, 0.0)
    assert plan.stream == 8e6


def test_an_article_on_the_subject_counts_for_many_others() -> None:
    plan = planned(3_600 * 32, 1.0, 1, RATES)
    assert plan.core_hours == pytest.approx(1.0)
    assert planned(1e9, SHARES[0], 64, RATES).core_hours < planned(1e9, SHARES[-1], 64, RATES).core_hours


def test_everything_grows_with_the_pages_and_hours_fall_with_the_cores() -> None:
    plans = [planned(pages, 0.01, 64, RATES) for pages in (1e6, 1e9)]
    assert plans[1].core_hours == pytest.approx(1_000 * plans[0].core_hours)
    assert plans[1].stream == pytest.approx(plans[0].stream)
    assert all(more.hours > less.hours for more, less in pairwise(planned(1e9, 0.01, n, RATES) for n in (1, 8, 64)))
