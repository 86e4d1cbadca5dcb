"""Explanations: every verdict and price is followed down to the printed figure and its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

import burdenshare as bs
from burdenshare.record import Record
from burdenshare.record.model import Derivation
from burdenshare.report.explaining import Step, cells_of, explained
from burdenshare.report.explaining_list import MOST_ALIKE, ids_told, shortened_tree
from burdenshare.report.report import Report
from burdenshare.report.wording import UNPRINTABLE
from tests import made
from tests.report.saved.test_reports import TEXTS
from tests.samples import checked_document, level


def walk(step: Step) -> Iterator[Step]:
    yield step
    for one in step.below:
        yield from walk(one)


def labelled(step: Step, label: str) -> list[Step]:
    return [one for one in walk(step) if one.label == label]


def of(report: Report, statement: str, *clocks: str) -> Step:
    return explained(report, statement, clocks or ("then", "now")).root


@pytest.fixture(scope="module")
def checked(record: Record) -> Report:
    text = (
        "Germany spent 2.12 percent of GDP on defence in 2024. The European allies and Canada spent $482 billion on "
        "defence in 2024.\n\nNATO Secretary General Mark Rutte said allies must reach 3.5 percent of GDP. "
        "Twenty-three of the 32 allies met the guideline of 2 percent in 2024.\n"
    )
    return bs.check(text, on=date(2025, 2, 13), record=record)


def test_verdict_is_followed_down_to_the_printed_cell_and_its_source(checked: Report) -> None:
    root = of(checked, "s1", "then")
    (then,) = [one for one in root.below if one.label == "then"]
    (cell,) = labelled(then, "cell")
    evidence = checked.checked.checked[0].then
    assert evidence is not None
    (observation,) = evidence.evidence
    for told in (observation.printed, observation.release, observation.table, "DEU"):
        assert told in cell.text
    (source,) = labelled(then, "source")
    assert source.address == checked.cite(observation.source).address
    assert source.address.startswith("https://")
    assert str(observation.released_on) in source.text


def test_rule_reading_and_distance_are_told(checked: Report) -> None:
    for entry in checked.checked.checked:
        for clock in ("then", "now"):
            answer = getattr(entry, clock)
            if answer is None:
                continue
            (step,) = [one for one in of(checked, entry.statement.id, clock).below if one.label == clock]
            assert step.tone == answer.verdict.value
            assert f"[{answer.rule}]" in labelled(step, "rule")[0].text
            assert labelled(step, "why")[0].text == answer.why
            if answer.tried:
                others = [one for parent in labelled(step, "other readings") for one in parent.below]
                assert len(labelled(step, "reading")) + len(others) == len(answer.tried)
                assert {one.tone for one in others} <= {"agrees", "rejected"}
            if answer.distance:
                assert labelled(step, "distance")


def test_count_rests_on_a_cell_for_each_ally(checked: Report) -> None:
    entry = next(one for one in checked.checked.checked if one.statement.measure == "allies_at_guideline")
    assert entry.now is not None
    assert entry.now.derivation is not None
    (step,) = [one for one in of(checked, entry.statement.id, "now").below if one.label == "now"]
    assert len(labelled(step, "cell")) == len(list(cells_of(entry.now.derivation)))
    assert len(labelled(step, "cell")) > MOST_ALIKE + 2
    short = shortened_tree(step)
    assert len(labelled(short, "cell")) == MOST_ALIKE + 1
    assert "more (--all, --json)" in labelled(short, "cell")[-1].text


def test_price_names_every_ally_and_its_sum(checked: Report) -> None:
    entry = next(one for one in checked.checked.checked if one.price is not None)
    assert entry.price is not None
    (step,) = [one for one in of(checked, entry.statement.id).below if one.label == "price"]
    short = [line for line in entry.price.lines if line.cost_low]
    (asked,) = labelled(step, "asked of")
    assert len([one for one in asked.below if one.label == "$"]) == len(short)
    met = {line.ally for line in entry.price.lines} - {line.ally for line in short}
    assert set(labelled(step, "met by")[0].text.split(", ")) == met
    assert "ISL" in labelled(step, "left out")[0].text
    plain = list(cells_of(entry.price.derivation))
    roads = [cell for one in entry.price.roads for cell in cells_of(one.derivation)]
    assert len(labelled(step, "cell")) == len(plain) + len(roads)
    assert len(plain) >= 2 * len(entry.price.lines)
    assert [one.text.split()[0] for one in labelled(step, "road")] == [one.clock.value for one in entry.price.roads]
    assert all(one.address for one in labelled(step, "source"))


def test_saved_report_is_explained_like_the_article(checked: Report) -> None:
    saved = Report.from_json(checked.to_json())
    for row in ids_told(checked):
        first, second = checked.explain(row.id), saved.explain(row.id)
        assert first == second
        assert first.to_text() == second.to_text()


@pytest.mark.parametrize("article", TEXTS, ids=lambda path: path.name)
def test_every_statement_of_every_article_is_explained(article: Any, record: Record) -> None:
    report = bs.check(bs.load_document(article), record=record)
    for row in ids_told(report):
        explanation = report.explain(row.id)
        assert explanation.to_dict()["explanation"]["label"] == row.id
        for line in explanation.to_text(width=80).splitlines():
            assert len(line) <= 80 or "://" in line
            assert not UNPRINTABLE.search(line)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(made.reports)
def test_any_report_is_explained_without_a_character_that_steers(report: Report) -> None:
    for row in ids_told(report):
        shown = report.explain(row.id).to_text(width=60)
        assert not UNPRINTABLE.search(shown.replace("\n", ""))


def test_unknown_statement_names_the_nearest(checked: Report) -> None:
    with pytest.raises(bs.UnknownNameError, match=r"unknown statement 's11'; did you mean s1\? \(it has s1 to s\d+\)"):
        checked.explain("s11")
    bare = Report(replace(checked_document(), checked=()))
    with pytest.raises(bs.UnknownNameError, match="it has none"):
        bare.explain("s1")
    one = Report(replace(checked_document(), checked=(level(),)))
    with pytest.raises(bs.UnknownNameError, match="it has s4"):
        one.explain("no such thing")


def test_no_page_of_ours_that_a_reader_cannot_open_is_named(checked: Report) -> None:
    assert "semantics" not in "".join(checked.explain(row.id).to_text() for row in ids_told(checked))


def test_one_clock_alone_leaves_the_other_out(checked: Report) -> None:
    labels = [one.label for one in of(checked, "s1", "then").below]
    assert "then" in labels
    assert "now" not in labels


def test_statement_that_was_not_judged_says_so() -> None:
    report = Report(checked_document())
    undated = replace(level(), then=None, then_missing="the text bears no day")
    step = of(Report(replace(report.checked, checked=(undated,))), "s4")
    assert "the text bears no day" in labelled(step, "then")[0].text
    stand = replace(level(), then=None, now=None)
    step = of(Report(replace(report.checked, checked=(stand,))), "s4")
    assert labelled(step, "verdict")[0].text.startswith("not judged")


def test_list_says_both_verdicts_of_each_statement() -> None:
    told = {row.id: row.told for row in ids_told(Report(checked_document()))}
    assert told == {
        "s1": "supported then, contradicted now",
        "s2": "supported",
        "s3": "priced",
        "s4": "depends then, not judged now",
    }


def test_dated_entry_in_a_tree_opens_its_page() -> None:
    from burdenshare.report.explaining import derivation_step

    leaf = Derivation("summit", None, "", "2024-07", source="https://example.org/summit", note="two days")
    step = derivation_step(leaf, "from")
    assert (step.address, step.text) == ("https://example.org/summit", "summit 2024-07; two days")
    assert derivation_step(replace(leaf, source="a key"), "from").address == ""
