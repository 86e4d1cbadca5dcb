"""record/sources.py: which source a row comes from."""

from __future__ import annotations

from burdenshare.record.sources import matched_columns, matcher, rule_of

MILITARY = {
    "source": "military",
    "table": "t",
    "pattern": "source=wdi|indicator=military_*",
    "redistribution": "unclear",
}
REST = {"source": "rest", "table": "t", "pattern": "", "redistribution": "open"}
OTHER = {"source": "other", "table": "u", "pattern": "", "redistribution": "facts only"}


def test_the_first_source_that_fits_holds() -> None:
    match = matcher([MILITARY, REST, OTHER], "t")
    found = [match({"source": "wdi", "indicator": name}) for name in ("military_usd", "gdp_usd")]
    assert [rule.source for rule in found if rule] == ["military", "rest"]
    assert matcher([MILITARY, REST, OTHER], "v")({}) is None


def test_all_conditions_of_a_pattern_have_to_fit() -> None:
    rule = rule_of(MILITARY)
    assert not rule.fits({"source": "weo", "indicator": "military_usd"})
    assert rule.redistribution == "unclear"


def test_only_the_columns_that_patterns_name_decide() -> None:
    assert matched_columns([rule_of(MILITARY), rule_of(REST)]) == ("indicator", "source")
