"""The tools of the industry: short answers with rows and grades, what is not known, nothing of this machine opened."""

from __future__ import annotations

import json

import pytest

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.mcp.industry import industry, requirements
from burdenshare.road.industry.items import items
from burdenshare.road.industry.scenario import SHIPPED


def test_an_order_in_few_words() -> None:
    found = industry(items=["155mm"], units="1,000,000", on="2026-08-22", draws=200)
    (one,) = found.items
    assert one.headline.startswith("155 mm artillery shells: all that is ordered is there by")
    assert any(line.startswith("half: 20") for line in one.told)
    assert [maker.name for maker in one.makers] == ["United States", "European Union"]
    assert all(row.endswith(("press", "secondary", "official")) for maker in one.makers for row in maker.rows)
    assert one.sources[0].address.startswith("https://")
    assert "lay within 80 % of its draws" in found.tested and len(found.assumed) > 5
    assert len(json.dumps(found.model_dump())) < 8_000


def test_nothing_asked_lists_the_items() -> None:
    found = industry(on="2026-08-22")
    assert [one.item for one in found.offered] == list(items()) and not found.items
    assert all(bool(one.rows) != bool(one.lacks) for one in found.offered)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_scenario_answers(name: str) -> None:
    found = industry(scenario=name, draws=0, limit=2)
    assert len(found.items) == 2 and found.more > 0
    assert len(json.dumps(found.model_dump())) < 12_000
    assert bool(found.money) == (name == "hague-equipment")


def test_what_the_record_cannot_feed_is_said() -> None:
    found = industry(items=["leopard-2"])
    assert not found.items and "no output and no capacity in tanks known" in found.not_enough[0]
    given = 'title = "Mine"\n[[buy]]\nitem = "leopard-2"\nunits = 5\n'
    given += 'rate = { low = 1, central = 2, high = 3, reference = "mine" }\n'
    assert industry(toml=given, draws=0).items[0].makers[0].name == "makers at the rate that the scenario gives"


def test_requirements_tell_what_is_met_first_and_why_the_rest_is_not_told() -> None:
    found = requirements(on="2026-08-22", draws=200, limit=100)
    assert found.headline.startswith("Of 20 requirements the record feeds 4")
    fed = [bool(one.met) for one in found.requirements]
    assert fed == sorted(fed, reverse=True) and sum(fed) == 4
    for one in found.requirements:
        assert bool(one.met) != bool(one.not_told)
        assert one.gap and one.grades and one.sources
    assert requirements(scenario="as-it-stands", draws=0).requirements[0].not_told
    assert len(json.dumps(requirements(draws=0).model_dump())) < 10_000


def test_no_path_of_this_machine_is_opened() -> None:
    for tool in (industry, requirements):
        with pytest.raises(UnknownNameError):
            tool(scenario="/etc/hostname.toml")
        with pytest.raises(UnknownNameError, match="road"):
            tool(toml='title = "x"\nroad = "/etc/hostname.toml"')
        with pytest.raises(InputError, match="two scenarios"):
            tool(scenario=SHIPPED[0], toml='title = "x"')
        with pytest.raises(InputError, match="not a day"):
            tool(on="soon", scenario=SHIPPED[0])
