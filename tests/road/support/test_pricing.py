"""What shipped scenarios cost on the record: identities, what is not known as an interval, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burdenshare.errors import BurdenshareError, InputError, NotHeldError
from burdenshare.record import Record
from burdenshare.record.aid_books import Definition, Kind
from burdenshare.record.donors import ALL, EUROPE, INSTITUTIONS
from burdenshare.record.months import Span
from burdenshare.road.support.answering import Asked
from burdenshare.road.support.model import Give, Key, Replace, Stop, SupportScenario, Union
from burdenshare.road.support.moves import moves
from burdenshare.road.support.priced import PricedSupport
from burdenshare.road.support.pricing import priced
from burdenshare.road.support.scenario import SHIPPED, load_scenario

MAY = date(2026, 5, 10)
BARE = SupportScenario("x", "x")


def at(found: PricedSupport, entity: str) -> float:
    value = found.cost(entity).extra[found.at]
    assert value is not None
    return value


@pytest.fixture(scope="module")
def shipped(record: Record) -> dict[str, PricedSupport]:
    if not record.aid_releases(record.edition):
        pytest.skip("a build without sources of unclear licence lacks the tracker's tables")
    return {name: priced(record, load_scenario(name), record.edition) for name in SHIPPED}


@pytest.mark.parametrize("name", SHIPPED)
def test_groups_are_the_sum_of_their_donors_in_every_year(shipped: dict[str, PricedSupport], name: str) -> None:
    found = shipped[name]
    for group in found.groups.values():
        members = [found.costs[one] for one in group.members]
        assert group.pace == pytest.approx(sum(one.pace or 0.0 for one in members))
        for place in range(len(found.years)):
            assert group.extra[place] == pytest.approx(sum(one.extra[place] or 0.0 for one in members), abs=1.0)
            assert group.asked[place] == pytest.approx((group.pace or 0.0) + (group.extra[place] or 0.0), abs=1.0)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_central_run_lies_within_its_range(shipped: dict[str, PricedSupport], name: str) -> None:
    """The declared span is one of those that the release holds."""
    found = shipped[name]
    for one in (*found.groups.values(), *found.costs.values()):
        for low, extra, high in zip(one.low, one.extra, one.high, strict=True):
            if extra is not None:
                assert low is not None and high is not None
                assert low - 1 <= extra <= high + 1
        if one.pace is not None and one.pace_low is not None and one.pace_high is not None:
            assert one.pace_low - 1 <= one.pace <= one.pace_high + 1


def test_where_nothing_is_asked_nothing_moves(shipped: dict[str, PricedSupport]) -> None:
    found = shipped["present-pace"]
    assert not found.moved()
    assert all(one.asked == pytest.approx((one.pace,) * len(found.years)) for one in found.costs.values())


def test_the_pace_is_what_the_months_add_up_to(shipped: dict[str, PricedSupport], record: Record) -> None:
    found = shipped["present-pace"]
    after = moves(record, Asked(), record.edition)
    assert found.pace == after.after and found.book.release.id == "29"
    for one in after.donors:
        assert found.costs[one.donor].pace == pytest.approx(one.after)


def test_who_stops_takes_its_pace_away_and_nobody_else_moves(shipped: dict[str, PricedSupport]) -> None:
    found = shipped["germany-stops"]
    assert [one.donor for one in found.moved()] == ["DEU"]
    assert at(found, "DEU") == -(found.costs["DEU"].pace or 0.0) == pytest.approx(at(found, ALL))


def test_what_europe_takes_over_is_what_the_united_states_gave(
    shipped: dict[str, PricedSupport], record: Record
) -> None:
    found = shipped["europe-replaces-usa"]
    held = record.aid_book(record.release("29"), Definition.ALLOCATION, Kind.TOTAL).by_month("USA")
    gave = sum(value for month, value in held.items() if month <= "2024-12") / 3
    assert found.replaced == {"USA": pytest.approx(gave)}
    assert at(found, EUROPE) == pytest.approx(gave)
    payers = found.orders.takeovers[0].payers
    assert INSTITUTIONS not in payers  # its GDP would be its members' once more
    assert sum(at(found, one) for one in payers) == pytest.approx(gave)
    assert found.ground.of_year("IRL", 2027) is None and at(found, "IRL") == 0
    rows = [one for one in payers if found.ground.of_year(one, 2027)]
    parts = {one: at(found, one) / (found.ground.of_year(one, 2027) or 1.0) for one in rows}
    assert max(parts.values()) == pytest.approx(min(parts.values()))


def test_at_ones_own_pace_a_replacement_leaves_the_whole_as_it_was(record: Record) -> None:
    one = Replace("DEU", ("FRA", "ITA"), "2027-01")
    for key in Key:
        found = priced(record, replace(BARE, replaces=(replace(one, key=key),)), record.edition)
        assert at(found, ALL) == pytest.approx(0.0, abs=1.0)
        assert at(found, "FRA") + at(found, "ITA") == pytest.approx(found.costs["DEU"].pace)


def test_a_quarter_per_cent_is_that_share_for_who_is_below_it(shipped: dict[str, PricedSupport]) -> None:
    found = shipped["quarter-percent"]
    spain, germany = found.costs["ESP"], found.costs["DEU"]
    assert spain.share[found.at] == pytest.approx(0.25)
    assert spain.asked[found.at] == pytest.approx(0.0025 * (found.ground.of_year("ESP", 2027) or 0.0))
    assert germany.extra[found.at] == 0  # it gives more already
    assert spain.dollars[found.at] == pytest.approx((spain.extra[found.at] or 0.0) / found.ground.rate[2027])


def test_allies_without_a_row_are_an_interval_from_nothing_to_all_of_it(shipped: dict[str, PricedSupport]) -> None:
    found = shipped["quarter-percent"]
    assert set(found.unknown) == {"ALB", "MKD", "MNE"}
    for donor in found.unknown:
        one = found.costs[donor]
        assert one.pace is None and one.extra[found.at] is None
        assert (one.low[found.at], one.high[found.at]) == (0.0, one.asked[found.at])
    nato, without = found.groups["NATO"], found.groups[ALL]
    assert set(nato.unknown) == set(found.unknown)
    most = sum(found.costs[one].high[found.at] or 0.0 for one in found.unknown)
    assert (nato.high[found.at] or 0.0) - (without.high[found.at] or 0.0) == pytest.approx(most)
    assert nato.extra[found.at] == pytest.approx(without.extra[found.at] or 0.0)


def test_the_members_carry_what_the_institutions_gave_and_nobody_gives_it_twice(
    shipped: dict[str, PricedSupport],
) -> None:
    own, shared = shipped["present-pace"], shipped["quarter-percent-with-eu"]
    assert INSTITUTIONS in own.costs and INSTITUTIONS not in shared.costs
    assert shared.groups[ALL].pace == pytest.approx(own.groups[ALL].pace, rel=1e-6)
    assert (shared.costs["ITA"].pace or 0.0) > (own.costs["ITA"].pace or 0.0)
    assert shared.costs["GBR"].pace == own.costs["GBR"].pace


@settings(max_examples=12, deadline=None)
@given(st.floats(min_value=0, max_value=3), st.floats(min_value=0, max_value=3))
def test_a_higher_share_never_costs_anybody_less(record: Record, one: float, other: float) -> None:
    low, high = (
        priced(record, replace(BARE, gives=(Give(("NATO",), share, "2027-01"),)), record.edition)
        for share in sorted((one, other))
    )
    for donor, cost in low.costs.items():
        for less, more in zip(cost.extra, high.costs[donor].extra, strict=True):
            if less is not None and more is not None:
                assert more >= less - 1.0


def test_a_change_within_a_year_counts_its_months_alone(record: Record) -> None:
    found = priced(record, replace(BARE, stops=(Stop(("DEU",), "2027-07"),)), record.edition)
    germany = found.costs["DEU"]
    assert germany.extra[0] == pytest.approx(-(germany.pace or 0.0) / 2)
    assert germany.extra[1] == pytest.approx(-(germany.pace or 0.0))
    assert found.year == 2028


def test_donors_whose_gdp_is_not_held_have_no_price_and_are_in_no_sum(record: Record) -> None:
    found = priced(record, replace(BARE, gives=(Give((ALL,), 0.25, "2027-01"),)), record.edition)
    assert {"JPN", "AUT", "CHE"} <= set(found.lacking)
    assert found.costs["JPN"].extra[found.at] is None
    assert "JPN" not in found.groups[ALL].members and "JPN" in found.groups[ALL].lacking


def test_the_day_decides_the_release_and_the_outlook(record: Record) -> None:
    found = priced(record, load_scenario("germany-stops"), MAY)
    assert (found.book.release.id, found.pace) == ("28", Span("2025-03", "2026-02"))
    with pytest.raises(NotHeldError, match="by month"):
        priced(record, load_scenario("germany-stops"), date(2026, 4, 21))


@pytest.mark.parametrize(
    ("scenario", "told"),
    [
        (replace(BARE, stops=(Stop(("DEU",), "2026-04"),)), "since: 2026-04, and the months to 2026-04 are booked"),
        (replace(BARE, stops=(Stop(("DEU",), "2031-01"),)), "up to 2030: WEO-2025-10 ends there"),
        (replace(BARE, until=2031), "up to 2030"),
        (replace(BARE, until=2026, stops=(Stop(("DEU",), "2027-01"),)), "the years 2027 to 2026"),
        (replace(BARE, pace=60), "give 1 to 52: the release holds so many"),
        (replace(BARE, pace=Span("2026-01", "2026-06")), "2026-01/2026-06 is not within 2022-01/2026-04"),
        (replace(BARE, stops=(Stop(("Germny",), "2027-01"),)), "did you mean Germany"),
        (replace(BARE, stops=(Stop(("EU",), "2027-01"),)), "may be the EU's institutions"),
        (
            replace(BARE, stops=(Stop(("DEU",), "2027-01"),), gives=(Give(("NATO",), 0.25, "2027-01"),)),
            "two things are asked of Germany from one month on",
        ),
        (replace(BARE, gives=(Give((INSTITUTIONS,), 0.25, "2027-01"),)), "have no GDP of their own"),
        (
            replace(BARE, union=Union.MEMBERS, stops=(Stop((INSTITUTIONS,), "2027-01"),)),
            "the members carry what EU institutions give",
        ),
        (replace(BARE, replaces=(Replace("NATO", ("DEU",), "2027-01"),)), "NATO is several donors"),
        (replace(BARE, replaces=(Replace("ALB", ("DEU",), "2027-01"),)), "ALB is no donor with a row"),
        (replace(BARE, replaces=(Replace("USA", ("USA",), "2027-01"),)), "nobody is left to replace United States"),
        (replace(BARE, replaces=(Replace("USA", ("IRL",), "2027-01"),)), "has GDP on record"),
        (replace(BARE, replaces=(Replace("DEU", ("TUR",), "2027-01", Key.PACE),)), "has aid at the present pace"),
        (
            replace(BARE, replaces=(Replace("USA", ("DEU",), "2027-01", pace=Span("2021-01", "2021-12")),)),
            "give months that are booked",
        ),
        (
            replace(BARE, stops=(Stop(("DEU",), "2028-01"),), replaces=(Replace("USA", ("DEU", "FRA"), "2027-01"),)),
            "Germany is to stop and to pay for another",
        ),
    ],
)
def test_what_cannot_be_asked_is_one_line(record: Record, scenario: SupportScenario, told: str) -> None:
    with pytest.raises(BurdenshareError, match=told) as caught:
        priced(record, scenario, record.edition)
    assert "\n" not in caught.value.line()


def test_release_28_divides_nothing_among_the_members(record: Record) -> None:
    with pytest.raises(NotHeldError, match='write union = "institutions"'):
        priced(record, replace(BARE, union=Union.MEMBERS), MAY)


def test_an_entity_that_is_not_concerned_is_refused(shipped: dict[str, PricedSupport]) -> None:
    with pytest.raises(InputError, match="NORDIC is not in it"):
        shipped["present-pace"].cost("NORDIC")
