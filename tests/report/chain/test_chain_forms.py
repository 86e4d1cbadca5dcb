"""The forms of the chain: each tells every step, agrees with the others, and leads back to the record."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from datetime import date
from io import StringIO
from typing import Any

import jsonschema
import pytest

import burdenshare as bs
from burdenshare.errors import InputError, UnknownNameError
from burdenshare.record.model import Derivation
from burdenshare.report.chain.csv import COLUMNS
from burdenshare.report.chain.derived import names
from burdenshare.report.chain.shape import chain_schema
from burdenshare.report.chain.telling import STEPS
from burdenshare.report.clock.telling import NOT_SAID
from burdenshare.report.explaining import Step
from burdenshare.report.explaining_terminal import plain_tree
from burdenshare.report.unjudged import NO_VERDICT
from burdenshare.road.chain.scenario import SHIPPED

DAY = date(2026, 8, 22)
valid = jsonschema.Draft202012Validator(chain_schema()).validate


@pytest.fixture(scope="module", params=[(name, draws) for name in SHIPPED for draws in (0, 60)])
def made(request: pytest.FixtureRequest) -> bs.ChainReport:
    """Every shipped chain, with and without draws."""
    name, draws = request.param
    return bs.chain(name, on=DAY, draws=draws)


@pytest.fixture(scope="module")
def hague() -> bs.ChainReport:
    """The chain of The Hague."""
    return bs.chain("hague-chain", on=DAY, draws=60)


def leaves(node: Derivation) -> Iterator[Derivation]:
    """The ends of a tree."""
    if not node.inputs:
        yield node
    for one in node.inputs:
        yield from leaves(one)


def steps(root: Step) -> Iterator[Step]:
    """Every line of a tree."""
    yield root
    for one in root.below:
        yield from steps(one)


def test_json_satisfies_its_schema_and_says_what_the_curves_are_not(made: bs.ChainReport) -> None:
    shape = json.loads(made.to_json())
    valid(shape)
    assert shape["clock"]["told"] == NOT_SAID
    assert [one["item"] for one in shape["items"]] == [one.item for one in made.chain.deliveries]
    for one in shape["requirements"]:
        assert (one["met"] is None) == (one["not_fed"] is not None)
        assert one["verdict"] == (one["met"] is not None and not one["weak"])


def test_the_schema_refuses_what_is_not_declared(hague: bs.ChainReport) -> None:
    shape = hague.to_dict()
    for spoiled in ({**shape, "more": 1}, {key: value for key, value in shape.items() if key != "tree"}):
        with pytest.raises(jsonschema.ValidationError):
            valid(spoiled)


def test_the_long_table_and_json_tell_the_same(made: bs.ChainReport) -> None:
    rows = list(csv.DictReader(StringIO(made.to_csv())))
    assert tuple(rows[0]) == COLUMNS
    assert {row["step"] for row in rows} == {"target", "money", "orders", "deliveries", "gap", "clock"} - (
        set() if any(one.run for one in made.chain.deliveries) else {"orders"}
    )
    last: dict[tuple[str, str], float] = {}
    for row in rows:
        if row["step"] == "deliveries":
            last[row["name"], row["period"]] = float(row["central"])
    shape = made.to_dict()
    for one in shape["items"]:
        assert last[one["item"], shape["months"][-1]] == pytest.approx(one["delivered"]["central"][-1])
    assert made.to_polars().height == len(rows)


@pytest.mark.parametrize("width", [80, 100])
def test_the_terminal_tells_every_step_and_keeps_its_width(made: bs.ChainReport, width: int) -> None:
    told = made.to_text(width=width)
    assert max(map(len, told.splitlines())) <= width
    for number, title in enumerate(STEPS.values(), 1):
        assert f"{number} {title}" in told
    flat = re.sub(r"\s+", " ", told)
    assert NOT_SAID in flat
    for one in made.chain.asked.tables.values():
        assert one.file in flat
    for filling in made.chain.fillings:
        assert filling.gap.required.title in flat


def test_no_verdict_stands_on_rows_below_press_alone(hague: bs.ChainReport) -> None:
    flat = re.sub(r"\s+", " ", hague.to_text(width=100))
    weak = [one for one in hague.chain.fillings if one.weak]
    assert len(weak) == 2 and flat.count(NO_VERDICT) >= 2
    assert "Of 20 requirements 2 can be judged" in flat and "2 rest on rows below press alone" in flat


def test_no_form_speaks_of_the_probability_of_an_attack(made: bs.ChainReport) -> None:
    for form in (made.to_text(), made.to_html(), made.to_json()):
        assert not re.search(r"probability of (?:an |the )?(?:attack|war)|likelihood of", form, re.I)


def test_the_page_is_whole_and_alone_with_pictures_of_every_step(made: bs.ChainReport) -> None:
    page = made.to_html()
    assert page.rstrip().endswith("</html>") and "<script" not in page
    assert not re.search(r'(?:src|href)="(?!https?://|#)', page) and "<link" not in page and "<img" not in page
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    for step in STEPS:
        assert f'<section id="{step}"' in page
    for one in made.chain.deliveries:
        assert f"months-chain-delivered-{one.item}-wide" in page
    for each in made.chain.fillings:
        if each.lacking is not None:
            assert f"months-chain-lacking-{each.gap.required.id}-wide" in page
    assert page.count('class="plot clock wide"') == len(made.chain.clock.curves) + len(made.chain.clock.requirements)
    for beside in made.chain.clock.requirements:
        assert page.count(f"<figcaption>{beside.title}: {NO_VERDICT}") == (1 if beside.weak else 0)
    assert "No verdict" not in page
    if any(each.run is not None for each in made.chain.deliveries):
        assert page.count("What one costs is") == 1 and page.count("one costs, as told, USD") >= 1
    assert all(f' data-label="{label}"' in page for label in ("said by", "why here"))  # a phone shows rows as cards
    for statement in made.chain.clock.statements:
        assert f'id="{statement.statement.key}"' in page


def test_every_name_of_the_tree_opens(made: bs.ChainReport) -> None:
    for name in names(made.chain):
        root = made.explain(name)
        assert root.below, name
        assert max(map(len, plain_tree(root, width=80).splitlines())) >= 20


def test_a_requirement_leads_back_over_every_step_to_the_cells(hague: bs.ChainReport) -> None:
    whole = [*leaves(hague.derivation())]
    tables = {one.observation.table.partition(":")[0] for one in whole if one.observation is not None}
    assert {"industry/production.csv", "capabilities/requirements.csv", "nato/expenditure.csv"} <= tables
    assert all(one.source or one.observation is not None or one.value is not None or one.note for one in whole)
    told = [one.text for one in steps(hague.explain("ifv"))]
    for words in (
        "what is required",
        "delivered by the end",
        "ordered by the end",
        "part of the money",
        "equipment money",
    ):
        assert any(words in one for one in told), words
    rows = [one for one in steps(hague.explain("ifv")) if one.label == "row"]
    assert rows and all(
        one.address.startswith("http") and re.search(r"\b(official|press|secondary) page", one.text) for one in rows
    )


def test_the_money_adds_up_over_the_allies(hague: bs.ChainReport) -> None:
    tree = hague.derivation("money")
    assert tree.value == pytest.approx(sum(one.value or 0 for one in tree.inputs))
    shallow = next(one for one in _nodes(hague.derivation("ifv")) if one.name.startswith("equipment money in"))
    assert shallow.value == tree.value and all(not one.inputs for one in shallow.inputs)


def _nodes(node: Derivation) -> Iterator[Derivation]:
    yield node
    for one in node.inputs:
        yield from _nodes(one)


def test_names_may_be_written_otherwise_and_unknown_ones_get_the_nearest(hague: bs.ChainReport) -> None:
    assert hague.explain("Germany").text == hague.explain("DEU").text
    assert hague.explain("self-propelled guns").text == hague.explain("caesar").text
    assert hague.explain("attack-on-ally").label == hague.explain("attack_on_ally").label
    with pytest.raises(UnknownNameError, match="unknown step of the chain 'shels'; did you mean shells"):
        hague.explain("shels")


def test_what_cannot_be_asked_is_refused() -> None:
    with pytest.raises(InputError, match="-1 draws"):
        bs.chain(draws=-1)
    with pytest.raises(UnknownNameError, match="did you mean hague-chain"):
        bs.chain("hague-chian")


def test_a_chain_says_what_it_is_on_one_line(hague: bs.ChainReport) -> None:
    assert repr(hague).startswith("ChainReport('3.5 % of GDP by 2035") and "\n" not in repr(hague)


def test_words_of_tables_are_escaped_on_the_page(tmp_path: Any) -> None:
    rows = "item,year,value,unit,source\nleopard-2,2028,5,tanks,<b>mine</b>\n"
    (tmp_path / "d.csv").write_text(rows, encoding="utf-8")
    file = tmp_path / "one.toml"
    file.write_text('title = "<i>one</i>"\n[tables]\ndeliveries = "d.csv"\n', encoding="utf-8")
    page = bs.chain(file, on=DAY, draws=0).to_html()
    assert "&lt;b&gt;mine" in page and "<b>mine" not in page and "<i>one" not in page
