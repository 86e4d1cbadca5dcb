"""Each rule of the verdict table (semantics §2, §3, §5, §6), named after the rule.

Recorded values in the comments were read in the raw rows of `nato/expenditure.csv`.
"""

from __future__ import annotations

from datetime import date
from math import inf

import pytest

from burdenshare.checking import Judgement, Verdict, verdicts
from burdenshare.checking.claims import compile_claim
from burdenshare.checking.model import Clock
from burdenshare.reading.model import Interval, Modality, Statement
from burdenshare.record.record import Record
from tests.checking.conftest import Ask
from tests.checking.statements import above, around, below, count, growth, level, say, share

FEBRUARY_2025 = date(2025, 2, 13)
SEPTEMBER_2025 = date(2025, 9, 12)


def then(ask: Ask, statement: Statement, on: date) -> Judgement:
    found = ask(statement, on).then
    assert found is not None
    return found


def now(ask: Ask, statement: Statement, on: date = FEBRUARY_2025) -> Judgement:
    found = ask(statement, on).now
    assert found is not None
    return found


def test_rules_are_distinct_and_the_last_one_always_decides() -> None:
    assert len(set(verdicts.RULES)) == len(verdicts.RULES)
    assert verdicts.RULES[-1] is verdicts.the_record_contradicts
    assert all(rule.__doc__ for rule in verdicts.RULES)


def test_nothing_asked(ask: Ask) -> None:
    assert then(ask, say("share_of_gdp", "DEU", year=2024, unit="%"), FEBRUARY_2025).verdict is Verdict.UNVERIFIABLE


def test_not_covered(ask: Ask) -> None:
    """No release before 2014 is held: a lack is never a contradiction."""
    found = then(ask, share("DEU", 99.0, 1980), FEBRUARY_2025)
    assert found.verdict is Verdict.UNVERIFIABLE
    assert "the record holds no share of GDP of Germany for 1980" in found.why


def test_plain_reading_agrees(ask: Ask) -> None:
    """CAN 2024: 1.3652 in June 2024."""
    found = then(ask, share("CAN", 1.37, 2024), FEBRUARY_2025)
    assert found.verdict is Verdict.SUPPORTED
    assert {one.release for one in found.evidence} == {"2024-06"}


def test_another_reading_agrees(ask: Ask) -> None:
    """EUR_CAN 2024 at 2015 prices: 430.1 billion in June 2024; the plain reading (current prices) gives 506.7."""
    found = then(ask, level("EUR_CAN", 430, 2024), FEBRUARY_2025)
    assert found.verdict is Verdict.DEPENDS
    assert found.reading == "release 2024-06, at the release's constant prices"


def test_no_reading_is_admitted_against_a_word(ask: Ask) -> None:
    """The same number told "at current prices" has one reading, and it is far off (band 2 %)."""
    found = then(ask, level("EUR_CAN", 430, 2024, basis="current"), FEBRUARY_2025)
    assert found.verdict is Verdict.CONTRADICTED
    assert len([one for one in found.tried if one.name.startswith("release 2024-06")]) == 1


def test_real_growth_is_not_excused_by_nominal_growth(ask: Ask) -> None:
    """EUR_CAN 2024 in June 2024: 17.95 % real, 20.87 % nominal; band 2 points."""
    assert then(ask, growth("EUR_CAN", 20.9, 2024, 0.05), FEBRUARY_2025).verdict is Verdict.DEPENDS
    assert then(ask, growth("EUR_CAN", 20.9, 2024, 0.05, real=True), FEBRUARY_2025).verdict is Verdict.CONTRADICTED


def test_between_price_bases(ask: Ask) -> None:
    assert then(ask, level("EUR_CAN", 450, 2024), FEBRUARY_2025).verdict is Verdict.DEPENDS
    assert then(ask, level("EUR_CAN", 450, 2024, basis="constant"), FEBRUARY_2025).verdict is Verdict.CONTRADICTED
    assert then(ask, level("EUR_CAN", 600, 2024), FEBRUARY_2025).verdict is Verdict.CONTRADICTED


def test_an_older_release_agrees(ask: Ask) -> None:
    """22 of April 2025 is an older reading in September 2025, when the newest release counts 18."""
    found = then(ask, count(22, 2024), SEPTEMBER_2025)
    assert found.verdict is Verdict.DEPENDS
    assert found.reading == "release 2025-04"


def test_older_releases_are_history_for_now_and_never_a_reading(ask: Ask) -> None:
    found = now(ask, count(22, 2024), SEPTEMBER_2025)
    assert found.verdict is Verdict.CONTRADICTED
    assert {one.name for one in found.tried} == {"release 2026-07"}
    assert any("2025-04: 22 allies" in line for line in found.context)


def test_a_release_the_text_names_is_the_plain_reading(ask: Ask) -> None:
    """POL 2023: 3.90 in July 2023, 3.92 in March 2024, 3.26 in June 2024."""
    named = share("POL", 3.9, 2023)
    assert then(ask, named, FEBRUARY_2025).verdict is Verdict.DEPENDS
    with_release = say("share_of_gdp", "POL", around(3.9, 0.005), year=2023, unit="%", release="2023-07")
    assert then(ask, with_release, FEBRUARY_2025).verdict is Verdict.SUPPORTED


def test_within_rounding_of_a_bound(ask: Ask) -> None:
    """DEU 2024 in August 2025: 2.0037, printed 2.00. "More than 2 %" hangs on rounding, "at least 2 %" does not."""
    more = say("share_of_gdp", "DEU", above(2.0), ">", year=2024, unit="%")
    least = say("share_of_gdp", "DEU", above(2.0, open_=False), ">=", year=2024, unit="%")
    assert then(ask, more, SEPTEMBER_2025).verdict is Verdict.DEPENDS
    assert then(ask, least, SEPTEMBER_2025).verdict is Verdict.SUPPORTED


def test_undecided_by_the_print(ask: Ask) -> None:
    """BGR 2025 was printed as 2.1 in March 2026, i.e. 2.05 to 2.15."""
    more = say("share_of_gdp", "BGR", above(2.1), ">", year=2025, unit="%")
    found = then(ask, more, date(2026, 5, 1))
    assert found.verdict is Verdict.UNVERIFIABLE
    assert "too coarsely" in found.why


def test_within_the_bounds(ask: Ask) -> None:
    """March 2026 holds 19 shares of 2025, all with one decimal: they decide no count."""
    found = then(ask, count(20, 2025), date(2026, 5, 1))
    assert found.verdict is Verdict.UNVERIFIABLE
    assert "do not decide it" in found.why


def test_outside_the_bounds_is_contradicted(ask: Ask) -> None:
    """With 32 members no bounds allow 40."""
    assert then(ask, count(40, 2025), date(2026, 5, 1)).verdict is Verdict.CONTRADICTED


def test_within_the_revision_band(ask: Ask) -> None:
    """CAN 2024: 1.3652 in June 2024; an ally's newest years were revised by up to 6.7 % then."""
    found = then(ask, share("CAN", 1.42, 2024), FEBRUARY_2025)
    assert found.verdict is Verdict.CLOSE
    assert found.distance == pytest.approx(1.415 - 1.365155, abs=1e-5)
    assert found.distance_unit == "pp"
    assert found.distance is not None
    assert found.band is not None
    assert found.distance <= found.band
    assert then(ask, share("CAN", 1.9, 2024), FEBRUARY_2025).verdict is Verdict.CONTRADICTED


def test_a_count_is_close_only_off_by_one_with_an_ally_near_the_threshold(ask: Ask) -> None:
    """July 2026 counts 17 for 2024, with Czechia and Slovakia at 1.99; for 2014 it counts 3 and nobody is near."""
    assert now(ask, count(18, 2024), SEPTEMBER_2025).verdict is Verdict.CLOSE
    assert now(ask, count(19, 2024), SEPTEMBER_2025).verdict is Verdict.CONTRADICTED


def test_newer_release_lacks_the_cell(ask: Ask) -> None:
    """DEU 2019 on 2019-12-06: November 2019 lacks it, June 2019 has 1.3596. The band of an ally's newest years was
    about 7 % then: 1.21 is 11 % off (open), 1.01 is 26 % off (contradicted)."""
    december = date(2019, 12, 6)
    assert then(ask, share("DEU", 1.36, 2019), december).verdict is Verdict.SUPPORTED
    open_ = then(ask, share("DEU", 1.21, 2019), december)
    assert open_.verdict is Verdict.UNVERIFIABLE
    assert "a newer release exists (2019-11), its cell is not held" in open_.why
    assert then(ask, share("DEU", 1.01, 2019), december).verdict is Verdict.CONTRADICTED


def test_a_release_that_lacks_the_cell_may_count_in_prices_of_another_year(ask: Ask) -> None:
    """EUR_CAN 2016: 262 billion in prices of 2015 (June 2024), 292 in prices of 2021, which August 2025 counts in and
    whose cell of 2016 the record holds from July 2026 on. In 2024, when no newer release was out, 292 had no excuse."""
    open_ = then(ask, level("EUR_CAN", 292, 2016), SEPTEMBER_2025)
    assert open_.verdict is Verdict.UNVERIFIABLE
    assert "prices of another year" in open_.why
    assert then(ask, level("EUR_CAN", 400, 2016), SEPTEMBER_2025).verdict is Verdict.CONTRADICTED
    assert then(ask, level("EUR_CAN", 292, 2016), date(2024, 7, 1)).verdict is Verdict.CONTRADICTED


def test_definition_changed(ask: Ask) -> None:
    """GBR 2024: 2.28 core in July 2026; 2.333 whole in August 2025. EST 2025: 3.93 core, 3.38 whole."""
    found = now(ask, share("EST", 3.38, 2025), SEPTEMBER_2025)
    assert found.verdict is Verdict.DEPENDS
    assert "definition changed" in found.why
    assert now(ask, share("EST", 2.5, 2025), SEPTEMBER_2025).verdict is Verdict.CONTRADICTED


def test_plain_reading_not_held(ask: Ask) -> None:
    """August 2025 is held at constant prices only: a level told without a basis is not contradicted by it."""
    found = then(ask, level("USA", 500, 2025), SEPTEMBER_2025)
    assert found.verdict is Verdict.UNVERIFIABLE
    assert "under the plain reading" in found.why


def test_a_figure_for_the_allied_members_never_supports_or_contradicts_one_for_the_eu(ask: Ask) -> None:
    """The 23 allied members of the EU sum to 359.7 billion at current prices in June 2024."""
    agrees = then(ask, level("EU", 360, 2024, holes="group"), FEBRUARY_2025)
    assert agrees.verdict is Verdict.DEPENDS
    far = then(ask, level("EU", 900, 2024, holes="group"), FEBRUARY_2025)
    assert far.verdict is Verdict.UNVERIFIABLE


def test_secondary_rows_alone(ask: Ask) -> None:
    """Germany's share of the common budget of 2021-2024 stands only in a textbook graded secondary (16.34)."""
    statement = say("common_budget_share", "DEU", around(16.34, 0.005), year=2022, unit="%")
    found = now(ask, statement)
    assert found.verdict is Verdict.UNVERIFIABLE
    assert "secondary" in found.why


def test_alone_a_stored_share_hard_rounded_has_a_second_reading(ask: Ask) -> None:
    """FRA 2020 stands in June 2024 as exactly 2; expenditure over GDP is 1.9862."""
    stored, quotient = (then(ask, share("FRA", value, 2020), FEBRUARY_2025) for value in (2.0, 1.99))
    assert stored.verdict is Verdict.SUPPORTED
    assert quotient.verdict is Verdict.DEPENDS
    assert "from the unrounded quotient" in quotient.reading


def test_one_country_is_told_in_its_own_currency(ask: Ask) -> None:
    """DEU 2024 in June 2024: +34.0 % in euros, +33.6 % in dollars, +29.4 % real."""
    assert then(ask, growth("DEU", 34, 2024), FEBRUARY_2025).verdict is Verdict.SUPPORTED
    real = then(ask, growth("DEU", 29.4, 2024, 0.05), FEBRUARY_2025)
    assert real.verdict is Verdict.DEPENDS
    assert "in real terms" in real.reading


def test_growth_said_of_nato_may_be_that_of_europe_and_canada(ask: Ask) -> None:
    """June 2024, real: NATO 10.9 %, Europe and Canada 17.9 %. Without the hole the words mean NATO."""
    open_ = then(ask, growth("NATO", 18, 2024, holes="group"), FEBRUARY_2025)
    assert open_.verdict is Verdict.DEPENDS
    assert "for Europe and Canada" in open_.reading
    assert then(ask, growth("NATO", 18, 2024), FEBRUARY_2025).verdict is Verdict.CONTRADICTED


def test_growth_since_a_year_is_computed_inside_one_release(ask: Ask) -> None:
    """EUR_CAN 2014 to 2024 in June 2024 at 2015 prices: 430112 / 250340 - 1 = 71.8 %."""
    statement = growth("EUR_CAN", 72, 2024, 0.5, baseline="2014")
    found = then(ask, statement, FEBRUARY_2025)
    assert found.verdict is Verdict.SUPPORTED
    assert {one.release for one in found.evidence} == {"2024-06"}


def test_share_of_total(ask: Ask) -> None:
    """USA 2024 in June 2024: 967,707 of 1,474,399 million, 65.6 % at current prices; 63.7 % at 2015 prices."""
    statement = say("share_of_total", "USA", around(66, 0.5), year=2024, unit="%")
    assert then(ask, statement, FEBRUARY_2025).verdict is Verdict.SUPPORTED


def test_rank(ask: Ask) -> None:
    """DEU spends second most in 2024 in June 2024 (97.7 billion, after the USA)."""
    second = say("rank", "DEU", Interval(2, 2, central=2, kind="count"), year=2024)
    fourth = say("rank", "DEU", Interval(4, 4, central=4, kind="count"), year=2024)
    assert then(ask, second, FEBRUARY_2025).verdict is Verdict.SUPPORTED
    assert then(ask, fourth, FEBRUARY_2025).verdict is Verdict.CONTRADICTED


def test_per_head(ask: Ask) -> None:
    """EUR_CAN 2024 in June 2024: 669 dollars a head at 2015 prices."""
    statement = say("expenditure_per_capita", "EUR_CAN", around(669, 0.5), year=2024, unit="USD", basis="constant")
    assert then(ask, statement, FEBRUARY_2025).verdict is Verdict.SUPPORTED


def test_now_means_the_newest_year_of_the_day_on_both_clocks(ask: Ask) -> None:
    """On 2025-02-13 that is 2024: the question stays the same for the July 2026 release (CAN 2024: 1.41)."""
    statement = say("share_of_gdp", "CAN", below(2.0), "<", period_from="now", unit="%")
    assert now(ask, statement).recorded == pytest.approx(1.41)
    assert then(ask, statement, FEBRUARY_2025).recorded == pytest.approx(1.36516, abs=1e-4)


def test_a_year_carried_over_leaves_the_newest_year_as_a_second_reading(ask: Ask) -> None:
    """CAN: 1.37 for 2024 and 1.01 for 2014 in June 2024; the year 2014 belonged to the clause before."""
    statement = say("share_of_gdp", "CAN", around(1.37, 0.005), period="2014", period_from="carried", unit="%")
    found = then(ask, statement, FEBRUARY_2025)
    assert found.verdict is Verdict.DEPENDS
    assert "for the newest year" in found.reading


def test_the_day_of_a_quoted_speech_fixes_its_now(ask: Ask) -> None:
    """Said on 2019-07-01, "now" is 2019 although the text is of 2025 (CAN 2019: 1.29 in July 2026)."""
    speech = date(2019, 7, 1)
    statement = say("share_of_gdp", "CAN", below(2.0), "<", period_from="now", unit="%", spoken_on=speech)
    found = now(ask, statement)
    assert {one.period for one in found.evidence} == {2019}


def test_a_number_nobody_claims_is_not_judged(ask: Ask) -> None:
    for modality in (Modality.HYPOTHETICAL, Modality.DENIAL):
        statement = say("share_of_gdp", "CAN", around(9, 0.1), year=2024, unit="%", modality=modality)
        assert then(ask, statement, FEBRUARY_2025).verdict is Verdict.UNVERIFIABLE


def test_a_speech_is_shown_and_decides_nothing(ask: Ask) -> None:
    """On 2025-02-13 the Secretary General said 485 billion; no table of any basis prints it."""
    found = then(ask, level("EUR_CAN", 485, 2024), FEBRUARY_2025)
    assert any("485 billion USD" in line and "decides nothing" in line for line in found.context)
    assert found.verdict is Verdict.DEPENDS


def test_every_verdict_says_how_many_readings_were_tried(record: Record) -> None:
    claim = compile_claim(level("EUR_CAN", 600, 2024), FEBRUARY_2025)
    assert claim is not None
    found = verdicts.judge(claim, record, Clock.THEN, FEBRUARY_2025, record.edition)
    assert f"{len(found.tried)} readings tried" in found.context


def test_an_open_interval_has_a_finite_distance(ask: Ask) -> None:
    statement = say("share_of_gdp", "CAN", Interval(3.25, inf, central=3.0), ">", year=2024, unit="%")
    found = then(ask, statement, FEBRUARY_2025)
    assert found.verdict is Verdict.CONTRADICTED
    assert found.distance == pytest.approx(3.25 - 1.365155, abs=1e-5)
